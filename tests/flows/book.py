"""The book that is shipped, for tests: the policy and the tables of the programs."""

from pathlib import Path

from flows.programs import foreign_names, library, load_rules, months, span, spread
from flows.programs.book import Book
from tests.flows.policy import DEFAULT

DATA = Path("flows/data")


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


BOOK = Book(
    policy=DEFAULT,
    aliases=foreign_names.parse(read("aliases.csv")),
    library=library.parse(read("exercises.csv")),
    loads=load_rules.parse(*map(read, load_rules.FILES)),
    months=months.parse(read("months.csv")),
    spans=span.parse(read("imports.csv")),
    weekdays=spread.parse(read("weekdays.csv")),
)

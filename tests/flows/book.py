"""The book that is shipped, for tests: the policy and the tables of the programs."""

from pathlib import Path

from flows.programs import abilities, cardio_rules, library, load_rules, norms
from flows.programs.book import Book
from tests.flows.policy import DEFAULT

DATA = Path("flows/data")


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


BOOK = Book(
    policy=DEFAULT,
    abilities=abilities.parse(read("abilities.csv")),
    cardio=cardio_rules.parse(*map(read, cardio_rules.FILES)),
    library=library.parse(read("exercises.csv")),
    loads=load_rules.parse(*map(read, load_rules.FILES)),
    norms=norms.parse(read("norms.csv")),
)

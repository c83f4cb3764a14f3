"""The book that is shipped, for tests: the policy and the tables of the programs."""

from pathlib import Path

from flows.programs import (
    abilities,
    cardio_rules,
    foreign_names,
    library,
    load_rules,
    months,
    norms,
    span,
    spread,
)
from flows.programs.book import Book
from tests.flows.policy import DEFAULT

DATA = Path("flows/data")


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


BOOK = Book(
    abilities=abilities.parse(read("abilities.csv")),
    aliases=foreign_names.parse(read("aliases.csv")),
    cardio=cardio_rules.parse(*map(read, cardio_rules.FILES)),
    library=library.parse(read("exercises.csv")),
    loads=load_rules.parse(*map(read, load_rules.FILES)),
    months=months.parse(read("months.csv")),
    norms=norms.parse(read("norms.csv")),
    policy=DEFAULT,
    spans=span.parse(read("imports.csv")),
    weekdays=spread.parse(read("weekdays.csv")),
)

"""The book that is shipped, for tests: the policy and the tables of the programs."""

from pathlib import Path

from flows.programs import (
    bounds,
    doses,
    goals,
    library,
    remedies,
    splits,
    template,
    twins,
    weeks,
)
from flows.programs.book import Book
from tests.flows.policy import DEFAULT

DATA = Path("flows/data")


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


BOOK = Book(
    bounds=bounds.parse(read("bounds.csv")),
    doses=doses.parse(read("doses.csv")),
    goals=goals.parse(read("goals.csv")),
    library=library.parse(read("exercises.csv")),
    muscles=remedies.parse_daily(read("muscles.csv")),
    policy=DEFAULT,
    remedies=remedies.parse(read("remedies.csv")),
    splits=splits.parse(read("splits.csv")),
    template=template.parse(read("template.csv")),
    twins=twins.parse(read("twins.csv")),
    weeks=weeks.parse(read("weeks.csv")),
)

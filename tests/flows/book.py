"""The book that is shipped, for tests: the policy and the tables of the programs."""

from pathlib import Path

from flows.programs import (
    abilities,
    bounds,
    cardio_rules,
    doses,
    goals,
    library,
    load_rules,
    norms,
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
    abilities=abilities.parse(read("abilities.csv")),
    bounds=bounds.parse(read("bounds.csv")),
    cardio=cardio_rules.parse(*map(read, cardio_rules.FILES)),
    doses=doses.parse(read("doses.csv")),
    goals=goals.parse(read("goals.csv")),
    library=library.parse(read("exercises.csv")),
    loads=load_rules.parse(*map(read, load_rules.FILES)),
    muscles=remedies.parse_daily(read("muscles.csv")),
    norms=norms.parse(read("norms.csv")),
    policy=DEFAULT,
    remedies=remedies.parse(read("remedies.csv")),
    splits=splits.parse(read("splits.csv")),
    template=template.parse(read("template.csv")),
    twins=twins.parse(read("twins.csv")),
    weeks=weeks.parse(read("weeks.csv")),
)

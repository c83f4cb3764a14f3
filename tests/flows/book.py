"""The book that is shipped, for tests: the policy and the tables of the programs."""

from pathlib import Path

from flows.programs import (
    abilities,
    bounds,
    cardio_rules,
    doses,
    foreign_names,
    goals,
    library,
    load_rules,
    months,
    norms,
    remedies,
    span,
    splits,
    spread,
    template,
    twins,
    weeks,
    workout_rules,
)
from flows.programs.book import Book
from tests.flows.policy import DEFAULT

DATA = Path("flows/data")


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


OPERATOR = 909
BOOK = Book(
    abilities=abilities.parse(read("abilities.csv")),
    aliases=foreign_names.parse(read("aliases.csv")),
    bounds=bounds.parse(read("bounds.csv")),
    cardio=cardio_rules.parse(*map(read, cardio_rules.FILES)),
    doses=doses.parse(read("doses.csv")),
    goals=goals.parse(read("goals.csv")),
    library=library.parse(read("exercises.csv")),
    loads=load_rules.parse(*map(read, load_rules.FILES)),
    months=months.parse(read("months.csv")),
    muscles=remedies.parse_daily(read("muscles.csv")),
    norms=norms.parse(read("norms.csv")),
    policy=DEFAULT,
    remedies=remedies.parse(read("remedies.csv")),
    spans=span.parse(read("imports.csv")),
    splits=splits.parse(read("splits.csv")),
    template=template.parse(read("template.csv")),
    twins=twins.parse(read("twins.csv")),
    weekdays=spread.parse(read("weekdays.csv")),
    weeks=weeks.parse(read("weeks.csv")),
    workouts=workout_rules.parse(read("workouts.csv")),
    operators=frozenset({OPERATOR}),
)

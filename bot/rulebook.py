"""Reads what decisions are made by: the policy, an operator's own or ours, and our tables."""

from importlib.resources import files
from pathlib import Path

from bot.settings import CannotStart
from flows.lint.checking import check
from flows.lint.rows import lay
from flows.phases.policy import Policy
from flows.phases.sheet import Sheet, policy_of, sheet
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
from flows.words import T, Text, english

NO_FILE = T("The policy file {path} cannot be read ({reason}): set STAIRWISE_POLICY to another.")
FAULTY = T(
    "The policy file {path} has faults, so nobody is coached by it. {fault} More may follow: {see}"
)


def shipped() -> Sheet:
    """Read the policy that comes with Stairwise."""
    return sheet(_data("policy.toml"))


def book(path: str, operators: frozenset[int] = frozenset()) -> Book:
    """Read all that decisions are made by, with the policy at a path; "" is the shipped one."""
    return Book(
        abilities=abilities.parse(_data("abilities.csv")),
        aliases=foreign_names.parse(_data("aliases.csv")),
        bounds=bounds.parse(_data("bounds.csv")),
        cardio=cardio_rules.parse(*map(_data, cardio_rules.FILES)),
        doses=doses.parse(_data("doses.csv")),
        goals=goals.parse(_data("goals.csv")),
        library=library.parse(_data("exercises.csv")),
        loads=load_rules.parse(*map(_data, load_rules.FILES)),
        months=months.parse(_data("months.csv")),
        muscles=remedies.parse_daily(_data("muscles.csv")),
        norms=norms.parse(_data("norms.csv")),
        policy=policy(path),
        remedies=remedies.parse(_data("remedies.csv")),
        spans=span.parse(_data("imports.csv")),
        splits=splits.parse(_data("splits.csv")),
        template=template.parse(_data("template.csv")),
        twins=twins.parse(_data("twins.csv")),
        weekdays=spread.parse(_data("weekdays.csv")),
        weeks=weeks.parse(_data("weeks.csv")),
        operators=operators,
        workouts=workout_rules.parse(_data("workouts.csv")),
    )


def _data(name: str) -> str:
    return (files("flows") / "data" / name).read_text(encoding="utf-8")


def policy(path: str) -> Policy:
    """Read the policy to decide by; "" is the shipped one. Raises CannotStart for a faulty one."""
    if not path:
        return policy_of(shipped())
    try:
        told = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise CannotStart(T(NO_FILE.template, path=path, reason=_why(error))) from error
    for fault in check(told, shipped()):
        raise CannotStart(_faulty(path, fault.text))
    return policy_of(lay(told, shipped()).sheet)


def _why(error: OSError | UnicodeError) -> str:
    return (error.strerror if isinstance(error, OSError) else "it is not UTF-8") or str(error)


def _faulty(path: str, fault: Text) -> Text:
    see = f"stairwise policy check {path}"
    return T(FAULTY.template, path=path, fault=english(fault), see=see)

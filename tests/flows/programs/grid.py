"""Everybody a session is built for, in turn: step, goal, days, equipment and condition."""

import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice, product

from msgspec import json
from msgspec.structs import replace

from flows.phases.profile import Condition, Equipment, Fault, Movement, Profile
from flows.programs.builder import build
from flows.programs.need import Need
from flows.programs.session import Session
from flows.steps import Goal, Phase
from tests.flows.book import BOOK
from tests.flows.phases.people import CLEAN, SOUND

TRAINED = replace(SOUND, supervised=True, guardian=True)
CONDITIONS: dict[str, Profile] = {
    "none": TRAINED,
    "youth": replace(TRAINED, age=16),
    "older_adult": replace(TRAINED, age=70),
    "pregnancy_early": replace(
        TRAINED, conditions=(Condition.PREGNANCY,), pregnancy_week=8, used_to_training=True
    ),
    "postpartum": replace(TRAINED, conditions=(Condition.POSTPARTUM,), postpartum_weeks=8),
    **{
        str(one): replace(TRAINED, conditions=(one,))
        for one in Condition
        if one not in {Condition.YOUTH, Condition.OLDER_ADULT, Condition.POSTPARTUM}
    },
}
"""With a trainer: what they may reach at most. Pregnancy alone is a week that nobody knows."""
HIGHEST = {
    "none": 5,
    "youth": 2,
    "older_adult": 5,
    "overweight_obese": 5,
    "diabetes": 3,
    "hypertension": 2,
    "coronary": 1,
    "osteoporosis": 4,
    "arthritis": 2,
    "cancer": 2,
    "pregnancy_early": 2,
    "pregnancy": 1,
    "postpartum": 1,
    "lung_disease": 1,
    "arterial_disease": 1,
    "low_back_pain": 1,
}
KITS: dict[str, tuple[Equipment, ...]] = {
    **{str(one): (one,) for one in Equipment},
    "all": tuple(Equipment),
}
DAYS = (2, 3, 4, 5, 6)
MINUTES = (30, 40, 45, 60, 75, 90)
MOVEMENTS: tuple[Movement | None, ...] = (
    CLEAN,
    replace(CLEAN, feet=Fault.SLIGHT),
    None,
    replace(CLEAN, knees=Fault.SLIGHT, arms=Fault.SLIGHT),
    replace(CLEAN, low_back=Fault.MAJOR, lean=Fault.SLIGHT),
)
SOME = 13
"""No other number here has it as a factor: each value comes with each, in turn."""
Case = tuple[str, Need]


def cases(phase: Phase, kit: str) -> Iterator[Case]:
    """Give each condition and need of a step and kit; weeks, minutes and the rest go in turn."""
    grid = product(CONDITIONS, Goal, DAYS)
    for number, (condition, goal, days) in enumerate(grid, len(kit)):
        months = (24, 3, 24)[number % 3]
        profile = replace(CONDITIONS[condition], equipment=KITS[kit], experience_months=months)
        yield (
            condition,
            Need(
                phase=phase,
                goal=goal,
                profile=profile,
                movement=CLEAN if phase is Phase.POWER else MOVEMENTS[number % len(MOVEMENTS)],
                days=days,
                place=number % days,
                week=1 + number % 7,
                minutes=MINUTES[number % len(MINUTES)],
                lighter=number % 11 == 0,
            ),
        )


def main() -> None:
    """Build every thirteenth session there is, and tell how many and the digest of them all."""
    digest, count = sha256(), 0
    for phase, kit in product(Phase, KITS):
        for condition, need in islice(cases(phase, kit), phase, None, SOME):
            found = build(need, BOOK) if phase <= HIGHEST[condition] else None
            if isinstance(found, Session):
                digest.update(json.encode(found))
                count += 1
    sys.stdout.write(f"{count} {digest.hexdigest()}\n")


if __name__ == "__main__":
    main()

"""What decisions cost, side by side in one run: `make bench`.

A verdict against one firing of the staircase's own trigger, and the doors in documents a minute.
"""

import json
import sys
import time
from collections.abc import Callable

from flows.doors import placing, reviewing
from flows.phases.case import facts, lay_open
from flows.phases.machine import step
from flows.phases.rules import way
from flows.phases.verdict import review
from tests.flows.doors.test_doors import NEW, STANDING
from tests.flows.phases.people import GOOD, P2, P3, standing, supervised
from tests.flows.policy import DEFAULT

ROUNDS = 7
TIMES = 2000
A_MINUTE = 60.0
MOST_FIRINGS = 5
LEAST_A_MINUTE = 20_000


def seconds(work: Callable[[], object]) -> float:
    """Give the seconds of one piece of work, the best of some rounds."""
    return min(_round(work) for _ in range(ROUNDS)) / TIMES


def _round(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    for _ in range(TIMES):
        work()
    return time.perf_counter() - began


def main() -> int:
    """Measure and tell; 1 when a bound is broken."""
    position = supervised(standing(P2))
    row, case = way(P2, P3), lay_open(position, GOOD, DEFAULT)
    assert row is not None
    read = facts(case, P3, DEFAULT)
    firing = seconds(lambda: step(row, read, DEFAULT))
    verdict = seconds(lambda: review(position, GOOD, DEFAULT))
    intake, week = json.dumps(NEW).encode(), json.dumps(STANDING).encode()
    placed = A_MINUTE / seconds(lambda: placing.answer(intake, DEFAULT, 1))
    reviewed = A_MINUTE / seconds(lambda: reviewing.answer(week, DEFAULT, 1))
    told = (
        f"a verdict: {verdict / firing:.1f} firings of its trigger (at most {MOST_FIRINGS})\n"
        f"place: {placed:,.0f} documents a minute (at least {LEAST_A_MINUTE:,})\n"
        f"review: {reviewed:,.0f} documents a minute (at least {LEAST_A_MINUTE:,})\n"
    )
    sys.stdout.write(told)
    return int(verdict > MOST_FIRINGS * firing or min(placed, reviewed) < LEAST_A_MINUTE)


if __name__ == "__main__":
    sys.exit(main())

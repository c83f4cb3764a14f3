"""What the plan of a year costs, for every goal: `make bench`."""

import sys
import time
from collections.abc import Callable

from flows.programs.year import year
from flows.steps import Goal
from tests.flows.book import BOOK
from tests.flows.phases.people import P1, TODAY, standing, supervised

ROUNDS = 20
MOST_MS = 50.0


def milliseconds(goal: Goal) -> float:
    """Give the milliseconds of one year, the best of some rounds."""
    position = supervised(standing(P1, goal))
    return min(_once(lambda: year(position, TODAY, BOOK, lighter=False)) for _ in range(ROUNDS))


def _once(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def main() -> int:
    """Measure and tell; 1 when the bound is broken."""
    slowest = max(milliseconds(goal) for goal in Goal)
    sys.stdout.write(f"a year's plan: {slowest:.1f} ms (at most {MOST_MS:.0f})\n")
    return int(slowest > MOST_MS)


if __name__ == "__main__":
    sys.exit(main())

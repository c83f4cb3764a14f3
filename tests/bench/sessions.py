"""What building a session costs, step by step: `make bench`."""

import sys
import time

from flows.programs.builder import build
from flows.programs.need import Need
from flows.steps import Phase
from tests.flows.book import BOOK
from tests.flows.programs.building import need

ROUNDS = 5
TIMES = 40
MOST_MS = 5.0


def milliseconds(phase: Phase) -> float:
    """Give the milliseconds of one session in a full gym, the best of some rounds."""
    asked = need(phase, week=3)
    return 1000 * min(_round(asked) for _ in range(ROUNDS)) / TIMES


def _round(asked: Need) -> float:
    began = time.perf_counter()
    for _ in range(TIMES):
        build(asked, BOOK)
    return time.perf_counter() - began


def main() -> int:
    """Measure and tell; 1 when the bound is broken."""
    found = {phase: milliseconds(phase) for phase in Phase}
    for phase, cost in found.items():
        sys.stdout.write(f"a session of step {phase}: {cost:.1f} ms (at most {MOST_MS:g})\n")
    return int(max(found.values()) > MOST_MS)


if __name__ == "__main__":
    sys.exit(main())

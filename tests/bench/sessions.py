"""What building a session costs in processor time, step by step: `make bench`."""

import sys
import time

from msgspec.structs import replace

from flows.phases.profile import Condition
from flows.programs.builder import build
from flows.programs.need import Need
from flows.steps import Phase
from tests.flows.book import BOOK
from tests.flows.programs.building import P2, STRONG, need

ROUNDS = 5
TIMES = 40
MOST_MS = 5.0
LIMITED = replace(STRONG, conditions=(Condition.DIABETES,))
CASES = {
    **{f"of step {phase}": need(phase, week=3) for phase in Phase},
    "of pairs, with limits, in little time": need(P2, profile=LIMITED, week=3, minutes=40),
}


def milliseconds(asked: Need) -> float:
    """Give the milliseconds of a session in a full gym, the best of some rounds."""
    return 1000 * min(_round(asked) for _ in range(ROUNDS)) / TIMES


def _round(asked: Need) -> float:
    began = time.process_time()
    for _ in range(TIMES):
        build(asked, BOOK)
    return time.process_time() - began


def main() -> int:
    """Measure and tell; 1 when the bound is broken."""
    found = {name: milliseconds(asked) for name, asked in CASES.items()}
    for name, cost in found.items():
        sys.stdout.write(f"a session {name}: {cost:.1f} ms (at most {MOST_MS:g})\n")
    return int(max(found.values()) > MOST_MS)


if __name__ == "__main__":
    sys.exit(main())

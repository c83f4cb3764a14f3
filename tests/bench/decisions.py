"""What decisions cost, side by side in one run: `make bench`.

Verdicts against one bare firing of the staircase's own trigger (all guards asked, the facts read
already), and the doors in documents a minute. All take turns in many short rounds and the best
round of each counts: what else the machine does then weighs on none of them.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from flows.doors import placing, reviewing
from flows.phases.case import facts, lay_open
from flows.phases.machine import step
from flows.phases.position import Week
from flows.phases.rules import way
from flows.phases.signs import Sign
from flows.phases.verdict import review
from tests.flows.doors.test_doors import NEW, STANDING
from tests.flows.phases.people import GOOD, P1, P2, P3, TODAY, standing, supervised
from tests.flows.policy import DEFAULT

ROUNDS = 200
TIMES = 40
A_MINUTE = 60.0
MOST_FIRINGS = 5
LEAST_A_MINUTE = 20_000

Work = Callable[[], object]
ON_TWO = supervised(standing(P2))
WEEKS = {
    "up to step 2": (standing(P1), GOOD),
    "up to step 3": (ON_TWO, GOOD),
    "held, too early": (replace(ON_TWO, weeks_in_phase=2), GOOD),
    "held, nothing known": (ON_TWO, Week(today=TODAY)),
    "down for pain": (ON_TWO, replace(GOOD, pain=4)),
    "down for time off": (ON_TWO, replace(GOOD, weeks_off=5)),
    "stopped": (ON_TWO, replace(GOOD, signs=(Sign.CHEST,))),
}


def firing() -> Work:
    """Fire the trigger from step 2 to 3."""
    row = way(P2, P3)
    assert row is not None
    read = facts(lay_open(ON_TWO, GOOD, DEFAULT), P3, DEFAULT)
    return lambda: step(row, read, DEFAULT)


def verdicts() -> dict[str, Work]:
    """Review a week of each kind."""
    return {
        name: partial(review, position, week, DEFAULT) for name, (position, week) in WEEKS.items()
    }


def doors() -> dict[str, Work]:
    """Answer a document at each door."""
    intake, week = json.dumps(NEW).encode(), json.dumps(STANDING).encode()
    return {
        "place": lambda: placing.answer(intake, DEFAULT, 1),
        "review": lambda: reviewing.answer(week, DEFAULT, 1),
    }


def seconds(works: dict[str, Work]) -> dict[str, float]:
    """Give the seconds of each piece of work, the best of many rounds in turns."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            best[name] = min(best[name], _round(work))
    return best


def _round(work: Work) -> float:
    began = time.perf_counter()
    for _ in range(TIMES):
        work()
    return (time.perf_counter() - began) / TIMES


def main() -> int:
    """Measure and tell; 1 when a bound is broken."""
    took = seconds({"firing": firing(), **verdicts(), **doors()})
    firings = {name: took[name] / took["firing"] for name in WEEKS}
    a_minute = {name: A_MINUTE / took[name] for name in doors()}
    told = [
        f"a firing: {took['firing'] * 1e6:.1f} µs; a verdict, in firings (at most {MOST_FIRINGS})",
        *(f"  {name}: {count:.1f}" for name, count in firings.items()),
        f"documents a minute (at least {LEAST_A_MINUTE:,})",
        *(f"  {name}: {count:,.0f}" for name, count in a_minute.items()),
    ]
    sys.stdout.write("\n".join(told) + "\n")
    dear = max(firings.values()) > MOST_FIRINGS
    return int(dear or min(a_minute.values()) < LEAST_A_MINUTE)


if __name__ == "__main__":
    sys.exit(main())

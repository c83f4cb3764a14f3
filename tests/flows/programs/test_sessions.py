"""Every step, goal, number of days, kit and condition: the session keeps to all of its rules."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from subprocess import PIPE, Popen

import pytest
from msgspec.structs import replace

from flows.phases.caps import suited
from flows.phases.profile import Equipment, Profile
from flows.programs.builder import build
from flows.programs.need import Need
from flows.programs.session import Refusal, Session
from flows.steps import Goal, Phase
from tests.flows.book import BOOK
from tests.flows.phases.people import CLEAN
from tests.flows.programs.grid import CONDITIONS, DAYS, HIGHEST, KITS, cases
from tests.flows.programs.keeping import keeps

pytestmark = [pytest.mark.no_cover, pytest.mark.timeout(170)]


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("phase", Phase)
def test_every_combination_keeps_to_its_rules(phase: Phase, kit: str) -> None:
    """Step × goal × days × kit × condition, as far as the condition and the kit reach."""
    built = Counter[str]()
    for number, (condition, need) in enumerate(cases(phase, kit)):
        found = build(need, BOOK)
        if phase > HIGHEST[condition]:
            assert isinstance(found, Refusal)
            built["above a condition's step"] += 1
        elif phase not in suited(need.profile, BOOK.policy):
            assert isinstance(found, Refusal)
            assert found.rule == "cap.equipment"
            built["without enough equipment"] += 1
        else:
            assert isinstance(found, Session), (condition, found)
            keeps(found, need, condition)
            assert number % 9 or build(need, BOOK) == found
            built["built"] += 1
    print(f"step {phase}, {kit}: {dict(built)}")  # noqa: T201 - what is refused has to be seen


SETS = tuple(some for n in range(6) for some in combinations(tuple(Equipment)[1:], n))


@pytest.mark.parametrize(
    "kits", [tuple(KITS.values()), SETS], ids=["built above", "all there are"]
)
def test_less_than_a_fifth_is_refused_for_want_of_equipment(
    kits: tuple[tuple[Equipment, ...], ...],
) -> None:
    """Of all that a condition's step allows: its route is cut there before anything is built."""
    asked, refused = 0, Counter[str]()
    for phase, condition, have in product(Phase, CONDITIONS, kits):
        if phase <= HIGHEST[condition]:
            needs = list(_needs(phase, replace(CONDITIONS[condition], equipment=have)))
            asked += len(needs)
            if phase not in suited(needs[0].profile, BOOK.policy):
                assert all(isinstance(build(need, BOOK), Refusal) for need in needs)
                refused[f"step {phase} with {'+'.join(have) or 'nothing'}"] += len(needs)
    share = refused.total() / asked
    print(f"{asked} combinations, {share:.1%} refused: {dict(refused)}")  # noqa: T201
    assert asked >= 5000
    assert 0 < share < 0.2


def _needs(phase: Phase, profile: Profile) -> Iterator[Need]:
    for goal, days in product(Goal, DAYS):
        yield Need(phase=phase, goal=goal, days=days, movement=CLEAN, profile=profile)


@pytest.mark.slow
def test_a_combination_is_the_same_in_another_process() -> None:
    """Nothing hangs on the order of a set, which differs from process to process."""
    command = (sys.executable, "-m", "tests.flows.programs.grid")
    running = [
        Popen(command, stdout=PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    told = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert told[0] == told[1]
    assert int(told[0].split()[0]) >= 400

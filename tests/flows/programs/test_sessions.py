"""Every step, goal, number of days, kit and condition: the session keeps to all of its rules."""

from collections import Counter
from itertools import combinations, product

import pytest
from msgspec.structs import replace

from flows.phases.caps import suited
from flows.phases.profile import Equipment
from flows.programs.builder import build
from flows.programs.need import Need
from flows.programs.session import Refusal, Session
from flows.steps import Goal, Phase
from tests.flows.book import BOOK
from tests.flows.phases.people import CLEAN
from tests.flows.programs.grid import CONDITIONS, DAYS, HIGHEST, KITS, cases
from tests.flows.programs.keeping import keeps


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


def test_less_than_a_fifth_is_refused_for_want_of_equipment() -> None:
    """All sets of equipment that can be told, with all that a condition's step allows."""
    asked, refused = Counter[Phase](), Counter[str]()
    sets = [some for n in range(6) for some in combinations(tuple(Equipment)[1:], n)]
    for condition, phase, have in product(CONDITIONS, Phase, sets):
        if phase <= HIGHEST[condition]:
            asked[phase] += len(Goal) * len(DAYS)
            need = Need(
                phase=phase,
                goal=Goal.MUSCLE,
                movement=CLEAN,
                profile=replace(CONDITIONS[condition], equipment=have),
            )
            if phase not in suited(need.profile, BOOK.policy):
                assert isinstance(build(need, BOOK), Refusal)
                refused[f"step {phase} with {'+'.join(have) or 'nothing'}"] += len(Goal) * len(
                    DAYS
                )
    share = refused.total() / asked.total()
    print(f"{asked.total()} combinations, {share:.1%} refused: {dict(refused)}")  # noqa: T201
    assert asked.total() >= 5000
    assert 0 < share < 0.2

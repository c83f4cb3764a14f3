"""A session, what was done of it, and a need survive being stored."""

from datetime import date

import msgspec
import pytest

from flows.phases.profile import Profile
from flows.programs.log import Done, Lift, Outing
from flows.programs.need import Need, Wishes
from flows.programs.session import Block, Dose, Item, Section, Session, Span, Tempo
from flows.steps import Goal, Phase
from flows.words import T

DOSE = Dose(sets=2, reps=Span(12, 20), tempo=Tempo(4, 2, 1, 1), rest=60)
ITEM = Item(exercise="push_up", dose=DOSE, pair="A", reasons=(T("It is {n}.", n=1),))
SESSION = Session(
    phase=Phase(1),
    title=T("Step 1"),
    blocks=(Block(section=Section.RESISTANCE, items=(ITEM,)),),
    minutes=45,
)
LIFT = Lift(
    exercise="push_up",
    outings=(Outing(on=date(2026, 3, 2), phase=Phase(1), sets=(Done(reps=12, left=3),)),),
)
NEED = Need(
    phase=Phase(1),
    goal=Goal.HEALTH,
    profile=Profile(age=40),
    lifts=(LIFT,),
    wishes=Wishes(swaps=(("push_up", "wall_push_up"),)),
)


@pytest.mark.parametrize("value", [SESSION, NEED], ids=["session", "need"])
def test_what_is_stored_comes_back(value: Session | Need) -> None:
    assert msgspec.json.decode(msgspec.json.encode(value), type=type(value)) == value

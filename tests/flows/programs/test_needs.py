"""Any need at all becomes a session that keeps to its rules, or a refusal in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from flows.phases.profile import Condition, Equipment, Fault, Movement, Profile
from flows.programs.builder import build
from flows.programs.doses import Role
from flows.programs.kinds import Component
from flows.programs.need import Need, Wishes
from flows.programs.session import Refusal, Section, Session, Span
from flows.programs.who import CHECKPOINTS
from flows.questionnaires.lists import PLACES
from flows.steps import Goal, Phase
from flows.words import english
from tests.flows.book import BOOK
from tests.flows.phases.people import SOUND
from tests.flows.programs.acute import RESISTANCE
from tests.flows.programs.keeping import THINGS, exercise, items

pytestmark = [pytest.mark.no_cover, pytest.mark.timeout(170)]
IDS = tuple(BOOK.library.exercises)
KEYS = tuple(one.key for one in PLACES)
faults = st.sampled_from((None, *Fault))
movements = st.one_of(
    st.none(),
    st.builds(
        Movement,
        **dict.fromkeys(CHECKPOINTS, faults),
        lands=st.sampled_from((None, True, False)),
        steady=st.sampled_from((None, True, False)),
    ),
)
profiles = st.builds(
    Profile,
    age=st.sampled_from((None, 16, 17, 30, 70, 90)),
    height_cm=st.just(170.0),
    weight_kg=st.sampled_from((None, 50.0, 70.0, 120.0)),
    experience_months=st.sampled_from((None, 0, 6, 24)),
    equipment=st.one_of(st.none(), st.lists(st.sampled_from(Equipment), unique=True).map(tuple)),
    conditions=st.one_of(
        st.none(), st.lists(st.sampled_from(Condition), max_size=3, unique=True).map(tuple)
    ),
    pregnancy_week=st.sampled_from((None, 5, 20)),
    used_to_training=st.booleans(),
    fell_last_year=st.sampled_from((None, True, False)),
    supervised=st.booleans(),
)
some = st.lists(st.sampled_from(IDS), max_size=4, unique=True).map(tuple)
wishes = st.builds(
    Wishes,
    forbidden=some,
    locked=some,
    swaps=st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=3).map(tuple),
)
needs = st.builds(
    Need,
    phase=st.sampled_from(Phase),
    goal=st.sampled_from(Goal),
    profile=st.one_of(profiles, st.just(replace(SOUND, equipment=tuple(Equipment)))),
    movement=movements,
    days=st.integers(1, 7),
    place=st.integers(0, 6),
    week=st.integers(1, 20),
    minutes=st.integers(10, 120),
    lighter=st.booleans(),
    mixed=st.booleans(),
    load=st.sampled_from((Span(100, 100), Span(80, 90))),
    recent=st.lists(some, max_size=3).map(tuple),
    hurts=st.lists(st.sampled_from(KEYS), max_size=2, unique=True).map(tuple),
    wishes=wishes,
)


@given(needs)
@settings(max_examples=150, deadline=None)
def test_any_need_is_answered_by_what_is_allowed(need: Need) -> None:
    found = build(need, BOOK)
    assert build(need, BOOK) == found
    if isinstance(found, Refusal):
        assert english(found.text)
    else:
        sound(found, need)


def sound(session: Session, need: Need) -> None:
    have = {kit for one in need.profile.equipment or () for kit in THINGS.get(one, ())}
    assert items(session, Section.RESISTANCE)
    if need.minutes >= 30 and not need.wishes.locked:
        assert session.minutes <= need.minutes
    for item in items(session):
        one, dose = exercise(item), item.dose
        assert need.phase in one.phases
        assert any(have.issuperset(way) for way in one.kit)
        assert one.id not in need.wishes.forbidden
        assert dose.sets >= 1
        assert (dose.reps is None) != (dose.seconds is None)
        assert item.reasons
        assert all(english(reason) for reason in item.reasons)
        if one.component is Component.RESISTANCE:
            (sets, _, _), _, _ = RESISTANCE[need.phase, Role.SINGLE]
            assert dose.sets <= sets.high
    assert all(english(note) for block in session.blocks for note in block.notes)
    assert all(english(note) for note in session.notes)

"""Whatever fits the doors' own types is answered, up to the ends of every range and calendar."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from flows.doors import placing, reviewing
from flows.doors.person import ITEMS
from tests.flows.policy import DEFAULT

Strategy = st.SearchStrategy[object]
Answer = Callable[[bytes], object]

DAYS = st.sampled_from([date.min, date(2026, 3, 2), date(2028, 2, 29), date.max])
FACTS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def _numbers(kind: inspect.IntType | inspect.FloatType) -> Strategy:
    low, high = kind.ge or 0, kind.le or 0
    ends = st.sampled_from([low, high])
    if isinstance(kind, inspect.IntType):
        return ends | st.integers(int(low), int(high))
    return ends | st.floats(low, high)


def _struct(kind: inspect.StructType) -> Strategy:
    """Give all that is required, and any of the rest."""
    fields = {field.name: values(field.type) for field in kind.fields}
    must = {field.name for field in kind.fields if field.required}
    item = {"item": st.sampled_from(sorted(ITEMS))} if "item" in fields else {}
    return st.fixed_dictionaries(
        {name: fields[name] for name in must - item.keys()} | item,
        optional={name: fields[name] for name in fields.keys() - must},
    )


def values(kind: inspect.Type) -> Strategy:
    """Give values that fit a type of a door."""
    match kind:
        case inspect.Metadata():
            return values(kind.type)
        case inspect.StructType():
            return _struct(kind)
        case inspect.UnionType():
            return st.one_of([values(one) for one in kind.types])
        case inspect.VarTupleType():
            return st.lists(values(kind.item_type), max_size=3)
        case inspect.EnumType():
            return st.sampled_from([one.value for one in kind.cls])
        case inspect.IntType() | inspect.FloatType():
            return _numbers(kind)
        case _:
            return PLAIN[type(kind)]


PLAIN: dict[type[inspect.Type], Strategy] = {
    inspect.DateType: DAYS,
    inspect.BoolType: st.booleans(),
    inspect.NoneType: st.none(),
    inspect.StrType: st.text(max_size=5),
}


@FACTS
@given(values(inspect.type_info(placing.PlaceAsked)))
def test_any_intake_is_placed(told: object) -> None:
    given = placing.answer(msgspec.json.encode(told), DEFAULT, None)
    assert isinstance(given, placing.Placed), given


@FACTS
@given(values(inspect.type_info(reviewing.ReviewAsked)))
def test_any_week_is_reviewed(told: object) -> None:
    given = reviewing.answer(msgspec.json.encode(told), DEFAULT, None)
    assert isinstance(given, reviewing.Reviewed), given


WORD = {"item": "sign.dizzy", "by": "trainer", "given": "9999-12-30", "since": "9999-12-30"}
HURT = {"movement": {"pain": True}, "movement_days": 1000}


@pytest.mark.parametrize(
    "told",
    [
        {"today": "9999-12-31", "clearances": [WORD]},
        {"today": "0001-01-02", **HURT},
    ],
)
def test_a_week_at_the_ends_of_the_calendar_is_reviewed(told: dict[str, object]) -> None:
    document = msgspec.json.encode({"goal": "health", **told})
    assert isinstance(reviewing.answer(document, DEFAULT, None), reviewing.Reviewed)

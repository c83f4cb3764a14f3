"""A finished session is written into the history and read back as it was."""

from datetime import UTC, date, datetime

import msgspec
from msgspec.structs import replace

from flows.effects import Record
from flows.programs.diary import Kept, Put, lines, read, record
from flows.programs.log import Done
from flows.steps import Phase

AT = datetime(2026, 3, 14, 18, tzinfo=UTC)
SQUAT = Put(exercise="goblet_squat", done=Done(kg=22.5, reps=12, left=2))
PLANK = Put(exercise="plank", done=Done(seconds=40))
KEPT = Kept(
    on=date(2026, 3, 14),
    key="w7",
    phase=Phase.STRENGTH_ENDURANCE,
    effort=7,
    minutes=55,
    sets=(SQUAT, PLANK, SQUAT),
)


def test_a_session_is_read_back_as_it_was() -> None:
    stored = msgspec.json.encode(record(KEPT, AT, "1"))
    assert read(msgspec.json.decode(stored, type=Record)) == KEPT


def test_what_is_not_known_stays_unknown() -> None:
    bare = Kept(on=date(2024, 1, 2), key="strong:1", source="strong", sets=())
    assert read(record(bare, AT, "1")) == bare


def test_a_set_is_a_short_line() -> None:
    facts = dict(record(KEPT, AT, "1").facts)
    assert facts["sets"] == (
        "goblet_squat|1|22.5|12||2",
        "plank|1|||40|",
        "goblet_squat|2|22.5|12||2",
    )


def test_a_foreign_name_cannot_break_the_line() -> None:
    odd = replace(SQUAT, exercise="Row | Cable")
    found = read(record(replace(KEPT, sets=(odd,)), AT, "1"))
    assert found is not None
    assert found.sets[0].exercise == "Row / Cable"


def test_the_sets_of_an_exercise_are_counted_anew_in_each_session() -> None:
    assert [line.number for line in lines((KEPT, KEPT))] == [1, 1, 2, 1, 1, 2]


def test_other_records_are_no_sessions() -> None:
    assert read(Record(what="verdict", at=AT, policy="1")) is None

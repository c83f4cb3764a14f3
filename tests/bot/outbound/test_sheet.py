"""Everything that was logged, as a table that a spreadsheet reads."""

import csv
import io
from datetime import UTC, date, datetime

from bot.outbound.sheet import COLUMNS, sheet
from flows.codec import write_record
from flows.effects import Record
from flows.programs.diary import Kept, Put, felt, record
from flows.programs.log import Done
from flows.steps import Phase

AT = datetime(2026, 3, 14, 18, tzinfo=UTC)


def stored(on: date, *sets: Put, phase: Phase | None = None, effort: int | None = None) -> bytes:
    kept = Kept(on=on, key=on.isoformat(), sets=sets, phase=phase, effort=effort)
    return write_record(record(kept, AT, "1"))


def read(*history: bytes) -> list[list[str]]:
    text = sheet(history, {"goblet_squat": "Goblet squat"}).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


SQUAT = Put(exercise="goblet_squat", done=Done(kg=22.5, reps=12, left=2))
ODD = Put(exercise='=HYPERLINK("x"), two', done=Done(seconds=40))


def test_a_set_is_a_line_under_the_names_of_the_columns() -> None:
    table = read(stored(date(2026, 3, 14), SQUAT, SQUAT, phase=Phase(2), effort=7))
    assert table == [
        list(COLUMNS),
        ["2026-03-14", "2", "Goblet squat", "1", "22.5", "12", "", "2", "7"],
        ["2026-03-14", "2", "Goblet squat", "2", "22.5", "12", "", "2", "7"],
    ]


def test_what_is_not_known_is_empty_and_a_foreign_name_is_no_formula() -> None:
    table = read(stored(date(2024, 1, 1), ODD))
    assert table[1] == ["2024-01-01", "", '\'=HYPERLINK("x"), two', "1", "", "", "40", "", ""]


def test_sessions_stand_by_their_days_whenever_they_were_brought_along() -> None:
    table = read(stored(date(2026, 3, 14), SQUAT), stored(date(2024, 1, 1), SQUAT))
    assert [row[0] for row in table[1:]] == ["2024-01-01", "2026-03-14"]


def test_the_effort_may_be_told_after_the_session() -> None:
    day = date(2026, 3, 14)
    table = read(stored(day, SQUAT), write_record(felt(day.isoformat(), 8, AT, "1")))
    assert [row[-1] for row in table[1:]] == ["8"]


def test_other_records_and_what_cannot_be_read_are_left_out() -> None:
    other = write_record(Record(what="verdict", at=AT, policy="1"))
    assert read(
        other, b"junk", b'{"what":"session","at":"2026-03-14T18:00:00Z","policy":"1"}'
    ) == [list(COLUMNS)]

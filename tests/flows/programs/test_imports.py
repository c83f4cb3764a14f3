"""Histories of Strong and Hevy: read as both apps write them, whole or not at all."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.programs import span
from flows.programs.diary import Kept
from flows.programs.foreign import moment
from flows.programs.foreign_months import NAMES
from flows.programs.imports import Brought, Refusal, parse
from flows.programs.log import Done
from flows.programs.span import step_of
from flows.programs.table import TableError
from flows.questions.matching import plain
from flows.steps import Phase
from flows.words import english
from tests.flows.book import BOOK

TODAY = date(2026, 11, 25)
EXPORTS = Path("tests/data/exports")


def export(name: str) -> str:
    return (EXPORTS / f"{name}.csv").read_text(encoding="utf-8")


STRONG = export("strong")
ANDROID = export("strong_android")
NEWER = export("strong_2026")
HEVY = export("hevy")
POUNDS = HEVY.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")


def read(text: str, unit: str = "kg") -> Brought:
    found = parse(text, TODAY, unit, BOOK.spans)
    assert isinstance(found, Brought), english(found.why)
    return found


def refused(text: str) -> Refusal:
    found = parse(text, TODAY, "kg", BOOK.spans)
    assert isinstance(found, Refusal)
    return found


def sets(session: Kept) -> list[tuple[str, Done]]:
    return [(put.exercise, put.done) for put in session.sets]


def test_strong_is_read_session_by_session_oldest_first() -> None:
    found = read(STRONG)
    assert found.source == "strong"
    assert [one.on for one in found.sessions] == [date(2024, 3, 2), date(2024, 3, 4)]
    assert [one.minutes for one in found.sessions] == [45, 65]
    assert sets(found.sessions[1]) == [
        ("Squat (Barbell)", Done(kg=100, reps=5, left=1)),
        ("Squat (Barbell)", Done(kg=80, reps=8)),
        ("Plank", Done(seconds=60)),
    ]
    assert sets(found.sessions[0]) == [("Bench Press (Barbell)", Done(kg=80, reps=6, left=0))]


def test_warm_ups_and_sets_without_anything_are_left_out_and_counted() -> None:
    found = read(STRONG)
    assert (found.warm_ups, found.empty) == (1, 1)


def test_a_file_without_a_unit_is_read_in_the_person_s() -> None:
    assert not read(STRONG).unit_told
    assert read(STRONG, "lb").sessions[0].sets[0].done.kg == pytest.approx(36.29)


def test_semicolons_units_by_row_and_decimal_commas() -> None:
    found = read(ANDROID, "lb")
    assert found.unit_told
    assert sets(found.sessions[0]) == [
        ("Overhead Press (Barbell)", Done(kg=45.36, reps=2)),
        ("Overhead Press (Barbell)", Done(kg=52.5, reps=3, left=1)),
    ]
    assert found.sessions[0].minutes == 58


def test_a_unit_in_the_header_and_seconds_of_a_workout() -> None:
    found = read(NEWER)
    assert found.unit_told
    assert found.sessions[0].sets[0].done == Done(kg=45.36, reps=8)
    assert found.sessions[0].minutes == 60
    assert read(NEWER.replace("(lbs)", "(kg)"), "lb").sessions[0].sets[0].done.kg == 100


def test_hevy_is_read() -> None:
    found = read(HEVY)
    assert (found.source, found.warm_ups, found.unit_told) == ("hevy", 1, True)
    (session,) = found.sessions
    assert (session.on, session.minutes, session.source) == (date(2025, 3, 28), 62, "hevy")
    assert sets(session) == [
        ("Bench Press (Barbell)", Done(kg=80, reps=8, left=2)),
        ("Bench Press (Barbell)", Done(kg=80, reps=7, left=0)),
        ("Plank", Done(seconds=45)),
    ]


def test_hevy_in_pounds() -> None:
    assert read(POUNDS).sessions[0].sets[0].done.kg == pytest.approx(36.29)


def test_an_end_that_is_missing_or_before_the_start_leaves_the_minutes_unknown() -> None:
    assert read(HEVY.replace('"28 Mar 2025, 18:31"', '""')).sessions[0].minutes is None
    assert (
        read(HEVY.replace("28 Mar 2025, 18:31", "27 Mar 2025, 18:31")).sessions[0].minutes is None
    )


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-05 19:05:00", "2024-03-05 7:05:00\u202fPM", "2024-03-05 19:05",
        "5 Mar 2024, 19:05", "5 Mar 2024, 7:05 PM", "Mar 5, 2024, 7:05 PM", "Mar 5, 2024, 19:05",
    ],
)  # fmt: skip
def test_dates_as_the_apps_have_written_them(cell: str) -> None:
    found = moment(cell)
    assert found is not None
    assert found.isoformat() == "2024-03-05T19:05:00"


def test_a_bare_day_is_a_date_too_and_words_are_none() -> None:
    assert moment("2024-03-05") is not None
    assert moment("yesterday") is None


def test_a_session_s_key_stays_the_same_whatever_surrounds_it() -> None:
    whole = {one.key for one in read(STRONG).sessions}
    header, *rows = STRONG.splitlines(keepends=True)
    part = read(header + "".join(rows[-2:]))
    assert {part.sessions[0].key} < whole
    assert len(whole) == 2
    assert read(HEVY).sessions[0].key.startswith("hevy:")


def test_line_ends_a_mark_in_front_and_blank_lines_do_not_matter() -> None:
    odd = "\ufeff" + STRONG.replace("\n", "\r\n") + "\r\n\r\n"
    assert {one.key for one in read(odd).sessions} == {one.key for one in read(STRONG).sessions}


@pytest.mark.parametrize(
    ("old", "new", "row", "why"),
    [
        ("80.0,6,", "eighty,6,", 9, "“eighty” under weight is no number"),
        ("80.0,6,", "80.0,6.5,", 9, "“6.5” under reps is no whole number"),
        ("80.0,6,", "80.0,-6,", 9, "reps has to be from 0 to 1000; here it is -6"),
        ("80.0,6,", "80.0,5000,", 9, "reps has to be from 0 to 1000; here it is 5000"),
        ("80.0,6,", "2000,6,", 9, "kg has to be from 0 to 1000; here it is 2000"),
        ("80.0,6,0,0,", "80.0,6,0,90000,", 9, "seconds has to be from 0 to 86400"),
        (",,,10\n", ",,,11\n", 9, "rpe has to be from 0 to 10"),
        ("80.0,6,", "nan,6,", 9, "kg has to be"),
        ("80.0,6,", "inf,6,", 9, "kg has to be"),
        ('2024-03-02 07:00:00,"Push",45m,"Bench Press (Barbell)",2', "noon,Push,45m,Bench,2",
         9, "“noon” is no date"),
        ('(Barbell)",2,', '(Barbell)",Z,', 9, "“Z” under set order is nothing I know"),
        ('"Bench Press (Barbell)",2,', ",2,", 9, "The exercise has no name"),
        ("80.0,6,0,0,,,10", "80.0,6", 9, "The row has 7 cells, the header has 12"),
        ('2024-03-04 18:30:00,"Legs, day 1",1h 5m,"Plank"',
         '2027-03-04 18:30:00,"Legs, day 1",1h 5m,"Plank"', 7, "2027-03-04 is in the future"),
    ],
)  # fmt: skip
def test_a_bad_row_refuses_the_whole_file_and_is_named(
    old: str, new: str, row: int, why: str
) -> None:
    assert old in STRONG
    found = refused(STRONG.replace(old, new))
    assert found.row == row
    assert why in english(found.why)


def test_an_unknown_unit_and_an_unknown_kind_of_set_are_refused() -> None:
    assert refused(ANDROID.replace(";lbs;", ";pud;")).row == 2
    found = refused(HEVY.replace('"normal"', '"heroic"'))
    assert (found.row, english(found.why)) == (3, "“heroic” under set_type is nothing I know.")


def test_quotes_that_do_not_close_are_refused_with_their_row() -> None:
    found = refused(STRONG.replace('"Push"', '"Push'))
    assert found.row >= 8
    assert "CSV" in english(found.why)


@pytest.mark.parametrize("text", ["", "\n\n", "hello", "%PDF-1.7\n%âãÏÓ", "\x00\x01"])
def test_what_is_no_table_is_refused(text: str) -> None:
    assert "CSV" in english(refused(text).why)


def test_a_table_of_something_else_is_refused() -> None:
    assert "Strong and Hevy" in english(refused("Date,Weight\n2024-03-04,80\n").why)
    without = "Date,Exercise Name,Set Order,Reps\n2024-03-04,Squat,1,5\n"
    assert "Strong and Hevy" in english(refused(without).why)


def test_a_table_without_a_single_set_is_refused() -> None:
    assert "no set" in english(refused(STRONG.splitlines()[0] + "\n").why)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    parse(text, TODAY, "kg", BOOK.spans)
    parse(STRONG.splitlines()[0] + "\n" + text, TODAY, "kg", BOOK.spans)


@pytest.mark.parametrize(("reps", "phase"), [(1, 4), (5, 4), (6, 3), (12, 3), (13, 1), (1001, 1)])
def test_reps_say_the_step_that_a_set_belongs_to(reps: int, phase: int) -> None:
    assert step_of(reps, BOOK.spans) is Phase(phase)


def test_a_table_of_limits_that_is_none_is_refused() -> None:
    with pytest.raises(TableError, match="row 2"):
        span.parse("what,low,high,unit,source,confidence\nkg,a,b,kg,x,D\n")


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("28 févr. 2025, 17:29", 2),
        ("28 März 2025, 17:29", 3),
        ("28. Mai 2025, 17:29", 5),
        ("28 mrt. 2025, 17:29", 3),
        ("28 août 2025, 17:29", 8),
        ("28 juin 2025, 17:29", 6),
        ("28 juil. 2025, 17:29", 7),
        ("28 de set. de 2025, 17:29", 9),
        ("28 Ağu 2025, 17:29", 8),
        ("28 дек. 2025, 17:29", 12),
        ("28 10월 2025, 17:29", 10),
    ],
)
def test_hevy_dates_are_read_in_the_language_of_the_phone(cell: str, month: int) -> None:
    assert moment(cell) == datetime(2025, month, 28, 17, 29)  # noqa: DTZ001 - as on the wall
    (session,) = read(HEVY.replace("28 Mar 2025, 17:29", cell)).sessions
    assert session.on == date(2025, month, 28)


@pytest.mark.parametrize("cell", ["31 févr. 2025, 17:29", "28 foo 2025, 17:29", "28 mai 2025"])
def test_a_date_that_is_none_is_none_in_any_language(cell: str) -> None:
    assert moment(cell) is None


def test_no_name_of_a_month_means_two() -> None:
    names = [plain(name) for line in NAMES.splitlines() for name in line.split()[1:]]
    assert len(names) == len(set(names))

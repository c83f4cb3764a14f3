"""A history from another app: shown first, taken with one tap, and never twice."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from flows.effects import Record
from flows.news import Fetched
from flows.person import Client, Stage
from flows.programs.diary import read
from flows.talk import bringing_texts
from flows.words import english
from tests.flows.people import MIA, answers, assessed
from tests.flows.world import World

EXPORTS = Path("tests/data/exports")
STRONG = (EXPORTS / "strong.csv").read_text(encoding="utf-8")
HEVY = (EXPORTS / "hevy.csv").read_text(encoding="utf-8")
KNOWN = STRONG.replace("Bench Press (Barbell)", "Push Up")
PARTLY = KNOWN.replace("Plank", "Plonk with a friend")


def new() -> World:
    world = World()
    assessed(world)
    return world


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def sessions(world: World) -> list[Record]:
    return [one for one in world.records[f"person:{MIA}"] if one.what == "session"]


def stage(world: World) -> Stage | None:
    upload = world.person(MIA).upload
    return upload.stage if upload else None


def test_a_file_is_shown_first_and_nothing_is_kept() -> None:
    world = new()
    world.attaches(MIA, STRONG)
    said = world.last(MIA).text
    assert "Your history from Strong" in said
    assert "New sessions: 2, from 2 March 2024 to 4 March 2024. Sets: 4." in said
    assert "Warm-up sets left out: 1." in said
    assert "Sets without reps or a time left out: 1." in said
    assert "I take kilograms, as in your /settings." in said
    assert "Squat (Barbell) → Barbell squat" in said
    assert "Nothing of it is kept yet." in said
    assert sessions(world) == []
    assert stage(world) is Stage.OFFERED


def test_one_tap_takes_it_into_history_and_lifts() -> None:
    world = new()
    world.attaches(MIA, PARTLY)
    assert "Push Up → Push-up" in world.last(MIA).text
    assert "Exercises I do not know: 1" in world.last(MIA).text
    world.taps(MIA, "Take it over")
    assert (
        "Taken over. Sessions: 2, sets: 4. Exercises that go on from there: 2."
        in world.last(MIA).text
    )
    kept = [read(one) for one in sessions(world)]
    assert [one.on.isoformat() for one in kept if one] == ["2024-03-02", "2024-03-04"]
    assert [one.sets[0].exercise for one in kept if one] == ["push_up", "barbell_squat"]
    assert [one.exercise for one in client(world).lifts] == ["push_up", "barbell_squat"]
    assert world.person(MIA).upload is None
    assert not world.last(MIA).buttons


def test_the_same_file_twice_changes_nothing() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    world.taps(MIA, "Take it over")
    before = (sessions(world), client(world).lifts)
    world.attaches(MIA, KNOWN)
    assert "All sessions of this file (2) are here already" in world.last(MIA).text
    assert (sessions(world), client(world).lifts) == before
    assert world.person(MIA).upload is None


def test_a_longer_file_adds_only_what_is_new() -> None:
    world = new()
    header, *rows = KNOWN.splitlines(keepends=True)
    world.attaches(MIA, header + "".join(rows[-2:]))
    world.taps(MIA, "Take it over")
    world.attaches(MIA, KNOWN)
    assert "New sessions: 1, from 4 March 2024" in world.last(MIA).text
    assert "Sessions that are here already: 1." in world.last(MIA).text
    world.taps(MIA, "Take it over")
    assert len(sessions(world)) == 2


def test_a_double_tap_takes_once() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    data = world.last(MIA).buttons["Take it over"]
    world.forges(MIA, data)
    world.forges(MIA, data)
    assert [one.text for one in world.answers if one.text] == []
    world.sleeps(minutes=1)
    world.forges(MIA, data)
    assert len(sessions(world)) == 2
    assert [english(one.text) for one in world.answers if one.text] == [
        english(bringing_texts.OVER)
    ]


def test_what_is_left_is_not_taken() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    data = world.last(MIA).buttons["Take it over"]
    world.taps(MIA, "Leave it")
    assert "Nothing of the file was taken." in world.last(MIA).text
    world.forges(MIA, data)
    assert sessions(world) == []


def test_only_the_newest_file_counts() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    old = world.last(MIA).buttons["Take it over"]
    world.attaches(MIA, HEVY, name="hevy.csv")
    assert "Your history from Hevy" in world.last(MIA).text
    world.forges(MIA, old)
    assert sessions(world) == []
    world.taps(MIA, "Take it over")
    assert len(sessions(world)) == 1


def test_an_answer_about_an_older_file_is_nothing() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    before = len(world.screens[MIA])
    world.tells(f"person:{MIA}", Fetched(code="other", text=KNOWN))
    code = world.last(MIA).buttons["Take it over"].split("|")[1]
    world.tells(f"person:{MIA}", Fetched(code=code, text=KNOWN))
    assert len(world.screens[MIA]) == before
    assert stage(world) is Stage.OFFERED
    assert sessions(world) == []


def test_a_bad_row_refuses_the_whole_file_with_its_number() -> None:
    world = new()
    world.attaches(MIA, KNOWN.replace("80.0,6", "80.0,many"), name="my.csv")
    said = world.last(MIA).text
    assert "Row 9: “many” under reps is no number." in said
    assert "Nothing of my.csv was kept." in said
    assert world.person(MIA).upload is None
    assert not world.last(MIA).buttons


def test_what_is_no_csv_is_refused() -> None:
    world = new()
    world.attaches(MIA, "hello")
    assert "not a CSV file" in world.last(MIA).text


def test_a_file_that_is_no_text_or_gone_is_refused() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    world.files.clear()
    world.taps(MIA, "Take it over")
    assert "could not be read as text" in world.last(MIA).text
    assert sessions(world) == []
    assert world.person(MIA).upload is None


@pytest.mark.parametrize("size", [5_000_001, 0])
def test_a_file_over_five_megabytes_is_not_read(size: int) -> None:
    world = new()
    world.attaches(MIA, "x" * 5_000_001, size=size)
    assert "over 5 MB" in world.last(MIA).text
    assert world.person(MIA).upload is None


def test_pounds_are_taken_where_somebody_reads_pounds() -> None:
    world = new()
    person = world.person(MIA)
    imperial = replace(person, settings=replace(person.settings, units="imperial"))
    world.states[f"person:{MIA}"] = imperial
    world.attaches(MIA, KNOWN)
    assert "I take pounds" in world.last(MIA).text
    world.taps(MIA, "Take it over")
    kept = read(sessions(world)[0])
    assert kept is not None
    assert kept.sets[0].done.kg == pytest.approx(36.29)


def test_a_file_with_its_unit_says_nothing_of_it() -> None:
    world = new()
    world.attaches(MIA, HEVY)
    assert "as in your /settings" not in world.last(MIA).text


def test_somebody_without_a_step_begins_with_the_assessment() -> None:
    world = World()
    world.attaches(MIA, STRONG)
    assert "no step yet" in world.last(MIA).text
    assert world.person(MIA).upload is None


def test_who_is_no_client_any_more_takes_nothing() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    world.states[f"person:{MIA}"] = replace(world.person(MIA), client=None)
    world.taps(MIA, "Take it over")
    assert "no step yet" in world.last(MIA).text
    assert sessions(world) == []


def test_a_caption_with_an_emergency_comes_first() -> None:
    world = new()
    world.attaches(MIA, STRONG, caption="chest pain since this morning")
    assert "{emergency}" in "".join(one.text for one in world.screens[MIA])
    assert world.person(MIA).upload is None


def test_a_file_in_a_group_is_nobody_s() -> None:
    world = new()
    before = len(world.screens[MIA])
    world.attaches(MIA, STRONG, chat=-100)
    assert len(world.screens[MIA]) == before
    assert world.person(MIA).upload is None


def test_a_file_leaves_an_open_question_open() -> None:
    world = new()
    world.commands(MIA, "/settings")
    world.attaches(MIA, KNOWN)
    assert world.person(MIA).open is not None
    answers(world, MIA, ("Save ✓",))


def test_a_history_of_many_exercises_is_a_short_message() -> None:
    world = new()
    header = HEVY.splitlines()[0]
    rows = [
        f'"Day","28 Mar 2025, 17:29","","","Exercise {number} {"y" * 80}",,"",0,"normal",80,8,,0,'
        for number in range(200)
    ]
    world.attaches(MIA, "\n".join([header, *rows]))
    assert "… and 188 more" in world.last(MIA).text
    assert len(world.last(MIA).text) < 4096


def test_forgetting_forgets_the_file_as_well() -> None:
    world = new()
    world.attaches(MIA, KNOWN)
    world.commands(MIA, "/forget")
    world.taps(MIA, "Yes, delete everything")
    assert world.person(MIA).upload is None


def test_all_sets_come_as_a_table_from_a_button_beside_the_export() -> None:
    world = new()
    world.commands(MIA, "/export")
    world.taps(MIA, "My sessions as a table")
    assert world.sheets == [MIA]
    assert world.exported == [MIA]

"""Typed sets: every way people write them, readings that are asked, limits that are named."""

import pytest

from flows.programs.log import Done
from flows.questions.answers import Problem
from flows.words import english
from flows.workouts.readings import Asked
from flows.workouts.training import Sets
from flows.workouts.typed import read
from tests.flows.book import BOOK

SQUAT = Asked(done=Done(reps=8, kg=60.0), sets=3, loaded=True, seconds=False, imperial=False)
FREE = Asked(done=Done(reps=10), sets=3, loaded=False, seconds=False, imperial=False)
PLANK = Asked(done=Done(seconds=40), sets=2, loaded=False, seconds=True, imperial=False)
FELT = Asked(done=Done(reps=12), sets=3, loaded=True, seconds=False, imperial=False)
POUNDS = Asked(done=Done(reps=8, kg=60.0), sets=3, loaded=True, seconds=False, imperial=True)


def one(reply: str, asked: Asked) -> Sets:
    found = read(reply, asked, BOOK.workouts)
    assert not isinstance(found, Problem), english(found.text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("reply", "asked", "sets", "done"),
    [
        ("8x60", SQUAT, 1, Done(reps=8, kg=60)),
        ("8 x 60 kg", SQUAT, 1, Done(reps=8, kg=60)),
        ("8×62,5", SQUAT, 1, Done(reps=8, kg=62.5)),
        ("60kg 8", SQUAT, 1, Done(reps=8, kg=60)),
        ("60 x 8", SQUAT, 1, Done(reps=8, kg=60)),
        ("8 reps with 60", SQUAT, 1, Done(reps=8, kg=60)),
        ("8 reps of 60 kilos", SQUAT, 1, Done(reps=8, kg=60)),
        ("12", SQUAT, 1, Done(reps=12, kg=60)),
        ("60", SQUAT, 1, Done(reps=8, kg=60)),
        ("0", FREE, 1, Done(reps=0)),
        ("62.5 kg", SQUAT, 1, Done(reps=8, kg=62.5)),
        ("3x10 @ 7", SQUAT, 3, Done(reps=10, kg=60, left=3)),
        ("3 sets of 10", SQUAT, 3, Done(reps=10, kg=60)),
        ("3x10x60", SQUAT, 3, Done(reps=10, kg=60)),
        ("2x10", FREE, 2, Done(reps=10)),
        ("10, 2 left", FREE, 1, Done(reps=10, left=2)),
        ("10 rpe 9", FREE, 1, Done(reps=10, left=1)),
        ("45 s", PLANK, 1, Done(seconds=45)),
        ("45", PLANK, 1, Done(seconds=45)),
        ("1 min", PLANK, 1, Done(seconds=60)),
        ("2x40 s", PLANK, 2, Done(seconds=40)),
        ("2 x 45", PLANK, 2, Done(seconds=45)),
        ("3 x 8 x 60 kg", SQUAT, 3, Done(reps=8, kg=60)),
        ("8x135 lb", SQUAT, 1, Done(reps=8, kg=61.23)),
        ("8x135", POUNDS, 1, Done(reps=8, kg=61.23)),
        ("8x60kg", POUNDS, 1, Done(reps=8, kg=60)),
        ("3x40s", FREE, 3, Done(seconds=40)),
        ("12 reps", SQUAT, 1, Done(reps=12, kg=60)),
        ("twelve", SQUAT, 1, Done(reps=12, kg=60)),
        ("eight x 60", SQUAT, 1, Done(reps=8, kg=60)),
        ("8 - 60 kg", SQUAT, 1, Done(reps=8, kg=60)),
    ],
)
def test_a_set_is_read(reply: str, asked: Asked, sets: int, done: Done) -> None:
    assert one(reply, asked) == Sets(sets=sets, done=done)


def test_what_can_be_read_in_two_ways_gives_both() -> None:
    light = Asked(done=Done(reps=8, kg=10.0), sets=3, loaded=True, seconds=False, imperial=False)
    found = read("10x12", light, BOOK.workouts)
    assert found == (
        Sets(sets=1, done=Done(reps=10, kg=12)),
        Sets(sets=1, done=Done(reps=12, kg=10)),
    )
    assert isinstance(read("3x12", FELT, BOOK.workouts), tuple)


@pytest.mark.parametrize(
    ("reply", "asked", "named"),
    [
        ("8x600 kg", SQUAT, "500 kg (1102 lb)"),
        ("150 reps", FREE, "100 reps"),
        ("1000 s", PLANK, "900 seconds"),
        ("8x0 kg", SQUAT, "more than nothing"),
        ("7.5 reps", FREE, "whole numbers"),
        ("10 @ 12", FREE, "0 to 10"),
        ("8 bananas", FREE, "could not read"),
        ("hello", FREE, "could not read"),
        ("1x2x3x4x5", FREE, "could not read"),
        ("3 sets", FREE, "could not read"),
        ("-3", SQUAT, "could not read"),
        ("8-10", SQUAT, "could not read"),
        ("8 x -60", SQUAT, "could not read"),
        ("", FREE, "could not read"),
    ],
)
def test_what_cannot_be_is_asked_again(reply: str, asked: Asked, named: str) -> None:
    found = read(reply, asked, BOOK.workouts)
    assert isinstance(found, Problem)
    assert named in english(found.text)

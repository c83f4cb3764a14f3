"""Foreign names are recognised or left, and a history that is taken becomes lifts."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from flows.programs import foreign_names
from flows.programs.brought import lifts, matched, named
from flows.programs.diary import Kept, Put
from flows.programs.exercise import Exercise, Library
from flows.programs.foreign_names import Names, names
from flows.programs.kinds import Kit
from flows.programs.log import Done, Lift, Outing
from flows.steps import Phase
from flows.words import Text
from tests.flows.book import BOOK, read

(PATTERN,) = (one for one in BOOK.library.exercises.values() if one.id == "push_up")


def exercise(ident: str, name: str, *kit: tuple[Kit, ...]) -> Exercise:
    return replace(PATTERN, id=ident, name=Text(name), kit=kit)


LIBRARY = Library(
    exercises={
        one.id: one
        for one in (
            exercise("push_up", "Push-up", ()),
            exercise("barbell_bench_press", "Barbell bench press", (Kit.BARBELL, Kit.BENCH)),
            exercise("deadlift", "Deadlift", (Kit.BARBELL,)),
            exercise("squat", "Squat", (), (Kit.DUMBBELL,)),
            exercise("cable_pushdown", "Cable pushdown", (Kit.CABLE,)),
            exercise("row", "One-arm row", (Kit.DUMBBELL,)),
            exercise("other_row", "Row on one arm", (Kit.DUMBBELL,)),
        )
    }
)
ALIASES = foreign_names.parse(
    "name,exercise,source,confidence\n"
    "Triceps Rope Pushdown,cable_pushdown,ours,D\n"
    "Skullcrusher,not_there,ours,D\n"
)
KNOWN = names(LIBRARY, ALIASES)
BOOK_HERE = replace(BOOK, library=LIBRARY)
DAY = date(2024, 3, 4)


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Bench Press (Barbell)", "barbell_bench_press"),
        ("barbell BENCH-press", "barbell_bench_press"),
        ("Bench Prezs (Barbell)", "barbell_bench_press"),
        ("Deadlift (Barbell)", "deadlift"),
        ("Deadlift (Band)", None),
        ("Squat (Bodyweight)", "squat"),
        ("Push Up", "push_up"),
        ("Triceps Rope Pushdown", "cable_pushdown"),
        ("Skullcrusher", None),
        ("One Arm Row", None),
        ("Cycling", None),
        ("", None),
    ],
)
def test_a_name_means_one_exercise_or_none(name: str, ident: str | None) -> None:
    assert KNOWN.find(name) == ident


def test_two_near_names_are_no_guess() -> None:
    library = Library(
        exercises={
            "bench_a": exercise("bench_a", "Bench pressa"),
            "bench_b": exercise("bench_b", "Bench pressb"),
        }
    )
    assert names(library, {}).find("Bench press") is None


def test_the_shipped_names_are_read() -> None:
    assert (
        foreign_names.parse(read("aliases.csv"))["bench dumbbell press"]
        == "flat_dumbbell_chest_press"
    )
    assert isinstance(names(BOOK.library, BOOK.aliases), Names)


def put(name: str, **done: float) -> Put:
    return Put(exercise=name, done=Done(**done))  # type: ignore[arg-type] # reps are whole


def session(day: int, *sets: Put, phase: Phase | None = None) -> Kept:
    on = DAY + timedelta(days=day)
    return Kept(on=on, key=f"strong:{day}", sets=sets, source="strong", phase=phase)


BENCH, ODD = "Bench Press (Barbell)", "Zercher Carry"
HISTORY = (
    session(0, put(BENCH, kg=80, reps=8), put(BENCH, kg=80, reps=6), put(ODD, kg=60, reps=5)),
    session(7, put(BENCH, kg=85, reps=4), put("Push Up", reps=20), put("Push Up", seconds=30)),
)


def test_names_are_told_apart_with_the_most_used_first() -> None:
    found = matched(HISTORY, KNOWN)
    assert found.known == ((BENCH, "barbell_bench_press"), ("Push Up", "push_up"))
    assert found.unknown == (ODD,)


def taken(old: tuple[Lift, ...] = (), history: tuple[Kept, ...] = HISTORY) -> dict[str, Lift]:
    known = dict(matched(history, KNOWN).known)
    return {one.exercise: one for one in lifts(old, named(history, known), BOOK_HERE)}


def test_a_history_becomes_lifts_of_the_exercises_we_know() -> None:
    found = taken()
    assert set(found) == {"barbell_bench_press", "push_up"}
    bench = found["barbell_bench_press"]
    assert [(one.on, one.phase) for one in bench.outings] == [
        (DAY, Phase.MUSCULAR_DEVELOPMENT),
        (DAY + timedelta(days=7), Phase.MAXIMAL_STRENGTH),
    ]
    assert bench.best is not None
    assert bench.best > 85


def test_a_set_by_time_alone_is_of_the_first_step() -> None:
    held = session(0, put("Push Up", seconds=30))
    assert taken(history=(held,))["push_up"].outings[0].phase is Phase.STABILIZATION_ENDURANCE


def test_a_session_that_knows_its_step_keeps_it() -> None:
    known = session(0, put(BENCH, kg=80, reps=8), phase=Phase.STRENGTH_ENDURANCE)
    found = taken(history=(known,))["barbell_bench_press"]
    assert found.outings[0].phase is Phase.STRENGTH_ENDURANCE


def test_older_outings_are_put_before_newer_ones_and_the_best_stays() -> None:
    newer = Outing(
        on=DAY + timedelta(days=3),
        phase=Phase.STRENGTH_ENDURANCE,
        sets=(Done(kg=70, reps=12),),
    )
    old = Lift(exercise="barbell_bench_press", outings=(newer,), best=150.0)
    untouched = Lift(exercise="deadlift", outings=(newer,))
    found = taken((old, untouched))
    days = [(one.on - DAY).days for one in found["barbell_bench_press"].outings]
    assert days == [0, 3, 7]
    assert found["barbell_bench_press"].best == 150.0
    assert found["deadlift"] == untouched


def test_only_the_last_outings_are_kept() -> None:
    many = tuple(session(day, put(BENCH, kg=60, reps=8)) for day in range(30))
    kept = taken(history=many)["barbell_bench_press"].outings
    assert len(kept) == int(BOOK.loads.kept.high)
    assert kept[-1].on == DAY + timedelta(days=29)


def test_every_alias_is_still_in_the_library() -> None:
    assert set(BOOK.aliases.values()) - set(BOOK.library.exercises) == set()

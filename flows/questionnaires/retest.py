"""The re-assessment: a measure for each ability that the model trains, each by choice.

It holds the squat, the stance and the landing of the movement check, so that one test serves both.
A test that a limit forbids is not shown; pain ends the test it came in. The strength is read from
a set that was done in training: nobody tries a maximum for it.
"""

from msgspec.structs import replace

from flows.questionnaires.movement import MOVEMENT, WENT
from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.numbers import Number
from flows.questions.picks import Choice
from flows.questions.units import BEATS, CENTIMETRES, KILOGRAMS, REPS, SECONDS, TAPS
from flows.questions.when import Either, Is, IsNot, When
from flows.words import T, Text

LIFTS = (
    Option("squat", T("Barbell squat"), ("squat",)),
    Option("deadlift", T("Deadlift")),
    Option("bench_press", T("Barbell bench press"), ("bench press", "bench")),
    Option("overhead_press", T("Barbell overhead press"), ("overhead press",)),
    Option("row", T("Barbell row"), ("row",)),
    Option("pulldown", T("Pulldown machine"), ("pulldown",)),
    Option("leg_press", T("Leg press")),
    Option("none", T("Not today"), ("none", "no", "skip")),
)
TESTS = ("squat", "stance", "jump", "leap", "plank", "pushup", "drill", "step_test")
STANCE = T("Both legs are measured: a difference between them is worth knowing.")
LIFT = T("A set of training shows your strength well enough; no maximum has to be tried.")


def _as_before(key: str, when: When | None = None) -> Question:
    """Take a question over from the movement check, with a condition of its own if it has one."""
    found = next(one for one in MOVEMENT.questions if one.key == key)
    return found if when is None else replace(found, when=when)


def _test(key: str, may: str, name: Text, text: Text, why: Text) -> Question:
    return Question(
        key=key,
        code=key,
        name=name,
        text=T(f"{text.template}\n\nHow did it go?"),
        kind=WENT,
        why=why,
        when=Is(may, value=True),
    )


def _leg(side: str) -> Question:
    return Question(
        key=f"stance_{side}",
        code=side,
        name=T(f"Seconds, {side} leg"),
        text=T(f"How many seconds did you stand on the {side} leg?"),
        kind=Number(0, 60, SECONDS, start=20, jumps=(5, 10, 20, 30, 45, 60), steps=(1, 5)),
        why=STANCE,
        when=Is("stance", "done"),
    )


def _hurt() -> When:
    """Hold when any test hurt."""
    found: When = Is(TESTS[0], "pain")
    for test in TESTS[1:]:
        found = Either(found, Is(test, "pain"))
    return found


RETEST = Form(
    name="retest",
    version=1,
    title=T("Tests again"),
    questions=(
        Question(
            key="rest_pulse",
            code="rest",
            name=T("Pulse at rest"),
            text=T(
                "These are short tests, about fifteen minutes; leave out what you like. Before"
                " you begin: sit still for five minutes and count your pulse for one minute."
                " How many beats?"
            ),
            kind=Number(30, 120, BEATS, start=65, jumps=(50, 60, 70, 80, 90)),
            why=T("With it your heart rate for cardio is reckoned better than by age alone."),
            optional=True,
        ),
        *(
            _as_before(key)
            for key in ("squat", "feet_out", "knees_in", "back_arches", "leans", "arms_fall")
        ),
        _as_before("stance"),
        _leg("left"),
        _leg("right"),
        *(_as_before(key) for key in ("jump", "landing", "landing_held")),
        _test(
            "leap",
            "may_jump",
            T("Long jump"),
            T(
                "Stand with your toes at a line, jump forward from both feet, land softly and"
                " stay. Measure from the line to your heels; the best of three."
            ),
            T("It shows your power: how much force you have in a short time."),
        ),
        Question(
            key="leap_cm",
            code="leapcm",
            name=T("Long jump, cm"),
            text=T("How far was the best one?"),
            kind=Number(20, 350, CENTIMETRES, start=120, jumps=(80, 120, 160, 200, 240)),
            why=T("It is held against your own last jump, never against others."),
            when=Is("leap", "done"),
        ),
        _test(
            "plank",
            "may_hold",
            T("Plank"),
            T(
                "On forearms and toes, one line from head to heels, breathing on. Time it until"
                " your hips sink or rise."
            ),
            T("It shows how long your trunk keeps you steady: what all other training rests on."),
        ),
        Question(
            key="plank_seconds",
            code="planks",
            name=T("Plank, seconds"),
            text=T("How many seconds?"),
            kind=Number(0, 600, SECONDS, start=45, jumps=(15, 30, 60, 90, 120), steps=(1, 5)),
            why=T("To see whether your trunk holds longer than last time."),
            when=Is("plank", "done"),
        ),
        _as_before("pushup", Is("may_push", value=True)),
        _as_before("pushups"),
        _test(
            "drill",
            "may_hurry",
            T("Toe taps"),
            T(
                "Stand before a step, a rail within reach. Tap it with the toes of one foot, then"
                " the other, in turn, as fast as it stays clean, for 20 seconds. Count the taps."
            ),
            T("It shows your coordination: how fast both sides take turns."),
        ),
        Question(
            key="drill_count",
            code="drilln",
            name=T("Toe taps in 20 s"),
            text=T("How many taps?"),
            kind=Number(0, 150, TAPS, start=40, jumps=(20, 30, 40, 50, 60)),
            why=T("To see whether your feet became quicker."),
            when=Is("drill", "done"),
        ),
        Question(
            key="lift",
            code="lift",
            name=T("A lift you know"),
            text=T("Which lift do you know best? It is about a set of the last two weeks."),
            kind=Choice(LIFTS),
            why=LIFT,
            when=Is("may_lift", value=True),
        ),
        Question(
            key="lift_kg",
            code="liftkg",
            name=T("Heaviest set, kg"),
            text=T("Your heaviest set of at most 10 clean reps: how many whole kilograms?"),
            kind=Number(1, 500, KILOGRAMS, start=40, jumps=(20, 40, 60, 80, 100, 140)),
            why=LIFT,
            when=IsNot("lift", "none"),
        ),
        Question(
            key="lift_reps",
            code="liftn",
            name=T("Heaviest set, reps"),
            text=T("How many reps were in that set?"),
            kind=Number(1, 10, REPS),
            why=T("From more than 10 reps a maximum can no longer be estimated well."),
            when=IsNot("lift", "none"),
        ),
        _as_before("step_test", Is("may_step", value=True)),
        _as_before("step_pulse"),
        _as_before("pain_where", _hurt()),
    ),
    known=("jumps", "may_jump", "may_hold", "may_push", "may_hurry", "may_lift", "may_step"),
    confirm=T("That is it ✓"),
)

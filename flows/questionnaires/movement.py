"""The movement self-check: a squat seen from two sides, a balance, and two tests by choice.

Who is to jump one day is asked for a landing too.

Pain ends the test it came in. What could not be seen counts as unknown, never as good. The five
checkpoints are those of the overhead squat (NASM CPT 7e ch. 12); the how-to words are our own.
"""

from flows.questionnaires.lists import PLACES
from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.form import Form, Question
from flows.questions.numbers import Number
from flows.questions.picks import Choice, YesNoUnsure
from flows.questions.units import BEATS, PUSHUPS, SECONDS
from flows.questions.when import Either, Is
from flows.words import T, Text

WENT = Choice(
    (
        Option("done", T("Done, no pain"), ("done", "yes", "ok", "no pain")),
        Option("pain", T("It hurt, I stopped"), ("it hurt", "pain", "hurt", "stopped")),
        Option("not_now", T("Not today"), ("no", "later", "not now")),
    )
)
SEEN = Choice(
    (
        Option("ok", T("No"), ("ok", "fine", "not at all")),
        Option("little", T("A little"), ("slightly", "bit", "a bit", "some")),
        Option("clearly", T("Clearly"), ("yes", "a lot", "very", "much")),
        Option("unseen", T("Could not see"), ("not sure", "dont know", "unsure")),
    )
)
FAULT = T("Each fault says which muscles to loosen and which to wake up, and sets your step.")
TEST = T("You can leave it for another day. What we do not know counts as not yet.")


def _checkpoint(key: str, code: str, name: Text, text: Text) -> Question:
    return Question(
        key=key, code=code, name=name, text=text, kind=SEEN, why=FAULT, when=Is("squat", "done")
    )


MOVEMENT = Form(
    name="movement",
    version=1,
    title=T("Movement check"),
    questions=(
        Question(
            key="squat",
            code="squat",
            name=T("Squat"),
            text=T(
                "Film yourself, or stand at a mirror, without shoes. Feet hip-wide and straight,"
                " arms straight up beside the ears. Sit down slowly as if on a chair and come up,"
                " five times seen from the front, five times from the side. Stop if anything"
                " hurts.\n\n"
                "How did it go?"
            ),
            kind=WENT,
            why=T("How you squat shows where to start. There is no pass or fail."),
        ),
        _checkpoint(
            "feet_out", "feet", T("Feet turn out"), T("From the front: did your feet turn out?")
        ),
        _checkpoint(
            "knees_in", "knees", T("Knees fall in"), T("From the front: did your knees fall in?")
        ),
        _checkpoint(
            "back_arches",
            "arch",
            T("Low back arches"),
            T("From the side: did your low back arch?"),
        ),
        _checkpoint(
            "leans", "lean", T("Leans forward"), T("From the side: did you lean far forward?")
        ),
        _checkpoint(
            "arms_fall", "arms", T("Arms fall"), T("From the side: did your arms fall forward?")
        ),
        Question(
            key="stance",
            code="stance",
            name=T("Standing on one leg"),
            text=T(
                "Stand beside a wall, hands on your hips, and lift one foot. Time it until a hand"
                " or the foot has to help, at most 60 seconds. Then the other leg.\n\n"
                "How did it go?"
            ),
            kind=WENT,
            why=T("Balance is the gate from the first step to the second."),
        ),
        Question(
            key="stance_seconds",
            code="secs",
            name=T("Seconds on one leg"),
            text=T("How many seconds, on the leg that was shorter?"),
            kind=Number(0, 60, SECONDS, start=20, jumps=(5, 10, 20, 30, 45, 60), steps=(1, 5)),
            why=T("The weaker leg decides, as it does on stairs."),
            when=Is("stance", "done"),
        ),
        Question(
            key="jump",
            code="jump",
            name=T("Jump and landing"),
            text=T(
                "Jump up a hand's breadth from both feet, land softly, and stay still for three"
                " seconds; five times, filmed from the front. Stop if anything hurts.\n\n"
                "How did it go?"
            ),
            kind=WENT,
            why=T("The power step is made of jumps: the landing has to be safe first."),
            when=Is("jumps", value=True),
        ),
        Question(
            key="landing",
            code="land",
            name=T("Knees on landing"),
            text=T("On landing: did your knees fall in?"),
            kind=SEEN,
            why=FAULT,
            when=Is("jump", "done"),
        ),
        Question(
            key="landing_held",
            code="held",
            name=T("Landing held"),
            text=T("Could you stay still for three seconds after each landing?"),
            kind=YesNoUnsure(),
            why=T("Who can hold a landing can also jump on from it."),
            when=Is("jump", "done"),
        ),
        Question(
            key="pushup",
            code="push",
            name=T("Push-ups"),
            text=T(
                "By choice: as many clean push-ups as you can in 60 seconds, on toes or knees.\n\n"
                "How did it go?"
            ),
            kind=WENT,
            why=TEST,
        ),
        Question(
            key="pushups",
            code="pushn",
            name=T("Push-ups in 60 s"),
            text=T("How many?"),
            kind=Number(0, 150, PUSHUPS, start=15, jumps=(0, 5, 10, 20, 30, 40)),
            why=T("To see your progress when we ask again."),
            when=Is("pushup", "done"),
        ),
        Question(
            key="step_test",
            code="step",
            name=T("Step test"),
            text=T(
                "By choice: step up and down a 30 cm step for 3 minutes, 24 times a minute. Sit"
                " down and count your pulse for the next 60 seconds. Not when you take medicine"
                " for the heart.\n\nHow did it go?"
            ),
            kind=WENT,
            why=TEST,
        ),
        Question(
            key="step_pulse",
            code="pulse",
            name=T("Pulse after it"),
            text=T("How many beats in those 60 seconds?"),
            kind=Number(40, 220, BEATS, start=100, jumps=(80, 90, 100, 110, 120, 140)),
            why=T("It says how fast your heart calms down, and where your cardio starts."),
            when=Is("step_test", "done"),
        ),
        Question(
            key="pain_where",
            code="where",
            name=T("Where it hurt"),
            text=T("Where did it hurt?"),
            kind=Choices(PLACES),
            why=T("Pain in a test is looked at before you train. It tells your trainer where."),
            when=Either(
                Either(Is("squat", "pain"), Is("stance", "pain")),
                Either(Is("jump", "pain"), Either(Is("pushup", "pain"), Is("step_test", "pain"))),
            ),
        ),
    ),
    known=("jumps",),
    confirm=T("That is it ✓"),
)

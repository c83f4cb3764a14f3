"""The movement check as a trainer answers it for a client who stands before them."""

from msgspec.structs import replace

from flows.questionnaires.movement import MOVEMENT
from flows.questions.form import Form, Question
from flows.words import T, Text

LOOKS: dict[str, Text] = {
    "squat": T(
        "Let them squat five times seen from the front and five times from the side: without"
        " shoes, feet hip-wide and straight, arms straight up beside the ears. Stop if anything"
        " hurts.\n\nHow did it go?"
    ),
    "feet_out": T("From the front: did their feet turn out?"),
    "knees_in": T("From the front: did their knees fall in?"),
    "back_arches": T("From the side: did their low back arch?"),
    "leans": T("From the side: did they lean far forward?"),
    "arms_fall": T("From the side: did their arms fall forward?"),
    "stance": T(
        "Beside a wall, hands on the hips, one foot lifted: time it until a hand or the foot has"
        " to help, at most 60 seconds. Then the other leg.\n\nHow did it go?"
    ),
    "jump": T(
        "If they are ready for it: five low jumps from both feet, landing softly and standing"
        " still for three seconds, seen from the front.\n\nHow did it go?"
    ),
    "landing": T("On landing: did their knees fall in?"),
    "landing_held": T("Could they stay still for three seconds after each landing?"),
    "pain_where": T("Where did it hurt?"),
}


def _seen(question: Question) -> Question:
    """Ask of them what the client is asked of themselves."""
    return replace(question, text=LOOKS.get(question.key, question.text))


IN_PERSON = Form(
    name="in_person",
    version=1,
    title=T("Movement check in person"),
    questions=tuple(map(_seen, MOVEMENT.questions)),
    known=("about", "jumps"),
    confirm=T("Record it ✓"),
)

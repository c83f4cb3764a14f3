"""The first talk: the person's age, and consent before any health answer is asked for."""

from flows.questions.form import Form, Question
from flows.questions.numbers import Number
from flows.questions.picks import YesNo
from flows.questions.units import YEARS
from flows.questions.when import AtLeast, Below, Both
from flows.words import T

AGE = Question(
    key="age",
    code="age",
    name=T("Age"),
    text=T("How old are you?"),
    kind=Number(5, 100, YEARS, start=35, jumps=(18, 25, 35, 45, 55, 65, 75)),
    why=T(
        "Balance targets and heart rates depend on age. Under 16 we cannot coach you here; with 16"
        " and 17 a guardian and a trainer have to be with you."
    ),
)
GUARDIAN = Question(
    key="guardian",
    code="guard",
    name=T("Guardian agrees"),
    text=T("You are under 18. Does a parent or guardian know about this, and agree?"),
    kind=YesNo(),
    why=T("People of 16 and 17 train here only when a guardian agrees and a trainer is linked."),
    when=Both(AtLeast("age", 16), Below("age", 18)),
)
CONSENT = Question(
    key="consent",
    code="consent",
    name=T("Keep health answers"),
    text=T(
        "To choose a safe step we will ask about your health: conditions, pain, pregnancy,"
        " medicines. May we keep these answers?\n\n"
        "They are used for your training only. You and a trainer you link yourself can see them; a"
        " gym you join sees your name and step, never your answers. Take them with /export, delete"
        " everything with /forget, change your mind at any time.\n\n"
        "Stairwise is not medical advice and does not diagnose. It is independent of NASM, which"
        " owns the OPT name."
    ),
    kind=YesNo(),
    why=T(
        "Health answers are yours. Without your clear yes we do not ask for them, and without them"
        " nobody can choose a safe step."
    ),
    when=AtLeast("age", 16),
)

WELCOME = Form(
    name="welcome",
    version=1,
    title=T("Welcome"),
    questions=(AGE, GUARDIAN, CONSENT),
    confirm=T("That is right ✓"),
)

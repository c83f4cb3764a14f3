"""What a form is; one that could not be walked, or whose buttons could not be sent, is refused."""

import re
from collections import Counter
from string import Formatter

from msgspec import Struct

from flows.questions import when as conditions
from flows.questions.answers import Answer, Keys
from flows.questions.data import LONGEST, Tap, encode
from flows.questions.days import Day
from flows.questions.free import Words
from flows.questions.kinds import TODAY, Kind, fitted
from flows.questions.when import Atom, Has, Is, OneOf, When
from flows.words import T, Text, english

LABEL = 40
TICK = 2
"""Letters of a label that are left for the sign of what is chosen."""
NAME = 24
TEXT = 1500
_CODE = re.compile(r"[a-z0-9]{1,8}", re.ASCII)
_RUN = "aaaaaa"


class Question(Struct, frozen=True, kw_only=True):
    """One question: the key of its answer, the code its buttons carry, its words and its kind.

    `name` is what it is called in the summary, `why` the answer to "why do you ask?"; `when`
    may ask about known and earlier answers only. `text` may name known answers in its places.
    """

    key: str
    code: str
    name: Text
    text: Text
    kind: Kind
    why: Text
    when: When | None = None
    optional: bool = False


class Form(Struct, frozen=True, kw_only=True):
    """A questionnaire: its questions in order, and `known`, the answers given from outside.

    `confirm` is the label of the summary's last button; without it the form ends with its last
    answer. `before` says of a prefilled answer that it was not asked. Raises ValueError for a form
    that could not be walked.
    """

    name: str
    version: int
    title: Text
    questions: tuple[Question, ...]
    known: tuple[str, ...] = ()
    confirm: Text | None = None
    before: Text = T("as before")

    def __post_init__(self) -> None:
        faults = [*_doubles(self), *_order(self), *_impossible(self)]
        faults += [f"{q.key}: {fault}" for q in self.questions for fault in _faults(self, q)]
        if faults:
            raise ValueError(f"form {self.name}: " + "; ".join(faults))

    def question(self, code: str) -> Question | None:
        """Find a question by the code its buttons carry."""
        return next((q for q in self.questions if q.code == code), None)


def _doubles(form: Form) -> list[str]:
    keys = Counter([*form.known, *(q.key for q in form.questions)])
    codes = Counter(q.code for q in form.questions)
    return [f"{word} twice" for word, n in [*keys.items(), *codes.items()] if n > 1]


def _order(form: Form) -> list[str]:
    faults: list[str] = []
    before = set(form.known)
    for question in form.questions:
        early = conditions.keys(question.when) - before
        faults += [f"{question.key} asks about {key} too early" for key in sorted(early)]
        before.add(question.key)
    return faults


def _impossible(form: Form) -> list[str]:
    """Find conditions that wait for an answer which nobody can give."""
    kinds = {q.key: q.kind for q in form.questions}
    return [
        f"{question.key} waits for what {atom.key} never is"
        for question in form.questions
        for atom in conditions.atoms(question.when)
        if atom.key in kinds and not all(map(kinds[atom.key].takes, _wanted(atom)))
    ]


def _wanted(atom: Atom) -> tuple[Answer, ...]:
    match atom:
        case Is(_, value):
            return (value,)
        case OneOf(_, values):
            return values
        case Has(_, options):
            return tuple((option,) for option in options)
        case _:
            return ()


def _faults(form: Form, question: Question) -> list[str]:
    told = TODAY in form.known or not isinstance(question.kind, Day)
    tests = (
        (_CODE.fullmatch(question.code) is not None, "code is not 1 to 8 of a-z0-9"),
        (told, "a day needs the known answer today"),
        (_named(question.text) <= set(form.known), "text names what is not known"),
        (_tappable(question), "words need ideas or have to be optional"),
        (len(english(question.name)) <= NAME, "name too long"),
        (max(len(question.text.template), len(question.why.template)) <= TEXT, "text too long"),
        (_labels(question.kind) <= LABEL - TICK, "button label too long"),
        (_longest(question) <= LONGEST, "button data too long"),
    )
    return [fault for passed, fault in tests if not passed]


def _named(text: Text) -> set[str]:
    places = {name for _, name, _, _ in Formatter().parse(text.template) if name}
    return places - {name for name, _ in text.values}


def _tappable(question: Question) -> bool:
    return not isinstance(question.kind, Words) or bool(question.kind.ideas) or question.optional


def _keys(kind: Kind) -> Keys:
    return fitted(kind, {TODAY: "2000-01-01"}).keys(None)


def _labels(kind: Kind) -> int:
    return max((len(english(key.label)) for row in _keys(kind) for key in row), default=0)


def _longest(question: Question) -> int:
    highest = max((key.index for row in _keys(question.kind) for key in row), default=0)
    return len(encode(Tap(_RUN, question.code, 10 * highest)).encode())

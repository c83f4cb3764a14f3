"""The closed union of answer kinds, and the one place that fits a kind to what is known.

Every kind has the same five verbs: parse a reply, show keys, read a tap, say an answer back, and
tell whether a stored value is an answer.
"""

from msgspec.structs import replace

from flows.questions.answers import Answers
from flows.questions.choices import Choices
from flows.questions.days import Day, Hour, Weekday
from flows.questions.free import Words
from flows.questions.measures import Height, Weight
from flows.questions.numbers import Number, Scale
from flows.questions.picks import Choice, YesNo, YesNoUnsure
from flows.questions.pictures import Picture
from flows.questions.zones import Zone

Kind = (
    YesNo
    | YesNoUnsure
    | Choice
    | Choices
    | Number
    | Scale
    | Height
    | Weight
    | Weekday
    | Hour
    | Day
    | Zone
    | Words
    | Picture
)
TODAY = "today"
"""The known answer that a form with a Day has to be given: the person's own date."""


def fitted(kind: Kind, known: Answers) -> Kind:
    """Fill in what a kind has to be told from outside: a Day its today."""
    return replace(kind, today=str(known[TODAY])) if isinstance(kind, Day) else kind

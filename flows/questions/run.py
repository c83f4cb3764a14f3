"""Where a person is in a form, as stored, and what can come of one reply.

Which question is asked now is never stored: `walk.current` derives it from the answers.
"""

from msgspec import Struct

from flows.questions.answers import Answer
from flows.words import Text

Pairs = tuple[tuple[str, Answer], ...]


class Run(Struct, frozen=True, kw_only=True, tag="run"):
    """One person in one form.

    `code` is six base32 characters that every button of the run carries; `known` are answers
    given from outside, never asked nor shown; `prefilled` names answers that nobody has touched
    yet; `offered` are earlier answers of questions that are asked again; `draft` is what is
    ticked or stepped to before Done; `last` is the data of the last button that counted.
    """

    form: str
    version: int
    code: str
    known: Pairs = ()
    answers: Pairs = ()
    prefilled: tuple[str, ...] = ()
    offered: Pairs = ()
    skipped: tuple[str, ...] = ()
    draft: Answer | None = None
    editing: str | None = None
    why: bool = False
    page: int = 0
    last: str = ""


class Asked(Struct, frozen=True, tag="asked"):
    """The reply counted: show the run again (the next question, the why, or the summary)."""

    run: Run


class Refused(Struct, frozen=True, tag="refused"):
    """The reply was no answer: show the run again with the problem above it."""

    run: Run
    problem: Text


class Stale(Struct, frozen=True, tag="stale"):
    """A button of another run or question: say so kindly and show where the person is."""

    run: Run


class Repeated(Struct, frozen=True, tag="repeated"):
    """The same button again: silent success, nothing changed."""

    run: Run


class Completed(Struct, frozen=True, tag="completed"):
    """The form is finished: `walk.result` has the answers that count."""

    run: Run


Step = Asked | Refused | Stale | Repeated | Completed

"""Answer kinds where one option is picked: yes or no, with or without unsure, or one of a list."""

import re

from msgspec import Struct

from flows.questions.answers import Answer, Keys, Option, Problem
from flows.questions.keyboards import pad
from flows.questions.matching import find, plain
from flows.words import T, Text

YES = Option(
    "yes", T("Yes"), ("y", "ye", "yess", "yeah", "yea", "yep", "yup", "sure", "ok", "true", "i do")
)
NO = Option(
    "no", T("No"), ("n", "nope", "nah", "noo", "none", "never", "false", "not at all", "no thanks")
)
UNSURE = Option(
    "unsure",
    T("Not sure"),
    (
        "unsure",
        "dont know",
        "i dont know",
        "do not know",
        "no idea",
        "maybe",
        "idk",
        "perhaps",
        "dunno",
    ),
)
HEDGES = re.compile(r"\b(sure|know|idea|maybe|but|except|only|sometimes|yes|no)\b")


class YesNo(Struct, frozen=True, tag="yes_no"):
    """Yes or no; the answer is a bool."""

    def parse(self, reply: str) -> Answer | Problem:
        """Read a typed yes or no, also with a word behind a comma ("yes, a bit")."""
        at = _find_yes(reply, (YES, NO))
        return at if isinstance(at, Problem) else at == 0

    def keys(self, chosen: Answer | None) -> Keys:
        """Show Yes and No."""
        return pad((YES, NO), () if chosen is None else (0 if chosen else 1,))

    def tap(self, index: int, _chosen: Answer | None) -> Answer | None:
        """Read a tapped key; None for no such key."""
        return index == 0 if index < 2 else None

    def say(self, answer: Answer) -> Text:
        """Read an answer back."""
        return YES.label if answer else NO.label

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return isinstance(answer, bool)


class Choice(Struct, frozen=True, tag="choice"):
    """One of a list; the answer is the option's key."""

    options: tuple[Option, ...]

    def parse(self, reply: str) -> Answer | Problem:
        """Read the typed label, number or synonym of an option."""
        at = find(reply, self.options)
        return at if isinstance(at, Problem) else self.options[at].key

    def keys(self, chosen: Answer | None) -> Keys:
        """Show one key an option."""
        return pad(self.options, [i for i, o in enumerate(self.options) if o.key == chosen])

    def tap(self, index: int, _chosen: Answer | None) -> Answer | None:
        """Read a tapped key; None for no such key."""
        return self.options[index].key if index < len(self.options) else None

    def say(self, answer: Answer) -> Text:
        """Read an answer back."""
        return next(o.label for o in self.options if o.key == answer)

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return any(o.key == answer for o in self.options)


class YesNoUnsure(Struct, frozen=True, tag="yes_no_unsure"):
    """Yes, no or not sure, where a plain yes or no is hard; the answer is its key.

    Rules read "unsure" as open, never as no.
    """

    def parse(self, reply: str) -> Answer | Problem:
        """Read a typed yes, no or "no idea"."""
        at = _find_yes(reply, _THREE.options)
        return at if isinstance(at, Problem) else _THREE.options[at].key

    def keys(self, chosen: Answer | None) -> Keys:
        """Show the three keys."""
        return _THREE.keys(chosen)

    def tap(self, index: int, chosen: Answer | None) -> Answer | None:
        """Read a tapped key; None for no such key."""
        return _THREE.tap(index, chosen)

    def say(self, answer: Answer) -> Text:
        """Read an answer back."""
        return _THREE.say(answer)

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return _THREE.takes(answer)


_THREE = Choice((YES, NO, UNSURE))


def _find_yes(reply: str, options: tuple[Option, ...]) -> int | Problem:
    whole = find(reply, options)
    head, comma, rest = _cut(reply)
    # "no, but sometimes it hurts" is not a no: what is behind the comma may take it back.
    if not isinstance(whole, Problem) or not comma or HEDGES.search(plain(rest)):
        return whole
    return find(head, options)


def _cut(reply: str) -> tuple[str, str, str]:
    pieces = re.split(r"([,.;:!–—-])", reply, maxsplit=1)
    return (pieces[0], pieces[1], pieces[2]) if len(pieces) == 3 else (reply, "", "")

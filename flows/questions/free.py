"""The answer kind for people's own words."""

from msgspec import Struct

from flows.questions.answers import Answer, Key, Keys, Option, Problem
from flows.questions.keyboards import pad
from flows.words import T, Text, english

SHOWN = 120


class Words(Struct, frozen=True, tag="words"):
    """A few words of the person's own, up to `longest` characters; the answer is that text.

    `ideas` are whole answers to tap; a question without any must be optional.
    """

    longest: int
    ideas: tuple[Option, ...] = ()

    def parse(self, reply: str) -> Answer | Problem:
        """Take the text as it is, without the spaces around it."""
        said = reply.strip()
        if not said:
            return Problem(T("Please write a few words, or tap a button."))
        if len(said) > self.longest:
            return Problem(
                T("That is too long. Please keep it under {n} characters.", n=self.longest)
            )
        return said

    def keys(self, chosen: Answer | None) -> Keys:
        """Show the ideas, and what was written before."""
        keep = ((Key(len(self.ideas), T("Keep what I wrote ✓")),),) if chosen is not None else ()
        return (*(pad(self.ideas) if self.ideas else ()), *keep)

    def tap(self, index: int, chosen: Answer | None) -> Answer | None:
        """Read a tapped idea, or keep the old words; None for no such key."""
        if index < len(self.ideas):
            return english(self.ideas[index].label)
        return chosen if index == len(self.ideas) else None

    def say(self, answer: Answer) -> Text:
        """Read the words back, cut where they are long."""
        said = str(answer)
        return T("“{words}”", words=said if len(said) <= SHOWN else said[: SHOWN - 1] + "…")

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return isinstance(answer, str) and 0 < len(answer) <= self.longest

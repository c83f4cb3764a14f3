"""The answer kind for a photo: it is sent, not typed."""

from msgspec import Struct

from flows.questions.answers import Answer, Key, Keys, Problem
from flows.words import T, Text

NONE = ""
WANTED = Problem(T("Please send a photo, or tap the button."))
LONGEST = 256


class Picture(Struct, frozen=True, tag="picture"):
    """Telegram's id of a photo; the empty answer stands for none."""

    def parse(self, reply: str) -> Answer | Problem:
        """Refuse whatever is typed, but for the wish to have none."""
        return NONE if reply.strip().casefold() in {"none", "no photo"} else WANTED

    def keys(self, chosen: Answer | None) -> Keys:
        """Show the way without one."""
        del chosen
        return ((Key(0, T("Without a photo")),),)

    def tap(self, index: int, chosen: Answer | None) -> Answer | None:
        """Read the way without one; None for no such key."""
        del chosen
        return None if index else NONE

    def say(self, answer: Answer) -> Text:
        """Say whether there is one."""
        return T("a photo") if answer else T("none")

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return isinstance(answer, str) and len(answer) <= LONGEST

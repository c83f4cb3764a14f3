"""An owner's own words: what may stand in them, and each member's own values in their places."""

import re

from flows.people import LONGEST_NAME
from flows.words import T, Text, english

WORST = {"name": "😀" * LONGEST_NAME, "step": "5", "week": "999"}
"""The places an owner may write, each with the longest that may come into it."""
PLACES = tuple(WORST)
MESSAGE, CAPTION = 4096, 1024
"""The longest text that Telegram takes, and the longest under a photo, in UTF-16 units."""
TAGS = ("b", "i")
_PLACE = re.compile(r"\{([^{}]*)\}")
_TAG = re.compile(r"<(/?)([A-Za-z][^<>]*)>")

BRACE = T("A brace stands alone. Braces are for {name} and its like only.", name="{name}")
NESTED = T(
    "The markup does not close as it opens, so Telegram would refuse it: {bold} or {italic}.",
    bold="<b>…</b>",
    italic="<i>…</i>",
)


def refused(words: str) -> Text | None:
    """Say why words cannot be sent as they are; None when they can."""
    return _misplaced(words) or _mistagged(words) or too_long(WORST["name"], own(words), MESSAGE)


def too_long(gym_name: str, text: Text, most: int) -> Text | None:
    """Say why a text is longer than so many UTF-16 units as somebody reads it; None when not."""
    read = "\n\n".join(english(part) for part in body(gym_name, filled(text, **WORST)))
    count = len(_TAG.sub("", read).encode("utf-16-le")) // 2
    if count <= most:
        return None
    return T(
        "With a long name it would have {count} characters, and Telegram takes {most}.",
        count=count,
        most=most,
    )


def _misplaced(words: str) -> Text | None:
    for place in _PLACE.findall(words):
        if place not in PLACES:
            return T(
                "I do not know {place}. Places I fill in are {places}.",
                place="{" + place + "}",
                places=", ".join("{" + one + "}" for one in PLACES),
            )
    return BRACE if set("{}") & set(_PLACE.sub("", words)) else None


def _mistagged(words: str) -> Text | None:
    still_open: list[str] = []
    for closes, name in _TAG.findall(words):
        if name not in TAGS:
            return T(
                "Telegram would refuse {tag}. Only {bold} and {italic} can be used.",
                tag=f"<{closes}{name}>",
                bold="<b>",
                italic="<i>",
            )
        if not closes:
            still_open.append(name)
        elif not still_open or still_open.pop() != name:
            return NESTED
    return NESTED if still_open else None


def is_personal(text: Text) -> bool:
    """Say whether words would read differently for each member."""
    return bool(_PLACE.search(text.template))


def own(words: str) -> Text:
    """Make a Text of words that `refused` has nothing against."""
    return Text(words)


def filled(text: Text, **values: str | int) -> Text:
    """Put values into the places of a text; places it does not have are no matter."""
    return Text(text.template, (*text.values, *values.items()))


def blank(text: Text) -> Text:
    """Show the places of a text as places."""
    return filled(text, **{place: f"‹{place}›" for place in PLACES})


def body(gym_name: str, text: Text) -> tuple[Text, ...]:
    """Make the paragraphs that a member reads."""
    return (T("<b>{gym}</b>", gym=gym_name), text)

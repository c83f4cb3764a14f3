"""Sentences that are not yet in any language: what is said, to be put into words at the edge."""

from collections.abc import Iterable

from msgspec import Struct


class Text(Struct, frozen=True, tag="text"):
    """A sentence and its values.

    `template` is the English sentence with named places ("{name} is on step {step}") and may hold
    <b> and <i>; `values` fill the places and are always shown literally, whatever is in them.
    """

    template: str
    values: tuple[tuple[str, "str | int | float | Text"], ...] = ()


EDGE = {"bot": "{bot}", "emergency": "{emergency}"}
"""Places that any template may have and the edge fills: the bot's name, the number to call."""


class Button(Struct, frozen=True):
    """A button under a message: its label, and the data it sends or the page it opens."""

    label: Text
    data: str = ""
    url: str = ""


class Content(Struct, frozen=True):
    """One message: paragraphs and rows of buttons; a silent one does not ring.

    `photo` is Telegram's id of a picture above the words; such a message is never edited.
    """

    paragraphs: tuple[Text, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    silent: bool = False
    photo: str = ""


def T(template: str, /, **values: "str | int | float | Text") -> Text:  # noqa: N802 - reads well in tables
    """Make a Text of a template and the values for its places."""
    return Text(template, tuple(values.items()))


def lines(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Make one paragraph of several lines; none of no lines."""
    listed = {f"line{place}": text for place, text in enumerate(texts)}
    template = "\n".join(f"{{{name}}}" for name in listed)
    return (T(template, **listed),) if listed else ()


def english(text: Text) -> str:
    """Fill a Text's places as plain English: for tests and for JSON.

    Places that only the edge can fill (`bot`, `emergency`) stay as they are.
    """
    values = {key: english(v) if isinstance(v, Text) else v for key, v in text.values}
    return text.template.format(**(EDGE | values))

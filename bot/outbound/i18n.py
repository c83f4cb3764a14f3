"""Every sentence a person reads is put into words here; its values stay what they are."""

import html
from collections.abc import Callable, Mapping

from flows.words import Text

ENGLISH = "en"

TRANSLATIONS: Mapping[str, Mapping[str, str]] = {}
"""By language: English templates and what they are there. What is not here is told in English."""

_MARKUP = ("<b>", "</b>", "<i>", "</i>")

Known = Mapping[str, str]
"""What every sentence may name without giving it: `bot` and `emergency`."""


def say(text: Text, language: str, known: Known) -> str:
    """Put a Text into words as Telegram's HTML: <b> and <i> of a template count, nothing else."""
    return _fill(text, language, known, _html)


def say_plainly(text: Text, language: str, known: Known) -> str:
    """Put a Text into words where no markup is understood: labels, windows, menus."""
    return _fill(text, language, known, _plain)


Write = Callable[[str, tuple[str, ...]], str]


def _fill(text: Text, language: str, known: Known, write: Write) -> str:
    template = TRANSLATIONS.get(language, {}).get(text.template, text.template)
    values = {name: write(value, ()) for name, value in known.items()}
    for name, value in text.values:
        if isinstance(value, Text):
            values[name] = _fill(value, language, known, write)
        else:
            values[name] = write(str(value), ())
    return write(template, _MARKUP).format_map(values)


def _html(written: str, markup: tuple[str, ...]) -> str:
    written = html.escape(written, quote=False)
    for tag in markup:
        written = written.replace(html.escape(tag, quote=False), tag)
    return written


def _plain(written: str, markup: tuple[str, ...]) -> str:
    for tag in markup:
        written = written.replace(tag, "")
    return written

"""Keyboards are refused as Telegram refuses them."""

import re

from bot.sandbox.terms import Json, bad

ROW_LIMIT = 8
BUTTON_LIMIT = 100
LINK = re.compile(r"(https?|tg)://[^\s]+")


def read_markup(params: Json) -> Json:
    """Read reply_markup: `inline` goes with the message, `laid` stays under the chat."""
    given = params.get("reply_markup")
    if given is None:
        return {}
    if "inline_keyboard" in given:
        return {"inline": _inline(given["inline_keyboard"])}
    if "keyboard" in given:
        return {"laid": given}
    return {"laid": None} if "remove_keyboard" in given else {}


def _inline(rows: list[list[Json]]) -> Json | None:
    filled = [row for row in rows if row]
    if max(map(len, filled), default=0) > ROW_LIMIT or sum(map(len, filled)) > BUTTON_LIMIT:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in (button for row in filled for button in row):
        _check(button)
    return {"inline_keyboard": filled} if filled else None


def _check(button: Json) -> None:
    kinds = button.keys() - {"text", "style", "icon_custom_emoji_id"}
    if not kinds:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        raise _unparsed("exactly one of the optional fields must be used")
    url = button.get("url")
    if url is not None and not LINK.fullmatch(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _unparsed(reason: str) -> Exception:
    return bad(f"can't parse inline keyboard button: {reason}")

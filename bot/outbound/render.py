"""Content becomes Bot API parameters that Telegram accepts, whatever somebody typed into it."""

import re
from collections.abc import Mapping

from msgspec import Struct

from bot.outbound.i18n import ENGLISH, Known, say, say_plainly
from flows.words import Button, Content, Text

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_LABEL = 64
LONGEST_NOTE = 200
LONGEST_DESCRIPTION = 256
LONGEST_DATA = 64

Parameters = dict[str, object]

_PIECE = re.compile(r"<(/?)([bi])>|&[a-z0-9#]+;|.", re.DOTALL)


class Renderer(Struct, frozen=True):
    """Knows what every sentence may name: the bot's own username, the emergency number."""

    bot: str
    emergency: str

    def message(self, content: Content) -> Parameters:
        """Write a message with its keyboard, for sendMessage and editMessageText."""
        parameters = self.words(content)
        if content.buttons:
            parameters["reply_markup"] = self.keyboard(content)
        return parameters

    def new(self, content: Content) -> Parameters:
        """Write a message that is sent anew: a silent one does not ring."""
        quiet: Parameters = {"disable_notification": True} if content.silent else {}
        return self.message(content) | quiet

    def post(self, content: Content) -> tuple[str, Parameters]:
        """Name the method that sends a message anew, and write what it takes."""
        parameters = self.new(content)
        if not content.photo:
            return "sendMessage", parameters
        del parameters["link_preview_options"]
        caption = cut(str(parameters.pop("text")), LONGEST_CAPTION)
        return "sendPhoto", {"photo": content.photo, "caption": caption, **parameters}

    def words(self, content: Content) -> Parameters:
        """Write a message without a keyboard."""
        text = "\n\n".join(say(part, ENGLISH, self._known) for part in content.paragraphs)
        return {
            "text": cut(text, LONGEST_TEXT),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }

    def keyboard(self, content: Content) -> Parameters:
        return {"inline_keyboard": [[self._button(b) for b in row] for row in content.buttons]}

    def caption(self, text: Text) -> Parameters:
        caption = cut(say(text, ENGLISH, self._known), LONGEST_CAPTION)
        return {"caption": caption, "parse_mode": "HTML"}

    def below(self, content: Content) -> Parameters:
        """Write what is said below a picture, with its keyboard."""
        text = "\n\n".join(say(part, ENGLISH, self._known) for part in content.paragraphs)
        keyboard: Parameters = {"reply_markup": self.keyboard(content)} if content.buttons else {}
        return {"caption": cut(text, LONGEST_CAPTION), "parse_mode": "HTML", **keyboard}

    def note(self, text: Text) -> str:
        """Write what pops up when a button was tapped."""
        return cut_plain(say_plainly(text, ENGLISH, self._known), LONGEST_NOTE)

    def menu(self, commands: tuple[tuple[str, Text], ...]) -> list[Parameters]:
        """Write the commands of a menu."""
        return [
            {
                "command": name,
                "description": cut_plain(
                    say_plainly(what, ENGLISH, self._known), LONGEST_DESCRIPTION
                ),
            }
            for name, what in commands
        ]

    @property
    def _known(self) -> Known:
        return {"bot": self.bot, "emergency": self.emergency}

    def _button(self, button: Button) -> Mapping[str, str]:
        label = cut_plain(say_plainly(button.label, ENGLISH, self._known), LONGEST_LABEL)
        if button.url:
            return {"text": label, "url": button.url.replace("{bot}", self.bot)}
        if not 1 <= len(button.data.encode()) <= LONGEST_DATA:
            raise ValueError("a button's data has 1 to 64 bytes")
        return {"text": label, "callback_data": button.data}


def units(text: str) -> int:
    """Count as Telegram does: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut_plain(text: str, longest: int) -> str:
    """Shorten a text without markup to so many units, an ellipsis included."""
    if units(text) <= longest:
        return text
    kept, room = "", longest - 1
    for sign in text:
        room -= units(sign)
        if room < 0:
            break
        kept += sign
    return kept + "…"


def cut(text: str, longest: int) -> str:
    """Shorten HTML to so many units as read; no entity is split and no tag stays open."""
    if units(text) <= longest or _read_units(text) <= longest:
        return text
    kept: list[str] = []
    still_open: list[str] = []
    room = longest - 1
    for piece in _PIECE.finditer(text):
        room -= _width(piece)
        if room < 0:
            break
        kept.append(piece[0])
        _nest(piece, still_open)
    return "".join(kept) + "…" + "".join(f"</{tag}>" for tag in reversed(still_open))


def _read_units(text: str) -> int:
    return sum(_width(piece) for piece in _PIECE.finditer(text))


def _width(piece: re.Match[str]) -> int:
    if piece[2]:
        return 0
    return 1 if len(piece[0]) > 1 else units(piece[0])


def _nest(piece: re.Match[str], still_open: list[str]) -> None:
    if piece[2] and piece[1]:
        still_open.pop()
    elif piece[2]:
        still_open.append(piece[2])

"""From what Telegram sends to what happened: pure, and never more than an event may hold."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from telegram import Chat, ChatMember, Message, Update, User
from telegram.helpers import effective_message_type

from flows.events import (
    Attached,
    Commanded,
    FromTelegram,
    Hosted,
    Parked,
    Reached,
    Tapped,
    Typed,
    Unreadable,
)
from flows.people import LONGEST_NAME, Sender

TEXT_LENGTH = 4096
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
TABLE = ".csv"
TABLES = {"text/csv", "text/comma-separated-values", "application/csv"}
GONE = {ChatMember.LEFT, ChatMember.BANNED}


class Mark(Struct, frozen=True, kw_only=True):
    """What an update does not say itself: which bot heard it, when, and salt."""

    bot: int
    username: str
    at: datetime
    salt: str


def commanded(update: Update, mark: Mark) -> FromTelegram | None:
    """Read a command; one for another bot is not for us."""
    message, user = update.message, _human(update)
    if message is None or user is None:
        return None
    word, *rest = _clean(message.text or "/").split(maxsplit=1)
    name, _, bot = word.removeprefix("/").partition("@")
    if bot and bot.lower() != mark.username.lower():
        return None
    return Commanded(
        **_head(update, mark),
        sender=_sender(user),
        chat=message.chat.id,
        name=name.lower(),
        argument="".join(rest).strip(),
        title=_name(message.chat.title or ""),
    )


def typed(update: Update, mark: Mark) -> FromTelegram | None:
    """Read a text."""
    message, user = update.message, _human(update)
    if message is None or user is None:
        return None
    return Typed(
        **_head(update, mark),
        sender=_sender(user),
        chat=message.chat.id,
        text=_clean(message.text or ""),
        to=_pointed(message.reply_to_message),
    )


def attached(update: Update, mark: Mark) -> FromTelegram | None:
    """Read a file: one that looks like a table by its name or type; others hold no answer."""
    message, user = update.message, _human(update)
    if message is None or user is None or message.document is None:
        return None
    file = message.document
    name = _name(file.file_name or "")
    if not name.lower().endswith(TABLE) and file.mime_type not in TABLES:
        return unreadable(update, mark)
    return Attached(
        **_head(update, mark),
        sender=_sender(user),
        chat=message.chat.id,
        file=file.file_id,
        name=name or f"file{TABLE}",
        size=file.file_size or 0,
        text=_clean(message.caption or ""),
    )


def unreadable(update: Update, mark: Mark) -> FromTelegram | None:
    """Read a message that holds no text: only its kind."""
    message, user = update.message, _human(update)
    if message is None or user is None:
        return None
    return _unreadable(update, mark, message, str(effective_message_type(message) or "message"))


def edited(update: Update, mark: Mark) -> FromTelegram | None:
    """Read an edited message: that it was edited, and no more."""
    message, user = update.edited_message, _human(update)
    if message is None or user is None:
        return None
    return _unreadable(update, mark, message, "edited")


def tapped(update: Update, mark: Mark) -> FromTelegram | None:
    """Read a tap on a button."""
    query, user = update.callback_query, _human(update)
    if query is None or user is None:
        return None
    chat = query.message.chat.id if query.message else user.id
    data = _clean(query.data or "")
    return Tapped(
        **_head(update, mark), sender=_sender(user), chat=chat, data=data, query=query.id
    )


def reached(update: Update, mark: Mark) -> FromTelegram | None:
    """Read that somebody blocked the bot or let it in again, or took it into a group or out."""
    member, user = update.my_chat_member, _human(update)
    if member is None or user is None:
        return None
    inside = member.new_chat_member.status not in GONE
    if member.chat.type == Chat.PRIVATE:
        return Reached(**_head(update, mark), sender=_sender(user), reachable=inside)
    if inside is (member.old_chat_member.status not in GONE):
        return None
    return Hosted(
        **_head(update, mark),
        sender=_sender(user),
        chat=member.chat.id,
        title=_name(member.chat.title or ""),
        inside=inside,
    )


def parked(raw: dict[str, Any], mark: Mark) -> Parked | None:
    """Say whose update was set aside, of one that may be anything; none when nobody's."""
    part: Any = next((raw[kind] for kind in KINDS if isinstance(raw.get(kind), dict)), {})
    user = part.get("from")
    if not isinstance(user, dict) or not isinstance(user.get("id"), int) or user.get("is_bot"):
        return None
    sender = Sender(id=user["id"], name=_name(str(user.get("first_name", ""))))
    query = str(part.get("id", "")) if "callback_query" in raw else ""
    happened = f"{_name_of(mark, raw.get('update_id'))}:parked"
    return Parked(id=happened, at=mark.at, salt=mark.salt, sender=sender, query=query)


def _unreadable(update: Update, mark: Mark, message: Message, kind: str) -> FromTelegram | None:
    user = _human(update)
    if user is None:
        return None
    return Unreadable(
        **_head(update, mark),
        sender=_sender(user),
        chat=message.chat.id,
        kind=kind,
        text=_clean(message.caption or message.text or ""),
        photo=message.photo[-1].file_id if message.photo and update.message else "",
    )


def _pointed(message: Message | None) -> str:
    """Find what a message is about by its first button: no message is known by its number."""
    board = message.reply_markup if message else None
    rows = board.inline_keyboard if board else ()
    found = (
        one.callback_data for row in rows for one in row if isinstance(one.callback_data, str)
    )
    return _clean(next(found, ""))


def _head(update: Update, mark: Mark) -> dict[str, Any]:
    return {"id": _name_of(mark, update.update_id), "at": mark.at, "salt": mark.salt}


def _name_of(mark: Mark, update_id: object) -> str:
    return f"tg:{mark.bot}:{update_id}"


def _human(update: Update) -> User | None:
    """Find who did it; bots and channels are nobody."""
    message, user = update.message or update.edited_message, update.effective_user
    if user is None or user.is_bot or (message and message.sender_chat):
        return None
    return user


def _sender(user: User) -> Sender:
    return Sender(
        id=user.id, name=_name(user.full_name), language=_clean(user.language_code or "")
    )


def _name(name: str) -> str:
    return _clean(name)[:LONGEST_NAME].strip()


def _clean(text: str) -> str:
    """Half of a pair of surrogates cannot be stored; the rest of the text can."""
    return text.encode(errors="replace").decode()[:TEXT_LENGTH]

"""What became of an attempt to send: a closed union, read from Telegram's answer."""

import msgspec
from msgspec import Struct


class Sent(Struct, frozen=True):
    """It is done; `message` is what it can be edited by."""

    message: int | None = None


class Gone(Struct, frozen=True):
    """Nobody can be reached there: blocked, deactivated, no such chat."""


class Refused(Struct, frozen=True):
    """Telegram will never take it like this."""

    description: str


class Wait(Struct, frozen=True):
    """Too fast: nothing was done, and nothing may be sent for so many seconds."""

    seconds: float


class Unknown(Struct, frozen=True):
    """It may have been done, or not."""


class Away(Struct, frozen=True):
    """Telegram cannot be reached or is broken: nothing was done."""


class Moved(Struct, frozen=True):
    """The group has another id now: nothing was done."""

    chat: int


Outcome = Sent | Gone | Refused | Wait | Unknown | Away | Moved


class _Parameters(Struct, frozen=True):
    retry_after: float = 5
    migrate_to_chat_id: int | None = None


class _Reply(Struct, frozen=True):
    result: msgspec.Raw = msgspec.Raw(b"true")
    description: str = ""
    parameters: _Parameters = _Parameters()


class _Message(Struct, frozen=True):
    message_id: int


_reply = msgspec.json.Decoder(_Reply)
_message = msgspec.json.Decoder(_Message | bool)

_OK = 200
_BAD_REQUEST = 400
_WRONG_TOKEN = (401, 404, 409, 421)
_FORBIDDEN = 403
_TOO_MANY = 429
_BROKEN = 500
_GATEWAY_TIMEOUT = 504


def read(status: int, body: bytes) -> Outcome:
    """Say what an answer means; of a success, only the message's id is read."""
    if status == _GATEWAY_TIMEOUT:
        return Unknown()
    # A token that is wrong or served elsewhere is not the message's fault: it waits to be mended.
    if status >= _BROKEN or status in _WRONG_TOKEN:
        return Away()
    try:
        return _meaning(status, _reply.decode(body))
    except msgspec.DecodeError:
        return Unknown() if status == _OK else Refused("not an answer of the Bot API")


def _meaning(status: int, reply: _Reply) -> Outcome:
    if status == _OK:
        message = _message.decode(reply.result)
        return Sent(message.message_id) if isinstance(message, _Message) else Sent()
    if status == _TOO_MANY:
        return Wait(max(1, reply.parameters.retry_after))
    if reply.parameters.migrate_to_chat_id is not None:
        return Moved(reply.parameters.migrate_to_chat_id)
    if status == _FORBIDDEN or "chat not found" in reply.description:
        return Gone()
    return Refused(reply.description)


def unchanged(outcome: Outcome) -> bool:
    """Say whether an edit was refused because the message reads like that already."""
    return _says(outcome, ("message is not modified",))


def lost(outcome: Outcome) -> bool:
    """Say whether an edit was refused because the message is no more, or no longer ours."""
    return _says(outcome, ("message to edit not found", "message can't be edited", "MESSAGE_ID"))


def deleted(outcome: Outcome) -> bool:
    """Say whether a deletion was refused because the message is no more."""
    return _says(outcome, ("message to delete not found",))


def _says(outcome: Outcome, sayings: tuple[str, ...]) -> bool:
    return isinstance(outcome, Refused) and any(s in outcome.description for s in sayings)

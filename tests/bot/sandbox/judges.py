"""aiogram's own classes as judges of what passes between a bot and the town."""

import json

import aiogram.methods
from aiogram.types import TelegramObject, Update

from bot.sandbox.gate import Call
from bot.sandbox.terms import Json


def judge_request(call: Call) -> None:
    """Raise ValidationError if a request is not one aiogram could have made."""
    _kind(call.method).model_validate(call.params | _uploaded(call.params))
    assert set(call.params) <= set(fields_of(call.method))


def fields_of(method: str) -> list[str]:
    """List the parameters aiogram knows of a method."""
    return list(_kind(method).model_fields)


def _kind(method: str) -> type[TelegramObject]:
    kind: type[TelegramObject] = getattr(aiogram.methods, method[0].upper() + method[1:])
    return kind


def judge_update(update: Json) -> Update:
    """Build the update with every field known; raise ValidationError if it is malformed."""
    built = Update.model_validate(update)
    assert not _strangers(built), f"unknown fields: {_strangers(built)}"
    return built


def _strangers(thing: object) -> list[str]:
    if isinstance(thing, list):
        return [name for item in thing for name in _strangers(item)]
    if not isinstance(thing, TelegramObject):
        return []
    own = list(thing.__pydantic_extra__ or {})
    return own + [
        n for field in type(thing).model_fields for n in _strangers(getattr(thing, field))
    ]


def _uploaded(params: Json) -> Json:
    """Read the keyboard that goes beside a file: there it is written as text."""
    keyboard = params.get("reply_markup")
    return {"reply_markup": json.loads(keyboard)} if isinstance(keyboard, str) else {}

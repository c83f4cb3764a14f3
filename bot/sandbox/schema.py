"""Requests are judged by the Bot API's own schema: fields, types, required, lengths."""

import json
import re
from importlib.resources import files
from typing import Any

import msgspec

from bot.sandbox.terms import Json, Upload, bad, units


class Field(msgspec.Struct, frozen=True):
    """What the schema says of one parameter."""

    types: tuple[str, ...]
    required: bool = False
    length: tuple[int, int, str] | None = None


class Api(msgspec.Struct, frozen=True):
    """The schema: methods, the types they take, and types that are one of several."""

    methods: dict[str, dict[str, Field]]
    types: dict[str, dict[str, Field]]
    unions: dict[str, tuple[str, ...]]


API = msgspec.json.decode((files("bot.sandbox") / "api.json").read_bytes(), type=Api)

MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "file_id": "invalid file_id",
}
TOO_LONG = {
    "callback_data": "BUTTON_DATA_INVALID",
    "command": "BOT_COMMAND_INVALID",
    "text": "MESSAGE_TOO_LONG",
}


class Mismatch(Exception):  # noqa: N818 - one guess of several, not a fault
    """A value is not of the type it was tried as."""


def read(method: str, params: Json) -> Json:
    """Turn a request's parameters into typed ones, or refuse them."""
    return _fields(method, API.methods[method], params)


def _fields(owner: str, fields: dict[str, Field], given: Json) -> Json:
    for name in given:
        if name not in fields:
            raise bad(f'unknown parameter "{name}" in {owner}')
    for name, field in fields.items():
        known = MISSING if owner in API.methods else {}
        empty = given.get(name) is None or (given[name] == "" and name in known)
        if field.required and empty:
            raise bad(known.get(name, f'parameter "{name}" of {owner} is required'))
    return {
        name: _value(owner, name, fields[name], value)
        for name, value in given.items()
        if value is not None
    }


def _value(owner: str, name: str, field: Field, value: Any) -> Any:
    for kind in field.types:
        try:
            typed = _as(kind, value)
        except Mismatch:
            continue
        _measure(owner, name, field, typed)
        return typed
    raise bad(f'can\'t parse parameter "{name}" of {owner}: {" or ".join(field.types)} expected')


def _measure(owner: str, name: str, field: Field, value: Any) -> None:
    if field.length is None or not isinstance(value, str) or _parsed_later(owner, name):
        return
    low, high, unit = field.length
    size = len(value.encode()) if unit == "bytes" else units(value)
    if not low <= size <= high:
        raise bad(
            TOO_LONG.get(name, f'length of "{name}" must be from {low} to {high}, is {size}')
        )


def _parsed_later(owner: str, name: str) -> bool:
    return name in {"text", "caption"} and owner.startswith(("send", "edit", "copy"))


def _as(kind: str, value: Any) -> Any:
    if kind.startswith("Array of "):
        return _array(kind.removeprefix("Array of "), value)
    if kind in PRIMITIVES:
        return PRIMITIVES[kind](value)
    return _object(kind, value)


def _array(kind: str, value: Any) -> list[Any]:
    items = _loaded(value)
    if not isinstance(items, list):
        raise Mismatch
    return [_as(kind, item) for item in items]


def _object(kind: str, value: Any) -> Json:
    loaded = _loaded(value)
    if not isinstance(loaded, dict):
        raise Mismatch
    if kind in API.unions:
        return _one_of(kind, loaded)
    fields = API.types[kind]
    if _of_another_kind(kind, fields, loaded):
        raise Mismatch
    return _fields(kind, fields, loaded)


def _of_another_kind(kind: str, fields: dict[str, Field], given: Json) -> bool:
    """Tell keyboards apart that share one parameter: by the required fields that are there."""
    alone = kind in {"InlineKeyboardButton", "KeyboardButton", "BotCommand"}
    return not alone and any(f.required and name not in given for name, f in fields.items())


def _one_of(union: str, given: Json) -> Json:
    """Find the member that `type` names: BotCommandScopeAllGroupChats is "all_group_chats"."""
    for kind in API.unions[union]:
        if _snake(kind.removeprefix(union)) == given.get("type"):
            return _object(kind, given)
    raise Mismatch


def _snake(name: str) -> str:
    return re.sub(r"(?<=.)(?=[A-Z])", "_", name).lower()


def _loaded(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise Mismatch from None


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,19}", str(value)):
        raise Mismatch
    return int(value)


def _float(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise Mismatch from None


def _boolean(value: Any) -> bool:
    text = str(value).lower()
    if text not in {"true", "false", "1", "0"}:
        raise Mismatch
    return text in {"true", "1"}


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise Mismatch
    try:
        value.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    return value


def _input_file(value: Any) -> Upload:
    if not isinstance(value, Upload):
        raise Mismatch
    return value


PRIMITIVES = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "String": _string,
    "InputFile": _input_file,
}

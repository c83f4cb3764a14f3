"""What both doors give back: reasons and limits in plain words, and errors that name a field."""

from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec import Struct

from flows.doors.person import UnknownItem
from flows.phases.items import Item
from flows.phases.reasons import Direction, Limit, Reason
from flows.words import english

Out = TypeVar("Out")


class Why(Struct, frozen=True, kw_only=True):
    """One reason, in the order in which it counted; `key` names its threshold in the policy."""

    rule: str
    direction: Direction
    readings: dict[str, str]
    threshold: str
    key: str
    source: str
    text: str


class Mind(Struct, frozen=True, kw_only=True):
    """Something this person must not do, or only in one way."""

    code: str
    text: str
    source: str


class Pending(Struct, frozen=True, kw_only=True):
    """Something to be cleared: its code, how grave it is, and whether a word is there."""

    code: str
    severity: str
    word: bool


class Fault(Struct, frozen=True, kw_only=True):
    """Why a document could not be answered: its line, the field, and what is wrong."""

    field: str
    message: str
    line: int | None = None


class Refused(Struct, frozen=True, kw_only=True):
    """The answer to a document that could not be used."""

    error: Fault


def whys(reasons: tuple[Reason, ...]) -> tuple[Why, ...]:
    """Put reasons into plain words."""
    return tuple(
        Why(
            rule=one.rule,
            direction=one.direction,
            readings=dict(one.readings),
            threshold=one.threshold,
            key=one.key,
            source=one.source,
            text=english(one.text),
        )
        for one in reasons
    )


def minds(limits: tuple[Limit, ...]) -> tuple[Mind, ...]:
    """Put limits into plain words."""
    return tuple(Mind(code=one.code, text=english(one.text), source=one.source) for one in limits)


def pendings(items: tuple[Item, ...]) -> tuple[Pending, ...]:
    """Name all items, cleared or not."""
    return tuple(
        Pending(code=one.code, severity=one.severity, word=one.clearance is not None)
        for one in items
    )


def answered(decided: Callable[[], Out], line: int | None) -> Out | Refused:
    """Give a decision, or say what is wrong with the document it should have come from."""
    try:
        return decided()
    except UnknownItem as error:
        return _refused("clearances", f"There is no such item: {error}", line)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `$")
        field = ".".join(part for part in (path.strip("`."), _named(message)) if part)
        return _refused(field, message, line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _refused("", f"This is not JSON: {error}", line)


def _refused(field: str, message: str, line: int | None) -> Refused:
    return Refused(error=Fault(field=field, message=message, line=line))


def _named(message: str) -> str:
    """Find the field in "Object contains unknown field `weight`" or "... missing required ..."."""
    return message.split("`")[1] if "field `" in message else ""

"""What came of an update: `process_update` never raises, so a handler leaves it here."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.runner import Handled, Ignored


@dataclass(frozen=True)
class Failed:
    """The update could not be handled; nothing of it is committed for certain."""

    error: Exception


Outcome = Handled | Failed


@dataclass
class _Slot:
    outcome: Outcome = field(default_factory=Ignored)


_slot: ContextVar[_Slot] = ContextVar("outcome of the update that is being handled")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context every handler gets; its outcome reaches whoever confirms the update."""

    @property
    def outcome(self) -> Outcome:
        return _slot.get().outcome

    @outcome.setter
    def outcome(self, outcome: Outcome) -> None:
        _slot.get().outcome = outcome


Bot = Application[Any, Context, Any, Any, Any, Any]


async def process(application: Bot, update: Update) -> Outcome:
    """Let the application handle an update, and say what came of it."""
    slot = _Slot()
    token = _slot.set(slot)
    try:
        await application.process_update(update)
    finally:
        _slot.reset(token)
    return slot.outcome

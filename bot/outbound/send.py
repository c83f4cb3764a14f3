"""Performs what an effect asks of Telegram, once, and says what became of it."""

from collections.abc import Awaitable, Mapping

from telegram import InputFile

from bot.outbound.api import Api, To
from bot.outbound.export import everything
from bot.outbound.ics import calendar
from bot.outbound.outcomes import Outcome, Refused, Sent, deleted, lost, unchanged
from bot.outbound.poster import poster
from bot.outbound.render import Parameters, Renderer
from bot.outbound.roll import roll
from bot.outbound.sheet import sheet, table
from bot.ports import Store, Urgency
from flows.effects import (
    Answer,
    Close,
    Dates,
    Effect,
    Export,
    Mail,
    Offer,
    Picture,
    Recall,
    Repost,
    Roll,
    Say,
    Sheet,
    Show,
    Table,
)
from flows.people import StateId, key_of, kind_of
from flows.words import Content

Live = Show | Repost | Close
File = Export | Sheet | Table | Roll | Dates
Sendable = Live | Say | Mail | Recall | Offer | Picture | File


class Sender:
    """Speaks to people through Telegram; which message a slot shows is asked of the store.

    `exercises` are the names of the library's exercises by their ids.
    """

    def __init__(
        self, api: Api, store: Store, renderer: Renderer, exercises: Mapping[str, str]
    ) -> None:
        self._api = api
        self._store = store
        self._renderer = renderer
        self._exercises = exercises

    async def perform(self, effect: Sendable, state: StateId) -> Outcome:
        """Do what the effect of this state asks for."""
        return await self._doing(effect, state)

    async def answer(self, answer: Answer) -> None:
        """Answer a tap, now or never: whatever goes wrong, the button stops waiting by itself."""
        parameters: Parameters = {"callback_query_id": answer.query}
        if answer.text is not None:
            parameters["text"] = self._renderer.note(answer.text)
        if answer.alert:
            parameters["show_alert"] = True
        await self._api.call("answerCallbackQuery", parameters)

    def _doing(self, effect: Sendable, state: StateId) -> Awaitable[Outcome]:
        match effect:
            case Show() | Repost() | Close():
                return self._live(effect, state)
            case Say():
                return self._say(effect, state)
            case Mail():
                return self._mail(effect, state)
            case Recall():
                return self._recall(effect, state)
            case Offer():
                return self._offer(effect, state)
            case Export() | Sheet() | Table() | Roll() | Dates():
                return self._file(effect, state)
            case Picture():
                return self._picture(effect, state)

    def _live(self, effect: Live, state: StateId) -> Awaitable[Outcome]:
        match effect:
            case Show():
                return self._show(effect, state)
            case Repost():
                return self._repost(effect, state)
            case Close():
                return self._close(effect, state)

    async def leave(self, effect: Sendable, state: StateId) -> None:
        """Wait for the turn of what is sent at most once: `perform` then sends it at once."""
        await self._api.leave(to(effect, state))

    async def _mail(self, effect: Mail, state: StateId) -> Outcome:
        method, message = self._renderer.post(effect.content)
        return await self._api.call(method, {"chat_id": chat_of(effect, state), **message})

    async def _say(self, effect: Say, state: StateId) -> Outcome:
        method, message = self._renderer.post(effect.content)
        return await self._api.send(method, to(effect, state), message)

    async def _show(self, effect: Show, state: StateId) -> Outcome:
        shown, whom = await self._store.slot(state, effect.slot), to(effect, state)
        message, new = self._renderer.message(effect.content), self._renderer.new(effect.content)
        return await self._edited(shown, whom, message) or await self._api.send(
            "sendMessage", whom, new
        )

    async def _repost(self, effect: Repost, state: StateId) -> Outcome:
        old = await self._store.slot(state, effect.slot)
        whom = to(effect, state)
        sent = await self._api.send("sendMessage", whom, self._renderer.new(effect.content))
        if isinstance(sent, Sent) and old is not None:
            # Nothing hangs on it: a tap on the old keyboard counts or is answered kindly.
            await self._strip(whom, old)
        return sent

    async def _close(self, effect: Close, state: StateId) -> Outcome:
        shown = effect.message or await self._store.slot(state, effect.slot)
        whom = to(effect, state)
        if effect.picture and effect.content is not None and shown is not None:
            return await self._below(shown, whom, effect.content)
        if effect.content is not None:
            words = self._renderer.words(effect.content)
            return await self._edited(shown, whom, words) or await self._unseen(
                effect, whom, words
            )
        return Sent() if shown is None else await self._strip(whom, shown)

    async def _below(self, shown: int, whom: To, content: Content) -> Outcome:
        """Change what is said below a picture; a picture that is gone says nothing."""
        target: Parameters = {"chat_id": whom.chat, "message_id": shown}
        caption = self._renderer.below(content)
        edited = await self._api.change("editMessageCaption", whom, target | caption)
        return Sent() if lost(edited) else _as_shown(edited, shown)

    async def _unseen(self, effect: Close, whom: To, words: Parameters) -> Outcome:
        """Send the last words of what is shown no more, unless they are for its place alone."""
        return Sent() if effect.quiet else await self._api.send("sendMessage", whom, words)

    async def _recall(self, effect: Recall, state: StateId) -> Outcome:
        shown = await self._store.slot(state, effect.slot)
        if shown is None:
            return Refused("it is not known which message it was")
        whom = to(effect, state)
        target: Parameters = {"chat_id": whom.chat, "message_id": shown}
        outcome = await self._api.change("deleteMessage", whom, target)
        return Sent() if deleted(outcome) else outcome

    async def _offer(self, effect: Offer, state: StateId) -> Outcome:
        whom = to(effect, state)
        scope = {"type": "chat", "chat_id": whom.chat}
        menu = self._renderer.menu(effect.commands)
        return await self._api.change("setMyCommands", whom, {"commands": menu, "scope": scope})

    async def _file(self, effect: File, state: StateId) -> Outcome:
        name, content = await self._written(effect, state)
        file = InputFile(content, filename=name)
        caption = self._renderer.caption(effect.caption)
        return await self._api.upload(to(effect, state), caption, file)

    async def _picture(self, effect: Picture, state: StateId) -> Outcome:
        link = f"https://t.me/{self._renderer.bot}?start={effect.code}"
        file = InputFile(poster(link), filename="invitation.png")
        below = self._renderer.below(Content((effect.caption,), effect.buttons))
        return await self._api.upload(to(effect, state), below, file, "photo")

    async def _written(self, effect: File, state: StateId) -> tuple[str, bytes]:
        match effect:
            case Export():
                return "stairwise.json", await everything(self._store, state)
            case Sheet():
                history = await self._store.history(state)
                return "sessions.csv", sheet(history, self._exercises)
            case Table():
                return f"{effect.name}.csv", table(effect.rows)
            case Roll():
                return "reminder.csv", await roll(self._store, effect)
            case Dates():
                return "stairwise.ics", calendar(effect, self._renderer)

    async def _edited(self, shown: int | None, whom: To, message: Parameters) -> Outcome | None:
        """Edit what is shown; none where nothing is, or nothing that can be edited."""
        if shown is None:
            return None
        target: Parameters = {"chat_id": whom.chat, "message_id": shown}
        edited = await self._api.change("editMessageText", whom, target | message)
        return None if lost(edited) else _as_shown(edited, shown)

    async def _strip(self, whom: To, shown: int) -> Outcome:
        target: Parameters = {"chat_id": whom.chat, "message_id": shown}
        outcome = await self._api.change("editMessageReplyMarkup", whom, target)
        return Sent() if lost(outcome) else _as_shown(outcome, shown)


def to(effect: Effect, state: StateId) -> To:
    """Say where an effect of this state goes, and how urgently."""
    if isinstance(effect, Mail | Recall):
        return To(chat_of(effect, state), Urgency.BULK)
    desk = kind_of(state) == "desk"
    return To(chat_of(effect, state), Urgency.PING if desk else Urgency.REPLY)


def chat_of(effect: Effect, state: StateId) -> int:
    """Name the chat an effect of this state goes to."""
    if isinstance(effect, Say) and effect.chat is not None:
        return effect.chat
    return int(key_of(state))


def _as_shown(edited: Outcome, shown: int) -> Outcome:
    return Sent(shown) if unchanged(edited) or isinstance(edited, Sent) else edited

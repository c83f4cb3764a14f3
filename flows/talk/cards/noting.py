"""A trainer's private notes on a client: on the desk, gone with the link, seen by nobody else."""

from itertools import accumulate

from msgspec.structs import replace

from flows.cards import CardAct, CardAsked
from flows.codes import mint
from flows.desk import Client, Desk, Note
from flows.effects import Decision
from flows.events import Told
from flows.talk import calendar
from flows.talk.cards import saying
from flows.words import Content, T, Text, lines

MOST = 20
"""So many notes are kept on a client; the oldest goes."""
LATEST = 3
"""So many of them stand on the card."""
ROOM = 3700
"""What one message has room for beside its head, of Telegram's 4,096."""
A_DAY = 40
"""What stands before the words of a note, at most."""
HEAD = T("<b>Your notes on {name}</b>, for your eyes only")
NONE = T("There are none yet.")


def on_card(client: Client) -> tuple[Text, ...]:
    """List the latest notes for the card."""
    if not client.notes:
        return ()
    return lines((T(HEAD.template, name=client.name), *map(_line, client.notes[-LATEST:])))


def _line(note: Note) -> Text:
    return T("• {day}: {words}", day=calendar.spoken(note.on), words=note.words)


def turn(desk: Desk, client: Client, news: CardAsked, event: Told) -> Decision[Desk]:
    """Show the notes, add one, or take one out."""
    if news.act is CardAct.NOTE:
        code = mint(event.salt, "note", 6)
        new = Note(code=code, on=event.at.date(), words=news.words)
        now = replace(client, notes=(*client.notes, new)[-MOST:])
        return Decision(state=_with(desk, client, now), effects=saying.below(client.id, _all(now)))
    left = tuple(one for one in client.notes if one.code != news.what)
    now = replace(client, notes=left)
    return Decision(state=_with(desk, client, now), effects=saying.in_place(client.id, _all(now)))


def _with(desk: Desk, client: Client, now: Client) -> Desk:
    return replace(desk, clients=tuple(now if one is client else one for one in desk.clients))


def _all(client: Client) -> Content:
    asks = saying.button
    out = tuple(
        (asks(client.id, T("Delete: {words}", words=_short(one)), CardAct.UNNOTE, one.code),)
        for one in client.notes
    )
    add = (asks(client.id, T("Write a note"), CardAct.NOTE),)
    said = lines(map(_line, _fitting(client.notes))) or (NONE,)
    text = (T(HEAD.template, name=client.name), *_older(client), *said)
    return Content(text, (*out, add, saying.back(client.id)))


def _fitting(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Choose the newest notes that one message has room for."""
    taken = tuple(accumulate(_size(one) for one in reversed(notes)))
    fit = sum(size <= ROOM for size in taken)
    return notes[len(notes) - fit :]


def _size(note: Note) -> int:
    """Count a note's line as Telegram does, in UTF-16 units, its day and bullet included."""
    return len(note.words.encode("utf-16-le")) // 2 + A_DAY


def _older(client: Client) -> tuple[Text, ...]:
    """Say how many notes there is no room for."""
    older = len(client.notes) - len(_fitting(client.notes))
    return (T("{count} older ones have no room here.", count=older),) if older else ()


def _short(note: Note) -> str:
    return note.words if len(note.words) <= 24 else f"{note.words[:23]}…"

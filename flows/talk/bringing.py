"""A training history from another app: its file is read, shown, and taken with one tap.

Nothing of a file is kept before that tap: it is fetched once more then.
"""

from datetime import date, datetime

from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Answer, Decision, Fetch, Say, Show
from flows.events import Attached, Tapped, Told
from flows.news import Fetched
from flows.person import Person, Stage, Upload
from flows.programs.book import Book
from flows.programs.brought import lifts, matched, named
from flows.programs.diary import Kept, record
from flows.programs.foreign_names import names
from flows.programs.imports import Brought, Refusal, parse
from flows.programs.weights import IMPERIAL
from flows.talk import bringing_texts, calendar
from flows.talk.stairs import NO_STEP
from flows.words import Content


def attached(person: Person, event: Attached, book: Book) -> Decision[Person]:
    """Read a file that looks like CSV; only the newest one counts."""
    if person.client is None:
        return Decision(state=person, effects=(Say(content=NO_STEP),))
    if event.size > book.spans["file"].high:
        return Decision(state=person, effects=(Say(content=bringing_texts.TOO_BIG),))
    code = mint(event.salt, "upload", 8)
    upload = Upload(code=code, file=event.file, name=event.name, stage=Stage.READING)
    return _shown(
        replace(person, upload=upload), bringing_texts.reading(event.name), _fetch(upload, book)
    )


def _fetch(upload: Upload, book: Book) -> Fetch:
    return Fetch(file=upload.file, code=upload.code, most=int(book.spans["file"].high))


def _shown(person: Person, content: Content, *more: Fetch, code: str = "") -> Decision[Person]:
    name = code or (person.upload.code if person.upload else "")
    return Decision(state=person, effects=(Show(slot=f"file:{name}", content=content), *more))


def tapped(person: Person, event: Tapped, code: str, act: str, book: Book) -> Decision[Person]:
    """Take what was offered, or leave it; a file that is no longer the newest is left alone."""
    upload = person.upload
    if upload is None or (upload.code, upload.stage) != (code, Stage.OFFERED):
        old = Answer(query=event.query, text=bringing_texts.OVER, alert=True)
        return Decision(state=person, effects=(old,))
    if act != "take":
        return _shown(replace(person, upload=None), bringing_texts.LEFT, code=code)
    taking = replace(upload, stage=Stage.TAKING)
    return _shown(
        replace(person, upload=taking), bringing_texts.reading(upload.name), _fetch(taking, book)
    )


def fetched(person: Person, news: Fetched, event: Told, book: Book) -> Decision[Person]:
    """Offer what a file holds, or take it, as the person was asked; an older file is nothing."""
    upload = person.upload
    if upload is None or upload.code != news.code or upload.stage is Stage.OFFERED:
        return Decision(state=person)
    if news.big:
        return _over(person, upload, bringing_texts.TOO_BIG)
    found = _parsed(person, news, calendar.today(person, event.at), book)
    if isinstance(found, Refusal):
        return _over(person, upload, bringing_texts.refused(upload.name, found))
    new = tuple(one for one in found.sessions if one.key not in set(news.known))
    if not new:
        return _over(person, upload, bringing_texts.nothing_new(found))
    if upload.stage is Stage.TAKING:
        return _taken(person, upload, new, event.at, book)
    return _offered(person, upload, found, new, book)


def _parsed(person: Person, news: Fetched, today: date, book: Book) -> Brought | Refusal:
    if news.text is None:
        return Refusal(why=bringing_texts.UNREAD)
    unit = "lb" if person.settings.units == IMPERIAL else "kg"
    return parse(news.text, today, unit, book.spans)


def _over(person: Person, upload: Upload, content: Content) -> Decision[Person]:
    return _shown(replace(person, upload=None), content, code=upload.code)


def _offered(
    person: Person, upload: Upload, found: Brought, new: tuple[Kept, ...], book: Book
) -> Decision[Person]:
    what = matched(new, names(book.library, book.aliases))
    asked = bringing_texts.Offer(
        code=upload.code,
        found=found,
        new=new,
        matched=what,
        imperial=person.settings.units == IMPERIAL,
        library=book.library,
    )
    offered = replace(person, upload=replace(upload, stage=Stage.OFFERED))
    return _shown(offered, bringing_texts.offered(asked))


def _taken(
    person: Person, upload: Upload, new: tuple[Kept, ...], at: datetime, book: Book
) -> Decision[Person]:
    if person.client is None:
        return _over(person, upload, NO_STEP)
    known = dict(matched(new, names(book.library, book.aliases)).known)
    sessions = named(new, known)
    client = replace(person.client, lifts=lifts(person.client.lifts, sessions, book))
    records = (record(one, at, book.policy.version) for one in sessions)
    done = bringing_texts.taken(new, len(set(known.values())))
    kept = _over(replace(person, client=client), upload, done)
    return replace(kept, records=tuple(records))

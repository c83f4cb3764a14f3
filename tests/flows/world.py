"""A whole Stairwise without a shell: states in a dict, hops delivered at once."""

from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from flows.codec import read_state, write_state
from flows.decide import State, decide, fresh
from flows.deskwork import DeskOpened
from flows.effects import (
    Answer,
    Close,
    Dates,
    Effect,
    Export,
    Fetch,
    Inspect,
    Mail,
    Offer,
    Pick,
    Picture,
    Recall,
    Record,
    Repost,
    Roll,
    Row,
    Say,
    Sheet,
    Show,
    Survey,
    Table,
    Tell,
)
from flows.events import (
    Attached,
    Commanded,
    Event,
    Hosted,
    Parked,
    Reached,
    Tapped,
    TimerDue,
    Told,
    Typed,
    Unreadable,
)
from flows.gym import Gym, heads
from flows.news import Fetched, Surveyed
from flows.people import Sender, key_of, kind_of
from flows.person import Person
from flows.programs.diary import read
from flows.reach import Recipient, Result
from flows.reminded import Delivered, Picked
from flows.running import Inspected
from flows.ties import Member
from flows.timers import Instant, Timer
from flows.words import Button, Content, Text, english
from tests.flows.book import BOOK
from tests.flows.policy import wanted

File = Export | Sheet | Picture | Table | Roll | Dates

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass
class Message:
    """One message on somebody's screen."""

    text: str
    buttons: dict[str, str]
    slot: str = ""
    photo: str = ""


@dataclass
class World:
    """All states and screens, and a clock that only moves when told to."""

    now: datetime = START
    states: dict[str, State] = field(default_factory=dict)
    rosters: dict[str, dict[str, Member]] = field(default_factory=dict)
    lists: dict[str, dict[str, Recipient]] = field(default_factory=dict)
    pictures: dict[int, list[Picture]] = field(default_factory=dict)
    tables: dict[int, list[Table]] = field(default_factory=dict)
    rolls: list[int] = field(default_factory=list)
    mailed: dict[tuple[int, str], Message] = field(default_factory=dict)
    screens: dict[int, list[Message]] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    records: dict[str, list[Record]] = field(default_factory=dict)
    offered: dict[int, tuple[str, ...]] = field(default_factory=dict)
    exported: list[int] = field(default_factory=list)
    sheets: list[int] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    calendars: dict[int, list[Dates]] = field(default_factory=dict)
    unreachable: set[int] = field(default_factory=set)
    lost: set[int] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    dangers: tuple[Text, ...] = ()
    count: int = 0

    def person(self, who: int) -> Person:
        state = self.state(f"person:{who}")
        assert isinstance(state, Person)
        return state

    def state(self, state: str) -> State:
        return self.states.get(state) or fresh(state)

    def stamp(self) -> tuple[str, datetime, str]:
        self.count += 1
        return f"e{self.count}", self.now, f"salt-{self.count}"

    # ── what people do ──

    def commands(self, who: int, command: str, *, chat: int | None = None) -> None:
        name, _, argument = command.lstrip("/").partition(" ")
        ident, at, salt = self.stamp()
        event = Commanded(
            id=ident, at=at, salt=salt, sender=_sender(who), chat=chat or who, name=name,
            argument=argument, title="The gym's group" if chat else "",
        )  # fmt: skip
        self.happens(f"person:{who}", event)

    def types(self, who: int, text: str, *, chat: int | None = None) -> None:
        ident, at, salt = self.stamp()
        event = Typed(id=ident, at=at, salt=salt, sender=_sender(who), chat=chat or who, text=text)
        self.happens(f"person:{who}", event)

    def replies(self, who: int, part: str, text: str) -> None:
        """Reply to the newest message that has this in it, as Telegram lets people do."""
        shown = (one for one in reversed(self.screens[who]) if part in one.text)
        to = next(iter(next(shown).buttons.values()), "")
        ident, at, salt = self.stamp()
        event = Typed(id=ident, at=at, salt=salt, sender=_sender(who), chat=who, text=text, to=to)
        self.happens(f"person:{who}", event)

    def sends(
        self, who: int, kind: str, *, chat: int | None = None, text: str = "", photo: str = ""
    ) -> None:
        ident, at, salt = self.stamp()
        event = Unreadable(
            id=ident, at=at, salt=salt, sender=_sender(who), chat=chat or who, kind=kind,
            text=text, photo=photo,
        )  # fmt: skip
        self.happens(f"person:{who}", event)

    def attaches(
        self,
        who: int,
        text: str,
        *,
        name: str = "strong.csv",
        size: int | None = None,
        caption: str = "",
        chat: int | None = None,
    ) -> None:
        """Send a file that looks like a table."""
        ident, at, salt = self.stamp()
        self.files[ident] = text
        event = Attached(
            id=ident, at=at, salt=salt, sender=_sender(who), chat=chat or who, file=ident,
            name=name, size=len(text) if size is None else size, text=caption,
        )  # fmt: skip
        self.happens(f"person:{who}", event)

    def forges(self, who: int, data: str) -> None:
        ident, at, salt = self.stamp()
        event = Tapped(
            id=ident, at=at, salt=salt, sender=_sender(who), chat=who, data=data, query="q"
        )
        self.happens(f"person:{who}", event)

    def taps(self, who: int, label: str) -> None:
        for message in reversed(self.screens.get(who, [])):
            exact = [data for said, data in message.buttons.items() if said == label]
            near = [data for said, data in message.buttons.items() if label in said]
            if exact or near:
                self.forges(who, (exact or near)[0])
                return
        shown = [list(message.buttons) for message in self.screens.get(who, [])[-3:]]
        raise AssertionError(f"no button {label!r} for {who}: {shown}")

    def blocks(self, who: int, *, back: bool = False) -> None:
        ident, at, salt = self.stamp()
        event = Reached(id=ident, at=at, salt=salt, sender=_sender(who), reachable=back)
        self.happens(f"person:{who}", event)

    def hosts(self, who: int, chat: int, *, inside: bool = True) -> None:
        """Take the bot into a group or channel, or put it out."""
        ident, at, salt = self.stamp()
        event = Hosted(
            id=ident, at=at, salt=salt, sender=_sender(who), chat=chat,
            title="The gym's channel", inside=inside,
        )  # fmt: skip
        self.happens(f"person:{who}", event)

    def parks(self, who: int, query: str = "") -> None:
        ident, at, salt = self.stamp()
        event = Parked(id=ident, at=at, salt=salt, sender=_sender(who), query=query)
        self.happens(f"person:{who}", event)

    def tells(self, state: str, news: object) -> None:
        """Let news arrive once more, as a hop that is repeated would."""
        self.happens(state, self._told("x:1", news))

    def wakes(
        self, state: str, name: str, due: datetime, *, late: timedelta = timedelta()
    ) -> None:
        ident, _, salt = self.stamp()
        event = TimerDue(id=ident, at=due + late, salt=salt, name=name, due=due)
        self.happens(state, event)

    def sleeps(self, **span: float) -> None:
        until = self.now + timedelta(**span)
        while due := self.due(until):
            moment, state, timer = due
            self.now = max(self.now, moment)
            ident, _, salt = self.stamp()
            event = TimerDue(id=ident, at=self.now, salt=salt, name=timer.name, due=moment)
            self.happens(state, event)
        self.now = until

    def due(self, until: datetime) -> tuple[datetime, str, Timer] | None:
        timers = (
            (_instant(timer), state, timer)
            for state, value in self.states.items()
            for timer in wanted(value)
        )
        ripe = [one for one in timers if one[0] <= until]
        return min(ripe, key=lambda one: one[:2]) if ripe else None

    # ── what follows ──

    def happens(self, state: str, event: Event) -> None:
        queue: deque[tuple[str, Event]] = deque([(state, event)])
        while queue:
            target, next_event = queue.popleft()
            queue.extend(self._decided(target, next_event))

    def _decided(self, state: str, event: Event) -> list[tuple[str, Event]]:
        opens = isinstance(event, Told) and isinstance(event.news, DeskOpened)
        late = isinstance(event, Told | TimerDue | Reached | Parked) and not opens
        if state in self.forgotten and late:
            return []
        decision = decide(self.state(state), event, BOOK)
        for row in decision.rows:
            self._written(state, row)
        if decision.wipe:
            self.states.pop(state, None)
            self.records.pop(state, None)
            self.rosters.pop(state, None)
            self.forgotten.add(state)
        else:
            self.forgotten.discard(state)
            document = write_state(decision.state)
            assert read_state(document) == decision.state
            self.states[state] = decision.state
            self.records.setdefault(state, []).extend(decision.records)
        return [one for effect in decision.effects for one in self._done(state, effect)]

    def _written(self, state: str, row: Row) -> None:
        roster = self.rosters.setdefault(state, {})
        if row.value is None:
            roster.pop(row.key, None)
        elif kind_of(state) == "broadcast":
            one = msgspec.json.decode(row.value, type=Recipient)
            self.lists.setdefault(state, {})[row.key] = one
        else:
            roster[row.key] = msgspec.json.decode(row.value, type=Member)

    def _done(self, state: str, effect: Effect) -> list[tuple[str, Event]]:
        match effect:
            case Tell(to=to, news=news):
                return [(to, self._told(state, news))]
            case Survey():
                members = tuple(self.rosters.get(effect.gym, {}).values())
                gym = self.states.get(effect.gym)
                found = Surveyed(
                    members=members, heads=heads(gym) if isinstance(gym, Gym) else (),
                    by=effect.by, view=effect.view,
                )  # fmt: skip
                return [(state, self._told(effect.gym, found))]
            case Pick() | Fetch() | Inspect():
                return [(state, self._told(state, self._read(state, effect)))]
            case Mail() | Recall():
                return [(effect.receipt, self._told(state, self._mailed(state, effect)))]
            case Show() | Repost() | Close() | Say():
                self._shown(state, effect)
            case Answer() | Offer() | Export() | Sheet() | Picture() | Table() | Roll() | Dates():
                self._noted(state, effect)
        return []

    def _read(self, state: str, effect: Pick | Fetch | Inspect) -> Picked | Fetched | Inspected:
        if isinstance(effect, Inspect):
            kinds = Counter(map(kind_of, self.states))
            return Inspected(states=tuple(kinds.items()), waiting=0, dangers=self.dangers)
        if isinstance(effect, Pick):
            return self._picked(state, effect)
        return self._fetched(state, effect)

    def _mailed(self, state: str, effect: Mail | Recall) -> Delivered:
        done = self._recalled if isinstance(effect, Recall) else self._put_mail
        return Delivered(member=int(key_of(state)), result=done(int(key_of(state)), effect))

    def _picked(self, state: str, pick: Pick) -> Picked:
        people = sorted(self.lists.get(state, {}).items())
        found = [
            one for _, one in people if one.result is pick.result and one.zone not in pick.but
        ]
        return Picked(recipients=tuple(found[: pick.most]))

    def _fetched(self, state: str, effect: Fetch) -> Fetched:
        text = self.files.get(effect.file)
        if text is not None and len(text) > effect.most:
            return Fetched(code=effect.code, text=None, big=True)
        sessions = (read(one) for one in self.records.get(state, []))
        known = tuple(one.key for one in sessions if one)
        return Fetched(code=effect.code, text=text, known=known)

    def _put_mail(self, who: int, mail: Mail | Recall) -> Result:
        if who in self.unreachable:
            return Result.BLOCKED
        if who in self.lost or isinstance(mail, Recall):
            return Result.UNKNOWN
        self._put(who, mail.content)
        self.mailed[who, mail.slot] = self.last(who)
        return Result.SENT

    def _recalled(self, who: int, recall: Mail | Recall) -> Result:
        message = self.mailed.pop((who, recall.slot), None)
        if message is None:
            return Result.KEPT
        self.screens[who] = [one for one in self.screens[who] if one is not message]
        return Result.DELETED

    def _noted(self, state: str, effect: Answer | Offer | File) -> None:
        who = int(key_of(state))
        match effect:
            case Answer():
                self.answers.append(effect)
            case Offer(commands=commands):
                self.offered[who] = tuple(name for name, _ in commands)
            case _:
                self._sent(who, effect)

    def _sent(self, who: int, effect: File) -> None:
        match effect:
            case Dates():
                self.calendars.setdefault(who, []).append(effect)
            case Sheet():
                self.sheets.append(who)
            case Roll():
                self.rolls.append(who)
            case Picture():
                self.pictures.setdefault(who, []).append(effect)
                below = Content((effect.caption,), effect.buttons, photo=effect.code)
                self._put(who, below, effect.slot)
            case Table():
                self.tables.setdefault(who, []).append(effect)
            case Export():
                self.exported.append(who)

    def _shown(self, state: str, effect: Show | Repost | Close | Say) -> None:
        if isinstance(effect, Say):
            self._put(effect.chat or _chat(state), effect.content)
        else:
            self._live(_chat(state), effect)

    def _told(self, source: str, news: object) -> Told:
        ident, at, salt = self.stamp()
        return Told(id=ident, at=at, salt=salt, source=source, rev=self.count, news=news)  # type: ignore[arg-type] # whatever the effect held

    def _put(self, chat: int, content: Content, slot: str = "") -> None:
        self.screens.setdefault(chat, []).append(_message(content, slot))

    def _live(self, chat: int, effect: Show | Repost | Close) -> None:
        screen = self.screens.setdefault(chat, [])
        old = next((one for one in screen if one.slot == effect.slot), None)
        if isinstance(effect, Close):
            if old is not None:
                old.slot, old.buttons = "", {}
                old.text = _message(effect.content).text if effect.content else old.text
        elif old is not None and isinstance(effect, Show):
            new = _message(effect.content, effect.slot)
            old.text, old.buttons = new.text, new.buttons
        else:
            if old is not None:
                old.slot, old.buttons = "", {}
            self._put(chat, effect.content, effect.slot)

    # ── what people see ──

    def last(self, who: int) -> Message:
        return self.screens[who][-1]

    def sees(self, who: int, part: str) -> bool:
        return any(part in message.text for message in self.screens.get(who, []))

    def link(self, who: int) -> str:
        """Find the code of the newest invitation on somebody's screen."""
        texts = [one.text for one in self.screens[who] if "?start=" in one.text]
        return texts[-1].partition("?start=")[2].split()[0]


def _sender(who: int) -> Sender:
    names = {1: "Mia", 2: "Tom", 3: "Gina"}
    return Sender(id=who, name=names.get(who, f"P{who}"), language="en")


def _chat(state: str) -> int:
    assert kind_of(state) in {"person", "desk"}
    return int(key_of(state))


def _message(content: Content, slot: str = "") -> Message:
    buttons = {english(b.label): _data(b) for row in content.buttons for b in row}
    text = "\n".join(english(one) for one in content.paragraphs)
    return Message(text, buttons, slot, content.photo)


def _data(button: Button) -> str:
    assert len(button.data.encode()) <= 64
    return button.data or button.url


def _instant(timer: Timer) -> datetime:
    if isinstance(timer.when, Instant):
        return timer.when.at
    local = datetime.combine(timer.when.date, timer.when.time, ZoneInfo(timer.when.zone))
    return local.astimezone(UTC)

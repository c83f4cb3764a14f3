"""One human, as one document: who they are, what they are in the middle of, where they train."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from flows.news import Invited
from flows.people import MAY, Act, PersonId, Role, StateId
from flows.phases.intake import Placement
from flows.phases.outcome import Verdict
from flows.phases.position import Position, Week
from flows.programs.abilities import Result
from flows.programs.log import Lift
from flows.questions.run import Pairs, Run
from flows.steps import Mode, Phase
from flows.ties import Membership, Place, Topic
from flows.words import Button, Text
from flows.workouts.training import Training


class Consent(Struct, frozen=True, kw_only=True):
    """Which words somebody agreed to, and when; without one no health answer is kept."""

    version: int
    at: datetime


class Settings(Struct, frozen=True, kw_only=True):
    """When to check in (weekday 0 is Monday), when to train, and what somebody wants to be sent.

    `muted` are topics of a gym's reminders that they opted out of; without `reminders`, of all.
    `days` are the weekdays of the sessions, none to have them spread over the week; they begin at
    `train_hour` and take `minutes`.
    """

    zone: str = "UTC"
    weekday: int = 0
    hour: int = 18
    units: str = "metric"
    reminders: bool = True
    muted: tuple[Topic, ...] = ()
    days: tuple[int, ...] = ()
    train_hour: int = 18
    minutes: int = 60


class Open(Struct, frozen=True, kw_only=True):
    """A dialogue that waits for an answer: since when, and how often it was nudged.

    `taken_by` names the membership by which a trainer answers it, until the person does.
    """

    run: Run
    asked: datetime
    nudges: int = 0
    taken_by: str = ""


class Filled(Struct, frozen=True, kw_only=True):
    """The answers of a form that was finished, and the day."""

    form: str
    version: int
    on: date
    answers: Pairs


class Pending(Struct, frozen=True, kw_only=True):
    """A step up that waits for the trainer: which ping asks for it, and since when.

    `tried`: the gym lets it be made without an answer, but its guards were not all open then.
    """

    ping: str
    phase: Phase
    since: datetime
    asked: int = 1
    tried: bool = False


class Pause(Struct, frozen=True, kw_only=True):
    """Time off that was announced."""

    reason: str
    since: date
    until: date


class Calendar(Struct, frozen=True, kw_only=True):
    """When the next check-in is, and what became of the last ones.

    `due`: the day whose check-in the clock has opened, until it is told or missed.
    """

    next: date
    due: date | None = None
    last: date | None = None
    missed: int = 0
    health_asked: date | None = None
    planned: int | None = None
    pause: Pause | None = None


class Stage(StrEnum):
    """What happens to a file: it is being read, shown and waiting for a yes, or being taken."""

    READING = "reading"
    OFFERED = "offered"
    TAKING = "taking"


class Upload(Struct, frozen=True, kw_only=True):
    """The newest file somebody sent, by Telegram's id of it; nothing of it is kept here."""

    code: str
    file: str
    name: str
    stage: Stage


class CalendarFile(Struct, frozen=True, kw_only=True):
    """The newest calendar file sent: which one it was, and the days it has sessions on."""

    number: int
    days: tuple[date, ...]


class Spell(Struct, frozen=True, kw_only=True):
    """A rule of `flows.attention` that is true: since when, and which ping told which trainer."""

    rule: str
    ping: str
    trainer: PersonId | None
    since: date


class Judged(Struct, frozen=True, kw_only=True):
    """What a week came to, and the first reasons, as they were said."""

    on: date
    head: Text
    reasons: tuple[Text, ...] = ()


JUDGED = 4
"""So many weeks' verdicts are kept for the trainer's card; all of them are in the history."""


class Client(Struct, frozen=True, kw_only=True):
    """The training side of a person, from the first placement on.

    `entered` is the day of the current step; `week` the one that `verdict` reviewed, and `before`
    the position that it was reviewed from, as long as a late movement check may change it.
    `results` are those of the tests, oldest first; `lifts` the last outings of each exercise;
    `training` is the session on its way and the last ones; `spells` are what needs an eye now;
    `judged` are the last verdicts, oldest first; `mode` says how steps up come about.
    """

    position: Position
    entered: date
    calendar: Calendar
    placement: Placement
    verdict: Verdict | None = None
    week: Week | None = None
    before: Position | None = None
    pending: Pending | None = None
    results: tuple[Result, ...] = ()
    dates: CalendarFile | None = None
    lifts: tuple[Lift, ...] = ()
    training: Training = Training()
    spells: tuple[Spell, ...] = ()
    judged: tuple[Judged, ...] = ()
    mode: Mode = Mode.PROPOSE


class Touched(Struct, frozen=True, kw_only=True):
    """The button that was tapped last, and when: a second tap of one finger changes nothing."""

    data: str
    at: datetime


class Mailing(Struct, frozen=True, kw_only=True):
    """A reminder somebody got lately; `place` names the slot that knows its message."""

    broadcast: StateId
    at: datetime
    place: int


class Looking(Struct, frozen=True, kw_only=True):
    """What somebody looks at in a roster: by which membership, which page, narrowed how.

    `word` is a part of a name; `step` a step's number, or "none" for those without one; `silent`
    the days since the last check-in, or more; `risk`: those only who need a look.
    """

    membership: str = ""
    page: int = 0
    word: str = ""
    step: str = ""
    silent: int = 0
    risk: bool = False


class Person(Struct, frozen=True, kw_only=True, tag="person"):
    """One human. `filled` holds the newest answers of each form; `aside` dialogues put off.

    `reachable` is false once Telegram says that they blocked the bot; `invited` is an offer that
    waits for a yes; `touched` is forgotten as soon as something else is said; `offered` are the
    buttons of the last message, which can be typed as well; `place` is a group that they are
    asked about.
    """

    id: PersonId
    name: str = ""
    language: str = ""
    reachable: bool = True
    consent: Consent | None = None
    settings: Settings = Settings()
    open: Open | None = None
    aside: tuple[Open, ...] = ()
    filled: tuple[Filled, ...] = ()
    client: Client | None = None
    links: tuple[Membership, ...] = ()
    invited: Invited | None = None
    upload: Upload | None = None
    mails: tuple[Mailing, ...] = ()
    touched: Touched | None = None
    offered: tuple[Button, ...] = ()
    place: Place | None = None
    looking: Looking = Looking()


def link(person: Person, role: Role) -> Membership | None:
    """Find the person's first membership in a role."""
    return next((one for one in person.links if one.role is role), None)


def allowed(person: Person, act: Act) -> Membership | None:
    """Find the person's first membership whose role allows an act; none when none does."""
    return next(iter(gyms(person, act)), None)


def gyms(person: Person, act: Act) -> tuple[Membership, ...]:
    """Find the gyms where the person may do an act: a membership of each, in order of joining."""
    may = {one.gym: one for one in reversed(person.links) if act in MAY[one.role]}
    return tuple(reversed(may.values()))


def at(person: Person, gym: str, act: Act) -> Membership | None:
    """Find the membership by which the person may do an act in this gym; none when none does."""
    return next((one for one in gyms(person, act) if one.gym == gym), None)


def filled(person: Person, form: str) -> Filled | None:
    """Find the newest answers to a form."""
    return next((one for one in person.filled if one.form == form), None)

"""What is remembered of somebody's training: the session on its way, the last ones, wishes."""

from datetime import date, datetime

from msgspec import Struct

from flows.programs.log import Done
from flows.programs.need import Wishes
from flows.programs.session import Session
from flows.steps import Phase


class Mark(Struct, frozen=True, kw_only=True):
    """One set, or one whole item (`set` 0), that is behind; `done` None: ticked off or skipped.

    `item` is its place in the session; `act` counts what the person did, so that one undo takes
    back all that one act marked; 0: pain left it out, and no undo brings it back.
    """

    item: int
    set: int
    exercise: str
    act: int
    done: Done | None = None
    skipped: bool = False


class Sets(Struct, frozen=True, kw_only=True):
    """Sets as they were typed: how many, all alike."""

    sets: int
    done: Done


class Rest(Struct, frozen=True, kw_only=True):
    """A rest: until when, and when half of it is over; None once shown, or if it is short."""

    until: datetime
    half: datetime | None = None


class Count(Struct, frozen=True, kw_only=True):
    """A tempo that is counted aloud: which beat is on (0: getting ready), and until when."""

    beat: int
    until: datetime


class Hurt(Struct, frozen=True, kw_only=True):
    """Pain told of in a session: where, 0 to 10, and which kinds."""

    where: tuple[str, ...]
    pain: int
    kinds: tuple[str, ...] = ()


class Workout(Struct, frozen=True, kw_only=True):
    """A session that is shown (`begun` None) or under way; where it stands follows from `marks`.

    `shown` is when it was last in front of the person, `until` how long it waits. `view` is what
    is shown of it, "" the set or the card itself, on `page`; `picked` the place of the item that
    is being swapped on the card. `draft` is what Less and More made of the set; `unsure` the ways
    in which a typed set can be read, `offered` what a typed name may mean. `swaps` are those of
    this session, `swapped` the last one while it can be kept. `minutes` None is the usual;
    `light`: of a lighter week. `eased` is the act after which weights were lowered: what was
    lifted until then is no measure any more.
    """

    code: str
    session: Session
    on: date
    shown: datetime
    until: datetime
    minutes: int | None = None
    light: bool = False
    begun: datetime | None = None
    acts: int = 0
    eased: int = 0
    view: str = ""
    page: int = 0
    picked: int | None = None
    marks: tuple[Mark, ...] = ()
    draft: Done | None = None
    unsure: tuple[Sets, ...] = ()
    offered: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    swapped: tuple[str, str] | None = None
    rest: Rest | None = None
    count: Count | None = None
    hurts: tuple[Hurt, ...] = ()
    left: bool = False


class Finished(Struct, frozen=True, kw_only=True):
    """A session that is over: what the next sessions and the check-in have to know of it.

    Without exercises nothing was done, and only the pain is kept.
    `left` are the reps left on the mean of its sets; None is not known. `cardio` in minutes.
    `told`: a check-in was told since, or missed, that this session counts for.
    """

    on: date
    phase: Phase
    exercises: tuple[str, ...] = ()
    effort: int | None = None
    form: str = ""
    left: float | None = None
    cardio: int = 0
    hurts: tuple[Hurt, ...] = ()
    told: bool = False


class Training(Struct, frozen=True, kw_only=True):
    """The session on its way, the last ones (newest last), and what is settled for all to come.

    `wishes` are the trainer's, `own` the client's.
    """

    workout: Workout | None = None
    sessions: tuple[Finished, ...] = ()
    wishes: Wishes = Wishes()
    own: Wishes = Wishes()

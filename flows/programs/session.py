"""What a built session is: sections of items, each a prescription with units and its reason."""

from enum import StrEnum

from msgspec import Struct

from flows.steps import Phase
from flows.words import Text


class Section(StrEnum):
    """The template of a session, in this order (NASM CPT 7e ch. 21)."""

    WARM_UP = "warm_up"
    ACTIVATION = "activation"
    SKILL = "skill"
    RESISTANCE = "resistance"
    CHOICE = "choice"
    CARDIO = "cardio"
    COOL_DOWN = "cool_down"


class Span(Struct, frozen=True):
    """From low to high, both included."""

    low: int
    high: int


class Tempo(Struct, frozen=True):
    """Seconds to lower, hold, lift and hold again (NASM CPT 7e ch. 20), in this order always."""

    lower: int
    hold: int
    lift: int
    pause: int


class Dose(Struct, frozen=True, kw_only=True):
    """How much of an exercise: sets of reps or of seconds, the tempo, the rest after a set.

    Either `reps` or `seconds` is there. `tempo` None: as fast as it stays under control where
    `fast`, else at one's own pace. `rest` in seconds, `change` those until the next exercise;
    `percent` of one repetition maximum where a load is prescribed; `left`: the reps one could
    still have done at the end of a set. `hold`: seconds to hold the end of each rep, as in an
    active stretch or a landing; 0 is no hold.
    Reps and seconds of an exercise that is sided are for each side.
    """

    sets: int
    reps: Span | None = None
    seconds: int | None = None
    tempo: Tempo | None = None
    fast: bool = False
    rest: int = 0
    change: int = 0
    percent: Span | None = None
    left: Span | None = None
    hold: int = 0


class Item(Struct, frozen=True, kw_only=True):
    """One exercise of a session with its dose, its load in kg if one is known, and its reasons.

    Items of one `pair` (a letter) are done in turn, one set each without rest between them.
    `source` says where the dose comes from.
    """

    exercise: str
    dose: Dose
    kg: float | None = None
    pair: str = ""
    reasons: tuple[Text, ...] = ()
    source: str = ""


class Cardio(Struct, frozen=True, kw_only=True):
    """A piece of cardio: its stage and highest zone (NASM CPT 7e ch. 15), minutes in all.

    With `rounds` it is that many efforts of `work` seconds with `easy` seconds after each, between
    an easy start and end. `pulse` in beats a minute, None where effort and talking alone count.
    """

    stage: int
    zone: int
    minutes: int
    rounds: int = 0
    work: int = 0
    easy: int = 0
    pulse: Span | None = None
    source: str = ""


class Block(Struct, frozen=True, kw_only=True):
    """One section: its items, and in words what is special about it or why it is empty.

    A section of cardio has no items but `cardio`, and its notes say it in words.
    """

    section: Section
    items: tuple[Item, ...]
    notes: tuple[Text, ...] = ()
    cardio: Cardio | None = None


class Session(Struct, frozen=True, kw_only=True):
    """A built session: the phase whose rules it follows, its sections, and how long it takes."""

    phase: Phase
    title: Text
    blocks: tuple[Block, ...]
    minutes: int
    notes: tuple[Text, ...] = ()


class Refusal(Struct, frozen=True, kw_only=True):
    """Why no session is built: the rule that forbids it, in words for the person."""

    rule: str
    text: Text

"""Why something was decided: rule, readings, threshold, source, and the sentence for it."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from flows.words import Text

OURS = "our own proposal"
TEMPLATE_21 = "NASM CPT 7e ch. 21"
MOVEMENT_12 = "NASM CPT 7e ch. 12"
GROUPS_23 = "NASM CPT 7e ch. 23"


class Direction(StrEnum):
    """Which way a reason pulls; `NOTE` pulls nowhere."""

    STOP = "stop"
    DOWN = "down"
    HOLD = "hold"
    UP = "up"
    NOTE = "note"


class Cited(Struct, frozen=True):
    """A key of the policy ("" where no number counted) and where its value comes from."""

    key: str
    source: str


OWN = Cited("", OURS)


class Reason(Struct, frozen=True, kw_only=True):
    """One reason, in the order in which it counted.

    `rule` is a stable code; `readings` are (name, value) pairs as they were read, "unknown" where
    nothing was; `threshold` is what they were held against, and `key` its name in the policy;
    `source` is `OURS` for what is our own proposal and a page or chapter otherwise.
    """

    rule: str
    direction: Direction
    readings: tuple[tuple[str, str], ...] = ()
    threshold: str = ""
    source: str = OURS
    key: str = ""
    text: Text


class Limit(Struct, frozen=True, kw_only=True):
    """Something this person must not do, or only in one way, and where that comes from."""

    code: str
    text: Text
    source: str


def unmet(rule: str, reading: tuple[str, str], threshold: str, cited: Cited, text: Text) -> Reason:
    """Make the reason of a condition that is not met: it holds."""
    return Reason(
        rule=rule,
        direction=Direction.HOLD,
        readings=(reading,),
        threshold=threshold,
        source=cited.source,
        key=cited.key,
        text=text,
    )


def shown(value: float | str | date | None) -> str:
    """Show a reading: "unknown" for None, yes and no, whole numbers without a point."""
    match value:
        case None:
            return "unknown"
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def percent(part: float | None) -> str:
    """Show a share of 0 to 1 as percent, rounded down: it never looks met when it is not."""
    return "unknown" if part is None else f"{int(part * 100 + 1e-9)} %"

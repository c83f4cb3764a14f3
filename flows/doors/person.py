"""What a document tells about a person, in the rules' own terms."""

from datetime import date

import msgspec

from flows.doors.told import About, Checked, Cleared
from flows.phases.items import Clearance, Item, Kind
from flows.phases.opening import TOPICS
from flows.phases.profile import Condition, Movement, Profile
from flows.phases.signs import SEVERITIES, Severity, Sign

GRAVE = frozenset({Condition.CORONARY, Condition.PREGNANCY})
STOPPING = (
    *("pain.high", "pain.kind", "pain.twice", "pain.test", "illness.pressure", "illness.fever"),
    *("injury.new", "intake.again", "screening.changed"),
)
ITEMS: dict[str, Severity] = {
    **{f"sign.{sign}": SEVERITIES[sign] for sign in Sign},
    **{f"screening.{topic.name}": topic.severity for topic in TOPICS},
    **dict.fromkeys((f"condition.{one}" for one in Condition), Severity.REFER),
    **dict.fromkeys((f"condition.{one}" for one in GRAVE), Severity.STOP),
    **dict.fromkeys(("screening.signs", "condition.early_postpartum"), Severity.REFER),
    **dict.fromkeys(("condition.unknown",), Severity.REFER),
    **dict.fromkeys(("condition.too_young", "condition.minor", "intake.thin"), Severity.HUMAN),
    **dict.fromkeys(STOPPING, Severity.STOP),
}
"""All that can be open or cleared, and how grave it is."""


class UnknownItem(ValueError):  # noqa: N818 - reads as what it is
    """There is no such thing to be cleared."""


def profile(told: About) -> Profile:
    """Take over who somebody is."""
    names = set(Profile.__struct_fields__) - {"supervised"}
    return Profile(supervised=told.trainer, **{name: getattr(told, name) for name in names})


def movement(told: Checked | None) -> Movement | None:
    """Take over a movement check; None is not checked."""
    return None if told is None else msgspec.convert(told, Movement, from_attributes=True)


def items(told: tuple[Cleared, ...]) -> tuple[Item, ...]:
    """Make the items, cleared or still open; raises UnknownItem for a code that there is not."""
    return tuple(map(_item, told))


def _item(told: Cleared) -> Item:
    if told.item not in ITEMS:
        raise UnknownItem(told.item)
    return Item(
        code=told.item,
        kind=Kind(told.item.partition(".")[0]),
        severity=ITEMS[told.item],
        opened=told.since or told.given or date.min,
        clearance=_word(told),
    )


def _word(told: Cleared) -> Clearance | None:
    if told.by is None or told.given is None:
        return None
    return Clearance(by=told.by, given=told.given, scope=told.scope)

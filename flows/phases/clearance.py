"""Who may clear an item, how far and how long (domain rules, section 7)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from msgspec.structs import replace

from flows.phases.items import Clearance, Item, Kind, Voucher
from flows.phases.policy import Policy
from flows.steps import Phase


class Proof(StrEnum):
    """What clears an item: a person's own word, a written one, a written one only, or neither.

    `ANEW` items close only when what opened them is asked again.
    """

    DECLARED = "declared"
    WRITTEN = "written"
    ONLY_WRITTEN = "only_written"
    ANEW = "anew"


PROOFS = {
    "condition.hypertension": Proof.DECLARED,
    "condition.diabetes": Proof.DECLARED,
    "condition.osteoporosis": Proof.DECLARED,
    "condition.arthritis": Proof.DECLARED,
    "condition.cancer": Proof.DECLARED,
    "condition.lung_disease": Proof.DECLARED,
    "condition.arterial_disease": Proof.DECLARED,
    "condition.low_back_pain": Proof.DECLARED,
    "screening.joints": Proof.DECLARED,
    "screening.medicines": Proof.DECLARED,
    "condition.coronary": Proof.ONLY_WRITTEN,
    "screening.heart": Proof.ONLY_WRITTEN,
    "screening.supervised_only": Proof.ONLY_WRITTEN,
    "condition.unknown": Proof.ANEW,
    "condition.too_young": Proof.ANEW,
    "condition.minor": Proof.ANEW,
    "condition.early_postpartum": Proof.ANEW,
    "screening.signs": Proof.ANEW,
    "screening.changed": Proof.ANEW,
    "intake.again": Proof.ANEW,
}


def proof(item: Item) -> Proof:
    """Tell what clears this item; a written word where the table does not say otherwise."""
    return PROOFS.get(item.code, Proof.WRITTEN)


def scope(item: Item, today: date | None, policy: Policy, *, supervised: bool) -> Phase | None:
    """Give the highest step the item's clearance allows today; None while the item is open.

    The word must not be older than the sign it answers, nor than the policy's months.
    """
    word = item.clearance
    if word is None or today is None or not _timely(item, word, today, policy):
        return None
    return _reach(proof(item), word, policy, supervised=supervised)


def _timely(item: Item, word: Clearance, today: date, policy: Policy) -> bool:
    after = item.kind in {Kind.SCREENING, Kind.CONDITION} or word.given >= item.opened
    return after and word.given <= today < _later(word.given, policy.clearance.months)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    return first + timedelta(days=min(day.day, 28) - 1)


def _reach(needs: Proof, word: Clearance, policy: Policy, *, supervised: bool) -> Phase | None:
    if needs is Proof.ANEW:
        return None
    if word.by is Voucher.TRAINER:
        return word.scope
    if needs is Proof.DECLARED:
        return min(word.scope, policy.clearance.declared_scope)
    alone = needs is Proof.WRITTEN and not supervised
    return min(word.scope, policy.clearance.alone_scope) if alone else None


def open_items(
    items: Iterable[Item], today: date | None, policy: Policy, *, supervised: bool
) -> tuple[Item, ...]:
    """List the items that are not cleared today; on an unknown day all of them."""
    return tuple(
        item for item in items if scope(item, today, policy, supervised=supervised) is None
    )


def joint_scope(
    items: Iterable[Item], today: date | None, policy: Policy, *, supervised: bool
) -> Phase | None:
    """Give the lowest scope of all clearances that hold today; None when there is none."""
    scopes = (scope(item, today, policy, supervised=supervised) for item in items)
    return min((top for top in scopes if top is not None), default=None)


def clear(items: Iterable[Item], code: str, word: Clearance) -> tuple[Item, ...]:
    """Put a clearance on the item named; whether it suffices is for `open_items` to say."""
    return tuple(replace(item, clearance=word) if item.code == code else item for item in items)

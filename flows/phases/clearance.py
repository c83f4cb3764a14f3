"""Who may clear an item, how far and how long (domain rules, section 7)."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from flows.phases.items import Clearance, Item, Kind, Proof, Voucher
from flows.phases.policy import Policy
from flows.phases.signs import Severity
from flows.steps import Phase

ANEW = frozenset(
    {
        "condition.unknown",
        "condition.too_young",
        "condition.minor",
        "condition.early_postpartum",
        "screening.signs",
        "screening.changed",
        "intake.again",
        "intake.thin",
    }
)
"""Items that close only when what opened them is asked again."""


def proof(item: Item, policy: Policy) -> Proof:
    """Tell what clears this item; a written word where the policy does not say otherwise.

    A person's own word never clears a condition with symptoms, or one that is not under control.
    """
    if item.code in ANEW:
        return Proof.ANEW
    named: Proof = getattr(policy.proofs, item.code.replace(".", "_"), Proof.WRITTEN)
    unsettled = item.kind is Kind.CONDITION and item.severity is Severity.STOP
    return Proof.WRITTEN if unsettled and named is Proof.DECLARED else named


def scope(item: Item, today: date | None, policy: Policy, *, supervised: bool) -> Phase | None:
    """Give the highest step the item's clearance allows today; None while the item is open.

    The word must not be older than the sign it answers, nor than the policy's months.
    """
    word = item.clearance
    if word is None or today is None or not _timely(item, word, today, policy):
        return None
    return _reach(proof(item, policy), word, policy, supervised=supervised)


def _timely(item: Item, word: Clearance, today: date, policy: Policy) -> bool:
    after = item.kind in {Kind.SCREENING, Kind.CONDITION} or word.given >= item.opened
    return after and word.given <= today < _later(word.given, policy.clearance.months)


def _later(day: date, months: int) -> date:
    """Give the day some months later, the 28th for the days that not every month has."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(min(day.year + years, date.max.year), month + 1, min(day.day, 28))


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

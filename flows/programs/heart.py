"""How hard cardio may be by the pulse, and for whom only effort and talking count."""

from flows.phases.groups import groups
from flows.programs.book import Book
from flows.programs.cardio_rules import Bound, CardioRules
from flows.programs.load_rules import Band
from flows.programs.need import Need
from flows.programs.session import Span


def bounds(need: Need, book: Book) -> tuple[Bound, ...]:
    """List the limits of all groups somebody belongs to; an unknown age counts as a minor's."""
    found = groups(need.profile, book.policy)
    return tuple(book.cardio.groups[one] for one in found)


def by_talk(need: Need, book: Book) -> bool:
    """Whether only effort and talking count: a medicine, a group, or what is not known."""
    who = need.profile
    unknown = who.age is None or who.conditions is None
    slowed = who.beta_blocker is not False
    return unknown or slowed or any(one.talk_only for one in bounds(need, book))


def pulse(zone: int, need: Need, book: Book) -> Span | None:
    """Give beats a minute for a zone, None where the pulse does not count or no source gives it.

    With a resting pulse they are shares of the reserve between it and the estimated maximum
    (Karvonen), else shares of the maximum; a group's own share of the maximum bounds both.
    """
    if need.profile.age is None or by_talk(need, book):
        return None
    top = highest(need.profile.age, book.cardio)
    shares = [one.share for one in bounds(need, book) if one.share]
    found = _reserved(zone, top, need.resting_pulse, book.cardio) or _shared(
        zone, top, shares, book
    )
    return _bounded(found, [_part(top, one) for one in shares]) if found else None


def highest(age: int, rules: CardioRules) -> int:
    """Estimate the highest heart rate in beats a minute: 208 - 0.7 * age."""
    return round(rules.max_base - rules.max_slope * age)


def karvonen(top: int, resting: int, percent: float) -> int:
    """Give the heart rate at a percentage of the reserve (NASM CPT 7e ch. 15)."""
    return round((top - resting) * percent / 100 + resting)


def _reserved(zone: int, top: int, resting: int | None, rules: CardioRules) -> Span | None:
    band = rules.zones[zone].reserve
    if band is None or resting is None:
        return None
    return Span(karvonen(top, resting, band.low), karvonen(top, resting, band.high))


def _shared(zone: int, top: int, shares: list[Band], book: Book) -> Span | None:
    """Take a group's own share of the maximum, else that of the zone."""
    band = next(iter(shares), book.cardio.zones[zone].share)
    return None if band is None else _part(top, band)


def _part(top: int, share: Band) -> Span:
    return Span(round(top * share.low / 100), round(top * share.high / 100))


def _bounded(found: Span, limits: list[Span]) -> Span:
    """Stay under the lowest top of all groups; where that lies below, begin at its own low."""
    high = min([found.high, *(one.high for one in limits)])
    low = found.low if found.low < high else min(one.low for one in limits)
    return Span(low, high)

"""A gym's numbers, step by step; of a group so small that it names people there are none."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from statistics import median

from msgspec import Struct

from flows.phases.office import GymView
from flows.steps import Phase
from flows.ties import Member

WEEK = 7


class Group(Struct, frozen=True, kw_only=True):
    """The members on one step (`phase` None: on none) or all of them, and what they did lately.

    `weeks` is the median of the weeks that they are on it. `moved`, `told` and `asked` check-ins
    and `sessions` are of the days that the policy looks back. `hidden`: not to be shown.
    """

    phase: Phase | None = None
    members: int
    weeks: float | None
    stuck: int
    moved: int
    told: int
    asked: int
    sessions: int
    hidden: bool = False


class Numbers(Struct, frozen=True, kw_only=True):
    """All members in one group, and each step that somebody is on."""

    whole: Group
    steps: tuple[Group, ...]


class Look(Struct, frozen=True):
    """From which day a gym is looked at, and by which rules; `longest` weeks are no long stay."""

    today: date
    view: GymView
    longest: int


def look(at: datetime, view: GymView, longest: int) -> Look:
    """Look at a gym at a moment; its days are those of UTC, for a gym has no zone."""
    return Look(at.date(), view, longest)


def numbers(members: tuple[Member, ...], seen: Look) -> Numbers:
    """Count a gym's members by their steps."""
    by_step: defaultdict[Phase | None, list[Member]] = defaultdict(list)
    for one in members:
        by_step[one.phase].append(one)
    steps = tuple(
        _group(by_step[phase], phase, seen) for phase in (*Phase, None) if phase in by_step
    )
    whole = _group(members, None, seen)
    return Numbers(
        whole=_hidden(whole, hides=whole.members < seen.view.small),
        steps=_without_small(steps, seen.view.small),
    )


def stuck(members: Iterable[Member], seen: Look) -> tuple[tuple[Member, int], ...]:
    """Find who is longer on their step than a step takes, with the weeks, the longest first."""
    stays = ((one, _days(one, seen.today) // WEEK) for one in members if _is_stuck(one, seen))
    return tuple(sorted(stays, key=lambda stay: (-stay[1], stay[0].name)))


def _is_stuck(one: Member, seen: Look) -> bool:
    return one.phase is not None and _days(one, seen.today) > seen.longest * WEEK


def _days(one: Member, today: date) -> int:
    return (today - date.fromisoformat(one.since)).days if one.since else 0


def _group(members: Iterable[Member], phase: Phase | None, seen: Look) -> Group:
    people = tuple(members)
    since = (seen.today - timedelta(days=seen.view.days)).isoformat()
    weeks = [week for one in people for week in one.weeks if week.day > since]
    told = [week.sessions for week in weeks if week.sessions is not None]
    stays = [_days(one, seen.today) / WEEK for one in people if one.phase is not None]
    return Group(
        phase=phase,
        members=len(people),
        weeks=round(median(stays), 1) if stays else None,
        stuck=sum(_is_stuck(one, seen) for one in people),
        moved=sum(one.moved > since for one in people),
        told=len(told),
        asked=len(weeks),
        sessions=sum(told),
    )


def _without_small(groups: tuple[Group, ...], small: int) -> tuple[Group, ...]:
    """Hide small groups, and as many others as keep them from being what is left of all."""
    sizes = sorted((group.members, place) for place, group in enumerate(groups))
    hidden = [one for one in sizes if one[0] < small]
    rest = sizes[len(hidden) :]
    while hidden and rest and (len(hidden) == 1 or sum(size for size, _ in hidden) < small):
        hidden.append(rest.pop(0))
    places = {place for _, place in hidden}
    return tuple(_hidden(group, hides=place in places) for place, group in enumerate(groups))


def _hidden(group: Group, *, hides: bool) -> Group:
    """Blank a group: its numbers cannot leak where they are not."""
    if not hides:
        return group
    return Group(
        phase=group.phase, members=group.members, weeks=None, stuck=0, moved=0, told=0,
        asked=0, sessions=0, hidden=True,
    )  # fmt: skip

"""What needs a trainer's eye: rules over a client's weeks, the gravest first.

Each is raised once a spell: from the moment it becomes true until it no longer is. They hold for
members of a gym who train: not while a step is taken from them, nor on a break they announced.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from flows.people import Role
from flows.person import Client, Person, link
from flows.phases.policy import Policy
from flows.phases.position import Week
from flows.words import T, Text

WATCH = "watch"
"""What a gym's roster says where a rule looks at answers: those are the trainer's alone."""
TWO = 2
HURTING = T("Pain in two weeks running: {before}, then {now} of 10.")
STRAINED = T(
    "Effort went up ({before} to {now}) while sleep got worse ({slept} to {sleeps}, 7 is worst)."
)
MISSED = T("Check-ins missed running: {count}. They stay where they are.")
IDLE = T("No session for {days} days.")
WAITING = T("A step up has waited for your yes for {days} days.")
STUCK = T("This is week {week} on step {step}; {longest} are usual at most.")


class Sight(Struct, frozen=True, kw_only=True):
    """One look at a client: on which day where they are, at which moment, by which policy."""

    client: Client
    today: date
    at: datetime
    policy: Policy


Test = Callable[[Sight], Text | None]


class Rule(Struct, frozen=True):
    """One rule: its name is that of its ping and spell, `risk` what a roster says of it.

    `test` gives the reason where it is true.
    """

    name: str
    risk: str
    test: Test


def _told(client: Client) -> tuple[Week, Week] | None:
    """Find the last two weeks, if both were told."""
    last = client.position.past[-TWO:]
    if len(last) < TWO or any(week.missed for week in last):
        return None
    return last[0], last[1]


def _hurting(sight: Sight) -> Text | None:
    weeks = _told(sight.client)
    pain = [week.pain or 0 for week in weeks or ()]
    if not pain or min(pain) < sight.policy.attention.pain:
        return None
    return T(HURTING.template, before=pain[0], now=pain[1])


def _strained(sight: Sight) -> Text | None:
    weeks, rule = _told(sight.client), sight.policy.attention
    if weeks is None:
        return None
    before, now = weeks
    rises = _rise(before.effort, now.effort) >= rule.effort_rise
    if not rises or _rise(before.sleep, now.sleep) < rule.sleep_drop:
        return None
    return T(
        STRAINED.template,
        before=f"{before.effort:g}",
        now=f"{now.effort:g}",
        slept=before.sleep or 0,
        sleeps=now.sleep or 0,
    )


def _rise(before: float | None, now: float | None) -> float:
    """Say by how much a reading went up; one that is not known did not."""
    return 0 if before is None or now is None else now - before


def _missed(sight: Sight) -> Text | None:
    count = sight.client.calendar.missed
    if count < sight.policy.timing.told_after:
        return None
    return T(MISSED.template, count=count)


def last_trained(client: Client) -> date:
    """Say on which day somebody trained last, as far as sessions and check-ins tell.

    A check-in that tells of sessions counts for its own day, and so does the way back from a
    break. Whoever is new, or new on a step, begins to be waited for on that day.
    """
    sessions = (one.on for one in client.training.sessions if one.exercises)
    weeks = (
        week.today
        for week in client.position.past
        if week.today is not None and not week.missed and week.sessions_done != 0
    )
    return max((client.entered, *sessions, *weeks))


def _idle_for(sight: Sight) -> int:
    """Count the whole days without a session: neither the last one's nor today."""
    return (sight.today - last_trained(sight.client)).days - 1


def _idle(sight: Sight) -> Text | None:
    days, rule = _idle_for(sight), sight.policy.attention
    if not rule.idle_days <= days < rule.long_idle_days:
        return None
    return T(IDLE.template, days=days)


def _long_idle(sight: Sight) -> Text | None:
    days = _idle_for(sight)
    return T(IDLE.template, days=days) if days >= sight.policy.attention.long_idle_days else None


def _waiting(sight: Sight) -> Text | None:
    pending = sight.client.pending
    span = timedelta() if pending is None else sight.at - pending.since
    if span < timedelta(days=sight.policy.attention.waiting_days):
        return None
    return T(WAITING.template, days=span.days)


def _stuck(sight: Sight) -> Text | None:
    position, longest = sight.client.position, sight.policy.weeks.longest
    if position.undulating or position.weeks_in_phase <= longest:
        return None
    step, week = int(position.phase or 0), position.weeks_in_phase
    return T(STUCK.template, week=week, step=step, longest=longest)


RULES = (
    Rule("hurting", WATCH, _hurting),
    Rule("strained", WATCH, _strained),
    Rule("long_idle", "long_idle", _long_idle),
    Rule("missed", "missed", _missed),
    Rule("waiting", "waiting", _waiting),
    Rule("stuck", "stuck", _stuck),
    Rule("idle", "idle", _idle),
)
"""The rules, the gravest first (domain rules, 3 to 5; what is told of, and when, is ours)."""

RISKS = {
    WATCH: T("needs a look"),
    "long_idle": T("long without a session"),
    "missed": T("misses check-ins"),
    "waiting": T("waits for a yes"),
    "stuck": T("long on one step"),
    "idle": T("a week without a session"),
}
"""What a roster may say of somebody."""


def watched(person: Person) -> Client | None:
    """Give the client that the rules look at: a member who trains now; None for others."""
    client = person.client
    if client is None or client.position.phase is None or client.calendar.pause is not None:
        return None
    return client if link(person, Role.CLIENT) else None


def true_now(person: Person, at: datetime, policy: Policy) -> dict[str, Text]:
    """Find the rules that are true at a moment, each with its reason."""
    client = watched(person)
    if client is None:
        return {}
    today = at.astimezone(ZoneInfo(person.settings.zone)).date()
    sight = Sight(client=client, today=today, at=at, policy=policy)
    tested = ((rule.name, rule.test(sight)) for rule in RULES)
    return {name: reason for name, reason in tested if reason is not None}


def risk(client: Client | None) -> str:
    """Say what a roster says of somebody: the word of what is gravest, none when all is well.

    A stop and pain in a session are no rules that ring again, but they need a look as well.
    """
    if client is None:
        return ""
    if client.position.phase is None or hurts(client):
        return WATCH
    names = {spell.rule for spell in client.spells}
    return next((rule.risk for rule in RULES if rule.name in names), "")


def hurts(client: Client) -> bool:
    """Say whether a session told of pain that no check-in has weighed yet."""
    now = client.training.workout
    return bool(now and now.hurts) or any(
        one.hurts for one in client.training.sessions if not one.told
    )


def idle_from(client: Client, policy: Policy) -> Iterator[date]:
    """Give the days on which another rule about sessions becomes true, if nothing is done."""
    names, rule = {spell.rule for spell in client.spells}, policy.attention
    if not names & {"idle", "long_idle"}:
        yield last_trained(client) + timedelta(days=rule.idle_days + 1)
    if "long_idle" not in names:
        yield last_trained(client) + timedelta(days=rule.long_idle_days + 1)


def waits_from(client: Client, policy: Policy) -> datetime | None:
    """Give the moment from which a step up has waited too long; None when none does."""
    if client.pending is None or any(spell.rule == "waiting" for spell in client.spells):
        return None
    return client.pending.since + timedelta(days=policy.attention.waiting_days)

"""Two gyms, three trainers, forty clients, six weeks: each desk holds what the rules say, once."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from flows.desk import Desk, Lying, Urgency
from flows.deskwork import HoursTold
from flows.hours import Hours
from tests.flows.people import answers, assessed, gym
from tests.flows.talk.desks.diaries import (
    END,
    LETTERS,
    START,
    TRAINERS,
    WEEKS,
    Hand,
    Trainer,
    expected,
    made_up,
)
from tests.flows.talk.desks.diaries import sunday as sunday_of
from tests.flows.world import World

OWNERS = {1: 11, 2: 12}
COACHES = (21, 22, 23)
FIRST = (100, 200, 300)
OFFICE = Hours(zone="Europe/London", days=(0, 1, 2, 3, 4), start=8, end=18, digest=9)
URGENT = {"pain", "stopped"}

Held = Counter[tuple[int, int, str]]


class Weeks:
    """The six weeks, and every ping that ever lay on a desk."""

    def __init__(self, trainers: tuple[Trainer, ...] = TRAINERS) -> None:
        self.trainers = trainers
        self.world = World()
        self.found: dict[int, dict[str, Lying]] = {who: {} for who in (*COACHES, *OWNERS.values())}

    def opens(self) -> None:
        """Open two gyms, let three trainers and forty clients join, and assess everybody."""
        for owner in OWNERS.values():
            gym(self.world, owner)
        for coach, trainer in zip(COACHES, self.trainers, strict=True):
            self._joins(coach, OWNERS[trainer.gym], "Invite a trainer")
        self.world.tells("desk:21", HoursTold(hours=OFFICE))
        self.world.tells("desk:23", HoursTold(hours=OFFICE))
        for coach, trainer, first in zip(COACHES, self.trainers, FIRST, strict=True):
            several = (
                ("Invite a client", f"P{coach}") if trainer.gym == 1 else ("Invite a client",)
            )
            for who in range(first, first + len(trainer.diaries)):
                self._joins(who, OWNERS[trainer.gym], *several)
                assessed(self.world, who)
        self.looks()

    def _joins(self, who: int, owner: int, *labels: str) -> None:
        self.world.commands(owner, "/gym")
        answers(self.world, owner, labels)
        self.world.commands(who, f"/start {self.world.link(owner)}")
        self.world.taps(who, "I agree")

    def lives(self) -> None:
        """Live day by day: on Sundays the weeks are told, on working days trainers act."""
        for day in range((END - START).days):
            self._noon(day)
            self._evening(day)

    def _noon(self, day: int) -> None:
        self._until(day, 12)
        self.looks()
        if (START + timedelta(days=day)).weekday() < 5:
            for coach, trainer in zip(COACHES, self.trainers, strict=True):
                self._acts(coach, trainer.hand)
        self.looks()

    def _evening(self, day: int) -> None:
        self._until(day, 19)
        week = (day + 1) // 7
        if day == sunday_of(week) and 1 <= week <= WEEKS:
            self.world.sleeps(minutes=week)
            self._tells(week)
        self._until(day, 22)
        self.looks()

    def _until(self, day: int, hour: int) -> None:
        moment = datetime.combine(START, datetime.min.time(), UTC)
        span = moment + timedelta(days=day, hours=hour) - self.world.now
        self.world.sleeps(seconds=max(span.total_seconds(), 0))

    def _tells(self, week: int) -> None:
        for trainer, first in zip(self.trainers, FIRST, strict=True):
            for who, diary in enumerate(trainer.diaries, first):
                asked = self.world.person(who).open
                if diary[week - 1] != "m" and asked is not None:
                    answers(self.world, who, LETTERS[diary[week - 1]])

    def _acts(self, coach: int, hand: Hand) -> None:
        if hand is Hand.NOTHING:
            return
        yes = "approve" if hand is Hand.AGREES else "hold.rest"
        for one in self.desk(coach).pings:
            if one.outcome is None:
                act = yes if one.ping.kind == "approval" else "seen"
                self.world.forges(coach, f"p|{one.ping.id}|{act}")

    def desk(self, who: int) -> Desk:
        found = self.world.state(f"desk:{who}")
        assert isinstance(found, Desk)
        return found

    def looks(self) -> None:
        """Look at every desk: what lies there now, and as it lies there."""
        for who, pings in self.found.items():
            lying = {one.ping.id: one for one in self.desk(who).pings}
            assert len(lying) == len(self.desk(who).pings)
            pings.update(lying)

    def held(self, who: int) -> Held:
        return Counter(
            (one.ping.client, (one.ping.at.date() - START).days, one.ping.kind)
            for one in self.found[who].values()
        )


@pytest.fixture(scope="module")
def lived() -> Weeks:
    weeks = Weeks()
    weeks.opens()
    weeks.lives()
    return weeks


def differs(one: Held, other: Held) -> list[tuple[int, int, str]]:
    return sorted((one - other).elements())


@pytest.mark.parametrize("place", range(3))
def test_each_desk_holds_exactly_what_the_rules_say_once_each(lived: Weeks, place: int) -> None:
    held, due = lived.held(COACHES[place]), Counter(expected(TRAINERS[place], FIRST[place]))
    assert differs(held, due) == []
    assert differs(due, held) == []


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_weeks_are_the_desks_hold_what_the_rules_say(seed: int) -> None:
    trainers = made_up(Random(seed))
    weeks = Weeks(trainers)
    weeks.opens()
    weeks.lives()
    for coach, trainer, first in zip(COACHES, trainers, FIRST, strict=True):
        assert weeks.held(coach) == Counter(expected(trainer, first))


@pytest.mark.parametrize("gym_", OWNERS)
def test_the_owner_hears_of_each_urgent_ping_that_nobody_looked_at(
    lived: Weeks, gym_: int
) -> None:
    due = Counter(
        (who, day, "escalated")
        for trainer, first in zip(TRAINERS, FIRST, strict=True)
        if trainer.gym == gym_
        for who, day, kind in expected(trainer, first)
        if kind in URGENT
    )
    assert due
    assert lived.held(OWNERS[gym_]) == due


def test_every_rule_and_kind_that_six_weeks_can_show_is_shown() -> None:
    kinds = {
        kind
        for trainer, first in zip(TRAINERS, FIRST, strict=True)
        for _, _, kind in expected(trainer, first)
    }
    assert kinds == {
        *("assessed", "approval", "moved", "stopped", "pain", "hurting", "strained"),
        *("long_idle", "missed", "waiting", "stuck", "idle"),
    }
    assert sum(len(trainer.diaries) for trainer in TRAINERS) == 40


def test_office_hours_are_kept_but_for_what_is_urgent(lived: Weeks) -> None:
    for one in lived.found[21].values():
        told = one.told
        if one.urgency is Urgency.TODAY and told is not None:
            assert told.weekday() < 5
        if one.urgency is Urgency.NOW:
            assert told is not None
        if one.urgency is Urgency.DIGEST:
            assert told is None

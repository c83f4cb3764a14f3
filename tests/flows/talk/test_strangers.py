"""What is meant for a client, a member or a trainer does nothing to who is none."""

from collections.abc import Callable

import pytest

from flows.broadcast import Broadcast
from flows.desk import Desk
from flows.effects import Decision
from flows.events import TimerDue, Told
from flows.gym import Gym
from flows.news import (
    Cleared,
    ClientLeft,
    Decided,
    GymAsked,
    GymFounded,
    Notice,
    PingTapped,
    Surveyed,
    TrainerGone,
    Unlinked,
)
from flows.people import Role
from flows.person import Person
from flows.phases.position import Week
from flows.reach import Result
from flows.reminded import Delivered, PhasesAsked
from flows.steps import Phase
from flows.talk import (
    breaks,
    broadcast,
    checkin,
    desk,
    gym,
    news,
    placing,
    screening,
    trainer,
    weeks,
)
from flows.words import T
from tests.flows.book import BOOK
from tests.flows.world import START

NOBODY = Person(id=1)
TIMER = TimerDue(id="t", at=START, salt="s", name="x", due=START)
GONE = TrainerGone(membership="m", trainer=2, trainer_name="T")
DECIDED = Decided(ping="p", act="step", membership="m", trainer=2, trainer_name="Tom")
CLEARED = Cleared(
    ping="p", item="sign.chest", membership="m", trainer=2, trainer_name="Tom", by="doctor",
    given=START.date(), scope=Phase.POWER,
)  # fmt: skip


def told(what: object) -> Told:
    return Told(id="e", at=START, salt="s", source="x:1", rev=1, news=what)  # type: ignore[arg-type] # some fit nowhere


@pytest.mark.parametrize(
    "act",
    [
        lambda: breaks.paused(NOBODY, {"until": "2026-04-01"}, TIMER),
        lambda: breaks.came_back(NOBODY, {}, TIMER, BOOK.policy),
        lambda: checkin.told(NOBODY, {}, {}, TIMER, BOOK.policy),
        lambda: checkin.missed(NOBODY, TIMER, BOOK.policy),
        lambda: placing.stopped(NOBODY, TIMER, BOOK.policy),
        lambda: placing.stopped_by(NOBODY, (), TIMER, BOOK.policy),
        lambda: placing.opened_again(NOBODY, TIMER, BOOK.policy),
        lambda: placing.reported(NOBODY, TIMER, BOOK.policy),
        lambda: screening.rescreened(NOBODY, TIMER, BOOK.policy),
        lambda: weeks.reviewed(NOBODY, Week(), TIMER, BOOK.policy),
        lambda: weeks.missed(NOBODY, Week(), TIMER, BOOK.policy),
        lambda: weeks.checked(NOBODY, TIMER, BOOK.policy),
        lambda: news.turn(NOBODY, told(Unlinked(membership="m", by_name="Tom")), BOOK),
        lambda: news.turn(
            NOBODY, told(TrainerGone(membership="m", trainer=2, trainer_name="T")), BOOK
        ),
        lambda: news.turn(NOBODY, told(DECIDED), BOOK),
        lambda: news.turn(NOBODY, told(CLEARED), BOOK),
        lambda: news.turn(NOBODY, told(GymAsked(by=1)), BOOK),
    ],
)
def test_a_person_who_is_no_client_stays_as_they_are(act: Callable[[], Decision[Person]]) -> None:
    decision = act()
    assert decision.state == NOBODY
    assert decision.effects == ()


LIMITS = BOOK.policy.reminders
OWNED = Gym(code="g", name="G", owner=3, owner_name="Gina")


@pytest.mark.parametrize(
    "what",
    [
        GymAsked(by=4),
        Surveyed(members=(), by=4),
        PhasesAsked(by=4),
        GymFounded(owner=4, owner_name="Eve", name="Mine"),
        Delivered(member=1, result=Result.SENT),
    ],
)
def test_a_gym_hears_its_owner_only(what: object) -> None:
    assert gym.turn(OWNED, told(what), BOOK.policy) == Decision(state=OWNED)
    assert gym.turn(OWNED, TIMER, BOOK.policy) == Decision(state=OWNED)


@pytest.mark.parametrize(
    "what",
    [
        PingTapped(ping="none", act="seen", by_name="Tom"),
        ClientLeft(client=1, name="Mia", membership="m"),
        GymAsked(by=1),
    ],
)
def test_a_desk_knows_its_own_pings_and_clients_only(what: object) -> None:
    empty = Desk(trainer=2)
    assert desk.turn(empty, told(what), BOOK.policy) == Decision(state=empty)
    assert desk.turn(empty, TIMER, BOOK.policy) == Decision(state=empty)


def test_a_reminder_hears_of_its_own_members_only() -> None:
    cast = Broadcast(code="b")
    assert broadcast.turn(cast, told(Notice(content=T("x"))), LIMITS) == Decision(state=cast)  # type: ignore[arg-type] # not for it
    assert broadcast.turn(cast, TIMER, LIMITS) == Decision(state=cast)


def test_a_trainer_of_an_ended_link_decides_nothing() -> None:
    decision = trainer.decided(NOBODY, DECIDED, told(DECIDED), BOOK.policy)
    assert decision.state == NOBODY
    assert Role.TRAINER not in {one.role for one in decision.state.links}

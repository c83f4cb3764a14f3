"""The rules of attention: each on either side of its number, told once a spell, then over."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from flows import attention
from flows.attention import RISKS, RULES
from flows.effects import Tell
from flows.events import TimerDue
from flows.news import TrainerGone
from flows.person import Pause, Pending, Spell
from flows.phases.position import Week
from flows.pings import PINGS
from flows.steps import Phase
from flows.talk import placing
from flows.workouts.training import Finished, Hurt, Training
from tests.flows.book import BOOK
from tests.flows.people import MIA, TOM, assessed, gym, joins, week
from tests.flows.policy import DEFAULT, wanted
from tests.flows.talk.desks.desks import changes, client, desk, lying, staffed, the_gym
from tests.flows.talk.desks.diaries import LETTERS
from tests.flows.world import World

EVE = 4
MONDAY = date(2026, 3, 2)
NAMES = [rule.name for rule in RULES]


def true_of(world: World, who: int = MIA) -> list[str]:
    return list(attention.true_now(world.person(who), world.now, DEFAULT))


def told(*weeks: dict[str, object]) -> World:
    """Let these be the last weeks that Mia told of; she trained in all of them."""
    world = staffed()
    plain = Week(today=MONDAY, sessions_done=3, sessions_planned=3)
    past = tuple(replace(plain, **week) for week in weeks)
    changes(world, position=replace(client(world).position, past=past))
    return world


def stands(world: World, **changed: object) -> World:
    changes(world, position=replace(client(world).position, **changed))
    return world


def test_every_rule_has_its_ping_and_its_word_for_the_roster() -> None:
    assert set(NAMES) <= set(PINGS)
    assert {rule.risk for rule in RULES} == set(RISKS)


@pytest.mark.parametrize(
    ("before", "now", "true"),
    [((1,), (1,), True), ((0,), (1,), False), ((2,), (0,), False), ((None,), (2,), False)],
)
def test_pain_in_two_weeks_running(
    before: tuple[int | None], now: tuple[int], *, true: bool
) -> None:
    assert (true_of(told({"pain": before[0]}, {"pain": now[0]})) == ["hurting"]) is true


@pytest.mark.parametrize(
    ("effort", "sleep", "true"),
    [((6, 7), (2, 4), True), ((6, 6), (2, 4), False), ((6, 7), (2, 3), False),
     ((6.5, 7), (2, 4), False), ((None, 7), (2, 4), False), ((6, 7), (None, 4), False)],
)  # fmt: skip
def test_effort_up_while_sleep_is_down(
    effort: tuple[float | None, float], sleep: tuple[int | None, int], *, true: bool
) -> None:
    weeks: list[dict[str, object]] = [
        {"effort": e, "sleep": s} for e, s in zip(effort, sleep, strict=True)
    ]
    assert (true_of(told(*weeks)) == ["strained"]) is true


def test_a_week_nobody_told_of_compares_with_nothing() -> None:
    assert true_of(told({"pain": 2}, {"pain": 2, "missed": True})) == []
    assert true_of(told({"pain": 2})) == []


@pytest.mark.parametrize(("count", "true"), [(1, False), (2, True), (3, True)])
def test_check_ins_missed_running(count: int, *, true: bool) -> None:
    world = staffed()
    changes(world, calendar=replace(client(world).calendar, missed=count))
    assert (true_of(world) == ["missed"]) is true


@pytest.mark.parametrize(
    ("days", "true"), [(7, []), (8, ["idle"]), (14, ["idle"]), (15, ["long_idle"])]
)
def test_whole_days_without_a_session(days: int, true: list[str]) -> None:
    world = staffed()
    world.now += timedelta(days=days)
    assert true_of(world) == true


def test_what_counts_as_trained() -> None:
    world = told({"sessions_done": 0, "today": MONDAY + timedelta(days=7)})
    assert attention.last_trained(client(world)) == MONDAY
    late = MONDAY + timedelta(days=9)
    world = told({"sessions_done": None, "today": late}, {"missed": True, "today": None})
    assert attention.last_trained(client(world)) == late
    hurt = Finished(on=late, phase=Phase(1))
    trained = replace(hurt, exercises=("floor_crunch",), on=MONDAY + timedelta(days=3))
    world = staffed()
    changes(world, training=Training(sessions=(trained, hurt)))
    assert attention.last_trained(client(world)) == trained.on


@pytest.mark.parametrize(("hours", "true"), [(71, False), (72, True)])
def test_a_step_up_that_waits_for_a_yes(hours: int, *, true: bool) -> None:
    world = staffed()
    since = world.now - timedelta(hours=hours)
    changes(world, pending=Pending(ping="p", phase=Phase(2), since=since))
    assert (true_of(world) == ["waiting"]) is true


@pytest.mark.parametrize(
    ("week", "mixed", "true"), [(6, False, False), (7, False, True), (7, True, False)]
)
def test_longer_on_a_step_than_is_usual(week: int, *, mixed: bool, true: bool) -> None:
    world = stands(staffed(), weeks_in_phase=week, undulating=mixed)
    assert (true_of(world) == ["stuck"]) is true


def test_nobody_is_looked_at_who_does_not_train_now_or_belongs_nowhere() -> None:
    world = staffed()
    world.now += timedelta(days=20)
    assert true_of(world) == ["long_idle"]
    off = Pause(reason="travel", since=MONDAY, until=MONDAY + timedelta(days=30))
    changes(world, calendar=replace(client(world).calendar, pause=off))
    assert true_of(world) == []
    changes(world, calendar=replace(client(world).calendar, pause=None))
    assert true_of(stands(world, phase=None)) == []
    alone = World()
    assessed(alone)
    alone.now += timedelta(days=20)
    assert true_of(alone) == []
    assert {timer.name for timer in wanted(alone.person(MIA))} == {"checkin"}
    assert true_of(alone, EVE) == []


def roster_risk(world: World, who: int = MIA) -> str:
    return world.rosters[f"gym:{the_gym(world).code}"][str(who)].risk


def idle(world: World) -> list[bool]:
    """Tell of each ping about days without a session whether it is open."""
    return [open_ for kind, open_ in lying(world) if kind in {"idle", "long_idle"}]


def test_a_spell_is_told_once_grows_and_ends_with_a_session() -> None:
    world = staffed()
    world.sleeps(days=8, hours=8)
    assert idle(world) == []
    world.sleeps(hours=2)
    assert idle(world) == [True]
    assert roster_risk(world) == "idle"
    assert client(world).spells[0].since == MONDAY + timedelta(days=8)
    world.sleeps(days=6)
    assert idle(world) == [True]
    world.sleeps(days=1)
    assert idle(world) == [False, True]
    assert roster_risk(world) == "long_idle"
    world.sleeps(days=3)
    done = Finished(on=world.now.date(), phase=Phase(1), exercises=("floor_crunch",))
    changes(world, training=Training(sessions=(done,)))
    world.commands(MIA, "/stairs")
    assert idle(world) == [False, False]
    assert roster_risk(world) == ""


def test_the_roster_says_nothing_of_answers() -> None:
    world = told({"pain": 1}, {"pain": 1})
    world.commands(MIA, "/stairs")
    assert ("hurting", True) in lying(world)
    assert roster_risk(world) == "watch"


def test_the_gravest_rule_is_what_the_roster_says() -> None:
    spells = tuple(
        Spell(rule=rule.name, ping="p", trainer=TOM, since=MONDAY) for rule in reversed(RULES)
    )
    now = client(staffed())
    assert attention.risk(replace(now, spells=spells)) == "watch"
    assert attention.risk(replace(now, spells=spells[:5])) == "long_idle"
    assert attention.risk(now) == ""
    assert attention.risk(None) == ""


def test_who_must_not_train_and_who_told_of_pain_in_a_session_need_a_look() -> None:
    world = staffed()
    assert roster_risk(world) == ""
    now = client(world)
    hurt = Finished(on=world.now.date(), phase=Phase(1), hurts=(Hurt(where=("knee",), pain=4),))
    changes(world, training=replace(now.training, sessions=(hurt,)))
    assert attention.risk(client(world)) == "watch"
    changes(world, training=replace(now.training, sessions=(replace(hurt, told=True),)))
    assert attention.risk(client(world)) == ""
    week(world, MIA, LETTERS["x"])
    assert client(world).position.phase is None
    assert roster_risk(world) == "watch"


def test_a_new_trainer_hears_what_is_so_when_they_begin() -> None:
    world = staffed()
    world.sleeps(days=10)
    assert idle(world) == [True]
    membership = world.person(MIA).links[0]
    gone = TrainerGone(membership=membership.id, trainer=TOM, trainer_name="Tom")
    world.tells("person:1", gone)
    assert [one.trainer for one in client(world).spells] == [None]
    assert roster_risk(world) == "idle"
    joins(world, EVE, "trainer")
    world.commands(3, "/gym")
    world.taps(3, "Invite a client")
    world.taps(3, "P4")
    world.commands(MIA, f"/start {world.link(3)}")
    world.taps(MIA, "I agree")
    assert ("idle", True) in lying(world, EVE)


def waits() -> World:
    """Let Mia wait for a yes for three days."""
    world = staffed()
    while client(world).pending is None:
        week(world)
    world.sleeps(days=3)
    assert ("waiting", True) in lying(world)
    return world


@pytest.mark.parametrize(
    ("act", "step"), [("approve", Phase(2)), ("hold.rest", Phase(1)), ("2.rest", Phase(2))]
)
def test_a_yes_can_be_given_where_it_is_asked_for_once_more(act: str, step: Phase) -> None:
    world = waits()
    again = next(one.ping.id for one in desk(world).pings if one.ping.kind == "waiting")
    world.forges(TOM, f"p|{again}|{act}")
    assert [kind for kind, open_ in lying(world) if open_] == ["assessed"]
    assert client(world).pending is None
    assert client(world).position.phase is step
    assert wanted(world.person(MIA))


def test_one_ping_at_a_time_asks_for_the_yes() -> None:
    world = waits()
    assert [kind for kind, open_ in lying(world) if open_] == ["assessed", "waiting"]
    assert world.sees(TOM, "→ Asked again below.")
    world.sleeps(days=4)
    assert [kind for kind, open_ in lying(world) if open_] == ["assessed", "approval"]


def test_a_gym_of_nobody_keeps_its_roster() -> None:
    world = World()
    gym(world)
    joins(world, MIA, "client")
    assessed(world)
    world.sleeps(days=9)
    assert [one.trainer for one in client(world).spells] == [None]
    world.commands(MIA, "/stairs")
    assert len(client(world).spells) == 1


def test_what_is_cleared_by_the_client_lies_on_the_desk_no_longer() -> None:
    world = staffed()
    week(world, MIA, LETTERS["x"])
    assert ("stopped", True) in lying(world)
    assert not client(world).spells
    cleared = replace(client(world).position, items=())
    changes(world, position=cleared)
    after = placing.opened_again(world.person(MIA), _woken(world), BOOK.policy)
    for effect in after.effects:
        if isinstance(effect, Tell):
            world.tells(effect.to, effect.news)
    assert ("stopped", False) in lying(world)
    assert world.sees(TOM, "No longer open: it is cleared")


def _woken(world: World) -> TimerDue:
    return TimerDue(id="e", at=world.now, salt="s", name="x", due=world.now)

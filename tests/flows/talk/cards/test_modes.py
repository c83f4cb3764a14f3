"""The three modes: each does exactly what it says, and none of them passes a hold or a stop."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.desk import Desk
from flows.events import TimerDue
from flows.phases import modes
from flows.phases.outcome import Approval, Outcome
from flows.phases.position import Form, Week
from flows.steps import Goal, Mode, Phase
from flows.talk import placing
from flows.workouts.training import Finished, Hurt
from tests.flows.book import BOOK
from tests.flows.people import GINA, GOOD_WEEK, MIA, TOM, week
from tests.flows.phases.people import GOOD, standing, supervised
from tests.flows.policy import DEFAULT, review, wanted
from tests.flows.talk.cards.gyms import card, opens, staffed, trained
from tests.flows.talk.desks.desks import rings
from tests.flows.training import changed, client
from tests.flows.world import World

UP = "Up: step 2"
BAD = (*GOOD_WEEK[:8], "7", "Knee", "Done", "None of these", "No", "Send ✓")


def led(mode: str) -> World:
    """Let Tom choose a mode for Mia on the card."""
    world = trained()
    opens(world)
    world.taps(TOM, "Mode")
    world.taps(TOM, mode)
    assert f"Mia: {mode}." in world.last(TOM).text
    return world


def weeks(world: World, count: int = 2) -> None:
    for _ in range(count):
        week(world)


def step(world: World) -> Phase | None:
    return client(world).position.phase


def lying(world: World) -> list[str]:
    desk = world.states[f"desk:{TOM}"]
    assert isinstance(desk, Desk)
    return [one.ping.kind for one in desk.pings if one.outcome is None]


# ── each does what it says ──


def test_auto_goes_up_by_itself_and_tells_the_trainer() -> None:
    world = led("auto")
    assert world.sees(MIA, "go up as soon as all is there")
    weeks(world)
    assert step(world) is Phase.STRENGTH_ENDURANCE
    assert client(world).pending is None
    assert "moved" in lying(world)
    assert not world.sees(TOM, "ready for your decision")


def test_propose_is_how_it_begins_and_waits_for_a_yes() -> None:
    world = trained()
    assert client(world).mode is Mode.PROPOSE
    weeks(world, 4)
    assert step(world) is Phase.STABILIZATION_ENDURANCE
    assert world.sees(TOM, "ready for your decision")
    world.taps(TOM, "Approve")
    assert step(world) is Phase.STRENGTH_ENDURANCE


def test_manual_neither_moves_nor_asks() -> None:
    world = led("manual")
    assert world.sees(MIA, "Tom decides on every step up")
    weeks(world, 5)
    assert step(world) is Phase.STABILIZATION_ENDURANCE
    assert client(world).pending is None
    assert not world.sees(TOM, "ready for your decision")
    assert world.sees(MIA, "Your trainer decides on every step up themselves")
    assert "ready for step 2" in opens(world).text
    for label in ("Move", "2 strength", "They are ready"):
        world.taps(TOM, label)
    assert step(world) is Phase.STRENGTH_ENDURANCE


@pytest.mark.parametrize("mode", list(Mode))
def test_a_stop_is_the_same_in_every_mode(mode: Mode) -> None:
    world = led(mode.value)
    week(world, told=BAD)
    assert step(world) is None
    assert world.sees(TOM, "must not train now")


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    "told",
    [
        Week(**{**{name: getattr(GOOD, name) for name in GOOD.__struct_fields__}, "pain": 5}),
        replace(GOOD, form=Form.SLIPS),
        replace(GOOD, sessions_done=0),
        replace(GOOD, pain=8),
        Week(),
    ],
)
def test_what_holds_lowers_or_stops_is_the_same_in_every_mode(mode: Mode, told: Week) -> None:
    position = supervised(standing(Phase.STRENGTH_ENDURANCE))
    verdict = review(position, told)
    assert verdict.verdict is not Outcome.UP
    assert modes.reviewed(position, told, mode, DEFAULT) == verdict


@pytest.mark.parametrize("mode", list(Mode))
def test_into_the_high_steps_a_yes_is_waited_for_in_every_mode(mode: Mode) -> None:
    position = supervised(standing(Phase.MUSCULAR_DEVELOPMENT, Goal.STRENGTH))
    verdict = modes.reviewed(position, GOOD, mode, DEFAULT)
    assert (verdict.verdict, verdict.phase) == (Outcome.UP, Phase.MAXIMAL_STRENGTH)
    assert verdict.approval is Approval.TRAINER


@pytest.mark.parametrize(
    ("mode", "waits"),
    [
        (Mode.AUTO, Approval.NONE),
        (Mode.PROPOSE, Approval.NONE),
        (Mode.MANUAL, Approval.TRAINER),
    ],
)
def test_a_climb_within_a_level_waits_by_hand_only(mode: Mode, waits: Approval) -> None:
    position = supervised(standing(Phase.STRENGTH_ENDURANCE, Goal.MUSCLE))
    verdict = modes.reviewed(position, GOOD, mode, DEFAULT)
    assert (verdict.phase, verdict.approval) == (Phase.MUSCULAR_DEVELOPMENT, waits)


def test_by_hand_a_new_round_is_not_begun_but_told() -> None:
    position = supervised(standing(Phase.MAXIMAL_STRENGTH, Goal.MUSCLE))
    assert modes.reviewed(position, GOOD, Mode.PROPOSE, DEFAULT).new_round
    verdict = modes.reviewed(position, GOOD, Mode.MANUAL, DEFAULT)
    assert (verdict.verdict, verdict.phase) == (Outcome.HOLD, Phase.MAXIMAL_STRENGTH)
    assert verdict.reasons[-1].rule == "by_hand"
    assert not verdict.new_round


# ── changing it ──


def test_the_card_says_what_each_mode_means() -> None:
    world = trained()
    opens(world)
    world.taps(TOM, "Mode")
    for mode in Mode:
        assert f"<b>{mode}</b>: " in card(world).text
    assert "Now: propose." in card(world).text
    world.taps(TOM, "Back to the card")
    assert "Mode: propose." in card(world).text


def test_by_hand_what_waits_waits_no_more() -> None:
    world = trained()
    weeks(world)
    assert client(world).pending is not None
    opens(world)
    for label in ("Mode", "manual"):
        world.taps(TOM, label)
    assert client(world).pending is None
    assert world.sees(TOM, "you decide on their steps by hand now")


def test_auto_takes_what_waits_with_the_next_week() -> None:
    world = trained()
    weeks(world)
    opens(world)
    for label in ("Mode", "auto"):
        world.taps(TOM, label)
    assert client(world).pending is not None
    week(world)
    assert step(world) is Phase.STRENGTH_ENDURANCE
    assert client(world).pending is None


def test_a_mode_goes_with_the_trainer_who_chose_it() -> None:
    world = led("manual")
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    assert client(world).mode is Mode.PROPOSE
    weeks(world)
    assert step(world) is Phase.STRENGTH_ENDURANCE


def test_a_mode_without_a_placement_or_that_there_is_not() -> None:
    world = staffed()
    world.forges(TOM, "k|1|mode|auto")
    assert "cleared first" in world.last(TOM).text
    world = trained()
    world.forges(TOM, "k|1|mode|sing")
    assert client(world).mode is Mode.PROPOSE


def test_the_plan_says_what_waits_by_the_mode() -> None:
    plans = {}
    for mode in ("auto", "propose", "manual"):
        world = led(mode)
        week(world)
        world.commands(MIA, "/plan")
        plans[mode] = world.last(MIA).text
    assert "trainer" not in plans["auto"]
    assert "trainer" in plans["propose"]
    assert "trainer" in plans["manual"]


# ── a gym that lets a step be made without an answer ──


def patient(days: str = "After 3 days it is made") -> World:
    world = trained()
    world.commands(GINA, "/gym")
    world.taps(GINA, "How we work")
    world.taps(GINA, days)
    return world


def test_without_the_gyms_word_nothing_is_made_without_an_answer() -> None:
    world = trained()
    weeks(world)
    world.sleeps(days=20)
    assert step(world) is Phase.STABILIZATION_ENDURANCE


def test_with_the_gyms_word_it_is_made_after_those_days_and_both_are_told() -> None:
    world = patient()
    assert "within 3 days is made then" in world.last(GINA).text
    world.commands(GINA, "/gym")
    assert "Unanswered steps up: made after 3 days" in world.last(GINA).text
    weeks(world)
    pending = client(world).pending
    assert pending is not None
    world.sleeps(days=2)
    assert step(world) is Phase.STABILIZATION_ENDURANCE
    world.sleeps(days=1, hours=1)
    assert step(world) is Phase.STRENGTH_ENDURANCE
    assert world.sees(MIA, "no answer in 3 days, and My gym lets you go on")
    assert world.sees(TOM, "No answer in 3 days: they went up by themselves")
    assert "moved" in lying(world)
    assert world.records[f"person:{MIA}"][-1].what == "moved without an answer"


def test_it_is_made_only_while_all_its_guards_are_open() -> None:
    world = patient()
    weeks(world)
    now = client(world)
    assert now.week is not None
    tired = replace(now.week, sleep=7, stress=7)
    past = (*now.position.past[:-1], tired)
    changed(world, replace(now, week=tired, position=replace(now.position, past=past)))
    world.sleeps(days=4)
    assert step(world) is Phase.STABILIZATION_ENDURANCE
    pending = client(world).pending
    assert pending is not None
    assert pending.tried
    world.sleeps(days=1)
    assert client(world).pending is not None


@pytest.mark.parametrize("mode", ["auto", "manual"])
def test_only_what_was_proposed_is_made_without_an_answer(mode: str) -> None:
    world = patient()
    weeks(world)
    opens(world)
    for label in ("Mode", mode):
        world.taps(TOM, label)
    world.sleeps(days=4)
    assert step(world) is Phase.STABILIZATION_ENDURANCE


def test_into_the_high_steps_nothing_is_ever_made_without_an_answer() -> None:
    world = patient()
    weeks(world)
    now = client(world)
    assert now.pending is not None
    changed(world, replace(now, pending=replace(now.pending, phase=Phase.MAXIMAL_STRENGTH)))
    assert "alone" not in {timer.name for timer in wanted(world.person(MIA))}


def test_a_gym_may_think_again_and_who_joins_later_learns_it() -> None:
    world = patient()
    world.commands(GINA, "/gym")
    world.taps(GINA, "How we work")
    world.taps(GINA, "It waits on")
    assert "waits until a trainer answers" in world.last(GINA).text
    assert world.person(MIA).links[0].act_after == 0
    weeks(world)
    world.sleeps(days=10)
    assert step(world) is Phase.STABILIZATION_ENDURANCE


def test_nobody_but_the_owner_says_how_a_gym_works() -> None:
    world = patient()
    code = world.person(MIA).links[0].gym
    for who in (MIA, TOM, 9):
        world.forges(who, f"g|{code}|ways")
        assert "owner of a gym" in world.last(who).text
    world.commands(GINA, "/gym")
    world.taps(GINA, "How we work")
    world.commands(GINA, "/unlink")
    world.taps(GINA, "Leave My gym (owner)")
    world.taps(GINA, "After 14 days it is made")
    assert "owner of a gym" in world.last(GINA).text


def test_what_came_due_too_late_makes_nothing() -> None:
    world = patient()
    before = world.person(MIA)
    world.wakes(f"person:{MIA}", "alone", world.now + timedelta(days=1))
    assert world.person(MIA) == before


def test_a_hold_on_any_ping_ends_what_waits() -> None:
    world = patient()
    weeks(world)
    rings(world, "pain")
    world.taps(TOM, "Hold")
    world.taps(TOM, "They need more rest")
    assert client(world).pending is None
    assert "approval" not in lying(world)
    world.sleeps(days=4)
    assert step(world) is Phase.STABILIZATION_ENDURANCE


def test_pain_in_a_session_since_keeps_it_waiting() -> None:
    world = patient()
    weeks(world)
    hurt = Finished(
        on=world.now.date(),
        phase=Phase.STABILIZATION_ENDURANCE,
        hurts=(Hurt(where=("knee",), pain=5),),
    )
    now = client(world)
    changed(world, replace(now, training=replace(now.training, sessions=(hurt,))))
    world.sleeps(days=4)
    assert step(world) is Phase.STABILIZATION_ENDURANCE
    assert client(world).pending is not None


def test_on_a_break_nothing_waits() -> None:
    world = patient()
    weeks(world)
    world.commands(MIA, "/pause")
    world.taps(MIA, "Illness")
    while world.person(MIA).open is not None:
        world.taps(MIA, next(one for one in world.last(MIA).buttons if "✓" in one))
    assert client(world).calendar.pause is not None
    assert client(world).pending is None
    assert "approval" not in lying(world)
    assert world.sees(TOM, "On a break: whether they go up")
    before = len(world.screens[MIA])
    world.sleeps(days=5)
    assert step(world) is Phase.STABILIZATION_ENDURANCE
    assert len(world.screens[MIA]) == before


def test_a_new_assessment_keeps_the_mode_and_the_verdicts() -> None:
    world = led("manual")
    weeks(world)
    said = client(world).judged
    asked = TimerDue(id="x", at=world.now, salt="s", name="x", due=world.now)
    placed = placing.placed(world.person(MIA), asked, BOOK.policy).state.client
    assert placed is not None
    assert (placed.mode, placed.judged) == (Mode.MANUAL, said)

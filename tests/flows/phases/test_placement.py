"""Where somebody starts, and why not higher."""

import itertools

import msgspec
import pytest
from msgspec.structs import replace

from flows.phases.after import begin
from flows.phases.clearance import clear
from flows.phases.intake import Intake, Placement, Start
from flows.phases.items import Clearance, Voucher
from flows.phases.profile import Condition, Equipment, Fault, Movement
from flows.phases.reasons import OURS
from flows.phases.signs import Sign
from flows.steps import Goal, Level, Phase
from flows.words import english
from tests.flows.phases.people import ALL_NO, CLEAN, INTAKE, P1, P2, P3, P4, P5, SOUND, TODAY
from tests.flows.policy import place, rescreened

WITH_TRAINER = replace(INTAKE, profile=replace(SOUND, supervised=True))


def rules(placement: Placement) -> list[str]:
    return [reason.rule for reason in placement.reasons]


def test_a_trained_person_still_starts_on_1_but_for_two_weeks() -> None:
    placed = place(INTAKE)
    assert (placed.verdict, placed.phase, placed.level) == (Start.START, P1, Level.STABILIZATION)
    assert placed.stay_weeks == 2
    assert placed.route == (1, 2, 3, 4)
    assert rules(placed) == ["start"]


def test_who_never_trained_is_not_told_how_long_ago_that_was() -> None:
    never = replace(SOUND, experience_months=0, supervised=True)
    placed = place(replace(INTAKE, profile=never, weeks_off=None, start=P2))
    assert placed.phase == P1
    assert rules(placed) == ["new"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"profile": replace(SOUND, experience_months=5, supervised=True)}, "new"),
        ({"profile": replace(SOUND, experience_months=None, supervised=True)}, "new"),
        ({"weeks_off": 4}, "time_off"),
        ({"weeks_off": None}, "time_off"),
        ({"movement": None}, "faults"),
        ({"movement": replace(CLEAN, arms=Fault.SLIGHT)}, "faults"),
        ({"profile": replace(SOUND, fell_last_year=None, supervised=True)}, "fall"),
        ({"back_from_injury": True}, "injury"),
        ({"deconditioned": True}, "deconditioned"),
        ({"pain": 1}, "pain"),
        ({"pain": None}, "pain"),
    ],
)
def test_each_signal_keeps_on_step_1_whatever_a_trainer_asks(
    change: dict[str, object], rule: str
) -> None:
    placed = place(replace(replace(WITH_TRAINER, start=P4), **change))
    assert placed.phase is P1
    assert rule in rules(placed)
    assert placed.stay_weeks is None


@pytest.mark.parametrize(
    ("asked", "months", "step"),
    [
        (P2, 6, P2),
        (P2, 24, P2),
        (P3, 11, P2),
        (P3, 12, P3),
        (P4, 12, P4),
        (P5, 99, P4),
        (None, 99, P1),
    ],
)
def test_a_trainer_may_start_somebody_higher_but_never_on_5(
    asked: int | None, months: int, step: int
) -> None:
    profile = replace(WITH_TRAINER.profile, experience_months=months)
    assert (
        place(replace(WITH_TRAINER, profile=profile, start=asked and Phase(asked))).phase == step
    )


def test_without_a_trainer_a_wish_counts_for_nothing() -> None:
    assert place(replace(INTAKE, start=P3)).phase is P1


def test_a_start_stays_on_the_route() -> None:
    assert place(replace(WITH_TRAINER, goal=Goal.PERFORMANCE, start=P4)).phase is P2


def test_the_route_is_cut_at_the_cap_and_says_why() -> None:
    profile = replace(SOUND, supervised=True, equipment=(Equipment.DUMBBELLS,))
    placed = place(replace(WITH_TRAINER, profile=profile, start=P4))
    assert placed.route == (1, 2, 3)
    assert placed.phase is P3
    assert rules(placed) == ["start", "cap.equipment"]


def test_nothing_known_but_the_goal_is_referred() -> None:
    placed = place(Intake(goal=Goal.HEALTH))
    assert (placed.verdict, placed.phase, placed.level) == (Start.REFER, None, None)
    assert "condition.unknown" in rules(placed)
    assert "screening.chest_pain" in rules(placed)


def test_screened_but_otherwise_unknown_starts_on_1() -> None:
    profile = replace(Intake(goal=Goal.HEALTH).profile, conditions=())
    placed = place(
        Intake(goal=Goal.HEALTH, today=TODAY, screening=ALL_NO, signs=(), profile=profile)
    )
    assert (placed.verdict, placed.phase) == (Start.START, P1)
    assert rules(placed)[:5] == ["new", "time_off", "fall", "pain", "faults"]
    assert all("unknown" in english(reason.text) for reason in placed.reasons[:5])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"signs": (Sign.CHEST,)}, "sign.chest"),
        ({"signs": None}, "screening.signs"),
        ({"pain": 6}, "pain.high"),
        ({"movement": replace(CLEAN, pain=True)}, "pain.test"),
        ({"screening": replace(ALL_NO, joints=True)}, "screening.joints"),
        ({"profile": replace(SOUND, age=15)}, "condition.too_young"),
    ],
)
def test_what_refers(change: dict[str, object], code: str) -> None:
    placed = place(replace(INTAKE, **change))
    assert placed.verdict is Start.REFER
    assert [item.code for item in placed.items] == [code]


def test_losing_fat_when_thin_is_refused_kindly() -> None:
    thin = replace(SOUND, height_cm=175, weight_kg=50)
    placed = place(replace(INTAKE, goal=Goal.FAT_LOSS, profile=thin))
    assert placed.verdict is Start.REFER
    assert rules(placed) == ["intake.thin", "walk"]
    assert place(replace(INTAKE, profile=thin)).verdict is Start.START


def test_a_cleared_condition_starts_within_its_scope() -> None:
    sick = replace(INTAKE, profile=replace(SOUND, conditions=(Condition.HYPERTENSION,)))
    referred = place(sick)
    assert referred.verdict is Start.REFER
    word = Clearance(by=Voucher.SELF, given=TODAY)
    placed = place(replace(sick, items=clear(referred.items, "condition.hypertension", word)))
    assert placed.verdict is Start.START
    assert placed.route == (1, 2)
    assert "short_holds" in {limit.code for limit in placed.limits}


def test_unknowns_answered_since_are_forgotten_but_a_sign_is_not() -> None:
    first = place(replace(INTAKE, screening=replace(ALL_NO, joints=None), signs=(Sign.DIZZY,)))
    again = place(replace(INTAKE, items=first.items))
    assert [item.code for item in again.items] == ["sign.dizzy"]
    assert again.verdict is Start.REFER


def test_a_screening_asked_again_replaces_the_one_before() -> None:
    position = begin(INTAKE, place(replace(INTAKE, signs=(Sign.DIZZY,))))
    unsure = rescreened(position, replace(ALL_NO, joints=None), (), TODAY)
    assert [item.code for item in unsure.items] == ["sign.dizzy", "screening.joints"]
    assert [item.code for item in rescreened(unsure, ALL_NO, (), TODAY).items] == ["sign.dizzy"]
    assert unsure.screened == TODAY


def test_nothing_of_ours_is_shown_as_the_books() -> None:
    placed = place(replace(INTAKE, weeks_off=5, pain=2))
    assert {reason.source for reason in placed.reasons} == {OURS}


def test_a_position_begins_in_its_first_week() -> None:
    position = begin(INTAKE, place(INTAKE))
    assert (position.phase, position.weeks_in_phase, position.stay_weeks) == (P1, 1, 2)
    assert (position.movement_days, position.screened) == (0, TODAY)
    untested = replace(INTAKE, movement=None)
    assert begin(untested, place(untested)).movement_days is None


def test_intake_and_placement_are_plain_data() -> None:
    assert msgspec.json.decode(msgspec.json.encode(INTAKE), type=Intake) == INTAKE
    placed = place(replace(INTAKE, movement=Movement(pain=True)))
    assert msgspec.json.decode(msgspec.json.encode(placed), type=Placement) == placed
    assert msgspec.json.decode(b'{"goal":"muscle"}', type=Intake) == Intake(goal=Goal.MUSCLE)


WORSE: tuple[dict[str, object], ...] = (
    {"pain": 1},
    {"pain": None},
    {"pain": 7},
    {"weeks_off": 5},
    {"weeks_off": None},
    {"signs": (Sign.EDEMA,)},
    {"signs": None},
    {"screening": replace(ALL_NO, heart=True)},
    {"screening": replace(ALL_NO, joints=None)},
    {"movement": replace(CLEAN, knees=Fault.SLIGHT)},
    {"movement": replace(CLEAN, pain=True)},
    {"movement": None},
    {"back_from_injury": True},
)


@pytest.mark.parametrize(("one", "other"), list(itertools.product(WORSE, WORSE)))
@pytest.mark.parametrize("asked", [P2, P4])
def test_a_worse_answer_never_starts_anybody_higher(
    asked: Phase, one: dict[str, object], other: dict[str, object]
) -> None:
    best = replace(WITH_TRAINER, start=asked)
    worse = replace(best, **one)
    worst = replace(worse, **other) if one.keys().isdisjoint(other) else worse
    steps = [place(intake).phase or 0 for intake in (best, worse, worst)]
    assert steps == sorted(steps, reverse=True)
    assert steps[0] == asked

"""Whole histories: whatever happens, in whatever order, the promises of the staircase hold.

A client is placed, lives good and bad weeks, is stopped, cleared, moved by a trainer, gets new
goals and conditions. At every review the promises are held against the rules asked directly, and
against the same week made worse in one thing.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from msgspec.structs import replace

from flows.doors.person import ITEMS
from flows.phases.after import begin, moved
from flows.phases.case import facts, lay_open
from flows.phases.clearance import open_items
from flows.phases.items import Clearance, Voucher
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.position import Form, Injury, PainKind, Performance, Position, Week
from flows.phases.profile import Condition, Equipment, Fault
from flows.phases.routes import route
from flows.phases.rules import missing, way
from flows.phases.signs import Sign
from flows.steps import Goal, Phase
from flows.words import english
from tests.flows.phases.people import CLEAN, GOOD, INTAKE, P1, P2, SOUND, TODAY
from tests.flows.policy import DEFAULT, after, move, place, review

TIRED = ("sleep", "stress", "fatigue", "soreness")
GRAVE = (Condition.CORONARY, Condition.PREGNANCY, Condition.HYPERTENSION)

WORSE: dict[str, Callable[[Week], Week]] = {
    "pain": lambda week: replace(week, pain=min(10, (week.pain or 0) + 3)),
    "pain unknown": lambda week: replace(week, pain=None) if week.pain == 0 else week,
    "sharp": lambda week: replace(week, pain_kinds=(*week.pain_kinds, PainKind.SHARP)),
    "sign": lambda week: replace(week, signs=(*(week.signs or ()), Sign.DIZZY)),
    "form": lambda week: replace(week, form=Form.BREAKS),
    "tired": lambda week: replace(week, **dict.fromkeys(TIRED, 7)),
    "effort": lambda week: replace(week, effort=10.0),
    "nothing done": lambda week: replace(week, sessions_done=0),
    "missed": lambda week: replace(week, missed=True),
    "off": lambda week: replace(week, weeks_off=(week.weeks_off or 0.0) + 5),
    "ill": lambda week: replace(week, ill_days=week.ill_days + 3),
    "fever": lambda week: replace(week, chest_fever=True),
    "injured": lambda week: replace(week, injury=Injury.NEW),
    "healed": lambda week: week if week.injury else replace(week, injury=Injury.CLEARED),
    "pregnant": lambda week: replace(week, pregnant=True),
    "pressure": lambda week: replace(week, systolic=200),
    "changed": lambda week: replace(week, health_changed=True),
    "stalled": lambda week: replace(week, stalled=True),
}


def weeks() -> st.SearchStrategy[Week]:
    """Weeks of all kinds, good ones more often than not."""
    rarely: Callable[[st.SearchStrategy[object]], st.SearchStrategy[object]]
    rarely = lambda odd: st.one_of(st.none(), st.none(), st.none(), odd)  # noqa: E731 - local word
    changes = st.fixed_dictionaries(
        {},
        optional={
            "pain": st.sampled_from([None, 1, 3, 4, 7]),
            "form": st.sampled_from([None, *Form]),
            "sessions_done": st.sampled_from([None, 0, 1, 2, 3]),
            "sessions_planned": st.sampled_from([None, 0, 4]),
            "effort": st.sampled_from([None, 3.0, 8.0, 10.0]),
            "sleep": st.sampled_from([None, 4, 7]),
            "fatigue": st.sampled_from([None, 4, 7]),
            "stress": st.sampled_from([None, 7]),
            "performance": st.sampled_from([None, *Performance]),
            "signs": st.sampled_from([None, (), (Sign.CHEST,)]),
            "weeks_off": st.sampled_from([None, 0.5, 1.0, 3.0, 5.0, 9.0, 30.0]),
            "ill_days": st.sampled_from([0, 3, 12]),
            "missed": st.booleans(),
            "new_goal": st.sampled_from([None, *Goal]),
            "injury": rarely(st.sampled_from(list(Injury))),
            "stalled": st.booleans(),
            "cycle_finished": st.booleans(),
        },
    )
    return st.one_of(st.just(GOOD), changes.map(lambda told: replace(GOOD, **told)))


class Histories(RuleBasedStateMachine):
    """One client's life on the staircase."""

    @initialize(
        goal=st.sampled_from(list(Goal)),
        trainer=st.booleans(),
        age=st.sampled_from([17, 30, 62, 75, 85, None]),
        conditions=st.sampled_from([(), (), (Condition.HYPERTENSION,), (Condition.DIABETES,)]),
        equipment=st.sampled_from([None, (Equipment.DUMBBELLS,), tuple(Equipment)]),
    )
    def placed(
        self,
        goal: Goal,
        *,
        trainer: bool,
        age: int | None,
        conditions: tuple[Condition, ...],
        equipment: tuple[Equipment, ...] | None,
    ) -> None:
        who = replace(
            SOUND,
            age=age,
            supervised=trainer,
            guardian=True,
            conditions=conditions,
            equipment=equipment,
        )
        intake = replace(INTAKE, goal=goal, profile=who)
        placement = place(intake)
        assert placement.phase in (None, P1)
        self.position = begin(intake, placement)
        self.today: date = TODAY
        self.waits: Verdict | None = None
        self.moves = 0

    @rule(week=weeks(), worse=st.sampled_from(sorted(WORSE)))
    def lives(self, week: Week, worse: str) -> None:
        self.today += timedelta(days=7)
        week = replace(week, today=self.today)
        before = aged(self.position)
        verdict = review(before, week)
        keeps_promises(before, week, verdict)
        bad = review(before, WORSE[worse](week))
        assert bad.verdict <= verdict.verdict
        assert (bad.phase or 0) <= (verdict.phase or 0)
        self.position = after(before, week, verdict)
        self.waits = verdict if verdict.approval is Approval.TRAINER else None
        assert abs_move(before, self.position) in (0, 1)

    @precondition(lambda self: self.waits is not None)
    @rule()
    def trainer_says_yes(self) -> None:
        assert self.waits is not None
        assert self.waits.phase is not None
        week = replace(GOOD, today=self.today)
        verdict = move(self.position, week, self.waits.phase)
        assert verdict.phase is None or verdict.phase <= max(P2, self.waits.phase)
        self.position, self.waits = moved(self.position, verdict), None

    @rule(to=st.sampled_from(list(Phase)))
    def trainer_moves(self, to: Phase) -> None:
        week = replace(GOOD, today=self.today)
        verdict = move(self.position, week, to)
        case = lay_open(self.position, week, DEFAULT)
        if verdict.verdict is Outcome.UP:
            assert not case.pending
            assert verdict.phase in case.cap.steps
        self.position, self.waits = moved(self.position, verdict), None

    @rule()
    def everything_is_cleared(self) -> None:
        word = Clearance(by=Voucher.TRAINER, given=self.today)
        items = tuple(replace(item, clearance=word) for item in self.position.items)
        self.position = replace(self.position, items=items)

    @rule(condition=st.sampled_from(GRAVE))
    def something_is_found(self, condition: Condition) -> None:
        who, code = self.position.profile, f"condition.{condition}"
        told = (*(who.conditions or ()), condition)
        assert code in ITEMS
        self.position = replace(self.position, profile=replace(who, conditions=told))

    @rule(knees=st.sampled_from(list(Fault)), seconds=st.sampled_from([5, 15, 25, 60]))
    def checks_movement(self, knees: Fault, seconds: int) -> None:
        checked = replace(CLEAN, knees=knees, single_leg_seconds=seconds)
        self.position = replace(self.position, movement=checked, movement_days=0)

    @rule()
    def is_screened(self) -> None:
        self.position = replace(self.position, screened=self.today)

    @rule()
    def leaves_the_first_step_by_good_weeks(self) -> None:
        """Look ahead only: whoever may stand on step 2 gets there in the longest weeks."""
        position, today = self.position, self.today
        case = lay_open(position, replace(GOOD, today=today), DEFAULT)
        if position.phase is not P1 or case.pending or P2 not in case.cap.steps:
            return
        if position.profile.conditions and Condition.PREGNANCY in position.profile.conditions:
            return
        verdict: Verdict | None = None
        for _ in range(DEFAULT.weeks.longest):
            today += timedelta(days=7)
            week = replace(GOOD, today=today)
            position = replace(position, screened=today, movement=CLEAN, movement_days=0)
            verdict = review(position, week)
            if verdict.verdict is Outcome.UP:
                return
            if lay_open(position, week, DEFAULT).pending:
                return  # a clearance ran out on the way
            position = after(position, week, verdict)
        pytest.fail(f"held on step 1: {verdict}")


def aged(position: Position) -> Position:
    days = position.movement_days
    return replace(position, movement_days=None if days is None else days + 7)


def abs_move(before: Position, later: Position) -> int:
    return int(before.phase is not later.phase)


def keeps_promises(position: Position, week: Week, verdict: Verdict) -> None:
    """Hold one verdict against the rules asked directly."""
    case = lay_open(position, week, DEFAULT)
    supervised = position.profile.supervised
    open_now = open_items(verdict.items, week.today, DEFAULT, supervised=supervised)
    assert (verdict.phase is None) is (verdict.verdict is Outcome.STOP) is bool(open_now)
    assert verdict.policy == DEFAULT.version
    assert all(english(why.text) for why in (*verdict.reasons, *verdict.missing))
    if verdict.verdict in {Outcome.STOP, Outcome.DOWN}:
        assert verdict.reasons
    if verdict.verdict is Outcome.STOP:
        assert verdict.missing
    if verdict.verdict is Outcome.HOLD and case.phase in case.ladder[:-1]:
        assert verdict.reasons, "held without a word"
    if verdict.verdict is Outcome.DOWN:
        steps = route(case.position.goal, case.position.rounds, DEFAULT)
        assert verdict.phase == P1 or verdict.phase in steps
        assert verdict.phase is not None
        assert verdict.phase < case.phase
    if verdict.verdict is Outcome.UP:
        climbs_by_the_rules(position, week, verdict)


def climbs_by_the_rules(position: Position, week: Week, verdict: Verdict) -> None:
    case = lay_open(position, week, DEFAULT)
    steps = route(case.position.goal, case.position.rounds, DEFAULT)
    assert verdict.phase is not None
    row = way(case.phase, verdict.phase)
    assert row is not None
    assert missing(row, facts(case, row.to, DEFAULT), DEFAULT) == ()
    assert verdict.phase in case.cap.steps
    assert verdict.phase == min(step for step in steps if step > case.phase)
    since = position.weeks_since_move
    assert since is None or since >= DEFAULT.weeks.between_moves
    assert not case.pending
    assert not week.pregnant
    assert week.signs == ()
    assert (week.pain or 0) <= DEFAULT.pain.noted


FEW = settings(
    max_examples=80, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
MANY = settings(FEW, max_examples=600, stateful_step_count=40)


class ManyHistories(Histories):
    """The same, more often and longer."""


TestHistories = Histories.TestCase
TestHistories.settings = FEW
TestManyHistories = pytest.mark.slow(pytest.mark.timeout(120)(ManyHistories.TestCase))
TestManyHistories.settings = MANY

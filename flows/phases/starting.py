"""What keeps somebody on step 1 at the start: each signal with its reason."""

from collections.abc import Iterator

from flows.phases.gates import checkpoints, faults
from flows.phases.intake import Intake
from flows.phases.items import Kind
from flows.phases.policy import Policy
from flows.phases.profile import Fault
from flows.phases.readings import at_least
from flows.phases.reasons import OWN, TEMPLATE_21, Cited, Reason, shown, unmet
from flows.words import T

STOPS = frozenset({Kind.SIGN, Kind.PAIN, Kind.ILLNESS, Kind.INJURY})


def for_step_one(intake: Intake, policy: Policy) -> Iterator[Reason]:
    """Give each reason to start on step 1; none of them leaves step 2 open."""
    yield from _experience(intake, policy)
    yield from _time_off(intake, policy)
    yield from _body(intake)
    yield from _stops(intake, policy)
    yield from _pain(intake)
    yield from _moves(intake)


def _experience(intake: Intake, policy: Policy) -> Iterator[Reason]:
    asked = policy.experience.trained
    if not at_least(intake.profile.experience_months, asked):
        months = shown(intake.profile.experience_months)
        text = T("Months of regular training: {months}. We start on step 1.", months=months)
        yield unmet(
            "new", ("months trained", months), f"{asked}", policy.cite("experience.trained"), text
        )


def _time_off(intake: Intake, policy: Policy) -> Iterator[Reason]:
    weeks, edge = intake.weeks_off, policy.experience.fresh_weeks
    untrained = intake.profile.experience_months == 0
    if not untrained and (weeks is None or weeks >= edge):
        text = T(
            "Weeks since you last trained: {weeks}. From {edge} on we start on step 1.",
            weeks=shown(weeks),
            edge=edge,
        )
        yield unmet(
            "time_off",
            ("weeks off", shown(weeks)),
            f"{edge}",
            policy.cite("experience.fresh_weeks"),
            text,
        )


def _body(intake: Intake) -> Iterator[Reason]:
    if intake.profile.fell_last_year is not False:
        fell = shown(intake.profile.fell_last_year)
        text = T("A fall in the last year: {fell}. Balance comes first, on step 1.", fell=fell)
        yield unmet("fall", ("fell last year", fell), "no", OWN, text)
    if intake.back_from_injury:
        text = T("Back from an injury we start on step 1.")
        yield unmet("injury", ("back from an injury", "yes"), "no", OWN, text)
    if intake.deconditioned:
        text = T("Out of condition, we build the base first, on step 1.")
        yield unmet("deconditioned", ("deconditioned", "yes"), "no", OWN, text)


def _stops(intake: Intake, policy: Policy) -> Iterator[Reason]:
    """Lead back to step 1 after a lifted stop, whoever asks for more."""
    lifted = ", ".join(item.code for item in intake.items if item.kind in STOPS)
    if lifted:
        text = T("After a stop we start on step 1: {codes}.", codes=lifted)
        cited = policy.cite("clearance.quiet_weeks")
        yield unmet("lifted", ("cleared", lifted), "none", cited, text)


def _pain(intake: Intake) -> Iterator[Reason]:
    if intake.pain is None or intake.pain:
        pain = shown(intake.pain)
        text = T("Pain right now: {pain}. A higher start needs none.", pain=pain)
        yield unmet("pain", ("pain", pain), "0", OWN, text)


def _moves(intake: Intake) -> Iterator[Reason]:
    if set(checkpoints(intake.movement)) != {Fault.NONE}:
        seen = faults(intake.movement)
        text = T("Movement check: {faults}. First we put that right, on step 1.", faults=seen)
        yield unmet("faults", ("movement check", seen), "none", Cited("", TEMPLATE_21), text)

"""Builds one session: a need in, a session out, the same one for the same need."""

from flows.phases.caps import Bound, cap
from flows.phases.policy import Policy
from flows.programs.book import Book
from flows.programs.choosing import chosen, parts_of
from flows.programs.day import Day, day_of
from flows.programs.fitting import Fit, Laid, fitted, minutes
from flows.programs.items import items
from flows.programs.kinds import Component, Part
from flows.programs.need import Need
from flows.programs.notes import of_section, of_session
from flows.programs.session import Block, Refusal, Session
from flows.steps import PHASE_NAMES
from flows.words import T

TITLE = T("Step {step}: {name}")
EQUIPMENT = "cap.equipment"
NOTHING = Refusal(
    rule="nothing_left",
    text=T(
        "With your equipment and your limits there is no strength work of this step left. Please "
        "talk to your trainer, or tell me what else there is to train with."
    ),
)


def build(need: Need, book: Book) -> Session | Refusal:
    """Build the session of a need; a refusal where its step is not for this person or equipment.

    Nobody is refused for what is unknown: it counts as the worse case in what is chosen.
    """
    refused = _refused(need, book.policy)
    if refused is not None:
        return refused
    day = day_of(need, book)
    parts = parts_of(day)
    if not day.allowed[Component.RESISTANCE]:
        return NOTHING
    fit, sections = fitted(day, chosen(day, parts), parts)
    return _session(day, parts, fit, sections)


def _refused(need: Need, policy: Policy) -> Refusal | None:
    bounds = cap(need.profile, policy, need.movement, None).bounds
    against = (one for one in bounds if need.phase not in one.steps and _counts(one))
    reason = next((one.reason for one in against), None)
    return None if reason is None else Refusal(rule=reason.rule, text=reason.text)


def _counts(bound: Bound) -> bool:
    """Whether a bound forbids to build: equipment always, the others where they are known."""
    return bound.reason.rule == EQUIPMENT or (bound.known and not bound.judged)


def _session(day: Day, parts: tuple[Part, ...], fit: Fit, sections: tuple[Laid, ...]) -> Session:
    phase = day.need.phase
    return Session(
        phase=phase,
        title=T(TITLE.template, step=int(phase), name=PHASE_NAMES[phase]),
        blocks=tuple(
            Block(
                section=one.frame.section,
                items=items(day, fit, one),
                notes=of_section(day, parts, fit, one),
            )
            for one in sections
        ),
        minutes=minutes(sections),
        notes=of_session(day, parts, fit, minutes(sections)),
    )

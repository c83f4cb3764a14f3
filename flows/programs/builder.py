"""Builds one session: a need in, a session out, the same one for the same need."""

from flows.phases.caps import Bound, cap
from flows.phases.policy import Policy
from flows.programs.book import Book
from flows.programs.cardio import block
from flows.programs.choosing import chosen, open_parts
from flows.programs.day import Day, day_of
from flows.programs.fit import Fit
from flows.programs.fitting import fitted, minutes, room
from flows.programs.items import items
from flows.programs.kinds import Part
from flows.programs.laying import Laid
from flows.programs.need import Need
from flows.programs.notes import of_section, of_session
from flows.programs.session import Block, Refusal, Section, Session
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
    parts = open_parts(day)
    if not parts:
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
    phase, long = day.need.phase, minutes(sections)
    blocks = tuple(_block(day, fit, one) for one in sections)
    cardio = block(day.need, day.book, room(day) - long)
    before = [one for one in blocks if one.section is not Section.COOL_DOWN]
    return Session(
        phase=phase,
        title=T(TITLE.template, step=int(phase), name=PHASE_NAMES[phase]),
        blocks=(*before, cardio, *blocks[len(before) :]),
        minutes=long + (cardio.cardio.minutes if cardio.cardio else 0),
        notes=of_session(day, parts, fit, long),
    )


def _block(day: Day, fit: Fit, section: Laid) -> Block:
    return Block(
        section=section.frame.section,
        items=items(day, fit, section),
        notes=of_section(day, fit, section),
    )

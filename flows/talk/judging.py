"""The last verdicts on a client as they were said, for the card that their trainer reads."""

from datetime import date

from msgspec.structs import replace

from flows.person import JUDGED, Client, Judged
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.talk import stair_texts
from flows.words import T, Text

REASONS = 2
"""So many reasons of a verdict are shown on a card; `/why` has all of the newest."""
HEADS = {
    Outcome.STOP: T("stop"),
    Outcome.DOWN: T("down to {step}"),
    Outcome.HOLD: T("stays on {step}"),
    Outcome.UP: T("up to {step}"),
}
READY = T("ready for {step}")


def judged(client: Client, verdict: Verdict, today: date) -> tuple[Judged, ...]:
    """Add a week's verdict to the last ones; one on the same day takes the other's place."""
    older = tuple(one for one in client.judged if one.on != today)
    return (*older, _new(verdict, today))[-JUDGED:]


def moved(client: Client, verdict: Verdict, today: date, reason: str = "") -> tuple[Judged, ...]:
    """Add a step taken between two weeks, with the trainer's reason for it."""
    new = _new(verdict, today)
    told = replace(new, reasons=(*new.reasons, *stair_texts.because(reason)))
    return (*client.judged, told)[-JUDGED:]


def _new(verdict: Verdict, today: date) -> Judged:
    reasons = tuple(one.text for one in verdict.reasons[:REASONS])
    return Judged(on=today, head=_head(verdict), reasons=reasons)


def _head(verdict: Verdict) -> Text:
    waits = verdict.approval is Approval.TRAINER
    template = (READY if waits else HEADS[verdict.verdict]).template
    return T(template, step=stair_texts.step(verdict.phase))

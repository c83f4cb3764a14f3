"""Where a client stands and why, in words: the same text for the client and for their trainer."""

from flows.phases.intake import Placement
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.reasons import OURS, Limit, Reason
from flows.steps import PHASE_NAMES, Phase
from flows.words import Button, T, Text, lines

UNWELL = Button(label=T("I feel unwell"), data="m|unwell")
WHY = Button(label=T("Why?"), data="m|why")
PLAN = Button(label=T("My route"), data="m|plan")
TODAY = Button(label=T("Today's session"), data="m|today")


def step(phase: Phase | None) -> Text:
    """Name a step: "step 2, strength endurance"; the first where there is none yet."""
    here = phase or Phase.STABILIZATION_ENDURANCE
    return T("step {number}, {name}", number=int(here), name=PHASE_NAMES[here])


def placed(placement: Placement) -> tuple[Text, ...]:
    """Say where an assessment places somebody, on which route, and why."""
    return (
        T("<b>You start on {step}.</b>", step=step(placement.phase)),
        T("Level: {level}.", level=placement.level or ""),
        route(placement.route, placement.phase),
        *reasons(placement.reasons),
        *limits(placement.limits),
    )


def route(steps: tuple[Phase, ...], here: Phase | None) -> Text:
    """Draw the route in one line; the step somebody stands on is in brackets."""
    return T("Your route: {route}", route=drawn(steps, here))


def drawn(steps: tuple[Phase, ...], here: Phase | None) -> str:
    """Draw steps in one line, the one somebody stands on in brackets: 1 → [2]."""
    return " → ".join(f"[{int(one)}]" if one is here else str(int(one)) for one in steps)


def reasons(listed: tuple[Reason, ...]) -> tuple[Text, ...]:
    """List reasons in the order in which they counted, what two rules say alike once."""
    return lines(T("• {reason}", reason=one.text) for one in _once(listed))


def sourced(listed: tuple[Reason, ...]) -> tuple[Text, ...]:
    """List reasons with what they rest on: the textbook, or our own proposal."""
    return lines(
        T("• {reason} ({source})", reason=one.text, source=_source(one.source))
        for one in _once(listed)
    )


def _once(listed: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Leave out what another rule says in the same words; the one that counted last is kept."""
    return tuple({one.text: one for one in listed}.values())


def _source(source: str) -> Text:
    return T("Stairwise's own rule") if source == OURS else T("{source}", source=source)


def limits(listed: tuple[Limit, ...]) -> tuple[Text, ...]:
    """List what a person must not do."""
    if not listed:
        return ()
    return lines((T("<b>Mind this:</b>"), *(T("• {limit}", limit=one.text) for one in listed)))


TOGETHER = T("sleep, stress, fatigue and soreness, each 1 (best) to 7, together")
_HEADS = {
    Outcome.STOP: T("<b>Stop training for now.</b>"),
    Outcome.UP: T("<b>Up: {step}.</b>"),
    Outcome.HOLD: T("<b>You stay on {step}.</b>"),
    Outcome.DOWN: T("<b>Down to {step}.</b>"),
}
_NEW_ROUND = T("<b>A new round begins on {step}.</b>")
_WAITS = T(
    "<b>You are ready for the next step.</b> It waits for a trainer's yes; till then you stay."
)


def head(verdict: Verdict) -> Text:
    """Say in one line what a verdict means."""
    if verdict.approval is Approval.TRAINER:
        return _WAITS
    template = _HEADS[verdict.verdict].template
    if any(one.rule == "cycle" for one in verdict.reasons):
        template = _NEW_ROUND.template
    return T(template, step=step(verdict.phase))


def judged(verdict: Verdict) -> tuple[Text, ...]:
    """Say what a week's review came to, why, and what would lead up."""
    told = [head(verdict), *reasons(_apart(verdict))]
    if verdict.lighter_week:
        told.append(T("Make the coming week a lighter one: fewer sets, more left in reserve."))
    if verdict.load is not None:
        low, high = verdict.load
        told.append(T("Begin with {low}–{high} % of your last loads.", low=low, high=high))
    return (*told, *_leads_up(reasons(verdict.missing)))


def _leads_up(listed: tuple[Text, ...]) -> tuple[Text, ...]:
    return lines((T("<b>What leads up:</b>"), *listed)) if listed else ()


def readings(verdict: Verdict | None) -> tuple[Text, ...]:
    """List what a verdict was read from, for who has to decide on it; may be nothing."""
    told = [pair for one in verdict.reasons for pair in one.readings] if verdict else []
    if not told:
        return ()
    listed = (T("• {name}: {value}", name=_reading(name), value=value) for name, value in told)
    return lines((T("<b>What the weeks said:</b>"), *listed))


def _reading(name: str) -> Text:
    return TOGETHER if name == "readiness sum" else T("{name}", name=name)


def _apart(verdict: Verdict) -> tuple[Reason, ...]:
    """Leave out what is said once more under what leads up."""
    return tuple(one for one in verdict.reasons if one not in verdict.missing)


def because(reason: str) -> tuple[Text, ...]:
    """Give the reason that a trainer told; none where none was told."""
    return (T("Their reason: “{reason}”", reason=reason),) if reason else ()


def why(verdict: Verdict) -> tuple[Text, ...]:
    """Give the reasons of the last review with what each of them rests on."""
    return (
        head(verdict),
        *sourced(_apart(verdict)),
        *_leads_up(sourced(verdict.missing)),
        T("Decided by policy {version}.", version=verdict.policy),
    )


def stairs(phase: Phase | None, week: int) -> tuple[Text, ...]:
    """Draw the staircase in words, from the top down, with a mark where somebody stands."""
    drawn = lines(_stair(one, here=one is phase) for one in reversed(Phase))
    here = T("This is week {week} here.", week=week) if phase else T("No step at the moment.")
    return (*drawn, here)


def _stair(phase: Phase, *, here: bool) -> Text:
    said = step(phase)
    return T("<b>→ you are here: {step}</b>", step=said) if here else T("{step}", step=said)


def why_placed(placement: Placement) -> tuple[Text, ...]:
    """Give the reasons of a placement with what each of them rests on."""
    version = T("Decided by policy {version}.", version=placement.policy)
    return (placed(placement)[0], *sourced(placement.reasons), version)

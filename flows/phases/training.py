"""What every way up asks of the training: each guard, and beside it why it says no."""

from flows.phases.policy import Policy
from flows.phases.position import Form
from flows.phases.readings import Facts, at_least, at_most
from flows.phases.reasons import OWN, Reason, percent, shown, unmet
from flows.words import T, Text


def long_enough(facts: Facts, policy: Policy) -> bool:
    """Ask that the weeks of the step are done."""
    return facts.weeks >= weeks_asked(facts.stay_weeks, policy)


def why_long_enough(facts: Facts, policy: Policy) -> Reason:
    """Give the weeks done and asked."""
    asked = weeks_asked(facts.stay_weeks, policy)
    text = T("You are in week {weeks} of {asked} on this step.", weeks=facts.weeks, asked=asked)
    return unmet(
        "long_enough", ("weeks", f"{facts.weeks}"), f"{asked}", policy.cite("weeks.due"), text
    )


def weeks_asked(stay_weeks: int | None, policy: Policy) -> int:
    """Weeks on the step before a move up: the usual, or what a return asks."""
    return policy.weeks.due if stay_weeks is None else stay_weeks


def not_just_moved(facts: Facts, policy: Policy) -> bool:
    """Ask that the last move is a week or more ago."""
    return facts.weeks_since_move is None or facts.weeks_since_move >= policy.weeks.between_moves


def why_not_just_moved(facts: Facts, policy: Policy) -> Reason:
    """Say that there is at most one move a week."""
    since, least = shown(facts.weeks_since_move), policy.weeks.between_moves
    text = T("There is at most one move in {weeks} week.", weeks=least)
    return unmet(
        "not_just_moved",
        ("weeks since the last move", since),
        f"{least}",
        policy.cite("weeks.between_moves"),
        text,
    )


def trained_enough(facts: Facts, policy: Policy) -> bool:
    """Enough of the planned sessions were done, over the step and lately."""
    return at_least(facts.done, policy.adherence.enough) and at_least(
        facts.lately, policy.adherence.enough
    )


def why_trained_enough(facts: Facts, policy: Policy) -> Reason:
    """Give both shares and the one that is asked, and how many weeks are unknown."""
    done, lately = percent(facts.done), percent(facts.lately)
    asked = percent(policy.adherence.enough)
    text = T(
        "Sessions done on this step: {done}, lately: {lately}. A step up needs {asked} in both.",
        done=done,
        lately=lately,
        asked=asked,
    )
    read = ("sessions done", f"{done}, {lately}, {facts.untold} weeks unknown")
    return unmet(
        "trained_enough",
        read,
        asked,
        policy.cite("adherence.enough"),
        _with_untold(text, facts.untold),
    )


def _with_untold(text: Text, weeks: int) -> Text:
    if not weeks:
        return text
    return T(
        "{said} Weeks we know nothing of count as none done: {weeks}.", said=text, weeks=weeks
    )


def effort_fits(facts: Facts, policy: Policy) -> bool:
    """Ask that the effort is within the band of the step."""
    return at_most(facts.effort, policy.effort.top(facts.phase))


def why_effort_fits(facts: Facts, policy: Policy) -> Reason:
    """Give the effort and the top of the band."""
    effort, top = shown(facts.effort), policy.effort.top(facts.phase)
    text = T(
        "Effort: {effort} of 10. This step is meant for {top} at most.", effort=effort, top=top
    )
    return unmet("effort_fits", ("effort", effort), f"{top}", policy.cite("effort.tops"), text)


def rested(facts: Facts, policy: Policy) -> bool:
    """Sleep, stress, fatigue and soreness are good together."""
    return at_most(facts.readiness, policy.readiness.good)


def why_rested(facts: Facts, policy: Policy) -> Reason:
    """Give the sum and the limit."""
    total, top = shown(facts.readiness), policy.readiness.good
    text = T(
        "Sleep, stress, fatigue and soreness add up to {total}. A step up needs {top} or less.",
        total=total,
        top=top,
    )
    return unmet("rested", ("readiness sum", total), f"{top}", policy.cite("readiness.good"), text)


def form_good(facts: Facts, _policy: Policy) -> bool:
    """Ask that the technique held."""
    return facts.form is Form.GOOD


def why_form_good(facts: Facts, _policy: Policy) -> Reason:
    """Give the form."""
    form = shown(facts.form)
    text = T("Your technique: {form}. A step up needs it to be good.", form=form)
    return unmet("form_good", ("form", form), "good", OWN, text)

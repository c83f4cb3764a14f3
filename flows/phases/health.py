"""What every way up asks of a person's health: each guard, and beside it why it says no."""

from flows.phases.policy import Policy
from flows.phases.readings import By, Facts, at_least, at_most, pregnant
from flows.phases.reasons import OWN, Reason, shown, unmet
from flows.words import T


def cleared(facts: Facts, _policy: Policy) -> bool:
    """No item is open."""
    return not facts.open_items


def why_cleared(facts: Facts, _policy: Policy) -> Reason:
    """Name the open items."""
    codes = ", ".join(item.code for item in facts.open_items)
    text = T("Something has to be cleared first: {codes}.", codes=codes)
    return unmet("cleared", ("open", codes), "none", OWN, text)


def not_pregnant(facts: Facts, _policy: Policy) -> bool:
    """Known not to be pregnant."""
    return pregnant(facts.profile) is False


def why_not_pregnant(facts: Facts, _policy: Policy) -> Reason:
    """Say that pregnancy is no time to climb."""
    read = ("pregnant", shown(pregnant(facts.profile)))
    text = T("There is no step up during a pregnancy.")
    if read[1] == shown(None):
        text = T("Your health conditions are not known, so we hold: please answer for them.")
    return unmet("not_pregnant", read, "no", OWN, text)


def allowed(facts: Facts, _policy: Policy) -> bool:
    """Ask that the step lies within all bounds; a trainer's own look lifts some."""
    return facts.to in (facts.cap.looked if facts.by is By.TRAINER else facts.cap.steps)


def why_allowed(facts: Facts, _policy: Policy) -> Reason:
    """Give the first bound that forbids the step; the review names all of them."""
    first = (*facts.cap.against(facts.to), None)[0]
    text = first.text if first else T("Nothing forbids step {to}.", to=int(facts.to))
    return unmet("allowed", ("step", f"{int(facts.to)}"), f"{int(facts.cap.phase)}", OWN, text)


def quiet_over(facts: Facts, _policy: Policy) -> bool:
    """Ask that the quiet weeks after a stop are over."""
    return facts.no_up_until is None or (
        facts.today is not None and facts.today >= facts.no_up_until
    )


def why_quiet_over(facts: Facts, policy: Policy) -> Reason:
    """Give the day on which they end."""
    day = shown(facts.no_up_until)
    text = T("After a stop we stay put for a while: no step up before {day}.", day=day)
    return unmet(
        "quiet_over",
        ("today", shown(facts.today)),
        day,
        policy.cite("clearance.quiet_weeks"),
        text,
    )


def pain_low(facts: Facts, policy: Policy) -> bool:
    """Pain is known and no more than worth a note."""
    return at_most(facts.pain, policy.pain.noted)


def why_pain_low(facts: Facts, policy: Policy) -> Reason:
    """Give the pain and the limit."""
    pain, top = shown(facts.pain), policy.pain.noted
    text = T("Pain this week, 0 to 10: {pain}. A step up needs {top} or less.", pain=pain, top=top)
    return unmet("pain_low", ("pain", pain), f"{top}", policy.cite("pain.noted"), text)


def well(facts: Facts, _policy: Policy) -> bool:
    """Not ill this week."""
    return not facts.ill_days


def why_well(facts: Facts, policy: Policy) -> Reason:
    """Give the days ill, and whether it is time to train again."""
    free, asked = facts.symptom_free_hours, policy.illness.clear_hours
    rest = T("Rest until you have been free of symptoms for {asked} hours.", asked=asked)
    back = T("Free of symptoms for {free} hours: you can train again.", free=shown(free))
    then = back if at_least(free, asked) else rest
    text = T("Days ill: {days}. We stay on this step. {then}", days=facts.ill_days, then=then)
    read = ("ill days, hours without symptoms", f"{facts.ill_days}, {shown(free)}")
    return unmet("well", read, f"0, {asked}", policy.cite("illness.clear_hours"), text)


def kept_training(facts: Facts, policy: Policy) -> bool:
    """No gap in training, and it is known that there was none."""
    return facts.weeks_off is not None and facts.weeks_off < policy.time_off.lighter


def why_kept_training(facts: Facts, policy: Policy) -> Reason:
    """Give the weeks off."""
    weeks, edge = shown(facts.weeks_off), policy.time_off.lighter
    text = T(
        "Weeks off training: {weeks}. A step up needs less than {edge}.", weeks=weeks, edge=edge
    )
    return unmet(
        "kept_training", ("weeks off", weeks), f"{edge}", policy.cite("time_off.lighter"), text
    )


def screened(facts: Facts, policy: Policy) -> bool:
    """Ask that the health screening is not older than the policy's months."""
    if facts.today is None or facts.screened is None:
        return False
    months = (facts.today.year - facts.screened.year) * 12 + facts.today.month
    return months - facts.screened.month < policy.clearance.months


def why_screened(facts: Facts, policy: Policy) -> Reason:
    """Say that the screening is due."""
    day, months = shown(facts.screened), policy.clearance.months
    text = T(
        "Your health questions were last answered: {day}. They count for {months} months.",
        day=day,
        months=months,
    )
    read = ("screened, today", f"{day}, {shown(facts.today)}")
    return unmet("screened", read, f"{months} months", policy.cite("clearance.months"), text)


def told(facts: Facts, _policy: Policy) -> bool:
    """There was a check-in, and the warning signs were asked."""
    return facts.signs_told and not facts.missed


def why_told(facts: Facts, _policy: Policy) -> Reason:
    """Say that a check-in or its answer on warning signs is missing."""
    text = T("A whole check-in, with the answer on warning signs, is missing this week.")
    return unmet("told", ("warning signs", shown(facts.signs_told)), "answered", OWN, text)

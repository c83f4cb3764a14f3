"""What a way up asks beyond a good week: each gate, and beside it why it says no."""

from collections.abc import Callable

from flows.phases.policy import Balance, Policy
from flows.phases.profile import Fault, Movement
from flows.phases.readings import By, Facts, at_least, on_route
from flows.phases.reasons import OWN, Cited, Reason, shown, unmet
from flows.words import T


def moves_well(facts: Facts, policy: Policy) -> bool:
    """Ask for a fresh check without a major fault, or that the longest weeks are over."""
    return waited_longest(facts, policy) or (
        fresh(facts, policy) and not {None, Fault.MAJOR} & set(checkpoints(facts.movement))
    )


def why_moves_well(facts: Facts, policy: Policy) -> Reason:
    """Give the check's age and its faults."""
    text = T(
        "Movement check: {faults}; {days} days old. Step {to} needs a check of the last {counts} "
        "days without a major fault.",
        faults=faults(facts.movement),
        days=shown(facts.movement_days),
        to=int(facts.to),
        counts=policy.balance.counts_days,
    )
    read = ("movement check", faults(facts.movement))
    return unmet("moves_well", read, "no major fault", policy.cite("balance.counts_days"), text)


def stands_steadily(facts: Facts, policy: Policy) -> bool:
    """Balance on one leg reaches the seconds of the age, or the longest weeks are over."""
    return waited_longest(facts, policy) or steady(facts, policy)


def why_stands_steadily(facts: Facts, policy: Policy) -> Reason:
    """Give the seconds stood and asked, or that a trainer's look is needed."""
    stood = shown(facts.movement.single_leg_seconds if facts.movement else None)
    asked = seconds_asked(facts, policy)
    cited = policy.cite(_band(facts.profile.age, policy.balance))
    if asked is None:
        text = T("A trainer has to look at your balance before the next step.")
    else:
        text = T(
            "On one leg: {stood} seconds. The next step needs {asked}.", stood=stood, asked=asked
        )
    return unmet("stands_steadily", ("seconds on one leg", stood), shown(asked), cited, text)


def steady(facts: Facts, policy: Policy) -> bool:
    """Whether a fresh check holds the balance its age asks for, or a trainer judges it so."""
    if not fresh(facts, policy):
        return False
    seen, asked = facts.movement or Movement(), seconds_asked(facts, policy)
    return bool(seen.steady) if asked is None else at_least(seen.single_leg_seconds, asked)


def seconds_asked(facts: Facts, policy: Policy) -> int | None:
    """Seconds on one leg by age; None when a trainer judges (80+, a fall, or either unknown)."""
    age, fell, rule = facts.profile.age, facts.profile.fell_last_year, policy.balance
    if age is None or fell is not False or age >= rule.judged_from:
        return None
    return _BANDS[_band(age, rule)](rule)


_BANDS: dict[str, Callable[[Balance], int]] = {
    "balance.seconds": lambda rule: rule.seconds,
    "balance.sixties": lambda rule: rule.sixties,
    "balance.seventies": lambda rule: rule.seventies,
}


def _band(age: int | None, rule: Balance) -> str:
    if age is None or age < rule.from_sixty:
        return "balance.seconds"
    return "balance.seventies" if age >= rule.from_seventy else "balance.sixties"


def fresh(facts: Facts, policy: Policy) -> bool:
    """Whether there is a movement check young enough to count."""
    days = facts.movement_days
    return facts.movement is not None and days is not None and days <= policy.balance.counts_days


def waited_longest(facts: Facts, policy: Policy) -> bool:
    """Whether the longest weeks on the step are over: nobody is left for want of a question."""
    return facts.weeks >= policy.weeks.longest


CHECKPOINTS = ("feet", "knees", "low back", "lean", "arms")


def checkpoints(movement: Movement | None) -> tuple[Fault | None, ...]:
    """Give the five checkpoints of the squat."""
    seen = movement or Movement()
    return (seen.feet, seen.knees, seen.low_back, seen.lean, seen.arms)


def faults(movement: Movement | None) -> str:
    """Name the checkpoints with a fault, or "unknown" where one was not looked at."""
    seen = checkpoints(movement)
    if None in seen:
        return "unknown"
    named = zip(CHECKPOINTS, seen, strict=True)
    return (
        ", ".join(f"{name} {fault}" for name, fault in named if fault is not Fault.NONE) or "none"
    )


def faultless(facts: Facts, policy: Policy) -> bool:
    """Ask for a fresh check without any fault."""
    return fresh(facts, policy) and set(checkpoints(facts.movement)) == {Fault.NONE}


def why_faultless(facts: Facts, _policy: Policy) -> Reason:
    """Give the faults."""
    seen = faults(facts.movement)
    text = T("Movement check: {faults}. This step needs a check without any fault.", faults=seen)
    return unmet("faultless", ("movement check", seen), "none", OWN, text)


def lands_well(facts: Facts, policy: Policy) -> bool:
    """Ask for a fresh check: sound knees and landing, and a jump landed and held."""
    seen = facts.movement or Movement()
    sound = seen.knees is Fault.NONE and seen.landing is Fault.NONE and seen.lands
    return fresh(facts, policy) and bool(sound)


def why_lands_well(facts: Facts, _policy: Policy) -> Reason:
    """Give knees, landing and hold."""
    seen = facts.movement or Movement()
    read = f"knees {shown(seen.knees)}, landing {shown(seen.landing)}, held {shown(seen.lands)}"
    text = T(
        "Jump and landing: {read}. The power step needs knees and landing without a fault, "
        "and a landing that you can hold.",
        read=read,
    )
    return unmet("lands_well", ("landing", read), "no fault, held", OWN, text)


def route_asks(facts: Facts, policy: Policy) -> bool:
    """Ask that the step lies on the route of the goal."""
    return on_route(facts, policy)


def why_route_asks(facts: Facts, _policy: Policy) -> Reason:
    """Name the goal."""
    goal, to = facts.goal.replace("_", " "), int(facts.to)
    text = T("The route to your goal ({goal}) does not go over step {to}.", goal=goal, to=to)
    return unmet("route_asks", ("goal", goal), f"{to}", OWN, text)


def by_trainer(facts: Facts, _policy: Policy) -> bool:
    """Ask that a trainer wants it."""
    return facts.by is By.TRAINER


def why_by_trainer(facts: Facts, _policy: Policy) -> Reason:
    """Say that only a trainer may skip a step."""
    text = T(
        "Only a trainer can take you from step {a} to step {b}.",
        a=int(facts.phase),
        b=int(facts.to),
    )
    return unmet("by_trainer", ("asked by", facts.by), "trainer", OWN, text)


def has_trainer(facts: Facts, _policy: Policy) -> bool:
    """Ask for a linked trainer, who can approve."""
    return facts.profile.supervised


def why_has_trainer(facts: Facts, _policy: Policy) -> Reason:
    """Say how to invite one."""
    text = T(
        "Step {to} needs a trainer. Ask yours for an invite link and open it here.",
        to=int(facts.to),
    )
    return unmet("has_trainer", ("trainer", "none"), "linked", OWN, text)


def trained_months(facts: Facts, policy: Policy) -> bool:
    """Enough months of regular training for the heavy and the fast steps."""
    return at_least(facts.profile.experience_months, policy.experience.trained)


def why_trained_months(facts: Facts, policy: Policy) -> Reason:
    """Give the months trained and asked."""
    return _months(
        "trained_months", facts, policy.experience.trained, policy.cite("experience.trained")
    )


def seasoned(facts: Facts, policy: Policy) -> bool:
    """Enough months of regular training to skip steps."""
    return at_least(facts.profile.experience_months, policy.experience.seasoned)


def why_seasoned(facts: Facts, policy: Policy) -> Reason:
    """Give the months trained and asked."""
    return _months(
        "seasoned", facts, policy.experience.seasoned, policy.cite("experience.seasoned")
    )


def _months(rule: str, facts: Facts, asked: int, cited: Cited) -> Reason:
    months = shown(facts.profile.experience_months)
    text = T(
        "Months of regular training: {months}. Step {to} needs {asked}.",
        months=months,
        to=int(facts.to),
        asked=asked,
    )
    return unmet(rule, ("months trained", months), f"{asked}", cited, text)

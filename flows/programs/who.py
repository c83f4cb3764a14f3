"""Who somebody is for the table of bounds: groups, faults, places that hurt, first weeks."""

from collections.abc import Iterator

from flows.phases.caps import GROUP_WORDS
from flows.phases.groups import early_pregnancy, groups
from flows.phases.policy import Policy
from flows.phases.profile import Condition, Fault, Movement, Profile
from flows.programs.need import Need
from flows.words import T, Text

CHECKPOINTS = ("feet", "knees", "low_back", "lean", "arms", "landing")
WORDS: dict[str, Text] = {
    **{str(group): words for group, words in GROUP_WORDS.items()},
    "pregnancy_late": T("the later weeks of pregnancy"),
    "fall": T("a fall in the last year"),
    "first_weeks": T("your first weeks of training"),
    "landing_unknown": T("a landing that nobody has checked yet"),
    "landing_slight": T("a landing that is not soft and steady yet"),
    "landing_major": T("a landing that does not hold"),
    "feet_major": T("feet that turn out"),
    "knees_major": T("knees that fall in"),
    "low_back_major": T("a lower back that arches"),
    "lean_major": T("a trunk that leans far forward"),
    "arms_major": T("arms that fall forward"),
    "hurts_neck": T("your neck hurting"),
    "hurts_shoulder": T("your shoulder hurting"),
    "hurts_arm": T("your elbow or wrist hurting"),
    "hurts_upper_back": T("your upper back hurting"),
    "hurts_low_back": T("your lower back hurting"),
    "hurts_hip": T("your hip hurting"),
    "hurts_knee": T("your knee hurting"),
    "hurts_foot": T("your ankle or foot hurting"),
    "hurts_elsewhere": T("something hurting"),
}


def whose(need: Need, policy: Policy) -> tuple[str, ...]:
    """List all that somebody is, as the column `who` of bounds.csv names it."""
    profile = need.profile
    return (
        *(str(group) for group in groups(profile, policy)),
        *_states(need, policy),
        *_faults(need.movement),
        *(f"hurts_{place}" for place in need.hurts),
    )


def _states(need: Need, policy: Policy) -> Iterator[str]:
    profile = need.profile
    if _late(profile, policy):
        yield "pregnancy_late"
    if profile.fell_last_year and not (need.movement and need.movement.steady):
        yield "fall"
    if fresh(profile, policy) and need.week <= policy.weeks.shortest:
        yield "first_weeks"


def fresh(profile: Profile, policy: Policy) -> bool:
    """Whether somebody has trained for less than the policy's months, or it is not known."""
    return (profile.experience_months or 0) < policy.experience.trained


def _late(profile: Profile, policy: Policy) -> bool:
    pregnant = Condition.PREGNANCY in (profile.conditions or ())
    return pregnant and not early_pregnancy(profile, policy)


def _faults(movement: Movement | None) -> Iterator[str]:
    seen = movement or Movement()
    if seen.landing is None and seen.lands is None:
        yield "landing_unknown"
    if seen.lands is False:
        yield "landing_major"
    for checkpoint in CHECKPOINTS:
        fault: Fault | None = getattr(seen, checkpoint)
        if fault in {Fault.SLIGHT, Fault.MAJOR}:
            yield f"{checkpoint}_{fault}"

"""Which tests somebody may do: not where a limit, a fall, a pain or the step forbids one."""

from flows.phases.limits import limits
from flows.phases.policy import Policy
from flows.phases.profile import Profile
from flows.steps import Phase

EASY = {"no_jumps_no_holds", "easy_in_treatment", "no_rush", "not_prone_not_supine"}
"""No hard effort of any kind: coronary disease, cancer, after a birth, late pregnancy."""
LYING = {"not_lying", "pain_free_range"}
FORBIDS: dict[str, set[str]] = {
    "may_jump": EASY
    | {"no_jumps", "low_impact", "light_joints", "no_loaded_bending", "pain_free_range"}
    | {"long_rests", "no_smoking_before", "no_heat_no_twist"},
    "may_hold": EASY | LYING | {"short_holds"},
    "may_push": EASY | LYING | {"no_breath_holding"},
    "may_hurry": EASY | {"no_jumps", "light_joints", "long_rests", "no_smoking_before"},
    "may_lift": EASY
    | {"no_maximum_lifts", "no_breath_holding", "light_joints", "no_heat_no_twist"}
    | {"no_loaded_bending", "pain_free_range"},
    "may_step": EASY | {"no_pulse", "long_rests", "no_smoking_before", "no_heat_no_twist"},
}
"""By test, the limits that leave it out (the limits: NASM CPT 7e ch. 23; what they mean for a test
is our own reading)."""
ON_FOOT = {"may_jump", "may_hurry", "may_step"}


def trials(profile: Profile, phase: Phase, policy: Policy, *, hurts: bool) -> dict[str, bool]:
    """Say of each test whether it may be done; what is not known counts as forbidding it.

    Jumps begin above step 1: they ask for balance and a steady trunk first (NASM CPT 7e ch. 18).
    """
    codes = {limit.code for limit in limits(profile, policy)}
    may = {test: not hurts and not codes & forbids for test, forbids in FORBIDS.items()}
    out = {
        *(ON_FOOT if profile.fell_last_year is not False else ()),
        *(FORBIDS if profile.conditions is None else ()),
        *(("may_step",) if profile.beta_blocker is not False else ()),
        *(("may_jump",) if phase is Phase.STABILIZATION_ENDURANCE else ()),
    }
    return {test: allowed and test not in out for test, allowed in may.items()}

"""What people of a group must not do, or only in one way (NASM CPT 7e ch. 23, our own words)."""

from flows.phases.groups import early_pregnancy, groups
from flows.phases.policy import Policy
from flows.phases.profile import Condition, Profile
from flows.phases.reasons import GROUPS_23, MOVEMENT_12, OURS, Limit
from flows.words import T, Text

LIMITS: dict[Condition, tuple[tuple[str, Text, str], ...]] = {
    Condition.YOUTH: (
        ("no_maximum_lifts", T("No maximum lifts and no test of one repetition."), GROUPS_23),
        ("control_first", T("More weight only when the movement is under control."), GROUPS_23),
        ("no_adult_norms", T("Tables made for adults are not shown."), OURS),
    ),
    Condition.OLDER_ADULT: (
        ("breathe", T("Keep breathing; do not hold your breath in a lift."), GROUPS_23),
        ("floor_slowly", T("Get down to the floor and up again slowly."), GROUPS_23),
    ),
    Condition.OVERWEIGHT_OBESE: (
        ("upright", T("Standing or sitting rather than lying down."), GROUPS_23),
        ("low_impact", T("No jumping in the first weeks."), GROUPS_23),
    ),
    Condition.DIABETES: (
        ("few_jumps", T("Few jumps, and no very hard intervals."), GROUPS_23),
        ("shoes_and_snack", T("Wear good shoes and keep a snack with you."), GROUPS_23),
    ),
    Condition.HYPERTENSION: (
        ("short_holds", T("Each hold and each lift takes at most one second."), GROUPS_23),
        (
            "no_breath_holding",
            T("No heavy loads, hard gripping or holding your breath."),
            GROUPS_23,
        ),
        ("not_lying", T("Sitting or standing rather than lying flat."), GROUPS_23),
    ),
    Condition.CORONARY: (
        ("no_jumps_no_holds", T("No jumps, no long holds, no heavy loads."), GROUPS_23),
        ("own_pulse_ceiling", T("Stay below the pulse your doctor named."), GROUPS_23),
    ),
    Condition.OSTEOPOROSIS: (
        ("no_loaded_bending", T("Do not bend or twist the spine under load."), GROUPS_23),
        ("no_rolling", T("No foam rolling, no heavy weight on the shoulders."), GROUPS_23),
    ),
    Condition.ARTHRITIS: (
        ("light_joints", T("No heavy loads, and nothing hard early in the morning."), GROUPS_23),
        ("pain_after", T("If a joint hurts for over an hour afterwards, change it."), GROUPS_23),
    ),
    Condition.CANCER: (
        ("easy_in_treatment", T("Nothing hard or heavy during treatment."), GROUPS_23),
    ),
    Condition.PREGNANCY: (
        ("no_heat_no_twist", T("No heat, no hard twisting, no single-leg squats."), GROUPS_23),
    ),
    Condition.POSTPARTUM: (
        ("no_rush", T("Posture and deep core first; do not rush back."), GROUPS_23),
    ),
    Condition.LUNG_DISEASE: (
        ("long_rests", T("Long rests; watch your breath in work with the arms."), GROUPS_23),
    ),
    Condition.ARTERIAL_DISEASE: (
        ("no_smoking_before", T("No smoking in the hour before training."), GROUPS_23),
    ),
    Condition.LOW_BACK_PAIN: (
        (
            "pain_free_range",
            T("Only ranges that do not hurt; steady the core first."),
            MOVEMENT_12,
        ),
    ),
}
LATE_PREGNANCY = ("not_prone_not_supine", T("Nothing lying face down or on the back."), GROUPS_23)
NO_PLYOMETRICS = ("no_jumps", T("No jumps."), GROUPS_23)
BETA_BLOCKER = ("no_pulse", T("Judge effort by feel and by talking, not by pulse."), GROUPS_23)


def limits(profile: Profile, policy: Policy) -> tuple[Limit, ...]:
    """List all limits of all groups of this person, each once, in the order of the groups."""
    rows = [row for group in groups(profile, policy) for row in LIMITS[group]]
    pregnant = Condition.PREGNANCY in (profile.conditions or ())
    if pregnant and not early_pregnancy(profile, policy):
        rows += [LATE_PREGNANCY, NO_PLYOMETRICS]
    if profile.beta_blocker:
        rows.append(BETA_BLOCKER)
    return tuple(Limit(code=code, text=text, source=source) for code, text, source in rows)

"""Reads what somebody told of their health into conditions, topics, signs and a movement check."""

from msgspec.structs import replace

from flows.facts.answers import Told, number, ticked, whole, word, yes
from flows.phases.intake import Screening
from flows.phases.profile import Condition, Fault, Movement
from flows.phases.signs import Sign

SIGNS = {sign.value: sign for sign in Sign} | {
    "palp": Sign.PALPITATIONS,
    "hypo": Sign.HYPOGLYCEMIA,
    "back_other": Sign.BACK,
    "preg": Sign.PREGNANCY,
}
CONDITIONS = {
    "hypertension": Condition.HYPERTENSION,
    "coronary": Condition.CORONARY,
    "heart_other": Condition.CORONARY,
    "diabetes": Condition.DIABETES,
    "overweight_obese": Condition.OVERWEIGHT_OBESE,
    "osteoporosis": Condition.OSTEOPOROSIS,
    "arthritis": Condition.ARTHRITIS,
    "cancer": Condition.CANCER,
    "lung_disease": Condition.LUNG_DISEASE,
    "PAD": Condition.ARTERIAL_DISEASE,
    "low_back_pain": Condition.LOW_BACK_PAIN,
}
"""Another heart condition counts as coronary disease: the worse case of what it may be."""

FAULTS = {"ok": Fault.NONE, "little": Fault.SLIGHT, "clearly": Fault.MAJOR}
TESTS = ("squat", "stance", "jump", "leap", "plank", "pushup", "drill", "step_test")


def signs(told: Told) -> tuple[Sign, ...]:
    """Give the warning signs told."""
    return tuple(SIGNS[key] for key in ticked(told, "sign_list") if key in SIGNS)


def conditions(health: Told) -> tuple[Condition, ...] | None:
    """Read the conditions; None while the screening was not answered."""
    if not health:
        return None
    keys = (*ticked(health, "heart_kind"), *ticked(health, "conditions"))
    found = [CONDITIONS[key] for key in keys if key in CONDITIONS]
    return (*found, *_of_pregnancy(word(health, "pregnancy")))


def _of_pregnancy(answer: str) -> tuple[Condition, ...]:
    if answer in {"pregnant", "unsure"}:
        return (Condition.PREGNANCY,)
    return (Condition.POSTPARTUM,) if answer == "postpartum" else ()


def screening(health: Told) -> Screening:
    """Read the seven topics."""
    return Screening(
        heart=yes(health, "heart"),
        chest_pain=yes(health, "chest_pain"),
        dizzy=yes(health, "dizziness"),
        long_term=_long_term(health),
        medicines=yes(health, "medicine"),
        joints=yes(health, "joint"),
        supervised_only=yes(health, "supervised"),
    )


def _long_term(health: Told) -> bool | None:
    """Read whether there is a long-term condition; one that is not on the list is not known."""
    unnamed = {"other", "unsure"} & set(ticked(health, "conditions"))
    return None if unnamed else yes(health, "condition")


def unsettled(health: Told) -> tuple[Condition, ...]:
    """Read which conditions have symptoms or are not under control, as far as it is known."""
    pressure = ticked(health, "heart_kind") if yes(health, "bp_controlled") is not True else ()
    others = ticked(health, "conditions") if yes(health, "condition_symptoms") is not False else ()
    keys = (*(key for key in pressure if key == "hypertension"), *others)
    return tuple(CONDITIONS[key] for key in keys if key in CONDITIONS)


def movement(told: Told | None) -> Movement | None:
    """Read a movement check; None while there was none."""
    if told is None:
        return None
    return Movement(
        feet=_fault(told, "feet_out"),
        knees=_fault(told, "knees_in"),
        low_back=_fault(told, "back_arches"),
        lean=_fault(told, "leans"),
        arms=_fault(told, "arms_fall"),
        landing=_fault(told, "landing"),
        lands=yes(told, "landing_held"),
        single_leg_seconds=number(told, "stance_seconds"),
        pushups=whole(told, "pushups"),
        step_test_pulse=whole(told, "step_pulse"),
        pain=any(word(told, test) == "pain" for test in TESTS),
    )


def judged(seen: Movement | None, told: Told) -> Movement | None:
    """Add what a trainer judged to a movement check, or to none."""
    steady = yes(told, "steady")
    return seen if steady is None else replace(seen or Movement(), steady=steady)


def _fault(told: Told, key: str) -> Fault | None:
    return FAULTS.get(word(told, key))


def pain_now(health: Told) -> int | None:
    """Read the pain of today, 0 to 10, from what was told of bones and joints."""
    if yes(health, "joint") is not True:
        return 0 if yes(health, "joint") is False else None
    return {"healed": 0, "ache": 2}.get(word(health, "joint_kind"))

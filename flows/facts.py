"""The one place that reads answers into what the rules look at; the untold stays unknown."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from flows.phases.intake import Intake, Screening
from flows.phases.items import Item
from flows.phases.position import Form, Injury, PainKind, Week
from flows.phases.profile import Condition, Equipment, Fault, Movement, Profile, Sex
from flows.phases.signs import Sign
from flows.questions.answers import Answer
from flows.steps import Goal

Told = Mapping[str, Answer]

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
EQUIPMENT = {
    "bands": Equipment.BANDS,
    "dumbbells": Equipment.DUMBBELLS,
    "barbell": Equipment.BARBELL,
    "machines": Equipment.MACHINES,
}
BALL_AND_ROOM = frozenset({"medicine_ball", "jump_room"})
FAULTS = {"ok": Fault.NONE, "little": Fault.SLIGHT, "clearly": Fault.MAJOR}
FULL_TERM = 42
YEAR = 365
TESTS = ("squat", "stance", "pushup", "step_test")
SURE = {"yes": True, "no": False}


class Forms(Struct, frozen=True, kw_only=True):
    """The newest answers to the forms of the assessment; an empty one was not finished."""

    welcome: Told
    intake: Told
    health: Told
    movement: Told | None
    signs: Told


def ticked(told: Told, key: str) -> tuple[str, ...]:
    """Give the options ticked, none when the question was not answered."""
    answer = told.get(key)
    return answer if isinstance(answer, tuple) else ()


def number(told: Told, key: str) -> float | None:
    """Give a number, None when it was not answered; yes and no are no numbers."""
    answer = told.get(key)
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return None
    return float(answer)


def whole(told: Told, key: str) -> int | None:
    """Give a whole number, rounded, None when it was not answered."""
    answer = number(told, key)
    return None if answer is None else round(answer)


def word(told: Told, key: str) -> str:
    """Give a word, the empty one when it was not answered."""
    answer = told.get(key)
    return answer if isinstance(answer, str) else ""


def yes(told: Told, key: str) -> bool | None:
    """Give a yes or no; not sure and not answered are unknown."""
    answer = told.get(key)
    return answer if isinstance(answer, bool) else SURE.get(str(answer))


def signs(told: Told) -> tuple[Sign, ...]:
    """Give the warning signs told."""
    return tuple(SIGNS[key] for key in ticked(told, "sign_list") if key in SIGNS)


def profile(forms: Forms, *, supervised: bool) -> Profile:
    """Read who somebody is from the finished forms."""
    welcome, intake, health = forms.welcome, forms.intake, forms.health
    return Profile(
        age=whole(welcome, "age"),
        guardian=yes(welcome, "guardian"),
        sex=Sex(word(intake, "sex")) if word(intake, "sex") else None,
        height_cm=number(intake, "height"),
        weight_kg=number(intake, "weight"),
        experience_months=whole(intake, "experience"),
        days_a_week=whole(intake, "days"),
        equipment=equipment(intake),
        fell_last_year=yes(intake, "fallen"),
        conditions=conditions(health),
        unsettled=_unsettled(health),
        pregnancy_week=whole(health, "pregnancy_week"),
        used_to_training=_used(intake),
        postpartum_weeks=whole(health, "postpartum_weeks"),
        beta_blocker=yes(health, "medicine_heart_rate"),
        supervised=supervised,
    )


class Old(Struct, frozen=True, kw_only=True):
    """How many days ago each form was told."""

    welcome: int = 0
    intake: int = 0
    health: int = 0


def aged(who: Profile, old: Old) -> Profile:
    """Bring what grows with time up to date, each by the age of the form that told it.

    A fall counts for the year after it was told of.
    """
    weeks, birth, trained = old.health // 7, who.postpartum_weeks, who.experience_months
    week = who.pregnancy_week
    return replace(
        who,
        age=None if who.age is None else who.age + old.welcome // YEAR,
        pregnancy_week=None if week is None or week + weeks > FULL_TERM else week + weeks,
        postpartum_weeks=None if birth is None else birth + weeks,
        experience_months=None if trained is None else trained + old.intake // 30,
        fell_last_year=False if old.intake >= YEAR and who.fell_last_year else who.fell_last_year,
    )


def equipment(told: Told) -> tuple[Equipment, ...] | None:
    """Read the equipment; a ball and room to jump count only together."""
    if "equipment" not in told:
        return None
    chosen = ticked(told, "equipment")
    found = [EQUIPMENT[key] for key in chosen if key in EQUIPMENT]
    ball = [Equipment.BALL_AND_ROOM] if BALL_AND_ROOM.issubset(chosen) else []
    return (*found, *ball) or (Equipment.NONE,)


def _used(intake: Told) -> bool | None:
    months, off = number(intake, "experience"), number(intake, "weeks_off")
    if months is None or (months and off is None):
        return None
    return bool(months) and (off or 0) == 0


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


def _unsettled(health: Told) -> tuple[Condition, ...]:
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
        single_leg_seconds=number(told, "stance_seconds"),
        pushups=whole(told, "pushups"),
        step_test_pulse=whole(told, "step_pulse"),
        pain=any(word(told, test) == "pain" for test in TESTS),
    )


def _fault(told: Told, key: str) -> Fault | None:
    return FAULTS.get(word(told, key))


def intake(forms: Forms, today: date, items: tuple[Item, ...], who: Profile) -> Intake:
    """Join what the forms told with the items that are known already; needs a goal."""
    return Intake(
        goal=Goal(word(forms.intake, "goal")),
        today=today,
        profile=who,
        weeks_off=number(forms.intake, "weeks_off"),
        screening=screening(forms.health),
        signs=signs(forms.signs),
        movement=movement(forms.movement),
        pain=_pain_now(forms.health),
        systolic=whole(forms.health, "bp_upper"),
        diastolic=whole(forms.health, "bp_lower"),
        back_from_injury=word(forms.health, "joint_kind") == "healed",
        items=items,
    )


def _pain_now(health: Told) -> int | None:
    if yes(health, "joint") is not True:
        return 0 if yes(health, "joint") is False else None
    return {"healed": 0, "ache": 2}.get(word(health, "joint_kind"))


def week(told: Told, today: date, planned: int | None) -> Week:
    """Read a check-in. A sign that could not be named asks for the screening again."""
    found = signs(told)
    return Week(
        today=today,
        sessions_planned=planned,
        sessions_done=whole(told, "sessions"),
        effort=number(told, "effort"),
        reps_left=whole(told, "reps_left"),
        form=Form(word(told, "form")) if word(told, "form") else None,
        sleep=whole(told, "sleep"),
        stress=whole(told, "stress"),
        fatigue=whole(told, "fatigue"),
        soreness=whole(told, "soreness"),
        pain=whole(told, "pain"),
        pain_kinds=_pain_kinds(told),
        pain_where=ticked(told, "pain_where"),
        signs=found,
        health_changed=_health_changed(told, found),
        weeks_off=number(told, "weeks_off") or 0.0,
        ill_days=_ill_days(told, "off_reason"),
    )


def _pain_kinds(told: Told) -> tuple[PainKind, ...]:
    return tuple(PainKind(key) for key in ticked(told, "pain_kind") if key in set(PainKind))


def _health_changed(told: Told, found: tuple[Sign, ...]) -> bool:
    unnamed = not found and "sign_list" in told
    return unnamed or "change" in ticked(told, "month")


def comeback(told: Told, today: date) -> Week:
    """Read what somebody tells who comes back: the gap, and whether they are well."""
    return Week(
        today=today,
        signs=(),
        health_changed=word(told, "reason") == "injury" and not _healed(told),
        weeks_off=number(told, "weeks_off"),
        ill_days=_ill_days(told, "reason"),
        chest_fever=word(told, "chest_or_hospital") in {"yes", "unsure"},
        injury=Injury.CLEARED if _healed(told) else None,
    )


def _healed(told: Told) -> bool:
    """Whether somebody comes back from an injury that a professional has cleared."""
    return word(told, "reason") == "injury" and yes(told, "cleared") is True


def _ill_days(told: Told, key: str) -> int:
    """Count who is not free of symptoms yet as ill today; the gap itself is told apart."""
    ill = "illness" in (word(told, key), *ticked(told, key))
    return 1 if ill and yes(told, "symptom_free") is not True else 0

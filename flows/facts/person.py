"""Reads the assessment: who somebody is, and the whole intake."""

from datetime import date

from msgspec import Struct

from flows.facts.answers import Told, number, ticked, whole, word, yes
from flows.facts.health import conditions, movement, pain_now, screening, signs, unsettled
from flows.phases.intake import Intake
from flows.phases.items import Item
from flows.phases.profile import Equipment, Profile, Sex
from flows.steps import Goal

EQUIPMENT = {
    "bands": Equipment.BANDS,
    "dumbbells": Equipment.DUMBBELLS,
    "barbell": Equipment.BARBELL,
    "machines": Equipment.MACHINES,
}
BALL_AND_ROOM = frozenset({"medicine_ball", "jump_room"})


class Forms(Struct, frozen=True, kw_only=True):
    """The newest answers to the forms of the assessment; an empty one was not finished."""

    welcome: Told
    intake: Told
    health: Told
    movement: Told | None
    signs: Told


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
        unsettled=unsettled(health),
        pregnancy_week=whole(health, "pregnancy_week"),
        used_to_training=_used(intake),
        postpartum_weeks=whole(health, "postpartum_weeks"),
        beta_blocker=_slowed(health),
        supervised=supervised,
    )


def _slowed(health: Told) -> bool | None:
    """Read whether a medicine slows the heart; who takes none at all has none that does."""
    none = yes(health, "medicine") is False
    return False if none else yes(health, "medicine_heart_rate")


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
        pain=pain_now(forms.health),
        systolic=whole(forms.health, "bp_upper"),
        diastolic=whole(forms.health, "bp_lower"),
        back_from_injury=word(forms.health, "joint_kind") == "healed",
        items=items,
    )

"""Answers become what the rules look at; what was not told stays unknown."""

from datetime import date

import pytest

from flows import facts
from flows.phases.position import Form, PainKind
from flows.phases.profile import Condition, Equipment, Fault, Profile, Sex
from flows.phases.signs import Sign
from flows.programs.ageing import Old, aged
from flows.questionnaires import FORMS
from flows.questions.answers import Answer
from flows.questions.choices import Choices
from flows.steps import Goal

TODAY = date(2026, 3, 2)
NOTHING = facts.Forms(welcome={}, intake={}, health={}, movement=None, signs={})


def test_nothing_told_is_nothing_known() -> None:
    assert facts.profile(NOTHING, supervised=False) == Profile()
    assert facts.movement(None) is None
    week = facts.week({}, TODAY, None)
    assert (week.effort, week.form, week.sleep, week.pain) == (None, None, None, None)


def test_who_somebody_is() -> None:
    told = facts.Forms(
        welcome={"age": 70},
        intake={
            "sex": "female", "height": 170.0, "weight": 60.0, "experience": 24, "weeks_off": 0,
            "days": 3, "equipment": ("medicine_ball", "jump_room"), "fallen": False,
        },
        health={
            "heart_kind": ("hypertension",), "conditions": ("diabetes", "other"),
            "pregnancy": "postpartum", "postpartum_weeks": 7, "medicine_heart_rate": "unsure",
        },
        movement=None,
        signs={},
    )  # fmt: skip
    who = facts.profile(told, supervised=True)
    assert (who.age, who.sex, who.height_cm, who.supervised) == (70, Sex.FEMALE, 170.0, True)
    assert who.equipment == (Equipment.BALL_AND_ROOM,)
    assert who.conditions == (Condition.HYPERTENSION, Condition.DIABETES, Condition.POSTPARTUM)
    assert who.beta_blocker is None
    assert who.used_to_training is True


@pytest.mark.parametrize(
    ("health", "slowed"),
    [
        ({"medicine": "no"}, False),
        ({"medicine": "yes", "medicine_heart_rate": "no"}, False),
        ({"medicine": "yes", "medicine_heart_rate": "yes"}, True),
        ({"medicine": "yes", "medicine_heart_rate": "unsure"}, None),
        ({"medicine": "unsure"}, None),
        ({}, None),
    ],
)
def test_who_takes_no_medicine_takes_none_that_slows_the_heart(
    health: dict[str, Answer],
    slowed: bool | None,  # noqa: FBT001 - a column of the table
) -> None:
    told = facts.Forms(welcome={}, intake={}, health=health, movement=None, signs={})
    assert facts.profile(told, supervised=False).beta_blocker is slowed


def test_a_ball_alone_is_no_equipment_and_an_unsure_pregnancy_counts_as_one() -> None:
    assert facts.equipment({"equipment": ("medicine_ball",)}) == (Equipment.NONE,)
    assert facts.conditions({"pregnancy": "unsure"}) == (Condition.PREGNANCY,)
    assert facts.conditions({"pregnancy": "no"}) == ()


def test_experience_without_the_last_time_leaves_the_habit_unknown() -> None:
    told = facts.Forms(welcome={}, intake={"experience": 12}, health={}, movement=None, signs={})
    assert facts.profile(told, supervised=False).used_to_training is None


def test_what_grows_with_time_is_brought_up_to_date() -> None:
    who = Profile(age=40, pregnancy_week=10, postpartum_weeks=3, experience_months=4)
    later = aged(who, Old(welcome=70, intake=70, health=70))
    assert (later.age, later.pregnancy_week, later.postpartum_weeks) == (40, 20, 13)
    assert later.experience_months == 6
    assert aged(who, Old(health=400)).pregnancy_week is None
    assert aged(who, Old(welcome=400)).age == 41
    assert aged(Profile(), Old(welcome=400, intake=400, health=400)) == Profile()


def test_each_value_ages_with_the_form_that_told_it() -> None:
    who = Profile(age=59, experience_months=5, fell_last_year=True)
    asked_anew = aged(who, Old(welcome=400, intake=40, health=0))
    assert (asked_anew.age, asked_anew.experience_months) == (60, 6)
    assert asked_anew.fell_last_year is True
    assert aged(who, Old(intake=365)).fell_last_year is False


def test_a_joint_that_aches_or_is_not_known_counts_as_pain() -> None:
    def pain(health: facts.Told) -> int | None:
        forms = facts.Forms(
            welcome={}, intake={"goal": "muscle"}, health=health, movement={}, signs={}
        )
        read = facts.intake(forms, TODAY, (), Profile())
        assert read.goal is Goal.MUSCLE
        return read.pain

    assert pain({"joint": "no"}) == 0
    assert pain({"joint": "unsure"}) is None
    assert pain({"joint": "yes", "joint_kind": "healed"}) == 0
    assert pain({"joint": "yes", "joint_kind": "ache"}) == 2
    assert pain({"joint": "yes", "joint_kind": "acute"}) is None


def test_a_movement_check_knows_faults_and_pain() -> None:
    read = facts.movement({"feet_out": "little", "knees_in": "clearly", "stance": "pain"})
    assert read is not None
    assert (read.feet, read.knees, read.arms, read.pain) == (Fault.SLIGHT, Fault.MAJOR, None, True)


def test_a_week_knows_pain_signs_and_illness() -> None:
    told: facts.Told = {
        "sessions": 2, "form": "slips", "pain": 5, "pain_kind": ("locking",),
        "pain_where": ("knee",), "signs": "yes", "sign_list": ("palp",),
        "off_reason": "illness", "symptom_free": False, "weeks_off": 1,
    }  # fmt: skip
    week = facts.week(told, TODAY, 3)
    assert (week.sessions_done, week.sessions_planned, week.form) == (2, 3, Form.SLIPS)
    assert week.pain_kinds == (PainKind.LOCKING,)
    assert week.signs == (Sign.PALPITATIONS,)
    assert (week.ill_days, week.weeks_off, week.health_changed) == (1, 1, False)


def test_a_sign_without_a_name_and_an_injury_nobody_saw_ask_again() -> None:
    assert facts.week({"signs": "unsure", "sign_list": ()}, TODAY, 3).health_changed
    assert facts.comeback({"reason": "injury", "cleared": "unsure"}, TODAY).health_changed
    assert not facts.comeback({"reason": "injury", "cleared": "yes"}, TODAY).health_changed
    assert facts.comeback({"reason": "illness", "chest_or_hospital": "unsure"}, TODAY).chest_fever


def test_every_sign_and_condition_a_form_offers_is_known_here() -> None:
    offered = {
        question.key: {option.key for option in question.kind.options}
        for form in FORMS.values()
        for question in form.questions
        if isinstance(question.kind, Choices)
    }
    assert offered["sign_list"] <= set(facts.SIGNS)
    assert offered["heart_kind"] <= set(facts.CONDITIONS)
    assert offered["conditions"] - {"other"} <= set(facts.CONDITIONS)
    assert offered["equipment"] <= {*facts.EQUIPMENT, *facts.BALL_AND_ROOM}

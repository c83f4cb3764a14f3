"""The paths through the forms that the product promises."""

import pytest

from flows.questionnaires import FORMS
from flows.questionnaires.health import HEALTH
from flows.questionnaires.intake import INTAKE, KIT
from flows.questionnaires.lists import EQUIPMENT
from flows.questions.answers import Answer, Problem
from flows.questions.data import SUMMARY, Act, Tap
from flows.questions.replies import tapped, typed
from flows.questions.run import Asked, Completed, Run
from flows.questions.show import show
from flows.questions.walk import begin, current, result, visible
from flows.words import english

CODE = "aaaaaa"


def told(name: str, *replies: str, known: dict[str, Answer] | None = None) -> Run:
    form = FORMS[name]
    run = begin(form, CODE, known=known)
    for reply in replies:
        step = typed(form, run, reply)
        assert isinstance(step, Asked | Completed), (reply, current(form, run))
        run = step.run
    return run


def keys(name: str, run: Run) -> list[str]:
    return [question.key for question in visible(FORMS[name], run)]


def check_in(*, monthly: bool, last: int) -> tuple[int, Run]:
    """Answer a week in which nothing is wrong by taps; give the taps and the finished run."""
    form = FORMS["checkin"]
    known: dict[str, Answer] = {"planned": 3, "ask_health_change": monthly}
    run = begin(form, CODE, known=known, prefilled={"next_days": 3})
    indices = [3, 6, 2, 0, 1, 1, 1, 1, 0, last]
    for index in indices:
        question = current(form, run)
        assert question is not None
        step = tapped(form, run, Tap(CODE, question.code, index))
        assert isinstance(step, Asked)
        run = step.run
    end = tapped(form, run, Tap(CODE, SUMMARY, Act.CONFIRM))
    assert isinstance(end, Completed)
    return len(indices) + 1, end.run


@pytest.mark.parametrize(("monthly", "last", "key"), [(False, 1, "signs"), (True, 5, "month")])
def test_a_week_without_trouble_is_eleven_taps_also_once_a_month(
    monthly: bool,  # noqa: FBT001 - a column of the table
    last: int,
    key: str,
) -> None:
    count, run = check_in(monthly=monthly, last=last)
    assert count <= 11
    answers = result(FORMS["checkin"], run)
    assert answers["next_days"] == 3
    assert answers["pain"] == 0
    assert answers[key] == ("no" if key == "signs" else ())


def test_the_summary_of_a_check_in_shows_next_week_on_its_one_page() -> None:
    form = FORMS["checkin"]
    week = ("3", "6", "2", "good", "2", "2", "2", "2", "0", "no")
    known: dict[str, Answer] = {"planned": 3, "ask_health_change": False}
    run = begin(form, CODE, known=known, prefilled={"next_days": 3})
    for reply in week:
        run = typed(form, run, reply).run
    lines = [line for p in show(form, run).paragraphs for line in english(p).split("\n")]
    assert "Days next week: <b>3 days (known already)</b>" in lines


def test_lists_open_only_on_a_yes() -> None:
    known: dict[str, Answer] = {"planned": 3, "ask_health_change": False}
    calm = told("checkin", "3", "6", "2", "good", "2", "2", "2", "2", "0", "no", known=known)
    assert not {"pain_where", "pain_kind", "sign_list"} & set(keys("checkin", calm))
    hurt = told("checkin", "3", "6", "2", "good", "2", "2", "2", "2", "4", known=known)
    assert {"pain_where", "pain_kind"} <= set(keys("checkin", hurt))
    sign = told("checkin", "3", "6", "2", "good", "2", "2", "2", "2", "0", "not sure", known=known)
    assert "sign_list" in keys("checkin", sign)


def test_a_week_without_sessions_asks_for_the_break_and_not_for_effort() -> None:
    known: dict[str, Answer] = {"planned": 3, "ask_health_change": False}
    run = told("checkin", "0", "sick", known=known)
    shown = keys("checkin", run)
    assert {"off_reason", "weeks_off", "symptom_free"} <= set(shown)
    assert not {"effort", "reps_left", "form"} & set(shown)


@pytest.mark.parametrize(
    ("age", "asked"),
    [("15", ["age"]), ("16", ["age", "guardian", "consent"]), ("18", ["age", "consent"])],
)
def test_the_welcome_asks_by_age(age: str, asked: list[str]) -> None:
    assert keys("welcome", told("welcome", age)) == asked


def test_a_beginner_is_not_asked_about_a_break() -> None:
    beginner = told("intake", "muscle", "skip", "5'11", "176 lb", "never")
    assert "weeks_off" not in keys("intake", beginner)
    trained = told("intake", "muscle", "f", "skip", "skip", "2 years", "10 days")
    assert result(FORMS["intake"], trained)["weeks_off"] == 1


def test_nobody_who_is_male_is_asked_about_pregnancy() -> None:
    quiet = ("no",) * 7
    assert "pregnancy" not in keys("health", told("health", *quiet, known={"sex": "male"}))
    for sex in ("female", "unsaid"):
        run = told("health", *quiet, "expecting", known={"sex": sex})
        assert keys("health", run)[-2:] == ["pregnancy", "pregnancy_week"]


def test_a_quiet_screening_is_short_and_a_yes_opens_its_own_follow_up() -> None:
    quiet = told("health", *["no"] * 7, known={"sex": "male"})
    assert len(keys("health", quiet)) == 7
    heart = told("health", "yes", "high blood pressure", known={"sex": "male"})
    assert keys("health", heart)[:4] == ["heart", "heart_kind", "bp_controlled", "bp_upper"]


def test_not_sure_is_kept_as_open() -> None:
    run = told("health", "not sure", known={"sex": "male"})
    assert result(FORMS["health"], run)["heart"] == "unsure"


def test_pain_ends_the_test_it_came_in() -> None:
    run = told(
        *("movement", "it hurt", "done", "20", "not today", "not today", "knee"),
        known={"jumps": False},
    )
    answers = result(FORMS["movement"], run)
    assert "knees_in" not in answers
    assert answers["pain_where"] == ("knee",)
    assert answers["stance_seconds"] == 20


def test_settings_open_on_the_summary_of_what_is_stored() -> None:
    stored: dict[str, Answer] = {
        "zone": "Europe/Berlin",
        "checkin_day": 6,
        "checkin_hour": 18,
        "goal": "muscle",
        "equipment": (),
        "training_days": (),
        "training_hour": 18,
        "session_minutes": 60,
        "reminders": ("steps",),
        "units": "metric",
    }
    form = FORMS["settings"]
    run = begin(form, CODE, prefilled=stored)
    assert current(form, run) is None
    step = typed(form, run, "check-in hour")
    assert isinstance(step, Asked)
    changed = typed(form, step.run, "7 pm")
    assert result(form, changed.run) == {**stored, "checkin_hour": 19}


def test_a_pause_ends_on_a_day_of_one_s_own() -> None:
    run = told("pause", "holiday", "in 2 weeks", known={"today": "2026-03-01"})
    assert result(FORMS["pause"], run) == {"reason": "travel", "until": "2026-03-15"}


@pytest.mark.parametrize("typed", ["all", "Everything", "all of them"])
def test_who_has_all_the_equipment_says_so_in_a_word(typed: str) -> None:
    told = KIT.kind.parse(typed)
    assert told == tuple(option.key for option in EQUIPMENT)


@pytest.mark.parametrize(
    ("key", "typed", "answer"),
    [
        ("bp_upper", "185 over 112", 185),
        ("bp_upper", "it was 120/80 mmHg", 120),
        ("bp_upper", "140", 140),
        ("bp_lower", "185 over 112", 112),
        ("bp_lower", "112", 112),
    ],
)
def test_blood_pressure_is_read_as_people_tell_it(key: str, typed: str, answer: int) -> None:
    question = next(one for one in HEALTH.questions if one.key == key)
    assert question.kind.parse(typed) == answer


def test_a_reading_that_cannot_be_is_asked_again() -> None:
    upper = next(one for one in HEALTH.questions if one.key == "bp_upper")
    assert isinstance(upper.kind.parse("20 over 10"), Problem)


@pytest.mark.parametrize(("typed", "weeks"), [("last week", 1), ("yesterday", 0)])
def test_the_last_training_is_told_as_people_tell_it(typed: str, weeks: int) -> None:
    question = next(one for one in INTAKE.questions if one.key == "weeks_off")
    assert question.kind.parse(typed) == weeks


def test_own_words_are_asked_only_when_wanted() -> None:
    template = told("reminder", "step 2", "template", known={"gym": "g1"})
    assert result(FORMS["reminder"], template) == {"to": "2", "wording": "template"}
    own = told("reminder", "2", "own", "Hi {all}", known={"gym": "g1"})
    assert result(FORMS["reminder"], own)["words"] == "Hi {all}"

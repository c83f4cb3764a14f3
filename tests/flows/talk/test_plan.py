"""/plan: this week by days, the next weeks and the year, as the client stands today."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from flows.effects import Dates
from flows.person import Client, Pause, Person
from flows.phases.position import Position
from flows.phases.profile import Condition
from flows.questionnaires.lists import EQUIPMENT
from flows.steps import Goal, Phase
from flows.talk import plan, plan_texts
from flows.words import english
from flows.workouts.training import Finished, Training
from tests.flows.book import BOOK
from tests.flows.people import GINA, INTAKE, MIA, TOM, answers, assessed, gym, joins, week
from tests.flows.phases.people import standing
from tests.flows.world import World

LONGEST = 4096


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def planned(world: World) -> str:
    world.commands(MIA, "/plan")
    return world.last(MIA).text


def new() -> World:
    """Mia is assessed on Monday, 2 March; her check-in is on Sundays, three sessions a week."""
    world = World()
    assessed(world)
    return world


def stands(world: World, **changes: object) -> None:
    person = world.person(MIA)
    position = replace(client(world).position, **changes)
    world.states[f"person:{MIA}"] = replace(
        person, client=replace(client(world), position=position)
    )


def test_this_week_is_told_by_days_with_today_marked() -> None:
    said = planned(new())
    assert "This week</b>: step 1, stabilization endurance, week 1" in said
    assert "<b>→ Mon 2 Mar: step 1</b>\nWed 4 Mar: step 1\nFri 6 Mar: step 1" in said
    assert "Next check-in: Sunday, 8 March." in said


def test_no_session_lies_before_the_day_somebody_came() -> None:
    """A week that ends on Thursdays begins on Fridays, before the assessment on a Monday."""
    world = World()
    assessed(world, intake=tuple("Thu" if one == "Sun" else one for one in INTAKE))
    assert "week 1\n<b>→ Mon 2 Mar: step 1</b>\nWed 4 Mar: step 1\nNext" in planned(world)


def test_what_the_plan_stops_at_is_said_once_and_the_years_of_a_stretch_by_their_numbers() -> None:
    world = World()
    assessed(world, intake=(*INTAKE[:7], "None of these", *INTAKE[10:]))
    said = planned(world)
    assert said.count("Your equipment: none.") == 1
    assert "11 May 2026 – 28 Feb 2027: step 2" in said


def test_sessions_that_are_done_are_ticked_also_on_a_day_of_one_s_own() -> None:
    world = new()
    done = tuple(
        Finished(on=date(2026, month, day), phase=Phase(1), exercises=("plank",))
        for month, day in ((2, 27), (3, 2), (3, 3))
    )
    mine = replace(client(world), training=Training(sessions=done))
    world.states[f"person:{MIA}"] = replace(world.person(MIA), client=mine)
    said = planned(world)
    assert "✓ Mon 2 Mar: step 1, done\n✓ Tue 3 Mar: step 1, done\nWed 4 Mar: step 1\n" in said
    assert "27 Feb" not in said


def test_the_next_weeks_and_the_year_follow() -> None:
    said = planned(new())
    assert "9–15 Mar: step 1, week 2 · ends with a re-assessment" in said
    assert "16–22 Mar: step 2, week 1 · when earned" in said
    assert "until 15 Mar: step 1, stabilization endurance" in said
    assert "16 Mar – 12 Apr: step 2, strength endurance · when earned" in said
    assert "It moves when you do" in said


def test_our_own_order_is_not_said_to_be_nasm_s() -> None:
    assert "Stairwise's own proposal" in planned(new())
    world = World()
    assessed(world, intake=("Lose fat", *INTAKE[1:]))
    assert "follows NASM CPT 7e, ch. 21." in planned(world)


def test_a_year_that_is_ours_only_at_its_end_says_from_when() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world, intake=("Build muscle", *INTAKE[1:]))
    said = planned(world)
    assert "follows NASM CPT 7e, ch. 21; from " in said
    assert "when earned and your trainer says yes" in said


def test_without_a_trainer_the_heavy_steps_are_said_to_need_one() -> None:
    world = World()
    assessed(world, intake=("Build muscle", *INTAKE[1:]))
    said = planned(world)
    assert "Step 4 needs a trainer" in said
    assert ": step 4" not in said


def test_the_plan_bends_when_the_client_moves() -> None:
    world = new()
    before = planned(world)
    for _ in range(2):
        week(world)
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    after = planned(world)
    assert "step 2, strength endurance, week 1" in after
    assert after != before


def test_weeks_that_mix_steps_say_each_day_s_step() -> None:
    world = World()
    assessed(world, intake=("Lose fat", *INTAKE[1:]))
    mixed = standing(Phase.MUSCULAR_DEVELOPMENT, Goal.FAT_LOSS, weeks=5)
    stands(
        world,
        phase=mixed.phase,
        earned=mixed.earned,
        weeks_in_phase=5,
        undulating=True,
        rounds=2,
    )
    said = planned(world)
    assert "This week</b>: steps 1, 2 and 3 mixed, week 5" in said
    assert "<b>→ Mon 2 Mar: step 1</b>\nWed 4 Mar: step 2\nFri 6 Mar: step 3" in said
    assert "week 6 · a lighter week · ends with a re-assessment" in said


def test_a_break_moves_the_plan_behind_it() -> None:
    world = new()
    person = world.person(MIA)
    rest = Pause(reason="travel", since=date(2026, 3, 2), until=date(2026, 3, 20))
    paused = replace(client(world), calendar=replace(client(world).calendar, pause=rest))
    world.states[f"person:{MIA}"] = replace(person, client=paused)
    said = planned(world)
    assert "on a break until Friday, 20 March" in said
    assert "Mon 16 Mar: step 1" in said


def test_a_week_without_sessions_says_so() -> None:
    world = new()
    person = world.person(MIA)
    idle = replace(client(world), calendar=replace(client(world).calendar, planned=0))
    world.states[f"person:{MIA}"] = replace(person, client=idle)
    assert "No sessions are planned." in planned(world)


def test_somebody_without_a_step_learns_what_leads_to_one() -> None:
    world = World()
    world.commands(MIA, "/plan")
    assert "no step yet" in world.last(MIA).text
    world.forges(MIA, "m|dates")
    assert "no step yet" in world.last(MIA).text
    world = new()
    stands(world, phase=None)
    assert "step 1" not in planned(world)


@pytest.mark.parametrize("goal", Goal)
def test_the_longest_plan_fits_into_one_message(goal: Goal) -> None:
    world = new()
    person = world.person(MIA)
    told = {"conditions": tuple(Condition), "equipment": tuple(one.key for one in EQUIPMENT)}
    assert told
    for phase in Phase:
        for weeks in (1, 5, 9):
            position: Position = replace(
                standing(phase, goal, weeks), profile=client(world).position.profile
            )
            at = replace(person, client=replace(client(world), position=position))
            content = plan._content(at, world.now, BOOK)
            assert len("\n\n".join(english(one) for one in content.paragraphs)) <= LONGEST


def test_training_days_are_chosen_in_the_settings() -> None:
    world = new()
    world.commands(MIA, "/settings")
    answers(world, MIA, ("Training days", "☐ Tue", "☐ Thu", "☐ Sat", "☐ Sun", "Done ✓"))
    answers(world, MIA, ("Training hour", "7:00", "Session length", "45 minutes", "Save ✓"))
    settings = world.person(MIA).settings
    assert (settings.days, settings.train_hour, settings.minutes) == ((1, 3, 5, 6), 7, 45)
    said = planned(world)
    assert "Tue 3 Mar: step 1\nThu 5 Mar: step 1\nSat 7 Mar: step 1\nSun 8 Mar: step 1" in said
    assert client(world).calendar.planned == 4


def test_other_settings_leave_the_number_of_sessions_alone() -> None:
    world = new()
    world.commands(MIA, "/settings")
    answers(world, MIA, ("Training hour", "7:00", "Save ✓"))
    assert client(world).calendar.planned == 3
    assert world.person(MIA).settings.days == ()


def test_training_days_before_a_placement_count_for_it() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, ("✓ 35", "Yes", "That is right ✓", *INTAKE))
    world.commands(MIA, "/settings")
    answers(world, MIA, ("Training days", "☐ Tue", "☐ Thu", "Done ✓", "Save ✓"))
    told = dict(next(one for one in world.person(MIA).filled if one.form == "intake").answers)
    assert told["days"] == 2


# ── the calendar file ──


def file(world: World) -> Dates:
    world.commands(MIA, "/plan")
    world.taps(MIA, "Calendar file")
    return world.calendars[MIA][-1]


def test_a_calendar_file_has_eight_weeks_of_sessions() -> None:
    sent = file(new())
    assert len(sent.appointments) == 24
    first = sent.appointments[0]
    assert (first.day, first.time.hour, first.minutes, first.zone) == (
        date(2026, 3, 2), 18, 60, "Europe/London",
    )  # fmt: skip
    assert english(first.title) == "Training: step 1, stabilization endurance"
    assert sent.number == 0
    assert not any(one.off for one in sent.appointments)


def test_a_newer_file_changes_the_same_sessions() -> None:
    world = new()
    first, second = file(world), file(world)
    assert second.number == 1
    assert [one.uid for one in first.appointments] == [one.uid for one in second.appointments]
    assert len({one.uid for one in first.appointments}) == 24


def test_what_is_no_longer_planned_is_called_off() -> None:
    world = new()
    old = {one.uid: one.day for one in file(world).appointments}
    world.commands(MIA, "/settings")
    answers(world, MIA, ("Training days", "☐ Mon", "☐ Sat", "Done ✓", "Save ✓"))
    sent = file(world)
    off = [one for one in sent.appointments if one.off]
    assert {one.day.weekday() for one in off} == {2, 4}
    assert {one.uid for one in off} <= set(old)
    on = {one.day.weekday() for one in sent.appointments if not one.off}
    assert on == {0, 5}
    assert not any(one.off for one in file(world).appointments)


def test_days_that_are_over_are_left_alone() -> None:
    world = new()
    file(world)
    world.sleeps(days=3)
    sent = file(world)
    assert min(one.day for one in sent.appointments) == date(2026, 3, 6)
    assert not any(one.off for one in sent.appointments)


def test_two_people_never_share_a_session() -> None:
    world = new()
    assessed(world, GINA)
    world.forges(GINA, "m|dates")
    mine = {one.uid for one in file(world).appointments}
    theirs = {one.uid for one in world.calendars[GINA][-1].appointments}
    assert not mine & theirs


def test_a_week_over_a_month_s_end_names_both() -> None:
    assert english(plan_texts._span(date(2026, 3, 30), date(2026, 4, 5))) == "30 Mar – 5 Apr"
    assert timedelta(days=6) == date(2026, 4, 5) - date(2026, 3, 30)


def test_a_person_keeps_which_file_was_sent() -> None:
    world = new()
    file(world)
    person: Person = world.person(MIA)
    assert person.client is not None
    assert person.client.dates is not None
    assert len(person.client.dates.days) == 24

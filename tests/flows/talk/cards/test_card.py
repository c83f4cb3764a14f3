"""A client's card: whose trainer asks sees it all, and nobody else sees any of it."""

from msgspec.structs import replace

from flows.cards import CardAct, CardSaid, CardShown, CardWanted
from flows.steps import Phase
from flows.words import Content, T
from flows.workouts.training import Finished, Hurt
from tests.flows.people import GINA, GOOD_WEEK, MIA, TOM, assessed, gym, joins, week
from tests.flows.talk.cards.gyms import EVE, card, crowd, opens, staffed, trained
from tests.flows.training import changed, client, stands
from tests.flows.world import World

WORSE = ("2", "7", "3", "Good", "4", "2", "2", "2", "1")


def test_a_card_says_where_somebody_stands_and_why() -> None:
    world = trained()
    week(world)
    text = opens(world).text
    assert "<b>Mia</b>, My gym" in text
    assert "<b>Step 1, stabilization endurance</b>, week 2, since Monday, 2 March" in text
    assert "Route: [1] → 2" in text
    assert "Goal: health. Mode: propose." in text
    assert "stays on step 1, stabilization endurance. You are in week 1 of 2" in text
    assert "Last check-in: Monday, 9 March, today." in text
    assert "Next check-in: Sunday, 15 March." in text


def test_a_card_shows_how_the_last_weeks_went_and_where_they_go() -> None:
    world = trained()
    week(world, told=("3", "6", "3", "Good", "2", "2", "2", "2", "0", "No", "Send ✓"))
    week(world, told=(*WORSE, "Knee", "Done ✓", "None of these", "No", "Send ✓"))
    text = opens(world).text
    assert "Check-ins: ✓✓" in text
    assert "Sessions: 3 of 3, 2 of 3" in text
    assert "Effort, 0 to 10: 6, 7 ↑" in text
    assert "Sleep, 1 best to 7 worst: 2, 4 (worse)" in text
    assert "Pain, 0 to 10: 0, 1 (worse)" in text
    world.sleeps(days=14)
    text = opens(world).text
    assert "Check-ins: ✓✓–" in text
    assert "Check-ins missed running: " in text
    assert "3 of 3, 2 of 3, ?" in text


def test_a_card_names_what_waits_for_a_yes_and_the_verdicts_before_it() -> None:
    world = trained()
    for _ in range(5):
        week(world)
    text = opens(world).text
    assert "Waits for your yes since Monday, 16 March: step 2" in text
    assert text.count("ready for step 2") >= 3
    judged = [line for line in text.splitlines() if line.startswith("• Monday, ")]
    assert len(judged) == 4


def test_the_card_of_who_must_not_train_says_what_is_open_and_how_to_clear_it() -> None:
    world = trained()
    world.commands(MIA, "/unwell")
    for label in ("Chest, neck", "Done", "Yes, now"):
        world.taps(MIA, label)
    shown = opens(world)
    assert "must not train" in shown.text
    assert "• open: " in shown.text
    assert any(label.startswith("Clearance seen: ") for label in shown.buttons)


def test_who_was_never_assessed_has_a_card_too() -> None:
    world = staffed()
    shown = opens(world)
    assert "Not assessed yet" in shown.text
    assert "Move" not in shown.buttons


def test_a_break_and_a_block_are_said() -> None:
    world = trained()
    world.commands(MIA, "/pause")
    for label in ("Travel", "✓ Mon 9 Mar 2026", "Pause ✓"):
        world.taps(MIA, label)
    world.blocks(MIA)
    text = opens(world).text
    assert "On a break until" in text
    assert "they blocked the bot" in text


def test_a_question_that_waits_for_a_day_is_on_the_card() -> None:
    world = trained()
    world.commands(MIA, "/settings")
    assert "waits" not in opens(world).text
    world.sleeps(hours=25)
    assert "A question waits for 25 hours: " in opens(world).text
    assert "The question that waits" in card(world).buttons


def test_several_of_a_name_are_offered_and_the_whole_name_is_enough() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    for who in (10, 11, 100):
        joins(world, who, "client")
    world.commands(TOM, "/client p1")
    assert list(world.last(TOM).buttons) == [
        "P10, My gym", "P11, My gym", "P100, My gym",
    ]  # fmt: skip
    world.taps(TOM, "P11, My gym")
    assert "<b>P11</b>" in card(world, 11).text
    world.commands(TOM, "/client P10")
    assert "<b>P10</b>" in card(world, 10).text
    world.commands(TOM, "/client zoe")
    assert "Nobody whom you train" in world.last(TOM).text


def test_without_a_name_the_roster_is_shown_and_its_names_are_ways_to_cards() -> None:
    world = trained()
    world.commands(TOM, "/client")
    world.taps(TOM, "Mia")
    assert card(world).text.startswith("<b>Mia</b>")
    assert [one.slot for one in world.screens[TOM]].count("card:1") == 1
    crowd(world, 1)
    world.commands(TOM, "/roster")
    world.taps(TOM, "Person 00")
    assert "nobody you train" in world.last(TOM).text


def test_nobody_but_the_trainer_sees_a_card() -> None:
    world = trained()
    joins(world, EVE, "trainer")
    for who in (MIA, GINA, EVE, 9):
        world.forges(who, "k|1|show")
        world.commands(who, "/client mia")
        assert not world.sees(who, "stabilization endurance</b>, week")
    assert "for trainers" in world.last(GINA).text
    assert "Nobody whom you train" in world.last(EVE).text


def test_a_trainer_who_is_no_more_gets_nothing_from_a_client() -> None:
    world = trained()
    membership = world.person(MIA).links[0].id
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    before = len(world.screens[TOM])
    wanted = CardWanted(membership=membership, trainer=TOM, trainer_name="Tom", act=CardAct.SHOW)
    world.tells(f"person:{MIA}", wanted)
    content = Content((T("x"),))
    late = CardShown(client=MIA, membership=membership, content=content)
    world.tells(f"desk:{TOM}", late)
    said = CardSaid(client=MIA, membership=membership, text=T("Too late"))
    world.tells(f"desk:{TOM}", said)
    assert len(world.screens[TOM]) == before


def test_the_card_of_who_left_says_so_and_nothing_else() -> None:
    world = trained()
    shown = opens(world)
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    assert shown.text == "Mia left. What they told is no longer shown."
    assert shown.buttons == {}


def test_odd_buttons_of_a_card_are_answered_and_change_nothing() -> None:
    world = trained()
    before = world.person(MIA)
    for odd in ("k|x|show", "k|²|show", "k|1|sing", "k|99|show"):
        world.forges(TOM, odd)
    assert world.person(MIA) == before
    assert "nobody you train" in world.last(TOM).text


def test_the_limits_of_somebody_are_on_the_card() -> None:
    world = staffed()
    assessed(world)
    stands(world, Phase.STRENGTH_ENDURANCE)
    week(world, told=GOOD_WEEK)
    assert "Step 2" in opens(world).text


def test_what_sessions_told_since_the_last_check_in_is_on_the_card() -> None:
    world = trained()
    assert "Since the last check-in" not in opens(world).text
    today, step = world.now.date(), Phase.STABILIZATION_ENDURANCE
    sessions = (
        Finished(
            on=today,
            phase=step,
            exercises=("x",),
            hurts=(Hurt(where=("knee",), pain=9),),
            told=True,
        ),
        Finished(on=today, phase=step, exercises=("x",)),
        Finished(on=today, phase=step, hurts=(Hurt(where=("shoulder", "neck"), pain=4),)),
    )
    now = client(world)
    changed(world, replace(now, training=replace(now.training, sessions=sessions)))
    text = opens(world).text
    assert "Since the last check-in</b>\n• Sessions: 1\n" in text
    assert "• Pain in one of them: 4 (Shoulder, Neck)" in text


def test_a_mode_that_was_chosen_is_the_one_that_is_shown() -> None:
    world = trained()
    opens(world)
    world.taps(TOM, "Mode")
    world.taps(TOM, "manual")
    assert "Now: manual." in card(world).text


def test_what_gets_better_is_said_in_words() -> None:
    world = trained()
    week(world, told=("3", "7", "3", "Good", "4", "2", "2", "2", "0", "No", "Send ✓"))
    week(world, told=("3", "6", "3", "Good", "2", "2", "2", "2", "0", "No", "Send ✓"))
    text = opens(world).text
    assert "Effort, 0 to 10: 7, 6 ↓" in text
    assert "Sleep, 1 best to 7 worst: 4, 2 (better)" in text


def test_steps_for_a_ping_that_is_done_with_are_shown_nowhere() -> None:
    world = trained()
    world.forges(TOM, "k|1|steps|nosuchping")
    assert not any("Where shall Mia go?" in one.text for one in world.screens[TOM])

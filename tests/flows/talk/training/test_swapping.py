"""Another exercise in the place of one: offered, typed, for once or for always."""

from msgspec.structs import replace

from flows.programs.kinds import Component
from flows.programs.need import Wishes
from flows.talk.training.swapping import preferred
from flows.words import english
from flows.workouts.walk import current, items
from tests.flows.book import BOOK
from tests.flows.people import MIA
from tests.flows.training import (
    alone,
    begins,
    changed,
    client,
    done,
    exercise,
    finishes,
    item,
    lifting,
    marks,
    presses,
    screen,
    training,
    turn,
    walks,
    workout,
)
from tests.flows.world import World


def offers(world: World) -> list[str]:
    return [one for one in screen(world).buttons if one not in {"Back", "Leave it out today"}]


def ids(world: World) -> list[str]:
    return [one.exercise for block in workout(world).session.blocks for one in block.items]


def test_a_swap_offers_what_is_alike_with_its_reason_and_keeps_the_dose() -> None:
    world = lifting()
    old, dose = exercise(world), item(world).dose
    world.taps(MIA, "Swap")
    assert f"What instead of {english(old.name)}?" in screen(world).text
    assert 1 <= len(offers(world)) <= 3
    chosen = offers(world)[0]
    assert f"{chosen}: the same movement" in screen(world).text
    world.taps(MIA, chosen)
    new = exercise(world)
    assert english(new.name) == chosen
    assert item(world).dose == dose
    assert (new.component, new.part, new.measure) == (old.component, old.part, old.measure)
    assert f"You chose it instead of {english(old.name)}." in [
        english(one) for one in item(world).reasons
    ]


def test_a_swap_is_for_once_unless_it_is_kept() -> None:
    world = lifting()
    old = exercise(world)
    world.types(MIA, "swap")
    world.taps(MIA, offers(world)[0])
    new = exercise(world)
    assert training(world).own == Wishes()
    world.taps(MIA, f"Always {english(new.name)}, not {english(old.name)}")
    assert training(world).own.swaps == ((old.id, new.id),)
    assert not any("Always" in one for one in screen(world).buttons)
    presses(world, "always")
    assert training(world).own.swaps == ((old.id, new.id),)
    walks(world)
    finishes(world)
    world.forges(MIA, "m|session")
    assert old.id not in ids(world)


def test_what_was_done_before_a_swap_stays_with_its_exercise() -> None:
    world = lifting()
    old = exercise(world)
    world.types(MIA, "8 x 20 kg")
    world.types(MIA, "swap")
    world.taps(MIA, offers(world)[0])
    new = exercise(world)
    assert turn(world).set == 2
    world.types(MIA, "done")
    assert [mark.exercise for mark in marks(world)[-2:]] == [old.id, new.id]
    world.types(MIA, "finish")
    for label in ("6", "Good"):
        world.taps(MIA, label)
    outings = {one.exercise: one.outings[-1] for one in client(world).lifts}
    assert outings[old.id].asked == outings[new.id].asked is not None


def test_going_back_from_the_offers_changes_nothing() -> None:
    world = lifting()
    before = item(world)
    world.taps(MIA, "Swap")
    world.types(MIA, "back")
    assert item(world) == before
    assert "set 1 of" in screen(world).text


def test_an_exercise_is_left_out_from_the_offers() -> None:
    world = lifting()
    old = exercise(world)
    world.taps(MIA, "Swap")
    world.taps(MIA, "Leave it out today")
    assert exercise(world) is not old
    assert all(mark.skipped for mark in marks(world)[-4:])


def test_an_exercise_that_is_typed_takes_its_place_where_it_fits() -> None:
    world = lifting()
    old = exercise(world)
    world.types(MIA, "swap Goblet Squat")
    assert english(exercise(world).name) == "Goblet squat"
    assert exercise(world).component is old.component
    assert world.last(MIA).slot == screen(world).slot


def test_an_unknown_name_is_offered_the_three_nearest() -> None:
    world = lifting()
    world.types(MIA, "goblin squat")
    assert "I know no exercise “goblin squat” that fits here." in screen(world).text
    assert len(offers(world)) == 3
    assert "Goblet squat" in offers(world)
    world.taps(MIA, "Goblet squat")
    assert english(exercise(world).name) == "Goblet squat"


def test_nonsense_offers_nothing_and_what_is_wrong_comes_alone() -> None:
    world = lifting()
    world.types(MIA, "banana")
    assert "I know no exercise “banana” that fits here." in screen(world).text
    assert "near to what you typed" not in screen(world).text
    world.types(MIA, "goblin squat")
    world.types(MIA, "400 reps")
    assert "A set can have 100 reps at most here." in screen(world).text
    assert "What instead of" not in screen(world).text
    assert "set 1 of" in screen(world).text


def test_offers_for_a_name_are_gone_with_it() -> None:
    world = lifting()
    world.types(MIA, "goblin squat")
    near = offers(world)
    world.taps(MIA, "Back")
    world.taps(MIA, "Swap")
    assert offers(world) != near


def test_a_name_that_does_not_fit_says_so_and_offers_others() -> None:
    world = lifting()
    stretch = BOOK.library.exercises["gastrocnemius_stretch"]
    world.types(MIA, english(stretch.name))
    assert "does not fit here" in screen(world).text
    assert len(offers(world)) == 3
    world.types(MIA, english(exercise(world).name))
    assert "does not fit here" in screen(world).text


def test_a_name_where_nothing_fits_is_a_hint() -> None:
    world = alone()
    begins(world)
    forbidden = tuple(one for one in BOOK.library.exercises if one not in ids(world))
    told = replace(training(world), wishes=Wishes(forbidden=forbidden))
    changed(world, replace(client(world), training=told))
    world.types(MIA, "goblet squat")
    assert "Tap a button, or type" in screen(world).text
    world.taps(MIA, "Swap")
    assert "Nothing else fits here" in screen(world).text
    presses(world, "take0")
    assert done(world) == []


def test_what_is_ticked_off_can_be_swapped_too() -> None:
    world = alone()
    begins(world)
    old = exercise(world)
    world.taps(MIA, "Swap")
    if offers(world):
        world.taps(MIA, offers(world)[0])
        assert exercise(world) is not old
        assert exercise(world).component is old.component


def test_on_the_card_an_exercise_is_picked_first() -> None:
    world = alone()
    world.commands(MIA, "/today")
    world.taps(MIA, "Swap")
    assert "Which one do you want to swap?" in screen(world).text
    strength = next(
        one for block in workout(world).session.blocks for one in block.items
        if BOOK.library.exercises[one.exercise].loaded
    )  # fmt: skip
    old = BOOK.library.exercises[strength.exercise]
    world.taps(MIA, english(old.name))
    assert "Leave it out today" not in screen(world).buttons
    chosen = offers(world)[0]
    world.taps(MIA, chosen)
    assert old.id not in ids(world)
    assert chosen in screen(world).text
    world.taps(MIA, "Shorter or longer")
    world.taps(MIA, "90")
    assert old.id not in ids(world)
    world.taps(MIA, "Start")
    assert workout(world).begun is not None


def test_a_forged_place_on_the_card_offers_nothing() -> None:
    world = alone()
    world.commands(MIA, "/today")
    before = ids(world)
    presses(world, "pick999")
    assert "Nothing else fits here" in screen(world).text
    presses(world, "take0")
    assert ids(world) == before


def test_a_swap_whose_exercises_are_gone_is_let_go() -> None:
    world = alone()
    world.commands(MIA, "/today")
    old = workout(world)
    lost = replace(old, swaps=(("lost", "goblet_squat"), ("goblet_squat", "lost")))
    changed(world, replace(client(world), training=replace(training(world), workout=lost)))
    world.types(MIA, "60")
    assert workout(world).session == old.session


def test_the_newest_swap_counts() -> None:
    first = preferred(Wishes(), "a", "b")
    assert preferred(first, "a", "c").swaps == (("a", "c"),)
    assert preferred(first, "b", "a").swaps == (("b", "a"),)
    assert preferred(first, "c", "d").swaps == (("a", "b"), ("c", "d"))
    assert preferred(first, "b", "c").swaps == (("a", "c"), ("b", "c"))


def swapped_on_the_card() -> tuple[World, str, str]:
    """Let Mia swap a lift on the card; give both ids."""
    world = alone()
    world.commands(MIA, "/today")
    at, old = next(
        (at, one.exercise) for at, one in items(workout(world))
        if BOOK.library.exercises[one.exercise].component is Component.RESISTANCE
    )  # fmt: skip
    presses(world, f"pick{at}")
    presses(world, "take0")
    return world, old, workout(world).swaps[-1][1]


def forbids(world: World, *exercises: str) -> None:
    told = replace(training(world), wishes=Wishes(forbidden=exercises))
    changed(world, replace(client(world), training=told))


def test_a_swap_on_the_card_that_may_not_be_any_more_is_not_made_again() -> None:
    world, old, new = swapped_on_the_card()
    forbids(world, new)
    world.taps(MIA, "Start")
    assert workout(world).begun is None
    assert "Something has changed" in screen(world).text
    assert old in ids(world)
    assert new not in ids(world)
    world.taps(MIA, "Start")
    assert workout(world).begun is not None


def test_today_says_when_a_swap_of_its_card_may_not_be_any_more() -> None:
    world, _, new = swapped_on_the_card()
    world.commands(MIA, "/today")
    assert new in ids(world)
    assert "Something has changed" not in screen(world).text
    forbids(world, new)
    world.commands(MIA, "/today")
    assert new not in ids(world)
    assert "Something has changed" in screen(world).text


def test_an_exercise_that_came_into_the_session_is_not_swapped_in_twice() -> None:
    world, _, new = swapped_on_the_card()
    told = replace(training(world), wishes=Wishes(locked=(new,)))
    changed(world, replace(client(world), training=told))
    world.commands(MIA, "/today")
    assert ids(world).count(new) == 1


def test_a_button_takes_what_it_says_or_offers_anew() -> None:
    world = lifting()
    world.taps(MIA, "Swap")
    first, second, *_ = workout(world).offered
    forbids(world, first)
    presses(world, "take1")
    assert exercise(world).id == second
    world = lifting()
    old = exercise(world)
    world.taps(MIA, "Swap")
    first = workout(world).offered[0]
    forbids(world, first)
    presses(world, "take0")
    assert exercise(world) is old
    assert "What instead of" in screen(world).text
    assert first not in workout(world).offered


def test_where_nothing_can_be_swapped_the_word_is_a_hint() -> None:
    world = lifting()
    while current(workout(world), BOOK.library) is not None:
        presses(world, "skip")
    world.types(MIA, "swap")
    assert "What instead of" not in screen(world).text
    assert "Tap a button, or type" in screen(world).text

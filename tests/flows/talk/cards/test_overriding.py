"""What a trainer overrules keeps its reason, and is counted by rule, of nobody by name."""

import re
from pathlib import Path

from msgspec.structs import replace

from flows import phases
from flows.cards import Overruled
from flows.steps import Phase
from flows.talk.cards.rule_names import RULES, named
from flows.words import english
from tests.flows.people import GINA, MIA, TOM, week
from tests.flows.talk.cards.gyms import card, opens, trained
from tests.flows.training import changed, client, stands
from tests.flows.world import World


def ready() -> World:
    """Let Mia be ready for step 2, and Tom be asked."""
    world = trained()
    for _ in range(2):
        week(world)
    return world


def test_nothing_is_counted_before_anything_is_overruled() -> None:
    world = ready()
    world.commands(TOM, "/overrides")
    assert "You have overruled no rule yet" in world.last(TOM).text
    world.taps(TOM, "Approve")
    world.commands(TOM, "/overrides")
    assert "You have overruled no rule yet" in world.last(TOM).text


def test_a_hold_asks_why_first_and_the_client_reads_it() -> None:
    world = ready()
    world.taps(TOM, "Hold")
    assert client(world).pending is not None
    assert "Why? Mia reads it" in world.last(TOM).text
    world.taps(TOM, "It is too early for them")
    assert client(world).pending is None
    assert "Their reason: “It is too early for them”" in world.last(MIA).text
    world.commands(TOM, "/overrides")
    assert "• a step up that was ready: once. It is too early for them (1)" in world.last(TOM).text


def test_a_reason_in_own_words_is_told_and_counted_as_such() -> None:
    world = ready()
    world.taps(TOM, "Hold")
    world.taps(TOM, "In my own words")
    world.types(TOM, "Her knee looked odd on Monday")
    assert client(world).pending is None
    assert "Her knee looked odd" in world.last(MIA).text
    world.commands(TOM, "/overrides")
    assert "other words (1)" in world.last(TOM).text
    assert "knee" not in world.last(TOM).text


def test_back_leads_from_the_reasons_to_the_ping() -> None:
    world = ready()
    world.taps(TOM, "Hold")
    world.taps(TOM, "Back")
    world.taps(TOM, "Approve")
    assert client(world).position.phase == 2


def test_the_rules_overruled_most_come_first_with_their_reasons() -> None:
    world = ready()
    world.taps(TOM, "Hold")
    world.taps(TOM, "They need more rest")
    for step, reason in (("2 str", "They are ready"), ("1 sta", "Their technique")):
        opens(world)
        for label in ("Move", step, reason):
            world.taps(TOM, label)
        week(world)
    world.commands(TOM, "/overrides")
    lines = world.last(TOM).text.splitlines()
    times = [line.partition(": ")[2].partition(".")[0] for line in lines if line[0] == "•"]
    assert times == sorted(times, key=lambda said: said == "once")
    assert "a step up that was ready" in world.last(TOM).text


def test_the_first_step_chosen_otherwise_is_counted_too() -> None:
    world = trained()
    world.taps(TOM, "Another step")
    world.taps(TOM, "2 strength endurance")
    world.taps(TOM, "We talked about it")
    world.commands(TOM, "/overrides")
    assert "We talked about it (1)" in world.last(TOM).text


def test_a_move_against_no_rule_is_counted_as_none() -> None:
    world = ready()
    stands(world, Phase.MUSCULAR_DEVELOPMENT)
    changed(world, replace(client(world), verdict=None))
    opens(world)
    for label in ("Move", "2 strength", "They need more rest"):
        world.taps(TOM, label)
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    world.commands(TOM, "/overrides")
    assert "You have overruled no rule yet" in world.last(TOM).text


def test_counts_stay_when_a_client_leaves_and_late_ones_do_not_count() -> None:
    world = ready()
    membership = world.person(MIA).links[0].id
    world.taps(TOM, "Hold")
    world.taps(TOM, "They need more rest")
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    late = Overruled(membership=membership, rules=("late",), reason="x")
    world.tells(f"desk:{TOM}", late)
    world.commands(TOM, "/overrides")
    assert "was ready: once" in world.last(TOM).text
    assert "late" not in world.last(TOM).text


def test_who_is_no_trainer_overrules_nothing() -> None:
    world = ready()
    for who in (MIA, GINA, 9):
        world.commands(who, "/overrides")
        assert "for trainers" in world.last(who).text
    world.forges(MIA, "p|x|hold.own")
    assert "for trainers" in world.last(MIA).text


def test_who_stopped_being_a_trainer_in_the_middle_of_a_reason_decides_nothing() -> None:
    world = ready()
    world.taps(TOM, "Hold")
    world.taps(TOM, "In my own words")
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    world.types(TOM, "Too late")
    assert "for trainers" in world.last(TOM).text


def test_every_guard_has_a_name_that_a_trainer_understands() -> None:
    code = "\n".join(path.read_text() for path in sorted(Path(phases.__path__[0]).glob("*.py")))
    guards = set(re.findall(r'\b(?:unmet|note)\(\s*"(\w+)"', code))
    assert len(guards) > 20
    assert guards - set(RULES) == set()
    assert english(named("some_rule")) == "some rule"


def test_a_climb_that_passes_over_nothing_overrules_nothing() -> None:
    world = ready()
    opens(world)
    world.taps(TOM, "Move")
    assert "2 strength endurance: nothing" in card(world).text
    world.taps(TOM, "2 strength endurance")
    world.taps(TOM, "We talked about it")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    world.commands(TOM, "/overrides")
    assert "You have overruled no rule yet" in world.last(TOM).text

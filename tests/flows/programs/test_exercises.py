"""The shipped library: every row is sound, and nobody is left without an exercise."""

import re
from collections import Counter
from graphlib import TopologicalSorter

import pytest

from flows.programs.exercise import Exercise
from flows.programs.kinds import Component, Kit, Part, Pattern, Posture, Trait
from flows.steps import Level, Phase
from flows.words import english
from tests.flows.book import BOOK

FOUND = BOOK.library.exercises
ALL = tuple(FOUND.values())
LEVELS = tuple(Level)
WEIGHTS = {
    Kit.DUMBBELL, Kit.KETTLEBELL, Kit.BARBELL, Kit.CABLE, Kit.MACHINE, Kit.MEDICINE_BALL,
}  # fmt: skip
LOADABLE = {Component.RESISTANCE, Component.CORE}
STRETCHES = {Component.ROLL, Component.STATIC, Component.ACTIVE, Component.DYNAMIC}
S, T, P = Level.STABILIZATION, Level.STRENGTH, Level.POWER
PHASES = {
    (Component.ROLL, S): {1, 2, 3, 4, 5},
    (Component.STATIC, S): {1, 2, 3, 4, 5},
    (Component.ACTIVE, T): {2, 3, 4},
    (Component.DYNAMIC, P): {1, 2, 3, 4, 5},
    (Component.CORE, S): {1, 2, 3, 4},
    (Component.CORE, T): {2, 3, 4},
    (Component.CORE, P): {5},
    (Component.BALANCE, S): {1, 2},
    (Component.BALANCE, T): {2, 3, 4},
    (Component.BALANCE, P): {5},
    (Component.PLYOMETRIC, S): {1},
    (Component.PLYOMETRIC, T): {2, 3, 4},
    (Component.PLYOMETRIC, P): {5},
    (Component.SPEED, S): {1, 2, 3, 4, 5},
    (Component.SPEED, T): {2, 3, 4, 5},
    (Component.SPEED, P): {5},
    (Component.RESISTANCE, S): {1, 2},
    (Component.RESISTANCE, T): {2, 3, 4, 5},
    (Component.RESISTANCE, P): {5},
}
LEAST = {Component.CORE: 6, Component.BALANCE: 6, Component.PLYOMETRIC: 4, Component.SPEED: 6}
GROUND = {Posture.KNEELING, Posture.ALL_FOURS, Posture.SIDE_LYING, Posture.SUPINE, Posture.PRONE}
RAISED = {Kit.BENCH, Kit.BALL, Kit.MACHINE}
CONFIDENCE = re.compile(r"D|[AC] \(name(, level)?\); (B \(level\); )?D \(rest\)")

NONE, GYM = frozenset[Kit](), frozenset(Kit)
SETS = {
    "none": (NONE, (1, 2)),
    "bands": (frozenset({Kit.BAND}), (1, 2)),
    "dumbbells": (frozenset({Kit.DUMBBELL}), (1, 2, 3)),
    "barbell": (frozenset({Kit.BARBELL}), (1, 2, 3, 4, 5)),
    "machines": (frozenset({Kit.MACHINE, Kit.CABLE}), (1, 2, 3, 4, 5)),
    "ball and room": (frozenset({Kit.MEDICINE_BALL, Kit.ROOM}), (1, 2, 5)),
    "gym": (GYM, (1, 2, 3, 4, 5)),
}
PARTS = tuple(part for part in Part if part is not Part.TRUNK)
ARMS = {Part.BICEPS, Part.TRICEPS}
CELLS = [(name, phase) for name, (_, phases) in SETS.items() for phase in phases]


def usable(component: Component, kit: frozenset[Kit], phase: int) -> list[Exercise]:
    return [
        one
        for one in BOOK.library.of(component)
        if Phase(phase) in one.phases and any(kit.issuperset(way) for way in one.kit)
    ]


def pairs(found: list[Exercise], other: Level) -> int:
    """Count how many exercises of strength can have a partner of their own, of one pattern."""
    strong, partner = (Counter(e.pattern for e in found if e.level is at) for at in (T, other))
    return sum((strong & partner).values())


def test_there_are_enough() -> None:
    assert len(ALL) >= 240
    for component, least in LEAST.items():
        counted = Counter(one.level for one in BOOK.library.of(component))
        assert min(counted[level] for level in Level) >= least, component


@pytest.mark.parametrize(("name", "phase"), CELLS)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_three_in_each_phase_that_the_kit_allows(
    name: str, phase: int, part: Part
) -> None:
    found = usable(Component.RESISTANCE, SETS[name][0], phase)
    assert sum(one.part is part for one in found) >= 3


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("part", PARTS)
def test_two_pairs_of_strength_and_stabilization_can_be_made(name: str, part: Part) -> None:
    found = usable(Component.RESISTANCE, SETS[name][0], 2)
    assert pairs([one for one in found if one.part is part], S) >= 2


@pytest.mark.parametrize("name", [name for name, phase in CELLS if phase == 5])
@pytest.mark.parametrize("part", [part for part in PARTS if part not in ARMS])
def test_a_pair_of_strength_and_power_can_be_made(name: str, part: Part) -> None:
    found = usable(Component.RESISTANCE, SETS[name][0], 5)
    assert pairs([one for one in found if one.part is part], P) >= 1


@pytest.mark.parametrize(("name", "phase"), CELLS)
def test_what_is_not_resistance_is_there_with_little_too(name: str, phase: int) -> None:
    wanted = set(Component) - ({Component.ACTIVE} if phase in {1, 5} else set())
    for component in wanted:
        least = 2 if component is Component.CORE and phase == 5 else 3
        assert len(usable(component, SETS[name][0], phase)) >= least, component


def test_names_and_cues_stand_once_and_are_short() -> None:
    for said in ([english(one.name) for one in ALL], [english(one.cue) for one in ALL]):
        assert not [
            text for text, times in Counter(t.casefold() for t in said).items() if times > 1
        ]
    for one in ALL:
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", one.id), one.id
        assert len(one.id) <= 34, one.id
        assert re.fullmatch(r"[A-Z0-9][^{}<>&]{10,118}\.", english(one.cue)), one.id


def test_every_row_says_where_it_comes_from() -> None:
    for one in ALL:
        assert CONFIDENCE.fullmatch(one.confidence), one.id
        ours = one.source == "our own proposal"
        assert ours == (one.confidence == "D"), one.id
        assert ours or one.source.startswith(("NASM CPT 7e ch. ", "common knowledge")), one.id


def test_phases_fit_the_level() -> None:
    for one in ALL:
        assert one.phases, one.id
        assert PHASES[one.component, one.level].issuperset(one.phases), one.id
        assert one.phases == tuple(sorted(set(one.phases))), one.id


def test_easier_and_harder_stay_in_the_component_and_never_lead_in_a_circle() -> None:
    steps = [(one.regression, one.id) for one in ALL if one.regression]
    steps += [(one.id, one.progression) for one in ALL if one.progression]
    for easier, harder in steps:
        low, high = FOUND[easier], FOUND[harder]
        assert (low.component, low.part) == (high.component, high.part), (easier, harder)
        assert LEVELS.index(low.level) <= LEVELS.index(high.level), (easier, harder)
    order = TopologicalSorter({one.id: () for one in ALL})
    for easier, harder in steps:
        order.add(harder, easier)
    order.prepare()


def test_what_needs_a_kit_has_a_twin_that_needs_none() -> None:
    for one in ALL:
        if () in one.kit:
            assert not one.bodyweight, one.id
            continue
        twin = FOUND[one.bodyweight]
        assert () in twin.kit, one.id
        same = (one.component, one.part, one.level)
        assert (twin.component, twin.part, twin.level) == same, one.id


def test_what_is_loaded_has_a_weight() -> None:
    for one in ALL:
        assert not one.loaded or any(WEIGHTS.intersection(way) for way in one.kit), one.id
        assert not one.loaded or one.component not in STRETCHES, one.id


def test_what_to_mind_is_marked() -> None:
    for one in ALL:
        leaps = one.pattern in {Pattern.JUMP, Pattern.HOP}
        assert not leaps or {Trait.JUMP, Trait.IMPACT}.issubset(one.traits), one.id
        assert Trait.JUMP not in one.traits or Trait.IMPACT in one.traits, one.id
        assert (one.component is Component.ROLL) == (Trait.ROLLING in one.traits), one.id
        assert Trait.AXIAL_LOAD not in one.traits or one.component in LOADABLE, one.id
        raised = any(RAISED.intersection(way) for way in one.kit)
        assert one.posture not in GROUND or raised or Trait.FLOOR in one.traits, one.id
        assert len(set(one.traits)) == len(one.traits), one.id


def test_a_stretch_or_a_roll_names_what_it_is_for() -> None:
    assert not [one.id for one in ALL if one.component in STRETCHES and not one.muscles]

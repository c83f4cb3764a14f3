"""What every session has to keep to, whatever it was built from."""

from collections import Counter

from flows.programs.doses import Role
from flows.programs.exercise import Exercise
from flows.programs.kinds import Component, Kit, Posture, Trait
from flows.programs.need import Need
from flows.programs.session import Dose, Item, Section, Session, Span, Tempo
from flows.programs.starting_load import BY_FEEL, BY_LEFT, FIRST
from flows.steps import Level
from tests.flows.book import BOOK
from tests.flows.programs import acute

THINGS = {
    "bands": {Kit.BAND},
    "dumbbells": {Kit.DUMBBELL, Kit.KETTLEBELL},
    "barbell": {Kit.BARBELL, Kit.BENCH},
    "machines": {Kit.MACHINE, Kit.CABLE, Kit.BENCH, Kit.BALL, Kit.BOX, Kit.BAR},
    "ball_and_room": {Kit.MEDICINE_BALL, Kit.BOX, Kit.ROOM},
}
WEIGHTS = {
    Kit.DUMBBELL, Kit.KETTLEBELL, Kit.BARBELL, Kit.CABLE, Kit.MACHINE, Kit.MEDICINE_BALL,
}  # fmt: skip
OF_WEIGHTS = {FIRST.template, BY_FEEL.template, BY_LEFT.template}
NEVER: dict[str, set[Trait]] = {
    "youth": {Trait.HEAVY},
    "hypertension": {Trait.HOLD, Trait.HEAVY, Trait.GRIP},
    "coronary": {Trait.JUMP, Trait.IMPACT, Trait.HOLD, Trait.HEAVY},
    "osteoporosis": {Trait.LOADED_BENDING, Trait.TWIST, Trait.ROLLING, Trait.AXIAL_LOAD},
    "arthritis": {Trait.HEAVY},
    "cancer": {Trait.ROLLING, Trait.HEAVY},
    "diabetes": {Trait.ROLLING},
    "arterial_disease": {Trait.ROLLING},
    "pregnancy": {Trait.TWIST, Trait.JUMP, Trait.SINGLE_LEG_SQUAT},
    "pregnancy_early": {Trait.TWIST, Trait.SINGLE_LEG_SQUAT},
    "low_back_pain": {Trait.LOADED_BENDING},
}
LYING = {Posture.PRONE, Posture.SUPINE}
NOT_LYING = {"pregnancy": LYING, "hypertension": LYING | {Posture.SIDE_LYING}}
NO_PLYOMETRICS = {"coronary", "osteoporosis", "pregnancy"}
LEVELS = {
    Role.STRENGTH: Level.STRENGTH,
    Role.STABILITY: Level.STABILIZATION,
    Role.POWER: Level.POWER,
}
PARTNER = {2: Role.STABILITY, 5: Role.POWER}


def exercise(item: Item) -> Exercise:
    return BOOK.library.exercises[item.exercise]


def items(session: Session, *sections: Section) -> list[Item]:
    blocks = [b for b in session.blocks if not sections or b.section in sections]
    return [item for block in blocks for item in block.items]


def cut(span: Span, limit: Span | None) -> Span:
    """Cut the step's figures to the condition's; where they do not meet, those go first."""
    if limit is None:
        return span
    low, high = max(span.low, limit.low), min(span.high, limit.high)
    if low > high:
        nearest = limit.high if span.low > limit.high else limit.low
        return Span(nearest, nearest)
    return Span(low, high)


def inside(value: Span | int | None, span: Span) -> bool:
    if value is None:
        return False
    low, high = (value, value) if isinstance(value, int) else (value.low, value.high)
    return span.low <= low <= high <= span.high


def of_condition(
    condition: str, phase: int, table: dict[str, Span], to_3: dict[str, Span]
) -> Span | None:
    return (table | (to_3 if phase <= 3 else {})).get(condition)


def things(need: Need) -> set[Kit]:
    return {kit for one in need.profile.equipment or () for kit in THINGS.get(one, ())}


def weights(item: Item, need: Need) -> set[Kit]:
    """List what is there to load an exercise with, of the ways that it can be done in."""
    one, have = exercise(item), things(need)
    ways = [way for way in one.kit if have.issuperset(way)]
    return WEIGHTS & {kit for way in ways for kit in way}


def holds_resistance(item: Item, role: Role, condition: str, need: Need) -> None:
    phase = int(need.phase)
    (sets, reps, rest), tempo, percent = acute.RESISTANCE[phase, role]
    dose = item.dose
    assert inside(
        dose.sets, cut(sets, of_condition(condition, phase, acute.SETS, acute.SETS_TO_3))
    )
    if condition == "lung_disease":
        assert dose.rest == rest.high
    assert inside(dose.rest, rest), (item, rest)
    if dose.reps is None:
        assert dose.seconds
        return
    asked = of_condition(condition, phase, acute.REPS, acute.REPS_TO_3)
    assert inside(dose.reps, cut(reps, asked)), item
    paced(dose, tempo, condition)
    assert (dose.percent is not None) == bool(weights(item, need) and percent)
    if percent is not None and dose.percent is not None and condition in acute.PERCENT:
        assert dose.percent.high <= acute.PERCENT[condition]
    if role is Role.POWER:
        assert dose.left is None
    elif condition not in {"youth", "older_adult", "hypertension"}:
        assert inside(dose.left, acute.LEFT[phase])
    else:
        assert dose.left is not None
        assert dose.left.low >= acute.LEFT[phase].low


def paced(dose: Dose, tempo: Tempo | None, condition: str) -> None:
    if tempo is None:
        assert dose.fast
        assert dose.tempo is None
    elif condition in {"hypertension", "coronary"}:
        assert dose.tempo is not None
        assert max(dose.tempo.hold, dose.tempo.lift, dose.tempo.pause) <= 1
        assert dose.tempo.lower == tempo.lower
    else:
        assert dose.tempo == tempo


def holds_other(item: Item, condition: str, phase: int) -> None:
    one, dose = exercise(item), item.dose
    _, sets, reps, rest = acute.OTHERS[one.component][phase]
    limit = of_condition(condition, phase, acute.SETS, acute.SETS_TO_3)
    assert inside(dose.sets, cut(sets, limit)), item
    assert (dose.reps is None) != (dose.seconds is None)
    assert dose.reps is None or inside(dose.reps, reps), item
    assert inside(dose.rest, rest) or condition == "lung_disease", item


def allowed(session: Session, need: Need, condition: str) -> None:
    have = things(need)
    for item in items(session):
        one = exercise(item)
        assert need.phase in one.phases
        assert any(have.issuperset(way) for way in one.kit), (one.id, have)
        assert not NEVER.get(condition, set()).intersection(one.traits), (one.id, condition)
        assert one.posture not in NOT_LYING.get(condition, set()), (one.id, condition)
        assert condition not in NO_PLYOMETRICS or one.component is not Component.PLYOMETRIC


def loads(session: Session, need: Need) -> None:
    """Nobody is given a weight, or told to choose one, who has nothing to load with."""
    for item in items(session):
        there = weights(item, need)
        steps = [BOOK.loads.steps[need.units][kit][0].start for kit in there]
        assert item.kg is None or item.kg >= min(steps, default=item.kg + 1), (item, there)
        assert there or not OF_WEIGHTS.intersection(why.template for why in item.reasons), item


def doses(session: Session, need: Need, condition: str) -> None:
    phase = int(session.phase)
    for item in items(session):
        if exercise(item).component is Component.RESISTANCE:
            holds_resistance(item, role_of(session, item), condition, need)
        else:
            holds_other(item, condition, phase)
    for block in session.blocks:
        counted = Counter(exercise(item).component for item in block.items)
        for component, count in counted.items():
            if component is not Component.RESISTANCE and block.section is not Section.CHOICE:
                assert count <= acute.OTHERS[component][phase][0].high


def role_of(session: Session, item: Item) -> Role:
    if not item.pair:
        return Role.SINGLE
    strong = exercise(item).level is Level.STRENGTH
    return Role.STRENGTH if strong else PARTNER[int(session.phase)]


def paired(session: Session) -> None:
    listed = items(session, Section.RESISTANCE)
    partner = PARTNER.get(int(session.phase))
    assert all(bool(item.pair) == (partner is not None) for item in listed)
    if partner is not None:
        for first, second in zip(listed[::2], listed[1::2], strict=True):
            one, other = exercise(first), exercise(second)
            assert first.pair == second.pair
            assert one.part is other.part
            assert (one.level, other.level) == (Level.STRENGTH, LEVELS[partner])
            assert first.dose.sets == second.dose.sets


def told(session: Session, need: Need) -> None:
    order = list(Section)
    places = [order.index(block.section) for block in session.blocks]
    assert places == sorted(set(places))
    for block in session.blocks:
        assert block.items or block.notes
        ids = [item.exercise for item in block.items]
        assert len(ids) == len(set(ids))
        assert all(item.reasons and item.source for item in block.items)
    assert items(session, Section.RESISTANCE)
    assert session.minutes <= need.minutes, (session.minutes, need)


def keeps(session: Session, need: Need, condition: str) -> None:
    allowed(session, need, condition)
    loads(session, need)
    doses(session, need, condition)
    paired(session)
    told(session, need)

"""Reads a re-assessment, or a movement check, into results, and the one into the other."""

from datetime import date

from flows.facts.answers import Told, number, whole, word
from flows.facts.health import FAULTS, TESTS
from flows.phases.profile import Fault
from flows.programs.abilities import Ability, Result
from flows.programs.load_rules import LoadRules
from flows.programs.log import Done
from flows.programs.strength import estimate
from flows.questions.answers import Answer

NUMBERS = {
    Ability.RESTING: "rest_pulse",
    Ability.BALANCE_LEFT: "stance_left",
    Ability.BALANCE_RIGHT: "stance_right",
    Ability.POWER: "leap_cm",
    Ability.CORE: "plank_seconds",
    Ability.ENDURANCE: "pushups",
    Ability.COORDINATION: "drill_count",
    Ability.AEROBIC: "step_pulse",
}
CHECKPOINTS = ("feet_out", "knees_in", "back_arches", "leans", "arms_fall")
POINTS = {Fault.NONE: 0, Fault.SLIGHT: 1, Fault.MAJOR: 2}


def results(told: Told, on: date, rules: LoadRules) -> tuple[Result, ...]:
    """Give what was measured, in the order of the abilities; what was left out is not there."""
    found = {ability: number(told, key) for ability, key in NUMBERS.items()}
    found |= {Ability.FLEXIBILITY: _points(told), Ability.STRENGTH: _strength(told, rules)}
    return tuple(
        Result(
            ability=ability,
            on=on,
            value=value,
            lift=word(told, "lift") if ability is Ability.STRENGTH else "",
        )
        for ability in Ability
        if (value := found[ability]) is not None
    )


def _points(told: Told) -> float | None:
    """Add the deviations of the squat up; None where one of the five was not seen."""
    seen = [FAULTS.get(word(told, key)) for key in CHECKPOINTS]
    known = [POINTS[fault] for fault in seen if fault is not None]
    return float(sum(known)) if len(known) == len(CHECKPOINTS) else None


def _strength(told: Told, rules: LoadRules) -> float | None:
    return estimate(heaviest(told), rules)


def heaviest(told: Told) -> Done:
    """Give the set that was told of the lift; empty where none was."""
    return Done(kg=number(told, "lift_kg"), reps=whole(told, "lift_reps"))


def hurt(told: Told) -> bool:
    """Say whether a test hurt."""
    return any(word(told, test) == "pain" for test in TESTS)


def as_movement(told: Told) -> dict[str, Answer] | None:
    """Give the answers of a re-assessment as those of a movement check; the weaker leg decides.

    None where the squat or the stance was left out and nothing hurt: the last check stays.
    """
    whole_check = word(told, "squat") == word(told, "stance") == "done"
    if not whole_check and not hurt(told):
        return None
    legs = [found for side in ("left", "right") if (found := whole(told, f"stance_{side}"))]
    return {**told, **({"stance_seconds": min(legs)} if legs else {})}

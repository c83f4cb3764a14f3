"""The vocabulary that everything else shares: levels, phases, goals, modes, triggers."""

from enum import IntEnum, StrEnum


class Level(StrEnum):
    """The three levels of the model (NASM CPT 7e ch. 21)."""

    STABILIZATION = "stabilization"
    STRENGTH = "strength"
    POWER = "power"


class Phase(IntEnum):
    """The five phases, the steps of the staircase (NASM CPT 7e ch. 21, table 21-3)."""

    STABILIZATION_ENDURANCE = 1
    STRENGTH_ENDURANCE = 2
    MUSCULAR_DEVELOPMENT = 3
    MAXIMAL_STRENGTH = 4
    POWER = 5


class Goal(StrEnum):
    """What a client trains for; each goal has a route (domain rules, section 2)."""

    FAT_LOSS = "fat_loss"
    MUSCLE = "muscle"
    PERFORMANCE = "performance"
    STRENGTH = "strength"
    HEALTH = "health"


class Mode(StrEnum):
    """How steps up come about for a client with a trainer; hold, down and stop always act.

    AUTO: they are made by themselves, but for the high steps, which always wait. PROPOSE: those
    into another level wait for the trainer's yes. MANUAL: none is made or asked for.
    """

    AUTO = "auto"
    PROPOSE = "propose"
    MANUAL = "manual"


class Trigger(StrEnum):
    """The changes of level, and the single steps inside the strength level."""

    ENTER_STRENGTH = "enter_strength"
    CLIMB = "climb"
    ENTER_POWER = "enter_power"
    DESCEND = "descend"
    RETURN_TO_STRENGTH = "return_to_strength"
    RETURN_TO_STABILIZATION = "return_to_stabilization"


LEVELS = {
    Phase.STABILIZATION_ENDURANCE: Level.STABILIZATION,
    Phase.STRENGTH_ENDURANCE: Level.STRENGTH,
    Phase.MUSCULAR_DEVELOPMENT: Level.STRENGTH,
    Phase.MAXIMAL_STRENGTH: Level.STRENGTH,
    Phase.POWER: Level.POWER,
}

PHASE_NAMES = {
    Phase.STABILIZATION_ENDURANCE: "stabilization endurance",
    Phase.STRENGTH_ENDURANCE: "strength endurance",
    Phase.MUSCULAR_DEVELOPMENT: "muscular development",
    Phase.MAXIMAL_STRENGTH: "maximal strength",
    Phase.POWER: "power",
}

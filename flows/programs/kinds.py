"""The vocabulary of programs: components, parts, patterns, what is needed, and what to mind."""

from enum import StrEnum


class Component(StrEnum):
    """What an exercise trains, as the session template names it (NASM CPT 7e ch. 14-21)."""

    ROLL = "roll"
    STATIC = "static"
    ACTIVE = "active"
    DYNAMIC = "dynamic"
    CORE = "core"
    BALANCE = "balance"
    PLYOMETRIC = "plyometric"
    SPEED = "speed"
    RESISTANCE = "resistance"


class Part(StrEnum):
    """The part of the body that does the work."""

    TOTAL = "total"
    CHEST = "chest"
    BACK = "back"
    SHOULDERS = "shoulders"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    LEGS = "legs"
    TRUNK = "trunk"


class Pattern(StrEnum):
    """How the body moves; exercises of one pattern are alike enough to be paired or swapped."""

    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    STEP = "step"
    CALF = "calf"
    PUSH = "push"
    FLY = "fly"
    PRESS = "press"
    RAISE = "raise"
    ROW = "row"
    PULLDOWN = "pulldown"
    CURL = "curl"
    EXTEND = "extend"
    COMBINED = "combined"
    BRACE = "brace"
    BEND = "bend"
    ROTATE = "rotate"
    CARRY = "carry"
    STANCE = "stance"
    REACH = "reach"
    JUMP = "jump"
    HOP = "hop"
    THROW = "throw"
    RUN = "run"
    LADDER = "ladder"
    MOBILITY = "mobility"


class Kit(StrEnum):
    """Things an exercise needs; a floor, wall, chair, stair, towel and bag are always there."""

    BAND = "band"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    BENCH = "bench"
    CABLE = "cable"
    MACHINE = "machine"
    BALL = "ball"
    MEDICINE_BALL = "medicine_ball"
    BAR = "pull_up_bar"
    BOX = "box"
    ROOM = "room"


class Plane(StrEnum):
    """The planes of motion."""

    SAGITTAL = "sagittal"
    FRONTAL = "frontal"
    TRANSVERSE = "transverse"


class Posture(StrEnum):
    """How the body is held while the exercise is done."""

    STANDING = "standing"
    SINGLE_LEG = "single_leg"
    SEATED = "seated"
    KNEELING = "kneeling"
    ALL_FOURS = "all_fours"
    SIDE_LYING = "side_lying"
    SUPINE = "supine"
    PRONE = "prone"
    HANGING = "hanging"


class Trait(StrEnum):
    """What in an exercise somebody may have to avoid.

    LOADED_BENDING: leaning or curling forward under a load, BENDING: rounding the spine, loaded
    or not. OVERHEAD: a load, or the body's own weight, above the head. HOLD: muscles kept tense
    without moving. HEAVY: meant for loads near one's best. FLOOR: getting down to it and up.
    HIGH_BALANCE: on one leg or on a ball, with nothing to hold, while something else moves.
    """

    JUMP = "jump"
    IMPACT = "impact"
    LOADED_BENDING = "loaded_bending"
    BENDING = "bending"
    TWIST = "twist"
    AXIAL_LOAD = "axial_load"
    OVERHEAD = "overhead"
    HOLD = "hold"
    HEAD_LOW = "head_low"
    GRIP = "grip"
    HEAVY = "heavy"
    FAST = "fast"
    ROLLING = "rolling"
    SINGLE_LEG_SQUAT = "single_leg_squat"
    DEEP_KNEE = "deep_knee"
    WRIST_LOAD = "wrist_load"
    FLOOR = "floor"
    HIGH_BALANCE = "high_balance"


class Measure(StrEnum):
    """How an exercise is counted."""

    REPS = "reps"
    SECONDS = "seconds"


class Muscle(StrEnum):
    """What is rolled, stretched or woken up (NASM CPT 7e ch. 12)."""

    CALVES = "calves"
    TIBIALIS = "tibialis"
    PERONEALS = "peroneals"
    HAMSTRINGS = "hamstrings"
    QUADRICEPS = "quadriceps"
    ADDUCTORS = "adductors"
    TFL = "tfl"
    HIP_FLEXORS = "hip_flexors"
    PIRIFORMIS = "piriformis"
    GLUTE_MAX = "glute_max"
    GLUTE_MED = "glute_med"
    BACK_EXTENSORS = "back_extensors"
    ABDOMINALS = "abdominals"
    DEEP_CORE = "deep_core"
    LATS = "lats"
    PECS = "pecs"
    UPPER_TRAPS = "upper_traps"
    LOWER_TRAPS = "lower_traps"
    RHOMBOIDS = "rhomboids"
    REAR_DELTS = "rear_delts"
    ROTATOR_CUFF = "rotator_cuff"
    THORACIC = "thoracic"
    NECK = "neck"
    NECK_FLEXORS = "neck_flexors"

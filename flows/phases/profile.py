"""What is known about a person's body and means, and the result of a movement check."""

from enum import StrEnum

from msgspec import Struct


class Sex(StrEnum):
    """Asked only for norms, and optional."""

    FEMALE = "female"
    MALE = "male"


class Condition(StrEnum):
    """Groups with limits of their own (NASM CPT 7e ch. 23)."""

    YOUTH = "youth"
    OLDER_ADULT = "older_adult"
    OVERWEIGHT_OBESE = "overweight_obese"
    DIABETES = "diabetes"
    HYPERTENSION = "hypertension"
    CORONARY = "coronary"
    OSTEOPOROSIS = "osteoporosis"
    ARTHRITIS = "arthritis"
    CANCER = "cancer"
    PREGNANCY = "pregnancy"
    POSTPARTUM = "postpartum"
    LUNG_DISEASE = "lung_disease"
    ARTERIAL_DISEASE = "arterial_disease"
    LOW_BACK_PAIN = "low_back_pain"


class Equipment(StrEnum):
    """What there is to train with."""

    NONE = "none"
    BANDS = "bands"
    DUMBBELLS = "dumbbells"
    BARBELL = "barbell"
    MACHINES = "machines"
    BALL_AND_ROOM = "ball_and_room"


class Fault(StrEnum):
    """How far a checkpoint of the movement check was off."""

    NONE = "none"
    SLIGHT = "slight"
    MAJOR = "major"


class Movement(Struct, frozen=True, kw_only=True):
    """A movement check: five checkpoints of the squat, balance, landing, strength, fitness.

    None is not checked. `steady` is a trainer's own judgement of the balance, `lands` whether a
    small jump is landed softly and held, `step_test_pulse` beats in the minute after the test.
    """

    feet: Fault | None = None
    knees: Fault | None = None
    low_back: Fault | None = None
    lean: Fault | None = None
    arms: Fault | None = None
    landing: Fault | None = None
    single_leg_seconds: float | None = None
    steady: bool | None = None
    lands: bool | None = None
    pushups: int | None = None
    step_test_pulse: int | None = None
    pain: bool | None = None


class Profile(Struct, frozen=True, kw_only=True):
    """A person as the rules see them; None is unknown and counts as the worse case.

    `conditions` None is not asked, () is none. `pregnancy_week` (1 to 42) and `postpartum_weeks`
    count only beside their condition. `unsettled`: conditions with symptoms, or not under control,
    or of which that is not known. `supervised`: a trainer is linked. `guardian`: for minors.
    """

    age: int | None = None
    sex: Sex | None = None
    height_cm: float | None = None
    weight_kg: float | None = None
    experience_months: int | None = None
    days_a_week: int | None = None
    equipment: tuple[Equipment, ...] | None = None
    conditions: tuple[Condition, ...] | None = None
    unsettled: tuple[Condition, ...] = ()
    pregnancy_week: int | None = None
    used_to_training: bool | None = None
    postpartum_weeks: int | None = None
    fell_last_year: bool | None = None
    beta_blocker: bool | None = None
    supervised: bool = False
    guardian: bool | None = None

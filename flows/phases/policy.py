"""Every threshold and switch of the rules: names and types only, the values are in policy.toml.

`flows/data/policy.toml` says what each means, its unit, its range and where it comes from;
`sheet.py` reads it. No other module of the rules holds a number of its own.
"""

from msgspec import Struct

from flows.phases.items import Proof
from flows.phases.office import Attention, Coaching, Desks, GymView, Reminders
from flows.phases.reasons import Cited
from flows.steps import Goal, Phase

Pair = tuple[Phase, Phase]
Percent = tuple[int, int]


class Weeks(Struct, frozen=True, kw_only=True):
    """Weeks on a step, and how they recur."""

    shortest: int
    due: int
    longest: int
    reassess: int
    lighter: int
    between_moves: int
    remembered: int


class Adherence(Struct, frozen=True, kw_only=True):
    """Shares of the planned sessions, 0 to 1."""

    enough: float
    low: float
    lately_weeks: int


class Effort(Struct, frozen=True, kw_only=True):
    """Top of each step's effort band, 0 to 10."""

    tops: tuple[int, int, int, int, int]

    def top(self, phase: Phase) -> int:
        """Highest effort that fits the step."""
        return self.tops[phase - 1]


class Readiness(Struct, frozen=True, kw_only=True):
    """Sum of sleep, stress, fatigue and soreness, 4 to 28."""

    good: int
    high: int


class Pain(Struct, frozen=True, kw_only=True):
    """Pain from 0 to 10."""

    noted: int
    hold: int
    down: int
    stop: int


class Balance(Struct, frozen=True, kw_only=True):
    """Seconds on one leg by age, and how many days a movement check counts."""

    seconds: int
    sixties: int
    seventies: int
    from_sixty: int
    from_seventy: int
    judged_from: int
    counts_days: int
    offer_days: int


class Experience(Struct, frozen=True, kw_only=True):
    """Months of regular training, and weeks of a start."""

    trained: int
    seasoned: int
    placed_weeks: int
    fresh_weeks: int


class TimeOff(Struct, frozen=True, kw_only=True):
    """Weeks since last trained, half-open from each edge, and percent of the load."""

    lighter: int
    step_down: int
    first_step: int
    tests_again: int
    new_intake: int
    first_step_weeks: int
    tests_again_weeks: int
    load_lighter: Percent
    load_step_down: Percent
    load_first_step: Percent
    load_tests_again: Percent


class Illness(Struct, frozen=True, kw_only=True):
    """Days ill, hours free of symptoms, and the blood pressure that stops, in mmHg."""

    short_days: int
    clear_hours: int
    systolic: int
    diastolic: int


class Pregnancy(Struct, frozen=True, kw_only=True):
    """Weeks of a pregnancy and after a birth, and the steps they leave."""

    early_weeks: int
    early_cap: Phase
    later_cap: Phase
    after_birth_weeks: int


class Age(Struct, frozen=True, kw_only=True):
    """Years: the youngest allowed, adults, older adults."""

    youngest: int
    adult: int
    older: int


class Body(Struct, frozen=True, kw_only=True):
    """Body mass index, kg/m²."""

    thin: float
    obese: float


class Caps(Struct, frozen=True, kw_only=True):
    """Highest step, as (alone, with a trainer)."""

    youth: Pair
    older_adult: Pair
    overweight_obese: Pair
    diabetes: Pair
    hypertension: Pair
    coronary: Pair
    osteoporosis: Pair
    arthritis: Pair
    cancer: Pair
    postpartum: Pair
    lung_disease: Pair
    arterial_disease: Pair
    low_back_pain: Pair
    fall: Phase
    little_equipment: Phase
    dumbbells: Phase


class Clearance(Struct, frozen=True, kw_only=True):
    """How long and how far a clearance reaches."""

    months: int
    declared_scope: Phase
    alone_scope: Phase
    quiet_weeks: int


class Proofs(Struct, frozen=True, kw_only=True):
    """What clears an item; a written word where none is named here."""

    condition_hypertension: Proof
    condition_diabetes: Proof
    condition_osteoporosis: Proof
    condition_arthritis: Proof
    condition_cancer: Proof
    condition_lung_disease: Proof
    condition_arterial_disease: Proof
    condition_low_back_pain: Proof
    condition_coronary: Proof
    screening_joints: Proof
    screening_medicines: Proof
    screening_heart: Proof
    screening_supervised_only: Proof


class Rounds(Struct, frozen=True, kw_only=True):
    """Rounds of a route before its weeks undulate."""

    fat_loss: int


class Route(Struct, frozen=True, kw_only=True):
    """The steps of a goal's first round and of later ones, and where a later one starts."""

    first: tuple[Phase, ...]
    later: tuple[Phase, ...]
    restart: Phase


class Approval(Struct, frozen=True, kw_only=True):
    """What waits for a trainer, and how many days before it is asked again."""

    level_changes: bool
    from_step: Phase
    days: int


class Timing(Struct, frozen=True, kw_only=True):
    """When the conversation asks, reminds, and lets go."""

    nudge_hours: int
    nudges: int
    nudge_late_hours: int
    early_days: int
    health_days: int
    told_after: int
    planned: int
    fresh_days: int
    return_days: int


class Policy(Struct, frozen=True, kw_only=True):
    """All numbers of the rules; `version` goes into every record made under them.

    `sources` says of each key where its value comes from.
    """

    version: str
    weeks: Weeks
    adherence: Adherence
    effort: Effort
    readiness: Readiness
    pain: Pain
    balance: Balance
    experience: Experience
    time_off: TimeOff
    illness: Illness
    pregnancy: Pregnancy
    age: Age
    body: Body
    caps: Caps
    clearance: Clearance
    proofs: Proofs
    rounds: Rounds
    routes: dict[Goal, Route]
    approval: Approval
    timing: Timing
    reminders: Reminders
    gym_view: GymView
    desk: Desks
    attention: Attention
    coaching: Coaching
    sources: dict[str, str]

    def cite(self, key: str) -> Cited:
        """Name a key and the source of its value, for a reason; KeyError for an unknown key."""
        return Cited(key, self.sources[key])

"""Every threshold and switch of the rules, with its default.

A letter names the confidence: A read in NASM CPT 7e, B a secondary page, D our own proposal.
What is marked D is never shown to people as NASM's.
"""

from msgspec import Struct

from flows.steps import Phase


class Weeks(Struct, frozen=True, kw_only=True):
    """Weeks on a step: the window 2 to 6 is NASM CPT 7e ch. 21 (A), the rest ours (D)."""

    shortest: int = 2
    due: int = 4
    longest: int = 6
    reassess: int = 6
    lighter: int = 5
    between_moves: int = 1
    remembered: int = 12


class Adherence(Struct, frozen=True, kw_only=True):
    """Shares of the planned sessions, 0 to 1: ours (D)."""

    enough: float = 0.75
    low: float = 0.5
    lately_weeks: int = 2


class Effort(Struct, frozen=True, kw_only=True):
    """Top of each step's effort band, 0 to 10: ours (D), from the reps-left bands."""

    tops: tuple[int, int, int, int, int] = (7, 8, 9, 9, 8)

    def top(self, phase: Phase) -> int:
        """Highest effort that fits the step."""
        return self.tops[phase - 1]


class Readiness(Struct, frozen=True, kw_only=True):
    """Sum of sleep, stress, fatigue and soreness, 4 to 28: bands B, what follows ours (D)."""

    good: int = 12
    high: int = 18


class Pain(Struct, frozen=True, kw_only=True):
    """Pain from 0 to 10: traffic light B, cut-offs ours (D); no training in pain is ch. 12 (A)."""

    noted: int = 2
    hold: int = 3
    down: int = 4
    stop: int = 6


class Balance(Struct, frozen=True, kw_only=True):
    """Seconds on one leg by age, and how long a movement check counts: ours (D)."""

    seconds: int = 30
    sixties: int = 20
    seventies: int = 10
    from_sixty: int = 60
    from_seventy: int = 70
    judged_from: int = 80
    counts_days: int = 42
    offer_days: int = 28


class Experience(Struct, frozen=True, kw_only=True):
    """Months of regular training: that experience is needed is ch. 21 (A), the months ours (D)."""

    trained: int = 6
    seasoned: int = 12
    placed_weeks: int = 2
    fresh_weeks: int = 4
    detrained_weeks: int = 8


class TimeOff(Struct, frozen=True, kw_only=True):
    """Weeks since last trained, half-open from each edge: evidence B, what follows ours (D)."""

    lighter: int = 1
    step_down: int = 2
    first_step: int = 4
    tests_again: int = 8
    new_intake: int = 12
    first_step_weeks: int = 2
    tests_again_weeks: int = 4
    load_lighter: tuple[int, int] = (90, 95)
    load_step_down: tuple[int, int] = (80, 90)
    load_first_step: tuple[int, int] = (70, 80)
    load_tests_again: tuple[int, int] = (60, 70)


class Illness(Struct, frozen=True, kw_only=True):
    """Days ill and hours free of symptoms; blood pressure that stops (B, chosen by us, D)."""

    short_days: int = 7
    clear_hours: int = 24
    systolic: int = 180
    diastolic: int = 110


class Pregnancy(Struct, frozen=True, kw_only=True):
    """Weeks of pregnancy and after birth: NASM CPT 7e ch. 23 (A), our steps from it (D)."""

    early_weeks: int = 12
    last_week: int = 42
    early_cap: Phase = Phase.STRENGTH_ENDURANCE
    later_cap: Phase = Phase.STABILIZATION_ENDURANCE
    after_birth_weeks: int = 6


class Age(Struct, frozen=True, kw_only=True):
    """Years: the youngest allowed, adults, older adults: ours (D), groups of ch. 23 (A)."""

    youngest: int = 16
    adult: int = 18
    older: int = 65


class Body(Struct, frozen=True, kw_only=True):
    """Body mass index, kg/m²: classes of NASM CPT 7e ch. 11 (A), refusing a goal is ours (D)."""

    thin: float = 18.5
    obese: float = 30.0


class Caps(Struct, frozen=True, kw_only=True):
    """Highest step, as (alone, with a trainer): groups of ch. 23 (A), steps ours (D)."""

    youth: tuple[Phase, Phase] = (Phase(2), Phase(2))
    older_adult: tuple[Phase, Phase] = (Phase(2), Phase(5))
    overweight_obese: tuple[Phase, Phase] = (Phase(2), Phase(5))
    diabetes: tuple[Phase, Phase] = (Phase(3), Phase(3))
    hypertension: tuple[Phase, Phase] = (Phase(2), Phase(2))
    coronary: tuple[Phase, Phase] = (Phase(1), Phase(1))
    osteoporosis: tuple[Phase, Phase] = (Phase(2), Phase(4))
    arthritis: tuple[Phase, Phase] = (Phase(2), Phase(2))
    cancer: tuple[Phase, Phase] = (Phase(2), Phase(2))
    postpartum: tuple[Phase, Phase] = (Phase(1), Phase(1))
    lung_disease: tuple[Phase, Phase] = (Phase(1), Phase(1))
    arterial_disease: tuple[Phase, Phase] = (Phase(1), Phase(1))
    low_back_pain: tuple[Phase, Phase] = (Phase(1), Phase(1))
    fall: Phase = Phase(1)
    little_equipment: Phase = Phase(2)
    dumbbells: Phase = Phase(3)


class Clearance(Struct, frozen=True, kw_only=True):
    """How long and how far a clearance reaches: yearly B, the scopes ours (D)."""

    months: int = 12
    declared_scope: Phase = Phase(2)
    alone_scope: Phase = Phase(1)
    quiet_weeks: int = 2


class Rounds(Struct, frozen=True, kw_only=True):
    """Rounds of the fat-loss route before its weeks undulate: NASM CPT 7e ch. 21 (A)."""

    fat_loss: int = 2


class Approval(Struct, frozen=True, kw_only=True):
    """Days an upward move waits for its trainer before both are told again: ours (D)."""

    days: int = 7


class Policy(Struct, frozen=True, kw_only=True):
    """All numbers of the rules; `version` goes into every record made under them."""

    version: str = "1"
    weeks: Weeks = Weeks()
    adherence: Adherence = Adherence()
    effort: Effort = Effort()
    readiness: Readiness = Readiness()
    pain: Pain = Pain()
    balance: Balance = Balance()
    experience: Experience = Experience()
    time_off: TimeOff = TimeOff()
    illness: Illness = Illness()
    pregnancy: Pregnancy = Pregnancy()
    age: Age = Age()
    body: Body = Body()
    caps: Caps = Caps()
    clearance: Clearance = Clearance()
    rounds: Rounds = Rounds()
    approval: Approval = Approval()


DEFAULT = Policy()

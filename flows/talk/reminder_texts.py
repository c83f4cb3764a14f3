"""The templates of phase reminders: what a gym may say to everybody on a step, and when."""

from flows.steps import Phase
from flows.words import T, Text

TEMPLATES: dict[Phase | None, Text] = {
    None: T(
        "A short reminder from your gym: your weekly check-in takes a few taps and decides "
        "how next week looks. /checkin"
    ),
    Phase.STABILIZATION_ENDURANCE: T(
        "You are on step 1. Slow and steady counts here: control each repetition before you add "
        "more. Keep up the balance work; your next movement check opens the next step."
    ),
    Phase.STRENGTH_ENDURANCE: T(
        "You are on step 2. Pair each strength exercise with its steady partner and keep the "
        "rests short. Tell us in the check-in how it feels."
    ),
    Phase.MUSCULAR_DEVELOPMENT: T(
        "You are on step 3. This is the step of volume: sleep and food decide as much as sets "
        "do. Stop a set while the technique is still good."
    ),
    Phase.MAXIMAL_STRENGTH: T(
        "You are on step 4. Few repetitions, long rests, clean technique. Leave a lift out "
        "rather than grind it."
    ),
    Phase.POWER: T(
        "You are on step 5. Speed is the goal: stop a set as soon as it gets slower, and land "
        "softly."
    ),
}

REASSESS: dict[Phase, Text] = {
    Phase.STABILIZATION_ENDURANCE: T(
        "Week {week} on step 1: time for the re-assessment. Move slowly in front of a mirror or a "
        "friend and see what has become easier; /retest measures it, and clean movement opens "
        "step 2."
    ),
    Phase.STRENGTH_ENDURANCE: T(
        "Week {week} on step 2: time for the re-assessment. /retest shows what your endurance has "
        "gained; tell your check-in honestly how hard the sessions are."
    ),
    Phase.MUSCULAR_DEVELOPMENT: T(
        "Week {week} on step 3: time for the re-assessment. /lift shows how your lifts went, "
        "/retest what else has grown; a rested body builds more than a tired one."
    ),
    Phase.MAXIMAL_STRENGTH: T(
        "Week {week} on step 4: time for the re-assessment. /retest measures your strength again: "
        "do it rested, warm, and with somebody at your side."
    ),
    Phase.POWER: T(
        "Week {week} on step 5: time for the re-assessment. /retest shows how fast and high you "
        "are now, and /plan what comes after this round."
    ),
}

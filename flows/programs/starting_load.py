"""The first weight of an exercise that was never done: light, or chosen by feel."""

from flows.phases.groups import by_age
from flows.programs.book import Book
from flows.programs.exercise import Exercise
from flows.programs.load_rules import LoadRules
from flows.programs.need import Need
from flows.programs.progress import Advice
from flows.programs.session import Dose
from flows.programs.strength import Ladder
from flows.words import T

FIRST = T("A first weight, light on purpose: what is left over tells us how to go on.")
BY_FEEL = T("Choose a weight you could lift clearly more often than asked.")
BY_LEFT = T("Choose a weight that leaves {low} to {high} reps in reserve at the end of each set.")


def first(exercise: Exercise, dose: Dose, need: Need, ladder: Ladder, book: Book) -> Advice:
    """Propose a first weight to a beginner on an early step; to all others, choosing by feel.

    It is a share of the body weight by the pattern of the movement, without regard to sex.
    """
    kg = _proposed(exercise, need, ladder, book)
    if kg is None:
        return chosen(dose)
    return Advice(kg=kg, reasons=(FIRST, BY_FEEL))


def chosen(dose: Dose) -> Advice:
    """Leave the weight to be chosen, by the reps that should be left where those are set."""
    left = dose.left
    text = BY_FEEL if left is None else T(BY_LEFT.template, low=left.low, high=left.high)
    return Advice(reasons=(text,))


def _proposed(exercise: Exercise, need: Need, ladder: Ladder, book: Book) -> float | None:
    months, rules = need.profile.experience_months or 0, book.loads
    trained = months >= book.policy.experience.trained
    share = rules.firsts.get(exercise.pattern)
    if trained or share is None or need.phase > rules.first_phases.high:
        return None
    care = rules.care.low if by_age(need.profile, book.policy) else 100
    return ladder.down(_counted(need, rules) * share * care / 100 / 100 / ladder.hands)


def _counted(need: Need, rules: LoadRules) -> float:
    """Give the body weight that counts, in kg; an unknown one is the least."""
    band = rules.counted_weight
    return min(max(need.profile.weight_kg or band.low, band.low), band.high)

"""All that decisions are made by: the policy, the tables of the programs, who runs the bot."""

from msgspec import Struct

from flows.people import PersonId
from flows.phases.policy import Policy
from flows.programs.abilities import Margins
from flows.programs.bounds import Bound
from flows.programs.cardio_rules import CardioRules
from flows.programs.doses import Doses
from flows.programs.exercise import Library
from flows.programs.foreign_names import Aliases
from flows.programs.goals import Emphasis
from flows.programs.kinds import Muscle, Part
from flows.programs.load_rules import LoadRules
from flows.programs.months import Month
from flows.programs.norms import Norms
from flows.programs.remedies import Remedy
from flows.programs.span import Spans
from flows.programs.splits import Splits
from flows.programs.spread import Spread
from flows.programs.template import Template
from flows.programs.twins import Twins
from flows.programs.weeks import Weeks
from flows.programs.workout_rules import WorkoutRules
from flows.steps import Goal


class Book(Struct, frozen=True, kw_only=True):
    """The policy, the tables and the operators, read once by the shell."""

    abilities: Margins
    aliases: Aliases
    bounds: tuple[Bound, ...]
    cardio: CardioRules
    doses: Doses
    goals: dict[Goal, Emphasis]
    library: Library
    loads: LoadRules
    months: tuple[Month, ...]
    muscles: dict[Part, tuple[Muscle, ...]]
    norms: Norms
    policy: Policy
    remedies: dict[str, Remedy]
    spans: Spans
    splits: Splits
    template: Template
    twins: Twins
    weekdays: dict[int, Spread]
    weeks: Weeks
    workouts: WorkoutRules
    operators: frozenset[PersonId] = frozenset()

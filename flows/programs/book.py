"""All that decisions are made by: the policy of the staircase, and the tables of the programs."""

from msgspec import Struct

from flows.phases.policy import Policy
from flows.programs.abilities import Margins
from flows.programs.cardio_rules import CardioRules
from flows.programs.exercise import Library
from flows.programs.foreign_names import Aliases
from flows.programs.load_rules import LoadRules
from flows.programs.months import Month
from flows.programs.norms import Norms
from flows.programs.span import Spans
from flows.programs.spread import Spread


class Book(Struct, frozen=True, kw_only=True):
    """The policy and the tables, read once by the shell."""

    abilities: Margins
    aliases: Aliases
    cardio: CardioRules
    library: Library
    loads: LoadRules
    months: tuple[Month, ...]
    norms: Norms
    policy: Policy
    spans: Spans
    weekdays: dict[int, Spread]

"""All that decisions are made by: the policy of the staircase, and the tables of the programs."""

from msgspec import Struct

from flows.phases.policy import Policy
from flows.programs.abilities import Margins
from flows.programs.cardio_rules import CardioRules
from flows.programs.exercise import Library
from flows.programs.load_rules import LoadRules
from flows.programs.norms import Norms


class Book(Struct, frozen=True, kw_only=True):
    """The policy and the tables, read once by the shell."""

    policy: Policy
    abilities: Margins
    cardio: CardioRules
    library: Library
    loads: LoadRules
    norms: Norms

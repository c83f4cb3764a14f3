"""All that decisions are made by: the policy of the staircase, and the tables of the programs."""

from msgspec import Struct

from flows.phases.policy import Policy
from flows.programs.exercise import Library
from flows.programs.load_rules import LoadRules


class Book(Struct, frozen=True, kw_only=True):
    """The policy and the tables, read once by the shell."""

    policy: Policy
    library: Library
    loads: LoadRules

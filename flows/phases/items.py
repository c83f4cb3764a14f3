"""What a screening, a condition or a sign leaves open, and the clearance that closes it."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from flows.phases.signs import Severity
from flows.steps import Phase


class Kind(StrEnum):
    """Where an item came from."""

    SCREENING = "screening"
    CONDITION = "condition"
    SIGN = "sign"
    PAIN = "pain"
    ILLNESS = "illness"
    INTAKE = "intake"
    INJURY = "injury"


class Voucher(StrEnum):
    """Who vouches: the person, or a trainer who has seen a professional's written word."""

    SELF = "self"
    TRAINER = "trainer"


class Proof(StrEnum):
    """What clears an item: a person's own word, a written one, a written one only, or neither.

    `ANEW` items close only when what opened them is asked again.
    """

    DECLARED = "declared"
    WRITTEN = "written"
    ONLY_WRITTEN = "only_written"
    ANEW = "anew"


class Clearance(Struct, frozen=True, kw_only=True):
    """A professional's word or a person's own: who vouches, its date, the highest step."""

    by: Voucher
    given: date
    scope: Phase = Phase.POWER


class Item(Struct, frozen=True, kw_only=True):
    """Something to be cleared before there is a step; `code` is "<kind>.<what>"."""

    code: str
    kind: Kind
    severity: Severity
    opened: date
    clearance: Clearance | None = None

"""What rings a trainer's desk: how loudly, in which words, and what can be done about it."""

from enum import StrEnum

from msgspec import Struct

from flows.words import T, Text


class PingAct(StrEnum):
    """What a trainer can do about a ping, each with one tap."""

    SEEN = "seen"
    APPROVE = "approve"
    HOLD = "hold"
    STEP = "step"
    CLEAR = "clear"


ACT_LABELS = {
    PingAct.SEEN: T("Seen"),
    PingAct.APPROVE: T("Approve"),
    PingAct.HOLD: T("Hold"),
    PingAct.STEP: T("Another step"),
}


class Kind(Struct, frozen=True):
    """One kind of ping. An urgent one rings; the others arrive silently."""

    title: Text
    urgent: bool
    acts: tuple[PingAct, ...]


_S, _A, _H, _N = PingAct.SEEN, PingAct.APPROVE, PingAct.HOLD, PingAct.STEP

PINGS: dict[str, Kind] = {
    "assessed": Kind(T("{client} finished the assessment"), urgent=False, acts=(_S, _N)),
    "approval": Kind(T("{client} is ready for your decision"), urgent=False, acts=(_A, _H, _N)),
    "moved": Kind(T("{client} moved"), urgent=False, acts=(_S, _N)),
    "stopped": Kind(T("Urgent: {client} must not train now"), urgent=True, acts=(_S,)),
    "left": Kind(T("{client} still has something to be cleared"), urgent=False, acts=(_S,)),
    "pain": Kind(T("{client} reports pain"), urgent=True, acts=(_S, _H, _N)),
    "tested": Kind(T("{client} did the tests again"), urgent=False, acts=(_S,)),
    "missed": Kind(T("{client} misses check-ins"), urgent=False, acts=(_S,)),
    "declared": Kind(T("{client} declared a clearance"), urgent=False, acts=(_S,)),
}
"""The kinds, by name (sources: trainer pings of the domain notes; who is told what is ours)."""

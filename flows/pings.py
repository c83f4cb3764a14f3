"""What rings a trainer's desk: how loudly, in which words, and what can be done about it."""

from enum import StrEnum

from msgspec import Struct

from flows.desk import Urgency
from flows.words import T, Text


class PingAct(StrEnum):
    """What a trainer can do about a ping, each with one tap."""

    SEEN = "seen"
    APPROVE = "approve"
    HOLD = "hold"
    STEP = "step"
    CLEAR = "clear"
    SNOOZE = "snooze"


ACT_LABELS = {
    PingAct.SEEN: T("Seen"),
    PingAct.APPROVE: T("Approve"),
    PingAct.HOLD: T("Hold"),
    PingAct.STEP: T("Another step"),
    PingAct.SNOOZE: T("Tomorrow"),
}


class Kind(Struct, frozen=True):
    """One kind of ping. What is urgent rings at any hour; the others arrive silently."""

    title: Text
    urgency: Urgency
    acts: tuple[PingAct, ...]


_S, _A, _H, _N, _Z = (
    PingAct.SEEN,
    PingAct.APPROVE,
    PingAct.HOLD,
    PingAct.STEP,
    PingAct.SNOOZE,
)
_NOW, _TODAY, _DIGEST = Urgency

PINGS: dict[str, Kind] = {
    "assessed": Kind(T("{client} finished the assessment"), _TODAY, (_S, _N, _Z)),
    "approval": Kind(T("{client} is ready for your decision"), _TODAY, (_A, _H, _N, _Z)),
    "moved": Kind(T("{client} moved"), _DIGEST, (_S, _N, _Z)),
    "stopped": Kind(T("Urgent: {client} must not train now"), _NOW, (_S, _Z)),
    "left": Kind(T("{client} still has something to be cleared"), _TODAY, (_S, _Z)),
    "pain": Kind(T("{client} reports pain"), _NOW, (_S, _H, _N, _Z)),
    "tested": Kind(T("{client} did the tests again"), _DIGEST, (_S, _Z)),
    "declared": Kind(T("{client} declared a clearance"), _TODAY, (_S, _Z)),
    "escalated": Kind(T("Urgent: nobody looked at a ping about {client}"), _NOW, (_S,)),
    "hurting": Kind(T("{client} hurts for the second week"), _TODAY, (_S, _H, _N, _Z)),
    "strained": Kind(T("{client} trains harder and sleeps worse"), _TODAY, (_S, _H, _N, _Z)),
    "long_idle": Kind(T("{client} has not trained for long"), _TODAY, (_S, _Z)),
    "missed": Kind(T("{client} misses check-ins"), _TODAY, (_S, _Z)),
    "waiting": Kind(T("{client} waits for your yes"), _TODAY, (_A, _H, _N, _Z)),
    "stuck": Kind(T("{client} has been on one step for long"), _DIGEST, (_S, _N, _Z)),
    "idle": Kind(T("{client} has not trained for a week"), _DIGEST, (_S, _Z)),
}
"""The kinds, by name (sources: trainer pings of the domain notes; who is told what is ours).

Those from "hurting" on are the rules of `flows.attention`.
"""

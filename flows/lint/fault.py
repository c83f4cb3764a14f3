"""What is wrong with a policy: of which kind, at which key, and what to do."""

from enum import StrEnum

from msgspec import Struct

from flows.words import Text


class FaultKind(StrEnum):
    """Five kinds of faults, from the file itself to what people would meet."""

    UNKNOWN = "unknown"
    RANGE = "range"
    CONTRADICTION = "contradiction"
    TRAPPED = "trapped"
    FLAG = "flag"


class Fault(Struct, frozen=True, kw_only=True):
    """One fault: the key or keys it is about, "" for the whole file, and a sentence."""

    kind: FaultKind
    key: str
    text: Text

"""What a server would hold, in plain Python: for the store in memory."""

from collections import defaultdict

from msgspec import Struct, field

from bot.ports import Row, Timer
from bot.store.keys import PARTITIONS
from bot.store.lanes import Lanes
from bot.turns import Turns

NEVER = float("inf")


class Kept(Struct):
    """All that is kept of one state. `until` is when a rev without a document goes."""

    document: bytes | None = None
    rev: int = 0
    forgotten: bool = False
    until: float = NEVER
    seen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seen_until: float = NEVER
    history: list[bytes] = field(default_factory=list)
    slots: dict[str, int] = field(default_factory=dict)
    parked: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    rows: dict[str, tuple[Row, int]] = field(default_factory=dict)
    timers: dict[str, Timer] = field(default_factory=dict)


class Place:
    """Several stores can share one, as processes share a server."""

    def __init__(self) -> None:
        self.kept: defaultdict[str, Kept] = defaultdict(Kept)
        self.lanes = [Lanes() for _ in range(PARTITIONS)]
        self.settings: dict[str, str] = {}
        self.turns = Turns()

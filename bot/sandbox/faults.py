"""Bad luck on demand: what the next calls of a method meet, and how fast a bot may send."""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from enum import Enum

from msgspec import Struct

from bot.sandbox.terms import Json, Refused


class Moment(Enum):
    """When a connection goes: before a request counts, after it, or never, with no answer."""

    RESET_BEFORE = "reset before"
    RESET_AFTER = "reset after"
    SILENT_AFTER = "silent after"


Fault = Refused | Moment


class Faults:
    """What was ordered for the next calls, by method."""

    def __init__(self) -> None:
        self._ordered: dict[str, deque[Fault]] = defaultdict(deque)

    def order(self, method: str, fault: Fault, times: int = 1) -> None:
        self._ordered[method].extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        waiting = self._ordered[method]
        return waiting.popleft() if waiting else None


class Limit(Struct, frozen=True):
    """So many messages in so many seconds."""

    messages: int
    seconds: float


WHOLE_BOT = Limit(messages=30, seconds=1)
ONE_CHAT = Limit(messages=15, seconds=10)
"""What Telegram is known for: 30 a second over all, one a second in a chat after a short burst."""


class Flood:
    """Flood limits, off until they are set: in one chat, and for the whole bot."""

    def __init__(self, wall: Callable[[], float]) -> None:
        self.one_chat: Limit | None = None
        self.whole_bot: Limit | None = None
        self._wall = wall
        self._sent: dict[object, deque[float]] = defaultdict(deque)

    def as_telegram(self) -> None:
        """Have the limits that Telegram is known for."""
        self.one_chat, self.whole_bot = ONE_CHAT, WHOLE_BOT

    def check(self, method: str, params: Json) -> None:
        """Count a message in, or refuse it with 429; a refused one is not counted."""
        if not method.startswith(("send", "edit", "copy")) or method == "sendChatAction":
            return
        keys = ((params.get("chat_id"), self.one_chat), ("all", self.whole_bot))
        wait = max(self._wait(key, limit) for key, limit in keys)
        if wait > 0:
            seconds = math.ceil(wait)
            reason = f"Too Many Requests: retry after {seconds}"
            raise Refused(429, reason, retry_after=seconds)
        for key, _ in keys:
            self._sent[key].append(self._wall())

    def _wait(self, key: object, limit: Limit | None) -> float:
        if limit is None:
            return 0
        sent, now = self._sent[key], self._wall()
        while sent and sent[0] <= now - limit.seconds:
            sent.popleft()
        return sent[0] + limit.seconds - now if len(sent) >= limit.messages else 0

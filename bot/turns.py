"""Turns to send: what one costs, and who may go when; the store keeps them for all processes."""

from msgspec import Struct


class Toll(Struct, frozen=True):
    """What a turn costs, in ms: one every so often, some at once before it counts.

    After a hold the pace is halved, to `slowest` times slower at most; each `quiet` doubles it.
    """

    every: int
    slack: int
    slowest: int
    quiet: int


class Turns(Struct):
    """What turn.lua does: until when all turns are taken, until when nobody sends, how slow."""

    full: float = 0
    held: float = 0
    slow: float = 1
    since: float = 0
    at: float = 0
    """When any of it was told last: where the clock was set back since, all moves back with it."""

    def take(self, toll: Toll, now: float) -> float:
        """Take a turn and give 0, or say in how many ms to ask again."""
        self._follow(now)
        if self.slow > 1 and now - max(self.since, self.held) > toll.quiet:
            self.slow, self.since = self.slow / 2, now
        due = max(self.full - toll.slack * self.slow, self.held)
        if due > now:
            return due - now
        self.full = max(self.full, now) + toll.every * self.slow
        return 0

    def hold(self, wait: float, toll: Toll, now: float) -> float:
        """Let nobody send for so many ms, and go slower afterwards; gives the whole wait."""
        self._follow(now)
        if self.held <= now:
            self.slow, self.since = min(toll.slowest, self.slow * 2), now
        self.held = max(self.held, now + wait)
        self.full = max(self.full, self.held)
        return self.held - now

    def _follow(self, now: float) -> None:
        back = max(0, self.at - now)
        self.full, self.held, self.since = self.full - back, self.held - back, self.since - back
        self.at = now

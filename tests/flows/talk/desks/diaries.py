"""Six weeks of forty people as letters, and what each desk must hold of them by the rules.

The oracle knows the rules as they are written, not the code: a diary goes in, and the pings with
their days come out. A letter is one week as it is told on Sunday evening: good, sore (pain of 2),
tired (hard and badly slept), few (no session at all), hurt (pain of 4), missed (nothing is told),
and x, a warning sign that stops all training.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from random import Random

from tests.flows.people import GOOD_WEEK

START = date(2026, 3, 2)
"""A Monday: everybody is assessed, at 9 o'clock."""
WEEKS = 6
END = START + timedelta(days=43)
SPOT = ("Knee", "Done", "None of these")
LETTERS: dict[str, tuple[str, ...]] = {
    "g": GOOD_WEEK,
    "s": (*GOOD_WEEK[:8], "2", *SPOT, *GOOD_WEEK[9:]),
    "t": ("3", "8", "3", "Good", "5", *GOOD_WEEK[5:]),
    "f": ("0", "Something else", "Less than a week", *GOOD_WEEK[4:]),
    "h": (*GOOD_WEEK[:8], "4", *SPOT, *GOOD_WEEK[9:]),
    "x": (*GOOD_WEEK[:9], "Yes", "Dizzy or light-headed", "Done", "Send ✓"),
}
"""The taps that tell a week."""
PAIN = {"s": 2, "h": 4}
STOP = (["h", "h"], ["m", "h"])
"""Two bad weeks running stop; a week that nobody knows of counts as a bad one."""
TRAINED = frozenset("gsthx")


class Hand(Enum):
    """What a trainer does with a step up: agree, on the next Monday, hold then, or nothing."""

    AGREES = "agrees"
    HOLDS = "holds"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Trainer:
    """A trainer, their gym, and the diaries of those they train."""

    gym: int
    hand: Hand
    diaries: tuple[str, ...]


AGREEING = Trainer(
    1,
    Hand.AGREES,
    ("gggggg", "ggsggg", "gsgggg", "fggggg", "mggggg", "tggggg", "mmggfg",
     "ggfggg", "ggggfg", "tmggsg", "ffggsg", "hggggg", "sggggt"),
)  # fmt: skip
IDLE_HAND = Trainer(
    1,
    Hand.NOTHING,
    ("gggggg", "ggfggg", "ggmggg", "mmmmmm", "ffgggg", "sshggg", "xggggg", "hhgggg",
     "gtgtgg", "ggggmm", "gggmmg", "fmfmfm", "ggxggg", "ssggss"),
)  # fmt: skip
HOLDING = Trainer(
    2,
    Hand.HOLDS,
    ("gggggg", "gggggf", "ttgggg", "gmhggg", "mmgmmg", "ggmmmg", "gggggx",
     "hsgggg", "sgsgsg", "gggtgg", "fgfgfg", "mmmggg", "ggghhg"),
)  # fmt: skip


def made_up(chance: Random) -> tuple[Trainer, ...]:
    """Make up diaries for three trainers; who climbs here has no bad week on the second step."""

    def diary(letters: str) -> str:
        told = "".join(chance.choices(letters, k=WEEKS))
        return told[:4] + told[4:].replace("x", "g")

    calm, any_week = "gggggggsst", "ggggggssttffmmmhx"
    return (
        Trainer(1, Hand.AGREES, tuple(diary(calm) for _ in range(12))),
        Trainer(1, Hand.NOTHING, tuple(diary(any_week) for _ in range(14))),
        Trainer(2, Hand.HOLDS, tuple(diary(any_week) for _ in range(14))),
    )


TRAINERS = (AGREEING, IDLE_HAND, HOLDING)

Rung = tuple[int, str]
"""The day, counted from the first, and the kind of a ping."""


def sunday(week: int) -> int:
    """Give the day on which a week, from 1, is asked for and told."""
    return 7 * week - 1


@dataclass
class Life:
    """One person of the diaries, day by day: what is true of them, and what has rung."""

    diary: str
    hand: Hand
    rung: list[Rung] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    step: int = 1
    since: int = 0
    trained: int = 0
    missed: int = 0
    waits: int | None = None
    stopped: bool = False
    true: set[str] = field(default_factory=set)

    def live(self) -> list[Rung]:
        """Live all six weeks; give what rang, in order."""
        self.rung.append((0, "assessed"))
        for day in range((END - START).days):
            self._day(day)
        return self.rung

    def _day(self, day: int) -> None:
        week = (day + 1) // 7
        if day == sunday(week) and 1 <= week <= WEEKS:
            self._opens(day, week)
            self._asks_again(day)
            self._tells(day, self.diary[week - 1])
        if day and day == sunday(week) + 1:
            self._decides(day)
        if self.waits is not None and day == self.waits + 3:
            self._holds_true(day, "waiting", true=True)
        self._looks(day)

    def _opens(self, day: int, week: int) -> None:
        """Ask for the week; the last one was missed if nobody told of it."""
        if week > 1 and self.diary[week - 2] == "m" and not self.stopped:
            self.missed += 1
            self._reviewed("m")
            self._ends_waiting()
            self._looks(day)

    def _asks_again(self, day: int) -> None:
        if self.waits is not None and (day - self.waits) % 7 == 0:
            self.rung.append((day, "approval"))

    def _tells(self, day: int, letter: str) -> None:
        if letter == "m" or self.stopped:
            return
        self.missed = 0
        self._reviewed(letter)
        if letter in TRAINED:
            self.trained = day
        if letter == "x" or self.told[-2:] in STOP:
            self._stops(day)
            return
        if PAIN.get(letter, 0) >= 3:
            self.rung.append((day, "pain"))
        self._reaches(day)
        self._looks(day)

    def _reviewed(self, letter: str) -> None:
        self.told.append(letter)

    def _stops(self, day: int) -> None:
        self.stopped = True
        self._ends_waiting()
        self.true.clear()
        self.rung.append((day, "stopped"))

    def _ends_waiting(self) -> None:
        self.waits = None
        self.true.discard("waiting")

    def _reaches(self, day: int) -> None:
        """Decide whether the week leads up, by a yes; a round ends with step 2."""
        here = self.told[self.since :]
        if self.step == 2 and len(here) >= 4:
            self.rung.append((day, "moved"))
            self._steps(1, day)
        elif not self._good(here):
            self._ends_waiting()
        elif self.step == 1 and len(here) >= 2 and self.waits is None:
            self.waits = day
            self.rung.append((day, "approval"))

    def _good(self, here: list[str]) -> bool:
        """Say whether the newest week of a step lets somebody up, by sessions, effort and pain."""
        done = [week in TRAINED for week in here]
        enough = sum(done) / len(done) >= 0.75 and all(done[-2:])
        hard = here[-1] == "t" and self.step == 1
        return enough and not hard and PAIN.get(here[-1], 0) < 3

    def _decides(self, day: int) -> None:
        """Let the trainer act on Monday."""
        if self.waits is None or self.hand is Hand.NOTHING:
            return
        self._ends_waiting()
        if self.hand is Hand.AGREES:
            self._steps(2, day)

    def _steps(self, to: int, day: int) -> None:
        self.step, self.since, self.trained = to, len(self.told), day

    def _looks(self, day: int) -> None:
        """Hold the rules of attention against the day."""
        if self.stopped:
            return
        idle, last = day - self.trained - 1, self.told[-2:]
        pain = [PAIN.get(week, 0) for week in last]
        self._holds_true(day, "hurting", true=len(last) == 2 and min(pain) >= 1)
        self._holds_true(day, "strained", true="".join(last) in {"gt", "st", "ht"})
        self._holds_true(day, "long_idle", true=idle >= 14)
        self._holds_true(day, "missed", true=self.missed >= 2)
        self._holds_true(day, "stuck", true=len(self.told) - self.since >= 6)
        self._holds_true(day, "idle", true=7 <= idle < 14)

    def _holds_true(self, day: int, rule: str, *, true: bool) -> None:
        if true and rule not in self.true:
            self.rung.append((day, rule))
        (self.true.add if true else self.true.discard)(rule)


def expected(trainer: Trainer, first: int) -> Iterator[tuple[int, int, str]]:
    """Give client, day and kind of all that rings a trainer; the clients are numbered on."""
    for who, diary in enumerate(trainer.diaries, first):
        for day, kind in Life(diary, trainer.hand).live():
            yield who, day, kind

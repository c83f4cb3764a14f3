"""Forty people and three trainers for six weeks, the bot killed again and again in between.

The same diaries as without a shell, and the same oracle: each desk holds what the rules say, once.
Each week both gyms write to all: it reaches each at most once, and who may miss it is known.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import zip_longest

import pytest

from flows.desk import Desk, Lying
from tests.flows.people import HEALTH, INTAKE, MOVEMENT, WELCOME
from tests.flows.talk.desks.diaries import LETTERS, TRAINERS, WEEKS, Hand, Trainer, expected
from tests.stories.people import judged, link, taps
from tests.stories.reminding import casts, got
from tests.stories.rig import MORNING, Client, Rig

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
ASSESSMENT = (*WELCOME, *INTAKE, *HEALTH, *MOVEMENT)
REPEATED = "message is not modified"
"""What Telegram says when a killed bot edits once more what it had edited already: no harm."""

SOME = 3
"""So many have a letter when the bot is killed."""

Held = Counter[tuple[int, int, str]]


async def answers(who: Client, labels: Iterable[str]) -> None:
    """Tap labels that may be written short: a tick before them, or what is the same answer."""
    for label in labels:
        await who.taps(whole(label, who.buttons()))


def presses(who: Client, label: str) -> None:
    """Tap such a label and do not wait."""
    who.presses(who.buttons().index(whole(label, who.buttons())))


def whole(label: str, shown: list[str]) -> str:
    """Find the button that a label means: itself, one that has it in it, or "none" for "no"."""
    near = (one for one in shown if label in one)
    return label if label in shown else next(near, "None of these")


@dataclass(frozen=True)
class Letter:
    """What a gym wrote to all, what became of it for whom, and whether the bot was killed."""

    gym: int
    words: str
    results: dict[int, str]
    killed: bool


class Town:
    """The people of the story, and every ping that ever lay on a desk."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.coaches: list[Client] = []
        self.members: list[list[Client]] = []
        self.owners: dict[int, Client] = {}
        self.found: dict[int, dict[str, Lying]] = {}
        self.casts: dict[str, dict[int, str]] = {}
        self.letters: list[Letter] = []

    async def opens(self) -> None:
        """Open two gyms; three trainers and forty clients join."""
        for gym in (1, 2):
            owner = self.owners[gym] = await self.rig.client(f"Gina{gym}")
            await owner.says("/start")
            await taps(owner, "I run a gym", "My gym")
        for number, trainer in enumerate(TRAINERS):
            coach = await self.rig.client(f"Tom{number}")
            self.coaches.append(coach)
            await self._joins(coach, trainer, "Invite a trainer")
        for number, trainer in enumerate(TRAINERS):
            several = (
                ("Invite a client", f"Tom{number}") if trainer.gym == 1 else ("Invite a client",)
            )
            members = [
                await self.rig.client(f"Mia{number}x{place}")
                for place in range(len(trainer.diaries))
            ]
            for member in members:
                await self._joins(member, trainer, *several)
            self.members.append(members)

    async def _joins(self, who: Client, trainer: Trainer, *labels: str) -> None:
        owner = self.owners[trainer.gym]
        await owner.says("/gym")
        await taps(owner, *labels)
        await who.says(f"/start {link(owner)}")
        await taps(who, "I agree")

    async def is_assessed(self) -> None:
        everybody = [member for members in self.members for member in members]
        await self._together((one, ASSESSMENT[:20]) for one in everybody)
        await self._killed(everybody[0], ASSESSMENT[20])
        await answers(everybody[0], ASSESSMENT[21:])
        await self._together((one, ASSESSMENT[20:]) for one in everybody[1:])
        await self.looks()

    async def _together(self, told: Iterable[tuple[Client, tuple[str, ...]]]) -> None:
        """Let everybody tap their next label at once, until nobody has one left."""
        people, labels = zip(*told, strict=True)
        for at_once in zip_longest(*labels):
            for who, label in zip(people, at_once, strict=True):
                if label is not None:
                    presses(who, label)
            await self.rig.settled()

    async def _killed(self, who: Client, label: str) -> None:
        """Kill the bot while somebody taps; the tap is not lost."""
        presses(who, label)
        await self.rig.crash_and_restart()

    async def lives(self) -> None:
        """Live week by week: on Sunday evening weeks are told, on Monday trainers act."""
        for week in range(1, WEEKS + 1):
            await self._until(7 * week - 1, 18, 30)
            await self.rig.crash_and_restart()
            await self._until(7 * week - 1, 19, week)
            await self._tells(week)
            await self._until(7 * week, 12)
            await self.looks()
            for gym in self.owners:
                await self._reminds(gym, week)
            await self._acts()
            await self.looks()
        await self._until(43, 8)
        await self.looks()

    async def _until(self, day: int, hour: int, minute: int = 0) -> None:
        to = MORNING.replace(hour=hour, minute=minute) + timedelta(days=day)
        await self.rig.sleeps(seconds=(to - self.rig.clock.now()).total_seconds())

    async def _tells(self, week: int) -> None:
        told = [
            (member, LETTERS[diary[week - 1]])
            for trainer, members in zip(TRAINERS, self.members, strict=True)
            for member, diary in zip(members, trainer.diaries, strict=True)
            if diary[week - 1] != "m" and "3" in member.buttons()
        ]
        (first, labels), others = told[0], told[1:]
        await answers(first, labels[:4])
        await self._killed(first, labels[4])
        await answers(first, labels[5:])
        await self._together(others)

    async def _acts(self) -> None:
        for coach, trainer in zip(self.coaches, TRAINERS, strict=True):
            if trainer.hand is Hand.NOTHING:
                continue
            yes = "approve" if trainer.hand is Hand.AGREES else "hold.rest"
            for one in await self._open(coach):
                act = yes if one.ping.kind == "approval" else "seen"
                await coach.forges(coach.messages[-1]["message_id"], f"p|{one.ping.id}|{act}")

    async def _reminds(self, gym: int, week: int) -> None:
        """Let a gym write to all its members; in every other week the bot is killed meanwhile."""
        owner, words, before = self.owners[gym], f"Letter {week} of gym {gym}", set(self.casts)
        await owner.says("/remind")
        await taps(owner, "Everybody", "My own words")
        await owner.says(words)
        await taps(owner, "Count and preview ✓")
        presses(owner, "Send to")
        if week % 2:
            await self.rig.town.until(lambda: sum(self._reached(gym, words)) > SOME or None)
            await self.rig.crash_and_restart()
        await self.rig.settled()
        self.casts = await casts(self.rig)
        [new] = set(self.casts) - before
        self.letters.append(Letter(gym, words, self.casts[new], killed=bool(week % 2)))

    def _reached(self, gym: int, words: str) -> list[int]:
        return got(self.rig, [one.id for one in self.of_gym(gym)], words)

    def of_gym(self, gym: int) -> list[Client]:
        each = zip(TRAINERS, self.members, strict=True)
        return [one for trainer, members in each if trainer.gym == gym for one in members]

    def missed(self, letter: Letter) -> set[int]:
        """Give whom a letter has not reached, and see that it reached nobody twice."""
        once = self._reached(letter.gym, letter.words)
        assert max(once) == 1
        everybody = [one.id for one in self.of_gym(letter.gym)]
        return {who for who, count in zip(everybody, once, strict=True) if not count}

    async def _open(self, coach: Client) -> list[Lying]:
        return [one for one in (await self.desk(coach)).pings if one.outcome is None]

    async def desk(self, who: Client) -> Desk:
        found = await self.rig.state(f"desk:{who.id}")
        assert isinstance(found, Desk)
        return found

    async def looks(self) -> None:
        for who in self.coaches:
            pings = (await self.desk(who)).pings
            lying = {one.ping.id: one for one in pings}
            assert len(lying) == len(pings)
            self.found.setdefault(who.id, {}).update(lying)

    def held(self, place: int) -> Held:
        numbers = {one.id: number for number, one in enumerate(self.members[place])}
        return Counter(
            (numbers[one.ping.client], (one.ping.at.date() - MORNING.date()).days, one.ping.kind)
            for one in self.found[self.coaches[place].id].values()
        )


async def test_each_desk_holds_what_the_rules_say_whenever_the_bot_is_killed(
    durable_town: Rig,
) -> None:
    town = Town(durable_town)
    await town.opens()
    await town.is_assessed()
    await town.lives()
    for place, trainer in enumerate(TRAINERS):
        held, due = town.held(place), Counter(expected(trainer, 0))
        assert sorted((held - due).elements()) == []
        assert sorted((due - held).elements()) == []
    assert len(town.letters) == 2 * WEEKS
    for letter in town.letters:
        unknown = {who for who, result in letter.results.items() if result == "unknown"}
        assert set(letter.results.values()) <= {"sent", "unknown"}
        assert set(letter.results) == {one.id for one in town.of_gym(letter.gym)}
        assert town.missed(letter) <= unknown
        assert letter.killed or not unknown
    assert [one for one in judged(durable_town) if REPEATED not in str(one)] == []

"""People tap, type and sleep at random: everybody is answered, and no stop is ever passed."""

import random

import pytest

from flows.person import Person
from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins
from tests.flows.world import World

STEPS = 150
COMMANDS = (
    "/start", "/help", "/checkin", "/stairs", "/why", "/plan", "/unwell", "/pause", "/settings",
    "/privacy", "/export", "/cancel", "/gym", "/remind", "/unlink", "/nonsense", "/start abc",
    "/today", "/today", "/today", "/lift squat", "/clients", "/retest",
    "/roster", "/roster mi", "/client", "/client mia", "/client mia", "/overrides",
)  # fmt: skip
TEXTS = (
    "yes", "no", "35", "80 kilo", "5'11", "done", "back", "skip", "why", "😀", "x" * 4096, "4",
    "<b>&{x}</b>", "I feel faint", "{bot}", "ok", "12,5", "None of these", "\u202eabc", "/", "²",
    "12 weeks", "chest pain", "knee", "tomorrow", "0", "10",
    "8x60", "3x10 @ 7", "12 reps", "45 s", "push up", "it hurts", "all done", "finish", "undo",
    "start", "leave", "12 x 20 kg",
)  # fmt: skip
FORGED = (
    "q|aaaaaa|age|1", "p|x|approve", "g|x|client", "b|x|send", "m|begin", "m|health", "u|x",
    "junk", "é", "m|movement", "m|checkin", "c|sign.chest|yes", "c|intake.again", "d|²",
    "i|yes|abcdef", "w|x|0|done", "t|1|any|form", "t|1", "m|session", "k|1|show",
    "k|1|steps", "k|1|move|2", "k|1|mode|auto", "k|1|mode|manual", "k|1|stuck", "k|1|cancel",
    "k|1|assess", "k|1|clear|sign.chest", "k|1|write", "k|1|test|movement", "k|1|notes",
    "k|1|hand", "k|1|offer|2", "k|²|show", "o|1|2|yes", "a|x", "r|go|1", "r|step|2",
    "r|risk|only", "k|1|say",
)  # fmt: skip


class Walk:
    """One random walk of a client, a trainer and an owner."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.world = World()
        gym(self.world)
        joins(self.world, TOM, "trainer")
        joins(self.world, MIA, "client")
        if self.chance.random() < 0.8:
            assessed(self.world)
        self.old: list[tuple[int, str]] = []

    def step(self) -> None:
        who = self.chance.choice((MIA, MIA, MIA, TOM, GINA))
        acts = (self.taps, self.taps, self.taps, self.taps, self.types, self.forges, self.sleeps)
        before = self.said()
        act = self.chance.choice(acts)
        act(who)
        assert act == self.sleeps or self.said() != before, f"{who} was not answered"
        stops_are_kept(self.world)
        told_whole(self.world)

    def said(self) -> tuple[object, ...]:
        screens = self.world.screens.values()
        texts = tuple((one.text, tuple(one.buttons)) for shown in screens for one in shown)
        counts = tuple(len(shown) for shown in screens)
        return texts, counts, len(self.world.answers), len(self.world.exported)

    def taps(self, who: int) -> None:
        boards = [one for one in self.world.screens.get(who, []) if one.buttons]
        if not boards:
            self.types(who)
            return None
        data = self.chance.choice(sorted(boards[-1].buttons.values()))
        if data.startswith("http"):
            return self.types(who)
        self.old.append((who, data))
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            self.world.forges(who, data)
        return None

    def forges(self, who: int) -> None:
        if self.old and self.chance.random() < 0.6:
            who, data = self.chance.choice(self.old)
        else:
            data = self.chance.choice(FORGED)
        self.world.forges(who, data)

    def types(self, who: int) -> None:
        if self.chance.random() < 0.4:
            self.world.commands(who, self.chance.choice(COMMANDS))
        else:
            self.world.types(who, self.chance.choice(TEXTS))

    def sleeps(self, _who: int) -> None:
        self.world.sleeps(hours=self.chance.choice((0.01, 1, 12, 30, 24 * 7, 24 * 15)))


def stops_are_kept(world: World) -> None:
    """Nobody has a step while something is open that nobody has vouched for."""
    for state in world.states.values():
        if isinstance(state, Person) and state.client is not None:
            position = state.client.position
            unvouched = [item.code for item in position.items if item.clearance is None]
            assert position.phase is None or not unvouched, unvouched
            workout = state.client.training.workout
            trains = position.phase is not None and state.client.calendar.pause is None
            assert workout is None or trains


def told_whole(world: World) -> None:
    """No sentence has an empty place in it."""
    for shown in world.screens.values():
        for one in shown[-2:]:
            text = one.text.replace("{bot}", "").replace("{emergency}", "")
            assert "{line" not in text
            assert one.text.strip()


@pytest.mark.parametrize("seed", range(12))
def test_a_random_walk(seed: int) -> None:
    walked(seed)


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("first", range(100, 400, 100))
def test_many_random_walks(first: int) -> None:
    for seed in range(first, first + 60):
        walked(seed)


def walked(seed: int) -> None:
    walk = Walk(seed)
    for number in range(STEPS):
        try:
            walk.step()
        except Exception as error:
            error.add_note(f"seed {seed}, step {number}")
            raise

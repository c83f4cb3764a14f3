"""One update, until it has an outcome: tried five times, then set aside with an apology."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import msgspec
import pytest
from telegram.ext import ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest, RequestData

from bot.clock import PushableClock
from bot.handlers import register
from bot.handlers.context import Bot, Context
from bot.ingest.intake import Intake
from bot.ports import Change, Outcome, StoreFull, StoreUnavailable
from bot.runner import Rules, Runner
from bot.store.memory import MemoryStore
from flows.decide import State
from flows.effects import Answer, Decision
from flows.events import Event, Parked, Tapped, Typed, Unreadable
from tests.bot.updates import MIA, membership, message, tap, text
from tests.flows.policy import wanted

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
POISON = {"update_id": 3, "message": {"message_id": "?", "from": MIA, "chat": 1, "date": "?"}}


class Offline(BaseRequest):
    """Knows who the bot is, and nothing else."""

    @property
    def read_timeout(self) -> float:
        return 1

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, *_: object, request_data: RequestData | None = None, **__: object
    ) -> tuple[int, bytes]:
        assert url.endswith("/getMe"), (url, request_data)
        me = {"id": 9, "is_bot": True, "first_name": "S", "username": "stairwise_bot"}
        return 200, json.dumps({"ok": True, "result": me}).encode()


class Scene(MemoryStore):
    """A store, a mind that can fail, and what came out."""

    def __init__(self) -> None:
        super().__init__()
        self.failures: dict[type, int] = {}
        self.heard: list[Event] = []
        self.answers: list[Answer] = []
        self.away: Exception | None = None
        self.mute = False
        self.turned_away: list[int] = []

    async def commit(self, change: Change) -> Outcome:
        if self.away:
            raise self.away
        return await super().commit(change)

    def decide(self, state: State, event: Event) -> Decision[State]:
        self.heard.append(event)
        if self.failures.get(type(event), 0):
            self.failures[type(event)] -= 1
            raise ZeroDivisionError
        query = event.query if isinstance(event, Tapped | Parked) else ""
        return Decision(state=state, effects=(Answer(query=query),) if query else ())

    async def no_room(self, person: int) -> None:
        self.turned_away.append(person)

    async def answer(self, answer: Answer) -> None:
        if self.mute:
            raise OSError
        self.answers.append(answer)


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.fixture
async def application() -> AsyncIterator[Bot]:
    builder = ApplicationBuilder().token("9:abc").updater(None).request(Offline())
    builder = builder.get_updates_request(Offline())
    async with builder.context_types(ContextTypes(context=Context)).build() as application:
        yield application


@pytest.fixture
def intake(application: Bot, scene: Scene) -> Intake:
    clock = PushableClock(NOW)
    runner = Runner(scene, Rules(scene.decide, wanted), lambda _: None)
    register(application, runner, clock)
    return Intake(application, runner, scene, clock, scene.answer, scene.no_room, pauses=(0,) * 4)


async def test_a_tap_is_answered_beside(intake: Intake, scene: Scene) -> None:
    await intake.take(tap("x"))
    assert not intake.idle()
    await intake.settled()
    assert scene.answers == [Answer(query="42")]
    assert intake.idle()


async def test_a_repeated_tap_is_answered_again(intake: Intake, scene: Scene) -> None:
    for _ in range(2):
        await intake.take(tap("x"))
    await intake.settled()
    assert scene.answers == [Answer(query="42")] * 2


async def test_an_answer_that_fails_is_nothing(intake: Intake, scene: Scene) -> None:
    scene.mute = True
    await intake.take(tap("x"))
    await intake.settled()
    assert (await scene.load("person:7")).rev == 1


async def test_a_failing_update_is_tried_five_times(intake: Intake, scene: Scene) -> None:
    scene.failures[Typed] = 4
    await intake.take(text("hello"))
    assert len(scene.heard) == 5
    assert await scene.parked("person:7") == []


async def test_then_it_is_set_aside_with_an_apology(intake: Intake, scene: Scene) -> None:
    scene.failures[Tapped] = 5
    await intake.take(tap("x"))
    await intake.settled()
    (parked,) = await scene.parked("person:7")
    assert msgspec.json.decode(parked) == tap("x")
    assert isinstance(scene.heard[-1], Parked)
    assert scene.answers == [Answer(query="42")]


async def test_whoever_cannot_even_be_told_is_passed_over(intake: Intake, scene: Scene) -> None:
    scene.failures = {Typed: 5, Parked: 1}
    await intake.take(text("hello"))
    assert len(await scene.parked("person:7")) == 1
    await intake.take(text("again", 2))
    assert (await scene.load("person:7")).rev == 1


async def test_a_poisonous_update_is_set_aside_too(intake: Intake, scene: Scene) -> None:
    await intake.take(POISON)
    assert len(await scene.parked("person:7")) == 1
    assert [event.id for event in scene.heard] == ["tg:9:3:parked"]


async def test_so_is_one_of_nobody(intake: Intake, scene: Scene) -> None:
    await intake.take({"update_id": 4, "message": {"chat": 1}})
    assert len(await scene.parked("updates:of-nobody")) == 1
    assert scene.heard == []


@pytest.mark.parametrize("away", [StoreUnavailable(), StoreFull()])
async def test_a_store_that_is_away_is_no_failed_try(
    intake: Intake, scene: Scene, away: Exception
) -> None:
    scene.away = away
    with pytest.raises(type(away)):
        await intake.take(text("hello"))
    assert len(scene.heard) == 1
    assert await scene.parked("person:7") == []
    assert scene.turned_away == ([7] if isinstance(away, StoreFull) else [])


async def test_a_store_that_goes_before_the_apology_confirms_nothing(
    intake: Intake, scene: Scene
) -> None:
    scene.away = StoreUnavailable()
    with pytest.raises(StoreUnavailable):
        await intake.take(POISON)


async def test_the_routes(intake: Intake, scene: Scene) -> None:
    edited = text("5", 3)
    edited["edited_message"] = {**edited.pop("message"), "edit_date": 1_800_000_001}
    sticker = message(5, location={"longitude": 1.0, "latitude": 2.0})
    table = {"file_id": "F1", "file_unique_id": "u", "file_name": "strong.csv"}
    file = message(7, document=table)
    for raw in (text("/start", 1), text("hi", 2), edited, tap("x", 4), sticker, file):
        await intake.take(raw)
    await intake.take(membership("kicked", 6))
    kinds = ["Commanded", "Typed", "Unreadable", "Tapped", "Unreadable", "Attached", "Reached"]
    assert [type(event).__name__ for event in scene.heard] == kinds
    assert isinstance(scene.heard[2], Unreadable)
    assert scene.heard[2].kind == "edited"


@pytest.mark.parametrize(
    "raw",
    [
        message(1, new_chat_title="Stronger"),
        text("/start", user={**MIA, "is_bot": True}),
        {"update_id": 1, "poll_answer": {"poll_id": "1", "option_ids": [], "user": MIA}},
        {"update_id": 1, "something_new": {"from": MIA}},
    ],
)
async def test_what_nobody_said_is_left_alone(intake: Intake, scene: Scene, raw: object) -> None:
    assert isinstance(raw, dict)
    await intake.take(raw)
    assert scene.heard == []

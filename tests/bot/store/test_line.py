"""What became of an answer, however the client tells that it was lost."""

from typing import Any, Self

import pytest
from redis import exceptions as wrong

from bot.ports import StoreUnavailable
from bot.store.line import Line
from bot.store.server import Elsewhere, Server


class Cluster:
    """A client that puts a lost answer among the others, as a Cluster's pipeline does."""

    def __init__(self, *answers: object) -> None:
        self._answers = answers

    def pipeline(self, *, transaction: bool) -> Self:
        assert not transaction
        return self

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None: ...

    def execute_command(self, *_: object) -> None: ...

    async def execute(self, *, raise_on_error: bool) -> tuple[Any, ...]:
        assert not raise_on_error
        return self._answers


@pytest.mark.parametrize("error", [wrong.ConnectionError("x"), wrong.TimeoutError("x")])
async def test_an_answer_that_one_node_of_a_cluster_lost_is_known_to_be_lost(
    error: Exception,
) -> None:
    lost: list[str] = []
    line = Line(Server(Cluster(error), Elsewhere()), lambda: lost.append("lost"))
    with pytest.raises(StoreUnavailable):
        await line.ask(lambda: ("PING",))
    assert lost


async def test_an_answer_that_is_there_is_not_lost() -> None:
    lost: list[str] = []
    line = Line(Server(Cluster(b"PONG"), Elsewhere()), lambda: lost.append("lost"))
    assert await line.ask(lambda: ("PING",)) == b"PONG"
    assert not lost

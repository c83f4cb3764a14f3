"""A text and a tap of one person never overlap; those of two people do."""

import asyncio

from bot.ingest.sequencing import Turns
from tests.bot.updates import MIA, Raw, tap, text

TOM = {**MIA, "id": 8, "first_name": "Tom"}


class Watch:
    """Sees how many are inside at once."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self.order: list[int] = []

    async def visit(self, turns: Turns, raw: Raw) -> None:
        async with turns.of(raw):
            self.inside += 1
            self.most = max(self.most, self.inside)
            for _ in range(5):
                await asyncio.sleep(0)
            self.order.append(raw["update_id"])
            self.inside -= 1

    async def all_visit(self, turns: Turns, *raws: Raw) -> None:
        await asyncio.gather(*(self.visit(turns, raw) for raw in raws))


async def test_one_person_at_a_time_and_in_order() -> None:
    watch = Watch()
    await watch.all_visit(Turns(), text("a", 1), tap("b", 2), text("c", 3))
    assert (watch.most, watch.order) == (1, [1, 2, 3])


async def test_two_people_at_once() -> None:
    watch = Watch()
    await watch.all_visit(Turns(), text("a", 1), text("b", 2, user=TOM))
    assert watch.most == 2


async def test_only_so_many_in_all() -> None:
    watch = Watch()
    people = [text("a", n, user={**MIA, "id": n}) for n in range(20)]
    await watch.all_visit(Turns(at_once=3), *people)
    assert watch.most == 3


async def test_updates_of_nobody_have_a_turn_too() -> None:
    watch = Watch()
    await watch.all_visit(Turns(), {"update_id": 1}, {"update_id": 2, "message": {"from": 7}})
    assert watch.order == [1, 2]

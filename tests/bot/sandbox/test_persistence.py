"""A killed town goes on where it was."""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from bot.sandbox.ledger import Ledger
from bot.sandbox.methods import messages, webhook
from bot.sandbox.terms import Upload
from bot.sandbox.town import Town
from tests.bot.sandbox.pictures import PNG

MIA = 1001


def seen(town: Town) -> object:
    """Everything a bot and a page can see of a town."""
    people = [(p, town.messages(p.id), town.commands(p.id)) for p in town.people()]
    return people, town.world.inbox.pending(), webhook.get_webhook_info(town.world, {})


def test_everything_is_there_after_a_kill(tmp_path: Path) -> None:
    before = Town(tmp_path)
    said = before.say(MIA, "/start")
    before.send(MIA, "photo", Upload(name="a.png", type="image/png", data=PNG))
    sent = messages.send_message(before.world, {"chat_id": MIA, "text": "hi"})
    tapped = before.tap(MIA, sent["message_id"], "x")
    messages.delete_message(before.world, {"chat_id": MIA, "message_id": said["message_id"]})
    before.block(before.add("Ann", "trainer", "de").id)
    after = Town(tmp_path)
    assert seen(after) == seen(before)
    assert after.query(tapped) == before.query(tapped)
    assert after.say(MIA, "next")["message_id"] > sent["message_id"]
    assert after.add("Bob").id > after.named("Ann").id
    ids = [row["update"]["update_id"] for row in after.world.inbox.pending()]
    assert ids == list(range(ids[0], ids[0] + len(ids)))


def test_a_torn_last_line_is_an_act_that_did_not_happen(tmp_path: Path) -> None:
    path = tmp_path / "town.jsonl"
    ledger = Ledger(path)
    ledger.put("t", "kept", 1)
    ledger.put("t", "torn", 2)
    path.write_bytes(path.read_bytes()[:-4])
    again = Ledger(path)
    assert dict(again.table("t")) == {"kept": 1}
    again.put("t", "next", 3)
    assert dict(Ledger(path).table("t")) == {"kept": 1, "next": 3}


def test_a_broken_line_in_the_middle_is_said(tmp_path: Path) -> None:
    path = tmp_path / "town.jsonl"
    ledger = Ledger(path)
    ledger.put("t", "a", 1)
    path.write_bytes(b'[["t","\n' + path.read_bytes())
    with pytest.raises(ValueError, match="truncated"):
        Ledger(path)


def test_an_act_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "town.jsonl"
    ledger = Ledger(path)
    with ledger.act():
        ledger.put("t", "a", 1)
        with ledger.act():
            ledger.put("t", "b", 2)
            ledger.put("t", "a", None)
    [line] = path.read_text().splitlines()
    assert json.loads(line) == [["t", "a", 1], ["t", "b", 2], ["t", "a", None]]
    assert dict(Ledger(path).table("t")) == {"b": 2}
    assert len(path.read_text().splitlines()) == 1


def test_old_taps_are_forgotten_at_the_next_start(tmp_path: Path) -> None:
    first = Town(tmp_path, wall=lambda: 1000)
    said = first.say(MIA, "hi")
    tapped = first.tap(MIA, said["message_id"], "x")
    assert Town(tmp_path, wall=lambda: 1149).query(tapped)["data"] == "x"
    with pytest.raises(KeyError):
        Town(tmp_path, wall=lambda: 1150).query(tapped)


LOOP = """
import sys
from pathlib import Path
from bot.sandbox.town import Town
town = Town(Path(sys.argv[1]))
while True:
    print(town.say(1001, "hi")["message_id"], flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 50, 333])
async def test_kill_9_loses_nothing_that_was_said(tmp_path: Path, lines: int) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LOOP, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    told = [int(await process.stdout.readline()) for _ in range(lines)]
    process.kill()
    told += [int(line) for line in (await process.stdout.read()).split()]
    await process.wait()
    town = Town(tmp_path)
    kept = [m["message_id"] for m in town.messages(MIA)]
    assert kept[: len(told)] == told
    assert len(kept) - len(told) in {0, 1}
    assert len(town.world.inbox.pending()) == len(kept)

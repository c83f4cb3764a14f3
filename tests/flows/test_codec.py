"""What was stored once can be read for ever, and what is written is read back as it was."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows import codec
from flows.effects import Record, Say
from flows.people import kind_of
from flows.words import Content, T
from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins, week
from tests.flows.training import begins, to_strength
from tests.flows.world import World

STATES = Path(__file__).parents[1] / "data" / "states"
GOLDEN = STATES / f"v{codec.SCHEMA}"
DOCUMENTS = sorted(GOLDEN.glob("*.json"))
OLDER = sorted(path for path in STATES.glob("v*/*.json") if path.parent != GOLDEN)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def lived() -> dict[str, bytes]:
    """Make documents of every kind of state, in the middle of things."""
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    world.commands(4, "/start")
    world.taps(4, "Begin my assessment")
    assessed(world)
    for _ in range(2):
        week(world)
    begins(world)
    to_strength(world)
    world.types(MIA, "12 x 20 kg")
    world.sleeps(days=7)
    begins(world)
    world.types(MIA, "swap")
    world.commands(GINA, "/remind")
    for label in ("Everybody", "Our template", "Count and preview ✓"):
        world.taps(GINA, label)
    named = {f"{kind_of(state)}-{n}": state for n, state in enumerate(sorted(world.states))}
    return {name: codec.write_state(world.states[state]) for name, state in named.items()}


def test_the_stored_shape_is_the_one_of_this_schema() -> None:
    if os.environ.get("STAIRWISE_GOLDEN") == "write":
        (GOLDEN / "shape").write_bytes(codec.shape())
        for name, document in lived().items():
            (GOLDEN / f"{name}.json").write_bytes(document)
    assert (GOLDEN / "shape").read_bytes() == codec.shape(), "raise SCHEMA and add a step"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_golden_document_is_read_and_written_as_it_was(path: Path) -> None:
    document = path.read_bytes()
    assert codec.write_state(codec.read_state(document)) == document


@pytest.mark.parametrize("path", OLDER, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_document_of_an_older_schema_is_read_and_written_as_one_of_today(path: Path) -> None:
    state = codec.read_state(path.read_bytes())
    written = codec.write_state(state)
    assert codec.read_state(written) == state
    assert written.startswith(b'{"schema":%d,' % codec.SCHEMA)


def test_documents_of_every_older_schema_are_kept() -> None:
    assert {path.parent.name for path in OLDER} == {f"v{n}" for n in range(1, codec.SCHEMA)}


def test_there_is_a_golden_document_of_every_kind() -> None:
    kinds = {path.stem.partition("-")[0] for path in DOCUMENTS}
    assert kinds == {"person", "desk", "gym", "broadcast"}


def test_a_document_of_a_newer_stairwise_is_refused_clearly() -> None:
    with pytest.raises(codec.NewerSchema, match="newer Stairwise"):
        codec.read_state(b'{"schema":%d,"state":{"type":"unheard of"}}' % (codec.SCHEMA + 1))


def test_what_waits_in_the_outbox_is_read_back() -> None:
    posted = codec.Posted(
        effect=Say(content=Content((T("Hello {name}", name="Mia"),))),
        state="person:1",
        rev=3,
        at=NOW,
    )
    assert codec.read_posted(codec.write_posted(posted)) == posted
    timer = codec.PostedTimer(state="person:1", name="checkin", due=NOW)
    assert codec.read_timer(codec.write_posted(timer)) == timer


def test_a_record_is_plain_json() -> None:
    record = Record(what="verdict", at=NOW, policy="1", facts=(("phase", 2), ("reasons", ("a",))))
    assert b'"verdict"' in codec.write_record(record)

"""Where each effect of a decision goes, and what is stored with it."""

from datetime import UTC, datetime

from bot.changes import change_of
from flows.decide import State
from flows.effects import Decision, Fetch, Record, Row, Say, Survey, Tell
from flows.events import Commanded
from flows.news import Unreached
from flows.people import Sender
from flows.person import Person
from flows.words import Content, T

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
MIA = Sender(id=7, name="Mia")
START = Commanded(id="tg:9:1", at=NOW, salt="s", sender=MIA, chat=7, name="start")


def test_lanes_rows_and_history() -> None:
    decision: Decision[State] = Decision(
        state=Person(id=7),
        effects=(
            Say(content=Content((T("Hello."),)), chat=-5),
            Tell(to="desk:8", news=Unreached()),
            Survey(gym="gym:x"),
            Fetch(file="F1", code="c", most=9),
        ),
        rows=(Row(key="7", rev=2, value=b"{}"),),
        records=(Record(what="consent", at=NOW, policy="1"),),
    )
    stored = change_of("person:7", START, 4, decision, ())
    assert [entry.lane for entry in stored.entries] == [
        "chat:-5",
        "hop:person:7>desk:8",
        "hop:person:7>fanout",
        "hop:person:7>files",
    ]
    assert [(row.key, row.rev, row.value) for row in stored.rows] == [("7", 2, b"{}")]
    assert len(stored.history) == 1
    assert stored.rev == 4

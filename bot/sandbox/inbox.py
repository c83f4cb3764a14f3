"""Updates that wait for the bot, and callback queries that wait for an answer."""

from collections.abc import Callable

from bot.sandbox.bell import Bell
from bot.sandbox.ledger import Ledger
from bot.sandbox.terms import Json, bad

QUERY_LIFE = 150
MESSAGE_LIFE = 24 * 3600
ASKED_BY_NAME = {"chat_member", "message_reaction", "message_reaction_count"}


class Inbox:
    """Updates in the order they happened. Their lives are counted in real seconds (`wall`)."""

    def __init__(self, ledger: Ledger, bell: Bell, wall: Callable[[], float]) -> None:
        self._ledger = ledger
        self._bell = bell
        self._wall = wall

    def add(self, kind: str, queue: str, body: Json) -> None:
        """Put an update at the end, if the bot has asked for its kind."""
        if not self._wanted(kind):
            return
        update_id = self._ledger.count("update", 700_001)
        life = QUERY_LIFE if kind == "callback_query" else MESSAGE_LIFE
        row = {"queue": queue, "until": self._wall() + life}
        self._ledger.put(
            "update", str(update_id), {**row, "update": {"update_id": update_id, kind: body}}
        )
        self._bell.ring({"kind": "update", "update_id": update_id})

    def pending(self) -> list[Json]:
        """All updates that wait and still live, as {queue, until, update}."""
        now = self._wall()
        for key in [k for k, row in self._ledger.table("update").items() if row["until"] <= now]:
            self._ledger.put("update", key, None)
        return list(self._ledger.table("update").values())

    def confirm_below(self, offset: int) -> None:
        """Forget what getUpdates confirmed; a negative offset keeps only the last ones."""
        waiting = sorted(int(key) for key in self._ledger.table("update"))
        gone = [n for n in waiting if n < offset] if offset >= 0 else waiting[:offset]
        with self._ledger.act():
            for number in gone:
                self.done(number)

    def done(self, update_id: int) -> None:
        """Forget an update that the bot has taken."""
        self._ledger.put("update", str(update_id), None)
        self._bell.ring({"kind": "taken", "update_id": update_id})

    def clear(self) -> None:
        with self._ledger.act():
            for key in list(self._ledger.table("update")):
                self._ledger.put("update", key, None)

    def want(self, kinds: list[str]) -> None:
        """Remember which kinds of updates the bot asks for; an empty list asks for the usual."""
        if kinds != self.kinds():
            self._ledger.put("wanted", "kinds", kinds)

    def kinds(self) -> list[str]:
        return list(self._ledger.table("wanted").get("kinds", []))

    def _wanted(self, kind: str) -> bool:
        kinds = self.kinds()
        return kind in kinds if kinds else kind not in ASKED_BY_NAME


class Queries:
    """Taps on inline buttons; each can be answered for 150 real seconds."""

    def __init__(self, ledger: Ledger, bell: Bell, wall: Callable[[], float]) -> None:
        self._ledger = ledger
        self._bell = bell
        self._wall = wall
        self._forget_old()

    def open(self, person_id: int, message: Json, data: str) -> str:
        query_id = str(self._ledger.count("query", 4_000_000_001))
        tap = {"person": person_id, "message_id": message["message_id"], "data": data}
        self._ledger.put("query", query_id, {**tap, "id": query_id, "at": self._wall()})
        return query_id

    def find(self, query_id: str) -> Json:
        query: Json = self._ledger.table("query")[query_id]
        return query

    def answer(self, query_id: str, answer: Json) -> None:
        query = self._ledger.table("query").get(query_id)
        if query is None or query["at"] + QUERY_LIFE <= self._wall():
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self._ledger.put("query", query_id, {**query, "answer": answer})
        self._bell.ring({"kind": "answer", **query, "answer": answer})

    def _forget_old(self) -> None:
        rows = self._ledger.table("query").items()
        old = [key for key, row in rows if row["at"] + QUERY_LIFE <= self._wall()]
        with self._ledger.act():
            for key in old:
                self._ledger.put("query", key, None)

"""The people of the town, its bot, and its chats."""

from msgspec import Struct, structs

from bot.sandbox.bell import Bell
from bot.sandbox.ledger import Ledger
from bot.sandbox.terms import Json, Refused, bad

USERNAME = "stairwise_sandbox_bot"
GROUP = -1001


class Person(Struct, frozen=True, kw_only=True):
    """Somebody with a phone. The role only says which phone the page shows first."""

    id: int
    first_name: str
    role: str = "client"
    language: str = "en"
    started: bool = False
    blocked: bool = False

    def user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "username": f"{self.first_name.lower()}_{self.id}",
            "language_code": self.language,
        }

    def chat(self) -> Json:
        return {
            "id": self.id,
            "type": "private",
            "first_name": self.first_name,
            "username": f"{self.first_name.lower()}_{self.id}",
        }


FIRST = (
    Person(id=1001, first_name="Mia", role="client"),
    Person(id=1002, first_name="Tom", role="trainer"),
    Person(id=1003, first_name="Gina", role="gym owner"),
)


class Census:
    """Who lives here, who has written to the bot, and who has blocked it."""

    def __init__(self, ledger: Ledger, bell: Bell, bot_id: int) -> None:
        self._ledger = ledger
        self._bell = bell
        self.bot_id = bot_id
        if not ledger.table("person"):
            self._settle()

    def everybody(self) -> list[Person]:
        people = self._ledger.table("person").values()
        return [Person(**row) for row in people]

    def person(self, person_id: int) -> Person:
        row = self._ledger.table("person").get(str(person_id))
        if row is None:
            raise bad("user not found")
        return Person(**row)

    def add(self, first_name: str, role: str = "client", language: str = "en") -> Person:
        new = Person(
            id=self._ledger.count("person", 1001),
            first_name=first_name,
            role=role,
            language=language,
        )
        self._keep(new)
        return new

    def start(self, person: Person) -> None:
        if not person.started:
            self._keep(structs.replace(person, started=True))

    def block(self, person: Person) -> None:
        self._keep(structs.replace(person, blocked=True))

    def unblock(self, person: Person) -> None:
        self._keep(structs.replace(person, blocked=False))

    def bot(self) -> Json:
        name = self._ledger.table("profile").get("name:", "Stairwise")
        return {"id": self.bot_id, "is_bot": True, "first_name": name, "username": USERNAME}

    def group(self) -> Json:
        return {"id": GROUP, "type": "group", "title": "The gym's group"}

    def bot_is_in_group(self) -> bool:
        return "left" not in self._ledger.table("group")

    def leave_group(self) -> None:
        self._ledger.put("group", "left", 1)

    def reach(self, chat_id: int | str) -> Json:
        """Find the chat a request names, if the bot may write there."""
        chat = self.see(chat_id)
        row = self._ledger.table("person").get(str(chat_id))
        if row and row["blocked"]:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        return chat

    def see(self, chat_id: int | str) -> Json:
        """Find the chat a request names, also one where the bot may not write now."""
        if chat_id == GROUP:
            return self._reach_group()
        row = self._ledger.table("person").get(str(chat_id))
        if row is None or not row["started"]:
            raise bad("chat not found")
        return Person(**row).chat()

    def _reach_group(self) -> Json:
        if not self.bot_is_in_group():
            raise Refused(403, "Forbidden: bot is not a member of the group chat")
        return self.group()

    def _keep(self, person: Person) -> None:
        self._ledger.put("person", str(person.id), structs.asdict(person))
        self._bell.ring({"kind": "person", "person": structs.asdict(person)})

    def _settle(self) -> None:
        for person in FIRST:
            self._ledger.count("person", 1001)
            self._keep(person)

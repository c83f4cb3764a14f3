"""One human, as one document: who they are and what they are in the middle of."""

from msgspec import Struct

from flows.people import PersonId


class Person(Struct, frozen=True, kw_only=True, tag="person"):
    """One human; `reachable` is false once Telegram says that they blocked the bot."""

    id: PersonId
    name: str = ""
    language: str = ""
    reachable: bool = True

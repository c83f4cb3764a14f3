"""What was written in the town's chats: messages in order, edited in place, deleted."""

from collections.abc import Callable
from datetime import datetime

from bot.sandbox.bell import Bell
from bot.sandbox.ledger import Ledger
from bot.sandbox.terms import Json, bad


class Talk:
    """The messages of every chat, as the Bot API shows them."""

    def __init__(self, ledger: Ledger, bell: Bell, now: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._bell = bell
        self._now = now

    def time(self) -> int:
        return int(self._now().timestamp())

    def of(self, chat_id: int) -> list[Json]:
        return list(self._ledger.table(f"chat:{chat_id}").values())

    def find(self, chat_id: int, message_id: int) -> Json | None:
        message: Json | None = self._ledger.table(f"chat:{chat_id}").get(str(message_id))
        return message

    def post(self, sender: Json, chat: Json, parts: Json) -> Json:
        head = {"message_id": self._ledger.count("message"), "from": sender, "chat": chat}
        return self._keep({**head, "date": self.time(), **parts})

    def change(self, message: Json, parts: Json) -> Json:
        """Edit a message: parts that are None go away."""
        changed = {k: v for k, v in {**message, **parts}.items() if v is not None}
        if changed == message:
            raise bad(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        return self._keep({**changed, "edit_date": self.time()})

    def delete(self, chat_id: int, message_id: int) -> None:
        self._ledger.put(f"chat:{chat_id}", str(message_id), None)
        self._bell.ring({"kind": "deleted", "chat": chat_id, "message_id": message_id})

    def keyboard(self, chat_id: int) -> Json | None:
        """Find the reply keyboard a chat shows now."""
        board: Json | None = self._ledger.table("keyboard").get(str(chat_id))
        return board

    def lay(self, chat_id: int, board: Json | None) -> None:
        self._ledger.put("keyboard", str(chat_id), board)
        self._bell.ring({"kind": "keyboard", "chat": chat_id, "keyboard": board})

    def _keep(self, message: Json) -> Json:
        chat_id = message["chat"]["id"]
        self._ledger.put(f"chat:{chat_id}", str(message["message_id"]), message)
        self._bell.ring({"kind": "message", "chat": chat_id, "message": message})
        return message

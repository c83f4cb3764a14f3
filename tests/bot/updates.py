"""Updates as Telegram sends them."""

from typing import Any

Raw = dict[str, Any]

MIA: Raw = {"id": 7, "is_bot": False, "first_name": "Mia", "language_code": "en"}
PRIVATE: Raw = {"id": 7, "type": "private", "first_name": "Mia"}
GROUP: Raw = {"id": -1001, "type": "group", "title": "The gym"}


def message(number: int = 1, *, user: Raw = MIA, chat: Raw = PRIVATE, **parts: Any) -> Raw:
    head = {"message_id": 100 + number, "date": 1_800_000_000, "from": user, "chat": chat}
    return {"update_id": number, "message": {**head, **parts}}


def text(words: str, number: int = 1, *, user: Raw = MIA, chat: Raw = PRIVATE) -> Raw:
    word = words.split(" ", 1)[0]
    entity = {"type": "bot_command", "offset": 0, "length": len(word)}
    entities = {"entities": [entity]} if words.startswith("/") else {}
    return message(number, user=user, chat=chat, text=words, **entities)


def tap(data: str, number: int = 1, *, user: Raw = MIA, query: str = "42") -> Raw:
    shown = message(number, chat={**PRIVATE, "id": user["id"]}, text="Well?")["message"]
    body = {"id": query, "from": user, "chat_instance": "1", "message": shown, "data": data}
    return {"update_id": number, "callback_query": body}


def membership(status: str, number: int = 1, *, chat: Raw = PRIVATE) -> Raw:
    bot = {"id": 9, "is_bot": True, "first_name": "Stairwise"}
    until = {"until_date": 0} if status == "kicked" else {}
    body = {
        "chat": chat,
        "from": MIA,
        "date": 1_800_000_000,
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": status, **until},
    }
    return {"update_id": number, "my_chat_member": body}

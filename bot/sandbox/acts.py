"""What people do with their phones, and the updates it makes for the bot."""

from collections.abc import Callable, Mapping

from bot.sandbox import files, markup
from bot.sandbox.people import GROUP, USERNAME, Person
from bot.sandbox.terms import Json, Upload, bad
from bot.sandbox.world import World


def say(
    world: World, person_id: int, text: str, chat_id: int | None = None, reply_to: int = 0
) -> Json:
    """Write as a person; the first words in a private chat open it for the bot."""
    body, entities = markup.trimmed(text, [])
    if not body:
        raise bad("message text is empty")
    above = _replied(world, chat_id or person_id, reply_to)
    parts = {"text": body, **_some("entities", entities), **_some("reply_to_message", above)}
    return _post(world, person_id, chat_id, parts)


def _replied(world: World, chat_id: int, message_id: int) -> Json | None:
    """Find the message that is replied to, with its buttons: a reply in it is not shown."""
    if not message_id:
        return None
    message = world.talk.find(chat_id, message_id)
    if message is None:
        raise bad("message to be replied not found")
    return {key: part for key, part in message.items() if key != "reply_to_message"}


def edit(world: World, person_id: int, message_id: int, text: str) -> Json:
    """Edit what a person wrote."""
    message = world.talk.find(person_id, message_id)
    if message is None or message["from"]["id"] != person_id:
        raise bad("message to edit not found")
    body, entities = markup.trimmed(text, [])
    with world.ledger.act():
        edited = world.talk.change(message, {"text": body, "entities": entities or None})
        world.inbox.add("edited_message", f"chat:{person_id}", edited)
    return edited


def tap(world: World, person_id: int, message_id: int, data: str) -> str:
    """Tap a button, or forge a tap with any data; gives back the query's id."""
    person = world.census.person(person_id)
    message = world.talk.find(person_id, message_id) or world.talk.find(GROUP, message_id)
    if message is None:
        raise bad("message not found")
    with world.ledger.act():
        query_id = world.queries.open(person_id, message, data)
        world.inbox.add(
            "callback_query",
            f"user:{person_id}",
            {
                "id": query_id,
                "from": person.user(),
                "message": message,
                "chat_instance": str(message["chat"]["id"] * 7919),
                "data": data,
            },
        )
    world.bell.ring({"kind": "tap", **world.queries.find(query_id)})
    return query_id


def button_data(world: World, person_id: int, message_id: int, index: int) -> str:
    """Find the data of the n-th button under a message, counted row by row."""
    message = world.talk.find(person_id, message_id) or {}
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if index >= len(buttons) or "callback_data" not in buttons[index]:
        raise bad("there is no such button")
    return str(buttons[index]["callback_data"])


def send_photo(world: World, person_id: int, upload: Upload, caption: str = "") -> Json:
    row = world.drawer.keep(upload)
    sizes = files.photo_sizes(row, upload.data)
    return _post(world, person_id, None, {"photo": sizes, **_some("caption", caption)})


def send_document(world: World, person_id: int, upload: Upload) -> Json:
    return _post(world, person_id, None, {"document": files.document(world.drawer.keep(upload))})


def send_voice(world: World, person_id: int, upload: Upload, seconds: int = 3) -> Json:
    row = world.drawer.keep(upload)
    return _post(world, person_id, None, {"voice": files.sound(row, seconds)})


def send_sticker(world: World, person_id: int, upload: Upload, emoji: str = "💪") -> Json:
    row = world.drawer.keep(upload)
    return _post(world, person_id, None, {"sticker": files.sticker(row, emoji)})


def block(world: World, person_id: int) -> None:
    person = world.census.person(person_id)
    with world.ledger.act():
        world.census.block(person)
        _membership(world, person, "member", "kicked")


def unblock(world: World, person_id: int) -> None:
    person = world.census.person(person_id)
    with world.ledger.act():
        world.census.unblock(person)
        _membership(world, person, "kicked", "member")


def _post(world: World, person_id: int, chat_id: int | None, parts: Json) -> Json:
    person = world.census.person(person_id)
    if person.blocked and chat_id is None:
        raise bad("this person has blocked the bot")
    in_group = chat_id == GROUP
    with world.ledger.act():
        if not in_group:
            world.census.start(person)
        chat = world.census.group() if in_group else person.chat()
        message = world.talk.post(person.user(), chat, parts)
        if not in_group or _heard(world, message):
            world.inbox.add("message", f"chat:{chat['id']}", message)
    return message


def _heard(world: World, message: Json) -> bool:
    """In a group a bot in privacy mode hears commands, and what names it."""
    entities = message.get("entities", [])
    words = message.get("text", "")
    command = any(e["type"] == "bot_command" and e["offset"] == 0 for e in entities)
    return world.census.bot_is_in_group() and (command or f"@{USERNAME}" in words)


def _membership(world: World, person: Person, old: str, new: str) -> None:
    world.inbox.add(
        "my_chat_member",
        f"chat:{person.id}",
        {
            "chat": person.chat(),
            "from": person.user(),
            "date": world.talk.time(),
            "old_chat_member": _member(world, old),
            "new_chat_member": _member(world, new),
        },
    )


def _member(world: World, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": world.census.bot(), "status": status, **until}


def _some(name: str, value: object) -> Json:
    return {name: value} if value else {}


SENDS: Mapping[str, Callable[[World, int, Upload], Json]] = {
    "photo": send_photo,
    "document": send_document,
    "voice": send_voice,
    "sticker": send_sticker,
}

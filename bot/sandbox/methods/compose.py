"""What goes into a message of the bot: text, caption, file, keyboard, and what it replies to."""

from bot.sandbox import markup
from bot.sandbox.methods.keyboards import read_markup
from bot.sandbox.terms import Json, Upload, bad, units
from bot.sandbox.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100


def text(params: Json) -> Json:
    """Read the text of a message, or refuse it."""
    if not params.get("text"):
        raise bad("message text is empty")
    words, entities = markup.parse(
        params["text"], params.get("parse_mode"), params.get("entities")
    )
    if not words:
        raise bad("text must be non-empty")
    if units(words) > TEXT_LIMIT:
        raise bad("message is too long")
    return {"text": words, **_entities("entities", entities)}


def caption(params: Json) -> Json:
    """Read the caption under a file, or refuse it."""
    words, entities = markup.parse(
        params.get("caption", ""), params.get("parse_mode"), params.get("caption_entities")
    )
    if units(words) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    return {"caption": words, **_entities("caption_entities", entities)} if words else {}


def attached(world: World, params: Json, name: str) -> Json:
    """Keep the file of a request, or find the one it names by its file_id."""
    given = params[name]
    if isinstance(given, Upload):
        return world.drawer.keep(given)
    if given.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    return world.drawer.find(given)


def post(world: World, params: Json, parts: Json) -> Json:
    """Put a message of the bot into a chat."""
    chat = world.census.reach(params["chat_id"])
    board = read_markup(params)
    with world.ledger.act():
        if "laid" in board:
            world.talk.lay(chat["id"], board["laid"])
        inline = {"reply_markup": board["inline"]} if board.get("inline") else {}
        replied = _replied(world, chat["id"], params.get("reply_parameters"))
        return world.talk.post(world.census.bot(), chat, {**replied, **parts, **inline})


def _replied(world: World, chat_id: int, wish: Json | None) -> Json:
    if not wish:
        return {}
    message = world.talk.find(chat_id, wish["message_id"])
    if message is None and wish.get("allow_sending_without_reply"):
        return {}
    if message is None:
        raise bad("message to be replied not found")
    return {"reply_to_message": {k: v for k, v in message.items() if k != "reply_to_message"}}


def _entities(name: str, entities: list[Json]) -> Json:
    return {name: entities[:ENTITY_LIMIT]} if entities else {}

"""Messages of the bot: sent, edited, copied, deleted; and taps answered."""

from bot.sandbox import files
from bot.sandbox.methods import compose
from bot.sandbox.methods.keyboards import read_markup
from bot.sandbox.terms import Json, bad
from bot.sandbox.world import World

DELETABLE = 48 * 3600
DELETE_BATCH = 100


def send_message(world: World, params: Json) -> Json:
    return compose.post(world, params, compose.text(params))


def send_photo(world: World, params: Json) -> Json:
    chat = world.census.reach(params["chat_id"])
    row = compose.attached(world, params, "photo")
    sizes = files.photo_sizes(row, world.drawer.bytes_of(row))
    return compose.post(
        world, {**params, "chat_id": chat["id"]}, {"photo": sizes, **compose.caption(params)}
    )


def send_document(world: World, params: Json) -> Json:
    chat = world.census.reach(params["chat_id"])
    row = compose.attached(world, params, "document")
    parts = {"document": files.document(row), **compose.caption(params)}
    return compose.post(world, {**params, "chat_id": chat["id"]}, parts)


def copy_message(world: World, params: Json) -> Json:
    origin = world.census.see(params["from_chat_id"])
    source = world.talk.find(origin["id"], params["message_id"])
    if source is None:
        raise bad("message to copy not found")
    own = ("message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message")
    parts = {key: value for key, value in source.items() if key not in own}
    return {"message_id": compose.post(world, params, parts)["message_id"]}


def edit_message_text(world: World, params: Json) -> Json:
    message = _editable(world, params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    parts = compose.text(params)
    return world.talk.change(message, {"entities": None, **parts, **_keyboard(params)})


def edit_message_caption(world: World, params: Json) -> Json:
    message = _editable(world, params)
    if "text" in message:
        raise bad("there is no caption in the message to edit")
    blank = {"caption": None, "caption_entities": None}
    return world.talk.change(message, {**blank, **compose.caption(params), **_keyboard(params)})


def edit_message_reply_markup(world: World, params: Json) -> Json:
    return world.talk.change(_editable(world, params), _keyboard(params))


def delete_message(world: World, params: Json) -> bool:
    chat = world.census.see(params["chat_id"])
    message = world.talk.find(chat["id"], params["message_id"])
    if message is None:
        raise bad("message to delete not found")
    if message["date"] + DELETABLE < world.talk.time():
        raise bad("message can't be deleted for everyone")
    world.talk.delete(chat["id"], params["message_id"])
    return True


def delete_messages(world: World, params: Json) -> bool:
    chat = world.census.see(params["chat_id"])
    if not 1 <= len(params["message_ids"]) <= DELETE_BATCH:
        raise bad("message identifiers are not specified")
    for message_id in params["message_ids"]:
        message = world.talk.find(chat["id"], message_id)
        if message and message["date"] + DELETABLE >= world.talk.time():
            world.talk.delete(chat["id"], message_id)
    return True


def answer_callback_query(world: World, params: Json) -> bool:
    answer = {key: value for key, value in params.items() if key != "callback_query_id"}
    world.queries.answer(params["callback_query_id"], answer)
    return True


def _editable(world: World, params: Json) -> Json:
    if "message_id" not in params or "chat_id" not in params:
        raise bad("message identifier is not specified")
    chat = world.census.see(params["chat_id"])
    message = world.talk.find(chat["id"], params["message_id"])
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != world.census.bot_id:
        raise bad("message can't be edited")
    return message


def _keyboard(params: Json) -> Json:
    """Read an edit's keyboard: one that names none takes it away."""
    return {"reply_markup": read_markup(params).get("inline")}

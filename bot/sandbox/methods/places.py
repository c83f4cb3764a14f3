"""Chats, their members, and files by their id."""

from bot.sandbox.files import DOWNLOAD_LIMIT
from bot.sandbox.people import GROUP
from bot.sandbox.terms import Json, bad
from bot.sandbox.world import World

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
GIFTS = {
    "unlimited_gifts": True,
    "limited_gifts": True,
    "unique_gifts": True,
    "premium_subscription": True,
    "gifts_from_channels": True,
}


def get_chat(world: World, params: Json) -> Json:
    chat = world.census.see(params["chat_id"])
    about = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    return {**chat, **about}


def get_chat_member(world: World, params: Json) -> Json:
    world.census.see(params["chat_id"])
    if params["user_id"] == world.census.bot_id:
        return {"status": "member", "user": world.census.bot()}
    person = world.census.person(params["user_id"])
    return {"status": "member", "user": person.user()}


def leave_chat(world: World, params: Json) -> bool:
    if params["chat_id"] != GROUP:
        world.census.see(params["chat_id"])
        raise bad("chat member status can't be changed in private chats")
    world.census.leave_group()
    return True


def send_chat_action(world: World, params: Json) -> bool:
    chat = world.census.reach(params["chat_id"])
    if params["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    world.bell.ring({"kind": "action", "chat": chat["id"], "action": params["action"]})
    return True


def get_file(world: World, params: Json) -> Json:
    row = world.drawer.find(params["file_id"])
    if row["file_size"] > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return {k: row[k] for k in ("file_id", "file_unique_id", "file_size", "file_path")}

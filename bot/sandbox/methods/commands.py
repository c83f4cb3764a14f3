"""The bot's commands, per scope and language; the most specific scope wins."""

import json
import re

from bot.sandbox.people import Person
from bot.sandbox.terms import Json, bad
from bot.sandbox.world import World

COMMAND_LIMIT = 100
NAME = re.compile(r"[a-z0-9_]{1,32}")
DEFAULT: Json = {"type": "default"}


def set_my_commands(world: World, params: Json) -> bool:
    key = _key(world, params)
    if len(params["commands"]) > COMMAND_LIMIT:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in params["commands"]:
        if not NAME.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
    world.ledger.put("commands", key, params["commands"])
    world.bell.ring({"kind": "commands"})
    return True


def get_my_commands(world: World, params: Json) -> list[Json]:
    return list(world.ledger.table("commands").get(_key(world, params), []))


def delete_my_commands(world: World, params: Json) -> bool:
    world.ledger.put("commands", _key(world, params), None)
    world.bell.ring({"kind": "commands"})
    return True


def commands_of(world: World, person: Person) -> list[Json]:
    """List what a person's command menu shows."""
    scopes = ({"type": "chat", "chat_id": person.id}, {"type": "all_private_chats"}, DEFAULT)
    table = world.ledger.table("commands")
    for scope in scopes:
        for language in (person.language, ""):
            if found := table.get(_name(scope, language)):
                return list(found)
    return []


def _key(world: World, params: Json) -> str:
    scope = params.get("scope", DEFAULT)
    language = params.get("language_code", "")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    if "chat_id" in scope:
        world.census.see(scope["chat_id"])
    return _name(scope, language)


def _name(scope: Json, language: str) -> str:
    return f"{json.dumps(scope, sort_keys=True)} {language}"

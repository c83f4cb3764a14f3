"""What the bot is called and says of itself."""

from bot.sandbox.terms import Json, Refused
from bot.sandbox.world import World

COMMANDS_BUTTON = {"type": "commands"}


def get_me(world: World, _: Json) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**world.census.bot(), **abilities}


def set_my_name(world: World, params: Json) -> bool:
    return _put(world, "name", params)


def get_my_name(world: World, params: Json) -> Json:
    return {"name": _get(world, "name", params) or world.census.bot()["first_name"]}


def set_my_description(world: World, params: Json) -> bool:
    return _put(world, "description", params)


def get_my_description(world: World, params: Json) -> Json:
    return {"description": _get(world, "description", params)}


def set_my_short_description(world: World, params: Json) -> bool:
    return _put(world, "short_description", params)


def get_my_short_description(world: World, params: Json) -> Json:
    return {"short_description": _get(world, "short_description", params)}


def set_chat_menu_button(world: World, params: Json) -> bool:
    button = params.get("menu_button", COMMANDS_BUTTON)
    world.ledger.put("menu", str(params.get("chat_id", "")), button)
    return True


def get_chat_menu_button(world: World, params: Json) -> Json:
    menus = world.ledger.table("menu")
    default = menus.get("", COMMANDS_BUTTON)
    return dict(menus.get(str(params.get("chat_id", "")), default))


def log_out(_: World, __: Json) -> bool:
    return True


def close(_: World, __: Json) -> bool:
    """Telegram refuses this in the first ten minutes after the bot was launched."""
    raise Refused(429, "Too Many Requests: retry after 600", retry_after=600)


def _put(world: World, what: str, params: Json) -> bool:
    value = params.get(what, "") or None
    world.ledger.put("profile", f"{what}:{params.get('language_code', '')}", value)
    return True


def _get(world: World, what: str, params: Json) -> str:
    profile = world.ledger.table("profile")
    default = profile.get(f"{what}:", "")
    return str(profile.get(f"{what}:{params.get('language_code', '')}", default))

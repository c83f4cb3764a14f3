"""Where updates are sent, if they are not fetched."""

import re
from urllib.parse import urlsplit

from bot.sandbox.guard import is_loopback
from bot.sandbox.terms import Json, bad
from bot.sandbox.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
MOST = 40


def set_webhook(world: World, params: Json) -> bool:
    if not params["url"]:
        return delete_webhook(world, params)
    _check_url(params["url"])
    if "secret_token" in params and not SECRET.fullmatch(params["secret_token"]):
        raise bad("secret token contains unallowed characters")
    _settle(world, params)
    hook = {"url": params["url"], "secret": params.get("secret_token", "")}
    most = params.get("max_connections", MOST)
    world.ledger.put("webhook", "now", {**hook, "max_connections": most})
    world.bell.ring({"kind": "webhook"})
    return True


def delete_webhook(world: World, params: Json) -> bool:
    _settle(world, params)
    world.ledger.put("webhook", "now", None)
    world.bell.ring({"kind": "webhook"})
    return True


def get_webhook_info(world: World, _: Json) -> Json:
    hook = current(world) or {"url": ""}
    shown = {k: v for k, v in hook.items() if k != "secret"}
    kinds = world.inbox.kinds()
    return {
        **shown,
        "has_custom_certificate": False,
        "pending_update_count": len(world.inbox.pending()),
        **({"allowed_updates": kinds} if kinds else {}),
        **(world.ledger.table("webhook").get("error", {}) if hook["url"] else {}),
    }


def current(world: World) -> Json | None:
    """Find the webhook that is set, as {url, secret, max_connections}."""
    hook: Json | None = world.ledger.table("webhook").get("now")
    return hook


def _settle(world: World, params: Json) -> None:
    world.ledger.put("webhook", "error", None)
    if "allowed_updates" in params:
        world.inbox.want(params["allowed_updates"])
    if params.get("drop_pending_updates"):
        world.inbox.clear()


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad("bad webhook: invalid webhook URL specified")
    if not is_loopback(parts.hostname):
        raise bad("bad webhook: the sandbox calls loopback addresses only")

"""Settings come from the environment; they are checked at start, and all faults told at once."""

import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import TypeVar
from urllib.parse import urlsplit

from msgspec import Struct

from flows.words import Text, english

V = TypeVar("V")

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]{3,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_HIGHEST_PORT = 65535


class CannotStart(Exception):  # noqa: N818 - an answer to whoever starts it, not a fault in the code
    """The bot cannot start where it is; `text` says why, and what to do about it."""

    def __init__(self, text: Text) -> None:
        super().__init__(english(text))


class BadSettings(Exception):  # noqa: N818 - an answer to whoever wrote them, not a fault in the code
    """Some settings cannot be used; `faults` has one sentence for each, saying what to do."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Address(Struct, frozen=True):
    """Where to listen."""

    host: str
    port: int


class Settings(Struct, frozen=True, kw_only=True):
    """What an operator can set. An empty string is "not set"."""

    token: str
    api_url: str
    webhook_url: str
    webhook_listen: Address
    webhook_secret: str
    sandbox_listen: Address
    redis_url: str
    data: str
    policy: str
    emergency_number: str
    operators: frozenset[int]
    log_level: str

    def __repr__(self) -> str:
        # Tokens, secrets and the passwords in URLs must not reach a log by way of a repr.
        return f"Settings(api_url={self.api_url!r}, data={self.data!r})"


def read(environ: Mapping[str, str]) -> Settings:
    """Read the settings; raises BadSettings with all that is wrong."""
    found = _Reader(environ)
    settings = Settings(
        token=found.take("BOT_TOKEN", "", _token),
        api_url=found.take("BOT_API_URL", "https://api.telegram.org", _api_url),
        webhook_url=found.take("WEBHOOK_URL", "", _webhook_url),
        webhook_listen=found.take("WEBHOOK_LISTEN", "127.0.0.1:8443", _address),
        webhook_secret=found.take("WEBHOOK_SECRET", "", _secret),
        sandbox_listen=found.take("SANDBOX_LISTEN", "127.0.0.1:8080", _loopback),
        redis_url=found.take("REDIS_URL", "", _redis_url),
        data=found.take("STAIRWISE_DATA", "./data", str),
        policy=found.take("STAIRWISE_POLICY", "", str),
        emergency_number=found.take("EMERGENCY_NUMBER", "112 / 911", _emergency),
        operators=found.take("OPERATORS", "", _people),
        log_level=found.take("LOG_LEVEL", "INFO", _level),
    )
    faults = (*found.faults, *_missing(found))
    if faults:
        raise BadSettings(faults)
    return settings


class _Reader:
    """Reads one setting after the other and keeps what was wrong."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.faults: list[str] = []

    def has(self, name: str) -> bool:
        return bool(self._environ.get(name, "").strip())

    def take(self, name: str, default: str, parse: Callable[[str], V]) -> V:
        value = self._environ.get(name, "").strip()
        try:
            return parse(value or default)
        except ValueError as fault:
            self.faults.append(f"{name} {fault}")
            return parse(default)


def _missing(found: _Reader) -> tuple[str, ...]:
    if not found.has("WEBHOOK_URL"):
        return ()
    faults = []
    if not found.has("BOT_TOKEN"):
        faults.append("WEBHOOK_URL is of no use without BOT_TOKEN: set both, or neither.")
    if not found.has("WEBHOOK_SECRET"):
        faults.append(
            "WEBHOOK_SECRET is missing: with WEBHOOK_URL, set it to 1-256 random characters of "
            "A-Z, a-z, 0-9, _ and -."
        )
    return tuple(faults)


def _token(value: str) -> str:
    if value and not _TOKEN.fullmatch(value):
        msg = (
            "does not look like a token: copy it whole from @BotFather (digits, a colon, letters)."
        )
        raise ValueError(msg)
    return value


def _url(value: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _api_url(value: str) -> str:
    if not _url(value, ("http", "https")):
        msg = "is no address: give scheme, host and port, like http://127.0.0.1:8081."
        raise ValueError(msg)
    return value.rstrip("/")


def _webhook_url(value: str) -> str:
    if value and not _url(value, ("http", "https")):
        msg = (
            "is no address: give the whole URL Telegram shall call, like https://bot.example/hook."
        )
        raise ValueError(msg)
    return value


def _secret(value: str) -> str:
    if value and not _SECRET.fullmatch(value):
        msg = "cannot be used: take 1-256 characters of A-Z, a-z, 0-9, _ and -."
        raise ValueError(msg)
    return value


def _address(value: str) -> Address:
    host, _, port = value.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isdecimal() or not 0 <= int(port) <= _HIGHEST_PORT:
        msg = "is no address to listen on: give host:port, like 127.0.0.1:8443."
        raise ValueError(msg)
    return Address(host, int(port))


def _loopback(value: str) -> Address:
    address = _address(value)
    if not _is_loopback(address.host):
        msg = "must be on this machine, for the sandbox has no lock: take 127.0.0.1:<port>."
        raise ValueError(msg)
    return address


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _redis_url(value: str) -> str:
    on_socket = value.startswith("unix://") and len(value) > len("unix://")
    if value and not on_socket and not _url(value, ("redis", "rediss", "redis+cluster")):
        msg = (
            "is no address: it starts with redis://, rediss://, redis+cluster:// or unix:// "
            "(unset: a built-in one)."
        )
        raise ValueError(msg)
    return value


_LONGEST_NUMBER = 40


def _emergency(value: str) -> str:
    if len(value) > _LONGEST_NUMBER:
        msg = f"is too long: give the number people dial, at most {_LONGEST_NUMBER} characters."
        raise ValueError(msg)
    return value


def _people(value: str) -> frozenset[int]:
    ids = value.replace(",", " ").split()
    if not all(one.isascii() and one.isdecimal() for one in ids):
        msg = "are no ids of people: give Telegram's numbers, like 123456789 987654321."
        raise ValueError(msg)
    return frozenset(map(int, ids))


def _level(value: str) -> str:
    if value.upper() not in _LEVELS:
        msg = f"is no level: take one of {', '.join(_LEVELS)}."
        raise ValueError(msg)
    return value.upper()

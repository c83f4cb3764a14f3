"""Settings are checked at start, and every fault says what to do."""

from collections.abc import Mapping

import pytest

from bot.settings import Address, BadSettings, read

TOKEN = "4711:" + "x" * 35


def faults(environ: Mapping[str, str]) -> tuple[str, ...]:
    with pytest.raises(BadSettings) as caught:
        read(environ)
    return caught.value.faults


def test_nothing_set_is_the_sandbox_with_the_built_in_store() -> None:
    settings = read({})
    assert settings.token == settings.redis_url == settings.webhook_url == ""
    assert settings.sandbox_listen == Address("127.0.0.1", 8080)
    assert settings.data == "./data"
    assert settings.emergency_number == "112 / 911"
    assert settings.api_url == "https://api.telegram.org"


def test_everything_set() -> None:
    settings = read(
        {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": "http://127.0.0.1:8081/",
            "WEBHOOK_URL": "https://bot.example/hook",
            "WEBHOOK_LISTEN": "[::1]:9000",
            "WEBHOOK_SECRET": "a-b_c",
            "SANDBOX_LISTEN": "localhost:1",
            "REDIS_URL": "unix:///run/redis.sock",
            "LOG_LEVEL": "debug",
        }
    )
    assert settings.token == TOKEN
    assert settings.api_url == "http://127.0.0.1:8081"
    assert settings.webhook_listen == Address("::1", 9000)
    assert settings.log_level == "DEBUG"


def test_all_faults_are_told_at_once() -> None:
    found = faults(
        {
            "BOT_TOKEN": "hello",
            "BOT_API_URL": "api.telegram.org",
            "WEBHOOK_URL": "bot.example",
            "WEBHOOK_LISTEN": "8443",
            "WEBHOOK_SECRET": "not good!",
            "SANDBOX_LISTEN": "0.0.0.0:8080",
            "REDIS_URL": "localhost:6379",
            "EMERGENCY_NUMBER": "1" * 41,
            "OPERATORS": "Mia",
            "LOG_LEVEL": "loud",
        }
    )
    assert [fault.split()[0] for fault in found] == [
        "BOT_TOKEN",
        "BOT_API_URL",
        "WEBHOOK_URL",
        "WEBHOOK_LISTEN",
        "WEBHOOK_SECRET",
        "SANDBOX_LISTEN",
        "REDIS_URL",
        "EMERGENCY_NUMBER",
        "OPERATORS",
        "LOG_LEVEL",
    ]
    assert all(fault.endswith(".") for fault in found)


@pytest.mark.parametrize("told", ["7 8", "7,8", " 7, 8 ,"])
def test_operators_are_named_by_their_ids(told: str) -> None:
    assert read({"OPERATORS": told}).operators == {7, 8}
    assert read({}).operators == frozenset()


def test_a_webhook_needs_a_token_and_a_secret() -> None:
    found = faults({"WEBHOOK_URL": "https://bot.example/hook"})
    assert ["BOT_TOKEN" in found[0], found[1].split()[0]] == [True, "WEBHOOK_SECRET"]


@pytest.mark.parametrize("listen", ["192.168.1.4:80", "example.org:80", ":80", "127.0.0.1:99999"])
def test_the_sandbox_listens_on_this_machine_only(listen: str) -> None:
    assert faults({"SANDBOX_LISTEN": listen})[0].startswith("SANDBOX_LISTEN")


@pytest.mark.parametrize("url", ["http://x:99999", "ftp://x", "http://[", "http://"])
def test_an_address_has_scheme_host_and_port(url: str) -> None:
    assert faults({"BOT_API_URL": url})[0].startswith("BOT_API_URL")


@pytest.mark.parametrize("url", ["redis://r:6379/0", "rediss://:pw@r", "unix:///tmp/r.sock"])
def test_three_kinds_of_redis_addresses(url: str) -> None:
    assert read({"REDIS_URL": url}).redis_url == url


def test_no_token_is_ever_shown() -> None:
    secret = {"BOT_TOKEN": TOKEN, "REDIS_URL": "redis://:hush@r"}
    assert "xxx" not in repr(read(secret))
    assert "hush" not in repr(read(secret))
    wrong = {"BOT_TOKEN": "4711 xxxxxx"}
    assert "xxx" not in " ".join(faults(wrong))

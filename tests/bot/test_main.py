"""What an operator sees: one sentence and exit code 2, or a bot that ends when it is told to."""

import asyncio
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from redis import Redis

from bot.__main__ import main, until_told
from tests.bot.store.servers import redis_server, running

PATIENCE = 15


STRANGE = {
    "html": (501, b"<html><body>\nNot here.\n</body></html>" * 9),
    "page": (200, b"<html>hello</html>"),
    "list": (200, b"[]"),
    "nothing": (200, b"{}"),
}


class Api(BaseHTTPRequestHandler):
    """A Bot API that knows one token and does nothing; under some paths it is none."""

    def do_POST(self) -> None:
        if strange := STRANGE.get(self.path.split("/")[1]):
            self.tell(*strange)
            return
        known = self.path.startswith("/bot1:known/")
        me = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"S","username":"s_bot"}}'
        body = me if known else b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
        told = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        refused = b"refused" in told
        if refused:
            body = b'{"ok":false,"error_code":400,"description":"An HTTPS URL must be provided"}'
        self.tell(400 if refused else 200 if known else 401, body)

    def tell(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002 - its name


@pytest.fixture
def api() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def free() -> str:
    with taken_port() as where:
        return where


@contextmanager
def taken_port() -> Iterator[str]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., str]:
    """Start Stairwise with these settings; gives back its one sentence."""

    def run(**environ: str) -> str:
        for name in (*environ, "STAIRWISE_DATA"):
            monkeypatch.setenv(name, environ.get(name, str(tmp_path / "data")))
        monkeypatch.setattr(sys, "argv", ["stairwise", "run"])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        return said.err

    return run


def test_a_setting_that_cannot_be_used(fails: Callable[..., str]) -> None:
    assert "BOT_TOKEN" in fails(BOT_TOKEN="nonsense")


def test_a_token_that_telegram_does_not_know(fails: Callable[..., str], api: str) -> None:
    assert "BOT_TOKEN" in fails(BOT_TOKEN="1:other", BOT_API_URL=api)


def test_a_telegram_that_is_away(fails: Callable[..., str]) -> None:
    assert "BOT_API_URL" in fails(BOT_TOKEN="1:known", BOT_API_URL="http://127.0.0.1:1")


def test_a_redis_that_is_away(fails: Callable[..., str], api: str) -> None:
    said = fails(BOT_TOKEN="1:known", BOT_API_URL=api, REDIS_URL="redis://127.0.0.1:1")
    assert "REDIS_URL" in said


def test_a_redis_address_that_cannot_be_used(fails: Callable[..., str], api: str) -> None:
    said = fails(BOT_TOKEN="1:known", BOT_API_URL=api, REDIS_URL="redis://127.0.0.1:1/?x=1")
    assert "REDIS_URL cannot be used" in said


def test_a_server_that_is_no_redis(fails: Callable[..., str], api: str) -> None:
    there = api.replace("http:", "redis:")
    said = fails(BOT_TOKEN="1:known", BOT_API_URL=api, REDIS_URL=there)
    assert "REDIS_URL" in said


@pytest.mark.parametrize("query", ["", "?password=wrong", "?password=open-sesame&db=99"])
def test_a_redis_that_refuses_us(fails: Callable[..., str], api: str, query: str) -> None:
    with running(redis_server()) as server, Redis.from_url(server.url) as client:
        client.config_set("requirepass", "open-sesame")
        said = fails(BOT_TOKEN="1:known", BOT_API_URL=api, REDIS_URL=server.url + query)
    assert "REDIS_URL" in said
    assert "open-sesame" not in said


@pytest.mark.parametrize("told", ["html", "list", "nothing", "page"])
def test_a_server_that_is_not_telegram(
    fails: Callable[..., str], api: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    said = fails(BOT_TOKEN="1:known", BOT_API_URL=f"{api}/{told}")
    assert "BOT_API_URL" in said
    assert len(said) < 200
    assert caplog.records == []


def test_a_webhook_that_telegram_refuses(fails: Callable[..., str], api: str) -> None:
    said = fails(
        BOT_TOKEN="1:known",
        BOT_API_URL=api,
        WEBHOOK_URL="https://bot.example/refused",
        WEBHOOK_SECRET="s",
        WEBHOOK_LISTEN=free(),
    )
    assert "An HTTPS URL must be provided" in said


def test_a_folder_that_is_none(fails: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert "STAIRWISE_DATA" in fails(STAIRWISE_DATA=str(tmp_path / "file" / "data"))


def test_a_webhook_port_that_is_taken(fails: Callable[..., str], api: str) -> None:
    with taken_port() as where:
        said = fails(
            BOT_TOKEN="1:known",
            BOT_API_URL=api,
            WEBHOOK_URL="https://bot.example/hook",
            WEBHOOK_SECRET="s",
            WEBHOOK_LISTEN=where,
        )
    assert "WEBHOOK_LISTEN" in said


def test_a_sandbox_port_that_is_taken(fails: Callable[..., str]) -> None:
    with taken_port() as where:
        assert "SANDBOX_LISTEN" in fails(SANDBOX_LISTEN=where)


def test_a_plan_of_a_year_is_not_told_to_the_log_as_moves(fails: Callable[..., str]) -> None:
    with taken_port() as where:
        fails(SANDBOX_LISTEN=where)
    assert not logging.getLogger("transitions.core").isEnabledFor(logging.INFO)


async def test_the_end_is_reached_though_the_cancellation_was_swallowed() -> None:
    begun = asyncio.Event()

    async def deaf(told: asyncio.Event) -> None:
        begun.set()
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        await told.wait()

    ending = asyncio.create_task(until_told(deaf))
    await begun.wait()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(ending, PATIENCE)


@contextmanager
def started(data: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with taken_port() as where:
        pass
    own = {"STAIRWISE_DATA": str(data), "SANDBOX_LISTEN": where, "LOG_LEVEL": "ERROR"}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env={**os.environ, **own}, stderr=subprocess.PIPE
    ) as process:
        try:
            yield process, f"http://{where}/town/state"
        finally:
            process.kill()


def until_ready(process: subprocess.Popen[bytes], url: str) -> None:
    pause = threading.Event()
    while not reached(url):
        assert process.poll() is None
        pause.wait(0.05)


def reached(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1) as answer:  # noqa: S310 - loopback
            return b"who sees what" in answer.read()
    except OSError:
        return False


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_told_to(tmp_path: Path, told: signal.Signals) -> None:
    with started(tmp_path) as (process, url):
        until_ready(process, url)
        process.send_signal(told)
        _, said = process.communicate(timeout=5)
        assert (process.returncode, said) == (0, b"")


def test_two_do_not_share_a_folder(tmp_path: Path, fails: Callable[..., str]) -> None:
    with started(tmp_path) as (process, url):
        until_ready(process, url)
        assert "STAIRWISE_DATA" in fails(STAIRWISE_DATA=str(tmp_path))
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 0


def test_the_staircase_is_drawn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["stairwise", "diagram"])
    main()
    drawn = capsys.readouterr().out
    assert drawn.startswith(("---", "stateDiagram"))
    assert "climb" in drawn

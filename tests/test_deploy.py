"""The files for operators, held against what the code does; there is no container engine here."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import tomllib
from configparser import RawConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import read
from bot.store.embedded import open_embedded, program
from bot.store.server import reach
from tests.bot.store.grounds import change

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
PAGE = (DEPLOY / "README.md").read_text()
BINARIES = Path(sys.executable).parent
STATE = "/var/lib/stairwise"
DAY = "2026-11-30"


def example() -> dict[str, str]:
    lines = (DEPLOY / "bot.env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


def block(heading: str, after: str = "systemd:", kind: str = "") -> str:
    """Give back the commands that the page shows under a heading."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return part.split(f"{after}\n\n```{kind}\n")[1].split("```")[0]


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
    # An empty STAIRWISE_DATA is ./data, and that has to be kept.
    assert f"WORKDIR {STATE}" in last
    assert f"VOLUME {STATE}" in last
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
    store, bot = (compose()["services"][name] for name in ("store", "bot"))
    assert store["healthcheck"]["test"] == ["CMD", "valkey-cli", "-e", "ping"]
    assert "./valkey.conf:/etc/valkey/valkey.conf:ro" in store["volumes"]
    assert bot["env_file"] == "bot.env"
    assert {store["restart"], bot["restart"]} == {"unless-stopped"}
    assert "ports" not in store
    assert bot["depends_on"]["store"]["condition"] == "service_healthy"
    assert bot["environment"]["REDIS_URL"].startswith("redis://store:")
    assert "store:/data" in store["volumes"]


def test_the_example_names_every_setting_and_reads_as_it_is() -> None:
    table = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert list(example()) == table
    assert read(example()).token == ""


def test_the_unit_tries_again_whatever_it_ended_with_and_ever_more_slowly() -> None:
    service = unit()["Service"]
    assert service["Restart"] == "always"
    assert "RestartPreventExitStatus" not in service
    assert int(service["RestartSec"]) < int(service["RestartMaxDelaySec"])
    assert int(service["RestartSteps"]) > 1
    assert unit()["Unit"]["StartLimitIntervalSec"] == "0"
    assert service["User"] != "root"
    assert service["NoNewPrivileges"] == "yes"


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_the_units_command_starts_and_ends_as_a_plain_process(tmp_path: Path) -> None:
    service = unit()["Service"]
    program, *words = service["ExecStart"].split()
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert Path(program).name in scripts
    assert service["WorkingDirectory"] == f"/var/lib/{service['StateDirectory']}"
    # As systemd does it: what is in bot.env outdoes the unit, also when it is empty.
    unset = dict(word.split("=", 1) for word in service.get("Environment", "").split())
    environ = {"PATH": os.environ["PATH"], **unset, **example(), "SANDBOX_LISTEN": "127.0.0.1:0"}
    process = await asyncio.create_subprocess_exec(
        BINARIES / Path(program).name, *words, env=environ, cwd=tmp_path, stderr=-1
    )
    assert process.stderr is not None
    said = (await process.stderr.readline()).decode()
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        rest = (await process.stderr.read()).decode()
        assert await process.wait() == 0
    assert "the sandbox is at" in said
    assert "Traceback" not in rest
    assert names_in(tmp_path) == ["data"]


def test_the_page_installs_the_unit_where_the_unit_looks() -> None:
    service = unit()["Service"]
    assert service["EnvironmentFile"] in PAGE
    assert Path(service["ExecStart"].split()[0]).is_relative_to("/opt/stairwise/.venv")
    assert f"useradd --system --home-dir {STATE} {service['User']}" in PAGE


def test_the_page_names_the_volume_that_is_kept() -> None:
    volume = f"{compose()['name']}_store"
    assert "store" in compose()["volumes"]
    assert volume in block("Backup", "containers:")
    assert volume in block("Restore", "containers:")


def test_the_webhook_port_of_the_page_fits_what_the_bot_listens_on() -> None:
    shown = yaml.safe_load(block("Webhooks", "`compose.override.yaml`:", "yaml"))
    (port,) = shown["services"]["bot"]["ports"]
    listen = re.findall(r"WEBHOOK_LISTEN=(\S+?)`", PAGE)
    assert [read({"WEBHOOK_LISTEN": where}).webhook_listen.port for where in listen] == [
        int(port.rsplit(":", 1)[1])
    ]


def test_tokens_and_backups_stay_out_of_the_repository() -> None:
    kept_out = (ROOT / ".gitignore").read_text().split()
    assert {"bot.env", "*.tgz"} <= set(kept_out)
    assert (ROOT / ".dockerignore").read_text().split()[0] == "*"


def done(commands: str, root: Path) -> None:
    """Do what the page says, with a folder of ours for /var and without systemd."""
    here = commands.replace("sudo ", "").replace("/var/", f"{root}/").replace("$(date +%F)", DAY)
    kept = "\n".join(line for line in here.splitlines() if "systemctl" not in line)
    subprocess.run(["bash", "-euc", kept], check=True, cwd=root)


def counted(data: Path) -> str:
    """Count by the page's command."""
    (command,) = block("Check that a backup is good").splitlines()
    words = command.split("/opt/stairwise/deploy/")[1].split()
    return subprocess.run(
        [sys.executable, DEPLOY / words[0], *words[1:]],
        env={**os.environ, "STAIRWISE_DATA": str(data), "REDIS_URL": ""},
        check=True, capture_output=True, text=True, cwd=ROOT,
    ).stdout  # fmt: skip


async def kept(data: Path, state: str) -> None:
    """Let a bot keep one more document."""
    store = await open_embedded(data, "123456")
    try:
        await store.commit(change(state, 0, state=state))
    finally:
        await store.close()


async def test_what_is_backed_up_is_restored(tmp_path: Path) -> None:
    data = tmp_path / "lib/stairwise/data"
    await kept(data, "person:7")
    done(block("Backup"), tmp_path)
    archive = tmp_path / f"backups/stairwise/stairwise-{DAY}.tgz"
    assert archive.is_file()
    assert archive.parent.stat().st_mode & 0o077 == 0
    await kept(data, "person:8")
    done(block("Restore"), tmp_path)
    assert counted(data) == "person 1\n"
    assert counted(tmp_path / "lib/stairwise.old/data") == "person 2\n"


@pytest.mark.parametrize("words", [[], ["1:token"], ["123456"]])
def test_a_count_of_nothing_is_no_number(words: list[str], tmp_path: Path) -> None:
    nowhere = {"STAIRWISE_DATA": str(tmp_path / "none"), "REDIS_URL": ""}
    ended = subprocess.run(
        [sys.executable, DEPLOY / "count.py", *words],
        env={**os.environ, **nowhere}, check=False, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert ended.returncode != 0
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert not (tmp_path / "none").exists()


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_an_installation_that_is_no_checkout_has_every_file(tmp_path: Path) -> None:
    sources, installed = tmp_path / "src", tmp_path / "lib"
    let = [line[1:] for line in (ROOT / ".dockerignore").read_text().split() if line[0] == "!"]
    tracked = subprocess.run(
        ["git", "ls-files", "-z", *let], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, tracked.split("\0")):
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_bytes((ROOT / name).read_bytes())
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, "--target", installed, sources],
        check=True, capture_output=True,
    )  # fmt: skip
    wanted = {name for name in tracked.split("\0") if name.startswith(("bot/", "flows/"))}
    assert wanted
    assert {name for name in wanted if not (installed / name).exists()} == set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


async def test_the_servers_settings_are_taken_and_mean_what_they_say(folder: Path) -> None:
    socket = folder / "s"
    server = await asyncio.create_subprocess_exec(
        str(program()), str(DEPLOY / "valkey.conf"),
        "--dir", str(folder / "data"), "--port", "0", "--unixsocket", str(socket),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert server.stdout is not None
    try:
        while b"Ready to accept connections" not in (line := await server.stdout.readline()):
            assert line, "it ended before it was ready"
        away = await reach(f"unix://{socket}")
        try:
            assert await away.warnings() == ()
            assert 0 < await away.usage() < 1
        finally:
            await away.close()
    finally:
        server.terminate()
        await server.wait()

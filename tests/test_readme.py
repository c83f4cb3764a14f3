"""What the README claims is so today."""

import re
from pathlib import Path

from bot.settings import read
from flows.phases.machine import mermaid
from flows.talk.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()


def test_the_drawing_is_the_table_of_today() -> None:
    assert f"```mermaid\n{mermaid().rstrip()}\n```" in README


def test_every_link_into_the_project_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_named_is_one() -> None:
    named = set(re.findall(r"`/([a-z]+)`", README))
    assert named - {"newbot"} <= set(COMMANDS)
    assert {"start", "why", "forget", "gym", "remind"} <= named


def test_every_setting_is_in_the_table_and_no_other() -> None:
    asked: list[str] = []

    class Environment(dict[str, str]):
        def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
            asked.append(key)
            return default

    read(Environment())
    assert sorted(set(asked)) == sorted(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))

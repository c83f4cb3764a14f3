"""What the README claims is so today."""

import re
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from bot.outbound.pace import EVERY
from bot.settings import read
from flows.phases.machine import mermaid
from flows.programs.log import Done, Lift, Outing
from flows.programs.session import Span
from flows.steps import Phase
from flows.talk.casts.course import AHEAD
from flows.talk.commands import COMMANDS
from tests.flows.people import MIA
from tests.flows.policy import DEFAULT
from tests.flows.training import alone, changed, client, screen, stands
from tests.flows.world import World

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()


def test_the_drawing_is_the_table_of_today() -> None:
    assert f"```mermaid\n{mermaid().rstrip()}\n```" in README


def session() -> World:
    """Show Mia a session of step 2; two lifts have been done before."""
    world = alone()
    stands(world, Phase.STRENGTH_ENDURANCE, 4)
    squats = outing(23, 12, 60), outing(26, 12, 60)
    presses = (outing(26, 7, 45),)
    lifts = (
        Lift(exercise="barbell_squat", outings=squats),
        Lift(exercise="barbell_bench_press", outings=presses),
    )
    changed(world, replace(client(world), lifts=lifts))
    world.commands(MIA, "/today")
    return world


def outing(day: int, reps: int, kg: float) -> Outing:
    on = date(2026, 2, day)
    sets = (Done(reps=reps, kg=kg),) * 3
    return Outing(on=on, phase=Phase.STRENGTH_ENDURANCE, sets=sets, asked=Span(8, 12))


def plain(text: str) -> str:
    return re.sub("</?[bi]>", "", text)


def test_the_session_is_the_one_that_is_built_today() -> None:
    world = session()
    assert f"```text\n{plain(screen(world).text)}\n```" in README
    world.taps(MIA, "Why these?")
    strength = plain(screen(world).text.partition("<b>Strength</b>\n")[2].partition("<b>")[0])
    assert f"```text\n{strength.strip()}\n```" in README


def test_the_limits_of_reminders_to_many_are_those_of_the_policy() -> None:
    limits = DEFAULT.reminders
    assert (limits.most, limits.days, limits.delete_hours) == (3, 7, 48)
    assert "three in seven days at most" in README
    assert "can be deleted for 48 hours" in README
    assert AHEAD * EVERY < 2000
    assert "bite within two seconds" in README


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

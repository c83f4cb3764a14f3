"""The verbs of the command line that need no bot: doors, policy, diagram."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.rulebook import policy
from bot.settings import CannotStart

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command; gives its exit code, what it wrote, and what it complained of."""

    def ran(*words: str, told: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["stairwise", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(told.encode())))
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.mark.parametrize("verb", ["place", "review"])
def test_a_nesting_beyond_all_bounds_is_refused(run: Run, verb: str) -> None:
    code, out, _ = run(verb, told="[" * 100_000)
    assert code == 2
    assert json.loads(out)["error"]["message"]


@pytest.mark.parametrize("verb", ["place", "review"])
def test_json_lines_are_answered_one_by_one(run: Run, verb: str) -> None:
    told = '{"goal": "muscle"}\n\n{"goal": 7}\n{"goal": "health"}\n'
    code, out, _ = run(verb, told=told)
    first, second, third = map(json.loads, out.splitlines())
    assert code == 2
    assert {"verdict", "phase", "reasons", "policy"} <= set(first) & set(third)
    assert second["error"]["field"] == "goal"
    assert second["error"]["line"] == 3


@pytest.mark.parametrize("verb", ["place", "review"])
@pytest.mark.parametrize("first", ["nonsense", '{"goal": "muscle"', '{"goal": NaN}'])
def test_a_first_line_that_is_no_json_keeps_no_other_from_its_answer(
    run: Run, verb: str, first: str
) -> None:
    code, out, _ = run(verb, told=f'\n{first}\n{{"goal": "muscle"}}\n\n{{"goal": 7}}\n')
    refused, answered, wrong = map(json.loads, out.splitlines())
    assert code == 2
    assert refused["error"]["line"] == 2
    assert "verdict" in answered
    assert (wrong["error"]["field"], wrong["error"]["line"]) == ("goal", 5)


@pytest.mark.parametrize("verb", ["place", "review"])
def test_one_document_with_a_fault_in_it_is_told_once(run: Run, verb: str) -> None:
    code, out, _ = run(verb, told='{\n "goal": "muscle",\n "earned": [\n  1,\n  2\n ]\n')
    assert code == 2
    assert json.loads(out)["error"]["line"] is None


@pytest.mark.parametrize("verb", ["place", "review"])
def test_one_document_may_go_over_many_lines(run: Run, tmp_path: Path, verb: str) -> None:
    file = tmp_path / "mia.json"
    file.write_text('\n{\n "goal":\n "strength"\n}\n')
    code, out, _ = run(verb, str(file))
    assert code == 0
    assert json.loads(out)["verdict"] in {"refer", "hold"}
    assert run(verb, "-", told="{\n")[:2] == (2, out_of_refused(run(verb, told="{\n")[1]))


def out_of_refused(out: str) -> str:
    assert json.loads(out)["error"]["message"].startswith("This is not JSON")
    return out


@pytest.mark.parametrize("verb", ["place", "review"])
def test_the_schema_of_both_sides_is_printed(run: Run, verb: str) -> None:
    code, out, _ = run(verb, "--schema")
    told = json.loads(out)
    assert code == 0
    assert set(told) == {"input", "output"}
    (name,) = [name for name in told["input"]["$defs"] if name in {"PlaceAsked", "ReviewAsked"}]
    assert told["input"]["$defs"][name]["required"] == ["goal"]


def test_another_policy_decides_otherwise(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('version = "mine"\n[weeks.due]\nvalue = 6\n')
    _, out, _ = run("review", "--policy", str(file), told='{"goal": "muscle"}')
    assert json.loads(out)["policy"].startswith("mine-")
    assert policy(str(file)).weeks.due == 6


def test_a_faulty_policy_decides_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("[weeks.due]\nvalue = 60\n")
    code, out, err = run("review", "--policy", str(file), told='{"goal": "muscle"}')
    assert (code, out) == (2, "")
    assert "weeks.due is 60; it can be 2 to 6" in err
    with pytest.raises(CannotStart, match="STAIRWISE_POLICY"):
        policy(str(tmp_path / "none.toml"))
    file.write_bytes(b"\xff")
    with pytest.raises(CannotStart, match="UTF-8"):
        policy(str(file))


def test_a_policy_is_shown_and_checked(run: Run, tmp_path: Path) -> None:
    assert "The way up opens after 4 weeks on a step." in run("policy", "show")[1]
    file = tmp_path / "mine.toml"
    file.write_text("[weeks.due]\nvalue = 5\n")
    assert "after 5 weeks on a step" in run("policy", "show", str(file))[1]
    assert run("policy", "check", str(file)) == (0, "No faults.\n", "")
    file.write_text("[weeks.due]\nvalue = 60\n")
    code, out, _ = run("policy", "check", str(file))
    assert code == 1
    assert out.startswith("range: weeks.due is 60; it can be 2 to 6")
    assert re.search(r"\nFaults: [0-9]+\.\n$", out)


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    for words in (("policy", "check"), ("policy", "show"), ("place",)):
        code, out, err = run(*words, str(tmp_path / "none"))
        assert (code, out) == (2, "")
        assert "name a text file" in err


def test_nobody_has_to_read_to_the_end() -> None:
    command = f"{sys.executable} -m bot policy show | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, check=True)  # noqa: S602 - a pipe is meant
    assert (done.stdout, done.stderr) == (b"Policy 1\n", b"")


def test_the_staircase_is_drawn(run: Run) -> None:
    assert run("diagram")[1].startswith("---")

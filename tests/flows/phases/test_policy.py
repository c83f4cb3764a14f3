"""The policy file: every row is explained, in sentences, and every number has a source."""

import msgspec
import pytest
from msgspec.structs import replace

from flows.phases.reasons import OURS, Reason
from flows.phases.sentences import said, sentences
from flows.phases.sheet import Confidence, policy_of, sheet
from tests.flows.phases.people import GOOD, P2, standing
from tests.flows.policy import DEFAULT, SHEET, TEXT, review


@pytest.mark.parametrize("key", SHEET.rows)
def test_every_row_says_what_it_means_and_where_it_comes_from(key: str) -> None:
    row = SHEET.rows[key]
    assert row.says.endswith(".")
    assert row.unit
    assert row.range
    assert row.source
    assert "{" not in said(row)
    assert said(row) != row.says
    assert (row.source == OURS) <= (row.confidence is Confidence.OURS)
    assert (row.confidence is Confidence.TEXTBOOK) <= row.source.startswith("NASM CPT 7e ch. ")
    assert key.split(".", maxsplit=1)[0] in SHEET.titles


def test_the_sentences_a_trainer_reads() -> None:
    told = "\n".join(sentences(SHEET))
    for line in (
        "Policy 1",
        "\nWeeks on a step\n",
        "The way up opens after 4 weeks on a step.",
        "weeks.due; 2 to 6, weeks; our own proposal",
        "A step up needs 75% of the planned sessions",
        "Highest step as an older adult: 2 alone, 5 with a trainer.",
        "From 2 weeks off: a step down.",
        "For muscle: the first round takes the steps 1, 2, 3, 4.",
        "For coronary disease: only written.",
        "a move into another level waits for the trainer: yes.",
        "no or yes; our own proposal",
        "approval.from_step; 4 only, step",
        "After the shortest break: 90 to 95 % of the load.",
    ):
        assert line in told


def test_no_shipped_value_changes_unseen() -> None:
    """Each was chosen with a source: whoever changes one raises the version, and this."""
    assert DEFAULT.version == "1-6b3d5306"


def test_two_policies_never_share_a_version() -> None:
    rows = SHEET.rows | {"weeks.due": replace(SHEET.rows["weeks.due"], value=5)}
    other = policy_of(replace(SHEET, rows=rows))
    assert other.version != DEFAULT.version
    assert other.weeks.due == 5
    assert DEFAULT.version == policy_of(SHEET).version


def cited() -> list[Reason]:
    """Reasons of every guard, and of weeks that find something."""
    position = standing(P2)
    facts = [replace(GOOD, **change) for change in ({}, {"pain": 4}, {"weeks_off": 3.0})]
    verdicts = [review(position, week) for week in facts]
    return [reason for verdict in verdicts for reason in (*verdict.reasons, *verdict.missing)]


def test_a_reason_that_names_a_key_has_the_source_of_that_key() -> None:
    keys = {reason.key for reason in cited()}
    assert {"pain.down", "time_off.step_down"} <= keys
    assert all(reason.source == DEFAULT.sources[reason.key] for reason in cited() if reason.key)


def test_a_shipped_row_with_a_word_too_many_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="worth"):
        sheet(TEXT.replace("[weeks.due]\n", "[weeks.due]\nworth = 1\n"))

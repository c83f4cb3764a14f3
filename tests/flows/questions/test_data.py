"""Callback data is read back exactly as it was written, and nothing else is read at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.questions.data import Act, Tap, decode, encode

TAPS = st.builds(
    Tap,
    st.from_regex(r"[A-Za-z2-7]{6}", fullmatch=True),
    st.from_regex(r"[a-z0-9]{1,8}|\.", fullmatch=True),
    st.sampled_from(Act) | st.integers(0, 999_999),
)


@settings(deadline=None)
@given(TAPS)
def test_what_is_written_is_read_back(tap: Tap) -> None:
    assert decode(encode(tap)) == tap
    assert len(encode(tap).encode()) <= 64


@settings(deadline=None)
@given(st.text(max_size=70) | st.from_regex(r"q\|[A-Za-z0-9]{5,7}\|[a-z.]{0,9}\|[0-9a-z]{0,7}"))
def test_reading_gives_none_or_what_would_be_written(data: str) -> None:
    tap = decode(data)
    assert tap is None or encode(tap) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "q|abcdef|pain",
        "q|abcdef|pain|",
        "q|abcde|pain|1",
        "q|abcde1|pain|1",
        "q|abcdef|pain|01",
        "q|abcdef|pain|-1",
        "q|abcdef|pain|1000000",
        "q|abcdef|pain|x",
        "q|abcdef|pain|1\n",
        "q|abcdef|PAIN|1",
        "q|abcdef|pain|١",
        "p|abcdef|pain|1",
    ],
)
def test_forged_data_is_none(data: str) -> None:
    assert decode(data) is None

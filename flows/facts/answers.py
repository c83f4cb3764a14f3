"""Reads single answers; what was not told is None, an empty word or none ticked."""

from collections.abc import Mapping

from flows.questions.answers import Answer

Told = Mapping[str, Answer]

SURE = {"yes": True, "no": False}


def ticked(told: Told, key: str) -> tuple[str, ...]:
    """Give the options ticked, none when the question was not answered."""
    answer = told.get(key)
    return answer if isinstance(answer, tuple) else ()


def number(told: Told, key: str) -> float | None:
    """Give a number, None when it was not answered; yes and no are no numbers."""
    answer = told.get(key)
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return None
    return float(answer)


def whole(told: Told, key: str) -> int | None:
    """Give a whole number, rounded, None when it was not answered."""
    answer = number(told, key)
    return None if answer is None else round(answer)


def word(told: Told, key: str) -> str:
    """Give a word, the empty one when it was not answered."""
    answer = told.get(key)
    return answer if isinstance(answer, str) else ""


def yes(told: Told, key: str) -> bool | None:
    """Give a yes or no; not sure and not answered are unknown."""
    answer = told.get(key)
    return answer if isinstance(answer, bool) else SURE.get(str(answer))

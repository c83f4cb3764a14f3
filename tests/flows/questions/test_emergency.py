"""In doubt it is an emergency; the everyday words of training are not."""

import pytest

from flows.questions.emergency import is_emergency


@pytest.mark.parametrize(
    "text",
    [
        "chest pain", "I have CHEST PAIN!!", "my chest really does hurt", "pain in my chest",
        "chset pain",
        "tight chest", "no chest pain", "I think it is a heart attack", "my heart hurts",
        "I fainted",
        "nearly fainting", "feeling faint", "I passed out", "blacked out", "I can't breathe",
        "i cant breath",
        "I can’t breathe", "can not breathe", "CANNOT breathe", "couldnt breathe",
        "short of breath", "trouble breathing",
        "sucide",  # codespell:ignore
        "suicide", "suicidal", "I want to kill myself", "kill my self", "kil myself",
        "killmyself",
        "end my life", "i want to die", "I don't want to live", "hurt myself", "self-harm",
        "better off dead",
        "heart atack",  # codespell:ignore
        "he has no pulse", "I want to end it all", "I feel like dying",
        "my left arm is numb",
        "call an ambulance", "stroke", "my face is drooping", "/checkin chest pain",
    ],
)  # fmt: skip
def test_words_that_cannot_wait(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "80 kg", "yes", "no", "knee", "chest press", "chest day today", "I did 3 sessions",
        "fat loss", "Berlin",
        "heart rate 120", "not sure", "fine", "it was hard", "my legs hurt", "shoulder pain 3",
        "I want to get strong",
        "go hard or go home", "cut weight", "the chest machine", "end of the week",
        "I live in London", "in the end I did it all", "dying to start", "my arm is tired",
        "my left side is stronger", "dead bug", "deadlift", "tell me at the end", "🙂", "x" * 4096,
    ],
)  # fmt: skip
def test_everyday_words(text: str) -> None:
    assert not is_emergency(text)

"""The words that come before any form: what to do now, and then the question what it is."""

from flows.words import T

WORDS = (
    T("<b>If this is happening now, stop and call {emergency}.</b>"),
    T(
        "Chest pain, fainting, trouble breathing, sudden weakness or speech trouble: call now, "
        "do not wait for me. I am no doctor."
    ),
    T("If you might harm yourself: the same number helps, and so does anybody you trust, now."),
)

HUMAN = (
    T("<b>Please talk to somebody now.</b> If you might hurt yourself, call {emergency}."),
    T("A crisis line, a doctor or somebody you trust can help today. You matter most."),
)

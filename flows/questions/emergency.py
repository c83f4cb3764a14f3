"""Whether a typed text may be about an emergency; in doubt it is.

The list is short and its matching wide on purpose: "no chest pain" counts too. A needless line
with the emergency number costs a smile, a missed one may cost more (domain rules, section 7).
"""

import re

from flows.questions.matching import near, plain

REACH = 4
"""How many words may stand between two that belong together: "my chest really does hurt"."""
HURTING = frozenset({
    "pain", "pains", "painful", "hurt", "hurts", "hurting", "ache", "aches", "aching", "tight",
    "tightness", "pressure", "crushing", "squeezing", "burning", "burns", "stabbing",
})  # fmt: skip
FAILING = frozenset({
    "cant", "cannot", "couldnt", "not", "hard", "difficult", "difficulty", "trouble",
    "struggling", "struggle", "unable", "short", "shortness", "out", "barely", "hardly", "stopped",
})  # fmt: skip
SELF = frozenset({"myself", "self", "life"})
TOGETHER = (
    (frozenset({"chest", "heart"}), HURTING | {"attack", "stopped"}),
    (frozenset({"breathe", "breath", "breathing"}), FAILING),
    (frozenset({"kill", "kil", "killing", "harm", "harming"}), SELF | {"me"}),
    (frozenset({"cut", "cutting", "end", "ending", "take"}), SELF),
    (frozenset({"hurt", "hurting"}), frozenset({"myself"})),
    (frozenset({"want", "wanna", "rather", "going"}), frozenset({"die", "dead"})),
    (frozenset({"off", "wish"}), frozenset({"dead"})),
    (frozenset({"dont", "not", "no"}), frozenset({"live", "living", "alive"})),
    (frozenset({"pass", "passed", "passing", "black", "blacked", "blacking"}), frozenset({"out"})),
    (frozenset({"cant", "cannot", "numb"}), frozenset({"speak", "talk", "side", "face", "groin"})),
    (frozenset({"no"}), frozenset({"pulse", "heartbeat"})),
    (frozenset({"numb", "numbness"}), frozenset({"arm", "leg"})),
    (frozenset({"feel", "feels", "feeling", "think"}), frozenset({"dying"})),
    (frozenset({"face", "speech"}), frozenset({"drooping", "droops", "slurred", "slurring"})),
)
ALONE = (
    "suicide", "suicidal", "faint", "fainted", "fainting", "unconscious", "collapsed", "overdose",
    "seizure", "ambulance", "stroke", "blackout", "chestpain", "heartattack", "selfharm",
    "killmyself",    "suffocating", "gasping", "paralysed", "paralyzed",
)  # fmt: skip
PHRASES = ("end it all", "ending it all")
LOUD = frozenset({"chest", "heart", "attack", "breathe", "breath", "breathing", "myself"})
"""Words long and rare enough to be known with a typing error in them."""
_SPLIT_NOT = re.compile(r"\b(ca|could|do)n? (?:not|t)\b")


def is_emergency(text: str) -> bool:
    """Tell whether a text speaks of a sign that cannot wait: heart, breath, self-harm."""
    words = [_known(word) for word in _SPLIT_NOT.sub(r"\1nt", plain(text)).split()]
    said = f" {' '.join(words)} "
    return (
        any(_alone(w) for w in words)
        or any(_close(words, one, other) for one, other in TOGETHER)
        or any(f" {phrase} " in said for phrase in PHRASES)
    )


def _known(word: str) -> str:
    return next((loud for loud in LOUD if near(word, loud)), word)


def _alone(word: str) -> bool:
    return any(near(word, sign) for sign in ALONE)


def _close(words: list[str], one: frozenset[str], other: frozenset[str]) -> bool:
    ones = [i for i, w in enumerate(words) if w in one]
    others = [i for i, w in enumerate(words) if w in other]
    return any(i != j and abs(i - j) <= REACH + 1 for i in ones for j in others)

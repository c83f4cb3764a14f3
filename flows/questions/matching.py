"""Which option a typed reply means: any case, accents and small typing errors; never a guess."""

import re
import unicodedata

from flows.questions.answers import Option, Problem
from flows.words import T, english

UNKNOWN = Problem(
    T("I did not understand that. Please tap a button, or type its words or its number.")
)


def plain(reply: str) -> str:
    """Reduce a reply to small letters, digits and single spaces: "Don't KNOW!" is "dont know"."""
    bare = unicodedata.normalize("NFKD", reply.replace("'", "").replace("’", "")).casefold()
    kept = (c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def find(reply: str, options: tuple[Option, ...]) -> int | Problem:
    """Find the one option a reply means, as its index; a Problem when it is none or several."""
    hits = hits_of(plain(reply), options)
    if len(hits) == 1:
        return hits[0]
    return _several(options, hits) if hits else UNKNOWN


def hits_of(said: str, options: tuple[Option, ...]) -> tuple[int, ...]:
    """List the options that plain words may mean, by the first test that any option passes."""
    for fits in (_same, _begun, _misspelled):
        hits = tuple(i for i, option in enumerate(options) if fits(said, option))
        if hits:
            return hits
        if fits is _same and _numbered(said, options):
            return (int(said) - 1,)
    return ()


def near(said: str, phrase: str) -> bool:
    """Tell whether two phrases differ by no more than a small typing error.

    The first letter must agree, so that "uncontrolled" is never taken for "controlled", and so
    must every digit: "6 months" is not a misspelled "9 months".
    """
    if _digits(said) != _digits(phrase):
        return False
    allowed = 0 if len(phrase) < 4 else 1 if len(phrase) < 8 else 2
    if said[:1] != phrase[:1] or abs(len(said) - len(phrase)) > allowed:
        return False
    return distance(said, phrase) <= allowed


def distance(one: str, other: str) -> int:
    """Count the insertions, deletions, changes and swaps of neighbours between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        older, before, row = before, row, [i + 1]
        for j, b in enumerate(other):
            row.append(min(before[j + 1] + 1, row[j] + 1, before[j] + (a != b)))
            if i and j and a == other[j - 1] and one[i - 1] == b:
                row[-1] = min(row[-1], older[j - 1] + 1)
    return row[-1]


def parts(reply: str) -> tuple[str, ...]:
    """Cut a list as people type one: "knee, lower back and neck"."""
    return tuple(p.strip() for p in re.split(r"[,;/&+\n]|\band\b", reply) if p.strip())


def _names(option: Option) -> tuple[str, str]:
    return plain(english(option.label)), plain(option.key.replace("_", " "))


def _digits(phrase: str) -> str:
    return "".join(c for c in phrase if c.isdigit())


def _same(said: str, option: Option) -> bool:
    return said in _names(option) or said in {plain(word) for word in option.synonyms}


def _begun(said: str, option: Option) -> bool:
    phrases = (*_names(option), *(plain(word) for word in option.synonyms))
    return len(said) >= 3 and any(phrase.startswith(said) for phrase in phrases)


def _misspelled(said: str, option: Option) -> bool:
    # A short synonym is too near to other words: "sore" is no misspelled "sure".
    longer = [word for word in map(plain, option.synonyms) if len(word) >= 5]
    return any(near(said, phrase) for phrase in (*_names(option), *longer))


def _numbered(said: str, options: tuple[Option, ...]) -> bool:
    return len(said) <= 3 and said.isdecimal() and 1 <= int(said) <= len(options)


def _several(options: tuple[Option, ...], hits: tuple[int, ...]) -> Problem:
    one, other = (options[i].label for i in hits[:2])
    return Problem(
        T("That could be “{one}” or “{other}”. Please tap the one you mean.", one=one, other=other)
    )

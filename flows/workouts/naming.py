"""Which exercise a typed name means: the one it names, else up to three that are near."""

from flows.programs.exercise import Exercise, Library
from flows.questions.matching import distance, plain
from flows.words import english

NEAREST = 3
NEAR = 1 / 3
"""A word is near where no more of its letters are wrong than this."""
SHORTEST = 3
"""So many different letters a name has at least: row, dip, fly."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


def find(said: str, library: Library) -> Exercise | None:
    """Find the exercise that a name or an id names, in any case and spelling of its joints."""
    words = plain(said)
    named = (one for one in library.exercises.values() if words in _names(one))
    return next(named, None)


def nearest(said: str, pool: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    """List up to three whose names are near to what was said, the most alike first."""
    words = plain(said).split()
    ranked = sorted(
        (one for one in pool if _near(words, plain(english(one.name)).split())),
        key=lambda one: (_apart(words, plain(english(one.name)).split()), one.id),
    )
    return tuple(ranked[:NEAREST])


def is_name(said: str) -> bool:
    """Whether a text may be a name at all: it has a few letters and no number."""
    return (
        not any(map(str.isdecimal, said)) and len(_LETTERS.intersection(plain(said))) >= SHORTEST
    )


def _names(one: Exercise) -> tuple[str, str]:
    return plain(english(one.name)), plain(one.id.replace("_", " "))


def _near(said: list[str], name: list[str]) -> bool:
    """Whether a word said is near to one of a name."""
    return any(distance(word, part) <= NEAR * len(word) for word in said for part in name)


def _apart(said: list[str], name: list[str]) -> float:
    """Add up how far each word said is from the nearest of a name; longer names are further."""
    found = (min((distance(word, part) for part in name), default=0) / len(word) for word in said)
    return sum(found) + len(name) / 100


def within(said: str, pool: tuple[Exercise, ...]) -> Exercise | None:
    """Find the first whose name has all the words said."""
    words = set(plain(said).split())
    return next((one for one in pool if words <= set(plain(english(one.name)).split())), None)

"""Which exercise of the library a name of another app means: by its words, never a guess."""

import re

from msgspec import Struct

from flows.programs.exercise import Exercise, Library
from flows.programs.table import read
from flows.questions.matching import near, plain
from flows.words import english

COLUMNS = ("name", "exercise", "source", "confidence")
_KIT = re.compile(r"(?P<name>.+?) *\((?P<kit>[^()]+)\)")
FILLERS = frozenset({"a", "and", "on", "the", "with"})

Aliases = dict[str, str]
"""Ids of exercises by plain words of the names that other apps give them."""


class Names(Struct, frozen=True):
    """Names of one library; a name that several exercises share means none of them ("")."""

    aliases: Aliases
    ids: dict[str, str]
    kits: dict[str, frozenset[str]]

    def find(self, name: str) -> str | None:
        """Find the id of the one exercise that a name means, None where it is none or several."""
        said = _words(name)
        known = self.aliases.get(said) or self.ids.get(said) or self._without_kit(name)
        return known or self._misspelled(said)

    def _without_kit(self, name: str) -> str | None:
        """Find "Deadlift (Barbell)" as a deadlift, if ours is done with a barbell too."""
        match = _KIT.fullmatch(name.strip())
        found = self.ids.get(_words(match["name"]), "") if match else ""
        return found if match and plain(match["kit"]) in self.kits.get(found, ()) else None

    def _misspelled(self, said: str) -> str | None:
        close = {self.ids[words] for words in self.ids if near(said, words)}
        return (close.pop() or None) if len(close) == 1 else None


def parse(text: str) -> Aliases:
    """Read aliases.csv; raises TableError, which names what is wrong."""
    rows = read(text, COLUMNS, lambda row: (_words(row["name"]), row["exercise"]))
    return dict(rows)


def names(library: Library, aliases: Aliases) -> Names:
    """Prepare the names of a library; an alias of an exercise that it has not got is none."""
    ids: dict[str, str] = {}
    for one in library.exercises.values():
        for words in {_words(english(one.name)), _words(one.id.replace("_", " "))}:
            ids[words] = one.id if ids.get(words, one.id) == one.id else ""
    kept = {words: found for words, found in aliases.items() if found in library.exercises}
    kits = {one.id: _kit(one) for one in library.exercises.values()}
    return Names(kept, ids, kits)


def _kit(exercise: Exercise) -> frozenset[str]:
    """Name all that an exercise may be done with; without anything it is bodyweight."""
    things = (thing.replace("_", " ") for way in exercise.kit for thing in way)
    return frozenset((*things, *(["bodyweight"] if () in exercise.kit else [])))


def _words(name: str) -> str:
    """Put a name's words into one order: "Bench Press (Barbell)" is "barbell bench press"."""
    return " ".join(sorted(set(plain(name.replace("-", " ")).split()) - FILLERS))

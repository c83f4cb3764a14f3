"""The answer kind where several options may be ticked."""

from msgspec import Struct

from flows.questions.answers import Answer, Draft, Key, Keys, Option, Problem
from flows.questions.keyboards import pad
from flows.questions.matching import find, parts, plain
from flows.words import T, Text

NOTHING = Problem(T("Nothing is ticked yet. Please tap at least one, then Done."))
EXCLUSIVE = Problem(T("That was both “none of these” and something else. Please choose again."))


class Choices(Struct, frozen=True, tag="choices"):
    """Some of a list; the answer is the tuple of the ticked keys in the list's order.

    With `none` (an option like "None of these") the answer may be empty; it excludes the others.
    One of the words of `every` ticks all.
    Indices: tick option i is i, take the tick away is n + i, Done is 2n, none is 2n + 1.
    """

    options: tuple[Option, ...]
    none: Option | None = None
    every: tuple[str, ...] = ()

    def parse(self, reply: str) -> Answer | Problem:
        """Read a typed list: labels, numbers or synonyms with commas or "and" between."""
        if plain(reply) in self.every:
            return self._ticked(set(range(len(self.options))))
        options = self.options if self.none is None else (*self.options, self.none)
        whole = find(reply, options)
        if not isinstance(whole, Problem):
            return self._ticked({whole})
        found = [find(part, options) for part in parts(reply)]
        problem = next((f for f in found if isinstance(f, Problem)), None)
        hits = {f for f in found if isinstance(f, int)}
        return whole if not found else problem or self._ticked(hits)

    def keys(self, chosen: Answer | None) -> Keys:
        """Show a box an option, then Done, then none of these."""
        ticked = self._indices(chosen)
        n = len(self.options)
        boxes = pad([self._box(i, ticked) for i in range(n)])
        live = tuple(
            tuple(Key(k.index + n if k.index in ticked else k.index, k.label) for k in row)
            for row in boxes
        )
        done = ((Key(2 * n, T("Done ✓")),),) if ticked or self.none is None else ()
        none = () if self.none is None else ((Key(2 * n + 1, self.none.label),),)
        return (*live, *done, *none)

    def tap(self, index: int, chosen: Answer | None) -> Answer | Draft | Problem | None:
        """Tick, take a tick away, or finish; None for no such key."""
        n = len(self.options)
        ticked = self._indices(chosen)
        if index < 2 * n:
            changed = ticked | {index} if index < n else ticked - {index - n}
            return Draft(self._keys(changed))
        if index == 2 * n:
            return self._keys(ticked) if ticked else NOTHING
        return () if self.none is not None and index == 2 * n + 1 else None

    def say(self, answer: Answer) -> Text:
        """Read an answer back as a list."""
        labels = [self.options[i].label for i in sorted(self._indices(answer))]
        if not labels:
            return T("none") if self.none is None else self.none.label
        said = labels[0]
        for label in labels[1:]:
            said = T("{some}; {more}", some=said, more=label)
        return said

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        known = {o.key for o in self.options}
        return isinstance(answer, tuple) and known.issuperset(answer) and bool(answer or self.none)

    def _indices(self, chosen: Answer | None) -> frozenset[int]:
        keys = chosen if isinstance(chosen, tuple) else ()
        return frozenset(i for i, o in enumerate(self.options) if o.key in keys)

    def _keys(self, ticked: frozenset[int]) -> tuple[str, ...]:
        return tuple(self.options[i].key for i in sorted(ticked))

    def _ticked(self, hits: set[int]) -> Answer | Problem:
        if len(self.options) not in hits:
            return self._keys(frozenset(hits))
        return () if len(hits) == 1 else EXCLUSIVE

    def _box(self, index: int, ticked: frozenset[int]) -> Option:
        option = self.options[index]
        sign = (
            T("☑ {label}", label=option.label)
            if index in ticked
            else T("☐ {label}", label=option.label)
        )
        return Option(option.key, sign)

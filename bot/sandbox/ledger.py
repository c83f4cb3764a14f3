"""Tables of JSON values on disk: an act is one appended line, so a kill leaves no half of one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

Change = tuple[str, str, Any]


class Ledger:
    """All that a town remembers. Values are replaced, never changed in place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tables: dict[str, dict[str, Any]] = defaultdict(dict)
        self._depth = 0
        self._changes: list[Change] = []
        self._replay()
        self._rewrite()

    def table(self, name: str) -> Mapping[str, Any]:
        return self._tables[name]

    def put(self, table: str, key: str, value: Any) -> None:
        """Set a value; None takes it away."""
        with self.act():
            self._apply((table, key, value))
            self._changes.append((table, key, value))

    def count(self, name: str, first: int = 1) -> int:
        """Count on: the next number of this name, never given twice."""
        number = int(self._tables["last"].get(name, first - 1)) + 1
        self.put("last", name, number)
        return number

    @contextmanager
    def act(self) -> Iterator[None]:
        """Write all changes made inside as one line."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth and self._changes:
                self._append(msgspec.json.encode(self._changes) + b"\n")
                self._changes = []

    def _append(self, line: bytes) -> None:
        with self._path.open("ab", buffering=0) as file:
            file.write(line)

    def _apply(self, change: Change) -> None:
        table, key, value = change
        if value is None:
            self._tables[table].pop(key, None)
        else:
            self._tables[table][key] = value

    def _replay(self) -> None:
        lines = self._path.read_bytes().splitlines() if self._path.exists() else []
        for number, line in enumerate(lines, 1):
            try:
                changes = msgspec.json.decode(line, type=list[Change])
            except msgspec.DecodeError:
                if number < len(lines):
                    raise
                return  # the last line of a killed process may be torn
            for change in changes:
                self._apply(change)

    def _rewrite(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        rows = [(t, k, v) for t, table in self._tables.items() for k, v in table.items()]
        fresh.write_bytes(b"".join(msgspec.json.encode([row]) + b"\n" for row in rows))
        fresh.replace(self._path)

"""One JSON document or JSON Lines in, one answer a document out."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import BinaryIO, TextIO

import msgspec

from flows.doors.given import Refused

REFUSED = 2

Answer = Callable[[bytes, int | None], object]


def answer_all(lines: BinaryIO, out: TextIO, answer: Answer) -> int:
    """Answer every document; one that is refused is told in its place, and the others go on."""
    done = 0
    for number, document in _documents(lines):
        given = answer(document, number)
        done = REFUSED if isinstance(given, Refused) else done
        out.write(msgspec.json.encode(given).decode() + "\n")
    return done


def _documents(lines: BinaryIO) -> Iterator[tuple[int | None, bytes]]:
    """Tell JSON Lines from one document over many lines by whether the first line is whole."""
    first = next((line for line in lines if line.strip()), b"")
    if not _whole(first):
        yield None, first + lines.read()
        return
    for number, line in enumerate(chain([first], lines), 1):
        if line.strip():
            yield number, line


def _whole(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True

"""One JSON document or JSON Lines in, one answer a document out."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, TextIO

import msgspec

from flows.doors.given import Refused

REFUSED = 2

Answer = Callable[[bytes, int | None], object]
Document = tuple[int | None, bytes]


def answer_all(lines: BinaryIO, out: TextIO, answer: Answer) -> int:
    """Answer every document; one that is refused is told in its place, and the others go on."""
    done = 0
    for number, document in _documents(lines):
        given = answer(document, number)
        done = REFUSED if isinstance(given, Refused) else done
        out.write(msgspec.json.encode(given).decode() + "\n")
    return done


def _documents(lines: BinaryIO) -> Iterator[Document]:
    """Tell JSON Lines from one document over many lines: the first line is whole, or another."""
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    first = next(numbered, (1, b""))
    if _decoded(first[1]) is not None:
        yield first
        yield from numbered
        return
    rest = list(numbered)
    one = b"".join(line for _, line in (first, *rest))
    many = any(isinstance(_decoded(line), dict) for _, line in rest)
    yield from (first, *rest) if many and _decoded(one) is None else ((None, one),)


def _decoded(line: bytes) -> object:
    """Decode what is whole JSON; None is what is not, or nothing that could be a document."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None

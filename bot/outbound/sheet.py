"""Every set that somebody logged, as a table for a spreadsheet."""

import csv
import io
import logging
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from flows.effects import Record
from flows.programs.diary import Kept, Line, lines, read, with_efforts

log = logging.getLogger(__name__)

COLUMNS = ("date", "phase", "exercise", "set", "kg", "reps", "seconds", "left", "effort")
FORMULA = ("=", "+", "-", "@", "\t", "\r")

_record = msgspec.json.Decoder(Record)


def sheet(history: Iterable[bytes], names: Mapping[str, str]) -> bytes:
    """Write a line a set, oldest session first; `names` are those of the library's exercises."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    done = sorted(sessions(history), key=lambda one: one.on)
    writer.writerows(_row(line, names) for line in lines(tuple(done)))
    return table.getvalue().encode("utf-8-sig")


def table(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Write rows of words as they are."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(tuple(map(plain, row)) for row in rows)
    return written.getvalue().encode("utf-8-sig")


def sessions(history: Iterable[bytes]) -> Iterator[Kept]:
    """Read the sessions of a history; what cannot be read is left out."""
    yield from with_efforts(tuple(_readable(history)))


def _readable(history: Iterable[bytes]) -> Iterator[Record]:
    for stored in history:
        try:
            record = _record.decode(stored)
            read(record)
        except (msgspec.DecodeError, KeyError, ValueError):
            log.warning("an entry of the history cannot be read")
        else:
            yield record


def _row(line: Line, names: Mapping[str, str]) -> tuple[object, ...]:
    session, put = line.session, line.put
    done = put.done
    return (
        session.on.isoformat(),
        "" if session.phase is None else int(session.phase),
        plain(names.get(put.exercise, put.exercise)),
        line.number,
        "" if done.kg is None else f"{done.kg:g}",
        done.reps,
        done.seconds,
        done.left,
        session.effort,
    )


def plain(name: str) -> str:
    """Keep a spreadsheet from taking a foreign name for a formula."""
    return f"'{name}" if name.startswith(FORMULA) else name

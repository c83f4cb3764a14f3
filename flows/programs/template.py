"""The template of a session: which components each section holds, and the minutes there are."""

from msgspec import Struct

from flows.programs.kinds import Component
from flows.programs.session import Section, Span
from flows.programs.table import Row, TableError, read, several, split
from flows.steps import Phase

COLUMNS = (
    "section", "phases", "components", "low", "high", "unit", "source", "confidence",
)  # fmt: skip
WHOLE = "session"


class Frame(Struct, frozen=True, kw_only=True):
    """A section on some steps; `minutes` it should take, None is open."""

    section: Section
    components: tuple[Component, ...]
    minutes: Span | None


class Template(Struct, frozen=True, kw_only=True):
    """The sections of each step in their order, and the minutes of a whole session."""

    sections: dict[Phase, tuple[Frame, ...]]
    minutes: Span


class _Line(Struct, frozen=True, kw_only=True):
    phases: tuple[Phase, ...]
    frame: Frame | None
    minutes: Span | None


def parse(text: str) -> Template:
    """Read template.csv; raises TableError, which names what is wrong."""
    lines = read(text, COLUMNS, _line)
    whole = [line.minutes for line in lines if line.frame is None and line.minutes]
    if len(whole) != 1:
        raise TableError("the minutes of a session have to stand there once")
    return Template(
        sections={
            phase: tuple(line.frame for line in lines if line.frame and phase in line.phases)
            for phase in Phase
        },
        minutes=whole[0],
    )


def _line(row: Row) -> _Line:
    minutes = Span(int(row["low"]), int(row["high"])) if row["low"] else None
    return _Line(
        phases=tuple(Phase(int(one)) for one in split(row["phases"], ";")),
        frame=None if row["section"] == WHOLE else _frame(row, minutes),
        minutes=minutes,
    )


def _frame(row: Row, minutes: Span | None) -> Frame:
    return Frame(
        section=Section(row["section"]),
        components=several(row["components"], Component),
        minutes=minutes,
    )

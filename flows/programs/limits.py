"""All bounds of one person on one step, joined: what is left out, and the strictest figures."""

from collections.abc import Iterable

from msgspec import Struct

from flows.programs.bounds import Bound, Kind, Value
from flows.programs.exercise import Exercise
from flows.programs.kinds import Component, Posture
from flows.programs.session import Span
from flows.steps import Phase


class Edge(Struct, frozen=True, kw_only=True):
    """A figure's edges, None where it is open, and on whose account they are."""

    low: int | None = None
    high: int | None = None
    who: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Limits(Struct, frozen=True, kw_only=True):
    """What is left out, by (kind, value) with whose it is; postures rather not; edges of figures.

    `most`: how many exercises of a component at most.
    """

    out: dict[tuple[Kind, Value], str]
    rather_not: frozenset[Posture]
    edges: dict[Kind, Edge]
    most: dict[Component, int]

    def against(self, exercise: Exercise) -> str:
        """Name on whose account an exercise is left out; "" when it is not."""
        if not self.out:
            return ""
        marks: tuple[tuple[Kind, Value], ...] = (
            (Kind.COMPONENT, exercise.component),
            (Kind.POSTURE, exercise.posture),
            (Kind.PATTERN, exercise.pattern),
            *((Kind.TRAIT, trait) for trait in exercise.traits),
        )
        return next(filter(None, map(self.out.get, marks)), "")


def joined(bounds: Iterable[Bound], who: Iterable[str], phase: Phase) -> Limits:
    """Join the rows that are about this person and step."""
    known = frozenset(who)
    mine = [row for row in bounds if row.who in known and phase in row.phases]
    edges: dict[Kind, Edge] = {}
    most: dict[Component, int] = {}
    for row in mine:
        if row.kind is Kind.EXERCISES and isinstance(row.value, Component) and row.high:
            most[row.value] = min(row.high, most.get(row.value, row.high))
        elif row.value is None:
            edges[row.kind] = _tighter(edges.get(row.kind, Edge()), row)
    return Limits(
        out={(r.kind, r.value): r.who for r in reversed(mine) if _leaves_out(r) and r.value},
        rather_not=frozenset(r.value for r in mine if isinstance(r.value, Posture) and _rather(r)),
        edges=edges,
        most=most,
    )


def _leaves_out(row: Bound) -> bool:
    return row.kind in {Kind.TRAIT, Kind.POSTURE, Kind.PATTERN, Kind.COMPONENT}


def _rather(row: Bound) -> bool:
    return row.kind is Kind.RATHER_NOT


def _tighter(edge: Edge, row: Bound) -> Edge:
    lows = [one for one in (edge.low, row.low) if one is not None]
    highs = [one for one in (edge.high, row.high) if one is not None]
    return Edge(
        low=max(lows, default=None),
        high=min(highs, default=None),
        who=(*edge.who, row.who),
        sources=(*edge.sources, row.source),
    )


def within(span: Span, edge: Edge | None) -> Span:
    """Cut a step's figures to a person's edges; where they do not meet, the person's go first."""
    if edge is None:
        return span
    high = span.high if edge.high is None else min(span.high, edge.high)
    low = span.low if edge.low is None else max(span.low, edge.low)
    if low <= high:
        return Span(low, high)
    apart = high if edge.high is not None and span.low > edge.high else low
    return Span(apart, apart)

"""Bounds of one person, joined: the strictest figures, and where they and a step do not meet."""

import pytest

from flows.programs.bounds import COLUMNS, Kind, parse
from flows.programs.kinds import Component, Posture, Trait
from flows.programs.limits import Edge, joined, within
from flows.programs.session import Span
from flows.steps import Phase

ROWS = """
heart,trait,heavy,,,,,ours,D
heart,sets,,1,3,,sets,ours,D
heart,exercises,core,,2,,exercises,ours,D
bones,trait,heavy,,,,,ours,D
bones,sets,,2,2,,sets,book,A
bones,exercises,core,,3,,exercises,ours,D
bones,rather_not,prone,,,,,ours,D
later,trait,jump,,,3;4,,ours,D
"""
BOUNDS = parse(",".join(COLUMNS) + ROWS)


def test_the_strictest_of_all_counts_and_all_are_named() -> None:
    limits = joined(BOUNDS, ("bones", "heart", "later"), Phase.STRENGTH_ENDURANCE)
    edge = limits.edges[Kind.SETS]
    assert (edge.low, edge.high) == (2, 2)
    assert edge.who == ("heart", "bones")
    assert edge.sources == ("ours", "book")
    assert limits.most == {Component.CORE: 2}
    assert limits.rather_not == {Posture.PRONE}
    assert limits.out == {(Kind.TRAIT, Trait.HEAVY): "heart"}


def test_bounds_of_other_people_and_other_steps_do_not_count() -> None:
    assert joined(BOUNDS, (), Phase.POWER).out == {}
    assert joined(BOUNDS, ("later",), Phase.STABILIZATION_ENDURANCE).out == {}
    assert len(joined(BOUNDS, ("later",), Phase.MUSCULAR_DEVELOPMENT).out) == 1


@pytest.mark.parametrize(
    ("edge", "kept"),
    [
        (None, Span(8, 12)),
        (Edge(low=10), Span(10, 12)),
        (Edge(high=10), Span(8, 10)),
        (Edge(low=9, high=20), Span(9, 12)),
        (Edge(low=15, high=20), Span(15, 15)),
        (Edge(low=1, high=5), Span(5, 5)),
        (Edge(high=5), Span(5, 5)),
        (Edge(low=15), Span(15, 15)),
    ],
)
def test_a_persons_edges_go_before_the_steps_figures(edge: Edge | None, kept: Span) -> None:
    assert within(Span(8, 12), edge) == kept

"""`stairwise diagram`: the staircase as Mermaid text."""

from typing import TextIO

from flows.phases.machine import mermaid


def draw(out: TextIO) -> None:
    """Write the drawing."""
    out.write(mermaid() + "\n")

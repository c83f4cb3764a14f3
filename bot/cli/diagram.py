"""`stairwise diagram`: the staircase and every way on it, as Mermaid."""

import sys

from flows.phases.machine import mermaid


def run() -> None:
    sys.stdout.write(mermaid().rstrip() + "\n")

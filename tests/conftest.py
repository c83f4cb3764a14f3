"""Tells at the end of a run how large the proofs were, also when workers shared them."""

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    held: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        told = dict(report.user_properties)
        held[report.nodeid.partition("[")[0]] += int(told.get("combinations", 0))
    for name, count in (+held).items():
        terminalreporter.write_line(f"{name}: {count:,} combinations held")

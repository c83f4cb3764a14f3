"""Traces only what covers something new, and tells at the end how large the proofs were."""

import sys
from collections import Counter
from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Stop tracing for long proofs: in a worker of xdist pytest-cov's own pause does not."""
    if not any(item.get_closest_marker(name) for name in ("slow", "no_cover")):
        return (yield)
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracing)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    held: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        told = dict(report.user_properties)
        held[report.nodeid.partition("[")[0]] += int(told.get("combinations", 0))
    for name, count in (+held).items():
        terminalreporter.write_line(f"{name}: {count:,} combinations held")

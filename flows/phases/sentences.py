"""The policy in sentences that a trainer reads."""

from collections.abc import Iterator

from flows.phases.sheet import Row, Sheet, Value, source

SHARE = "share"


def sentences(sheet: Sheet) -> Iterator[str]:
    """Say each row, under the title of its group, with its key, range and source."""
    yield f"Policy {sheet.version}"
    group = ""
    for key, row in sheet.rows.items():
        if key.split(".")[0] != group:
            group = key.split(".")[0]
            yield f"\n{sheet.titles[group]}"
        yield f"  • {said(row)}"
        yield f"    {key}; {limits(row)}; {source(row)}"


def said(row: Row) -> str:
    """Fill the values of a row into its sentence."""
    if not isinstance(row.value, list):
        return row.says.format(value=shown(row.value, row.unit))
    low, high = row.value[0], row.value[-1]
    every = ", ".join(map(str, row.value))
    return row.says.format(value=every, low=low, high=high, alone=low, helped=high)


def shown(value: Value, unit: str) -> str:
    """Show one value: yes or no, a share as percent, a word without its underscore."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value.replace("_", " ")
    return f"{value:.0%}" if unit.startswith(SHARE) and isinstance(value, float) else f"{value}"


def limits(row: Row) -> str:
    """Say what a value may be, and its unit."""
    if isinstance(row.range[0], bool | str):
        return " or ".join(shown(part, row.unit) for part in row.range)
    low, high = row.range[0], row.range[-1]
    return f"{low} only, {row.unit}" if low == high else f"{low} to {high}, {row.unit}"

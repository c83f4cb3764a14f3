"""A policy file held against the shipped sheet, row by row."""

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from flows.lint.fault import Fault, FaultKind
from flows.lint.values import livable, value_faults
from flows.phases.reasons import OURS
from flows.phases.sheet import Confidence, Row, Sheet, policy_of
from flows.words import T, Text

Told = dict[str, object]
OWN_WORDS = ("says", "source", "confidence")
THEIRS: Told = {"source": OURS, "confidence": Confidence.OURS}


class Laid(Struct, frozen=True):
    """The shipped sheet with the usable rows of a file laid over it, and what was wrong."""

    sheet: Sheet
    faults: tuple[Fault, ...]


def lay(text: str, shipped: Sheet) -> Laid:
    """Lay a file over the shipped sheet; a row that cannot be used keeps what is shipped."""
    try:
        return _laid(tomllib.loads(text), shipped)
    except tomllib.TOMLDecodeError as error:
        what = T("This is not a TOML file: {error}.", error=str(error))
    except (ValueError, RecursionError):  # Python's own bounds, in tomllib or in what shows it
        what = T("This file holds a number too long or a nesting too deep to be read.")
    return Laid(shipped, (_unknown("", what),))


def _laid(told: Told, shipped: Sheet) -> Laid:
    laid = Laid(_versioned(shipped, told), tuple(_strays(told, shipped)))
    for key, table in leaves(told):
        laid = _with(laid, key, table, shipped)
    return laid


def _versioned(shipped: Sheet, told: Told) -> Sheet:
    return replace(shipped, version=str(told.get("version", shipped.version)))


def leaves(told: Told, above: str = "") -> Iterator[tuple[str, Told]]:
    """Find all tables that hold no other tables, with their keys."""
    for name, table in told.items():
        key = f"{above}{name}"
        if isinstance(table, dict) and any(isinstance(part, dict) for part in table.values()):
            yield from leaves(table, f"{key}.")
        elif isinstance(table, dict):
            yield key, table


def _strays(told: Told, shipped: Sheet, above: str = "") -> Iterator[Fault]:
    """Find what stands outside of any row; a version and titles may."""
    for name, part in told.items():
        key = f"{above}{name}"
        if isinstance(part, dict):
            holds = any(isinstance(inner, dict) for inner in part.values())
            yield from _strays(part, shipped, f"{key}.") if holds else ()
        elif key != "version" and not (name == "title" and above):
            yield _no_such(key, shipped)


def _with(laid: Laid, key: str, table: Told, shipped: Sheet) -> Laid:
    if key not in shipped.rows:
        return Laid(laid.sheet, (*laid.faults, *_no_row(key, table, shipped)))
    row = shipped.rows[key]
    faults = (*_field_faults(key, table, row), *value_faults(key, table.get("value"), row))
    return Laid(_laid_over(laid.sheet, key, table), (*laid.faults, *faults))


def _no_row(key: str, table: Told, shipped: Sheet) -> Iterator[Fault]:
    """Name an unknown table once; in a known group, each entry that should be a row."""
    if key not in shipped.titles:
        yield _no_such(key, shipped)
        return
    for name in table:
        if name != "title":
            yield _no_such(f"{key}.{name}", shipped)


def _no_such(key: str, shipped: Sheet) -> Fault:
    if key in shipped.rows:
        return _unknown(key, T("{key} is a row: write [{key}] and below it value = …", key=key))
    near = get_close_matches(key, shipped.rows, 1)
    meant = T(" Did you mean {near}?", near=near[0]) if near else T("")
    return _unknown(key, T("There is no such row: {key}.{meant}", key=key, meant=meant))


def _unknown(key: str, text: Text) -> Fault:
    return Fault(kind=FaultKind.UNKNOWN, key=key, text=text)


def _field_faults(key: str, table: Told, row: Row) -> Iterator[Fault]:
    for name in sorted(set(table) - set(Row.__struct_fields__)):
        yield _unknown(key, T("{key} has an unknown entry: {name}.", key=key, name=name))
    if table.get("unit", row.unit) != row.unit:
        text = T("{key} has the unit: {unit}. No other can be used.", key=key, unit=row.unit)
        yield _unknown(key, text)
    words = [name for name in OWN_WORDS if not isinstance(table.get(name, ""), str)]
    if words or table.get("confidence", Confidence.OURS) not in set(Confidence):
        text = T(
            "{key}: says and source are texts, confidence is one of: {words}.",
            key=key,
            words=", ".join(Confidence),
        )
        yield _unknown(key, text)
    if list(row.range) != table.get("range", list(row.range)):
        text = T("{key}: its range is not yours to change.", key=key)
        yield Fault(kind=FaultKind.RANGE, key=key, text=text)


def _laid_over(sheet: Sheet, key: str, table: Told) -> Sheet:
    """Take a row over as far as the rules could be run with it.

    A changed value is its author's own, unless they say where it comes from.
    """
    shipped = sheet.rows[key]
    if not livable(table.get("value"), shipped):
        return sheet
    known = {name: table[name] for name in ("value", *OWN_WORDS) if name in table}
    theirs = {} if known["value"] == shipped.value else THEIRS
    try:
        row = msgspec.convert(msgspec.to_builtins(shipped) | theirs | known, Row)
        changed = replace(sheet, rows={**sheet.rows, key: row})
        policy_of(changed)
    except msgspec.ValidationError:
        return sheet
    return changed

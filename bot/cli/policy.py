"""`stairwise policy`: shows the rules' numbers in sentences, and checks a policy file."""

from pathlib import Path
from typing import TextIO

from flows.lint.checking import check
from flows.lint.rows import lay
from flows.phases.sentences import sentences
from flows.phases.sheet import Sheet
from flows.words import english

FAULTY = 1


def show(shipped: Sheet, path: str | None, out: TextIO) -> int:
    """Say a policy file, or the shipped one, in sentences."""
    sheet = shipped if path is None else lay(_read(path), shipped).sheet
    out.writelines(f"{line}\n" for line in sentences(sheet))
    return 0


def tell_faults(shipped: Sheet, path: str, out: TextIO) -> int:
    """Name every fault of a policy file; the exit code says whether there was one."""
    faults = check(_read(path), shipped)
    out.writelines(f"{fault.kind}: {english(fault.text)}\n" for fault in faults)
    out.write(f"Faults: {len(faults)}.\n" if faults else "No faults.\n")
    return FAULTY if faults else 0


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")

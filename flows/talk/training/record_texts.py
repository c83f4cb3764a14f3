"""A record in a sentence, in the units that somebody reads."""

from flows.programs.lifts import Best, Record
from flows.talk.training.words import set_of, weight
from flows.words import T, Text

SET = T("A record: {set}; before it was {before}.")
STRONGER = T("A record: an estimated one-rep maximum of {value}; before it was {before}.")


def told(record: Record, units: str) -> Text:
    """Say a record: the set that made it, and what was best before."""
    if record.best is Best.ESTIMATE:
        value = weight(record.value, units)
        return T(STRONGER.template, value=value, before=weight(record.before, units))
    before = _before(record, units)
    return T(SET.template, set=set_of(record.done, units), before=before)


def _before(record: Record, units: str) -> Text:
    match record.best:
        case Best.WEIGHT:
            return weight(record.before, units)
        case Best.TIME:
            return T("{n} s", n=f"{record.before:g}")
        case _:
            return (
                T("{n} rep", n=1) if record.before == 1 else T("{n} reps", n=f"{record.before:g}")
            )

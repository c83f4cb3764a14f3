"""The tables of the programs are read strictly: what is wrong in one is named with its row."""

from collections.abc import Callable

import pytest

from flows.programs import bounds, doses, goals, remedies, splits, template, twins, weeks
from flows.programs.table import TableError

DOSE = "core,single,1,sets,1,3,1,sets,up,somewhere,A"
CUTS = ";".join(goals.Cut)
GOAL = f"fat_loss,35,percent,{CUTS},ours,D"
SECTION = "warm_up,1,roll;static,5,10,minutes,somewhere,A"
WHOLE = "session,1,,30,90,minutes,somewhere,A"
DAY = "any,1;2;3;4;5,2,0,legs,ours,D"


def sheet(columns: tuple[str, ...], *rows: str) -> str:
    return "\n".join((",".join(columns), *rows))


@pytest.mark.parametrize(
    ("parse", "columns", "rows", "told"),
    [
        (doses.parse, doses.COLUMNS, (DOSE, DOSE), "core, single, phase 1: sets twice"),
        (doses.parse, doses.COLUMNS, (DOSE.replace("1,3,1", "3,1,1"),), "row 2: 3 to 1"),
        (doses.parse, doses.COLUMNS, (DOSE.replace("1,3,1", "1,3,0"),), "row 2: 1 to 3"),
        (doses.parse, doses.COLUMNS, (DOSE.replace("up", "away"),), "row 2: 'away'"),
        (
            doses.parse,
            doses.COLUMNS,
            ("core,single,1,tempo,4/2,,1,seconds,keep,somewhere,A",),
            "row 2",
        ),
        (bounds.parse, bounds.COLUMNS, ("youth,trait,flying,,,,,ours,D",), "row 2: 'flying'"),
        (bounds.parse, bounds.COLUMNS, ("youth,sets,,one,2,,sets,ours,D",), "row 2"),
        (goals.parse, goals.COLUMNS, (GOAL,), "every goal"),
        (goals.parse, goals.COLUMNS, (GOAL.replace("sets", "rests"),), "row 2: all cuts"),
        (remedies.parse, remedies.COLUMNS, ("feet,calves,,,ours,D",), "the checkpoints"),
        (remedies.parse_daily, remedies.DAILY, ("legs,calves,ours,D",), "every part"),
        (splits.parse, splits.COLUMNS, (DAY,), "phase 1, 2 days: a day is missing"),
        (template.parse, template.COLUMNS, (SECTION,), "the minutes of a session"),
        (template.parse, template.COLUMNS, (SECTION, WHOLE, WHOLE), "the minutes of a session"),
        (twins.parse, twins.COLUMNS, ("six,a,b,ours,D",), "row 2"),
        (weeks.parse, weeks.COLUMNS, ("muscle,2;3,ours,D",), "every goal"),
        (weeks.parse, weeks.COLUMNS, ("muscle,,ours,D",), "row 2: a week"),
    ],
)
def test_a_faulty_table_is_named(
    parse: Callable[[str], object], columns: tuple[str, ...], rows: tuple[str, ...], told: str
) -> None:
    with pytest.raises(TableError, match=told):
        parse(sheet(columns, *rows))

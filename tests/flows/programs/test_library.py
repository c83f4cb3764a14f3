"""The library's file is read strictly: what is wrong is named with its row."""

import pytest

from flows.programs.kinds import Component, Kit, Trait
from flows.programs.library import COLUMNS, parse
from flows.programs.table import TableError
from flows.steps import Phase

ROW = {
    "id": "push_up",
    "name": "Push-up",
    "component": "resistance",
    "part": "chest",
    "pattern": "push",
    "level": "stabilization",
    "phases": "1;2",
    "kit": "-",
    "planes": "sagittal",
    "posture": "prone",
    "contraindications": "wrist_load;floor",
    "muscles": "",
    "measure": "reps",
    "sided": "no",
    "loaded": "no",
    "regression": "",
    "progression": "",
    "bodyweight": "",
    "cue": "One line from head to heels.",
    "source": "NASM CPT 7e ch. 20",
    "confidence": "A",
}


def sheet(*changes: dict[str, str]) -> str:
    lines = [",".join(COLUMNS)]
    lines += [",".join((ROW | change)[column] for column in COLUMNS) for change in changes]
    return "\n".join(lines)


def test_a_row_becomes_an_exercise() -> None:
    library = parse(sheet({"kit": "dumbbell+bench|-"}))
    (one,) = library.of(Component.RESISTANCE)
    assert library.exercises["push_up"] is one
    assert one.phases == (Phase(1), Phase(2))
    assert one.kit == ((Kit.DUMBBELL, Kit.BENCH), ())
    assert one.traits == (Trait.WRIST_LOAD, Trait.FLOOR)
    assert library.of(Component.CORE) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"level": "high"}, "row 2: 'high'"),
        ({"phases": "6"}, "row 2: 6"),
        ({"sided": "perhaps"}, "row 2: 'perhaps'"),
        ({"kit": "rocket"}, "row 2: 'rocket'"),
        ({"regression": "knee_push_up"}, "push_up: its regression knee_push_up is not"),
        ({"progression": "push_up"}, "push_up: its progression leads in a circle"),
        ({"cue": "one, two"}, "row 2: it has to have 21 cells"),
    ],
)
def test_a_faulty_row_is_named(change: dict[str, str], told: str) -> None:
    with pytest.raises(TableError, match=told):
        parse(sheet(change))


def test_a_longer_circle_is_seen() -> None:
    first, second = {"progression": "b", "id": "a"}, {"progression": "a", "id": "b"}
    with pytest.raises(TableError, match="circle"):
        parse(sheet(first, second))


def test_an_id_stands_once() -> None:
    with pytest.raises(TableError, match="twice"):
        parse(sheet({}, {}))


def test_other_columns_are_another_table() -> None:
    with pytest.raises(TableError, match="row 1: the columns"):
        parse("id,name\n")

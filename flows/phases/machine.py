"""Runs the table of ways on `transitions`.

The machine has no model: it is fired on a scratch object that carries facts and policy and is
thrown away, so nothing is decorated and nothing leaks.
"""

from collections.abc import Callable

from msgspec import Struct
from transitions import Machine
from transitions.extensions import GraphMachine

from flows.phases.policy import Policy
from flows.phases.readings import Facts, Guard
from flows.phases.rules import ALWAYS, WAYS, Way, opens
from flows.steps import PHASE_NAMES, Phase, Trigger


class Moved(Struct, frozen=True):
    """The way was open: the row that was taken."""

    way: Way


class Refused(Struct, frozen=True):
    """The way was closed: its row, and the name of the first guard that said no."""

    way: Way
    guard: str


class _Scratch:
    """What one firing lends to the machine."""

    def __init__(self, row: Way, facts: Facts, policy: Policy) -> None:
        self.state = row.source.name
        self.row, self.facts, self.policy = row, facts, policy
        self.refused_by: str | None = None


Condition = Callable[[_Scratch], bool]


def _aimed_at(row: Way) -> Condition:
    """Several ways share a trigger and a start; only the one that is asked for may be taken."""

    def aimed(scratch: _Scratch) -> bool:
        return scratch.row is row

    return aimed


def _asks(guard: Guard) -> Condition:
    def asks(scratch: _Scratch) -> bool:
        if opens(guard, scratch.facts, scratch.policy):
            return True
        scratch.refused_by = guard.__name__
        return False

    return asks


_MACHINE = Machine(
    model=None,
    states=[phase.name for phase in Phase],
    initial=Phase.STABILIZATION_ENDURANCE.name,
    transitions=[
        {
            "trigger": row.trigger.value,
            "source": row.source.name,
            "dest": row.to.name,
            "conditions": [_aimed_at(row), *map(_asks, row.guards)],
        }
        for row in WAYS
    ],
    auto_transitions=False,
)


def step(row: Way, facts: Facts, policy: Policy) -> Moved | Refused:
    """Fire the row's trigger on a scratch object that stands on the row's source."""
    scratch = _Scratch(row, facts, policy)
    _MACHINE.events[row.trigger.value].trigger(scratch, scratch)
    return Moved(row) if scratch.refused_by is None else Refused(row, scratch.refused_by)


def triggers(phase: Phase) -> tuple[Trigger, ...]:
    """Give the triggers the machine knows on a step, in the order of the table."""
    return tuple(map(Trigger, _MACHINE.get_triggers(phase.name)))


class _Model:
    """The drawing needs a model to draw; this one is thrown away with it."""


def mermaid() -> str:
    """Draw the staircase as a Mermaid state diagram: every way with its trigger and its guards.

    What every way up asks is written once, as `good_week`, and spelt out in a note.
    """
    machine = GraphMachine(
        model=_Model(),
        states=[phase.name for phase in Phase],
        initial=Phase.STABILIZATION_ENDURANCE.name,
        transitions=[_drawn(row) for row in WAYS],
        auto_transitions=False,
        graph_engine="mermaid",
        show_conditions=True,
        title="title: The staircase",
    )
    return _named(str(machine.get_combined_graph().draw(None))) + _note()


def _named(drawing: str) -> str:
    for phase in Phase:
        label = f"{phase.value} {PHASE_NAMES[phase]}"
        drawing = drawing.replace(f'state "{phase.name}"', f'state "{label}"')
    return drawing


def _note() -> str:
    asked = ", ".join(guard.__name__ for guard in ALWAYS)
    return f"\n  note right of {Phase.STABILIZATION_ENDURANCE.name} : good_week is {asked}\n"


def _drawn(row: Way) -> dict[str, str | list[str]]:
    own = [guard.__name__ for guard in row.guards if guard not in ALWAYS]
    return {
        "trigger": row.trigger.value,
        "source": row.source.name,
        "dest": row.to.name,
        "conditions": ["good_week", *own] if row.guards else [],
    }

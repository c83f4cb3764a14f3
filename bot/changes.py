"""What a decision makes into what is stored: entries in their lanes, timers by their moments."""

from bot import ports
from bot.clock import instant
from bot.ports import Change, Entry
from bot.store.keys import partition
from flows import codec
from flows.codec import Posted, PostedTimer
from flows.decide import State
from flows.effects import Answer, Decision, Effect, Fetch, Inspect, Pick, Say, Survey, Tell
from flows.events import Event
from flows.people import StateId, key_of
from flows.timers import Timer


def change_of(
    state: StateId,
    event: Event,
    rev: int,
    decision: Decision[State],
    due: tuple[Timer, ...],
) -> Change:
    """Put a decision into the form that is stored."""
    return Change(
        state=state,
        event=event.id,
        rev=rev,
        document=None if decision.wipe else codec.write_state(decision.state),
        entries=_entries(state, event, rev + 1, decision.effects),
        timers=timers(state, due),
        rows=tuple(ports.Row(row.key, row.rev, row.value) for row in decision.rows),
        history=tuple(codec.write_record(record) for record in decision.records),
        wipe=decision.wipe,
    )


def timers(state: StateId, due: tuple[Timer, ...]) -> tuple[ports.Timer, ...]:
    """Name the wake-ups a state should have, as they are stored."""
    return tuple(_timer(state, timer) for timer in due)


def _timer(state: StateId, timer: Timer) -> ports.Timer:
    due = instant(timer.when)
    due_ms = int(due.timestamp() * 1000)
    name = f"timer:{state}:{timer.name}:{due_ms}"
    body = codec.write_posted(PostedTimer(state=state, name=timer.name, due=due))
    return ports.Timer(timer.name, due_ms, Entry(name, partition(state), f"timer:{state}", body))


def _entries(
    state: StateId, event: Event, rev: int, effects: tuple[Effect, ...]
) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"{event.id}:{number}",
            partition(state),
            _lane(state, effect),
            codec.write_posted(Posted(effect=effect, state=state, rev=rev, at=event.at)),
        )
        for number, effect in enumerate(effects)
        if not isinstance(effect, Answer)
    )


def _lane(state: StateId, effect: Effect) -> str:
    match effect:
        case Tell():
            return f"hop:{state}>{effect.to}"
        case Survey() | Inspect() | Pick():
            return f"hop:{state}>fanout"
        case Fetch():
            return f"hop:{state}>files"
        case Say(chat=int()):
            return f"chat:{effect.chat}"
        case _:
            return f"chat:{key_of(state)}"

"""What a trainer settled about an exercise, as the client reads it."""

from flows.programs.session import Item
from flows.talk.training.scene import Scene, trainer
from flows.words import T, Text

CHOSE = T("{trainer} chose this.")
NOTED = T("{trainer}: {note}")


def remarks(one: Scene, item: Item) -> tuple[Text, ...]:
    """Say that the trainer chose an exercise, and their note to it."""
    wishes, who = one.client.training.wishes, trainer(one.person)
    chosen = item.exercise in (*wishes.locked, *(new for _, new in wishes.swaps))
    note = dict(wishes.notes).get(item.exercise, "")
    return (
        *((T(CHOSE.template, trainer=who),) if chosen else ()),
        *((T(NOTED.template, trainer=who, note=note),) if note else ()),
    )

"""What parts, components and halves of pairs are called in sentences."""

from flows.programs.doses import Role
from flows.programs.kinds import Component, Part
from flows.words import T, Text

PARTS: dict[Part, Text] = {
    Part.TOTAL: T("whole body"),
    Part.CHEST: T("chest"),
    Part.BACK: T("back"),
    Part.SHOULDERS: T("shoulders"),
    Part.BICEPS: T("biceps"),
    Part.TRICEPS: T("triceps"),
    Part.LEGS: T("legs"),
    Part.TRUNK: T("trunk"),
}
COMPONENTS: dict[Component, Text] = {
    Component.ROLL: T("rolling"),
    Component.STATIC: T("held stretches"),
    Component.ACTIVE: T("active stretches"),
    Component.DYNAMIC: T("dynamic stretches"),
    Component.CORE: T("core work"),
    Component.BALANCE: T("balance work"),
    Component.PLYOMETRIC: T("jumps"),
    Component.SPEED: T("quick feet"),
    Component.RESISTANCE: T("strength work"),
}
TWINS: dict[Role, Text] = {
    Role.STABILITY: T("Straight after {name}: alike in movement, but it asks for balance."),
    Role.POWER: T("Straight after {name}: alike in movement, but as fast as you can control."),
}


def listed(texts: tuple[Text, ...]) -> Text:
    """Join names with commas; "" for none."""
    names = {f"name{place}": text for place, text in enumerate(texts)}
    return T(", ".join(f"{{{name}}}" for name in names), **names)

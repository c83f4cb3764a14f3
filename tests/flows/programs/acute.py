"""The acute variables of the steps as the book prints them, for tests to hold sessions against.

Written anew from the sources, apart from the tables that the sessions are built by.
"""

from flows.programs.doses import Role
from flows.programs.kinds import Component
from flows.programs.session import Span, Tempo

SLOW, MODERATE = Tempo(4, 2, 1, 1), Tempo(2, 0, 2, 0)
Figures = tuple[Span, Span, Span]
RESISTANCE: dict[tuple[int, Role], tuple[Figures, Tempo | None, Span | None]] = {
    (1, Role.SINGLE): ((Span(1, 3), Span(12, 20), Span(0, 90)), SLOW, Span(50, 70)),
    (2, Role.STRENGTH): ((Span(2, 4), Span(8, 12), Span(0, 0)), MODERATE, Span(70, 80)),
    (2, Role.STABILITY): ((Span(2, 4), Span(8, 12), Span(0, 60)), SLOW, None),
    (2, Role.SINGLE): ((Span(2, 4), Span(8, 12), Span(0, 60)), MODERATE, Span(70, 80)),
    (3, Role.SINGLE): ((Span(3, 6), Span(6, 12), Span(0, 180)), MODERATE, Span(75, 85)),
    (4, Role.SINGLE): ((Span(4, 6), Span(1, 5), Span(180, 300)), None, Span(85, 100)),
    (5, Role.STRENGTH): ((Span(3, 5), Span(1, 5), Span(0, 0)), None, Span(85, 100)),
    (5, Role.POWER): ((Span(3, 5), Span(8, 10), Span(180, 300)), None, Span(30, 45)),
    (5, Role.SINGLE): ((Span(3, 5), Span(1, 5), Span(180, 300)), None, Span(85, 100)),
}
"""Sets, reps and rest; the tempo, None as fast as can be controlled; percent of the best."""
LEFT = {1: Span(3, 4), 2: Span(2, 3), 3: Span(1, 3), 4: Span(1, 2), 5: Span(2, 3)}
MIDDLE = (2, 3, 4)
ACTIVATING = {
    1: (Span(1, 4), Span(1, 3), Span(6, 20), Span(0, 90)),
    **dict.fromkeys(MIDDLE, (Span(1, 4), Span(2, 4), Span(8, 12), Span(0, 60))),
    5: (Span(1, 2), Span(1, 3), Span(8, 12), Span(0, 60)),
}
JUMPING = {
    1: (Span(1, 3), Span(1, 3), Span(5, 8), Span(0, 90)),
    **dict.fromkeys(MIDDLE, (Span(1, 4), Span(2, 4), Span(8, 12), Span(60, 120))),
    5: (Span(1, 4), Span(3, 5), Span(8, 12), Span(60, 120)),
}
QUICK = {
    1: (Span(4, 6), Span(1, 2), Span(2, 3), Span(15, 60)),
    **dict.fromkeys(MIDDLE, (Span(6, 8), Span(3, 4), Span(3, 5), Span(0, 60))),
    5: (Span(6, 10), Span(3, 5), Span(3, 5), Span(0, 90)),
}
EVER = (1, 2, 3, 4, 5)
OTHERS: dict[Component, dict[int, tuple[Span, Span, Span, Span]]] = {
    Component.CORE: ACTIVATING,
    Component.BALANCE: ACTIVATING,
    Component.PLYOMETRIC: JUMPING,
    Component.SPEED: QUICK,
    Component.ROLL: dict.fromkeys(EVER, (Span(1, 3), Span(1, 3), Span(0, 0), Span(0, 0))),
    Component.STATIC: dict.fromkeys(EVER, (Span(1, 3), Span(1, 3), Span(0, 0), Span(0, 0))),
    Component.ACTIVE: dict.fromkeys(EVER, (Span(1, 3), Span(1, 3), Span(5, 10), Span(0, 0))),
    Component.DYNAMIC: dict.fromkeys(EVER, (Span(3, 10), Span(1, 1), Span(10, 15), Span(0, 0))),
}
"""At most so many exercises (the least, where there are enough), sets, reps and rest."""
SETS = {
    "youth": Span(1, 2),
    "cancer": Span(1, 1),
    "lung_disease": Span(1, 1),
    **dict.fromkeys(
        ("diabetes", "hypertension", "coronary", "arthritis", "pregnancy", "pregnancy_early"),
        Span(1, 3),
    ),
}
SETS_TO_3 = dict.fromkeys(("older_adult", "overweight_obese", "osteoporosis"), Span(1, 3))
"""Up to step 3; a trainer takes them further."""
REPS: dict[str, Span] = {
    "diabetes": Span(10, 20),
    "hypertension": Span(10, 20),
    "coronary": Span(10, 20),
    "arthritis": Span(10, 12),
    "cancer": Span(10, 15),
    "pregnancy": Span(12, 15),
    "pregnancy_early": Span(12, 15),
    "lung_disease": Span(8, 15),
}
REPS_TO_3 = {
    "older_adult": Span(8, 20),
    "overweight_obese": Span(10, 20),
    "osteoporosis": Span(8, 20),
}
PERCENT = {"youth": 70, "hypertension": 70, "arthritis": 70}

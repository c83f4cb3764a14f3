"""A sound person's need and its session: tests change one thing about them."""

from msgspec.structs import replace

from flows.phases.profile import Equipment
from flows.programs.builder import build
from flows.programs.need import Need
from flows.programs.session import Block, Item, Section, Session
from flows.steps import Goal, Phase
from flows.words import Text, english
from tests.flows.book import BOOK
from tests.flows.phases.people import CLEAN, SOUND

GYM = (Equipment.BARBELL, Equipment.MACHINES, Equipment.DUMBBELLS, Equipment.BALL_AND_ROOM)
STRONG = replace(SOUND, equipment=GYM)
P1, P2, P3, P4, P5 = Phase


def need(phase: Phase = P1, **changes: object) -> Need:
    asked = Need(phase=phase, goal=Goal.MUSCLE, profile=STRONG, movement=CLEAN)
    return replace(asked, **changes)


def session(asked: Need) -> Session:
    found = build(asked, BOOK)
    assert isinstance(found, Session), found
    return found


def block(asked: Need, section: Section) -> Block:
    return next(one for one in session(asked).blocks if one.section is section)


def ids(asked: Need, section: Section) -> list[str]:
    return [item.exercise for item in block(asked, section).items]


def lifts(asked: Need) -> list[Item]:
    return list(block(asked, Section.RESISTANCE).items)


def said(texts: tuple[Text, ...]) -> str:
    return " ".join(english(text) for text in texts)

"""The cardio of a session: how hard, how long, by which signs one keeps to it, and why."""

from flows.phases.profile import Fault, Movement
from flows.programs import stages
from flows.programs.book import Book
from flows.programs.cardio_rules import Stage
from flows.programs.heart import by_talk, pulse
from flows.programs.need import Need
from flows.programs.session import Block, Cardio, Section
from flows.words import T, Text

NO_TIME = T("No minutes are left for cardio today; {minutes} on another day would be good.")
STEADY = T("{minutes} minutes at one pace.")
ROUNDS = T(
    "{minutes} minutes: {frame} easy, then {rounds} times {work} seconds harder and {easy} "
    "seconds easy, and {frame} easy again."
)
FEEL = T("Zone {zone}: effort {low} to {high} of 10; {talk}.")
BEATS = T("About {low} to {high} beats a minute; it is an estimate, and talking counts more.")
TALK = T("Go by effort and by talking, not by the pulse.")
SEATED = T("Rather walk than cycle or climb steps: your low back arches in the squat.")
FLAT = T("Walk on the flat and without holding on: your feet or knees turn in the squat.")
SPORT = T("Best as drills or small games of your sport, as your trainer sets them.")


def block(need: Need, book: Book, room: int) -> Block:
    """Prescribe the cardio of a session that has `room` minutes left for it."""
    own = stages.stage(need, book)
    today, lowered = stages.today(own, need, book)
    wanted = stages.minutes(today, need, book)
    if room < book.cardio.shortest:
        none = T(NO_TIME.template, minutes=wanted)
        return Block(section=Section.CARDIO, items=(), notes=(none,))
    cardio = _cardio(today, min(wanted, room), need, book)
    notes = (
        _said(cardio, book),
        *_signs(cardio, need, book),
        stages.why(own, need, book),
        *lowered,
        *_posture(need.movement or Movement()),
        *((SPORT,) if today is book.cardio.stages[-1] else ()),
    )
    return Block(section=Section.CARDIO, items=(), notes=notes, cardio=cardio)


def _cardio(today: Stage, minutes: int, need: Need, book: Book) -> Cardio:
    """Make the value: steady where the stage has no intervals or no round fits."""
    easy = _easy(today, need, book)
    inside = (minutes - 2 * int(book.cardio.frame)) * 60
    rounds = inside // (today.work + easy) if today.work and inside > 0 else 0
    zone = today.top_zone if rounds else 1
    return Cardio(
        stage=today.stage,
        zone=zone,
        minutes=minutes,
        rounds=rounds,
        work=today.work if rounds else 0,
        easy=easy if rounds else 0,
        pulse=pulse(zone, need, book),
        source=today.source,
    )


def _easy(today: Stage, need: Need, book: Book) -> int:
    """Give the seconds between two efforts; they become shorter with the weeks on the step."""
    place = int((need.week - 1) // book.cardio.rest_weeks)
    return today.easy[min(place, len(today.easy) - 1)] if today.easy else 0


def _said(cardio: Cardio, book: Book) -> Text:
    if not cardio.rounds:
        return T(STEADY.template, minutes=cardio.minutes)
    return T(
        ROUNDS.template,
        minutes=cardio.minutes,
        frame=int(book.cardio.frame),
        rounds=cardio.rounds,
        work=cardio.work,
        easy=cardio.easy,
    )


def _signs(cardio: Cardio, need: Need, book: Book) -> tuple[Text, ...]:
    """Say by which signs one keeps to the zone."""
    zone = book.cardio.zones[cardio.zone]
    low, high = int(zone.effort.low), int(zone.effort.high)
    feel = T(FEEL.template, zone=cardio.zone, low=low, high=high, talk=zone.talk)
    if cardio.pulse is not None:
        beats = T(BEATS.template, low=cardio.pulse.low, high=cardio.pulse.high)
        return (feel, beats)
    return (feel, TALK) if by_talk(need, book) else (feel,)


def _posture(movement: Movement) -> tuple[Text, ...]:
    """Say which machines a movement fault speaks against (NASM CPT 7e study guide, section 5)."""
    off = {Fault.SLIGHT, Fault.MAJOR}
    told = (
        (movement.low_back in off, SEATED),
        (bool({movement.feet, movement.knees} & off), FLAT),
    )
    return tuple(text for holds, text in told if holds)

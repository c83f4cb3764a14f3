"""The session of the day as a card, section by section, cut into pages where it is long."""

from collections.abc import Iterator

from flows.programs.naming import listed
from flows.programs.session import Block, Cardio, Item
from flows.talk.stair_texts import UNWELL
from flows.talk.training import words
from flows.talk.training.buttons import button, row
from flows.talk.training.personal import remarks
from flows.talk.training.scene import Scene, name
from flows.words import Button, Content, T, Text, english, lines
from flows.workouts.walk import items

LENGTHS = (30, 45, 60, 75, 90)
ROOM = 3000
"""Letters of a page, far enough below the 4096 that Telegram takes for marks and translations."""
TITLE = T("<b>{title}</b>, about {minutes} minutes")
WHICH = T("Which one do you want to swap?")
HOW_LONG = T("How much time is there today?")
EACH = T("Each: {about}.")
PAIRS = T("A letter joins two that are done in turn, a set of each, without a rest between.")
TEMPO = T("Tempo: seconds to lower, hold, lift, and pause.")
BLOCK = T("<b>{section}</b>")


def card(one: Scene) -> Content:
    """Show a session that has not begun, or the view of it that was asked for."""
    match one.workout.view:
        case "why":
            return _paged(one, _reasons(one))
        case "min":
            return Content((HOW_LONG,), (_lengths(one), row(one, ("Back", "back"))))
        case "swap":
            return _which(one)
        case _:
            return _paged(one, _session(one))


def pages(paragraphs: tuple[Text, ...]) -> tuple[tuple[Text, ...], ...]:
    """Cut paragraphs into pages, each short enough for one message."""
    found: list[tuple[Text, ...]] = [()]
    for paragraph in paragraphs:
        longer = (*found[-1], paragraph)
        fits = sum(len(english(one)) + 2 for one in longer) <= ROOM
        if fits or not found[-1]:
            found[-1] = longer
        else:
            found.append((paragraph,))
    return tuple(found)


def _paged(one: Scene, paragraphs: tuple[Text, ...]) -> Content:
    cut = pages(paragraphs)
    page = min(one.workout.page, len(cut) - 1)
    turned = tuple(
        button(one, T("Page {page}", page=place + 1), f"page{place}")
        for place in (page - 1, page + 1)
        if 0 <= place < len(cut)
    )
    return Content(cut[page], (*((turned,) if turned else ()), *_buttons(one)))


def _buttons(one: Scene) -> tuple[tuple[Button, ...], ...]:
    if one.workout.view == "why":
        return (row(one, ("Back to the session", "back")),)
    start = button(one, T("Start"), "go")
    more = row(one, ("Why these?", "why"), ("Swap", "swap"), ("Shorter or longer", "min"))
    return ((start,), more, (UNWELL,))


def _lengths(one: Scene) -> tuple[Button, ...]:
    return tuple(button(one, T("{n}", n=length), f"min{length}") for length in LENGTHS)


def _session(one: Scene) -> tuple[Text, ...]:
    session = one.workout.session
    head = T(TITLE.template, title=session.title, minutes=session.minutes)
    sections = (text for block in session.blocks for text in _block(one, block))
    every = [item for _, item in items(one.workout)]
    pairs = (PAIRS,) if any(item.pair for item in every) else ()
    tempo = (TEMPO,) if any(item.dose.tempo for item in every) else ()
    notes = lines(T("• {note}", note=note) for note in (*pairs, *tempo, *session.notes))
    return (head, *sections, *notes)


def _block(one: Scene, block: Block) -> tuple[Text, ...]:
    shared = _shared(block)
    said = (
        *((T(EACH.template, about=listed(shared)),) if shared else ()),
        *(_item(one, item, shared) for item in block.items),
        *(T("{note}", note=note) for note in block.notes),
    )
    head = T(BLOCK.template, section=words.SECTIONS[block.section])
    return lines((head, *said)) if said else ()


def _shared(block: Block) -> tuple[Text, ...]:
    """Give what holds for every item of a section alike, to be said once."""
    first, *others = [words.details(item.dose) for item in block.items] or [()]
    if not others:
        return ()
    return tuple(detail for detail in first if all(detail in other for other in others))


def _item(one: Scene, item: Item, shared: tuple[Text, ...]) -> Text:
    exercise = one.exercise(item.exercise)
    parts = (
        words.amount(item.dose, exercise),
        *words.load(item, exercise, one.book, one.units),
        *(detail for detail in words.details(item.dose) if detail not in shared),
        *remarks(one, item),
    )
    return T(
        "{pair}<i>{name}</i>: {about}",
        pair=f"{item.pair} " if item.pair else "• ",
        name=name(one.book, item.exercise),
        about=listed(parts),
    )


def _reasons(one: Scene) -> tuple[Text, ...]:
    blocks = one.workout.session.blocks
    return tuple(_why(one, block) for block in blocks if block.items or block.cardio)


def _why(one: Scene, block: Block) -> Text:
    head = T(BLOCK.template, section=words.SECTIONS[block.section])
    why = _of_cardio(block, block.cardio) if block.cardio else _grouped(one, block)
    (text,) = lines((head, *why))
    return text


def _of_cardio(block: Block, cardio: Cardio) -> Iterator[Text]:
    yield from block.notes
    yield T("({source})", source=cardio.source)


def _grouped(one: Scene, block: Block) -> Iterator[Text]:
    """Say what all items have for a reason first, and the same reasons of several items once."""
    whole = _common(block.items)
    yield from whole
    groups: dict[tuple[Text, ...], list[str]] = {}
    for item in block.items:
        own = tuple(reason for reason in item.reasons if reason not in whole)
        source = T("({source})", source=item.source)
        groups.setdefault((*own, source), []).append(item.exercise)
    for reasons, exercises in groups.items():
        named = listed(tuple(name(one.book, exercise) for exercise in exercises))
        yield T("<i>{names}</i>", names=named)
        yield from reasons


def _common(listed: tuple[Item, ...]) -> tuple[Text, ...]:
    """Give the reasons that several items have alike."""
    first, *others = listed
    alike = (one for one in first.reasons if all(one in other.reasons for other in others))
    return tuple(alike) if others else ()


def _which(one: Scene) -> Content:
    rows = tuple(
        (button(one, name(one.book, item.exercise), f"pick{place}"),) for place, item in _each(one)
    )
    return Content((WHICH,), (*rows, row(one, ("Back", "back"))))


def _each(one: Scene) -> tuple[tuple[int, Item], ...]:
    """List the items that can be swapped, with their places, each exercise once."""
    seen: dict[str, tuple[int, Item]] = {}
    for place, item in items(one.workout):
        seen.setdefault(item.exercise, (place, item))
    return tuple(seen.values())

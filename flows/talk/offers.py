"""The last message's buttons by their words: "I agree" or "yes" typed is as good as tapped."""

from msgspec.structs import replace

from flows.effects import Answer, Close, Decision, Effect, Repost, Say, Show
from flows.events import Tapped, Typed
from flows.person import Person
from flows.questions.answers import Option, Problem
from flows.questions.matching import UNKNOWN, find, plain
from flows.questions.picks import NO, YES
from flows.talk import dialogue
from flows.words import Button, Content, english

WORDS = {
    "yes": ("yes", "agree", *YES.synonyms),
    "no": ("no", *NO.synonyms),
    "fine": ("im fine", "i am fine", "fine"),
}
"""What else means a button, by a part of its data."""


def meant(person: Person, event: Typed) -> Tapped | None:
    """Give the tap that typed words stand for; None when they name no button that is offered.

    In the middle of a form only a button's full words count, of its way out or of what was asked
    since its last question: all else may be an answer.
    """
    said = plain(event.text)
    if person.open is None:
        data = _near(person.offered, said)
    else:
        data = _exact((*person.offered, *_way_out(person.open.run.form)), said)
    return None if data is None else _tap(event, data)


def _way_out(form: str) -> tuple[Button, ...]:
    button = dialogue.WAYS_OUT.get(form)
    return () if button is None else (button,)


def _exact(buttons: tuple[Button, ...], said: str) -> str | None:
    named = (one for one in buttons if said in {plain(english(one.label)), *_words(one)})
    return next((one.data for one in named), None)


def _near(buttons: tuple[Button, ...], said: str) -> str | None:
    options = tuple(Option(one.data, one.label, _words(one)) for one in buttons)
    found = find(said, options) if not said.isdecimal() else UNKNOWN
    return None if isinstance(found, Problem) else options[found].key


def _words(button: Button) -> tuple[str, ...]:
    return next((WORDS[part] for part in button.data.split("|") if part in WORDS), ())


def _tap(event: Typed, data: str) -> Tapped:
    return Tapped(
        id=event.id,
        at=event.at,
        salt=event.salt,
        sender=event.sender,
        chat=event.chat,
        data=data,
        query="",
    )


def aloud(decision: Decision[Person]) -> Decision[Person]:
    """Say what would have answered a tap: there is none to answer."""
    effects = tuple(one for effect in decision.effects for one in _aloud(effect))
    return replace(decision, effects=effects)


def _aloud(effect: Effect) -> tuple[Effect, ...]:
    if not isinstance(effect, Answer):
        return (effect,)
    return () if effect.text is None else (Say(content=Content((effect.text,))),)


def kept(decision: Decision[Person]) -> Decision[Person]:
    """Keep what the last message offers; whatever is said takes earlier offers away."""
    shown = [content for effect in decision.effects for content in _shown(effect)]
    if not shown or decision.wipe:
        return decision
    offered = tuple(one for row in shown[-1].buttons for one in row if one.data)
    return replace(decision, state=replace(decision.state, offered=offered))


def _shown(effect: Effect) -> tuple[Content, ...]:
    """Give what an effect says; a form's buttons are the form's own."""
    match effect:
        case Say(content=content, chat=None):
            return (content,)
        case Repost(slot=slot, content=content) | Show(slot=slot, content=content):
            return (replace(content, buttons=()) if dialogue.is_slot(slot) else content,)
        case Close(content=Content() as content):
            return (content,)
        case _:
            return ()

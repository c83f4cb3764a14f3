"""What a member is reminded of: each topic is switched off under every reminder, and on again."""

from msgspec.structs import replace

from flows.effects import Decision, Say
from flows.person import Person
from flows.talk import links
from flows.ties import Topic
from flows.words import Button, Content, T, Text

OFF, ON = "off", "on"
NAMES = {
    Topic.STEPS: T("reminders about your step"),
    Topic.NEWS: T("news of your gym"),
}
LABELS = {
    Topic.STEPS: T("No more reminders about my step"),
    Topic.NEWS: T("No more news of my gym"),
}
STOPPED = T("No more {topic}. /settings shows what you get.")
BACK = T("You get {topic} again.")
NONE = T("No more reminders from your gym. /settings switches them on again.")


def way_out(topic: Topic) -> tuple[Button, ...]:
    """Make the row under every reminder; nobody who writes one can leave it out."""
    return (Button(label=LABELS[topic], data=f"o|{topic}|{OFF}"),)


def wanted(person: Person) -> tuple[Topic, ...]:
    """List the topics that somebody did not opt out of."""
    return tuple(one for one in Topic if not muted(person, one))


def muted(person: Person, topic: Topic) -> bool:
    """Say whether somebody opted out of a topic."""
    return not person.settings.reminders or topic in person.settings.muted


def chosen(person: Person, topics: tuple[str, ...]) -> Person:
    """Take these topics as wanted, and no others."""
    off = tuple(one for one in Topic if one not in topics)
    return replace(person, settings=replace(person.settings, reminders=True, muted=off))


def tapped(person: Person, topic: str, act: str) -> Decision[Person] | None:
    """Switch a topic off or on by its button; None for no such button."""
    if topic not in set(Topic) or act not in {OFF, ON}:
        return None
    name, others = Topic(topic), tuple(one for one in wanted(person) if one != topic)
    if act == OFF:
        again = Button(label=T("Switch them on again"), data=f"o|{topic}|{ON}")
        return _told(chosen(person, others), STOPPED, NAMES[name], ((again,),))
    return _told(chosen(person, (*others, name)), BACK, NAMES[name])


def none(person: Person) -> Decision[Person]:
    """Switch all of them off."""
    return _told(chosen(person, ()), NONE, T(""))


def _told(
    person: Person, said: Text, topic: Text, buttons: tuple[tuple[Button, ...], ...] = ()
) -> Decision[Person]:
    content = Content((T(said.template, topic=topic),), buttons)
    return Decision(state=person, effects=(Say(content=content), *links.roster(person)))

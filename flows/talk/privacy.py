"""Who sees what, everything as a file, and being forgotten with two taps."""

from flows.effects import Close, Decision, Export, Repost, Say, Sheet, Tell
from flows.news import TrainerLeft
from flows.people import Role, desk_id
from flows.person import Person
from flows.talk import calendar, links
from flows.words import Button, Content, T, Text

_SLOT = "forget"
_TABLE = Content(
    (T("What you trained is also there as a table for a spreadsheet."),),
    ((Button(label=T("My sessions as a table"), data="m|sheet"),),),
)


def _seen_by(person: Person) -> tuple[Text, ...]:
    lines = tuple(
        T(
            "{trainer}, your trainer at {gym}, sees your step, reasons, limits, pain, "
            "warning signs, and what your weeks, tests and sessions came to, and may keep notes "
            "of their own on you.",
            trainer=one.trainer_name,
            gym=one.gym_name,
        )
        for one in person.links
        if one.role is Role.CLIENT and one.trainer
    )
    gyms = tuple(
        T(
            "{gym} sees your name, your step, the days of your check-ins and whether a trainer "
            "should look how you are getting on; your sessions only added up with those of "
            "others.",
            gym=one.gym_name,
        )
        for one in person.links
        if one.role is Role.CLIENT
    )
    return (*lines, *gyms) or (T("Nobody but you sees what you tell me here."),)


def privacy(person: Person) -> Decision[Person]:
    """Say who sees what, what is kept, and how to end it."""
    agreed = (
        T(
            "You agreed on {day} that I keep your answers.",
            day=calendar.spoken(calendar.today(person, person.consent.at)),
        )
        if person.consent
        else T("You have not agreed that I keep health answers, so I keep none.")
    )
    content = Content(
        (
            T("<b>Who sees what</b>"),
            *_seen_by(person),
            agreed,
            T(
                "Your messages pass through Telegram and lie on the server of whoever runs this "
                "bot. /export sends you all of it; /unlink ends what others see."
            ),
        ),
        ((Button(label=T("Withdraw and delete everything"), data="f|ask"),),),
    )
    return Decision(state=person, effects=(Say(content=content),))


def export(person: Person) -> Decision[Person]:
    """Send everything that is kept about the person."""
    caption = T("Everything kept about you. It is yours; keep it safe.")
    return Decision(state=person, effects=(Export(caption=caption), Say(content=_TABLE)))


def sheet(person: Person) -> Decision[Person]:
    """Send every set that was logged or brought along, as a table."""
    caption = T("Every set you logged or brought along, one in a row.")
    return Decision(state=person, effects=(Sheet(caption=caption),))


def asked(person: Person) -> Decision[Person]:
    """Ask once more before everything is deleted."""
    content = Content(
        (
            T("<b>Delete everything?</b>"),
            T(
                "Your answers, your step, your history and your links go for good. A linked "
                "trainer and gym learn that you left; what you wrote to a trainer stays in their "
                "chat. This cannot be undone."
            ),
            *_closing(person),
        ),
        (
            (
                Button(label=T("Yes, delete everything"), data="f|yes"),
                Button(label=T("No, keep it"), data="f|no"),
            ),
        ),
    )
    return Decision(state=person, effects=(Repost(slot=_SLOT, content=content),))


def _closing(person: Person) -> tuple[Text, ...]:
    """Say what ends for others: a gym closes with its owner, clients lose their trainer."""
    owned = tuple(
        T(
            "<b>{gym} closes</b>: everybody there is told that it is over, and its reminders end.",
            gym=one.gym_name,
        )
        for one in person.links
        if one.role is Role.OWNER
    )
    trains = any(one.role is Role.TRAINER for one in person.links)
    clients = (T("Your clients stay where they are, without a trainer."),) if trains else ()
    return (*owned, *clients)


def kept(person: Person) -> Decision[Person]:
    """Close the question: nothing was deleted."""
    last = Close(slot=_SLOT, content=Content((T("Nothing was deleted."),)))
    return Decision(state=person, effects=(last,))


def forgotten(person: Person) -> Decision[Person]:
    """Delete everything; whoever was linked learns that the person left."""
    trained = any(one.role is not Role.CLIENT for one in person.links)
    desk = (
        (Tell(to=desk_id(person.id), news=TrainerLeft(trainer_name=person.name)),)
        if trained
        else ()
    )
    goodbye = Say(
        content=Content(
            (T("Everything about you is deleted. /start begins anew if you ever wish to."),)
        )
    )
    blank = Person(id=person.id)
    effects = (*links.goodbyes(person), *desk, goodbye)
    return Decision(state=blank, effects=effects, wipe=True)

"""What can be asked for by command: the short menu of each role, and the whole list for /help."""

from flows.effects import Offer
from flows.people import Role
from flows.person import Person
from flows.words import Button, Content, T, Text, lines

_CLIENT = (
    ("today", T("the session of today")),
    ("checkin", T("weekly check-in")),
    ("stairs", T("where I stand")),
    ("why", T("why, and what leads up")),
    ("plan", T("this week, the next ones and the year")),
    ("lift", T("how a lift went: /lift squat")),
    ("unwell", T("I feel unwell or something hurts")),
)
_TRAINER = (
    ("desk", T("who needs me, and my hours")),
    ("roster", T("whom I train: /roster anna finds one")),
    ("client", T("a client's card: /client anna")),
    ("overrides", T("which rules I overrule most")),
    ("clients", T("my clients and their next sessions")),
    ("unlink", T("end a link to a client or gym")),
)
_OWNER = (
    ("gym", T("my gym: counts and invitations")),
    ("remind", T("send a reminder by phase")),
    ("connect", T("a group for general reminders")),
    ("roster", T("all members: /roster anna finds one")),
)
_EVERYBODY = (
    ("settings", T("day, hour, zone, goal, equipment, units")),
    ("help", T("everything I can do")),
)
_MORE = (
    ("start", T("begin, or go on with the assessment")),
    ("pause", T("a break: travel, illness, injury")),
    ("retest", T("test again what you train: balance, strength, endurance")),
    ("privacy", T("who sees what")),
    ("export", T("everything kept about you, as a file")),
    ("forget", T("delete everything about you")),
    ("gym", T("open a gym, or see yours")),
    ("solo", T("train people on your own")),
    ("unlink", T("leave a gym or trainer")),
    ("cancel", T("leave the current questions")),
)


TYPED = T("In a session you can type a set as well: 8x60, 12 @ 7 (effort of 10), skip, undo.")
BROUGHT = T("Send me the CSV export of Strong or Hevy to bring what you trained before.")


def offer(person: Person) -> Offer:
    """Make the command menu of a person's roles; a role in the menu is no permission."""
    roles = {one.role for one in person.links}
    commands = (
        *(_CLIENT if Role.CLIENT in roles or roles <= {Role.CLIENT} or person.client else ()),
        *(_OWNER if roles & {Role.OWNER, Role.MANAGER} else ()),
        *(_TRAINER if Role.TRAINER in roles else ()),
        *_EVERYBODY,
    )
    return Offer(commands=tuple({name: (name, what) for name, what in commands}.values()))


def _line(name: str, what: Text) -> Text:
    return T("/{name} – {what}", name=name, what=what)


def help_for(person: Person) -> Content:
    """List every command with what it does; a command that needs a role says so itself."""
    shown = offer(person).commands
    names = {name for name, _ in shown}
    rest = tuple(one for one in (*_CLIENT, *_MORE) if one[0] not in names)
    about = T(
        "Stairwise follows the OPT model of NASM. It is independent of NASM, no doctor, and "
        "gives no medical advice."
    )
    listed = lines((*(_line(name, what) for name, what in (*shown, *rest)), TYPED, BROUGHT))
    unwell = Button(label=T("I feel unwell"), data="m|unwell")
    return Content((*listed, about), ((unwell,),))

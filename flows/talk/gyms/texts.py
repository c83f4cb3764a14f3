"""What those who run a gym read of it: counts, never a member's answers."""

from flows.gym import Gym, may
from flows.news import Notice
from flows.people import Act, PersonId
from flows.words import Button, Content, T, Text, lines


def button(gym: Gym, label: Text, act: str) -> Button:
    """Make a button of the gym."""
    return Button(label=label, data=f"g|{gym.code}|{act}")


def card(gym: Gym, members: int, steps: tuple[Text, ...], by: PersonId) -> Notice:
    """Show the gym: how many members stand on each step, who is there, and what to do."""
    trainers = (
        T("Trainers: {names}", names=", ".join(one.name for one in gym.trainers))
        if gym.trainers
        else T("No trainer yet. Invite one first, then their clients.")
    )
    return Notice(
        content=Content(
            (
                T("<b>{gym}</b>", gym=gym.name),
                *lines((T("Members: {count}", count=members), *steps)),
                *lines((trainers, *_managers(gym), *_place(gym), *_ways(gym))),
                T("You see counts and steps here, never anybody's answers."),
            ),
            (
                (
                    button(gym, T("Invite a trainer"), "trainer"),
                    button(gym, T("Invite a client"), "client"),
                ),
                (*_appoint(gym, by), button(gym, T("Open links"), "links")),
                (
                    button(gym, T("Numbers"), "numbers"),
                    button(gym, T("Send a reminder"), "remind"),
                ),
                (
                    button(gym, T("Phase reminders"), "phases"),
                    button(gym, T("How we work"), "ways"),
                ),
                (button(gym, T("End somebody's place"), "staff"),),
                *_apart(gym),
            ),
        ),
    )


def _managers(gym: Gym) -> tuple[Text, ...]:
    names = ", ".join(one.name for one in gym.managers)
    return (T("Managers: {names}", names=names),) if names else ()


def _place(gym: Gym) -> tuple[Text, ...]:
    return (T("Group: {title}", title=gym.place.title),) if gym.place else ()


def _ways(gym: Gym) -> tuple[Text, ...]:
    days = gym.ways.act_after
    return (T("Unanswered steps up: made after {days} days", days=days),) if days else ()


def _apart(gym: Gym) -> tuple[tuple[Button, ...], ...]:
    return ((button(gym, T("Let the group go"), "apart"),),) if gym.place else ()


def _appoint(gym: Gym, by: PersonId) -> tuple[Button, ...]:
    invite = button(gym, T("Invite a manager"), "manager")
    return (invite,) if may(gym, by, Act.APPOINT) else ()


def somebody_left(gym: Gym, name: str) -> Notice:
    """Tell those who run a gym that somebody left."""
    return Notice(content=Content((T("{name} left {gym}.", name=name, gym=gym.name),)))

"""Every role tries every act: it is done, or refused in the same words whatever there is."""

from collections.abc import Callable

import pytest

from flows.deskwork import PingUnseen
from flows.people import MAY, Act, Role
from flows.person import Person
from tests.flows.book import OPERATOR
from tests.flows.people import GINA, MIA, TOM, assessed, follows, gym, joins
from tests.flows.world import World

MAX, EVE = 5, 6
PEOPLE = {
    Role.CLIENT: MIA,
    Role.TRAINER: TOM,
    Role.MANAGER: MAX,
    Role.OWNER: GINA,
    Role.OPERATOR: OPERATOR,
    None: EVE,
}
"""Eve is nobody's."""


def town() -> World:
    """Let Gina own a gym with a manager, a trainer and a client whose ping lies on the desk."""
    world = World()
    gym(world)
    joins(world, MAX, "manager")
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    for who in (EVE, OPERATOR):
        world.commands(who, "/start")
    return world


class Try:
    """One act in a town: how somebody does it, with what is there and with what is not."""

    def __init__(self, world: World, who: int) -> None:
        self.world = world
        self.who = who
        self.gym = world.person(GINA).links[0].gym
        self.ping = next(
            data.split("|")[1]
            for one in world.screens[TOM]
            for data in one.buttons.values()
            if data.startswith("p|")
        )

    def commands(self, command: str) -> str:
        before = len(self.world.screens[self.who])
        self.world.commands(self.who, command)
        return self.heard(before)

    def taps(self, data: str) -> str:
        before = len(self.world.screens[self.who])
        self.world.forges(self.who, data)
        return self.heard(before)

    def does(self, what: str) -> str:
        return self.commands(what) if what.startswith("/") else self.taps(what)

    def heard(self, before: int) -> str:
        return "\n".join(one.text for one in self.world.screens[self.who][before:])


def answers_a_ping(one: Try) -> bool:
    one.taps(f"p|{one.ping}|seen")
    return one.world.sees(TOM, "→ Seen.")


def coaches(one: Try) -> bool:
    return "Whose next session" in one.commands("/clients")


def parts(one: Try) -> bool:
    one.taps(f"d|{MIA}")
    return one.world.person(MIA).links == ()


def invites(one: Try) -> bool:
    return "?start=" in one.taps(f"g|{one.gym}|trainer")


def appoints(one: Try) -> bool:
    return "new manager" in one.taps(f"g|{one.gym}|manager")


def dismisses(one: Try) -> bool:
    key = one.world.person(TOM).links[0].id
    one.taps(f"g|{one.gym}|out{key}")
    return one.world.person(TOM).links == ()


def reminds(one: Try) -> bool:
    return "Whom shall it reach?" in one.commands("/remind")


def counts(one: Try) -> bool:
    return "Members: 1" in one.taps(f"g|{one.gym}|card")


def connects(one: Try) -> bool:
    return "Take me into" in one.commands("/connect")


def lists(one: Try) -> bool:
    return "Mia</b>: step" in one.commands("/roster")


def settles(one: Try) -> bool:
    return "does not answer. What then?" in one.taps(f"g|{one.gym}|ways")


def operates(one: Try) -> bool:
    return "Gyms: 1" in one.commands("/status")


DOES: dict[Act, Callable[[Try], bool]] = {
    Act.ANSWER_PINGS: answers_a_ping,
    Act.COACH: coaches,
    Act.PART: parts,
    Act.INVITE: invites,
    Act.APPOINT: appoints,
    Act.DISMISS: dismisses,
    Act.REMIND: reminds,
    Act.COUNT: counts,
    Act.CONNECT: connects,
    Act.ROSTER: lists,
    Act.SETTLE: settles,
    Act.OPERATE: operates,
}


def test_every_act_has_somebody_who_tries_it() -> None:
    assert set(DOES) | {Act.STAND_IN} == set(Act)
    assert set(MAY) == set(Role)


def _own_desk(role: Role | None, act: Act) -> bool:
    """Who stands in has a desk of their own: somebody else's ping is not on it."""
    return act is Act.ANSWER_PINGS and role is not None and Act.STAND_IN in MAY[role]


@pytest.mark.parametrize("role", PEOPLE)
@pytest.mark.parametrize("act", DOES)
def test_an_act_is_done_by_whose_role_allows_it_and_by_nobody_else(
    role: Role | None, act: Act
) -> None:
    world = town()
    before = dict(world.states)
    who = PEOPLE[role]
    may = role is not None and act in MAY[role]
    assert DOES[act](Try(world, who)) is may
    if not may:
        assert _own_desk(role, act) or "That is for" in world.last(who).text
        changed = {state for state, value in world.states.items() if before.get(state) != value}
        assert changed <= {f"person:{who}", f"desk:{who}"}


REFUSED: dict[Act, tuple[str, ...]] = {
    Act.ANSWER_PINGS: ("p|{ping}|seen", "p|nosuchping|seen", "p|{ping}|approve"),
    Act.COACH: (f"t|{MIA}", "t|99", f"k|{MIA}|show", "k|99|show", "/client p1", "/overrides"),
    Act.PART: (f"d|{MIA}", "d|99", "d|list"),
    Act.INVITE: (
        *("g|{gym}|links", "g|{gym}|x{gym}abcdefghijklmn", "g|{gym}|m{gym}abcdefghijklmn"),
        "g|{gym}|trainer",
        "g|nosuchgym0|trainer",
        "g|{gym}|client",
        "g|{gym}|for2",
    ),
    Act.APPOINT: ("g|{gym}|manager", "g|nosuchgym0|manager"),
    Act.DISMISS: ("g|{gym}|staff", "g|{gym}|outabcdefghijkl", "g|nosuchgym0|staff"),
    Act.REMIND: ("g|{gym}|postabcdef", "g|{gym}|remind", "g|nosuchgym0|remind"),
    Act.OPERATE: ("/status", "/status all"),
    Act.CONNECT: ("y|{gym}", "y|nosuchgym0", "g|{gym}|apart", "g|nosuchgym0|apart"),
    Act.ROSTER: ("/roster", "/roster p1", "r|go|0", "r|at|nosuchmember"),
    Act.SETTLE: ("g|{gym}|ways", "g|nosuchgym0|ways"),
    Act.COUNT: ("g|{gym}|numbers", "g|{gym}|table", "g|{gym}|card", "g|nosuchgym0|card"),
}


@pytest.mark.parametrize("act", DOES)
def test_a_refusal_reads_the_same_whether_the_thing_exists_or_not(act: Act) -> None:
    world = town()
    for role, who in PEOPLE.items():
        if role is not None and act in MAY[role]:
            continue
        one = Try(world, who)
        said = {one.does(data.format(gym=one.gym, ping=one.ping)) for data in REFUSED[act]}
        assert len(said) == 1, (role, said)
        assert _own_desk(role, act) or "That is for" in said.pop()


@pytest.mark.parametrize("managed", [True, False])
def test_only_who_stands_in_hears_of_a_ping_that_nobody_looks_at(*, managed: bool) -> None:
    world = town()
    if not managed:
        world.commands(MAX, "/unlink")
        world.taps(MAX, "Leave My gym (manager)")
    before = {who: len(world.screens.get(who, [])) for who in PEOPLE.values()}
    unseen = PingUnseen(
        ping="rungtwic", client=MIA, client_name="P1", membership="m", trainer=TOM, minutes=60
    )
    world.tells(f"gym:{world.person(GINA).links[0].gym}", unseen)
    world.sleeps(hours=1)
    told = {
        role
        for role, who in PEOPLE.items()
        if any("has not looked" in one.text for one in world.screens[who][before[who] :])
    }
    assert told == {Role.MANAGER if managed else Role.OWNER}
    assert all(role is not None and Act.STAND_IN in MAY[role] for role in told)


def test_two_gyms_are_asked_for_and_never_mixed() -> None:
    world = town()
    world.commands(EVE, "/gym")
    world.taps(EVE, "My studio")
    joins(world, MAX, "manager", EVE)
    joins(world, 7, "client", EVE)
    world.commands(MAX, "/gym")
    first, second = world.last(MAX).buttons.values()
    world.forges(MAX, first)
    assert "Members: 1" in world.last(MAX).text
    assert "Trainers: Tom" in world.last(MAX).text
    world.forges(MAX, second)
    assert "No trainer yet" in world.last(MAX).text
    world.commands(MAX, "/remind")
    world.taps(MAX, "My gym")
    assert "Whom shall it reach?" in world.last(MAX).text
    one = Try(world, EVE)
    assert "That is for" in one.taps(f"g|{one.gym}|card")


def test_an_owner_may_open_a_second_gym() -> None:
    world = town()
    world.commands(GINA, "/gym new")
    world.taps(GINA, "My studio")
    world.commands(GINA, "/gym")
    assert list(world.last(GINA).buttons) == ["My gym (owner)", "My studio (owner)"]


def test_a_manager_leaves_and_is_none_any_more() -> None:
    world = town()
    world.commands(MAX, "/unlink")
    world.taps(MAX, "Leave My gym (manager)")
    assert world.sees(GINA, f"P{MAX} left My gym")
    assert world.person(MAX) == Person(
        id=MAX, name=f"P{MAX}", language="en", touched=world.person(MAX).touched
    )
    assert "That is for" in Try(world, MAX).commands("/remind")


def test_a_manager_who_left_sends_no_reminder_of_theirs() -> None:
    world = town()
    world.commands(MAX, "/remind")
    for label in ("Everybody", "Our template", "Count and preview ✓"):
        world.taps(MAX, label)
    send = next(data for label, data in world.last(MAX).buttons.items() if "Send to" in label)
    world.commands(MAX, "/unlink")
    world.taps(MAX, "Leave My gym (manager)")
    world.commands(MAX, "/gym")
    world.taps(MAX, "My studio")
    world.forges(MAX, send)
    assert world.sees(MAX, "That is for the owner of a gym")
    assert not world.sees(MIA, "A short reminder from your gym")


def test_a_manager_hears_who_joins_and_goes_with_the_gym() -> None:
    world = town()
    joins(world, 7, "client", MAX)
    assert world.sees(GINA, "P7 joined My gym as a client.")
    assert world.sees(MAX, "P7 joined My gym as a client.")
    world.commands(GINA, "/unlink")
    world.taps(GINA, "Leave My gym (owner)")
    assert world.person(MAX).links == ()


def test_an_owner_cannot_become_their_own_manager() -> None:
    world = town()
    world.forges(GINA, f"g|{world.person(GINA).links[0].gym}|manager")
    world.commands(GINA, f"/start {world.link(GINA)}")
    assert "not for you" in world.last(GINA).text


def test_a_manager_appointed_twice_is_one_manager() -> None:
    world = town()
    follows(world, MAX, "manager")
    assert "already" in world.last(MAX).text
    world.commands(GINA, "/gym")
    assert f"Managers: P{MAX}" in world.last(GINA).text.splitlines()

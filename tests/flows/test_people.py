"""What each role may do, cell by cell."""

import pytest

from flows.people import Act, Role, desk_id, key_of, kind_of, person_id
from flows.person import Person, allowed, at, gyms
from flows.ties import Membership

TABLE = {
    Role.CLIENT: "",
    Role.TRAINER: "ANSWER_PINGS COACH PART ROSTER",
    Role.MANAGER: "INVITE DISMISS REMIND COUNT CONNECT STAND_IN ROSTER SETTLE",
    Role.OWNER: "INVITE DISMISS REMIND COUNT CONNECT STAND_IN ROSTER SETTLE APPOINT",
    Role.OPERATOR: "OPERATE",
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_a_role_may_do_this_and_no_more(role: Role, act: Act) -> None:
    membership = Membership(id="m", gym="g", gym_name="G", role=role)
    may = act.name in TABLE[role].split()
    assert (allowed(Person(id=1, links=(membership,)), act) == membership) is may
    assert allowed(Person(id=1), act) is None


def test_a_gym_counts_once_whatever_roles_somebody_has_there() -> None:
    roles = (("g", Role.OWNER), ("g", Role.MANAGER), ("h", Role.MANAGER), ("i", Role.TRAINER))
    links = tuple(
        Membership(id=f"m{place}", gym=gym, gym_name=gym, role=role)
        for place, (gym, role) in enumerate(roles)
    )
    person = Person(id=1, links=links)
    assert [one.id for one in gyms(person, Act.COUNT)] == ["m0", "m2"]
    assert at(person, "g", Act.APPOINT) == links[0]
    assert at(person, "h", Act.APPOINT) is None


def test_a_states_name_says_its_kind_and_whose_it_is() -> None:
    assert (kind_of(person_id(7)), key_of(desk_id(7))) == ("person", "7")

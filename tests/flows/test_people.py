"""What each role may do, cell by cell."""

import pytest

from flows.people import Act, Role, desk_id, key_of, kind_of, person_id
from flows.person import Person, allowed
from flows.ties import Membership

TABLE = {
    (Role.CLIENT, Act.ANSWER_PINGS): False,
    (Role.CLIENT, Act.INVITE): False,
    (Role.CLIENT, Act.REMIND): False,
    (Role.CLIENT, Act.COUNT): False,
    (Role.TRAINER, Act.ANSWER_PINGS): True,
    (Role.TRAINER, Act.INVITE): False,
    (Role.TRAINER, Act.REMIND): False,
    (Role.TRAINER, Act.COUNT): False,
    (Role.OWNER, Act.ANSWER_PINGS): False,
    (Role.OWNER, Act.INVITE): True,
    (Role.OWNER, Act.REMIND): True,
    (Role.OWNER, Act.COUNT): True,
    (Role.CLIENT, Act.ROSTER): False,
    (Role.CLIENT, Act.COACH): False,
    (Role.TRAINER, Act.ROSTER): True,
    (Role.TRAINER, Act.COACH): True,
    (Role.OWNER, Act.ROSTER): True,
    (Role.OWNER, Act.COACH): False,
}


def test_every_cell_is_here() -> None:
    assert set(TABLE) == {(role, act) for role in Role for act in Act}


@pytest.mark.parametrize(("cell", "may"), TABLE.items())
def test_a_role_may_do_this_and_no_more(cell: tuple[Role, Act], may: bool) -> None:  # noqa: FBT001 - a cell of the table
    role, act = cell
    membership = Membership(id="m", gym="g", gym_name="G", role=role)
    assert (allowed(Person(id=1, links=(membership,)), act) == membership) is may
    assert allowed(Person(id=1), act) is None


def test_a_states_name_says_its_kind_and_whose_it_is() -> None:
    assert (kind_of(person_id(7)), key_of(desk_id(7))) == ("person", "7")

"""What a desk passes on about training: only about clients that lie on it, by their membership."""

from collections.abc import Callable
from typing import assert_never

from flows.coaching import RosterAsked, SessionAsked, SessionWanted, Wished, WishTold
from flows.desk import Client, Desk, find_client
from flows.effects import Decision, Say, Tell
from flows.news import AnyNews
from flows.people import PersonId, person_id
from flows.talk import desk_texts
from flows.talk.desks import overview


def turn(desk: Desk, news: RosterAsked | SessionAsked | WishTold) -> Decision[Desk]:
    """Show the roster, or pass on to a client of this desk what their trainer wants."""
    match news:
        case RosterAsked():
            return overview.paged(desk, "clients", news.page, desk_texts.roster)
        case SessionAsked():
            return _passed(desk, news.client, lambda client: _wanted(desk, client, news))
        case WishTold():
            return _passed(desk, news.client, lambda client: _wished(desk, client, news))
        case _:
            assert_never(news)


def _passed(desk: Desk, client: PersonId, news: Callable[[Client], AnyNews]) -> Decision[Desk]:
    found = find_client(desk, client)
    if found is None:
        return Decision(state=desk, effects=(Say(content=desk_texts.NOT_YOURS),))
    return Decision(state=desk, effects=(Tell(to=person_id(client), news=news(found)),))


def _wanted(desk: Desk, client: Client, news: SessionAsked) -> SessionWanted:
    return SessionWanted(
        membership=client.membership,
        trainer=desk.trainer,
        trainer_name=news.by_name,
        swap=news.swap,
    )


def _wished(desk: Desk, client: Client, news: WishTold) -> Wished:
    return Wished(
        membership=client.membership,
        trainer=desk.trainer,
        trainer_name=news.by_name,
        act=news.act,
        exercise=news.exercise,
        to=news.to,
        note=news.note,
    )

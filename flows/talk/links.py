"""Joining a gym by a link, and leaving it: nobody is shared with whom they did not agree to."""

from msgspec.structs import replace

from flows import attention
from flows.deskwork import DeskOpened
from flows.effects import Close, Decision, Effect, Say, Show, Tell
from flows.news import (
    ClientJoined,
    ClientLeft,
    Invited,
    InviteShown,
    InviteTaken,
    Joined,
    MemberChanged,
    MemberLeft,
    TrainerGone,
    TrainerLeft,
    Unlinked,
)
from flows.people import MAY, Act, PersonId, Role, desk_id, gym_id
from flows.person import Client, Person, link
from flows.phases.position import Week
from flows.programs.need import Wishes
from flows.steps import Mode
from flows.talk import link_texts, menu
from flows.talk import roster as lists
from flows.ties import Checked, Member, Membership
from flows.ways import WaysChanged
from flows.words import Content, Text

_GYM_CODE = 10


def shown(person: Person, code: str) -> Decision[Person]:
    """Follow an invitation's link: ask its gym what it offers."""
    news = InviteShown(by=person.id, name=person.name, code=code)
    return Decision(state=person, effects=(Tell(to=gym_id(code[:_GYM_CODE]), news=news),))


def offered(person: Person, news: Invited) -> Decision[Person]:
    """Show what joining means, and wait for a yes; a member learns that they are one."""
    if _is_already(person, news.membership):
        said = Say(content=link_texts.already(news.membership))
        return Decision(state=person, effects=(said,))
    over = () if person.invited is None else (_closed(person.invited.membership),)
    asked = Show(slot=_slot(news.membership), content=link_texts.offer(news.membership))
    return Decision(state=replace(person, invited=news), effects=(*over, asked))


def _slot(membership: Membership) -> str:
    return f"offer:{link_texts.pointer(membership)}"


def _closed(membership: Membership) -> Effect:
    return Close(slot=_slot(membership))


def _is_already(person: Person, new: Membership) -> bool:
    """Say whether a link gives nothing new; one without a trainer takes none away."""
    same = (one for one in person.links if (one.gym, one.role) == (new.gym, new.role))
    return any(new.trainer in {None, one.trainer} for one in same)


def agreed(person: Person, offer: str) -> Decision[Person]:
    """Take the invitation that the button was made for, if it still waits; else say so."""
    if person.invited is None or link_texts.pointer(person.invited.membership) != offer:
        return Decision(state=person, effects=(Say(content=link_texts.NOTHING_WAITS),))
    code = person.invited.code
    news = InviteTaken(by=person.id, name=person.name, code=code)
    taken = Tell(to=gym_id(code[:_GYM_CODE]), news=news)
    over = _closed(person.invited.membership)
    return Decision(state=replace(person, invited=None), effects=(over, taken))


def declined(person: Person, offer: str) -> Decision[Person]:
    """Let an invitation go; its link stays good."""
    if person.invited is None or link_texts.pointer(person.invited.membership) != offer:
        return Decision(state=person, effects=(Say(content=link_texts.NOTHING_WAITS),))
    gone = (_closed(person.invited.membership), Say(content=link_texts.DECLINED))
    return Decision(state=replace(person, invited=None), effects=gone)


def joined(person: Person, news: Joined) -> Decision[Person]:
    """Become a member. A client has one gym: joining another one ends the first."""
    new = news.membership
    left = tuple(one for one in person.links if one.role is new.role and _excludes(one, new))
    over = (one for one in left if one.id != new.id)
    ended = tuple(effect for one in over for effect in _moved_on(person, one, new))
    before = link(person, Role.CLIENT)
    person = replace(person, links=(*(o for o in person.links if o not in left), new))
    person = _without(person, before.trainer if before else None)
    hello = Say(content=link_texts.welcome(new))
    row = roster(person) if new.role is Role.CLIENT else ()
    desk = _introduced(person, new)
    return Decision(state=person, effects=(*ended, *desk, hello, *row, menu.offer(person)))


def _introduced(person: Person, new: Membership) -> tuple[Effect, ...]:
    """Tell the desk where pings will lie whose they are; one that was forgotten begins anew."""
    if MAY[new.role] & {Act.ANSWER_PINGS, Act.STAND_IN}:
        return (Tell(to=desk_id(person.id), news=DeskOpened()),)
    if new.role is not Role.CLIENT or new.trainer is None:
        return ()
    joined = ClientJoined(
        client=person.id,
        name=person.name,
        membership=new.id,
        gym=new.gym,
        gym_name=new.gym_name,
    )
    return (Tell(to=desk_id(new.trainer), news=joined),)


def _excludes(old: Membership, new: Membership) -> bool:
    return old.gym == new.gym or new.role is Role.CLIENT


def _moved_on(person: Person, old: Membership, new: Membership) -> tuple[Effect, ...]:
    """Say goodbye where a new membership ends one, but to a gym that a client stays in."""
    stays = old.gym == new.gym and new.role is Role.CLIENT
    farewells = _goodbye(person, old)
    return farewells[:-1] if stays else farewells


def _without(person: Person, trainer: PersonId | None) -> Person:
    """End what a trainer settled, and the wait for their yes, where they train nobody any more."""
    membership, client = link(person, Role.CLIENT), person.client
    now = membership.trainer if membership else None
    if client is None or trainer is None or now == trainer:
        return person
    training = replace(client.training, wishes=Wishes())
    client = replace(client, pending=None, training=training, mode=Mode.PROPOSE)
    return replace(person, client=client)


def _settled(person: Person, by: Membership) -> tuple[Text, ...]:
    """Say that what a trainer settled ends with a membership, where anything was."""
    settled = person.client is not None and person.client.training.wishes != Wishes()
    return (link_texts.WISHES_END,) if settled and by.trainer is not None else ()


def _and(content: Content, more: tuple[Text, ...]) -> Content:
    return replace(content, paragraphs=(*content.paragraphs, *more))


def roster(person: Person) -> tuple[Effect, ...]:
    """Tell the client's gym how their row reads now."""
    membership = link(person, Role.CLIENT)
    if membership is None:
        return ()
    news = MemberChanged(member=_member(person, membership))
    return (Tell(to=gym_id(membership.gym), news=news),)


def _member(person: Person, membership: Membership) -> Member:
    client = person.client
    row = _bare(person, membership)
    return replace(row, moved=_moved(client), weeks=_weeks(client)) if client else row


def _moved(client: Client) -> str:
    return "" if client.position.weeks_since_move is None else client.entered.isoformat()


def _weeks(client: Client) -> tuple[Checked, ...]:
    return tuple(
        Checked(day=week.today.isoformat(), sessions=None if week.missed else _done(week))
        for week in client.position.past
        if week.today is not None
    )


def _done(week: Week) -> int:
    return week.sessions_done or 0


def _bare(person: Person, membership: Membership) -> Member:
    client = person.client
    return Member(
        id=person.id,
        name=person.name,
        membership=membership.id,
        trainer=membership.trainer,
        trainer_name=membership.trainer_name,
        phase=client.position.phase if client else None,
        goal=client.position.goal if client else None,
        since=client.entered.isoformat() if client else "",
        zone=person.settings.zone,
        language=person.language,
        last_checkin=client.calendar.last.isoformat() if client and client.calendar.last else "",
        reminders=person.settings.reminders,
        muted=person.settings.muted,
        reachable=person.reachable,
        risk=attention.risk(client),
    )


def _goodbye(person: Person, membership: Membership) -> tuple[Effect, ...]:
    left = MemberLeft(
        member=person.id, name=person.name, membership=membership.id, role=membership.role
    )
    to_gym = Tell(to=gym_id(membership.gym), news=left)
    if membership.role is Role.TRAINER:
        news = TrainerLeft(gym=membership.gym, trainer_name=person.name)
        return (Tell(to=desk_id(person.id), news=news), to_gym)
    if membership.trainer is None:
        return (to_gym,)
    gone = ClientLeft(client=person.id, name=person.name, membership=membership.id)
    return (Tell(to=desk_id(membership.trainer), news=gone), to_gym)


def goodbyes(person: Person) -> tuple[Effect, ...]:
    """Tell everybody the person is tied to that they left, but for the desk of their own."""
    own = desk_id(person.id)
    told = (effect for one in person.links for effect in _goodbye(person, one))
    return tuple(effect for effect in told if not (isinstance(effect, Tell) and effect.to == own))


def _lists_over(ended: Membership) -> tuple[Effect, ...]:
    """Take the names of a list that a membership let see out of the chat."""
    over = Close(slot=lists.SLOT, content=lists.OVER, quiet=True)
    return (over,) if Act.ROSTER in MAY[ended.role] else ()


def left(person: Person, membership: str) -> Decision[Person]:
    """End one membership from this side; of an unknown one say that it is over."""
    ended = next((one for one in person.links if one.id == membership), None)
    if ended is None:
        return Decision(state=person, effects=(Say(content=link_texts.OVER_ALREADY),))
    links = tuple(one for one in person.links if one is not ended)
    done = Say(content=_and(link_texts.left(ended), _settled(person, ended)))
    person = _without(replace(person, links=links), ended.trainer)
    farewells = (*_goodbye(person, ended), *_lists_over(ended))
    return Decision(state=person, effects=(*farewells, done, menu.offer(person)))


def ended(person: Person, news: Unlinked) -> Decision[Person]:
    """Leave where the other side ended it, and say so."""
    over = next((one for one in person.links if one.id == news.membership), None)
    if over is None or news.trainer not in {None, over.trainer}:
        return Decision(state=person)
    links = tuple(one for one in person.links if one is not over)
    said = Say(content=_and(link_texts.ended(over, news.by_name), _settled(person, over)))
    person = _without(replace(person, links=links), over.trainer)
    farewells = (*_goodbye(person, over), *_lists_over(over))
    return Decision(state=person, effects=(*farewells, said, menu.offer(person)))


def works(person: Person, news: WaysChanged) -> Decision[Person]:
    """Keep how the gym works from now on."""
    kept = tuple(
        replace(one, act_after=news.ways.act_after) if one.id == news.membership else one
        for one in person.links
    )
    return Decision(state=replace(person, links=kept))


def trainer_gone(person: Person, news: TrainerGone) -> Decision[Person]:
    """Stay a member without the trainer who left."""
    found = next((one for one in person.links if one.id == news.membership), None)
    if found is None or found.trainer != news.trainer:
        return Decision(state=person)
    alone = replace(found, trainer=None, trainer_name="")
    links = tuple(alone if one is found else one for one in person.links)
    said = Say(content=_and(link_texts.trainer_gone(found), _settled(person, found)))
    person = _without(replace(person, links=links), found.trainer)
    return Decision(state=person, effects=(said, *roster(person)))

"""A gym's group: connected by those who run it, posted into, followed, and let go when lost."""

from msgspec.structs import replace

from flows.codes import mint
from flows.effects import Decision, Effect, Say
from flows.events import Told
from flows.gym import Draft, Gym
from flows.news import Notice
from flows.people import PersonId
from flows.running import (
    GroupConnected,
    GroupLeft,
    GroupMoved,
    GroupUnreached,
    PostDecided,
    PostDrafted,
)
from flows.talk.casts import wording
from flows.talk.gyms.heads import to, to_heads
from flows.talk.gyms.texts import button
from flows.ties import Place
from flows.words import Content, T, Text

NO_PLACE = T("No group is connected. /connect says how to.")
OVER = T("That post is no longer waiting. /remind begins anew.")


def connected(gym: Gym, news: GroupConnected) -> Decision[Gym]:
    """Take a place for general reminders, in place of the one before."""
    place = news.place
    here = T("General reminders of <b>{gym}</b> come here from now on.", gym=gym.name)
    said = T(
        "<b>{title}</b> is connected to {gym}. /remind can write there now.",
        title=place.title,
        gym=gym.name,
    )
    effects = (_into(place, here), *to_heads(gym, _plain(said)))
    return Decision(state=replace(gym, place=place, draft=None), effects=effects)


def _into(place: Place, *said: Text) -> Effect:
    return Say(content=Content(said), chat=place.chat)


def _plain(said: Text) -> Notice:
    return Notice(content=Content((said,)))


def left(gym: Gym, news: GroupLeft) -> Decision[Gym]:
    """Let the place go because somebody who runs the gym wants it so."""
    if gym.place is None:
        return _said(gym, news.by, NO_PLACE)
    said = T("Nothing of {gym} goes to {title} any more.", gym=gym.name, title=gym.place.title)
    return _said(replace(gym, place=None, draft=None), news.by, said)


def _said(gym: Gym, by: PersonId, said: Text) -> Decision[Gym]:
    return Decision(state=gym, effects=(to(by, _plain(said)),))


def followed(gym: Gym, news: GroupMoved) -> Decision[Gym]:
    """Follow a group that has another id now."""
    if gym.place is None or gym.place.chat != news.chat:
        return Decision(state=gym)
    return Decision(state=replace(gym, place=replace(gym.place, chat=news.to)))


def lost(gym: Gym, news: GroupUnreached) -> Decision[Gym]:
    """Let a place go that cannot be written to, and say so."""
    if gym.place is None or gym.place.chat != news.chat:
        return Decision(state=gym)
    said = T(
        "I cannot write into {title} any more, so it is no longer connected. Take me in again, "
        "let me post there, and send /connect.",
        title=gym.place.title,
    )
    told = to_heads(gym, _plain(said))
    return Decision(state=replace(gym, place=None, draft=None), effects=told)


def drafted(gym: Gym, news: PostDrafted, event: Told) -> Decision[Gym]:
    """Show a post as the group would read it, and wait for a yes."""
    if gym.place is None:
        return _said(gym, news.by, NO_PLACE)
    draft = Draft(code=mint(event.salt, "post", 6), text=news.text)
    post = button(gym, T("Post it"), f"post{draft.code}")
    drop = button(gym, T("Do not post"), f"drop{draft.code}")
    head = T("Everybody in {title} would read:", title=gym.place.title)
    content = Content((head, *wording.body(gym.name, news.text)), ((post, drop),))
    shown = to(news.by, Notice(content=content, slot=_slot(draft.code)))
    return Decision(state=replace(gym, draft=draft), effects=(shown,))


def _slot(code: str) -> str:
    return f"post:{code}"


def decided(gym: Gym, news: PostDecided) -> Decision[Gym]:
    """Post the draft that waits, once, or drop it."""
    draft, place = gym.draft, gym.place
    if draft is None or place is None or draft.code != news.code:
        return _said(gym, news.by, OVER)
    posts = _into(place, *wording.body(gym.name, draft.text))
    said = T("Posted in {title}.", title=place.title) if news.post else T("Not posted.")
    shown = to(news.by, Notice(content=Content((said,)), slot=_slot(draft.code)))
    effects = (posts, shown) if news.post else (shown,)
    return Decision(state=replace(gym, draft=None), effects=effects)

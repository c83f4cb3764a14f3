"""A gym's phase reminders: templates that it switches on step by step, sent week after week."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.codes import mint
from flows.effects import Decision, Effect, Tell
from flows.gym import Gym
from flows.news import Notice
from flows.people import PersonId, broadcast_id, person_id
from flows.phases.office import Reminders
from flows.reach import Every, Order, Segment, When
from flows.reminded import PhaseOff, PhaseOn, PhasesAsked, PhaseTurned
from flows.steps import PHASE_NAMES, Phase
from flows.talk.casts import wording
from flows.talk.reminder_texts import REASSESS, TEMPLATES
from flows.ties import Topic
from flows.words import Button, Content, T, Text, lines

ABOUT = T(
    "Once a week, at {hour}:00 where members live: who is new on a step that is switched on reads "
    "what counts on it, and who is in its week {week} that it is time for the re-assessment."
)
ACT = "phase"


def asked(person: PersonId, what: str) -> PhasesAsked | PhaseTurned | None:
    """Read what stands behind the word of a button of the gym's card; None for nothing known."""
    match what:
        case "s":
            return PhasesAsked(by=person)
        case "words":
            return PhasesAsked(by=person, words=True)
        case step if step in {str(int(one)) for one in Phase}:
            return PhaseTurned(by=person, phase=Phase(int(step)))
        case _:
            return None


def turned(
    gym: Gym, news: PhasesAsked | PhaseTurned, salt: str, limits: Reminders
) -> Decision[Gym]:
    """Show the reminders of each step, after switching those of one on or off."""
    if isinstance(news, PhasesAsked):
        content = _words(gym, limits) if news.words else _screen(gym, limits)
        return Decision(state=gym, effects=(_shown(gym, news.by, content, anew=not news.words),))
    running = dict(gym.phases)
    code = running.pop(news.phase, None)
    told: Effect = off(code) if code else _on(gym, news, fresh := mint(salt, "phase", 12))
    if code is None:
        running[news.phase] = fresh
    gym = replace(gym, phases=tuple(sorted(running.items())))
    return Decision(state=gym, effects=(told, _shown(gym, news.by, _screen(gym, limits))))


def _on(gym: Gym, news: PhaseTurned, code: str) -> Effect:
    told = PhaseOn(gym=gym.code, gym_name=gym.name, owner=news.by, phase=news.phase)
    return Tell(to=broadcast_id(code), news=told)


def off(code: str) -> Effect:
    """End the reminders of a step."""
    return Tell(to=broadcast_id(code), news=PhaseOff())


def _shown(gym: Gym, to: PersonId, content: Content, *, anew: bool = False) -> Effect:
    news = Notice(content=content, slot=f"phases:{gym.code}", anew=anew)
    return Tell(to=person_id(to), news=news)


def _screen(gym: Gym, limits: Reminders) -> Content:
    on = dict(gym.phases)
    states = (
        T(
            "Step {step}, {name}: {state}",
            step=int(phase),
            name=PHASE_NAMES[phase],
            state=T("<b>on</b>") if phase in on else T("off"),
        )
        for phase in Phase
    )
    about = T(ABOUT.template, hour=limits.hour, week=limits.week)
    switches = tuple((_switch(gym, phase, phase in on),) for phase in Phase)
    read = (_button(gym, T("Read their words"), "words"),)
    return Content(
        (T("<b>Phase reminders of {gym}</b>", gym=gym.name), about, *lines(states)),
        (*switches, read),
    )


def _switch(gym: Gym, phase: Phase, on: object) -> Button:
    label = T("Switch off step {step}") if on else T("Switch on step {step}")
    return _button(gym, T(label.template, step=int(phase)), str(int(phase)))


def _words(gym: Gym, limits: Reminders) -> Content:
    told = (
        text
        for phase in Phase
        for text in (
            T("<b>Step {step}</b>", step=int(phase)),
            TEMPLATES[phase],
            wording.filled(REASSESS[phase], week=limits.week),
        )
    )
    return Content(tuple(told), ((_button(gym, T("‹ Back"), "s"),),))


def _button(gym: Gym, label: Text, act: str) -> Button:
    return Button(label=label, data=f"g|{gym.code}|{ACT}{act}")


def phased(
    cast: Broadcast, news: PhaseOn | PhaseOff, at: datetime, limits: Reminders
) -> Decision[Broadcast]:
    """Begin to look, week after week, who has come to a step or to its week; or end it."""
    if isinstance(news, PhaseOn):
        order = _order(news, at, limits) if cast.order.owner is None else cast.order
        return Decision(state=replace(cast, order=order, stage=Stage.STANDING))
    course = replace(cast.course, ended=at)
    return Decision(state=replace(cast, course=course, stage=Stage.DROPPED))


def _order(news: PhaseOn, at: datetime, limits: Reminders) -> Order:
    tomorrow = at.date() + timedelta(days=1)
    return Order(
        gym=news.gym,
        gym_name=news.gym_name,
        owner=news.owner,
        segment=Segment(steps=(news.phase,)),
        when=When(day=tomorrow, hour=limits.hour, every=Every.WEEK),
        topic=Topic.STEPS,
        phase=news.phase,
    )


def orders(order: Order, limits: Reminders) -> tuple[Order, ...]:
    """List what goes out on a day: of those of a step one to the new, one to those in its week."""
    if order.phase is None:
        return (order,)
    new = replace(order.segment, fresh=True)
    due = replace(order.segment, week=limits.week)
    texts = ((new, TEMPLATES[order.phase]), (due, REASSESS[order.phase]))
    return tuple(replace(order, segment=segment, text=text) for segment, text in texts)

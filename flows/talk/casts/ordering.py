"""What its owner asks of a reminder: drafted, narrowed and timed by forms, and its buttons."""

from datetime import date

from flows import facts
from flows.codes import mint
from flows.effects import Decision, Say, Tell, then
from flows.events import Event
from flows.news import AnyNews
from flows.people import Act, broadcast_id, gym_id
from flows.person import Person, at, gyms
from flows.questions.answers import Answer, Answers
from flows.reach import ENDS, CastAct, Every, Segment, When
from flows.reminded import (
    ReminderActed,
    ReminderDrafted,
    ReminderNarrowed,
    ReminderPictured,
    ReminderTimed,
)
from flows.running import PostDrafted
from flows.steps import LEVELS, Goal, Level, Phase
from flows.talk import calendar, dialogue, owner
from flows.talk.casts import wording
from flows.talk.reminder_texts import TEMPLATES
from flows.ties import Topic
from flows.words import Content, T, Text

GROUP = "group"
FOR_ALL = T(
    "A group reads the same words: leave {name}, {step} and {week} out.",
    **{place: "{" + place + "}" for place in wording.PLACES},
)
FORMS = {"narrow": "segment", "time": "timing", "photo": "picture"}
UNFINISHED = T(
    "Nothing is sent yet: you are still choosing. Finish that, or leave it with /cancel."
)
WRITE_AGAIN = T("It cannot be sent like that. {why}")


def drafted(person: Person, answers: Answers, event: Event) -> Decision[Person]:
    """Draft a reminder from the finished form; words that cannot be sent are asked for again."""
    gym = at(person, str(answers.get("gym", "")), Act.REMIND)
    if gym is None:
        return owner.refused(person)
    words = answers.get("words")
    why = wording.refused(words) if isinstance(words, str) else None
    if why is not None:
        return _again(person, answers, why, event)
    steps = _steps(answers.get("to"))
    if answers.get("to") == GROUP:
        return _posted(person, gym.gym, answers, event)
    news = ReminderDrafted(
        gym=gym.gym,
        gym_name=gym.gym_name,
        owner=person.id,
        segment=Segment(steps=steps),
        text=wording.own(words) if isinstance(words, str) else TEMPLATES[_one(steps)],
        topic=Topic.NEWS if isinstance(words, str) else Topic.STEPS,
    )
    return _told(person, mint(event.salt, "broadcast", 12), news)


def _posted(person: Person, gym: str, answers: Answers, event: Event) -> Decision[Person]:
    """Draft a post for the gym's group: in words that are the same for everybody."""
    words = answers.get("words")
    text = wording.own(words) if isinstance(words, str) else TEMPLATES[None]
    if wording.is_personal(text):
        return _again(person, answers, FOR_ALL, event)
    news = PostDrafted(by=person.id, text=text)
    return Decision(state=person, effects=(Tell(to=gym_id(gym), news=news),))


def _again(person: Person, answers: Answers, why: Text, event: Event) -> Decision[Person]:
    said = Say(content=Content((T(WRITE_AGAIN.template, why=why),)))
    kept = {key: answer for key, answer in answers.items() if key != "words"}
    given = dialogue.Given(known={"gym": answers.get("gym", "")}, prefilled=kept)
    return then(
        Decision(state=person, effects=(said,)),
        lambda now: dialogue.filled_in(now, "reminder", event, given),
    )


def _steps(answer: Answer | None) -> tuple[Phase, ...]:
    if answer == Level.STRENGTH:
        return tuple(phase for phase in Phase if LEVELS[phase] is Level.STRENGTH)
    return (Phase(int(answer)),) if isinstance(answer, str) and answer.isdecimal() else ()


def _one(steps: tuple[Phase, ...]) -> Phase | None:
    return steps[0] if len(steps) == 1 else None


def narrowed(person: Person, answers: Answers) -> Decision[Person]:
    """Ask the reminder to be for some only."""
    goal = facts.word(answers, "goal")
    segment = Segment(
        goal=Goal(goal) if goal else None,
        trainer=facts.word(answers, "trainer"),
        language=facts.word(answers, "language"),
        silent=int(facts.word(answers, "silent") or 0),
    )
    news = ReminderNarrowed(by=person.id, segment=segment)
    return _told(person, facts.word(answers, "cast"), news)


def timed(person: Person, answers: Answers) -> Decision[Person]:
    """Ask the reminder to go out at another time."""
    how = facts.word(answers, "how")
    when = None
    if how != "now":
        when = When(
            day=date.fromisoformat(facts.word(answers, "day")),
            hour=facts.whole(answers, "hour") or 0,
            every=None if how == "once" else Every(how),
        )
    news = ReminderTimed(by=person.id, when=when)
    return _told(person, facts.word(answers, "cast"), news)


def pictured(person: Person, answers: Answers) -> Decision[Person]:
    """Put a photo above the reminder's words, or take it away."""
    news = ReminderPictured(by=person.id, photo=facts.word(answers, "photo"))
    return _told(person, facts.word(answers, "cast"), news)


def tapped(person: Person, code: str, act: str, event: Event) -> Decision[Person] | None:
    """Do what a button of a reminder says; the reminder knows whose it is. None for no button."""
    if act not in ENDS and not gyms(person, Act.REMIND):
        return owner.refused(person)
    if act in FORMS:
        today = calendar.today(person, event.at).isoformat()
        known = {"cast": code, "today": today} if act == "time" else {"cast": code}
        return dialogue.opened(person, FORMS[act], event, known)
    if act not in set(CastAct):
        return None
    if act == CastAct.SEND and _is_being_changed(person, code):
        said = Decision(state=person, effects=(Say(content=Content((UNFINISHED,))),))
        return then(said, lambda now: dialogue.resumed(now, event.at))
    mine = tuple(one.gym for one in gyms(person, Act.REMIND))
    news = ReminderActed(by=person.id, by_name=person.name, act=CastAct(act), gyms=mine)
    return _told(person, code, news)


def _is_being_changed(person: Person, code: str) -> bool:
    runs = (one.run for one in dialogue.waiting(person))
    return any(run.form in FORMS.values() and ("cast", code) in run.known for run in runs)


def _told(person: Person, code: str, news: AnyNews) -> Decision[Person]:
    return Decision(state=person, effects=(Tell(to=broadcast_id(code), news=news),))

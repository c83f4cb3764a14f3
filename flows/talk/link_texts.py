"""What people read about joining and leaving: who will see what, before anybody agrees."""

from flows.people import Role
from flows.person import Person
from flows.talk.gyms.invite_texts import ROLES
from flows.ties import Membership
from flows.words import Button, Content, T, Text

ACTS = T(
    "{trainer} says yes to steps up and may move you, write to you, or answer a question "
    "that waits for you: you hear of each. Private notes of theirs you do not see."
)


def _where(membership: Membership) -> dict[str, str]:
    return {"gym": membership.gym_name, "trainer": membership.trainer_name}


def _client_offer(membership: Membership) -> tuple[Text, ...]:
    where = _where(membership)
    if where["gym"] == where["trainer"]:
        return (
            T("<b>{trainer}</b> invites you as a client.", trainer=where["trainer"]),
            T(
                "{trainer} will see your name, your step, the reasons for it, the day of your "
                "last check-in, your limits, pain and warning signs, and what your weeks, tests "
                "and sessions came to.",
                trainer=where["trainer"],
            ),
            T(ACTS.template, trainer=where["trainer"]),
        )
    if not membership.trainer:
        return (
            T("<b>{gym}</b> invites you as a client.", gym=where["gym"]),
            T(
                "The gym will see your name, your step, the days of your check-ins and whether "
                "somebody should look how you are getting on; your sessions only added up with "
                "those of others. It never sees your answers.",
            ),
        )
    return (
        T("<b>{gym}</b> invites you as a client of <b>{trainer}</b>.", **where),
        T(
            "{trainer} will see your step, the reasons for it, your limits, pain and warning "
            "signs, what your weeks, tests and sessions came to.",
            trainer=where["trainer"],
        ),
        T(ACTS.template, trainer=where["trainer"]),
        T(
            "The gym will see your name, your step, the days of your check-ins and whether "
            "{trainer} should look how you are getting on; your sessions only added up with "
            "those of others. It never sees your answers.",
            trainer=where["trainer"],
        ),
    )


def _offers(membership: Membership) -> tuple[Text, ...]:
    match membership.role:
        case Role.TRAINER:
            return (
                T("<b>{gym}</b> invites you as a trainer.", gym=membership.gym_name),
                T(
                    "You will see your clients' steps, sessions, pain and warning signs: keep it "
                    "so."
                ),
            )
        case Role.MANAGER:
            return (
                T("<b>{gym}</b> invites you as a manager.", gym=membership.gym_name),
                T(
                    "You will invite trainers and clients, send reminders and see the gym's "
                    "counts, never anybody's answers."
                ),
            )
        case _:
            return _client_offer(membership)


def pointer(membership: Membership) -> str:
    """Name an offer on its buttons, so that they answer no other one."""
    return membership.id[:6]


def offer(membership: Membership) -> Content:
    """Say what an invitation means, and ask."""
    what = _offers(membership)
    ask = T("Either side can end this at any time with /unlink. Do you agree?")
    buttons = (
        Button(label=T("I agree"), data=f"i|yes|{pointer(membership)}"),
        Button(label=T("No, thank you"), data=f"i|no|{pointer(membership)}"),
    )
    return Content((*what, ask), (buttons,))


def already(membership: Membership) -> Content:
    """Say that somebody is what a link would make them."""
    role = ROLES[membership.role]
    said = T("You are a {role} of <b>{gym}</b> already.", role=role, gym=membership.gym_name)
    return Content((said, T("/unlink ends it; /help shows what you can do.")))


NOTHING_WAITS = Content((T("No invitation waits for an answer. Please open its link again."),))
DECLINED = Content((T("Fine. Nothing was shared. The link stays good until it runs out."),))
WISHES_END = T("What your trainer settled for your sessions ends with it.")
OVER_ALREADY = Content((T("That link is over already."),))


def welcome(membership: Membership) -> Content:
    """Greet a new owner, manager, trainer or client."""
    match membership.role:
        case Role.OWNER:
            return Content(
                (T("<b>{gym}</b> is open. /gym shows it at any time.", gym=membership.gym_name),)
            )
        case Role.TRAINER:
            return Content(
                (
                    T("You are a trainer of <b>{gym}</b> now.", gym=membership.gym_name),
                    T("Pings about your clients arrive here. /help shows what you can do."),
                ),
                ((Button(label=T("My hours"), data="k|hours"),),),
            )
        case Role.MANAGER:
            return Content(
                (
                    T("You are a manager of <b>{gym}</b> now.", gym=membership.gym_name),
                    T("/gym shows it, with links for new people; /remind writes to members."),
                )
            )
        case _:
            return Content(
                (
                    T("You are a client of <b>{gym}</b> now.", gym=membership.gym_name),
                    T("/privacy shows who sees what."),
                )
            )


def left(membership: Membership) -> Content:
    """Confirm that somebody left."""
    return Content((T("Done. You are no longer linked to {gym}.", gym=membership.gym_name),))


def ended(membership: Membership, by_name: str) -> Content:
    """Say that the other side ended it, or that the gym is no more, and what stays."""
    gym = membership.gym_name
    closed = T("{gym} has closed, and your link to it is over.", gym=gym)
    said = T("{by} ended your link to {gym}.", by=by_name, gym=gym)
    return Content(
        (
            closed if by_name == gym else said,
            T("They no longer see anything new of you. What you have here stays yours."),
        )
    )


def trainer_gone(membership: Membership) -> Content:
    """Say that the trainer left."""
    return Content(
        (
            T(
                "{trainer} no longer trains at {gym}. You stay a member; steps that need a "
                "trainer wait until you have a new one.",
                trainer=membership.trainer_name,
                gym=membership.gym_name,
            ),
        )
    )


def choose(person: Person) -> Content:
    """List the person's links, each with a way to end it."""
    if not person.links:
        return Content((T("You are not linked to any gym or trainer."),))
    rows = [
        (
            Button(
                label=T("Leave {gym} ({role})", gym=one.gym_name, role=ROLES[one.role]),
                data=f"u|{one.id}",
            ),
        )
        for one in person.links
    ]
    if any(one.role is Role.TRAINER for one in person.links):
        rows.append((Button(label=T("Stop training a client…"), data="d|list"),))
    note = T("An owner who leaves closes the gym for everybody in it.")
    owner = (note,) if any(one.role is Role.OWNER for one in person.links) else ()
    return Content((T("Which link do you want to end?"), *owner), tuple(rows))

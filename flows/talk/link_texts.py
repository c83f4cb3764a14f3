"""What people read about joining and leaving: who will see what, before anybody agrees."""

from typing import assert_never

from flows.people import Role
from flows.person import Person
from flows.ties import Membership
from flows.words import Button, Content, T, Text


def _where(membership: Membership) -> dict[str, str]:
    return {"gym": membership.gym_name, "trainer": membership.trainer_name}


def _client_offer(membership: Membership) -> tuple[Text, ...]:
    where = _where(membership)
    if not membership.trainer:
        return (
            T("<b>{gym}</b> invites you as a client.", gym=where["gym"]),
            T(
                "The gym will see your name, your step and the day of your last check-in. "
                "It never sees your answers.",
            ),
        )
    return (
        T("<b>{gym}</b> invites you as a client of <b>{trainer}</b>.", **where),
        T(
            "{trainer} will see your step, the reasons for it, how your weeks go (sessions, "
            "effort, sleep, pain), your limits and warning signs.",
            trainer=where["trainer"],
        ),
        T(
            "{trainer} says yes to steps up and may move you, write to you, or answer a question "
            "that waits for you: you hear of each. Private notes of theirs you do not see.",
            trainer=where["trainer"],
        ),
        T("The gym will see your name, your step and the day of your last check-in, no answers."),
    )


def pointer(membership: Membership) -> str:
    """Name an offer on its buttons, so that they answer no other one."""
    return membership.id[:6]


def offer(membership: Membership) -> Content:
    """Say what an invitation means, and ask."""
    if membership.role is Role.TRAINER:
        what: tuple[Text, ...] = (
            T("<b>{gym}</b> invites you as a trainer.", gym=membership.gym_name),
            T("You will see your clients' steps, reasons, pain and warning signs: keep it so."),
        )
    else:
        what = _client_offer(membership)
    ask = T("Either side can end this at any time with /unlink. Do you agree?")
    buttons = (
        Button(label=T("I agree"), data=f"i|yes|{pointer(membership)}"),
        Button(label=T("No, thank you"), data=f"i|no|{pointer(membership)}"),
    )
    return Content((*what, ask), (buttons,))


NOTHING_WAITS = Content((T("No invitation waits for an answer. Please open its link again."),))
DECLINED = Content((T("Fine. Nothing was shared. The link stays good until it runs out."),))
OVER_ALREADY = Content((T("That link is over already."),))


def welcome(membership: Membership) -> Content:
    """Greet a new owner, trainer or client."""
    match membership.role:
        case Role.OWNER:
            return Content((T("<b>{gym}</b> is open. It is yours.", gym=membership.gym_name),))
        case Role.TRAINER:
            return Content(
                (
                    T("You are a trainer of <b>{gym}</b> now.", gym=membership.gym_name),
                    T("Pings about your clients arrive here. /help shows what you can do."),
                )
            )
        case Role.CLIENT:
            return Content(
                (
                    T("You are a client of <b>{gym}</b> now.", gym=membership.gym_name),
                    T("/privacy shows who sees what."),
                )
            )
        case _:
            assert_never(membership.role)


def left(membership: Membership) -> Content:
    """Confirm that somebody left."""
    return Content((T("Done. You are no longer linked to {gym}.", gym=membership.gym_name),))


def ended(membership: Membership, by_name: str) -> Content:
    """Say that the other side ended it, and what stays."""
    return Content(
        (
            T("{by} ended your link to {gym}.", by=by_name, gym=membership.gym_name),
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


_ROLES = {
    Role.CLIENT: T("client"),
    Role.TRAINER: T("trainer"),
    Role.OWNER: T("owner"),
}


def choose(person: Person) -> Content:
    """List the person's links, each with a way to end it."""
    if not person.links:
        return Content((T("You are not linked to any gym or trainer."),))
    rows = [
        (
            Button(
                label=T("Leave {gym} ({role})", gym=one.gym_name, role=_ROLES[one.role]),
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

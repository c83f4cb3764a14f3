"""What people read while something is open: what it is, what to do next, who can clear it."""

from datetime import date

from flows.person import Client
from flows.phases.clearance import open_items, proof
from flows.phases.items import Item, Proof
from flows.phases.policy import Policy
from flows.phases.wording import walk, what, why_all_open
from flows.talk.stair_texts import UNWELL
from flows.words import Button, Content, T, Text, lines

PENDING = T("<b>Clearance pending.</b> There is no training step until this is settled:")
CLEAR_NOW = Content((T("Nothing is open. You may train."),))
SHOW_TRAINER = T(
    "Please show the written word to your trainer. They have a button to note it, and your step "
    "opens the same minute."
)
NEEDS_TRAINER = T(
    "This one needs a trainer who has seen a professional's written word. Ask your gym for an "
    "invitation link; with it your trainer can note the word."
)


def pending(client: Client, today: date, policy: Policy) -> Content:
    """List what is open, what to do about each, and a button to do it."""
    supervised = client.position.profile.supervised
    items = open_items(client.position.items, today, policy, supervised=supervised)
    if not items:
        return CLEAR_NOW
    reasons = (*why_all_open(items, policy), *walk(items))
    listed = lines(T("• {reason}", reason=one.text) for one in reasons)
    return Content((PENDING, *listed), (*(_row(item) for item in items), (UNWELL,)))


def _row(item: Item) -> tuple[Button, ...]:
    label = T("Settle: {what}", what=what(item))
    return (Button(label=label, data=f"c|{item.code}"),)


def ask(item: Item, policy: Policy) -> Content:
    """Ask for the person's own word on an item: whether it is under control, or was cleared."""
    question = (
        T(
            "Is it under control, without any symptoms: {what}? Your own word opens step 1 and 2.",
            what=what(item),
        )
        if proof(item, policy) is Proof.DECLARED
        else T(
            "Has a doctor told you in writing, after it began, that you may train: {what}? "
            "Without a trainer your word opens step 1.",
            what=what(item),
        )
    )
    yes = Button(label=T("Yes, I declare it"), data=f"c|{item.code}|yes")
    no = Button(label=T("Not yet"), data=f"c|{item.code}|no")
    return Content((question,), ((yes, no),))


NOT_YET = Content((T("Fine. It stays open; /plan shows it again whenever you are ready."),))


def declared(item: Item) -> tuple[Text, ...]:
    """Tell the trainer what a client declared."""
    return (T("By their own word: {what}.", what=what(item)),)


def noted(item: Item, trainer: str) -> Text:
    """Tell the client what their trainer noted."""
    return T("{trainer} noted a professional's word on {what}.", trainer=trainer, what=what(item))


NOT_OPEN = T("That was settled already.")
NOTED = T("Noted. It is settled.")
NOT_ENOUGH = T("Noted, but it stays open: the word is too old or does not reach far enough.")

"""The words for an open item: what it is, and what to do next."""

from collections.abc import Iterable
from datetime import date

from flows.phases.caps import GROUP_WORDS
from flows.phases.clearance import proof
from flows.phases.items import Item, Kind, Proof
from flows.phases.policy import Policy
from flows.phases.profile import Condition
from flows.phases.reasons import MOVEMENT_12, OURS, Direction, Reason, shown
from flows.phases.signs import SIGN_WORDS, Severity, Sign
from flows.words import T, Text

WHAT = {
    "screening.heart": T("a heart condition or high blood pressure"),
    "screening.chest_pain": T("chest pain"),
    "screening.dizzy": T("dizziness with loss of balance, or passing out"),
    "screening.long_term": T("a long-term condition"),
    "screening.medicines": T("a prescribed medicine"),
    "screening.joints": T("a bone, joint or soft-tissue problem"),
    "screening.supervised_only": T("being told to train only under medical supervision"),
    "screening.signs": T("the question on warning signs"),
    "screening.changed": T("a change in your health"),
    "condition.unknown": T("the question on conditions"),
    "condition.too_young": T("an age below the one Stairwise is made for"),
    "condition.minor": T("being a minor without a linked trainer and a guardian's consent"),
    "condition.early_postpartum": T("the first weeks after a birth"),
    "pain.high": T("strong pain"),
    "pain.kind": T("pain that is sharp, or a joint that locks, gives way or swells"),
    "pain.twice": T("pain in two weeks running"),
    "pain.test": T("pain in the movement check"),
    "injury.new": T("an injury"),
    "illness.pressure": T("a very high blood pressure reading"),
    "illness.fever": T("fever with chest signs, or a stay in hospital"),
    "intake.thin": T("losing fat as a goal, at your weight"),
    "intake.again": T("a long break from training"),
}

NEXT = {
    Proof.DECLARED: T("If it is under control and gives you no trouble, you can say so here."),
    Proof.WRITTEN: T(
        "Please see a doctor first. A trainer can note the written word; "
        "without a trainer you can declare it yourself, for the first step only."
    ),
    Proof.ONLY_WRITTEN: T(
        "Please see a doctor first. A trainer has to see the written word and note it."
    ),
    Proof.ANEW: T("Please answer these questions again."),
}

NEXT_OF = {
    "intake.thin": T(
        "We would not take you there. Please talk to your doctor or to somebody you trust; with "
        "any other goal, in /settings, you can begin."
    ),
    "condition.too_young": T(
        "You are too young for this yet. Please come back when you are older."
    ),
    "condition.minor": T("Please link a trainer and ask a guardian to agree."),
    "condition.early_postpartum": T("Please give it some more weeks, and ask your doctor."),
}

SOURCES = {"pain.twice": MOVEMENT_12, "pain.test": MOVEMENT_12}


def what(item: Item) -> Text:
    """Name an item in a few words."""
    name = item.code.partition(".")[2]
    if item.kind is Kind.SIGN:
        return SIGN_WORDS[Sign(name)]
    return WHAT[item.code] if item.code in WHAT else GROUP_WORDS[Condition(name)]


def why_open(item: Item, policy: Policy) -> Reason:
    """Say that an item is open, and what to do next."""
    return Reason(
        rule=item.code,
        direction=Direction.STOP,
        readings=(
            ("opened", shown(None if item.opened == date.min else item.opened)),
            ("severity", item.severity),
        ),
        threshold="cleared",
        source=SOURCES.get(item.code, OURS),
        text=T(
            "Clearance pending: {what}. {next}",
            what=what(item),
            next=NEXT_OF.get(item.code, NEXT[proof(item, policy)]),
        ),
    )


def why_all_open(items: Iterable[Item], policy: Policy) -> tuple[Reason, ...]:
    """Say of each open item what it is, and what to do next."""
    return tuple(why_open(item, policy) for item in items)


def walk(items: Iterable[Item]) -> tuple[Reason, ...]:
    """Advise to walk, where no open item is grave."""
    if {item.severity for item in items} & {Severity.EMERGENCY, Severity.STOP}:
        return ()
    text = T("Until then easy walking is fine, as long as it feels good.")
    return (Reason(rule="walk", direction=Direction.NOTE, text=text),)

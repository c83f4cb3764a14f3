"""What a trainer overrules: counted by rule and reason, of nobody by name, and shown."""

from typing import assert_never

from msgspec.structs import replace

from flows.cards import OverridesAsked, Overruled
from flows.desk import Desk, Overrides
from flows.effects import Decision, Say
from flows.talk.cards.rule_names import named
from flows.talk.desk_texts import REASONS
from flows.words import Content, T, Text, lines

SHOWN = 10
OWN = "other words"
NONE = T("You have overruled no rule yet. What you decide otherwise is counted here.")
HEAD = T("<b>The rules you overrule most</b>")
FOOT = T(
    "A rule that you overrule often may want another number: whoever runs this bot can change it."
)


def turn(desk: Desk, news: Overruled | OverridesAsked) -> Decision[Desk]:
    """Count what was overruled, or show the counts."""
    match news:
        case Overruled():
            return _counted(desk, news)
        case OverridesAsked():
            return Decision(state=desk, effects=(Say(content=_listed(desk)),))
        case _:
            assert_never(news)


def _counted(desk: Desk, news: Overruled) -> Decision[Desk]:
    if all(one.membership != news.membership for one in desk.clients):
        return Decision(state=desk)
    reason = news.reason if news.reason in REASONS.values() else OWN
    found = {one.rule: one for one in desk.overrides}
    for rule in dict.fromkeys(news.rules):
        found[rule] = _once_more(found.get(rule, Overrides(rule=rule, count=0)), reason)
    return Decision(state=replace(desk, overrides=tuple(found.values())))


def _once_more(old: Overrides, reason: str) -> Overrides:
    reasons = dict(old.reasons)
    reasons[reason] = reasons.get(reason, 0) + 1
    return replace(old, count=old.count + 1, reasons=tuple(reasons.items()))


def _listed(desk: Desk) -> Content:
    most = sorted(desk.overrides, key=lambda one: (-one.count, one.rule))[:SHOWN]
    if not most:
        return Content((NONE,))
    return Content((HEAD, *lines(_line(one) for one in most), FOOT))


def _line(one: Overrides) -> Text:
    often = sorted(one.reasons, key=lambda pair: (-pair[1], pair[0]))
    why = ", ".join(f"{reason} ({count})" for reason, count in often)
    times = T("once") if one.count == 1 else T("{count} times", count=one.count)
    return T("• {rule}: {times}. {why}", rule=named(one.rule), times=times, why=why)

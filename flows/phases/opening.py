"""What opens an item: a screening's answers, warning signs, conditions and age."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from flows.phases.intake import Screening
from flows.phases.items import Item, Kind
from flows.phases.policy import Policy
from flows.phases.profile import Condition, Profile
from flows.phases.signs import SEVERITIES, Severity, Sign

UNKNOWN = "condition.unknown"
UNLISTED = frozenset({Condition.YOUTH, Condition.OLDER_ADULT, Condition.OVERWEIGHT_OBESE})
OF_THE_HEART = frozenset({Condition.CORONARY, Condition.HYPERTENSION, Condition.ARTERIAL_DISEASE})
LONG_TERM = frozenset(Condition) - UNLISTED - {Condition.PREGNANCY, Condition.POSTPARTUM}


class Topic(Struct, frozen=True):
    """A screening topic: its answer, how grave it is, and the conditions that explain a yes."""

    name: str
    answer: Callable[[Screening], bool | None]
    severity: Severity
    explained_by: frozenset[Condition] = frozenset()


TOPICS = (
    Topic("heart", lambda answers: answers.heart, Severity.STOP, OF_THE_HEART),
    Topic("chest_pain", lambda answers: answers.chest_pain, Severity.EMERGENCY),
    Topic("dizzy", lambda answers: answers.dizzy, Severity.STOP),
    Topic("long_term", lambda answers: answers.long_term, Severity.REFER, LONG_TERM),
    Topic("medicines", lambda answers: answers.medicines, Severity.REFER),
    Topic("joints", lambda answers: answers.joints, Severity.REFER),
    Topic("supervised_only", lambda answers: answers.supervised_only, Severity.STOP),
)


def opened(code: str, severity: Severity, today: date | None) -> Item:
    """Open an item; its kind is the word before the dot. An unknown day is the earliest."""
    return Item(
        code=code,
        kind=Kind(code.partition(".")[0]),
        severity=severity,
        opened=today or date.min,
    )


def screening_items(
    screening: Screening, profile: Profile, signs: tuple[Sign, ...] | None, today: date | None
) -> tuple[Item, ...]:
    """List the items a screening opens: each yes and each unknown, and each sign.

    A yes that a named condition explains is left to that condition's own item.
    """
    told = frozenset(profile.conditions or ())
    topics = [
        opened("screening." + topic.name, topic.severity, today)
        for topic in TOPICS
        if _opens(topic, screening, told)
    ]
    if signs is None:
        topics.append(opened("screening.signs", Severity.REFER, today))
    return (*topics, *sign_items(signs or (), today))


def _opens(topic: Topic, screening: Screening, told: frozenset[Condition]) -> bool:
    answer = topic.answer(screening)
    return answer is None or (answer and not topic.explained_by & told)


def sign_items(signs: Iterable[Sign], today: date | None) -> tuple[Item, ...]:
    """One item a warning sign."""
    return tuple(opened("sign." + sign, SEVERITIES[sign], today) for sign in signs)


def profile_items(profile: Profile, today: date | None, policy: Policy) -> tuple[Item, ...]:
    """List the items that conditions, their absence from the answers, and age open."""
    found = (*_condition_items(profile, policy), *_age_items(profile, policy))
    return tuple(opened(code, severity, today) for code, severity in found)


def _condition_items(profile: Profile, policy: Policy) -> Iterator[tuple[str, Severity]]:
    if profile.conditions is None:
        yield UNKNOWN, Severity.REFER
    for condition in profile.conditions or ():
        if condition not in UNLISTED:
            grave = condition in {Condition.CORONARY, Condition.PREGNANCY, *profile.unsettled}
            yield "condition." + condition, Severity.STOP if grave else Severity.REFER
    if Condition.POSTPARTUM in (profile.conditions or ()) and _early(profile, policy):
        yield "condition.early_postpartum", Severity.REFER


def pressing(systolic: int | None, diastolic: int | None, policy: Policy) -> bool:
    """Whether a blood pressure that was told of, in mmHg, stops; unknown ones do not."""
    high = systolic is not None and systolic >= policy.illness.systolic
    return high or (diastolic is not None and diastolic >= policy.illness.diastolic)


def _early(profile: Profile, policy: Policy) -> bool:
    weeks = profile.postpartum_weeks
    return weeks is None or weeks < policy.pregnancy.after_birth_weeks


def _age_items(profile: Profile, policy: Policy) -> Iterator[tuple[str, Severity]]:
    age = policy.age.adult if profile.age is None else profile.age
    if age < policy.age.youngest:
        yield "condition.too_young", Severity.HUMAN
    elif age < policy.age.adult and not (profile.supervised and profile.guardian):
        yield "condition.minor", Severity.HUMAN


def carried(
    known: Iterable[Item], needed: Iterable[Item], anew: frozenset[Kind]
) -> tuple[Item, ...]:
    """Known items, then new ones; a kind in `anew` is kept only as far as it is still needed.

    A known item is as grave as it is needed now.
    """
    needed = tuple(needed)
    grave = {item.code: item.severity for item in needed}
    stay = tuple(
        replace(item, severity=grave.get(item.code, item.severity))
        for item in known
        if item.kind not in anew or item.code in grave
    )
    have = {item.code for item in stay}
    return (*stay, *(item for item in needed if item.code not in have))

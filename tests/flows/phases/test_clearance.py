"""What opens an item, and what closes it: by whom, how far, how long."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from flows.doors.person import ITEMS
from flows.phases.clearance import ANEW, clear, joint_scope, open_items, proof, scope
from flows.phases.intake import Screening
from flows.phases.items import Clearance, Item, Proof, Voucher
from flows.phases.opening import TOPICS, opened, profile_items, screening_items, sign_items
from flows.phases.policy import Proofs
from flows.phases.profile import Condition, Profile
from flows.phases.signs import SEVERITIES, SIGN_WORDS, Severity, Sign
from flows.phases.wording import walk, what, why_open
from flows.steps import Phase
from flows.words import english
from tests.flows.phases.people import ALL_NO, P1, P2, P3, P5, SOUND, TODAY
from tests.flows.policy import DEFAULT

SELF, TRAINER = Voucher


def item(code: str) -> Item:
    return opened(code, ITEMS[code], TODAY)


def word(by: Voucher, given: date = TODAY, reach: Phase = P5) -> Clearance:
    return Clearance(by=by, given=given, scope=reach)


def reach(code: str, by: Voucher, *, supervised: bool) -> Phase | None:
    (done,) = clear([item(code)], code, word(by))
    return scope(done, TODAY, DEFAULT, supervised=supervised)


@pytest.mark.parametrize(
    ("code", "own_alone", "own_with_trainer", "seen"),
    [
        ("condition.hypertension", P2, P2, P5),
        ("condition.diabetes", P2, P2, P5),
        ("screening.joints", P2, P2, P5),
        ("sign.chest", P1, None, P5),
        ("sign.dizzy", P1, None, P5),
        ("sign.edema", P1, None, P5),
        ("pain.twice", P1, None, P5),
        ("condition.pregnancy", P1, None, P5),
        ("condition.coronary", None, None, P5),
        ("screening.heart", None, None, P5),
        ("screening.supervised_only", None, None, P5),
        ("intake.again", None, None, None),
        ("condition.unknown", None, None, None),
    ],
)
def test_who_may_clear_what_and_how_far(
    code: str, own_alone: Phase | None, own_with_trainer: Phase | None, seen: Phase | None
) -> None:
    assert reach(code, SELF, supervised=False) is own_alone
    assert reach(code, SELF, supervised=True) is own_with_trainer
    assert reach(code, TRAINER, supervised=True) is seen


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_is_grave_in_its_way_and_has_words(sign: Sign) -> None:
    (opens,) = sign_items((sign,), TODAY)
    assert opens.severity is SEVERITIES[sign]
    assert english(SIGN_WORDS[sign]) in english(why_open(opens, DEFAULT).text)


def test_the_word_must_not_be_older_than_the_sign_nor_from_tomorrow() -> None:
    sign = item("sign.dizzy")
    for given, counts in ((TODAY, True), (TODAY - timedelta(days=1), False)):
        cleared = replace(sign, clearance=word(TRAINER, given))
        assert bool(scope(cleared, TODAY, DEFAULT, supervised=True)) is counts
    tomorrow = replace(sign, clearance=word(TRAINER, TODAY + timedelta(days=1)))
    assert scope(tomorrow, TODAY, DEFAULT, supervised=True) is None


def test_the_word_on_a_condition_may_be_older_but_expires_after_12_months() -> None:
    given = date(2025, 3, 20)
    cleared = replace(item("condition.diabetes"), clearance=word(TRAINER, given))
    assert scope(cleared, date(2026, 3, 19), DEFAULT, supervised=True) is P5
    assert scope(cleared, date(2026, 3, 20), DEFAULT, supervised=True) is None


def test_the_last_days_of_a_month_expire_a_little_early() -> None:
    cleared = replace(item("condition.diabetes"), clearance=word(TRAINER, date(2024, 2, 29)))
    assert scope(cleared, date(2025, 2, 27), DEFAULT, supervised=True) is P5
    assert scope(cleared, date(2025, 2, 28), DEFAULT, supervised=True) is None


def test_on_an_unknown_day_everything_is_open() -> None:
    done = clear([item("condition.diabetes")], "condition.diabetes", word(TRAINER))
    assert open_items(done, None, DEFAULT, supervised=True) == done
    assert open_items(done, TODAY, DEFAULT, supervised=True) == ()


def test_the_joint_scope_is_the_lowest() -> None:
    both = (
        replace(item("condition.diabetes"), clearance=word(TRAINER, reach=P3)),
        replace(item("condition.arthritis"), clearance=word(SELF)),
    )
    assert joint_scope(both, TODAY, DEFAULT, supervised=True) is P2
    assert joint_scope((), TODAY, DEFAULT, supervised=True) is None


def test_clearing_touches_only_the_item_named() -> None:
    two = (item("sign.dizzy"), item("sign.chest"))
    first, second = clear(two, "sign.chest", word(TRAINER))
    assert first.clearance is None
    assert second.clearance is not None


@pytest.mark.parametrize("topic", [topic.name for topic in TOPICS])
def test_a_yes_or_an_unknown_opens_an_item(topic: str) -> None:
    for answer in (True, None):
        found = screening_items(replace(ALL_NO, **{topic: answer}), SOUND, (), TODAY)
        assert [one.code for one in found] == ["screening." + topic]


def test_a_clean_screening_opens_nothing_and_an_empty_one_everything() -> None:
    assert screening_items(ALL_NO, SOUND, (), TODAY) == ()
    codes = {one.code for one in screening_items(Screening(), SOUND, None, TODAY)}
    assert codes == {"screening." + topic.name for topic in TOPICS} | {"screening.signs"}


def test_a_named_condition_explains_a_yes() -> None:
    told = replace(SOUND, conditions=(Condition.HYPERTENSION,))
    answers = replace(ALL_NO, heart=True, long_term=True)
    assert screening_items(answers, told, (), TODAY) == ()
    assert [one.code for one in profile_items(told, TODAY, DEFAULT)] == ["condition.hypertension"]
    assert len(screening_items(replace(answers, heart=None), told, (), TODAY)) == 1


def codes(profile: Profile) -> list[str]:
    return [one.code for one in profile_items(profile, TODAY, DEFAULT)]


def test_what_a_profile_opens() -> None:
    assert codes(SOUND) == []
    assert codes(replace(SOUND, conditions=None)) == ["condition.unknown"]
    assert codes(replace(SOUND, conditions=(Condition.OLDER_ADULT,))) == []
    mother = replace(SOUND, conditions=(Condition.POSTPARTUM,))
    assert codes(mother) == ["condition.postpartum", "condition.early_postpartum"]
    assert codes(replace(mother, postpartum_weeks=5)) == codes(mother)
    assert codes(replace(mother, postpartum_weeks=6)) == ["condition.postpartum"]


def test_age_and_guardians() -> None:
    assert codes(replace(SOUND, age=15)) == ["condition.too_young"]
    assert codes(replace(SOUND, age=16)) == ["condition.minor"]
    assert codes(replace(SOUND, age=17, supervised=True)) == ["condition.minor"]
    assert codes(replace(SOUND, age=17, supervised=True, guardian=True)) == []
    assert codes(replace(SOUND, age=None)) == []


OTHERS = (
    "sign.heat",
    "condition.pregnancy",
    "condition.postpartum",
    "pain.high",
    "pain.kind",
    "pain.twice",
    "pain.test",
    "illness.pressure",
    "illness.fever",
    "screening.long_term",
    "screening.chest_pain",
    "screening.dizzy",
)


NAMED = [name.replace("_", ".", 1) for name in Proofs.__struct_fields__]


@pytest.mark.parametrize("code", [*NAMED, *sorted(ANEW), *OTHERS])
def test_every_item_says_what_it_is_and_what_to_do_next(code: str) -> None:
    assert english(what(item(code)))
    assert english(why_open(item(code), DEFAULT).text).startswith("Clearance pending: ")
    assert proof(item(code), DEFAULT) in Proof


def test_walking_is_advised_only_where_nothing_grave_is_open() -> None:
    assert walk((opened("screening.joints", Severity.REFER, TODAY),))
    assert not walk((opened("sign.chest", Severity.EMERGENCY, TODAY),))
    assert opened("sign.chest", Severity.EMERGENCY, None).opened == date.min

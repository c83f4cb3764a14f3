"""Which stage of cardio somebody is in, how hard today may be, and how long."""

from flows.phases.profile import Movement
from flows.programs.book import Book
from flows.programs.cardio_rules import Stage
from flows.programs.heart import bounds
from flows.programs.need import Need
from flows.programs.norms import BANDS, norm
from flows.words import T, Text

FIRST = T("Stage {stage}: easy and steady, to build a base.")
ON = T("Stage {stage}: your step, your experience and your step test allow it.")
ON_UNTESTED = T("Stage {stage}: your step and your experience allow it.")
GROUP = T("Not harder than zone {zone}: your health sets that limit.")
LIFTING = T("Not harder than zone {zone} today: hard cardio stays away from hard lifting.")
EASY_WEEK = T("Easy today: the week is a lighter one, or something hurts or tires you.")


def stage(need: Need, book: Book) -> Stage:
    """Find the highest stage whose every condition is met; the first asks for none."""
    return [one for one in book.cardio.stages if _meets(one, need, book)][-1]


def _meets(one: Stage, need: Need, book: Book) -> bool:
    return (
        need.phase >= one.from_step
        and (need.profile.experience_months or 0) >= one.months
        and (not one.goals or need.goal in one.goals)
        and (need.profile.supervised or not one.helped)
        and _fit(one, need, book)
    )


def _fit(one: Stage, need: Need, book: Book) -> bool:
    """Whether the step test is good enough; one that was never done counts as just below average.

    So it never opens a stage that asks for more.
    """
    if not one.band:
        return True
    found = band(need, book) or "below_average"
    return BANDS.index(found) >= BANDS.index(one.band)


def band(need: Need, book: Book) -> str | None:
    """Give the band of the last step test, None where there is none to judge by."""
    pulse = (need.movement or Movement()).step_test_pulse
    found = None if pulse is None else norm("step_test", pulse, need.profile, book.norms)
    return found.band if found else None


def today(own: Stage, need: Need, book: Book) -> tuple[Stage, tuple[Text, ...]]:
    """Give the stage of today, somebody's own or a lower one, and what lowers it."""
    groups = min((bound.top_zone for bound in bounds(need, book)), default=own.top_zone)
    easy = need.lighter or need.tired or bool(need.hurts)
    limits = (
        (groups, GROUP),
        (book.cardio.days[need.phase], LIFTING),
        (1 if easy else own.top_zone, EASY_WEEK),
    )
    zone = min(top for top, _ in limits)
    listed = book.cardio.stages[: own.stage]
    told = (T(text.template, zone=top) for top, text in limits if top == zone < own.top_zone)
    return [one for one in listed if one.top_zone <= zone][-1], tuple(told)


def why(one: Stage, need: Need, book: Book) -> Text:
    """Say why somebody is in a stage."""
    first = one is book.cardio.stages[0]
    on = ON if band(need, book) else ON_UNTESTED
    return T((FIRST if first else on).template, stage=one.stage)


def minutes(one: Stage, need: Need, book: Book) -> int:
    """Give the minutes of today, as this session's part of those of the week.

    The week grows by a tenth at most, up to what the stage and the groups allow: from the minutes
    of last week where they are known, else with the weeks on the step.
    """
    limits = (one.minutes, *(bound.minutes for bound in bounds(need, book)))
    start = int(min(band.low for band in limits)) * need.days
    top = int(min(band.high for band in limits)) * need.days
    week = max(start, min(top, _grown(start, need, book.cardio.growth)))
    return week // need.days + (need.place < week % need.days)


def _grown(start: int, need: Need, percent: float) -> int:
    if need.cardio_minutes is not None:
        return int(need.cardio_minutes * (100 + percent) / 100)
    grown = start
    for _ in range(1, need.week):
        grown = int(grown * (100 + percent) / 100)
    return grown

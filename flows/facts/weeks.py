"""Reads a check-in, and what somebody tells who comes back, into the week the rules review."""

from datetime import date

from flows.facts.answers import Told, number, ticked, whole, word, yes
from flows.facts.health import signs
from flows.phases.position import Form, Injury, PainKind, Week
from flows.phases.signs import Sign


def week(told: Told, today: date, planned: int | None) -> Week:
    """Read a check-in. A sign that could not be named asks for the screening again."""
    found = signs(told)
    return Week(
        today=today,
        sessions_planned=planned,
        sessions_done=whole(told, "sessions"),
        effort=number(told, "effort"),
        reps_left=whole(told, "reps_left"),
        form=Form(word(told, "form")) if word(told, "form") else None,
        sleep=whole(told, "sleep"),
        stress=whole(told, "stress"),
        fatigue=whole(told, "fatigue"),
        soreness=whole(told, "soreness"),
        pain=whole(told, "pain"),
        pain_kinds=_pain_kinds(told),
        pain_where=ticked(told, "pain_where"),
        signs=found,
        health_changed=_health_changed(told, found),
        weeks_off=number(told, "weeks_off") or 0.0,
        ill_days=_ill_days(told, "off_reason"),
    )


def _pain_kinds(told: Told) -> tuple[PainKind, ...]:
    return tuple(PainKind(key) for key in ticked(told, "pain_kind") if key in set(PainKind))


def _health_changed(told: Told, found: tuple[Sign, ...]) -> bool:
    unnamed = not found and "sign_list" in told
    return unnamed or "change" in ticked(told, "month")


def comeback(told: Told, today: date) -> Week:
    """Read what somebody tells who comes back: the gap, and whether they are well."""
    return Week(
        today=today,
        signs=(),
        health_changed=word(told, "reason") == "injury" and not _healed(told),
        weeks_off=number(told, "weeks_off"),
        ill_days=_ill_days(told, "reason"),
        chest_fever=word(told, "chest_or_hospital") in {"yes", "unsure"},
        injury=Injury.CLEARED if _healed(told) else None,
    )


def _healed(told: Told) -> bool:
    """Whether somebody comes back from an injury that a professional has cleared."""
    return word(told, "reason") == "injury" and yes(told, "cleared") is True


def _ill_days(told: Told, key: str) -> int:
    """Count who is not free of symptoms yet as ill today; the gap itself is told apart."""
    ill = "illness" in (word(told, key), *ticked(told, key))
    return 1 if ill and yes(told, "symptom_free") is not True else 0

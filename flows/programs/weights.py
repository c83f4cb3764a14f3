"""Weights in words: kilograms, or pounds to the half, whichever somebody reads."""

from fractions import Fraction

from flows.questions.units import KG
from flows.words import T, Text

METRIC, IMPERIAL = "metric", "imperial"


def weight(kg: float, units: str) -> Text:
    """Say a weight that is given in kg: 62.5 kg, or 137.5 lb."""
    if units == IMPERIAL:
        return T("{n} lb", n=f"{round(Fraction(str(kg)) / KG['lb'] * 2) / 2:g}")
    return T("{n} kg", n=f"{kg:g}")

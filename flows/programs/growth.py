"""What a figure of the doses is in a week on the step."""

from flows.programs.doses import Amount, Trend
from flows.programs.goals import FULL


def grown(amount: Amount, week: int, due: int, share: int) -> int:
    """Give the value of a week (from 1); from the week `due` on it has gone all its way.

    UP goes from low to high, DOWN from high to the goal's share of the range in percent, KEEP is
    that share.
    """
    between = _between(amount, share)
    match amount.trend:
        case Trend.UP:
            return told(amount, amount.low + (amount.high - amount.low) * _way(week, due))
        case Trend.DOWN:
            return told(amount, amount.high + (between - amount.high) * _way(week, due))
        case Trend.KEEP:
            return told(amount, between)
        case Trend.LOW:
            return amount.low
        case _:
            return amount.high


def _way(week: int, due: int) -> float:
    return min(1, max(0, week - 1) / max(1, due - 1))


def _between(amount: Amount, share: int) -> float:
    return amount.low + (amount.high - amount.low) * share / FULL


def told(amount: Amount, value: float) -> int:
    """Round a value to the steps in which its figure is told."""
    return amount.low + round((value - amount.low) / amount.step) * amount.step

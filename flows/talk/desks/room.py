"""What gives way on a desk: what was done with long ago, and the least of what lies open."""

from flows.desk import Desk, Lying, Urgency, lying_open

KEPT = 100
"""How many pings that are done with stay on a desk."""
OPEN = 150
"""How many pings lie open on a desk; for another one the least urgent gives way."""
LEAST = (Urgency.DIGEST, Urgency.TODAY, Urgency.NOW)


def done_with(desk: Desk) -> tuple[Lying, ...]:
    """List what was done with so long ago that it need not stay."""
    done = tuple(one for one in desk.pings if one.outcome is not None)
    return done[: max(0, len(done) - KEPT)]


def crowded_out(desk: Desk) -> tuple[Lying, ...]:
    """List what gives way to a new ping: the least urgent first, of those the oldest.

    What is urgent stays until somebody has looked at it, or the gym has heard that nobody did.
    """
    lying = lying_open(desk)
    may = sorted(filter(_gives_way, lying), key=lambda one: LEAST.index(one.urgency))
    return tuple(may[: max(0, len(lying) - OPEN + 1)])


def _gives_way(lying: Lying) -> bool:
    return lying.urgency is not Urgency.NOW or lying.seen or lying.escalated

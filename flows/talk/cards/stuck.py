"""A client's question that waits for long: their trainer may see it, ask it again, answer it."""

from datetime import datetime

from flows.person import Person
from flows.phases.policy import Policy
from flows.questionnaires import FORMS
from flows.words import T, Text


def waits(person: Person, at: datetime, policy: Policy) -> Text | None:
    """Say what waits for an answer, and for how long; None while that is not long."""
    if person.open is None:
        return None
    hours = int((at - person.open.asked).total_seconds()) // 3600
    if hours < policy.coaching.stuck_hours:
        return None
    title = FORMS[person.open.run.form].title
    return T("A question waits for {hours} hours: {title}.", hours=hours, title=title)

"""The tempo of a rep, counted aloud: beat after beat, each for as long as it takes."""

from datetime import datetime, timedelta

from msgspec import Struct

from flows.programs.session import Tempo
from flows.programs.workout_rules import WorkoutRules
from flows.words import T, Text
from flows.workouts.training import Count

READY = T("Get ready…")
BEATS = (T("Lower"), T("Hold"), T("Lift"), T("Pause"))


class Beat(Struct, frozen=True):
    """One part of a rep: which rep (0 before the first), its word, its seconds."""

    rep: int
    word: Text
    seconds: int


def beats(tempo: Tempo, rules: WorkoutRules) -> tuple[Beat, ...]:
    """List the beats of a count, getting ready first; what takes no time has none."""
    parts = tuple(zip(BEATS, (tempo.lower, tempo.hold, tempo.lift, tempo.pause), strict=True))
    counted = (
        Beat(rep, word, seconds)
        for rep in range(1, int(rules.count_reps) + 1)
        for word, seconds in parts
        if seconds
    )
    return (Beat(0, READY, int(rules.lead)), *counted)


def begun(tempo: Tempo, rules: WorkoutRules, at: datetime) -> Count:
    """Begin to count."""
    first = beats(tempo, rules)[0]
    return Count(beat=0, until=at + timedelta(seconds=first.seconds))


def following(count: Count, tempo: Tempo, rules: WorkoutRules, at: datetime) -> Count | None:
    """Give the beat after one, beginning now; None once the count is over."""
    listed = beats(tempo, rules)
    beat = count.beat + 1
    if beat >= len(listed):
        return None
    return Count(beat=beat, until=at + timedelta(seconds=listed[beat].seconds))


def said(beat: Beat, rules: WorkoutRules) -> Text:
    """Say a beat."""
    if not beat.rep:
        return beat.word
    return T(
        "<b>Rep {rep} of {reps}: {word} {seconds} s</b>",
        rep=beat.rep,
        reps=int(rules.count_reps),
        word=beat.word,
        seconds=beat.seconds,
    )

"""What the sessions of a week already told the check-in, so that it does not ask again."""

from math import ceil, floor

from msgspec.structs import replace

from flows.phases.position import Form
from flows.questions.answers import Answer, Answers
from flows.workouts.training import Finished, Hurt, Training

LEFT_AT_MOST = 5
"""The scale of reps left ends here: five or more."""


def told(training: Training) -> dict[str, Answer]:
    """Give the answers that the sessions since the last check-in know.

    Sessions done, the mean of effort and reps left, the worst technique. A mean between two counts
    as the harder one: more effort, fewer reps left.
    """
    done = tuple(one for one in training.sessions if one.exercises and not one.told)
    return _of_done(done) if done else {}


def _of_done(done: tuple[Finished, ...]) -> dict[str, Answer]:
    found: dict[str, Answer] = {"sessions": len(done)}
    efforts = [one.effort for one in done if one.effort is not None]
    if len(efforts) == len(done):
        found["effort"] = ceil(sum(efforts) / len(efforts))
    left = [one.left for one in done if one.left is not None]
    if left:
        found["reps_left"] = min(floor(sum(left) / len(left)), LEFT_AT_MOST)
    forms = [Form(one.form) for one in done if one.form]
    if len(forms) == len(done):
        found["form"] = max(forms, key=list(Form).index).value
    return found


def offered(training: Training) -> dict[str, Answer]:
    """Give the worst pain of the sessions since the last check-in, with all its places and kinds.

    A session says nothing about the rest of the week, so the question is asked all the same.
    """
    waiting = (one for one in training.sessions if not one.told)
    hurts = tuple(hurt for one in waiting for hurt in one.hurts)
    return _of_pain(hurts) if hurts else {}


def weighed(answers: Answers, training: Training) -> dict[str, Answer]:
    """Let the worst pain of the sessions count in a check-in that tells of less.

    It asks for the worst of the week.
    """
    known, said = offered(training), dict(answers)
    pain, worst = said.get("pain"), known.get("pain")
    if not isinstance(pain, int) or not isinstance(worst, int) or pain >= worst:
        return said
    return {**said, **known}


def _of_pain(hurts: tuple[Hurt, ...]) -> dict[str, Answer]:
    where = tuple(dict.fromkeys(place for hurt in hurts for place in hurt.where))
    kinds = tuple(dict.fromkeys(kind for hurt in hurts for kind in hurt.kinds))
    found: dict[str, Answer] = {"pain": max(hurt.pain for hurt in hurts)}
    return found | {"pain_where": where, "pain_kind": kinds}


def counted(training: Training) -> Training:
    """Note that a check-in was told, or missed, that the sessions so far count for."""
    return replace(training, sessions=tuple(replace(one, told=True) for one in training.sessions))

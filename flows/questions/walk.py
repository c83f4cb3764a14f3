"""Where a run stands: what is visible, what is asked now, and what the answers come to.

All of it is derived from the answers and nothing is stored, so a run can be resumed after a day,
a month or a restart exactly where it was.
"""

from collections.abc import Iterator

from flows.questions import when as conditions
from flows.questions.answers import Answer, Answers
from flows.questions.form import Form, Question
from flows.questions.kinds import Kind, fitted
from flows.questions.run import Run

PAGE = 12
"""Questions on a page of the summary."""


def begin(
    form: Form,
    code: str,
    *,
    known: Answers | None = None,
    prefilled: Answers | None = None,
    offered: Answers | None = None,
) -> Run:
    """Begin a form under a code of six base32 characters.

    `known` must hold every known answer the form names; `prefilled` answers count until they are
    changed, are not asked but shown in the summary; `offered` ones are marked where their question
    is asked. Those that do not fit are left out.
    """
    given = dict(known or {})
    missing = set(form.known) - set(given)
    if missing:
        raise ValueError(f"form {form.name} has to be told {sorted(missing)}")
    fitting = _fitting(form, given, prefilled or {})
    return Run(
        form=form.name,
        version=form.version,
        code=code,
        known=tuple(given.items()),
        answers=tuple(fitting.items()),
        prefilled=tuple(fitting),
        offered=tuple(_fitting(form, given, offered or {}).items()),
    )


def _fitting(form: Form, known: Answers, stored: Answers) -> dict[str, Answer]:
    return {
        q.key: stored[q.key]
        for q in form.questions
        if q.key in stored and fitted(q.kind, known).takes(stored[q.key])
    }


def resumed(form: Form, run: Run) -> Run:
    """Carry a stored run over to the form as it is now: what no longer fits is asked again."""
    if run.version == form.version:
        return run
    known = dict(run.known)
    kinds = {q.key: fitted(q.kind, known) for q in form.questions}
    fitting = tuple((k, a) for k, a in run.answers if k in kinds and kinds[k].takes(a))
    optional = {q.key for q in form.questions if q.optional}
    return Run(
        form=form.name,
        version=form.version,
        code=run.code,
        known=run.known,
        answers=fitting,
        prefilled=tuple(key for key in run.prefilled if key in dict(fitting)),
        skipped=tuple(key for key in run.skipped if key in optional),
    )


def visible(form: Form, run: Run) -> tuple[Question, ...]:
    """List the questions that are asked in this run, by the answers that count so far."""
    return tuple(question for question, _ in _seen(form, run))


def result(form: Form, run: Run) -> dict[str, Answer]:
    """Give the answers that count: those of visible questions, in the form's order.

    Skipped questions, what a changed mind has hidden and what was known are not among them.
    """
    return {q.key: answer for q, answer in _seen(form, run) if answer is not None}


def current(form: Form, run: Run) -> Question | None:
    """Find the question that is asked now; None when there is only the summary left.

    That is the one being edited, else the first visible one that is neither answered nor skipped.
    """
    seen = list(_seen(form, run))
    editing = next((q for q, _ in seen if q.key == run.editing), None)
    open_ = (q for q, answer in seen if answer is None and q.key not in run.skipped)
    return editing or next(open_, None)


def kind_of(run: Run, question: Question) -> Kind:
    """Give a question's kind with what it has to be told filled in."""
    return fitted(question.kind, dict(run.known))


def chosen(run: Run, question: Question) -> Answer | None:
    """Give what is marked on the current question: its draft, else the answer it had."""
    if run.draft is not None:
        return run.draft
    return dict(run.answers).get(question.key, dict(run.offered).get(question.key))


def before(form: Form, run: Run) -> tuple[Question, ...]:
    """List the questions one can go back to: those asked before the current one."""
    shown = visible(form, run)
    now = current(form, run)
    asked = shown if now is None else shown[: shown.index(now)]
    return tuple(q for q in asked if q.key not in run.prefilled)


def pages(form: Form, run: Run) -> tuple[tuple[Question, ...], ...]:
    """Cut the visible questions into the pages of the summary; there is at least one."""
    shown = visible(form, run)
    return tuple(shown[i : i + PAGE] for i in range(0, len(shown), PAGE)) or ((),)


def _seen(form: Form, run: Run) -> Iterator[tuple[Question, Answer | None]]:
    given = dict(run.answers)
    counted = dict(run.known)
    for question in form.questions:
        if conditions.holds(question.when, counted):
            answer = given.get(question.key)
            yield question, answer
            if answer is not None:
                counted[question.key] = answer

"""A run as one message: the question, its why, or the summary, with every button it needs."""

from collections.abc import Iterator, Sequence

from flows.questions.answers import Answer
from flows.questions.choices import Choices
from flows.questions.data import SUMMARY, Act, Tap, encode
from flows.questions.days import Day
from flows.questions.form import Form, Question
from flows.questions.measures import Height, Weight
from flows.questions.numbers import Number, Scale
from flows.questions.run import Run
from flows.questions.walk import before, chosen, current, kind_of, pages, visible
from flows.words import Button, Content, T, Text, lines

BACK = T("‹ Back")
CHECK = T("Please look it over. To change something, tap it.")
TICK = T("Tap all that fit, then Done.")
STEP = T("Step to it and tap ✓, or just type it.")


def show(form: Form, run: Run, problem: Text | None = None) -> Content:
    """Show where a run stands: the question or, when none is left, the summary.

    A `problem` (of `Refused`, or the caller's own kind word) stands above it.
    """
    question = current(form, run)
    if question is None:
        return summary(form, run, problem)
    return _why(run, question, problem) if run.why else _asked(form, run, question, problem)


def summary(form: Form, run: Run, problem: Text | None = None) -> Content:
    """Show the answers page by page: a tap to change each, one tap to finish."""
    leaves = pages(form, run)
    page = min(run.page, len(leaves) - 1)
    edits = [_button(run, q.code, Act.EDIT, T("✎ {name}", name=q.name)) for q in leaves[page]]
    return Content(
        paragraphs=(
            T("<b>{title}</b>", title=form.title),
            *_above(problem),
            CHECK,
            *lines(_line(form, run, question) for question in leaves[page]),
        ),
        buttons=tuple(
            row
            for row in (*_pairs(edits), _leaves(run, page, len(leaves)), _end(form, run))
            if row
        ),
    )


def closing(form: Form, run: Run) -> Content:
    """Show a finished run: what was answered, and nothing to tap."""
    told = (_line(form, run, one) for one in visible(form, run) if one.key in dict(run.answers))
    return Content((T("<b>{title}</b> ✓", title=form.title), *lines(told)))


def _asked(form: Form, run: Run, question: Question, problem: Text | None) -> Content:
    kind = kind_of(run, question)
    shown = [q for q in visible(form, run) if q is question or q.key not in run.prefilled]
    head = T(
        "<i>{title} · {n} of {total}</i>",
        title=form.title,
        n=shown.index(question) + 1,
        total=len(shown),
    )
    keys = kind.keys(chosen(run, question))
    rows = tuple(tuple(_button(run, question.code, k.index, k.label) for k in row) for row in keys)
    return Content(
        paragraphs=(head, *_above(problem), _told(question, run), *_hints(question)),
        buttons=(*rows, tuple(_controls(form, run, question))),
    )


def _why(run: Run, question: Question, problem: Text | None) -> Content:
    back = _button(run, question.code, Act.RETURN, BACK)
    return Content((T("<b>Why do we ask?</b>"), *_above(problem), question.why), ((back,),))


def _told(question: Question, run: Run) -> Text:
    """Fill in the known answers that a question speaks of."""
    known = {
        key: value
        for key, value in run.known
        if isinstance(value, str | int | float) and "{" + key + "}" in question.text.template
    }
    return Text(question.text.template, (*question.text.values, *known.items()))


def _hints(question: Question) -> Iterator[Text]:
    match question.kind:
        case Scale(lo, hi, low, high):
            yield T("{lo} = {low}, {hi} = {high}", lo=lo, low=low, hi=hi, high=high)
        case Choices():
            yield TICK
        case Height() | Weight() | Day():
            yield STEP
        case Number() as number if not number.values():
            yield STEP
        case _:
            return


def _controls(form: Form, run: Run, question: Question) -> Iterator[Button]:
    if run.editing or before(form, run):
        yield _button(run, question.code, Act.BACK, BACK)
    if question.optional:
        yield _button(run, question.code, Act.SKIP, T("Skip"))
    yield _button(run, question.code, Act.WHY, T("Why?"))


def _line(form: Form, run: Run, question: Question) -> Text:
    answer = dict(run.answers).get(question.key)
    said = T("skipped") if answer is None else _said(form, run, question, answer)
    return T("{name}: <b>{answer}</b>", name=question.name, answer=said)


def _said(form: Form, run: Run, question: Question, answer: Answer) -> Text:
    said = kind_of(run, question).say(answer)
    if question.key not in run.prefilled:
        return said
    return T("{answer} ({before})", answer=said, before=form.before)


def _leaves(run: Run, page: int, count: int) -> tuple[Button, ...]:
    near = [(page - 1, T("‹ {n}", n=page)), (page + 1, T("{n} ›", n=page + 2))]
    return tuple(_button(run, SUMMARY, n, label) for n, label in near if 0 <= n < count)


def _end(form: Form, run: Run) -> tuple[Button, ...]:
    confirm = _button(run, SUMMARY, Act.CONFIRM, form.confirm or T("Done ✓"))
    return (_button(run, SUMMARY, Act.BACK, BACK), confirm) if before(form, run) else (confirm,)


def _button(run: Run, code: str, act: int | Act, label: Text) -> Button:
    return Button(label, data=encode(Tap(run.code, code, act)))


def _pairs(buttons: Sequence[Button]) -> Iterator[tuple[Button, ...]]:
    return (tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def _above(problem: Text | None) -> tuple[Text, ...]:
    return () if problem is None else (problem,)

"""What a reply does to a run: a typed text or a tapped button in, one of five outcomes out."""

from msgspec.structs import replace

from flows.questions import when as conditions
from flows.questions.answers import Answer, Draft, Option, Problem
from flows.questions.data import SUMMARY, Act, Tap, encode
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.questions.matching import find, plain
from flows.questions.pictures import Picture
from flows.questions.run import Asked, Completed, Refused, Repeated, Run, Stale, Step
from flows.questions.walk import before, chosen, current, kind_of, pages, visible
from flows.words import T

COMMANDS = {
    "back": Act.BACK, "go back": Act.BACK, "previous": Act.BACK,
    "skip": Act.SKIP, "skip this": Act.SKIP, "next": Act.SKIP,
    "why": Act.WHY, "why do you ask": Act.WHY, "why do we ask": Act.WHY,
}  # fmt: skip
AGREED = frozenset({"yes", "y", "ok", "okay", "confirm", "done", "finish", "right", "save"})
FIRST = T("This is the first question; there is nothing before it.")
NEEDED = T("This one is needed and cannot be skipped. “Why?” says what it is for.")
UNFINISHED = T("Type yes to finish. To change an answer, tap it or type its name.")


def typed(form: Form, run: Run, reply: str) -> Step:
    """Take a typed reply: an answer, back, skip, why; on the summary yes or a question's name."""
    fresh = replace(run, last="")
    act = COMMANDS.get(plain(reply))
    question = current(form, run)
    if question is None:
        return _back(form, fresh) if act == Act.BACK else _typed_summary(form, fresh, reply)
    if act is not None and isinstance(question.kind, Words):
        return _acted(form, fresh, question, act)
    answer = kind_of(run, question).parse(reply)
    if not isinstance(answer, Problem):
        return _answered(form, fresh, question, answer)
    return Refused(run, answer.text) if act is None else _acted(form, fresh, question, act)


def tapped(form: Form, run: Run, tap: Tap) -> Step:
    """Take a tapped button; one of another run or another question is never applied."""
    data = encode(tap)
    if tap.run != run.code:
        return Stale(run)
    if data == run.last:
        return Repeated(run)
    question = current(form, run)
    marked = replace(run, last=data)
    if question is None and (tap.question == SUMMARY or tap.act == Act.EDIT):
        step = _tapped_summary(form, marked, tap)
    elif question is not None and tap.question == question.code:
        step = _tapped_question(form, marked, question, tap.act)
    else:
        step = _repeated(form, marked, tap)
    return step if isinstance(step, Asked | Completed) else replace(step, run=run)


def pictured(form: Form, run: Run, photo: str) -> Step | None:
    """Take a photo where one is asked for; None where none is."""
    question = current(form, run)
    if question is None or not isinstance(question.kind, Picture):
        return None
    return _answered(form, replace(run, last=""), question, photo)


def _typed_summary(form: Form, run: Run, reply: str) -> Step:
    said = plain(reply)
    if said in AGREED:
        return Completed(run)
    names = tuple(Option(q.key, q.name) for q in visible(form, run))
    at = find(said.removeprefix("edit ").removeprefix("change "), names)
    if isinstance(at, Problem):
        return Refused(run, UNFINISHED)
    return Asked(replace(run, editing=names[at].key))


def _tapped_summary(form: Form, run: Run, tap: Tap) -> Step:
    if tap.question != SUMMARY:
        question = form.question(tap.question)
        known = question is not None and question in visible(form, run)
        return Asked(replace(run, editing=question.key)) if question and known else Stale(run)
    match tap.act:
        case Act.CONFIRM:
            return Completed(run)
        case Act.BACK:
            return _back(form, run)
        case int(page) if page < len(pages(form, run)):
            return Asked(replace(run, page=page))
        case _:
            return Stale(run)


def _tapped_question(form: Form, run: Run, question: Question, act: int | Act) -> Step:
    if isinstance(act, Act):
        return _acted(form, run, question, act)
    taken = kind_of(run, question).tap(act, chosen(run, question))
    match taken:
        case None:
            return Stale(run)
        case Problem(text):
            return Refused(run, text)
        case Draft(value):
            return Asked(replace(run, draft=value, why=False))
        case _:
            return _answered(form, run, question, taken)


def _repeated(form: Form, run: Run, tap: Tap) -> Step:
    """Tell a second tap on an answer that stands from a button whose time is over."""
    question = form.question(tap.question)
    answer = None if question is None else dict(run.answers).get(question.key)
    if question is None or answer is None or isinstance(tap.act, Act):
        return Stale(run)
    same = kind_of(run, question).tap(tap.act, answer) == answer
    return Repeated(run) if same else Stale(run)


def _acted(form: Form, run: Run, question: Question, act: Act) -> Step:
    match act:
        case Act.BACK:
            return Asked(replace(run, why=False)) if run.why else _back(form, run)
        case Act.SKIP:
            return _skipped(form, run, question)
        case Act.WHY | Act.RETURN:
            return Asked(replace(run, why=act == Act.WHY))
        case _:
            return Stale(run)


def _back(form: Form, run: Run) -> Step:
    """Go back one question and keep its answer on offer; out of an edit, back to the summary."""
    if run.editing is not None:
        return Asked(_settled(run))
    asked = before(form, run)
    if not asked:
        return Refused(run, FIRST)
    return Asked(_settled(_reopened(run, frozenset({asked[-1].key}))))


def _skipped(form: Form, run: Run, question: Question) -> Step:
    if not question.optional:
        return Refused(run, NEEDED)
    opened = _reopened(run, frozenset({question.key}))
    return _next(form, replace(opened, skipped=(*opened.skipped, question.key)))


def _answered(form: Form, run: Run, question: Question, answer: Answer) -> Step:
    """Write an answer down; where a mind was changed, what depended on it is asked again."""
    old = dict(run.answers).get(question.key, dict(run.offered).get(question.key))
    changed = old is not None and old != answer
    opened = _reopened(run, _dependent(form, question.key)) if changed else run
    return _next(
        form,
        replace(
            opened,
            answers=tuple({**dict(opened.answers), question.key: answer}.items()),
            offered=tuple(p for p in opened.offered if p[0] != question.key),
            prefilled=tuple(k for k in opened.prefilled if k != question.key),
            skipped=tuple(k for k in opened.skipped if k != question.key),
        ),
    )


def _next(form: Form, run: Run) -> Step:
    settled = _settled(run)
    ended = form.confirm is None and current(form, settled) is None
    return Completed(settled) if ended else Asked(settled)


def _settled(run: Run) -> Run:
    return replace(run, draft=None, editing=None, why=False)


def _reopened(run: Run, keys: frozenset[str]) -> Run:
    """Take answers back so that they are asked again, with the old ones on offer."""
    taken = {key: answer for key, answer in run.answers if key in keys}
    return replace(
        run,
        answers=tuple(pair for pair in run.answers if pair[0] not in keys),
        offered=tuple({**dict(run.offered), **taken}.items()),
        prefilled=tuple(key for key in run.prefilled if key not in keys),
        skipped=tuple(key for key in run.skipped if key not in keys),
    )


def _dependent(form: Form, key: str) -> frozenset[str]:
    """List the questions whose being asked hangs on this one, also through others between."""
    found = {key}
    for question in form.questions:
        if not found.isdisjoint(conditions.keys(question.when)):
            found.add(question.key)
    return frozenset(found - {key})

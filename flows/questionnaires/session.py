"""A session in the chat: what hurts in it, and how it was at its end."""

from msgspec.structs import replace

from flows.questionnaires.checkin import DONE, PAIN
from flows.questions.form import Form
from flows.questions.numbers import Scale
from flows.words import T

_DONE = {one.key: one for one in DONE}
_PAIN = {one.key: one for one in PAIN}

HURT = Form(
    name="hurt",
    version=1,
    title=T("Pain in the session"),
    questions=(
        replace(
            _PAIN["pain"],
            text=T("Stop for a moment. How strong is it?"),
            why=T("1 and 2 are noted, from 3 on your trainer hears of it, from 6 on we stop."),
            kind=Scale(1, 10, T("hardly there"), T("the worst there is")),
        ),
        _PAIN["pain_where"],
        _PAIN["pain_kind"],
    ),
)
SESSION_END = Form(
    name="session",
    version=1,
    title=T("How it was"),
    questions=(
        replace(
            _DONE["effort"],
            text=T("How hard was the session?"),
            when=None,
            optional=True,
        ),
        replace(_DONE["form"], text=T("How was your technique today?"), when=None, optional=True),
    ),
)

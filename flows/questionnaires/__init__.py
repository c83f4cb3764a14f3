"""The conversations as typed data, one form a file; FORMS has them by name."""

from collections.abc import Mapping

from flows.questionnaires.checkin import CHECKIN
from flows.questionnaires.clearance import CLEARANCE, SEEN_WORD
from flows.questionnaires.comeback import COMEBACK
from flows.questionnaires.desk import DESK
from flows.questionnaires.gym import GYM
from flows.questionnaires.health import HEALTH
from flows.questionnaires.in_person import IN_PERSON
from flows.questionnaires.intake import INTAKE
from flows.questionnaires.invite import INVITE
from flows.questionnaires.letters import ANSWERING, JOTTING, STAND_IN, WRITING
from flows.questionnaires.movement import MOVEMENT
from flows.questionnaires.overruling import OVERRULING
from flows.questionnaires.pause import PAUSE
from flows.questionnaires.picture import PICTURE
from flows.questionnaires.reminder import REMINDER
from flows.questionnaires.retest import RETEST
from flows.questionnaires.segment import SEGMENT
from flows.questionnaires.session import HURT, SESSION_END
from flows.questionnaires.settings import SETTINGS
from flows.questionnaires.signs import SIGN_FORM
from flows.questionnaires.solo import SOLO
from flows.questionnaires.timing import TIMING
from flows.questionnaires.ways import WAYS
from flows.questionnaires.welcome import WELCOME
from flows.questionnaires.wish import NOTE, WISH
from flows.questions.form import Form

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        WELCOME,
        INTAKE,
        HEALTH,
        MOVEMENT,
        RETEST,
        CHECKIN,
        SIGN_FORM,
        CLEARANCE,
        PAUSE,
        COMEBACK,
        GYM,
        INVITE,
        SOLO,
        DESK,
        REMINDER,
        SEGMENT,
        TIMING,
        PICTURE,
        SETTINGS,
        HURT,
        SESSION_END,
        NOTE,
        WISH,
        OVERRULING,
        WRITING,
        ANSWERING,
        JOTTING,
        WAYS,
        IN_PERSON,
        SEEN_WORD,
        STAND_IN,
    )
}

"""The warning signs, how grave each is, and the words for them."""

from enum import StrEnum

from flows.words import T


class Severity(StrEnum):
    """How grave an open item is; `EMERGENCY` shows the emergency words first."""

    EMERGENCY = "emergency"
    STOP = "stop"
    REFER = "refer"
    HUMAN = "human"


class Sign(StrEnum):
    """Warning signs; any of them stops training until it is cleared."""

    CHEST = "chest"
    SYNCOPE = "syncope"
    DIZZY = "dizzy"
    DYSPNEA = "dyspnea"
    PALPITATIONS = "palpitations"
    EDEMA = "edema"
    CLAUDICATION = "claudication"
    STROKE = "stroke"
    COLD_SWEAT = "cold_sweat"
    HYPOGLYCEMIA = "hypoglycemia"
    HEAT = "heat"
    RHABDO = "rhabdo"
    CAUDA = "cauda"
    BACK = "back"
    PREGNANCY = "pregnancy"
    JOINT = "joint"
    MENTAL = "mental"


# Heat illness is an emergency when confused; who reports it may not know, so it counts as one.
SEVERITIES = {
    Sign.CHEST: Severity.EMERGENCY,
    Sign.SYNCOPE: Severity.EMERGENCY,
    Sign.DIZZY: Severity.STOP,
    Sign.DYSPNEA: Severity.STOP,
    Sign.PALPITATIONS: Severity.STOP,
    Sign.EDEMA: Severity.REFER,
    Sign.CLAUDICATION: Severity.REFER,
    Sign.STROKE: Severity.EMERGENCY,
    Sign.COLD_SWEAT: Severity.STOP,
    Sign.HYPOGLYCEMIA: Severity.STOP,
    Sign.HEAT: Severity.EMERGENCY,
    Sign.RHABDO: Severity.EMERGENCY,
    Sign.CAUDA: Severity.EMERGENCY,
    Sign.BACK: Severity.REFER,
    Sign.PREGNANCY: Severity.STOP,
    Sign.JOINT: Severity.STOP,
    Sign.MENTAL: Severity.HUMAN,
}

SIGN_WORDS = {
    Sign.CHEST: T("pressure or pain in the chest, neck, jaw or arm"),
    Sign.SYNCOPE: T("fainting, or nearly fainting"),
    Sign.DIZZY: T("dizziness or light-headedness"),
    Sign.DYSPNEA: T("short of breath at rest, lying down, or far more than the effort explains"),
    Sign.PALPITATIONS: T("a racing or uneven heartbeat"),
    Sign.EDEMA: T("new swelling of the ankles, or a swollen or painful calf"),
    Sign.CLAUDICATION: T("leg cramps on walking that ease at rest"),
    Sign.STROKE: T("sudden weakness on one side, trouble speaking or seeing, confusion"),
    Sign.COLD_SWEAT: T("sudden cold sweat, nausea or vomiting with effort"),
    Sign.HYPOGLYCEMIA: T("shaky, sweaty or confused, with diabetes"),
    Sign.HEAT: T("headache, nausea, cramps or confusion in the heat"),
    Sign.RHABDO: T("dark urine, or extreme swelling or weakness after a hard session"),
    Sign.CAUDA: T("numbness between the legs, new loss of bladder or bowel control, weak legs"),
    Sign.BACK: T("back pain after an accident, with fever, at night, or with weight loss"),
    Sign.PREGNANCY: T("pregnant, with bleeding, contractions, fluid, headache or less movement"),
    Sign.JOINT: T("a joint that is sharply painful, locks, gives way or swells"),
    Sign.MENTAL: T("thoughts of harming yourself, or trouble with eating"),
}

"""Lists that several forms share: warning signs, places of the body, kinds of pain, equipment."""

from flows.questions.answers import Option
from flows.questions.numbers import Mark
from flows.words import T

SIGNS = (
    Option("chest", T("Chest, neck, jaw or arm pain"), ("chest pain", "chest")),
    Option("syncope", T("Fainted or nearly fainted"), ("faint", "fainting", "passed out")),
    Option("stroke", T("Sudden weakness, speech or sight"), ("stroke",)),
    Option("dyspnea", T("Breathless at rest or too easily"), ("breathless", "breath")),
    Option("palp", T("Racing or irregular heartbeat"), ("palpitations", "heartbeat")),
    Option("dizzy", T("Dizzy or light-headed"), ("dizzy", "dizziness")),
    Option(
        "cold_sweat", T("Cold sweat or sick in training"), ("cold sweat", "vomiting", "nausea")
    ),
    Option("hypo", T("Diabetic: shaky, sweaty, confused"), ("low sugar", "hypo")),
    Option("heat", T("Headache, cramps, confused in heat"), ("heat", "heat stroke")),
    Option("rhabdo", T("Dark urine or extreme swelling"), ("dark urine",)),
    Option("cauda", T("Numb saddle area, bladder, bowel"), ("numb",)),
    Option("edema", T("New swelling of ankles or one calf"), ("swelling", "swollen")),
    Option("claudication", T("Leg cramp walking, gone at rest"), ("leg cramp", "cramp")),
    Option("back_other", T("Back pain: fall, fever or at night"), ("back pain",)),
    Option("preg", T("Pregnant: bleeding or contractions"), ("bleeding",)),
    Option("joint", T("Joint: sharp, locks, gives, swells"), ("joint", "locking")),
    Option("mental", T("Self-harm thoughts or not eating"), ("self harm", "eating", "suicide")),
)
"""The keys are those of the domain's red_flags table, the words are our own."""

PLACES = (
    Option("neck", T("Neck")),
    Option("shoulder", T("Shoulder"), ("shoulders",)),
    Option("arm", T("Elbow or wrist"), ("arm", "elbow", "wrist", "hand", "hands")),
    Option("upper_back", T("Upper back")),
    Option("low_back", T("Lower back"), ("low back", "back", "lumbar")),
    Option("hip", T("Hip or groin"), ("hips", "hip", "groin")),
    Option("knee", T("Knee"), ("knees",)),
    Option("foot", T("Ankle or foot"), ("ankle", "foot", "feet", "achilles")),
    Option("elsewhere", T("Elsewhere"), ("other", "somewhere else")),
)
PAIN_KINDS = (
    Option("sharp", T("Sharp"), ("stabbing", "shooting")),
    Option("locking", T("Locking"), ("locks", "stuck")),
    Option("giving_way", T("Giving way"), ("gives way", "unstable")),
    Option("swelling", T("Swelling"), ("swollen", "swells")),
)
"""Any of these stops training, whatever the number (domain rules, section 5)."""

EQUIPMENT = (
    Option("bands", T("Bands"), ("band", "resistance bands", "tubes")),
    Option("dumbbells", T("Dumbbells"), ("dumbbell", "kettlebell", "kettlebells", "weights")),
    Option("barbell", T("Barbell"), ("barbells", "rack", "olympic bar")),
    Option("machines", T("Machines"), ("machine", "cables", "full gym")),
    Option("medicine_ball", T("Medicine ball"), ("med ball", "ball")),
    Option("jump_room", T("Room to jump"), ("jumping", "space", "box")),
)
EVERYTHING = ("all", "everything", "all of it", "all of them", "all of these", "i have it all")
REASONS = (
    Option("travel", T("Travel"), ("travelling", "holiday", "vacation", "trip")),
    Option("illness", T("Illness"), ("ill", "sick", "flu", "covid", "cold")),
    Option("injury", T("Injury"), ("injured", "hurt")),
    Option("other", T("Something else"), ("other", "work", "family", "busy", "no time")),
)
NONE = Option("none", T("None of these"), ("none", "no", "nothing", "nope"))

GAPS = (
    Mark(
        0,
        Option(
            "0",
            T("Less than a week"),
            ("still training", "this week", "no break", "today", "yesterday"),
        ),
    ),
    Mark(1, Option("1", T("1 week"), ("one week", "a week", "last week"))),
    Mark(3, Option("3", T("2 or 3 weeks"), ("2 to 3 weeks", "2-3 weeks"))),
    Mark(7, Option("7", T("4 to 7 weeks"), ("4-7 weeks", "a month", "last month"))),
    Mark(11, Option("11", T("8 to 11 weeks"), ("8-11 weeks", "two months", "2 months"))),
    Mark(12, Option("12", T("12 weeks or more"), ("more than 12 weeks", "a year", "long ago"))),
)
"""Weeks since last trained. A span counts as its longest: the worse case (domain rules, 8)."""

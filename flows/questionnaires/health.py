"""The health screening: seven topics in our own words, and what has to be asked on a yes.

"Not sure" is a fair answer everywhere and counts as open; so does an empty list of conditions,
which means "I do not know". The topics are those of the domain's
parq table; the conditions are those of special_populations.
"""

from flows.questionnaires.lists import PLACES
from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.form import Form, Question
from flows.questions.numbers import Number
from flows.questions.picks import Choice, YesNoUnsure
from flows.questions.units import MMHG, PREGNANCY, WEEKS
from flows.questions.when import AtLeast, Has, Is, Not, OneOf
from flows.words import T

HEART = (
    Question(
        key="heart",
        code="heart",
        name=T("Heart or blood pressure"),
        text=T("Has a doctor ever found a heart condition or high blood pressure in you?"),
        kind=YesNoUnsure(),
        why=T("Both can go well with training, but the heart has to set the limits first."),
    ),
    Question(
        key="heart_kind",
        code="hkind",
        name=T("What was found"),
        text=T("What was it?"),
        kind=Choices(
            (
                Option("hypertension", T("High blood pressure"), ("blood pressure", "pressure")),
                Option("coronary", T("Heart attack, angina or stent"), ("heart attack",)),
                Option("heart_other", T("Another heart condition"), ("other", "rhythm", "valve")),
            ),
            Option("unsure", T("I do not know"), ("not sure", "no idea", "dont know")),
        ),
        why=T("High blood pressure under control and heart disease need very different care."),
        when=Is("heart", "yes"),
    ),
    Question(
        key="bp_controlled",
        code="bpctrl",
        name=T("Pressure controlled"),
        text=T("Is your blood pressure under control, with or without medicine?"),
        kind=YesNoUnsure(),
        why=T("Under control it limits a few exercises; otherwise a doctor comes first."),
        when=Has("heart_kind", ("hypertension",)),
    ),
    Question(
        key="bp_upper",
        code="bpup",
        name=T("Upper blood pressure"),
        text=T("If you know your last reading: what was the upper number? Otherwise skip."),
        kind=Number(60, 260, MMHG, start=120, jumps=(110, 120, 130, 140, 160, 180), of_two=0),
        why=T("With a very high reading nobody should train that day."),
        when=Has("heart_kind", ("hypertension",)),
        optional=True,
    ),
    Question(
        key="bp_lower",
        code="bplow",
        name=T("Lower blood pressure"),
        text=T("And the lower number?"),
        kind=Number(30, 160, MMHG, start=80, jumps=(70, 80, 90, 100, 110), of_two=1),
        why=T("With a very high reading nobody should train that day."),
        when=AtLeast("bp_upper", 1),
        optional=True,
    ),
)
SIGNALS = (
    Question(
        key="chest_pain",
        code="chest",
        name=T("Chest pain"),
        text=T(
            "Do you get pain or pressure in your chest: at rest, in daily life or in training?"
        ),
        kind=YesNoUnsure(),
        why=T("It may come from the heart, and then it has to be looked at before you train."),
    ),
    Question(
        key="dizziness",
        code="dizzy",
        name=T("Dizzy or passed out"),
        text=T(
            "In the last 12 months, did you lose your balance from dizziness, or pass out?"
            " (Not from breathing too fast.)"
        ),
        kind=YesNoUnsure(),
        why=T("The cause should be known before we ask for effort or balance."),
    ),
)
CONDITIONS = (
    Question(
        key="condition",
        code="cond",
        name=T("Other condition"),
        text=T("Has a doctor found any other long-term condition in you?"),
        kind=YesNoUnsure(),
        why=T("Many conditions get better with training, each with its own limits."),
    ),
    Question(
        key="conditions",
        code="conds",
        name=T("Which conditions"),
        text=T("Which of these?"),
        kind=Choices(
            (
                Option("diabetes", T("Diabetes"), ("diabetic", "sugar")),
                Option("overweight_obese", T("Obesity"), ("overweight", "obese")),
                Option("osteoporosis", T("Osteoporosis"), ("brittle bones", "weak bones")),
                Option("arthritis", T("Arthritis"), ("osteoarthritis", "rheumatism")),
                Option("cancer", T("Cancer, now or before"), ("cancer", "tumor", "tumour")),
                Option("lung_disease", T("Asthma, COPD, other lung"), ("asthma", "copd", "lung")),
                Option("PAD", T("Narrow arteries in the legs"), ("pad", "arteries")),
                Option("low_back_pain", T("Low back pain"), ("back pain", "back", "sciatica")),
                Option("other", T("Another one"), ("other", "something else")),
            ),
            Option("unsure", T("I do not know"), ("not sure", "no idea", "dont know", "none")),
        ),
        why=T("What each allows is known; the strictest of them sets how high you may go."),
        when=Is("condition", "yes"),
    ),
    Question(
        key="condition_symptoms",
        code="csymp",
        name=T("Symptoms from it now"),
        text=T("Do you have symptoms from it now, or is it not well controlled?"),
        kind=YesNoUnsure(),
        why=T("Without symptoms you may begin low; with them a professional speaks first."),
        when=Is("condition", "yes"),
    ),
    Question(
        key="medicine",
        code="med",
        name=T("Regular medicine"),
        text=T("Do you take prescribed medicine for a long-term condition?"),
        kind=YesNoUnsure(),
        why=T("Some medicines change how your body answers to effort."),
    ),
    Question(
        key="medicine_heart_rate",
        code="medhr",
        name=T("Medicine slows the heart"),
        text=T(
            "Does any of it change your heart rate? Beta-blockers do; their names end in -olol."
        ),
        kind=YesNoUnsure(),
        why=T("Then we never use heart-rate targets, only how hard it feels."),
        when=Is("medicine", "yes"),
    ),
)
JOINTS = (
    Question(
        key="joint",
        code="joint",
        name=T("Bone, joint or muscle"),
        text=T(
            "Do you have a bone, joint, muscle or tendon problem, now or in the last 12"
            " months, that training could make worse?"
        ),
        kind=YesNoUnsure(),
        why=T("We leave out what loads the place, and step up when it is quiet."),
    ),
    Question(
        key="joint_where",
        code="jwhere",
        name=T("Where"),
        text=T("Where?"),
        kind=Choices(PLACES),
        why=T("Exercises are chosen around it."),
        when=Is("joint", "yes"),
    ),
    Question(
        key="joint_kind",
        code="jkind",
        name=T("How it is now"),
        text=T("How is it now?"),
        kind=Choice(
            (
                Option("healed", T("Healed, no trouble"), ("healed", "gone", "fine")),
                Option("ache", T("Aches or is stiff at times"), ("ache", "stiff", "aches")),
                Option("acute", T("Sharp, locks, gives way or swells"), ("sharp", "swollen")),
                Option("unsure", T("Not sure"), ("unsure", "dont know")),
            )
        ),
        why=T("A sharp, locking or swollen joint should be seen before it is loaded."),
        when=Is("joint", "yes"),
    ),
    Question(
        key="supervised",
        code="superv",
        name=T("Only with supervision"),
        text=T("Has a doctor told you to exercise only under medical supervision?"),
        kind=YesNoUnsure(),
        why=T("Then a chat cannot replace it, and we will say what to do instead."),
    ),
)
PREGNANT = (
    Question(
        key="pregnancy",
        code="preg",
        name=T("Pregnancy"),
        text=T("Are you pregnant, or have you had a baby in the last 12 months?"),
        kind=Choice(
            (
                Option("no", T("No"), ("n", "neither", "not pregnant", "nope")),
                Option("pregnant", T("Pregnant"), ("yes", "expecting")),
                Option("postpartum", T("Had a baby"), ("baby", "birth", "post partum")),
                Option("unsure", T("Not sure"), ("unsure", "maybe", "dont know")),
            )
        ),
        why=T("Training is good for most, but steps and positions change with the weeks."),
        when=Not(Is("sex", "male")),
    ),
    Question(
        key="pregnancy_week",
        code="pweek",
        name=T("Week of pregnancy"),
        text=T("In which week? Skip it when you are not sure."),
        kind=Number(1, 42, PREGNANCY, start=12, jumps=(6, 12, 20, 28, 36)),
        why=T("After week 12 lying on the back or front is left out. Unknown counts as later."),
        when=OneOf("pregnancy", ("pregnant", "unsure")),
        optional=True,
    ),
    Question(
        key="postpartum_weeks",
        code="ppweek",
        name=T("Weeks since the birth"),
        text=T("How many weeks ago was the birth?"),
        kind=Number(0, 52, WEEKS, start=8, jumps=(2, 6, 12, 26)),
        why=T("The first six weeks belong to rest and the deep muscles."),
        when=Is("pregnancy", "postpartum"),
    ),
)

HEALTH = Form(
    name="health",
    version=1,
    title=T("Your health"),
    questions=(*HEART, *SIGNALS, *CONDITIONS, *JOINTS, *PREGNANT),
    known=("sex",),
    confirm=T("This is right ✓"),
)

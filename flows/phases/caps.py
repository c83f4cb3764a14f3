"""The highest step a person may stand on, and what bounds it (domain rules, section 6)."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from flows.phases.groups import early_pregnancy, groups
from flows.phases.policy import Caps, Policy
from flows.phases.profile import Condition, Equipment, Movement, Profile
from flows.phases.reasons import Cited, Direction, Reason, shown
from flows.steps import Phase
from flows.words import T, Text

HEAVY = frozenset({Equipment.BARBELL, Equipment.MACHINES})


class Bound(Struct, frozen=True, kw_only=True):
    """The steps one circumstance leaves, and the reason for it.

    `known` False: nothing was told, and the worse case is taken. It keeps nobody from where they
    stand, only from going on. `judged`: a trainer who moves somebody on has looked, and lifts it.
    """

    steps: frozenset[Phase]
    reason: Reason
    known: bool
    judged: bool = False


ALL = frozenset(Phase)


class Cap(Struct, frozen=True, kw_only=True):
    """All bounds of a person; `steps` are those that every one of them leaves, always step 1.

    `looked`: the steps that are left when a trainer has looked.
    """

    bounds: tuple[Bound, ...] = ()
    steps: frozenset[Phase] = ALL
    looked: frozenset[Phase] = ALL

    @property
    def phase(self) -> Phase:
        """The highest allowed step."""
        return max(self.steps)

    def against(self, phase: Phase) -> tuple[Reason, ...]:
        """Why that step is not allowed; empty when it is."""
        return tuple(bound.reason for bound in self.bounds if phase not in bound.steps)

    def lowering(self, phase: Phase) -> tuple[Reason, ...]:
        """Why somebody who stands there has to come down: what is known to forbid the step."""
        against = (bound for bound in self.bounds if phase not in bound.steps)
        return tuple(bound.reason for bound in against if bound.known)


OF_GROUP: dict[Condition, Callable[[Caps], tuple[Phase, Phase]]] = {
    Condition.YOUTH: lambda caps: caps.youth,
    Condition.OLDER_ADULT: lambda caps: caps.older_adult,
    Condition.OVERWEIGHT_OBESE: lambda caps: caps.overweight_obese,
    Condition.DIABETES: lambda caps: caps.diabetes,
    Condition.HYPERTENSION: lambda caps: caps.hypertension,
    Condition.CORONARY: lambda caps: caps.coronary,
    Condition.OSTEOPOROSIS: lambda caps: caps.osteoporosis,
    Condition.ARTHRITIS: lambda caps: caps.arthritis,
    Condition.CANCER: lambda caps: caps.cancer,
    Condition.POSTPARTUM: lambda caps: caps.postpartum,
    Condition.LUNG_DISEASE: lambda caps: caps.lung_disease,
    Condition.ARTERIAL_DISEASE: lambda caps: caps.arterial_disease,
    Condition.LOW_BACK_PAIN: lambda caps: caps.low_back_pain,
}

GROUP_WORDS: dict[Condition, Text] = {
    Condition.YOUTH: T("your age (not grown up yet, or not told)"),
    Condition.OLDER_ADULT: T("being an older adult"),
    Condition.OVERWEIGHT_OBESE: T("body weight"),
    Condition.DIABETES: T("diabetes"),
    Condition.HYPERTENSION: T("high blood pressure"),
    Condition.CORONARY: T("a heart condition"),
    Condition.OSTEOPOROSIS: T("osteoporosis"),
    Condition.ARTHRITIS: T("arthritis"),
    Condition.CANCER: T("cancer"),
    Condition.PREGNANCY: T("pregnancy"),
    Condition.POSTPARTUM: T("the time after a birth"),
    Condition.LUNG_DISEASE: T("lung disease"),
    Condition.ARTERIAL_DISEASE: T("arterial disease"),
    Condition.LOW_BACK_PAIN: T("low back pain"),
}


def cap(profile: Profile, policy: Policy, movement: Movement | None, scope: Phase | None) -> Cap:
    """Join all bounds: groups, a fall, equipment, and the scope of the clearances (None: none)."""
    bounds = (
        *_groups(profile, policy),
        *_fall(profile, policy, movement),
        *_scope(scope, policy),
        *_equipment(profile, policy),
    )
    looked = (bound.steps for bound in bounds if not bound.judged)
    return Cap(
        bounds=bounds,
        steps=ALL.intersection(*(bound.steps for bound in bounds)),
        looked=ALL.intersection(*looked),
    )


def group_cap(group: Condition, profile: Profile, policy: Policy) -> Phase:
    """Give the highest step of one group; with a trainer some may go further."""
    if group is Condition.PREGNANCY:
        easy = early_pregnancy(profile, policy) and profile.used_to_training
        return policy.pregnancy.early_cap if easy else policy.pregnancy.later_cap
    return OF_GROUP[group](policy.caps)[int(profile.supervised)]


def _up_to(top: Phase) -> frozenset[Phase]:
    return frozenset(phase for phase in Phase if phase <= top)


def _bound(
    rule: str, steps: frozenset[Phase], read: tuple[str, str], cited: Cited, text: Text
) -> Bound:
    """Bound by what was read; a reading "unknown" is not known."""
    reason = Reason(
        rule=rule,
        direction=Direction.HOLD,
        readings=(read,),
        threshold=f"{max(steps)}",
        source=cited.source,
        key=cited.key,
        text=text,
    )
    return Bound(steps=steps, reason=reason, known=read[1] != shown(None))


def _groups(profile: Profile, policy: Policy) -> Iterator[Bound]:
    for group in groups(profile, policy):
        top = group_cap(group, profile, policy)
        if top < max(Phase):
            unasked = group is Condition.YOUTH and profile.age is None
            read = ("age", shown(None)) if unasked else ("group", group)
            cited = policy.cite(_key(group, profile, policy))
            text = _group_text(group, profile, policy)
            yield _bound("cap." + group, _up_to(top), read, cited, text)


def _key(group: Condition, profile: Profile, policy: Policy) -> str:
    if group is not Condition.PREGNANCY:
        return "caps." + group
    early = group_cap(group, profile, policy) == policy.pregnancy.early_cap
    return "pregnancy.early_cap" if early else "pregnancy.later_cap"


def _group_text(group: Condition, profile: Profile, policy: Policy) -> Text:
    top = group_cap(group, profile, policy)
    helped = group_cap(group, _with_trainer(profile), policy)
    if helped > top:
        return T(
            "Because of {group} we stay at step {step} or below; with a trainer up to {more}.",
            group=GROUP_WORDS[group],
            step=top,
            more=helped,
        )
    return T(
        "Because of {group} we stay at step {step} or below. If that changes, tell us.",
        group=GROUP_WORDS[group],
        step=top,
    )


def _with_trainer(profile: Profile) -> Profile:
    return Profile(
        supervised=True,
        pregnancy_week=profile.pregnancy_week,
        used_to_training=profile.used_to_training,
    )


def _fall(profile: Profile, policy: Policy, movement: Movement | None) -> Iterator[Bound]:
    steady = movement is not None and movement.steady
    if profile.fell_last_year and not steady:
        found = _bound(
            "cap.fall",
            _up_to(policy.caps.fall),
            ("fell_last_year", "yes"),
            policy.cite("caps.fall"),
            T("After a fall we stay on step 1 until a trainer has looked at your balance."),
        )
        yield replace(found, judged=True)


def _scope(scope: Phase | None, policy: Policy) -> Iterator[Bound]:
    if scope is not None and scope < max(Phase):
        text = T(
            "Your clearance reaches up to step {step}. A professional's written word, "
            "seen by a trainer, can widen it.",
            step=scope,
        )
        yield _bound(
            "cap.clearance",
            _up_to(scope),
            ("scope", f"{int(scope)}"),
            policy.cite("clearance.declared_scope"),
            text,
        )


def _equipment(profile: Profile, policy: Policy) -> Iterator[Bound]:
    steps = suited(profile, policy)
    if steps != ALL:
        yield _too_little(profile.equipment, steps, policy)


def _too_little(
    have: tuple[Equipment, ...] | None, steps: frozenset[Phase], policy: Policy
) -> Bound:
    text = T(
        "Your equipment: {have}. Dumbbells open step {some}, a barbell or machines every step; "
        "a medicine ball and room to jump open step {last}.",
        some=int(policy.caps.dumbbells),
        last=int(Phase.POWER),
        have=", ".join(have) if have else ("none" if have == () else "unknown"),
    )
    read = ("equipment", "unknown" if have is None else ", ".join(have) or "none")
    some = Equipment.DUMBBELLS in (have or ())
    cited = policy.cite("caps.dumbbells" if some else "caps.little_equipment")
    return _bound("cap.equipment", steps, read, cited, text)


def suited(profile: Profile, policy: Policy) -> frozenset[Phase]:
    """Give the steps that the equipment is enough for; unknown counts as none."""
    have = frozenset(profile.equipment or ())
    if have & HEAVY:
        return ALL
    top = policy.caps.dumbbells if Equipment.DUMBBELLS in have else policy.caps.little_equipment
    return _up_to(top) | ({Phase.POWER} if Equipment.BALL_AND_ROOM in have else frozenset())

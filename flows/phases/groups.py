"""Which groups with limits a person belongs to, by what they told and by age and weight."""

from flows.phases.policy import Policy
from flows.phases.profile import Condition, Profile


def groups(profile: Profile, policy: Policy) -> tuple[Condition, ...]:
    """Told conditions first, then youth, older adult and overweight as age and weight say.

    An unknown age counts as youth. An unknown weight adds nothing: nothing is refused for it.
    """
    told = profile.conditions or ()
    seen = (*by_age(profile, policy), *by_weight(profile, policy))
    return (*told, *(group for group in seen if group not in told))


def by_age(profile: Profile, policy: Policy) -> tuple[Condition, ...]:
    """Youth under 18 or of unknown age, older adult from 65, else none."""
    if profile.age is None or profile.age < policy.age.adult:
        return (Condition.YOUTH,)
    return (Condition.OLDER_ADULT,) if profile.age >= policy.age.older else ()


def by_weight(profile: Profile, policy: Policy) -> tuple[Condition, ...]:
    """Overweight from the policy's body mass index on."""
    index = body_mass_index(profile)
    return (
        (Condition.OVERWEIGHT_OBESE,) if index is not None and index >= policy.body.obese else ()
    )


def body_mass_index(profile: Profile) -> float | None:
    """Weight over height squared in kg/m² (NASM CPT 7e ch. 11), None when unknown."""
    if not profile.height_cm or profile.weight_kg is None:
        return None
    metres = profile.height_cm / 100
    return profile.weight_kg / (metres * metres)


def thin(profile: Profile, policy: Policy) -> bool:
    """Whether losing fat is refused: a body mass index below the policy's."""
    index = body_mass_index(profile)
    return index is not None and index < policy.body.thin


def early_pregnancy(profile: Profile, policy: Policy) -> bool:
    """Whether the week is known and within the early weeks; unknown or impossible is not."""
    week = profile.pregnancy_week
    return week is not None and 1 <= week <= policy.pregnancy.early_weeks

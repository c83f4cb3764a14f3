"""What the rules are called where a trainer reads which of them they overrule."""

from flows.words import T, Text

RULES: dict[str, Text] = {
    "all_met": T("a step up that was ready"),
    "allowed": T("what their conditions allow"),
    "back": T("the way back after a break"),
    "by_hand": T("steps by hand"),
    "by_trainer": T("a trainer's yes"),
    "cleared": T("clearance"),
    "deconditioned": T("months of regular training"),
    "effort_fits": T("effort"),
    "fall": T("falls"),
    "faultless": T("movement faults"),
    "faults": T("movement faults"),
    "form_good": T("technique"),
    "has_trainer": T("a trainer for the high steps"),
    "injury": T("an injury"),
    "kept_training": T("time off"),
    "lands_well": T("landing"),
    "lifted": T("months of lifting"),
    "long_enough": T("weeks on the step"),
    "longest": T("weeks on one step"),
    "moves_well": T("movement quality"),
    "new": T("a new start"),
    "new_goal": T("a new goal"),
    "no_way": T("the end of the route"),
    "not_just_moved": T("weeks since the last move"),
    "not_pregnant": T("pregnancy"),
    "nothing_left": T("the end of the route"),
    "pain": T("pain"),
    "pain_low": T("pain"),
    "pain_noted": T("pain"),
    "quiet_over": T("quiet weeks after something was cleared"),
    "rested": T("recovery"),
    "route_asks": T("their route"),
    "screened": T("the movement check"),
    "stands_steadily": T("balance on one leg"),
    "start": T("where they begin"),
    "supported": T("a movement check that is open"),
    "time_off": T("time off"),
    "told": T("a week that was told"),
    "trained_enough": T("sessions done"),
    "trainer": T("a trainer's word"),
    "undulating": T("mixed weeks"),
    "walk": T("walking first"),
    "well": T("being well"),
}


def named(rule: str) -> Text:
    """Name a rule by its code; of one without a name, the code in words."""
    return RULES.get(rule, T("{rule}", rule=rule.replace("_", " ")))

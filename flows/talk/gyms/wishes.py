"""What those who run a gym ask of it, and what each needs: nobody else is heard."""

from typing import assert_never

from flows.effects import Decision, Survey
from flows.events import Told
from flows.gym import Gym, may
from flows.news import GymAsked, InviteRevoked, InviteWanted
from flows.people import Act, Role, gym_id
from flows.phases.office import Reminders
from flows.reminded import PhasesAsked, PhaseTurned
from flows.running import (
    GroupConnected,
    GroupLeft,
    InviteChanged,
    InvitePictured,
    InviteQuestioned,
    InvitesAsked,
    PostDecided,
    PostDrafted,
    StaffAsked,
    StaffDismissed,
)
from flows.talk.casts import library
from flows.talk.gyms import group, invites, staff, working
from flows.ways import WaysChosen

Link = InvitesAsked | InviteRevoked | InviteChanged | InvitePictured | InviteQuestioned
Group = GroupConnected | GroupLeft | PostDrafted | PostDecided
Phases = PhasesAsked | PhaseTurned
Staff = StaffAsked | StaffDismissed
Wish = GymAsked | Staff | InviteWanted | Link | Group | Phases | WaysChosen

NEEDS: dict[type[Wish], Act] = {
    GymAsked: Act.COUNT,
    InviteWanted: Act.INVITE,
    InvitesAsked: Act.INVITE,
    InviteRevoked: Act.INVITE,
    InviteChanged: Act.INVITE,
    InvitePictured: Act.INVITE,
    InviteQuestioned: Act.INVITE,
    GroupConnected: Act.CONNECT,
    GroupLeft: Act.CONNECT,
    PostDrafted: Act.REMIND,
    PostDecided: Act.REMIND,
    PhasesAsked: Act.REMIND,
    PhaseTurned: Act.REMIND,
    WaysChosen: Act.SETTLE,
    StaffAsked: Act.DISMISS,
    StaffDismissed: Act.DISMISS,
}


def granted(gym: Gym, news: Wish, event: Told, limits: Reminders) -> Decision[Gym]:
    """Do what somebody asks whose role here allows it."""
    if not may(gym, news.by, _needs(news)):
        return Decision(state=gym)
    match news:
        case GymAsked():
            survey = Survey(gym=gym_id(gym.code), by=news.by, view=news.view)
            return Decision(state=gym, effects=(survey,))
        case InviteWanted():
            return invites.wanted(gym, news, event)
        case GroupConnected() | GroupLeft() | PostDrafted() | PostDecided():
            return _group(gym, news, event)
        case PhasesAsked() | PhaseTurned():
            return library.turned(gym, news, event.salt, limits)
        case StaffAsked() | StaffDismissed():
            return staff.turn(gym, news)
        case WaysChosen():
            return working.chosen(gym, news)
        case _:
            return invites.handled(gym, news, event.at)


def _needs(news: Wish) -> Act:
    appoints = isinstance(news, InviteWanted) and news.role is Role.MANAGER
    return Act.APPOINT if appoints else NEEDS[type(news)]


def _group(gym: Gym, news: Group, event: Told) -> Decision[Gym]:
    match news:
        case GroupConnected():
            return group.connected(gym, news)
        case GroupLeft():
            return group.left(gym, news)
        case PostDrafted():
            return group.drafted(gym, news, event)
        case PostDecided():
            return group.decided(gym, news)
        case _:
            assert_never(news)

"""What people usually do in tests: the assessment, a week told, a gym with a trainer."""

from tests.flows.world import World

MIA, TOM, GINA = 1, 2, 3

WELCOME = ("✓ 35", "Yes", "That is right ✓")
INTAKE = (
    "General health", "Female", "Skip", "Skip", "1 to 2 years", "Less than a week", "3",
    "Dumbbells", "Barbell", "Done", "No", "London", "Sun", "18:00", "All right ✓",
)  # fmt: skip
HEALTH = (*("No",) * 8, "This is right ✓")
MOVEMENT = (
    "Done, no pain", "No", "No", "No", "No", "No", "Done, no pain", "60 seconds", "✓ 60 seconds",
    "Not today", "Not today", "That is it ✓",
)  # fmt: skip
GOOD_WEEK = ("3", "6", "3", "Good", "2", "2", "2", "2", "0", "No", "Send ✓")


def answers(world: World, who: int, labels: tuple[str, ...]) -> None:
    for label in labels:
        world.taps(who, label)


def assessed(world: World, who: int = MIA, intake: tuple[str, ...] = INTAKE) -> None:
    """Walk the whole assessment with taps alone, as somebody healthy with some experience."""
    if who not in world.screens:
        world.commands(who, "/start")
        world.taps(who, "Begin my assessment")
    answers(world, who, (*WELCOME, *intake, *HEALTH, *MOVEMENT))


def week(world: World, who: int = MIA, told: tuple[str, ...] = GOOD_WEEK) -> None:
    """Sleep until the next check-in has been asked, and tell it."""
    client = world.person(who).client
    assert client is not None
    due = client.calendar.next
    while world.now.date() <= due:
        world.sleeps(hours=6)
    answers(world, who, told)


def gym(world: World, owner: int = GINA) -> None:
    world.commands(owner, "/gym new")
    world.taps(owner, "My gym")


def joins(world: World, who: int, role: str, owner: int = GINA) -> None:
    follows(world, who, role, owner)
    world.taps(who, "I agree")


def follows(world: World, who: int, role: str, owner: int = GINA) -> None:
    """Let somebody open a new link of a gym."""
    world.commands(owner, "/gym")
    world.taps(owner, f"Invite a {role}")
    world.commands(who, f"/start {world.link(owner)}")


def forces(world: World, step: int) -> None:
    """Choose a step on Tom's last ping by a button that is not offered there any more."""
    shown = (data for one in world.screens[TOM] for data in one.buttons.values())
    *_, back = (data for data in shown if data.endswith("|back"))
    world.forges(TOM, f"{back.removesuffix('back')}{step}")
    world.taps(TOM, "I saw it in person")

"""What people of a town do together: a gym with a trainer and a client, an assessment, a week."""

from bot.sandbox.terms import Json
from tests.bot.sandbox.judges import judge_request
from tests.flows.people import GOOD_WEEK, HEALTH, INTAKE, MOVEMENT, WELCOME
from tests.stories.rig import Client, Rig

WHOLE = {
    "✓ 35": "✓ 35 years",
    "Dumbbells": "☐ Dumbbells",
    "Barbell": "☐ Barbell",
    "Done": "Done ✓",
}
ASSESSMENT = tuple(WHOLE.get(one, one) for one in (*WELCOME, *INTAKE, *HEALTH, *MOVEMENT))
WEEK = GOOD_WEEK


async def taps(who: Client, *labels: str) -> None:
    for label in labels:
        answer = await who.taps(label)
        assert answer is not None, f"nobody answered the tap on {label}"


def link(owner: Client) -> str:
    """Read the code of the newest invitation on the owner's screen."""
    texts = [text for text in owner.all_heard() if "?start=" in text]
    return texts[-1].partition("?start=")[2].split()[0]


async def staffed(rig: Rig) -> tuple[Client, Client, Client]:
    """Let Gina open a gym, and Tom and Mia join it as trainer and client."""
    mia, tom, gina = [await rig.client(name) for name in ("Mia", "Tom", "Gina")]
    await gina.says("/start")
    await taps(gina, "I run a gym", "My gym")
    for who, label in ((tom, "Invite a trainer"), (mia, "Invite a client")):
        await gina.says("/gym")
        await taps(gina, label)
        await who.says(f"/start {link(gina)}")
        await taps(who, "I agree")
    return mia, tom, gina


def judged(rig: Rig) -> list[Json]:
    """Hold every request against aiogram's own classes; give those the town refused.

    Polls come as a query, where a list is written as text: the town alone judges those.
    """
    for call in rig.town.calls:
        if call.method != "getUpdates":
            judge_request(call)
    return [dict(call.answer) for call in rig.town.calls if not call.answer.get("ok")]

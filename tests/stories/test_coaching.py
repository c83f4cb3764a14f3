"""A trainer at work over real HTTP: the roster, the card, letters, a hand-over, with crashes."""

import pytest

from tests.stories.people import ASSESSMENT, WEEK, judged, link, staffed, taps
from tests.stories.rig import Rig

pytestmark = pytest.mark.timeout(90)


async def test_a_card_is_read_acted_on_and_written_from(durable_town: Rig) -> None:
    mia, tom, _ = await staffed(durable_town)
    await taps(mia, *ASSESSMENT)
    await tom.replies("Mia finished the assessment", "Welcome, Mia!")
    assert mia.sees("Tom writes:")
    assert mia.sees("Welcome, Mia!")
    await durable_town.crash_and_restart()
    await mia.replies("Tom writes:", "Thank you & <b>hello</b>")
    assert tom.sees("Mia answers:")
    assert tom.sees("Thank you & <b>hello</b>")
    await durable_town.sleeps(days=7)
    await taps(mia, *WEEK)
    await tom.says("/roster mi")
    assert any("Mia: step 1" in text for text in tom.all_heard())
    await taps(tom, "Mia")
    assert any("Step 1, stabilization endurance, week 2" in text for text in tom.all_heard())
    await taps(tom, "Move", "2 strength endurance")
    await durable_town.crash_and_restart()
    await taps(tom, "They are ready for more")
    assert sum("Up: step 2" in text for text in mia.all_heard()) == 1
    assert sum("You passed over: long enough" in text for text in tom.all_heard()) == 1
    assert judged(durable_town) == []


async def test_a_client_goes_to_a_colleague_once(durable_town: Rig) -> None:
    mia, tom, gina = await staffed(durable_town)
    eve = await durable_town.client("Eve")
    await gina.says("/gym")
    await taps(gina, "Invite a trainer")
    await eve.says(f"/start {link(gina)}")
    await taps(eve, "I agree")
    await taps(mia, *ASSESSMENT)
    await tom.says("/client mia")
    await taps(tom, "Hand over", "Eve")
    await durable_town.crash_and_restart()
    await taps(eve, "I take Mia")
    assert sum("Tom hands you over to Eve" in text for text in mia.all_heard()) == 1
    assert sum("is your client now" in text for text in eve.all_heard()) == 1
    await tom.says("/client mia")
    assert tom.sees("Nobody whom you train")
    await gina.says("/roster")
    assert any("with Eve" in text for text in gina.all_heard())
    assert judged(durable_town) == []

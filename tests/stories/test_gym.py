"""Those who run a gym: a poster to scan, a manager, a group, numbers, over a real line."""

from tests.stories.people import judged, link, staffed, taps
from tests.stories.rig import Rig


async def test_a_manager_makes_a_poster_that_many_follow(town: Rig) -> None:
    _, _, gina = await staffed(town)
    max_ = await town.client("Max")
    await gina.says("/gym")
    await taps(gina, "Invite a manager")
    await max_.says(f"/start {link(gina)}")
    await taps(max_, "I agree")
    await max_.says("/gym")
    await taps(max_, "Invite a client", "For more people, or longer", "Any number, for a poster")
    await taps(max_, "30 days", "Change the link ✓", "As a picture")
    photo = max_.messages[-1]
    assert photo["photo"][0]["width"] == photo["photo"][0]["height"] > 400
    assert link(max_) in photo["caption"]
    for name in ("Ada", "Bea"):
        newcomer = await town.client(name)
        await newcomer.says(f"/start {link(max_)}")
        await taps(newcomer, "I agree")
    await gina.says("/gym")
    assert "Members: 3" in gina.hears()
    assert judged(town) == []


async def test_a_group_gets_what_is_for_everybody(town: Rig) -> None:
    _, tom, gina = await staffed(town)
    town.town.say(gina.id, "/connect", -1001)
    await town.settled()
    await taps(gina, "For My gym")
    await gina.says("/remind")
    await taps(gina, "The gym's group or channel", "Our template", "Count and preview ✓")
    await taps(gina, "Post it")
    posts = [str(one.get("text")) for one in town.town.messages(-1001)]
    assert "General reminders of My gym come here" in posts[1]
    assert "A short reminder from your gym" in posts[2]
    await tom.says("/remind")
    assert tom.sees("That is for the owner of a gym and its managers.")
    assert judged(town) == []


async def test_a_group_that_put_the_bot_out_is_let_go(town: Rig) -> None:
    _, _, gina = await staffed(town)
    town.town.say(gina.id, "/connect", -1001)
    await town.settled()
    await taps(gina, "For My gym")
    town.town.world.census.leave_group()
    await gina.says("/remind")
    await taps(gina, "The gym's group or channel", "Our template", "Count and preview ✓")
    await taps(gina, "Post it")
    assert gina.sees("I cannot write into The gym's group any more")


async def test_an_operator_asks_how_the_bot_is(empty_town: Rig) -> None:
    await empty_town.opens(OPERATORS="1003")
    _, tom, gina = await staffed(empty_town)
    await gina.says("/status")
    assert "People: 3\nGyms: 1\nDesks: 2" in gina.hears()
    assert "Waiting to be sent or told: 0" in gina.hears()
    await tom.says("/status")
    assert tom.sees("That is for whoever runs this bot.")

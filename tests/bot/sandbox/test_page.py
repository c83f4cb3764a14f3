"""The page in a real browser: people write, tap and see edits as they happen."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Error, Locator, Page, async_playwright, expect

from bot.sandbox.terms import Json
from bot.sandbox.town import Town
from tests.bot.sandbox.conftest import Ask
from tests.bot.sandbox.pictures import PNG

CHROMIUM = Path("/usr/bin/chromium")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MIA, TOM, GINA = 1001, 1002, 1003

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(60),
    pytest.mark.skipif(
        not CHROMIUM.exists() and not os.environ.get("CI"), reason="chromium is not installed"
    ),
]


class Clock:
    """A pushable clock whose pushes end when the test lets them."""

    def __init__(self) -> None:
        self.time = datetime(2030, 3, 4, 9, tzinfo=UTC)
        self.go_on = asyncio.Event()

    def now(self) -> datetime:
        return self.time

    async def push(self, seconds: int) -> datetime:
        await self.go_on.wait()
        self.time += timedelta(seconds=seconds)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def town(tmp_path: Path, clock: Clock) -> AsyncIterator[Town]:
    async with Town(tmp_path / "town", now=clock.now, push=clock.push) as town:
        await town.serve()
        yield town


@pytest.fixture
async def page(town: Town) -> AsyncIterator[Page]:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = await browser.new_page(timezone_id="UTC", viewport={"width": 1320, "height": 860})
        faults: list[Error] = []

        def note(fault: Error) -> None:
            faults.append(fault)

        page.on("pageerror", note)
        await page.goto(town.url)
        await expect(page.locator("#link")).to_have_text("live")
        yield page
        await browser.close()
        assert faults == []


def phone(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=f"{name}'s phone")


async def write(page: Page, name: str, text: str) -> None:
    await phone(page, name).get_by_label("Message", exact=True).fill(text)
    await phone(page, name).get_by_role("button", name="Send", exact=True).click()


@asynccontextmanager
async def living(ask: Ask, act: Callable[[Ask, Json], Awaitable[None]]) -> AsyncIterator[None]:
    """Let a small bot live in the town: it does `act` for each update."""

    async def live() -> None:
        offset = 0
        while True:
            for update in (await ask("getUpdates", offset=offset, timeout=20))["result"]:
                offset = update["update_id"] + 1
                await act(ask, update)

    task = asyncio.create_task(live())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def greet(ask: Ask, update: Json) -> None:
    """Greet every text with a button; a tap on it edits the greeting and shows an alert."""
    if tap := update.get("callback_query"):
        place = {"chat_id": tap["from"]["id"], "message_id": tap["message"]["message_id"]}
        await ask("editMessageText", **place, text="You are on step <b>2</b>", parse_mode="HTML")
        alert = tap["data"] == "loud"
        await ask("answerCallbackQuery", callback_query_id=tap["id"], text="Up!", show_alert=alert)
    elif message := update.get("message"):
        row = [{"text": t, "callback_data": t.lower()} for t in ("Loud", "Quiet")]
        board = {"inline_keyboard": [row]}
        chat = message["chat"]["id"]
        await ask(
            "sendMessage", chat_id=chat, text=f"Heard: {message['text']}", reply_markup=board
        )


async def test_a_person_writes_taps_and_sees_edits_in_place(page: Page, ask: Ask) -> None:
    mia = phone(page, "Mia")
    async with living(ask, greet):
        await mia.get_by_role("button", name="Start").click()
        await expect(mia.get_by_text("Heard: /start")).to_be_visible()
        await mia.get_by_role("button", name="Quiet").click()
        await expect(mia.get_by_text("You are on step 2")).to_be_visible()
        await expect(mia.locator(".words b")).to_have_text("2")
        await expect(mia.get_by_role("status")).to_have_text("Up!")
        await expect(mia.get_by_role("button", name="Quiet")).to_have_count(0)
        await write(page, "Mia", "<b>again</b>")
        await expect(mia.get_by_text("Heard: <b>again</b>")).to_be_visible()
        await mia.get_by_role("button", name="Loud").click()
        alert = mia.get_by_role("alertdialog")
        await expect(alert).to_contain_text("Up!")
        await alert.get_by_role("button", name="OK").click()
        await expect(alert).to_be_hidden()
    await expect(phone(page, "Tom").locator("article")).to_have_count(0)


async def test_a_link_is_opened_on_another_phone(town: Town, page: Page, ask: Ask) -> None:
    await phone(page, "Gina").get_by_role("button", name="Start").click()
    await town.until(lambda: town.messages(GINA))
    await ask(
        "sendMessage", chat_id=GINA, text="Invite: https://t.me/stairwise_sandbox_bot?start=k3J_9"
    )
    await phone(page, "Gina").get_by_role("link", name="https://t.me/").click()
    await page.get_by_role("button", name="Mia · client").click()
    await expect(phone(page, "Mia").get_by_text("/start k3J_9")).to_be_visible()
    assert [m["text"] for m in town.messages(MIA)] == ["/start k3J_9"]


async def test_commands_files_and_deletions(town: Town, page: Page, ask: Ask) -> None:
    tom = phone(page, "Tom")
    town.say(TOM, "/start")
    await ask("setMyCommands", commands=[{"command": "desk", "description": "Your desk"}])
    await tom.get_by_role("button", name="Commands").click()
    await tom.get_by_role("button", name="/desk Your desk").click()
    await expect(tom.locator("article").last).to_contain_text("/desk")
    await tom.get_by_label("Send a photo or a file").set_input_files(
        {"name": "up.png", "mimeType": "image/png", "buffer": PNG}
    )
    await expect(tom.get_by_role("img", name="Photo")).to_be_visible()
    await tom.get_by_label("Send a photo or a file").set_input_files(
        {"name": "plan.csv", "mimeType": "text/csv", "buffer": b"a,b"}
    )
    async with page.expect_download() as download:
        await tom.get_by_role("link", name="plan.csv").click()
    assert (await (await download.value).path()).read_bytes() == b"a,b"
    photo = next(m for m in town.messages(TOM) if "photo" in m)
    await ask("deleteMessage", chat_id=TOM, message_id=photo["message_id"])
    await expect(tom.get_by_role("img", name="Photo")).to_have_count(0)


async def test_blocking_stickers_and_newcomers(town: Town, page: Page) -> None:
    mia = phone(page, "Mia")
    town.say(MIA, "/start")
    await mia.get_by_label("More").click()
    await mia.get_by_role("button", name="Send a sticker").click()
    await expect(mia.locator(".sticker")).to_have_text("💪")
    await mia.get_by_label("More").click()
    await mia.get_by_role("button", name="Block the bot").click()
    await mia.get_by_role("button", name="Unblock the bot").click()
    await expect(mia.get_by_label("Message", exact=True)).to_be_visible()
    await mia.get_by_label("More").click()
    await mia.get_by_role("button", name="Add a person").click()
    await page.get_by_label("First name").fill("Ann")
    await page.get_by_role("button", name="A trainer").click()
    await expect(phone(page, "Ann").get_by_role("button", name="Start")).to_be_visible()
    await phone(page, "Ann").get_by_label("Whose phone").select_option("Mia")
    await expect(phone(page, "Mia").locator(".sticker")).to_be_visible()


async def test_own_words_can_be_edited(town: Town, page: Page) -> None:
    said = town.say(MIA, "82 kg")
    await phone(page, "Mia").locator("article").hover()
    await phone(page, "Mia").get_by_role("button", name="Edit").click()
    await write(page, "Mia", "83 kg")
    await expect(phone(page, "Mia").locator("article")).to_contain_text("83 kg")
    assert town.messages(MIA)[0]["message_id"] == said["message_id"]


async def test_the_clock_is_pushed(page: Page, clock: Clock) -> None:
    await expect(page.locator("#now")).to_have_text("Mon, 4 Mar 2030, 09:00")
    week = page.get_by_role("button", name="+1 week")
    assert await week.evaluate("button => { button.click(); return button.disabled; }")
    await expect(week).to_be_disabled()
    clock.go_on.set()
    await expect(week).to_be_enabled()
    await expect(page.locator("#now")).to_have_text("Mon, 11 Mar 2030, 09:00")


async def test_the_page_comes_back_after_the_town_was_killed(
    town: Town, page: Page, tmp_path: Path, clock: Clock
) -> None:
    town.say(MIA, "before")
    port = int(town.url.rpartition(":")[2])
    await town.close()
    await expect(page.locator("#link")).to_have_text("reconnecting…")
    async with Town(tmp_path / "town", now=clock.now, push=clock.push) as again:
        again.say(MIA, "between")
        await again.serve(port=port)
        await expect(page.locator("#link")).to_have_text("live")
        await write(page, "Mia", "after")
        await expect(phone(page, "Mia").locator("article")).to_have_count(3)
        assert [m["text"] for m in again.messages(MIA)] == ["before", "between", "after"]

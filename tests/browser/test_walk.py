"""The whole first climb in a real browser, with taps alone, on a real `stairwise run`."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from tests.flows.people import GOOD_WEEK, HEALTH, INTAKE, MOVEMENT, WELCOME

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
READY_WITHIN = 5.0
SEEN = """button => {
  const own = button.closest("article");
  return { id: own.dataset.id, words: own.innerText, all: own.parentElement.children.length };
}"""
LED_ON = """([talk, seen]) => {
  const own = talk.querySelector(`[data-id="${seen.id}"]`);
  const changed = own?.innerText !== seen.words || talk.children.length > seen.all;
  return changed && !talk.querySelector("button.waiting");
}"""
"""A tap has led on once it was answered, and its own message changed or another one came."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(150),
    pytest.mark.skipif(
        not CHROMIUM.exists() and not os.environ.get("CI"), reason="chromium is not installed"
    ),
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def _answers(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return


@pytest.fixture
async def url(tmp_path: Path) -> AsyncIterator[str]:
    port = free_port()
    environ = {
        "PATH": os.environ["PATH"],
        "STAIRWISE_DATA": str(tmp_path / "data"),
        "SANDBOX_LISTEN": f"127.0.0.1:{port}",
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environ)
    async with asyncio.timeout(READY_WITHIN):
        await _answers(port)
    yield f"http://127.0.0.1:{port}/"
    process.terminate()
    assert await process.wait() == 0


@pytest.fixture
async def page(url: str) -> AsyncIterator[Page]:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = await browser.new_page(timezone_id="UTC", viewport={"width": 1320, "height": 860})
        await page.goto(url)
        await expect(page.locator("#link")).to_have_text("live")
        yield page
        if picture := os.environ.get("STAIRWISE_PICTURE"):
            await page.screenshot(path=picture)
        await browser.close()


class Phone:
    """One phone of the page, and the finger on it."""

    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self._name = name
        self._root = page.get_by_role("region", name=f"{name}'s phone")

    async def starts(self) -> None:
        await self._root.get_by_role("button", name="Start", exact=True).click()

    async def taps(self, *labels: str) -> None:
        """Tap buttons by their labels, each once the chat shows what the one before led to."""
        for label in labels:
            button = self._button(label)
            await button.wait_for()
            talk = await self._root.get_by_role("log").element_handle()
            seen = await button.evaluate(SEEN)
            await button.click()
            await self._page.wait_for_function(LED_ON, arg=[talk, seen])

    def _button(self, label: str) -> Locator:
        return self._root.locator(".buttons button").get_by_text(label, exact=True).last

    async def chooses(self, command: str) -> None:
        """Open the menu of commands and take one."""
        await self._root.get_by_role("button", name="Commands").click()
        await self._root.locator(".menu button", has_text=command).click()

    async def reads(self, words: str) -> None:
        await expect(self._root.locator(".words").get_by_text(words).last).to_be_visible()

    async def passes_on(self, words: str, to: str) -> None:
        """Open the newest invitation on somebody else's phone."""
        await self.reads(words)
        await self._root.locator(".words a", has_text="start=").last.click()
        await self._page.locator("dialog").get_by_role("button", name=to).click()


async def sleeps_a_week(page: Page) -> None:
    button = page.get_by_role("button", name="+1 week")
    await button.click()
    await expect(button).to_be_enabled(timeout=20_000)


async def test_the_whole_first_climb_is_walked_with_taps_alone(page: Page) -> None:
    page.set_default_timeout(10_000)
    mia, tom, gina = (Phone(page, name) for name in ("Mia", "Tom", "Gina"))

    await gina.starts()
    await gina.taps("I run a gym", "My gym", "Invite a trainer")
    await gina.passes_on("A link for one new trainer", "Tom")
    await tom.taps("I agree")
    await gina.taps("Invite a client")
    await gina.passes_on("A link for one new client", "Mia")
    await mia.taps("I agree")

    await mia.taps(*_exact(WELCOME), *_exact(INTAKE), *HEALTH, *MOVEMENT)
    await mia.reads("You start on step 1")
    await tom.reads("Mia finished the assessment")

    for _ in range(4):
        await sleeps_a_week(page)
        await mia.taps(*GOOD_WEEK)
    await mia.reads("You are ready")
    await tom.taps("Approve")
    await mia.reads("Up: step 2")
    await tom.reads("Done.")

    await gina.chooses("/remind")
    await gina.taps("Step 2: strength endurance", "Our template", "Count and preview ✓")
    await gina.taps("Send to 1")
    await mia.reads("You are on step 2")
    await gina.reads("Reminder done")


def _exact(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Write labels out that a test of pure functions may shorten."""
    whole = {
        "✓ 35": "✓ 35 years",
        "Dumbbells": "☐ Dumbbells",
        "Barbell": "☐ Barbell",
        "Done": "Done ✓",
    }
    return tuple(whole.get(label, label) for label in labels)

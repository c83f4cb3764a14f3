"""A town for one test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.town import Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with Town(tmp_path / "town") as town:
        await town.serve()
        yield town

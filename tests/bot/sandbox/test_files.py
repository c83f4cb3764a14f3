"""Files come in every way a bot may send them."""

from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.files import PHOTO_LIMIT, UPLOAD_LIMIT, Drawer, photo_sizes
from bot.sandbox.ledger import Ledger
from bot.sandbox.terms import Json, Refused, Upload
from bot.sandbox.town import Town
from tests.bot.sandbox.pictures import JPEG, PNG

MIA = 1001


class Post:
    """Posts a form with files to a method."""

    def __init__(self, town: Town, http: aiohttp.ClientSession) -> None:
        self._url = f"{town.url}/bot{town.token}/"
        self._http = http

    async def __call__(self, method: str, fields: dict[str, str], files: dict[str, bytes]) -> Json:
        form = aiohttp.FormData({"chat_id": str(MIA), **fields})
        for name, data in files.items():
            form.add_field(name, data, filename="a.bin", content_type="text/plain")
        async with self._http.post(self._url + method, data=form) as response:
            answer: Json = await response.json()
            return answer


@pytest.fixture
def post(town: Town, http: aiohttp.ClientSession) -> Post:
    town.say(MIA, "/start")
    return Post(town, http)


async def test_a_picture_attached_under_another_name(post: Post) -> None:
    answer = await post("sendPhoto", {"photo": "attach://p"}, {"p": JPEG})
    [size] = answer["result"]["photo"]
    assert (size["width"], size["height"], size["file_size"]) == (2, 1, len(JPEG))


async def test_captions_are_read_and_measured(post: Post) -> None:
    right = {"caption": "<b>" + "y" * 1024 + "</b>", "parse_mode": "HTML"}
    answer = await post("sendDocument", right, {"document": b"x"})
    assert answer["result"]["caption_entities"][0]["length"] == 1024
    long = await post("sendDocument", {"caption": "y" * 1025}, {"document": b"x"})
    assert long["description"] == "Bad Request: message caption is too long"


async def test_an_upload_where_a_word_is_expected(post: Post) -> None:
    answer = await post("sendMessage", {}, {"text": b"hi"})
    assert answer["description"].startswith('Bad Request: can\'t parse parameter "text"')


def test_too_big_is_refused(tmp_path: Path) -> None:
    drawer = Drawer(Ledger(tmp_path / "town.jsonl"), tmp_path / "files")
    fits = Upload(name="a", type="image/png", data=PNG + b"\0" * PHOTO_LIMIT)
    big = Upload(name="a", type="a/b", data=b"\0" * (UPLOAD_LIMIT + 1))
    row = drawer.keep(fits)
    with pytest.raises(Refused, match="file is too big"):
        photo_sizes(row, fits.data)
    with pytest.raises(Refused, match="file is too big"):
        drawer.keep(big)


async def test_requests_are_written_down_without_their_bytes(town: Town, post: Post) -> None:
    await post("sendPhoto", {}, {"photo": PNG})
    assert town.calls[-1].params == {"chat_id": str(MIA), "photo": "attach://a.bin"}


async def test_a_reply_to_what_is_gone(town: Town, post: Post) -> None:
    reply = '{"message_id": 999, "allow_sending_without_reply": true}'
    answer = await post("sendMessage", {"text": "hi", "reply_parameters": reply}, {})
    assert "reply_to_message" not in answer["result"]
    assert len(town.messages(MIA)) == 2

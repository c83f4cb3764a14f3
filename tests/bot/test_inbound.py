"""What Telegram sends becomes what happened, and never more than an event may hold."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from telegram import Update

from bot.handlers import inbound
from bot.handlers.inbound import Mark
from flows.events import Attached, Commanded, Hosted, Parked, Reached, Tapped, Typed, Unreadable
from flows.people import Sender
from tests.bot.updates import GROUP, MIA, Raw, membership, message, tap, text

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
MARK = Mark(bot=9, username="stairwise_bot", at=NOW, salt="pepper")
SENDER = Sender(id=7, name="Mia", language="en")
HEAD: dict[str, Any] = {"id": "tg:9:1", "at": NOW, "salt": "pepper", "sender": SENDER}


def update(raw: Raw) -> Update:
    return Update.de_json(raw, None)


@pytest.mark.parametrize(
    ("words", "name", "argument"),
    [
        ("/start", "start", ""),
        ("/start  c0de ", "start", "c0de"),
        ("/START", "start", ""),
        ("/start@Stairwise_Bot now", "start", "now"),
        ("/start\nc0de", "start", "c0de"),
    ],
)
def test_a_command(words: str, name: str, argument: str) -> None:
    heard = inbound.commanded(update(text(words)), MARK)
    assert heard == Commanded(**HEAD, chat=7, name=name, argument=argument)


def test_a_command_for_another_bot_is_not_for_us() -> None:
    assert inbound.commanded(update(text("/start@other_bot", chat=GROUP)), MARK) is None


def test_a_text_in_a_group_says_where() -> None:
    assert inbound.typed(update(text("hello", chat=GROUP)), MARK) == Typed(
        **HEAD, chat=-1001, text="hello"
    )


@pytest.mark.parametrize(
    ("board", "to"),
    [
        ([[{"text": "Seen", "callback_data": "p|x|seen"}]], "p|x|seen"),
        (
            [[{"text": "Us", "url": "https://t.me/x"}], [{"text": "A", "callback_data": "a|b"}]],
            "a|b",
        ),
        ([[{"text": "Us", "url": "https://t.me/x"}]], ""),
        ([], ""),
    ],
)
def test_a_reply_says_by_its_first_button_what_it_is_about(board: list[Raw], to: str) -> None:
    above: Raw = message(text="Well?")["message"]
    if board:
        above["reply_markup"] = {"inline_keyboard": board}
    raw = message(2, text="hello", reply_to_message=above)
    heard = inbound.typed(update({**raw, "update_id": 1}), MARK)
    assert heard == Typed(**HEAD, chat=7, text="hello", to=to)


def test_half_a_pair_of_surrogates_can_be_stored() -> None:
    heard = inbound.typed(update(text("so \ud83d sad")), MARK)
    assert isinstance(heard, Typed)
    assert heard.text == "so ? sad"
    assert msgspec.json.encode(heard)


def test_a_text_and_a_name_have_an_end() -> None:
    long = {**MIA, "first_name": "M" * 64, "last_name": "X" * 64}
    heard = inbound.typed(update(text("a" * 5000, user=long)), MARK)
    assert isinstance(heard, Typed)
    assert (heard.text, heard.sender.name) == ("a" * 4096, "M" * 64)


def test_a_tap() -> None:
    heard = inbound.tapped(update(tap("q|abc|days|2")), MARK)
    assert heard == Tapped(**HEAD, chat=7, data="q|abc|days|2", query="42")


def test_a_tap_on_a_message_that_telegram_forgot() -> None:
    raw = tap("x")
    del raw["callback_query"]["message"], raw["callback_query"]["data"]
    raw["callback_query"]["game_short_name"] = "g"
    heard = inbound.tapped(update(raw), MARK)
    assert heard == Tapped(**HEAD, chat=7, data="", query="42")


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"location": {"longitude": 1.0, "latitude": 2.0}}, "location"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "dice"),
        ({}, "message"),
    ],
)
def test_a_message_without_words(parts: Raw, kind: str) -> None:
    heard = inbound.unreadable(update(message(**parts)), MARK)
    assert heard == Unreadable(**HEAD, chat=7, kind=kind)


def test_a_photo_is_known_by_its_largest_size() -> None:
    sizes = [
        {"file_id": f"f{width}", "file_unique_id": f"u{width}", "width": width, "height": 10}
        for width in (90, 320)
    ]
    raw = message(photo=sizes, caption="look")
    seen = Unreadable(**HEAD, chat=7, kind="photo", text="look", photo="f320")
    assert inbound.unreadable(update(raw), MARK) == seen
    raw["edited_message"] = {**raw.pop("message"), "edit_date": 1_800_000_001}
    edited = Unreadable(**HEAD, chat=7, kind="edited", text="look")
    assert inbound.edited(update(raw), MARK) == edited


def test_an_edited_message() -> None:
    raw = text("5")
    raw["edited_message"] = {**raw.pop("message"), "edit_date": 1_800_000_001}
    edited = Unreadable(**HEAD, chat=7, kind="edited", text="5")
    assert inbound.edited(update(raw), MARK) == edited


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_blocked_and_let_in_again(status: str, reachable: bool) -> None:  # noqa: FBT001
    assert inbound.reached(update(membership(status)), MARK) == Reached(
        **HEAD, reachable=reachable
    )


@pytest.mark.parametrize(("status", "inside"), [("kicked", False), ("left", False)])
def test_a_group_that_puts_the_bot_out(status: str, inside: bool) -> None:  # noqa: FBT001 - as read
    assert inbound.reached(update(membership(status, chat=GROUP)), MARK) == Hosted(
        **HEAD, chat=-1001, title="The gym", inside=inside
    )


def test_a_group_that_takes_the_bot_in() -> None:
    raw = membership("member", chat=GROUP)
    raw["my_chat_member"]["old_chat_member"]["status"] = "left"
    heard = inbound.reached(update(raw), MARK)
    assert heard == Hosted(**HEAD, chat=-1001, title="The gym", inside=True)


def test_another_standing_in_a_group_is_nothing_new() -> None:
    assert inbound.reached(update(membership("member", chat=GROUP)), MARK) is None


def test_a_command_in_a_group_says_what_the_group_is_called() -> None:
    heard = inbound.commanded(update(text("/connect", chat=GROUP)), MARK)
    assert heard == Commanded(**HEAD, chat=-1001, name="connect", title="The gym")


BOT = {**MIA, "is_bot": True}
CHANNEL = {"id": -1009, "type": "channel", "title": "News"}


@pytest.mark.parametrize("read", [inbound.commanded, inbound.typed, inbound.unreadable])
@pytest.mark.parametrize(
    "raw", [text("hi", user=BOT), message(sender_chat=CHANNEL, chat=GROUP, text="hi")]
)
def test_bots_and_channels_are_nobody(read: Any, raw: Raw) -> None:
    assert read(update(raw), MARK) is None


@pytest.mark.parametrize(
    "read",
    [
        inbound.commanded,
        inbound.typed,
        inbound.unreadable,
        inbound.edited,
        inbound.tapped,
        inbound.reached,
    ],
)
def test_what_is_not_there_is_not_read(read: Any) -> None:
    assert read(update({"update_id": 1}), MARK) is None


def test_whose_update_was_set_aside() -> None:
    event = inbound.parked(tap("x"), MARK)
    assert event == Parked(
        id="tg:9:1:parked",
        at=NOW,
        salt="pepper",
        sender=Sender(id=7, name="Mia"),
        query="42",
    )


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1},
        {"update_id": 1, "message": []},
        {"update_id": 1, "message": {"from": 7}},
        {"update_id": 1, "message": {"from": {"id": "seven"}}},
        text("hi", user=BOT),
    ],
)
def test_an_update_of_nobody_is_set_aside_in_silence(raw: Raw) -> None:
    assert inbound.parked(raw, MARK) is None


def file(**parts: object) -> Raw:
    document = {"file_id": "F1", "file_unique_id": "u", **parts}
    return message(document=document, caption="mine")


@pytest.mark.parametrize(
    ("parts", "name", "size"),
    [
        ({"file_name": "Strong.CSV", "file_size": 12}, "Strong.CSV", 12),
        ({"file_name": "export", "mime_type": "text/csv"}, "export", 0),
        ({"mime_type": "text/comma-separated-values"}, "file.csv", 0),
    ],
)
def test_a_file_that_looks_like_a_table(parts: Raw, name: str, size: int) -> None:
    heard = inbound.attached(update(file(**parts)), MARK)
    expected = Attached(**HEAD, chat=7, file="F1", name=name, size=size, text="mine")
    assert heard == expected


@pytest.mark.parametrize("parts", [{"file_name": "plan.pdf", "mime_type": "application/pdf"}, {}])
def test_another_file_holds_no_answer(parts: Raw) -> None:
    heard = inbound.attached(update(file(**parts)), MARK)
    assert heard == Unreadable(**HEAD, chat=7, kind="document", text="mine")


def test_a_message_without_a_file_is_none() -> None:
    assert inbound.attached(update(text("hi")), MARK) is None

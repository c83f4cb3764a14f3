"""What Telegram would refuse is refused, in its words."""

import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.people import GROUP
from bot.sandbox.terms import Json
from bot.sandbox.town import Town
from tests.bot.sandbox.conftest import Ask, Wall

MIA = 1001


def button(**parts: Any) -> Json:
    return {"inline_keyboard": [[{"text": "b", **parts}]]}


def send(**parts: Any) -> tuple[str, Json]:
    return "sendMessage", {"chat_id": MIA, "text": "hi", **parts}


def html(text: str) -> tuple[str, Json]:
    return send(text=text, parse_mode="HTML")


CASES = [
    (send(text=""), "message text is empty"),
    (send(text="  \n "), "text must be non-empty"),
    (send(text="x" * 4097), "message is too long"),
    (send(text="🏋" * 2049), "message is too long"),
    (send(chat_id=""), "chat_id is empty"),
    (send(chat_id=77), "chat not found"),
    (send(chat_id="@nobody"), "chat not found"),
    (
        send(chat_id=1.5),
        'can\'t parse parameter "chat_id" of sendMessage: Integer or String expected',
    ),
    (send(colour="red"), 'unknown parameter "colour" in sendMessage'),
    (send(text="\ud83d"), "strings must be encoded in UTF-8"),
    (send(link_preview_options={"is_disabled": "no"}), 'can\'t parse parameter "is_disabled"'),
    (send(reply_markup=7), 'can\'t parse parameter "reply_markup"'),
    (send(parse_mode="Markdown"), "unsupported parse_mode"),
    (send(disable_notification="maybe"), 'can\'t parse parameter "disable_notification"'),
    (send(entities="[{"), 'can\'t parse parameter "entities"'),
    (send(entities={"type": "bold"}), 'can\'t parse parameter "entities"'),
    (send(reply_parameters={"message_id": 999}), "message to be replied not found"),
    (html("<b>x"), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    (html("é<b>x</i>"), 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
    (html("a < b > c"), 'Unsupported start tag "" at byte offset 2'),
    (html("a <3"), "Unclosed start tag at byte offset 2"),
    (html("<h1>x</h1>"), 'Unsupported start tag "h1" at byte offset 0'),
    (html("<span>x</span>"), 'Unsupported start tag "span" at byte offset 0'),
    (html("x</b>"), "Unexpected end tag at byte offset 1"),
    (html("<b>x</b"), "Unclosed end tag at byte offset 4"),
    (html("<b></b>"), "text must be non-empty"),
    (send(reply_markup=button(callback_data="x" * 65)), "BUTTON_DATA_INVALID"),
    (send(reply_markup=button(callback_data="é" * 33)), "BUTTON_DATA_INVALID"),
    (send(reply_markup=button(callback_data="")), "BUTTON_DATA_INVALID"),
    (send(reply_markup=button()), "Text buttons are unallowed in the inline keyboard"),
    (send(reply_markup=button(url="nowhere")), "URL 'nowhere' is invalid"),
    (
        send(reply_markup=button(url="https://a.b", callback_data="c")),
        "exactly one of the optional",
    ),
    (
        send(reply_markup=button(colour="red")),
        'unknown parameter "colour" in InlineKeyboardButton',
    ),
    (send(reply_markup={"inline_keyboard": [[{"callback_data": "x"}]]}), 'parameter "text"'),
    (send(reply_markup={"inline": []}), 'can\'t parse parameter "reply_markup"'),
    (send(reply_markup="what"), 'can\'t parse parameter "reply_markup"'),
    (
        send(
            reply_markup={"inline_keyboard": [button(callback_data="x")["inline_keyboard"][0] * 9]}
        ),
        "REPLY_MARKUP_TOO_LONG",
    ),
    (("editMessageText", {"chat_id": MIA, "text": "x"}), "message identifier is not specified"),
    (
        ("editMessageText", {"chat_id": MIA, "message_id": 999, "text": "x"}),
        "message to edit not found",
    ),
    (
        ("editMessageText", {"chat_id": MIA, "message_id": 1, "text": "x"}),
        "message can't be edited",
    ),
    (("deleteMessage", {"chat_id": MIA, "message_id": 999}), "message to delete not found"),
    (
        ("deleteMessages", {"chat_id": MIA, "message_ids": []}),
        "message identifiers are not specified",
    ),
    (
        ("copyMessage", {"chat_id": MIA, "from_chat_id": MIA, "message_id": 9}),
        "message to copy not found",
    ),
    (
        ("answerCallbackQuery", {"callback_query_id": "7"}),
        "query is too old and response timeout expired or query ID is invalid",
    ),
    (("answerCallbackQuery", {"callback_query_id": "7", "text": "x" * 201}), "MESSAGE_TOO_LONG"),
    (("editMessageText", {"chat_id": MIA, "message_id": 2}), "message to edit not found"),
    (
        ("sendDocument", {"chat_id": MIA, "document": "x", "caption": "y" * 1025}),
        "wrong file identifier",
    ),
    (("sendPhoto", {"chat_id": MIA}), "there is no photo in the request"),
    (
        ("sendPhoto", {"chat_id": MIA, "photo": "https://a.b/c.png"}),
        "failed to get HTTP URL content",
    ),
    (
        ("sendDocument", {"chat_id": MIA, "document": "nothing"}),
        "wrong file identifier/HTTP URL specified",
    ),
    (("getFile", {"file_id": "nothing"}), "wrong file identifier/HTTP URL specified"),
    (("sendChatAction", {"chat_id": MIA, "action": "dance"}), "wrong parameter action in request"),
    (
        ("setMyCommands", {"commands": [{"command": "Up", "description": "x"}]}),
        "BOT_COMMAND_INVALID",
    ),
    (
        ("setMyCommands", {"commands": [{"command": "u" * 33, "description": "x"}]}),
        "BOT_COMMAND_INVALID",
    ),
    (
        ("setMyCommands", {"commands": [{"command": "up", "description": "x"}] * 101}),
        "BOT_COMMANDS_TOO_MUCH",
    ),
    (
        ("setMyCommands", {"commands": [], "language_code": "xyz"}),
        "invalid language code specified",
    ),
    (
        ("setMyCommands", {"commands": [], "scope": {"type": "moon"}}),
        'can\'t parse parameter "scope"',
    ),
    (
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}),
        "chat not found",
    ),
    (("setMyName", {"name": "x" * 65}), 'length of "name" must be from 0 to 64, is 65'),
    (("getChatMember", {"chat_id": MIA, "user_id": 5}), "user not found"),
    (("leaveChat", {"chat_id": MIA}), "chat member status can't be changed in private chats"),
    (("setWebhook", {"url": "ftp://127.0.0.1/"}), "invalid webhook URL specified"),
    (("setWebhook", {"url": "https://example.com/"}), "loopback addresses only"),
    (
        ("setWebhook", {"url": "http://127.0.0.1/", "secret_token": "a b"}),
        "secret token contains unallowed characters",
    ),
]


@pytest.mark.parametrize(("request_", "reason"), CASES)
async def test_it_is_refused(
    town: Town, ask: Ask, request_: tuple[str, Json], reason: str
) -> None:
    town.say(MIA, "/start")
    method, params = request_
    answer = await ask(method, **params)
    assert answer["error_code"] == 400, answer
    assert answer["description"].startswith("Bad Request: ")
    assert reason in answer["description"]
    assert len(town.messages(MIA)) == 1


async def test_what_is_unknown_is_404_and_a_stranger_401(
    town: Town, ask: Ask, http: aiohttp.ClientSession
) -> None:
    assert (await ask("sendMoney"))["error_code"] == 404
    async with http.put(f"{town.url}/bot{town.token}/getMe") as response:
        assert response.status == 404
    async with http.get(f"{town.url}/bot1:x/getMe") as response:
        answer = await response.json()
    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_the_longest_that_fits_is_taken(town: Town, ask: Ask) -> None:
    town.say(MIA, "/start")
    text = "<b>" + "🏋" * 2048 + "</b>"
    board = button(callback_data="é" * 32)
    answer = await ask(
        "sendMessage", chat_id=MIA, text=text, parse_mode="HTML", reply_markup=board
    )
    assert answer["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]
    assert answer["result"]["reply_markup"] == board


async def test_an_edit_that_changes_nothing(town: Town, ask: Ask) -> None:
    town.say(MIA, "/start")
    sent = (await ask("sendMessage", chat_id=MIA, text="one"))["result"]
    place = {"chat_id": MIA, "message_id": sent["message_id"]}
    same = await ask("editMessageText", **place, text="one")
    assert same["description"].startswith("Bad Request: message is not modified: specified new")
    assert "edit_date" not in town.messages(MIA)[-1]
    edited = await ask("editMessageText", **place, text="two")
    assert edited["result"]["edit_date"] >= sent["date"]
    again = await ask("editMessageText", **place, text="two")
    assert again["error_code"] == 400
    bare = await ask("editMessageReplyMarkup", **place)
    assert "message is not modified" in bare["description"]
    captioned = await ask("editMessageCaption", **place, caption="x")
    assert captioned["description"] == "Bad Request: there is no caption in the message to edit"


async def test_an_edit_without_a_keyboard_takes_it_away(town: Town, ask: Ask) -> None:
    town.say(MIA, "/start")
    board = button(callback_data="x")
    sent = (await ask("sendMessage", chat_id=MIA, text="one", reply_markup=board))["result"]
    edited = await ask("editMessageText", chat_id=MIA, message_id=sent["message_id"], text="two")
    assert "reply_markup" not in edited["result"]


async def test_a_person_in_the_group_only_cannot_be_written_to(town: Town, ask: Ask) -> None:
    town.say(MIA, "/help", GROUP)
    assert (await ask("sendMessage", chat_id=GROUP, text="Hi all"))["ok"]
    alone = await ask("sendMessage", chat_id=MIA, text="hi")
    assert alone["description"] == "Bad Request: chat not found"


async def test_every_form_of_request_is_read_alike(
    town: Town, http: aiohttp.ClientSession
) -> None:
    town.say(MIA, "/start")
    url = f"{town.url}/bot{town.token}/SENDmessage"
    board = json.dumps(button(callback_data="x"))
    plain = {"chat_id": str(MIA), "text": "hi", "reply_markup": board}
    parts = aiohttp.FormData(plain, default_to_multipart=True)
    asked = [
        http.get(url, params=plain),
        http.post(url, data=plain),
        http.post(url, data=parts),
        http.post(url, json={**plain, "chat_id": MIA, "reply_markup": json.loads(board)}),
    ]
    results = [(await (await one).json())["result"] for one in asked]
    shown = [{k: r[k] for k in ("text", "reply_markup", "chat")} for r in results]
    assert shown == [shown[0]] * 4


async def test_a_body_that_is_no_object(town: Town, http: aiohttp.ClientSession) -> None:
    url = f"{town.url}/bot{town.token}/getMe"
    for body in ("[1]", "{", "7"):
        headers = {"Content-Type": "application/json"}
        async with http.post(url, data=body, headers=headers) as response:
            assert response.status == 400
            assert "can't parse JSON object" in (await response.json())["description"]


async def test_pictures_that_are_none(town: Town, http: aiohttp.ClientSession) -> None:
    town.say(MIA, "/start")
    url = f"{town.url}/bot{town.token}/sendPhoto"
    for data, reason in (
        (b"", "file must be non-empty"),
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (b"\x89PNG\r\n\x1a\n", "IMAGE_PROCESS_FAILED"),
        (b"\xff\xd8\xff\xe0", "IMAGE_PROCESS_FAILED"),
    ):
        form = aiohttp.FormData({"chat_id": str(MIA)})
        form.add_field("photo", data, filename="p.png", content_type="image/png")
        async with http.post(url, data=form) as response:
            assert (await response.json())["description"] == f"Bad Request: {reason}"


async def test_an_old_message_cannot_be_deleted(town: Town, ask: Ask) -> None:
    town.say(MIA, "/start")
    sent = (await ask("sendMessage", chat_id=MIA, text="one"))["result"]
    town.world.talk.change(sent, {"date": sent["date"] - 48 * 3600 - 60})
    answer = await ask("deleteMessage", chat_id=MIA, message_id=sent["message_id"])
    assert answer["description"] == "Bad Request: message can't be deleted for everyone"
    await ask("deleteMessages", chat_id=MIA, message_ids=[sent["message_id"]])
    assert len(town.messages(MIA)) == 2


async def test_a_query_is_answered_within_its_life(town: Town, ask: Ask, wall: Wall) -> None:
    town.say(MIA, "/start")
    board = button(callback_data="x")
    sent = (await ask("sendMessage", chat_id=MIA, text="one", reply_markup=board))["result"]
    tapped = town.tap(MIA, sent["message_id"], 0)
    wall.seconds += 149
    assert (await ask("answerCallbackQuery", callback_query_id=tapped, text="ok"))["ok"]
    assert town.query(tapped)["answer"] == {"text": "ok"}
    wall.seconds += 1
    late = await ask("answerCallbackQuery", callback_query_id=tapped)
    assert late["description"].startswith("Bad Request: query is too old")

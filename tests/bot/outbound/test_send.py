"""What each effect asks of Telegram, and what it does when Telegram says no."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import msgspec
import pytest
from aiohttp.test_utils import unused_port
from msgspec.structs import replace

from bot.outbound.api import Api
from bot.outbound.outcomes import Away, Gone, Moved, Outcome, Refused, Sent, Unknown, Wait
from bot.outbound.poster import poster
from bot.outbound.render import Renderer
from bot.outbound.send import Sendable, Sender, chat_of
from bot.outbound.transport import Transport
from bot.ports import Ack, Change, Entry, Row, Urgency
from bot.store.keys import partition
from bot.store.memory import MemoryStore
from flows.effects import (
    Answer,
    Close,
    Dates,
    Export,
    Mail,
    Offer,
    Picture,
    Recall,
    Repost,
    Roll,
    Say,
    Sheet,
    Show,
    Table,
)
from flows.reach import Recipient, Result
from flows.ties import Member
from flows.words import Button, Content, T
from tests.bot.outbound.conftest import Telegram

MIA = "person:7"
WORDS = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
PLAIN = Content((T("Hi"),))
WITH_BUTTON = Content((T("Hi"),), ((Button(T("Yes"), data="y"),),))
KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


class Unpaced:
    def __init__(self) -> None:
        self.leaves: list[int | None] = []
        self.urgencies: list[Urgency] = []
        self.held: list[float] = []

    async def leave(self, chat: int | None, urgency: Urgency) -> None:
        self.leaves.append(chat)
        self.urgencies.append(urgency)

    async def hold(self, seconds: float) -> None:
        self.held.append(seconds)


class House:
    """A sender, and all it stands on."""

    def __init__(self, request: Transport, url: str) -> None:
        self.pacer = Unpaced()
        self.store = MemoryStore()
        self.sender = Sender(
            Api(request, url, self.pacer),
            self.store,
            Renderer(bot="b", emergency="112"),
            {"plank": "Plank"},
        )

    async def shows(self, slot: str, message: int) -> None:
        """Let a message be what a slot shows."""
        entry = Entry("e", partition(MIA), "chat:7", b"")
        await self.store.commit(
            Change(state=MIA, event="e", rev=0, document=b'{"a":1}', entries=(entry,))
        )
        await self.store.acknowledge(Ack(entry=entry, state=MIA, slot=slot, message=message))

    async def does(self, effect: Sendable) -> Outcome:
        return await self.sender.perform(effect, MIA)


@pytest.fixture
async def house(telegram: Telegram) -> AsyncIterator[House]:
    async with Transport(read_timeout=1) as request:
        yield House(request, telegram.url)


async def test_a_message_goes_to_the_states_own_human(telegram: Telegram, house: House) -> None:
    assert await house.does(Say(content=WITH_BUTTON)) == Sent(101)
    assert telegram.asked == [
        ("sendMessage", {"chat_id": 7, "text": "Hi", **WORDS, "reply_markup": KEYBOARD})
    ]
    assert house.pacer.leaves == [7]


async def test_mail_goes_there_too_and_say_may_go_elsewhere(
    telegram: Telegram, house: House
) -> None:
    await house.does(Mail(content=PLAIN, receipt="broadcast:x"))
    await house.does(Say(content=PLAIN, chat=-5))
    assert [asked["chat_id"] for _, asked in telegram.asked] == [7, -5]
    assert chat_of(Say(content=PLAIN), "desk:9") == 9


@pytest.mark.parametrize(
    "effect",
    [
        Mail(content=replace(WITH_BUTTON, photo="AgAC"), receipt="broadcast:x"),
        Say(content=replace(WITH_BUTTON, photo="AgAC")),
    ],
)
async def test_a_photo_has_the_words_below(
    telegram: Telegram, house: House, effect: Sendable
) -> None:
    assert await house.does(effect) == Sent(101)
    caption = {"caption": "Hi", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    assert telegram.asked == [("sendPhoto", {"chat_id": 7, "photo": "AgAC", **caption})]


async def test_an_empty_slot_is_filled(telegram: Telegram, house: House) -> None:
    assert await house.does(Show(slot="a", content=PLAIN)) == Sent(101)
    assert telegram.methods() == ["sendMessage"]


async def test_a_full_slot_is_edited(telegram: Telegram, house: House) -> None:
    await house.shows("a", 55)
    assert await house.does(Show(slot="a", content=PLAIN)) == Sent(55)
    assert telegram.asked == [
        ("editMessageText", {"chat_id": 7, "message_id": 55, "text": "Hi", **WORDS})
    ]
    assert house.pacer.leaves == [None]


async def test_an_edit_that_changes_nothing_is_done(telegram: Telegram, house: House) -> None:
    await house.shows("a", 55)
    telegram.says(400, "Bad Request: message is not modified: …")
    assert await house.does(Show(slot="a", content=PLAIN)) == Sent(55)


@pytest.mark.parametrize("why", ["message to edit not found", "message can't be edited"])
async def test_what_cannot_be_edited_is_sent_anew(
    telegram: Telegram, house: House, why: str
) -> None:
    await house.shows("a", 55)
    telegram.says(400, f"Bad Request: {why}")
    assert await house.does(Show(slot="a", content=PLAIN)) == Sent(101)
    assert telegram.methods() == ["editMessageText", "sendMessage"]


async def test_a_repost_is_sent_first_and_then_the_old_keyboard_goes(
    telegram: Telegram, house: House
) -> None:
    await house.shows("a", 55)
    assert await house.does(Repost(slot="a", content=PLAIN)) == Sent(101)
    assert telegram.methods() == ["sendMessage", "editMessageReplyMarkup"]
    assert telegram.asked[1][1] == {"chat_id": 7, "message_id": 55}


async def test_a_repost_that_did_not_arrive_leaves_the_old_one(
    telegram: Telegram, house: House
) -> None:
    await house.shows("a", 55)
    telegram.says(403, "Forbidden: bot was blocked by the user")
    assert await house.does(Repost(slot="a", content=PLAIN)) == Gone()
    assert telegram.methods() == ["sendMessage"]


async def test_closing_says_last_words_without_buttons(telegram: Telegram, house: House) -> None:
    await house.shows("a", 55)
    assert await house.does(Close(slot="a", content=WITH_BUTTON)) == Sent(55)
    assert "reply_markup" not in telegram.asked[0][1]


async def test_closing_without_words_takes_the_buttons(telegram: Telegram, house: House) -> None:
    await house.shows("a", 55)
    assert await house.does(Close(slot="a")) == Sent(55)
    telegram.says(400, "Bad Request: message to edit not found")
    assert await house.does(Close(slot="a")) == Sent()
    assert telegram.methods() == ["editMessageReplyMarkup"] * 2


async def test_closing_nothing_is_done_but_words_are_said(
    telegram: Telegram, house: House
) -> None:
    assert await house.does(Close(slot="a")) == Sent()
    assert telegram.asked == []
    await house.does(Close(slot="a", content=PLAIN))
    assert telegram.methods() == ["sendMessage"]


async def test_quiet_last_words_are_for_their_place_alone(
    telegram: Telegram, house: House
) -> None:
    gone = Close(slot="a", content=PLAIN, quiet=True)
    assert await house.does(gone) == Sent()
    assert telegram.asked == []
    await house.shows("a", 55)
    assert await house.does(gone) == Sent(55)
    telegram.says(400, "Bad Request: message to edit not found")
    assert await house.does(gone) == Sent()
    assert telegram.methods() == ["editMessageText"] * 2


async def test_what_a_forgotten_slot_showed_is_closed_by_its_number(
    telegram: Telegram, house: House
) -> None:
    assert await house.does(Close(slot="a", content=PLAIN, message=66)) == Sent(66)
    assert telegram.asked[0][1]["message_id"] == 66


async def test_a_menu_is_the_chats_own(telegram: Telegram, house: House) -> None:
    await house.does(Offer(commands=(("start", T("Begin")),)))
    assert telegram.asked == [
        (
            "setMyCommands",
            {
                "commands": [{"command": "start", "description": "Begin"}],
                "scope": {"type": "chat", "chat_id": 7},
            },
        )
    ]


async def test_an_export_holds_all_that_is_kept(telegram: Telegram, house: House) -> None:
    await house.shows("a", 55)
    await house.store.park(MIA, "u1", b"\xffnot json", "Oops")
    assert await house.does(Export(caption=T("All of it"))) == Sent(101)
    method, asked = telegram.asked[0]
    assert (method, asked["chat_id"], asked["caption"]) == ("sendDocument", "7", "All of it")
    document = asked["document"]
    assert isinstance(document, tuple)
    assert document[0] == "stairwise.json"
    assert msgspec.json.decode(document[1]) == {
        "document": {"a": 1},
        "history": [],
        "set_aside": ["�not json"],
    }


async def test_a_tap_is_answered_at_once_and_errors_are_ignored(
    telegram: Telegram, house: House
) -> None:
    telegram.says(400, "Bad Request: query is too old and response timeout expired")
    await house.sender.answer(Answer(query="q1"))
    await house.sender.answer(Answer(query="q2", text=T("<b>{x}</b>", x="&"), alert=True))
    assert telegram.asked == [
        ("answerCallbackQuery", {"callback_query_id": "q1"}),
        ("answerCallbackQuery", {"callback_query_id": "q2", "text": "&", "show_alert": True}),
    ]
    assert house.pacer.leaves == []


async def test_too_many_requests_hold_everybody(telegram: Telegram, house: House) -> None:
    telegram.says(429, "Too Many Requests: retry after 9", retry_after=9)
    assert await house.does(Say(content=PLAIN)) == Wait(9)
    assert house.pacer.held == [9]


async def test_other_endings(telegram: Telegram, house: House) -> None:
    telegram.says(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100)
    telegram.says(400, "Bad Request: message is too long")
    telegram.says(502, "Bad Gateway")
    endings = [await house.does(Say(content=PLAIN)) for _ in range(3)]
    assert endings == [Moved(-100), Refused("Bad Request: message is too long"), Away()]


async def test_a_broken_line_is_unknown_and_a_closed_door_is_away(
    telegram: Telegram, house: House
) -> None:
    telegram.reset = True
    assert await house.does(Say(content=PLAIN)) == Unknown()
    async with Transport() as request:
        elsewhere = House(request, f"http://127.0.0.1:{unused_port()}/bot1:x")
        assert await elsewhere.does(Say(content=PLAIN)) == Away()


async def test_a_calendar_is_sent_as_a_file(telegram: Telegram, house: House) -> None:
    made = datetime(2026, 3, 2, tzinfo=UTC)
    dates = Dates(caption=T("Your dates"), number=0, made=made, appointments=())
    assert await house.does(dates) == Sent(101)
    ((method, asked),) = telegram.asked
    name, content = msgspec.convert(asked["document"], tuple[str, bytes])
    assert (method, asked["chat_id"], asked["caption"]) == ("sendDocument", "7", "Your dates")
    assert name == "stairwise.ics"
    assert content.startswith(b"BEGIN:VCALENDAR")


async def test_what_was_logged_is_sent_as_a_table(telegram: Telegram, house: House) -> None:
    assert await house.does(Sheet(caption=T("Your sessions"))) == Sent(101)
    ((method, asked),) = telegram.asked
    name, content = msgspec.convert(asked["document"], tuple[str, bytes])
    assert (method, name) == ("sendDocument", "sessions.csv")
    assert content.startswith("\ufeffdate,phase,exercise".encode())


async def test_rows_are_sent_as_a_table(telegram: Telegram, house: House) -> None:
    rows = (("step", "members"), ("=1", "12"))
    assert await house.does(Table(caption=T("Numbers"), name="numbers", rows=rows)) == Sent(101)
    ((method, asked),) = telegram.asked
    name, content = msgspec.convert(asked["document"], tuple[str, bytes])
    assert (method, name) == ("sendDocument", "numbers.csv")
    assert content.decode("utf-8-sig") == "step,members\r\n'=1,12\r\n"


async def test_a_link_is_sent_as_a_picture(telegram: Telegram, house: House) -> None:
    assert await house.does(Picture(caption=T("Scan it"), code="abc")) == Sent(101)
    ((method, asked),) = telegram.asked
    name, content = msgspec.convert(asked["photo"], tuple[str, bytes])
    assert (method, asked["caption"], name) == ("sendPhoto", "Scan it", "invitation.png")
    assert content == poster("https://t.me/b?start=abc") != poster("https://t.me/b?start=xyz")
    assert content.startswith(b"\x89PNG")


async def test_what_is_below_a_picture_is_changed_with_its_button_or_left_where_it_is_gone(
    telegram: Telegram, house: House
) -> None:
    back = ((Button(T("Take it back"), "x"),),)
    await house.does(Picture(caption=T("Scan it"), code="abc", slot="p", buttons=back))
    assert "Take it back" in str(telegram.asked[0][1]["reply_markup"])
    over = Close(slot="p", content=PLAIN, quiet=True, picture=True)
    assert await house.does(over) == Sent()
    await house.shows("p", 55)
    assert await house.does(over) == Sent(55)
    method, asked = telegram.asked[-1]
    assert (method, asked["message_id"]) == ("editMessageCaption", 55)
    assert "reply_markup" not in asked
    telegram.says(400, "Bad Request: message to edit not found")
    assert await house.does(over) == Sent()


async def test_replies_go_before_what_a_desk_says_and_that_before_what_many_get(
    house: House,
) -> None:
    await house.does(Say(content=PLAIN))
    await house.sender.perform(Say(content=PLAIN), "desk:7")
    mail = Mail(content=PLAIN, receipt="broadcast:x")
    await house.sender.leave(mail, MIA)
    assert house.pacer.urgencies == [Urgency.REPLY, Urgency.PING, Urgency.BULK]
    await house.does(mail)
    assert len(house.pacer.urgencies) == 3


RECALL = Recall(slot="mail:0", receipt="broadcast:x")


async def test_what_was_sent_is_deleted_by_its_slot(telegram: Telegram, house: House) -> None:
    await house.shows("mail:0", 55)
    telegram.answers.append((200, {"ok": True, "result": True}))
    assert await house.does(RECALL) == Sent()
    assert telegram.asked == [("deleteMessage", {"chat_id": 7, "message_id": 55})]
    assert house.pacer.urgencies == [Urgency.BULK]


async def test_what_is_gone_already_counts_as_deleted_and_what_is_too_old_does_not(
    telegram: Telegram, house: House
) -> None:
    assert isinstance(await house.does(RECALL), Refused)
    await house.shows("mail:0", 55)
    telegram.says(400, "Bad Request: message to delete not found")
    assert await house.does(RECALL) == Sent()
    telegram.says(400, "Bad Request: message can't be deleted for everyone")
    assert isinstance(await house.does(RECALL), Refused)


async def test_who_got_a_reminder_is_sent_as_a_table(telegram: Telegram, house: House) -> None:
    people = (Recipient(id=7, result=Result.SENT), Recipient(id=8, result=Result.UNKNOWN))
    members = (Member(id=7, name="=Mia", membership="m"),)
    for state, rows in (("broadcast:x", people), ("gym:g", members)):
        kept = tuple(Row(str(one.id), 1, msgspec.json.encode(one)) for one in rows)
        kept = (*kept, Row("9", 1, b"junk"))
        await house.store.commit(Change(state=state, event="e", rev=0, document=b"{}", rows=kept))
    roll = Roll(caption=T("Who"), broadcast="broadcast:x", gym="gym:g")
    assert await house.does(roll) == Sent(101)
    name, content = msgspec.convert(telegram.asked[0][1]["document"], tuple[str, bytes])
    assert name == "reminder.csv"
    assert content.decode("utf-8-sig").splitlines() == [
        "member,name,result",
        "7,'=Mia,sent",
        "8,,unknown",
    ]

"""What Telegram's answers mean, in its own words."""

import msgspec
import pytest

from bot.outbound.outcomes import (
    Away,
    Gone,
    Moved,
    Outcome,
    Refused,
    Sent,
    Unknown,
    Wait,
    lost,
    read,
    unchanged,
)


def answer(code: int, description: str, **parameters: int) -> Outcome:
    body = {
        "ok": False,
        "error_code": code,
        "description": description,
        "parameters": parameters,
    }
    return read(code, msgspec.json.encode(body))


def test_of_a_success_only_the_messages_id_is_read() -> None:
    assert read(200, b'{"ok":true,"result":{"message_id":5,"chat":{"id":1}}}') == Sent(5)
    assert read(200, b'{"ok":true,"result":true}') == Sent()


@pytest.mark.parametrize(
    ("code", "description"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
        (403, "Forbidden: bot was kicked from the group chat"),
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (400, "Bad Request: chat not found"),
    ],
)
def test_nobody_there(code: int, description: str) -> None:
    assert answer(code, description) == Gone()


def test_too_many_requests_say_how_long() -> None:
    told = answer(429, "Too Many Requests: retry after 7", retry_after=7)
    assert told == Wait(7)
    assert answer(429, "Too Many Requests") == Wait(5)


def test_a_group_that_moved() -> None:
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer(400, description, migrate_to_chat_id=-1007) == Moved(-1007)


@pytest.mark.parametrize("status", [500, 502, 503, 401, 404, 409, 421])
def test_broken_servers_and_wrong_tokens_are_no_message_s_fault(status: int) -> None:
    assert read(status, b"<html>") == Away()


def test_what_may_have_been_done() -> None:
    assert read(504, b"") == Unknown()
    assert read(200, b"<html>") == Unknown()
    assert read(200, b'{"ok":true,"result":"?"}') == Unknown()


def test_what_will_never_be_taken() -> None:
    assert answer(400, "Bad Request: message text is empty") == Refused(
        "Bad Request: message text is empty"
    )
    assert isinstance(read(413, b"<html>too large</html>"), Refused)


def test_edits_that_change_nothing_and_messages_that_are_no_more() -> None:
    same = answer(400, "Bad Request: message is not modified: specified new message content …")
    gone = answer(400, "Bad Request: message to edit not found")
    old = answer(400, "Bad Request: message can't be edited")
    assert [unchanged(same), unchanged(gone), lost(same)] == [True, False, False]
    assert [lost(gone), lost(old), lost(Gone())] == [True, True, False]

"""The words every file of the town shares: JSON, an uploaded file, and a refused request."""

from typing import Any

from msgspec import Struct

Json = dict[str, Any]


class Upload(Struct, frozen=True, kw_only=True):
    """A file that came with a request."""

    name: str
    type: str
    data: bytes


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """An answer other than ok, in Telegram's words."""

    def __init__(self, code: int, description: str, retry_after: int = 0) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad(reason: str) -> Refused:
    return Refused(400, f"Bad Request: {reason}")


def units(text: str) -> int:
    """Count a text as Telegram does, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2

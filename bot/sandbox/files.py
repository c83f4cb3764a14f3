"""Photos and documents that passed through the town, kept beside its ledger."""

import hashlib
import struct
from pathlib import Path

from bot.sandbox.ledger import Ledger
from bot.sandbox.terms import Json, Upload, bad

DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
JPEG_FRAMES = {0xC0, 0xC1, 0xC2}


class Drawer:
    """Files by file_id; the bytes lie in one folder."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self._ledger = ledger
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, upload: Upload) -> Json:
        """Keep an uploaded file; what comes back is its row: id, name, type, size."""
        if len(upload.data) > UPLOAD_LIMIT:
            raise bad("file is too big")
        if not upload.data:
            raise bad("file must be non-empty")
        number = self._ledger.count("file")
        unique = hashlib.sha256(upload.data).hexdigest()[:16]
        (self._folder / str(number)).write_bytes(upload.data)
        row: Json = {
            "file_id": f"SANDBOX-{number}-{unique}",
            "file_unique_id": unique,
            "file_size": len(upload.data),
            "file_path": f"files/{number}",
            "name": upload.name,
            "type": upload.type,
        }
        self._ledger.put("file", row["file_id"], row)
        return row

    def find(self, file_id: str) -> Json:
        row: Json | None = self._ledger.table("file").get(file_id)
        if row is None:
            raise bad("wrong file identifier/HTTP URL specified")
        return row

    def path(self, number: str) -> Path | None:
        """Where a file's bytes lie, if there is such a file."""
        known = {row["file_path"] for row in self._ledger.table("file").values()}
        return self._folder / number if f"files/{number}" in known else None

    def bytes_of(self, row: Json) -> bytes:
        return (self._folder / str(row["file_path"]).removeprefix("files/")).read_bytes()


def photo_sizes(row: Json, data: bytes) -> list[Json]:
    """Describe a picture as Telegram does; only PNG and JPEG are pictures here."""
    if len(data) > PHOTO_LIMIT:
        raise bad("file is too big")
    width, height = _measured(data)
    return [{**_ids(row), "width": width, "height": height}]


def document(row: Json) -> Json:
    return {**_ids(row), "file_name": row["name"], "mime_type": row["type"]}


def sound(row: Json, seconds: int) -> Json:
    return {**_ids(row), "duration": seconds, "mime_type": row["type"]}


def sticker(row: Json, emoji: str) -> Json:
    shape = {"type": "regular", "width": 512, "height": 512}
    return {**_ids(row), **shape, "is_animated": False, "is_video": False, "emoji": emoji}


def _ids(row: Json) -> Json:
    return {key: row[key] for key in ("file_id", "file_unique_id", "file_size")}


def _measured(data: bytes) -> tuple[int, int]:
    try:
        if data.startswith(PNG):
            width, height = struct.unpack(">II", data[16:24])
            return width, height
        if data.startswith(JPEG):
            return _jpeg(data)
    except (struct.error, IndexError):
        pass
    raise bad("IMAGE_PROCESS_FAILED")


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while data[at + 1] not in JPEG_FRAMES:
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        at += 2 + length
    height, width = struct.unpack(">HH", data[at + 5 : at + 9])
    return width, height

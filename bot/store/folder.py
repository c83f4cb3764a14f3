"""The data folder: one process at a time has it, and a server left behind in it can be found."""

import hashlib
import os
import stat
import sys
import tempfile
from pathlib import Path

from bot.store.faults import DataInUse, DataUnusable
from flows.words import T

if sys.platform != "win32":
    import fcntl

LONGEST_SOCKET = 103  # macOS: 104 with the closing NUL; Linux allows 107

UNUSABLE = "The data folder {folder} cannot be used ({reason}): set STAIRWISE_DATA to another one."
IN_USE = (
    "Another process already uses the data folder {folder}: "
    "stop it, or set STAIRWISE_DATA to another one."
)
NOT_OURS = "The folder {room} is not ours alone: remove it, or set TMPDIR to another one."


def make(path: Path) -> Path:
    """Make the folder and see that it can be written to; raises DataUnusable."""
    folder = path.absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder.resolve()
    except OSError as error:
        raise DataUnusable(
            T(UNUSABLE, folder=str(folder), reason=error.strerror or str(error))
        ) from error


class Lock:
    """A lock that the kernel takes back when its last holder ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("ab")

    def take(self) -> bool:
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        self.file.close()


def occupy(folder: Path) -> Lock:
    """Have the folder for the life of this process; raises DataInUse when another has it."""
    lock = Lock(folder / "process.lock")
    if not lock.take():
        lock.close()
        raise in_use(folder)
    return lock


def in_use(folder: Path) -> DataInUse:
    return DataInUse(T(IN_USE, folder=str(folder)))


def socket_of(folder: Path) -> Path:
    """Name the socket of a folder's server: short, private, the same each time."""
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    room = _private(Path(tempfile.gettempdir()))
    if len(os.fsencode(room / name)) > LONGEST_SOCKET:
        room = _private(Path("/tmp"))  # noqa: S108 - checked to be ours alone, in _private
    return room / name


def _private(temporary: Path) -> Path:
    room = temporary / f"stairwise-{os.getuid()}"
    try:
        room.mkdir(mode=0o700, exist_ok=True)
        found = room.lstat()
    except OSError as error:
        raise _not_ours(room) from error
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise _not_ours(room)
    return room


def _not_ours(room: Path) -> DataUnusable:
    return DataUnusable(T(NOT_OURS, room=str(room)))

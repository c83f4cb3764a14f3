"""Why a store cannot be opened, each with one sentence for whoever starts the bot."""

from flows.words import Text, english


class StoreFault(Exception):  # noqa: N818 - what is at fault is the place, not the program
    """The store must not be used as it is; `text` says what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(english(text))
        self.text = text


class DataInUse(StoreFault):
    """Another process has the data folder."""


class DataUnusable(StoreFault):
    """The data folder cannot be made or written to."""


class ServerMissing(StoreFault):
    """There is no server program to start."""


class ServerUnfit(StoreFault):
    """The server is too old, refuses us, or would not start."""

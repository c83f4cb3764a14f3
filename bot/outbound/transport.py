"""HTTP to Telegram on one aiohttp session; what never left is told from what may have arrived.

`NotSent` means that nothing was written. Every other NetworkError, TimedOut among them, means that
Telegram may have done what it was asked.
"""

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

READ_TIMEOUT = 20.0
UPLOAD_TIMEOUT = 60.0
CONNECT_TIMEOUT = 5.0
CONNECTIONS = 256


class NotSent(NetworkError):  # noqa: N818 - an outcome, as the other two it is caught with
    """The request was never written: trying again doubles nothing."""


class Transport(BaseRequest):
    """python-telegram-bot's way to the network, with JSON bodies and multipart for uploads."""

    def __init__(self, read_timeout: float = READ_TIMEOUT) -> None:
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """Read an answer of the Bot API; python-telegram-bot's own way logs what is none."""
        try:
            answer = msgspec.json.decode(payload, type=dict[str, object])
        except (msgspec.DecodeError, UnicodeDecodeError):
            answer = {}
        if not {"result", "description"} & answer.keys():
            raise TelegramError("not an answer of the Bot API")
        return answer

    async def do_request(  # noqa: PLR0913, PLR0917 - python-telegram-bot's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("initialize the transport before its first request")
        del write_timeout  # aiohttp has none: a stalled write ends by the read's
        upload = request_data is not None and request_data.contains_files
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_seconds(pool_timeout, 2 * CONNECT_TIMEOUT),
            sock_connect=_seconds(connect_timeout, CONNECT_TIMEOUT),
            sock_read=_seconds(read_timeout, UPLOAD_TIMEOUT if upload else self._read_timeout),
        )
        try:
            async with self._session.request(
                method, url, timeout=timeout, data=_body(request_data), headers=_kind(request_data)
            ) as response:
                return response.status, await response.read()
        # The causes are left out on purpose: some of them name the URL, and the token is in it.
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


def _seconds(told: object, default: float) -> float | None:
    if isinstance(told, int | float):
        return float(told)
    return None if told is None else default


def _body(data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if data is None:
        return None
    if data.contains_files:
        return _form(data)
    return msgspec.json.encode(data.parameters)


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _kind(data: RequestData | None) -> dict[str, str]:
    if data is None or data.contains_files:
        return {}
    return {"Content-Type": "application/json"}

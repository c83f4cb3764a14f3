"""Direct requests to one bot's Bot API; of the answer no more is read than what became of it."""

from http import HTTPStatus
from urllib.parse import quote

from msgspec import Struct
from telegram import InputFile
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

# RequestData is public and is made of these, which only python-telegram-bot's own Bot makes else.
from telegram.request._requestparameter import RequestParameter

from bot.outbound.outcomes import Away, Outcome, Refused, Sent, Unknown, Wait, read
from bot.outbound.render import Parameters
from bot.outbound.transport import NotSent
from bot.ports import Pacer, Urgency


class To(Struct, frozen=True):
    """Which chat something goes to, and how urgently."""

    chat: int
    urgency: Urgency


class Api:
    """Calls methods by name, never faster than the pacer lets; a 429 makes everybody wait."""

    def __init__(self, request: BaseRequest, url: str, pacer: Pacer, files: str = "") -> None:
        self._request = request
        self._url = url
        self._files = files
        self._pacer = pacer

    async def send(self, method: str, to: To, parameters: Parameters) -> Outcome:
        """Call a method that puts something new into a chat."""
        await self.leave(to)
        return await self.call(method, {"chat_id": to.chat, **parameters})

    async def leave(self, to: To) -> None:
        """Return when it is the turn of something new in a chat."""
        await self._pacer.leave(to.chat, to.urgency)

    async def upload(
        self, to: To, parameters: Parameters, file: InputFile, kind: str = "document"
    ) -> Outcome:
        """Send a file of this kind: "document" or "photo"."""
        await self.leave(to)
        fields = [RequestParameter(k, v, None) for k, v in parameters.items()]
        fields.append(RequestParameter("chat_id", to.chat, None))
        fields.append(RequestParameter(kind, None, [file]))
        return await self._exchange(f"send{kind.title()}", RequestData(fields))

    async def change(self, method: str, to: To, parameters: Parameters) -> Outcome:
        """Call a method that changes what is there already."""
        await self._pacer.leave(None, to.urgency)
        return await self.call(method, parameters)

    async def ask(self, method: str, parameters: Parameters) -> tuple[Outcome, bytes]:
        """Call a method whose whole answer is wanted, not only what became of it."""
        await self._pacer.leave(None, Urgency.REPLY)
        fields = [RequestParameter(k, v, None) for k, v in parameters.items()]
        return await self._got(f"{self._url}/{method}", "POST", RequestData(fields))

    async def download(self, path: str) -> tuple[Outcome, bytes]:
        """Read a file that getFile has placed."""
        return await self._got(f"{self._files}/{quote(path)}", "GET", None)

    async def call(self, method: str, parameters: Parameters) -> Outcome:
        """Call a method at once."""
        fields = [RequestParameter(k, v, None) for k, v in parameters.items()]
        return await self._exchange(method, RequestData(fields))

    async def _exchange(self, method: str, data: RequestData) -> Outcome:
        answer = await self._answered(f"{self._url}/{method}", "POST", data)
        return answer if isinstance(answer, Away | Unknown) else await self._read(*answer)

    async def _got(self, url: str, verb: str, data: RequestData | None) -> tuple[Outcome, bytes]:
        answer = await self._answered(url, verb, data)
        if isinstance(answer, Away | Unknown):
            return answer, b""
        status, body = answer
        if status == HTTPStatus.NOT_FOUND:
            return Refused("there is no such file"), b""
        return (Sent(), body) if status == HTTPStatus.OK else (await self._read(status, body), b"")

    async def _answered(
        self, url: str, verb: str, data: RequestData | None
    ) -> tuple[int, bytes] | Away | Unknown:
        try:
            return await self._request.do_request(url, verb, request_data=data)
        except NotSent:
            return Away()
        except NetworkError:
            return Unknown()

    async def _read(self, status: int, body: bytes) -> Outcome:
        outcome = read(status, body)
        if isinstance(outcome, Wait):
            await self._pacer.hold(outcome.seconds)
        return outcome

"""Direct requests to one bot's Bot API; of the answer no more is read than what became of it."""

from telegram import InputFile
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

# RequestData is public and is made of these, which only python-telegram-bot's own Bot makes else.
from telegram.request._requestparameter import RequestParameter

from bot.outbound.outcomes import Away, Outcome, Unknown, Wait, read
from bot.outbound.render import Parameters
from bot.outbound.transport import NotSent
from bot.ports import Pacer


class Api:
    """Calls methods by name, never faster than the pacer lets; a 429 makes everybody wait."""

    def __init__(self, request: BaseRequest, url: str, pacer: Pacer) -> None:
        self._request = request
        self._url = url
        self._pacer = pacer

    async def send(self, method: str, chat: int, parameters: Parameters) -> Outcome:
        """Call a method that puts something new into a chat."""
        await self._pacer.leave(chat)
        return await self.call(method, {"chat_id": chat, **parameters})

    async def upload(self, chat: int, parameters: Parameters, file: InputFile) -> Outcome:
        """Send a document."""
        await self._pacer.leave(chat)
        fields = [RequestParameter(k, v, None) for k, v in parameters.items()]
        fields.append(RequestParameter("chat_id", chat, None))
        fields.append(RequestParameter("document", None, [file]))
        return await self._exchange("sendDocument", RequestData(fields))

    async def change(self, method: str, parameters: Parameters) -> Outcome:
        """Call a method that changes what is there already."""
        await self._pacer.leave(None)
        return await self.call(method, parameters)

    async def call(self, method: str, parameters: Parameters) -> Outcome:
        """Call a method at once."""
        fields = [RequestParameter(k, v, None) for k, v in parameters.items()]
        return await self._exchange(method, RequestData(fields))

    async def _exchange(self, method: str, data: RequestData) -> Outcome:
        try:
            status, body = await self._request.do_request(
                f"{self._url}/{method}", "POST", request_data=data
            )
        except NotSent:
            return Away()
        except NetworkError:
            return Unknown()
        outcome = read(status, body)
        if isinstance(outcome, Wait):
            self._pacer.hold(outcome.seconds)
        return outcome

"""getUpdates: one line, one caller; an offset forgets what lies below it at once."""

from bot.sandbox.methods import webhook
from bot.sandbox.terms import Json, Refused
from bot.sandbox.world import World

LONGEST = 50
BATCH = 100
TERMINATED = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class Line:
    """The newest poll holds the line; an older one is told so with 409."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.holder = 0

    async def get_updates(self, params: Json) -> list[Json]:
        self._refuse_beside_webhook()
        self.holder += 1
        mine = self.holder
        self._world.bell.ring({"kind": "poll"})
        self._settle(params)
        await self._wait(mine, min(params.get("timeout", 0), LONGEST))
        if mine != self.holder:
            raise Refused(409, TERMINATED)
        self._refuse_beside_webhook()
        limit = params.get("limit", BATCH)
        rows = self._world.inbox.pending()
        return [row["update"] for row in rows[: min(max(limit, 1), BATCH)]]

    def _refuse_beside_webhook(self) -> None:
        if webhook.current(self._world):
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )

    def _settle(self, params: Json) -> None:
        if "allowed_updates" in params:
            self._world.inbox.want(params["allowed_updates"])
        if params.get("offset"):
            self._world.inbox.confirm_below(params["offset"])

    async def _wait(self, mine: int, seconds: float) -> None:
        try:
            await self._world.bell.until(lambda: self._over(mine), seconds)
        except TimeoutError:
            return

    def _over(self, mine: int) -> bool:
        return bool(
            mine != self.holder or self._world.inbox.pending() or webhook.current(self._world)
        )

"""Only this machine's own pages may speak with the town."""

import ipaddress
import re
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

LOOPBACK = re.compile(r"(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?")

OWN = {
    "same-origin",
    "none",
}  # what a browser says of a page's own requests, and of a typed address


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@web.middleware
async def loopback_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a foreign Host (a name bent to this machine) and a foreign page's request."""
    if not LOOPBACK.fullmatch(request.headers.get(hdrs.HOST, "")):
        raise web.HTTPForbidden(text="This town answers to loopback addresses only.\n")
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN and request.path != "/":
        raise web.HTTPForbidden(text="This town answers to its own page only.\n")
    origin = request.headers.get(hdrs.ORIGIN)
    if origin is not None and urlsplit(origin).netloc != request.headers[hdrs.HOST]:
        raise web.HTTPForbidden(text="This town answers to its own page only.\n")
    return await handler(request)

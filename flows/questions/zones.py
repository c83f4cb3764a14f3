"""The answer kind for a time zone: a city to tap, or a city, an IANA name or "UTC+3" to type."""

import re
from functools import cache

from msgspec import Struct

from flows.questions.answers import Answer, Keys, Option, Problem
from flows.questions.keyboards import pad
from flows.questions.matching import near, plain
from flows.questions.zone_names import NAMES
from flows.words import T, Text

COMMON = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver",
    "America/Chicago", "America/New_York", "America/Halifax", "America/Bogota",
    "America/Sao_Paulo", "Atlantic/Azores", "UTC", "Europe/London", "Europe/Berlin",
    "Europe/Paris", "Africa/Lagos", "Europe/Athens", "Africa/Johannesburg", "Europe/Istanbul",
    "Africa/Nairobi", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka",
    "Asia/Bangkok", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
ALIASES = {
    "england": "Europe/London", "uk": "Europe/London", "scotland": "Europe/London",
    "ireland": "Europe/Dublin", "germany": "Europe/Berlin", "munich": "Europe/Berlin",
    "hamburg": "Europe/Berlin", "france": "Europe/Paris", "spain": "Europe/Madrid",
    "barcelona": "Europe/Madrid", "italy": "Europe/Rome", "milan": "Europe/Rome",
    "netherlands": "Europe/Amsterdam", "austria": "Europe/Vienna", "poland": "Europe/Warsaw",
    "switzerland": "Europe/Zurich", "geneva": "Europe/Zurich", "turkey": "Europe/Istanbul",
    "kiev": "Europe/Kyiv", "ukraine": "Europe/Kyiv", "greece": "Europe/Athens",
    "boston": "America/New_York", "miami": "America/New_York", "washington": "America/New_York",
    "atlanta": "America/New_York", "philadelphia": "America/New_York", "nyc": "America/New_York",
    "dallas": "America/Chicago", "houston": "America/Chicago", "austin": "America/Chicago",
    "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "la": "America/Los_Angeles", "san diego": "America/Los_Angeles",
    "las vegas": "America/Los_Angeles", "montreal": "America/Toronto", "india": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "bangalore": "Asia/Kolkata",
    "calcutta": "Asia/Kolkata", "china": "Asia/Shanghai", "beijing": "Asia/Shanghai",
    "japan": "Asia/Tokyo", "korea": "Asia/Seoul", "abu dhabi": "Asia/Dubai",
    "saigon": "Asia/Ho_Chi_Minh", "canberra": "Australia/Sydney", "wellington": "Pacific/Auckland",
    "rio": "America/Sao_Paulo", "rio de janeiro": "America/Sao_Paulo", "gmt": "UTC", "z": "UTC",
    "cape town": "Africa/Johannesburg", "st petersburg": "Europe/Moscow",
}  # fmt: skip
HALVES = {
    "+0330": "Asia/Tehran", "+0430": "Asia/Kabul", "+0530": "Asia/Kolkata",
    "+0545": "Asia/Kathmandu", "+0630": "Asia/Yangon", "+0845": "Australia/Eucla",
    "+0930": "Australia/Darwin", "-0330": "America/St_Johns", "-0930": "Pacific/Marquesas",
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])(\d{1,2}):?(00|15|30|45)?", re.ASCII)
UNKNOWN_ZONE = Problem(
    T("I do not know that place. Please tap a city with your time, or type one near you.")
)


class Zone(Struct, frozen=True, tag="zone"):
    """A time zone; the answer is its IANA name, one of `names` or Etc/GMT±n."""

    names: tuple[str, ...] = NAMES

    def parse(self, reply: str) -> Answer | Problem:
        """Read a city, a country with one zone, an IANA name or an offset from UTC."""
        offset = _OFFSET.fullmatch(reply.casefold().replace(" ", "").replace("−", "-"))
        if offset is not None:
            return _shifted(*offset.groups())
        said = plain(reply)
        if said in ALIASES:
            return ALIASES[said]
        if said.isdecimal() and len(said) <= 2 and 1 <= int(said) <= len(COMMON):
            return COMMON[int(said) - 1]
        index = _spoken(self.names)
        hits = [name for name, phrases in index if said in phrases]
        return _one_of(hits or [name for name, (_, town) in index if near(said, town)])

    def keys(self, chosen: Answer | None) -> Keys:
        """Show a city an offset."""
        options = [Option(name, T("{city}", city=city(name))) for name in COMMON]
        return pad(options, [i for i, name in enumerate(COMMON) if name == chosen])

    def tap(self, index: int, _chosen: Answer | None) -> Answer | None:
        """Read a tapped city; None for no such key."""
        return COMMON[index] if index < len(COMMON) else None

    def say(self, answer: Answer) -> Text:
        """Read a zone back: "Berlin time", or "UTC+3, without summer time"."""
        name = str(answer)
        if not name.startswith("Etc/GMT"):
            return T("{city} time", city=city(name))
        sign = "-" if name[7] == "+" else "+"
        return T("UTC{offset}, without summer time", offset=sign + name[8:])

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return answer in self.names or answer in _FIXED


def city(name: str) -> str:
    """Take the city out of an IANA name: "New York" of America/New_York."""
    return name.rpartition("/")[2].replace("_", " ")


@cache
def _spoken(names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, str]], ...]:
    """Pair each name with how people write it: whole, and the city alone."""
    return tuple((name, (plain(name), plain(city(name)))) for name in names)


def _shifted(sign: str, hours: str, minutes: str | None) -> Answer | Problem:
    offset = f"{sign}{int(hours):02}{minutes or '00'}"
    if offset[3:] != "00":
        return HALVES.get(offset, UNKNOWN_ZONE)
    # POSIX counts the other way: Etc/GMT-3 is three hours ahead of UTC.
    name = f"Etc/GMT{'-' if sign == '+' else '+'}{int(hours)}"
    return name if name in _FIXED else ("UTC" if int(hours) == 0 else UNKNOWN_ZONE)


def _one_of(hits: list[str]) -> Answer | Problem:
    if len(hits) == 1:
        return hits[0]
    if not hits:
        return UNKNOWN_ZONE
    one, other = hits[:2]
    return Problem(
        T("That could be {one} or {other}. Please type the whole name.", one=one, other=other)
    )


_FIXED = frozenset([f"Etc/GMT-{n}" for n in range(1, 15)] + [f"Etc/GMT+{n}" for n in range(1, 13)])

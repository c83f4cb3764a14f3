"""HTML as Telegram reads it, into plain text and entities measured in UTF-16 units."""

import html
import re

from bot.sandbox.terms import Json, Refused, bad, units

ENTITY = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "span": "spoiler",
}
START = re.compile(r"<([^\s>]*)([^>]*)>")
END = re.compile(r"</([^>]*)>")
ATTRIBUTE = re.compile(r"""([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?""")
CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
FOUND = (
    ("url", re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]]")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z]\w{3,31}")),
)

Parsed = tuple[str, list[Json]]


def unparsed(reason: str) -> Refused:
    return bad(f"can't parse entities: {reason}")


class Reader:
    """One pass over one text: what was read so far, and which tags are open."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text = ""
        self._entities: list[Json] = []
        self._open: list[tuple[str, Json]] = []

    def read(self) -> Parsed:
        while self._at < len(self._source):
            self._step()
        if self._open:
            raise unparsed(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')
        return self._text, sorted(self._entities, key=lambda e: (e["offset"], -e["length"]))

    def _step(self) -> None:
        if self._source.startswith("</", self._at):
            self._close()
        elif self._source[self._at] == "<":
            self._begin()
        elif found := CHARACTER.match(self._source, self._at):
            self._take(html.unescape(found[0]), found.end())
        else:
            self._take(self._source[self._at], self._at + 1)

    def _take(self, text: str, end: int) -> None:
        self._text += text
        self._at = end

    def _where(self) -> str:
        return f"at byte offset {len(self._source[: self._at].encode())}"

    def _begin(self) -> None:
        found = START.match(self._source, self._at)
        if found is None:
            raise unparsed(f"Unclosed start tag {self._where()}")
        tag, attributes = found[1].lower(), _attributes(found[2])
        if tag not in ENTITY or (tag == "span" and attributes.get("class") != "tg-spoiler"):
            raise unparsed(f'Unsupported start tag "{tag}" {self._where()}')
        extra = {"url": attributes["href"]} if attributes.get("href") else {}
        entity = {"type": ENTITY[tag], "offset": units(self._text), **extra}
        self._open.append((tag, entity))
        self._at = found.end()

    def _close(self) -> None:
        found = END.match(self._source, self._at)
        if found is None:
            raise unparsed(f"Unclosed end tag {self._where()}")
        if not self._open:
            raise unparsed(f"Unexpected end tag {self._where()}")
        tag, entity = self._open.pop()
        if (name := found[1].strip().lower()) not in {"", tag}:
            raise unparsed(
                f'Unmatched end tag {self._where()}, expected "</{tag}>", found "</{name}>"'
            )
        self._at = found.end()
        self._finish(entity)

    def _finish(self, entity: Json) -> None:
        length = units(self._text) - entity["offset"]
        if length and (entity["type"] != "text_link" or "url" in entity):
            self._entities.append({**entity, "length": length})


def _attributes(source: str) -> dict[str, str]:
    found = ATTRIBUTE.findall(source)
    return {name.lower(): html.unescape(a or b or c) for name, a, b, c in found}


def parse(text: str, mode: str | None, given: list[Json] | None = None) -> Parsed:
    """Read a text in a parse mode; entities that were given hold only without one."""
    if mode and mode.upper() != "HTML":
        raise bad("unsupported parse_mode")
    plain, entities = Reader(text).read() if mode else (text, list(given or []))
    return trimmed(plain, entities)


def trimmed(text: str, entities: list[Json]) -> Parsed:
    """Cut the white space around a text and add what is recognised in it."""
    lead = units(text) - units(text.lstrip())
    clean = text.strip()
    moved = [_clipped(e, lead, units(clean)) for e in entities]
    return clean, _with_found(clean, [e for e in moved if e["length"] > 0])


def _clipped(entity: Json, lead: int, size: int) -> Json:
    begin = max(entity["offset"] - lead, 0)
    end = min(entity["offset"] + entity["length"] - lead, size)
    return {**entity, "offset": begin, "length": end - begin}


def _with_found(text: str, entities: list[Json]) -> list[Json]:
    found = [
        {"type": kind, "offset": units(text[: m.start()]), "length": units(m[0])}
        for kind, pattern in FOUND
        for m in pattern.finditer(text)
    ]
    kept = [e for e in found if not any(_overlap(e, other) for other in entities)]
    for number, entity in enumerate(kept):
        if not any(_overlap(entity, earlier) for earlier in kept[:number]):
            entities = [*entities, entity]
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _overlap(one: Json, other: Json) -> bool:
    """Bold and the like may hold a link; a link, code or command may not hold another."""
    if other["type"] not in {"text_link", "code", "pre", "url", "bot_command"}:
        return False
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )

"""HTML is read as Telegram reads it; offsets are UTF-16 units."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.markup import parse
from bot.sandbox.terms import Json, Refused, units

READ = [
    ("<b>a</b>c", "ac", [("bold", 0, 1)]),
    ("🏋<i>é</i>", "🏋é", [("italic", 2, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<B>a</B>", "a", [("bold", 0, 1)]),
    ("<b>a</>", "a", [("bold", 0, 1)]),
    ("  <b> a </b> ", "a", [("bold", 0, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ("&lt;b&gt; &amp;&quot; &#65; &#x42; &copy;", '<b> &" A B &copy;', []),
    ("a<b></b>", "a", []),
    ("<a>here</a>", "here", []),
    ("go /start@bot_name, not 1/2", "go /start@bot_name, not 1/2", [("bot_command", 3, 15)]),
    ("see https://a.b/c?d=/e.", "see https://a.b/c?d=/e.", [("url", 4, 18)]),
    ("ask @some_one", "ask @some_one", [("mention", 4, 9)]),
    ("<code>/start</code>", "/start", [("code", 0, 6)]),
    ("&lt;/b&gt; a/b /c/d", "</b> a/b /c/d", []),
    ("<b>/start</b>", "/start", [("bold", 0, 6), ("bot_command", 0, 6)]),
]


@pytest.mark.parametrize(("source", "text", "entities"), READ)
def test_it_reads(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = parse(source, "HTML")
    assert plain == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


def test_a_link_keeps_its_address() -> None:
    text, [link] = parse('<a href="https://t.me/x?start=1&amp;y">here</a>', "html")
    assert text == "here"
    assert link == {
        "type": "text_link",
        "offset": 0,
        "length": 4,
        "url": "https://t.me/x?start=1&y",
    }


def test_given_entities_are_cut_to_the_text() -> None:
    bold: Json = {"type": "bold", "offset": 1, "length": 9}
    gone: Json = {"type": "italic", "offset": 4, "length": 2}
    assert parse(" abc", None, [bold, gone]) == ("abc", [{**bold, "offset": 0, "length": 3}])


@given(st.text())
def test_what_is_escaped_is_shown_literally(text: str) -> None:
    shown, entities = parse(f"<b>{html.escape(text)}</b>", "HTML")
    assert shown == text.strip()
    bold = [e for e in entities if e["type"] == "bold"]
    assert bold == ([{"type": "bold", "offset": 0, "length": units(shown)}] if shown else [])


@given(st.text(alphabet="<>/ab\"'= &;", max_size=30))
def test_broken_markup_is_refused_and_nothing_else_happens(text: str) -> None:
    try:
        _, entities = parse(text, "HTML")
    except Refused as refused:
        entities = []
        code = refused.code
    else:
        code = 400
    assert code == 400
    assert all(e["length"] > 0 for e in entities)

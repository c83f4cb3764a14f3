"""Whatever a person typed, Telegram gets parameters that it takes."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outbound import i18n
from bot.outbound.render import Renderer, cut, cut_plain, units
from flows.words import Button, Content, T, Text

RENDERER = Renderer(bot="stairs_bot", emergency="112")
TAG = re.compile(r"</?[bi]>")


def text_of(*paragraphs: Text) -> str:
    text = RENDERER.message(Content(paragraphs))["text"]
    assert isinstance(text, str)
    return text


def as_read(markup: str) -> str:
    return html.unescape(TAG.sub("", markup))


def test_a_template_may_be_bold_and_values_are_literal() -> None:
    said = text_of(T("<b>{name}</b> & co: 1 < 2", name="<b>Tom</b> & {bot}"))
    assert said == "<b>&lt;b&gt;Tom&lt;/b&gt; &amp; {bot}</b> &amp; co: 1 &lt; 2"


def test_a_value_may_be_a_text_with_markup_of_its_own() -> None:
    assert text_of(T("{who}: {n}", who=T("<i>{x}</i>", x="<"), n=4)) == "<i>&lt;</i>: 4"


def test_paragraphs_stand_apart_and_everybody_knows_the_bot_and_the_emergency_number() -> None:
    assert text_of(T("Call {emergency}."), T("@{bot}")) == "Call 112.\n\n@stairs_bot"


def test_links_have_no_preview_and_no_buttons_mean_no_keyboard() -> None:
    message = RENDERER.message(Content((T("x"),)))
    assert message["link_preview_options"] == {"is_disabled": True}
    assert message["parse_mode"] == "HTML"
    assert "reply_markup" not in message


def test_buttons_send_data_or_open_pages() -> None:
    rows = (
        (Button(T("<b>Yes</b> & {n}", n="<b>"), data="q|a|b|1"),),
        (Button(T("Open"), url="https://t.me/{bot}?start=x"),),
    )
    keyboard = RENDERER.message(Content((T("x"),), rows))["reply_markup"]
    assert keyboard == {
        "inline_keyboard": [
            [{"text": "Yes & <b>", "callback_data": "q|a|b|1"}],
            [{"text": "Open", "url": "https://t.me/stairs_bot?start=x"}],
        ]
    }


@pytest.mark.parametrize("data", ["", "é" * 33])
def test_data_that_telegram_would_refuse_is_refused_here(data: str) -> None:
    with pytest.raises(ValueError, match="1 to 64 bytes"):
        RENDERER.keyboard(Content((T("x"),), ((Button(T("b"), data=data),),)))


def test_labels_notes_captions_and_menus_are_cut() -> None:
    long = T("{x}", x="y" * 5000)
    button = RENDERER.keyboard(Content((T("x"),), ((Button(long, data="d"),),)))
    assert button == {"inline_keyboard": [[{"text": "y" * 63 + "…", "callback_data": "d"}]]}
    assert len(RENDERER.note(long)) == 200
    assert len(str(RENDERER.caption(long)["caption"])) == 1024
    assert RENDERER.menu((("start", long),)) == [
        {"command": "start", "description": "y" * 255 + "…"}
    ]


def test_a_cut_closes_what_it_left_open_and_splits_nothing() -> None:
    assert cut("<b>ab&amp;cd</b>", 3) == "<b>ab…</b>"
    assert cut("<b>ab&amp;cd</b>", 4) == "<b>ab&amp;…</b>"
    assert cut("<b>a</b><i>bcd</i>", 3) == "<b>a</b><i>b…</i>"
    assert cut("<b>a</b>bcd", 3) == "<b>a</b>b…"
    assert cut("😀😀", 3) == "😀…"
    assert cut("&amp;&amp;", 2) == "&amp;&amp;"


@given(st.text(max_size=60), st.integers(2, 40))
def test_cuts_keep_within_the_length_and_to_the_beginning(text: str, longest: int) -> None:
    written = i18n.say(T("<b>{a}</b> <i>{a}</i>", a=text), "en", {})
    whole, short = as_read(written), as_read(cut(written, longest))
    assert units(short) <= longest
    assert short == whole or whole.startswith(short[:-1])
    assert units(cut_plain(whole, longest)) <= longest


def test_a_translation_is_used_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "TRANSLATIONS", {"de": {"Hello {x}": "Hallo {x}"}})
    assert i18n.say(T("Hello {x}", x="<"), "de", {}) == "Hallo &lt;"
    assert i18n.say(T("Bye"), "de", {}) == "Bye"


def test_only_a_silent_message_does_not_ring_and_an_edit_never_does() -> None:
    loud, silent = Content((T("Urgent"),)), Content((T("By the way"),), silent=True)
    assert "disable_notification" not in RENDERER.new(loud)
    assert RENDERER.new(silent)["disable_notification"] is True
    assert "disable_notification" not in RENDERER.message(silent)

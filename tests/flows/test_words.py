"""A Text keeps its values apart from its sentence."""

from flows.words import T, english


def test_values_fill_their_places() -> None:
    assert english(T("Hello {name}", name="Mia")) == "Hello Mia"


def test_a_value_may_be_a_text_and_braces_in_a_name_stay_literal() -> None:
    assert english(T("{who} waits", who=T("{name}", name="{x}"))) == "{x} waits"

"""The reduced schema agrees with an independent reader of the Bot API."""

import aiogram.methods
import pytest
from aiogram.client.default import Default

from bot.sandbox.methods import METHODS
from bot.sandbox.schema import API


@pytest.mark.parametrize("method", sorted(API.methods))
def test_aiogram_knows_the_same_parameters(method: str) -> None:
    kind = getattr(aiogram.methods, method[0].upper() + method[1:])
    fields = API.methods[method]
    assert set(fields) <= set(kind.model_fields)
    required = {name for name, field in fields.items() if field.required}
    # a newer Bot API may ask for less, never for more
    assert {n for n, f in kind.model_fields.items() if f.is_required()} <= required
    optional = {n for n, f in kind.model_fields.items() if isinstance(f.default, Default)}
    assert not optional & required


def test_every_method_of_the_schema_is_answered() -> None:
    assert set(METHODS) | {"getUpdates"} == set(API.methods)


def test_every_type_that_is_named_is_there() -> None:
    named = {t for m in API.methods.values() for f in m.values() for t in f.types}
    named |= {t for kind in API.types.values() for f in kind.values() for t in f.types}
    plain = {name.removeprefix("Array of ").removeprefix("Array of ") for name in named}
    primitive = {"Integer", "String", "Boolean", "Float", "InputFile"}
    assert plain - primitive <= set(API.types) | set(API.unions)
    assert {t for union in API.unions.values() for t in union} <= set(API.types)

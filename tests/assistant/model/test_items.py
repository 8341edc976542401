"""Items are found in a growing JSON text wherever it is cut."""

import json

import pytest

from assistant.model.items import ItemStream

ITEMS = [
    {"id": "a", "lines": [{"cells": ["plain", 'a "quoted" \\ {brace} ]'], "facts": []}]},
    {"id": "b", "lines": [], "more": {"deep": [1, [2, {"x": "}"}]]}},
    {"id": "c", "text": "Grüße \u2028 \U0001f642", "end": "\\"},
]
TEXTS = [
    json.dumps({"sections": ITEMS}),
    json.dumps({"sections": ITEMS, "strike": ["x"]}, ensure_ascii=False, indent=1),
    "Here it is, as asked:\n```json\n" + json.dumps({"sections": ITEMS}) + "\n```\n",
]


@pytest.mark.parametrize("text", TEXTS, ids=["dense", "indented", "with a preamble"])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 100_000])
def test_items_wherever_it_is_cut(text: str, size: int) -> None:
    """Every item comes out whole and once, however the text is cut into pieces."""
    stream = ItemStream()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert [json.loads(item) for piece in pieces for item in stream.feed(piece)] == ITEMS


def test_an_item_comes_with_its_last_brace() -> None:
    """An item is there as soon as its last brace is, not with the next one."""
    stream = ItemStream()
    assert list(stream.feed('{"sections": [{"id": "a"')) == []
    assert list(stream.feed("}")) == ['{"id": "a"}']


@pytest.mark.parametrize("text", ["", "no JSON at all", "[1, 2]", '{"sections": [1, "two", [3]]}', "}}]]"])
def test_nothing_in_what_holds_no_items(text: str) -> None:
    """A text without a list of objects has no items."""
    assert list(ItemStream().feed(text)) == []

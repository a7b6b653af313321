"""The queue on a page: each command becomes a button, a field or a link with its key."""

from __future__ import annotations

import pytest

from builders import article
from communique.decide.review import Item
from communique.web.cases import _case, ids_of

ID, OTHER = "0" * 31 + "1", "f" * 32


def _item(*commands: str, record: str = ID, reason: str = "x") -> Item:
    return Item(topic="date", record=record, about="event", reason=reason, commands=commands)


@pytest.mark.parametrize(
    ("command", "verb", "key", "fields", "ask"),
    [
        (f"set-status {ID} held", "set-status", "", (("record", ID), ("status", "held")), ""),
        (f"accept {ID}", "accept", "a", (("record", ID),), ""),
        (f"merge {ID} {OTHER}", "merge", "m", (("record", ID), ("other", OTHER)), ""),
        (f"distinct {ID} {OTHER}", "distinct", "d", (("record", ID), ("other", OTHER)), ""),
        (f"alias mention/kim ACTOR --in {ID}", "alias", "w", (("name", "mention/kim"), ("within", ID)), "actor"),
        ("alias mention/o'neil ACTOR", "alias", "w", (("name", "mention/o'neil"),), "actor"),
        (f"correct {ID} scope=whole", "correct", "", (("record", ID), ("field.scope", "whole")), ""),
        ("correct abcd published=YYYY-MM-DD", "published", "", (("article", "abcd"),), "published"),
        ("undo 3", "undo", "u", (("number", "3"),), ""),
    ],
)
def test_a_command_becomes_a_button(
    command: str, verb: str, key: str, fields: tuple[tuple[str, str], ...], ask: str
) -> None:
    offer = _case(_item(command), {}, {}).offers[0]
    assert (offer.verb, offer.key, offer.fields, offer.ask) == (verb, key, fields, ask)


@pytest.mark.parametrize(
    ("commands", "keys"),
    [
        ((f"correct {ID} when=YYYY-MM-DD",), ["a", "e", "r", "s", "m"]),
        ((f"accept {ID}",), ["a", "e", "r", "s", "m"]),
        ((f"merge {ID} {OTHER}", f"distinct {ID} {OTHER}"), ["m", "d", "a", "e", "r", "s"]),
    ],
)
def test_every_record_can_be_accepted_edited_rejected_merged_and_split(
    commands: tuple[str, ...], keys: list[str]
) -> None:
    assert [offer.key for offer in _case(_item(*commands), {}, {}).offers if offer.key] == keys


def test_what_is_about_no_record_has_only_its_own_commands() -> None:
    assert [o.verb for o in _case(_item("log 4", "undo 4", record=""), {}, {}).offers] == ["log", "undo"]


def test_the_records_that_an_item_names_are_found() -> None:
    assert ids_of(_item(f"merge {ID} {OTHER}", reason=f"may be one matter with {OTHER} (0.4): near")) == {ID, OTHER}


def test_an_article_without_a_date_stands_in_the_queue_by_its_title() -> None:
    item, paper = _item("correct abcd published=YYYY-MM-DD", record=""), article("A border reopens. Nobody says when.")
    assert _case(item, {}, {"abcd": paper}).article == paper
    assert _case(_item("accept abcd"), {}, {"abcd": paper}).article is None

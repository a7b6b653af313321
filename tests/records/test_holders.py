"""Decision 4: who vouches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import actor, article, event, statement
from communique.errors import RecordError
from communique.records import Actor, Article, Statement
from communique.records.holders import check_holders, innermost, inside

TEXT = "Ankara said that Moscow had told it that Tbilisi said that Minsk believed that the strikes would stop."
SPEAKERS = ("Ankara", "Moscow", "Tbilisi", "Minsk")
CUES = ("said", "told", "said that Minsk", "believed")


def nested(text: Article, depth: int) -> list[Statement]:
    """Return `depth` statements, each within the one before."""
    found: list[Statement] = []
    for name, cue in list(zip(SPEAKERS, CUES, strict=True))[:depth]:
        content = text.text[text.text.index(cue) + len(cue) + 1 : -1]
        holder = inside(found[-1]) if found else ()
        found.append(statement(text, person(text, name), cue, content, holder=holder))
    return found


def person(text: Article, name: str) -> Actor:
    return actor(text, name, f"state/{name[:3].upper()}")


def test_what_the_outlet_says_itself_has_no_holder() -> None:
    text = article(TEXT)
    record = event(text, "strikes", "ASSAULT")
    check_holders([record])
    assert record.holder == () and innermost(record.holder) == ()


@given(st.integers(1, 4))
def test_the_holder_of_a_content_is_the_reporters_then_the_speaker(depth: int) -> None:
    said = nested(article(TEXT), depth)
    chain = [level[0].name for level in inside(said[-1])]
    assert chain == list(SPEAKERS[:depth])
    assert [a.name for a in innermost(inside(said[-1]))] == [SPEAKERS[depth - 1]]
    check_holders(said)


@given(st.integers(1, 4))
def test_a_speaker_is_never_the_holder_of_the_own_speech(depth: int) -> None:
    for spoken in nested(article(TEXT), depth):
        assert spoken.speaker is not None
        assert spoken.speaker.id not in {a.id for level in spoken.holder for a in level}


def test_speech_without_a_speaker_adds_no_level() -> None:
    text = article("It was said that talks would follow.")
    assert inside(statement(text, None, "said", "talks would follow")) == ()


def test_those_who_vouch_together_share_a_level() -> None:
    text = article(TEXT)
    together = ((person(text, "Ankara"), person(text, "Moscow")),)
    check_holders([event(text, "strikes", "ASSAULT", holder=together)])


def test_an_empty_level_is_refused() -> None:
    text = article(TEXT)
    with pytest.raises(RecordError, match="empty level"):
        check_holders([event(text, "strikes", "ASSAULT", holder=((person(text, "Ankara"),), ()))])


def test_an_actor_twice_in_one_level_is_refused() -> None:
    text = article(TEXT)
    ankara = person(text, "Ankara")
    with pytest.raises(RecordError, match="twice in one level"):
        check_holders([event(text, "strikes", "ASSAULT", holder=((ankara, ankara),))])

"""An article's text with marked words: every character once, whatever crosses; anchors where spans begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders import actor, article, engagement, evidence, participant, statement
from communique.questions.answers import Told
from communique.records.links import Entry
from communique.records.record import Record
from communique.records.texts import Article, Evidence, Segment
from communique.web.marked import Block, marked


def told(records: list[Record]) -> list[Told]:
    return [Told(entry=Entry(record=r), short=f"{r.kind[:3]}-{n}", passage=None) for n, r in enumerate(records)]


TEXT = article(
    "Talks in Muscat\n\nOman hosted Iran on Sunday. “They met 😀 here,” Oman said.\nIran’s envoy, Muscat. (Agency)",
    segments=[("title", "Talks in Muscat"), ("body", "Oman hosted Iran on Sunday. “They met 😀 here,” Oman said."),
              ("caption", "Iran’s envoy, Muscat. (Agency)")],
)  # fmt: skip
OMAN = actor(TEXT, "Oman", "state/OMN")
SIDES = [participant(TEXT, "Oman", "state/OMN"), participant(TEXT, "Iran", "state/IRN")]
HOSTED = engagement(TEXT, "hosted", type="talks", status="held", participants=SIDES)
SAID = statement(TEXT, OMAN, "said", "They met 😀 here", quotes=["They met 😀 here"])


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return ["".join(piece.text for piece in block.pieces) for block in blocks]


def test_blocks_are_the_lines_of_the_segments_with_their_kinds() -> None:
    blocks = marked(TEXT, told([HOSTED, SAID]))
    assert [block.kind for block in blocks] == ["title", "body", "caption"]
    assert _texts(blocks) == [TEXT.text[b.start : b.end] for b in blocks]
    assert "\n".join(_texts(blocks)) == TEXT.text.replace("\n\n", "\n")


def test_words_have_their_roles_and_records() -> None:
    body = marked(TEXT, told([HOSTED, SAID]))[1]
    hosted = next(piece for piece in body.pieces if piece.text == "hosted")
    assert (hosted.roles, hosted.records, hosted.numbers, hosted.anchor) == (("trigger",), ("eng-0",), (1,), True)
    assert [number for number, _ in body.notes] == [1, 2]


def test_anchors_stand_where_evidence_and_sentences_begin() -> None:
    anchors = {p.start for block in marked(TEXT, told([SAID])) for p in block.pieces if p.anchor}
    starts = {e.start for e in SAID.evidence}
    assert starts <= anchors
    assert TEXT.text.index("“They") in anchors
    assert TEXT.text.index("hosted") not in anchors


def test_crossing_spans_share_the_piece_where_they_cross() -> None:
    text = article("one two three four")
    crossing = (evidence(text, "one two three", "content"), evidence(text, "two three four", "quote"))
    a = engagement(text, "two", type="talks", status="held", participants=[], evidence=crossing)
    (block,) = marked(text, told([a]))
    assert [(p.text, p.roles) for p in block.pieces] == [
        ("one ", ("content",)), ("two three", ("content", "quote")), (" four", ("quote",)),
    ]  # fmt: skip


def test_text_outside_all_segments_is_shown_too() -> None:
    bare = Article(text="Above.\nInside.\nBelow.", segments=(Segment("caption", 7, 14),))
    assert [(b.kind, t) for b, t in zip(marked(bare, []), ["Above.", "Inside.", "Below."], strict=True)] == [
        (block.kind, "".join(p.text for p in block.pieces)) for block in marked(bare, [])
    ]
    assert [block.kind for block in marked(bare, [])] == ["body", "caption", "body"]


@given(st.lists(st.tuples(st.integers(0, 39), st.integers(1, 15)), min_size=1, max_size=12))
def test_whatever_crosses_each_character_stands_once(places: list[tuple[int, int]]) -> None:
    text = article("Kofi met Ama in Accra. They spoke again.")
    spans = [text.span(start, min(len(text.text), start + length)) for start, length in places]
    pieces = tuple(Evidence.of(span, f"role{n}") for n, span in enumerate(spans))
    record = engagement(text, "met", type="meeting", status="held", participants=[], evidence=pieces)
    (block,) = marked(text, told([record]))
    assert "".join(p.text for p in block.pieces) == text.text
    for piece in block.pieces:
        expected = {e.role for e in pieces if e.start < piece.end and piece.start < e.end}
        assert set(piece.roles) == expected
        assert all(e.start <= piece.start and piece.end <= e.end for e in pieces if e.role in expected)


def test_every_piece_knows_where_its_sentence_begins() -> None:
    title, body, _ = marked(TEXT, told([HOSTED, SAID]))
    second = TEXT.text.index("“They")
    assert {piece.sentence for piece in title.pieces} == {title.start}
    assert {piece.sentence for piece in body.pieces} == {body.start, second}
    assert all((piece.sentence == second) == (piece.start >= second) for piece in body.pieces)

"""The cue lexicon: entries, rates and the loader's strictness."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon.cues import TABLES, CueLexicon, load_cues
from communique.lexicon.files import read_table


def overlay(folder: Path, name: str, text: str) -> Path:
    place = folder / "cues" / "en"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("cue", "pos", "frame", "act"),
    [
        ("say", "verb", "clause", "assert"),
        ("announce", "verb", "clause", "announce"),
        ("call", "verb", "for", "call_for"),
        ("call", "verb", "small", "assert"),
        ("ask", "verb", "wh", "ask"),
        ("ask", "verb", "np_inf", "appeal"),
        ("offer", "verb", "inf", "offer"),
        ("goal", "noun", "copula_inf", "goal"),
        ("according to", "preposition", "clause", "assert"),
    ],
)
def test_the_act_of_a_cue_depends_on_its_frame(cue: str, pos: str, frame: str, act: str) -> None:
    entry = load_cues().entry(cue, pos, frame)
    assert entry is not None
    assert entry.act == act


def test_accusing_and_denying_cues_say_so() -> None:
    cues = [load_cues().entry(word, "verb", "clause") for word in ("accuse", "deny", "say")]
    assert [cue.family for cue in cues if cue is not None] == ["accuse", "deny", "speech"]


@pytest.mark.parametrize("word", ["river", "eat", "zzz"])
def test_other_words_have_no_entry(word: str) -> None:
    assert load_cues().entry(word, "verb", "clause") is None


def test_words_of_speech_are_likelier_cues_than_others() -> None:
    cues = load_cues()
    assert cues.rate("say", "verb", "clause") > 0.9
    assert cues.rate("say", "verb", "clause") > cues.rate("find", "verb", "clause") > cues.rate("eat", "verb", "np")


def test_a_word_never_seen_takes_after_its_frame() -> None:
    cues = load_cues()
    assert cues.rate("zzz", "verb", "clause") > cues.rate("zzz", "verb", "none")
    assert 0 < cues.rate("zzz", "zzz", "zzz") < 1


def test_a_prior_stands_for_a_word_hardly_seen(tmp_path: Path) -> None:
    folder = overlay(tmp_path, "speech.csv", "id,frames,family,act,prior\nzzz verb,clause,speech,assert,0.9\n")
    assert load_cues(folder).rate("zzz", "verb", "clause") == pytest.approx(0.9)


def test_rates_lie_between_nought_and_one_for_every_counted_use() -> None:
    cues: CueLexicon = load_cues()
    assert all(0 <= cues.rate(*use) <= 1 for use in cues.counts)
    assert len(cues.counts) > 1000


def test_no_entry_stands_in_two_tables() -> None:
    ids = [
        row["id"]
        for table in TABLES
        for row in read_table(f"cues/en/{table}", ("id", "frames", "family", "act", "prior"))
    ]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("speech.csv", "id,frames,family,act,prior\nsay,,speech,assert,\n", "part of speech"),
        ("speech.csv", "id,frames,family,act,prior\nsay verb,,talk,assert,\n", "family"),
        ("speech.csv", "id,frames,family,act,prior\nsay verb,,speech,mumble,\n", "act"),
        ("speech.csv", "id,frames,family,act,prior\nsay verb,,speech,assert,2\n", "prior"),
        ("rates.csv", "id,cues,seen\nsay verb clause,3,2\n", "exceed"),
        ("rates.csv", "id,cues,seen\nsay verb clause,x,2\n", "whole numbers"),
        ("rates.csv", "id,cues,seen\nsay,1,2\n", "its frame"),
        ("contexts.csv", "id,odds,why\nmodal,x,because\n", "odds"),
        ("acts.yaml", "- {id: a, act: mumble, examples: [], counterexamples: []}\n", "mumble"),
        (
            "absences.yaml",
            "- {id: a, predicates: [x], confidence: high, examples: [], counterexamples: []}\n",
            "confidence",
        ),
    ],
)
def test_a_malformed_table_is_refused_with_file_and_line(name: str, text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=rf"{name}:\d+: .*{message}"):
        load_cues(overlay(tmp_path, name, text))

"""Our own gold compiles, its spans are exact, its splits are stable and share no wording, its counts are as stated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from compile_gold import GOLD, SPLITS, TASKS, Item, all_sources, compiled, counts, load_sources, split_of
from gold_annotations import Marked, annotate, plover_events

from communique.errors import GoldError

FILES = [f"{split}/{task}.jsonl" for split in SPLITS for task in TASKS]
TEXT = "Kenya said Uganda said nothing. Kenya left Monday."


@cache
def items() -> list[Item]:
    return load_sources(all_sources())


def spans(value: Any) -> Iterator[list[int]]:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(one, int) for one in value):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from spans(one)


def words(sentence: str) -> list[str]:
    return re.findall(r"\w+", sentence.lower())


@pytest.mark.parametrize("name", FILES)
def test_the_compiled_files_are_those_of_the_sources(name: str) -> None:
    assert (GOLD / "compiled" / name).read_text(encoding="utf-8") == compiled(items())[name]


@pytest.mark.parametrize("name", FILES)
def test_every_span_is_words_of_its_text(name: str) -> None:
    for line in (GOLD / "compiled" / name).read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        for start, end in spans(item):
            piece = item["text"][start:end]
            assert piece and piece == piece.strip(), (item["id"], piece)
        for label in item[TASKS[name.split("/")[1].removesuffix(".jsonl")]]:
            told = label.get("trigger", label.get("text"))
            where = label.get("trigger_span", label.get("span"))
            assert told is None or item["text"][slice(*where)] == told, item["id"]


def test_no_sentence_stands_twice() -> None:
    seen: dict[str, str] = {}
    for item in items():
        for sentence in item.sentences:
            key = " ".join(words(sentence))
            assert key not in seen, f"{item.where}: {sentence!r} stands in {seen[key]} too"
            seen[key] = item.where


def test_splits_share_no_eight_words_in_a_row() -> None:
    seen: dict[tuple[str, ...], tuple[str, str]] = {}
    for item in items():
        for sentence in item.sentences:
            found = words(sentence)
            for i in range(len(found) - 7):
                split, where = seen.setdefault(tuple(found[i : i + 8]), (item.split, item.where))
                assert split == item.split, f"{item.where} and {where}: {' '.join(found[i : i + 8])}"


def test_a_line_of_text_is_one_sentence() -> None:
    for item in items():
        for sentence in item.sentences:
            plain = re.sub(r"[“\"][^”\"]*[”\"]|\b(Maj|Gen|Col|Lt|Dr|Sen|St)\.", "", sentence)
            assert not re.search(r"[a-z]{2}[.?!][”\"]? [A-Z]", plain), f"{item.where}: {sentence}"
            assert not re.match(r"[a-z]: ", sentence), f"{item.where}: {sentence}"


def test_the_split_of_a_group_is_fixed() -> None:
    names = ["ferry-row", "kivu", "gulf", "andes", "baltic", "pacific", "sahel", "danube"]
    assert [split_of(name) for name in names] == EXPECTED_SPLITS


EXPECTED_SPLITS = ["dev", "train", "test", "train", "train", "train", "train", "dev"]


def test_the_counts_are_those_of_the_readme() -> None:
    readme = (GOLD.parent / "README.md").read_text(encoding="utf-8")
    assert [row for row in counts(items()) if row not in readme] == []


def test_types_and_statuses_are_all_there() -> None:
    events = [event for item in items() for event in item.labels["events"]]
    assert len({event["type"] for event in events}) == 18
    assert len({event["status"] for event in events}) == 19


WRONG = {
    "x: no such words": "s: Mali | said | Uganda said nothing",
    "twice": "s: Kenya | said | Uganda .. nothing",
    "no content": "s: Kenya | said#1 | -",
    "two fields": "s: Kenya | said#1",
    "no type": "e: left | DEPART | occurred | KEN",
    "no mode of the type": "e: left | CONSULT/troops | occurred | KEN",
    "no status": "e: left | RETREAT | done | KEN",
    "no code": "e: left | RETREAT | occurred | Kenya",
    "no holder": "e: left | RETREAT | occurred | KEN | Kenya",
    "no value": "t: left = DATE soon",
    "no such weekday": "t: Monday = DATE 2019-04-02",
    "no form": "a: nothing = KEN:z",
    "no actor": "a: nothing = Kenya Republic",
}


@pytest.mark.parametrize("line", WRONG.values(), ids=WRONG)
def test_a_wrong_annotation_is_told_with_its_place(line: str) -> None:
    marked = Marked()
    marked.add(TEXT)
    with pytest.raises(GoldError, match=r"^own\.yaml:7: "):
        annotate(marked, line[0], line[3:], "own.yaml:7")


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        ("Uganda", "Uganda"),
        ("said#2", "said"),
        ("Uganda .. nothing", "Uganda said nothing"),
        (".. said#1", "Kenya said"),
        ("left ..", "left Monday"),
        ("Uganda ..", "Uganda said nothing. Kenya left Monday"),
    ],
)
def test_quoted_words_are_found(quoted: str, expected: str) -> None:
    marked = Marked()
    marked.add(TEXT)
    start, end = marked.span(quoted, "own.yaml:1")
    assert marked.text[start:end] == expected


def test_the_last_sentence_comes_before_the_paragraph() -> None:
    marked = Marked()
    marked.add("Kenya left.")
    marked.add("Then Kenya returned.")
    assert [marked.span("Kenya", "x")[0], marked.span("left", "x")[0]] == [17, 6]


def test_ids_and_groups_stand_once(tmp_path: Path) -> None:
    entry = {"group": "a", "dct": "2020-01-01", "sentences": ["Kenya left.\n"]}
    text = yaml.safe_dump([entry, entry], default_style="|")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="stands there twice"):
        load_sources([tmp_path / "a.yaml"])


EVENT = {"trigger_span": [0, 1], "mode": None, "recipient": []}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"type": "CONSULT", "status": "planned", "actor": ["PER", "CHL"], "holder": "PER"}, ["AGREE PER,CHL"]),
        ({"type": "CONSULT", "status": "occurred", "actor": ["PER", "CHL"], "holder": "PER"}, ["CONSULT PER,CHL"]),
        ({"type": "RETREAT", "status": "demanded", "actor": ["PER"], "holder": "CHL"}, ["REQUEST CHL > PER"]),
        ({"type": "ASSAULT", "status": "denied", "actor": ["PER"], "holder": "PER"}, []),
        ({"type": "ASSAULT", "status": "alleged", "actor": ["PER"], "holder": "CHL"}, ["ACCUSE CHL > PER"]),
        ({"type": "AID", "status": "occurred", "actor": [], "holder": "narrator"}, []),
    ],
)
def test_events_are_folded_as_the_codebook_says(event: dict[str, Any], expected: list[str]) -> None:
    found = plover_events([EVENT | event])
    sides = [[",".join(one["code"] for one in e[key]) for key in ("sources", "targets")] for e in found]
    assert [f"{e['type']} {' > '.join(filter(None, s))}" for e, s in zip(found, sides, strict=True)] == expected


def test_paragraphs_keep_their_order() -> None:
    for item in items():
        places = [item.text.index(sentence) for sentence in item.sentences]
        assert all(a < b for a, b in pairwise(places)), item.where


def test_the_second_annotation_is_of_a_tenth_of_the_same_texts() -> None:
    first = {item.id: item for item in items()}
    second = load_sources((GOLD / "second").glob("*.yaml"))
    assert {item.id: item.text for item in second} == {item.id: first[item.id].text for item in second}
    assert sum(len(item.sentences) for item in second) >= sum(len(item.sentences) for item in first.values()) / 10

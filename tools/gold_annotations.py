"""The lines of annotation in our own gold: quoted words -> spans, short codes -> labels in the scorers' forms."""

from __future__ import annotations

import csv
import re
from calendar import day_name
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, get_args

import communique
from communique.errors import GoldError
from communique.lexicon.codebook import load_codebook
from communique.records.actors import Form
from communique.records.events import EventStatus

FORMS = {"n": "name", "m": "metonym", "d": "demonym", "p": "pronoun", "x": "description", "r": "role"}
TIMEX = ("DATE", "TIME", "DURATION", "SET")
MODS = ("START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF|PT?(\d+(\.\d+)?|X)[YMWDHSQE]+(T\d+[HM])?|P\d+DE|P\d+CE"
    r"|[\dX]{2,4}(-(0[1-9]|1[0-2]|XX|W\d\d|WXX|Q[1-4X]|H[12]|SP|SU|FA|WI)(-([0-3]\d|WE|XX|[1-7]))?)?"
    r"(T([0-2]\d(:[0-5]\d)?|MO|MI|AF|EV|NI|DT))?|T([0-2]\d(:[0-5]\d)?|MO|MI|AF|EV|NI|DT)"
)
REGISTRY = Path(communique.__file__).parent / "data" / "actors"
SLUG = re.compile(r"[\w.-]+")
HOLDERS = re.compile(r"narrator|officials|media(:[A-Z]{3})?")
NUMBERED = re.compile(r"(.*?)#(\d+)")


class Marked:
    """A paragraph while it is read: its text so far, its sentences, its labels with spans in its text."""

    KEYS: ClassVar[tuple[str, ...]] = ("attributions", "events", "timex", "mentions", "optional")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.text = ""
        self.start = 0
        self.sentences: list[str] = []
        self.labels: dict[str, list[dict[str, Any]]] = {key: [] for key in self.KEYS}

    def add(self, sentence: str) -> None:
        """Append a sentence."""
        self.text += " " if self.text else ""
        self.start = len(self.text)
        self.text += sentence
        self.sentences.append(sentence)

    def span(self, words: str, where: str) -> list[int]:
        """Return where quoted words stand: in the last sentence, or else in the paragraph.

        "a .. b" reaches from a to b, ".. b" from the sentence's start, "a .." to its end without the final mark;
        "a#2" is the second a.
        """
        first, elided, last = words.partition("..")
        if not elided:
            return self._words(words.strip(), self.start, where)
        start = self._words(first.strip(), self.start, where)[0] if first.strip() else self.start
        if not last.strip():
            return [start, len(self.text.rstrip(".?!"))]
        after = self._words(first.strip(), self.start, where)[1] if first.strip() else start
        return [start, self._words(last.strip(), after, where)[1]]

    def _words(self, words: str, begin: int, where: str) -> list[int]:
        numbered = NUMBERED.fullmatch(words)
        words, number = (numbered[1], int(numbered[2])) if numbered else (words, 0)
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words[-1].isalnum() else re.escape(words))
        found = [m.span() for m in pattern.finditer(self.text, begin)] or [
            m.span() for m in pattern.finditer(self.text)
        ]
        if not words or len(found) < max(number, 1):
            raise GoldError(f"{where}: there is no {words!r} (number {max(number, 1)}) in {self.text!r}")
        if len(found) > 1 and not number:
            raise GoldError(f"{where}: {words!r} stands there {len(found)} times; say which, {words}#1")
        return list(found[max(number, 1) - 1])


def annotate(marked: Marked, code: str, line: str, where: str) -> None:
    """Add the labels of a line of annotation: s(tatement), e(vent), t(imes), a(ctors), o(ptional words)."""
    if code == "s":
        marked.labels["attributions"].append(_statement(marked, line, where))
    elif code == "e":
        marked.labels["events"].append(_event(marked, line, where))
    else:
        make = {"t": _time, "a": _mention, "o": _optional}[code]
        key = {"t": "timex", "a": "mentions", "o": "optional"}[code]
        marked.labels[key] += [make(marked, one.strip(), where) for one in line.split(";") if one.strip()]


def _fields(line: str, least: int, most: int, where: str) -> list[str]:
    fields = [one.strip() for one in line.split("|")]
    if not least <= len(fields) <= most:
        raise GoldError(f"{where}: {len(fields)} fields between bars, not {least} to {most}")
    return fields


def _statement(marked: Marked, line: str, where: str) -> dict[str, Any]:
    roles = zip(("source", "cue", "content"), _fields(line, 3, 3, where), strict=True)
    found = {
        role: sorted(marked.span(piece.strip(), where) for piece in words.split(" + ")) if words != "-" else []
        for role, words in roles
    }
    if not found["content"]:
        raise GoldError(f"{where}: a statement without content")
    return found


def _event(marked: Marked, line: str, where: str) -> dict[str, Any]:
    trigger, kind, status, parties, *holder = _fields(line, 4, 5, where)
    type_, _, mode = kind.partition("/")
    kinds = load_codebook().kinds
    if type_ not in kinds or (mode and mode not in kinds[type_].modes):
        raise GoldError(f"{where}: {kind!r} is no type, or no mode of it, in the codebook")
    if status not in get_args(EventStatus):
        raise GoldError(f"{where}: {status!r} is no status of events")
    actors, _, recipients = parties.partition(">")
    span = marked.span(trigger, where)
    levels = [level.split("+") for level in (holder[0] if holder else "narrator").split("/")]
    for one in (code for level in levels for code in level if not HOLDERS.fullmatch(code)):
        _known(one, where)
    inner = levels[-1][0] if len(levels[-1]) == 1 else levels[-1]
    return {
        "trigger_span": span,
        "trigger": marked.text[slice(*span)],
        "type": type_,
        "mode": mode or None,
        "actor": _codes(actors, where),
        "recipient": _codes(recipients, where),
        "status": status,
        "holder": inner,
    } | ({"chain": [level[0] if len(level) == 1 else level for level in levels]} if len(levels) > 1 else {})


def _codes(words: str, where: str) -> list[str]:
    codes = [code for code in words.split() if code != "-"]
    for code in codes:
        _known(code, where)
    return codes


def _known(code: str, where: str) -> None:
    if code not in known_codes():
        raise GoldError(f"{where}: {code!r} is no code of a state (ISO3) or entity")


@cache
def known_codes() -> frozenset[str]:
    """Return the codes that parties may have."""
    return frozenset(_table("states")) | frozenset(load_codebook().entities)


@cache
def _table(name: str) -> Mapping[str, Mapping[str, str]]:
    """A table of the registry, its rows by their ids."""
    with (REGISTRY / f"{name}.csv").open(encoding="utf-8") as table:
        return {row["id"]: row for row in csv.DictReader(table)}


def _time(marked: Marked, one: str, where: str) -> dict[str, Any]:
    words, _, label = one.rpartition(" = ")
    kind, value, *mod = label.split()
    span = marked.span(words, where)
    if kind not in TIMEX or not VALUE.fullmatch(value) or (mod and mod[0] not in MODS):
        raise GoldError(f"{where}: {label!r} is no TIMEX3 type and value")
    found = {"span": span, "text": marked.text[slice(*span)], "type": kind, "value": value}
    named = [day for day in day_name if day in found["text"]]
    if named and DAY.match(value) and day_name[date.fromisoformat(value[:10]).weekday()] not in named:
        raise GoldError(f"{where}: {value} is no {named[0]}")
    return found | ({"mod": mod[0]} if mod else {})


def _mention(marked: Marked, one: str, where: str) -> dict[str, Any]:
    words, equal, label = one.rpartition("=")
    identity, _, form = label.strip().partition(":")
    if not equal or FORMS.get(form or "n") not in get_args(Form):
        raise GoldError(f"{where}: {one!r} is not WORDS = ACTOR:FORM with a form of {', '.join(FORMS)}")
    span = marked.span(words.strip(), where)
    actor = "+".join(_actor(part, where) for part in identity.split("+"))
    return {"span": span, "text": marked.text[slice(*span)], "actor": actor, "form": FORMS[form or "n"]}


def _actor(short: str, where: str) -> str:
    """Return the id that a short form stands for: PER, un, group/houthis, o/PER-foreign-ministry, @ana-ruiz."""
    kind, slash, name = short.partition("/")
    if short.startswith("@"):
        kind, slash, name = "mention", "/", short[1:]
    elif kind == "o" and slash:
        kind = "organ"
        _known(name[:3], where)
    elif kind == "group" and name in _table("armed_groups"):
        kind = _table("armed_groups")[name]["kind"]
    elif short in _table("organisations"):
        kind, slash, name = "org", "/", short
    elif short in _table("states"):
        kind, slash, name = "state", "/", short
    else:
        raise GoldError(f"{where}: {short!r} is no actor of the registry; others are written @name")
    if not SLUG.fullmatch(name):
        raise GoldError(f"{where}: {short!r} is no id of an actor")
    return f"{kind}/{name}"


def _optional(marked: Marked, one: str, where: str) -> dict[str, Any]:
    return {"span": marked.span(one, where)}


def plover_events(events: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Fold annotated events by status into PLOVER events, as the codebook says (a planned visit is an AGREE)."""
    found = []
    for event in events:
        told = event["holder"] if isinstance(event["holder"], list) else [event["holder"]]
        speakers = [code for code in told if not HOLDERS.fullmatch(code)]
        by = "any" if told == ["narrator"] else "party" if set(speakers) & set(event["actor"]) else "other"
        type_, mode, status = event["type"], event["mode"], event["status"]
        folding = next((f for f in load_codebook().foldings if f.fits(type_, mode, status, by)), None)
        sources, targets = event["actor"], event["recipient"]
        if folding is not None and folding.drop:
            continue
        if folding is not None:
            mode = folding.new_mode(type_, mode)
            type_ = folding.becomes
            if folding.turned:
                sources, targets = speakers, sources or targets
        if sources or targets:
            one = {"type": type_, "mode": mode, "trigger_spans": [event["trigger_span"]]}
            found.append(one | {"sources": _coded(sources), "targets": _coded(targets)})
    return found


def _coded(codes: Iterable[str]) -> list[dict[str, str]]:
    return [{"code": code} for code in codes]

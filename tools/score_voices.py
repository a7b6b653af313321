"""Scores who says what by construction: evaluation/constructions/voices.yaml and voices_second.yaml.

python tools/score_voices.py [SET ...] [--errors] [--mend]

A case is a text and a line for each piece of speech that it should give, SPEAKER [> ADDRESSEE] [< HOLDER]: CONTENT:

    LVA Kalnins > reporters: the border would stay closed
    KEN + UGA: the bridge would be built          both say so
    IRN < Oman: the ship would be freed           Oman says that Iran says so
    ?: the vote would be held                     nobody is named who says so

Three capitals are the state for which somebody acts, other words stand in the name, role or mention. The words of what
is found under one speaker must share six in ten with the content. A statement, charge or denial that fits no line is
wrong. A case whose last line is "gap" is known to fail; `--mend` sets and takes away these marks.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases import CONSTRUCTIONS, Case, judged

from communique import workflow
from communique.records.actors import Actor, Holder
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Span
from communique.sources import article_from_text

FILES = (CONSTRUCTIONS / "voices.yaml", CONSTRUCTIONS / "voices_second.yaml")
DATE = "2024-05-14"
SHARE = 0.6
_LINE = re.compile(
    r"(?P<speakers>[^:>]+?)(?: > (?P<addressee>[^:<]+?))?(?: < (?P<holder>[^:]+?))?: (?P<content>.+)", re.S
)


@dataclass(frozen=True, slots=True)
class Speech:
    """What a statement, charge or denial says in common: who, to whom, told by whom, what."""

    speaker: Actor | None
    addressee: Actor | None
    holder: Holder
    content: tuple[Span, ...]
    rule: str

    def __str__(self) -> str:
        names = [(actor.iso3 or "", actor.id) for actor in (self.speaker, self.addressee) if actor is not None]
        held = " < ".join(actor.name for level in self.holder for actor in level)
        who = " > ".join(" ".join(name).strip() for name in names)
        return f"{who or '?'}{held and f' < {held}'}: {' … '.join(span.text for span in self.content)} [{self.rule}]"


def speeches_of(text: str) -> list[Speech]:
    """Return what is said in a text, by whom, with whoever speaks there."""
    records = workflow.read(article_from_text(text, date=DATE, language="en"), all_statements=True)
    return [speech for record in records for speech in _speeches(record)]


def _speeches(record: object) -> Iterator[Speech]:
    if isinstance(record, Statement):
        yield Speech(record.speaker, record.addressee, record.holder, record.content, record.rule)
    elif isinstance(record, Allegation):
        for accuser in record.accusers or (None,):
            yield Speech(accuser, None, record.holder, (record.content,), record.rule)
    elif isinstance(record, Denial):
        yield Speech(record.denier, None, record.holder, (record.content,) if record.content else (), record.rule)


def compare(case: Case, found: Sequence[Speech]) -> tuple[list[str], list[Speech]]:
    """Return the lines that nothing found fits, and what is found and fits no line."""
    missed, right = [], set()
    for line in case.lines:
        fitting = {n for n, speech in enumerate(found) if _fits(line, speech)}
        right |= fitting
        if not _is_whole(line, [found[n] for n in sorted(fitting)]):
            missed.append(line)
    return missed, [speech for n, speech in enumerate(found) if n not in right]


def _fields(line: str) -> re.Match[str]:
    fields = _LINE.fullmatch(line)
    if fields is None:
        raise ValueError(line)
    return fields


def _fits(line: str, speech: Speech) -> bool:
    fields = _fields(line)
    inside, wanted = _words(speech.content), _words_of(fields["content"])
    held = [actor for level in speech.holder for actor in level]
    return (
        any(_is(name, speech.speaker) for name in fields["speakers"].split(" + "))
        and (fields["addressee"] is None or _is(fields["addressee"], speech.addressee))
        and (any(_is(fields["holder"], actor) for actor in held) if fields["holder"] else not held)
        and 2 * (inside & wanted).total() >= inside.total()
    )


def _is_whole(line: str, fitting: Sequence[Speech]) -> bool:
    fields = _fields(line)
    wanted = _words_of(fields["content"])
    for name in fields["speakers"].split(" + "):
        spans = dict.fromkeys(span for speech in fitting if _is(name, speech.speaker) for span in speech.content)
        inside = _words(tuple(spans))
        if (inside & wanted).total() < SHARE * max(1, (inside | wanted).total()):
            return False
    return True


def _is(names: str, actor: Actor | None) -> bool:
    if actor is None:
        return names == "?"
    words = " ".join((actor.name, actor.mention.text, actor.role.title if actor.role else "")).lower()
    states = {actor.iso3, *actor.based_in, *actor.members, actor.id.removeprefix("state/")}
    states |= {member.removeprefix("state/") for member in actor.members}
    return all(name in states if re.fullmatch("[A-Z]{3}", name) else name.lower() in words for name in names.split())


def _words(content: Sequence[Span]) -> Counter[str]:
    return _words_of(" ".join(span.text for span in content))


def _words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower().removeprefix("that ").removeprefix("to ")))


def main(arguments: Sequence[str]) -> None:
    """Print how many cases are met as a whole, and how many pieces of speech, by set and construction."""
    count: Counter[tuple[str, str]] = Counter()
    cases = (one for file in FILES for one in judged(file, arguments, speeches_of, compare, str))
    for case, found, missed, extra in cases:
        met = int(not missed and not extra)
        numbers = (1, met, len(case.lines), len(case.lines) - len(missed), len(found), len(extra))
        for scope in (case.group, f"{case.group}: {case.construction}"):
            for key, number in zip(("cases", "met", "lines", "right", "found", "extra"), numbers, strict=True):
                count[scope, key] += number
    for scope in dict.fromkeys(scope for scope, _ in count):
        n = {key: count[scope, key] for key in ("cases", "met", "lines", "right", "found", "extra")}
        shares = f"R {n['right']}/{n['lines']} P {n['found'] - n['extra']}/{n['found']}"
        print(f"{scope:60} {n['met']}/{n['cases']} met; {shares}")


if __name__ == "__main__":
    main(sys.argv[1:])

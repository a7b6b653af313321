"""Whether two reports render one utterance: one speaker, few days apart, nearly the same quoted words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.lexicon.links import load_links
from communique.link import wording
from communique.link.parties import alike, party, side_keys
from communique.link.verdicts import Verdict
from communique.records.links import Entry
from communique.records.statements import Statement


def telling(record: Statement) -> bool:
    """Return whether a statement quotes enough words of a known speaker to be known again."""
    return (
        record.mode != "paraphrase"
        and record.speaker is not None
        and record.speaker.kind != "unknown"
        and wording.words(_quoted(record)) >= load_links().weights["utterance.words"]
    )


def keys(record: Statement) -> Iterable[str]:
    """Return the keys of a statement: its speaker's, not those of the whole side that the speaker stands for."""
    if telling(record) and record.speaker is not None:
        person = record.speaker.kind == "person"
        yield f"said:{side_keys(record.speaker)[-1] if person else record.speaker.id}"


def judge(entry: Entry, record: Statement, thread: Sequence[Entry]) -> Verdict:
    """Return whether `record` renders the utterance of `thread`."""
    best = max((_likeness(record, e.record) for e in thread if isinstance(e.record, Statement)), default=0.0)
    joins = best >= load_links().weights["utterance.join"]
    return Verdict("same_as", round(best, 4), joins, f"{best:.0%} the same words by the same speaker")


def _likeness(a: Statement, b: Statement) -> float:
    if a.speaker is None or b.speaker is None or a.article == b.article:
        return 0.0
    if (alike(party(a.speaker), party(b.speaker)) or 0.0) < load_links().weights["party.same"]:
        return 0.0
    return wording.likeness(_quoted(a), _quoted(b))


def _quoted(record: Statement) -> str:
    return " ".join(span.text for span in record.quotes or record.content)

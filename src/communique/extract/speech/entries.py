"""What the cue of an attribution does: its entry in the lexicon, and whether a noun alone has the words ("announced a
boycott", "voiced support")."""

from __future__ import annotations

from communique.lexicon.cues import CueEntry, CueLexicon
from communique.lexicon.words import load_words
from communique.reading import Attribution, Clause, Reading

LEFT_TO_OTHERS = frozenset({"accuse", "deny", "silent", "none", "evidence"})
"""Families of cues whose content is no statement: allegations, denials, and words that report no speech."""

NOT = "not"
"""The first word of a cue that speaks where it is negated: "does not agree with", "did not rule out"."""


def frame_of(attribution: Attribution) -> tuple[str, str]:
    """Return the part of speech and the frame of an attribution's cue; a quotation beside it is the frame "quote"."""
    _, pos, frame = attribution.rule.split(".")[:3]
    return pos, "quote" if frame.startswith("quote") else frame


def clause_of(reading: Reading, attribution: Attribution) -> Clause | None:
    """Return the clause of an attribution's cue."""
    return reading.clause_at.get(attribution.cue_head)


def entry_of(reading: Reading, cues: CueLexicon, attribution: Attribution) -> CueEntry | None:
    """Return what the cue of an attribution does here; None where it reports no speech or an allegation or denial."""
    pos, frame = frame_of(attribution)
    clause = clause_of(reading, attribution)
    refused = (
        cues.entry(f"{NOT} {attribution.cue_lemma}", pos, frame) if clause is not None and clause.negated else None
    )
    entry = refused or cues.entry(attribution.cue_lemma, pos, frame)
    if frame == "np" and attribution.cue_lemma in load_words("cues/en/voicing_verbs"):
        if _noun_speaks(reading, cues, attribution):
            return None  # "voiced hope that they would meet": the noun is the cue
        return _voiced(reading, cues, attribution) or (entry if takes_nouns(attribution) else None)
    if entry is None and frame == "quote":
        return CueEntry(attribution.cue_lemma, pos, (), "speech", "assert")
    return None if entry is None or entry.family in LEFT_TO_OTHERS else entry


def _voiced(reading: Reading, cues: CueLexicon, attribution: Attribution) -> CueEntry | None:
    """What "expressed concern over the vote" does by its noun."""
    voiced = _object_of(reading, attribution)
    return cues.entry(reading.tokens[voiced].lemma, "noun", "voiced") if voiced is not None else None


def takes_nouns(attribution: Attribution) -> bool:
    """Whether a verb tells what was said by a noun alone: "stressed the importance of", "announced a boycott"."""
    return attribution.cue_lemma in load_words("cues/en/noun_telling_verbs")


def _noun_speaks(reading: Reading, cues: CueLexicon, attribution: Attribution) -> bool:
    voiced = _object_of(reading, attribution)
    return voiced is not None and any(a.cue_head == voiced and entry_of(reading, cues, a) for a in reading.attributions)


def _object_of(reading: Reading, attribution: Attribution) -> int | None:
    clause = clause_of(reading, attribution)
    thing = clause.one("object") if clause is not None else None
    return thing.head if thing is not None else None


def tells_thing(reading: Reading, attribution: Attribution, clause: Clause, entry: CueEntry) -> bool:
    """ "Announced an inquiry", "threatened sanctions", "cited security concerns": the noun has what was said; not
    "threatened the neighbours"."""
    told = clause.one("object")
    if told is None or frame_of(attribution) != ("verb", "np") or not takes_nouns(attribution):
        return False
    token = reading.tokens[told.head]
    if token.pos != "NOUN" or token.index in reading.mention_at or attribution.source_head not in reading.mention_at:
        return False  # "announced the champion", "press coverage highlights the gap"
    if attribution.cue_lemma == "suggest" and token.lemma in load_words("cues/en/supposed_nouns"):
        return False  # "suggested a plot"
    if entry.act == "announce":  # "announced a truce" is the deed
        return token.lemma in load_words("cues/en/announced_nouns")
    return entry.act != "threaten" or token.lemma in load_words("cues/en/threatened_nouns")


def tells_intent(reading: Reading, cues: CueLexicon, clause: Clause) -> bool:
    """ "Announced plans to leave", "a decision to leave": the noun has the words of what was announced."""
    told = clause.one("object")
    entry = cues.entry(reading.tokens[told.head].lemma, "noun", "inf") if told is not None else None
    if told is None or entry is None or entry.family != "want":
        return False
    below = (reading.clause_at.get(child) for child in reading.children[told.head])
    return any(deed is not None and deed.infinitive for deed in below)

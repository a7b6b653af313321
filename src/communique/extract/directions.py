"""Speech and what the event rules make of it: at whom it is directed, and which of it no record of speech tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from communique.extract.acts import is_own
from communique.extract.matching import Match
from communique.lexicon.codebook import Codebook
from communique.reading import Reading
from communique.records.actors import Actor
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Span

REMARK = "STATEMENT"
"""The type of speech that no event type covers: nothing to record beside the statement."""

_PARTIES = frozenset({"state", "organ", "organisation", "armed_group", "party", "movement", "collective", "person"})
_ALIKE = {"APPEAL": "REQUEST"}


def directed(
    reading: Reading, statements: Iterable[Statement], matches: Sequence[Match], codebook: Codebook
) -> list[Statement]:
    """Return the statements with `towards` filled: the parties at whom "rejected *Chad's* offer" is directed.

    They are those that the event rule for the cue names, else the one for the content's act ("said it would help
    *Chad*"); never the speaker's own side.
    """
    by_head = {match.clause.head: match for match in matches if match.rule.record == "statement"}
    return [replace(s, towards=_towards(reading, s, by_head, codebook)) for s in statements]


def _towards(
    reading: Reading, statement: Statement, by_head: Mapping[int, Match], codebook: Codebook
) -> tuple[Actor, ...]:
    if statement.speaker is None:
        return ()
    type_, _ = codebook.acts.get(statement.act, ("", None))
    cues = [by_head[head] for head in _heads(reading, statement.cue) if head in by_head]
    told = [by_head[head] for span in statement.content for head in _heads(reading, span) if head in by_head]
    fitting = [m for m in told if _ALIKE.get(m.rule.type, m.rule.type) == type_ and _is_said_of_own(statement, m)]
    for match in (*cues, *fitting[:1]):
        found = tuple(actor for actor in match.recipients if _is_other(statement, actor))
        if found:
            return found
    return ()


def _is_said_of_own(statement: Statement, match: Match) -> bool:
    return statement.speaker is not None and any(is_own(actor, (statement.speaker,)) for actor in match.actors)


def _is_other(statement: Statement, actor: Actor) -> bool:
    speaker = statement.speaker
    return actor.kind in _PARTIES and speaker is not None and not is_own(actor, (speaker,))


def _heads(reading: Reading, span: Span | None) -> tuple[int, ...]:
    return tuple(token.index for token in reading.tokens_in(span)) if span is not None else ()


def unspoken(
    reading: Reading, matches: Iterable[Match], statements: Sequence[Statement], charges: Sequence[Allegation | Denial],
    codebook: Codebook,
) -> list[Match]:
    """Return the matches of speech that no record of speech tells: "the two states agreed on a pact" has no content in
    words, and is an event."""
    cues = [r.cue for r in (*statements, *charges) if r.cue is not None]
    taken = {head for cue in cues for head in _heads(reading, cue)}
    attributed = {a.cue_head for a in reading.attributions}
    found = []
    for match in matches:
        speech = match.rule.record == "statement" and match.rule.type != REMARK
        own = match.clause.head in taken or (match.clause.head in attributed and not _is_public(match))
        if speech and not own and not any(_tells(reading, s, match, codebook) for s in statements):
            found.append(match)
    return found


def _is_public(match: Match) -> bool:
    return any(actor.diplomatic for actor in match.actors)


def _tells(reading: Reading, statement: Statement, match: Match, codebook: Codebook) -> bool:
    """Whether a statement does what the match says by its content ("said that it *rejected* the plan")."""
    type_, _ = codebook.acts.get(statement.act, ("", None))
    same = _ALIKE.get(match.rule.type, match.rule.type) == type_
    at = reading.tokens[match.clause.head].start
    return same and any(s.start <= at < s.end for s in statement.content) and _is_said_of_own(statement, match)

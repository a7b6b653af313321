"""Speech and what the event rules make of it: at whom it is directed, and which of it no record of speech tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from communique.extract.matching.matches import REMARK, Match
from communique.extract.matching.parties import TOLD, holders
from communique.extract.speech.acts import is_own
from communique.lexicon.codebook import Codebook
from communique.reading import Reading
from communique.records.actors import Actor
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Evidence, Span

_PARTIES = frozenset({"state", "organ", "organisation", "armed_group", "party", "movement", "collective", "person"})
_ASKING = frozenset({"REQUEST", "APPEAL"})
_ALIKE = {"APPEAL": "REQUEST"}


def directed(
    reading: Reading, statements: Iterable[Statement], matches: Sequence[Match], codebook: Codebook
) -> list[Statement]:
    """Return the statements with `towards` filled: the parties at whom "rejected *Chad's* offer" is directed.

    They are those that the event rule for the cue names, else the one for the content's act ("said it would help
    *Chad*"); never the speaker's own side, nor the addressee again.
    """
    by_head = {match.clause.head: match for match in matches if match.rule.record == "statement"}
    found = ((s, _towards(reading, s, by_head, codebook)) for s in statements)
    return [
        replace(s, towards=actors, evidence=(*s.evidence, *(Evidence.of(a.mention, "recipient") for a in actors)))
        if actors
        else s
        for s, actors in found
    ]


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
    speaker, addressee = statement.speaker, statement.addressee
    spoken_to = addressee is not None and addressee.id == actor.id
    return actor.kind in _PARTIES and speaker is not None and not spoken_to and not is_own(actor, (speaker,))


def _heads(reading: Reading, span: Span | None) -> tuple[int, ...]:
    return tuple(token.index for token in reading.tokens_in(span)) if span is not None else ()


def unspoken(
    reading: Reading,
    matches: Iterable[Match],
    statements: Sequence[Statement],
    charges: Sequence[Allegation | Denial],
    codebook: Codebook,
) -> list[Match]:
    """Return the matches of speech that no record of speech tells: "the two states agreed on a pact" has no content in
    words, and is an event.

    Only what a public party is told to have done counts: no wish, no option, nothing that it says of itself.
    """
    cues = [r.cue for r in (*statements, *charges) if r.cue is not None]
    taken = {head for cue in cues for head in _heads(reading, cue)}
    return [
        match
        for match in matches
        if taken.isdisjoint({match.clause.head, *(thing.head for thing in match.clause.all("object"))})
        and _is_done(reading, match)
        and not _is_own_word(reading, match)
        and not any(_tells(reading, s, match, codebook) for s in statements)
    ]


def _is_done(reading: Reading, match: Match) -> bool:
    """Whether a match is speech that took place, told by a verb or adjective with its doer."""
    rule, clause = match.rule, match.clause
    if rule.record != "statement" or rule.type == REMARK or clause.pos == "noun" or "speaker" in rule.roles:
        return False
    status = reading.factuality[clause.index].status if reading.factuality else "occurred"
    if status == "ongoing" and rule.type in _ASKING:
        return False  # "is seeking", "has been pressing": an endeavour
    return status in TOLD and any(actor.diplomatic for actor in _doers(reading, match))


def _doers(reading: Reading, match: Match) -> list[Actor]:
    """Who acts by himself: "the Italian captain urged fans" is no word of Italy's."""
    heads = [head for subject in match.clause.all("subject") for head in reading.coordinated(subject.head)]
    return [actor for head in heads if (actor := reading.actor_at(head)) is not None]


def _is_own_word(reading: Reading, match: Match) -> bool:
    """Whether the doer says so of himself ("we urge", "said that he had asked"): that is in what he says."""
    levels = holders(reading, match.clause.head)
    return any(all(is_own(actor, level) for actor in match.actors) for level in levels)


def _tells(reading: Reading, statement: Statement, match: Match, codebook: Codebook) -> bool:
    """Whether a statement does what the match says by its content ("said that it *rejected* the plan")."""
    type_, _ = codebook.acts.get(statement.act, ("", None))
    same = _ALIKE.get(match.rule.type, match.rule.type) == type_
    at = reading.tokens[match.clause.head].start
    return same and any(s.start <= at < s.end for s in statement.content) and _is_said_of_own(statement, match)

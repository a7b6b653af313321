"""Finds where parties stand: on the plans of the article, or on a matter in the text's own words.

A position needs a party that takes it: in a clause whose subject it is, in a demand, goal, offer or praise of its own
speech, from proposing a plan, or from a denial. Being addressed, named or silent is no position.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extract.matching.plan_mentions import party_key
from communique.extract.plans.avowals import stances_of_speech
from communique.extract.plans.nominal import stances_of_nouns
from communique.extract.plans.stances import points_back, stances_of_clauses
from communique.extract.plans.stands import Matters, Stand
from communique.extract.plans.topics import topic_of
from communique.extract.plans.verdicts import verdicts_of_clauses
from communique.lexicon.proposals import ProposalLexicon
from communique.reading import Argument, Clause, Reading
from communique.records.proposals import Position, Proposal, Stance
from communique.records.statements import Denial, Statement
from communique.records.texts import Evidence, Span


def find_positions(
    reading: Reading,
    proposals: Sequence[Proposal],
    statements: Sequence[Statement],
    denials: Sequence[Denial],
    lexicon: ProposalLexicon,
) -> list[Position]:
    """Return the positions that parties take, one for each party, matter and stance, in text order."""
    about = Matters(reading, proposals, lexicon)
    stands = [
        *_of_proposers(about),
        *stances_of_clauses(about, {denial.cue for denial in denials}),
        *stances_of_nouns(about),
        *verdicts_of_clauses(about),
        *(stand for statement in statements for stand in stances_of_speech(about, statement)),
        *_of_denials(about, denials),
    ]
    stands = [stand for stand in stands if stand.rule == "proposer" or not _is_own(about, stand)]
    merged: dict[tuple[str, str, Stance], list[Stand]] = {}
    layers = [sentence.layer != "main" for sentence in reading.sentences]
    ordered = sorted(stands, key=lambda s: (s.topic.start, s.topic.end))
    told = [meant for stand in ordered if (meant := _meant(stand, ordered, lexicon)) is not None]
    for stand in sorted(told, key=lambda s: (layers[s.sentence], s.topic.start, s.topic.end)):
        matter = stand.on or str(stand.topic.start)
        merged.setdefault((party_key(stand.party), matter, stand.stance), []).append(stand)
    return [_record(reading, group) for group in _without_overlap(merged.values())]


def _is_own(about: Matters, stand: Stand) -> bool:
    """Whether a party only says of its own plan that it is good, or may be talked about."""
    mine = stand.on is not None and party_key(stand.party) in about.proposers(stand.on)
    return mine and stand.stance in ("accepts", "welcomes", "proposes", "willing_to_discuss")


def _meant(stand: Stand, stands: Sequence[Stand], lexicon: ProposalLexicon) -> Stand | None:
    """The stand with the words it points at: what another party wants in the sentence before ("Chad opposes this");
    None where nobody is told to want anything there."""
    if stand.on is not None or not points_back(lexicon, stand.topic.text):
        return stand
    before = [
        other
        for other in stands
        if other.topic.end <= stand.topic.start
        and other.sentence in (stand.sentence - 1, stand.sentence)
        and other.stance in ("proposes", "demands")
        and party_key(other.party) != party_key(stand.party)
    ]
    return replace(stand, topic=before[-1].topic, on=before[-1].on) if before else None


def _record(reading: Reading, group: Sequence[Stand]) -> Position:
    first = group[0]
    pieces: dict[tuple[int, int, str], Evidence] = {}
    for stand in group:
        for span, role in ((stand.topic, "content"), (stand.cue, "cue")):
            if span is not None:
                pieces.setdefault((span.start, span.end, role), Evidence.of(span, role))
    return Position(
        article=reading.article.id, evidence=tuple(pieces.values()), rule=f"position.{first.rule}",
        confidence=0.7, holder=first.holder,
        layer=reading.sentences[first.sentence].layer, party=first.party, via=first.via, stance=first.stance,
        topic=first.topic, on=first.on,
    )  # fmt: skip


def _without_overlap(groups: Iterable[list[Stand]]) -> list[list[Stand]]:
    """Leave out a stand whose topic lies inside another's of the same party and stance: one sentence says it once."""
    kept: list[list[Stand]] = []
    for group in groups:
        first = group[0]
        wider = next((k for k in kept if _covers(k[0], first)), None)
        if wider is None:
            kept.append(group)
        else:
            wider.extend(group)
    return kept


def _covers(wide: Stand, other: Stand) -> bool:
    same = party_key(wide.party) == party_key(other.party) and wide.stance == other.stance and wide.on == other.on
    return same and wide.topic.start <= other.topic.start and other.topic.end <= wide.topic.end


def _of_proposers(about: Matters) -> Iterator[Stand]:
    for proposal in about.proposals:
        for actor in proposal.proposer:
            found = about.party(actor)
            if found is not None:
                sentence = _sentence_at(about.reading, proposal.mention.start)
                yield Stand(
                    *found, "proposes", proposal.mention, proposal.id, "proposer", proposal.holder, None, sentence
                )


def _of_denials(about: Matters, denials: Sequence[Denial]) -> Iterator[Stand]:
    for denial in denials:
        found = about.party(denial.denier)
        if found is not None:
            on = denial.of[0] if denial.of else None
            topic = denial.content or _denied(about.reading, denial.cue)
            sentence = _sentence_at(about.reading, denial.cue.start)
            yield Stand(*found, "denies", topic, on, "denial", denial.holder, denial.cue, sentence)


def _denied(reading: Reading, cue: Span) -> Span:
    """The object of a denial that quotes no claim: "Iran rejected [the charge]"; what is told in the clause before
    "which it denies"; else its cue.
    """
    clause = next(reading.clauses_in((cue,)), None)
    target = clause.one("object") if clause is not None else None
    if clause is None or target is None or reading.tokens[target.head].pos not in ("NOUN", "PROPN"):
        return cue
    return _told_before(reading, clause, target) or topic_of(reading, clause, target)


def _told_before(reading: Reading, denial: Clause, target: Argument) -> Span | None:
    """The words of the clause that a closing "which" takes up: "accused it of [massing troops], which it denied"."""
    edge = reading.tokens[denial.first - 1 : denial.first + 1]
    if denial.link != "relative" or [t.norm for t in edge] != [",", "which"] or target.head >= denial.first:
        return None
    at = target.head
    while reading.tokens[at].pos not in ("VERB", "AUX") and reading.tokens[at].head != at:
        at = reading.tokens[at].head
    return reading.span(reading.reach(at)[0], edge[0].index) if reading.tokens[at].head != at else None


def _sentence_at(reading: Reading, offset: int) -> int:
    found = reading.sentence_at(offset)
    return found.index if found is not None else 0

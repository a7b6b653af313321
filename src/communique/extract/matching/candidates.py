"""To whom something may have been done that names nobody: the parties of which its sentence and those before it speak,
and what a trained chooser weighs of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.extract.matching.matches import Match
from communique.extract.matching.parties import MODIFYING, holders
from communique.lexicon.rules import EventRules
from communique.reading import Argument, Clause, Mention, Reading
from communique.records.actors import Actor

BEFORE = 2
"""So many sentences before the happening's own may name a party."""
NEAREST = 3
"""So many mentions of a candidate are weighed, the nearest ones."""
DEEP = 3
"""So many words above a mention may stand in a role."""
FAR = 5
"""A mention farther below the words it shares with the happening is just far."""
_TELLING = frozenset({"object", "of", "against", "on", "to", "with", "for", "indirect", "complement", "in", "subject"})


@dataclass(slots=True)
class Candidate:
    """A state, an organisation or an armed group that may be a party: its mentions in the sentence, nearest first, or
    the last one in the sentences before. `side` is the state or organisation for which it stands."""

    party: str
    side: str
    here: list[Mention] = field(default_factory=list)
    before: Mention | None = None

    def actor(self, known: Container[str]) -> Actor | None:
        """Return itself as it is named, else who is named of it; nobody who is `known`."""
        mentions = self.here or ([self.before] if self.before is not None else [])
        actors = [m.actor for m in mentions if m.actor is not None and m.actor.id not in known]
        return min(actors, key=lambda actor: (actor.id != self.party, actor.form == "pronoun"), default=None)


def candidates(reading: Reading, match: Match) -> list[Candidate]:
    """Return the states, organisations and armed groups of which a match's sentence and the two before it speak."""
    sentence = reading.sentences[match.clause.sentence]
    found: dict[str, Candidate] = {}
    first = reading.sentences[max(0, sentence.index - BEFORE)].first
    for mention in reading.mentions_within(first, sentence.last):
        side = side_at(mention)
        if side is not None:
            group = mention.actor is not None and mention.actor.kind == "armed_group"
            party = mention.actor.id if group and mention.actor is not None else side
            candidate = found.setdefault(party, Candidate(party, side))
            if mention.first >= sentence.first:
                candidate.here.append(mention)
            else:
                candidate.before = mention
    for candidate in found.values():
        candidate.here.sort(key=lambda mention: abs(mention.head - match.clause.head))
    return list(found.values())


def side_at(mention: Mention) -> str | None:
    """Return the state or the organisation for which a mention stands: "state/PER", "org/nato"."""
    if mention.iso3:
        return f"state/{mention.iso3}"
    return side_of(mention.actor) if mention.actor is not None else None


def side_of(actor: Actor) -> str | None:
    """Return the state or the organisation for which an actor acts, or in whose country it is."""
    if actor.iso3 or actor.based_in:
        return f"state/{actor.iso3 or actor.based_in[0]}"
    if actor.role is not None and actor.role.of is not None:
        return actor.role.of
    if actor.kind == "organisation" or actor.id.startswith("state/"):
        return actor.id
    return actor.members[0] if len(actor.members) == 1 else None


def sides_of(actors: Iterable[Actor]) -> set[str]:
    """Return the states and organisations for which actors act."""
    return {side for actor in actors for side in (side_of(actor), *actor.members) if side is not None}


def traits_of(
    reading: Reading, match: Match, those: Sequence[Candidate], rules: EventRules, doing: Container[str] | None = None
) -> Iterator[list[str]]:
    """Yield the traits of each candidate; `doing` are the sides that act, those of the match if not given."""
    known = _Happening(reading, match, sides_of(match.actors) if doing is None else doing, rules)
    named = {candidate.side for candidate in those if candidate.here and candidate.side not in known.doing}
    for candidate in those:
        yield list(known.traits(candidate, len(named - {candidate.side})))


class _Happening:
    """What stands fast about a happening while its candidates are weighed."""

    def __init__(self, reading: Reading, match: Match, doing: Container[str], rules: EventRules) -> None:
        self.reading, self.match, self.doing, self.rules = reading, match, doing, rules
        self.vouching = {party for level in holders(reading, match.clause.head) for party in sides_of(level)}
        self.depth = {token: depth for depth, token in enumerate(_above(reading, match.clause.head))}
        self.shared = list(self._shared())

    def _shared(self) -> Iterator[str]:
        """Yield what is the same for all candidates, but for whether they act."""
        match, tokens = self.match, self.reading.tokens
        yield f"type {match.rule.type}"
        yield f"mode {match.rule.mode}"
        yield f"lemma {tokens[match.clause.head].lemma}"
        yield f"clause {match.clause.pos} {match.clause.passive}"
        yield f"looked for {'recipient' in match.rule.roles.values()} {bool(match.places)}"
        for side, actors in (("actor", match.actors), ("recipient", match.recipients)):
            yield f"{side}s {min(len(sides_of(actors)), 2)} {min(len(actors), 2)}"
            for actor in actors:
                yield f"{side} {actor.kind} {actor.form}"
                yield f"{side} {actor.kind} {match.rule.type}"
                if actor.kind != "state":
                    yield f"{side} {actor.name.split()[-1].lower() if actor.name else ''}"
        for argument in match.arguments:
            mention = self.reading.mention_at.get(argument.head)
            if argument.role in _TELLING and (mention is None or side_at(mention) is None):
                yield f"argument {argument.role} {tokens[argument.head].lemma}"
                yield f"argument {argument.role} {tokens[argument.head].pos}"

    def traits(self, candidate: Candidate, rivals: int) -> Iterator[str]:
        """Yield the traits of a candidate; so many `rivals` are named in the sentence too."""
        ours, kind = candidate.side in self.doing, self.match.rule.type
        for trait in self.shared:
            yield f"{trait} {ours}"
        where = "here" if candidate.here else "before"
        yield f"{where} {kind}"
        yield f"{where} {min(rivals, 3)} {ours}"
        yield f"vouches {candidate.side in self.vouching} {kind}"
        yield f"vouches {candidate.side in self.vouching} {bool(self.vouching)} {ours}"
        yield f"filed {candidate.side == f'state/{self.reading.filed_in}'} {where} {ours}"
        yield f"body {candidate.party.partition('/')[0]} {kind}"
        if candidate.here:
            yield f"place {all(m.reading == 'place' for m in candidate.here)} {kind} {ours}"
        elif candidate.before is not None:
            yield f"before {_kind(candidate.before)} {ours}"
        for mention in candidate.here[:NEAREST]:
            yield from self._of_place(mention, ours)
            yield from self._of_roles(mention, ours)

    def _steps(self, token: int) -> tuple[int, int]:
        """How far it is up from a word to the first word above both it and the happening, and down to the latter."""
        up = 0
        while token not in self.depth and up < FAR and self.reading.tokens[token].head != token:
            token, up = self.reading.tokens[token].head, up + 1
        return up, self.depth.get(token, FAR)

    def _of_place(self, mention: Mention, ours: bool) -> Iterator[str]:
        clause = self.match.clause
        kind, before = _kind(mention), mention.head < clause.head
        yield f"form {kind} {mention.actor.form if mention.actor is not None else ''} {ours}"
        yield f"form {kind} {self.match.rule.type} {ours}"
        up, down = self._steps(mention.head)
        yield f"steps {up} {min(down, 4)} {ours}"
        yield f"order {before} {clause.pos} {kind} {ours}"

    def _of_roles(self, mention: Mention, ours: bool) -> Iterator[str]:
        """Yield in which roles of which clauses a mention stands: itself, whose it is, or what holds it."""
        tokens, kind, head, way = self.reading.tokens, self.match.rule.type, mention.head, "is"
        for _ in range(DEEP):
            roles = [(c, a) for c in self.reading.clauses_with.get(head, ()) for a in c.arguments if a.head == head]
            for clause, argument in roles:
                yield from self._of_role(clause, argument, way, ours, mention)
            above = tokens[head].head
            if roles or above == head:
                break
            if tokens[head].dep in MODIFYING:
                way = "owns"
                yield f"owns {tokens[above].lemma}"
                yield f"owns {kind} {tokens[head].dep}"
            elif tokens[head].dep == "pobj":
                yield f"behind {tokens[above].norm} {tokens[tokens[above].head].lemma}"
                way, above = "behind", tokens[above].head
            else:
                way = "below"
            head = above

    def _of_role(self, clause: Clause, argument: Argument, way: str, ours: bool, mention: Mention) -> Iterator[str]:
        own, kind = self.match.clause, self.match.rule.type
        role = f"{self._relation(clause)} {argument.role}"
        yield f"role {role} {way}"
        yield f"role {role} {kind} {own.pos}"
        yield f"role {role} {ours} {_kind(mention)}"
        yield f"linked {role} {clause.link} {own.link} {own.mark}"
        if clause is not own:
            yield f"governed {role} {clause.predicate}"
            for other in self.rules.types_of(clause.word):
                yield f"done {role} {other}"
                yield f"done {argument.role} {other} {kind}"

    def _relation(self, clause: Clause) -> str:
        """How a clause stands to the happening's own."""
        own, light = self.match.clause, self.match.light
        if clause.index == own.index:
            return "own"
        if light is not None and clause.index == light.index:
            return "light"
        teller = light or own
        if clause.index in (own.under, teller.under):
            return "above"
        if clause.under == own.index:
            return "below"
        above = self.reading.clauses[teller.under] if teller.under is not None else None
        if above is not None and above.index == clause.under:
            return "beside"
        return "further above" if above is not None and above.under == clause.index else "elsewhere"


def _kind(mention: Mention) -> str:
    """What a mention is: a place, or an actor of a kind."""
    if mention.reading == "place" or mention.actor is None:
        return "place"
    return mention.actor.kind


def _above(reading: Reading, token: int) -> Iterator[int]:
    """Yield a word and the words above it."""
    yield token
    while reading.tokens[token].head != token:
        token = reading.tokens[token].head
        yield token

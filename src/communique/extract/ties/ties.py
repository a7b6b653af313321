"""Who stands in a tie by the words of a rule: the shapes in which English puts two parties and what joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from communique.extract.matching import contents
from communique.extract.matching.appositions import is_beside, named_by
from communique.extract.matching.parties import filling, parties
from communique.lexicon.relations import Relations, RelationshipRule
from communique.reading import Argument, Clause, Reading, Token
from communique.records.actors import Actor

_PARTIES = frozenset({"state", "person", "organ", "organisation", "armed_group", "party", "movement", "collective"})
_OPEN_DETERMINERS = frozenset({"a", "an", "any", "another", "no", "potential", "possible"})


def suits(rule: RelationshipRule, a: Actor, b: Actor) -> bool:
    """Whether `a` and `b` are two parties of the kinds that the rule asks for."""
    if a.id == b.id or not {a.kind, b.kind} <= _PARTIES or (rule.a_kinds and a.kind not in rule.a_kinds):
        return False
    return not rule.b_kinds or b.kind in rule.b_kinds


def find_pairs(
    reading: Reading, relations: Relations, rule: RelationshipRule, token: Token
) -> Iterable[tuple[Actor, Actor]]:
    """Return the pairs (a, b) that stand in the relation of `rule` by the word `token`."""
    if rule.shape == "modifier":
        return _modifier(reading, token)
    if rule.shape in ("verb", "adjective"):
        clause = reading.clause_at.get(token.index)
        return _predicate(reading, rule, clause) if clause is not None and _holds(reading, clause) else ()
    if token.pos not in ("NOUN", "PROPN", "ADJ") or _is_over(reading, relations, rule, token):
        return ()
    if rule.shape == "pair":
        return _named_pair(reading, token)
    if rule.shape == "between":
        return _between(reading, relations, rule, token)
    return _described(reading, rule, token)


def _holds(reading: Reading, clause: Clause) -> bool:
    """Whether a predicate is stated as so: no negation, modal, condition, question or mere infinitive."""
    if clause.negated or clause.modal or clause.infinitive or clause.mark in ("if", "unless", "whether"):
        return False
    if reading.tokens[clause.head].tag == "VBG" and clause.tense == "none" and clause.link != "modifier":
        return False
    if len(reading.factuality) == len(reading.clauses) and clause.tense != "none":
        return reading.factuality[clause.index].status in ("occurred", "ongoing", "historical")
    return True


def _is_over(reading: Reading, relations: Relations, rule: RelationshipRule, token: Token) -> bool:
    """ "a former ally", "aspiring members", "a trade war": the tie is past, wished for, or another."""
    barred = (
        relations.words["past_tie"]
        | rule.without
        | (relations.words["not_war"] if rule.relation == "at_war_with" else frozenset())
    )
    whole = reading.dependents[token.head] if token.dep == "compound" else ()
    beside = [*reading.dependents[token.index], *(child for child in whole if child.index < token.index)]
    return any(
        not barred.isdisjoint((word.norm, word.lemma, reading.hyphened(word)))
        for word in beside
        if word.dep in ("amod", "compound", "det", "nmod", "advmod")
    )


def _predicate(reading: Reading, rule: RelationshipRule, clause: Clause) -> Iterator[tuple[Actor, Actor]]:
    subjects = _filled(reading, clause, rule.a)
    others = [argument for role in rule.b if (argument := _role(reading, clause, role)) is not None][:1]
    for argument in others:
        if not rule.through:
            targets: Sequence[Actor] = parties(reading, argument) if reading.mention_at.get(argument.head) else ()
        else:
            targets = _owners(reading, argument) if reading.tokens[argument.head].lemma in rule.through else ()
        yield from ((a, b) for a in subjects for b in targets)


def _filled(reading: Reading, clause: Clause, roles: Sequence[str]) -> tuple[Actor, ...]:
    """The actors in the first filled role; a description in front of a name gives way to the one named."""
    for role in roles:
        argument = clause.one(role)
        if argument is not None:
            named = named_by(reading, argument.head)
            return (named,) if named is not None else filling(reading, clause, role)
    return ()


def _role(reading: Reading, clause: Clause, role: str) -> Argument | None:
    """Return the argument in `role`; "at.war.with" goes down through "at" (its noun must be "war") to "with"."""
    first, *rest = role.split(".")
    argument = clause.one(first)
    if not rest or argument is None:
        return argument
    if len(rest) == 2:
        if reading.tokens[argument.head].lemma != rest[0]:
            return None
        rest = rest[1:]
    inner = reading.clause_at.get(argument.head)
    return (inner.one(rest[0]) if inner else None) or (clause.one(rest[0]) if len(role.split(".")) == 3 else None)


def _owners(reading: Reading, argument: Argument) -> tuple[Actor, ...]:
    """Whose office, base or fleet it is: the possessor or modifier of the noun."""
    found = []
    for child in reading.children[argument.head]:
        mention = reading.mention_at.get(child)
        if (
            reading.tokens[child].dep in ("poss", "compound", "amod", "nmod")
            and mention is not None
            and mention.actor is not None
        ):
            found.append(mention.actor)
    return tuple(found)


def _modifier(reading: Reading, token: Token) -> Iterator[tuple[Actor, Actor]]:
    """ "Iran-backed Houthis": the name before the hyphen backs the one after."""
    before = token.index - 2
    if (
        token.tag != "VBN"
        or before < 0
        or reading.tokens[token.index - 1].norm not in ("-", "‑", "–")
        or token.dep not in ("amod", "advmod")
    ):
        return
    after = next((m for m in reading.mentions if m.first == token.index + 1), None)
    backer, backed = reading.mention_at.get(before), reading.mention_at.get(token.head) or after
    if backer is not None and backed is not None and backer.actor is not None and backed.actor is not None:
        yield backer.actor, backed.actor


def _named_pair(reading: Reading, token: Token) -> Iterator[tuple[Actor, Actor]]:
    """ "rivals India and Pakistan": the names that the plural noun describes, two by two."""
    if token.tag not in ("NNS", "NNPS") and token.dep != "compound":
        return
    heads = [token.head] if token.dep in ("compound", "amod", "nmod") else [
        c for c in reading.children[token.index] if reading.tokens[c].dep == "appos"]  # fmt: skip
    for head in heads[:1]:
        names = [
            m.actor
            for h in reading.coordinated(head)
            if (m := reading.mention_at.get(h)) is not None and m.actor is not None
        ]
        yield from combinations(names, 2)


def _between(
    reading: Reading, relations: Relations, rule: RelationshipRule, token: Token
) -> Iterator[tuple[Actor, Actor]]:
    """ "Russia's war with Ukraine", "the war between A and B"; "a war" and "the 1998 war" are no present ties."""
    clause = reading.clause_at.get(token.index)
    if clause is None:
        return
    below = reading.dependents[token.index]
    if any(word.norm in _OPEN_DETERMINERS or word.entity == "DATE" or word.pos == "NUM" for word in below):
        return
    both = parties(reading, clause.one("between"))
    if len(both) == 2:
        yield both[0], both[1]
        return
    if _is_unsure(reading, clause.one("possessor")):
        return
    a = contents.parties_at(reading, clause, [role for role in rule.a if "." not in role])
    b = contents.parties_at(reading, clause, [role for role in rule.b if "." not in role])
    yield from ((x, y) for x in a for y in b)


def _is_unsure(reading: Reading, owner: Argument | None) -> bool:
    """Whether "its war" may be another party's than it was resolved to: the nearest party before it differs."""
    if owner is None or reading.tokens[owner.head].pos != "PRON":
        return False
    sentence = reading.sentences[reading.tokens[owner.head].sentence]
    before = [m for m in reading.mentions_within(sentence.first, owner.head) if m.actor is not None]
    nearest = max(before, key=lambda m: m.last).actor if before else None
    meant = reading.actor_at(owner.head)
    return nearest is not None and meant is not None and not contents.is_own(nearest, meant)


def _described(reading: Reading, rule: RelationshipRule, token: Token) -> Iterator[tuple[Actor, Actor]]:
    """ "X, a close ally of Y", "his counterpart, X", "Y ally X", "X is an ally of Y"."""
    referents = _referents(reading, token)
    a = referents if rule.a == ("referent",) else _relatives(reading, token, rule.a, referents)
    b = referents if rule.b == ("referent",) else _relatives(reading, token, rule.b, referents)
    yield from ((x, y) for x in a for y in b)


def _relatives(reading: Reading, token: Token, roles: Sequence[str], referents: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the actors in the first filled role of the noun, which are not the ones it describes."""
    described = {actor.id for actor in referents}
    for role in roles:
        heads = _heads(reading, token, role)
        found = tuple(actor for head in heads for actor in _mentioned(reading, head) if actor.id not in described)
        if found:
            return found[: None if role == "between" else 1] if role != "of" else found
    return ()


def _heads(reading: Reading, token: Token, role: str) -> list[int]:
    """The tokens in `role` of a noun; a noun in front of a name has lent its modifiers to the name."""
    homes = [token.index, *([token.head] if is_beside(reading, token) else [])]
    below = [reading.tokens[child] for home in homes for child in reading.children[home] if child != token.index]
    if role == "possessor":
        return [t.index for t in below if t.dep == "poss" and t.index < token.index]
    if role == "compound":
        return [t.index for t in below if t.dep in ("compound", "nmod", "amod") and t.index < token.index]
    inside = [
        reading.tokens[c]
        for t in below
        if t.dep == "prep" and t.norm == role and t.head == token.index
        for c in reading.children[t.index]
    ]
    return [head for t in inside if t.dep in ("pobj", "pcomp") for head in _joined(reading, t.index)]


def _joined(reading: Reading, head: int) -> list[int]:
    """The phrases really coordinated with `head`, by a conjunction: "of Putin, Lukashenko" is no coordination."""
    heads = reading.coordinated(head)
    return [h for h in heads if h == head or any(c.dep == "cc" for g in heads for c in reading.dependents[g])]


def _mentioned(reading: Reading, head: int) -> tuple[Actor, ...]:
    mention = reading.mention_at.get(head)
    return (mention.actor,) if mention is not None and mention.actor is not None and mention.reading == "actor" else ()


def _referents(reading: Reading, token: Token) -> tuple[Actor, ...]:
    """Return whom the phrase of `token` describes: the name beside or before it, or the subject of "X is an ally"."""
    named = named_by(reading, token.index)
    if named is not None:
        return (named,)
    above = reading.tokens[token.head]
    if token.dep in ("attr", "oprd") and above.index in reading.clause_at:
        clause = reading.clause_at[above.index]
        return _filled(reading, clause, ("subject",)) if _holds(reading, clause) else ()
    return ()

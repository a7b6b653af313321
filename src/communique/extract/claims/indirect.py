"""Charges without a verb or noun of accusing: "according to A, B shelled the camp", "B's alleged shelling of the camp",
"what A calls B's shelling of the camp", "A said that the mines were B's", "a fence to stop B from smuggling arms"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.claims.charges import Charge
from communique.extract.matching import contents
from communique.extract.matching.parties import filling, parties
from communique.extract.matching.wrongs import is_asserted, is_misdeed, is_of_arms, is_wrong
from communique.lexicon.relations import AccusationRule, Relations
from communique.reading import Argument, Attribution, Clause, Reading, Token
from communique.records.actors import Actor


def find_indirect(reading: Reading, relations: Relations) -> Iterator[tuple[AccusationRule, Charge]]:
    """Yield what is charged in such words, with the rule that knows them."""
    for attribution in reading.attributions:
        for rule in relations.by_cue.get(("source", attribution.cue_lemma), ()):
            yield from ((rule, charge) for charge in _sourced(reading, relations, attribution))
        for rule in relations.by_cue.get(("said", attribution.cue_lemma), ()):
            yield from ((rule, charge) for charge in _implied(reading, relations, attribution))
    for token in reading.tokens:
        for rule in relations.by_cue.get(("modifier", token.norm), ()):
            yield from ((rule, charge) for charge in _modified(reading, relations, token))
    for clause in reading.clauses:
        for rule in relations.by_cue.get(("naming", clause.predicate), ()):
            yield from ((rule, charge) for charge in _named(reading, relations, rule, clause))


def _sourced(reading: Reading, relations: Relations, attribution: Attribution) -> Iterator[Charge]:
    """ "According to Chad, Niger shelled the camp": each main clause of what the source says."""
    cue, source = attribution.cue_head, attribution.source_head
    if source is None:
        return
    told = {c.index: c for c in reading.clauses_in(attribution.content) if c.pos == "verb" and c.tense != "none"}
    phrase = Argument("source", source, source + 1, source)
    for part in (c for c in told.values() if c.under not in told):
        if is_asserted(relations, part) and is_wrong(reading, relations, part):
            words = contents.words_of(reading, part.head, [cue, *contents.remarks(reading, relations, part.head)])
            cued = _cued(reading, cue, attribution.cue_lemma, part)
            accusers = parties(reading, phrase)
            yield Charge(words, part, contents.doer(reading, relations, part), accusers, cued, part.head)


def _implied(reading: Reading, relations: Relations, attribution: Attribution) -> Iterator[Charge]:
    """ "Chad said that the mines were Nigerien", "Chad said that the fence would stop Niger from smuggling weapons"."""
    cue, source = attribution.cue_head, attribution.source_head
    if source is None or reading.tokens[cue].dep in ("neg", "aux"):
        return
    phrase = Argument("source", source, source + 1, source)
    for part in reading.clauses_in(attribution.content):
        deed, accused = _hindered(reading, relations, part) or _identified(reading, relations, part) or (None, ())
        if deed is not None and accused:
            words = contents.words_of(reading, deed.head, contents.remarks(reading, relations, deed.head))
            cued = _cued(reading, cue, attribution.cue_lemma, part)
            yield Charge(words, deed, accused, parties(reading, phrase), cued, deed.head)


def _identified(reading: Reading, relations: Relations, part: Clause) -> tuple[Clause, tuple[Actor, ...]] | None:
    """Whose weapons or attackers they are said to be: "the drones *were Iranian*"."""
    subject = part.one("subject")
    if part.predicate != "be" or subject is None or not is_asserted(relations, part):
        return None
    if reading.tokens[subject.head].lemma not in relations.words["attacker"]:
        return None
    said = [t.index for t in reading.dependents[part.head] if t.dep in ("acomp", "attr")]
    owners = tuple(a for index in said if (a := reading.actor_at(index)) is not None and a.form == "demonym")
    return (part, owners) if owners else None


def _hindered(reading: Reading, relations: Relations, part: Clause) -> tuple[Clause, tuple[Actor, ...]] | None:
    """Who is kept from a misdeed, and so is said to do it: "to stop *Niger from smuggling weapons*"."""
    if part.predicate not in relations.words["hindering"] or part.negated:
        return None
    below = reading.clauses_under.get(part.index, ())
    deed = next((clause for clause in below if clause.mark == "from" and not clause.negated), None)
    if deed is None or not (is_wrong(reading, relations, deed) or is_of_arms(reading, relations, deed)):
        return None
    return deed, contents.named(reading, part, "object")


def _modified(reading: Reading, relations: Relations, token: Token) -> Iterator[Charge]:
    """ "Niger's alleged shelling of the camp", "the alleged shelling by Niger"."""
    noun = reading.clause_at.get(token.head)
    if token.dep != "amod" or noun is None or noun.pos != "noun":
        return
    linked = token.head if reading.tokens[token.head].lemma not in relations.words["part_of"] else None
    deeds = [linked] if linked is not None else [a.head for a in noun.all("in", "for", "to")]
    if any(is_misdeed(reading, relations, head) for head in deeds):
        above = reading.clauses[noun.under] if noun.under is not None else None
        charging = above is not None and above.predicate in relations.words["accusing_verb"]
        accusers = contents.named(reading, above, "subject") if above is not None and charging else ()
        accused = filling(reading, noun, "possessor", "by", "compound")
        nested = (reading.clause_at.get(a.head) for a in noun.all("of"))
        accused = accused or tuple(a for c in nested if c is not None for a in filling(reading, c, "by"))
        words = contents.words_of(reading, noun.head, contents.remarks(reading, relations, noun.head))
        yield Charge(words, None, accused, accusers, _cued(reading, token.index, token.norm, noun), noun.head)


def _named(reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause) -> Iterator[Charge]:
    """ "What Chad calls Niger's shelling of the camp", "punished Niger for what it called the shelling of the camp"."""
    inner = clause.one(*rule.content)
    below = reading.clause_at.get(inner.head) if inner is not None else None
    things = [*clause.all("object"), *(below.all("subject") if below is not None else ())]
    if clause.one("subject") is None or all(reading.tokens[thing.head].norm != "what" for thing in things):
        return
    if below is not None and below.predicate == "be":
        inner = below.one("attribute")
    deed = reading.clause_at.get(inner.head) if inner is not None else None
    if deed is None or not is_misdeed(reading, relations, deed.head):
        return
    above = reading.clauses[clause.under] if clause.under is not None else None
    accused = filling(reading, deed, *rule.accused)
    accused = accused or (contents.named(reading, above, "object") if above is not None else ())
    words = contents.words_of(reading, deed.head, contents.remarks(reading, relations, deed.head))
    yield Charge(words, None, accused, contents.named(reading, clause, "subject"), clause, deed.head)


def _cued(reading: Reading, index: int, word: str, part: Clause) -> Clause:
    """The words of the charge as a clause of their own, beside `part`."""
    return Clause(
        index=part.index,
        head=index,
        predicate=word,
        pos="verb",
        first=index,
        last=index + 1,
        sentence=part.sentence,
        arguments=(),
        under=part.under,
    )


def is_grounded(charge: Charge) -> bool:
    """Whether those named are public parties, and nobody charges himself."""
    sides = (*charge.accused, *charge.accusers)
    own = any(contents.is_own(a, b) for a in charge.accused for b in charge.accusers)
    return bool(charge.accused) and not own and all(_is_public(actor) for actor in sides)


def _is_public(actor: Actor) -> bool:
    return actor.diplomatic or actor.iso3 is not None

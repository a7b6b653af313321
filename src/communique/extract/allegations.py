"""Finds allegations: who accuses whom of what, with which hedge, according to whom.

An allegation belongs to those who make it, never to those who repeat, cite, answer or allude to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract import contents
from communique.extract.parties import filling, holders, parties
from communique.lexicon.hedges import Hedges
from communique.lexicon.relations import AccusationRule, Relations
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor
from communique.records.statements import Allegation
from communique.records.texts import Span

_EACH_OTHER = frozenset({"other", "another"})
_POSSIBLE = frozenset({"may", "might", "could"})


@dataclass(frozen=True, slots=True)
class _Charge:
    """One thing alleged: the content's words, its clause if it has one, the accused, the accusers and the cue."""

    content: Span
    clause: Clause | None
    accused: tuple[Actor, ...]
    accusers: tuple[Actor, ...]
    cue: Clause


def find_allegations(reading: Reading, relations: Relations, hedges: Hedges) -> list[Allegation]:
    """Return the allegations of a reading, each content clause its own, in text order."""
    found: dict[tuple[int, int, int], Allegation] = {}
    for clause in reading.clauses:
        for rule in relations.accusations:
            if _is_cue(relations, rule, clause) and contents.is_made(reading, clause, relations):
                for ordinal, charge in enumerate(_charges(reading, relations, rule, clause)):
                    key = (clause.head, charge.content.start, ordinal if charge.clause is None else 0)
                    if _is_charge(reading, relations, rule, charge) and key not in found:
                        same = sum(1 for other in found if other[:2] == key[:2])
                        found[key] = _record(reading, relations, hedges, rule, charge, same)
    return sorted(found.values(), key=lambda a: (a.content.start, a.content.end, a.ordinal))


def _is_cue(relations: Relations, rule: AccusationRule, clause: Clause) -> bool:
    if rule.pos == "list":
        return clause.pos == "verb" and clause.predicate in relations.words["accusing_verb"]
    return clause.pos == rule.pos and clause.predicate in rule.cues


def _charges(reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause) -> Iterator[_Charge]:
    """Yield what `clause` may allege by `rule`: the parts of its content, each with the accused."""
    accusers = _accusers(reading, relations, clause)
    named: tuple[Actor, ...] = ()
    for argument in _contents(reading, relations, rule, clause):
        for span, part in _parts(reading, relations, rule, clause, argument):
            accused = named if _goes_on(reading, part) else ()
            accused = accused or _accused(reading, relations, rule, clause, part, argument)
            named = named or accused
            if not accused and len(accusers) == 2 and _is_mutual(reading, clause):
                for one, other in (accusers, accusers[::-1]):
                    yield _Charge(span, None, (other,), (one,), clause)
            else:
                yield _Charge(span, part, accused, accusers, clause)


def _contents(reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause) -> tuple[Argument, ...]:
    """Return the phrases in the first filled content role: one, or several ("of shelling ... and of jamming ...")."""
    for role in rule.content:
        several = clause.all(role)
        if several and (clause.pos != "noun" or role != "of" or _is_deed(reading, relations, several[0])):
            return several
        nested = contents.at_role(reading, clause, role) if "." in role else None
        if nested is not None:
            return (nested,)
    return _attributed(reading, relations, clause) if "complement" in rule.content and clause.pos == "verb" else ()


def _is_deed(reading: Reading, relations: Relations, argument: Argument) -> bool:
    """Whether "allegations of ..." goes on with a deed ("of fraud") and not with who or what brought them up."""
    token = reading.tokens[argument.head]
    return token.tag == "VBG" or token.lemma in relations.words["wrong_noun"]


def _attributed(reading: Reading, relations: Relations, clause: Clause) -> tuple[Argument, ...]:
    """Return the clauses that stand in front of the cue or in quotation marks ("..., a newspaper alleged")."""
    pieces = [piece for a in reading.attributions if a.cue_head == clause.head for piece in a.content]
    inside = {
        other.index: other
        for other in reading.clauses
        for piece in pieces
        if other.pos != "noun" and piece.start <= reading.tokens[other.head].start < piece.end
    }
    tops = [other for other in inside.values() if other.under not in inside and other.tense != "none"]
    denied = [other.one("complement", "object") for other in tops if other.predicate in relations.denying]
    if denied:  # "B denies arming rebels, as A has alleged"
        return tuple(argument for argument in denied if argument is not None)
    return tuple(Argument("complement", other.first, other.last, other.head) for other in tops)


def _goes_on(reading: Reading, part: Clause | None) -> bool:
    """Whether a content clause goes on from one before it with a pronoun ("and that it may even ...")."""
    subject = part.one("subject") if part is not None else None
    if part is None or subject is None or reading.tokens[subject.head].tag != "PRP":
        return False
    return reading.tokens[part.head].dep == "conj"


def _is_mutual(reading: Reading, clause: Clause) -> bool:
    """Whether two parties accuse "each other" or "one another"."""
    thing = clause.one("object")
    return thing is not None and reading.tokens[thing.head].norm in _EACH_OTHER


def _parts(
    reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause, argument: Argument
) -> Iterator[tuple[Span, Clause | None]]:
    """Yield the content clauses of `argument` one by one, else its words as a whole."""
    clauses = contents.content_clauses(reading, clause, argument)
    asides = [clause.head, *contents.remarks(reading, relations, argument.head)]
    heads = [*(part.head for part in clauses), *asides]
    first = clauses[0] if clauses else None
    start = _antecedent(reading, clause, argument)
    if start is not None:
        yield reading.span(start, clause.last), first
    elif first is None or (len(clauses) > 1 and any(len(part.arguments) < 2 for part in clauses)):
        span = contents.words_of(reading, argument.head, [*_elsewhere(reading, rule, clause, argument), *asides])
        yield contents.with_phrases(reading, clause, span), first
    else:
        for part in clauses:
            span = contents.words_of(reading, part.head, heads)
            yield contents.with_phrases(reading, clause, span), part


def _elsewhere(reading: Reading, rule: AccusationRule, clause: Clause, argument: Argument) -> list[int]:
    """The prepositions of the accused inside `argument` ("the strike on Moscow"): not part of what is alleged."""
    others = [contents.at_role(reading, clause, role) for role in rule.accused if "." in role]
    inside = [other.head for other in others if other is not None and argument.first <= other.head < argument.last]
    return [reading.tokens[head].head for head in inside]


def _antecedent(reading: Reading, clause: Clause, argument: Argument) -> int | None:
    """Return where the missing object stands in "an election that A accused B of rigging": its phrase's first token."""
    token, last = reading.tokens[clause.head], reading.tokens[argument.head]
    above = reading.tokens[token.head]
    if token.dep not in ("relcl", "acl") or above.pos not in ("NOUN", "PROPN", "PRON") or above.index > token.index:
        return None
    if not last.norm.endswith("ing") or reading.children[last.index] or clause.one("subject") is None:
        return None
    thing = clause.one("object")
    if thing is None or any(argument.head == above.index for argument in clause.arguments):
        return None
    relative = ("relcl", "acl")
    before = (i for child in reading.children[above.index] if reading.tokens[child].dep not in relative
              for i in reading.subtree(child))  # fmt: skip
    return min(above.index, *(i for i in before if i < above.index), above.index)


def _accusers(reading: Reading, relations: Relations, clause: Clause) -> tuple[Actor, ...]:
    """Return who accuses: the subject of a verb; the owner of a noun, or whoever "made" or "raised" it."""
    if clause.pos != "noun":
        return filling(reading, clause, "subject")
    own = contents.parties_at(reading, clause, ("possessor", "by", "from", "compound"))
    above = reading.clauses[clause.under] if clause.under is not None else None
    if own or above is None or above.predicate not in relations.words["making"]:
        return own
    made = above.one("object")
    return filling(reading, above, "subject") if made is not None and made.head == clause.head else ()


def _accused(
    reading: Reading,
    relations: Relations,
    rule: AccusationRule,
    clause: Clause,
    part: Clause | None,
    argument: Argument,
) -> tuple[Actor, ...]:
    for role in rule.accused:
        if role != "doer":
            found = _public(reading, relations, contents.at_role(reading, clause, role))
        elif part is not None:
            found = _doer(reading, relations, clause, part)
        else:
            inner = reading.clause_at.get(argument.head)
            found = contents.parties_at(reading, inner, ("possessor", "by", "compound")) if inner else ()
        if found:
            return found
    above = reading.clauses[clause.under] if clause.under is not None else None
    if "against" in rule.accused and above is not None and above.predicate in relations.words["making"]:
        return contents.parties_at(reading, above, ("against", "at"))
    return ()


def _public(reading: Reading, relations: Relations, argument: Argument | None) -> tuple[Actor, ...]:
    """Return the actors that an argument names; two citizens of a state are not the state."""
    if argument is None or reading.tokens[argument.head].lemma in relations.words["private"]:
        return ()
    return parties(reading, argument)


def _doer(reading: Reading, relations: Relations, clause: Clause, part: Clause) -> tuple[Actor, ...]:
    """Return the doer of the content clause; in "A rejected B's claim that it ..." the pronoun is not the accuser B."""
    found = contents.doer(reading, part)
    subject = part.one("subject")
    above = reading.clauses[clause.under] if clause.under is not None else None
    if subject is None or above is None or clause.pos != "noun" or reading.tokens[subject.head].pos != "PRON":
        return found
    accusers = _accusers(reading, relations, clause)
    if found and not any(contents.is_own(a, b) for a in found for b in accusers):
        return found
    return filling(reading, above, "subject")


def _is_charge(reading: Reading, relations: Relations, rule: AccusationRule, charge: _Charge) -> bool:
    """Whether somebody is charged, by somebody else, with something that the rule lets count."""
    accused, accusers = charge.accused, charge.accusers
    if not accused and (not accusers or rule.claim != "any" or not _is_somebody(reading, rule, charge)):
        return False
    if any(a.id == b.id or ("doer" in rule.accused and contents.is_own(a, b)) for a in accused for b in accusers):
        return False
    if rule.claim == "any" or _is_called_claim(reading, relations, charge):
        return charge.clause is None or not ("doer" in rule.accused and charge.clause.infinitive)
    part = charge.clause
    if part is None or not _is_asserted(part) or not _is_wrong(reading, relations, part):
        return False
    named = accusers if rule.pos == "list" else accused
    return bool(named) and all(actor.diplomatic for actor in (*accused, *accusers))


def _is_somebody(reading: Reading, rule: AccusationRule, charge: _Charge) -> bool:
    """Whether the sentence names an accused, even one whom nobody could resolve ("accused his rivals of fraud")."""
    doer = charge.clause.one("subject") if charge.clause is not None and "doer" in rule.accused else None
    if doer is not None:
        return charge.cue.pos == "verb" and reading.tokens[doer.head].pos in ("NOUN", "PROPN")
    return any(contents.at_role(reading, charge.cue, role) is not None for role in rule.accused)


def _is_called_claim(reading: Reading, relations: Relations, charge: _Charge) -> bool:
    """Whether the sentence itself calls what was said a claim that somebody denies: "..., an allegation B denies"."""
    part = charge.clause
    if part is None or not charge.accused:
        return False
    return any(reading.tokens[head].dep != "relcl" for head in contents.remarks(reading, relations, part.head))


def _is_asserted(part: Clause) -> bool:
    """Whether a content clause says that something is or may be so: not negated, wished for, or conditional."""
    if part.negated or part.infinitive or part.mark in ("if", "whether", "unless") or part.tense == "future":
        return False
    return part.modal is None or (
        part.modal in _POSSIBLE and (part.perfect or part.progressive or part.predicate == "be")
    )


def _is_wrong(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Whether the clause says something blameworthy: "is behind the blast", "violated", "carried out a massacre"."""
    words = relations.words
    aim = part.one("complement")
    weighed = reading.clause_at.get(aim.head) if aim is not None and part.predicate in words["weighing"] else None
    if weighed is not None and not weighed.negated:
        return _is_wrong(reading, relations, weighed)
    if part.predicate in words["wrong_verb"]:
        return not part.passive or part.one("subject") is not None
    below = [reading.tokens[child] for child in reading.children[part.head]]
    if part.predicate == "be":
        return any(
            t.norm in words["wrong_adjective"] or t.lemma in words["wrong_adjective"]
            for t in below
            if t.dep in ("acomp", "attr", "prep")
        )
    if part.pos == "adjective":
        return part.predicate in words["wrong_adjective"]
    thing = part.one("object", "in", "with")
    noun = reading.tokens[thing.head].lemma if thing is not None else ""
    if part.predicate in words["committing"]:
        return noun in words["wrong_noun"]
    return part.predicate in relations.recipients and _gives_arms(reading, relations, part)


def _gives_arms(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Whether weapons or fighters are what the clause gives, sends or sells."""
    things = (reading.tokens[argument.head] for argument in part.all("object", "with"))
    return any(thing.lemma in relations.words["weapon"] for thing in things)


def _record(
    reading: Reading, relations: Relations, hedges: Hedges, rule: AccusationRule, charge: _Charge, ordinal: int
) -> Allegation:
    clause, accusers, accused = charge.cue, charge.accusers, charge.accused
    cue = reading.span(clause.head, clause.head + 1)
    doubt = contents.hedge(reading, hedges, charge.clause, clause.head, charge.content)
    above = reading.clauses[clause.under].head if clause.pos == "noun" and clause.under is not None else clause.head
    when = contents.time_of(reading, clause.head) or contents.time_of(reading, above)
    places = [(cue, "cue"), (charge.content, "content"), (doubt, "hedge"), (when.text if when else None, "time")]
    places += [*((actor.mention, "actor") for actor in accusers), *((actor.mention, "recipient") for actor in accused)]
    return Allegation(
        article=reading.article.id,
        evidence=contents.evidence(places),
        rule=rule.id,
        confidence=round(rule.confidence * (1 if accused and accusers else 0.8), 3),
        holder=contents.without(holders(reading, above), accusers),
        when=when,
        layer=reading.sentences[clause.sentence].layer,
        ordinal=ordinal,
        accusers=accusers,
        accused=accused,
        content=charge.content,
        cue=cue,
        hedge=doubt,
        beneficiary=contents.recipients(reading, relations, charge.content, (*accused, *accusers)),
    )

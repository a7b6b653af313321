"""Finds allegations: who accuses whom of what, with which hedge, according to whom.

An allegation belongs to those who make it, never to those who repeat, cite, answer or allude to it.
"""

from __future__ import annotations

from communique.extract.claims.charges import Charge, find_charges
from communique.extract.claims.indirect import find_indirect, is_grounded
from communique.extract.matching import contents
from communique.extract.matching.parties import holders
from communique.extract.matching.repeats import join_allegations
from communique.extract.matching.wrongs import is_asserted, is_misdeed, is_wrong
from communique.lexicon.hedges import Hedges
from communique.lexicon.relations import AccusationRule, Relations
from communique.reading import Clause, Reading
from communique.records.actors import Actor
from communique.records.statements import Allegation


def find_allegations(reading: Reading, relations: Relations, hedges: Hedges) -> list[Allegation]:
    """Return the allegations of a reading, each content clause its own, in text order."""
    found: dict[tuple[int, int, int], Allegation] = {}
    for clause in reading.clauses:
        for rule in relations.by_cue.get((clause.pos, clause.predicate), ()):
            if _fits(reading, rule, clause) and contents.is_made(reading, clause, relations):
                for ordinal, charge in enumerate(find_charges(reading, relations, rule, clause)):
                    key = (clause.head, charge.content.start, ordinal if charge.clause is None else 0)
                    if _is_charge(reading, relations, rule, charge) and key not in found:
                        same = sum(1 for other in found if other[:2] == key[:2])
                        found[key] = _record(reading, relations, hedges, rule, charge, same)
    for rule, charge in find_indirect(reading, relations):
        key = (charge.cue.head, charge.content.start, 0)
        told = any(charge.content.overlaps(other.content) for other in found.values())
        if is_grounded(charge) and key not in found and not told:
            found[key] = _record(reading, relations, hedges, rule, charge, 0)
    return join_allegations(reading, relations, list(found.values()))


def _fits(reading: Reading, rule: AccusationRule, clause: Clause) -> bool:
    """Whether the cue has the object ("put the *blame* on B"), the subject ("*files* show") and the voice ("is believed
    to") that its rule asks."""
    if rule.passive and not (clause.passive and clause.one("subject") is None):
        return False
    if rule.by and not any(reading.tokens[one.head].lemma in rule.by for one in clause.all("subject")):
        return False
    things = clause.all("object", *rule.content) if rule.thing else ()
    return not rule.thing or any(reading.tokens[thing.head].lemma in rule.thing for thing in things)


def _is_charge(reading: Reading, relations: Relations, rule: AccusationRule, charge: Charge) -> bool:
    """Whether somebody is charged, by somebody else, with something that the rule lets count."""
    accused, accusers = charge.accused, charge.accusers
    part = charge.clause
    if part is not None and part.predicate in relations.denying and part.one("object", "complement") is None:
        return False  # "allegations that B rejects"
    if not accused and (not accusers or rule.claim != "any" or not _is_somebody(reading, relations, rule, charge)):
        return False
    if any(a.id == b.id or ("doer" in rule.accused and _is_side(reading, b, a)) for a in accused for b in accusers):
        return False
    if (
        rule.claim == "any"
        or reading.tokens[charge.cue.head].dep == "appos"
        or _is_called_claim(reading, relations, charge)
    ):
        return part is None or charge.cue.passive or not ("doer" in rule.accused and part.infinitive)
    if part is None or "complement" not in rule.content:
        wrong = charge.head is not None and is_misdeed(reading, relations, charge.head)
    else:
        wrong = is_asserted(relations, part, raised=rule.passive) and is_wrong(reading, relations, part)
    if not wrong or any(actor.kind == "document" for actor in accused):
        return False
    named = accusers if rule.pos == "list" else accused
    unnamed = accused and all(_is_official(reading, relations, actor) for actor in accusers)
    speaking = accused if unnamed else (*accused, *accusers)
    return bool(named) and all(actor.diplomatic or actor.iso3 for actor in speaking)


def _is_official(reading: Reading, relations: Relations, actor: Actor) -> bool:
    """Whether somebody is named by an office only: "an official in Vienna", "two diplomats"."""
    if actor.kind != "unknown":
        return False
    at = next((m.head for m in reading.mentions_of.get(actor.id, ())), None)
    return at is not None and reading.tokens[at].lemma in relations.words["office"]


def _is_side(reading: Reading, accuser: Actor, accused: Actor) -> bool:
    """Whether the accuser speaks for the accused: the same state, or named after it ("a U.N. spokesman")."""
    if contents.is_own(accuser, accused):
        return True
    place = accuser.mention
    inside = reading.mentions_of.get(accused.id, ())
    return any(place.start <= reading.tokens[m.head].start < place.end for m in inside)


def _is_somebody(reading: Reading, relations: Relations, rule: AccusationRule, charge: Charge) -> bool:
    """Whether the sentence names an accused, even one whom nobody could resolve ("accused his rivals of fraud")."""
    doer = charge.clause.one("subject") if charge.clause is not None and "doer" in rule.accused else None
    if doer is not None:
        return reading.tokens[doer.head].pos in ("NOUN", "PROPN")
    named = [a for role in rule.accused if (a := contents.at_role(reading, charge.cue, role)) is not None]
    if "of" in rule.content:
        return bool(named)  # whoever is accused can act
    return any(_is_someone(reading, relations, argument.head) for argument in named)


def _is_someone(reading: Reading, relations: Relations, head: int) -> bool:
    """Whether a word names people or a body: no "blamed the rain", no "blamed Chad on Monday"."""
    token = reading.tokens[head]
    if head in reading.times_over:
        return False
    known = token.lemma in relations.words["private"] or any(i in reading.mention_at for i in reading.subtree(head))
    return known or token.pos in ("PROPN", "PRON")


def _is_called_claim(reading: Reading, relations: Relations, charge: Charge) -> bool:
    """Whether the sentence itself calls what was said a claim that somebody denies: "..., an allegation B denies"."""
    part = charge.clause
    if part is None or not charge.accused:
        return False
    return any(reading.tokens[head].dep != "relcl" for head in contents.remarks(reading, relations, part.head))


def _record(
    reading: Reading, relations: Relations, hedges: Hedges, rule: AccusationRule, charge: Charge, ordinal: int
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
        withdrawn=_is_taken_back(reading, relations, clause),
    )


def _is_taken_back(reading: Reading, relations: Relations, clause: Clause) -> bool:
    """Whether the accuser is said to take the charge back: "Peru *withdrew* its allegation that ..."."""
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if above is None or clause.head not in [a.head for a in above.all("object")]:
        return False
    words = contents.wordings(reading, reading.tokens[above.head])
    return not words.isdisjoint(relations.words["retracting"]) and contents.is_made(reading, above, relations)

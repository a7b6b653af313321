"""Finds denials, and the allegations of the same article that each denies.

Silence is no denial, nor is "did not deny" or "neither confirmed nor denied"; see `answers` for a plain "said it had
not" of those who are charged, or who speak of a wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.claims.rebuttals import PARTS, POINTERS, Denied, calls_false, link_allegations
from communique.extract.matching import contents
from communique.extract.matching.parties import filling, holders
from communique.extract.matching.repeats import join_denials
from communique.extract.matching.wrongs import is_disowned, is_misdeed
from communique.lexicon.relations import DenialRule, Relations
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, Holder
from communique.records.statements import Allegation, Denial
from communique.records.texts import Span


def find_denials(reading: Reading, allegations: Sequence[Allegation], relations: Relations) -> list[Denial]:
    """Return the denials of a reading in text order; `of` names those among `allegations` that each denies."""
    found: dict[int, Denial] = {}
    first_words = {cue.partition(" ")[0] for rule in relations.denials for cue in rule.cues}
    for clause in reading.clauses:
        if clause.word not in first_words:
            continue
        for rule in relations.denials:
            if clause.head in found or clause.pos != rule.pos or not rule.cues & _cues(reading, clause):
                continue
            denied = _denied(reading, relations, rule, clause) or _rejected_before(reading, rule, clause, allegations)
            if (
                denied is not None
                and (
                    rule.denied == "truth"
                    or contents.is_made(reading, clause, relations)
                    or _is_untrue(reading, relations, clause)
                )
                and _is_somebodys(reading, relations, clause)
            ):
                record = _record(reading, relations, allegations, rule, clause, denied)
                if record.of or rule.denied not in ("claim", "verdict") or not _is_pointer(reading, denied):
                    found[clause.head] = record
    return join_denials(list(found.values()))


def _cues(reading: Reading, clause: Clause) -> set[str]:
    """The predicate, alone and with an adverb or preposition that may belong to it ("brushed aside")."""
    beside = reading.dependents[clause.head]
    return {clause.predicate, *(f"{clause.predicate} {t.norm}" for t in beside if t.dep in ("advmod", "prep", "prt"))}


def _denied(reading: Reading, relations: Relations, rule: DenialRule, clause: Clause) -> Denied | None:
    """Return what `clause` denies by `rule`; None if this use of the word denies nothing."""
    if rule.denied == "truth":
        inner = next((a for a in clause.all("in", "to", "for") if _is_claim(reading, relations, a.head)), None)
        return _object(reading, relations, clause, inner) if inner is not None and clause.negated else None
    if rule.pos == "noun":
        return _denied_by_noun(reading, relations, clause)
    if rule.denied == "deed":
        return _disavowed(reading, relations, clause)
    if rule.denied == "innocence":
        things = clause.all("object") or clause.all("attribute", "complement")  # "pleaded innocent"
        pure = any(reading.tokens[a.head].lemma in relations.words["innocence"] for a in things)
        return Denied(None, None) if pure and not _is_told_below(reading, relations, clause) else None
    claim = _claim_argument(reading, relations, clause)
    if rule.denied in ("verdict", "epithet"):
        rejected = claim is not None and (
            _is_untrue(reading, relations, clause)
            if clause.negated
            else _has_verdict(reading, relations, rule, clause, claim)
        )
        return _object(reading, relations, clause, claim) if rejected else None
    if rule.denied == "claim" and claim is None:
        said = next((a for a in clause.all("complement") if _is_that_clause(reading, a)), None)
        return _object(reading, relations, clause, said) if said is not None else None
    if rule.denied == "claim":
        return _object(reading, relations, clause, claim)
    if clause.one("indirect") is not None or _is_refusal(reading, relations, clause):
        return None
    return _object(reading, relations, clause, claim or _thing_denied(reading, clause))


def _is_told_below(reading: Reading, relations: Relations, clause: Clause) -> bool:
    """ "Pleaded innocent, *saying it had never armed the clan*": that answer is the denial."""
    saying = (c for c in reading.clauses_under.get(clause.index, ()) if c.predicate in relations.words["accusing_verb"])
    said = (reading.clause_at.get(argument.head) for c in saying for argument in c.all("complement"))
    return any(part is not None and is_disowned(reading, relations, part) for part in said)


def _is_that_clause(reading: Reading, argument: Argument) -> bool:
    """ "Disputes *that* its police entered"; no "rejected calls to"."""
    part = reading.clause_at.get(argument.head)
    return part is not None and part.mark == "that" and part.tense != "none" and part.modal is None


def _rejected_before(
    reading: Reading, rule: DenialRule, clause: Clause, allegations: Sequence[Allegation]
) -> Denied | None:
    """ "Accused B of spying, which B rejected": what the relative clause takes up is the charge itself."""
    if rule.denied != "claim" or clause.link != "relative":
        return None
    for thing in clause.all("object"):
        at = reading.tokens[thing.head].start
        if thing.head < clause.head and any(a.content.start <= at < a.content.end for a in allegations):
            return Denied(None, thing.head)
    return None


def _disavowed(reading: Reading, relations: Relations, clause: Clause) -> Denied | None:
    """ "Disavowed the raid", "distanced itself from the raid": a misdeed or a claim, not a person or a remark."""
    for thing in clause.all("from", "object"):
        lemma = reading.tokens[thing.head].lemma
        known = lemma in relations.words["vague"] or is_misdeed(reading, relations, thing.head)
        if known or _is_claim(reading, relations, thing.head):
            return _object(reading, relations, clause, thing)
    return None


def _thing_denied(reading: Reading, clause: Clause) -> Argument | None:
    """The complement or object after the verb; before it only in a passive, a relative clause or a quotation."""
    found = clause.all("complement", "object")
    said = next((a for a in found if _is_that_clause(reading, a)), None)
    if said is not None:
        return said  # "denied once more that it had armed them"
    if clause.passive or clause.link == "relative" or clause.tense == "none":
        return next(iter(found), None)
    return next((a for a in found if a.head > clause.head or reading.tokens[a.first].norm == '"'), None)


def _is_somebodys(reading: Reading, relations: Relations, clause: Clause) -> bool:
    """ "The claims were false", said by nobody, is the outlet's own finding and not a denial."""
    return (clause.predicate != "be" and not clause.negated) or bool(_denier(reading, relations, clause))


def _is_refusal(reading: Reading, relations: Relations, clause: Clause) -> bool:
    """ "denied entry", "denied him a visa", "was denied access": something is withheld, nothing is contested."""
    things = clause.all("object", "attribute", "complement")
    return any(reading.tokens[thing.head].lemma in relations.words["not_denied"] for thing in things) or (
        clause.passive and len(things) > 1
    )


def _claim_argument(reading: Reading, relations: Relations, clause: Clause) -> Argument | None:
    """The argument that is a claim noun ("rejected the accusations", "scoffed at the claim", "the report is false")."""
    roles = ("subject", "attribute") if clause.predicate == "be" else ("object", "at", "against", "as", "attribute")
    for argument in clause.all(*roles):
        head = _whole_of(reading, argument.head)
        if _is_claim(reading, relations, head):
            return replace(argument, head=head)
        if (
            argument.role == "object"
            and reading.tokens[head].norm in POINTERS
            and _is_judged(reading, relations, clause)
        ):
            return argument
    if clause.predicate == "be":
        return None
    if clause.link in ("relative", "complement") and clause.under is not None and not clause.all("object"):
        head = reading.clauses[clause.under].head  # "a charge that Peru dismissed as baseless"
        return Argument("object", head, head + 1, head) if _is_claim(reading, relations, head) else None
    subject = next((a for c in reading.clauses_under.get(clause.index, ()) for a in c.all("subject")), None)
    return subject if subject is not None and _is_claim(reading, relations, subject.head) else None


def _is_pointer(reading: Reading, denied: Denied) -> bool:
    """Whether "it", "this" is all that is denied: with a verdict ("called it absurd") that may be any remark."""
    return denied.noun is not None and reading.tokens[denied.noun].norm in POINTERS


def _is_judged(reading: Reading, relations: Relations, clause: Clause) -> bool:
    """Whether what follows calls the thing false: "dismissed this *as propaganda*", "called it *a lie*"."""
    judged = clause.all("as", "attribute", "complement")
    words = (reading.tokens[i] for a in judged for i in reading.subtree(a.head) if a.head > clause.head)
    return any(calls_false(reading, relations, word) for word in words)


def _whole_of(reading: Reading, head: int) -> int:
    """Return the noun that "some of the ..." and "part of the ..." are about; `head` itself for any other word."""
    if reading.tokens[head].norm in PARTS:
        for child in reading.children[head]:
            if reading.tokens[child].norm == "of" and reading.children[child]:
                return reading.children[child][0]
    return head


def _is_claim(reading: Reading, relations: Relations, head: int) -> bool:
    token = reading.tokens[head]
    return token.pos in ("NOUN", "PROPN", "VERB", "PRON") and token.lemma in relations.words["claim_noun"]


def _has_verdict(reading: Reading, relations: Relations, rule: DenialRule, clause: Clause, claim: Argument) -> bool:
    """Whether the clause calls the claim false: in its attribute or as-phrase, or (epithet) beside the noun."""
    own = set(reading.subtree(clause.head)) - set(_content_below(reading, claim))
    words = (t for t in map(reading.tokens.__getitem__, own) if t.index > claim.head or t.dep != "amod"
             or (t.head == claim.head and (rule.denied == "epithet" or claim.role == "attribute")))  # fmt: skip
    return any(calls_false(reading, relations, word) for word in words)


def _is_untrue(reading: Reading, relations: Relations, clause: Clause) -> bool:
    """Whether a clause says that something "was *not true*"."""
    said = (reading.tokens[a.head] for a in clause.all("attribute")) if clause.predicate == "be" else ()
    return clause.negated and clause.modal is None and any(word.lemma in relations.words["truth"] for word in said)


def _content_below(reading: Reading, claim: Argument) -> list[int]:
    noun = reading.clause_at.get(claim.head)
    argument = noun.one("complement") if noun else None
    return list(reading.subtree(argument.head)) if argument else []


def _object(reading: Reading, relations: Relations, clause: Clause, argument: Argument | None) -> Denied:
    """Return what the denied phrase consists of: a claim noun with or without content, a pointer, or the thing."""
    if argument is None:
        return Denied(None, None)
    token = reading.tokens[argument.head]
    if clause.link in ("relative", "complement") and token.index < clause.head and argument.role == "object":
        return Denied(None, token.index)
    if _is_claim(reading, relations, token.index):
        noun = reading.clause_at.get(token.index)
        inner = noun.one("complement", "of", "about", "over") if noun else None
        topical = inner is not None and inner.role in ("about", "over")
        owner = contents.parties_at(reading, noun, ("possessor", "by", "from", "compound")) if noun else ()
        return Denied(contents.words_of(reading, inner.head) if inner else None, token.index, owner, vague=topical)
    pointing = token.norm in (*POINTERS, "them") and argument.last - argument.first == 1
    if pointing or token.lemma in relations.words["remaining"]:
        return Denied(None, token.index)
    if _is_pro_verb(reading, argument.head):
        return Denied(None, None)
    asides = contents.remarks(reading, relations, argument.head)
    words = contents.with_phrases(reading, clause, contents.words_of(reading, argument.head, asides))
    alone = not any(child.dep == "prep" for child in reading.dependents[argument.head])
    whole = any(child.dep == "prep" and child.norm == "in" for child in reading.dependents[argument.head])
    if token.norm in PARTS and not alone and not whole:  # "some of it", but "any part in the raid"
        pointing = any(reading.tokens[index].norm in POINTERS for index in reading.subtree(token.index))
        return Denied(words, None, vague=pointing, part=True)
    return Denied(words, None, vague=alone and token.lemma in relations.words["vague"])


def _is_pro_verb(reading: Reading, head: int) -> bool:
    """ "Denies *having done so*", "that it *had done anything of the kind*": what was alleged stands elsewhere."""
    deed = reading.clause_at.get(head)
    if deed is None or deed.predicate != "do":
        return False
    things = [reading.tokens[a.head].norm for a in deed.all("object")]
    return all(word in (*POINTERS, "anything", "so", "such") for word in things)


def _denied_by_noun(reading: Reading, relations: Relations, clause: Clause) -> Denied | None:
    """ "China's denial that ...", "issued a denial of the claims"; "denial of service" and "no denial" are none."""
    thing = clause.one("complement", "of")
    if thing is not None and reading.tokens[thing.head].lemma in relations.words["not_denied"]:
        return None
    if clause.under is not None and not contents.is_made(reading, reading.clauses[clause.under], relations):
        return None
    return _object(reading, relations, clause, thing) if _denier(reading, relations, clause) else None


def _denier(reading: Reading, relations: Relations, clause: Clause) -> tuple[Actor, ...]:
    """Return who denies: the subject, the owner of the noun, or who said that the claims were false."""
    above = reading.clauses[clause.under] if clause.under is not None else None
    if clause.pos == "noun" and clause.negated:
        levels = holders(reading, clause.head)
        return levels[-1] if levels else (filling(reading, above, "subject") if above else ())
    if clause.pos == "noun":
        own = contents.parties_at(reading, clause, ("possessor", "by", "from", "compound"))
        return own or (
            filling(reading, above, "subject") if above and above.predicate in relations.words["making"] else ()
        )
    if clause.predicate != "be":
        return contents.speakers(reading, clause)
    if above is not None and clause.link == "complement" and above.predicate in relations.words["accusing_verb"]:
        return filling(reading, above, "subject")
    levels = holders(reading, clause.head)
    return levels[-1] if levels else ()


def _record(
    reading: Reading,
    relations: Relations,
    allegations: Sequence[Allegation],
    rule: DenialRule,
    clause: Clause,
    denied: Denied,
) -> Denial:
    deniers = _denier(reading, relations, clause)
    linked, scope = link_allegations(reading, relations, allegations, clause, denied, deniers)
    cue = reading.span(clause.head, clause.head + 1)
    when = contents.time_of(reading, clause.head)
    places = [(cue, "cue"), (denied.content, "content"), (when.text if when else None, "time")]
    places += [(actor.mention, "speaker") for actor in deniers]
    places += [(span, "quote") for span in _verdict(reading, clause)]
    return Denial(
        article=reading.article.id,
        evidence=contents.evidence(places),
        rule=rule.id,
        confidence=round(rule.confidence * (1 if deniers else 0.8), 3),
        holder=contents.without(_holder(reading, clause), [*deniers, *(a for one in linked for a in one.accusers)]),
        when=when,
        layer=reading.sentences[clause.sentence].layer,
        denier=deniers[0] if deniers else None,
        cue=cue,
        of=tuple(allegation.id for allegation in linked),
        scope=scope,
        content=denied.content,
    )


def _verdict(reading: Reading, clause: Clause) -> list[Span]:
    """The quoted words in which a denier judges the claims: 'dismissed them as "unfounded"'."""
    below = [reading.tokens[child] for child in reading.children[clause.head] if child > clause.head]
    judged = {
        i for t in below if t.norm == "as" or t.dep in ("oprd", "attr", "acomp") for i in reading.subtree(t.index)
    }
    places = {reading.tokens[i].start for i in judged}
    return [reading.article.span(q.start, q.end) for q in reading.quotations if q.inner_start in places]


def _holder(reading: Reading, clause: Clause) -> Holder:
    """Who vouches for the denial; "which Moscow denies" after a reported claim is the reporter's own remark."""
    levels = holders(reading, clause.head)
    quoted = bool(reading.quotations_around(reading.tokens[clause.head].start))
    return levels[:-1] if clause.link in ("relative", "modifier") and not quoted else levels

"""What is blameworthy by words.csv: "is behind the blast", "violated the truce", "is arming the rebels"."""

from __future__ import annotations

from communique.lexicon.relations import Relations
from communique.reading import Clause, Reading

_ONWARD = frozenset({"will", "would"})
_POSSIBLE = frozenset({"may", "might", "could"})


def is_asserted(relations: Relations, part: Clause) -> bool:
    """Return whether a content clause says that something is or may be so: not negated, wished for, or conditional.

    What somebody "will continue" to do is done already.
    """
    goes_on = part.predicate in relations.words["lasting"]
    if part.negated or part.infinitive or part.mark in ("if", "whether", "unless"):
        return False
    if goes_on and part.modal in _ONWARD:
        return True
    if part.tense == "future":
        return False
    return part.modal is None or (
        part.modal in _POSSIBLE and (part.perfect or part.progressive or part.predicate == "be")
    )


def is_wrong(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Return whether the clause says something blameworthy: "is behind the blast", "violated", "carried out a raid"."""
    words = relations.words
    aim = part.one("complement")
    onward = words["weighing"] | words["lasting"]
    weighed = reading.clause_at.get(aim.head) if aim is not None and part.predicate in onward else None
    if weighed is not None and not weighed.negated:
        return is_wrong(reading, relations, weighed)
    if part.predicate in words["wrong_verb"]:
        return not part.passive or part.one("subject") is not None
    below = reading.dependents[part.head]
    if part.predicate == "be":
        said = [t for t in below if t.dep in ("acomp", "attr", "prep")]
        wrong = any(t.norm in words["wrong_adjective"] or t.lemma in words["wrong_adjective"] for t in said)
        return wrong or any(t.lemma in words["giver"] and _of_arms(reading, relations, t.index) for t in said)
    if part.pos == "adjective":
        return part.predicate in words["wrong_adjective"]
    thing = part.one("object", "in", "with")
    noun = reading.tokens[thing.head].lemma if thing is not None else ""
    if part.predicate in words["committing"]:
        return noun in words["wrong_noun"] or (part.predicate in onward and _gives_arms(reading, relations, part))
    return part.predicate in relations.recipients and _gives_arms(reading, relations, part)


def is_disowned(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Return whether a negated clause says that something blameworthy was not done: "is not arming the rebels", "had no
    part in the raid", "had nothing to do with the raid", "did nothing wrong"; not what will not be done.
    """
    words = relations.words
    if not part.negated or part.modal or part.infinitive or part.tense == "future":
        return False
    thing = part.one("object")
    if thing is None or part.predicate not in words["owning"]:
        return is_wrong(reading, relations, part)
    nouns = [reading.tokens[i].lemma for i in reading.subtree(thing.head) if i > thing.head]
    if reading.tokens[thing.head].norm == "nothing" and any(noun in words["misdeed"] for noun in nouns):
        return True
    return reading.tokens[thing.head].lemma in words["part_of"] and any(noun in words["wrong_noun"] for noun in nouns)


def _gives_arms(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Whether weapons, fighters or "lethal aid" are what the clause gives, sends or sells."""
    return any(_is_arms(reading, relations, argument.head) for argument in part.all("object", "with"))


def _is_arms(reading: Reading, relations: Relations, head: int) -> bool:
    words, thing = relations.words, reading.tokens[head].lemma
    beside = (child.lemma for child in reading.dependents[head])
    return thing in words["weapon"] or (thing in words["supplies"] and any(word in words["martial"] for word in beside))


def _of_arms(reading: Reading, relations: Relations, head: int) -> bool:
    """ "The source of the weapons", "the main sponsor of terrorism"; not "a source of concern"."""
    things = [a.head for clause in [reading.clause_at.get(head)] if clause for a in clause.all("of")]
    return any(
        reading.tokens[thing].lemma in relations.words["wrong_noun"] or _is_arms(reading, relations, thing)
        for thing in things
    )

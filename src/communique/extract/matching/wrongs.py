"""What is blameworthy by words.csv: "is behind the blast", "violated the truce", "is arming the rebels"."""

from __future__ import annotations

from communique.lexicon.relations import Relations
from communique.reading import Clause, Reading

_ONWARD = frozenset({"will", "would"})
_POSSIBLE = frozenset({"may", "might", "could"})


def is_asserted(relations: Relations, part: Clause, raised: bool = False) -> bool:
    """Return whether a content clause says that something is or may be so: not negated, wished for, or conditional.

    What somebody "will continue" to do is done already; `raised`: "is believed to have armed", "to be arming".
    """
    goes_on = part.predicate in relations.words["lasting"]
    if part.negated or part.mark in ("if", "whether", "unless"):
        return False
    if part.infinitive:
        return raised and (part.perfect or part.progressive or part.predicate == "be")
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
        return _does_harm(reading, relations, part) and (not part.passive or part.one("subject") is not None)
    if part.predicate == "be":
        return _is_culprit(reading, relations, part)
    if part.pos == "adjective":
        return part.predicate in words["wrong_adjective"] and _answers_for(reading, relations, part.head)
    thing = part.one("object", "in", "with")
    noun = reading.tokens[thing.head].lemma if thing is not None else ""
    if part.predicate in words["committing"]:
        return noun in words["wrong_noun"] or (part.predicate in onward and is_of_arms(reading, relations, part))
    if thing is not None and noun in words["part_of"] and part.predicate in words["owning"]:
        beside = part.one("in")
        there = beside is not None and is_misdeed(reading, relations, beside.head)
        return there or _answers_for(reading, relations, thing.head, needed=True)
    if part.passive and part.predicate in words["involving"]:
        return any(is_misdeed(reading, relations, argument.head) for argument in part.all("in"))
    return part.predicate in relations.recipients and is_of_arms(reading, relations, part)


def is_misdeed(reading: Reading, relations: Relations, head: int) -> bool:
    """Return whether a noun phrase names something blameworthy: "the raid", "the deaths of two farmers"."""
    words, token = relations.words, reading.tokens[head]
    deed = reading.clause_at.get(head)
    if token.tag == "VBG" and deed is not None and deed.pos == "verb":
        return is_wrong(reading, relations, deed)
    if token.lemma in words["wrong_noun"] or token.lemma in words["harm"]:
        return True
    if token.lemma in words["part_of"] and token.pos == "NOUN":
        return _answers_for(reading, relations, head, needed=True)  # "a hand in the raid"
    given = deed.one("for", "to", "of") if deed is not None and token.lemma in words["abetting"] else None
    return given is not None and _is_outlaw(reading, relations, given.head)


def _does_harm(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Whether a verb of harm has an object that it harms: no "struck a deal"; "funded" only gunmen, not a school."""
    thing = part.one("object")
    lemma = reading.tokens[thing.head].lemma if thing is not None else "-"
    if lemma in relations.harmless.get(part.predicate, ()):
        return False
    if part.predicate not in relations.words["two_faced"] or thing is None:
        return True
    return _is_outlaw(reading, relations, thing.head) or is_misdeed(reading, relations, thing.head)


def _is_outlaw(reading: Reading, relations: Relations, head: int) -> bool:
    """Whether a phrase names rebels, gangs, a coup: what it is blameworthy to help."""
    actor = reading.actor_at(head)
    return (actor is not None and actor.kind == "armed_group") or reading.tokens[head].lemma in relations.words[
        "outlaw"
    ]


def _is_culprit(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Whether "is ..." says that somebody is behind something, is the source of weapons, or "is to blame"."""
    words = relations.words
    aim = part.one("complement")
    if aim is not None and reading.tokens[aim.head].lemma in words["wrong_adjective"] and not part.negated:
        return _answers_for(reading, relations, aim.head)
    for token in reading.dependents[part.head]:
        if token.dep in ("acomp", "attr", "prep"):
            if token.norm in words["wrong_adjective"] or token.lemma in words["wrong_adjective"]:
                backing = _is_backing(reading, relations, token.index)
                return not backing and _answers_for(reading, relations, token.index)
            if token.lemma in words["giver"] and _of_arms(reading, relations, token.index):
                return True
    return False


def _is_backing(reading: Reading, relations: Relations, head: int) -> bool:
    """Whether what somebody is behind is no wrong: "behind Ukraine", "behind the proposal", "behind schedule"."""
    harmless = relations.harmless.get(reading.tokens[head].norm, frozenset())
    below = [child for child in reading.children[head] if reading.tokens[child].dep == "pobj"]
    actors = (reading.actor_at(child) for child in below if reading.tokens[child].pos != "PRON")
    states = any(actor is not None and actor.kind in ("state", "organ", "organisation") for actor in actors)
    return states or any(reading.tokens[child].lemma in harmless for child in below)


def _answers_for(reading: Reading, relations: Relations, head: int, needed: bool = False) -> bool:
    """Whether what "responsible", "a role", "to blame" goes on with ("for the raid", "in the coup") is a misdeed; so it
    is where nothing follows, unless it is `needed`: "responsible for security" is no blame."""
    follows = [
        below
        for child in reading.dependents[head]
        if child.dep == "prep" and child.norm in ("for", "in", "of")
        for below in reading.children[child.index]
    ]
    return any(is_misdeed(reading, relations, below) for below in follows) if follows else not needed


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
    below = [i for i in reading.subtree(thing.head) if i > thing.head]
    if reading.tokens[thing.head].norm == "nothing" and _is_nothing_to_do(reading, relations, thing.head):
        return True
    if reading.tokens[thing.head].norm == "nothing" and any(reading.tokens[i].lemma in words["misdeed"] for i in below):
        return True
    below += [argument.head for argument in part.all("in")]
    return reading.tokens[thing.head].lemma in words["part_of"] and any(
        is_misdeed(reading, relations, i) and reading.tokens[i].pos == "NOUN" for i in below
    )


def _is_nothing_to_do(reading: Reading, relations: Relations, head: int) -> bool:
    """ "Nothing *to do with the seizure*": what came about by somebody's deed."""
    below = (reading.clause_at.get(child.index) for child in reading.dependents[head] if child.dep == "relcl")
    doing = [clause for clause in below if clause is not None and clause.predicate == "do"]
    deeds = [argument.head for clause in doing for argument in clause.all("with")]
    return any(reading.tokens[i].lemma in relations.words["mishap"] or is_misdeed(reading, relations, i) for i in deeds)


def is_of_arms(reading: Reading, relations: Relations, part: Clause) -> bool:
    """Return whether weapons, fighters or "lethal aid" are what the clause gives, sends, moves or sells."""
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

"""Whether the words around a predicate are those of a trigger: its nouns, adverbs, prepositions, places."""

from __future__ import annotations

from communique.extract.contacts.attendance import is_of_one_body
from communique.extract.contacts.attendees import counted, is_manner
from communique.extract.contacts.occasions import place_at
from communique.lexicon.engagements import Trigger
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading


def worded(reading: Reading, clause: Clause, trigger: Trigger) -> bool:
    """Return whether the words around the predicate are those of the trigger."""
    token = reading.tokens[clause.head]
    if trigger.plural and token.tag not in ("NNS", "NNPS"):
        return False
    before = [t for t in reading.dependents[clause.head] if t.dep in ("compound", "amod", "nmod")]
    below = {word for t in before for word in (t.lemma, t.norm)}  # "a written message"
    predicate = clause.predicate
    if trigger.pos == "verb" and not any(head == predicate for head, _ in trigger.words):
        predicate = predicate.partition(" ")[0]  # "went on to"
    if not any(head == predicate and before <= below for head, before in trigger.words):
        return False
    thing = clause.one("object") if trigger.pos == "verb" and "object" in trigger.parts else None
    named = thing is None or any(one.head in reading.mention_at for one in counted(reading, thing))
    if not named and thing is not None and not is_manner(reading, thing):
        return False
    if trigger.pos == "verb" and heads_in(reading, clause, "with") & load_words("engagements/en/reaction_nouns"):
        return False  # "was met with applause"
    nouns = [reading.clause_at.get(a.head) for a in clause.all("object")] if trigger.objects else [clause]
    if any(noun is not None and is_of_one_body(reading, noun, trigger) for noun in nouns):
        return False
    if trigger.adverbs and trigger.adverbs.isdisjoint(_from_verb_to_object(reading, clause)):
        return False
    if trigger.apart and any(f" {words} " in f" {_words(reading, clause)} " for words in trigger.apart):
        return False
    if any(not reading.times_over.get(a.head) for a in clause.all(*trigger.without)):
        return False
    if trigger.bare and _says_more(reading, clause):
        return False
    if trigger.under and not _is_object_of(reading, clause, trigger.under):
        return False
    if trigger.there and place_behind(reading, clause, trigger) is None:
        return False
    if trigger.objects and not heads_in(reading, clause, "object") & trigger.objects:
        return False
    return not trigger.by or bool(heads_in(reading, clause, "by", "on", "via", "over") & trigger.by)


def _says_more(reading: Reading, verb: Clause) -> bool:
    """Whether a verb says more of its object than that somebody spoke to it: "called him a friend", "to the palace"."""
    purposes = load_words("engagements/en/call_purposes")
    other = (a for a in verb.all("complement") if reading.tokens[a.head].lemma not in purposes)
    return bool(verb.all("attribute", "to", "for")) or any(other)


def _is_object_of(reading: Reading, noun: Clause, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs has a noun for its object."""
    above = reading.clauses_with.get(noun.head, ())
    return any(verb.predicate in verbs and any(a.head == noun.head for a in verb.all("object")) for verb in above)


def place_behind(reading: Reading, clause: Clause, trigger: Trigger) -> tuple[int, int] | None:
    """Return the words of a place right behind the verb and its object: "agreed [in Oslo] to", "joined them [in
    Oslo]"."""
    behind = max((a.last for a in clause.all("object")), default=clause.head + 1)
    token = reading.tokens[behind] if behind < len(reading.tokens) else None
    if token is None or token.norm not in trigger.place or token.dep != "prep":
        return None
    below = (child for child in reading.children[behind] if reading.tokens[child].dep == "pobj")
    return next(((behind, child + 1) for child in below if place_at(reading, child) is not None), None)


def _from_verb_to_object(reading: Reading, clause: Clause) -> set[str]:
    """The words from a verb to the one after its object: "brought the two together", "brought together the two"."""
    last = max((argument.last for argument in clause.all("object")), default=clause.head + 1)
    return {token.norm for token in reading.tokens[clause.head : last + 1]}


def _words(reading: Reading, clause: Clause) -> str:
    """The words of a clause in lower case."""
    return " ".join(token.norm for token in reading.tokens[clause.first : clause.last])


def heads_in(reading: Reading, clause: Clause, *roles: str) -> set[str]:
    """Return the words that fill some roles of a clause, as lemmas."""
    return {reading.tokens[argument.head].lemma for argument in clause.all(*roles)}

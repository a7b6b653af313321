"""Who puts plans forward: the doers of verbs that do so, and for whom those who are named act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from communique.extract.matching.fillers import POWERS
from communique.lexicon.proposals import ProposalLexicon
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor
from communique.records.events import REAL


def speaks_for(reading: Reading, head: int, lexicon: ProposalLexicon) -> bool:
    """Return whether a phrase names an actor or people who act for one: "Danish mediators", no "Danish brewer"."""
    return head in reading.mention_at or reading.tokens[head].lemma in lexicon.words["representatives"]


def predicate_keys(reading: Reading, clause: Clause) -> Iterator[str]:
    """Yield the forms under which rules may name a clause: "take", "take effect", "enter into force"."""
    yield clause.predicate
    for argument in clause.arguments:
        lemma = reading.tokens[argument.head].lemma
        small = argument.role == "complement" and reading.tokens[argument.head].pos == "ADJ"  # "made it conditional"
        if argument.role in ("object", "attribute") or small:
            yield f"{clause.predicate} {lemma}"
        elif argument.role not in ("subject", "complement"):
            yield f"{clause.predicate} {argument.role} {lemma}"
            yield f"{clause.predicate} {argument.role}"
    for child in reading.children[clause.head]:
        if reading.tokens[child].dep in ("prep", "advmod", "intj"):  # "said no to it"
            yield f"{clause.predicate} {reading.tokens[child].norm}"


def find_proposers(reading: Reading, lexicon: ProposalLexicon) -> dict[int, tuple[Actor, ...]]:
    """Return plan head -> who put it forward: "China put forward a plan", "drafted by France", "U.S.-drafted"."""
    found: dict[int, tuple[Actor, ...]] = {}
    for clause in reading.clauses:
        if reading.tokens[clause.head].lemma not in lexicon.fate_words:
            continue
        for rule in (r for key in predicate_keys(reading, clause) for r in lexicon.statuses.get(key, ())):
            named = clause.passive and clause.link == "modifier"  # "the plan drafted by Kyiv", whatever is said of it
            if rule.proposer and (named or told(reading, clause) is not None):
                actors = proposers(reading, clause, rule.proposer, lexicon)
                named_there = [h for argument in clause.all(*rule.roles) for h in heads_of(reading, clause, argument)]
                for head in (*named_there, *_papers(reading, clause, lexicon)) if actors else ():
                    found.setdefault(head, actors)
    for head, actor in _hyphenated(reading, lexicon):
        found.setdefault(head, (actor,))
    return found


def _hyphenated(reading: Reading, lexicon: ProposalLexicon) -> Iterator[tuple[int, Actor]]:
    """Yield nouns and whose they are by the word before them: "a U.S.-drafted text", "a French-drafted text"."""
    for token in reading.tokens:
        if token.norm.rpartition("-")[2] not in lexicon.words["proposer_suffixes"]:
            continue
        apart = reading.tokens[token.index - 1].text == "-"
        actor = reading.actor_at(token.index - 2 if apart else token.index)
        if actor is not None and actor.kind in POWERS and (apart or "-" in token.text):
            yield token.head, actor


def _papers(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> Iterator[int]:
    """The plan in which something is proposed: "proposed a truce *in a four-point plan*"."""
    for index in sorted(reading.subtree(clause.head)):
        token = reading.tokens[index]
        above = reading.tokens[token.head]
        inside = token.dep == "pobj" and above.norm == "in" and above.index > clause.head
        own = any(t.norm in ("a", "an", "its", "their") for t in reading.dependents[index])
        if token.lemma in lexicon.heads and inside and own:
            yield index


def heads_of(reading: Reading, clause: Clause, argument: Argument) -> tuple[int, ...]:
    """Return the heads in an argument; for a relative pronoun left as it is, the noun that its clause modifies."""
    if reading.tokens[argument.head].norm in ("that", "which") and clause.link in ("relative", "modifier"):
        return (reading.tokens[clause.head].head,)
    return reading.coordinated(argument.head)


def told(reading: Reading, clause: Clause) -> Literal["fact", "plan"] | None:
    """Return whether the text tells the clause's happening as a fact of past or present, as a plan, or as neither."""
    status = reading.factuality[clause.index].status
    if status in ("possible", "alleged") and not clause.negated and _is_hearsay(reading, clause):
        return "fact"
    return "fact" if status in REAL and not clause.negated else "plan" if status in ("planned", "announced") else None


def _is_hearsay(reading: Reading, clause: Clause) -> bool:
    """ "Is said to have proposed", "is believed to have drafted": told as done by those whom the text does not name."""
    above = reading.clauses[clause.under] if clause.under is not None else None
    return clause.infinitive and clause.perfect and above is not None and above.passive and not above.negated


def proposers(reading: Reading, clause: Clause, role: str, lexicon: ProposalLexicon) -> tuple[Actor, ...]:
    """Return the diplomatic actors in `role` of a clause that puts a plan forward."""
    found: dict[str, Actor] = {}
    for argument in clause.all(role):
        for head in (*reading.coordinated(argument.head), *_read_apart(reading, argument.head, lexicon)):
            for actor in represented(reading, head, lexicon):
                if actor.diplomatic and actor.kind not in ("document", "place", "media") and not is_unnamed(actor):
                    found.setdefault(actor.id, as_itself(actor, lexicon))
    return tuple(found.values())


def _read_apart(reading: Reading, head: int, lexicon: ProposalLexicon) -> Iterator[int]:
    """The people of a list that the parser ended too early: "the US, [Egyptian and Qatari officials]"."""
    tokens, last = reading.tokens, reading.sentences[reading.tokens[head].sentence].last
    if head + 2 >= last or tokens[head + 1].norm != "," or reading.actor_at(head) is None:
        return
    for mention in reading.mentions_within(head + 2, last):
        people = mention.first == head + 2 and tokens[mention.head].lemma in lexicon.words["representatives"]
        several = any(token.norm == "and" for token in tokens[mention.first : mention.last])
        if people and several and mention.head not in reading.coordinated(head):
            yield mention.head


def represented(reading: Reading, head: int, lexicon: ProposalLexicon) -> tuple[Actor, ...]:
    """Return the actor that a phrase names, or those for whom unnamed people act: "Qatari and Egyptian mediators"."""
    actor = reading.actor_at(head) if speaks_for(reading, head, lexicon) else None
    if actor is not None and actor.kind not in ("unknown", "collective"):
        return (actor,)
    if actor is not None and (members := members_named(reading, actor)):
        return members
    if reading.tokens[head].lemma not in lexicon.words["representatives"]:
        return (actor,) if actor is not None else ()
    if any(c.norm in lexicon.words["own_voices"] for c in reading.dependents[head]):
        return ()
    owners = [
        c for c in reading.children[head] if c < head and reading.tokens[c].dep in ("amod", "poss", "compound", "nmod")
    ]
    inside = [reading.mention_at.get(h) for c in owners for h in reading.coordinated(c)]
    found = tuple(m.actor for m in inside if m is not None and m.actor is not None and m.reading == "actor")
    return found or ((actor,) if actor is not None else ())


def members_named(reading: Reading, actor: Actor) -> tuple[Actor, ...]:
    """Return who "they" and "both sides" are, where the article names every one."""
    found = (
        next((m.actor for m in reading.mentions_of.get(id, ()) if m.actor is not None), None) for id in actor.members
    )
    named = tuple(one for one in found if one is not None)
    return named if actor.kind == "collective" and len(named) == len(actor.members) else ()


def as_itself(actor: Actor, lexicon: ProposalLexicon) -> Actor:
    """Return an actor without the state for which it does not speak: who leads the opposition, sits in parliament."""
    title = actor.role.title.lower().split() if actor.kind == "person" and actor.role is not None else ()
    return replace(actor, iso3=None) if lexicon.words["own_voices"].intersection(title) else actor


def is_unnamed(actor: Actor) -> bool:
    """Return whether an actor is "both" or "they", of whom the article does not tell who they are."""
    words = actor.mention.text.split()
    return actor.kind == "collective" and not actor.members and len(words) == 1 and actor.iso3 is None

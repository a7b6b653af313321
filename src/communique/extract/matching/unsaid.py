"""What grammar leaves unsaid around a predicate: whose plan it is, which noun before it is a place, what is a figure of
speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.matching.campaigns import is_bloody
from communique.extract.matching.fillers import PLACES, is_country, is_target
from communique.lexicon.rules import EventRule, EventRules
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading, Token
from communique.records.actors import Actor

HIT = ("in", "on", "against", "of", "at", "to")
"""Roles of a noun for where it happens or whom it hits, the first that a rule knows being the likeliest."""


def with_places(reading: Reading, rule: EventRule, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """A country's name before a noun is where it happens or whom it hits: "the Kenya bombing", "the Iran sanctions".

    It stays the doer where another is hit ("the Russia attack on the port"), and as a demonym ("the Kenyan raid"); what
    nobody attacks with is hit wherever it stands: "the U.S. embassy bombings in Kenya".
    """
    role = next((role for role in HIT if rule.roles.get(role) == "recipient"), None)
    if role is None:
        return arguments
    if rule.roles.get("of") == "recipient":
        arguments = tuple(
            replace(a, role="of") if a.role == "compound" and is_target(reading.tokens[a.head]) else a
            for a in arguments
        )
    if any(argument.role in HIT for argument in arguments):
        return arguments
    return tuple(
        replace(a, role=role) if a.role == "compound" and is_country(_named_at(reading, a)) else a for a in arguments
    )


def with_hit(
    reading: Reading, rule: EventRule, clause: Clause, arguments: tuple[Argument, ...], rules: EventRules
) -> tuple[Argument, ...]:
    """Return the arguments of a noun with whom it hits as its relative clause tells: "bombings that targeted *Mali*",
    "a strike hitting *the port*"."""
    told = any(rule.roles.get(argument.role) == "recipient" for argument in arguments)
    if told or rule.roles.get("of") != "recipient":
        return arguments
    behind = (c for c in reading.clauses_under.get(clause.index, ()) if c.link in ("relative", "modifier"))
    hits = (c for c in behind if c.predicate in rules.classes["hits"] and not c.passive and not c.negated)
    return (*arguments, *(replace(a, role="of") for c in hits for a in c.all("object")))


def with_owner(rule: EventRule, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Return the arguments of a noun where its owner is the doer if another is told to whom it is done.

    "*Egypt's* detention of two sailors", beside "the *sailors'* detention".
    """
    both = all(rule.roles.get(role) == "recipient" for role in ("possessor", "of"))
    if not both or not any(argument.role == "of" for argument in arguments):
        return arguments
    return tuple(replace(a, role="subject") if a.role == "possessor" else a for a in arguments)


def with_nested(reading: Reading, arguments: tuple[Argument, ...], rules: EventRules) -> tuple[Argument, ...]:
    """Return the arguments of a noun with the doer and the place that the parser hung on the noun behind it.

    "The arrest of two sailors *by Peru*", "the launch of a missile *by Iran*", "the beating of a teacher *in Gaza*".
    """
    own = {argument.role for argument in arguments}
    behind = (reading.clause_at.get(argument.head) for argument in arguments if argument.role in HIT)
    found = (a for c in behind if c is not None and not rules.types_of(c.word) for a in c.all("by", *PLACES))
    return (*arguments, *(a for a in found if a.role not in own and (a.role == "by" or _lies(reading, a))))


def _lies(reading: Reading, argument: Argument) -> bool:
    mention = reading.mention_at.get(argument.head)
    return mention is not None and mention.reading == "place"


def _named_at(reading: Reading, argument: Argument) -> Actor | None:
    mention = reading.mention_at.get(argument.head)
    return mention.actor if mention is not None else None


def is_figure(
    reading: Reading, clause: Clause, arguments: Sequence[Argument], heads: frozenset[int], rules: EventRules
) -> bool:
    """Return whether a verb is a figure of speech or its doer nobody in particular.

    "Surrendered its authority"; "whoever sends help"; "shot back that it was a lie".
    """
    if clause.pos != "verb":
        return False
    if _is_retort(reading, clause, rules):
        return True
    tokens = reading.tokens
    objects = (a.head for a in arguments if a.role == "object" and a.head not in heads)
    doers = (a.head for a in arguments if a.role == "subject")
    return any(tokens[head].lemma in rules.classes["abstract"] for head in objects) or any(
        tokens[head].norm in rules.classes["whoever"] for head in doers
    )


def _is_retort(reading: Reading, clause: Clause, rules: EventRules) -> bool:
    """ "*Shot back* that it was a lie", "are *hitting back*, saying that they did no wrong": words, not blows."""
    if not any(token.norm == "back" and token.dep in ("advmod", "prt") for token in reading.dependents[clause.head]):
        return False
    cues = {token.index for said in reading.attributions for cue in said.cue for token in reading.tokens_in(cue)}
    under = reading.clauses_under.get(clause.index, ())
    along = any(c.head in cues for c in under if c.link == "adverbial" and c.mark is None)
    here = reading.sentences[clause.sentence]
    armed = any(token.lemma in rules.classes["attacks"] for token in reading.tokens[here.first : here.last])
    return clause.head in cues or (clause.word == "hit" and along and not armed and not is_bloody(reading, here))


def with_let(
    reading: Reading, arguments: tuple[Argument, ...], clause: Clause, rules: EventRules
) -> tuple[Argument, ...]:
    """Return the arguments where who is let do a thing is the object: "allowed *Russia* to use a port"."""
    if clause.predicate not in rules.classes["letting"] or clause.passive or clause.all("object"):
        return arguments
    below = (c for c in reading.clauses_under.get(clause.index, ()) if c.link == "complement" and c.mark is None)
    let = (a for c in below for a in c.all("object" if c.passive else "subject") if a.head > clause.head)
    return (*arguments, *(replace(argument, role="object") for argument in let))


def with_captor(
    reading: Reading, arguments: tuple[Argument, ...], clause: Clause, rules: EventRules
) -> tuple[Argument, ...]:
    """Return the arguments where whoever held those that are freed by nobody in particular frees them: "two nurses held
    by *rebels* were freed"."""
    if clause.predicate not in rules.classes["freeing"] or not clause.passive or clause.all("subject"):
        return arguments
    freed = [reading.clause_at[a.head].index for a in clause.all("object") if a.head in reading.clause_at]
    behind = (c for index in freed for c in reading.clauses_under.get(index, ()))
    held = (c for c in behind if c.link in ("modifier", "relative") and c.predicate in rules.classes["seizing"])
    return (*arguments, *(argument for c in held if c.passive and not c.negated for argument in c.all("subject")))


def understood(reading: Reading, clause: Clause, rule: EventRule, rules: EventRules) -> tuple[Argument, ...]:
    """Return the doer whom grammar leaves unsaid: whose plan it is, and who has talks with another.

    "*Mali* dropped plans for a visit", "*Chad* had no plan to send troops", "*Laos* stuck to its plan for sending
    engineers", "a *Kenyan* plan to leave", "*Xi* left after days of talks with Putin", "*ministers* spoke at a summit",
    "*Mali and Chad* agreed that prisoners would be exchanged".
    """
    if clause.passive and clause.mark == "that":
        return _agreed_between(reading, clause)
    at = reading.tokens[clause.head]
    if clause.pos == "verb":
        noun = _noun_above(reading, clause)
        if noun is None or noun.lemma not in rules.classes["intents"]:
            return ()
        at = noun
    talks = rule.reciprocal and bool(clause.all("with"))
    while at.head != at.index:
        owners = _owners_of(reading, at.index) if at.index != clause.head else ()
        if owners:
            return owners
        above = reading.tokens[at.head]
        preposition = above.norm if at.dep == "pobj" else ""
        above = reading.tokens[above.head] if preposition else above
        governor = reading.clause_at.get(above.index)
        if governor is not None and governor.pos == "adjective":
            return ()
        if governor is not None and governor.pos == "verb":
            verb = f"{governor.predicate} {preposition}" if preposition else governor.predicate
            owned = at.dep in ("dobj", "pobj") and at.lemma in rules.classes["intents"] and verb in rules.classes["own"]
            there = rule.reciprocal and preposition in rules.classes["attending"]
            own = owned or there or (talks and preposition in rules.classes["occasions"])
            return governor.all("subject") if own and not governor.passive else ()
        aside = preposition in load_words("language/en/background_prepositions")  # "her decisions during the attack"
        if above.lemma not in rules.classes["intents"] or not preposition or aside:
            return ()
        at = above
    return ()


def _noun_above(reading: Reading, clause: Clause) -> Token | None:
    """The noun that an infinitive or gerund completes: "a *plan* to send", "the *go-ahead* for sending"."""
    at = reading.tokens[clause.head]
    above = reading.tokens[at.head]
    if at.dep == "pcomp":
        above = reading.tokens[above.head]
    elif not clause.infinitive:
        return None
    return above if above.pos == "NOUN" else None


def _owners_of(reading: Reading, head: int) -> tuple[Argument, ...]:
    """Whose plan a noun is: "Kenya's plan", "a Kenyan plan"."""
    noun = reading.clause_at.get(head)
    if noun is None:
        return ()
    adjectives = tuple(a for a in noun.all("compound") if (actor := _named_at(reading, a)) and actor.form == "demonym")
    return noun.all("possessor") or noun.all("by") or adjectives


def _agreed_between(reading: Reading, clause: Clause) -> tuple[Argument, ...]:
    """Who agreed with each other that a thing would be done; what one party agrees to may be another's to do."""
    above = reading.clauses[clause.under] if clause.under is not None and clause.link == "complement" else None
    if above is None or above.passive or above.predicate not in load_words("language/en/subject_control_verbs"):
        return ()
    heads = [head for argument in above.all("subject") for head in reading.coordinated(argument.head)]
    actors = [actor for head in heads if (actor := reading.actor_at(head)) is not None]
    return above.all("subject") if len(actors) > 1 or any(len(actor.members) > 1 for actor in actors) else ()

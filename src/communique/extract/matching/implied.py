"""Parties that a clause does not name itself: addressees, the other state of a sentence, nameless people at home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from communique.extract.matching.fillers import filled, others
from communique.extract.matching.homes import at_home, is_told
from communique.extract.matching.matches import REMARK, Match
from communique.extract.matching.parties import MODIFYING, onlookers
from communique.lexicon.rules import EventRules
from communique.reading import Mention, Reading
from communique.records.actors import Actor

_KEEPING = frozenset({"COERCE", "ASSAULT"})
"""Types of what is done to those who protest."""

_CAUSING = ("in", "during", "by")
"""Prepositions before the attack from which an outcome comes: "killed *in* a raid"."""


def with_addressee(reading: Reading, match: Match, by_head: Mapping[int, Match], rules: EventRules) -> Match:
    """Return speech that names no addressee with the other party of what it is about ("agreed to send *Chad* aid");
    `by_head` has the other matches."""
    spoken = match.rule.record == "statement" or (
        match.guess is not None and match.rule.type.lower() in rules.classes["spoken"]
    )
    if match.recipients or not spoken or match.rule.reciprocal or match.rule.type == REMARK:
        return match
    reason = (
        match.rule.type == "ACCUSE" and match.clause.one("object") is not None
    )  # "blamed the rain for Chad's losses"
    for argument in match.clause.all("complement", "object", "of", *(() if reason else ("for",)), "to"):
        for head in reading.coordinated(argument.head):
            inner = by_head.get(head)
            parties = (inner.actors, inner.recipients) if inner else _parties_below(reading, head, rules)
            for group in (*parties, _mentioned(reading, head)):
                found = others(group, match.actors)
                if found:
                    return replace(match, recipients=found)
    return match


def with_keepers(reading: Reading, match: Match, by_head: Mapping[int, Match]) -> Match:
    """Return a protest of nobody in particular as one against those who keep it down: "Kenyan police broke up the
    *rally*", "detained people who *marched*"."""
    above, steps = match.clause.under, 0
    told = any(map(is_told, match.actors + match.recipients))
    while match.rule.type == "PROTEST" and not told and above is not None and steps < 3:
        keeper = by_head.get(reading.clauses[above].head)
        if keeper is not None and keeper.rule.type in _KEEPING and keeper.clause.pos == "verb":
            return replace(match, recipients=tuple(actor for actor in keeper.actors if actor.iso3 or actor.based_in))
        above, steps = reading.clauses[above].under, steps + 1
    return match


def with_outcome(reading: Reading, match: Match, by_head: Mapping[int, Match]) -> Match:
    """Return an attack with those whom it hit, and what it came to with those who attacked.

    "Mali shelled a camp in Chad, *killing* nine"; "nine Kenyans were *killed* in an *attack* by rebels".
    """
    other = _beside(reading, match, by_head)
    if other is None:
        return match
    doing = match.actors if any(map(is_told, match.actors)) or not other.actors else other.actors
    if any(map(is_told, match.recipients)) or match.places:
        return replace(match, actors=doing)
    recipients = (*match.recipients, *others(other.recipients, (*doing, *match.recipients)))
    return replace(match, actors=doing, recipients=recipients, places=other.places)


def _beside(reading: Reading, match: Match, by_head: Mapping[int, Match]) -> Match | None:
    """The attack of which a match is the outcome, or the outcome of the attack that it is: both of one type, the one a
    noun in a phrase of the other, or a participle behind it."""
    clause = match.clause
    above = by_head.get(reading.clauses[clause.under].head) if clause.under is not None else None
    along = clause.link == "adverbial" and clause.mark is None and reading.tokens[clause.head].tag == "VBG"
    if clause.pos == "noun":
        along = above is not None and above.clause.pos == "verb" and _causes(reading, clause.head, above)
    beside = [above] if above is not None and along else []
    beside += [one for head, one in by_head.items() if one.clause.pos == "noun" and _causes(reading, head, match)]
    alike = (one for one in beside if one is not match and one.rule.type == match.rule.type)
    return next(alike, None) if match.rule.type in _KEEPING else None


def _causes(reading: Reading, head: int, match: Match) -> bool:
    """Whether a noun's attack is what a verb's outcome came of."""
    return any(head in reading.coordinated(a.head) for a in match.clause.arguments if a.role in _CAUSING)


def with_implied(reading: Reading, match: Match, rules: EventRules) -> Match:
    """Return a complete match with the parties that only its sentence as a whole tells."""
    return _at_home(reading, _mutual(reading, _against(reading, match, rules)), rules)


def _mentioned(reading: Reading, head: int) -> tuple[Actor, ...]:
    """The first actor named below a word, but not in a relative clause there: the last resort."""
    stack, below = [head], []
    while stack:
        current = stack.pop()
        below.append(current)
        stack.extend(
            c for c in reading.children[current] if reading.tokens[c].dep not in ("relcl", "advcl", "ccomp", "acl")
        )
    named_here = (reading.mention_at.get(token) for token in sorted(below) if token != head)
    for mention in named_here:
        if mention is not None and mention.actor is not None and mention.actor.diplomatic:
            together = (reading.actor_at(each) for each in reading.coordinated(mention.head))
            return tuple(actor for actor in together if actor is not None) or (mention.actor,)
    return ()


def _parties_below(reading: Reading, head: int, rules: EventRules) -> tuple[tuple[Actor, ...], ...]:
    """The actors in a clause that no rule fits: its subject, then what it is done to."""
    clause = reading.clause_at.get(head)
    if clause is None:
        return ()
    sides = (
        ("subject", "possessor", "by"),
        ("object", "indirect"),
        ("to", "with", "against", "on", "from", "for", "in"),
    )
    return tuple(filled(reading, clause.all(*roles), rules) for roles in sides)


def _against(reading: Reading, match: Match, rules: EventRules) -> Match:
    """What is done to nobody in particular is done to the one other state that its sentence speaks of as a party: "Peru
    demanded that Chile hand over the islands, and Chile *refused*"."""
    own = {actor.iso3 for actor in match.actors}
    done = match.recipients or match.places or match.rule.reciprocal or None in own or len(own) != 1
    open_ = "recipient" in match.rule.roles.values() and match.rule.type.lower() in rules.classes["towards"]
    if done or not open_:
        return match
    rest = [mention for mention in _countries(reading, match) if _code(mention) not in own]
    within = match.clause.under if match.clause.pos == "noun" else None
    acting = [m for m in rest if m.reading == "actor" and _is_side(reading, m, within, rules)]
    sides = sorted((m.actor for m in acting if m.actor is not None), key=lambda actor: actor.kind != "state")
    codes = {_code(mention) for mention in rest}
    speaking = {actor.iso3 for actor in onlookers(reading, match.clause, rules.classes["onlooking"])}
    if len(codes) != 1 or not sides or codes & speaking:
        return match
    return replace(match, recipients=(replace(sides[0], basis="inferred"),))


def _countries(reading: Reading, match: Match) -> list[Mention]:
    """The mentions of a sentence that tell of a country: states, their people and places."""
    here = reading.sentences[match.clause.sentence]
    return [mention for mention in reading.mentions_within(here.first, here.last) if _code(mention)]


def _code(mention: Mention) -> str | None:
    return mention.iso3 or (mention.actor.iso3 if mention.actor is not None else None)


def _is_side(reading: Reading, mention: Mention, within: int | None, rules: EventRules) -> bool:
    """Whether a state, its people or what is theirs is a party of a verb of the sentence, of the clause `within` if
    given."""
    token = reading.tokens[mention.head]
    if token.dep in MODIFYING:
        token = reading.tokens[token.head]
    return any(
        argument.role in rules.classes["sides"] and argument.head == token.index
        for clause in reading.clauses_with.get(token.index, ())
        if within in (None, clause.index)
        for argument in clause.arguments
    )


def _mutual(reading: Reading, match: Match) -> Match:
    """What each does to the other, the two states of the sentence do ("each captain *blamed* the other"); meetings of
    nobody in particular are theirs ("no date was set for *talks*").

    Meetings have records of their own, which find their parties across the article: this serves the projection only.
    """
    if match.actors or match.recipients:
        return match
    meeting = match.rule.reciprocal and match.rule.record == "engagement"
    if not meeting and not any(reading.tokens[a.head].norm == "other" for a in match.arguments):
        return match
    two = _states(reading, match)
    return replace(match, actors=tuple(two.values())) if len(two) == 2 else match


def _at_home(reading: Reading, match: Match, rules: EventRules) -> Match:
    """Nameless parties are of the country where they act: "BISSAU - Soldiers shelled the palace"."""
    if match.rule.record == "engagement":
        return match
    roles, moved = match.rule.roles, match.clause.passive and "object" in match.rule.words
    doing = [a for a in match.arguments if roles.get(a.role, moved and a.role) in ("actor", "object")]
    suffering = [a for a in match.arguments if roles.get(a.role) == "recipient" and a.head not in match.heads]
    openly, against = match.rule.type == "PROTEST", match.recipients
    actors = at_home(reading, match.teller, doing, match.actors, rules, doers=True, openly=openly, against=against)
    recipients = at_home(reading, match.teller, suffering, match.recipients, rules, doers=False)
    recipients = others(recipients, actors)
    same = (actors, recipients) == (match.actors, match.recipients)
    return match if same else replace(match, actors=actors, recipients=recipients)


def _states(reading: Reading, match: Match) -> dict[str, Actor]:
    """The states that a sentence names or of which it names people, by their codes, in text order."""
    here = reading.sentences[match.clause.sentence]
    inside = (m.actor for m in reading.mentions_within(here.first, here.last) if m.reading == "actor")
    found: dict[str, Actor] = {}
    for actor in inside:
        if actor is not None and actor.iso3:
            found.setdefault(actor.iso3, replace(actor, basis="inferred"))
    return found

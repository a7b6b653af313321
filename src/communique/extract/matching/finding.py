"""Matches event rules against the clauses of a reading: which happening, with which parties, told by which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.matching.fillers import LOCAL, content_heads, filled, is_one, others
from communique.extract.matching.governed import asked, governed
from communique.extract.matching.implied import with_addressee, with_implied, with_keepers, with_outcome
from communique.extract.matching.likely import with_likely
from communique.extract.matching.matches import Match
from communique.extract.matching.parties import holders
from communique.extract.matching.unsaid import (
    is_figure,
    understood,
    with_captor,
    with_hit,
    with_let,
    with_nested,
    with_owner,
    with_places,
)
from communique.extract.matching.verbal_nouns import as_verb
from communique.lexicon.rules import ANY_POWER, SOMEBODY, EventRule, EventRules
from communique.lexicon.weights import load_weights
from communique.reading import Argument, Clause, Reading

ANY_VERB = ("*",)

HITTING = "ASSAULT"
"""The type whose happenings hit what they are beside, if it is somebody's: "exploded outside *the Turkish embassy*"."""

WHENCE = "whence"
"""In a rule's roles: whence somebody is taken where nobody is said to do it: "was deported *from Chad*"."""

_USED = {"ACCUSE": ("ACCUSE", "PROTEST")}
"""As which types the nouns of a match are used up, where as others than its own: a protest in words is no rally."""

_Fitting = tuple[EventRule, tuple[str, ...], frozenset[int]]


def find_matches(reading: Reading, rules: EventRules, meetings: bool = True) -> list[Match]:
    """Return the best match of each clause in text order, with the parties that are likely meant where the rules find
    none; without `meetings`, which have records of their own, if not wanted."""
    chooser = load_weights("chooser")
    return [with_likely(reading, match, rules, chooser) for match in match_rules(reading, rules, meetings)]


def match_rules(reading: Reading, rules: EventRules, meetings: bool = True) -> list[Match]:
    """Return the best match of each clause in text order, with the parties that rules find; without `meetings` if not
    wanted.

    A noun that a verb's match used up ("imposed *sanctions*", "lodged a *protest*") is no second match of that type; a
    verb that only carries a noun is not guessed ("*launched* an offensive").
    """
    found = [match for clause in reading.clauses if (match := _best(reading, clause, rules)) is not None]
    used = {
        (kind, head)
        for m in found
        for head in m.heads
        if head != m.clause.head
        for kind in _USED.get(m.rule.type, ()) or (m.rule.type,)
    }
    carriers = {match.light.head for match in found if match.light is not None}
    found = [
        match
        for match in found
        if (match.rule.type, match.clause.head) not in used
        and (match.guess is None or match.clause.head not in carriers)
    ]
    by_head = {match.clause.head: match for match in found if not match.doubtful}
    wanted = (match for match in found if meetings or match.rule.record != "engagement")
    found = [with_addressee(reading, match, by_head, rules) for match in wanted]
    found = [with_implied(reading, with_outcome(reading, match, by_head), rules) for match in found if _complete(match)]
    return [with_keepers(reading, match, by_head) for match in found]


def _complete(match: Match) -> bool:
    """Whether the parties that the rule requires are there."""
    wanted = match.rule.requires
    if "actor" in wanted and not match.actors:
        return False
    if SOMEBODY in wanted and not (match.actors or match.recipients or match.places):
        return False
    several = len(match.actors) > 1 or any(len(actor.members) > 1 for actor in match.actors)
    second = match.recipients or match.places or (match.rule.reciprocal and several)
    return "recipient" not in wanted or bool(second)


def _best(reading: Reading, clause: Clause, rules: EventRules) -> Match | None:
    """The match of the rule that says most about the clause: most words fixed, then earliest in the files.

    Where no rule knows the clause the trained finder may.
    """
    if reading.tokens[clause.head].dep == "amod" and clause.pos == "verb":
        return None  # "the occupied city", "armed men": a quality, not a happening
    fitting = _fitting(reading, clause, rules, clause.pos)
    guess = reading.guess_at.get(clause.index)
    if not fitting and guess is None and clause.word not in rules.verbal_nouns:
        return None
    light = _light(reading, clause, rules) if clause.pos == "noun" else None
    arguments = _arguments(reading, clause, light, rules)
    best = _surest(reading, clause, light, fitting, arguments, rules)
    deed = as_verb(reading, clause, arguments, rules) if best is None else None
    if deed is not None:
        verb, turned = deed
        best = _surest(reading, verb, light, _fitting(reading, verb, rules, "verb"), turned, rules)
        best = replace(best, clause=clause) if best is not None and (best.actors or best.recipients) else None
    if best is not None or guess is None:
        return best
    found = _match(reading, clause, light, rules.guessed[guess.type], frozenset({clause.head}), arguments, rules)
    return replace(found, guess=guess) if found is not None else None


def _fitting(reading: Reading, clause: Clause, rules: EventRules, pos: str) -> list[_Fitting]:
    """The rules for a part of speech that know a clause's predicate, each with its phrase and the tokens of that."""
    words, word = tuple(clause.predicate.split()), clause.word
    return [
        (rule, phrase, heads)
        for rule, phrase in (*rules.by_word.get(word, ()), *rules.by_word.get(ANY_VERB[0], ()))
        if pos in rule.pos
        and (not rule.modal or clause.modal in rule.modal)
        and (heads := _phrase_heads(reading, clause, words, phrase)) is not None
    ]


def _surest(
    reading: Reading, clause: Clause, light: Clause | None, fitting: Sequence[_Fitting],
    arguments: tuple[Argument, ...], rules: EventRules,
) -> Match | None:  # fmt: skip
    """The match of the rule with most words fixed, of those that fit."""
    ordered = sorted(fitting, key=_weight, reverse=True)
    found = (_match(reading, clause, light, rule, heads, arguments, rules) for rule, _, heads in ordered)
    return next((match for match in found if match is not None), None)


def _weight(fitting: _Fitting) -> int:
    """How many words a rule fixes."""
    rule, phrase, _ = fitting
    return 0 if phrase == ANY_VERB else (1 if phrase[-1] == "-" else len(phrase)) + len(rule.words)


def _light(reading: Reading, clause: Clause, rules: EventRules) -> Clause | None:
    """The verb that only carries a noun ("launched" of "an attack", "engage in" of "clashes"), else None."""
    above = reading.clauses[clause.under] if clause.under is not None else None
    if above is None:
        return None
    for argument in (a for a in above.arguments if clause.head in reading.coordinated(a.head)):
        if argument.role == "subject" and above.predicate in rules.classes["occur"] and argument.head == clause.head:
            return above if above.pos == "verb" else None
        for verb, words in _carrying(reading, above, argument):
            if any(words in rules.classes[name] for name in ("light", "carriers", "blame")):
                return verb
    return None


def _carrying(reading: Reading, above: Clause, argument: Argument) -> Iterator[tuple[Clause, str]]:
    """Yield the verb over an argument and its words: "launch", "engage in", "claim responsibility for"."""
    if above.pos == "verb":
        direct = argument.role in ("object", "complement")
        yield above, above.predicate if direct else f"{above.predicate} {argument.role}"
        for thing in () if direct else above.all("object"):
            yield above, f"{above.predicate} {reading.tokens[thing.head].lemma} {argument.role}"
    elif above.under is not None and reading.clauses[above.under].pos == "verb":
        verb = reading.clauses[above.under]
        if any(thing.head == above.head for thing in verb.all("object")):
            yield verb, f"{verb.predicate} {above.predicate} {argument.role}"


def _match(
    reading: Reading, clause: Clause, light: Clause | None, rule: EventRule, heads: frozenset[int],
    arguments: tuple[Argument, ...], rules: EventRules,
) -> Match | None:  # fmt: skip
    arguments = _with_object(reading, heads, arguments)
    if clause.passive and not clause.all("subject") and WHENCE in rule.roles:
        arguments = tuple(replace(a, role=WHENCE) if a.role == "from" else a for a in arguments)
    if clause.pos == "noun":
        arguments = with_owner(rule, with_places(reading, rule, arguments))
        arguments = with_hit(reading, rule, clause, arguments, rules)
        arguments = asked(reading, clause, light, rule, arguments, rules)
    for role, wanted in rule.words.items():
        roles = role.split("|")
        fitting = [
            h
            for a in arguments
            if a.role in roles
            for h in content_heads(reading, a, rules)
            if is_one(reading, h, wanted)
        ]
        if not fitting:
            return None
        heads = heads | set(fitting)
    if any(_barred(reading, arguments, role, words, rules) for role, words in rule.unless.items()):
        return None
    if rule.record == "event" and is_figure(reading, clause, arguments, heads, rules):
        return None
    arguments = (*arguments, *_of_objects(reading, clause, heads, arguments))
    return _with_parties(reading, clause, light, rule, heads, arguments, rules)


def _barred(
    reading: Reading, arguments: Sequence[Argument], role: str, words: frozenset[str], rules: EventRules
) -> bool:
    """Whether a role holds a word that it must not; a body acting by its name ("the African Union") is no "union"."""
    heads = (h for a in arguments if a.role == role for h in content_heads(reading, a, rules))
    acting = role == "subject" and ANY_POWER not in words
    return any(is_one(reading, h, words) and not (acting and _is_body(reading, h)) for h in heads)


def _is_body(reading: Reading, head: int) -> bool:
    actor = reading.actor_at(head)
    return actor is not None and actor.kind == "organisation" and actor.form == "name"


def _with_object(reading: Reading, heads: frozenset[int], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """What stands behind a particle that was taken for a preposition is the object: "voted down *the budget*"."""
    particles = {reading.tokens[head].norm for head in heads if reading.tokens[head].dep == "prep"}
    if not particles:
        return arguments
    return tuple(replace(a, role="object") if a.role in particles else a for a in arguments)


def _of_objects(
    reading: Reading, clause: Clause, heads: frozenset[int], arguments: Sequence[Argument]
) -> Iterator[Argument]:
    """Yield what hangs on a noun that the rule names ("imposed sanctions *on Mali*") in roles left open by the verb."""
    taken = {argument.role for argument in arguments} | {"possessor", "compound", "complement"}
    for head in sorted(heads - {clause.head}):
        noun = reading.clause_at.get(head)
        yield from (argument for argument in (noun.arguments if noun else ()) if argument.role not in taken)


def _arguments(reading: Reading, clause: Clause, light: Clause | None, rules: EventRules) -> tuple[Argument, ...]:
    """The clause's arguments, and those of its light verb in roles that the noun leaves open."""
    if clause.pos == "noun":  # "denied bombing the camp": a gerund taken for a noun keeps its object
        turned = (
            replace(argument, role="of") if argument.role == "object" else argument for argument in clause.arguments
        )
        clause = replace(clause, arguments=with_nested(reading, tuple(turned), rules))
    told = tuple(governed(reading, clause, rules)) if clause.pos == "noun" else ()
    if told or (light is None and clause.pos == "noun"):
        return (*clause.arguments, *told)
    if light is None:
        arguments = with_let(reading, _with_benefactor(reading, clause), clause, rules)
        return with_captor(reading, arguments, clause, rules)
    own = {argument.role for argument in clause.arguments} | {"attribute", "complement"}
    blamed = any(
        f"{light.predicate} {a.role}" in rules.classes["blame"] for a in light.arguments if a.head == clause.head
    )
    objects = (a for a in light.all("object") if a.last <= clause.head)
    doers = () if blamed else light.all("subject")
    doers = doers or tuple(replace(argument, role="subject") for argument in objects)  # "was engaged in clashes"
    rest = (a for a in light.arguments if a.role not in own | {"subject", "object"} and a.head != clause.head)
    return (*clause.arguments, *(doer for doer in doers if "subject" not in own and doer.head != clause.head), *rest)


def _with_benefactor(reading: Reading, clause: Clause) -> tuple[Argument, ...]:
    """ "is grateful to Cuba for sending doctors": who is thanked, or owed something, is the doer."""
    benefactor = reason_to(reading, clause)
    if benefactor is None:
        return clause.arguments
    rest = (argument for argument in clause.arguments if argument.role != "subject")
    return (replace(benefactor, role="subject"), *rest)


def reason_to(reading: Reading, clause: Clause) -> Argument | None:
    """Return to whom an adjective's gerund of reason refers ("grateful *to Cuba* for sending"), else None."""
    above = reading.clauses[clause.under] if clause.under is not None else None
    if above is None or clause.mark != "for" or reading.tokens[clause.head].tag != "VBG":
        return None
    attribute = above.one("attribute") if above.pos == "verb" else None
    adjective = reading.clause_at.get(attribute.head) if attribute is not None else above
    return adjective.one("to") if adjective is not None and adjective.pos == "adjective" else None


def _phrase_heads(
    reading: Reading, clause: Clause, own: tuple[str, ...], phrase: tuple[str, ...]
) -> frozenset[int] | None:
    """The tokens that a predicate phrase takes up in a clause whose predicate is `own`, None where it does not fit."""
    if phrase == ANY_VERB:
        return frozenset({clause.head})
    rest = phrase[len(own) :] if phrase[: len(own)] == own else None
    if rest is None or (not rest and phrase != own):
        return None
    if not rest:
        return frozenset({clause.head})
    particle = _particle(reading, clause, rest) if len(own) == 1 else None
    if particle is not None:
        return _phrase_object(reading, clause, frozenset({clause.head, particle}), rest[1:])
    return _phrase_object(reading, clause, frozenset({clause.head}), rest)


def _particle(reading: Reading, clause: Clause, rest: tuple[str, ...]) -> int | None:
    """The adverb, or the preposition right behind a verb without object, that is a phrase's particle: "stepped *down*",
    "called its envoy *home*"."""
    for child in reading.children[clause.head]:
        token = reading.tokens[child]
        if token.norm != rest[0] or child < clause.head:
            continue
        bare = token.dep == "prep" and len(rest) == 1 and child == clause.head + 1 and not clause.all("object")
        if token.dep in ("advmod", "prt") or bare:
            return child
    return None


def _phrase_object(
    reading: Reading, clause: Clause, heads: frozenset[int], rest: tuple[str, ...]
) -> frozenset[int] | None:
    """The tokens of a phrase whose verb stands at `heads` and whose object, or preposition and noun, is `rest`."""
    if not rest:
        return heads
    role, word = ("object", rest[0]) if len(rest) == 1 else (rest[0], rest[1])
    if word == "-":  # a bare preposition: "rely on -", but not "called a session *on Monday*"
        return heads if any(argument.head not in reading.times_over for argument in clause.all(role)) else None
    for argument in clause.all(role, *(("attribute", "complement") if role == "object" else ())):
        for head in reading.coordinated(argument.head):
            if reading.tokens[head].lemma == word or reading.tokens[head].norm == word:
                return heads | {head}
    return None


def _with_parties(
    reading: Reading, clause: Clause, light: Clause | None, rule: EventRule, heads: frozenset[int],
    arguments: tuple[Argument, ...], rules: EventRules,
) -> Match | None:  # fmt: skip
    actors = filled(reading, (a for a in arguments if rule.roles.get(a.role) == "actor"), rules)
    with_ = {actor.id for actor in filled(reading, clause.all("with"), rules)} if rule.reciprocal else set()
    alone = all(actor.id in with_ for actor in actors)
    if alone and "actor" in (rule.roles.get("subject"), rule.roles.get("possessor")):
        doers = filled(reading, understood(reading, clause, rule, rules), rules)
        actors = (*doers, *others(actors, doers))
    owned = clause.passive or (clause.pos == "noun" and "noun" not in rule.pos)
    if not actors and owned and "object" in rule.words and "object" not in rule.roles:
        actors = filled(reading, clause.all("object"), rules)  # "Russian troops were sent", "dispatch of Greek ships"
    if rule.roles.get("speaker") == "actor":
        actors = next(iter(holders(reading, clause.head)[-1:]), ())
    sought = [a for a in arguments if rule.roles.get(a.role) == "recipient"]
    found = others(filled(reading, (a for a in sought if a.role not in LOCAL), rules), actors)
    local = others(filled(reading, (a for a in sought if a.role in LOCAL), rules), actors)
    beside = tuple(actor for actor in local if actor.kind == "organ" and rule.type == HITTING)
    recipients = (*(actor for actor in found if actor.kind != "place"), *others(beside, found))
    places = (*(actor for actor in found if actor.kind == "place"), *others(local, beside))
    if places and all(any(one.iso3 and one.iso3 == actor.iso3 for actor in actors) for one in recipients):
        recipients = ()  # "closed *its* embassy in Mali"
    if rule.reciprocal:
        known = {actor.id for actor in actors}
        actors, recipients = (*actors, *(actor for actor in recipients if actor.id not in known)), ()
    carrier = light if light is not None and light.predicate in rules.classes["light"] else None
    first, last = _trigger(reading, clause, carrier, rule, heads)
    match = Match(rule, clause, light, first, last, actors, recipients, places, heads, arguments)
    if _is_verbal(match):
        return None
    return (
        match
        if _complete(match) or (rule.record == "statement" and bool(actors) >= ("actor" in rule.requires))
        else None
    )


def _is_verbal(match: Match) -> bool:
    """Whether somebody in office attacks another person: "the president attacked the senator" with words."""
    sides = (match.actors, match.recipients)
    people = all(side and all(actor.kind == "person" for actor in side) for side in sides)
    return (
        people
        and all(actor.diplomatic for actor in match.actors)
        and match.rule.type == "ASSAULT"
        and match.clause.pos == "verb"
    )


def _trigger(
    reading: Reading, clause: Clause, light: Clause | None, rule: EventRule, heads: frozenset[int]
) -> tuple[int, int]:
    """The words that tell the happening: the predicate with its particle, and the nouns that belong to it if near.

    What the verb of a passive or of speech carries belongs to it if it is no party: "*sanctions were imposed*",
    "*expressed regret*".
    """
    tokens = {clause.head, *(c for c in reading.children[clause.head] if reading.tokens[c].dep == "prt")}
    if light is not None and 0 < clause.head - light.head <= 6:
        tokens.add(light.head)
    carried = {head for head in heads if reading.tokens[head].pos == "NOUN"} if "object" not in rule.roles else set()
    behind = {"event": heads, "statement": carried}.get(rule.record, ())
    tokens |= {head for head in behind if 0 < head - clause.head <= 6}
    if clause.passive and rule.record == "event":
        tokens |= {head for head in carried if 0 < clause.head - head <= 3}
    return min(tokens), max(tokens) + 1

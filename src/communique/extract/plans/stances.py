"""Finds stances in clauses: who rejects, welcomes, is ready to discuss, demands something, and of what."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.matching.parties import holders
from communique.extract.matching.plan_makers import predicate_keys, represented
from communique.extract.matching.plan_mentions import is_other, party_key
from communique.extract.plans.stands import Matters, Stand
from communique.extract.plans.topics import after_on, topics
from communique.extract.plans.turns import described, stance_told
from communique.lexicon.proposals import ProposalLexicon, StanceRule
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor
from communique.records.texts import Span


def stances_of_clauses(about: Matters, denied: set[Span]) -> Iterator[Stand]:
    """Yield the stances that clauses tell by the rules of stances.yaml; the cues of denials are left out."""
    for clause in about.reading.clauses:
        word = about.reading.tokens[clause.head]
        if clause.pos == "noun" or word.lemma not in about.lexicon.stance_words:
            continue
        if any(span.start <= word.start < span.end for span in denied):
            continue  # a denial has a record of its own
        for key in dict.fromkeys(predicate_keys(about.reading, clause)):
            stands = [s for rule in about.lexicon.stances.get(key, ()) for s in _by_rule(about, clause, rule, key)]
            if stands:
                yield from stands
                break


def _by_rule(about: Matters, clause: Clause, rule: StanceRule, key: str) -> Iterator[Stand]:
    """Yield the stands of a clause by a rule that names it by `key`: in "take part in talks" the part is no topic."""
    stance = stance_told(about, clause, rule)
    if stance is None:
        return
    for target in clause.all(*rule.roles) or _described(about, clause, rule):
        if target.role == "object" and about.reading.tokens[target.head].lemma in key.split():
            continue
        if rule.id == "calls" and target.role in ("to", "complement") and clause.one("object") is not None:
            continue  # "called the envoy to Lima", "to explain the raid"
        plan = about.plan(clause, target)
        if plan is None and not suits(about, clause, target, rule):
            continue
        cue, holder = about.reading.span(clause.head, clause.head + 1), holders(about.reading, clause.head)
        doing = clause if clause.one(*rule.party) is not None else _intending(about, clause)
        for found in parties_of(about, doing, rule.party):
            for topic in topics(about, clause, target, plan, rule):
                yield Stand(*found, stance, topic, plan, rule.id, holder, cue, clause.sentence)
        return


def _described(about: Matters, clause: Clause, rule: StanceRule) -> tuple[Argument, ...]:
    """The noun whose relative clause the parser read as its content: "[demands] that Chad rejected"."""
    noun = described(about, clause) if "object" in rule.roles else None
    return (Argument("object", *about.reading.reach(noun), noun),) if noun is not None else ()


def _intending(about: Matters, clause: Clause) -> Clause:
    """The clause that says whose an intention is: "[Chad has] no intention of returning to the accord"."""
    above = about.reading.clauses[clause.under] if clause.under is not None else clause
    if above.pos == "noun" and above.under is not None:
        outer = about.reading.clauses[above.under]
        meant = any(about.lexicon.governors.get(key) == "intend" for key in predicate_keys(about.reading, outer))
        return outer if meant else clause
    return clause


def parties_of(about: Matters, clause: Clause, roles: frozenset[str]) -> Iterator[tuple[Actor, Actor | None]]:
    """Yield the parties in the roles of a clause, each with who spoke for it; collectives and people take no stance."""
    seen = set()
    for argument in clause.all(*roles):
        for head in about.reading.coordinated(argument.head):
            actors = () if _people(about.reading, head) else represented(about.reading, head, about.lexicon)
            mention = about.reading.mention_at.get(head)
            together = mention is not None and mention.actor is not None and mention.actor.kind == "collective"
            for actor in actors if len(actors) == 1 or together else ():
                found = about.party(actor)
                if found is None or found[0].kind == "collective" or party_key(found[0]) in seen:
                    continue
                if about.plan(clause, argument) is None:
                    seen.add(party_key(found[0]))
                    yield found


def _people(reading: Reading, head: int) -> bool:
    """ "Many Nigerians": people, who do not speak for their state."""
    mention = reading.mention_at.get(head)
    named = mention is not None and mention.actor is not None and mention.actor.form == "demonym"
    return named and reading.tokens[head].tag in ("NNS", "NNPS")


def suits(about: Matters, clause: Clause, target: Argument, rule: StanceRule) -> bool:
    """Return whether what is no recorded plan may be the target: a matter is no person, a demand is made of another."""
    reading = about.reading
    token, mention = reading.tokens[target.head], reading.mention_at.get(target.head)
    if rule.target == "act":
        return True
    if rule.target == "own":
        return target.role != "subject"
    if rule.target == "deed":
        deed = reading.clause_at.get(target.head)
        reticent = deed is not None and deed.predicate in about.lexicon.words["reticence"]
        told = deed is not None and any(r.target != "own" for r in about.lexicon.stances.get(deed.predicate, ()))
        return deed is not None and deed.infinitive and not reticent and not told
    if rule.target == "refrain":
        refrained = reading.clause_at.get(target.head)
        return refrained is not None and refrained.infinitive and refrained.negated
    named = mention is not None and mention.actor is not None and mention.actor.kind != "document"
    if rule.target == "plan":
        before = [t for t in reading.dependents[target.head] if t.index < target.head]
        return token.lemma in about.lexicon.nouns and not named and not is_other(before, about.lexicon)
    if rule.target == "consent":
        return _consents(about, target)
    if rule.target == "matter":
        return _is_matter(about, target, named)
    if named and target.role == "on":
        return after_on(reading, target) is not None
    if named and target.role == "for":
        return _to_be(reading, target) is not None
    below = reading.clause_at.get(target.head)
    if below is not None and below.pos == "verb":
        mine, theirs = below.one("object" if below.passive else "subject"), clause.one("subject")
        other = mine is not None and (theirs is None or not _same_actor(reading, mine, theirs))
        if mine is not None and clause.link == "relative" and mine.head == reading.tokens[clause.head].head:
            return False  # "people whom they wanted to offend"
        return other and _is_demanded(about, below)
    if target.role == "object" and clause.one("complement") is not None:
        return False
    return token.pos == "NOUN" and token.entity not in ("DATE", "TIME") and not named and clause.predicate != "tell"


def _is_matter(about: Matters, target: Argument, named: bool) -> bool:
    reading, token = about.reading, about.reading.tokens[target.head]
    if points_back(about.lexicon, token.norm):
        return target.role == "object"
    people = token.tag == "NNPS" and target.head not in reading.mention_at
    kept = token.pos in ("NOUN", "PROPN") and not named and not people
    appeal = token.lemma == "call" and reading.tokens[target.head + 1].norm in ("for", "to")
    return kept and (appeal or token.lemma not in about.lexicon.words["no_matters"])


def points_back(lexicon: ProposalLexicon, words: str) -> bool:
    """Return whether a topic is named by a word that only points at what was said before: "opposes this"."""
    return words.lower() in lexicon.words["pointers"]


def _consents(about: Matters, target: Argument) -> bool:
    """Whether a phrase is a party's own consent: "its support for the deal", "[its signature] conditional"."""
    reading = about.reading
    below = reading.clause_at.get(target.head)
    subject = below.one("subject") if below is not None and below.pos == "adjective" else None
    head = subject.head if subject is not None else target.head
    own = any(child.dep == "poss" for child in reading.dependents[head])
    return own and reading.tokens[head].lemma in about.lexicon.words["consenting"]


def _is_demanded(about: Matters, clause: Clause) -> bool:
    """Whether a clause under "insisted" is what should be, not what is: "that he leave", "must leave", "to leave"."""
    token = about.reading.tokens[clause.head]
    if clause.infinitive or clause.modal in about.lexicon.words["demanding"]:
        return True
    below = (about.reading.tokens[child] for child in about.reading.children[clause.head])
    subjunctive = any(t.norm == "be" and t.dep in ("aux", "auxpass") for t in below) or token.norm == token.lemma
    return subjunctive and not clause.modal and clause.tense != "past"


def _same_actor(reading: Reading, one: Argument, other: Argument) -> bool:
    a, b = reading.actor_at(one.head), reading.actor_at(other.head)
    return one.head == other.head or (a is not None and b is not None and party_key(a) == party_key(b))


def _to_be(reading: Reading, target: Argument) -> Clause | None:
    """The infinitive in "called for A, B's ally, to be expelled", read as a relative clause."""
    below = (reading.clause_at.get(child) for child in reading.children[target.head])
    return next((c for c in below if c is not None and c.infinitive and c.link in ("relative", "modifier")), None)

"""Finds stances in clauses: who rejects, welcomes, is ready to discuss, demands something, and of what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.matching.parties import holders
from communique.extract.matching.plan_makers import as_itself, predicate_keys, represented
from communique.extract.matching.plan_mentions import party_key
from communique.extract.plans.plans import heads_named
from communique.extract.plans.points import coordinated, listed, phrases, trimmed
from communique.extract.plans.provisions import plan_heads
from communique.lexicon.proposals import ProposalLexicon, StanceRule
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, Holder
from communique.records.proposals import Proposal, Stance
from communique.records.texts import Span

_STATES = ("state", "organisation", "organ", "armed_group", "party", "movement", "collective", "person")


_ABLE = frozenset({"can", "ca", "could", "may", "might"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance found at one place: the party, who spoke for it, the topic's words, and the record they are about."""

    party: Actor
    via: Actor | None
    stance: Stance
    topic: Span
    on: str | None
    rule: str
    holder: Holder
    cue: Span | None = None
    sentence: int = 0


class Matters:
    """What positions can be about in one article: its plans by the tokens that name them."""

    def __init__(self, reading: Reading, proposals: Sequence[Proposal], lexicon: ProposalLexicon) -> None:
        """Look up where the plans and actors of the article are named."""
        self.reading, self.proposals, self.lexicon = reading, proposals, lexicon
        self.heads = {proposal.id: plan_heads(reading, proposal) for proposal in proposals}
        self.first = {
            head: number for number in reversed(range(len(proposals))) for head in self.heads[proposals[number].id]
        }
        self.verbs = [clause for clause in reading.clauses if clause.pos == "verb"]
        self.starts = [reading.tokens[clause.head].start for clause in self.verbs]
        self.cues = {span.start for attribution in reading.attributions for span in attribution.cue}
        self.named = {m.actor.id: m.actor for m in reversed(reading.mentions) if m.actor is not None}

    def plan(self, clause: Clause, argument: Argument) -> str | None:
        """Return the id of the proposal that an argument names, or names a part of."""
        named = heads_named(self.reading, clause, argument, self.lexicon.words["parts"]) if self.first else ()
        first = min((self.first[head] for head in named if head in self.first), default=None)
        return self.proposals[first].id if first is not None else None

    def proposers(self, plan: str) -> set[str]:
        """Return the keys of those who propose a plan of the article."""
        return {party_key(actor) for proposal in self.proposals if proposal.id == plan for actor in proposal.proposer}

    def verbs_in(self, spans: Sequence[Span]) -> list[Clause]:
        """Return the verbs' clauses whose verb stands in one of the spans."""
        found = [self.verbs[bisect_left(self.starts, s.start) : bisect_left(self.starts, s.end)] for s in spans]
        return [clause for some in found for clause in some]

    def speaks_of_plan(self, clause: Clause, argument: Argument) -> bool:
        """Return whether an argument is a plan, be it on record or not."""
        family = self.lexicon.nouns.get(self.reading.tokens[argument.head].lemma)
        return (family is not None and family.strength != "anaphor") or self.plan(clause, argument) is not None

    def plan_of(self, actor: Actor) -> Proposal | None:
        """Return the proposal that speaks as the document `actor`."""
        for proposal in self.proposals:
            if any(e.start <= actor.mention.start and actor.mention.end <= e.end for e in proposal.evidence):
                return proposal
            if any(
                (m := self.reading.mention_at.get(h)) and m.actor and m.actor.id == actor.id
                for h in self.heads[proposal.id]
            ):
                return proposal
        return None

    def party(self, actor: Actor | None) -> tuple[Actor, Actor | None] | None:
        """Return the party for which `actor` speaks, and the speaker where that is another: an official, an organ."""
        if actor is None or actor.kind not in (*_STATES, "document"):
            return None
        if actor.kind == "document":
            plan = self.plan_of(actor)
            return (
                (replace(plan.proposer[0], mention=actor.mention, basis="inferred"), actor)
                if plan and len(plan.proposer) == 1
                else None
            )
        if actor.kind == "collective" or actor.as_ == "people" or (actor.kind == "person" and not actor.diplomatic):
            return None
        actor = as_itself(actor, self.lexicon)
        of = f"state/{actor.iso3}" if actor.iso3 else (actor.role and actor.role.of) or ""
        past = any(t.norm in self.lexicon.words["former"] for t in self.reading.tokens_in(actor.mention))
        if past or (not actor.iso3 and of.startswith("state/")):
            return actor, None  # who was in office, or leads the opposition, does not speak for the state
        principal = self.named.get(of)
        if actor.kind == "state" or principal is None or principal.kind in ("place", "media", "person"):
            return actor, None
        return replace(principal, mention=actor.mention, form="role", basis="inferred"), actor


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
    stance = _told(about, clause, rule)
    if stance is None:
        return
    for target in clause.all(*rule.roles) or _described(about, clause, rule):
        if target.role == "object" and about.reading.tokens[target.head].lemma in key.split():
            continue
        if rule.id == "calls" and target.role == "to" and clause.one("object") is not None:
            continue  # "calls him a risk to safety"
        alone = clause.link == "adverbial" or (clause.link == "complement" and clause.tense != "none")
        if alone and clause.passive and not clause.first <= target.head < clause.last:
            continue  # a subject that the clause does not have itself
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
    noun = _is_described(about, clause) if "object" in rule.roles else None
    return (Argument("object", *about.reading.reach(noun), noun),) if noun is not None else ()


def _is_described(about: Matters, clause: Clause) -> int | None:
    token = about.reading.tokens[clause.head]
    noun = about.reading.tokens[token.head]
    misread = token.dep == "acl" and clause.mark == "that" and clause.one("subject") is not None
    bare = misread and noun.pos == "NOUN" and noun.index < token.index and not clause.all("complement", "object", "to")
    return noun.index if bare else None


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
        return token.lemma in about.lexicon.nouns and not named
    if rule.target == "consent":
        return _consents(about, target)
    if rule.target == "matter" and points_back(about.lexicon, token.norm):
        return target.role == "object"
    if rule.target == "matter":
        people = token.tag == "NNPS" and mention is None
        kept = token.pos in ("NOUN", "PROPN") and not named and not people
        appeal = token.lemma == "call" and reading.tokens[target.head + 1].norm in ("for", "to")
        return kept and (appeal or token.lemma not in about.lexicon.words["no_matters"])
    if named and target.role == "on":
        return _after_on(reading, clause, target) is not None
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


def _after_on(reading: Reading, clause: Clause, target: Argument) -> Clause | None:
    """The infinitive in "called on Israel to open the crossing"."""
    after = reading.tokens[target.last] if target.last < len(reading.tokens) else None
    return (
        reading.clause_at.get(after.head)
        if after is not None and after.tag == "TO" and after.head > target.last
        else None
    )


def _to_be(reading: Reading, target: Argument) -> Clause | None:
    """The infinitive in "called for A, B's ally, to be expelled", read as a relative clause."""
    below = (reading.clause_at.get(child) for child in reading.children[target.head])
    return next((c for c in below if c is not None and c.infinitive and c.link in ("relative", "modifier")), None)


def _told(about: Matters, clause: Clause, rule: StanceRule) -> Stance | None:
    """The stance that the clause tells, after negation, modality, condition and what governs it; None for none."""
    if clause.mark in about.lexicon.words["conditions"] or clause.mark == "whether" or _overtaken(about, clause):
        return None
    if clause.tense == "past" and any(
        t.norm in about.lexicon.words["bygone"] for t in about.reading.dependents[clause.head]
    ):
        return None
    ahead = clause.infinitive or clause.pos == "adjective" or clause.modal in about.lexicon.words["undertaking_modals"]
    condition = condition_of(about, clause) if ahead else None
    denied = clause.negated and clause.modal in about.lexicon.words["undertaking_modals"]
    modal = "will" if clause.modal == "would" and _shifted(about, clause) else clause.modal
    if modal and condition is None and modal not in rule.modals and not denied:
        return None
    flips = turned_round(about, clause)
    if flips is None:
        return None
    negated = clause.negated != flips
    if condition is not None and (modal or rule.conditioned is not None):
        waits = negated and condition in about.lexicon.words["waiting_marks"]
        return rule.conditioned if waits or not (negated or condition == "until") else None
    if negated and rule.negated == "rejects" and _in_part(about, clause, "entirely"):
        return "conditional"
    if negated:
        if rule.target == "own" and clause.modal in _ABLE:
            return None  # "could not leave"
        if rule.target in ("act", "own") and not clause.modal and (not flips or _says_nothing(about, clause)):
            return None  # who was not there took no stance by it; who will not be there does
        return rule.negated if rule.target == "plan" or rule.negated else None
    return "conditional" if rule.gives == "accepts" and _in_part(about, clause) else rule.gives


def _says_nothing(about: Matters, clause: Clause) -> bool:
    """ "Declined to discuss the border": no comment, and no stance."""
    above = about.reading.clauses[clause.under] if clause.under is not None else None
    return above is not None and above.predicate == "decline" and clause.predicate in about.lexicon.words["reticence"]


def _shifted(about: Matters, clause: Clause) -> bool:
    """Whether "would" is the "will" of what was said: "said that it would accept", no "Peru would accept"."""
    above = about.reading.clauses[clause.under] if clause.under is not None else None
    return above is not None and clause.link == "complement" and above.tense == "past"


def _overtaken(about: Matters, clause: Clause) -> bool:
    """Whether a stance is only what went before another: "accepted a treaty it had rejected in May"."""
    reading = about.reading
    if clause.link not in ("relative", "modifier") or not (clause.perfect and clause.tense == "past"):
        return False
    if not any(reading.tokens[c].norm in ("had", "'d") for c in reading.children[clause.head]):
        return False
    topic = reading.tokens[clause.head].head
    if all(argument.head != topic for argument in clause.all("object", "to")):
        return False
    above = reading.clauses_with.get(topic, ())
    return any(c.predicate in about.lexicon.stance_words and c.index != clause.index for c in above if c.pos == "verb")


def _in_part(about: Matters, clause: Clause, how: str = "partial") -> bool:
    """ "Accepts it in part", "partly agreed to it", "did not accept it entirely": the rest stays open."""
    reading, words = about.reading, about.lexicon.words[how]
    below = reading.dependents[clause.head]
    return any(t.dep == "advmod" and t.norm in words for t in below) or any(
        inner.norm in words for t in below if t.norm == "in" for inner in reading.dependents[t.index]
    )


def condition_of(about: Matters, clause: Clause) -> str | None:
    """Return the first words of the condition on which a clause hangs: "if", "only after", "unless".

    It stands before the clause as a part of it ("unless the ships leave, Peru will not sign") or follows it; between
    the two no other verb may stand then but one of speech: "would leave, she said, if the others left".
    """
    reading, words = about.reading, about.lexicon.words
    sentence = reading.sentences[clause.sentence]
    text = [token.norm for token in reading.tokens[clause.head + 1 : sentence.last]]
    phrases = [(phrase, phrase.split()) for phrase in words["condition_phrases"]]
    firsts = {parts[0] for _, parts in phrases}
    for child in reading.children[clause.head]:
        if child < clause.head and reading.tokens[child].dep in ("advcl", "prep", "advmod"):
            ahead = [token.norm for token in reading.tokens[reading.reach(child)[0] : clause.head]]
            for opening, parts in phrases:
                if ahead[: len(parts)] == parts:
                    return opening
            if ahead[:1] and ahead[0] in words["condition_marks"]:
                return ahead[0]
    for at, token in enumerate(reading.tokens[clause.head + 1 : sentence.last]):
        fits = (phrase for phrase, parts in phrases if text[at : at + len(parts)] == parts)
        if token.norm in firsts and (phrase := next(fits, None)) is not None:
            return phrase
        marks = token.tag in ("IN", "VBN", "VBG") or token.dep in ("prep", "mark")
        if token.norm in words["condition_marks"] and marks and token.head != token.index:
            return token.norm
        if token.tag in ("VBD", "VBZ", "VBP", "MD") and token.start not in about.cues:
            return None
    return None


def turned_round(about: Matters, clause: Clause) -> bool | None:
    """Return whether the words above turn the stance round (refuse to accept); None where they hide it (urged)."""
    flips = False
    current = clause
    for _ in range(6):
        if current.under is None:
            return flips
        above = about.reading.clauses[current.under]
        aside = current.link in ("relative", "adverbial") or _is_described(about, current) is not None
        if aside and current.tense != "none" and not current.infinitive:
            return flips  # a finite clause beside the main one stands by itself
        governors = about.lexicon.governors
        effect = next((governors[k] for k in predicate_keys(about.reading, above) if k in governors), "lose")
        same = _same_subject(about, clause, above)
        intends = effect == "intend"
        if (
            effect == "lose"
            or (current.infinitive and not same)
            or (above.negated and effect == "keep")
            or above.mark in ("if", "whether", "unless")
        ):
            return None
        if above.modal and above.modal not in ("will", "would"):
            return None
        flips = flips != ((effect == "flip" and not above.negated) or (intends and above.negated))
        current = above
    return None


def _same_subject(about: Matters, clause: Clause, above: Clause) -> bool:
    """Whether the doer is the one who wants or says it: "Kyiv wants Russia to leave" is no stance of Russia's."""
    mine, theirs = clause.one("subject"), above.one("subject", "object" if above.passive else "subject")
    if mine is None or theirs is None:
        return mine is None or above.pos == "noun"
    return mine.head == theirs.head


def topics(about: Matters, clause: Clause, target: Argument, plan: str | None, rule: StanceRule) -> list[Span]:
    """Return the words of what a stance is about: a plan without what is told of it, several demands one by one."""
    reading = about.reading
    if plan is not None or rule.target == "plan":
        return [without_relatives(reading, target)]
    if rule.target == "own":
        return [_without_condition(reading, clause)]
    if rule.target in ("refrain", "deed"):
        return [reading.span(target.head, trimmed(reading, target.head, target.last))]
    below = reading.clause_at.get(target.head)
    if below is not None and below.pos == "verb" and target.role == "complement" and not below.infinitive:
        if len(terms := terms_demanded(about, below)) > 1:
            return terms
        points = phrases(reading, coordinated(reading, below), clause.head, "")
        return [reading.span(point.first, point.last) for point in points]
    heads = listed(reading, target) if reading.tokens[target.head].pos == "NOUN" else []
    return _one_by_one(reading, target, heads) if len(heads) > 1 else [topic_of(reading, clause, target)]


def _one_by_one(reading: Reading, target: Argument, heads: Sequence[int]) -> list[Span]:
    edges = [max(reading.reach(h)[0], target.first) for h in heads]
    pieces = zip(edges, [*edges[1:], target.last], strict=True)
    return [reading.span(first, trimmed(reading, first, last)) for first, last in pieces]


def terms_demanded(about: Matters, clause: Clause) -> list[Span]:
    """Return what a deal must hold, one by one: "the deal must guarantee [a truce] and [a withdrawal]"."""
    contains = any(rule.take == "noun" for rule in about.lexicon.provisions.get(clause.predicate, ()))
    thing = clause.one("object") if contains and clause.modal in about.lexicon.words["demanding"] else None
    return _one_by_one(about.reading, thing, listed(about.reading, thing)) if thing is not None else []


def _without_condition(reading: Reading, clause: Clause) -> Span:
    """Return the verb with its phrases, without what it hangs on: "withdraw from the south [if ...]"."""
    apart = ("in", "on", "provided", "subject")
    kept = [a.last for a in clause.arguments if a.first > clause.head and a.role not in apart]
    return reading.span(clause.head, trimmed(reading, clause.head, max([*kept, clause.head + 1])))


def without_relatives(reading: Reading, target: Argument) -> Span:
    """Return the words of a plan without what a clause or an apposition tells of it."""
    below = [reading.tokens[c] for c in reading.children[target.head] if c > target.head]
    asides = [t.index for t in below if t.dep in ("relcl", "acl", "appos")]
    last = min([reading.reach(c)[0] for c in asides], default=target.last)
    return reading.span(target.first, trimmed(reading, target.first, max(last, target.head + 1)))


def topic_of(reading: Reading, clause: Clause, target: Argument) -> Span:
    """Return the words of the target, with whoever is to do what is demanded, without "for" and "that"."""
    first, last = target.first, target.last
    if reading.tokens[first].dep == "mark":
        first += 1
    below = reading.clause_at.get(target.head)
    doer = below.one("subject") if below is not None else None
    whom = next((a for a in clause.all("object", "indirect") if doer is not None and a.head == doer.head), None)
    if target.role == "complement" and whom is not None and whom.first < first:
        first = whom.first
    last = next(
        (i for i in range(target.head + 1, last) if reading.tokens[i].norm == "," and _splits(reading, i)), last
    )
    follows = _after_on(reading, clause, target) if target.role == "on" else None
    last = max(last, follows.last) if follows is not None else last
    return reading.span(first, trimmed(reading, first, last))


def _splits(reading: Reading, comma: int) -> bool:
    """Whether what follows a comma is a participle of the main story (", saying it was time ...")."""
    following = reading.tokens[comma + 1] if comma + 1 < len(reading.tokens) else None
    return following is not None and following.tag == "VBG" and following.dep in ("advcl", "ccomp", "conj")

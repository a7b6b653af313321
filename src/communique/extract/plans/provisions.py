"""Finds the points of a plan: what it calls for, provides, includes, would do; each point is a record of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from communique.extract.matching.parties import holders, parties
from communique.extract.matching.plan_mentions import topic_lemmas
from communique.extract.plans.plans import heads_named, names_plan
from communique.extract.plans.points import (
    Point,
    after_colon,
    called_on,
    coordinated,
    cut,
    listed,
    phrases,
    reach,
    whole,
)
from communique.extract.plans.terms import after_aside, beside, continued, enumerated, itself, phases, purposes, traded
from communique.lexicon.proposals import ProposalLexicon, ProvisionRule
from communique.reading import Argument, Attribution, Clause, Reading
from communique.records.proposals import Proposal, Provision
from communique.records.texts import Evidence


@dataclass(slots=True)
class _Found:
    """The points by the proposal they belong to, and the tokens that belong to a point already."""

    points: list[tuple[str, Point]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def add(self, proposal: str, points: Iterable[Point]) -> None:
        for point in points:
            inside = set(range(point.first, point.last))
            if point.last > point.first and not inside & self.taken:
                self.points.append((proposal, point))
                self.taken |= inside

    def add_new(self, reading: Reading, proposal: str, points: Iterable[Point]) -> None:
        """Add the points that no other of the proposal names already by the same word."""
        known = {reading.tokens[i].lemma for name, p in self.points if name == proposal for i in range(p.first, p.last)}
        self.add(proposal, [p for p in points if reading.tokens[p.head].lemma not in known])


def find_provisions(reading: Reading, proposals: Sequence[Proposal], lexicon: ProposalLexicon) -> list[Provision]:
    """Return the points of the given proposals, one record each, in text order."""
    found = _Found()
    plans = {proposal.id: plan_heads(reading, proposal) for proposal in proposals}
    for name, heads in plans.items():
        for attribution in reading.attributions:
            if attribution.source_head in heads:
                found.add(name, traded(reading, said_points(reading, attribution, lexicon), lexicon))
    parts = phases(reading, plans, lexicon)
    telling = _telling(reading, lexicon) if plans else {}
    for name, heads in plans.items():
        whole_or_part = heads | frozenset(parts.get(name, ()))
        for number in sorted({number for head in whole_or_part for number in telling.get(head, ())}):
            found.add(name, _clause_points(reading, reading.clauses[number], whole_or_part, lexicon))
    for name, heads in plans.items():
        layers = {h: reading.sentences[reading.tokens[h].sentence].layer != "main" for h in heads}
        for head in sorted(heads, key=lambda h: (layers[h], h)):
            found.add_new(reading, name, _named_terms(reading, head, lexicon))
    _continue(reading, found, lexicon)
    found.points.sort(key=lambda item: item[1].first)
    return [_record(reading, name, point, lexicon) for name, point in found.points]


def _telling(reading: Reading, lexicon: ProposalLexicon) -> dict[int, list[int]]:
    """Token index -> the clauses of verbs that may tell of a plan named there: in an argument, above the verb, or as
    the subject of one before it."""
    found: dict[int, list[int]] = {}
    for clause in reading.clauses:
        if clause.pos == "verb":
            named = (heads_named(reading, clause, argument, lexicon.words["parts"]) for argument in clause.arguments)
            subject = _joined_to(reading, clause, lexicon)
            heads = {reading.tokens[clause.head].head, *chain.from_iterable(named)}
            for head in heads if subject is None else {*heads, subject.head}:
                found.setdefault(head, []).append(clause.index)
    return found


def _named_terms(reading: Reading, head: int, lexicon: ProposalLexicon) -> list[Point]:
    """What a mention of a plan says of its terms by itself, or is where somebody only proposes them."""
    family = lexicon.nouns.get(reading.tokens[head].lemma)
    offered = family is not None and family.strength == "offered"
    return itself(reading, head, lexicon) if offered else purposes(reading, head, lexicon)


def _continue(reading: Reading, found: _Found, lexicon: ProposalLexicon) -> None:
    """Add the points of the sentences that go on with those of the sentence before."""
    told = {reading.tokens[p.head].sentence: (name, p.cue) for name, p in found.points}
    for sentence in reading.sentences:
        before = told.get(sentence.index - 1)
        if before is not None and sentence.index not in told and sentence.layer != "headline":
            name, cue = before
            points = list(continued(reading, sentence.index, cue, lexicon))
            found.add(name, traded(reading, points, lexicon))
            if points:
                told[sentence.index] = name, points[0].cue


def plan_heads(reading: Reading, proposal: Proposal) -> frozenset[int]:
    """Return the head tokens of a proposal's mentions: the last tokens of its "trigger" and "mention" evidence."""
    ends = {e.end for e in proposal.evidence if e.role in ("trigger", "mention")}
    last = (reading.tokens[reading.first_token(end) - 1] for end in ends)
    return frozenset(token.index for token in last if token.end in ends)


def _record(reading: Reading, proposal: str, point: Point, lexicon: ProposalLexicon) -> Provision:
    text = reading.span(point.first, point.last)
    cue = (
        [Evidence.of(reading.span(point.cue, point.cue + 1), "cue")]
        if not point.first <= point.cue < point.last
        else []
    )
    lemmas = topic_lemmas(reading, range(point.first, point.last))
    return Provision(
        article=reading.article.id, evidence=(Evidence.of(text, "provision"), *cue),
        rule=f"provision.{point.rule}", confidence=0.75,
        holder=holders(reading, point.cue), layer=reading.sentences[reading.tokens[point.first].sentence].layer,
        proposal=proposal, text=text, topic=lexicon.topic(lemmas), addressees=point.addressees,
    )  # fmt: skip


def _clause_points(reading: Reading, clause: Clause, heads: frozenset[int], lexicon: ProposalLexicon) -> list[Point]:
    """The points that a clause about the plan hands on, and those given for them or told beside them."""
    points = _told_points(reading, clause, heads, lexicon)
    return traded(reading, beside(reading, clause, points, lexicon), lexicon) if points else []


def _told_points(reading: Reading, clause: Clause, heads: frozenset[int], lexicon: ProposalLexicon) -> list[Point]:
    parts = lexicon.words["parts"]
    roles = {a.role for a in clause.arguments if names_plan(reading, clause, a, heads, parts)}
    if "under" in roles and (clause.modal or _is_to(reading, clause)):
        return _own_clauses(reading, clause, "under")
    ahead = {a.role for a in clause.arguments if a.last <= clause.head and names_plan(reading, clause, a, heads, parts)}
    if clause.modal and (
        ahead & lexicon.words["under"] or "according to" in roles or _by_which(reading, clause, heads)
    ):
        return _own_clauses(reading, clause, "under")  # "in the proposal, the islands would be shared"
    called_on = (
        roles == {"object"} and reading.tokens[clause.head].dep == "acl" and "on" in {a.role for a in clause.arguments}
    )
    joined = _joined_to(reading, clause, lexicon) if not roles else None
    if joined is not None and joined.head in heads:
        return _handed_on(reading, clause, lexicon)
    if "object" in roles and (
        _misread(reading, clause) or (clause.passive and clause.predicate in lexicon.words["made_of"])
    ):
        return _handed_on(reading, clause, lexicon)
    if clause.predicate == "be" and "among" in roles:
        return _said_to_be(reading, clause)
    demanded = clause.modal in lexicon.words["demanding"]  # "the deal must include X" is somebody's demand, no term
    if demanded or clause.negated or not ("subject" in roles or called_on) or reading.tokens[clause.head].dep == "amod":
        return []
    return _handed_on(reading, clause, lexicon, only_on="subject" not in roles)


def _joined_to(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> Argument | None:
    """The subject of a verb that the parser joined to its points: "*the plan* consists of ten points and calls for"."""
    token = reading.tokens[clause.head]
    point = reading.tokens[token.head]
    if token.dep != "conj" or token.tag not in ("VBZ", "VBD") or point.lemma not in lexicon.words["own_points"]:
        return None
    above = reading.tokens[point.head]
    verb = reading.clause_at.get(above.head if above.pos == "ADP" else above.index)
    return verb.one("subject") if verb is not None else None


def _said_to_be(reading: Reading, clause: Clause) -> list[Point]:
    """ "Among the terms of the plan are [a truce] and [a vote]"."""
    named = (a for a in clause.all("attribute", "subject") if a.first > clause.head)
    heads = [head for argument in named for head in listed(reading, argument)]
    return cut(reading, [Point(*reach(reading, head), head, clause.head, "among") for head in heads])


def _misread(reading: Reading, clause: Clause) -> bool:
    """Whether a verb read as a participle has a complement: "the deal brokered by Oman *involved* freeing the crew"."""
    token = reading.tokens[clause.head]
    below = any(t.dep in ("dobj", "xcomp") and t.index > clause.head for t in reading.dependents[clause.head])
    return token.dep == "acl" and token.tag in ("VBN", "VBD") and below and not clause.all("subject")


def _by_which(reading: Reading, clause: Clause, heads: frozenset[int]) -> bool:
    """ "An agreement whereby both would withdraw", "under which", "in which"."""
    token = reading.tokens[clause.head]
    if token.dep not in ("relcl", "acl", "advcl", "ccomp") or token.head not in heads:
        return False
    before = {t.norm for t in reading.tokens[max(clause.first - 1, token.head) : clause.head]}
    return "whereby" in before or ("which" in before and bool(before & {"under", "in", "by"}))


def _handed_on(reading: Reading, clause: Clause, lexicon: ProposalLexicon, only_on: bool = False) -> list[Point]:
    """The points of a clause whose subject is the plan, by the first rule that yields any."""
    if clause.predicate in lexicon.words["counting"]:
        named = [a.head for a in clause.all("object", "of")]
        for head in dict.fromkeys([*named, *_counted(reading, clause, lexicon)]):
            pieces = after_colon(reading, head, lexicon.numbers)
            if pieces:
                return [Point(first, last, last - 1, clause.head, "counted") for first, last in pieces]
            own = reading.tokens[head].lemma in lexicon.words["own_points"]
            if own and (items := enumerated(reading, head, lexicon)):
                return cut(reading, [Point(*reach(reading, item), item, clause.head, "counted") for item in items])
    for rule in lexicon.provisions.get(clause.predicate, ()):
        if only_on and rule.take != "on":
            continue  # "resolutions imposed on Libya": what is done with the plan is no point of it
        points: list[Point] = []
        if rule.take == "on":
            points = _on_points(reading, clause, rule.id)
        elif rule.take == "clause":
            points = _complements(reading, clause, rule.id, lexicon)
        elif rule.take == "noun":
            points = _nouns(reading, clause, rule, lexicon)
        elif rule.take == "deed" or clause.modal in ("would", "will", "shall"):
            points = _own_phrases(reading, clause, rule.id, lexicon)
        if points:
            return points
    return []


def _counted(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> list[int]:
    """The word for points in "contains six measures", "is made up of four elements"."""
    tokens = reading.tokens[clause.head + 1 : reading.sentences[clause.sentence].last]
    near = next((t for t in tokens[:8] if t.pos in ("NOUN", "PROPN")), None)
    return [near.index] if near is not None and near.lemma in lexicon.words["own_points"] else []


def _is_to(reading: Reading, clause: Clause) -> bool:
    """ "Niger was to receive aid"."""
    below = (reading.clause_at.get(c) for c in reading.children[clause.head])
    return clause.predicate == "be" and any(c is not None and c.infinitive and c.link == "complement" for c in below)


def said_points(reading: Reading, attribution: Attribution, lexicon: ProposalLexicon) -> list[Point]:
    """Return the points in the plan's own words: what must, should or would be done, what is "the only solution"."""
    inside = [c for c in reading.clauses if c.pos == "verb" and _within(reading, c, attribution)]
    heads = {c.head for c in inside}
    points: list[Point] = []
    for clause in inside:
        if clause.under is not None and reading.clauses[clause.under].head in heads:
            continue  # part of a clause that is taken or left as a whole
        if clause.link == "relative" or (
            reading.tokens[clause.head].dep == "conj" and reading.tokens[clause.head].head in heads
        ):
            continue
        if is_principle(reading, clause, lexicon):
            points.append(whole(reading, clause, attribution.cue_head, "principle"))
        elif clause.modal in lexicon.words["obliging_modals"] and not clause.perfect:
            points += phrases(reading, coordinated(reading, clause), attribution.cue_head, "said")
    return points


def _within(reading: Reading, clause: Clause, attribution: Attribution) -> bool:
    token = reading.tokens[clause.head]
    return clause.head != attribution.cue_head and any(
        s.start <= token.start and token.end <= s.end for s in attribution.content
    )


def is_principle(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> bool:
    """Return whether the clause says what the way out is: "dialogue is the only solution"."""
    attribute = clause.one("attribute")
    above = reading.clauses[clause.under] if clause.under is not None else None
    denied = clause.negated or (above is not None and above.negated)
    if reading.tokens[clause.head].lemma != "be" or attribute is None or denied:
        return False
    marks = {c.norm for c in reading.dependents[attribute.head]} & lexicon.words["principle_marks"]
    return bool(marks) and reading.tokens[attribute.head].lemma in lexicon.words["principle_nouns"]


def _on_points(reading: Reading, clause: Clause, rule: str) -> list[Point]:
    """ "calls on X to do A and on Y to do B": each infinitive after "on" and a noun phrase, with those joined to it."""
    points: list[Point] = []
    for index in range(clause.head + 1, reading.sentences[clause.sentence].last):
        token = reading.tokens[index]
        noun = called_on(reading, index) if token.tag == "TO" else None
        verb = reading.clause_at.get(token.head)
        if noun is None or verb is None or verb.head < index:
            continue
        whom = parties(reading, Argument("on", noun, noun + 1, noun))
        points += phrases(reading, coordinated(reading, verb), clause.head, rule, whom)
    return cut(reading, points)


def _complements(reading: Reading, clause: Clause, rule: str, lexicon: ProposalLexicon) -> list[Point]:
    """The clauses under "calls for", "requires X to", "says that": each with those joined to it."""
    points: list[Point] = []
    for below in reading.clauses_under.get(clause.index, ()):
        if below.link != "complement" or below.pos != "verb" or below.negated:
            continue
        if reading.tokens[below.head].dep == "conj":
            continue
        speaks = reading.tokens[clause.head].lemma in lexicon.words["speaking_for_itself"]
        if speaks and below.modal not in lexicon.words["obliging_modals"]:
            continue
        points += phrases(reading, coordinated(reading, below), clause.head, rule)
    return cut(reading, points)


def _nouns(reading: Reading, clause: Clause, rule: ProvisionRule, lexicon: ProposalLexicon) -> list[Point]:
    """The noun phrases that the plan includes, one by one; of "a process that would bring A and B" A and B."""
    points: list[Point] = []
    for argument in clause.all(*rule.points) or after_aside(reading, clause):
        heads = listed(reading, argument, lexicon.words["deeds"])
        if heads and reading.tokens[heads[0]].lemma in lexicon.words["own_points"]:
            heads = enumerated(reading, heads[0], lexicon)
        heads += [h for h in _joined_to_verb(reading, clause) if h > argument.head and h not in heads]
        if not heads or _is_name(reading, heads[0]):
            continue
        for head in heads:
            first, last = reach(reading, head)
            inner = _contained(reading, head, lexicon)
            points += inner or [Point(max(first, clause.head + 1), last, head, clause.head, rule.id)]
    return cut(reading, points or _gerunds(reading, clause, rule.id))


def _gerunds(reading: Reading, clause: Clause, rule: str) -> list[Point]:
    """ "The deal involved freeing hostages and opening the border"."""
    targets = [reading.clause_at.get(argument.head) for argument in clause.all("complement")]
    verbs = [c for c in targets if c is not None and reading.tokens[c.head].tag == "VBG" and not c.negated]
    items = [item for verb in verbs for item in coordinated(reading, verb)]
    return phrases(reading, items, clause.head, rule, whom=(), bare=True)


def _joined_to_verb(reading: Reading, clause: Clause) -> list[int]:
    """Noun phrases of a list that the parser joined to the verb: "calls for a vote within a year, and talks"."""
    below = [c for c in reading.children[clause.head] if reading.tokens[c].dep == "conj" and c > clause.head]
    nouns = [
        c
        for c in below
        if reading.tokens[c].pos == "NOUN" and reading.tokens[reading.reach(c)[0] - 1].norm in (",", "and")
    ]
    return [h for noun in nouns for h in reading.coordinated(noun)]


def _contained(reading: Reading, head: int, lexicon: ProposalLexicon) -> list[Point]:
    """The points told in a relative clause of a word such as "process" or "phase"."""
    if reading.tokens[head].lemma not in lexicon.words["containers"]:
        return []
    told = (reading.clause_at.get(c) for c in reading.children[head] if reading.tokens[c].dep == "relcl")
    found: list[Point] = []
    for relative in told:
        if relative is not None and relative.modal in ("would", "will"):
            found += _handed_on(reading, relative, lexicon)
            for item in coordinated(reading, relative):
                found += [p for p in _handed_on(reading, item, lexicon) if all(p.head != q.head for q in found)]
    return found


def _is_name(reading: Reading, head: int) -> bool:
    return reading.tokens[head].pos == "PROPN" and reading.actor_at(head) is not None


def _own_phrases(reading: Reading, clause: Clause, rule: str, lexicon: ProposalLexicon) -> list[Point]:
    """ "The draft would cut exports and include a truce": the verb phrases themselves, or what "include" lists."""
    points: list[Point] = []
    items = coordinated(reading, clause)
    spoken = phrases(reading, items, clause.head, rule, whom=(), bare=True)
    for item in items:
        rules = lexicon.provisions.get(item.predicate, ())
        inner = [point for r in rules if r.take == "noun" for point in _nouns(reading, item, r, lexicon)]
        points += inner or [p for p in spoken if p.head == item.head]
    return cut(reading, points)


def _own_clauses(reading: Reading, clause: Clause, rule: str) -> list[Point]:
    """ "Under the deal, Israel would release prisoners and Hamas would free hostages": whole clauses."""
    return phrases(reading, coordinated(reading, clause), clause.head, rule)

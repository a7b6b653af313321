"""Finds the points of a plan: what it calls for, provides, includes, would do; each point is a record of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.extract.parties import holders, parties
from communique.extract.plans import names_plan
from communique.lexicon.proposals import ProposalLexicon, ProvisionRule
from communique.reading import Argument, Attribution, Clause, Reading
from communique.records.actors import Actor
from communique.records.proposals import Proposal, Provision
from communique.records.texts import Evidence

_LEAD = frozenset({"and", "or", ",", ";", ":", "-", "–", "—", "to", '"', "both", "as", "well"})


@dataclass(frozen=True, slots=True)
class Point:
    """Tokens [first, last) of one point, its head, the cue that hands it on, and to whom it is addressed."""

    first: int
    last: int
    head: int
    cue: int
    rule: str
    addressees: tuple[Actor, ...] = ()


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


def find_provisions(reading: Reading, proposals: Sequence[Proposal], lexicon: ProposalLexicon) -> list[Provision]:
    """Return the points of the given proposals, one record each, in text order."""
    found = _Found()
    plans = {proposal.id: plan_heads(reading, proposal) for proposal in proposals}
    for name, heads in plans.items():
        for attribution in reading.attributions:
            if attribution.source_head in heads:
                found.add(name, said_points(reading, attribution, lexicon))
    for name, heads in plans.items():
        for clause in reading.clauses:
            if clause.pos == "verb":
                found.add(name, _clause_points(reading, clause, heads, lexicon))
    found.points.sort(key=lambda item: item[1].first)
    return [_record(reading, name, point, lexicon) for name, point in found.points]


def plan_heads(reading: Reading, proposal: Proposal) -> frozenset[int]:
    """Return the head tokens of a proposal's mentions: the last tokens of its "trigger" and "mention" evidence."""
    ends = {e.end for e in proposal.evidence if e.role in ("trigger", "mention")}
    return frozenset(token.index for token in reading.tokens if token.end in ends)


def _record(reading: Reading, proposal: str, point: Point, lexicon: ProposalLexicon) -> Provision:
    text = reading.span(point.first, point.last)
    cue = (
        [Evidence.of(reading.span(point.cue, point.cue + 1), "cue")]
        if not point.first <= point.cue < point.last
        else []
    )
    lemmas = [token.lemma for token in reading.tokens[point.first : point.last]]
    return Provision(
        article=reading.article.id, evidence=(Evidence.of(text, "provision"), *cue),
        rule=f"provision.{point.rule}", confidence=0.75,
        holder=holders(reading, point.cue), layer=reading.sentences[reading.tokens[point.first].sentence].layer,
        proposal=proposal, text=text, topic=lexicon.topic(lemmas), addressees=point.addressees,
    )  # fmt: skip


def _clause_points(reading: Reading, clause: Clause, heads: frozenset[int], lexicon: ProposalLexicon) -> list[Point]:
    """The points that a clause about the plan hands on."""
    parts = lexicon.words["parts"]
    roles = {a.role for a in clause.arguments if names_plan(reading, clause, a, heads, parts)}
    if "under" in roles and (clause.modal or _is_to(reading, clause)):
        return _own_clauses(reading, clause, "under")
    called_on = (
        roles == {"object"} and reading.tokens[clause.head].dep == "acl" and "on" in {a.role for a in clause.arguments}
    )
    if clause.negated or not ("subject" in roles or called_on) or reading.tokens[clause.head].dep == "amod":
        return []
    return _handed_on(reading, clause, lexicon)


def _handed_on(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> list[Point]:
    """The points of a clause whose subject is the plan, by the first rule that yields any."""
    for rule in lexicon.provisions.get(clause.predicate, ()):
        points: list[Point] = []
        if rule.take == "on":
            points = _on_points(reading, clause, rule.id)
        elif rule.take == "clause":
            points = _complements(reading, clause, rule.id, lexicon)
        elif rule.take == "noun":
            points = _nouns(reading, clause, rule, lexicon)
        elif clause.modal in ("would", "will", "shall"):
            points = _own_phrases(reading, clause, rule.id, lexicon)
        if points:
            return points
    return []


def _is_to(reading: Reading, clause: Clause) -> bool:
    """ "Niger was to receive aid"."""
    below = (reading.clause_at.get(c) for c in reading.children[clause.head])
    return clause.predicate == "be" and any(c is not None and c.infinitive and c.link == "complement" for c in below)


def said_points(reading: Reading, attribution: Attribution, lexicon: ProposalLexicon) -> list[Point]:
    """Return the points in the plan's own words: what must, should or would be done, what is "the only solution"."""
    inside = [c for c in reading.clauses if c.pos == "verb" and _within(reading, c, attribution)]
    heads = {c.head for c in inside}
    cue = attribution.cue_head if attribution.cue_head is not None else min(heads, default=0)
    points: list[Point] = []
    for clause in inside:
        if clause.under is not None and reading.clauses[clause.under].head in heads:
            continue  # part of a clause that is taken or left as a whole
        if reading.tokens[clause.head].dep == "conj" and reading.tokens[clause.head].head in heads:
            continue
        if is_principle(reading, clause, lexicon):
            points.append(_whole(reading, clause, cue, "principle"))
        elif clause.modal in lexicon.words["obliging_modals"] and not clause.perfect:
            points += _phrases(reading, _coordinated(reading, clause), cue, "said")
    return points


def _within(reading: Reading, clause: Clause, attribution: Attribution) -> bool:
    token = reading.tokens[clause.head]
    return clause.head != attribution.cue_head and any(
        s.start <= token.start and token.end <= s.end for s in attribution.content
    )


def is_principle(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> bool:
    """Return whether the clause says what the way out is: "dialogue is the only solution"."""
    attribute = clause.one("attribute")
    if reading.tokens[clause.head].lemma != "be" or attribute is None or clause.negated:
        return False
    marks = {reading.tokens[c].norm for c in reading.children[attribute.head]} & lexicon.words["principle_marks"]
    return bool(marks) and reading.tokens[attribute.head].lemma in lexicon.words["principle_nouns"]


def _on_points(reading: Reading, clause: Clause, rule: str) -> list[Point]:
    """ "calls on X to do A and on Y to do B": each infinitive after "on" and a noun phrase, with those joined to it."""
    points: list[Point] = []
    for index in range(clause.head + 1, reading.sentences[clause.sentence].last):
        token = reading.tokens[index]
        noun = _called_on(reading, index) if token.tag == "TO" else None
        verb = reading.clause_at.get(token.head)
        if noun is None or verb is None or verb.head < index:
            continue
        whom = parties(reading, Argument("on", noun, noun + 1, noun))
        points += _phrases(reading, _coordinated(reading, verb), clause.head, rule, whom)
    return _cut(reading, points)


def _called_on(reading: Reading, to: int) -> int | None:
    """The head of the noun phrase between "on" and the "to" at token `to`."""
    for index in range(to - 1, max(to - 8, 0), -1):
        token = reading.tokens[index]
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
        if token.norm == "on":
            return next((c for c in reading.children[index] if reading.tokens[c].dep == "pobj" and c < to), None)
    return None


def _complements(reading: Reading, clause: Clause, rule: str, lexicon: ProposalLexicon) -> list[Point]:
    """The clauses under "calls for", "requires X to", "says that": each with those joined to it."""
    points: list[Point] = []
    for below in reading.clauses:
        if below.under != clause.index or below.link != "complement" or below.pos != "verb" or below.negated:
            continue
        if reading.tokens[below.head].dep == "conj":
            continue
        speaks = reading.tokens[clause.head].lemma in lexicon.words["speaking_for_itself"]
        if speaks and below.modal not in lexicon.words["obliging_modals"]:
            continue
        items = _coordinated(reading, below)
        points += _phrases(reading, [*items, *_for_clauses(reading, below, items)], clause.head, rule)
    return _cut(reading, points)


def _for_clauses(reading: Reading, clause: Clause, found: Sequence[Clause]) -> list[Clause]:
    """ "calls for A to do X and for B to do Y": the second "for", wherever the parser hung it."""
    extra = []
    for index in range(clause.head + 1, clause.last):
        if reading.tokens[index].norm == "for" and reading.tokens[index - 1].norm in ("and", ","):
            nouns = [c for c in reading.children[index] if reading.tokens[c].dep == "pobj"]
            under = [c for n in nouns for c in reading.children[n] if reading.tokens[c].dep in ("acl", "relcl")]
            verbs = map(reading.clause_at.get, [reading.tokens[index].head, *under])
            extra += [v for v in verbs if v is not None and v.infinitive and v.head > index and v not in found]
    return extra


def _nouns(reading: Reading, clause: Clause, rule: ProvisionRule, lexicon: ProposalLexicon) -> list[Point]:
    """The noun phrases that the plan includes, one by one; of "a process that would bring A and B" A and B."""
    points: list[Point] = []
    for argument in clause.all(*rule.points):
        heads = listed(reading, argument)
        if not heads or reading.tokens[heads[0]].lemma in lexicon.words["own_points"] or _is_name(reading, heads[0]):
            continue
        for head in heads:
            first, last = _reach(reading, head)
            inner = _contained(reading, head, lexicon)
            points += inner or [Point(max(first, clause.head + 1), last, head, clause.head, rule.id)]
    return _cut(reading, points)


def _contained(reading: Reading, head: int, lexicon: ProposalLexicon) -> list[Point]:
    """The points told in a relative clause of a word such as "process" or "phase"."""
    if reading.tokens[head].lemma not in lexicon.words["containers"]:
        return []
    told = (reading.clause_at.get(c) for c in reading.children[head] if reading.tokens[c].dep == "relcl")
    found: list[Point] = []
    for relative in told:
        if relative is not None and relative.modal in ("would", "will"):
            found += _handed_on(reading, relative, lexicon)
            for item in _coordinated(reading, relative):
                found += [p for p in _handed_on(reading, item, lexicon) if all(p.head != q.head for q in found)]
    return found


def listed(reading: Reading, argument: Argument) -> list[int]:
    """Return the heads of the noun phrases listed in an argument, those that the parser hung too low included.

    "an end to the fighting and an inquiry": a phrase after a comma or "and" with an article and, unless that is "a", a
    complement of its own is an item of the list.
    """
    found = [h for h in reading.coordinated(argument.head) if reading.tokens[h].pos in ("NOUN", "PROPN", "VERB")]
    for index in range(argument.head + 1, argument.last):
        token = reading.tokens[index]
        if token.dep not in ("conj", "appos") or token.pos not in ("NOUN", "PROPN") or index in found:
            continue
        below = [reading.tokens[c] for c in reading.children[index]]
        article = next((t for t in below if t.dep == "det" and t.index < index), None)
        before = reading.tokens[min(reading.subtree(index)) - 1].norm
        complement = any(t.dep in ("prep", "acl", "relcl") for t in below)
        own = article is not None and before in ("and", ",") and (article.norm in ("a", "an") or complement)
        in_list = token.dep == "appos" and before == "," and len(found) > 1 and token.pos == "NOUN" and complement
        if own or in_list:
            found.append(index)
    return sorted(found)


def _is_name(reading: Reading, head: int) -> bool:
    return reading.tokens[head].pos == "PROPN" and reading.actor_at(head) is not None


def _own_phrases(reading: Reading, clause: Clause, rule: str, lexicon: ProposalLexicon) -> list[Point]:
    """ "The draft would cut exports and include a truce": the verb phrases themselves, or what "include" lists."""
    points: list[Point] = []
    items = _coordinated(reading, clause)
    phrases = _phrases(reading, items, clause.head, rule, whom=(), bare=True)
    for item in items:
        rules = lexicon.provisions.get(item.predicate, ())
        inner = [point for r in rules if r.take == "noun" for point in _nouns(reading, item, r, lexicon)]
        points += inner or [p for p in phrases if p.head == item.head]
    return _cut(reading, points)


def _own_clauses(reading: Reading, clause: Clause, rule: str) -> list[Point]:
    """ "Under the deal, Israel would release prisoners and Hamas would free hostages": whole clauses."""
    if reading.tokens[clause.head].dep == "conj":
        return []
    return _phrases(reading, _coordinated(reading, clause), clause.head, rule)


def _coordinated(reading: Reading, clause: Clause) -> list[Clause]:
    """The clause and the clauses joined to it, as the items of one list.

    In a list that ends with a comma and "and" ("stay calm and show restraint, avoid provocations, and talk") a bare
    "and" binds two verbs into one item.
    """
    found = [clause]
    for current in found:
        for child in reading.children[current.head]:
            joined = reading.clause_at.get(child)
            if (
                joined is not None
                and reading.tokens[child].dep == "conj"
                and joined.pos == "verb"
                and joined not in found
            ):
                found.append(joined)
    found += _bare_verbs(reading, clause, found)
    found.sort(key=lambda c: c.head)
    if any(_joint(reading, c) == ", and" for c in found[1:]):
        return [c for c in found if c is found[0] or _joint(reading, c) != "and"]
    return found


def _bare_verbs(reading: Reading, clause: Clause, found: Sequence[Clause]) -> list[Clause]:
    """Bare verbs right after a comma or "and" in a list of bare verbs, wherever the parser hung them."""
    if reading.tokens[clause.head].tag != "VB" or len(found) < 2:
        return []
    extra = []
    for index in range(clause.head + 2, found[-1].head):
        other, before = reading.clause_at.get(index), reading.tokens[index - 1].norm
        if (
            other is not None
            and other not in found
            and other.pos == "verb"
            and before in (",", "and")
            and _is_bare(reading, index)
        ):
            extra.append(other)
    return extra


def _is_bare(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    below = {reading.tokens[c].dep for c in reading.children[index]}
    return (
        token.tag in ("VB", "VBP", "VBD")
        and token.norm == token.lemma
        and not below & {"nsubj", "nsubjpass", "aux", "auxpass", "mark"}
    )


def _joint(reading: Reading, clause: Clause) -> str:
    """What joins a clause to the one before it: ", and", "and", ","; words before its own first word are looked at."""
    start = _start(reading, clause)
    before = [
        token.norm for token in reading.tokens[max(0, start - 3) : start] if token.norm in ("and", "or", ",", ";")
    ]
    if before[-2:] in ([",", "and"], [";", "and"], [",", "or"]):
        return ", and"
    return before[-1] if before else ""


def _start(reading: Reading, clause: Clause) -> int:
    """Where a clause's own words begin: its subject if that stands before the verb, else the verb with its adverb."""
    own = [
        c
        for c in reading.children[clause.head]
        if c < clause.head and reading.tokens[c].dep not in ("cc", "punct", "mark", "prep", "advcl", "preconj")
    ]
    if any(reading.tokens[c].dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in own):
        return min(i for c in own for i in reading.subtree(c))
    close = [c for c in own if reading.tokens[c].dep in ("neg", "advmod") and not reading.children[c]]
    start = clause.head
    while start - 1 in close:
        start -= 1
    return start


def _phrases(
    reading: Reading,
    clauses: Sequence[Clause],
    cue: int,
    rule: str,
    whom: tuple[Actor, ...] | None = None,
    bare: bool = False,
) -> list[Point]:
    """A point for each clause: with its subject where it is a finite clause of its own, else from the verb on."""
    points = []
    items = frozenset(clause.head for clause in clauses)
    for clause in clauses:
        start = _infinitive_start(reading, clause) if clause.infinitive or bare else _start(reading, clause)
        subject = clause.one("subject")
        last = _reach(reading, clause.head, items)[1]
        addressed = whom if whom is not None else parties(reading, subject)
        points.append(Point(start, max(last, clause.head + 1), clause.head, cue, rule, addressed))
    return _cut(reading, points)


def _infinitive_start(reading: Reading, clause: Clause) -> int:
    """Where an infinitive's words begin: at the verb, or at its subject where that is a thing and not an addressee."""
    own = next((c for c in reading.children[clause.head] if reading.tokens[c].dep in ("nsubj", "nsubjpass")), None)
    if reading.tokens[clause.head].dep == "acl":
        own = reading.tokens[clause.head].head
    thing = own is not None and own < clause.head and reading.actor_at(own) is None and own not in reading.mention_at
    if own is not None and thing and clause.infinitive:
        return min(reading.subtree(own))
    start = clause.head
    while start - 1 in reading.children[clause.head] and reading.tokens[start - 1].dep in ("neg", "advmod", "auxpass"):
        start -= 1
    return start


def _whole(reading: Reading, clause: Clause, cue: int, rule: str) -> Point:
    first = min([a.first for a in clause.all("subject") if a.first < clause.head], default=clause.head)
    return Point(first, trimmed(reading, first, clause.last), clause.head, cue, rule)


def _reach(reading: Reading, head: int, items: frozenset[int] | None = None) -> tuple[int, int]:
    """The tokens below `head` from first to last, without asides and the other `items` of its list (default: conjuncts)."""
    stack, first, last = [head], head, head
    while stack:
        current = stack.pop()
        first, last = min(first, current), max(last, current)
        for child in reading.children[current]:
            dep = reading.tokens[child].dep
            if items is not None:
                outside = child in items or _aside(reading, child)
            else:
                outside = current == head and (dep in ("conj", "cc", "preconj") or _aside(reading, child))
            if not outside:
                stack.append(child)
    return first, trimmed(reading, first, last + 1)


def _aside(reading: Reading, child: int) -> bool:
    """A participle after a comma tells what else happened (", splitting the council"): no part of the point."""
    token = reading.tokens[child]
    return token.dep == "advcl" and token.tag == "VBG" and child > token.head and reading.tokens[child - 1].norm == ","


def trimmed(reading: Reading, first: int, last: int) -> int:
    """Return `last` moved back over punctuation and conjunctions, at most to `first` + 1."""
    while last - 1 > first and (
        reading.tokens[last - 1].pos == "PUNCT" or reading.tokens[last - 1].norm in ("and", "or")
    ):
        last -= 1
    return last


def _cut(reading: Reading, points: Sequence[Point]) -> list[Point]:
    """End each point before the next one begins, whatever the tree says."""
    ordered = sorted(points, key=lambda p: p.head)
    done: list[Point] = []
    for number, point in enumerate(ordered):
        last = point.last
        for following in ordered[number + 1 :]:
            if point.first < following.first < last:
                last = trimmed(reading, point.first, _lead(reading, following.first))
        done.append(Point(point.first, max(last, point.first + 1), point.head, point.cue, point.rule, point.addressees))
    return done


def _lead(reading: Reading, first: int) -> int:
    """Where the words that lead over to a point begin: ", and on Israeli forces to [withdraw]"."""
    at = first
    on = next((i for i in range(first - 1, max(first - 8, 0), -1) if reading.tokens[i].norm == "on"), None)
    if on is not None and reading.tokens[first - 1].norm == "to" and _called_on(reading, first - 1) is not None:
        at = on
    while at - 1 > 0 and reading.tokens[at - 1].norm in _LEAD | {"for"}:
        at -= 1
    return at

"""Finds what an article says was not said: it bounds what may be inferred from silence.

Rules are data (`cues/en/absences.yaml`). Each coordinated clause is a record of its own: "did not say if ..., or give
any indication of when ..." are two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.matching.parties import holders, phrases_after
from communique.lexicon.absences import AbsenceRule
from communique.lexicon.cues import CueLexicon
from communique.lexicon.words import load_words
from communique.reading import YET, Argument, Clause, Reading, Token
from communique.records.actors import Actor
from communique.records.statements import Absence
from communique.records.texts import Evidence, Span

_QUESTIONS = frozenset({"if", "whether", "when", "where", "who", "whom", "whose", "what", "which", "why", "how"})
_WITHOUT = frozenset({"without"})
_NONE = frozenset({"no", "few", "little", "neither", "not", "n't"})


def find_absences(reading: Reading, cues: CueLexicon, all_statements: bool = False) -> list[Absence]:
    """Return the absences of a reading in text order; only with `all_statements` those of others than diplomatic
    actors."""
    found: list[tuple[Clause, AbsenceRule]] = []
    for clause in reading.clauses:
        if clause.predicate not in cues.silent and reading.tokens[clause.head].lemma not in cues.silent:
            continue
        said = replace(clause, negated=clause.negated or reading.factuality[clause.index].why == YET)
        rule = next((rule for rule in cues.absences if fits(reading, rule, said)), None)
        if rule is not None and not _in_quotation(reading, clause):
            found.append((clause, rule))
    found += list(_continued(reading, cues, found))
    inner = {below.index for below, _ in found for above, _ in found if _repeats(reading, below, above)}
    heads = [clause.head for clause, _ in found if clause.index not in inner]
    records = [
        _absence(reading, clause, rule, heads, all_statements) for clause, rule in found if clause.index not in inner
    ]
    return [record for record in records if record is not None]


def _continued(
    reading: Reading, cues: CueLexicon, found: Sequence[tuple[Clause, AbsenceRule]]
) -> Iterator[tuple[Clause, AbsenceRule]]:
    """Yield the second silence of "did not say if it would open or give any date", which the tree hangs on "open"."""
    known = {clause.index for clause, _ in found}
    for outer, _ in [pair for pair in found if pair[1].question]:
        for clause in reading.clauses:
            token = reading.tokens[clause.head]
            if clause.index in known or token.dep != "conj" or token.tag != "VB" or not _below(reading, clause, outer):
                continue
            rule = next(
                (r for r in cues.absences if r.objects and fits(reading, r, replace(clause, negated=True))), None
            )
            if rule is not None and any(t.norm == "any" for t in reading.tokens[clause.head : clause.last]):
                yield replace(clause, arguments=(*outer.all("subject"), *clause.all("object")), negated=True), rule


def _below(reading: Reading, clause: Clause, outer: Clause) -> bool:
    return clause.index != outer.index and clause.head in set(reading.subtree(outer.head))


def fits(reading: Reading, rule: AbsenceRule, clause: Clause) -> bool:
    """Whether a clause is one that the rule describes."""
    if clause.predicate not in rule.predicates and reading.tokens[clause.head].lemma not in rule.predicates:
        return False
    if rule.marks and not _marked(reading, clause, rule.marks):
        return False
    if rule.question and not _asks(reading, clause):
        return False
    if rule.infinitives and not _infinitive(reading, clause, rule.infinitives):
        return False
    if rule.objects:
        return any(_denies(reading, rule, clause, argument) for argument in _things(clause))
    return clause.negated or not rule.negated


def _things(clause: Clause) -> Sequence[Argument]:
    return clause.all("object", "attribute", "to", "for", "about", "on")


def _denies(reading: Reading, rule: AbsenceRule, clause: Clause, argument: Argument) -> bool:
    """Whether the argument is what the rule asks for and is denied: by "no" before it, or by the clause."""
    token = reading.tokens[argument.head]
    if token.lemma not in rule.objects and not (
        set(_lemmas(reading, argument)) & rule.objects and token.lemma in ("kind", "sort", "lack")
    ):
        return False
    before = [t.norm for t in reading.tokens[argument.first : argument.head]]
    none = any(word in _NONE and before[max(0, n - 1)] != "a" for n, word in enumerate(before))
    return clause.negated or none  # but "a few hints", "a little detail" are something


def _lemmas(reading: Reading, argument: Argument) -> list[str]:
    return [t.lemma for t in reading.tokens[argument.first : argument.last]]


def _marked(reading: Reading, clause: Clause, marks: frozenset[str]) -> bool:
    """ "without elaborating": the clause hangs below a preposition."""
    token = reading.tokens[clause.head]
    above = reading.tokens[token.head]
    return (token.dep == "pcomp" and above.norm in marks) or (clause.mark is not None and clause.mark in marks)


def _asks(reading: Reading, clause: Clause) -> bool:
    """Whether something below the predicate asks: "if ...", "when ...", or the bare "how" of "did not say how"."""
    for argument in clause.all("complement"):
        words = [t.norm for t in reading.tokens[argument.first : argument.last]][:4]
        if words and (words[0] in _QUESTIONS or (len(words) > 1 and words[1] in _QUESTIONS)):
            return True
    below = [reading.tokens[c] for c in reading.children[clause.head] if c > clause.head]
    return any(t.norm in _QUESTIONS and t.dep in ("advmod", "dobj", "mark", "attr", "dep") for t in below) or any(
        t.dep in ("advcl", "ccomp", "pcomp") and _first_word(reading, t) in _QUESTIONS for t in below
    )


def _first_word(reading: Reading, token: Token) -> str:
    return reading.tokens[reading.reach(token.index)[0]].norm


def _infinitive(reading: Reading, clause: Clause, predicates: frozenset[str]) -> bool:
    for argument in clause.all("complement"):
        token = reading.tokens[argument.head]
        if token.lemma in predicates and any(c.tag == "TO" for c in reading.dependents[token.index]):
            return token.lemma != "be" or any(
                reading.tokens[c].lemma in ("name", "identify") for c in reading.subtree(token.index)
            )
    return False


def _in_quotation(reading: Reading, clause: Clause) -> bool:
    at = reading.tokens[clause.head].start
    return any(not quotation.scare for quotation in reading.quotations_around(at))


def _repeats(reading: Reading, below: Clause, above: Clause) -> bool:
    """Whether an absence stands inside the complement of another ("declined to say whether"), or is the second of
    "neither ... nor"."""
    if below.index == above.index or below.head not in set(reading.subtree(above.head)):
        return False
    if below.negated and reading.tokens[below.head].dep == "conj":
        nor = any(c.norm == "nor" for c in reading.dependents[above.head])
        return nor and below.predicate in ("deny", "confirm") and reading.tokens[below.head].head == above.head
    return True


def _absence(
    reading: Reading, clause: Clause, rule: AbsenceRule, heads: Sequence[int], all_statements: bool
) -> Absence | None:
    who = _who(reading, clause)
    if not all_statements and not clause.passive and (who is None or not who.diplomatic):
        return None
    text = _text(reading, clause, heads)
    places: list[tuple[Span | None, str]] = [(text, "content"), (who.mention if who else None, "speaker")]
    known = {who.id} if who else set()
    holder = tuple(level for level in holders(reading, clause.head) if not known & {actor.id for actor in level})
    return Absence(
        article=reading.article.id,
        evidence=tuple(Evidence.of(span, role) for span, role in places if span is not None),
        rule=rule.id,
        confidence=rule.confidence,
        holder=holder,
        layer=reading.sentences[clause.sentence].layer,
        who=who,
        text=text,
    )


def _who(reading: Reading, clause: Clause) -> Actor | None:
    """Return who was silent: the subject, shared from the governing verb where the clause has none; of "there was no
    word from X" X."""
    word = clause.one("attribute")
    if clause.predicate == "be" and word is not None:
        return next(filter(None, map(reading.actor_at, phrases_after(reading, word.head, ("from", "by")))), None)
    current: Clause | None = clause
    above = clause.under if _marked(reading, clause, _WITHOUT) else None
    if above is not None:
        current = reading.clauses[above]  # "A met B without saying when": A was silent
    for _ in range(4):
        if current is None:
            return None
        subject = current.one("subject")
        actor = reading.actor_at(subject.head) if subject is not None else None
        if actor is not None and (above is None or actor.kind != "document"):
            return actor
        if subject is not None and (above is None or current.link != "complement"):
            return actor  # else "A said the letter was kind, without disclosing it": A
        if current.passive:
            return None
        current = reading.clauses[current.under] if current.under is not None else None
    return None


def _text(reading: Reading, clause: Clause, heads: Sequence[int]) -> Span:
    """Return the words of the clause from its subject to its end, without clauses coordinated with it."""
    kept = set(reading.subtree(clause.head))
    for child in reading.children[clause.head]:
        token = reading.tokens[child]
        if token.dep == "conj" and not (token.lemma in load_words("cues/en/silences") and child not in heads):
            kept -= set(reading.subtree(child))
    for head in heads:
        if head != clause.head and head in kept and reading.tokens[head].dep == "conj":
            kept -= set(reading.subtree(head))
    without = reading.tokens[reading.tokens[clause.head].head]
    if without.norm == "without":
        kept.add(without.index)
    indices = sorted(kept)
    subject = next(
        (c for c in reading.dependents[clause.head] if c.dep in ("nsubj", "nsubjpass")),
        None,
    )
    if subject is not None:
        first = reading.reach(subject.index)[0]
        indices = [i for i in indices if i >= min(first, clause.head)]
    while len(indices) > 1 and _is_edge(reading.tokens[indices[-1]]):
        indices.pop()
    return reading.span(indices[0], indices[-1] + 1)


def _is_edge(token: Token) -> bool:
    return token.pos in ("PUNCT", "CCONJ", "SPACE") or token.dep == "cc"

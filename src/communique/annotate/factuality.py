"""Says of every clause whether the text presents its happening as a fact, a plan, a wish, a claim, a denial...

Each clause shows a status by its own grammar (tense, modal, negation, condition); the words that govern it change that
status from the inside out (FactBank's idea of a source's commitment, with the event statuses of the record contract as
its values).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from communique.lexicon.statuses import SAME, Operator, Statuses
from communique.lexicon.words import load_words
from communique.reading import NAMED, PRESENT, PURPOSE, Clause, Factuality, Reading
from communique.records.actors import same_side
from communique.records.events import EventStatus

HISTORICAL_DAYS = 30
"""Annotation guidelines of status_dev: background is what lies more than about a month back."""

REAL: frozenset[str] = frozenset({"occurred", "ongoing", "historical"})
_SOFT: frozenset[str] = frozenset({"planned", "announced", "possible", "demanded", "hypothetical"})
"""Statuses shown by a modal alone; a governing "hopes", "plans", "announced" knows better."""


def find_factuality(reading: Reading, statuses: Statuses) -> tuple[Factuality, ...]:
    """Return the factuality of each clause of a reading with clauses and mentions, in the order of its clauses."""
    judge = _Judge(reading, statuses, {})
    return tuple(judge.judge(clause.index) for clause in reading.clauses)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges clauses from their governors down, each once."""

    reading: Reading
    statuses: Statuses
    done: dict[int, Factuality]

    def judge(self, index: int) -> Factuality:
        """Return the factuality of a clause; its governors are judged first, from the top, so that no tree is too
        deep."""
        chain: list[int] = []
        current: int | None = index
        while current is not None and current not in self.done and current not in chain:
            chain.append(current)
            current = self.reading.clauses[current].under
        for pending in reversed(chain):
            self.done[pending] = Factuality("occurred", "cyclic tree")
            self.done[pending] = self._judged(self.reading.clauses[pending])
        return self.done[index]

    def _judged(self, clause: Clause) -> Factuality:
        own = self._own(clause)
        above = self.reading.clauses[clause.under] if clause.under is not None else None
        if above is None:
            return own or Factuality("occurred", "plain statement")
        found = self._operator(clause, above)
        if found is not None:
            return self._governed(clause, own, above, found)
        if own is not None:
            return own
        return self._inherited(clause, above)

    def _own(self, clause: Clause) -> Factuality | None:
        """What the clause's own grammar says; None for infinitives, gerunds and nouns, which say nothing by
        themselves."""
        if clause.pos == "noun":
            return self._noun(clause)
        if (adverb := self._modified(clause, "advmod")) is not None:
            return adverb
        if self._asks(clause):
            return Factuality("possible", "asked")
        if clause.mark in ("unless", "until") or (clause.mark == "if" and clause.negated):
            return Factuality("demanded", f"what would end a threat ({clause.mark})")
        if clause.mark in ("if", "whether", "lest") or self._inverted_condition(clause):
            status: EventStatus = "possible" if clause.mark == "whether" else "hypothetical"
            return Factuality(status, f"under {clause.mark or 'an inverted condition'}")
        if clause.modal:
            return self._modal(clause)
        if clause.infinitive and self.reading.tokens[clause.head - 2].norm == "yet":
            return Factuality("negated", "yet to")
        if clause.tense == "none":
            return (
                Factuality("negated", "negated")
                if clause.negated and clause.pos == "verb" and not clause.infinitive
                else None
            )
        if clause.negated:
            return Factuality("negated", "negated")
        if clause.tense == "past":
            return self._dated(clause) or Factuality("ongoing" if clause.progressive else "occurred", "past tense")
        headline = self.reading.sentences[clause.sentence].layer == "headline"
        if clause.progressive:
            return Factuality("ongoing", "under way")
        return Factuality("occurred" if headline else "ongoing", PRESENT)

    def _modal(self, clause: Clause) -> Factuality:
        modal = clause.modal or ""
        if self._conditioned(clause) or (modal in ("would", "could", "might", "should") and clause.perfect):
            return Factuality("hypothetical", f"{modal} under a condition")
        if modal in ("will", "shall", "would"):
            return Factuality("refused" if clause.negated else self._under_terms(clause) or "announced", modal)
        if modal in ("must", "should", "ought"):
            return Factuality("demanded", modal)
        return Factuality("possible", modal)

    def _noun(self, clause: Clause) -> Factuality | None:
        if clause.negated:
            return Factuality("negated", "no")
        return self._modified(clause, "amod", "compound", "nmod")

    def _modified(self, clause: Clause, *labels: str) -> Factuality | None:
        """ "the planned withdrawal", "allegedly sold"."""
        for child in self.reading.children[clause.head]:
            token = self.reading.tokens[child]
            status = self.statuses.modifiers.get(token.norm)
            if status is not None and token.dep in labels:
                return Factuality(status, token.norm)
        return None

    def _dated(self, clause: Clause) -> Factuality | None:
        """A past happening dated more than HISTORICAL_DAYS before publication is history."""
        published = self.reading.article.published
        ends = [
            t.when.to for t in self.reading.times_at.get(clause.head, ()) if t.type in ("DATE", "TIME") and t.when.to
        ]
        if (
            published is None
            or not ends
            or (date.fromisoformat(published.from_) - date.fromisoformat(ends[0][:10])).days <= HISTORICAL_DAYS
        ):
            return None
        return Factuality("historical", f"more than {HISTORICAL_DAYS} days before publication")

    def _under_terms(self, clause: Clause) -> EventStatus | None:
        """ "Under the accord, both would withdraw": what an agreement or a proposal provides for."""
        for argument in clause.all("under"):
            for operator in self.statuses.of(self.reading.tokens[argument.head].lemma):
                if operator.gives in ("agreed", "proposed"):
                    return _status(operator.gives)
        return None

    def _asks(self, clause: Clause) -> bool:
        """A question in the outlet's own voice or in a quotation."""
        sentence = self.reading.sentences[clause.sentence]
        return clause.under is None and self.reading.tokens[sentence.last - 1].norm == "?"

    def _inverted_condition(self, clause: Clause) -> bool:
        """ "Had the two leaders met, ..." """
        first = self.reading.tokens[clause.first]
        adverbial = self.reading.tokens[clause.head].dep == "advcl"
        return (
            adverbial and first.norm in ("had", "should", "were") and first.dep == "aux" and first.head == clause.head
        )

    def _conditioned(self, clause: Clause) -> bool:
        return any(
            self.reading.tokens[child].dep == "advcl"
            and any(self.reading.tokens[c].norm in ("if", "unless") for c in self.reading.children[child])
            for child in self.reading.children[clause.head]
        )

    def _operator(self, clause: Clause, above: Clause) -> Operator | None:
        """The operator of the governing word, if the clause stands in one of its roles."""
        governor = self.reading.clauses[above.under].predicate if above.under is not None else None
        role = self._role(clause, above)
        for operator in self.statuses.of(above.predicate):
            governed = not operator.governed_by or governor in operator.governed_by
            if role in operator.roles and governed and self._spoken_of(above, operator):
                return operator
        return None

    def _spoken_of(self, above: Clause, operator: Operator) -> bool:
        """Whether the governing verb's subject is one that the operator asks for ("the plan involves ...")."""
        subject = above.one("subject")
        return not operator.subjects or (
            subject is not None and self.reading.tokens[subject.head].lemma in operator.subjects
        )

    def _role(self, clause: Clause, above: Clause) -> str | None:
        if clause.link == "complement":
            return "complement"
        head = self.reading.tokens[clause.head]
        while head.dep == "conj" and head.pos in ("NOUN", "PROPN"):
            head = self.reading.tokens[head.head]
        bare = clause.link == "argument" and clause.pos == "verb" and clause.mark is None
        return next((a.role for a in above.arguments if a.head == head.index), "complement" if bare else clause.mark)

    def _governed(self, clause: Clause, own: Factuality | None, above: Clause, operator: Operator) -> Factuality:
        top = self.judge(above.index)
        scope = (*top.scope, above.index)
        gives = operator.negated if above.negated else operator.gives
        if gives == SAME:
            if own is None:
                return replace(top, scope=scope)
            return self._denied_by_self(clause, own, above) if own.status == "negated" else own
        if own is not None and not operator.overrides and not self._gives_way(clause, own, gives):
            return own
        if top.status not in REAL and not above.negated and not operator.overrides and top.status != "announced":
            return Factuality(top.status, f"{above.predicate} is {top.status}", scope)
        if clause.negated and gives in ("agreed", "planned", "announced", "offered"):
            gives = "refused"
        return Factuality(_status(gives), f"{'not ' if above.negated else ''}{above.predicate} ({operator.id})", scope)

    def _gives_way(self, clause: Clause, own: Factuality, gives: str) -> bool:
        """Whether what a finite clause shows by itself yields to its governor.

        "hopes they will meet" is a wish, but "told them that it would fight on" stays an announcement; "insisted that
        the boats leave" is no present, "proposed that the state cut aid" no past.
        """
        if clause.mark in ("whether", "if") or (gives == "demanded" and own.status == "announced"):
            return False
        token = self.reading.tokens[clause.head]
        bare = own.why == PRESENT or (clause.tense == "past" and token.norm == token.lemma)
        return own.status in _SOFT or (bare and gives in ("demanded", "proposed", "sought", "offered", "agreed"))

    def _denied_by_self(self, clause: Clause, own: Factuality, above: Clause) -> Factuality:
        """ "Ukraine said it had not attacked": the doer's own side says no."""
        speaker, doer = above.one("subject"), clause.one("subject")
        if above.predicate not in load_words("language/en/saying_verbs") or speaker is None or doer is None:
            return own
        a, b = self.reading.actor_at(speaker.head), self.reading.actor_at(doer.head)
        same = a is not None and b is not None and same_side(a, b)
        return Factuality("denied", "its own side says no", (above.index,)) if same else own

    def _inherited(self, clause: Clause, above: Clause) -> Factuality:
        top = self.judge(above.index)
        if clause.pos == "noun":
            role = self._role(clause, above)
            if role == "for" and above.predicate in load_words("language/en/motion_verbs") and top.status in REAL:
                return Factuality("planned", PURPOSE, (above.index,))
            if role in ("before", "ahead", "until", "till") and top.status in REAL:
                return Factuality("planned", PURPOSE, (above.index,))
            aside = role in load_words("language/en/background_prepositions")
            real = top.status in REAL or aside or self._definite(clause)
            return Factuality("occurred", NAMED) if real else top
        token = self.reading.tokens[clause.head]
        if token.tag == "VBN" and token.dep in ("amod", "acl") and top.why == PRESENT:
            return Factuality("occurred", "past participle")  # "these are the freed captives": freed already
        if self.reading.tokens[clause.head].dep == "csubj" and top.status not in REAL:
            return Factuality("hypothetical", "spoken of, not claimed")
        if clause.mark == "without":
            return Factuality("negated", "without")
        if (clause.link == "adverbial" and clause.infinitive) or (
            clause.mark in ("before", "for") and clause.link == "argument"
        ):
            return Factuality("planned", PURPOSE, (above.index,)) if top.status in REAL else top
        return top

    def _definite(self, clause: Clause) -> bool:
        """ "the invasion", "its raid": taken for granted, whatever is said of it."""
        below = (self.reading.tokens[child] for child in self.reading.children[clause.head])
        return any(token.dep == "poss" or token.norm in ("the", "this", "that", "these", "those") for token in below)


def _status(value: str) -> EventStatus:
    return value  # type: ignore[return-value]

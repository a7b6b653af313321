"""Says of every clause whether the text presents its happening as a fact, a plan, a wish, a claim, a denial...

Each clause shows a status by its own grammar (tense, modal, negation, condition); the words that govern it change that
status from the inside out (FactBank's idea of a source's commitment, with the event statuses of the record contract as
its values).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from communique.annotate.circumstances import UNDER_WAY, lies_ahead, set_aside, supposed
from communique.lexicon.statuses import SAME, Operator, Statuses
from communique.lexicon.words import load_words
from communique.reading import NAMED, PRESENT, PURPOSE, Clause, Factuality, Reading
from communique.records.actors import same_side
from communique.records.events import EventStatus

ASKED = "asked"
"""`Factuality.why` of what a question asks."""

HISTORICAL_DAYS = 30
"""Annotation guidelines of status_dev: background is what lies more than about a month back."""

REAL: frozenset[str] = frozenset({"occurred", "ongoing", "historical"})
_SOFT: frozenset[str] = frozenset({"planned", "announced", "possible", "demanded", "hypothetical"})
"""Statuses shown by a modal alone; a governing "hopes", "plans", "announced" knows better."""

_COMING: frozenset[str] = frozenset({"announced", "planned", "agreed", "offered"})
"""Statuses of what is said to come."""

_UNBOUND: frozenset[str] = frozenset(
    {"sought", "demanded", "proposed", "offered", "agreed", "hypothetical", "possible", "planned"}
)
"""Statuses of what nobody has brought about, with all that it involves."""


def find_factuality(reading: Reading, statuses: Statuses) -> tuple[Factuality, ...]:
    """Return the factuality of each clause of a reading with clauses and mentions, in the order of its clauses."""
    judge = _Judge(reading, statuses, {})
    found = [judge.judge(clause.index) for clause in reading.clauses]
    for denial in reading.clauses:
        for told in _disputed(reading, denial):
            if found[told.index].status in REAL:
                found[told.index] = Factuality("alleged", "denied right after", (denial.index,))
    return tuple(found)


def _disputed(reading: Reading, denial: Clause) -> Iterator[Clause]:
    """Yield what a closing "which X denied" rejects: the clauses told in its sentence before it."""
    before = reading.tokens[denial.first - 1].norm if denial.first else ""
    if denial.link != "relative" or denial.negated or before != ",":
        return
    if denial.predicate not in load_words("language/en/denying_verbs") or denial.one("subject") is None:
        return
    if not any(reading.tokens[i].norm == "which" for i in range(denial.first, denial.head)):
        return
    for clause in reading.clauses:
        told = clause.sentence == denial.sentence and clause.head < denial.first and clause.pos == "verb"
        if told and any(above.predicate in load_words("language/en/saying_verbs") for above in _above(reading, clause)):
            yield clause


def _above(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the clauses that govern a clause, innermost first."""
    seen = {clause.index}
    while clause.under is not None and clause.under not in seen:
        clause = reading.clauses[clause.under]
        seen.add(clause.index)
        yield clause


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
            self.done[pending] = self._dated_ahead(self.reading.clauses[pending])
        return self.done[index]

    def _dated_ahead(self, clause: Clause) -> Factuality:
        """What is dated after the article has not happened yet, however it is named."""
        told = self._judged(clause)
        ahead = told.status in REAL and lies_ahead(self.reading, clause, told)
        return replace(told, status="planned", why="dated after the article") if ahead else told

    def _judged(self, clause: Clause) -> Factuality:
        own = self._own(clause)
        above = self.reading.clauses[clause.under] if clause.under is not None else None
        if above is not None and clause.pos == "adjective" and clause.link == "argument":
            asked = self.judge(above.index)
            own = asked if asked.why == ASKED else own  # "Is X ready to fight?"
        if above is None:
            return own or self._headlined(clause) or Factuality("occurred", "plain statement")
        if own is None and above.predicate == "be" and clause.infinitive and self._inverted_condition(above):
            return Factuality("hypothetical", "were ... to")
        if own is None and self._was_to(clause, above):
            top = self.judge(above.index)
            return Factuality("planned", "was to") if top.status in REAL else top
        if own is None and (coming := self._is_to(clause, above)) is not None:
            return coming
        if own is not None and own.why == PRESENT and (coming := self._when_it_comes(clause, above)) is not None:
            return coming
        if self.reading.tokens[clause.head].dep == "csubj" and self.judge(above.index).status not in REAL:
            return Factuality("hypothetical", "spoken of, not claimed")  # "meeting them would help"
        found = self._operator(clause, above)
        if found is not None:
            return self._governed(clause, own, above, found)
        if own is not None:
            return own
        return self._inherited(clause, above)

    def _headlined(self, clause: Clause) -> Factuality | None:
        """ "Premiers to meet in Rome": an infinitive in a sentence without a finite verb announces."""
        if clause.pos != "verb" or not clause.infinitive:
            return None
        here = (c for c in self.reading.clauses if c.sentence == clause.sentence and c.pos == "verb")
        finite = any(c.tense != "none" or c.modal for c in here)
        return None if finite else Factuality("announced", "headline infinitive")

    def _was_to(self, clause: Clause, above: Clause) -> bool:
        """ "The two were to meet", "talks were to begin": that it came to pass is not said."""
        if above.predicate != "be" or above.tense != "past" or above.one("attribute") is not None:
            return False
        if clause.pos == "verb":
            return clause.infinitive and clause.link == "complement" and clause.mark is None
        then = (c for c in self.reading.clauses_under.get(above.index, ()) if c.link == "complement" and c.infinitive)
        return self._role(clause, above) == "subject" and any(c.passive or self._occurs(c) for c in then)

    def _is_to(self, clause: Clause, above: Clause) -> Factuality | None:
        """ "Cuba is to free them", "Cuba is going to free them", "was going to": a future without "will"."""
        going = above.predicate == "go" and above.progressive
        being = above.predicate == "be" and above.tense == "present" and above.one("attribute") is None
        bare = clause.pos == "verb" and clause.infinitive and clause.link == "complement" and clause.mark is None
        if not bare or not (going or being) or (being and self._names(clause, above)):
            return None
        top = self.judge(above.index)
        if top.status not in REAL:
            return Factuality("refused", "not going to", top.scope) if top.status == "negated" else top
        past = above.tense == "past"
        return Factuality("planned", "was going to") if past else Factuality("announced", "is to")

    def _names(self, clause: Clause, above: Clause) -> bool:
        """ "The aim is to free them": the infinitive says what the subject is."""
        subject = above.one("subject")
        actor = self.reading.actor_at(subject.head) if subject is not None else None
        return actor is None and not clause.passive and not self._occurs(clause)

    def _when_it_comes(self, clause: Clause, above: Clause) -> Factuality | None:
        """ "Will sign it when he *arrives*": the present tense of a time clause is as future as what it dates."""
        if clause.link != "adverbial" or clause.mark not in load_words("language/en/time_marks"):
            return None
        top = self.judge(above.index)
        return Factuality("planned", f"{clause.mark}, of what is to come", top.scope) if top.status in _COMING else None

    def _occurs(self, clause: Clause) -> bool:
        """Whether the verb says no more than that its subject takes place: "begin", "take place"."""
        return any(o.gives == SAME and "subject" in o.roles for o in self.statuses.of(clause.predicate))

    def _own(self, clause: Clause) -> Factuality | None:
        """What the clause's own grammar says; None for infinitives, gerunds and nouns, which say nothing by
        themselves."""
        if clause.pos == "noun":
            return self._noun(clause)
        if (adverb := self._modified(clause, "advmod")) is not None:
            return adverb
        if self._asks(clause):
            return Factuality("possible", ASKED)
        if clause.mark in ("unless", "until") or (clause.mark == "if" and clause.negated):
            return Factuality("demanded", f"what would end a threat ({clause.mark})")
        if clause.mark == "whether":
            return Factuality("possible", "under whether")
        if (condition := supposed(self.reading, clause)) is not None or self._inverted_condition(clause):
            return Factuality("hypothetical", f"under {condition or 'an inverted condition'}")
        if (phrase := set_aside(self.reading, clause)) is not None:
            return Factuality("negated", phrase)
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
            return Factuality("ongoing", UNDER_WAY)
        return Factuality("occurred" if headline else "ongoing", PRESENT)

    def _modal(self, clause: Clause) -> Factuality:
        modal = clause.modal or ""
        if modal == "will" and self._conditioned(clause, "unless"):
            return Factuality("refused" if clause.negated else "threatened", "will, unless")
        if self._conditioned(clause, "if", "unless") or (
            modal in ("would", "could", "might", "should") and clause.perfect
        ):
            return Factuality("hypothetical", f"{modal} under a condition")
        if modal in ("will", "shall", "would"):
            return Factuality("refused" if clause.negated else self._under_terms(clause) or "announced", modal)
        if modal in ("must", "should", "ought"):
            return Factuality("demanded", modal)
        return Factuality("possible", modal)

    def _noun(self, clause: Clause) -> Factuality | None:
        if clause.negated:
            return Factuality("negated", "no")
        if (phrase := set_aside(self.reading, clause)) is not None:
            return Factuality("negated", phrase)
        return self._modified(clause, "amod", "compound", "nmod", "det")

    def _modified(self, clause: Clause, *labels: str) -> Factuality | None:
        """ "the planned withdrawal", "any attack", "allegedly sold"."""
        for child in self.reading.children[clause.head]:
            token = self.reading.tokens[child]
            status = self.statuses.modifiers.get(token.norm)
            if status is not None and token.dep in labels:
                return Factuality(status, token.norm)
        return None

    def _dated(self, clause: Clause) -> Factuality | None:
        """A past happening dated more than HISTORICAL_DAYS before publication is history."""
        if self._long_since(clause):
            return Factuality("historical", "years before what it is told with")
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

    def _long_since(self, clause: Clause) -> bool:
        """ "Three years after they cut ties", "for years they had haggled": the text counts the years."""
        lengths = [t for t in self.reading.times if t.type == "DURATION" and t.sentence == clause.sentence]
        spans = {t.last for t in lengths if _is_long(t.when.value)}
        if clause.mark in ("after", "since") and clause.link in ("adverbial", "complement", "argument"):
            marks = [c for c in self.reading.children[clause.head] if self.reading.tokens[c].norm == clause.mark]
            return any(mark in spans for mark in marks)
        had = any(self.reading.tokens[c].norm == "had" for c in self.reading.children[clause.head])
        at = self.reading.times_at.get(clause.head, ())
        return had and any(t.type == "DURATION" and _is_long(t.when.value) for t in at)

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
        inverted = first.dep == "aux" and first.head == clause.head
        were = first.norm == "were" and first.index == clause.head  # "Were Malawi to leave, ..."
        return adverbial and first.norm in ("had", "should", "were") and (inverted or were)

    def _conditioned(self, clause: Clause, *marks: str) -> bool:
        """Whether a condition with one of `marks` hangs on the clause."""
        return any(
            self.reading.tokens[child].dep == "advcl"
            and any(self.reading.tokens[c].norm in marks for c in self.reading.children[child])
            for child in self.reading.children[clause.head]
        )

    def _operator(self, clause: Clause, above: Clause) -> Operator | None:
        """The operator of the governing word, if the clause stands in one of its roles."""
        governor = self.reading.clauses[above.under].predicate if above.under is not None else None
        role = self._role(clause, above)
        predicate = above.predicate
        if predicate == "be" and role in ("complement", "subject"):  # "It is unthinkable that ...", "the talks are off"
            predicate = self._said_of(above) or predicate
        for operator in self.statuses.of(predicate):
            governed = not operator.governed_by or governor in operator.governed_by
            if role in operator.roles and governed and self._spoken_of(above, operator):
                return operator
        return None

    def _said_of(self, above: Clause) -> str | None:
        """What "be" says of its subject: an adjective or noun, or the "off" of "is off"."""
        attribute = above.one("attribute")
        if attribute is not None:
            return self.reading.tokens[attribute.head].lemma
        particles = (self.reading.tokens[child] for child in self.reading.children[above.head])
        return next((t.lemma for t in particles if t.dep in ("advmod", "prt", "acomp") and t.index > above.head), None)

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
        if gives == "offered" and (self._conditioned(clause, "if") or self._conditioned(above, "if")):
            gives = "hypothetical"  # "ready to send troops if the others do"
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
            if (role in ("before", "ahead", "until", "till") or self._ahead(clause)) and top.status in REAL:
                return Factuality("planned", PURPOSE, (above.index,))
            aside = role in load_words("language/en/background_prepositions")
            brings = role in ("object", "to") and above.predicate in load_words("language/en/bringing_verbs")
            real = top.status in REAL or aside or (self._definite(clause, top.status) and not brings)
            return Factuality("occurred", NAMED) if real else top
        token = self.reading.tokens[clause.head]
        done = clause.passive and clause.one("subject") is not None  # "captives held by the rebels"
        known = top.why == PRESENT or done or (above.pos == "noun" and self._definite(above, "occurred"))
        if token.tag == "VBN" and token.dep in ("amod", "acl") and known:
            return Factuality("occurred", "past participle")  # "these are the freed captives": freed already
        if clause.infinitive and above.pos == "noun" and top.status in REAL and not self._singled_out(above):
            return Factuality("planned", "what a thing is for", (above.index,))  # "a contract to supply tanks"
        if (clause.link == "adverbial" and clause.infinitive) or (
            clause.mark in ("before", "for") and clause.link == "argument"
        ):
            return Factuality("planned", PURPOSE, (above.index,)) if top.status in REAL else top
        return top

    def _singled_out(self, noun: Clause) -> bool:
        """ "The first state to recognise it", "the only party to sign": it did."""
        words = load_words("language/en/singling_words")
        below = (self.reading.tokens[child] for child in self.reading.children[noun.head])
        return any(token.norm in words or token.tag == "JJS" for token in below)

    def _ahead(self, clause: Clause) -> bool:
        """ "Ahead of the talks": still to come."""
        preposition = self.reading.tokens[clause.head].head
        return preposition > 0 and self.reading.tokens[preposition - 1].norm == "ahead"

    def _definite(self, clause: Clause, status: EventStatus) -> bool:
        """ "the invasion", "its raid": taken for granted, whatever is said of it; "the" alone not of what is only
        wanted, agreed or possible ("would welcome the release")."""
        words = load_words("language/en/pointing_words") - (frozenset({"the"}) if status in _UNBOUND else frozenset())
        below = (self.reading.tokens[child] for child in self.reading.children[clause.head])
        return any(token.dep == "poss" or token.norm in words for token in below)


def _status(value: str) -> EventStatus:
    return value  # type: ignore[return-value]


def _is_long(value: str | None) -> bool:
    """Whether a TIMEX3 duration is one of years: "P3Y"."""
    return value is not None and value.startswith("P") and value.endswith(("Y", "YE", "DE"))

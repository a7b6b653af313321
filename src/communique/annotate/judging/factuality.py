"""Says of every clause whether the text presents its happening as a fact, a plan, a wish, a claim, a denial...

Each clause shows a status by its own grammar (tense, modal, negation, condition); the words that govern it change that
status from the inside out (FactBank's idea of a source's commitment, with the event statuses of the record contract as
its values).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.annotate.judging.circumstances import lies_ahead
from communique.annotate.judging.disputes import disputed
from communique.annotate.judging.imperatives import commanded
from communique.annotate.judging.moods import (
    ASKED,
    NEGATED,
    NONE,
    anyone,
    conditioned,
    inverted_condition,
    long_ago,
    own_status,
)
from communique.annotate.judging.operators import is_definite, only_occurs, operator_of, role_of
from communique.annotate.judging.reports import answered, reported
from communique.annotate.parsing.relatives import extraposed, is_relative, text_nouns
from communique.lexicon.statuses import SAME, Operator, Statuses
from communique.lexicon.words import load_words
from communique.reading import FOR, FUTURE, HEADLINED, NAMED, PRESENT, PURPOSE, Clause, Factuality, Reading
from communique.records.events import REAL, EventStatus

_SOFT: frozenset[str] = frozenset({"planned", "announced", "possible", "demanded", "hypothetical"})
"""Statuses shown by a modal alone; a governing "hopes", "plans", "announced" knows better."""

LISTED = "listed behind its plan"
"""`Factuality.why` of the parts of a plan that stand behind it."""

_COMING: frozenset[str] = frozenset({"announced", "planned", "agreed", "offered"})
"""Statuses of what is said to come."""

_WITHHELD: frozenset[str] = frozenset({"refused", "threatened"})
"""Statuses of what is not to be before something else is done, or unless it is."""

_UNBOUND: frozenset[str] = frozenset(
    {"sought", "demanded", "proposed", "offered", "agreed", "hypothetical", "possible", "planned"}
)
"""Statuses of what nobody has brought about, with all that it involves."""


_CYCLIC = Factuality("occurred", "cyclic tree")


def find_factuality(reading: Reading, statuses: Statuses) -> tuple[Factuality, ...]:
    """Return the factuality of each clause of a reading with clauses and mentions, in the order of its clauses."""
    judge = _Judge(reading, statuses, {})
    found = [judge.judge(clause.index) for clause in reading.clauses]
    for told, dispute, how in disputed(reading):
        if found[told.index].status in REAL:
            found[told.index] = Factuality("alleged", how, (dispute.index,))
    return tuple(found)


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
            self.done[pending] = _CYCLIC
            self.done[pending] = self._dated(self.reading.clauses[pending])
        return self.done[index]

    def _dated(self, clause: Clause) -> Factuality:
        """What is dated after the article has not happened yet, however it is named; what is dated long before is
        history, and so is what is told along with it."""
        told = self._judged(clause)
        if told.why in (NEGATED, NONE):
            told = answered(self.reading, clause, told)
        if told.status in REAL and lies_ahead(self.reading, clause, told):
            return replace(told, status="planned", why="dated after the article")
        if told.status != "occurred":
            return told
        past = long_ago(self.reading, clause) is not None or self._dated_below(clause)
        return replace(told, status="historical") if past or self._told_with_history(clause) else told

    def _told_with_history(self, clause: Clause) -> bool:
        """ "In 2014 a draft was read and a week was asked for": the second has the date of the first."""
        if any(time.type in ("DATE", "TIME") for time in self.reading.times_at.get(clause.head, ())):
            return False
        token = self.reading.tokens[clause.head]
        above = self.reading.clause_at.get(token.head) if token.dep == "conj" else None
        if (
            clause.link == "adverbial"
            and clause.under is not None
            and clause.mark in load_words("language/en/time_marks")
        ):
            above = self.reading.clauses[clause.under]
        return above is not None and above.pos == "verb" and self.judge(above.index).status == "historical"

    def _dated_below(self, clause: Clause) -> bool:
        """ "The strike that paralysed the ports in 2002", "a law adopted in 2016": the noun has the date of what is
        told of it."""
        below = self.reading.clauses_under.get(clause.index, ()) if clause.pos == "noun" else ()
        begun = load_words("engagements/en/beginning_verbs")  # "the war, which began in 2011", may go on
        told = (c for c in below if c.link in ("relative", "modifier") and c.pos == "verb" and not c.negated)
        told = (c for c in told if c.predicate not in begun)
        return any(long_ago(self.reading, c) is not None for c in told if c.one("subject", "object"))

    def _judged(self, clause: Clause) -> Factuality:
        own = own_status(self.reading, self.statuses, clause)
        above = self.reading.clauses[clause.under] if clause.under is not None else None
        if above is not None and clause.pos == "adjective" and clause.link == "argument":
            asked = self.judge(above.index)
            own = asked if asked.why == ASKED else own  # "Is X ready to fight?"
        if above is None:
            told = commanded(self.reading, clause) if own is None or own.status in REAL else None
            return told or own or self._headlined(clause) or Factuality("occurred", "plain statement")
        if clause.mark == "until" and clause.tense == "past" and self._told_with_history(clause):
            return Factuality("historical", "what ended what was")  # "in 1995 he ruled until the army rose"
        if own is None and above.predicate == "be" and clause.infinitive and inverted_condition(self.reading, above):
            return Factuality("hypothetical", "were ... to")
        if own is None and self._was_to(clause, above):
            top = self.judge(above.index)
            return Factuality("planned", "was to") if top.status in REAL else top
        if own is None and (verb := self._raised(clause, above)) is not None:
            return self.judge(verb.index)
        if own is None and (coming := self._is_to(clause, above)) is not None:
            return coming
        if (own is None or own.status in REAL) and (told := commanded(self.reading, clause)) is not None:
            return told
        if own is not None and own.status in REAL and (coming := self._when_it_comes(clause, above, own)) is not None:
            return coming
        if own is not None and (provided := self._provided(clause, above)) is not None:
            return provided
        if own is not None and own.status in REAL and (self._is_free(clause) or anyone(self.reading, clause, own)):
            return Factuality("hypothetical", "whoever", (above.index,))
        if own is not None and own.status in REAL and self._is_cleft(clause, above):
            return Factuality("negated", "it was not ... who", (above.index,))
        if self.reading.tokens[clause.head].dep == "csubj" and self.judge(above.index).status not in REAL:
            return Factuality("hypothetical", "spoken of, not claimed")  # "meeting them would help"
        found = operator_of(self.reading, self.statuses, clause, above)
        if found is not None:
            return self._governed(clause, own, above, found)
        if own is None and (listed := self._listed(clause, above)) is not None:
            return listed
        if (apart := extraposed(self.reading, clause, above)) is not None and (own is None or own.status in _SOFT):
            noun, role = apart
            found = operator_of(self.reading, self.statuses, clause, noun, role)
            if found is not None:
                return self._governed(clause, own, noun, found)
        if own is not None:
            return own
        return self._inherited(clause, above)

    def _headlined(self, clause: Clause) -> Factuality | None:
        """ "Premiers to meet in Rome": an infinitive in a sentence without a finite verb announces."""
        if clause.pos != "verb" or not clause.infinitive:
            return None
        here = (c for c in self.reading.clauses if c.sentence == clause.sentence and c.pos == "verb")
        finite = any(c.tense != "none" or c.modal for c in here)
        return None if finite else Factuality("announced", HEADLINED)

    def _was_to(self, clause: Clause, above: Clause) -> bool:
        """ "The two were to meet", "talks were to begin": that it came to pass is not said."""
        if above.predicate != "be" or above.tense != "past" or above.one("attribute") is not None:
            return False
        if clause.pos == "verb":
            return clause.infinitive and clause.link == "complement" and clause.mark is None
        then = (c for c in self.reading.clauses_under.get(above.index, ()) if c.link == "complement" and c.infinitive)
        return role_of(self.reading, clause, above) == "subject" and any(
            c.passive or only_occurs(self.statuses, c) for c in then
        )

    def _raised(self, clause: Clause, above: Clause) -> Clause | None:
        """ "The *talks* are due to begin": the verb that says that they take place."""
        if clause.pos != "noun" or role_of(self.reading, clause, above) != "subject":
            return None
        under = self.reading.clauses_under
        below = (deep for near in under.get(above.index, ()) for deep in (near, *under.get(near.index, ())))
        return next((c for c in below if c.infinitive and only_occurs(self.statuses, c) and self._of(clause, c)), None)

    def _of(self, noun: Clause, told: Clause) -> bool:
        """Whether a verb tells of a noun: "*talks* failed to begin", but not "the *envoy* asked Chad to begin"."""
        thing = told.one("object" if told.passive else "subject")
        return thing is None or noun.head in self.reading.coordinated(thing.head)

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
        told: EventStatus = "announced" if reported(self.reading, above) else "planned"
        return Factuality("planned", "was going to") if past else Factuality(told, "is to")

    def _names(self, clause: Clause, above: Clause) -> bool:
        """ "The aim is to free them": the infinitive says what the subject is."""
        subject = above.one("subject")
        named = subject is not None and subject.head in self.reading.mention_at
        return not named and not clause.passive and not only_occurs(self.statuses, clause)

    def _provided(self, clause: Clause, above: Clause) -> Factuality | None:
        """ "A bill that would ban the exports", "mooted a swap under which both would free captives": what a text or a
        bargain provides for is as real as that is, and no more than proposed if it is a draft."""
        if clause.modal not in FUTURE or clause.negated or not is_relative(self.reading, clause):
            return None
        for noun in text_nouns(self.reading, above):
            top, gives = self.judge(noun.index), self.statuses.terms.get(noun.predicate)
            if gives is None and noun is not above:
                continue
            weighed = gives == "proposed" and top.status in _UNBOUND
            if top.status not in REAL and top.status != "negated" and not weighed:
                gives = top.status
            if gives is not None:
                return Factuality(gives, f"provided by the {noun.predicate}", (*top.scope, noun.index))
        return None

    def _is_free(self, clause: Clause) -> bool:
        """ "Anyone who *enters* will be shot", "whoever *attacked* it": of nobody in particular."""
        words, head = load_words("language/en/free_choice"), self.reading.tokens[clause.head]
        whom = self.reading.tokens[head.head].norm if head.dep == "relcl" else self.reading.tokens[clause.first].norm
        return whom in words

    def _is_cleft(self, clause: Clause, above: Clause) -> bool:
        """ "It was not they who *shelled* the town"."""
        subject, doer, named = above.one("subject"), clause.one("subject"), above.one("attribute")
        if not (subject and named and above.predicate == "be" and above.negated):
            return False
        which = clause.link == "relative" or (
            doer is not None and self.reading.tokens[doer.head].norm in ("that", "who")
        )
        return which and self.reading.tokens[subject.head].norm == "it"

    def _when_it_comes(self, clause: Clause, above: Clause, own: Factuality) -> Factuality | None:
        """ "Will sign it when he *arrives*": the present tense of a time clause is as future as what it dates; "would
        sign it only when they *left*" is a condition in any tense."""
        if clause.link != "adverbial" or clause.mark not in load_words("language/en/time_marks"):
            return None
        top, tokens = self.judge(above.index), self.reading.tokens
        if top.status not in REAL and "only" in (tokens[clause.first].norm, tokens[max(clause.first - 1, 0)].norm):
            return Factuality("hypothetical", f"only {clause.mark}", top.scope)
        if own.why != PRESENT or top.status not in _COMING | _WITHHELD:
            return None
        told: EventStatus = "planned" if top.status in _COMING else "demanded"
        return Factuality(told, f"{clause.mark}, of what is to come", top.scope)

    def _governed(self, clause: Clause, own: Factuality | None, above: Clause, operator: Operator) -> Factuality:
        top = self.judge(above.index)
        scope = (*top.scope, above.index)
        gives = operator.negated if above.negated else operator.gives
        if operator.unreal and top.status not in REAL and not above.negated and (own is None or own.status in REAL):
            return Factuality(_status(operator.unreal), f"{above.predicate} ({operator.id})", scope)
        if above.negated and above.modal and gives == "occurred":
            gives = "announced"  # "will not hesitate to strike"
        if gives == SAME:
            if own is None:
                return replace(top, scope=scope)
            return own
        if own is not None and not operator.overrides and not self._gives_way(clause, own, above, gives):
            return own
        coming = gives != "ongoing" and (top.status == "announced" or top.why in FUTURE)  # "will begin leaving"
        free = operator.overrides or operator.form == "definite" or coming
        if top.status not in REAL and not above.negated and not free:
            return Factuality(top.status, f"{above.predicate} is {top.status}", scope, top.likely)
        if gives == "offered" and (conditioned(self.reading, clause, "if") or conditioned(self.reading, above, "if")):
            gives = "hypothetical"  # "ready to send troops if the others do"
        if clause.negated and gives in ("agreed", "planned", "announced", "offered"):
            gives = "refused"
        why = f"{'not ' if above.negated else ''}{above.predicate} ({operator.id})"
        return Factuality(_status(gives), why, scope, operator.likely and not above.negated)

    def _gives_way(self, clause: Clause, own: Factuality, above: Clause, gives: str) -> bool:
        """Whether what a finite clause shows by itself yields to its governor.

        "hopes they will meet" is a wish, but "told them that it would fight on" stays an announcement; "insisted that
        the boats leave" is no present, "proposed that the state cut aid" and "wants the boxes opened" no past.
        """
        if clause.mark in ("whether", "if") or (gives == "demanded" and own.status == "announced"):
            return False
        if clause.pos == "noun" and own.status == "planned" and gives == "possible":
            return False  # "discussed the upcoming visit": it is planned, whatever is said of it
        token = self.reading.tokens[clause.head]
        subjunctive = (
            token.tag != "VBZ" or gives == "sought"
        )  # "insists that it goes on" reports, "that it go on" demands
        wanted = above.predicate in load_words("language/en/wanting_verbs") and token.tag in ("VBN", "VBD")
        past = clause.tense == "past" and (wanted or token.norm == token.lemma)
        bare = (own.why == PRESENT and subjunctive) or past
        return own.status in _SOFT or (bare and gives in ("demanded", "proposed", "sought", "offered", "agreed"))

    def _inherited(self, clause: Clause, above: Clause) -> Factuality:
        top = self.judge(above.index)
        if clause.pos == "noun":
            role = role_of(self.reading, clause, above)
            if role == "for" and above.predicate in load_words("language/en/motion_verbs") and top.status in REAL:
                return Factuality("planned", PURPOSE, (above.index,))
            if (role in ("before", "ahead", "until", "till", "pending") or self._ahead(clause)) and top.status in REAL:
                return Factuality("planned", PURPOSE, (above.index,))
            aside = role in load_words("language/en/background_prepositions")
            brings = role in ("object", "to") and above.predicate in load_words("language/en/bringing_verbs")
            called = role == ("object" if above.passive else "subject") and self._is_called(clause)
            known = self._definite(clause, top.status) or (called and top.status == "negated")
            real = top.status in REAL or aside or (known and not brings)
            return self._named(clause, above, top, role) if real else top
        token = self.reading.tokens[clause.head]
        done = clause.passive and clause.one("subject") is not None  # "captives held by the rebels"
        known = (
            top.why == PRESENT
            or done
            or self._lies_behind(clause)
            or (above.pos == "noun" and self._definite(above, "occurred"))
        )
        if token.tag == "VBN" and token.dep in ("amod", "acl") and known:
            return Factuality("occurred", "past participle")  # "these are the freed captives": freed already
        if clause.infinitive and above.pos == "noun" and top.status in REAL and not self._singled_out(above):
            return Factuality("planned", FOR, (above.index,))  # "a contract to supply tanks"
        if clause.infinitive and top.status in REAL and self._by_a_day(clause, above):
            return Factuality("demanded", "a deadline", (above.index,))
        if clause.mark == "before" and clause.passive and above.tense == "past" and top.status in REAL:
            return Factuality(top.status, "done before the next")  # "killed two before being shot"
        forward = clause.mark == "before" or (clause.mark == "for" and above.pos == "noun")  # but "held for spying"
        if (clause.link == "adverbial" and clause.infinitive) or (forward and clause.link == "argument"):
            if clause.infinitive and self._voiced(clause, above):
                return top
            return Factuality("planned", PURPOSE, (above.index,)) if top.status in REAL else top
        return top

    def _is_called(self, clause: Clause) -> bool:
        """ "*U.S. raid on Sudan* was not lawful": a deed by its doer and object, the article left out."""
        below = self.reading.dependents[clause.head]
        bare = self.reading.tokens[clause.head].tag == "NN" and not any(token.dep == "det" for token in below)
        named = (t for t in below if t.dep in ("compound", "amod") and t.index in self.reading.mention_at)
        return bare and clause.one("on", "against") is not None and any(named)

    def _lies_behind(self, clause: Clause) -> bool:
        """ "A deal *reached* in July might fail": it is dated before the article."""
        published = self.reading.article.published
        times = (t for t in self.reading.times_at.get(clause.head, ()) if t.type in ("DATE", "TIME") and t.when.to)
        return published is not None and any((t.when.to or "")[:10] < published.from_[:10] for t in times)

    def _voiced(self, clause: Clause, above: Clause) -> bool:
        """ "Marched to *demand* elections", "summoned the envoy to *protest*": the deed itself says so; who travels to
        ask for a thing has not asked yet."""
        speech, travel = load_words("language/en/second_speech"), load_words("language/en/motion_verbs")
        return clause.predicate in speech and above.pos == "verb" and above.predicate not in travel

    def _named(self, clause: Clause, above: Clause, top: Factuality, role: str | None) -> Factuality:
        """What a noun only names goes on where somebody is "under arrest" or "in talks", and is as old as the deed that
        it was part of."""
        told: EventStatus = "historical" if top.status == "historical" and role in ("object", "subject") else "occurred"
        among = above.predicate in load_words("language/en/standing_verbs") and top.why == PRESENT
        if among and role in load_words("language/en/state_prepositions") and not is_definite(self.reading, clause):
            told = "ongoing"
        return Factuality(told, NAMED)

    def _listed(self, clause: Clause, above: Clause) -> Factuality | None:
        """ "Laid out a plan: a truce, then a pull-out", "presented what it called a plan: a truce": what a text
        provides for, listed behind it."""
        if clause.pos != "noun":
            return None
        top, tokens = self.judge(above.index), self.reading.tokens
        if top.why == LISTED and above.pos == "noun":
            return top if tokens[clause.head].dep in ("appos", "conj") else None
        colon = next((i for i in range(clause.head, above.head, -1) if tokens[i].norm == ":"), None)
        if colon is None or is_definite(self.reading, clause):
            return None
        listing = (above.predicate if above.pos == "noun" else "", tokens[colon - 1].lemma)  # "terms of the offer: ..."
        gives = next((self.statuses.terms[noun] for noun in listing if noun in self.statuses.terms), None)
        return Factuality(gives, LISTED, (above.index,)) if gives is not None else None

    def _by_a_day(self, clause: Clause, above: Clause) -> bool:
        """ "Gave them until July to name a premier", "have a week to answer": a term that somebody is set."""
        if above.predicate not in load_words("language/en/granting_verbs"):
            return False
        return any(above.head < time.first < clause.head and time.type != "SET" for time in self.reading.times)

    def _singled_out(self, noun: Clause) -> bool:
        """ "The first state to recognise it", "the only party to sign": it did."""
        words = load_words("language/en/singling_words")
        below = self.reading.dependents[noun.head]
        return any(token.norm in words or token.tag == "JJS" for token in below)

    def _ahead(self, clause: Clause) -> bool:
        """ "Ahead of the talks": still to come; "went ahead with the talks" is not."""
        preposition = self.reading.tokens[self.reading.tokens[clause.head].head]
        before = self.reading.tokens[max(preposition.index - 1, 0)]
        return preposition.norm == "of" and before.norm == "ahead"

    def _definite(self, clause: Clause, status: EventStatus) -> bool:
        """ "the invasion", "its raid": taken for granted, whatever is said of it; "the" alone not of what is only
        wanted, agreed or possible ("would welcome the release")."""
        return is_definite(self.reading, clause, bare_article=status not in _UNBOUND)


def _status(value: str) -> EventStatus:
    return value  # type: ignore[return-value]

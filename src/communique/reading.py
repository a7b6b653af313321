"""A Reading: what the language of an article says, as plain data without spaCy.

`annotate` makes a Reading from an Article; `extract` makes records from a Reading and never sees a model. All offsets
are code points of `article.text`; indices into `tokens`, `sentences`, `mentions`, `clauses`... are positions in the
Reading's own tuples.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, TypeVar

from communique.records.actors import Actor, When
from communique.records.events import EventStatus
from communique.records.stretches import Stretches
from communique.records.texts import Article, Layer, SegmentKind, Span
from communique.records.values import plain

_ABOUT_THINGS = frozenset({"np", "passive_np", "to", "on", "with", "in", "relative"})
"""Frames of cues (last part of an attribution's rule) in which a noun phrase follows that the source need not have
said."""

Key = TypeVar("Key")
Value = TypeVar("Value")

Tense = Literal["past", "present", "future", "none"]

PURPOSE = "purpose"
"""`Factuality.why` of what something is done for: "flew to Oslo to meet", "arrived for talks"."""

NAMED = "named as a thing"
"""`Factuality.why` of a noun that only names a happening: "his visit". That is no claim of its own that it took
place."""

FOR = "what a thing is for"
"""`Factuality.why` of an infinitive that says what its noun is for: "a contract to supply tanks"."""

HEADLINED = "headline infinitive"
"""`Factuality.why` of "Premiers to meet in Rome"."""

FUTURE: frozenset[str] = frozenset({"will", "shall", "would", "is to"})
"""`Factuality.why` of what is told as to come."""

Certainty = Literal["certain", "probable", "possible", "open"]

_OPEN: frozenset[EventStatus] = frozenset({"planned", "sought", "proposed", "demanded", "hypothetical"})
"""Statuses of what somebody intends, wants or supposes, without a word on whether it comes about."""

YET = "yet to"
"""`Factuality.why` of what somebody has yet to do."""

PRESENT = "present tense"
"""`Factuality.why` of a plain present: for a schedule ("talks begin on Monday") it is a future."""


@plain(frozen=True, slots=True)
class Token:
    """A word with its place in the sentence's dependency tree; `head` is a token index (its own for a root).

    `norm` is the word in lower case with straight quotes and plain blanks; `lemma` is in lower case too.
    """

    index: int
    start: int
    end: int
    text: str
    norm: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    entity: str = ""


@plain(frozen=True, slots=True)
class Sentence:
    """Tokens [first, last) of one segment; `paragraph` counts through the article."""

    index: int
    start: int
    end: int
    first: int
    last: int
    segment: SegmentKind
    paragraph: int
    layer: Layer


@plain(frozen=True, slots=True)
class Mention:
    """A noun phrase or pronoun that refers to an actor or a place; tokens [first, last), syntactic head `head`.

    `actor` is None where nobody can be named with confidence. `reading` says in which sense the name is used here:
    "Beijing denied" is an actor, "visited Beijing" a place. Mentions nest: "Ukraine" inside "Ukraine's President V.
    Z.".
    """

    index: int
    first: int
    last: int
    head: int
    sentence: int
    actor: Actor | None
    reading: Literal["actor", "place"] = "actor"
    why: str = ""
    iso3: str | None = None


@plain(frozen=True, slots=True)
class Quotation:
    """Quoted words: [start, end) with the marks, [inner_start, inner_end) without; `scare` for a label or single term.

    A quotation that runs over several sentences or paragraphs is one Quotation; `closed` is False when its end mark is
    missing.
    """

    index: int
    start: int
    end: int
    inner_start: int
    inner_end: int
    scare: bool = False
    closed: bool = True


@plain(frozen=True, slots=True)
class Argument:
    """A phrase that fills a role of a clause: tokens [first, last) with head token `head`.

    Roles: subject, object, indirect, complement (a clause or infinitive), attribute, agent (of a passive, "by"),
    possessor, compound, and prepositions by their own name (to, with, for, of, in, on, at, after, against, between...).
    """

    role: str
    first: int
    last: int
    head: int


@plain(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments: a verb, or a noun or adjective that stands for a happening ("talks between",
    "beholden to").

    `predicate` is the lemma with its particle ("put forward"); `head` the predicate's token; [first, last) all tokens
    below it. `subject` arguments are logical where grammar lets them be shared (control, coordination, relative
    clauses), and turned round for passives: a passive's grammatical subject has role "object", its by-phrase role
    "subject". `under` is the clause that governs this one and `link` how: complement, adverbial, relative, conjunct,
    modifier, argument. `mark` is the subordinator ("if", "after", "that"), in lower case.
    """

    index: int
    head: int
    predicate: str
    pos: Literal["verb", "noun", "adjective"]
    first: int
    last: int
    sentence: int
    arguments: tuple[Argument, ...]
    negated: bool = False
    modal: str | None = None
    passive: bool = False
    tense: Tense = "none"
    progressive: bool = False
    perfect: bool = False
    infinitive: bool = False
    under: int | None = None
    link: str | None = None
    mark: str | None = None

    @property
    def word(self) -> str:
        """The first word of the predicate: "put" of "put forward"."""
        return self.predicate.partition(" ")[0]

    def all(self, *roles: str) -> tuple[Argument, ...]:
        """Return the arguments in any of `roles`, in text order."""
        return tuple([argument for argument in self.arguments if argument.role in roles]) if self.arguments else ()

    def one(self, *roles: str) -> Argument | None:
        """Return the first argument in the first of `roles` that is filled."""
        for role in roles:
            for argument in self.arguments:
                if argument.role == role:
                    return argument
        return None


@plain(frozen=True, slots=True)
class TimeRef:
    """A time expression: tokens [first, last); `type` as in TIMEX3. `anchor` is the token that it modifies ("told ...
    Friday")."""

    index: int
    first: int
    last: int
    sentence: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    when: When
    anchor: int


@plain(frozen=True, slots=True)
class Attribution:
    """Attributed speech or thought (PARC, PolNeAR): source, cue and content as character spans, each possibly in
    pieces.

    `cue_head` is the token of the cue's head, `source_head` that of the source (None for a source left unsaid).
    `cue_lemma` is the dictionary form that carries act and status in the cue lexicon. `under` is the attribution whose
    content holds this one.
    """

    index: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sentence: int
    cue_head: int
    cue_lemma: str
    source_head: int | None = None
    addressee_head: int | None = None
    quotations: tuple[int, ...] = ()
    under: int | None = None
    confidence: float = 0.5
    rule: str = ""

    @property
    def tells(self) -> bool:
        """Whether the content is what the source says or thinks; False where the cue is about a thing ("praised the
        deal")."""
        return self.rule.rpartition(".")[2] not in _ABOUT_THINGS


@plain(frozen=True, slots=True)
class Factuality:
    """What the text says of a clause's happening: an event status of the record contract, and why.

    `scope` lists the clauses whose meaning decided it (a denial, a wish, an announcement...), outermost first.
    `likely`: the words call it so ("is expected to").
    """

    status: EventStatus
    why: str
    scope: tuple[int, ...] = ()
    likely: bool = False

    @property
    def certainty(self) -> Certainty:
        """How far the teller commits to the happening or to its contrary (FactBank's scale)."""
        if self.likely:
            return "probable"
        if self.status in ("possible", "threatened"):
            return "possible"
        return "open" if self.status in _OPEN else "certain"


@plain(frozen=True, slots=True)
class Guess:
    """What type of happening the trained finder takes a clause for, how sure it is (0 to 1), and whether `sure` enough:
    other guesses are doubtful."""

    clause: int
    type: str
    sureness: float
    sure: bool


@plain(frozen=True, slots=True)
class Doubt:
    """What the trained judge takes a clause for that is told like a fact, and how sure it is that it is none (0 to
    1)."""

    clause: int
    status: EventStatus
    sureness: float


@dataclass(frozen=True)
class Reading:
    """Everything the extractors may know about an article; `factuality` runs parallel to `clauses`; `filed_in` is the
    country of the dateline."""

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    clauses: tuple[Clause, ...] = ()
    times: tuple[TimeRef, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    factuality: tuple[Factuality, ...] = ()
    guesses: tuple[Guess, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    model: str = ""
    filed_in: str | None = None
    notes: tuple[str, ...] = field(default=())

    def span(self, first: int, last: int) -> Span:
        """Return the text of tokens [first, last) as a span."""
        return self.article.span(self.tokens[first].start, self.tokens[last - 1].end)

    def hyphened(self, token: Token) -> str:
        """Return a word with what hyphens join to it, in lower case: "*hoped*-for", "would-*be*"."""
        tokens, first, last = self.tokens, token.index, token.index
        while first > 1 and tokens[first - 1].norm == "-" and tokens[first - 2].end == tokens[first - 1].start:
            first -= 2
        while last + 2 < len(tokens) and tokens[last + 1].norm == "-" and tokens[last].end == tokens[last + 1].start:
            last += 2
        return "".join(tokens[index].norm for index in range(first, last + 1))

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of `sentence`."""
        return self.tokens[sentence.first : sentence.last]

    @cached_property
    def dependents(self) -> tuple[tuple[Token, ...], ...]:
        """Token index -> its dependents, in text order."""
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token)
        return tuple(map(tuple, below))

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Token index -> the indices of its dependents, in text order."""
        return tuple([tuple([token.index for token in below]) if below else () for below in self.dependents])

    def subtree(self, index: int) -> Iterator[int]:
        """Yield the token indices of the subtree of `index`, itself included, unordered."""
        stack = [index]
        while stack:
            current = stack.pop()
            yield current
            stack.extend(self.children[current])

    def filled(self, **parts: Any) -> Reading:
        """Return the reading with `parts` (fields but the tokens) put in; what rests on tokens alone is kept."""
        done = replace(self, **parts)
        for name in ("children", "dependents", "_edges", "_conjuncts", "_token_starts", "_quotations_around"):
            if name in self.__dict__ and not parts.keys() & {"tokens", "quotations"}:
                done.__dict__[name] = self.__dict__[name]
        return done

    def reach(self, index: int) -> tuple[int, int]:
        """Return the stretch [first, last) of tokens from the first to the last in the subtree of `index`."""
        firsts, lasts = self._edges
        return firsts[index], lasts[index] + 1

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Token index -> the first and the last token of its subtree, each handed up while it is news."""
        firsts, lasts = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for token in self.tokens:
            above = token.head
            while firsts[above] > token.index:
                firsts[above], above = token.index, self.tokens[above].head
        for token in reversed(self.tokens):
            above = token.head
            while lasts[above] < token.index:
                lasts[above], above = token.index, self.tokens[above].head
        return firsts, lasts

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that stand wholly inside `span`."""
        first, last = bisect_left(self._token_starts, span.start), bisect_left(self._token_starts, span.end)
        while last > first and self.tokens[last - 1].end > span.end:
            last -= 1
        return self.tokens[first:last]

    def first_token(self, offset: int) -> int:
        """Return the index of the first token that starts at `offset` or later."""
        return bisect_left(self._token_starts, offset)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence in which the character at `offset` stands; None between two."""
        number = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[number] if number >= 0 and offset < self.sentences[number].end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def quotations_around(self, offset: int) -> list[Quotation]:
        """Return the quotations, marks included, in which the character at `offset` stands, in text order."""
        return self._quotations_around.around(offset)

    @cached_property
    def _quotations_around(self) -> Stretches[Quotation]:
        return Stretches((quotation.start, quotation.end, quotation) for quotation in self.quotations)

    @cached_property
    def times_at(self) -> dict[int, tuple[TimeRef, ...]]:
        """Token index -> the time expressions that modify it, in text order."""
        return _grouped((time.anchor, time) for time in self.times)

    @cached_property
    def times_over(self) -> dict[int, tuple[TimeRef, ...]]:
        """The time expressions by each of their tokens."""
        return _grouped((index, time) for time in self.times for index in range(time.first, time.last))

    @cached_property
    def guess_at(self) -> dict[int, Guess]:
        """Clause index -> what the trained finder takes it to be."""
        return {guess.clause: guess for guess in self.guesses}

    @cached_property
    def clauses_under(self) -> dict[int, tuple[Clause, ...]]:
        """Clause index -> the clauses that it governs, in text order."""
        return _grouped((clause.under, clause) for clause in self.clauses if clause.under is not None)

    @cached_property
    def clauses_with(self) -> dict[int, tuple[Clause, ...]]:
        """Token index -> the clauses of which it heads an argument, in text order."""
        found: dict[int, dict[int, Clause]] = {}
        for clause in self.clauses:
            for argument in clause.arguments:
                found.setdefault(argument.head, {})[clause.index] = clause
        return {head: tuple(clauses.values()) for head, clauses in found.items()}

    def quotations_in(self, span: Span) -> list[Quotation]:
        """Return the quotations that share a character, marks included, with `span`, in text order."""
        return self._quotations_around.touching(span.start, span.end)

    def attributions_holding(self, offset: int) -> list[Attribution]:
        """Return the attributions in whose content the character at `offset` stands; twice where its pieces overlap."""
        return self._contents.around(offset)

    @cached_property
    def _contents(self) -> Stretches[Attribution]:
        return Stretches((span.start, span.end, a) for a in self.attributions for span in a.content)

    @cached_property
    def attributions_under(self) -> dict[int, tuple[Attribution, ...]]:
        """Attribution index -> the attributions right inside its content, in text order."""
        return _grouped((inner.under, inner) for inner in self.attributions if inner.under is not None)

    def mentions_within(self, first: int, last: int) -> tuple[Mention, ...]:
        """Return the mentions inside the tokens [first, last), in text order."""
        begin, end = bisect_left(self._mention_firsts, first), bisect_left(self._mention_firsts, last)
        return tuple(mention for mention in self.mentions[begin:end] if mention.last <= last)

    @cached_property
    def _mention_firsts(self) -> list[int]:
        return [mention.first for mention in self.mentions]

    @cached_property
    def mentions_of(self) -> dict[str, tuple[Mention, ...]]:
        """Actor id -> the mentions of that actor, in text order."""
        return _grouped((mention.actor.id, mention) for mention in self.mentions if mention.actor is not None)

    def clauses_in(self, spans: Iterable[Span]) -> Iterator[Clause]:
        """Yield the clauses whose predicates stand inside one of the spans, in text order of each span."""
        for span in spans:
            first = bisect_left(self._predicate_starts, span.start)
            last = bisect_left(self._predicate_starts, span.end)
            yield from (c for c in self.clauses[first:last] if self.tokens[c.head].end <= span.end)

    @cached_property
    def _predicate_starts(self) -> tuple[int, ...]:
        return tuple(self.tokens[clause.head].start for clause in self.clauses)

    @cached_property
    def attributions_around(self) -> dict[int, tuple[Attribution, ...]]:
        """Token index -> the attributions that tell what it stands in, the longest content first."""
        found: dict[int, list[Attribution]] = {}
        starts = self._token_starts
        told = [a for a in self.attributions if a.tells]
        for attribution in sorted(told, key=lambda a: -sum(s.end - s.start for s in a.content)):
            for span in attribution.content:
                for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                    if self.tokens[index].end <= span.end:
                        found.setdefault(index, []).append(attribution)
        return {index: tuple(many) for index, many in found.items()}

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """Predicate token index -> its clause."""
        return {clause.head: clause for clause in self.clauses}

    def coordinated(self, head: int) -> tuple[int, ...]:
        """Return `head` and the heads of the phrases coordinated with it, in text order: "Xi and Putin", not "Xi but
        not Putin"."""
        if head not in self._conjuncts:
            return (head,)
        found = [head]
        for current in found:
            found.extend(self._conjuncts.get(current, ()))
        return tuple(sorted(found))

    @cached_property
    def _conjuncts(self) -> dict[int, tuple[int, ...]]:
        """Token index -> the heads of the phrases right below it that are coordinated with it."""
        below = (token for token in self.tokens if token.dep == "conj" and token.head != token.index)
        return _grouped((token.head, token.index) for token in below if not self._left_out(token.index))

    def _left_out(self, head: int) -> bool:
        first = self.reach(head)[0]
        words = [self.tokens[first].norm, self.tokens[first - 1].norm if first else ""]
        return "not" in words

    def actor_at(self, head: int) -> Actor | None:
        """Return the actor that the phrase headed by token `head` names, or else its possessor or modifier ("Russia's
        forces", "U.S. drone attacks"); None for a place, an unresolved mention, or nobody."""
        mention = self.mention_at.get(head)
        if mention is not None:
            return mention.actor if mention.reading == "actor" else None
        return self._owner(head)

    def _owner(self, head: int) -> Actor | None:
        """The possessor or modifier of a noun, or else that of a noun before it; of a person and a body ("Grant's White
        House team") the body."""
        beside = (c.index for c in self.dependents[head] if c.dep in ("poss", "amod", "compound", "nmod"))
        inside = (self.mention_at[child] for child in beside if child in self.mention_at)
        found = [mention.actor for mention in inside if mention.reading == "actor"]
        if found:
            body = next((actor for actor in found[1:] if actor is not None and actor.kind == "organ"), None)
            return body if body is not None and found[0] is not None and found[0].kind == "person" else found[0]
        before = (c.index for c in self.dependents[head] if c.dep == "compound" and c.pos == "NOUN")
        owners = (self._owner(noun) for noun in before if noun not in self.mention_at)
        return next((owner for owner in owners if owner is not None), None)

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Token index -> the largest mention whose head it is."""
        found: dict[int, Mention] = {}
        for mention in self.mentions:
            best = found.get(mention.head)
            if best is None or mention.last - mention.first > best.last - best.first:
                found[mention.head] = mention
        return found


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The values of each key, in the order of the pairs."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}

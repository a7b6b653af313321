"""The state of resolving one article: what is known so far of each mention, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from communique.annotate.naming.mentions import Maker, Sketch
from communique.annotate.naming.places import Filed
from communique.annotate.referring.antecedents import Candidate, Focus
from communique.annotate.referring.documents import Papers
from communique.annotate.referring.homes import home_of
from communique.annotate.referring.identities import Identities
from communique.annotate.referring.parties import Pairs
from communique.lexicon.actors import Known
from communique.lexicon.spellings import slug
from communique.lexicon.words import load_words
from communique.reading import Mention, Quotation, Token
from communique.records.actors import Actor, Form
from communique.records.stretches import Stretches

SPEAKER_SAYS = "its speaker says who it is"
"""`why` of words in a quotation that only its speaker explains; `resolve_quoted` looks at them again."""


HOME = "of the state that the article is about"
"""`why` of what a state has everywhere and nobody says whose it is ("the army"), in news about one state."""

BESIDE = "of the one state told of beside it"
"""`why` of the same in news about several states."""

NEAR = 1
"""So many sentences back at most a state is told of whose parliament or police "parliament" and "police" may be."""

_POWERS = ("collective", "organisation", "armed_group")


class Resolution:
    """Actors found so far by the index of their mention (`done`), the reasons (`why`), and what is in focus."""

    def __init__(
        self, maker: Maker, sketches: Sequence[Sketch], quotations: Sequence[Quotation], filed: Filed | None = None
    ) -> None:
        """Start with nothing resolved; the article was `filed` in a state, if its dateline tells."""
        self.maker, self.registry, self.tokens = maker, maker.registry, maker.tokens
        self.sketches, self.filed = sketches, filed
        self.focus = Focus(maker.tokens, maker.sentences)
        self.identities = Identities(maker, sketches)
        self.papers = Papers(maker, sketches)
        self.pairs = Pairs(maker)
        self.done: dict[int, Actor] = {}
        self.why: dict[int, str] = {}
        self._quotations = Stretches((q.start, q.end, q) for q in quotations if not q.scare)
        self._by_head: dict[int, list[Mention]] = {}
        self._by_sentence: dict[int, list[Sketch]] = {}
        for sketch in sketches:
            self._by_head.setdefault(sketch.mention.head, []).append(sketch.mention)
            self._by_sentence.setdefault(sketch.mention.sentence, []).append(sketch)

    @cached_property
    def home(self) -> Known | None:
        """The one state that the article is about, if it is about one; asked for when people's names are resolved."""
        code = home_of(self.tokens, self.sketches, self.done, self.filed)
        return self.registry.known.get(f"state/{code}") if code is not None else None

    def told_beside(self, mention: Mention) -> Known | None:
        """Return the one state that acts before `mention` in its sentence, else in the one before it; None where any
        other power is told of there."""
        for sentence in range(mention.sentence, max(mention.sentence - NEAR, 0) - 1, -1):
            before = [sketch.mention for sketch in self.in_sentence(sentence) if sketch.mention.first < mention.first]
            actors = [(one, self.done.get(one.index) or one.actor) for one in before]
            if any(actor is not None and actor.kind in _POWERS for _, actor in actors):
                return None
            codes = {(actor.iso3 if actor is not None else None) or one.iso3 for one, actor in actors} - {None}
            if codes:
                acting = any(actor is not None and actor.iso3 and self._acts(one) for one, actor in actors)
                return self.registry.known.get(f"state/{codes.pop()}") if acting and len(codes) == 1 else None
        return None

    def _acts(self, mention: Mention) -> bool:
        """Whether somebody is the subject of a verb, or the owner of one: "*Iceland*'s president said"."""
        token = self.tokens[mention.head]
        return token.dep in ("nsubj", "nsubjpass", "agent", "poss") and mention.reading == "actor"

    def in_sentence(self, sentence: int) -> Iterator[Sketch]:
        """Yield the mentions of a sentence in text order."""
        return iter(self._by_sentence.get(sentence, ()))

    def actor_at(self, head: int | None) -> Actor | None:
        """Return the actor of the largest resolved mention headed by token `head`."""
        if head is None:
            return None
        found = [mention for mention in self._by_head.get(head, ()) if mention.index in self.done]
        return self.done[max(found, key=lambda m: m.last - m.first).index] if found else None

    def subject_actor(self, verb: Token) -> Actor | None:
        """Return the actor of the subject of `verb`."""
        return self.actor_at(self.focus.subject_of(verb.index))

    def is_shared(self, verb: Token) -> bool:
        """Whether several share `verb` as its subject: "*A and B* signed a pact that both had sought"."""
        subject, sentence = self.focus.subject_of(verb.index), self.maker.sentences[verb.sentence]
        return any(t.dep == "conj" and t.head == subject for t in self.tokens[sentence.first : sentence.last])

    def quoted(self, token: Token) -> bool:
        """Whether `token` stands in a quotation of more than a term."""
        return bool(self._quotations.around(token.start))

    def open(self, mention: Mention, why: str) -> None:
        """Note why `mention` stays without an actor."""
        self.why[mention.index] = why

    def as_(self, mention: Mention, actor: Actor, form: Form, why: str) -> Actor:
        """Return `actor` as what `mention` stands for, noting why."""
        self.why[mention.index] = why
        return replace(
            actor, mention=self.maker.span(mention.first, mention.last), form=form, role=None, basis="inferred",
            as_="government" if actor.kind == "state" else None,
        )  # fmt: skip

    def together(self, mention: Mention, actors: Sequence[Actor], form: Form) -> Actor:
        """Return the collective of just these `actors`."""
        name = " and ".join(actor.name for actor in actors)
        return Actor(
            id=f"collective/{slug(name)}", name=name, kind="collective", form=form, basis="inferred",
            mention=self.maker.span(mention.first, mention.last), members=tuple(actor.id for actor in actors),
        )  # fmt: skip

    def candidate(self, sketch: Sketch, actor: Actor) -> Candidate:
        """Return a resolved mention as something that later words may refer to."""
        mention = sketch.mention
        features = {actor.kind, "plural" if _plural(actor, sketch, self.tokens[mention.head].tag) else "singular"}
        last = self.tokens[mention.last - 1]
        bodies = last.tag == "NNPS" or last.norm in load_words("actors/plural_words")
        if actor.kind in ("organ", "organisation", "armed_group") and bodies:
            features.add("several")  # "the Revolutionary Guards ... they", "police said they"
        if actor.kind == "person":
            features.add(f"gender:{self.identities.gender(actor.id) or 'any'}")
        elif actor.kind == "unknown" and sketch.phrase is not None and sketch.phrase.kind == "person":
            features.update(("person", "gender:any"))  # "a senior official", who may be "she" next
        if actor.form == "demonym":  # "Iranian" is no antecedent for "it", but one for "the country"
            features = {"demonym"}
        return Candidate(mention.head, mention.first, mention.last, actor, frozenset(features), mention.sentence)


def _plural(actor: Actor, sketch: Sketch, tag: str) -> bool:
    phrase = sketch.phrase
    if phrase is not None and phrase.kind == "document":
        return phrase.plural
    if phrase is not None:
        return phrase.plural or actor.kind in ("movement", "collective")
    return actor.kind == "collective" and (bool(actor.members) or tag != "NNP")  # "the West" is one

"""Documents that speak and are spoken of: one plan, mentioned in many ways, is one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from communique.annotate.naming.mentions import Maker, Sketch
from communique.annotate.naming.phrases import Phrase
from communique.lexicon.actors import Known
from communique.lexicon.spellings import slug
from communique.records.actors import Actor


@dataclass
class Paper:
    """A document and what the article tells of it so far."""

    key: str
    family: str
    names: list[str] = field(default_factory=list)
    issuer: str | None = None
    issuer_name: str = ""
    iso3: str | None = None


class Papers:
    """The documents of one article."""

    def __init__(self, maker: Maker, sketches: Sequence[Sketch]) -> None:
        """Start without documents."""
        self._maker, self._sketches = maker, sketches
        self._papers: list[Paper] = []

    def actor(self, sketch: Sketch, done: Mapping[int, Actor]) -> Actor | None:
        """Return the document that a phrase means: one known already, or a new one."""
        phrase, mention = sketch.phrase, sketch.mention
        assert phrase is not None
        if self._of_media(phrase):
            return self._media(phrase)
        family = self._maker.registry.document_nouns[phrase.noun]["family"]
        issuer = self._issuer(sketch, done)
        paper = self._known(phrase.noun, family, body_of(issuer), phrase.definite, self._own_words(sketch))
        if paper is None:
            paper = Paper(f"mention/paper-{len(self._papers)}", family)
            self._papers.append(paper)
        if issuer is not None and paper.issuer is None:
            paper.issuer, paper.issuer_name, paper.iso3 = body_of(issuer), issuer.name, issuer.iso3
        paper.names.append(self._name(sketch, done))
        return Actor(
            id=paper.key,
            name=paper.names[0],
            kind="document",
            mention=self._maker.span(mention.first, mention.last),
            form="description",
        )

    def _of_media(self, phrase: Phrase) -> bool:
        """Whether papers, broadcasters or agencies write it: "American media reports", "a newspaper report"."""
        nouns = self._maker.registry.group_nouns
        rows = (nouns.get(t.lemma) or nouns.get(t.norm) for t in self._maker.tokens[phrase.first : phrase.head])
        return any(row is not None and row["kind"] == "media" for row in rows)

    def _media(self, phrase: Phrase) -> Actor:
        text = self._maker.text(self._maker.after_determiner(phrase), phrase.last)
        return Actor(
            id=f"mention/{slug(text)}", name=text, kind="media", mention=self._maker.span(phrase.first, phrase.last),
            form="description", based_in=tuple(owner.iso3 for owner in phrase.owners if owner.iso3), sectors=("JRN",),
        )  # fmt: skip

    def named(self, actor: Actor) -> Actor:
        """Return a document's actor under its fullest name and with its issuer's state."""
        paper = next((p for p in self._papers if p.key == actor.id), None)
        if paper is None:
            return actor
        fullest = max(paper.names, key=lambda name: (any(c.isdigit() for c in name), len(name)))
        name = f"{paper.issuer_name}'s {fullest}" if paper.issuer_name and paper.issuer_name not in fullest else fullest
        return replace(actor, id=f"mention/{slug(name)}", name=name, iso3=paper.iso3)

    def _known(self, noun: str, family: str, issuer: str | None, definite: bool, words: frozenset[str]) -> Paper | None:
        """The last document of the family that does not have another issuer; an indefinite phrase ("a plan") opens a
        new one.
        """
        found: Paper | None = None
        last = noun.split()[-1]
        for paper in reversed(self._papers):
            if words and not any(word in name.lower() for name in paper.names for word in words):
                continue
            same = paper.family == family or family == "any" or paper.family == "any"
            plans = {paper.family, family} <= {"proposal", "any"}
            reintroduced = definite or (issuer is not None and plans)
            if not same or not reintroduced or (issuer is not None and paper.issuer not in (None, issuer)):
                continue
            if any(name.lower().split()[-1].rstrip("s") == last for name in paper.names):
                return paper  # "the deal" is the last one called a deal
            found = found or paper
        return found

    def _own_words(self, sketch: Sketch) -> frozenset[str]:
        """Names in the phrase that tell the document from others ("the Trans-Pacific Partnership pact"), states left
        out.
        """
        phrase = sketch.phrase
        assert phrase is not None
        named = (t for t in self._maker.tokens[phrase.first : phrase.core] if t.pos == "PROPN")
        return frozenset(t.norm for t in named if not self._in_state(t.index))

    def _in_state(self, index: int) -> bool:
        hit = self._maker.hit_at.get(index)
        return hit is not None and hit.known.kind in ("state", "place")

    def _issuer(self, sketch: Sketch, done: Mapping[int, Actor]) -> Actor | None:
        """Who issued it: its owner ("Beijing's proposals"), or the subject of a verb of issuing ("China put forward a
        plan").
        """
        phrase, tokens = sketch.phrase, self._maker.tokens
        assert phrase is not None
        if phrase.owner is not None and self._owning(sketch, phrase.owner):
            return self._maker.actor(phrase.owner, phrase.first, phrase.last, "name")
        possessor = next((i for i in range(phrase.first, phrase.core) if tokens[i].dep == "poss"), None)
        if possessor is not None:
            return self._at(possessor, done)
        head = tokens[phrase.head]
        verb = tokens[head.head]
        if head.dep in ("dobj", "obj") and self._maker.registry.reference_words.get(verb.lemma) == "issues":
            subject = next((t.index for t in tokens if t.head == verb.index and t.dep == "nsubj"), None)
            return self._at(subject, done) if subject is not None else None
        by = next(
            (t for t in tokens[phrase.last : phrase.last + 6] if t.norm in ("by", "from") and t.head == phrase.head),
            None,
        )
        if by is not None:
            agent = next(
                (t.index for t in tokens[by.index + 1 : by.index + 8] if t.head == by.index and t.dep == "pobj"), None
            )
            return self._at(agent, done) if agent is not None else None
        return None

    def _owning(self, sketch: Sketch, owner: Known) -> bool:
        """A possessor issues; a name in front may only be the subject matter ("Russia peace plan")."""
        phrase, tokens = sketch.phrase, self._maker.tokens
        assert phrase is not None
        return owner.kind != "place" and any(
            t.dep == "poss" or t.tag == "POS" or (t.pos == "ADJ" and t.tag == "JJ" and self._is(t.index, owner))
            for t in tokens[phrase.first : phrase.core]
        )

    def _is(self, index: int, owner: Known) -> bool:
        hit = self._maker.hit_at.get(index)
        return hit is not None and hit.known.id == owner.id

    def _at(self, head: int, done: Mapping[int, Actor]) -> Actor | None:
        for sketch in self._sketches:
            actor = done.get(sketch.mention.index) or sketch.mention.actor
            if sketch.mention.head == head and actor is not None and actor.kind != "document":
                return actor
        return None

    def _name(self, sketch: Sketch, done: Mapping[int, Actor]) -> str:
        phrase = sketch.phrase
        assert phrase is not None
        tokens, first = self._maker.tokens, phrase.first
        while first < phrase.core and (
            tokens[first].pos in ("DET", "PRON") or tokens[first].tag in ("POS", "PRP$") or first in self._maker.hit_at
        ):
            first += 1
        return self._maker.text(first, phrase.last)


def body_of(issuer: Actor | None) -> str | None:
    """Return for whom an issuer acts: a ministry and its state issue the same plan."""
    return (issuer.iso3 or issuer.id) if issuer is not None else None

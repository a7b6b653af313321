"""Finds the noun phrases and pronouns that refer to actors and places, and names those that the registry or the text
itself names.

What only the rest of the article can tell (pronouns, short names, "the president", "both sides") is left with actor
None for
`references.resolve`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from communique.annotate.naming.names import NameHit, find_names
from communique.annotate.naming.people import PersonName, find_people
from communique.annotate.naming.phrases import PAST, Phrase, Phrases, leading
from communique.annotate.naming.places import Places
from communique.annotate.naming.wording import Wording
from communique.lexicon.actors import Known, Registry
from communique.lexicon.spellings import slug
from communique.lexicon.words import load_words
from communique.reading import Mention, Quotation, Sentence, Token
from communique.records.actors import Actor, Form, Role
from communique.records.texts import Article
from communique.records.values import plain

CREDIT = "signs a picture"
"""`why` of a name in a photo credit, which is no actor of anything."""

SHORT = "a short name that nobody in the article or in office bears alone"
"""`why` of a single name until `references` finds its bearer."""

HANDLE = "@"
"""What the name of an account begins with: "a call with @antonioguterres"."""

OPEN = "named elsewhere"
"""`why` of a mention that `references.resolve` has still to look at."""


@plain(frozen=True, slots=True)
class Sketch:
    """A mention before it has its place in the list, with the material it was made of."""

    mention: Mention
    name: PersonName | None = None
    phrase: Phrase | None = None
    hit: NameHit | None = None


def find_mentions(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    registry: Registry,
) -> Found:
    """Return the mentions of actors and places in text order, larger ones before those nested in them."""
    maker = Maker(article, tokens, sentences, registry)
    return Found(maker, sketch_mentions(maker))


class Found(tuple[Mention, ...]):
    """Mentions that remember what they were made of, so that `references.resolve` need not look again."""

    maker: Maker
    sketches: list[Sketch]

    def __new__(cls, maker: Maker, sketches: list[Sketch]) -> Found:
        """Make the tuple of the mentions in `sketches`."""
        found = super().__new__(cls, (sketch.mention for sketch in sketches))
        found.maker, found.sketches = maker, sketches
        return found


def sketch_mentions(maker: Maker) -> list[Sketch]:
    """Return the mentions with what they were made of, for `references`."""
    unique: dict[tuple[int, int], Sketch] = {}
    for sketch in maker.all():  # names of people come first, then phrases, names, pronouns
        unique.setdefault((sketch.mention.first, sketch.mention.last), sketch)
    ordered = sorted(unique.values(), key=lambda s: (s.mention.first, -s.mention.last))
    return [Sketch(_numbered(s.mention, index), s.name, s.phrase, s.hit) for index, s in enumerate(ordered)]


def _numbered(made: Mention, index: int) -> Mention:
    place = (made.first, made.last, made.head, made.sentence)
    return Mention(index, *place, made.actor, made.reading, made.why, made.iso3)


def syntactic_head(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token of [first, last) that the rest of the sentence governs: the last noun among several."""
    outside = [t for t in tokens[first:last] if t.head == t.index or not first <= t.head < last]
    nouns = [t for t in outside if t.pos in ("NOUN", "PROPN", "PRON", "ADJ")] or outside
    return nouns[-1].index if nouns else last - 1


class Maker(Wording):
    """Makes the mentions of one article; also at the service of `references`."""

    def __init__(
        self, article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], registry: Registry
    ) -> None:
        """Find names, people and phrases in the tokens of `article`."""
        super().__init__(article, tokens, registry)
        self.sentences = sentences
        self.day = article.published.to if article.published else None
        self.hits = find_names(tokens, sentences, registry)
        self.hit_at = {index: hit for hit in self.hits for index in range(hit.first, hit.last)}
        self.phrases = Phrases(tokens, self.hits, registry)
        self.places = Places(tokens, self.hits, registry)
        self.people = find_people(tokens, sentences, self.hits, self.phrases, registry)
        self.in_name = {index for name in self.people for index in range(name.first, name.last)}
        self.in_title = {index for name in self.people for index in range(name.left, name.first)}

    def all(self) -> Iterator[Sketch]:
        """Yield every sketch, in no particular order."""
        yield from map(self.person, self.people)
        self.in_phrase = set[int]()
        for phrase in self.phrases.find(self.sentences):
            if self._is_paper(phrase.head):
                continue
            self.in_phrase.update(range(phrase.core, phrase.head + 1))
            if phrase.head not in self.in_name and phrase.head not in self.in_title:
                yield from self.described(phrase)
        for hit in self.hits:
            if hit.known.kind != "person" and hit.first not in self.in_name:
                yield self.named(hit)
        yield from self._unknown_organisations()
        for token in self.tokens if HANDLE in self.article.text else ():
            if len(token.text) > 2 and token.text.startswith(HANDLE):
                yield self._sketch(token.index, token.index + 1, None)
        for token in self.tokens:
            row = self.registry.pronouns.get(token.norm)
            if (
                row is not None
                and (token.pos == "PRON" or token.tag in ("PRP", "PRP$", "WP", "WP$"))
                and self._refers(token)
            ):
                yield self._sketch(token.index, token.index + 1, None)

    def _unknown_organisations(self) -> Iterator[Sketch]:
        """Names that the model takes for organisations and the registry does not know: media by their last word, else
        unknown.
        """
        known = {i for hit in self.hits if hit.known.kind not in ("state", "place") for i in range(hit.first, hit.last)}
        taken = known | self.in_name | self.in_title | self.in_phrase
        for number in sorted({token.sentence for token in self.tokens if token.entity == "ORG"}):
            for first, last in self._runs("ORG", self.sentences[number]):
                inside = set(range(first, last))
                text = self.text(first, last)
                if inside & taken or inside <= self.hit_at.keys() or not any(c.isalpha() for c in text):
                    continue
                media = self.tokens[last - 1].norm in self.registry.media_words
                actor = Actor(
                    id=f"mention/{slug(text)}", name=text, kind="media" if media else "unknown",
                    mention=self.span(first, last),
                    sectors=("JRN",) if media else (), based_in=self._home(first),
                )  # fmt: skip
                yield self._sketch(first, last, actor)

    def _is_paper(self, head: int) -> bool:
        """Whether a noun is the last word of the name of a newspaper: "the Kingston *Observer*"."""
        words = self.tokens[max(0, head - 1) : head + 1]
        named = all(token.entity == "ORG" and token.pos == "PROPN" for token in words)
        return len(words) > 1 and named and words[-1].norm in self.registry.media_words

    def _home(self, first: int) -> tuple[str, ...]:
        """The state of a name that begins with a demonym: "the Algerian Reform Movement"."""
        found = (sense.known for sense in self.registry.find(self.text(first, first + 1)) if sense.form == "demonym")
        return next(((known.iso3,) for known in found if known.kind == "state" and known.iso3), ())

    def _runs(self, label: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Yield the stretches of proper nouns that the model labels `label`."""
        start = None
        for index in range(sentence.first, sentence.last + 1):
            token = self.tokens[index] if index < sentence.last else None
            inside = (
                token is not None
                and token.entity == label
                and (token.pos == "PROPN" or (start is not None and token.norm in ("of", "for", "and", "the", "-")))
            )
            if inside and start is None:
                start = index
            elif not inside and start is not None:
                last = index
                while self.tokens[last - 1].pos != "PROPN":
                    last -= 1
                yield start, last
                start = None

    def _refers(self, token: Token) -> bool:
        """Whether a pronoun stands for something: no "it rains", and "that" and "which" only as relatives."""
        if token.dep == "expl":
            return False
        return token.norm not in ("that", "which") or token.tag == "WDT"

    def _sketch(
        self, first: int, last: int, actor: Actor | None, head: int | None = None, *, name: PersonName | None = None,
        phrase: Phrase | None = None, hit: NameHit | None = None,
    ) -> Sketch:  # fmt: skip
        at = head if head is not None else syntactic_head(self.tokens, first, last)
        place = actor is not None and (actor.kind == "place" or actor.as_ == "place")
        reading: Literal["actor", "place"] = "place" if place else "actor"
        mention = Mention(
            0,
            first,
            last,
            at,
            self.tokens[first].sentence,
            actor,
            reading,
            "" if actor else OPEN,
            actor.iso3 if actor else None,
        )
        return Sketch(mention, name, phrase, hit)

    def named(self, hit: NameHit) -> Sketch:
        """A name of the registry that is no person's: a place or an actor by its context."""
        head = syntactic_head(self.tokens, hit.first, hit.last)
        rule = self.places.rule_for(hit, head) if hit.city is not None or hit.known.kind == "state" else None
        as_place = rule is not None and rule["reading"] == "place"
        if hit.known.kind == "place" or (as_place and hit.city is not None):
            return self._sketch(
                hit.first, hit.last, self.actor(hit.city or hit.known, hit.first, hit.last, "name"), hit=hit
            )
        form: Form = hit.form if hit.form in ("demonym", "metonym") else "name"
        if hit.city is not None and hit.known.kind != "state":
            form = "metonym"
        if form == "demonym" and self.phrases.is_people(hit):
            return self._sketch(hit.first, hit.last, self._kinfolk(hit), hit=hit)  # "ethnic Albanians" are not Albania
        actor = self.actor(hit.known, hit.first, hit.last, form)
        if as_place and form != "demonym":
            actor = replace(actor, as_="place")
        return self._sketch(hit.first, hit.last, actor, hit=hit)

    def _kinfolk(self, hit: NameHit) -> Actor:
        """People, who act for no state: "Kosovo Albanians" are of the state named before them, "an Israeli" of his."""
        left = hit.first - 1
        while left and self.tokens[left].tag == self.tokens[left - 1].tag == "CD":  # "1.5 million Armenians"
            left -= 1
        text = self.text(left, hit.last)
        before = self.hit_at.get(hit.first - 1)
        home = before.known.iso3 if before is not None and before.form == "name" else None
        if before is None and self.phrases.is_citizen(hit):
            home = hit.known.iso3
        return Actor(
            id=f"mention/{slug(text)}", name=text, kind="collective", mention=self.span(hit.first, hit.last),
            form="description", based_in=(home,) if home else (), sectors=("CVL",) if home else (),
        )  # fmt: skip

    def person(self, name: PersonName) -> Sketch:
        """A person's name with its title: the registry says who it is, the title which role the text gives."""
        full = name.last - name.first > 1
        if self._in_credit(name):
            sketch = self._sketch(name.left, name.last, None)
            return replace(sketch, mention=replace(sketch.mention, why=CREDIT))
        role = self.role(name)
        if name.known is None and not full:
            sketch = self._sketch(name.left, name.last, None, name=name)
            return replace(sketch, mention=replace(sketch.mention, why=SHORT))
        known = name.known or self._in_office(name) or self._spelt_otherwise(name)
        if known is not None:
            actor = self.actor(known, name.left, name.last, "name", role)
        else:
            text = self.text(name.first, name.last)
            actor = Actor(
                id=f"mention/{slug(text)}",
                name=text,
                kind="person",
                mention=self.span(name.left, name.last),
                role=role,
            )
        actor = replace(
            actor, iso3=self.acts_for(name.owners, known, name.past and role is not None, role, self.serves(name.noun))
        )
        return self._sketch(name.left, name.last, actor, name=name)

    def _in_credit(self, name: PersonName) -> bool:
        """Whether the name signs a picture: "© N", "N / AFP", "AGENCY/N"."""
        before = self.tokens[name.first - 1].text if name.first > 0 else ""
        after = self.tokens[name.last].text if name.last < len(self.tokens) else ""
        return before in ("©", "/") or after == "/" or before.endswith(("©", "/"))

    def _in_office(self, name: PersonName) -> Known | None:
        """The one who is in office by a short name of several words: "Salva Kiir" for "Salva Kiir Mayardit"."""
        people = self.registry.called(self.text(name.first, name.last))
        return (
            people[0] if len(people) == 1 and not name.past and self.registry.in_office(people[0], self.day) else None
        )

    def _spelt_otherwise(self, name: PersonName) -> Known | None:
        """The office-holder of a state that the title names, whose name is written in another transliteration."""
        states = [owner.iso3 for owner in name.owners if owner.kind == "state" and owner.iso3]
        if len(states) != 1:
            return None
        words = self.text(name.first, name.last).split()
        for sense in self.registry.find(f"{words[0]} {words[-1]}") if len(words) > 2 else ():
            if any(office.body == states[0] for office in self.registry.offices(sense.known)):
                return sense.known  # a middle name left out
        return self.registry.resembling(" ".join(words), states[0], None if name.past else self.day)

    def acts_for(
        self, owners: Sequence[Known], known: Known | None, past: bool, role: Role | None, serves: bool = False
    ) -> str | None:
        """For which state somebody acts: the text's own word first, then an office known for the article's day.

        `serves`: the noun beside the name has no office but serves a state ("the British diplomat N").
        """
        if past:
            return None
        states = {owner.iso3 for owner in owners if owner.kind in ("state", "organ") and owner.iso3}
        if owners:
            return states.pop() if len(states) == 1 and (role is not None or serves) else None
        return self.registry.acts_for(known, self.day) if known is not None else None

    def role(self, name: PersonName) -> Role | None:
        """Return the role that the title before a name states."""
        title, owners = name.title, name.owners
        if title is None or title[0] >= title[1] or not self.official(name):
            return self._rank(name)
        bodies = [owner for owner in owners if owner.kind != "place"]
        text = name.noun.capitalize() if name.plural else self.text(*title)
        return Role(text, bodies[0].id if len(bodies) == 1 else None, "stated")

    def _rank(self, name: PersonName) -> Role | None:
        """The rank of a high officer before the name: "Gen.", "Lt. Col."; not of those who retired."""
        ranks = [i for i in range(name.left, name.first) if self.tokens[i].norm in load_words("actors/high_ranks")]
        past = name.past or (name.left > 0 and self.tokens[name.left - 1].norm in PAST)
        if not ranks or past:
            return None
        return Role(self.text(name.left, ranks[-1] + 1), None, "stated")

    def official(self, name: PersonName) -> bool:
        """Whether the noun before a name is an office or a role, not a mere description ("former journalist")."""
        noun = self.registry.person_nouns.get(name.noun)
        return noun is not None and noun.official and not (name.title and self.private(name.left, name.title[1] - 1))

    def serves(self, noun: str) -> bool:
        """Whether people of a noun without an office serve a state: diplomats, officials, officers."""
        entry = self.registry.person_nouns.get(noun)
        return entry is not None and entry.serves

    def private(self, first: int, last: int) -> bool:
        """Whether a noun in tokens [first, last) is for a private body, whose president holds no office."""
        rows = (self.registry.group_nouns.get(self.tokens[i].lemma) for i in range(first, last) if i not in self.hit_at)
        return any(row is not None and row["kind"] == "unknown" for row in rows)

    def described(self, phrase: Phrase) -> Iterator[Sketch]:
        """A phrase around a common noun; documents and people spoken of before stay open."""
        actor = self.describe(phrase)
        head = leading(self.tokens, phrase.core, phrase.head)
        if phrase.counted is not None:
            head = syntactic_head(self.tokens, phrase.first, phrase.last)
        yield self._sketch(phrase.first, phrase.last, actor, head=head, phrase=phrase)

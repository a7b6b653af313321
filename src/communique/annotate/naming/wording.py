"""Actors from words: names of the registry, and phrases that name by themselves ("US officials")."""

from __future__ import annotations

from collections.abc import Sequence

from communique.annotate.naming.names import NameHit
from communique.annotate.naming.phrases import Phrase
from communique.lexicon.actors import Known, Registry, as_kind
from communique.lexicon.spellings import slug
from communique.reading import Token
from communique.records.actors import Actor, Form, Role
from communique.records.texts import Article, Span


class Wording:
    """Makes actors from tokens of one article."""

    def __init__(self, article: Article, tokens: Sequence[Token], registry: Registry) -> None:
        """Look at the tokens of `article`."""
        self.article, self.tokens, self.registry = article, tokens, registry
        self.hit_at: dict[int, NameHit] = {}

    def actor(self, known: Known, first: int, last: int, form: Form, role: Role | None = None) -> Actor:
        """Return `known` as mentioned at tokens [first, last)."""
        return Actor(
            id=known.id, name=known.name, kind=known.kind, mention=self.span(first, last), form=form,
            iso3=known.iso3, role=role,
            based_in=known.based_in, sectors=known.sectors, members=known.members,
            as_="government" if known.kind == "state" and form in ("name", "metonym") else None,
        )  # fmt: skip

    def span(self, first: int, last: int) -> Span:
        """Return the text of tokens [first, last) as a span."""
        return self.article.span(self.tokens[first].start, self.tokens[last - 1].end)

    def text(self, first: int, last: int) -> str:
        """The words of tokens [first, last) with single blanks and no possessive ending."""
        while last - 1 > first and (
            self.tokens[last - 1].tag == "POS" or self.tokens[last - 1].norm in ("-", ",", '"')
        ):
            last -= 1
        return " ".join(self.article.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def describe(self, phrase: Phrase) -> Actor | None:
        """Return the actor that a phrase names by itself, None if it takes the rest of the article."""
        if phrase.kind == "organ":
            return self._organ(phrase, *self.registry.organ_nouns[phrase.noun])
        if phrase.kind == "group":
            return self._group(phrase)
        if phrase.kind == "collective":
            return self._collective(phrase)
        if phrase.kind in ("document", "country"):
            return None
        return self._people(phrase)

    def _organ(self, phrase: Phrase, part: str, sector: str) -> Actor | None:
        owner = phrase.owner
        if owner is None:
            return None
        if owner.kind != "state" or part == "state":
            return self._of_owner(phrase, owner)
        identity = f"organ/{owner.iso3}-{part}"
        known = self.registry.known.get(identity)
        name = known.name if known else f"{self.text(phrase.core, phrase.head + 1)} of {owner.name}"
        return Actor(
            id=identity, name=name, kind="organ", mention=self.span(phrase.first, phrase.last), form="name",
            iso3=owner.iso3,
            sectors=(sector,),
        )  # fmt: skip

    def _of_owner(self, phrase: Phrase, owner: Known) -> Actor:
        """People, an organ or a side of a body: the body itself acts ("NATO forces", "the Omani side")."""
        return self.actor(owner, phrase.first, phrase.last, "description")

    def _group(self, phrase: Phrase) -> Actor | None:
        row = self.registry.group_nouns[phrase.noun]
        owner = phrase.owner
        if owner is not None and owner.kind != "state":
            return self._of_owner(phrase, owner)
        if row["kind"] == "unknown" and owner is None:
            return None  # a firm or a club, which acts for nobody
        if row["as"] == "back" or (row["as"] == "both" and phrase.definite and not phrase.plural):
            return None
        if row["kind"] == "organ":
            return self._organ(phrase, row["as"], row["sector"]) if owner is not None else None
        if owner is None and not self._modified(phrase):
            return None
        text = self.text(self.after_determiner(phrase), phrase.last)
        return Actor(
            id=f"mention/{slug(text)}", name=text, kind=as_kind(row, "kind"),
            mention=self.span(phrase.first, phrase.last), form="description",
            based_in=(owner.iso3,) if owner is not None and owner.iso3 else self._region(phrase),
            sectors=row.many("sector"),
        )  # fmt: skip

    def _region(self, phrase: Phrase) -> tuple[str, ...]:
        """The state of a place that modifies a phrase: "Darfur rebels"."""
        hits = (self.hit_at.get(index) for index in range(phrase.first, phrase.core))
        return next(((h.known.iso3,) for h in hits if h is not None and h.known.kind == "place" and h.known.iso3), ())

    def _of_region(self, phrase: Phrase) -> tuple[str, ...]:
        """The governments that "a Western diplomat", "two European officials" serve, as a collective of their own."""
        rows = ((t.norm, self.registry.collective_words.get(t.norm)) for t in self.tokens[phrase.first : phrase.head])
        found = [norm for norm, row in rows if row is not None and row["class"] == "bloc" and row["as"] == "region"]
        return (f"collective/{found[0]}-governments",) if found else ()

    def _modified(self, phrase: Phrase) -> bool:
        return self.after_determiner(phrase) < phrase.core

    def after_determiner(self, phrase: Phrase) -> int:
        """Return the first token of `phrase` behind articles, numbers and possessives."""
        first = phrase.first
        while first < phrase.core and (
            self.tokens[first].pos in ("DET", "NUM") or self.tokens[first].tag in ("PRP$", "POS", "CD")
        ):
            first += 1
        return first

    def _collective(self, phrase: Phrase) -> Actor | None:
        words = [self.registry.collective_words.get(t.norm) for t in self.tokens[phrase.core : phrase.head + 1]]
        classes = {row["class"] for row in words if row is not None}
        counted = "pair" in classes or ("some" in classes and phrase.definite)
        if "bloc" not in classes and (counted or phrase.owner_word is not None):
            return None
        text = self.text(phrase.core, phrase.head + 1)
        return Actor(
            id=f"collective/{slug(text)}", name=text, kind="collective", mention=self.span(phrase.first, phrase.last),
            form="description",
        )  # fmt: skip

    def _people(self, phrase: Phrase) -> Actor | None:
        """Unnamed people ("US officials", "a diplomat"); a definite singular is somebody and stays open."""
        noun = self.registry.person_nouns[phrase.noun]
        if noun.use == "private" and phrase.owner is None:
            return None
        if not phrase.plural and (phrase.definite or (phrase.owner is not None and noun.official)):
            return None
        return self.unnamed(phrase)

    def unnamed(self, phrase: Phrase) -> Actor:
        """Return the people or person of `phrase` as an unknown source, with the state for which the text says they
        act.
        """
        noun = self.registry.person_nouns[phrase.noun]
        owner = phrase.owner
        text = self.text(self.after_determiner(phrase), phrase.last)
        armed = owner is not None and owner.kind in ("armed_group", "movement")
        body = armed or (owner is not None and owner.kind == "organisation")
        official = (noun.official or noun.use == "source") and noun.sector in ("GOV", "MIL", "LEG", "JUD")
        region = self._of_region(phrase) if owner is None and official else ()
        return Actor(
            id=f"mention/{slug(text)}", name=text, kind="unknown", mention=self.span(phrase.first, phrase.last),
            form="description",
            iso3=owner.iso3 if owner is not None and official and owner.kind in ("state", "organ") else None,
            based_in=owner.based_in if owner is not None else (),
            members=tuple(o.id for o in phrase.owners) if len(phrase.owners) > 1 or body else region,
            sectors=owner.sectors if owner is not None and armed else (noun.sector,) if noun.sector else (),
        )  # fmt: skip

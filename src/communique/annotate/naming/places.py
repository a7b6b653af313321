"""Tells a place from a government: "flew to Beijing" from "told Beijing". The rules are the table place_uses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from communique.annotate.naming.names import NameHit
from communique.lexicon.actors import Registry
from communique.lexicon.capitals import load_capitals
from communique.lexicon.files import Row
from communique.lexicon.spellings import pieces, slug
from communique.reading import Token
from communique.records.texts import Article
from communique.records.values import plain

RELATIONS = (
    "followed_by", "preposition", "governed_preposition", "object", "passive_subject", "copula", "possessor_of",
    "modifier_of",
)  # fmt: skip
"""How a rule of the table may look at a name: what follows it, the preposition before it, the verb whose object it
is...
"""


class Places:
    """Decides the sense of names in one article."""

    def __init__(self, tokens: Sequence[Token], hits: Sequence[NameHit], registry: Registry) -> None:
        """Look at `tokens`, in which `hits` are names."""
        self._tokens, self._registry = tokens, registry
        self._hits = {index: hit for hit in hits for index in range(hit.first, hit.last)}

    def rule_for(self, hit: NameHit, head: int) -> Row | None:
        """Return the first rule that fits the name `hit`, whose syntactic head is token `head`; None leaves the
        default.
        """
        token = self._tokens[head]
        first = self._hits.get(token.head)
        if token.dep == "conj" and first is not None and first is not hit:  # "in Kyiv and Moscow"
            return self.rule_for(first, token.head)
        of = "city" if hit.city is not None else "state"
        rules = _rules(self._registry, of)
        return next((row for row, relation, words in rules if self._fits(relation, words, hit, head)), None)

    def _fits(self, relation: str, words: frozenset[str], hit: NameHit, head: int) -> bool:
        token = self._tokens[head]
        above = self._tokens[token.head]
        if relation == "followed_by":
            if "country" in words:
                return self._before_country(hit)
            return self._dateline(hit, words) if "-" in words else self._before_hyphen(hit, words)
        if relation == "preposition":
            return above.norm in words and self._preposed(token, above)
        if relation == "governed_preposition":
            return self._preposed(token, above) and f"{self._tokens[above.head].lemma} {above.norm}" in words
        if relation == "object":
            return token.dep in ("dobj", "obj", "pobj", "conj") and self._verb_above(token) in words
        if relation == "passive_subject":
            return token.dep == "nsubjpass" and above.lemma in words
        if relation == "copula":
            return token.dep == "nsubj" and above.lemma == "be" and self._attribute(above) in words
        if relation == "possessor_of":
            return token.dep == "poss" and above.lemma in words
        return token.dep in ("compound", "amod", "nmod") and above.lemma in words

    def _preposed(self, token: Token, above: Token) -> bool:
        return token.dep in ("pobj", "dobj", "pcomp") and above.pos in ("ADP", "SCONJ") and above.index < token.index

    def _verb_above(self, token: Token) -> str:
        above = self._tokens[token.head]
        if token.dep == "pobj" or above.pos not in ("VERB", "AUX"):
            return ""
        return above.lemma

    def _attribute(self, verb: Token) -> str:
        return next(
            (
                t.lemma
                for t in self._tokens[verb.index + 1 : verb.index + 8]
                if t.head == verb.index and t.dep == "attr"
            ),
            "",
        )

    def _dateline(self, hit: NameHit, words: frozenset[str]) -> bool:
        """ "BEIJING - ", "KYIV (Agency)": the place where a report was written."""
        first = hit.first == 0 or self._tokens[hit.first - 1].sentence != self._tokens[hit.first].sentence
        if not first or hit.last >= len(self._tokens):
            return False
        after = self._tokens[hit.last]
        return after.text in words and (after.text in ":(" or after.start > self._tokens[hit.last - 1].end)

    def _before_hyphen(self, hit: NameHit, words: frozenset[str]) -> bool:
        after = self._tokens[hit.last : hit.last + 2]
        return len(after) == 2 and after[0].text == "-" and after[1].norm in words

    def _before_country(self, hit: NameHit) -> bool:
        after = hit.last
        if after + 1 >= len(self._tokens) or self._tokens[after].text != "," or hit.city is None:
            return False
        country = self._hits.get(after + 1)
        return country is not None and country.known.kind == "state" and country.known.iso3 == hit.city.iso3


@lru_cache(maxsize=8)
def _rules(registry: Registry, of: str) -> tuple[tuple[Row, str, frozenset[str]], ...]:
    """The rules for names of states, or of cities, each with its relation and words."""
    rows = (row for row in registry.place_uses if row["of"] in ("any", of))
    return tuple((row, row["relation"], frozenset(row.many("words"))) for row in rows)


@plain(frozen=True, slots=True)
class Filed:
    """The country (ISO3) from which an article was filed, and whether that was in its capital."""

    iso3: str
    capital: bool


def filed_in(article: Article, registry: Registry) -> Filed | None:
    """Return where an article was filed, by its dateline: "BISSAU - ", "TRIPOLI, Lebanon (Agency) -"."""
    for segment in article.segments:
        if segment.kind == "dateline":
            town, *rest = article.text[segment.start : segment.end].partition("(")[0].split(",")
            named = (_code(registry, " ".join(pieces(part)), "name") for part in rest)
            words = pieces(town)
            names = [" ".join(words[:length]) for length in range(min(4, len(words)), 0, -1)]
            codes = (_code(registry, name, "city", "name") for name in names)
            code = next((code for code in (*named, *codes) if code is not None), None)
            if code is not None:
                capital = slug(load_capitals().get(code, ""))
                return Filed(code, any(slug(name) == capital for name in names))
    return None


def _code(registry: Registry, name: str, *forms: str) -> str | None:
    """The country that a name tells as a city or as itself."""
    return next((s.known.iso3 for s in registry.senses(name) if s.form in forms and s.known.iso3), None)

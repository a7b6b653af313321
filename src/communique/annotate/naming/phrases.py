"""Noun phrases around common nouns: "his Chinese counterpart", "US officials", "Ukraine's foreign ministry", "both
sides".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product, takewhile
from typing import Any, Literal

from communique.annotate.naming.names import DESCRIBING, NameHit
from communique.lexicon.actors import Known, Registry
from communique.lexicon.nouns import Nouns
from communique.lexicon.words import load_words
from communique.reading import Sentence, Token
from communique.records.values import plain

PhraseKind = Literal["person", "organ", "group", "collective", "document", "country"]

_POSSESSIVE = ("'s", "'", "’s", "’")
_OWNING = ("of", "for")
_WITHIN = ("at", "in", "within", "inside")
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "VERB", "ADV"})
_DESCRIPTIVE = frozenset({"DT", "JJ", "JJS", "CD", "HYPH", "RB", "NN"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another", "any", "some", "no"})
PAST = frozenset({"former", "ex", "ex-", "late", "onetime", "then", "outgoing", "deposed", "ousted", "retired"})


@plain(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [first, last), head noun at `head`, the noun itself (perhaps several words) from `core`.

    `noun` is the entry of the noun in its table. `owners` are the names that modify it; `owner_word` a possessive
    pronoun, or a noun like one ("the *country*'s"); `counted` the noun or number that says how many they are:
    "*dozens* of countries".
    """

    kind: PhraseKind
    noun: str
    first: int
    last: int
    core: int
    head: int
    plural: bool
    definite: bool
    owners: tuple[Known, ...] = ()
    owner_word: int | None = None
    past: bool = False
    counted: int | None = None

    @property
    def owner(self) -> Known | None:
        """The one owner, None if there is none or several."""
        return self.owners[0] if len(self.owners) == 1 else None


class Phrases:
    """Finds phrases in one article, given the names in it."""

    def __init__(self, tokens: Sequence[Token], hits: Sequence[NameHit], registry: Registry) -> None:
        """Look at `tokens`, in which `hits` are names."""
        self._tokens, self._registry = tokens, registry
        self._governors = {token.head for token in tokens}
        self._hits = {index: hit for hit in hits for index in range(hit.first, hit.last)}

    def find(self, sentences: Sequence[Sentence]) -> Iterator[Phrase]:
        """Yield the phrases of `sentences` in text order; phrases may nest."""
        endings = self._registry.noun_endings
        for sentence in sentences:
            found: list[Phrase] = []
            for token in self._tokens[sentence.first : sentence.last]:
                if token.pos in ("DET", "PRON", "CCONJ") and self._stands_alone(token):
                    at = token.index
                    found.append(Phrase("collective", token.norm, at, at + 1, at, at, plural=True, definite=True))
                if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or token.index in self._hits:
                    continue
                if any(word in endings for word in singulars(token)):
                    phrase = self.at(token, sentence)
                    if phrase is not None:
                        of = leading(self._tokens, phrase.core, phrase.head)
                        inside = [p for p in found if p.head == of < phrase.head]  # the "head" of "head of state"
                        office = phrase.kind == "person" and self._registry.person_nouns[phrase.noun].use == "office"
                        if not (office and any(p.kind == "collective" for p in inside)):  # "the two heads of state"
                            found = [*(p for p in found if p not in inside), phrase]
            yield from found

    def at(self, token: Token, sentence: Sentence) -> Phrase | None:
        """Return the phrase headed by `token`, None if its noun is in no table."""
        if token.pos == "NUM":
            return self._the_two(token)
        kind, noun, core = self._classify(token, sentence)
        plural = self._tokens[leading(self._tokens, core, token.index)].tag in ("NNS", "NNPS")
        if kind == "document" and plural and self._registry.document_nouns[noun]["plural"] == "no":
            return None  # "plans" are intentions
        if kind is None or self._is_modifier(token, core) or self._is_part(kind, noun, token):
            return None
        counted = self._quantity(token, sentence) if kind == "collective" else None
        core = core if counted is None else counted
        first = self.left_edge(core, token.index, sentence)
        owners, pronoun = self.owners(first, core, token.index)
        if kind == "organ" and noun == "side" and (plural or not owners):
            return None  # "the other side", "by his side"
        bare = not owners and (core == sentence.first or self._tokens[core - 1].pos not in ("NOUN", "PROPN"))
        last, after = self._right_edge(token, kind, sentence, within=kind == "person" and bare and self._serves(noun))
        owner_word, whose = pronoun, owners or after
        if not whose and pronoun is None:
            owner_word = self._possessor(first, core, sentence)
            if owner_word is None and kind == "person" and (owner_word := self._served(token, sentence)) is not None:
                last = owner_word + 1
            whose = self._implied(kind, noun) if owner_word is None else ()
        words = [t.norm for t in self._tokens[first:core]]
        definite = bool(words) and (
            words[0] in _DEFINITE or owner_word is not None or bool(owners and self._possessive(first, core))
        )
        plural = plural and not self._singular_whole(kind, token)
        indefinite = bool(words) and words[0] in INDEFINITE
        past = any(word in PAST or word.startswith("ex-") for word in words)
        return Phrase(
            kind, noun, first, last, core, token.index, plural, definite or (bool(after) and not indefinite),
            whose, owner_word, past, counted
        )  # fmt: skip

    def _possessor(self, first: int, core: int, sentence: Sentence) -> int | None:
        """The country, organ or group, named before, whose somebody is: "the *bloc*'s secretary general"."""
        named = self._tokens[first + 1 : core]
        owner = next((t for t in named if t.tag == "NN" and self._tokens[t.index + 1].tag == "POS"), None)
        known = owner is not None and self._tokens[first].norm in _DEFINITE and self._is_body(owner, sentence)
        return owner.index if owner is not None and known else None

    def _served(self, token: Token, sentence: Sentence) -> int | None:
        """The same behind a preposition: "a spokesman for the *ministry*"."""
        behind = self._tokens[token.index + 1 : min(token.index + 4, sentence.last)]
        if len(behind) < 3 or behind[0].norm not in _OWNING or behind[1].norm not in _DEFINITE:
            return None
        owner = behind[2]
        alone = owner.tag == "NN" and owner.dep == "pobj" and owner.head == behind[0].index
        return owner.index if alone and self._is_body(owner, sentence) else None

    def _is_body(self, owner: Token, sentence: Sentence) -> bool:
        """Whether a noun is a country, an organ or a group, and no part of a name."""
        kinds = ("country", "organ", "group")
        return owner.index not in self._hits and self._classify(owner, sentence)[0] in kinds

    def _is_part(self, kind: PhraseKind, noun: str, token: Token) -> bool:
        """ "A source of", "the Turkish side of the border" are nobody."""
        return kind != "collective" and noun in ("source", "side") and self._next(token) == "of"

    def _implied(self, kind: PhraseKind, noun: str) -> tuple[Known, ...]:
        """The body to which an office belongs that there is only once: "the pope"."""
        of = self._registry.person_nouns[noun].of if kind == "person" else ""
        return (self._registry.known[of],) if of else ()

    def _the_two(self, token: Token) -> Phrase | None:
        """ "The two" and "the three" as a noun: "the two will meet"."""
        at = token.index
        row = self._registry.collective_words.get(token.norm)
        alone = token.dep in ("nsubj", "nsubjpass", "pobj", "dobj") and at > 0 and self._tokens[at - 1].norm == "the"
        counted = row is not None and row["class"] in ("pair", "some")
        if not counted or not alone or self._next(token) in ("of", "-"):
            return None
        return Phrase("collective", token.norm, at - 1, at + 1, at, at, plural=True, definite=True)

    def _stands_alone(self, token: Token) -> bool:
        """Whether "both" or "neither" is itself the subject: "Both agreed", "Neither gave a date"."""
        row = self._registry.collective_words.get(token.norm)
        subject = token.dep in ("nsubj", "nsubjpass", "dobj") and token.index not in self._governors
        return row is not None and row["class"] == "pair" and subject and token.norm != "two"

    def _next(self, token: Token) -> str:
        return self._tokens[token.index + 1].norm if token.index + 1 < len(self._tokens) else ""

    def _singular_whole(self, kind: PhraseKind, token: Token) -> bool:
        return kind == "organ" and token.norm not in ("troops", "soldiers", "forces")

    def _possessive(self, first: int, core: int) -> bool:
        return any(t.norm in _POSSESSIVE for t in self._tokens[first:core])

    def _is_modifier(self, token: Token, core: int) -> bool:
        """Whether the noun only modifies a noun to its right ("government spokesman", "police officer")."""
        if token.dep in ("compound", "amod", "nmod") and token.head > token.index:
            between = self._tokens[token.index + 1 : token.head + 1]
            return all(t.pos in ("NOUN", "PROPN", "ADJ", "PUNCT") and t.norm != "," for t in between)
        return False

    def _classify(self, token: Token, sentence: Sentence) -> tuple[PhraseKind | None, str, int]:
        registry = self._registry
        tables: tuple[tuple[PhraseKind, Nouns[Any]], ...] = (
            ("person", registry.person_nouns), ("organ", registry.organ_nouns), ("group", registry.group_nouns),
            ("document", registry.document_nouns),
        )  # fmt: skip
        collective = self._collective(token, sentence)
        if collective is not None:
            return "collective", *collective
        if registry.reference_words.get(token.norm) == "own_state" and token.tag == "NN":
            return "country", token.norm, token.index
        best: tuple[PhraseKind | None, str, int] = (None, "", token.index)
        for kind, table in tables:
            found = longest_noun(self._tokens, token.index, sentence.first, table)
            crowd = kind == "group" and best[0] == "person" and token.tag in ("NNS", "NNPS")
            if found is not None and (best[0] is None or found[1] < best[2] or (crowd and found[1] == best[2])):
                best = (kind, found[0], found[1])
        return best

    def _collective(self, token: Token, sentence: Sentence) -> tuple[str, int] | None:
        """The words of a collective: a plural after "both", "two", "all" or the name of a region."""
        words = self._registry.collective_words
        row = words.get(token.norm) or next((words[s] for s in singulars(token) if s in words), None)
        if row is None or row["class"] != "noun" or token.tag not in ("NNS", "NNPS"):
            return None
        office = longest_noun(self._tokens, token.index, sentence.first, self._registry.person_nouns)
        if office is not None and office[1] < token.index:
            return None  # "the two foreign ministers" are no ministers of foreign powers
        start = token.index
        while start > sentence.first:
            before = self._tokens[start - 1]
            entry = words.get(before.norm)
            if entry is None or entry["class"] == "noun":
                break
            start -= 1
        # "two officials" are people of whom somebody speaks; "both sides" are parties
        if start == token.index and not self._of_ours(token, sentence, row["as"] == "side"):
            return (row["word"], start) if self._quantity(token, sentence) is not None else None
        group = words[self._tokens[start].norm]["class"] if start < token.index else ""
        the = self._tokens[start - 1].norm == "the" if start > sentence.first else False
        counted = ("some",) if group == "some" and the else ()  # "the three leaders", but not "three leaders"
        allowed = {"person": ("pair", "bloc", "all"), "office": ("pair", "all"), "people": ("pair",)}.get(row["as"])
        return (row["word"], start) if allowed is None or group in (*allowed, *counted) else None

    def _quantity(self, token: Token, sentence: Sentence) -> int | None:
        """The word that says how many powers there are: "*dozens* of countries", "a *series* of Arab states", "*forty*
        nations"; only of powers, and not "forty states", which may be those of a federation."""
        words = self._registry.collective_words
        row = next((words[s] for s in singulars(token) if s in words), None)
        if row is None or row["as"] not in ("state", "government"):
            return None
        at = token.index - 1
        while at > sentence.first and (self._tokens[at].pos == "ADJ" or at in self._hits):
            at -= 1
        before = self._tokens[at]
        if before.norm == "dozen" and row["word"] != "state":  # "two dozen countries"
            return at - 1 if at > sentence.first and self._tokens[at - 1].norm != "the" else at
        if before.tag == "CD" and row["word"] != "state":
            return at if words.get(before.norm) is None else None
        of = before.norm == "of" and before.head == at - 1 and at > sentence.first
        return at - 1 if of and self._tokens[at - 1].lemma in load_words("actors/quantity_nouns") else None

    def _of_ours(self, token: Token, sentence: Sentence, sides: bool) -> bool:
        """Whether a determiner makes a bare plural a collective: "our countries", also "the sides", but not "the
        allies".
        """
        before = self._tokens[token.index - 1].norm if token.index > sentence.first else ""
        return before in ("our", "their", "these", "those") or (sides and before == "the")

    def left_edge(self, core: int, head: int, sentence: Sentence) -> int:
        """Return where the noun phrase that ends at `head` begins: its determiner, possessor and modifiers."""
        left = core
        while left > sentence.first:
            token = self._tokens[left - 1]
            if token.norm in _POSSESSIVE or token.norm in ("-", "–"):
                if left - 2 < sentence.first or (
                    token.norm in ("-", "–") and self._tokens[left - 2].pos not in _INSIDE
                ):
                    break
                left -= 2
                continue
            inside = token.pos in _INSIDE and left <= token.head <= head
            named = token.index in self._hits and token.pos in ("ADJ", "PROPN", "NOUN") and left == core
            if not inside and not named and not self._joins_demonyms(left - 1):
                break
            if token.pos in ("VERB", "PRON") and token.tag not in ("VBN", "VBG", "PRP$", "DT"):
                break
            hit = self._hits.get(token.index)
            left = hit.first if hit is not None else left - 1
            if token.tag == "DT" and token.norm not in ("all", "both"):
                break
        return max(left, sentence.first)

    def _joins_demonyms(self, index: int) -> bool:
        """Whether token `index` is the "and" of "Egyptian and Qatari officials", "U.S. and Russian envoys"."""
        around = (self._hits.get(index - 1), self._hits.get(index + 1))
        if self._tokens[index].norm != "and" or around[0] is None or around[1] is None:
            return False
        sides = ((around[0], index - 1), (around[1], index + 1))
        initials = (self._tokens[at].text.replace(".", "").isupper() for _, at in sides)
        return all(hit.form == "demonym" or short for (hit, _), short in zip(sides, initials, strict=True))

    def _serves(self, noun: str) -> bool:
        """Whether people of a noun serve the body in which they are: officials, officers, spokesmen."""
        entry = self._registry.person_nouns.get(noun)
        return entry is not None and (entry.serves or entry.office_class == "SPOKES")

    def _houses(self, hit: NameHit, noun: Token) -> bool:
        """Whether people serve the body in which they are: "an official *at Peru's* ministry", "officials *in Kyiv*",
        but not "diplomats in Kyiv"."""
        owns = hit.last < len(self._tokens) and self._tokens[hit.last].norm in _POSSESSIVE
        own = self._tokens[hit.first - 1].norm in ("in", "the") and noun.lemma in load_words("actors/home_nouns")
        return owns or hit.known.kind == "organ" or (hit.known.kind == "state" and own)

    def _right_edge(
        self, token: Token, kind: PhraseKind, sentence: Sentence, within: bool
    ) -> tuple[int, tuple[Known, ...]]:
        """Where the phrase ends, and whom its "of" or "for" names ("president of France", "spokesman for Hamas")."""
        at = token.index + 1
        if kind == "document" and token.tag.startswith("NNP") and self._next(token) == "of":
            at += 1  # "the Joint Plan of Action"
            while at < sentence.last and self._tokens[at].tag.startswith("NNP") and at not in self._hits:
                at += 1
            return at if at > token.index + 2 else token.index + 1, ()
        joins = (*_OWNING, "from", *(_WITHIN if within else ())) if kind == "person" else _OWNING
        if at >= sentence.last or kind not in ("person", "organ", "group") or self._tokens[at].norm not in joins:
            return at, ()
        within = self._tokens[at].norm in _WITHIN
        at += 1
        while at < sentence.last and self._tokens[at].norm in ("the",):
            at += 1
        hit = self._hits.get(at)
        if hit is None or hit.known.kind in ("place", "person", "media"):
            return token.index + 1, ()
        end = hit.last
        if within and not self._houses(hit, token):
            return token.index + 1, ()
        if end < sentence.last and self._tokens[end].norm in _POSSESSIVE:
            end += 1
        at = end
        while at < sentence.last and self._tokens[at].pos in ("NOUN", "PROPN", "ADJ") and at not in self._hits:
            at += 1
            end = at if self._tokens[at - 1].pos != "ADJ" else end
        if end > hit.last and longest_noun(self._tokens, end - 1, hit.last, self._registry.person_nouns):
            return token.index + 1, ()  # "an ally of Russian President ..."
        following = self._hits.get(end + 1) if end < sentence.last and self._tokens[end].norm == "and" else None
        if end == hit.last and following is not None and following.known.kind == hit.known.kind == "state":
            return following.last, (hit.known, following.known)  # "the foreign ministers of Japan and Peru"
        return end, (hit.known,)

    def _hyphenated(self, hit: NameHit) -> bool:
        tokens = self._tokens
        if "-" in tokens[hit.last - 1].text:  # "U.S.-backed" as one token
            return True
        return (
            hit.last < len(tokens)
            and tokens[hit.last].text == "-"
            and tokens[hit.last].start == tokens[hit.last - 1].end
        )

    def _possessors(self, first: int, core: int, owners: Sequence[Known]) -> list[Known]:
        """The one owner with a possessive ending: "Russia's deputy UN ambassador" is Russia's."""
        marked = {self._hits[i - 1].known.id for i in range(first + 1, core) if self._ends_owner(i)}
        return [owner for owner in owners if owner.id in marked][:1]

    def _ends_owner(self, index: int) -> bool:
        return self._tokens[index].norm in _POSSESSIVE and index - 1 in self._hits

    def is_people(self, hit: NameHit) -> bool:
        """Whether a demonym names people and no government: "ethnic Albanian", "Kosovo Albanians", "a Bosnian Serb
        leader", and citizens."""
        before = self._tokens[hit.first - 1] if hit.first > 0 else None
        if before is None or hit.form != "demonym" or hit.known.kind != "state":
            return False
        if before.norm in load_words("actors/people_words") or self.is_citizen(hit):
            return True
        home = self._hits.get(before.index)
        state = home is not None and home.known.kind == "state" and home.known.id != hit.known.id
        first, last = self._tokens[hit.first], self._tokens[hit.last - 1]
        return state and before.sentence == first.sentence and (last.tag in ("NNS", "NNPS") or before.tag == "JJ")

    def is_citizen(self, hit: NameHit) -> bool:
        """Whether a demonym names some or one of a people: "some Kenyans", "two Israelis", "a young Chilean", "the
        first American", not "a Chilean envoy" and not "the Americans"."""
        before, last = self._tokens[hit.first - 1], self._tokens[hit.last - 1]
        if last.tag in ("NNS", "NNPS"):
            return before.norm in load_words("actors/crowd_words") or before.tag == "CD"
        if last.dep in DESCRIBING:
            return False
        described = takewhile(
            lambda t: t.tag in _DESCRIPTIVE, reversed(self._tokens[max(0, hit.first - 8) : hit.first])
        )
        return any(token.norm in load_words("actors/one_words") for token in described)

    def owners(self, first: int, core: int, head: int) -> tuple[tuple[Known, ...], int | None]:
        """Return the bodies named in tokens [first, head], and the possessive pronoun there if any."""
        found: dict[str, Known] = {}
        pronoun = None
        for index in range(first, head + 1):
            hit = self._hits.get(index)
            named = hit is not None and hit.known.kind not in ("person", "media", "place")
            if hit is not None and named and not self._hyphenated(hit) and not self.is_people(hit):
                found[hit.known.id] = hit.known
            if self._tokens[index].tag == "PRP$":
                pronoun = index
        owners = list(found.values())
        if len(owners) > 1 and "and" not in [t.norm for t in self._tokens[first:core]]:
            owners = self._possessors(first, core, owners) or owners[-1:]  # "the US Syrian envoy": the nearest one
        return tuple(owners), pronoun


def singulars(token: Token) -> tuple[str, ...]:
    """Return the forms under which a noun may stand in a table: as it is, its lemma, without a plural ending."""
    return _singulars(token.norm, token.lemma)


@lru_cache(maxsize=20000)
def _singulars(norm: str, lemma: str) -> tuple[str, ...]:
    forms = [norm, lemma]
    if norm.endswith("ies"):
        forms.append(norm[:-3] + "y")
    if norm.endswith("men"):
        forms.append(norm[:-2] + "an")
    if norm.endswith("s"):
        forms.append(norm[:-1])
    if norm.endswith("s."):
        forms.append(norm[:-2] + ".")  # "Sens."
    return tuple(dict.fromkeys(forms))


def longest_noun(tokens: Sequence[Token], head: int, begin: int, table: Nouns[Any]) -> tuple[str, int] | None:
    """Return the longest entry of `table` whose last word is token `head`, and the token where it starts."""
    endings = [word for word in singulars(tokens[head]) if word in table.longest or "'" in word]
    if not endings:
        return None
    most = min(max(table.longest.get(word, 0) for word in endings), head - begin + 1)
    for length in range(most, 0, -1):
        first = head - length + 1
        of = leading(tokens, first, head)
        before = [token.norm for token in tokens[first:head]]
        for last, one in product(endings, singulars(tokens[of]) if of < head else ("",)):
            if of < head:
                before[of - first] = one  # "members of parliament"
            words = " ".join([*before, last]).replace(" - ", "-").replace(" '", "'")
            if words in table:
                return words, first
    return None


def leading(tokens: Sequence[Token], first: int, head: int) -> int:
    """Return the token that leads a noun of several words: the "head" of "head of state", else the last."""
    return next((at - 1 for at in range(first + 1, head) if tokens[at].norm == "of"), head)

"""Names of people with what stands before them: titles, honorifics, the body that a title belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from communique.annotate.naming.names import NameHit
from communique.annotate.naming.phrases import PAST, Phrases, longest_noun
from communique.lexicon.actors import Known, Registry
from communique.reading import Sentence, Token
from communique.records.values import plain

LONGEST_NAME = 5
LONGEST_LIST = 24
"""Within so many tokens behind a plural title "and" joins the last name of the list."""
_JOINING = frozenset(
    {"-", "al", "bin", "ibn", "van", "von", "der", "de", "da", "do", "dos", "del", "el", "ul", "abu", "ben", "la", "di"}
)


@plain(frozen=True, slots=True)
class PersonName:
    """A name at tokens [first, last); with its title and what modifies that, it begins at `left`.

    `title` is the token range of the title itself ("Foreign Ministry spokesman"); `owners` the bodies that it names.
    """

    first: int
    last: int
    left: int
    known: Known | None = None
    title: tuple[int, int] | None = None
    noun: str = ""
    owners: tuple[Known, ...] = ()
    past: bool = False
    gender: str = ""
    plural: bool = False
    """Whether the title is one of several people: "Senators A and B"."""


def find_people(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    hits: Sequence[NameHit],
    phrases: Phrases,
    registry: Registry,
) -> list[PersonName]:
    """Return the names of people in text order, whether or not the registry knows them."""
    finder = _Finder(tokens, sentences, hits, phrases, registry)
    found = [list(finder.in_sentence(sentence)) for sentence in sentences]
    # A surname alone is known by the full name, wherever that stands: where such a word stands we look again.
    learned = finder.learn(list(chain.from_iterable(found)))
    for number in sorted({token.sentence for token in tokens if token.norm in learned}):
        found[number] = list(finder.in_sentence(sentences[number]))
    return list(chain.from_iterable(found))


class _Finder:
    def __init__(
        self, tokens: Sequence[Token], sentences: Sequence[Sentence], hits: Sequence[NameHit], phrases: Phrases,
        registry: Registry,
    ) -> None:  # fmt: skip
        self.tokens, self.sentences, self.phrases, self.registry = tokens, sentences, phrases, registry
        self.hits = {index: hit for hit in hits for index in range(hit.first, hit.last)}
        self.titles: dict[int, tuple[str, int] | None] = {}
        self.surnames = self._surnames(hits)
        self.full: set[str] = set()
        self.others = {token.norm for token in tokens if token.tag == "NNP" and self._first_named(token)}

    def _surnames(self, hits: Sequence[NameHit]) -> set[str]:
        """Short names of the people whom the article names in full, in lower case."""
        people = [hit.known for hit in hits if hit.known.kind == "person"]
        found = {word.lower() for known in people for word in (*known.short, known.name.split()[-1])}
        for before, token in pairwise(self.tokens):
            if token.entity == "PERSON" == before.entity and token.tag == "NNP" and before.tag == "NNP":
                found.add(token.norm)
        return found

    def learn(self, names: Sequence[PersonName]) -> set[str]:
        """Take the last words of full names for the short names of their bearers, and return them."""
        found = {self.tokens[name.last - 1].norm for name in names if name.last - name.first > 1}
        self.full = found - {name.known.name.lower() for name in names if name.known is not None}
        self.surnames |= found
        return found

    def in_sentence(self, sentence: Sentence) -> Iterator[PersonName]:
        before: PersonName | None = None
        for token in self.tokens[sentence.first : sentence.last]:
            possible = token.text[:1].isupper() or token.index in self.hits
            if not possible or (before is not None and token.index < before.last):
                continue
            span = self._span(token.index, sentence)
            if span is None:
                continue
            first, last, known = span
            name = self._titled(first, last, known, sentence)
            if before is not None and before.plural and not name.noun and self._joined(before.last, first):
                name = replace(
                    before, first=first, last=last, left=name.left, known=known, gender=name.gender or before.gender
                )
            yield name
            before = name

    def _joined(self, last: int, first: int) -> bool:
        """Whether only commas, "and" and brackets ("(D-N.J.)") stand between two names."""
        between = self.tokens[last:first]
        depth = [0]
        for token in between:
            depth.append(depth[-1] + (token.text == "(") - (token.text == ")"))
        outside = [t.norm for t, deep in zip(between, depth, strict=False) if not deep and t.text != ")"]
        return bool(between) and all(word in (",", "and", "(") for word in outside)

    def _span(self, at: int, sentence: Sentence) -> tuple[int, int, Known | None] | None:
        """The name that begins at token `at`: one of the registry's, else one that the model or a title makes a
        person's.
        """
        hit = self.hits.get(at)
        if hit is not None and not self._bears(hit, sentence):
            return (hit.first, hit.last, hit.known) if hit.known.kind == "person" and hit.first == at else None
        token = self.tokens[at]
        if not self._begins_name(token):
            return None
        last = self._end(at, sentence)
        run = self.tokens[at:last]
        if any(self._ends_title(token, sentence) for token in run[:-1]):
            return None  # "Fargo CEO John Doe" begins later
        labels = [t.entity for t in run]
        titled = self._after_title(at, sentence) and not set(labels) & {"GPE", "LOC", "NORP", "DATE"}
        known = titled or self._apposed(at, last)
        if "PERSON" not in labels and not known and not (len(run) == 1 and self._short(token)):
            return None
        return at, last, None

    def _bears(self, hit: NameHit, sentence: Sentence) -> bool:
        """Whether the name of a town is the surname of somebody in the article: "Lugano said", not "in Lugano"."""
        token = self.tokens[hit.first]
        lone = hit.last - hit.first == 1 and hit.known.kind == "place" and token.norm in self.full
        return lone and (hit.first == sentence.first or self.tokens[hit.first - 1].pos != "ADP")

    def _begins_name(self, token: Token) -> bool:
        surname = token.norm in self.surnames
        if not token.text[:1].isupper() or not (surname or token.pos in ("PROPN", "NOUN", "ADJ", "X")):
            return False
        if token.norm in self.registry.honorifics or token.norm in self.registry.ambiguous:
            return False
        if token.entity in ("DATE", "TIME") and not self._acts(token):
            return False
        if token.pos != "PROPN" and token.entity != "PERSON" and not surname:
            return False
        return not self._in_title(token)

    def _acts(self, token: Token) -> bool:
        """Whether the surname of somebody in the article is a subject here, whatever else it may look like ("May
        said").
        """
        return token.norm in self.full and token.tag == "NNP" and token.dep in ("nsubj", "nsubjpass")

    def _ends_title(self, token: Token, sentence: Sentence) -> bool:
        """Whether a title or honorific ends with `token`."""
        if token.norm in self.registry.honorifics:
            return True
        return self._title_at(token.index, sentence) is not None

    def _title_at(self, end: int, sentence: Sentence) -> tuple[str, int] | None:
        """The longest title whose last word is token `end`, and where it starts."""
        if end not in self.titles:
            self.titles[end] = longest_noun(self.tokens, end, sentence.first, self.registry.person_nouns)
        return self.titles[end]

    def _in_title(self, token: Token) -> bool:
        """Whether a title of several words runs through `token` ("Prime Minister", "Secretary of State")."""
        sentence = self.sentences[token.sentence]
        for end in range(token.index, min(token.index + LONGEST_NAME, sentence.last)):
            if not self.tokens[end].text[:1].isalpha():
                return False
            found = self._title_at(end, sentence)
            if found is not None and found[1] <= token.index:
                return True
        return False

    def _end(self, at: int, sentence: Sentence) -> int:
        """Where the run of name words from `at` ends."""
        end = at + 1
        while end < min(sentence.last, at + LONGEST_NAME):
            token = self.tokens[end]
            hit = self.hits.get(end)
            joins = (token.norm in _JOINING and self._goes_on(end, sentence)) or self._hyphenated(end, sentence)
            if hit is not None and (hit.known.kind == "person" or token.entity != "PERSON"):
                break
            named = token.text[:1].isupper() and (token.pos == "PROPN" or token.entity == "PERSON")
            other = token.entity not in ("PERSON", "") and self.tokens[at].entity == "PERSON"
            if not (named or joins) or (other and not self._one_name(end)):
                break
            end += 1
        return end

    def _one_name(self, at: int) -> bool:
        """Whether the parser joins token `at` to the given name before it, and only the model's label parts them."""
        before, token = self.tokens[at - 1], self.tokens[at]
        return before.dep == "compound" and before.head == at and token.entity in ("DATE", "TIME", "PRODUCT", "EVENT")

    def _hyphenated(self, at: int, sentence: Sentence) -> bool:
        """Whether token `at` is the hyphen in "Yong-chol" or the word after it, but not that of "Xi-Putin"."""
        token = self.tokens[at]
        if self.tokens[at - 1].text == "-":
            return self._hyphenated(at - 1, sentence)
        if token.text != "-" or at + 1 >= sentence.last or token.start != self.tokens[at - 1].end:
            return False
        following = self.tokens[at + 1]
        two = self.registry.called(following.text) and self.registry.called(self.tokens[at - 1].text)
        korean = following.tag == "NN" and at >= 2 and self.tokens[at - 2].pos == "PROPN" == self.tokens[at - 1].pos
        return (following.pos == "PROPN" or korean) and following.start == token.end and not two

    def _goes_on(self, at: int, sentence: Sentence) -> bool:
        """Whether after particles and hyphens ("al", "-", "bin") from token `at` a capital follows."""
        while at < sentence.last and self.tokens[at].norm in _JOINING:
            at += 1
        return at < sentence.last and self.tokens[at].text[:1].isupper() and self.tokens[at].pos == "PROPN"

    def _after_title(self, at: int, sentence: Sentence) -> bool:
        if at == sentence.first or self.tokens[at].tag not in ("NNP", "NNPS"):
            return False
        before = self.tokens[at - 1]
        return before.norm in self.registry.honorifics or self._title_ending(at, sentence) is not None

    def _apposed(self, at: int, last: int) -> bool:
        """Whether capitals between commas name whose office stands before: "the Irish prime minister, N N, said"."""
        name = self.tokens[last - 1]
        title = self.tokens[name.head]
        two = last - at > 1 and all(token.tag == "NNP" for token in self.tokens[at:last])
        closed = last < len(self.tokens) and self.tokens[last].norm == ","
        beside = name.dep == "appos" and title.index < at and self.tokens[at - 1].norm == ","
        held = self._title_at(title.index, self.sentences[title.sentence]) if beside else None
        return two and closed and held is not None and self.registry.person_nouns[held[0]].use == "office"

    def _short(self, token: Token) -> bool:
        """Whether one word alone may be the short name of somebody whom the article names in full, or of few office-
        holders.
        """
        if token.norm in self.surnames and (token.entity not in ("DATE", "TIME") or self._acts(token)):
            return True
        if token.tag not in ("NNP", "NNPS") or token.entity in ("GPE", "LOC", "DATE", "FAC", "TIME"):
            return False
        borne = token.norm not in self.others and token.entity in ("", "PERSON", "ORG", "NORP")
        return borne and len(self.registry.called(token.text)) > 0

    def _first_named(self, token: Token) -> bool:
        """Whether another name stands before this one, which is then no office-holder's short name: "River Blinken"."""
        before = self.tokens[token.index - 1]
        joined = before.head == token.index and before.dep == "compound" and before.tag == "NNP"
        named = joined and before.index not in self.hits and before.norm not in self.registry.honorifics
        return named and not self._in_title(before)

    def _title_ending(self, at: int, sentence: Sentence) -> tuple[str, int] | None:
        """The longest title whose last word stands just before token `at`, and where it starts."""
        found = self._title_at(at - 1, sentence) if at > sentence.first else None
        return found if found is not None and (not self._plural(found[0], at - 1) or self._heads_list(at)) else None

    def _plural(self, noun: str, last: int) -> bool:
        """Whether the title that ends with token `last`, `noun` in the tables, is of several people ("Sens.")."""
        token = self.tokens[last]
        return token.tag in ("NNS", "NNPS") or not noun.endswith(token.norm)

    def _heads_list(self, at: int) -> bool:
        """Whether behind a plural title with a capital the first of several names stands: "Senators A and B"."""
        sentence = self.sentences[self.tokens[at].sentence]
        if not self.tokens[at - 1].text[:1].isupper() or self.tokens[at].tag not in ("NNP", "NNPS"):
            return False
        return any(t.norm == "and" for t in self.tokens[at : min(at + LONGEST_LIST, sentence.last)])

    def _titled(self, first: int, last: int, known: Known | None, sentence: Sentence) -> PersonName:
        left, gender = first, ""
        whole = self._title_of(first, sentence)
        if whole is not None:  # before honorifics are looked for: "Secretary-General" is no general
            return self._with_title(first, last, whole[2], known, whole[0], whole[1], sentence)
        while (at := self._honorific(left, sentence)) is not None:
            left = at
            gender = gender or self.registry.honorifics[self.tokens[left].norm]
        found = self._title_of(left, sentence)
        if found is None:
            return PersonName(first, last, self._modified(left, sentence), known, gender=gender)
        return self._with_title(first, last, found[2], known, found[0], found[1], sentence)

    def _honorific(self, left: int, sentence: Sentence) -> int | None:
        """The honorific right before token `left`, its full stop perhaps a token of its own ("Col.")."""
        at = left - 2 if left - 2 >= sentence.first and self.tokens[left - 1].text == "." else left - 1
        if at < sentence.first or at in self.hits:
            return None
        return at if self.tokens[at].norm in self.registry.honorifics else None

    def _title_of(self, at: int, sentence: Sentence) -> tuple[str, int, int] | None:
        """The title before token `at`, where it starts and ends: "Prime Minister", also "President of Belarus"."""
        found = self._title_ending(at, sentence)
        if found is not None:
            return *found, at
        before = self._bracket(at, sentence) - 1
        hit = self.hits.get(before) if before >= sentence.first else None
        of = hit.first - 1 if hit is not None and hit.known.kind in ("state", "organ", "organisation") else -1
        while of > sentence.first and (self.tokens[of].norm == "the" or of in self.hits):
            of -= 1
        if of > sentence.first and self.tokens[of].norm in ("of", "for"):
            found = self._title_ending(of, sentence)
        return (*found, of) if found is not None else None

    def _bracket(self, at: int, sentence: Sentence) -> int:
        """Where the abbreviation in brackets before token `at` begins: "of the African Union *(AU)* N"; else `at`."""
        if at - 3 > sentence.first and self.tokens[at - 1].text == ")" and self.tokens[at - 3].text == "(":
            return at - 3
        return at

    def _with_title(
        self, first: int, last: int, end: int, known: Known | None, noun: str, core: int, sentence: Sentence
    ) -> PersonName:
        edge = self.phrases.left_edge(core, max(last - 1, core), sentence)
        owners, _ = self.phrases.owners(edge, core, first - 1)
        owners = owners or self._behind(last, noun) or self._opening(noun, sentence)
        past = any(t.norm in PAST or t.norm.startswith("ex-") for t in self.tokens[edge:core])
        gender = self.registry.person_nouns[noun].gender
        title = (self._title_start(edge, core), end)
        return PersonName(first, last, edge, known, title, noun, owners, past, gender, self._plural(noun, end - 1))

    def _behind(self, last: int, noun: str) -> tuple[Known, ...]:
        """Whose an office is, behind the name: "President N *of Peru*", "spokesman N *at the Pentagon*"."""
        entry = self.registry.person_nouns[noun]
        join = self.tokens[last].norm if last + 1 < len(self.tokens) else ""
        known = self._begun(last + 1) if join in ("of", "for", "at") and entry.official else None
        state = known is not None and known.kind == "state" and join == "of" and entry.use == "office"
        return (known,) if known is not None and (state or known.kind in ("organ", "organisation")) else ()

    def _opening(self, noun: str, sentence: Sentence) -> tuple[Known, ...]:
        """Whose spokesman it is by where the sentence opens: "*At the Pentagon*, spokesman N said"."""
        speaks = self.registry.person_nouns[noun].office_class == "SPOKES"
        if not speaks or self.tokens[sentence.first].norm != "at":
            return ()
        known = self._begun(sentence.first + 1)
        return (known,) if known is not None and known.kind in ("organ", "organisation") else ()

    def _begun(self, at: int) -> Known | None:
        """Whose name begins at token `at`, or behind an article there."""
        at += at < len(self.tokens) and self.tokens[at].norm == "the"
        hit = self.hits.get(at)
        return hit.known if hit is not None and hit.first == at else None

    def _modified(self, left: int, sentence: Sentence) -> int:
        """Take in a lone demonym before the name ("Russian Vladimir Putin")."""
        hit = self.hits.get(left - 1)
        return hit.first if hit is not None and left > sentence.first and hit.form == "demonym" else left

    def _title_start(self, edge: int, core: int) -> int:
        """The title proper begins after the body that it belongs to: "Ukraine's [Deputy Foreign Minister]"."""
        begin = edge
        for index in range(edge, core):
            token = self.tokens[index]
            if index in self.hits or token.pos in ("DET", "PRON") or token.tag == "POS" or token.norm in ("-", ","):
                begin = index + 1
        return begin

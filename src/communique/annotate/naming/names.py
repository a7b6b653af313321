"""Finds the registry's names in the tokens of an article, the longest first, and drops those that mean something else
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.lexicon.actors import Known, NameForm, Registry, Sense
from communique.lexicon.given_names import SUFFIXES
from communique.lexicon.spellings import fits, pieces
from communique.reading import Sentence, Token
from communique.records.values import plain

DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})
"""Labels of what stands before a noun and says more of it."""


@plain(frozen=True, slots=True)
class NameHit:
    """Tokens [first, last) that name `known`; `city` is the place that the same name may mean ("Beijing")."""

    first: int
    last: int
    known: Known
    form: NameForm
    city: Known | None = None


def find_names(tokens: Sequence[Token], sentences: Sequence[Sentence], registry: Registry) -> list[NameHit]:
    """Return the names of states, organs, groups, people... in text order, none overlapping another."""
    found = [hit for sentence in sentences for hit in _in_sentence(tokens, sentence, registry)]
    by_last = {hit.last: hit for hit in found}
    hits = [hit for hit in found if not _is_of_another(tokens, hit, by_last)]
    return sorted([*hits, *_halves(tokens, hits, registry)], key=lambda hit: hit.first)


def _is_of_another(tokens: Sequence[Token], hit: NameHit, by_last: Mapping[int, NameHit]) -> bool:
    """Whether the state named before says that one state's or organisation's organ is not meant: "*Peru's* Congress",
    "the *Serbian* Security Council"; an adjective of one says nothing: "Israel's UN envoy"."""
    owner = by_last.get(hit.first - (tokens[hit.first - 1].tag == "POS")) if hit.first else None
    body = hit.known.kind in ("organ", "organisation") and tokens[hit.last - 1].dep not in DESCRIBING
    return body and owner is not None and owner.known.kind == "state" and owner.known.iso3 != hit.known.iso3


def _halves(tokens: Sequence[Token], hits: Sequence[NameHit], registry: Registry) -> Iterator[NameHit]:
    """Yield what "the North" and "the South" name in an article on a country that is divided into two states."""
    taken = {index for hit in hits for index in range(hit.first, hit.last)}
    told = {hit.known.iso3 for hit in hits}
    for token in tokens[1:]:
        row = registry.halves.get(token.text) if token.index not in taken else None
        if row is None or told.isdisjoint(row.many("beside")) or not told.isdisjoint(row.many("not")):
            continue
        following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        goes_on = following is not None and following.pos in ("PROPN", "NOUN", "ADJ")
        if tokens[token.index - 1].norm == "the" and not goes_on:
            yield NameHit(token.index, token.index + 1, registry.known[f"state/{row['state']}"], "name")


def _in_sentence(tokens: Sequence[Token], sentence: Sentence, registry: Registry) -> Iterator[NameHit]:
    split = [pieces(token.text) for token in tokens[sentence.first : sentence.last]]
    words = [word for found in split for word in found]
    places = [index for index, found in enumerate(split, start=sentence.first) for _ in found]
    lengths, done = registry.lengths, 0
    for at in [at for at, word in enumerate(words) if word in lengths]:
        if at < done or (at > 0 and places[at - 1] == places[at]):
            continue
        match = _longest(tokens, words, places, at, registry) or _past_initials(tokens, words, places, at, registry)
        if match is not None:
            hit, done = match
            yield hit


def _longest(
    tokens: Sequence[Token], words: Sequence[str], places: Sequence[int], at: int, registry: Registry
) -> tuple[NameHit, int] | None:
    for length in registry.lengths[words[at]]:
        end = at + length
        if end > len(words):
            continue
        first, last = places[at], places[end - 1] + 1
        if end < len(words) and places[end] == last - 1 and not _before_hyphen(tokens[last - 1], places[:end]):
            continue  # ends inside a token
        senses = registry.senses(" ".join(words[at:end]))
        hit = _choose(tokens, first, last, senses, registry) if senses else None
        if hit is not None:
            return hit, end
    return None


def _past_initials(
    tokens: Sequence[Token], words: Sequence[str], places: Sequence[int], at: int, registry: Registry
) -> tuple[NameHit, int] | None:
    """A person's name around middle initials: "Vladimir V. Putin"."""
    end = at + 1
    while end < len(words) and len(words[end]) == 1 and tokens[places[end]].text.rstrip(".").isupper():
        end += 1
    if end == at + 1 or end >= len(words) or tokens[places[at]].entity != "PERSON":
        return None
    for length in registry.lengths[words[at]]:
        last = end + length - 2
        senses = registry.senses(" ".join((words[at], *words[end : last + 1]))) if last < len(words) else ()
        known = next((sense.known for sense in senses if sense.known.kind == "person"), None)
        if length > 1 and known is not None and tokens[places[last]].text[:1].isupper():
            end = last + 1
            while end < len(words) and words[end] in SUFFIXES:
                end += 1
            return NameHit(places[at], places[end - 1] + 1, known, "name"), end
    return None


def _before_hyphen(token: Token, places: Sequence[int]) -> bool:
    """Whether the part of `token` before its first hyphen ends with the pieces so far ("U.S.-drafted")."""
    inside = places.count(token.index)
    part = token.text.partition("-")
    return bool(part[1]) and len(pieces(part[0])) == inside


def _choose(
    tokens: Sequence[Token], first: int, last: int, senses: Sequence[Sense], registry: Registry
) -> NameHit | None:
    """The best sense that fits the capitals and the context; a building counts as its organ, not as its state."""
    text = _shown(tokens, first, last, senses)
    fitting = [sense for sense in senses if fits(sense.spelling, text)]
    if not fitting or _means_else(tokens, first, last, text, registry):
        return None
    if _is_longer(tokens, last):
        fitting = [sense for sense in fitting if sense.known.kind != "collective"]
        if not fitting:
            return None
    city = next((sense.known for sense in fitting if sense.form == "city"), None)
    best = min(
        fitting, key=lambda s: (s.spelling != text, _ORDER[s.form]) if s.form != "metonym" else (True, _ORDER[s.form])
    )
    if city is not None and best.form == "city":
        best = min((s for s in fitting if s.form != "city"), key=lambda s: _ORDER[s.form], default=best)
    if best.known.kind == "state" and best.form == "name":
        city = None
    start = first + 1 if tokens[first].norm == "the" and last - first > 1 and best.known.kind != "collective" else first
    return NameHit(start, last, best.known, best.form, city)


def _is_longer(tokens: Sequence[Token], last: int) -> bool:
    """Whether what is called by a word in capitals goes on in capitals: "the West Bank" is no part of "the West"."""
    if last == len(tokens) or not tokens[last - 1].text[:1].isupper():
        return False
    following = tokens[last]
    goes_on = following.tag.startswith(("NNP", "JJ")) and following.text[:1].isupper()  # "the West African bloc"
    return goes_on and following.entity not in ("DATE", "TIME")


_ORDER = {"name": 0, "acronym": 1, "demonym": 2, "metonym": 3, "city": 4}


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.text for token in tokens[first:last])


def _shown(tokens: Sequence[Token], first: int, last: int, senses: Sequence[Sense]) -> str:
    """The words of the name as the text shows them; of "U.S.-drafted" only the part before the hyphen."""
    text = _text(tokens, first, last)
    whole = any(len(pieces(sense.spelling)) == len(pieces(text)) for sense in senses)
    return text if whole else text.partition("-")[0]


_TITLES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})


def _of_organ(tokens: Sequence[Token], at: int, registry: Registry) -> bool:
    """Whether a name goes on as that of an organ: "the Chilean *Supreme Court*"."""
    if tokens[at].norm in registry.noun_endings or tokens[at].lemma in registry.noun_endings:
        return True
    last = at
    while _goes_on(tokens, last + 1, tokens[at].entity):
        last += 1
    return tokens[last].norm in registry.organ_nouns.longest


def _goes_on(tokens: Sequence[Token], at: int, entity: str) -> bool:
    """Whether the model takes the next word for part of the same name ("Diet Coke")."""
    return bool(entity) and at < len(tokens) and tokens[at].entity == entity and tokens[at].pos == "PROPN"


def _means_else(tokens: Sequence[Token], first: int, last: int, text: str, registry: Registry) -> bool:
    """Whether the name is part of a person's name ("Michael Jordan") or an everyday word here."""
    if last - first > 1:
        return False
    token = tokens[first]
    if token.entity == "LANGUAGE":
        return True
    goes_on = token.entity in _TITLES and _goes_on(tokens, last, token.entity)
    if goes_on and not _of_organ(tokens, last, registry):
        return True  # "the Panama Papers"
    needs = registry.ambiguous.get(token.text)
    if needs is not None and (token.entity not in needs or _goes_on(tokens, last, token.entity)):
        return True
    if token.entity != "PERSON":
        return False
    previous = tokens[first - 1] if first > 0 and tokens[first - 1].sentence == token.sentence else None
    if previous is not None and previous.pos in ("ADP", "DET"):
        return False
    before = previous is not None and previous.entity == "PERSON" and previous.pos == "PROPN"
    after = last < len(tokens) and tokens[last].entity == "PERSON" and tokens[last].pos == "PROPN"
    return before or (after and token.tag.startswith("NNP"))

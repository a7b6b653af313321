"""The parties that "both sides", "the two leaders" and "the three countries" mean: those last named together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from communique.annotate.naming.mentions import Maker, Sketch
from communique.lexicon.words import load_words
from communique.reading import Token
from communique.records.actors import Actor

REACH = 8
"""How many sentences "both sides" may reach back for the two that it means."""

FEW = 2
"""How many sentences "the three countries" may reach back for those that take part in what is told there."""

_KINDS = frozenset({"state", "organ", "organisation", "armed_group", "party"})


class Pairs:
    """Pairs of parties in one article: at war, in talks, coordinated."""

    def __init__(self, maker: Maker) -> None:
        """Look at the tokens of one article."""
        self._maker, self._tokens = maker, maker.tokens
        self._sketches: list[Sketch] = []

    def before(
        self,
        at: int,
        done: Mapping[int, Actor],
        sketches: Sequence[Sketch],
        *,
        people: bool = False,
        same_sentence: bool = False,
        reach: int = REACH,
        aside: frozenset[str] = frozenset(),
        named: bool = False,
    ) -> tuple[Actor, Actor] | None:
        """Return the pair named before token `at` that was last told of again, without those `aside`, else None.

        `people`: only people count; `named`: people count as themselves and not for their state.
        """
        heads = self._heads(at, done, sketches)
        begin = self._begin(at, same_sentence, reach)
        pairs = [(index, one, other) for index, one, other in self._pairs(heads, begin, at)]
        if people or named:
            lists = self._lists(done, sketches, begin, at)
            pairs += [(end, *actors) for end, actors in lists if len(actors) == 2 and _people(actors)]
        last = {actor.id: head for head, actor in sorted(heads.items())}
        for _, one, other in sorted(pairs, key=lambda p: (-min(last.get(a.id, p[0]) for a in p[1:]), -p[0])):
            pair = (one, other) if named else (self._party(one, people), self._party(other, people))
            if pair[0] is None or pair[1] is None or pair[0].id == pair[1].id:
                continue
            if not {one.id, other.id, pair[0].id, pair[1].id} & aside:
                return pair[0], pair[1]
        return None

    def together(
        self, at: int, done: Mapping[int, Actor], sketches: Sequence[Sketch], count: int, *, people: bool = False
    ) -> tuple[Actor, ...] | None:
        """Return the `count` parties that were last listed together before token `at` ("A, B and C"), None if none
        were.
        """
        found = [a for _, a in self._lists(done, sketches, self._begin(at), at) if len(a) == count]
        found = [actors for actors in found if _people(actors) == people]
        return found[-1] if found else None

    def sides(
        self, at: int, done: Mapping[int, Actor], sketches: Sequence[Sketch], count: int
    ) -> tuple[Actor, ...] | None:
        """Return the `count` states named in the last sentence before token `at` that names so many, by themselves or
        by whoever acts for them; None where a nearer one names more.
        """
        begin = self._maker.sentences[max(self._tokens[at].sentence - FEW, 0)].first
        told: dict[int, dict[str, None]] = {}
        for sketch in sketches:
            mention = sketch.mention
            actor = done.get(mention.index) or mention.actor
            if actor is not None and actor.iso3 and begin <= mention.first < at and mention.reading == "actor":
                told.setdefault(mention.sentence, {})[f"state/{actor.iso3}"] = None
        for sentence in sorted(told, reverse=True):
            if len(told[sentence]) >= count:
                known = [self._maker.registry.known.get(code) for code in told[sentence]]
                states = tuple(self._maker.actor(state, 0, 1, "name") for state in known if state is not None)
                return states if len(states) == count else None
        return None

    def _begin(self, at: int, same_sentence: bool = False, reach: int = REACH) -> int:
        here = self._tokens[at].sentence
        return self._maker.sentences[here if same_sentence else max(here - reach, 0)].first

    def _heads(self, at: int, done: Mapping[int, Actor], sketches: Sequence[Sketch]) -> dict[int, Actor]:
        """The actors before token `at` by the head of their largest mention."""
        heads: dict[int, Actor] = {}
        for sketch in sketches:
            actor = done.get(sketch.mention.index)
            if actor is not None and sketch.mention.first < at and sketch.mention.reading == "actor":
                kept = heads.get(sketch.mention.head)
                if kept is None or sketch.mention.last - sketch.mention.first > 1:
                    heads[sketch.mention.head] = actor
        return heads

    def _lists(
        self, done: Mapping[int, Actor], sketches: Sequence[Sketch], begin: int, at: int
    ) -> list[tuple[int, tuple[Actor, ...]]]:
        """Names that stand side by side, "A and B", "A, B and C", by their words alone; with the token where they end.

        Larger mentions come first, so that the state inside "Russia's minister" begins no list.
        """
        starts: dict[int, tuple[int, Actor]] = {}
        for sketch in sketches:
            mention, actor = sketch.mention, done.get(sketch.mention.index)
            named = actor is not None and actor.form in ("name", "metonym") and actor.kind in ("person", *_KINDS)
            if actor is not None and named and mention.reading == "actor" and begin <= mention.first:
                starts.setdefault(mention.first, (mention.last, actor))
        found, taken = [], begin
        for first in sorted(starts):
            if first < taken:
                continue
            last, actors = self._list_from(first, starts)
            taken = starts[first][0] if len(actors) < 2 else last
            if 2 <= len(actors) == len({actor.id for actor in actors}) and last <= at:
                found.append((last, actors))
        return found

    def _list_from(self, first: int, starts: Mapping[int, tuple[int, Actor]]) -> tuple[int, tuple[Actor, ...]]:
        """The list that begins at token `first`: where it ends, and who is in it; alone where no "and" closes it."""
        last, actor = starts[first]
        actors = [actor]
        while last < len(self._tokens) and self._tokens[last].norm in (",", "and"):
            closing, following = self._tokens[last].norm == "and", last + 1
            if following < len(self._tokens) and self._tokens[following].norm == "and":
                closing, following = True, following + 1
            if following < len(self._tokens) and self._tokens[following].norm == "the":
                following += 1
            if following not in starts or (starts[following][1].kind == "person") != (actor.kind == "person"):
                break
            last, joined = starts[following]
            actors.append(joined)
            if closing:
                return last, tuple(actors)
        return starts[first][0], (actor,)

    def most_named(
        self, at: int, done: Mapping[int, Actor], sketches: Sequence[Sketch], *, aside: frozenset[str] = frozenset()
    ) -> tuple[Actor, Actor] | None:
        """Return the two states of which the article speaks before token `at`, each twice as often as any third."""
        told: Counter[str] = Counter()
        for sketch in sketches:
            actor = done.get(sketch.mention.index) or sketch.mention.actor
            if actor is not None and actor.iso3 and sketch.mention.first < at and actor.kind in ("state", "organ"):
                told[actor.iso3] += 1
        ranked = [*told.most_common(3), ("", 0), ("", 0), ("", 0)]
        enough = ranked[1][1] > 1 and ranked[1][1] >= 2 * ranked[2][1]
        pair = self._two_states([code for code, _ in ranked[:2]]) if enough else None
        return None if pair is None or {actor.id for actor in pair} & aside else pair

    def only(self, at: int, done: Mapping[int, Actor], sketches: Sequence[Sketch]) -> tuple[Actor, Actor] | None:
        """Return the two states of which the article tells before token `at`, by themselves or by whoever acts for
        them, if there is no third: then even "X called for talks between the two governments" means X and the other."""
        before = (sketch for sketch in sketches if sketch.mention.first < at)
        actors = (done.get(sketch.mention.index) or sketch.mention.actor for sketch in before)
        told = dict.fromkeys(actor.iso3 for actor in actors if actor is not None and actor.iso3)
        return self._two_states(list(told))

    def _two_states(self, codes: Sequence[str]) -> tuple[Actor, Actor] | None:
        """The states with two codes; None for fewer or more, or for one that nobody knows."""
        states = [self._maker.registry.known.get(f"state/{code}") for code in codes]
        if len(states) != 2 or states[0] is None or states[1] is None:
            return None
        return self._maker.actor(states[0], 0, 1, "name"), self._maker.actor(states[1], 0, 1, "name")

    def opening(
        self, at: int, done: Mapping[int, Actor], sketches: Sequence[Sketch], *, states: bool
    ) -> tuple[Actor, Actor] | None:
        """Return the two sides of which the first sentence of the text tells, by themselves or by whoever acts for
        them; None where it tells of more or of fewer, or holds token `at`. `states`: only states are meant.
        """
        lead = next((s.index for s in self._maker.sentences if s.layer == "main"), None)
        if lead == self._tokens[at].sentence:
            return None
        told: dict[str, Actor] = {}
        for sketch in sketches:
            actor = done.get(sketch.mention.index) or sketch.mention.actor
            party = self._side(actor) if actor is not None and sketch.mention.reading == "actor" else None
            if party is not None and sketch.mention.sentence == lead:
                told.setdefault(party.id, party)
        found = tuple(told.values())
        if len(found) != 2 or (states and any(party.kind != "state" for party in found)):
            return None
        return found[0], found[1]

    def _side(self, actor: Actor) -> Actor | None:
        """The state for which somebody acts; else the armed group or movement itself."""
        state = self._maker.registry.known.get(f"state/{actor.iso3}") if actor.iso3 else None
        if state is not None:
            return self._maker.actor(state, 0, 1, "name")
        return actor if actor.kind in ("armed_group", "organisation") else None

    def _party(self, actor: Actor, people: bool) -> Actor | None:
        """A person stands for a state where states are meant; where people are meant only people count."""
        if people:
            return actor if actor.kind == "person" else None
        if actor.kind == "person" and actor.iso3:
            state = self._maker.registry.known.get(f"state/{actor.iso3}")
            return self._maker.actor(state, 0, 1, "name") if state is not None else None
        return actor if actor.kind in _KINDS else None

    def _pairs(self, heads: Mapping[int, Actor], begin: int, at: int) -> Iterator[tuple[int, Actor, Actor]]:
        words = self._maker.registry.reference_words
        for index in range(begin, at):
            token = self._tokens[index]
            named = token.pos in ("PROPN", "NOUN") and self._tokens[token.head].pos in ("PROPN", "NOUN")
            if token.dep == "conj" and named and index in heads and token.head in heads and self._joined(token):
                yield index, heads[token.head], heads[index]
            if token.pos in ("NOUN", "PROPN", "VERB") and (
                words.get(token.lemma) == "pair" or token.lemma in ("meet", "talk", "negotiate", "fight")
            ):
                yield from ((index, one, other) for one, other in self._around(token, heads, at))

    def _joined(self, token: Token) -> bool:
        """Whether two names are a pair of a happening: its subjects, those whom one received, "between A and B"."""
        first = self._tokens[token.head]
        governor = self._tokens[first.head]
        hosted = first.dep == "dobj" and governor.lemma in load_words("language/en/hosting_verbs")
        above = self._tokens[governor.head]
        theirs = governor.norm == "of" and self._of_both(above)
        between = governor.norm == "between" and above.lemma not in load_words("language/en/way_nouns")
        if first.dep not in ("nsubj", "nsubjpass") and not between and not hosted and not theirs:
            return False
        inside = self._tokens[token.head + 1 : token.index]
        others = [
            t
            for t in self._tokens[token.head : token.index + 6]
            if t.dep == "conj" and t.head in (token.head, token.index) and t.index != token.index
        ]
        return any(t.norm == "and" for t in inside) and not others

    def _of_both(self, above: Token) -> bool:
        """Whether what stands before "of A and B" is a happening of the two ("the war of"), or their people ("the
        leaders of") beside whom nobody else stands."""
        office = self._maker.registry.collective_words.get(above.lemma)
        if office is None or office["as"] not in ("office", "person") or above.tag != "NNS":
            return self._maker.registry.reference_words.get(above.lemma) == "pair"
        sentence = self._maker.sentences[above.sentence]
        beside = (t for t in self._tokens[sentence.first : sentence.last] if t.dep == "conj" and t.head == above.index)
        return above.dep != "conj" and not any(beside)

    def _subject_above(self, token: Token, heads: Mapping[int, Actor]) -> list[Actor]:
        """Whose meeting it is: the subject of the nearest verb above that has one ("Trump, speaking after a summit with
        Abe").
        """
        while token.head != token.index:
            token = self._tokens[token.head]
            if token.pos in ("VERB", "AUX"):
                sentence = self._maker.sentences[token.sentence]
                below = self._tokens[sentence.first : token.index]
                subjects = [t.index for t in below if t.head == token.index and t.dep in ("nsubj", "nsubjpass")]
                if subjects:
                    return [heads[subjects[0]]] if subjects[0] in heads else []
        return []

    def _around(self, token: Token, heads: Mapping[int, Actor], at: int) -> Iterator[tuple[Actor, Actor]]:
        """ "A's war with B", "talks between A and B", "A-B talks", "A met (with) B"."""
        own: list[Actor] = []
        other: list[Actor] = []
        sentence = self._maker.sentences[token.sentence]
        for child in self._tokens[sentence.first : min(sentence.last, at)]:
            if (
                child.head == token.index
                and child.dep in ("poss", "compound", "amod", "nmod", "nsubj")
                and child.index in heads
            ):
                own.append(heads[child.index])
            if child.dep == "conj" and child.index in heads and self._names_whose(child.head, token):
                own.append(heads[child.index])
            if child.head == token.index and child.dep == "dobj" and child.index in heads and token.pos == "VERB":
                other.append(heads[child.index])
            preposition = self._tokens[child.head]
            after = preposition.head == token.index and preposition.norm in ("with", "against", "on", "of")
            if child.dep == "pobj" and child.index in heads and after:
                other.append(heads[child.index])
        joined = (self._tokens[i].head for i in heads if self._tokens[i].dep == "conj")
        if any(self._tokens[i].head == token.index and not self._names_whose(i, token) for i in joined):
            return  # "A and B met C": three parties
        if not own and len(other) == 1 and token.pos != "VERB":
            own.extend(self._subject_above(token, heads))
        if len(own) == 1 and len(other) == 1:
            yield own[0], other[0]
        elif len(own) == 2 and not other:
            yield own[0], own[1]

    def _names_whose(self, index: int, noun: Token) -> bool:
        """Whether token `index` says before a noun whose it is: "Greek-*Turkish* talks", "the *Chad*-Niger war"."""
        token = self._tokens[index]
        while token.dep == "conj" and token.head != token.index:
            token = self._tokens[token.head]
        return token.head == noun.index and token.dep in ("compound", "amod", "nmod")


def _people(actors: Sequence[Actor]) -> bool:
    return all(actor.kind == "person" for actor in actors)

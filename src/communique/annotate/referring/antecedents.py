"""Who a pronoun or a description can stand for: candidates in focus, scored by distance and grammatical role."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from communique.reading import Sentence, Token
from communique.records.actors import Actor, same_side
from communique.records.values import plain

WINDOW = 5
"""A pronoun reaches back over at most this many sentences."""

MARGIN = 0.75
"""When the second best candidate comes closer than this, nobody is chosen."""

SEVERAL = "several in focus"

SPEAKER = 3.0
"""Weight of the source of the clause in which a pronoun stands: "X said he", "an announcement by X that he"."""

OWN_OBJECT = 4.5
"""Weight, for "its", of an object that stands between it and its verb: as much as the subject's."""

THING = 1.0
"""What a thing that is no actor counts less than an actor in the same place."""

OWN_SUBJECT = 2.0
"""Weight of the subject of its own clause for a possessive: "Israel will deliver its response"."""

SUBJECT_ABOVE = 1.5
"""Weight of the subject of the clause around, for the subject of an adverbial clause."""

_DISTANCE = (6.0, 5.0, 3.0, 2.0, 1.0, 0.5)
_FADING = (1.0, 1.0, 1.0, 0.7, 0.5, 0.4)
"""What a grammatical role still counts so many sentences later."""
_ROLES = {"nsubj": 3.0, "nsubjpass": 3.0, "agent": 1.5, "poss": 1.5, "dobj": 1.0, "dative": 1.0, "attr": 1.0}
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@plain(frozen=True, slots=True)
class Candidate:
    """A resolved mention, headed by token `head`, that something later may refer to; `actor` None for a thing that is
    no actor.
    """

    head: int
    first: int
    last: int
    actor: Actor | None
    features: frozenset[str]
    sentence: int


def _one_side(one: Candidate, other: Candidate) -> bool:
    """Whether it matters little which of two is meant: "the ministry said that *Moscow* was ready; *it* proposed"."""
    a, b = one.actor, other.actor
    return a is not None and b is not None and "person" not in (a.kind, b.kind) and same_side(a, b)


class Focus:
    """What has been mentioned so far in an article, and choice among it."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        """Start with nothing in focus."""
        self.tokens, self.sentences = tokens, sentences
        self.seen: list[Candidate] = []

    def add(self, candidate: Candidate) -> None:
        """Put `candidate` in focus."""
        self.seen.append(candidate)

    def recent(self, sentence: int) -> Iterator[Candidate]:
        """Yield the candidates within reach of `sentence`, nearest first; captions and text do not reach into each
        other.
        """
        caption = self.sentences[sentence].layer == "caption"
        reached, distance, last = sentence, 0, sentence
        for candidate in reversed(self.seen):
            if (self.sentences[candidate.sentence].layer == "caption") != caption:
                continue
            if candidate.sentence != last:
                distance += min(last - candidate.sentence, 1) if reached else 1
                last = candidate.sentence
            if distance > WINDOW:
                return
            yield candidate

    def distance(self, earlier: int, later: int) -> int:
        """Return how many sentences of the same layer lie between two sentences, the later one counted."""
        caption = self.sentences[later].layer == "caption"
        return sum((s.layer == "caption") == caption for s in self.sentences[earlier:later])

    def best(
        self,
        at: int,
        accepts: Callable[[Candidate], bool],
        excluded: frozenset[str] = frozenset(),
        ahead: Candidate | None = None,
    ) -> tuple[Candidate | None, str]:
        """Return the candidate that something at token `at` stands for and why, or None and why not."""
        token = self.tokens[at]
        speakers = self.speakers(at)
        above = self._subject_above(at)
        own = self._own_subject(at) if token.tag == "PRP$" else None
        if own is not None and own < at:
            speakers = frozenset()  # "X warned that Y may test its bomb": Y's
        scores: dict[str, tuple[float, Candidate]] = {}
        for candidate in self.recent(token.sentence):
            if not accepts(candidate) or candidate.first <= at < candidate.last or candidate.head >= at:
                continue
            key = candidate.actor.id if candidate.actor is not None else f"thing/{self.tokens[candidate.head].lemma}"
            if key in excluded:
                continue
            head = self._explained(candidate.head)
            score = self._score(candidate, token) + (SPEAKER if head in speakers else 0.0)
            if own is not None and head == own:
                score += OWN_SUBJECT
            if head == above:
                score += SUBJECT_ABOVE
            if token.norm == "its" and self._own_object(candidate.head, at):
                score += OWN_OBJECT
            best = scores.get(key)
            if best is None:
                scores[key] = (score, candidate)
            elif score > best[0]:
                scores[key] = (score + 0.3, candidate)
            else:
                scores[key] = (best[0] + 0.3, best[1])
        if ahead is not None and ahead.actor is not None and accepts(ahead) and ahead.actor.id not in excluded:
            scores[ahead.actor.id] = (11.0, ahead)
        ranked = sorted(scores.values(), key=lambda pair: (-pair[0], -pair[1].head))
        if not ranked:
            return None, "nobody in focus"
        near = [other for score, other in ranked[1:] if ranked[0][0] - score < MARGIN]
        if not all(_one_side(ranked[0][1], other) for other in near):
            return None, SEVERAL
        return ranked[0][1], "in focus"

    def _explained(self, head: int) -> int:
        """Return the noun that a name beside it explains: "the boy's uncle, *Karl Otto*, said he"."""
        token = self.tokens[head]
        above = self.tokens[token.head]
        return above.index if token.dep == "appos" and token.pos == "PROPN" and above.pos == "NOUN" else head

    def _subject_above(self, at: int) -> int | None:
        """The subject of the verb around an adverbial clause behind it of which token `at` is the subject: "the scouts
        found her as *they* rode by"."""
        token = self.tokens[at]
        verb = self.tokens[token.head]
        around = self.tokens[verb.head]
        behind = token.dep in _SUBJECTS and verb.dep == "advcl" and around.index < at
        return self.subject_of(around.index) if behind else None

    def _own_subject(self, at: int) -> int | None:
        """The subject of the clause in which a possessive stands; of the clause before it, if it stands in the subject
        ("X stayed, and his wife left").
        """
        verb = self.governor(at)
        subject = self.subject_of(verb.index)
        if subject is not None and subject > at and verb.dep == "conj":
            return self.subject_of(verb.head)
        return subject

    def _own_object(self, head: int, at: int) -> bool:
        """Whether `head` is the object between token `at` and its verb: "arming Russia in its war" leaves a doubt."""
        candidate = self.tokens[head]
        return candidate.dep == "dobj" and candidate.head == self.governor(at).index and candidate.head < head < at

    def _score(self, candidate: Candidate, token: Token) -> float:
        head = self.tokens[self._explained(candidate.head)]
        distance = min(self.distance(candidate.sentence, token.sentence), WINDOW)
        joined = 0.0
        while head.dep == "conj" and head.head != head.index:  # the second of two subjects counts nearly as much
            head, joined = self.tokens[head.head], 0.25
        role = _ROLES.get(head.dep, 0.0) - joined
        governor = self.tokens[head.head]
        if head.dep in _SUBJECTS and governor.dep == "ROOT":
            role += 1.0
        role *= _FADING[distance]
        return _DISTANCE[distance] + role - (THING if candidate.actor is None else 0.0)

    def speakers(self, at: int) -> frozenset[int]:
        """Return the sources of the content clauses around token `at`, and the subject with which its own is joined."""
        found = set(self.tellers(at))
        token = self.tokens[at]
        verb = self.tokens[token.head]
        if token.dep in _SUBJECTS and verb.dep == "conj":  # "that A may give and that it may even send"
            subject = self.subject_of(verb.head)
            found.update([subject] if subject is not None else [])
        return frozenset(found)

    def tellers(self, at: int) -> frozenset[int]:
        """Return the sources of the content clauses around token `at`: subjects of their verbs, owners or agents of
        their nouns.
        """
        found: set[int] = set()
        token = self.tokens[at]
        while token.head != token.index:
            above = self.tokens[token.head]
            if token.dep in ("ccomp", "acl", "relcl") and token.pos in ("VERB", "AUX") and above.index < at:
                found.update(self._sources(above, token.dep))
            token = above
        return frozenset(found)

    def _sources(self, above: Token, dep: str) -> Iterator[int]:
        if above.pos in ("VERB", "AUX"):
            subject = self.subject_of(above.index)
            if subject is not None:
                yield subject
        elif dep == "acl":
            sentence = self.sentences[above.sentence]
            for token in self.tokens[sentence.first : sentence.last]:
                governed = self.tokens[token.head]
                if token.dep == "poss" and token.head == above.index:
                    yield token.index
                if token.dep == "pobj" and governed.norm in ("by", "from") and governed.head == above.index:
                    yield token.index

    def governor(self, at: int) -> Token:
        """Return the verb (or root) that governs token `at`."""
        token = self.tokens[at]
        while token.head != token.index:
            token = self.tokens[token.head]
            if token.pos in ("VERB", "AUX"):
                break
        return token

    def subject_of(self, verb: int) -> int | None:
        """Return the subject token of `verb`, also that of the verb with which it is coordinated."""
        seen = set()
        while verb not in seen:
            seen.add(verb)
            token = self.tokens[verb]
            sentence = self.sentences[token.sentence]
            for child in self.tokens[sentence.first : sentence.last]:
                if child.head == verb and child.dep in _SUBJECTS:
                    return child.index
            if token.dep in ("advcl", "pcomp") and token.tag == "VBG":  # "left after accusing ..."
                while token.head != token.index and self.tokens[token.head].pos == "ADP":
                    token = self.tokens[token.head]
            elif token.dep not in ("conj", "xcomp"):
                return None
            verb = token.head
        return None

    def fronted(self, at: int) -> int | None:
        """Return the subject of the main clause if token `at` stands in an adverbial before it ("As his war went on, X
        said").
        """
        token = self.tokens[at]
        if token.dep in _SUBJECTS and self.tokens[token.head].dep == "ROOT":
            return None
        while self.tokens[token.head].dep != "ROOT" and token.head != token.index:
            token = self.tokens[token.head]
        root = self.tokens[token.head]
        subject = self.subject_of(root.index)
        if token.dep not in ("advcl", "prep", "advmod", "npadvmod") or subject is None or subject < at:
            return None
        return subject

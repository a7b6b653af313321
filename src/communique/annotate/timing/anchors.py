"""What the tree says about a time expression: the word it belongs to, and whether its clause looks back or ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.lexicon.times import TimeLexicon
from communique.reading import Tense, Token

_VERBS = ("VERB", "AUX")
_LINKS = ("ADP", "SCONJ", "ADV", "PART", "CCONJ", "PUNCT", "NUM", "DET")


class Tree:
    """The dependency trees of an article's sentences, asked about stretches of tokens [first, last)."""

    def __init__(self, tokens: Sequence[Token], lexicon: TimeLexicon) -> None:
        """Hold the tokens of an article and the lists of planning and telling words."""
        self.tokens = tokens
        self.lexicon = lexicon

    def root(self, first: int, last: int) -> Token:
        """Return the token of the stretch that hangs on a word outside it (the last such one)."""
        outside = [t for t in self.tokens[first:last] if not first <= t.head < last or t.head == t.index]
        return outside[-1] if outside else self.tokens[last - 1]

    def above(self, token: Token) -> Iterator[Token]:
        """Yield the tokens above `token`, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def below(self, token: Token) -> Iterator[Token]:
        """Yield the tokens that hang on `token`, nearest first; few are asked for, so none are stored."""
        for steps in (range(token.index - 1, -1, -1), range(token.index + 1, len(self.tokens))):
            for index in steps:
                if self.tokens[index].sentence != token.sentence:
                    break
                if self.tokens[index].head == token.index:
                    yield self.tokens[index]

    def preposition(self, first: int, last: int) -> str | None:
        """Return the preposition or conjunction that governs the stretch ("since", "until", "after"), in lower case."""
        root = self.root(first, last)
        head = self.tokens[root.head]
        if head.index == first - 1 and (root.dep in ("pobj", "pcomp") or head.pos == "ADP"):
            # "a letter from 2020" says nothing of an end, "closed from Monday" does
            return head.norm if head.norm != "from" or self.tokens[head.head].pos in _VERBS else None
        after = self._after(last)
        if after is None or self._names_day(first, last):
            return None  # "said Friday before the vote" is said on Friday
        counted = first <= after.head < last or root.head in (after.index, after.head)
        return after.norm if counted else None

    # Anchors

    def anchor(self, first: int, last: int) -> int:
        """Return the index of the verb or noun whose time the stretch gives; its own root where it stands alone."""
        noun = self._noun_before(first, last)
        if noun is not None:
            return noun
        root = self.root(first, last)
        words = [token.index for token in self._governors(root) if token.pos not in _LINKS]
        if len(words) > 1 and words[0] > last and self._after(last) is not None:
            return words[1]  # "came a day after they fired": the day is counted for "came"
        return words[0] if words else root.index

    def _is_time(self, token: Token) -> bool:
        known = ("month", "weekday", "dayname", "unit", "units")
        return token.tag == "CD" or any(self.lexicon.meaning(kind, token.norm) for kind in known)

    def _after(self, last: int) -> Token | None:
        """The "after" or "before" that follows a stretch and counts from a happening."""
        token = self.tokens[last] if last < len(self.tokens) else None
        return token if token is not None and token.norm in ("after", "before") else None

    def _governors(self, root: Token) -> Iterator[Token]:
        """The tokens above `root`, but for the other days of a list ("Friday and Saturday").

        "Spoke on Monday, Ankara said" is put right where the parser gives Monday to "said".
        """
        listed = root
        while listed.dep == "conj" and listed.head != listed.index and self._is_time(self.tokens[listed.head]):
            listed = self.tokens[listed.head]
        for token in self.above(listed):
            told = None
            if token.index > root.index and token.pos in _VERBS:
                told = next(
                    (child for child in self.below(token) if child.dep == "ccomp" and child.index < root.index), None
                )
            if told is not None:
                yield told
            yield token

    def _noun_before(self, first: int, last: int) -> int | None:
        """The noun right before a bare time when something of that noun follows: "allegations last week that ..."."""
        if first == 0 or last >= len(self.tokens):
            return None
        noun, after = self.tokens[first - 1], self.tokens[last]
        if noun.pos != "NOUN" or noun.sentence != after.sentence:
            return None
        if any(child.index >= last and child.index - last < 3 for child in self.below(noun)):
            return noun.index
        opens_clause = after.norm == "that" and after.dep in ("mark", "nsubj", "dobj")
        reports = self.lexicon.meaning("telling", noun.lemma) is not None
        return noun.index if opens_clause and reports else None

    # Direction

    def direction(self, first: int, last: int) -> Tense:
        """Return whether the clause looks back, ahead, is in the present of a timetable, or none of these."""
        root = self.root(first, last)
        governor = self.tokens[root.head].norm if root.dep == "pobj" else ""
        verb = next((token for token in self.above(root) if token.pos in _VERBS), None)
        moved = verb is not None and verb.index < first and self.lexicon.meaning("moving", verb.lemma) is not None
        if moved and governor in ("to", "until", "till"):
            return "future"  # "postponed the summit to September"
        if governor == "until":
            return self._until(root)
        named = self._names_day(first, last)
        if governor == "for" and named:
            # "set for Friday"; "was planned for December": the nearest one
            month = self.lexicon.meaning("month", self.tokens[first].norm)
            return "none" if month and self._was(self.tokens[self.tokens[root.head].head]) else "future"
        if governor == "in" and named and verb is not None and self._invited(verb, first):
            return "future"
        climbed = root
        for token in self._governors(root):
            if token.norm in ("ahead", "upcoming"):
                return "future"
            if token.pos in ("NOUN", "PROPN") and token.index < first and self._plans(token):
                return "future"
            if token.pos in _VERBS:
                tense = self._tense(token, climbed, first)
                near = token.index in (root.head, self.tokens[root.head].head) or climbed.dep == "dobj"
                return "none" if tense == "present" and not near else tense
            climbed = token
        return "none"

    def _names_day(self, first: int, last: int) -> bool:
        """Whether a stretch names a day or month of the calendar, and counts none."""
        words = (token.norm for token in self.tokens[first:last])
        return any(self.lexicon.meaning(kind, word) for word in words for kind in ("weekday", "month"))

    def _until(self, root: Token) -> Tense:
        """ "lasted until Friday" looks back, "gave them until Friday", "closed until Friday" ahead."""
        verb = next((token for token in self.above(root) if token.pos in _VERBS), None)
        if verb is None or verb.tag != "VBD" or self._helpers(verb):
            return "future"
        return "past"

    def _invited(self, verb: Token, first: int) -> bool:
        """ "Invited X to Oslo in September": the visit's month, not that of the words."""
        aims = (child for child in self.below(verb) if child.norm == "to" and child.dep in ("prep", "dative"))
        invites = self.lexicon.meaning("inviting", verb.lemma) is not None
        return invites and any(verb.index < aim.index < first for aim in aims)

    def _helpers(self, verb: Token) -> list[Token]:
        return [child for child in self.below(verb) if child.dep in ("aux", "auxpass")]

    def _plans(self, token: Token) -> bool:
        kind = "planning_verb" if token.pos in _VERBS else "planning_noun"
        return self.lexicon.meaning(kind, token.lemma) is not None

    def _was(self, verb: Token) -> bool:
        """Whether something was planned: "a meeting that was planned for December"."""
        return verb.pos in _VERBS and any(child.tag == "VBD" for child in self._helpers(verb))

    def _is_due(self, verb: Token) -> bool:
        """ "is due in Baku on Saturday" looks ahead."""
        found = (child for child in self.below(verb) if child.dep == "acomp")
        return any(self.lexicon.meaning("planning_adjective", child.lemma) for child in found)

    def _tense(self, verb: Token, climbed: Token, first: int) -> Tense:
        helpers = self._helpers(verb)
        norms = {child.norm for child in helpers}
        modals = [self.lexicon.meaning("modal", norm) for norm in (verb.norm, *sorted(norms))]
        if any(modals):
            return "future" if "will" in modals or "have" not in norms else "past"
        if "to" in norms:
            return self._infinitive(verb, climbed, first)
        planned = self._plans(verb) and first > verb.index and verb.tag != "VBG"
        if planned and (helpers or verb.dep != "advcl") and not any(child.norm == "had" for child in helpers):
            return "future"
        if verb.tag in ("VBZ", "VBP") and first > verb.index and self._is_due(verb):
            return "future"
        if verb.tag in ("VBD", "VBN") or any(child.tag == "VBD" for child in helpers):
            return "past"
        finite = verb.tag in ("VBZ", "VBP") or (verb.tag == "VB" and verb.dep == "ROOT" and self._has_subject(verb))
        if finite and self.lexicon.meaning("standing", verb.lemma) is None:
            return "present"
        if verb.tag == "VBG" and not helpers and self.lexicon.meaning("starting", verb.lemma):
            return "future"  # "with the truce starting on Sunday"
        if verb.tag == "VBG" and self.tokens[verb.head].norm == "after" and first > verb.index:
            return self._main(verb)  # "agreed to go on after meeting on Monday"
        if verb.tag == "VBG" and not helpers and verb.dep != "ROOT":
            return next((self._tense(above, verb, first) for above in self.above(verb) if above.pos in _VERBS), "none")
        return "none"

    def _has_subject(self, verb: Token) -> bool:
        """Whether a verb that the tagger took for an infinitive is none: "talks start on Sunday"."""
        return not self._helpers(verb) and any(child.dep == "nsubj" for child in self.below(verb))

    def _main(self, verb: Token) -> Tense:
        """ "Past" where the verb that carries the sentence is past, else what the verb above tells."""
        above = [token for token in self.above(verb) if token.pos in _VERBS]
        past = bool(above) and any(t.tag == "VBD" for t in (above[-1], *self._helpers(above[-1])))
        return "past" if past else self._tense(above[0], verb, verb.index) if above else "none"

    def _infinitive(self, verb: Token, climbed: Token, first: int) -> Tense:
        """ "agreed to meet Friday" looks ahead, a purpose ("flew in to attend talks") like the clause above."""
        governor = self.tokens[verb.head]
        if verb.dep in ("xcomp", "ccomp", "ROOT") or self._plans(governor):
            return "future"
        above = next((token for token in self.above(verb) if token.pos in _VERBS), None)
        return "future" if above is None else self._tense(above, verb, first)

    # Guards: what patterns.yaml may ask of the words themselves

    def allows(self, guards: Sequence[str], first: int, last: int) -> bool:
        """Return whether the words of a stretch are what its pattern needs them to be."""
        checks = {
            "capital": self._capital,
            "noun": self._noun,
            "year": self._year,
            "rate": self._rate,
            "day": self._day,
            "ahead": self._ahead,
            "verbless": self._verbless,
        }
        return all(checks[guard](first, last) for guard in guards)

    def _capital(self, first: int, last: int) -> bool:
        """Names of months and weekdays have capitals: neither "may" nor "march" is one."""
        names = self.lexicon.words["month"].keys() | self.lexicon.words["weekday"].keys()
        return all(token.text[:1].isupper() for token in self.tokens[first:last] if token.norm in names)

    def _noun(self, first: int, last: int) -> bool:
        """Neither a verb ("may", "march", "fall") nor somebody's name."""
        token = self.tokens[last - 1]
        return token.pos not in _VERBS and token.entity != "PERSON"

    def _year(self, first: int, last: int) -> bool:
        """Not a count of things ("1947 soldiers") and not part of a name ("Russell 2000")."""
        root = self.root(first, last)
        before = self.tokens[first - 1] if first else root
        if before.pos == "PROPN" and before.sentence == root.sentence:
            return False
        return root.dep != "nummod" or self.tokens[root.head].tag != "NNS" or root.entity == "DATE"

    def _verbless(self, first: int, last: int) -> bool:
        """ "last" is no verb here: "each phase would last 45 days"."""
        return all(token.norm != "last" or token.pos not in _VERBS for token in self.tokens[first:last])

    def _rate(self, first: int, last: int) -> bool:
        """ "four flights a week", "$5 million a year"; not "after a year", "a year ago"."""
        before = self.tokens[first - 1] if first else None
        after = self.tokens[last] if last < len(self.tokens) else None
        if before is None or (after is not None and self.lexicon.meaning("aside", after.norm) is not None):
            return False
        return before.tag in ("NNS", "NNPS", "CD") or before.norm in ("once", "twice", "%", "percent", "per")

    def _day(self, first: int, last: int) -> bool:
        """ "the day" tells a time only where it is counted into: "later in the day", "end the day"."""
        word = self.tokens[last - 1].norm
        before = self.tokens[first - 1].norm if first else ""
        return word != "day" or before in ("in", "end", "ending", "ended", "of", "same")

    def _ahead(self, first: int, last: int) -> bool:
        """The clause looks ahead: "expires in two weeks", not "the second letter in two weeks"."""
        direction = self.direction(first, last)
        hangs_on_verb = self.tokens[self.tokens[first].head].pos in _VERBS
        return direction == "future" or (direction != "past" and hangs_on_verb)

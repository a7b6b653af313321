"""Who was at an occasion by what is told of it, and who has talks with another where only the other is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.extract.matching.parties import phrases_after
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading

_PARTICLES = frozenset({"prt", "advmod", "prep", "acomp"})
_TOGETHER = ("between", "with", "among")
_STEPS = 4
"""So many nouns may stand between an occasion and the verb of whoever takes part: "an end to a series of talks"."""


def with_particles(reading: Reading, verb: Clause) -> set[str]:
    """Return a verb by itself and with each adverb or particle beside it: "fall through", "pull out"."""
    below = [t for t in reading.dependents[verb.head] if t.dep in _PARTICLES]
    bare = [t for t in below if not any(b.dep == "pobj" for b in reading.dependents[t.index])]
    return {verb.predicate, *(f"{verb.predicate} {token.norm}" for token in bare)}


def gathered(reading: Reading, heads: Iterable[int]) -> Iterator[Argument]:
    """Yield who verbs say was at an occasion, which fills roles by `heads`: "a meeting attended by A", "talks involving
    B", "talks brokered by C between A and B"."""
    for head in sorted(heads):
        for verb in reading.clauses_with.get(head, ()):
            if verb.pos != "verb":
                continue
            done_to = verb.passive and any(argument.head == head for argument in verb.all("object"))
            goes_on = not verb.passive and any(argument.head == head for argument in verb.all("subject"))
            if (done_to or goes_on) and verb.link == "modifier":
                yield from verb.all(*_TOGETHER)  # "talks held with A", "talks going on between A and B"
            if done_to and verb.predicate in load_words("engagements/en/attending_verbs"):
                yield from verb.all("subject")
            gathering = load_words("engagements/en/gathering_verbs")
            if goes_on and not with_particles(reading, verb).isdisjoint(gathering):
                yield from verb.all("object", "with")


def one_sided(whole: Iterable[Clause]) -> bool:
    """Return whether a noun names only with whom: "talks with B", not "A's talks with B"."""
    pieces = tuple(whole)
    other = any(piece.all("possessor", "by", "between", "among") for piece in pieces)
    return not other and any(piece.all("with") for piece in pieces)


def having(reading: Reading, outer: Clause) -> tuple[Argument, ...]:
    """Return whose talks with another they are: who does something about them, or before or after them.

    "A froze talks with B", "A is ready for talks with B", "Ahead of talks with B A filled the dam"; who only speaks of
    them, or mediates, has no part in them by that.
    """
    at = outer
    for _ in range(_STEPS):
        above = reading.clauses[at.under] if at.under is not None else None
        if above is None:
            return ()
        if owners := above.all("possessor"):
            return owners
        if above.pos == "noun":
            at = above
            continue
        about = any(
            argument.head == at.head
            for argument in above.all("subject", *load_words("engagements/en/matter_prepositions"))
        )
        if about or above.passive or above.predicate in load_words("engagements/en/remarking_verbs"):
            return ()
        return above.all("subject")
    return ()


def below_owner(reading: Reading, noun: Clause) -> Iterator[Argument]:
    """Yield with whom an occasion was, where the parser hangs that on whose it was: "the meeting of A's king *with B's
    president*"."""
    for owner in noun.all("of") if noun.pos == "noun" else ():
        for each in reading.coordinated(owner.head):
            for head in phrases_after(reading, each, ("with",)):
                yield Argument("with", head, head + 1, head)


def beside_remark(reading: Reading, outer: Clause) -> tuple[Argument, ...]:
    """Return with whom an occasion was, where the parser hangs that on the verb of who only speaks of it: "A hailed the
    meeting of B's king with C's president"."""
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or above.passive or above.predicate not in load_words("engagements/en/remarking_verbs"):
        return ()
    named = outer.all("of", "possessor") and any(argument.head == outer.head for argument in above.all("object"))
    return tuple(argument for argument in above.all("with") if argument.head > outer.head) if named else ()


def text_issued(reading: Reading, verb: Clause) -> Clause | None:
    """Return the text whose owners were at what it was issued after: "in *their* statement issued after the talks"."""
    noun = reading.clauses[verb.under] if verb.passive and verb.link == "modifier" and verb.under is not None else None
    theirs = noun is not None and noun.pos == "noun" and bool(noun.all("possessor")) and not verb.all("by")
    return noun if theirs else None

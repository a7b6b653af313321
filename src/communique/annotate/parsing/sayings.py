"""Where the words of a verb of saying stand when the grammar hides them: around it, before it, behind a phrase.

"The deal, officials said, ..."; "No deal on the islands, Japan says."; "said after the summit he would sign".
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.words import load_words
from communique.reading import Reading, Token

WH = frozenset({"what", "how", "why", "when", "where", "who", "whom", "which", "whether", "if", "whose"})
_MARKS = (",", "-", "--", "—", "–")


def hides_content(reading: Reading, token: Token, kid: Token) -> bool:
    """ "Said after the summit *he would sign*": a whole clause without a mark behind a verb of saying that has no
    other."""
    if token.lemma not in load_words("language/en/saying_verbs") or kid.index < token.index or kid.tag == "VBG":
        return False
    first = reading.reach(kid.index)[0]
    asks = any(t.norm in WH for t in reading.tokens[first : kid.index]) or reading.tokens[first - 1].norm == ","
    own = {k.dep for k in reading.dependents[kid.index] if k.index < kid.index}
    other = any(k.dep in ("ccomp", "dobj") for k in reading.dependents[token.index])
    return not asks and not other and "mark" not in own and not own.isdisjoint(("nsubj", "nsubjpass", "expl"))


def is_its_subject(reading: Reading, token: Token, thing: Token, kid: Token) -> bool:
    """Whether the object that the parser gives to a verb of saying is the subject of the clause right behind it: nobody
    is "said" ("says *21 girls held by rebels* have been freed")."""
    if thing.pos == "PRON" or token.lemma not in load_words("language/en/saying_verbs"):
        return False
    hears = token.lemma in load_words("cues/en/addressing")
    return not hears and token.index < thing.index and reading.reach(thing.index)[1] == reading.reach(kid.index)[0]


def fragment(reading: Reading, token: Token, kids: Sequence[Token]) -> int | None:
    """ "No deal on the islands, Japan says.": the noun that heads what stands before a comma and the speaker."""
    if token.head != token.index or token.lemma not in load_words("language/en/saying_verbs"):
        return None
    speaker = next((k for k in reversed(kids) if k.dep in ("nsubj", "nsubjpass")), None)
    if speaker is None:
        return None
    first, end = reading.reach(speaker.index)
    first, end = min(token.index, first), max(token.index + 1, end)
    rest = reading.tokens[end : reading.sentences[token.sentence].last]
    if not first or reading.tokens[first - 1].norm != "," or any(t.pos not in ("PUNCT", "SPACE") for t in rest):
        return None
    told = (k for k in kids if k.index < first and k.pos in ("NOUN", "PROPN", "ADJ") and k.dep != "advmod")
    return next((k.index for k in told if k.entity not in ("DATE", "TIME")), None)


def inserted(reading: Reading, token: Token, kids: Sequence[Token]) -> str | None:
    """ "The deal, officials said, ..." ("paren"); "as officials said, ..." ("as_clause")."""
    if token.head == token.index or not any(k.dep in ("nsubj", "nsubjpass") for k in kids):
        return None
    if token.dep == "advcl" and any(k.norm == "as" and k.dep in ("mark", "advmod") for k in kids):
        return "as_clause"
    if token.dep in ("parataxis", "ccomp", "advcl", "conj", "dep", "relcl") and not any(
        k.dep in ("mark", "cc") or k.norm in WH for k in kids
    ):
        speaker = next(k for k in kids if k.dep in ("nsubj", "nsubjpass"))
        starts = {min(token.index, kids[0].index), min(token.index, reading.reach(speaker.index)[0])} - {0}
        parted = any(reading.tokens[first - 1].norm in _MARKS for first in starts)
        if token.dep == "parataxis" or parted:
            return "paren"
        if token.dep == "relcl":
            return "relative"
    return None

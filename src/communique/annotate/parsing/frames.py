"""What each word of a sentence could attribute: the cue candidates, each with its frame and the heads of its content.

A frame says how a cue takes its content: "clause" (said that ...), "wh" (asked whether ...), "inf" (wants to ...), "np"
(praised the deal), "as" (described it as ...), a preposition (called for ...), "paren" (the deal, officials said, ...),
"after" (as officials said)... The frame decides where the content lies; how likely the word is a cue in that frame is
the lexicon's to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.annotate.parsing.sayings import (
    WH,
    fragment,
    hides_content,
    inserted,
    is_its_subject,
)
from communique.lexicon.words import load_words
from communique.reading import Reading, Token
from communique.records.values import plain

_CLAUSES = ("ccomp", "xcomp")
_PASSIVE = frozenset({"auxpass", "nsubjpass", "csubjpass"})


@plain(frozen=True, slots=True)
class Candidate:
    """A word that may be a cue: `content` are the heads of its content, `words` the further tokens that belong to the
    cue.

    `around` is set for a cue inside its content ("the deal, officials said, will end"): the content is the tree of
    `content[0]` without the cue's own.
    """

    head: int
    lemma: str
    pos: str
    frame: str
    content: tuple[int, ...]
    words: tuple[int, ...] = ()
    around: bool = False


def find_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yield the candidates of a reading in text order; at most one for each token."""
    for token in reading.tokens:
        pos = token.pos
        if token.norm in ("according", "per"):
            yield from _preposition(reading, token)
        elif pos in ("VERB", "AUX"):
            if token.dep not in ("aux", "auxpass", "amod", "compound"):
                yield from _verb(reading, token)
        elif pos == "NOUN":
            yield from _noun(reading, token)
        elif pos == "ADJ":
            yield from _adjective(reading, token)
        elif pos in ("ADP", "SCONJ"):
            yield from _preposition(reading, token)


def below(reading: Reading, index: int) -> tuple[Token, ...]:
    """Return the dependents of the token at `index`, in text order."""
    return reading.dependents[index]


def is_passive(token: Token, kids: Sequence[Token]) -> bool:
    """Whether the verb is passive, reduced relatives ("a plan called X") included."""
    labels = {k.dep for k in kids}
    if not labels.isdisjoint(_PASSIVE):
        return True
    return token.tag == "VBN" and (token.dep in ("acl", "advcl") or "agent" in labels) and "aux" not in labels


def _verb(reading: Reading, token: Token) -> Iterator[Candidate]:
    kids = below(reading, token.index)
    particle = next((k for k in kids if k.dep == "prt"), None)
    lemma = f"{token.lemma} {particle.norm}" if particle else token.lemma
    words = (particle.index,) if particle else ()
    if token.lemma == "be":
        yield from _copula(reading, token, kids)
        return
    made_clear = _made_clear(reading, token, kids) if token.lemma == "make" else None
    if made_clear is not None:
        yield made_clear
        return
    passive = is_passive(token, kids)
    frame, content, more = _verb_frame(reading, token, kids, passive)
    told = frame == "np" and token.lemma in load_words("cues/en/addressee_verbs")
    if frame == "none" or told:  # "the deal, he told reporters, is dead"
        noun = fragment(reading, token, kids)
        if noun is not None:
            yield Candidate(token.index, lemma, "verb", "paren", (noun,), words, around=True)
            return
        aside = inserted(reading, token, kids)
        if aside:
            yield Candidate(token.index, lemma, "verb", aside, (token.head,), words, around=True)
            return
    yield Candidate(token.index, lemma, "verb", f"passive_{frame}" if passive else frame, content, (*words, *more))


_PLAIN = frozenset({"clear", "plain", "known"})


def _made_clear(reading: Reading, token: Token, kids: Sequence[Token]) -> Candidate | None:
    """ "Made (it) clear that they would stay": two words that speak together."""
    clear = next((k for k in kids if k.norm in _PLAIN and k.index > token.index), None)
    subject = next((k for k in kids if k.dep == "nsubj"), None)
    if clear is None or (subject is not None and not _is_somebody(reading, subject)):
        return None
    around = (*below(reading, clear.index), *kids)
    told = next((kid for kid in around if kid.index > clear.index and _is_told_clause(reading, kid)), None)
    if told is None:
        return None
    dummy = sorted(k.index for k in around if k.norm == "it" and token.index < k.index < clear.index)
    return Candidate(token.index, "make clear", "verb", "clause", (told.index,), (*dummy, clear.index))


def _is_told_clause(reading: Reading, kid: Token) -> bool:
    """Whether a clause is opened by "that" or has a subject of its own and no other opening word."""
    if kid.dep not in ("ccomp", "csubj", "advcl", "xcomp") or kid.pos not in ("VERB", "AUX"):
        return False
    own = {k.dep for k in below(reading, kid.index)}
    return _opened_by_that(reading, kid) or ("mark" not in own and not own.isdisjoint(("nsubj", "nsubjpass", "expl")))


def _is_somebody(reading: Reading, token: Token) -> bool:
    """Whether a noun is somebody's name or description: "her tone made it clear" tells nobody's words."""
    return token.pos in ("PRON", "PROPN") or token.index in reading.mention_at


def _verb_frame(
    reading: Reading, token: Token, kids: Sequence[Token], passive: bool
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return the frame of a verb, the heads of its content and further cue tokens (a preposition)."""
    thing = next((k for k in kids if k.dep == ("nsubjpass" if passive else "dobj")), None)
    called = None if passive or thing is not None else _called_on(reading, token, kids)
    if called is not None:
        return called
    for kid in _complements(reading, token, kids):
        told = kid.dep == "advcl" and (_for_to(reading, kid) or hides_content(reading, token, kid))
        if told or kid.dep in ("acl", "relcl", "ccomp", "pcomp"):
            kind = _clause_kind(reading, kid)
            if thing is not None and is_its_subject(reading, token, thing, kid):
                return kind, (thing.index, kid.index), ()
            if thing is not None and kind == "inf" and not passive and kid.dep == "ccomp":
                return "np_inf", _with_object(token, thing, kid), ()
            if (
                kind == "inf"
                and thing is None
                and any(k.dep in ("nsubj", "nsubjpass") for k in below(reading, kid.index))
            ):
                kind = "np_inf"
            return kind, (kid.index,), ()
    xcomp = next((k for k in kids if k.dep == "xcomp"), None)
    if xcomp is not None:
        kind = _clause_kind(reading, xcomp)
        if thing is not None and kind in ("inf", "small"):
            return ("np_" + kind if not passive else kind), _with_object(token, thing, xcomp), ()
        return kind, (xcomp.index,), ()
    label = next((k for k in kids if k.dep in ("oprd", "acomp")), None)
    if label is not None and thing is None and not passive and label.dep == "oprd" and label.index > token.index:
        return "none", (), ()  # "called Mary Smith" says nothing of anybody
    if label is not None:
        first = (thing.index,) if thing is not None else ()
        return "small", (*first, label.index), ()
    second = next((k for k in kids if k.dep == "dobj" and thing is not None and k.index > thing.index), None)
    if thing is not None and second is not None and not passive:  # "branded the vote a sham"
        return "small", (thing.index, second.index), ()
    preps = [k for k in kids if k.dep in ("prep", "dative") and k.pos in ("ADP", "SCONJ")]
    preps.sort(key=lambda k: k.index < token.index)  # "in a letter X called for a truce": what follows the verb first
    if thing is not None and not passive:
        return _object_frame(reading, thing, preps)
    if passive:
        named = next((k for k in kids if k.dep in ("dobj", "attr")), None)
        if named is not None and thing is not None:
            return "small", (thing.index, named.index), ()
        for prep in preps:
            if prep.norm in ("as", "of", "for", "with", "to", "on"):
                inner = _inside(reading, prep)
                if inner is not None:
                    first = (thing.index,) if thing is not None else ()
                    return prep.norm, (*first, inner), (prep.index,) if prep.norm != "as" else ()
        return ("np", (thing.index,), ()) if thing is not None else ("none", (), ())
    for prep in preps:
        inner = _inside(reading, prep)
        if (
            inner is not None
            and prep.norm in _VERB_PREPOSITIONS
            and reading.tokens[inner].entity not in ("DATE", "TIME")
        ):
            return prep.norm, (inner,), (prep.index,)
    return "none", (), ()


_VERB_PREPOSITIONS = frozenset(
    {"about", "against", "as", "at", "for", "from", "in", "into", "of", "on", "over", "to", "with"}
)


def _called_on(
    reading: Reading, token: Token, kids: Sequence[Token]
) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """ "called on Minsk to release him", "waited for them to answer": whom, and the infinitive after."""
    clause = next(
        (
            k
            for k in kids
            if k.dep in ("xcomp", "ccomp", "advcl") and k.tag == "VB" and _clause_kind(reading, k) == "inf"
        ),
        None,
    )
    if clause is None or any(k.dep in ("nsubj", "nsubjpass", "mark") for k in below(reading, clause.index)):
        return None
    for prep in kids:
        if prep.dep == "prep" and prep.norm in ("on", "upon", "for") and token.index < prep.index < clause.index:
            inner = _inside(reading, prep)
            if inner is not None and reading.tokens[inner].entity not in ("DATE", "TIME"):
                return "np_inf", (inner, clause.index), (prep.index,)
    return None


def _complements(reading: Reading, token: Token, kids: Sequence[Token]) -> list[Token]:
    """Return the dependents that may be the verb's clause, the likeliest first.

    A clause before the verb that a subordinator opens ("While he agreed, X said ...") comes last, and so does any
    before a that-clause ("A refused, and X said that ..."). In "announced in a statement that" the clause may hang on
    the noun of the phrase.
    """
    kids = [k for k in kids if not (k.dep == "ccomp" and k.index > token.index and _lacks_subject(reading, k))]
    told = any(k.dep == "ccomp" and k.index > token.index and _opened_by_that(reading, k) for k in kids)
    found = [
        k for k in kids
        if k.index > token.index or not (told or any(m.dep == "mark" for m in below(reading, k.index)))
    ]  # fmt: skip
    for prep in (k for k in kids if k.dep == "prep" and k.index > token.index):
        inner = _inside(reading, prep)
        if inner is not None and reading.tokens[inner].lemma in load_words("cues/en/media"):
            found += [
                k for k in below(reading, inner)
                if k.dep in ("acl", "relcl") and _opened_by_that(reading, k)
            ]  # fmt: skip
        elif inner is not None and reading.tokens[inner].lemma in load_words("cues/en/moments"):
            found += [k for k in below(reading, inner) if k.dep in ("acl", "relcl") and _is_whole(reading, k)]
    taken = {k.index for k in found}
    return [*found, *(k for k in kids if k.index not in taken)]


def _is_whole(reading: Reading, kid: Token) -> bool:
    """ "Said at the time (that) they would meet" tells all they would do; "a time that was tense", "when" do not."""
    own = below(reading, kid.index)
    asks = any(k.norm in WH or (k.norm == "that" and k.dep not in ("mark", "det", "advmod")) for k in own)
    return not asks and any(k.dep in ("nsubj", "nsubjpass", "expl") for k in own)


def _opened_by_that(reading: Reading, kid: Token) -> bool:
    return any(m.dep == "mark" and m.norm == "that" for m in below(reading, kid.index))


def _lacks_subject(reading: Reading, kid: Token) -> bool:
    """A finite verb without subject is no content: "The visit, announced on Monday, follows ..." or "what it said were
    ..."."""
    if kid.tag not in ("VBZ", "VBP", "VBD", "MD") or kid.pos not in ("VERB", "AUX"):
        return False
    own = below(reading, kid.index)
    if any(k.dep in ("nsubj", "nsubjpass", "expl", "csubj", "attr", "dobj") and k.index < kid.index for k in own):
        return False
    first = min(k.index for k in [kid, *own])
    return reading.tokens[max(0, first - 1)].norm not in ('"', "'", ":") and not any(k.dep == "mark" for k in own)


def _object_frame(
    reading: Reading, thing: Token, preps: Sequence[Token]
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    for prep in preps:
        if prep.index < thing.head:
            continue  # "for his part, X praised the deal"
        verb = reading.tokens[thing.head]
        beside = reading.reach(thing.index)[1] == prep.index
        voiced = prep.norm in _OVER and verb.lemma in load_words("cues/en/voicing_verbs")
        blamed = prep.norm == "over" and not _is_spoken_to(reading, thing)
        if beside and (voiced or blamed) and _inside(reading, prep) is not None:
            return "np", (thing.index, prep.index), ()  # "expressed joy over the release", "slammed Rome over the dam"
        told_of = prep.norm in ("about", "against") or (prep.norm in ("over", "of") and _is_spoken_to(reading, thing))
        told_of = told_of and (prep.norm != "of" or beside)
        if told_of or prep.norm in ("as", "of", "for"):
            inner = _inside(reading, prep)
            if inner is not None and told_of:  # "asked him about it", "warned it against ...", "warned it of ..."
                return f"np_{prep.norm}", (inner,), (prep.index,)
            if inner is not None:
                return f"np_{prep.norm}", (thing.index, prep.index), ()
    return "np", (thing.index,), ()


_OVER = frozenset({"about", "at", "for", "over", "with"})
"""Prepositions that lead to what a voiced feeling is about."""


def _is_spoken_to(reading: Reading, thing: Token) -> bool:
    """Whether the verb of which something is the object speaks to it: "warned *Minsk* over the border"."""
    return reading.tokens[thing.head].lemma in load_words("cues/en/addressing")


def _with_object(verb: Token, thing: Token, clause: Token) -> tuple[int, ...]:
    """ "urged Minsk to release him": Minsk is part of the content; "told Minsk to release him": it is who was told."""
    told = verb.lemma in load_words("cues/en/addressee_verbs") and thing.index > verb.index
    return (clause.index,) if told else (thing.index, clause.index)


def _inside(reading: Reading, prep: Token) -> int | None:
    found = next((k.index for k in below(reading, prep.index) if k.dep in ("pobj", "pcomp")), None)
    if found is None and prep.norm == "as":  # "described it as useful"
        return next((k.index for k in below(reading, prep.index) if k.dep in ("amod", "acomp", "advmod")), None)
    return found


def _for_to(reading: Reading, kid: Token) -> bool:
    kids = below(reading, kid.index)
    return any(k.norm == "for" and k.dep == "mark" for k in kids) and any(k.tag == "TO" for k in kids)


def _clause_kind(reading: Reading, kid: Token) -> str:
    kids = below(reading, kid.index)
    if any(k.norm == "for" and k.dep == "mark" for k in kids):
        return "for"
    if any(k.tag == "TO" for k in kids) and kid.tag == "VB":
        return "inf"
    if any(k.norm in WH and k.index < kid.index for k in kids):
        return "wh"
    if kid.pos in ("VERB", "AUX"):
        if kid.tag == "VBG" and not any(k.dep == "aux" for k in kids):
            return "ing"
        if kid.tag == "VB" and not any(k.dep == "aux" for k in kids):
            return "inf"
        return "clause"
    if any(k.dep in ("nsubj", "nsubjpass") for k in kids):
        return "small"
    return "clause" if kid.dep == "ccomp" else "small"


def _copula(reading: Reading, token: Token, kids: Sequence[Token]) -> Iterator[Candidate]:
    """ "His main goal was ensuring X", "the claim is that ...": the noun is the cue."""
    subject = next((k for k in kids if k.dep == "nsubj"), None)
    said = next((k for k in kids if k.dep in ("ccomp", "xcomp", "attr", "advcl") and k.index > token.index), None)
    if subject is None or said is None or subject.pos != "NOUN":
        return
    if said.dep == "attr" or (said.dep == "advcl" and said.tag != "VB"):
        return
    yield Candidate(
        subject.index, subject.lemma, "noun", "copula_" + _clause_kind(reading, said), (said.index,), (token.index,)
    )


def _noun(reading: Reading, token: Token) -> Iterator[Candidate]:
    kids = below(reading, token.index)
    for kid in kids:
        if kid.index < token.index:
            continue
        if kid.dep in ("acl", "ccomp", "xcomp", "relcl"):
            marks = [k for k in below(reading, kid.index) if k.dep in ("mark", "aux") and k.index < kid.index]
            if any(k.norm == "that" and k.dep == "mark" for k in marks):
                yield Candidate(token.index, token.lemma, "noun", "clause", (kid.index,))
                return
            if any(k.tag == "TO" for k in marks) and kid.tag == "VB":
                yield Candidate(token.index, token.lemma, "noun", "inf", (kid.index,))
                return
            if kid.dep == "ccomp" and kid.pos in ("VERB", "AUX"):
                yield Candidate(token.index, token.lemma, "noun", "clause", (kid.index,))
                return
    deed = _deed_behind(reading, token)
    if deed is not None:
        yield Candidate(token.index, token.lemma, "noun", "inf", (deed,))
        return
    for kid in kids:
        if kid.dep == "prep" and kid.index > token.index and kid.norm in _NOUN_PREPOSITIONS:
            inner = _inside(reading, kid)
            if inner is not None:
                yield Candidate(token.index, token.lemma, "noun", kid.norm, (inner,), (kid.index,))
                return


def _deed_behind(reading: Reading, token: Token) -> int | None:
    """The infinitive right behind a noun like "vow" that the parser gives to the verb: "repeated his vow *to
    fight* on"."""
    if token.lemma not in load_words("cues/en/infinitive_nouns") or token.index + 1 >= len(reading.tokens):
        return None
    to = reading.tokens[token.index + 1]
    verb = reading.tokens[to.head]
    behind = to.tag == "TO" and to.sentence == token.sentence and verb.tag == "VB" and verb.index > to.index
    return verb.index if behind and verb.dep in ("advcl", "xcomp", "relcl") and verb.head < token.index else None


_NOUN_PREPOSITIONS = frozenset({"of", "for", "about", "against", "on", "over", "to"})


def _adjective(reading: Reading, token: Token) -> Iterator[Candidate]:
    if token.dep not in ("acomp", "ROOT", "conj", "advcl", "relcl", "oprd", "ccomp", "amod"):
        return
    for kid in below(reading, token.index):
        if kid.index < token.index:
            continue
        if kid.dep in _CLAUSES:
            yield Candidate(token.index, token.lemma, "adjective", _clause_kind(reading, kid), (kid.index,))
            return
        if kid.dep == "prep":
            inner = _inside(reading, kid)
            if inner is not None:
                yield Candidate(token.index, token.lemma, "adjective", kid.norm, (inner,), (kid.index,))
                return


def _preposition(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "according to X", "in X's words", "in the view of X": the content is the clause that the phrase stands in."""
    governor = reading.tokens[token.head]
    if token.norm == "according":
        to = next((k for k in below(reading, token.index) if k.norm == "to"), None)
        if to is not None:
            yield Candidate(
                token.index, "according to", "preposition", "clause", (governor.index,), (to.index,), around=True
            )
    elif token.dep == "prep" and token.norm in ("in", "per", "to", "for") and governor.pos in ("VERB", "AUX"):
        inner = _inside(reading, token)
        if inner is None:
            return
        noun = reading.tokens[inner]
        if token.norm == "per":
            yield Candidate(token.index, "per", "preposition", "clause", (governor.index,), around=True)
        elif token.norm == "in" and noun.pos == "NOUN":
            yield Candidate(
                token.index, f"in {noun.lemma}", "preposition", "clause", (governor.index,), (inner,), around=True
            )

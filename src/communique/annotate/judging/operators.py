"""Finds the word that decides what becomes of the happening under it: "denied that X struck", "a plan to strike"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.annotate.judging.reports import of_own_side
from communique.annotate.parsing.headlines import in_headline
from communique.lexicon.statuses import SAME, Operator, Statuses
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading


def operator_of(
    reading: Reading, statuses: Statuses, clause: Clause, above: Clause, role: str | None = None
) -> Operator | None:
    """Return the operator of the governing word, if the clause stands in one of its roles (in `role`, if given)."""
    governor = reading.clauses[above.under] if above.under is not None else None
    role = role or role_of(reading, clause, above)
    predicate = above.predicate
    if role == "subject" and _is_clipped(reading, above):
        role = "object"
    stands = predicate in load_words("language/en/standing_verbs")
    if stands and role in ("complement", "subject"):  # "It is unthinkable that ...", "the talks are off"
        predicate = _said_of(reading, above) or predicate
    if predicate == "be" and role == "attribute" and (what := _wanted(reading, above)) is not None:
        predicate, role = what, "object"
    elif predicate == "be" and role == "attribute" and (named := _named_as(reading, clause, above)) is not None:
        predicate, role = named, "of"  # "the aim is a truce", as "the aim of a truce"
    elif predicate == "be" and role == "attribute" and governor is not None and _is_what(reading, governor):
        predicate = "call"  # "what it says is an attack", as "what it calls an attack"
    for words in (*_phrased(reading, clause, above), predicate):
        stood = "complement" if _is_asked(reading, clause, above, words) else role
        role = role if above.all("object") else stood  # "offered on Monday to meet"
        for operator in statuses.of(words):
            fits = stood in operator.roles and _governed(reading, operator, governor)
            if fits and not _is_setting(clause, above, stood) and _applies(reading, operator, clause, above):
                return operator
    return None


def _phrased(reading: Reading, clause: Clause, above: Clause) -> Iterator[str]:
    """Yield a verb with the noun, adverb or phrase that it makes one meaning with: "gave its *blessing*", "pushed
    *back*", "put *on ice*"."""
    if above.pos != "verb" or above.predicate == "be":
        return
    things = (reading.tokens[thing.head] for thing in above.all("object") if thing.head != clause.head)
    yield from (f"{above.word} {thing.lemma}" for thing in things)
    if above.word == "have":
        below = reading.clauses_under.get(above.index, ())
        yield from (f"have to {deed.word}" for deed in below if deed.infinitive and deed.link == "complement")
    for token in (reading.tokens[c] for c in reading.children[above.head] if c > above.head):
        if token.dep == "advmod":
            yield f"{above.word} {token.norm}"
        elif token.dep == "prep" and (phrase := _phrase(reading, token.index)) is not None:
            yield f"{above.word} {phrase}"


def _governed(reading: Reading, operator: Operator, governor: Clause | None) -> bool:
    """Whether what stands above the governing word is what the operator asks for, if it asks."""
    if governor is None or not operator.governed_by:
        return not operator.governed_by
    said = _said_of(reading, governor) or ""
    return not operator.governed_by.isdisjoint((governor.predicate, f"not {said}" if governor.negated else said))


def _applies(reading: Reading, operator: Operator, clause: Clause, above: Clause) -> bool:
    """Whether the happening and its governor are of the form that the operator asks for."""
    named = not operator.happenings or clause.predicate in operator.happenings
    formed = operator.finite or clause.pos != "verb" or (clause.tense == "none" and not clause.modal)
    return named and formed and _shaped(reading, operator.form, clause, above) and _spoken_of(reading, above, operator)


def _is_setting(clause: Clause, above: Clause, role: str | None) -> bool:
    """Whether a phrase in front only says where the verb's own complement was tried: "In talks, X failed to win"."""
    fronted = clause.pos == "noun" and clause.head < above.head and role not in ("object", "subject", "complement")
    return fronted and bool(above.all("complement"))


def _shaped(reading: Reading, form: str, clause: Clause, above: Clause) -> bool:
    """Whether a happening and its governor have one of the forms in `lexicon.statuses.Form`; "" is any."""
    if form in ("definite", "indefinite"):
        return clause.pos == "noun" and is_definite(reading, clause) == (form == "definite")
    if form == "no_verb":
        return above.pos != "verb" or above.predicate == "be"
    if form in ("would", "no_modal"):
        return above.modal == "would" if form == "would" else above.modal is None
    if form == "dated":
        return bool(reading.times_at.get(above.head))
    if form == "done":
        return clause.tense == "past"
    if form == "own":
        return of_own_side(reading, clause) and clause.modal in ("will", "would", "shall") and not clause.negated
    return not form or (above.passive if form == "passive" else above.tense != "past")


def is_definite(reading: Reading, clause: Clause, *, bare_article: bool = True) -> bool:
    """Return whether a noun is pointed at: "this raid", "its raid" and, with `bare_article`, "the raid"."""
    words = load_words("language/en/pointing_words")
    below = reading.dependents[clause.head]
    return any(
        token.dep == "poss" or (token.norm in words and (bare_article or token.norm != "the")) for token in below
    )


def _said_of(reading: Reading, above: Clause) -> str | None:
    """What "be" says of its subject: an adjective or noun, the "off" of "is off", or a phrase ("within reach")."""
    attribute = above.one("attribute")
    if attribute is not None:
        return reading.tokens[attribute.head].lemma
    after = [reading.tokens[c] for c in reading.children[above.head] if c > above.head]
    words = (t.lemma for t in after if t.dep in ("advmod", "prt", "acomp"))
    phrases = (_phrase(reading, t.index) for t in after if t.dep == "prep")
    return next(words, None) or next(phrases, None)


def _wanted(reading: Reading, above: Clause) -> str | None:
    """ "*What* Vienna *suggests* is a swap": the verb whose object comes after "be"."""
    for clause in reading.clauses_under.get(above.index, ()):
        if reading.tokens[clause.head].dep == "csubj" and reading.tokens[clause.first].norm == "what":
            return clause.predicate
    return None


def _is_clipped(reading: Reading, above: Clause) -> bool:
    """ "Summit postponed": a headline leaves out the "is" of a passive."""
    past = above.tense == "past" and not above.passive and not above.perfect
    return past and in_headlines(reading, above) and above.one("object", "complement") is None


def in_headlines(reading: Reading, clause: Clause) -> bool:
    """Return whether a clause stands in a headline, or another line without a final stop: "Mali quits the pact"."""
    return in_headline(reading, reading.tokens[clause.head])


def _is_asked(reading: Reading, clause: Clause, above: Clause, words: str) -> bool:
    """Whether an infinitive that a parser takes for a purpose is what its verb asks for: "failed for a third day to
    agree", "directed the navy to leave", "put pressure on Chad to pay"."""
    bare = clause.infinitive and clause.link == "adverbial" and clause.mark is None and clause.head > above.head
    return bare and (words != above.predicate or words in load_words("language/en/infinitive_verbs"))


def _named_as(reading: Reading, clause: Clause, above: Clause) -> str | None:
    """ "The *aim* is a truce": the noun of which "be" says what it is, in the present or future."""
    subject = above.one("subject")
    token = reading.tokens[subject.head] if subject is not None else None
    if token is None or token.pos != "NOUN" or above.tense == "past" or is_definite(reading, clause):
        return None
    return token.lemma


def _is_what(reading: Reading, saying: Clause) -> bool:
    """ "over *what* it *says* is a raid": the verb of saying has its object in front."""
    thing = saying.one("object")
    what = thing is not None and thing.head < saying.head and reading.tokens[thing.head].norm == "what"
    return what and saying.predicate in load_words("language/en/saying_verbs")


def _phrase(reading: Reading, preposition: int) -> str | None:
    """A preposition with the noun that it governs and what stands between: "out of the question"."""
    inner = [c for c in reading.children[preposition] if reading.tokens[c].dep in ("prep", "pobj")]
    last = next((c for i in inner for c in (i, *reading.children[i]) if reading.tokens[c].dep == "pobj"), None)
    return " ".join(t.norm for t in reading.tokens[preposition : last + 1]) if last is not None else None


def _spoken_of(reading: Reading, above: Clause, operator: Operator) -> bool:
    """Whether the governing verb's subject, or what that is a part of, is one that the operator asks for ("the plan
    involves ...", "point four of the plan foresees ...")."""
    subject = above.one("subject")
    if subject is None or not operator.subjects:
        return not operator.subjects
    part = reading.tokens[subject.head].lemma in load_words("language/en/part_nouns")
    words = reading.tokens[subject.first : subject.last] if part else (reading.tokens[subject.head],)
    return any(word.lemma in operator.subjects for word in words)


def role_of(reading: Reading, clause: Clause, above: Clause) -> str | None:
    """Return where a clause stands under its governor: complement, subject, object, a preposition..."""
    if clause.link == "complement":
        return "complement"
    head = reading.tokens[clause.head]
    while head.dep == "conj" and head.pos in ("NOUN", "PROPN"):
        head = reading.tokens[head.head]
    bare = clause.link == "argument" and clause.pos == "verb" and clause.mark is None and head.dep != "amod"
    for argument in above.arguments:
        if argument.head == head.index:
            return argument.role
    return "complement" if bare else clause.mark


def only_occurs(statuses: Statuses, clause: Clause) -> bool:
    """Return whether the verb says no more than that its subject takes place: "begin", "take place"."""
    return any(o.gives == SAME and "subject" in o.roles for o in statuses.of(clause.predicate))

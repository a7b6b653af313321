"""The words that an occasion stands with: nouns that frame it, the verb that holds it, verbs that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from communique.extract.contacts.attendees import is_place
from communique.extract.contacts.counterparts import text_issued, with_particles
from communique.lexicon.engagements import Trigger
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading

_PARTIES = ("of", "between", "with", "by", "to")

SCHEDULING = "engagements/en/scheduling_verbs"
"""Words for what is done to an occasion and never to people: "planned for", "put off"."""

FRAMING = {
    "of": "engagements/en/frame_nouns",
    "in": "engagements/en/attendance_nouns",
    "at": "engagements/en/attendance_nouns",
}
"""Prepositions between a noun that frames an engagement and its word, with the tables of such nouns."""

ASKING = "engagements/en/asking_verbs"
"""Verbs that ask or send somebody "to" an occasion, or by which somebody agrees "to" it."""

OCCASIONS = "engagements/en/occasion_prepositions"
"""Prepositions that put what a verb tells beside an occasion: "after", "during"."""

RETURNING = "engagements/en/returning_verbs"
"""Verbs of those who come back from it."""

LEAVING = "engagements/en/leaving_verbs"
"""Verbs of those who do not come, or go before it is over, with their particle."""


def arranged(reading: Reading, noun: Clause, verb: Clause | None) -> bool:
    """Return whether a verb tells only who brought about what was told before: "X helped to arrange the meeting"."""
    if verb is None or verb.predicate not in load_words("engagements/en/arranging_verbs"):
        return False
    return points_back(reading, noun) and not noun.all("with", "between", "among")


def points_back(reading: Reading, noun: Clause) -> bool:
    """Return whether a noun points to a mention made elsewhere: "the meeting", "their talks", "the Paris talks",
    "Monday's talks"."""
    below = reading.dependents[noun.head]
    days = {token.index for token in below if token.dep == "poss" and _is_day(reading, token.index)}
    points = bool(days) or any(token.norm in load_words("engagements/en/pointing_words") for token in below)
    places = {argument.head for argument in noun.all("compound") if is_place(reading, argument)}
    named = any(token.pos == "PROPN" and token.index not in places | days for token in below)
    return noun.pos == "noun" and points and not named


def _is_day(reading: Reading, index: int) -> bool:
    """Whether a word names a day or another time: "Monday's", "today's"."""
    return any(time.type in ("DATE", "TIME") for time in reading.times_over.get(index, ()))


def frames(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the nouns that frame an engagement, inner ones first: "a round of talks", "its part in the meetings"."""
    current = clause
    while current.pos == "noun" and current.under is not None:
        above = reading.clauses[current.under]
        words = (a.role for a in above.arguments if a.head == current.head and a.role in FRAMING)
        if not any(above.predicate in load_words(FRAMING[word]) for word in words):
            return
        yield above
        current = above


def held_by(reading: Reading, clause: Clause, trigger: Trigger) -> Clause | None:
    """Return the clause whose subject takes part: "held a meeting", "told a news conference", "in a call with Y, X
    said"."""
    outer = [clause, *frames(reading, clause)][-1]
    if outer.under is None:
        return None
    above = reading.clauses[outer.under]
    heads = heads_of(reading, (outer,))
    role = next((a.role for a in above.arguments if a.head in heads), None)
    if trigger.type == "call" and above.pos == "noun" and above.under is not None and role == "in":
        above = reading.clauses[above.under]  # "told X of the decision in a call"
    if above.pos == "adjective" and role == "at" and above.predicate in load_words("engagements/en/present_adjectives"):
        return above  # "present at the meeting were"
    if above.pos != "verb":
        wish = role in ("for", "of") and above.predicate in load_words("engagements/en/support_nouns")
        wish = wish or (role == "to" and above.predicate in load_words("engagements/en/inviting"))
        return above if wish else None
    if trigger.speaker_of:
        return _answering(reading, above) if role in trigger.speaker_of else None
    if role in load_words(OCCASIONS) and (text := text_issued(reading, above)) is not None:
        return text
    keeps = role == "with" and _keeps(reading, above)
    moves = role == "for" and above.predicate in load_words("engagements/en/coming_words")
    invited = role == "to" and above.predicate in load_words(ASKING)
    support = not with_particles(reading, above).isdisjoint(load_words("engagements/en/support_verbs"))
    holds = (role in ("object", "for", "on") and support) or is_there(reading, outer, above, trigger)
    leaves = role in ("from", "of") and not with_particles(reading, above).isdisjoint(load_words(LEAVING))
    held = moves or invited or holds or leaves or keeps
    return above if held or role in load_words(OCCASIONS) else None


def _answering(reading: Reading, verb: Clause) -> Clause:
    """ "Asked about it at a news conference, X called it a lie": X's."""
    asked = verb.predicate in load_words("engagements/en/questioning_verbs") and verb.link == "adverbial"
    above = reading.clauses[verb.under] if asked and verb.under is not None else None
    theirs = above is not None and {a.head for a in verb.all("object")} & {a.head for a in above.all("subject")}
    return above if above is not None and theirs else verb


def is_there(reading: Reading, outer: Clause, verb: Clause, trigger: Trigger) -> bool:
    """Return whether a verb tells that somebody is at it, or came from it: "is on a visit", "said on a visit", "is in
    contact", "returned from a trip"."""
    own = outer.head
    heads = heads_of(reading, (outer,))  # "is on the second day of a visit"
    on = trigger.type in ("visit", "mission", "call") and any(a.head in heads for a in verb.all("on", "en"))
    within = trigger.type in ("contact", "talks") and any(a.head == own for a in verb.all("in"))
    back = any(a.head == own for a in verb.all("from")) and verb.predicate in load_words(RETURNING)
    return on or back or (within and verb.predicate in load_words("engagements/en/standing_verbs"))


def is_absent(reading: Reading, verb: Clause) -> bool:
    """Return whether somebody did not come to what took place: "did not attend the summit"; not "will not attend"."""
    return joins(reading, verb) and verb.negated and reading.factuality[verb.index].status == "negated"


def joins(reading: Reading, verb: Clause) -> bool:
    """Return whether a verb tells of taking part: "X joined the talks", "X attended a meeting between Y and Z"."""
    things = (f"{verb.predicate} {reading.tokens[argument.head].lemma}" for argument in verb.all("object"))
    return not {verb.predicate, *things}.isdisjoint(load_words("engagements/en/attending_verbs"))


def _keeps(reading: Reading, verb: Clause) -> bool:
    """ "Go ahead with", "press on with", "proceed with": the subject keeps to what was planned."""
    words = load_words("engagements/en/keeping_words")
    return verb.predicate in words or any(reading.tokens[child].norm in words for child in reading.children[verb.head])


def told_by(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the verbs after a noun of which it is the logical object or subject: "a summit planned for June"."""
    if clause.pos != "noun":
        return
    supporting = load_words("engagements/en/support_verbs")
    behind = (reading.clauses[index] for index in range(clause.index + 1, len(reading.clauses)))
    here = takewhile(lambda later: later.sentence == clause.sentence, behind)
    fitting = [v for v in here if v.predicate in supporting or _plans(v) or happens(reading, v)]
    heads = heads_of(reading, (clause, *frames(reading, clause))) if fitting else set()
    parties = {a.head for a in clause.arguments if a.role in _PARTIES}
    for later in fitting:
        told = any(argument.head in heads for argument in later.all("object", "subject"))
        told = told or (later.passive and later.link == "relative" and later.under == clause.index)
        about_parties = (_plans(later) or happens(reading, later)) and any(
            a.head in parties for a in later.all("object", "subject")
        )
        if about_parties or (told and later.predicate in supporting):
            yield later


def sets(clause: Clause) -> bool:
    """Return whether a verb sets an occasion, as others than its parties may: "a meeting that *leaders* announced"."""
    return clause.predicate in load_words(SCHEDULING)


def _plans(clause: Clause) -> bool:
    """Whether a relative clause tells of an occasion and not of its parties: "talks with envoys that were planned"."""
    return clause.link == "relative" and clause.passive and sets(clause)


def happens(reading: Reading, clause: Clause) -> bool:
    """Return whether a relative clause tells that an occasion came about: "talks with envoys, which took place"."""
    words = load_words("engagements/en/happening_verbs")
    held = clause.passive and clause.predicate == "hold"
    things = (f"{clause.predicate} {reading.tokens[argument.head].lemma}" for argument in clause.all("object"))
    return clause.link == "relative" and (held or not {clause.predicate, *things}.isdisjoint(words))


def heads_of(reading: Reading, whole: Iterable[Clause]) -> set[int]:
    """Return the words by which an engagement and what frames it fill roles: "four days of talks ended"."""
    found = {clause.head for clause in whole}
    for head in tuple(found):
        token = reading.tokens[head]
        while token.dep == "pobj" and (word := reading.tokens[token.head].norm) in FRAMING:
            token = reading.tokens[reading.tokens[token.head].head]
            if token.lemma not in load_words(FRAMING[word]):
                break
            found.add(token.index)
    return found

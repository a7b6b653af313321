"""Where and when an engagement takes place, by the words at its trigger and at the verbs around it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from communique.extract.contacts.beside import ranked_at
from communique.extract.contacts.holding import SCHEDULING, frames, heads_of, told_by
from communique.extract.matching.parties import phrases_after
from communique.lexicon.capitals import load_capitals
from communique.lexicon.engagements import Trigger
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading, TimeRef
from communique.records.actors import When, Where
from communique.records.texts import Span

FOLLOWED = ("object", "after")
"""Where that stands which something follows, or comes after."""

PRESENT = "PRESENT_REF"
"""The TIMEX value of "now"."""

LONG = frozenset({"season", "quarter", "year", "decade"})
"""Stretches of time in which there may have been many a meeting."""

_OF_PARTIES = ("with", "between", "of", "by", "for")
"""Roles of a noun in which its parties stand, on which the parser may hang the place."""

_NAMES = ("PERSON", "ORG", "FAC", "LOC", "")
"""What the parser may take the name of a small town for."""

_COUNTED = re.compile(r"P(\d)D")


def place_of(reading: Reading, clause: Clause, trigger: Trigger) -> Where | None:
    """Return the place named in one of the trigger's place roles: at the trigger, its object, or the verbs around
    it."""
    moving = list(_moving(reading, clause))
    goals = [a.head for piece in (*moving, *([clause] if moving else ())) for a in piece.all("to")]
    if trigger.type == "visit":  # "left for Washington": to the city, whoever governs there
        goals.extend(a.head for a in clause.all(*trigger.place))
    if (moved := next((city for head in goals if (city := _city(reading, head)) is not None), None)) is not None:
        return moved
    heads = [a.head for piece in (clause, *frames(reading, clause)) for a in piece.all(*trigger.place)]
    for argument in clause.all(*(("object", "subject", "with") if clause.pos == "verb" else _OF_PARTIES)):
        heads.extend(_below_parties(reading, argument.head, trigger.place))  # "a meeting with A and B in X"
    around = tuple(_around(reading, clause))
    for piece in around:
        heads.extend(a.head for a in piece.all(*(trigger.place - {"object", "to"})))
    for piece in (clause, *around):
        heads.extend(_in_setting(reading, piece, trigger.place))
    heads.extend(ranked_at(reading, clause.head, trigger.place) if clause.pos == "noun" else ())
    planned = (a.head for c in around if c.predicate in load_words(SCHEDULING) for a in c.all("for"))
    named = (*_gone_to(reading, clause), *planned, *_hosting_cities(reading, (clause, *around)))
    cities = (_city(reading, head) for head in named)
    return _first(reading, heads) or next((city for city in cities if city is not None), None)


def _hosting_cities(reading: Reading, verbs: Iterable[Clause]) -> Iterator[int]:
    """Yield the cities that are said to host: "Geneva will host talks", "talks hosted by Geneva"."""
    for verb in verbs:
        hosts = (
            verb.all("by" if verb.passive else "subject")
            if verb.predicate in load_words("engagements/en/staging_verbs")
            else ()
        )
        for argument in hosts:
            mention = reading.mention_at.get(argument.head)
            actor = mention.actor if mention is not None else None
            if actor is not None and (actor.form == "metonym" or actor.kind == "place"):
                yield argument.head


def _below_parties(reading: Reading, head: int, prepositions: Container[str]) -> Iterator[int]:
    """Yield the phrases that the parser hangs on parties: "of the ministers of A and B in X", "of the two in X"."""
    for each in reading.coordinated(head):
        yield from phrases_after(reading, each, prepositions)
        for owner in phrases_after(reading, each, ("of", "from")):
            yield from _below_parties(reading, owner, prepositions)


def _in_setting(reading: Reading, piece: Clause, prepositions: Container[str]) -> Iterator[int]:
    """Yield the phrases that the parser hangs on how or at what it was: "behind closed doors in X", "for talks in X",
    "on the sidelines of talks in X", "without agreement in X"; not on whom or what it was about."""
    settings = load_words("engagements/en/setting_nouns")
    for argument in piece.arguments if piece.pos == "verb" else piece.all("with"):
        if argument.role not in ("subject", "object") and reading.tokens[argument.head].lemma in settings:
            yield from phrases_after(reading, argument.head, prepositions)
            for inner in phrases_after(reading, argument.head, ("of",)):
                yield from phrases_after(reading, inner, prepositions)
    if piece.pos == "verb":
        for argument in piece.all("with"):
            yield from _below_parties(reading, argument.head, prepositions)


def _gone_to(reading: Reading, noun: Clause) -> Iterator[int]:
    """Yield where somebody goes, or is asked, for what a noun names: "flew to Doha for talks"."""
    outer = [noun, *frames(reading, noun)][-1]
    above = reading.clauses[outer.under] if noun.pos == "noun" and outer.under is not None else None
    if above is None or not any(a.head == outer.head for a in above.all("for")):
        return
    goes = load_words("engagements/en/coming_words") | load_words("engagements/en/inviting")
    if above.predicate in goes:
        yield from (argument.head for argument in above.all("to", "in"))


def _city(reading: Reading, head: int) -> Where | None:
    """The city of a name that stands for a government elsewhere: "planned for Washington"."""
    mention = reading.mention_at.get(head)
    if mention is None or mention.actor is None or mention.actor.form != "metonym":
        return place_at(reading, head)
    span = reading.span(mention.first, mention.last)
    return Where(name=span.text, iso3=mention.iso3 or mention.actor.iso3, mention=span)


def place_before(reading: Reading, clause: Clause) -> Where | None:
    """Return the place that names an engagement: "the Vienna talks"."""
    alone = (a.head for a in clause.all("compound") if len(reading.coordinated(a.head)) == 1)  # "the Chad-Mali talks"
    return _first(reading, alone)


def _first(reading: Reading, heads: Iterable[int]) -> Where | None:
    return next((where for head in heads if (where := place_at(reading, head)) is not None), None)


def place_at(reading: Reading, head: int) -> Where | None:
    """Return the place that the phrase headed by token `head` names: "Kyiv", "the Austrian capital", "the town of
    X"."""
    return _capital(reading, head) or _where(reading, _named(reading, head))


def _capital(reading: Reading, head: int) -> Where | None:
    """The city meant by "the Austrian capital", "the capital of Austria", where no name of it stands there."""
    if reading.tokens[head].lemma not in load_words("engagements/en/capital_nouns") or head in reading.mention_at:
        return None
    modifiers = [c for c in reading.children[head] if reading.tokens[c].dep in ("amod", "compound", "nmod")]
    if any(c not in reading.mention_at for c in modifiers):
        return None  # "the former", "the commercial capital"
    for owner in (*modifiers, *phrases_after(reading, head, ("of",))):
        mention = reading.mention_at.get(owner)
        code = mention.actor.iso3 if mention is not None and mention.actor is not None else None
        if code is not None and code in load_capitals():
            first = min(head, owner)
            span = reading.span(first, max(head, owner) + 1)
            return Where(name=load_capitals()[code], iso3=code, mention=span, basis="inferred")
    return None


def _named(reading: Reading, head: int) -> int:
    """The name behind "the town of", "the port of"; any other word as it is."""
    if reading.tokens[head].lemma in load_words("engagements/en/place_nouns"):
        return next(phrases_after(reading, head, ("of",)), head)
    return head


def _where(reading: Reading, head: int) -> Where | None:
    """The place named at a word: by a mention, or by a name of no known actor or place ("in Yevlakh")."""
    mention = reading.mention_at.get(head)
    actor = mention.actor if mention is not None else None
    if mention is not None and actor is not None:
        if mention.reading == "place" or actor.kind in ("place", "state"):
            span, code = reading.span(mention.first, mention.last), mention.iso3 or actor.iso3
            return Where(name=actor.name, iso3=code, mention=span, country=actor.kind == "state")
        if not actor.id.startswith("mention/") or actor.kind not in ("unknown", "person") or actor.role is not None:
            return None
    return _unknown(reading, head)


def _unknown(reading: Reading, head: int) -> Where | None:
    """A town that no table knows, by the words before it or by what the parser takes it for."""
    token = reading.tokens[head]
    if token.pos != "PROPN" or reading.tokens[token.head].pos != "ADP":
        return None
    above = reading.tokens[reading.tokens[token.head].head]
    inside = token.entity in _NAMES and reading.tokens[token.head].norm == "in"  # nobody meets "in" a person
    inside = inside and not token.text.isupper() and not any(c.dep in ("det", "poss") for c in reading.dependents[head])
    if token.entity != "GPE" and not inside and above.lemma not in load_words("engagements/en/place_nouns"):
        return None
    name = reading.span(min(c for c in reading.subtree(head) if _of_name(reading, c, head)), head + 1)
    return Where(name=name.text, iso3=None, mention=name)


def _of_name(reading: Reading, index: int, head: int) -> bool:
    token = reading.tokens[index]
    return index == head or (token.dep == "compound" and token.head == head and token.pos == "PROPN")


ALONG = frozenset({"when", "as"})
"""Marks of a clause of the same time; "after they met" is another, and "while they met" may be one of several days."""


NEW = frozenset({"to", "until", "till", "for"})
"""Words before the day to which an occasion is moved."""


def time_of(reading: Reading, clause: Clause) -> When | None:
    """Return the time to which it was moved, or else the one that modifies the trigger, or one of the verbs around
    it."""
    for verb in _moving(reading, clause):
        moved = (t for t in reading.times_at.get(verb.head, ()) if reading.tokens[max(t.first - 1, 0)].norm in NEW)
        if (time := next((t for t in moved if t.type in ("DATE", "TIME")), None)) is not None:
            return _new_day(reading, verb, time.when)
    heads = heads_of(reading, (clause, *frames(reading, clause)))
    deciding = load_words("engagements/en/deciding_verbs") | load_words("engagements/en/recalling_verbs")
    former: When | None = None
    for around in (clause, *_around(reading, clause), *_first_verb(reading, clause)):
        decides = around is not clause and around.predicate in deciding
        decides = decides and not any(a.head in heads for a in around.all("at", "during"))  # "announced it at a summit"
        for time in sorted(reading.times_at.get(around.head, ()), key=_is_present):
            before = reading.tokens[max(time.first - 1, 0)].norm
            # "on Monday X called off a visit": the day is the decision's, unless it is still to come, or "for Monday"
            slot = is_to_come(reading, time.when) or before == "for"
            if around is not clause and is_over(around, {clause.head}) and is_to_come(reading, time.when):
                continue  # "after the meeting X named July 21 as the date"
            if around is clause and (_is_done(clause) and slot and before != "for"):
                continue  # "had been talking about a visit in September"
            if before == "since" and around is clause and clause.pos == "noun":
                continue  # "the first meeting since May"
            if _is_of_series(around, time) or _ends_later(reading, around):
                continue  # "the annual talks, which began a decade ago", "set to end on Tuesday"
            if _tells_when(time) and (not decides or slot):
                if around is clause or not _is_former(reading, around):
                    return time.when
                former = former or time.when
    above = _told_along(reading, clause)
    times = reading.times_at.get(above.head, ()) if above is not None else ()
    return next((time.when for time in times if time.type in ("DATE", "TIME")), former)


def _is_former(reading: Reading, verb: Clause) -> bool:
    """Whether a verb tells for when it was planned before: "talks that were originally scheduled for May 3"."""
    adverbs = (c.norm for c in reading.dependents[verb.head] if c.dep == "advmod")
    own = reading.tokens[verb.head].norm
    return any(f"{adverb} {own}" in load_words("engagements/en/moved_phrases") for adverb in adverbs)


def _is_present(time: TimeRef) -> bool:
    """Whether an expression names no day beside one that does: "will now come on Monday"."""
    return time.when.value == PRESENT


def _new_day(reading: Reading, verb: Clause, when: When) -> When:
    """The day to which it is moved, also where it reads as the end of a stretch: "moved from May 2 to May 6"."""
    both = [time for time in reading.times_at.get(verb.head, ()) if time.when.to == when.to]
    ends = len(both) > 1 and when.to is not None and when.value == when.to[:10]
    return replace(when, from_=when.to, granularity="day") if ends else when


def _is_done(verb: Clause) -> bool:
    """Whether a verb tells what was done, so that no day to come can be its own; an invitation has a visit's."""
    past = verb.pos == "verb" and verb.tense == "past" and verb.modal is None and not verb.infinitive
    return past and verb.predicate not in load_words("engagements/en/inviting")


def _is_of_series(verb: Clause, time: TimeRef) -> bool:
    """Whether a relative clause tells since when there have been such occasions."""
    begun = verb.link == "relative" and verb.predicate in load_words("engagements/en/beginning_verbs")
    return begun and time.when.granularity in LONG


def _ends_later(reading: Reading, verb: Clause) -> bool:
    """Whether a verb tells the end of an occasion, which is still to come."""
    ends = verb.pos == "verb" and verb.predicate in load_words("engagements/en/ending_verbs")
    return ends and reading.factuality[verb.index].status in ("planned", "announced")


def ending(reading: Reading, clause: Clause) -> When | None:
    """Return the day on which an occasion is still to end."""
    verbs = (verb for verb in _around(reading, clause) if _ends_later(reading, verb))
    return next((time.when for verb in verbs for time in reading.times_at.get(verb.head, ())), None)


def moved_by(reading: Reading, clause: Clause) -> Span | None:
    """Return the words which say that it takes place on another day, or in another place, than planned before."""
    for verb in _moving(reading, clause):
        return reading.span(verb.head, verb.head + 1)
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else clause
    first = min(above.first, clause.first)
    norms = [token.norm for token in reading.tokens[first : max(above.last, clause.last)]]
    for phrase in load_words("engagements/en/moved_phrases"):
        words = phrase.split()
        if words[0] not in norms:
            continue
        for at in range(len(norms) - len(words) + 1):
            if norms[at : at + len(words)] == words:
                return reading.span(first + at, first + at + len(words))
    return None


def _moving(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the verbs that move an occasion: "was brought forward to May 12", "moved the talks to Oslo"."""
    words = load_words("engagements/en/moving_verbs")
    for verb in _around(reading, clause) if clause.pos == "noun" else ():
        adverbs = (c.norm for c in reading.dependents[verb.head] if c.dep == "advmod")
        if not words.isdisjoint((verb.predicate, *(f"{verb.predicate} {adverb}" for adverb in adverbs))):
            yield verb


def _tells_when(time: TimeRef) -> bool:
    """Whether an expression names a time, or days counted from publication: "within a week", "in the next two days"."""
    counted = time.type == "DURATION" and None not in (time.when.from_, time.when.to)
    return counted or time.type in ("DATE", "TIME")


def _told_along(reading: Reading, clause: Clause) -> Clause | None:
    """The past verb whose time is also that of "... when they met", "as they met"."""
    begins = reading.tokens[clause.first].norm if clause.link == "relative" else clause.mark
    if begins not in ALONG or clause.tense != "past" or clause.link not in ("adverbial", "relative"):
        return None
    above = reading.clauses[clause.under] if clause.under is not None else None
    while above is not None and (above.infinitive or above.pos == "noun"):  # "agreed to build it when they met"
        above = reading.clauses[above.under] if above.under is not None else None
    return above if above is not None and above.tense == "past" and not above.perfect else None


def is_over(verb: Clause, heads: Container[int]) -> bool:
    """Return whether a verb tells what came with or after what is named: "after their meeting X named a date"."""
    return any(argument.head in heads for argument in verb.all(*load_words("engagements/en/held_prepositions")))


def lasting(reading: Reading, clause: Clause, when: When | None) -> When | None:
    """Return the days that end with `when`, where the text counts them: "four days of talks ended on Friday"."""
    if when is None or when.granularity != "day" or when.to is None:
        return when
    for around in _around(reading, clause):
        near = (*reading.times_at.get(around.head, ()), *reading.times_at.get(clause.head, ()))
        counted = [time for time in near if time.type == "DURATION"]  # also "the three-day visit ended on Friday"
        days = _COUNTED.fullmatch(counted[0].when.value or "") if counted else None
        if days is not None and around.predicate in load_words("engagements/en/ending_verbs"):
            first = date.fromisoformat(when.to[:10]) - timedelta(days=int(days[1]) - 1)
            why = f"{when.why}; the last of {days[1]} days"
            return replace(when, from_=first.isoformat(), granularity="interval", basis="inferred", why=why)
    return when


def followed(reading: Reading, clause: Clause) -> When | None:
    """Return how long it lasted, where something else is said to follow it: "the offer follows four days of talks"."""
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if above is None or above.predicate not in load_words("engagements/en/following_verbs") or above.negated:
        return None
    heads = heads_of(reading, (clause, *frames(reading, clause)))
    if not any(argument.head in heads for argument in above.all(*FOLLOWED)):
        return None
    near = (time for head in (clause.head, above.head) for time in reading.times_at.get(head, ()))
    return next((t.when for t in near if t.type == "DURATION" and _COUNTED.fullmatch(t.when.value or "")), None)


def _around(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the words that tell of a noun: "the meeting, which was to be held in X", "a summit planned for June".

    The verb of which it, or its frame, is an argument comes last.
    """
    yield from told_by(reading, clause)
    yield from _begun_by(reading, clause)
    if clause.pos == "adjective" and clause.under is not None:  # "is due in X on Monday"
        yield reading.clauses[clause.under]
    outer = clause
    for frame in frames(reading, clause):
        yield frame
        outer = frame
    if outer.pos == "noun" and outer.under is not None and outer.link == "argument" and not _is_apart(reading, outer):
        yield reading.clauses[outer.under]
        below = reading.clauses_under.get(outer.under, ())  # "is due in X for talks"
        yield from (c for c in below if c.pos == "adjective" and c.head < outer.head and not outer.all("in", "at"))


def _is_apart(reading: Reading, outer: Clause) -> bool:
    """Whether the verb above is of another time and place: "ahead of the visit X issued a warning on Sunday"."""
    own = reading.tokens[outer.head]
    if own.dep != "pobj":
        return False
    word = reading.tokens[own.head]
    if word.norm == "of":
        word = reading.tokens[word.head]
    if word.norm in load_words("engagements/en/apart_prepositions"):
        return True
    counted = (t for t in reading.times_over.get(word.index, ()) if t.type == "DURATION" and _is_of_days(t.when))
    after = reading.tokens[word.head].norm in load_words("engagements/en/held_prepositions")
    return after and any(counted)  # "after two days of talks"


def _is_of_days(when: When) -> bool:
    """Whether a length of time is of days and more; what ends after hours has its day."""
    return not str(when.value).startswith("PT")


def _first_verb(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the verb before a coordinated one, whose time they share: "on Saturday he attended X and met Y"."""
    token = reading.tokens[clause.head]
    first = reading.clause_at.get(token.head) if token.dep == "conj" else None
    if first is None or not clause.pos == first.pos == "verb" or first.tense != clause.tense:
        return
    if any(time.last <= first.head for time in reading.times_at.get(first.head, ())):
        yield first


def _begun_by(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the verb that begins an infinitive, whose time and place are the infinitive's: "in April both started to
    discuss", "they are to meet in Geneva"."""
    above = reading.clauses[clause.under] if clause.under is not None and clause.link == "complement" else None
    if above is not None and clause.infinitive and above.predicate in load_words("engagements/en/beginning_verbs"):
        yield above


def is_to_come(reading: Reading, when: When | None) -> bool:
    """Whether a time lies wholly after publication, or lasts until a later day: "by the end of next month"."""
    published = reading.article.published
    if when is None or published is None:
        return False
    if when.from_ is None:
        return when.to is not None and when.to[:10] > published.to
    return when.from_[:10] > published.to


def is_next_day(reading: Reading, when: When | None) -> bool:
    """Whether a time is the day after publication, or begins by then."""
    published = reading.article.published
    if when is None or when.to is None or published is None:
        return False
    return when.to[:10] <= (date.fromisoformat(published.to[:10]) + timedelta(days=1)).isoformat()

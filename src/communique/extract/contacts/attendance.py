"""Who takes part in an engagement: by the roles of its trigger, of the verb that holds it, of what frames it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from communique.extract.contacts.beside import SIDES, one_speaking, ranked, spelled_out
from communique.extract.contacts.counterparts import gathered, having, one_sided, text_issued, with_particles
from communique.extract.contacts.invitations import bidden, invited, inviter, planning
from communique.extract.matching.between import go_betweens
from communique.extract.matching.parties import parties, phrases_after
from communique.lexicon.engagements import Trigger
from communique.lexicon.ranks import level, portfolio
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, Part, Participant, Role

_NOBODY = frozenset({"place", "document", "media"})
"""Kinds that take no part in an engagement."""

OF_SENDERS = frozenset({"letter", "meeting", "talks", "call"})
"""Types of what is sent or held by whom a clause behind it tells."""

TALKING = frozenset({"call", "meeting", "talks", "summit", "contact"})
"""Types of engagements of those who speak with one another."""

MEETING = frozenset({"meeting", "talks"})
"""Types of what a body may hold by itself."""

_PRIVATE = frozenset({"BUS", "CVL", "EDU", "JRN", "REF"})
"""Sectors of people who act for no state, whatever country they are of."""

UNNAMED = frozenset({"unknown", "collective"})
_OF_THE_VERB = frozenset({"subject", "object", "possessor", "compound", "of"})
_PARTIES = ("of", "between", "with", "by")

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

_BELOW = ("amod", "compound", "poss", "nmod")
_FROM = ("of", "from", "for")


def participants(reading: Reading, clause: Clause, trigger: Trigger, held_by: Clause | None) -> tuple[Participant, ...]:
    """Return who takes part, each once: named at the trigger, at words that frame or tell of it, at the verb that holds
    it."""
    found: dict[str, Participant] = {}

    def add(part: Part, arguments: Iterable[Argument]) -> None:
        for argument in arguments:
            for who in attendees(reading, argument):
                actor = one_speaking(reading, argument.head, who) if trigger.type == "call" else who
                nobody = _NOBODY | (UNNAMED if part == "host" and actor.iso3 is None else frozenset())
                if actor.kind not in nobody and not _is_topic(reading, actor, argument, part):
                    found.setdefault(actor.id, Participant.of(actor, part))

    whole = (clause, *frames(reading, clause))
    heads, tellers = heads_of(reading, whole), tuple(told_by(reading, clause))
    matters = tuple(_matters(reading, clause))
    for between, who in go_betweens(reading, clause, heads):
        add(between, who)
    for role, part in trigger.parts.items():
        for piece in whole:
            add(part, bidden(reading, piece) if role == "subject" and piece is clause else piece.all(role))
        if role not in _OF_THE_VERB:  # "a summit planned with Y", "talks over the deal with Y"
            add(part, (argument for told in tellers for argument in told.all(role)))
            for matter in matters:
                if matter.all(role):
                    add(part, (*matter.all("possessor"), *matter.all(role)))
    add(next(iter(trigger.parts.values())), gathered(reading, heads))
    for argument in ranked(reading, clause.head) if clause.pos == "noun" else ():
        add(trigger.parts.get(argument.role, next(iter(trigger.parts.values()))), (argument,))
    if trigger.type in OF_SENDERS:  # "the letter that X sent to Y", "the talks that X held with Y"
        active = (c for c in tellers if c.link == "relative" and not (c.passive or _sets(c)))
        add(next(iter(trigger.parts.values())), (argument for told in active for argument in told.all("subject")))
    if held_by is None and clause.pos == "noun" and trigger.type in TALKING and one_sided(whole):
        add(next(iter(trigger.parts.values())), having(reading, whole[-1]))
    joins = held_by is not None and _joins(reading, held_by)
    if held_by is not None and (joins or not any(piece.all("between", "among") for piece in whole)):
        wanted = held_by.all("object") if any(a.head in heads for a in held_by.all("for", "to")) else ()
        first: Part = "mediator" if _carries(held_by, whole) else next(iter(trigger.parts.values()))
        first = "mediator" if arranged(reading, clause, held_by) else first
        first = "host" if _invites(reading, held_by, wanted) or held_by.predicate in _hosting() else first
        named = any(p.part == "visitor" for p in found.values()) or (bool(held_by.all("by")) and not held_by.passive)
        theirs = trigger.type == "visit" and named
        beside = any(a.head in heads for a in held_by.all(*load_words(OCCASIONS)))
        if not (theirs and beside) and not _is_of_another(reading, clause, held_by):  # "agreed after a visit by X"
            add(first, held_by.all("subject", "possessor"))
        add(next(iter(trigger.parts.values())), (*wanted, *_told_there(reading, held_by, trigger)))
        if trigger.type in TALKING and _is_of_both(reading, clause, held_by):
            add(next(iter(trigger.parts.values())), held_by.all("object"))
        for role, part in trigger.parts.items():
            if role not in _OF_THE_VERB:
                add(part, held_by.all(role))
    if (invitation := invited(reading, whole[-1])) is not None:
        taker = reading.clauses[invitation.under] if invitation.under is not None else invitation
        asked = invitation.all("for")
        add(next(iter(trigger.parts.values())), asked or taker.all("subject"))
    for argument in clause.all("object", "to") if clause.pos == "verb" and "with" in trigger.parts else ():
        if is_manner(reading, argument) and (manner := reading.clause_at.get(argument.head)) is not None:
            add(trigger.parts["with"], manner.all("with"))  # "met face to face with Y"
    if trigger.type == "visit" and (asking := inviter(reading, clause)) is not None:
        add("host", asking.all("by" if asking.passive else "subject"))
    if trigger.type == "visit":
        add("host", clause.all("object", *trigger.place))
    if clause.pos == "verb":
        add(trigger.parts.get("subject", next(iter(trigger.parts.values()))), planning(reading, clause))
    for below in reading.clauses_under.get(clause.index, ()):
        if _says_who_hosts(reading, below, clause):
            add("host", below.all("subject"))
    going = {p.iso3 for p in found.values() if p.part in ("visitor", "organiser") and p.iso3}
    sent = any(p.part == "organiser" for p in found.values())  # "sent an envoy": whom is not told
    people = [p for p in found.values() if not (sent and p.kind == "unknown" and p.iso3 is None)]
    return tuple(p for p in people if p.part != "host" or p.iso3 not in going)  # nobody goes to himself


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


def _hosting() -> frozenset[str]:
    return load_words("language/en/hosting_verbs")


def _says_who_hosts(reading: Reading, below: Clause, noun: Clause) -> bool:
    """ "Talks at which X was the host"."""
    at = below.link == "relative" and any(argument.head == noun.head for argument in below.all("at", "in"))
    words = (reading.tokens[argument.head].lemma for argument in below.all("attribute"))
    return at and any(word in load_words("engagements/en/host_nouns") for word in words)


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


def _is_of_another(reading: Reading, clause: Clause, verb: Clause) -> bool:
    """ "X snubbed Y during Y's visit", "X was not at the meeting": X has no part in it."""
    owners = parties(reading, *clause.all("possessor"))
    about = any(a.head == clause.head for a in verb.all(*load_words(OCCASIONS)))
    if (about and verb.negated and verb.predicate == "be") or is_absent(reading, verb):
        return True
    doers = {actor.id for actor in parties(reading, *verb.all("subject"))}
    return about and bool(owners) and not any(owner.id in doers for owner in owners)


def is_absent(reading: Reading, verb: Clause) -> bool:
    """Return whether somebody did not come to what took place: "did not attend the summit"; not "will not attend"."""
    return _joins(reading, verb) and verb.negated and reading.factuality[verb.index].status == "negated"


def _joins(reading: Reading, verb: Clause) -> bool:
    """ "X joined the talks between Y and Z", "X attended a meeting between Y and Z"."""
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
    fitting = [later for later in here if later.predicate in supporting or _plans(later)]
    heads = heads_of(reading, (clause, *frames(reading, clause))) if fitting else set()
    parties = {a.head for a in clause.arguments if a.role in _PARTIES}
    for later in fitting:
        told = any(argument.head in heads for argument in later.all("object", "subject"))
        told = told or (later.passive and later.link == "relative" and later.under == clause.index)
        about_parties = _plans(later) and any(a.head in parties for a in later.all("object"))
        if about_parties or (told and later.predicate in supporting):
            yield later


def _sets(clause: Clause) -> bool:
    """Whether a verb sets an occasion, as others than its parties may: "a meeting that *leaders* announced"."""
    return clause.predicate in load_words(SCHEDULING)


def _plans(clause: Clause) -> bool:
    """Whether a relative clause tells of an occasion and not of its parties: "talks with envoys that were planned"."""
    return clause.link == "relative" and clause.passive and _sets(clause)


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


def _matters(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """What talks are about, whose last phrase the parser may take for the matter's: "talks over the deal with Y",
    "discussed the deal with Y"."""
    roles = load_words("engagements/en/matter_prepositions") if clause.pos == "noun" else ("object",)
    for argument in clause.all(*roles):
        if (matter := reading.clause_at.get(argument.head)) is not None:
            yield matter


def _carries(verb: Clause, whole: Iterable[Clause]) -> bool:
    """ "X delivered a letter from Y": X brings what another wrote."""
    whose = any(piece.all("from", "possessor") for piece in whole) or bool(verb.all("from"))
    return whose and verb.predicate in load_words("engagements/en/carrying_verbs")


def _invites(reading: Reading, verb: Clause, guests: Iterable[Argument]) -> bool:
    """ "X invited A and B to a meeting": X is the host of the two."""
    several = {actor.id for argument in guests for actor in attendees(reading, argument)}
    return verb.predicate in load_words("engagements/en/inviting") and len(several) > 1


def _told_there(reading: Reading, verb: Clause, trigger: Trigger) -> Iterator[Argument]:
    """The other party of "in a call, X told Y that": an actor of the record, and not those who merely report."""
    if trigger.type not in TALKING or verb.passive or verb.predicate not in load_words("cues/en/addressee_verbs"):
        return
    for argument in verb.all("object"):
        actor = reading.actor_at(argument.head)
        if actor is not None and actor.diplomatic:
            yield argument


def _is_of_both(reading: Reading, noun: Clause, verb: Clause) -> bool:
    """ "X warned Y during their meeting": one person and one other, and no group of which "their" may tell."""
    theirs = any(reading.tokens[a.head].norm == "their" for a in noun.all("possessor"))
    sides = (*verb.all("subject"), *verb.all("object"))
    one = all(len(reading.coordinated(a.head)) == 1 and reading.tokens[a.head].tag in ("NN", "NNP") for a in sides)
    people = all(any(actor.kind == "person" for actor in parties(reading, a)) for a in sides)
    return theirs and len(sides) == 2 and one and people and not verb.passive


def _is_topic(reading: Reading, actor: Actor, argument: Argument, part: Part) -> bool:
    """A lone state's name before the noun is its matter or place: "Iran talks", "the Singapore summit", "the Beijing
    trip"."""
    if argument.role != "compound":
        return False
    if part == "visitor":
        return actor.kind != "person"
    if actor.kind == "unknown" and reading.tokens[argument.head].norm in load_words("engagements/en/building_nouns"):
        return True  # "a Government House meeting", "an Oval Office meeting"
    return actor.kind in ("state", "organ") and actor.form != "demonym" and len(reading.coordinated(argument.head)) == 1


def is_of_one_body(reading: Reading, clause: Clause, trigger: Trigger) -> bool:
    """Return whether a meeting is that of a parliament, a cabinet or a society by itself, whoever speaks there: "a
    joint meeting of Congress", "the Peru Chile Friendship Society's annual meeting"."""
    if clause.pos != "noun" or trigger.type not in MEETING or clause.all("with", "between", "among"):
        return False
    return any(_is_one_body(reading, owner) for owner in clause.all("of", "possessor", "compound"))


def _is_one_body(reading: Reading, argument: Argument) -> bool:
    token = reading.tokens[argument.head]
    if len(reading.coordinated(argument.head)) > 1 or token.tag in ("NNS", "NNPS"):
        return False
    below = {t.norm for t in reading.dependents[argument.head]}
    society = not below.isdisjoint(load_words("engagements/en/society_words"))
    return society or token.norm in load_words("engagements/en/body_nouns")


def attendees(reading: Reading, argument: Argument) -> tuple[Actor, ...]:
    """The parties of an argument, pairs one by one; "Armenian and Azerbaijani ministers" are two, "Hamas negotiators"
    stand for Hamas, "the heads of the armies of X and Y" for X and Y."""
    actors = tuple(one for actor in parties(reading, *counted(reading, argument)) for one in _members(reading, actor))
    group = reading.mention_at.get(argument.head)
    if not any(actor.iso3 or actor.kind in SIDES for actor in actors):
        actors = spelled_out(reading, argument.head) or actors
    if any(_PRIVATE.issuperset(actor.sectors) for actor in actors if actor.sectors):
        return actors  # "Japanese executives" stand for no state
    if group is not None and (not actors or (len(actors) == 1 and actors[0].kind in UNNAMED)):
        senders = [a for a in _senders(reading, argument.head) if a.kind in SIDES or a.members]
        sides = {a.id: a for a in senders if a.form != "pronoun" or a.kind in SIDES}  # "their ministers" are not they
        if len(sides) > 1 or (sides and not any(actor.iso3 for actor in actors)):
            return tuple(_by_title(side, _title_at(reading, argument.head)) for side in sides.values())
    return _as_sent(reading, argument.head, actors)


def _as_sent(reading: Reading, head: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Delegates of X and Y", "the joint commission of X and Y" stand for X and Y, also where the parser puts Y beside
    the commission."""
    if reading.tokens[head].lemma.lower() not in load_words("engagements/en/sent_nouns"):
        return actors
    sides = {side.id: side for side in _senders(reading, head) if side.kind in SIDES}
    others = [actor for actor in actors if actor.iso3 or actor.kind in SIDES]
    return tuple({**sides, **{other.id: other for other in others}}.values()) or actors


def _title_at(reading: Reading, head: int) -> str:
    """The office that ends at a noun, whosever it is: "the X and Y [foreign ministers]"; "" where it is none."""
    first = head
    while first > 0 and reading.tokens[first - 1].pos in ("NOUN", "ADJ") and reading.tokens[first - 1].text.islower():
        first -= 1
    title = reading.span(first, head + 1).text
    return title if level(title) or portfolio(title) else ""


def _by_title(side: Actor, title: str) -> Actor:
    """A state that is there by whoever holds an office keeps the office."""
    named = side.kind == "state" and side.role is None and title
    return replace(side, role=Role(title=title, of=side.id, basis="inferred")) if named else side


def counted(reading: Reading, argument: Argument) -> tuple[Argument, ...]:
    """Return those whom a number word counts: "both of them", "the two of them"; any other argument as it is."""
    token = reading.tokens[argument.head]
    if argument.head in reading.mention_at or token.norm not in load_words("engagements/en/pair_words"):
        return (argument,)
    counted = tuple(replace(argument, head=head) for head in phrases_after(reading, argument.head, ("of",)))
    return counted or (argument,)


def _members(reading: Reading, actor: Actor) -> tuple[Actor, ...]:
    """ "the two leaders", "they": each of them, if the article tells who they are."""
    named = [reading.mentions_of.get(member, ()) for member in actor.members if actor.kind in UNNAMED]
    known = [next((m.actor for m in mentions if m.actor is not None), None) for mentions in named]
    found = [replace(a, mention=actor.mention, form=actor.form, basis="inferred", role=None) for a in known if a]
    whole = len(found) == len(actor.members) or actor.kind == "collective"
    return tuple(_as_office(reading, a, actor) for a in found) if found and whole else (actor,)


def _as_office(reading: Reading, member: Actor, group: Actor) -> Actor:
    """A state that is there by its ministers, "the foreign ministers of X and Y", keeps that office."""
    return _by_title(member, office_named(reading, group) if group.kind == "unknown" else "")


def office_named(reading: Reading, group: Actor) -> str:
    """Return the office by which people are named together, "foreign ministers"; "" where they are named by none."""
    words = [t for t in reading.tokens_in(group.mention) if t.pos in ("NOUN", "ADJ") and t.text.islower()]
    return reading.span(words[0].index, words[-1].index + 1).text if words else ""


def _senders(reading: Reading, head: int) -> Iterator[Actor]:
    """The actors right before a noun, and behind its "of" and "from" through named bodies: "heads of the army of"."""
    below = [c for c in reading.children[head] if reading.tokens[c].dep in _BELOW]
    for child in sorted(each for c in below for each in reading.coordinated(c)):
        mention = reading.mention_at.get(child)
        if mention is not None and mention.reading == "actor" and mention.actor is not None:
            yield mention.actor
    for child in phrases_after(reading, head, _FROM):
        for each in reading.coordinated(child):
            mention = reading.mention_at.get(each)
            if mention is not None and mention.reading == "actor" and mention.actor is not None:
                yield mention.actor
                yield from _senders(reading, each)


def is_manner(reading: Reading, argument: Argument) -> bool:
    """Whether the parser took manner for an object: "met face to face"."""
    return reading.tokens[argument.head].lemma in load_words("engagements/en/manner_nouns")


def is_place(reading: Reading, argument: Argument) -> bool:
    """Whether an argument names a place."""
    mention = reading.mention_at.get(argument.head)
    if mention is None or mention.actor is None:
        return False
    return mention.reading == "place" or mention.actor.kind in ("place", "state")

"""Finds single mentions of engagements: a trigger word, the parties at it, place, time, status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.contacts.attendance import (
    OCCASIONS,
    arranged,
    counted,
    frames,
    heads_of,
    held_by,
    is_absent,
    is_manner,
    is_of_one_body,
    is_there,
    participants,
    points_back,
    told_by,
)
from communique.extract.contacts.listings import is_count, occasions
from communique.extract.contacts.occasions import (
    ending,
    followed,
    is_next_day,
    is_over,
    lasting,
    place_at,
    place_before,
    place_of,
    time_of,
)
from communique.extract.contacts.requirements import enough
from communique.extract.contacts.standings import LADDER, OFF, is_long_ago, is_past, is_reckoned, is_told, is_wish, rung
from communique.extract.contacts.tellers import being, is_of_teller, tellers
from communique.lexicon.engagements import Trigger, Triggers
from communique.lexicon.words import load_words
from communique.reading import NAMED, PURPOSE, Clause, Factuality, Reading, Token
from communique.records.actors import Participant, When, Where
from communique.records.events import EngagementStatus
from communique.records.texts import Span
from communique.records.values import plain

_TO_BE = frozenset({"planned", "announced"})
"""Statuses of what is still to be done."""

ANOTHER = "one"
"""The noun that stands for the one right before it."""


@plain(frozen=True, slots=True)
class Contact:
    """One mention of an engagement, before the mentions of the same one are put together."""

    trigger: Trigger
    clause: Clause
    participants: tuple[Participant, ...]
    status: EngagementStatus
    when: When | None
    where: Where | None
    scope: tuple[int, ...]
    weak: bool
    """The noun only names it ("his visit"): that it took place is not said."""
    past: bool
    """It is told as history or as how things stood before the news: "the two had agreed to meet"."""

    @property
    def real(self) -> bool:
        """Whether it took or takes place."""
        return self.status in ("held", "under_way")


def find_contacts(reading: Reading, triggers: Triggers) -> Iterator[Contact]:
    """Yield the mentions of engagements, in text order; of several occasions listed one after another, each."""
    last: Contact | None = None
    for clause in reading.clauses:
        for trigger in (*_triggers(clause, triggers), *_another(reading, clause, last)):
            if trigger.pos != clause.pos or _is_purpose(reading, clause, triggers) or _would_have_been(reading, clause):
                continue
            if clause.predicate == ANOTHER or _worded(reading, clause, trigger):
                contact = _contact(reading, clause, trigger, triggers)
                if contact is not None:
                    last = contact
                    yield from _occasions(reading, contact)
                    break


def _triggers(clause: Clause, triggers: Triggers) -> Iterator[Trigger]:
    """Yield the triggers of a predicate; of a verb that says whereto, those of going there: "went on to", "drove over
    to"."""
    yield from triggers.get(clause.predicate, ())
    verb, _, particle = clause.predicate.partition(" ")
    if clause.pos == "verb" and particle in load_words("language/en/direction_adverbs"):
        yield from (trigger for trigger in triggers.get(verb, ()) if trigger.type == "visit")


def _another(reading: Reading, clause: Clause, last: Contact | None) -> Iterator[Trigger]:
    """ "Another one was planned": what the noun right before it named."""
    before = last is not None and 0 <= clause.sentence - last.clause.sentence <= 1 and last.clause.pos == "noun"
    if clause.predicate == ANOTHER and last is not None and before and is_further(reading, clause):
        yield last.trigger


def is_further(reading: Reading, clause: Clause) -> bool:
    """Return whether a noun names an occasion beside those told of: "another one", "the next meeting"."""
    words = load_words("engagements/en/further_words")
    return any(child.norm in words for child in _describing(reading, clause))


def is_previous(reading: Reading, clause: Clause) -> bool:
    """Return whether a noun names an occasion before those told of: "their last meeting", "an earlier round"."""
    words = load_words("engagements/en/previous_words")
    return any(child.norm in words and child.dep == "amod" for child in _describing(reading, clause))


def _describing(reading: Reading, clause: Clause) -> Iterator[Token]:
    """Yield the dependents of a noun and of those that frame it ("a further round of talks")."""
    for piece in (clause, *frames(reading, clause)) if clause.pos == "noun" else ():
        yield from reading.dependents[piece.head]


def is_added(reading: Reading, clause: Clause) -> bool:
    """Return whether a noun names an occasion beside what was told before: "it also proposed a summit"."""
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if above is None or not any(argument.head == clause.head for argument in above.all("object")):
        return False
    bare = reading.tokens[clause.head].tag == "NNS" and not any(
        child.dep in ("det", "poss") for child in reading.dependents[clause.head]
    )  # "will also hold meetings with"
    new = bare or any(child.norm in ("a", "an") for child in reading.dependents[clause.head])
    words = load_words("engagements/en/adding_words")
    return new and any(child.norm in words for child in reading.dependents[above.head])


def team_named(reading: Reading, clause: Clause) -> str:
    """Return the noun by which the teams of parties named before meet, "the delegations", "the two teams"; "" if none
    do."""
    roles = ("subject",) if clause.pos == "verb" else ("of", "between")
    teams = (argument.head for argument in clause.all(*roles) if _is_team(reading, argument.head))
    return next((reading.tokens[head].norm for head in teams), "")


def _is_team(reading: Reading, head: int) -> bool:
    token, below = reading.tokens[head], reading.dependents[head]
    plural = token.tag == "NNS" and token.lemma in load_words("engagements/en/team_nouns")
    bare = not any(t.norm in ("of", "from") or t.dep in ("poss", "conj") or t.pos == "PROPN" for t in below)
    return plural and bare and any(t.norm in load_words("engagements/en/pointing_words") for t in below)


def _occasions(reading: Reading, contact: Contact) -> Iterator[Contact]:
    """Yield a mention once for each of the occasions that it lists."""
    listed = occasions(reading, contact.clause) if contact.clause.pos == "verb" and contact.real else []
    for where, when in listed:
        yield replace(contact, where=where, when=when)
    if not listed:
        yield contact


def _worded(reading: Reading, clause: Clause, trigger: Trigger) -> bool:
    """Whether the words around the predicate are those of the trigger."""
    token = reading.tokens[clause.head]
    if trigger.plural and token.tag not in ("NNS", "NNPS"):
        return False
    before = [t for t in reading.dependents[clause.head] if t.dep in ("compound", "amod", "nmod")]
    below = {word for t in before for word in (t.lemma, t.norm)}  # "a written message"
    predicate = clause.predicate
    if trigger.pos == "verb" and not any(head == predicate for head, _ in trigger.words):
        predicate = predicate.partition(" ")[0]  # "went on to"
    if not any(head == predicate and before <= below for head, before in trigger.words):
        return False
    thing = clause.one("object") if trigger.pos == "verb" and "object" in trigger.parts else None
    named = thing is None or any(one.head in reading.mention_at for one in counted(reading, thing))
    if not named and thing is not None and not is_manner(reading, thing):
        return False
    if trigger.pos == "verb" and _heads(reading, clause, "with") & load_words("engagements/en/reaction_nouns"):
        return False  # "was met with applause"
    nouns = [reading.clause_at.get(a.head) for a in clause.all("object")] if trigger.objects else [clause]
    if any(noun is not None and is_of_one_body(reading, noun, trigger) for noun in nouns):
        return False
    if trigger.adverbs and trigger.adverbs.isdisjoint(_from_verb_to_object(reading, clause)):
        return False
    if trigger.apart and any(f" {words} " in f" {_words(reading, clause)} " for words in trigger.apart):
        return False
    if trigger.bare and _says_more(reading, clause):
        return False
    if trigger.under and not _is_object_of(reading, clause, trigger.under):
        return False
    if trigger.there and _place_behind(reading, clause, trigger) is None:
        return False
    if trigger.objects and not _heads(reading, clause, "object") & trigger.objects:
        return False
    return not trigger.by or bool(_heads(reading, clause, "by", "on", "via", "over") & trigger.by)


def _says_more(reading: Reading, verb: Clause) -> bool:
    """Whether a verb says more of its object than that somebody spoke to it: "called him a friend", "to the palace"."""
    purposes = load_words("engagements/en/call_purposes")
    other = (a for a in verb.all("complement") if reading.tokens[a.head].lemma not in purposes)
    return bool(verb.all("attribute", "to", "for")) or any(other)


def _is_object_of(reading: Reading, noun: Clause, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs has a noun for its object."""
    above = reading.clauses_with.get(noun.head, ())
    return any(verb.predicate in verbs and any(a.head == noun.head for a in verb.all("object")) for verb in above)


def _place_behind(reading: Reading, clause: Clause, trigger: Trigger) -> tuple[int, int] | None:
    """Return the words of a place right behind the verb and its object: "agreed [in Oslo] to", "joined them [in
    Oslo]"."""
    behind = max((a.last for a in clause.all("object")), default=clause.head + 1)
    token = reading.tokens[behind] if behind < len(reading.tokens) else None
    if token is None or token.norm not in trigger.place or token.dep != "prep":
        return None
    below = (child for child in reading.children[behind] if reading.tokens[child].dep == "pobj")
    return next(((behind, child + 1) for child in below if place_at(reading, child) is not None), None)


def _from_verb_to_object(reading: Reading, clause: Clause) -> set[str]:
    """The words from a verb to the one after its object: "brought the two together", "brought together the two"."""
    last = max((argument.last for argument in clause.all("object")), default=clause.head + 1)
    return {token.norm for token in reading.tokens[clause.head : last + 1]}


def _words(reading: Reading, clause: Clause) -> str:
    """The words of a clause in lower case."""
    return " ".join(token.norm for token in reading.tokens[clause.first : clause.last])


def _is_purpose(reading: Reading, clause: Clause, triggers: Triggers) -> bool:
    """ "met to discuss the border", "held talks to discuss", "met to finish talks": what an engagement is for is no
    second one."""
    ended = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if ended is not None and ended.predicate in load_words("engagements/en/ending_verbs"):
        clause = ended
    if not clause.infinitive or clause.link != "adverbial" or clause.under is None:
        return False
    above = reading.clauses[clause.under]
    met = any(trigger.type != "visit" for trigger in triggers.get(above.predicate, ()))
    return met or bool(_heads(reading, above, "object") & triggers.keys())


def _would_have_been(reading: Reading, clause: Clause) -> bool:
    """ "It would have been their first meeting": what is said of a meeting told before, and no plan of another."""
    above = reading.clauses[clause.under] if clause.pos == "noun" and clause.under is not None else None
    if above is None or above.predicate != "be" or not (above.perfect and above.modal):
        return False
    return any(argument.head == clause.head for argument in above.all("attribute"))


def _heads(reading: Reading, clause: Clause, *roles: str) -> set[str]:
    return {reading.tokens[argument.head].lemma for argument in clause.all(*roles)}


def _contact(reading: Reading, clause: Clause, trigger: Trigger, triggers: Triggers) -> Contact | None:
    factuality = reading.factuality[clause.index]
    holder = held_by(reading, clause, trigger) if clause.pos == "noun" else None
    people = participants(reading, clause, trigger, holder)
    whole = (clause, *frames(reading, clause))
    if len(people) == 1 and is_of_teller(reading, whole, trigger):
        people = (*people, *tellers(reading, clause, trigger, people))
    when = lasting(reading, clause, time_of(reading, clause))
    if clause.pos == "noun" and is_reckoned(reading, clause) and not reading.times_at.get(clause.head):
        when = None  # "met on Monday, two weeks after a meeting in Lima"
    heads = heads_of(reading, whole)
    done = holder is not None and holder.pos == "verb" and any(a.head in heads for a in holder.all("object"))
    done = done or (holder is not None and holder.predicate == "be" and is_there(reading, whole[-1], holder, trigger))
    carried = holder is not None and holder.predicate in load_words("engagements/en/performing_verbs")
    put_off = carried and not factuality.scope and LADDER.get(factuality.status) in OFF  # "made her postponed visit"
    if (factuality.why == NAMED or put_off) and holder is not None and done:
        # "delivered a letter" is a letter sent, "will deliver" is not yet
        factuality = reading.factuality[holder.index]
    elif factuality.why == NAMED and (there_is := being(reading, whole[-1])) is not None:
        factuality = reading.factuality[there_is.index]  # "there are talks", "there will be no talks"
    elif factuality.why == NAMED and holder is not None and _is_not_for(reading, holder, heads):
        factuality = reading.factuality[holder.index]  # "decided not to send a delegation for the talks"
    elif factuality.why == NAMED:
        factuality = next((reading.factuality[c.index] for c in told_by(reading, clause) if _is_due(c)), factuality)
    supposed = factuality.status == "negated" and holder is not None and _is_beside(reading, holder, heads, triggers)
    if supposed or _is_aimed(reading, whole[-1]) or (holder is not None and is_absent(reading, holder)):
        factuality = Factuality("occurred", NAMED, ())  # "the aim of the talks" supposes that there are talks
    status = expected(reading, whole[-1], triggers) or rung(reading, whole, trigger, factuality, when)
    if status == "announced" and is_wish(reading, factuality, people, heads):
        status = "sought"
    if status == "announced" and is_next_day(reading, ending(reading, clause)):
        status = "under_way"  # "the talks, set to end on Tuesday"
    if status == "held" and _is_ahead(reading, whole[-1]):
        status = "announced"  # "during the visit he will meet"
    if status == "under_way" and is_long_ago(reading, when):
        status = "held"
    if status == "held" and _is_one_day(reading, whole):
        status = "under_way"
    if status == "suspended" and when is not None and when.to is None:
        when = None  # "on hold since March": no slot
    where = place_of(reading, clause, trigger)
    if trigger.type == "visit" and where is not None and where.country:
        people = _from_abroad(reading, whole[-1], people, where)
    off = status in OFF and any(True for _ in told_by(reading, clause))
    further = is_further(reading, clause) and status not in ("held", "under_way")
    before = is_previous(reading, clause)
    teams = bool(team_named(reading, clause)) and trigger.type in ("meeting", "talks")
    people = () if teams else people
    points = not people and (
        teams or (clause.pos == "noun" and (points_back(reading, clause) or off or further or before))
    )
    if where is None and points_back(reading, clause):
        where = place_before(reading, clause)
    named = any(actor.diplomatic for actor in people) and enough(reading, clause, trigger, people, where)
    if status is None or not (named or points):
        return None
    claimed = _is_over(reading, whole[-1]) or is_told(reading, whole, trigger)
    there = holder is not None and not points_back(reading, clause) and _was_done_there(reading, holder, heads)
    claimed = claimed or there or (holder is not None and is_there(reading, whole[-1], holder, trigger))
    bare = factuality.why == NAMED or (holder is None and points_back(reading, clause))  # "Peru welcomed the visit"
    weak = (bare and status == "held" and not claimed) or arranged(reading, clause, holder)
    weak = weak or (factuality.why == PURPOSE and points_back(reading, clause))  # "ahead of the ceremony"
    gone = followed(reading, clause) if when is None and status == "held" else None
    weak = weak and not before
    past = is_past(reading, clause, factuality, when) or is_count(reading, clause) or gone is not None or before
    return Contact(trigger, clause, people, status, when or gone, where, factuality.scope, weak, past)


def _is_one_day(reading: Reading, whole: tuple[Clause, ...]) -> bool:
    """Whether only a day of an occasion is told: "held a second day of talks"."""
    days = (piece for piece in whole[1:] if piece.predicate == "day")
    ordinals = load_words("engagements/en/ordinal_words")
    return any(token.norm in ordinals for day in days for token in reading.dependents[day.head])


def _from_abroad(
    reading: Reading, outer: Clause, people: tuple[Participant, ...], where: Where
) -> tuple[Participant, ...]:
    """Who visits a country is not its own: in "Macron received him during his visit to France" the guest is meant."""
    owner = outer.one("possessor")
    at_home = any(p.part == "visitor" and p.iso3 == where.iso3 for p in people)
    if owner is None or reading.tokens[owner.head].pos != "PRON" or not at_home or outer.under is None:
        return people
    received = (reading.actor_at(argument.head) for argument in reading.clauses[outer.under].all("object"))
    guests = (a for a in received if a is not None and a.kind == "person" and a.iso3 != where.iso3)
    return tuple(replace(Participant.of(guest, "visitor"), basis="inferred") for guest in guests)


def _is_not_for(reading: Reading, holder: Clause, heads: set[int]) -> bool:
    """Whether nobody comes or is sent for it."""
    aim = any(argument.head in heads for argument in holder.all("for", "to"))
    return aim and reading.factuality[holder.index].status in OFF


def _is_aimed(reading: Reading, outer: Clause) -> bool:
    """Whether a noun tells the purpose of an occasion that is pointed at: "the aim of the talks", "of his visit"."""
    above = reading.clauses[outer.under] if outer.under is not None else None
    if above is None or above.predicate not in load_words("engagements/en/purpose_nouns"):
        return False
    pointed = points_back(reading, outer) or outer.one("possessor") is not None
    return pointed and any(argument.head == outer.head for argument in above.all("of"))


def _is_due(told: Clause) -> bool:
    """Whether a verb tells what is to be: "the talks are to begin", "have yet to take place"."""
    return told.infinitive and told.link == "complement"


def expected(reading: Reading, outer: Clause, triggers: Triggers) -> EngagementStatus | None:
    """Return how what somebody is due or expected for stands: "is due in Doha for talks" is no talks held."""
    above = reading.clauses[outer.under] if outer.under is not None else None
    if outer.pos != "noun" or above is None or not any(a.head == outer.head for a in above.all("for", "at")):
        return None
    words = (above, *(c for c in reading.clauses_under.get(above.index, ()) if c.pos == "adjective"))
    plans = (trigger for word in words for trigger in triggers.get(word.predicate, ()) if trigger.pos == word.pos)
    return next((trigger.gives for trigger in plans if trigger.gives not in (None, "held")), None)


def _is_over(reading: Reading, outer: Clause) -> bool:
    """ "After the summit", "during his visit": that it took place is said."""
    above = reading.clauses[outer.under] if outer.under is not None else None
    if above is None or reading.factuality[above.index].status in _TO_BE:
        return False
    return is_over(above, heads_of(reading, (outer,)))


def _is_ahead(reading: Reading, outer: Clause) -> bool:
    """ "During his visit he will meet X", "at the talks both will sign": it is still to be."""
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or above.pos != "verb" or reading.factuality[above.index].status not in _TO_BE:
        return False
    return any(argument.head == outer.head for argument in above.all("at", "during"))


def _is_beside(reading: Reading, verb: Clause, heads: set[int], triggers: Triggers) -> bool:
    """Whether a verb tells what was, or was not, done at it: "failed to agree at the talks"; not "did not meet at"."""
    there = any(argument.head in heads for argument in verb.all(*load_words(OCCASIONS)))
    return there and verb.predicate != "be" and verb.predicate not in triggers


def _was_done_there(reading: Reading, verb: Clause, heads: set[int]) -> bool:
    """ "Signed the papers at a ceremony": that it took place is said with what was done there."""
    there = any(argument.head in heads for argument in verb.all("at", "in", "during"))
    return there and reading.factuality[verb.index].status in ("occurred", "historical")


def trigger_span(reading: Reading, contact: Contact) -> Span:
    """Return the words of the trigger, with the noun before it where that belongs to it ("news conference"); the place
    where it is the place that tells of a meeting ("agreed in Oslo")."""
    place = _place_behind(reading, contact.clause, contact.trigger) if contact.trigger.there else None
    if place is not None:
        return reading.span(*place)
    head = contact.clause.head
    before = {word for lemma, words in contact.trigger.words for word in words}
    first = head
    while first > contact.clause.first and before & {reading.tokens[first - 1].lemma, reading.tokens[first - 1].norm}:
        first -= 1
    return reading.span(first, head + 1)

"""One happening told several times: which tellings belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.extract.matching.fillers import others
from communique.extract.matching.matches import Match
from communique.extract.matching.tellings import Telling
from communique.lexicon.words import load_words
from communique.records.actors import Actor, When
from communique.records.events import REAL

STATE = "STATE"
NAMELESS = "mention/"
_DEADLY = frozenset({"ASSAULT", "COERCE"})
"""Types whose outcome is often told beside them."""
NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Happening:
    """A happening and the places that tell it, in text order."""

    tellings: list[Telling] = field(default_factory=list)
    actors: tuple[Actor, ...] = ()
    """All who act, as first named."""
    recipients: tuple[Actor, ...] = ()
    """All to whom it is done, as first named; a plan or treaty is no party to what is done about it."""

    def add(self, telling: Telling) -> None:
        """Take in a further place that tells it."""
        self.tellings.append(telling)
        self.actors = union(told.match.actors for told in self.tellings)
        found = others(union(told.match.recipients for told in self.tellings), self.actors)
        self.recipients = tuple(actor for actor in found if actor.kind != "document")


def union(groups: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Return the actors of all groups, each once, as first named."""
    found: dict[str, Actor] = {}
    for group in groups:
        for actor in group:
            found.setdefault(actor.id, actor)
    return tuple(found.values())


def add_telling(happenings: list[Happening], telling: Telling) -> None:
    """Add a telling to the happening that it tells again, or begin a new one."""
    known = next((happening for happening in reversed(happenings) if _same(happening, telling)), None)
    if known is None:
        known = Happening()
        happenings.append(known)
    known.add(telling)


def _same(happening: Happening, telling: Telling) -> bool:
    """Whether a telling speaks of a happening: same type and kind of status, parties and time that agree."""
    first = happening.tellings[0]
    if first.match.rule.type != telling.match.rule.type:
        return False
    if first.match.doubtful != telling.match.doubtful:
        return False  # what is doubtful adds nothing to what is not
    real = {first.status, telling.status} <= REAL
    if not real and first.status != telling.status:
        return False
    if _apart(first.when, telling.when) or (first.where and telling.where and first.where.name != telling.where.name):
        return False
    known, new = happening.actors + happening.recipients, telling.match.actors + telling.match.recipients
    if any(_is_further(actor) and actor.id not in {a.id for a in known} for actor in new):
        return False
    if not new:
        return telling.definite and _may_be_meant(happening, telling)
    if not (_agree(happening.actors, telling.match.actors) and _agree(happening.recipients, telling.match.recipients)):
        return False
    return any(_akin(a, b) for a in known for b in new) and (telling.definite or _alike(happening, telling, real))


def is_sequel(happening: Happening, public: Sequence[Happening]) -> bool:
    """Whether a happening is told of nameless people of whom another one is, or as another of its kind on a day of its
    own: "freed six hostages ... *the hostages* were seized in May", "*the launches* of May"."""
    telling = happening.tellings[0]
    if not (happening.actors or happening.recipients):
        kind = telling.match.rule
        if not telling.definite or telling.when is None or kind.mode is None:
            return False
        rules = (told.match.rule for known in public for told in known.tellings)
        return any((rule.type, rule.mode) == (kind.type, kind.mode) for rule in rules)
    back = [a for a in happening.actors + happening.recipients if a.id.startswith(NAMELESS) and _is_back(a)]
    people = (one for known in public for one in known.actors + known.recipients) if back else ()
    return any(_akin(actor, one) for one in people for actor in back)


def _is_back(actor: Actor) -> bool:
    """Whether people are told of as known: "the hostages", "those girls"."""
    return actor.mention.text.lower().split()[0] in load_words("language/en/pointing_words")


def _is_further(actor: Actor) -> bool:
    """Whether somebody is told apart from those named before: "thousands of other villagers", "two more envoys"."""
    words = actor.mention.text.lower().split()
    return actor.id.startswith(NAMELESS) and not load_words("language/en/further_words").isdisjoint(words)


def _may_be_meant(happening: Happening, telling: Telling) -> bool:
    """Whether "the war", "the attack" may point back at it: it has parties, and is the same state of affairs."""
    kind = telling.match.rule
    known = bool(happening.actors or happening.recipients)
    return known and (kind.type != STATE or any(t.match.rule.id == kind.id for t in happening.tellings))


def _apart(one: When | None, other: When | None) -> bool:
    """Whether two times are known and differ."""
    return one is not None and other is not None and (one.from_, one.to) != (other.from_, other.to)


def _alike(happening: Happening, telling: Telling, real: bool) -> bool:
    """Whether two tellings use words for one thing: the same word, or in another sentence a like one for the same
    parties."""
    again = telling.match
    if any(t.match.clause.predicate == again.clause.predicate for t in happening.tellings):
        return True
    if real and happening.tellings[0].headline and happening.actors and not telling.headline:
        return True  # a headline tells what the text tells
    if any(_outcome_of(t.match, again) or _outcome_of(again, t.match) for t in happening.tellings):
        return True
    first = happening.tellings[0].match
    if not real or any(t.match.clause.sentence == again.clause.sentence for t in happening.tellings):
        return False
    return first.rule.id.split("_")[0] == again.rule.id.split("_")[0]


def _outcome_of(one: Match, other: Match) -> bool:
    """Whether what one tells is what the other came to, with the same parties: "*killed* in an *attack*", "shelled the
    camp, *killing* nine"."""
    under = one.clause.under in (other.clause.index, other.teller.index)
    return under and one.rule.type in _DEADLY and (one.actors, one.recipients) == (other.actors, other.recipients)


def _agree(known: Sequence[Actor], new: Sequence[Actor]) -> bool:
    """Whether two lists may be the same parties: one is empty or within the other."""
    return _within(known, new) or _within(new, known)


def _within(some: Sequence[Actor], those: Sequence[Actor]) -> bool:
    return all(any(_akin(one, other) for other in those) for one in some)


def _akin(one: Actor, other: Actor) -> bool:
    """Whether two mentions may be one party: one actor, or nameless ones of a kind ("21 schoolgirls", "the girls")."""
    if not (one.id.startswith(NAMELESS) and other.id.startswith(NAMELESS)):
        return one.id == other.id
    heads = [actor.name.split()[-1].lower() for actor in (one, other)]
    numbers = [NUMBER.findall(actor.mention.text) for actor in (one, other)]
    alike = heads[0].endswith(heads[1]) or heads[1].endswith(heads[0])
    return alike and (numbers[0] == numbers[1] or not all(numbers))

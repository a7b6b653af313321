"""Under which words a record is looked up by others that may tell of the same matter.

Symmetric: one record seeks what another holds exactly if that one seeks what the first holds; so is what stands beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from communique.lexicon.links import load_links
from communique.link import proposals, utterances, wording
from communique.link.parties import side_keys
from communique.records.actors import Actor
from communique.records.events import Engagement, Event
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Allegation, Denial, Statement

MOST_PARTIES = 6
"""Pairs of the first parties by name: a conference of thirty is found by these as well."""


class Keys(NamedTuple):
    """Words under which a record stands (`held`) and under which it looks for those that it may join (`sought`).

    What only holds a word of `beside` is nothing to join, but has a say about the threads found by the others: a plan
    of the same proposer in other words may tell that this is another one.
    """

    held: tuple[str, ...]
    sought: tuple[str, ...]
    beside: tuple[str, ...] = ()


def keys(record: Record) -> Keys:
    """Return the keys of a record; none for kinds that belong to no thread."""
    match record:
        case Engagement():
            return _also(_engagement(record), f"told:{record.article}")
        case Event():
            return _same(_event(record))
        case Allegation():
            return _allegation(record)
        case Denial():
            return _also(_denial(record), f"told:{record.article}")
        case Proposal():
            return _also(Keys(*map(tuple, map(sorted, proposals.keys(record)))), f"rec:{record.id}")
        case Provision():
            return _same([f"rec:{record.proposal}"])
        case Position():
            return _same([f"rec:{record.on}"] if record.on else [])
        case Statement():
            return _same(utterances.keys(record))
    return Keys((), ())


def horizon(key: str) -> int | None:
    """Return for how many days of publication, before and after, a key leads from one record to another."""
    return load_links().horizons.get(key.partition(":")[0])


def _same(words: Iterable[str]) -> Keys:
    found = tuple(sorted(set(words)))
    return Keys(found, found)


def _also(keys: Keys, key: str) -> Keys:
    return Keys((*keys.held, key), (*keys.sought, key), keys.beside)


def _pairs(one: Actor, other: Actor) -> Iterable[str]:
    """Each pair of words for two parties; where both states are known, not their people's names alone."""
    for a in side_keys(one):
        for b in side_keys(other):
            if not (one.iso3 and other.iso3 and a.startswith("~") and b.startswith("~")):
                yield "|".join(sorted((a, b)))


def _engagement(record: Engagement) -> Keys:
    """Two parties or more: by each pair of sides; a single party: by itself, and within the circles that hold it; a
    visitor also with the country that is visited."""
    families = load_links().families[record.type]
    parties: Sequence[Actor] = sorted(record.participants, key=lambda p: p.id)
    alone = sorted({key for p in parties for key in side_keys(p)})
    singles = [f"eng1:{family}:{key}" for family in families for key in alone]
    within = [f"eng+:{family}:{key}" for family in families for key in alone]
    days = [f"engday:{day}:{key}" for day in _day(record) for key in alone]
    pairs = {pair for a, b in combinations(parties[:MOST_PARTIES], 2) for pair in _pairs(a, b)} | _journeys(record)
    dyads = sorted(f"eng:{family}:{pair}" for family in families for pair in pairs)
    dyads += sorted(f"engon:{f}:{month}:{pair}" for f in families for pair in pairs for month in _month(record))
    if len(parties) < 2:
        return Keys((*dyads, *singles, *days), (*dyads, *singles, *within, *days))
    return Keys((*dyads, *days, *within), (*dyads, *days, *singles))


def _journeys(record: Engagement) -> set[str]:
    """Each pair of words for a visitor and the country visited, as for two parties."""
    goal = record.where.iso3 if record.type == "visit" and record.where is not None else None
    visitors = (p for p in record.participants if p.part == "visitor" and goal not in (None, p.iso3))
    return {"|".join(sorted((key, goal))) for p in visitors for key in side_keys(p) if goal is not None}


def _day(record: Engagement) -> list[str]:
    """The one day named, by which even a single party finds the occasion again."""
    slot = record.when or record.window
    if slot is None or slot.from_ is None or slot.to is None or slot.from_[:10] != slot.to[:10]:
        return []
    return [slot.from_[:10]]


def _month(record: Engagement) -> list[str]:
    """The month in which the days named lie, by which recaps of long after find a meeting."""
    slot = record.when or record.window
    if slot is None or slot.from_ is None or slot.to is None or slot.from_[:7] != slot.to[:7]:
        return []
    return [slot.from_[:7]]


def _event(record: Event) -> Iterable[str]:
    """Type and sides; who acts on nobody is looked up by itself."""
    if record.type == "STATE" and not (record.actors or record.recipients):
        return
    recipients: tuple[Actor | None, ...] = record.recipients
    if all(actor.id.startswith("mention/") for actor in record.recipients):
        recipients = (*recipients, None)  # "23 sailors" may not be named elsewhere
    for actor in record.actors or (None,):
        for recipient in recipients:
            for a in side_keys(actor) if actor else ("",):
                for b in side_keys(recipient) if recipient else ("",):
                    yield f"event:{record.type}:{a}>{b}"


def _allegation(record: Allegation) -> Keys:
    pairs = {
        f"accuser:{a}>{b}"
        for accuser in record.accusers
        for accused in record.accused
        for a in side_keys(accuser)
        for b in side_keys(accused)
    }
    accused = sorted({key for actor in record.accused for key in side_keys(actor)})
    matter = sorted(wording.meant(record.content.text))
    own = (f"rec:{record.id}", *sorted(pairs))
    charged, nameless = _worded("charged", accused, matter), _worded("nameless", accused, matter)
    held, sought = (nameless, charged) if not record.accusers else ((), nameless)
    return Keys(
        (*own, *(f"accused:{key}" for key in accused), *charged, *held),
        (*own, *(f"denier:{key}" for key in accused), *_worded("denied", accused, matter), *sought),
        tuple(f"denying:{key}" for key in accused),
    )


def _denial(record: Denial) -> Keys:
    """What its article says it denies; else by its side and each telling word, or by its side alone if it has none."""
    own = tuple(f"rec:{target}" for target in record.of)
    sides = side_keys(record.denier) if record.denier else ()
    if record.content is None:
        bare = () if own else sides
        return Keys((*own, *(f"denier:{key}" for key in bare)), (*own, *(f"accused:{key}" for key in bare)))
    told = sorted(wording.contacts(record.content.text))
    met = [(f"eng1:{family}:{key}", f"eng+:{family}:{key}") for family in told for key in sides]
    alone, within = tuple(one for one, _ in met), tuple(several for _, several in met)
    matter = sorted(wording.meant(record.content.text))
    denied, charged = _worded("denied", sides, matter), _worded("charged", sides, matter)
    denying, accused = (tuple(f"{prefix}:{key}" for key in sides) for prefix in ("denying", "accused"))
    return Keys((*own, *denied, *denying, *alone), (*own, *denied, *charged, *alone, *within), accused)


def _worded(prefix: str, sides: Iterable[str], words: Sequence[str]) -> tuple[str, ...]:
    """One key for each side with each telling word: what shares no word is about another matter."""
    return tuple(f"{prefix}:{side}:{word}" for side in sides for word in words)

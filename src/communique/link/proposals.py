"""Whether two reports tell of one plan or deal: its name's telling words, its proposer, its number and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from communique.lexicon.links import load_links
from communique.link import wording
from communique.link.days import days_of, printed
from communique.link.parties import Party, alike, party, side_keys
from communique.link.verdicts import Verdict
from communique.records.actors import Actor
from communique.records.links import Entry, Relation
from communique.records.proposals import Position, Proposal, Provision

NAMING = frozenset({"trigger", "mention", "name"})
"""Roles of evidence that hold the names of a plan."""

YEAR = re.compile(r"^(?:19|20)\d\d$")
FATES = frozenset({"signed", "extended", "suspended", "left", "expired"})
"""What happens to an agreement once or rarely, so that two reports of it are of one agreement."""

OVER = frozenset({"left", "expired", "withdrawn"})
LATER = frozenset({"in_force", "extended", "suspended", "left", "expired"})
"""What becomes of an agreement long after it was signed."""

NO = Verdict("same_as", 0.0, False, "another plan")


def keys(record: Proposal) -> tuple[set[str], set[str], set[str]]:
    """Return the keys of a plan, held, sought and beside (see link.keys): what it is called, its parties with
    their years, its proposers.

    Two names are of one plan only if they are the same word, share two words, or share one and a party or proposer; a
    plan without a name is found by its proposer, and finds others.
    """
    name = name_of(record)
    by = {key for actor in record.proposer for key in (*side_keys(actor), *map(_side, actor.members))}
    dated = {f"planon:{year}:{side}" for year in {*name.years, *_year(record)} for side in name.sides}
    named, bare = {f"plan:{side}" for side in by}, {f"planbare:{side}" for side in by}
    if not name.words:
        pairs = {f"plan:{'|'.join(pair)}" for pair in combinations(sorted(name.circle), 2)}
        return dated | pairs | bare, dated | pairs | named | bare, set()
    words = sorted(name.words)
    pairs = {f"{word}|{side}" for word in words for side in name.sides}
    signed = "signed" in {record.status, *(stage.status for stage in record.stages)}
    later = record.status in LATER
    made = {f"dealt:{pair}" for pair in pairs if signed} | {f"dealing:{pair}" for pair in pairs if later}
    sought = {f"dealing:{pair}" for pair in pairs if signed} | {f"dealt:{pair}" for pair in pairs if later}
    called = {f"planname:{told}" for told in (words if len(words) == 1 else map("+".join, combinations(words, 2)))}
    called |= {f"planname:{word}|{side}" for word in words for side in by | name.sides}
    alike = named | {f"planword:{word}" for word in words}
    return dated | called | alike | made, dated | called | bare | sought, alike


def _side(member: str) -> str:
    """The word under which a member of a group is looked up."""
    return member.removeprefix("state/")


def _year(record: Proposal) -> Iterable[str]:
    """The years in which something became of an agreement, by which recaps of long after find it."""
    slot = record.when
    if record.status in FATES and slot is not None:
        yield from {end[:4] for end in (slot.from_, slot.to) if end is not None}


def judge(entry: Entry, record: Proposal | Provision | Position, thread: Sequence[Entry]) -> Verdict:
    """Return whether a plan, a point of it or a position on it belongs to the matter of `thread`.

    A plan with a name of its own belongs to plans with theirs: "its plan" in between joins no two of them.
    """
    if isinstance(record, Proposal):
        plans = [(other, other.record) for other in thread if isinstance(other.record, Proposal)]
        found = [(_same_plan(entry, record, other, plan), other) for other, plan in plans]
        if any(verdict is EXCLUDED for verdict, _ in found):
            return NO
        named = [verdict for verdict, other in found if other.once(_name).words]
        alike = named if named and entry.once(_name).words else [verdict for verdict, _ in found]
        return max(alike, key=lambda verdict: (verdict.joins, verdict.score), default=NO)
    target = record.proposal if isinstance(record, Provision) else record.on
    if target not in {other.record.id for other in thread}:
        return NO
    if isinstance(record, Position):
        return Verdict("answers", 1.0, True, "the article says what the position is on")
    return Verdict("same_as", 1.0, True, "a point of this plan")


EXCLUDED = Verdict("same_as", -1.0, False, "another year, other parties, another number of points or another proposer")


class Name(NamedTuple):
    """What a plan is known by in one article: telling words of all its names, years, the sides that it is between; the
    kind of which two sides have one at a time, if it is one ("a peace treaty")."""

    words: frozenset[str]
    years: frozenset[str]
    sides: frozenset[str]
    circle: frozenset[str] = frozenset()
    """Those and who proposes it, to whom it is put or who answers it."""
    aim: frozenset[str] = frozenset()
    sole: str | None = None


def name_of(record: Proposal) -> Name:
    """Return what tells the plan from others, by every name that its article gives it.

    The names of its parties and proposers are sides and no words: "the Iran nuclear deal" is a nuclear deal of Iran's.
    """
    told = [record.title, *(e.text for e in record.evidence if e.role in NAMING)]
    circle = (*record.parties, *record.addressees, *record.proposer)
    own = wording.telling(" ".join(a.mention.text for a in record.parties)) | _whose(record)
    found = frozenset().union(*map(wording.called, told)) - own
    aim = wording.telling(record.aim.text) if record.aim is not None else frozenset()
    years = frozenset(word for word in found if YEAR.match(word))
    names = wording.telling(" ".join(text for a in circle for text in (a.name, a.mention.text)))
    called = " ".join(told).casefold()
    return Name(
        found - years, years | _signed(record), _sides(record.parties), _sides(circle),
        frozenset() if wording.removes(record.aim.text if record.aim else "") else aim - names,
        next((kind for words, kind in load_links().sole.items() if words in called), None),
    )  # fmt: skip


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.iso3 or a.id for a in actors if a.iso3 or a.kind != "person")


def _name(entry: Entry) -> Name:
    record = entry.record
    assert isinstance(record, Proposal)
    return name_of(record)


def _signed(record: Proposal) -> frozenset[str]:
    """The year in which it is said to have been signed."""
    told = [(record.status, record.when), *((stage.status, stage.when) for stage in record.stages)]
    spans = [(when.from_, when.to) for status, when in told if status == "signed" and when is not None]
    return frozenset(first[:4] for first, last in spans if first and last and first[:4] == last[:4])


def _same_plan(entry: Entry, new: Proposal, other: Entry, known: Proposal) -> Verdict:
    """Two reports of plans; what they are called decides, then what became of them; see decision 6."""
    weights = load_links().weights
    if new.article == known.article:
        return NO
    renewed = entry.once(_revises) and not other.once(_revises)
    relation: Relation = "revises" if renewed else "same_as"
    one, two = entry.once(_name), other.once(_name)
    by_same = _proposed_by_same(entry.once(_proposers), other.once(_proposers))
    points = {new.declared_points, known.declared_points} - {None}
    if by_same is False or _told_apart(one, two) or (len(points) > 1 and not renewed):
        return EXCLUDED
    sides, fate = bool(one.sides & two.sides), _same_fate(new, known)
    days = (printed(entry), printed(other))
    near = None not in days and (days[0] or 0) - (days[1] or 0) <= weights["days.proposal"]
    for_same = wording.shared(one.aim, two.aim) >= weights["point.same"]
    if by_same and one.aim and two.aim and not for_same:
        return NO  # a plan for the ferries, another for the prisoners
    if known.status in OVER and new.status == "signed":
        return NO  # another in its place
    if one.words and two.words:
        score = wording.shared(one.words, two.words)
        common = one.words & two.words
        sides = sides or len(one.circle & two.circle) > 1
        enough = by_same or len(common) > 1 or one.words == two.words or (common and (sides or fate))
        return Verdict(relation, round(score, 4), bool(enough) and score >= weights["proposal.join"], "same name")
    soon = near or (one.sole is not None and one.sole == two.sole)
    both = soon and not (one.words or two.words) and len(one.circle & two.circle) > 1
    if fate or both or (sides and one.years & two.years):
        why = "the same became of it at the same time" if fate else "a deal of the same parties, soon or of one year"
        return Verdict(relation, weights["proposal.by_fate"], True, why)
    why = "the proposer's plan for the same" if for_same else "the proposer's latest plan"
    return Verdict(relation, weights["proposal.join"], bool(by_same) and (near or for_same), why)


def _whose(record: Proposal) -> frozenset[str]:
    """The words that only say who put a plan forward: those of their names, and of the state that the title names."""
    owner = record.title.partition("'s ")[0] if record.proposer and "'s " in record.title else ""
    names = " ".join((owner, *(words for a in record.proposer for words in (a.name, a.mention.text))))
    return wording.telling(names) | wording.called(names)


def _told_apart(a: Name, b: Name) -> bool:
    """Whether two names are those of two plans: other years, other numbers, other parties.

    A deal of two is a deal of nobody else, unless its name says otherwise by two telling words.
    """
    if _differ(a.years, b.years) or _differ(_numbers(a.words), _numbers(b.words)):
        return True
    closed = a.sides and b.sides and 2 in (len(a.sides), len(b.sides))
    return bool(closed) and not (a.sides <= b.sides or b.sides <= a.sides) and len(a.words & b.words) < 2


def _same_fate(a: Proposal, b: Proposal) -> bool:
    """Whether both say that one party signed, suspended or left it, or that it lapsed, within one and the same time."""
    one, two = days_of(a.when), days_of(b.when)
    if a.status != b.status or a.status not in FATES or one is None or two is None:
        return False
    if max(one.last - one.first, two.last - two.first) > load_links().weights["days.fate"]:
        return False
    parties = {x.iso3 or x.id for x in a.parties} & {x.iso3 or x.id for x in b.parties}
    return bool(parties) and one.first <= two.last and two.first <= one.last


def _proposers(entry: Entry) -> tuple[Party, ...]:
    record = entry.record
    assert isinstance(record, Proposal)
    return tuple(map(party, record.proposer))


def _proposed_by_same(a: Sequence[Party], b: Sequence[Party]) -> bool | None:
    """Whether some proposer is the same side; None where one report names none."""
    return any(alike(x, y) for x in a for y in b) if a and b else None


def _revises(entry: Entry) -> bool:
    """Whether a plan is named as a new version of one that there was."""
    record = entry.record
    assert isinstance(record, Proposal)
    names = (record.title, record.mention.text)
    return not load_links().revising.isdisjoint(" ".join(names).casefold().split())


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())


def _differ(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)

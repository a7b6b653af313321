"""Whether two reports tell of one charge: same accusing side, same accused side, same matter; and what denies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.lexicon.links import load_links
from communique.link import wording
from communique.link.days import days_of, printed
from communique.link.parties import Party, alike, party
from communique.link.verdicts import Verdict
from communique.records.actors import home
from communique.records.events import Engagement
from communique.records.links import Entry
from communique.records.statements import Allegation, Denial

NO = Verdict("same_as", 0.0, False, "another accuser, another accused or another matter")


def judge(entry: Entry, record: Allegation | Denial, thread: Sequence[Entry]) -> Verdict:
    """Return whether a charge or denial belongs to the matter of `thread`; of two alike one with a charge goes before
    one of denials only."""
    best = NO
    for other in thread:
        verdict = _verdict(entry, record, other)
        if (verdict.joins, verdict.score) > (best.joins, best.score):
            best = verdict
    uncharged = isinstance(record, Denial) and all(isinstance(other.record, Denial) for other in thread)
    weight = load_links().weights["denial.uncharged"] if uncharged else 1.0
    return best._replace(score=round(best.score * weight, 4))


def _verdict(entry: Entry, record: Allegation | Denial, other: Entry) -> Verdict:
    known = other.record
    match record, known:
        case Allegation(), Allegation():
            return _same_charge(entry, other)
        case Denial(), Allegation():
            return _answer(entry, record, other, known)
        case Allegation(), Denial():
            return _answer(other, known, entry, record)
        case Denial(), Denial():
            return _same_denial(entry, other)
        case Denial(), Engagement() if tells_of(record, known):
            return Verdict("denies", 0.99, True, "what is denied is that it took place")
        case Denial(), Engagement():
            return _no_such_meeting(entry, record, other, known)
    return NO


def tells_of(denial: Denial, engagement: Engagement) -> bool:
    """Return whether the words denied tell of an engagement: "denied that the ministers had met"."""
    words, trigger = denial.content, engagement.trigger
    same = words is not None and denial.article == engagement.article
    return same and words is not None and words.start <= trigger.start and trigger.end <= words.end


def _no_such_meeting(entry: Entry, denial: Denial, other: Entry, engagement: Engagement) -> Verdict:
    """A denial that one of those who are said to have met did meet, soon after the report, and it names place or
    another of them."""
    links, days = load_links(), (printed(entry), printed(other))
    if denial.content is None or denial.of or denial.denier is None or engagement.status not in ("held", "under_way"):
        return NO
    soon = None not in days and 0 <= (days[0] or 0) - (days[1] or 0) <= links.weights["days.denied"]
    told = wording.contacts(denial.content.text).intersection(links.families[engagement.type])
    parties = [(p, party(p)) for p in engagement.participants]
    others = [p for p, one in parties if not _one_side(one, party(denial.denier))]
    when = days_of(engagement.when)
    fresh = engagement.layer == "main" if when is None else when.last + links.weights["days.vague"] >= (days[0] or 0)
    if not (soon and fresh and told and others and len(others) < len(parties)):
        return NO
    names = [p.name for p in others] + ([engagement.where.name] if engagement.where else [])
    named = any(wording.telling(name) <= wording.telling(denial.content.text) for name in names)
    return Verdict("denies", 0.9 if named else 0.0, named, "what is denied is that they met")


class _Charge(NamedTuple):
    """What of an allegation is compared."""

    accusers: tuple[Party, ...]
    accused: tuple[Party, ...]
    matter: frozenset[str]
    again: bool
    """Whether it is said to have been made before: "repeated that", "renewed its accusations"."""


def _charge(entry: Entry) -> _Charge:
    record = entry.record
    assert isinstance(record, Allegation)
    cues = " ".join(evidence.text for evidence in record.evidence if evidence.role == "cue").casefold()
    return _Charge(
        tuple(map(party, record.accusers)),
        tuple(party(actor)._replace(side=home(actor)) for actor in record.accused),
        wording.meant(record.content.text),
        not load_links().repeating.isdisjoint(wording.WORD.findall(cues)),
    )


class _Reply(NamedTuple):
    """What of a denial is compared."""

    denier: tuple[Party, ...]
    matter: frozenset[str] | None


def _reply(entry: Entry) -> _Reply:
    record = entry.record
    assert isinstance(record, Denial)
    denier = (party(record.denier),) if record.denier else ()
    return _Reply(denier, None if record.content is None else wording.meant(record.content.text))


def _same_charge(entry: Entry, other: Entry) -> Verdict:
    """Two charges between the same sides; what is told long after, or without its accuser ("rejected an accusation that
    it had mined ports"), must share more words to be no other deed; what is said to be repeated may be put otherwise.
    """
    a, b = entry.once(_charge), other.once(_charge)
    nameless = len({bool(a.accusers), bool(b.accusers)}) > 1
    same = entry.record.article != other.record.article and (nameless or _same_sides(a.accusers, b.accusers))
    if not (same and _same_sides(a.accused, b.accused)):
        return NO
    weights, days = load_links().weights, (printed(entry), printed(other))
    score = wording.shared(a.matter, b.matter)
    late = nameless or (None not in days and abs((days[0] or 0) - (days[1] or 0)) > weights["days.charge"])
    again = (a if (days[0] or 0) >= (days[1] or 0) else b).again
    joins = score >= weights["allegation.join" + (".late" if late else ".again" if again else "")]
    who = "one names no accuser" if nameless else "same accuser"
    sure = weights["allegation.nameless"] if nameless else 1.0
    return Verdict("same_as", round(score * sure, 4), joins, f"{who}, same accused, {score:.0%} of the charge's words")


def _answer(entry: Entry, denial: Denial, other: Entry, charge: Allegation) -> Verdict:
    """A denial and a charge: tied by the article itself, or by who is accused and what is denied."""
    weights = load_links().weights
    if charge.id in denial.of:
        return Verdict("denies", 1.0, True, "the article says what is denied")
    told, charged = entry.once(_reply), other.once(_charge)
    if (denial.of and told.matter is None) or not any(_one_side(a, b) for a in told.denier for b in charged.accused):
        return NO
    if told.matter is not None:
        score = wording.shared(told.matter, charged.matter)
        return Verdict("denies", round(score, 4), score >= weights["denial.join"], f"{score:.0%} of the words denied")
    days = (printed(entry), printed(other))
    near = None not in days and 0 <= (days[0] or 0) - (days[1] or 0) <= weights["days.denial"]
    return Verdict("denies", weights["denial.join"] if near else 0.0, near, "the accused denies, soon after the charge")


def _same_denial(entry: Entry, other: Entry) -> Verdict:
    a, b = entry.record, other.record
    assert isinstance(a, Denial) and isinstance(b, Denial)
    if a.article == b.article:
        both = bool(set(a.of) & set(b.of))
        return Verdict("same_as", 1.0, True, "both deny one charge") if both else NO
    one, two = entry.once(_reply), other.once(_reply)
    if one.matter is None or two.matter is None or not _same_sides(one.denier, two.denier):
        return NO
    score = wording.shared(one.matter, two.matter)
    joins = score >= load_links().weights["allegation.join"]
    return Verdict("same_as", round(score, 4), joins, f"same denier, {score:.0%} of the words denied")


def _same_sides(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether two circles name the same sides: as many, and each found; whoever speaks for a state is that side."""
    return bool(a) and bool(b) and _covers(a, b) and _covers(b, a)


def _covers(a: Sequence[Party], b: Sequence[Party]) -> bool:
    return all(any(_one_side(x, y) for y in b) for x in a)


def _one_side(a: Party, b: Party) -> bool:
    """Whether two are one side: the same actor, two who act for one state, or a body and who speaks for it."""
    if (a.side is not None and a.side == b.side) or bool(alike(a, b)):
        return True
    return any(one.title is not None and one.title[1] == other.id for one, other in ((a, b), (b, a)))

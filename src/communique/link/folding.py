"""How a matter stands: a fold of the ladder over the dated claims of its reports; see decision 6.

A prefix of the reports gives the matter as it was known on a day; a later report never changes that answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from communique.lexicon.links import CONTESTED, TAKE, Ladder, load_links
from communique.link.claims import SAID, Claim, claim, in_order, iso
from communique.link.days import ordinal
from communique.link.placing import placing_order
from communique.link.portraits import participants, place, portrait, slot, time, title
from communique.records.clocks import reported
from communique.records.events import Engagement, Event
from communique.records.links import Decision, Entry, Step, Thread, ThreadKind
from communique.records.proposals import Position, Proposal, Provision
from communique.records.statements import Statement
from communique.records.views import State

AWAITED = frozenset({"announced", "confirmed", "invited"})
"""Statuses of which an outcome is to be reported once the slot has passed."""

UNREPORTED = "outcome_unreported"
AGREED = frozenset({"signed", "in_force", "extended", "left", "expired"})
"""Statuses that only a concluded agreement can have."""

PINS: Mapping[str, Decision] = {}


def fold(entries: Iterable[Entry], as_of: str | None, *, pinned: Mapping[str, Decision] = PINS) -> Thread | None:
    """Return the matter that `entries` report, as known on day `as_of` (ISO, inclusive; None: every report, undated
    ones too); None if nothing was reported by then.

    `pinned` maps record ids to the set-status decisions about them. The order of the entries does not matter.
    """
    known = sorted((e for e in entries if as_of is None or _reported(e, as_of)), key=placing_order)
    valid = [e for e in known if e.until is None or (as_of is not None and e.until > as_of)]
    if not valid:
        return None
    kind = _kind(valid)
    ladder = _ladder(kind)
    told = in_order(_claims(valid, pinned), ladder)
    course = _Course(told, ladder, frozenset(p.iso3 or p.id for p in participants(valid)))
    appearances = [a for e in {e.record.article: e for e in valid}.values() for a in e.appearances]
    return Thread(
        id=known[0].record.id,
        of="agreement" if kind == "proposal" and course.passed & AGREED else kind,
        type=portrait(valid).type,
        title=title(valid),
        participants=participants(valid),
        status=course.status,
        contested=course.contested,
        history=tuple(map(_step, told)),
        records=tuple(e.record.id for e in valid),
        reports=sum(as_of is None or reported(a.published, as_of) == "yes" for a in appearances),
        independent_sources=len({e.cluster or e.record.article for e in valid}),
        holders=len({c.holder for c in told}),
        window=slot(told),
        when=time(told),
        where=place(told),
        since=iso(course.since),
    )


def states(entries: Iterable[Entry], *, pinned: Mapping[str, Decision] = PINS) -> tuple[State, ...]:
    """Return how a matter stood over time: one row for each day on which something changed, from the first report on.

    Undated reports are in no row. `outcome_unreported` is in none either: see `status_on`.
    """
    given = list(entries)
    days = {a.published.to[:10] for e in given for a in e.appearances if a.published}
    days |= {e.until[:10] for e in given if e.until}
    rows: list[State] = []
    for day in sorted(days):
        thread = fold(given, day, pinned=pinned)
        row = _row(thread, day) if thread else None
        open_ = rows and rows[-1].to is None
        if row is not None and open_ and replace(row, from_=rows[-1].from_) == rows[-1]:
            continue
        if open_:
            rows[-1] = replace(rows[-1], to=day)
        if row is not None:
            rows.append(row)
    return tuple(rows)


def status_on(matter: Thread | State, as_of: str | None) -> str:
    """Return the status as seen on day `as_of`: `outcome_unreported` where an announced slot has passed with no word.

    Without an end of the slot, or without a day to look from, it is the status as reported.
    """
    window = matter.window_to if isinstance(matter, State) else matter.window.to if matter.window else None
    passed = as_of is not None and window is not None and window[:10] < as_of
    return UNREPORTED if passed and matter.of == "engagement" and matter.status in AWAITED else matter.status


class _Course:
    """The status of a matter after its claims, taken in order; which statuses it passed, and whether it is
    contested."""

    def __init__(self, claims: Sequence[Claim], ladder: Ladder | None, parties: frozenset[str]) -> None:
        self.ladder, self.parties = ladder, parties
        self.status, self.contested = SAID, False
        self.since: int | None = None
        self.passed: set[str] = set()
        self._settled = True
        self._backers: set[str] = set()
        self._announcers: set[str] = set()
        self._before: tuple[str, int | None] | None = None
        self._last: Claim | None = None
        for one in claims:
            self._take(one)

    def _take(self, one: Claim) -> None:
        if not self.passed and (self.ladder is None or one.moves):
            self._move(one, one.status)
        elif self.ladder is not None and one.moves:
            self._weigh(one)

    def _weigh(self, one: Claim) -> None:
        """Hold a claim against the present status."""
        assert self.ladder is not None
        lexicon = load_links()
        if one.status == self.status:
            self._backers.add(one.holder)
            self._confirm(one)
            return
        if one.forced or self._retracted(one):
            self._move(one, one.status)
            self.contested = False
            return
        if self._lowered_in_passing(one) or self._told_again(one):
            return
        if self._clash(one):
            return
        cell = lexicon.ladders[self.ladder].cell(self.status, one.status)
        if CONTESTED in cell:
            self.contested, self._settled = True, False
        elif TAKE in cell and self._settled:
            self.contested = False
        if TAKE in cell:
            self._move(one, one.status)

    def _move(self, one: Claim, status: str) -> None:
        self._before = (self.status, self.since) if self.passed else None
        self.status, self.since, self._last = status, one.day, one
        self.passed.add(status)
        self._backers = {one.holder}
        if self.ladder == "engagement" and load_links().fate("engagement", status) == "off":
            self._announcers.clear()
        self._confirm(one)

    def _confirm(self, one: Claim) -> None:
        """A plan announced by one party and then by another is confirmed."""
        if self.ladder != "engagement" or one.status != "announced" or self.status != "announced":
            return
        sides = one.sides & self.parties
        if sides and self._announcers - sides:
            self._move(one, "confirmed")
        self._announcers |= sides

    def _retracted(self, one: Claim) -> bool:
        """Whether those who alone vouched for a thing done now say that it was not."""
        fate = load_links().fate(self.ladder, self.status) if self.ladder in ("engagement", "event") else ""
        off = self.ladder is not None and load_links().fate(self.ladder, one.status) == "off"
        return fate == "done" and off and self._backers == {one.holder} and one.entry.record.layer == "main"

    def _lowered_in_passing(self, one: Claim) -> bool:
        """Background and captions never lower a status."""
        assert self.ladder is not None
        if one.entry.record.layer not in ("background", "caption"):
            return False
        lexicon = load_links()
        rank = lexicon.ladders[self.ladder].rank
        return lexicon.fate(self.ladder, one.status) == "off" or rank(one.status) <= rank(self.status)

    def _told_again(self, one: Claim) -> bool:
        """An undated "was called off" that the matter has left behind is a recap, not news."""
        assert self.ladder is not None
        return not one.told and one.status in self.passed and load_links().fate(self.ladder, one.status) == "off"

    def _clash(self, one: Claim) -> bool:
        """Two sources say on one day that it takes place and that it does not: both stand, the status is as before."""
        assert self.ladder is not None
        last, lexicon = self._last, load_links()
        if last is None or last.day is None or last.day != one.day or last.holder == one.holder:
            return False
        if last.entry.record.article == one.entry.record.article:
            return False
        fates = {lexicon.fate(self.ladder, last.status), lexicon.fate(self.ladder, one.status)}
        if "off" not in fates or not fates & {"on", "done"}:
            return False
        self.contested, self._settled = True, "done" not in fates
        if self._before is not None:
            self.status, self.since = self._before
        return True


def _claims(entries: Sequence[Entry], pinned: Mapping[str, Decision]) -> list[Claim]:
    found = []
    for entry in entries:
        own = claim(entry)
        if own is not None:
            found.append(own)
        decision = pinned.get(entry.record.id)
        if own is not None and decision is not None and decision.after is not None and "status" in decision.after:
            when = decision.after.get("when")
            day = ordinal(when) if isinstance(when, str) else own.day
            by = f"analyst:{decision.who}"
            status = str(decision.after["status"])
            found.append(replace(own, status=status, day=day, holder=by, by=by, forced=True, moves=True))
    return found


def _step(one: Claim) -> Step:
    published, record = one.entry.published, one.entry.record
    return Step(
        status=one.status,
        when=iso(one.day),
        reported=published.to[:10] if published else None,
        article=record.article,
        record=record.id,
        by=one.by,
        layer=record.layer,
    )


def _reported(entry: Entry, as_of: str) -> bool:
    return reported(entry.published, as_of) == "yes"


def _kind(entries: Sequence[Entry]) -> ThreadKind:
    record = entries[0].record
    if isinstance(record, Engagement):
        return "engagement"
    if isinstance(record, Event):
        return "event"
    if isinstance(record, Proposal | Provision | Position):
        return "proposal"
    return "utterance" if isinstance(record, Statement) else "allegation"


def _ladder(kind: ThreadKind) -> Ladder | None:
    if kind == "agreement":
        return "proposal"
    return None if kind == "utterance" else kind


def _row(thread: Thread, day: str) -> State:
    return State(
        head=thread.id,
        of=thread.of,
        type=thread.type,
        from_=day,
        to=None,
        status=thread.status,
        since=thread.since,
        window_to=thread.window.to[:10] if thread.window and thread.window.to else None,
        contested=thread.contested,
        reports=thread.reports,
        sources=thread.independent_sources,
    )

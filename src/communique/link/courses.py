"""The course of a matter: its claims taken one after another, up and down the ladder; see decision 6."""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.links import CONTESTED, TAKE, Ladder, load_links
from communique.link.claims import OUTLET, SAID, Claim
from communique.link.days import days_of, printed
from communique.records.events import Engagement

DENIED = "denied"
"""The claim of a denial; no rung of the ladder of engagements: that somebody denies a meeting does not undo it."""


class Course:
    """The status of a matter after its claims, taken in order; which statuses it passed, and whether it is
    contested."""

    def __init__(self, claims: Sequence[Claim], ladder: Ladder | None, parties: frozenset[str]) -> None:
        """Take `claims` in their order; `parties` are the sides that can announce and confirm."""
        self.ladder, self.parties = ladder, parties
        self.status, self.contested = SAID, False
        self.since: int | None = None
        self.passed: set[str] = set()
        self.clashes: list[tuple[Claim, Claim]] = []
        self._settled = True
        self._backers: set[str] = set()
        self._papers: set[str] = set()
        self._announcers: set[str] = set()
        self._before: tuple[str, int | None] | None = None
        self._last: Claim | None = None
        self._repeated: Claim | None = None
        for one in claims:
            self._take(one)

    def _take(self, one: Claim) -> None:
        if not self.passed and (self.ladder is None or one.moves):
            self._move(one, one.status)
        elif self.ladder is not None and one.moves:
            self._weigh(one)
        elif self.ladder == "engagement" and one.status == DENIED and self._last is not None:
            self._contest(one, self._last)

    def _weigh(self, one: Claim) -> None:
        """Hold a claim against the present status."""
        assert self.ladder is not None
        lexicon = load_links()
        if one.status == self.status:
            self._repeat(one)
            return
        if one.forced or (self._retracted(one) and not self._told_again(one)):
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
            self.clashes += [(one, self._last)] if self._last is not None else []
        elif TAKE in cell and self._settled:
            self.contested = False
        if TAKE in cell:
            repeated = self._repeated
            self._move(one, one.status)
            if repeated is not None and self._at_odds(one, repeated):
                self._contest(one, repeated)

    def _repeat(self, one: Claim) -> None:
        """The present status is told again; on a later day that settles whether a plan still holds."""
        self._backers.add(one.holder)
        self._papers |= _papers(one)
        self.since = one.day if self.since is None else self.since  # a recap without a day came first
        settles = self._settled and self.clashes and self.status in {claim.status for claim in self.clashes[-1]}
        if settles and (one.day or 0) > (self.clashes[-1][0].day or 0):
            self.contested = False
        self._repeated = one
        self._confirm(one)

    def _move(self, one: Claim, status: str) -> None:
        self._before = (self.status, self.since) if self.passed else None
        self._repeated = None
        self.status, self.since, self._last = status, one.day, one
        self.passed.add(status)
        self._backers, self._papers = {one.holder}, _papers(one)
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
        """Whether those who alone vouched for a thing done, or the paper that alone reported it, now say that it was
        not."""
        off = self.ladder is not None and load_links().fate(self.ladder, one.status) == "off"
        if not (self._is_done() and off and one.entry.record.layer == "main"):
            return False
        withdrawn = one.holder.startswith(OUTLET) and self._papers == _papers(one) and bool(self._papers)
        return self._backers == {one.holder} or withdrawn

    def _is_done(self) -> bool:
        return self.ladder in ("engagement", "event") and load_links().fate(self.ladder, self.status) == "done"

    def _lowered_in_passing(self, one: Claim) -> bool:
        """Background and captions never lower a status."""
        assert self.ladder is not None
        if one.entry.record.layer not in ("background", "caption"):
            return False
        lexicon = load_links()
        rank = lexicon.ladders[self.ladder].rank
        return lexicon.fate(self.ladder, one.status) == "off" or rank(one.status) <= rank(self.status)

    def _told_again(self, one: Claim) -> bool:
        """An undated "was called off" that the matter has left behind is a recap, not news; so is that of a slot before
        the day on which it took place."""
        assert self.ladder is not None
        if one.told or load_links().fate(self.ladder, one.status) != "off":
            return False
        record = one.entry.record
        slot = days_of(record.window) if isinstance(record, Engagement) else None
        before = self._is_done() and slot is not None and self.since is not None and slot.last < self.since
        return one.status in self.passed or before or self._made_good(one)

    def _made_good(self, one: Claim) -> bool:
        """Whether what was put off took place that same day, as was told later."""
        last = printed(self._last.entry) if self._last is not None and self._is_done() else None
        day = printed(one.entry)
        return one.status == "postponed" and None not in (day, last) and (day or 0) < (last or 0)

    def _clash(self, one: Claim) -> bool:
        """Two sources say on one day that it takes place and that it does not: both stand, the status is as before."""
        if self._last is None or not self._at_odds(one, self._last):
            return False
        self._contest(one, self._last)
        if self._before is not None:
            self.status, self.since = self._before
        return True

    def _at_odds(self, one: Claim, other: Claim) -> bool:
        """Whether two holders, in two articles, say yes and no as of one day."""
        if other.day is None or other.day != one.day or other.holder == one.holder:
            return False
        if other.entry.record.article == one.entry.record.article:
            return False
        fates = self._fates(one, other)
        return "off" in fates and bool(fates & {"on", "done"})

    def _contest(self, one: Claim, other: Claim) -> None:
        self.contested = True
        self._settled = one.status != DENIED and "done" not in self._fates(one, other)
        self.clashes.append((one, other))

    def _fates(self, one: Claim, other: Claim) -> set[str]:
        assert self.ladder is not None
        return {load_links().fate(self.ladder, claim.status) for claim in (one, other)}


def _papers(one: Claim) -> set[str]:
    """The outlets that printed a claim."""
    return {a.publisher for a in one.entry.appearances if a.publisher}

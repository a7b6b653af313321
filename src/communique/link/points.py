"""Which points of a plan are one, told by several articles in their own words, and which of them a position answers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.lexicon.links import load_links
from communique.link import wording
from communique.link.proposals import name_of
from communique.records.proposals import Position, Proposal, Provision

RESPONSES = frozenset({"accepts", "welcomes", "willing_to_discuss", "conditional", "sceptical", "opposes", "rejects"})
"""Stances that answer a point; a demand, a proposal or a denial of the same words does not."""
ASIDE = re.compile(r",\s")
"""What follows a comma in a topic tells more of it: "arbitration, which their parliament ruled out"."""


class Points:
    """The points of one plan, in the order given; those that several articles tell in other words stand together."""

    def __init__(self, plans: Iterable[Proposal], points: Iterable[Provision]) -> None:
        """Group the points; the words of the plan's own names tell none of them from another."""
        self._names: frozenset[str] = frozenset().union(*(name_of(plan).words for plan in plans))
        self.groups: list[list[Provision]] = []
        self._words: list[frozenset[str]] = []
        self._with: dict[str, set[int]] = {}
        """The groups that have a word."""
        self._at: dict[str, int] = {}
        """The group of a point, by its id."""
        for point in points:
            self._put(point, self._telling(point.text.text))

    def answered(self, position: Position) -> list[int | None]:
        """Return the places of the groups that a position answers; None stands for the plan as a whole.

        What is on the plan answers every point too where its topic says so ("all four points"). What its reader tied
        to nothing answers a point by words that no other point has; "sanctions" are not "lifting the sanctions".
        """
        if position.on in self._at:
            return [self._at[position.on]]
        if position.stance not in RESPONSES:
            return [None] * (position.on is not None)
        topic = ASIDE.split(position.topic.text, maxsplit=1)[0]
        if position.on is not None:
            every = any(form.pattern.match(topic) for form in load_links().all_points)
            return [None, *(range(len(self.groups)) if every else ())]
        words = self._telling(topic)
        own = {at for word in words if len(found := self._with.get(word, ())) == 1 for at in found}
        return [at for at in own if len(own) == 1 and self._suits(topic, words, at)]

    def _put(self, point: Provision, words: frozenset[str]) -> None:
        near = sorted({at for word in words for at in self._with.get(word, ())})
        at = next((at for at in near if self._same(point, words, at)), len(self.groups))
        if at == len(self.groups):
            self.groups.append([])
            self._words.append(frozenset())
        self.groups[at].append(point)
        self._words[at] |= words
        self._at[point.id] = at
        for word in words:
            self._with.setdefault(word, set()).add(at)

    def _suits(self, topic: str, words: frozenset[str], at: int) -> bool:
        removing = {wording.removes(point.text.text) for point in self.groups[at]}
        alike = wording.shared(words, self._words[at]) >= load_links().weights["point.join"]
        return alike and wording.removes(topic) in removing

    def _same(self, point: Provision, words: frozenset[str], at: int) -> bool:
        """Whether a point is one that another article tells: the same words, or two and most of the shorter one's."""
        group, known = self.groups[at], self._words[at]
        if any(other.article == point.article for other in group):
            return False
        alike = wording.shared(words, known) >= load_links().weights["point.same"] and len(words & known) > 1
        return words == known or (alike and wording.removes(point.text.text) == wording.removes(group[0].text.text))

    def _telling(self, text: str) -> frozenset[str]:
        return wording.telling(text) - self._names

"""Which points of a plan are one, told by several articles in their own words, and which of them a position answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

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

    def __init__(self, plans: Iterable[Proposal], points: Sequence[Provision]) -> None:
        """Group the points; the words of the plan's own names tell none of them from another."""
        self._names: frozenset[str] = frozenset().union(*(name_of(plan).words for plan in plans))
        self.groups: list[list[Provision]] = []
        self._words: list[frozenset[str]] = []
        for point in points:
            words = self._telling(point.text.text)
            at = next((i for i, group in enumerate(self.groups) if self._same(point, words, group, i)), None)
            if at is None:
                self.groups.append([point])
                self._words.append(words)
            else:
                self.groups[at].append(point)
                self._words[at] |= words

    def answered(self, position: Position) -> list[int | None]:
        """Return the places of the groups that a position answers; None stands for the plan as a whole.

        What is on the plan answers every point too where its topic says so ("all four points"). What its reader tied
        to nothing answers a point by words that no other point has; "sanctions" are not "lifting the sanctions".
        """
        on: list[int | None] = [at for at, group in enumerate(self.groups) if any(p.id == position.on for p in group)]
        if on or position.stance not in RESPONSES:
            return on or [None] * (position.on is not None)
        topic = ASIDE.split(position.topic.text, maxsplit=1)[0]
        if position.on is not None:
            every = any(form.pattern.match(topic) for form in load_links().all_points)
            return [None, *(range(len(self.groups)) if every else ())]
        words = self._telling(topic)
        often = Counter(word for group in self._words for word in group)
        own = [at for at, group in enumerate(self._words) if any(often[word] == 1 for word in words & group)]
        return [at for at in own if len(own) == 1 and self._suits(topic, words, at)]

    def _suits(self, topic: str, words: frozenset[str], at: int) -> bool:
        removing = {_removes(point.text.text) for point in self.groups[at]}
        return (
            wording.shared(words, self._words[at]) >= load_links().weights["point.join"] and _removes(topic) in removing
        )

    def _same(self, point: Provision, words: frozenset[str], group: Sequence[Provision], at: int) -> bool:
        """Whether a point is one that another article tells: the same words, or two and most of the shorter one's."""
        if any(other.article == point.article for other in group):
            return False
        known = self._words[at]
        alike = wording.shared(words, known) >= load_links().weights["point.same"] and len(words & known) > 1
        return (alike and _removes(point.text.text) == _removes(group[0].text.text)) or words == known != frozenset()

    def _telling(self, text: str) -> frozenset[str]:
        return wording.telling(text) - self._names


def _removes(text: str) -> bool:
    """Whether words speak of an end of something: "lift the sanctions"."""
    return any(word.casefold() in load_links().removing for word in wording.WORD.findall(text))

"""A match of an event rule: which happening a clause tells, with which parties."""

from __future__ import annotations

from communique.lexicon.rules import EventRule
from communique.reading import Argument, Clause, Guess
from communique.records.actors import Actor
from communique.records.values import plain

REMARK = "STATEMENT"
"""The type of speech that no event type covers."""


@plain(frozen=True, slots=True)
class Match:
    """A rule that fits a clause; `light` is the clause of a verb that only carries a noun ("launched an attack").

    The trigger is tokens [first, last); `heads` are the tokens that the rule used up as its own words. `places` are
    countries and cities where a recipient was looked for ("clashes in Chad"): they say where, and only perhaps whom.
    `arguments` are those of the clause and of the verb that carries it. `guess` is what the trained finder said where
    no rule knows the word.
    """

    rule: EventRule
    clause: Clause
    light: Clause | None
    first: int
    last: int
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    places: tuple[Actor, ...]
    heads: frozenset[int]
    arguments: tuple[Argument, ...] = ()
    guess: Guess | None = None

    @property
    def doubtful(self) -> bool:
        """Whether only the trained finder found it, and was not sure."""
        return self.guess is not None and not self.guess.sure

    @property
    def teller(self) -> Clause:
        """The clause that says when and according to whom: the light verb's, if there is one."""
        return self.light or self.clause

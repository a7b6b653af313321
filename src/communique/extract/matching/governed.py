"""Who does what a noun tells, where the verb above says so: "asked *Chad* for help", "blamed the raid on *Mali*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.lexicon.rules import EventRule, EventRules
from communique.reading import Argument, Clause, Reading

_DOING = frozenset({"subject", "by", "possessor", "from"})
_RECEIVING = ("to", "with")


def governed(reading: Reading, clause: Clause, rules: EventRules) -> Iterator[Argument]:
    """Yield the doer of a noun's happening as its subject, and who would receive it, from the roles of the verb above.

    Nothing where the noun tells its doer itself.
    """
    above = reading.clauses[clause.under] if clause.under is not None else None
    own = {argument.role for argument in clause.arguments}
    if above is None or above.pos != "verb" or own & _DOING:
        return
    for role in [a.role for a in above.arguments if clause.head in reading.coordinated(a.head)]:
        for doer, receiver in rules.doers.get((above.predicate, role), ()):
            if not doer:  # "police broke up a rally": whoever rallied did so against them
                yield from (replace(argument, role="against") for argument in above.all(receiver))
                return
            doing = [a for a in above.all(doer) if clause.head not in reading.coordinated(a.head)]
            if doing and not (doer == "object" and above.passive):
                yield from (replace(argument, role="subject") for argument in doing)
                open_ = [name for name in _RECEIVING if receiver and name not in own]
                yield from (replace(a, role=name) for name in open_ for a in above.all(receiver))
                return


def asked(
    reading: Reading, clause: Clause, light: Clause | None, rule: EventRule, arguments: Sequence[Argument],
    rules: EventRules,
) -> tuple[Argument, ...]:  # fmt: skip
    """The arguments of a noun with who asks for it as its receiver where the noun tells who is to do it: "sought a loan
    *from Chad*"."""
    if light is None:
        return tuple(arguments)
    roles = {a.role for a in light.arguments if clause.head in reading.coordinated(a.head)}
    pairs = [pair for role in roles for pair in rules.doers.get((light.predicate, role), ())]
    told = {a.role for a in clause.arguments if rule.roles.get(a.role) == "actor"}
    asking = {a.head for doer, receiver in pairs if doer in told and receiver for a in light.all(receiver)}
    return tuple(replace(a, role=_RECEIVING[0]) if a.head in asking else a for a in arguments)

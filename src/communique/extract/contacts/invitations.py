"""Who is meant to do what an infinitive tells: whoever is invited, answers an invitation, or makes or drops a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.contacts.counterparts import with_particles
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading


def invited(reading: Reading, outer: Clause) -> Clause | None:
    """Return the invitation that somebody answers: "accepted an invitation to visit Y", "turned down Y's invitation to
    talks"."""
    noun = reading.clauses[outer.under] if outer.under is not None else None
    if noun is None or noun.pos != "noun" or noun.predicate not in load_words("engagements/en/inviting"):
        return None
    to = outer.link == "complement" if outer.pos == "verb" else any(a.head == outer.head for a in noun.all("to"))
    above = reading.clauses[noun.under] if to and noun.under is not None else None
    return noun if above is not None and any(a.head == noun.head for a in above.all("object")) else None


def asked_and_answered(reading: Reading, outer: Clause) -> Iterator[Argument]:
    """Yield who asked for what a noun tells, and who answered: "*Peru* turned down *Chile's* request for a meeting"."""
    noun = reading.clauses[outer.under] if outer.under is not None else None
    if noun is None or noun.predicate not in load_words("engagements/en/request_nouns"):
        return
    if outer.all("with", "between", "among"):
        return  # "turned down a request for talks with Z": whoever is asked need not be there
    asked = any(argument.head == outer.head for argument in noun.all("for", "of"))
    above = reading.clauses[noun.under] if asked and noun.under is not None else None
    if above is None or not any(argument.head == noun.head for argument in above.all("object")):
        return
    asking = noun.all("possessor", "by", "from", "compound") or above.all("from")
    if asking and with_particles(reading, above) & load_words("engagements/en/answering_verbs"):
        yield from (*asking, *above.all("by" if above.passive and not above.all("subject") else "subject"))


def inviter(reading: Reading, verb: Clause) -> Clause | None:
    """Return the verb by which somebody is invited to do what a verb tells: "X has invited Y to visit"."""
    above = reading.clauses[verb.under] if verb.infinitive and verb.under is not None else None
    asks = above is not None and above.pos == "verb" and above.predicate in load_words("engagements/en/inviting")
    return above if asks else None


def bidden(reading: Reading, verb: Clause) -> Sequence[Argument]:
    """Return the subject of a verb; of what somebody is invited to do, who is invited, where the parser takes the host
    for it: "X invited the king of Y, Z, to visit"."""
    asking = inviter(reading, verb) if verb.pos == "verb" and verb.link == "adverbial" else None
    if asking is None or asking.passive or not asking.all("object"):
        return verb.all("subject")
    return asking.all("object")


def planning(reading: Reading, verb: Clause) -> Sequence[Argument]:
    """Return whose plan it is to do what a verb tells: "X dropped plans to visit Y", "X's bid to meet Y"."""
    noun = reading.clauses[verb.under] if verb.infinitive and verb.under is not None else None
    if noun is None or noun.pos != "noun" or noun.under is None or verb.all("subject"):
        return ()
    above = reading.clauses[noun.under]
    words = with_particles(reading, above)
    own = words & load_words("engagements/en/own_plan_verbs")
    decided = words & load_words("engagements/en/deciding_verbs")
    planned = noun.predicate in load_words("engagements/en/planning_nouns")
    meant = noun.predicate in load_words("engagements/en/support_nouns")
    if not (planned or meant) or above.passive or not any(a.head == noun.head for a in above.all("object")):
        return noun.all("possessor") if planned else ()
    return noun.all("possessor") or (above.all("subject") if (planned and decided) or (meant and own) else ())

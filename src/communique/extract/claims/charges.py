"""What a cue alleges: its content piece by piece, with who accuses and who is accused.

Grammar only: whether a charge counts as an allegation is for `allegations` to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from communique.extract.matching import contents
from communique.extract.matching.appositions import named_by
from communique.extract.matching.parties import filling, parties, phrases_after
from communique.extract.matching.strangers import stranger
from communique.extract.matching.wrongs import is_misdeed
from communique.lexicon.relations import AccusationRule, Relations
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor
from communique.records.texts import Span
from communique.records.values import plain

_OWNERS = ("possessor", "by", "from", "compound")


@plain(frozen=True, slots=True)
class Charge:
    """One thing alleged: the content's words, its clause if it has one, the accused, the accusers, the cue and the head
    of the content."""

    content: Span
    clause: Clause | None
    accused: tuple[Actor, ...]
    accusers: tuple[Actor, ...]
    cue: Clause
    head: int | None = None


def find_charges(reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause) -> Iterator[Charge]:
    """Yield what `clause` may allege by `rule`: the parts of its content, each with the accused."""
    felt: tuple[Actor, ...] = ()
    if rule.pos == "adjective":
        above = reading.clauses[clause.under] if clause.under is not None else None
        active = clause.pos == "verb" and (clause.perfect or reading.tokens[clause.head].tag != "VBN")
        if active or (above is not None and (above.negated or above.modal)):
            return
        felt = contents.named(reading, clause, "object") if clause.passive else ()
    accusers = felt or _accusers(reading, relations, clause)
    yield from _apposed(reading, relations, rule, clause)
    named: tuple[Actor, ...] = ()
    for argument in _contents(reading, relations, rule, clause):
        agent = _late_agent(reading, clause, argument)
        accusers = accusers or _public(reading, relations, agent)
        for span, part in _parts(reading, relations, rule, clause, argument):
            accused = named if _goes_on(reading, part) else ()
            accused = accused or _accused(reading, relations, rule, clause, part, argument)
            named = named or accused
            if not accused and len(accusers) == 2 and _is_mutual(reading, relations, rule, clause):
                for one, other in (accusers, accusers[::-1]):
                    yield Charge(span, None, (other,), (one,), clause, argument.head)
            else:
                yield Charge(span, part, accused, accusers, clause, argument.head)


def _apposed(reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause) -> Iterator[Charge]:
    """What a claim noun beside it calls a claim: "what it says is Iran's supply of drones, a charge Iran denies"."""
    token = reading.tokens[clause.head]
    above = reading.clause_at.get(token.head)
    if rule.pos != "noun" or token.dep != "appos" or above is None or above.pos != "noun":
        return
    if above.predicate in relations.words["claim_noun"] or token.index not in contents.remarks(
        reading, relations, above.head
    ):
        return
    accused = contents.parties_at(reading, above, ("possessor", "by", "compound"))
    if accused:
        yield Charge(
            contents.words_of(reading, above.head, [token.index]),
            None,
            accused,
            _sayers(reading, relations, above),
            clause,
        )


def _sayers(reading: Reading, relations: Relations, clause: Clause) -> tuple[Actor, ...]:
    """Return who says so: the subject of the nearest speech verb above, looking through "what it says is ..."."""
    while clause.under is not None:
        clause = reading.clauses[clause.under]
        for saying in (clause, *reading.clauses_under.get(clause.index, ())):
            if saying.predicate in relations.words["accusing_verb"]:
                return contents.named(reading, saying, "subject")
        if clause.predicate != "be":
            return ()
    return ()


def _contents(reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause) -> tuple[Argument, ...]:
    """Return the phrases in the first filled content role: one, or several ("of shelling ... and of jamming ...")."""
    speaks = clause.predicate in relations.words["accusing_verb"]  # no "as leaks spread, B fled"
    for role in rule.content:
        several = clause.all(role)
        if role == "complement" and not speaks:
            several = tuple(argument for argument in several if argument.head > clause.head)
        if several and (clause.pos != "noun" or role != "of" or _is_deed(reading, relations, several[0])):
            return _deeds(reading, several) if role == "of" and clause.pos == "verb" else several
        nested = contents.at_role(reading, clause, role) if "." in role else None
        if nested is not None:
            return (nested,)
    if "complement" not in rule.content or clause.pos != "verb" or not speaks:
        return ()
    return _taken_up(reading, relations, clause) or _attributed(reading, clause)


def _deeds(reading: Reading, phrases: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """What a verb charges somebody with: "accused the crew of a ferry *of smuggling*"; "of mining *two of its ports*"
    is one."""
    found: list[Argument] = []
    doing = next((place for place, phrase in enumerate(phrases) if _is_doing(reading, phrase.head)), 0)
    for phrase in phrases[doing:]:  # "accused a group | of Malian traders | of smuggling"
        before = [reading.tokens[index].norm for index in range(max(phrase.first - 2, 0), phrase.first)]
        if not found or any(word in ("and", "or", ",", "but") for word in before):
            inner = next(phrases_after(reading, phrase.head, ("of",)), None)
            below = inner is not None and reading.tokens[phrase.head].tag[:2] == "NN"
            if below and inner is not None and _is_doing(reading, inner) and not _is_doing(reading, phrase.head):
                phrase = Argument(phrase.role, *reading.reach(inner), inner)
            found.append(phrase)
    return tuple(found)


def _is_doing(reading: Reading, head: int) -> bool:
    """Whether a phrase names what is done: "fishing", "shelling a village", "smuggling gold" read as a compound."""
    first = reading.tokens[reading.reach(head)[0]]
    return first.tag == "VBG" or reading.tokens[head].tag == "VBG" or reading.tokens[head].norm.endswith("ing")


def _taken_up(reading: Reading, relations: Relations, clause: Clause) -> tuple[Argument, ...]:
    """What "..., as A has alleged" takes up: the clause before it, or what that denies."""
    if clause.under is None or not contents.is_as_clause(reading, reading.tokens[clause.head]):
        return ()
    above = reading.clauses[clause.under]
    if above.predicate in relations.denying:
        return above.all("complement", "object")[:1]
    return (Argument("complement", above.first, above.last, above.head),) if above.pos == "verb" else ()


def _late_agent(reading: Reading, clause: Clause, argument: Argument) -> Argument | None:
    """The by-phrase that the parser put below the deed: "was accused of meddling in Mali by France"."""
    if not clause.passive or clause.one("subject") is not None:
        return None
    for index in sorted(reading.subtree(argument.head), reverse=True):
        token = reading.tokens[index]
        heads = reading.children[index] if token.norm == "by" and token.dep == "prep" else ()
        if len(heads) == 1 and reading.actor_at(heads[0]) is not None and reading.tokens[token.head].tag != "VBN":
            return Argument("by", index, reading.reach(index)[1], heads[0])
    return None


def _is_deed(reading: Reading, relations: Relations, argument: Argument) -> bool:
    """Whether "allegations of ..." goes on with a deed ("of fraud") and not with who or what brought them up."""
    token = reading.tokens[argument.head]
    return token.tag == "VBG" or is_misdeed(reading, relations, argument.head)


def _attributed(reading: Reading, clause: Clause) -> tuple[Argument, ...]:
    """Return the clauses that stand in front of the cue or in quotation marks ("..., a newspaper alleged")."""
    pieces = [piece for a in reading.attributions if a.cue_head == clause.head for piece in a.content]
    if not pieces:
        return ()
    places = (range(reading.first_token(piece.start), reading.first_token(piece.end)) for piece in pieces)
    told = (reading.clause_at.get(index) for index in sorted(set(chain.from_iterable(places))))
    inside = {other.index: other for other in told if other is not None and other.pos != "noun"}
    tops = [other for other in inside.values() if other.under not in inside and other.tense != "none"]
    return tuple(Argument("complement", other.first, other.last, other.head) for other in tops)


def _goes_on(reading: Reading, part: Clause | None) -> bool:
    """Whether a content clause goes on from one before it with a pronoun ("and that it may even ...")."""
    subject = part.one("subject") if part is not None else None
    if part is None or subject is None or reading.tokens[subject.head].tag != "PRP":
        return False
    return reading.tokens[part.head].dep == "conj"


def _is_mutual(reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause) -> bool:
    """Whether two parties accuse "each other", "one another", "each other's troops", or trade accusations."""
    above = reading.clauses[clause.under] if clause.under is not None else None
    if clause.pos == "noun":
        return above is not None and above.predicate in relations.words["trading"]
    thing = clause.one("object") if "object" in rule.accused else None
    if thing is None:
        return False
    inside = " ".join(reading.tokens[i].norm for i in sorted(reading.subtree(thing.head)))
    return inside == "the other" or "each other" in inside or "one another" in inside


def _parts(
    reading: Reading, relations: Relations, rule: AccusationRule, clause: Clause, argument: Argument
) -> Iterator[tuple[Span, Clause | None]]:
    """Yield the content clauses of `argument` one by one, else its words as a whole."""
    clauses = contents.content_clauses(reading, clause, argument)
    agent = _late_agent(reading, clause, argument)
    asides = [clause.head, *contents.remarks(reading, relations, argument.head)]
    asides += [reading.tokens[agent.head].head] if agent is not None else []
    heads = [*(part.head for part in clauses), *asides]
    first = clauses[0] if clauses else None
    if clause.link == "relative" and argument.head < clause.head:
        argument = _deed_above(reading, relations, argument)
    start = _antecedent(reading, clause, argument)
    if start is not None:
        yield reading.span(start, clause.last), first
    elif first is None or (len(clauses) > 1 and any(len(part.arguments) < 2 for part in clauses)):
        span = contents.words_of(reading, argument.head, [*_elsewhere(reading, rule, clause, argument), *asides])
        yield contents.with_phrases(reading, clause, span, rule.accused), first
    else:
        for part in clauses:
            span = contents.words_of(reading, part.head, heads)
            yield contents.with_phrases(reading, clause, span, rule.accused), part


def _deed_above(reading: Reading, relations: Relations, argument: Argument) -> Argument:
    """In "an attack on a bridge, which A blamed on B" it is the attack that A blames on B."""
    token = reading.tokens[argument.head]
    above = reading.tokens[reading.tokens[token.head].head]
    deeds = relations.words["wrong_noun"]
    if token.dep == "pobj" and token.lemma not in deeds and above.lemma in deeds:
        return Argument(argument.role, reading.reach(above.index)[0], argument.last, above.index)
    return argument


def _elsewhere(reading: Reading, rule: AccusationRule, clause: Clause, argument: Argument) -> list[int]:
    """The prepositions of the accused inside `argument` ("the strike on Moscow"): not part of what is alleged."""
    others = [contents.at_role(reading, clause, role) for role in rule.accused if "." in role]
    named = [other.head for other in others if other is not None and reading.actor_at(other.head) is not None]
    inside = [head for head in named if argument.first <= head < argument.last]
    return [reading.tokens[head].head for head in inside]


def _antecedent(reading: Reading, clause: Clause, argument: Argument) -> int | None:
    """Return where the missing object stands in "an election that A accused B of rigging": its phrase's first token."""
    token, last = reading.tokens[clause.head], reading.tokens[argument.head]
    above = reading.tokens[token.head]
    if token.dep not in ("relcl", "acl") or above.pos not in ("NOUN", "PROPN", "PRON") or above.index > token.index:
        return None
    if not last.norm.endswith("ing") or reading.children[last.index] or clause.one("subject") is None:
        return None
    if all(thing.head == above.index for thing in clause.all("object")):
        return None
    relative = ("relcl", "acl")
    before = (i for child in reading.dependents[above.index] if child.dep not in relative
              for i in reading.subtree(child.index))  # fmt: skip
    return min(above.index, *(i for i in before if i < above.index), above.index)


def _accusers(reading: Reading, relations: Relations, clause: Clause) -> tuple[Actor, ...]:
    """Return who accuses: the subject of a verb; the owner of a noun, or whoever "made" or "raised" it."""
    if clause.pos != "noun":
        return contents.speakers(reading, clause) or _speaking_above(reading, relations, clause)
    above = reading.clauses[clause.under] if clause.under is not None else None
    roles = ("possessor", "from", "compound") if _is_doers(reading, relations, clause, above) else _OWNERS
    own = contents.parties_at(reading, clause, roles)
    if own or above is None or above.predicate not in relations.words["making"] | relations.words["trading"]:
        return own
    made = above.one("object")
    return filling(reading, above, "subject") if made is not None and made.head == clause.head else ()


def _is_doers(reading: Reading, relations: Relations, clause: Clause, above: Clause | None) -> bool:
    """Whether the by-phrase names the doer ("allegations of torture by B"), not the accuser ("by A of torture")."""
    agent, deed = clause.one("by"), clause.one("of")
    if agent is None or deed is None or agent.head < deed.head:
        return False
    return above is None or not _is_faced(reading, relations, above)


def _speaking_above(reading: Reading, relations: Relations, clause: Clause) -> tuple[Actor, ...]:
    """Who says that "they believe" so: the subject of the speech verb right above, where nobody knows the pronoun."""
    subject = clause.one("subject")
    above = reading.clauses[clause.under] if clause.under is not None and clause.link == "complement" else None
    if subject is None or above is None or reading.tokens[subject.head].tag != "PRP":
        return ()
    return contents.named(reading, above, "subject") if above.predicate in relations.words["accusing_verb"] else ()


def _accused(
    reading: Reading,
    relations: Relations,
    rule: AccusationRule,
    clause: Clause,
    part: Clause | None,
    argument: Argument,
) -> tuple[Actor, ...]:
    for role in rule.accused:
        if role != "doer":
            found = _public(reading, relations, contents.at_role(reading, clause, role))
        elif part is not None:
            found = _doer(reading, relations, clause, part)
        else:
            found = _blamed_for(reading, relations, clause, argument)
        if found:
            return found
    other = next((a for role in rule.accused if (a := contents.at_role(reading, clause, role)) is not None), None)
    if other is not None and (found := _other_party(reading, relations, clause, other)):
        return found
    if other is not None:
        misplaced = [a.head for a in clause.all("of") if a.head != argument.head]  # "the crew | of a Peruvian boat"
        whose = stranger(reading, other.head, *misplaced)
        if whose is not None:
            return (whose,)
    above = reading.clauses[clause.under] if clause.under is not None else None
    if "against" in rule.accused and above is not None and above.predicate in relations.words["making"]:
        return contents.parties_at(reading, above, ("against", "at"))
    return ()


def _other_party(reading: Reading, relations: Relations, clause: Clause, argument: Argument) -> tuple[Actor, ...]:
    """Who "the other side", "its neighbour" is: the one party beside the accuser that was named right before."""
    token = reading.tokens[argument.head]
    beside = {t.norm for t in reading.dependents[argument.head]}
    if not ("other" in beside or (token.lemma in relations.words["relation"] and "its" in beside)):
        return ()
    accusers = _accusers(reading, relations, clause)
    near = (
        m for m in reading.mentions if clause.sentence - 1 <= m.sentence <= clause.sentence and m.head < token.index
    )
    sides = {m.actor.iso3: m.actor for m in near if m.actor is not None and m.reading == "actor" and m.actor.iso3}
    others = [one for one in sides.values() if not any(contents.is_own(one, accuser) for accuser in accusers)]
    return tuple(others) if len(others) == 1 and len(sides) == 2 else ()


def _blamed_for(reading: Reading, relations: Relations, clause: Clause, argument: Argument) -> tuple[Actor, ...]:
    """Who is behind "allegations of torture by X"; in "A rejected accusations of torture (by B)" it is A, not B."""
    inner = reading.clause_at.get(argument.head)
    found = contents.parties_at(reading, inner, ("possessor", "by", "compound")) if inner else ()
    above = reading.clauses[clause.under] if clause.under is not None else None
    if not found and clause.pos == "noun" and _is_doers(reading, relations, clause, above):
        found = contents.parties_at(reading, clause, ("by",))
    if above is None or not _is_faced(reading, relations, above):
        return found
    facing = contents.named(reading, above, "subject")
    own = [actor for actor in found for one in facing if contents.is_own(actor, one)]
    return found if own else facing


def _is_faced(reading: Reading, relations: Relations, above: Clause) -> bool:
    """Whether the charge is what somebody denies, faces, answers or comes under."""
    denied = not relations.denying.isdisjoint(contents.wordings(reading, reading.tokens[above.head]))
    return denied or above.word in relations.words["facing"]


def _public(reading: Reading, relations: Relations, argument: Argument | None) -> tuple[Actor, ...]:
    """Return the actors that an argument names, or whose things ("vehicles of the Red Cross"); two citizens of a state
    are not the state.
    """
    if argument is None or is_some(reading, relations, argument.head):
        return ()
    private = reading.tokens[argument.head].lemma in relations.words["private"]
    if private or _is_another(reading, relations, argument.head):
        beside = named_by(reading, argument.head)  # "his friend, A B": neither "he" nor nobody
        return (beside,) if beside is not None else ()
    things = phrases_after(reading, argument.head, ("of",))
    return parties(reading, argument) or tuple(
        actor for head in things if (actor := reading.actor_at(head)) is not None and actor.diplomatic
    )


def _is_another(reading: Reading, relations: Relations, head: int) -> bool:
    """Whether a phrase names another by its owner: "its neighbour" is not "it"."""
    owned = any(t.dep == "poss" for t in reading.dependents[head])
    return owned and reading.tokens[head].lemma in relations.words["relation"]


def is_some(reading: Reading, relations: Relations, head: int) -> bool:
    """Return whether a phrase counts people of a country, who are not the state: "two Libyans", "several Malians"."""
    actor, token = reading.actor_at(head), reading.tokens[head]
    if actor is None or actor.form != "demonym" or token.tag not in ("NNS", "NNPS"):
        return False
    below = reading.dependents[head]
    return any(t.dep == "nummod" or t.norm in relations.words["counted"] for t in below)


def _doer(reading: Reading, relations: Relations, clause: Clause, part: Clause) -> tuple[Actor, ...]:
    """Return the doer of the content clause; in "A rejected B's claim that it ..." the pronoun is not the accuser B."""
    subject = part.one("subject")
    found = (
        ()
        if subject is not None and is_some(reading, relations, subject.head)
        else contents.doer(reading, relations, part)
    )
    above = reading.clauses[clause.under] if clause.under is not None else None
    if above is None:
        return found
    if subject is None and clause.pos == "noun" and not found:
        return contents.named(reading, above, "subject") if _is_faced(reading, relations, above) else ()
    if subject is None:
        return found
    accusers = _accusers(reading, relations, clause)
    if found and not any(contents.is_own(a, b) for a in found for b in accusers):
        return found
    if clause.pos != "noun":
        taken = reading.tokens[subject.head].tag in ("PRP", "PRP$") and clause.link == "adverbial"
        charged = clause.tense == "none" and above.predicate in relations.accusing
        return contents.named(reading, above, "object") if taken and charged else found
    borrowed = any(subject.head == argument.head for argument in clause.arguments)
    if reading.tokens[subject.head].pos != "PRON" and not borrowed:
        return found
    return filling(reading, above, "subject") if _is_faced(reading, relations, above) or not borrowed else ()

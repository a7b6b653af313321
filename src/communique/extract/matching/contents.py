"""What is alleged or denied: the words of a content clause, its hedge, its doer and who would gain by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from communique.extract.matching.appositions import named_by
from communique.extract.matching.parties import filling, parties
from communique.lexicon.hedges import Hedges
from communique.lexicon.relations import Relations
from communique.reading import Argument, Clause, Reading, Token
from communique.records.actors import Actor, Holder, When, same_side
from communique.records.texts import Evidence, Span

_EDGES = frozenset({"punct", "cc", "mark"})
_GOES_WITH_DEED = frozenset({"to", "into", "with", "from", "for", "without", "against"})
_UNREAL = frozenset({"negated", "hypothetical", "possible", "denied", "refused", "planned", "proposed", "sought"})


def content_clauses(reading: Reading, clause: Clause, argument: Argument) -> tuple[Clause, ...]:
    """Return the clauses that the phrase `argument` of `clause` consists of: its head's and the coordinated ones."""
    there = (reading.clause_at.get(head) for head in reading.coordinated(argument.head))
    found = [other for other in there if other is not None and other.pos != "noun"]
    return tuple(other for other in found if other.index != clause.index)


def words_of(reading: Reading, head: int, without: Collection[int] = ()) -> Span:
    """Return the words below `head` less the trees of the tokens `without`; no "that" or comma at either end."""
    whole = set(reading.subtree(head))
    left_out = {below for top in without if top != head and top in whole for below in reading.subtree(top)}
    kept = sorted(whole - left_out)
    while len(kept) > 1 and reading.tokens[kept[0]].dep in _EDGES and kept[0] != head:
        kept.pop(0)
    while len(kept) > 1 and kept[-1] != head and _is_edge(reading, kept[-1]):
        kept.pop()
    gap = next(
        (i for i in range(1, len(kept)) if kept[i] - kept[i - 1] > 1 and kept[i - 1] >= head and left_out), len(kept)
    )
    return reading.span(kept[0], _closed(reading, kept[0], kept[gap - 1] + 1))


def _closed(reading: Reading, first: int, last: int) -> int:
    """Return where the tokens from `first` end: at `last`, or with the quotation mark right after it that they need."""
    opened = sum(token.norm == '"' for token in reading.tokens[first:last]) % 2
    follows = last < len(reading.tokens) and reading.tokens[last].norm == '"'
    return last + 1 if opened and follows else last


def with_phrases(reading: Reading, cue: Clause, span: Span, without: Collection[str] = ()) -> Span:
    """Return `span` with what follows it and the parser gave to the cue: "denied shipping weapons | to B".

    `without`: the roles that are the cue's own ("attributed the raid | to B").
    """
    for child in reading.children[cue.head]:
        first, token = reading.tokens[reading.reach(child)[0]], reading.tokens[child]
        belongs = token.dep in ("prep", "dative") and token.norm in _GOES_WITH_DEED and token.norm not in without
        if first.start > span.start and first.start - span.end in (0, 1) and (belongs or first.tag == "TO"):
            span = reading.article.span(span.start, reading.tokens[_end(reading, child)].end)
    return span


def _end(reading: Reading, index: int) -> int:
    """Return the last token below `index`, less a coordinated phrase ("... and of jamming")."""
    kept = (child for child in reading.children[index] if reading.tokens[child].dep not in ("conj", "cc", "punct"))
    return max([index, *(below for child in kept for below in reading.subtree(child))])


def _is_edge(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.dep in ("cc", "mark") or (token.dep == "punct" and token.norm not in ('"', ")", "%", "”", "'"))


def remarks(reading: Reading, relations: Relations, head: int) -> list[int]:
    """Return the heads of remarks below `head` on the claim itself: "..., a charge B denies", "..., which B denies"."""
    found = []
    for index in sorted(reading.subtree(head)):
        token, above = reading.tokens[index], reading.tokens[reading.tokens[index].head]
        aside = token.dep == "relcl" or (token.dep == "acl" and token.tag == "VBN")  # no "vote condemning B"
        if aside and index > head and not relations.denying.isdisjoint(wordings(reading, token)):
            of_noun = above.lemma in relations.words["claim_noun"] and above.index > head
            found.append(above.index if of_noun else index)
        elif (
            token.dep == "advcl" and token.lemma in relations.accusing and index > head and is_as_clause(reading, token)
        ):
            found.append(index)
    return found


def wordings(reading: Reading, token: Token) -> set[str]:
    """Return the verb's lemma alone and with each adverb or particle beside it: "brush", "brush aside"."""
    beside = (t.norm for t in reading.dependents[token.index] if t.dep in ("advmod", "prt"))
    return {token.lemma, *(f"{token.lemma} {word}" for word in beside)}


def is_as_clause(reading: Reading, token: Token) -> bool:
    """ "..., as A has alleged": the clause takes up what stands before it."""
    below = reading.dependents[token.index]
    return any(mark.dep == "mark" and mark.norm == "as" for mark in below)


def is_made(reading: Reading, clause: Clause, relations: Relations) -> bool:
    """Whether the accusing or denying of `clause` happened: not just possible, planned, negated or conditional."""
    if clause.negated or clause.modal or clause.mark in ("if", "unless", "whether"):
        return False
    if any(_is_nobody(reading, relations, argument.head) for argument in clause.all("subject")):
        return False
    above = reading.clauses[clause.under] if clause.under is not None else None
    if clause.infinitive and clause.mark != "as" and above is not None and not _goes_ahead(relations, above):
        return False
    if above is not None and clause.link == "complement" and clause.tense == "none" and above.negated:
        return False
    if (
        above is not None
        and clause.link == "complement"
        and clause.tense == "none"
        and above.predicate in relations.denying
    ):
        return False
    if len(reading.factuality) == len(reading.clauses) and clause.pos == "verb" and clause.tense != "none":
        return reading.factuality[clause.index].status not in _UNREAL
    return True


def _is_nobody(reading: Reading, relations: Relations, head: int) -> bool:
    """Whether "nobody", "none", "no one" is the subject, though its "no" denies another verb ("no one met or ...")."""
    word = reading.tokens[head].norm
    names = {word, *(f"{child.norm} {word}" for child in reading.dependents[head] if child.dep == "det")}
    return not names.isdisjoint(relations.words["nobody"])


def _goes_ahead(relations: Relations, above: Clause) -> bool:
    """Whether the infinitive below a verb tells what happened: "went on to accuse" (like "so far as to accuse")."""
    return above.predicate in relations.words["continuing"]


def named(reading: Reading, clause: Clause, *roles: str) -> tuple[Actor, ...]:
    """Return the actors in `roles`, by the name beside a description that says little ("B's uncle, A C, denied")."""
    for argument in clause.all(*roles):
        mention = reading.mention_at.get(argument.head)
        beside = named_by(reading, argument.head) if mention is None or mention.actor is None else None
        if beside is not None:
            return (beside,)
    return filling(reading, clause, *roles)


def speakers(reading: Reading, clause: Clause) -> tuple[Actor, ...]:
    """Return the subject of a verb of speech; of "in a statement denying it, A said" A, not the statement."""
    found = named(reading, clause, "subject")
    papers = bool(found) and all(actor.kind == "document" for actor in found)
    if clause.link != "modifier" or clause.under is None or not papers:
        return found
    paper = reading.clauses[clause.under]
    above = reading.clauses[paper.under] if paper.under is not None else None
    return (named(reading, above, "subject") if above is not None else ()) or found


def doer(reading: Reading, relations: Relations, clause: Clause) -> tuple[Actor, ...]:
    """Return who does what the clause says: its logical subject, the by-phrase of a noun, or who "was involved"."""
    if clause.passive and clause.predicate in relations.words["involving"]:
        return named(reading, clause, "object")
    return named(reading, clause, "subject") or filling(reading, clause, "by")


def recipients(reading: Reading, relations: Relations, span: Span, but: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return who would get what is given inside `span` ("weapons to Russia", "arming Chad"), leaving out `but`."""
    known = {actor.id for actor in but}
    for clause in reading.clauses_in([span]):
        for actors in _given(reading, clause, relations.recipients.get(clause.predicate, ())):
            found = tuple(actor for actor in actors if actor.id not in known)
            if found:
                return found
    return _after_to(reading, relations, span, known)


def _after_to(reading: Reading, relations: Relations, span: Span, known: Collection[str]) -> tuple[Actor, ...]:
    """The recipient in "shipping weapons to B" where the parser took the deed for a modifier of the thing."""
    inside = reading.tokens_in(span)
    gives = next((t for t in inside if t.tag in ("VBG", "NN") and "to" in relations.recipients.get(t.lemma, ())), None)
    for token in inside:
        if gives is not None and token.norm == "to" and token.tag == "IN" and token.index > gives.index:
            actors = (reading.actor_at(child) for child in reading.children[token.index])
            return tuple(actor for actor in actors if actor is not None and actor.id not in known)
    return ()


def _given(reading: Reading, clause: Clause, roles: Iterable[str]) -> Iterable[tuple[Actor, ...]]:
    """Yield the fillings of `roles`; "with:object" is the object where there is a with-phrase ("provide B with N")."""
    for role in roles:
        needed, _, name = role.rpartition(":")
        if not needed or clause.one(needed) is not None:
            yield filling(reading, clause, name)
    thing = clause.one("object")
    if "to" in roles and thing is not None and thing.head in reading.clause_at:
        yield filling(reading, reading.clause_at[thing.head], "to")


def hedge(reading: Reading, hedges: Hedges, clause: Clause | None, cue: int, content: Span) -> Span | None:
    """Return the words that hold the claim at arm's length: "may be", "may even be considering", "reportedly"."""
    if clause is not None:
        below = reading.dependents[clause.head]
        auxiliaries = [
            t.index for t in below if t.dep in ("aux", "auxpass") and t.index < clause.head and t.tag != "TO"
        ]
        weighing = clause.predicate in hedges.verbs and clause.one("complement") is not None
        if auxiliaries and (weighing or reading.tokens[auxiliaries[0]].norm in hedges.modals):
            return reading.span(auxiliaries[0], (clause.head if weighing else auxiliaries[-1]) + 1)
        if weighing:
            return reading.span(clause.head, clause.head + 1)
    near = [*reading.dependents[cue], *reading.tokens_in(content)]
    word = next((t for t in near if t.norm in hedges.adverbs), None)
    return reading.span(word.index, word.index + 1) if word else None


def time_of(reading: Reading, *heads: int) -> When | None:
    """Return the time expression that modifies the first of the tokens `heads` that has one."""
    for head in heads:
        for time in reading.times_at.get(head, ()):
            if time.type in ("DATE", "TIME"):
                return time.when
    return None


def evidence(places: Iterable[tuple[Span | None, str]]) -> tuple[Evidence, ...]:
    """Return the spans that there are as evidence in their roles."""
    return tuple(Evidence.of(span, role) for span, role in places if span is not None)


def without(holder: Holder, actors: Iterable[Actor]) -> Holder:
    """Return `holder` without `actors` and those of their side: nobody reports his own speech; no level twice."""
    own = tuple(actors)
    levels: list[tuple[Actor, ...]] = []
    for level in holder:
        kept = tuple(actor for actor in level if not any(is_own(actor, one) for one in own))
        if kept and (not levels or [actor.id for actor in kept] != [actor.id for actor in levels[-1]]):
            levels.append(kept)
    return tuple(levels)


def is_own(a: Actor, b: Actor) -> bool:
    """Whether two actors speak for the same party: the same actor, both for one state, or one as the other's
    spokesman."""
    if same_side(a, b) or bool(set(a.based_in) & set(b.based_in) and a.kind == b.kind):
        return True
    return any(one.role is not None and one.role.of == other.id for one, other in ((a, b), (b, a)))


def at_role(reading: Reading, clause: Clause, role: str) -> Argument | None:
    """Return the argument in `role`; "object.on" is the on-phrase below the object, where the parser put it."""
    first, _, rest = role.partition(".")
    argument = clause.one(first)
    if not rest:
        return argument
    if argument is None:
        word = next(
            (t for t in map(reading.tokens.__getitem__, range(clause.first, clause.last)) if t.norm == first), None
        )
        inner = reading.clause_at.get(word.index) if word and word.head in reading.subtree(clause.head) else None
    else:
        inner = reading.clause_at.get(argument.head)
    return at_role(reading, inner, rest) if inner is not None else None


def parties_at(reading: Reading, clause: Clause, roles: Iterable[str]) -> tuple[Actor, ...]:
    """Return the actors in the first of `roles` that holds any."""
    return next((found for role in roles if (found := parties(reading, at_role(reading, clause, role)))), ())

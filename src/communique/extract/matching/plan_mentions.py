"""Finds the noun phrases that speak of a plan or deal: whose it is, what it is about, how many points it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.extract.matching.plan_makers import as_itself, is_unnamed, members_named, predicate_keys, speaks_for
from communique.lexicon.proposals import PlanNouns, ProposalLexicon
from communique.reading import Reading, Token
from communique.records.actors import Actor
from communique.records.texts import Layer

_POINTS = re.compile(r"(?i)\b([a-z]+|\d+)(?:[-‐‑ \u00a0])(?:points?|parts?)\b")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_PARTIES = frozenset({"state", "organisation", "armed_group", "party", "movement", "organ"})
_ACRONYM = re.compile(r"^(?:[A-Z]\.?){2,}(?:['’]s)?$")
_BETWEEN = frozenset({"between", "with", "among", "by"})
_ON = frozenset({"on", "over", "about", "for"})
_SETTLED = frozenset({"signed", "in_force", "extended", "suspended", "expired", "rejected", "accepted", "withdrawn"})
_NO_PART = frozenset({"prep", "advcl", "mark", "cc", "nsubj", "npadvmod"})
"""What stands before a noun only because the parser took it for the sentence's head."""

_PRONOUN = PlanNouns("pronoun", "anaphor", False, (), ())


@dataclass(frozen=True, slots=True)
class PlanMention:
    """A noun phrase for a plan: tokens [first, head]; `words` tell it from other plans, `owners` are whose it is."""

    first: int
    head: int
    family: PlanNouns
    definite: bool
    fresh: bool
    named: bool
    owners: tuple[Actor, ...]
    words: frozenset[str]
    qualified: bool
    points: int | None
    layer: Layer
    proposed_by: tuple[Actor, ...] = ()
    pronoun: bool = False
    again: bool = False
    parties: tuple[Actor, ...] = ()
    year: int | None = None
    generic: bool = False
    about: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    topical: bool = False
    numbered: bool = False
    intended: bool = False

    @property
    def years(self) -> frozenset[str]:
        """The years by which it is told from others: "the 2015 agreement", "the treaty of 2010"."""
        return frozenset(word for word in self.words if _YEAR.match(word))


def party_key(actor: Actor) -> str:
    """Return the key under which a government, its organs and its leaders are one party."""
    return f"state/{actor.iso3}" if actor.iso3 else actor.id


def find_mention(
    reading: Reading, token: Token, lexicon: ProposalLexicon, proposed: dict[int, tuple[Actor, ...]]
) -> PlanMention | None:
    """Return the plan that `token` heads; None for other nouns, "no plan", "a business plan", "a plan to visit"."""
    family = _family(reading, token, lexicon)
    if family is None or token.dep == "compound" or _denied(reading, token, lexicon):
        return None
    if family.strength == "offered" and not _is_offered(reading, token, lexicon, proposed):
        return None
    if family.strength == "anaphor" and any(c.norm == "of" for c in reading.dependents[token.index]):
        return None  # "the idea of a summit", "the principle of sovereignty"
    first = _first(reading, token)
    core = reading.tokens[first : token.index]
    domestic = family.owners and any(t.norm in lexicon.words["domestic"] for t in core)
    if domestic or is_other(core, lexicon) or _idle(reading, token, lexicon):
        return None
    owners, intended = _owners(reading, token, family, lexicon), _own_doing(reading, token, lexicon)
    if intended and (not owners or token.tag == "NNS"):
        return None
    inside = {i for c in reading.children[token.index] if _is_party(reading, c) for i in reading.subtree(c)}
    year = _year_after(reading, token)
    norms = [t.norm for t in core if t.pos in ("ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV") and t.index not in inside]
    marks = [t.norm for t in core if t.pos == "DET"]  # "another plan"
    if family.strength == "anaphor":
        norms = [t.norm for t in core if t.norm in norms and t.tag != "VBN"]  # "the published document"
    norms += [reading.tokens[year].norm] if year is not None else []
    norms += [word for word in reading.span(first, token.index + 1).text.lower().split() if "-" in word]
    words = frozenset(
        w
        for w in [*norms, *_topics_after(reading, token, lexicon)]
        if w not in lexicon.fresh | lexicon.fresh_if_indefinite
    )
    definite = any(
        t.norm in ("the", "this", "that", "these", "those", "its", "their", "his", "her") or t.dep == "poss"
        for t in core
    )
    parties = () if (family.owners and family.id != "truce") or owners else tuple(_parties(reading, token))
    proposed_by, about = proposed.get(token.index, ()), _purpose_parties(reading, token)
    counted = any(t.dep in ("nummod", "det", "poss") for t in reading.dependents[token.index])
    return PlanMention(
        first=first, head=token.index, family=family, definite=definite, owners=owners,
        words=words - {"so-called", "latest"},
        fresh=any(n in lexicon.fresh or (n in lexicon.fresh_if_indefinite and not definite) for n in (*norms, *marks)),
        named=token.text[0].isupper() and token.index > reading.sentences[token.sentence].first,
        qualified=bool(words & lexicon.diplomatic) or _about_party(reading, token, family) or _of_place(reading, token),
        points=_points(reading, token, first, lexicon), layer=reading.sentences[token.sentence].layer,
        proposed_by=proposed_by, again=token.lemma in lexicon.words["resolution_again"],
        intended=intended, numbered=family.id == "resolution" and _is_number(reading, token.index + 1),
        parties=parties, year=year, about=about, near=about | _makers(reading, token) if about else about,
        generic=token.tag == "NNS" and not (counted or owners or proposed_by or parties or definite),
        topical=definite and any(True for _ in _topics_after(reading, token, lexicon)),
    )  # fmt: skip


def _is_offered(
    reading: Reading, token: Token, lexicon: ProposalLexicon, proposed: dict[int, tuple[Actor, ...]]
) -> bool:
    """Whether somebody proposes a measure between parties: "proposed the release of ten men"."""
    lemmas = topic_lemmas(reading, sorted(reading.subtree(token.index)))
    parties = [a for a in proposed.get(token.index, ()) if a.kind in _PARTIES or a.iso3]
    return bool(parties) and lexicon.topic(lemmas) in lexicon.words["offered_topics"]


def topic_lemmas(reading: Reading, indices: Iterable[int]) -> list[str]:
    """Return the lemmas of tokens, and the words that the parser took apart at a hyphen: "two-state"."""
    lemmas = []
    for index in indices:
        lemmas.append(reading.tokens[index].lemma)
        first, hyphen, last = reading.tokens[max(index - 2, 0)], reading.tokens[index - 1], reading.tokens[index]
        if hyphen.text == "-" and first.end == hyphen.start and hyphen.end == last.start:
            lemmas.append(f"{first.norm}-{last.norm}")
    return lemmas


def _is_party(reading: Reading, index: int) -> bool:
    """Whether a phrase before the noun names a party, not a place or treaty: "the Pretoria accord", "the INF pact"."""
    mention = reading.mention_at.get(index)
    actor = reading.actor_at(index)
    if actor is None or mention is None or mention.reading != "actor":
        return False
    of_city = actor.form == "metonym" and reading.tokens[index].dep != "poss"
    return actor.kind not in ("document", "unknown", "place") and not of_city


def _parties(reading: Reading, token: Token) -> Iterator[Actor]:
    """Yield those between whom a deal is: "Iran's deal", "the Armenia-Azerbaijan treaty", "a pact with Kenya"."""
    for child in reading.children[token.index]:
        below = reading.tokens[child]
        if below.dep in ("poss", "amod", "compound", "nmod") and child < token.index:
            heads = [i for i in sorted(reading.subtree(child)) if _is_party(reading, i) and not _hyphened(reading, i)]
        elif below.norm == "of":
            heads = [h for c in reading.children[child] for h in reading.coordinated(c)]
            heads = heads if len(heads) > 1 else []  # "the pact of Chad and Niger"
        elif below.norm in _BETWEEN:
            heads = [h for c in reading.children[child] for h in reading.coordinated(c)]
        elif below.norm in _ON:  # "an accord on trade between Chad and Niger"
            heads = [h for p in _inner(reading, child) for c in reading.children[p] for h in reading.coordinated(c)]
        else:
            continue
        for head in heads:
            actor = reading.actor_at(head)
            if actor is not None and actor.diplomatic and actor.kind in _PARTIES:
                yield actor


def _inner(reading: Reading, preposition: int) -> Iterator[int]:
    """The prepositions of parties that the parser put below what an agreement is about."""
    for below in reading.children[preposition]:
        yield from (p for p in reading.children[below] if reading.tokens[p].norm == "between")


def _hyphened(reading: Reading, index: int) -> bool:
    """ "Egyptian-brokered", "U.S.-backed": no party, but who helped."""
    after = reading.tokens[index + 1 : index + 3]
    return "-" in reading.tokens[index].text or (
        len(after) == 2 and after[0].text == "-" and after[1].tag in ("VBN", "VBD", "JJ")
    )


def _year_after(reading: Reading, token: Token) -> int | None:
    """The year in "the treaty of 2010", "the accord signed in 1994"."""
    for child in reading.children[token.index]:
        below = reading.tokens[child]
        at = [child] if below.norm in ("of", "from") else []
        at += [c for c in reading.children[child] if below.dep == "acl" and below.tag == "VBN"]
        for preposition in at if child > token.index else ():
            year = next((c for c in reading.children[preposition] if _YEAR.match(reading.tokens[c].norm)), None)
            if year is not None:
                return year
    return None


def names_party(reading: Reading, index: int) -> bool:
    """Return whether the phrase headed by token `index` names a party (not a plan that is itself a speaker)."""
    actor = reading.actor_at(index)
    return actor is not None and actor.kind != "document"


def _family(reading: Reading, token: Token, lexicon: ProposalLexicon) -> PlanNouns | None:
    if token.pos not in ("NOUN", "PROPN") and token.dep not in ("dobj", "pobj", "nsubj", "nsubjpass", "attr"):
        return None
    before = reading.tokens[token.index - 1] if token.index else token
    pair = lexicon.nouns.get(f"{before.norm} {token.lemma}") if before.head == token.index else None
    return pair or lexicon.nouns.get(token.lemma)


def _first(reading: Reading, token: Token) -> int:
    """The first token of the noun phrase that ends with `token`: determiner, owner and modifiers in one piece."""
    own = (c for c in reading.children[token.index] if reading.tokens[c].dep not in _NO_PART and c < token.index)
    before = {i for child in own for i in reading.subtree(child)}
    first = token.index
    while first - 1 in before:
        first -= 1
    while first < token.index and reading.tokens[first].pos == "PUNCT":
        first += 1
    return first


def _denied(reading: Reading, token: Token, lexicon: ProposalLexicon) -> bool:
    below = [reading.tokens[c].norm for c in reading.children[token.index] if c < token.index]
    above = reading.tokens[token.head]
    return bool(lexicon.no_plan & {*below, above.norm if token.dep == "pobj" else ""})


def _own_doing(reading: Reading, token: Token, lexicon: ProposalLexicon) -> bool:
    """ "plan to visit Oslo" is an intention; "plan to end the war" is a plan for others."""
    verbs = [
        reading.tokens[c] for c in reading.children[token.index] if c > token.index and reading.tokens[c].tag == "VB"
    ]
    bare = [v for v in verbs if any(c.tag == "TO" for c in reading.dependents[v.index])]
    return token.lemma in lexicon.words["own_doings"] and any(v.lemma not in lexicon.aims for v in bare)


def is_other(core: Sequence[Token], lexicon: ProposalLexicon) -> bool:
    """Return whether the words of a noun phrase make it no plan between states: "a business plan", "a great deal".

    "A great peace plan" is one, and so is "the Good Friday Agreement".
    """
    vague = any(t.norm in lexicon.vague and t.pos != "PROPN" for t in core)
    return any(t.norm in lexicon.other for t in core) or (vague and not any(t.norm in lexicon.diplomatic for t in core))


def _is_number(reading: Reading, index: int) -> bool:
    return index < len(reading.tokens) and reading.tokens[index].tag == "CD"


def _idle(reading: Reading, token: Token, lexicon: ProposalLexicon) -> bool:
    """ "Seized the initiative", "his second term": a phrase of another meaning."""
    governed = token.dep == "dobj" and f"{reading.tokens[token.head].lemma} {token.lemma}" in lexicon.words["idioms"]
    return governed or (token.tag == "NN" and token.lemma in lexicon.words["plural_only"])


def _purpose_parties(reading: Reading, token: Token) -> frozenset[str]:
    """The keys of those named in what a plan is to do: Syria in "a deal to remove weapons from Syria"."""
    below = [reading.tokens[c] for c in reading.children[token.index] if c > token.index]
    if token.dep == "dobj":  # "struck a deal to remove them", hung on the verb
        below += [reading.tokens[c] for c in reading.children[token.head] if c > token.index]
    verbs = [t for t in below if t.tag == "VB" and any(c.tag == "TO" for c in reading.dependents[t.index])]
    inside = (reading.mention_at.get(i) for verb in verbs for i in reading.subtree(verb.index))
    actors = (mention.actor for mention in inside if mention is not None)
    return frozenset(party_key(a) for a in actors if a is not None and a.kind in _PARTIES)


def _makers(reading: Reading, token: Token) -> frozenset[str]:
    """The keys of the subjects of the clauses in which a plan stands."""
    subjects = (a for clause in reading.clauses_with.get(token.index, ()) for a in clause.all("subject"))
    actors = (reading.actor_at(head) for a in subjects for head in reading.coordinated(a.head))
    return frozenset(party_key(a) for a in actors if a is not None)


def _topics_after(reading: Reading, token: Token, lexicon: ProposalLexicon) -> Iterator[str]:
    """What the plan is for or about: "proposal for a two-month truce", "deal on grain"."""
    for child in reading.children[token.index]:
        if child > token.index and reading.tokens[child].norm in ("for", "on", "over"):
            below = (c for c in reading.dependents[child] if c.dep == "pobj")
            yield from (t.lemma for t in below if t.entity != "DATE" and t.lemma not in lexicon.words["no_topics"])


def _about_party(reading: Reading, token: Token, family: PlanNouns) -> bool:
    """ "resolution on Sudan", "the agreement between Iran and Saudi Arabia", "the truce in Tigray"."""
    words = ("on", "between", "with", "over", "of", *(("in",) if family.id == "truce" else ()))
    preps = [c for c in reading.children[token.index] if c > token.index and reading.tokens[c].norm in words]
    preps += [inner for p in preps for inner in _inner(reading, p)]
    inside = (reading.mention_at.get(c) for p in preps for c in reading.children[p])
    named = (m.actor for m in inside if m is not None and m.actor is not None)
    return any(actor.diplomatic or actor.kind == "place" for actor in named)


def _of_place(reading: Reading, token: Token) -> bool:
    """ "The Arica agreement": called after a place."""
    return any(c.dep == "compound" and c.entity in ("GPE", "LOC") for c in reading.dependents[token.index])


def _owners(reading: Reading, token: Token, family: PlanNouns, lexicon: ProposalLexicon) -> tuple[Actor, ...]:
    """ "Israel's proposal", "the Egyptian plan", "a plan by Oman", "Peru's draft treaty"; not "Russia peace plan", nor
    a deal's parties."""
    drafted = any(reading.tokens[c].norm in lexicon.words["drafts"] for c in reading.children[token.index])
    if not (family.owners or drafted):
        return ()
    found: dict[str, Actor] = {}
    for child in reading.children[token.index]:
        below = reading.tokens[child]
        if "-" in below.text:
            continue  # "U.S.-drafted", "Egyptian-brokered": see _proposed_by
        if below.dep == "poss" or (below.dep in ("amod", "compound", "nmod") and _adjectival(reading, child)):
            heads = reading.coordinated(child)
        elif below.dep in ("prep", "agent") and below.norm in ("by", "from"):
            heads = tuple(
                h for c in reading.children[child] if reading.tokens[c].dep == "pobj" for h in reading.coordinated(c)
            )
        else:
            continue
        for head in heads:
            actor = reading.actor_at(head) if speaks_for(reading, head, lexicon) else None
            if actor is None or not actor.diplomatic or actor.kind in ("document", "place") or is_unnamed(actor):
                continue
            for one in members_named(reading, actor) or (as_itself(actor, lexicon),):
                found.setdefault(one.id, one)
    return tuple(found.values())


def _adjectival(reading: Reading, index: int) -> bool:
    """Whether a name before a noun says whose it is: a demonym, an acronym, a person; not a country ("Russia plan")."""
    mention = reading.mention_at.get(index)
    if mention is None or mention.actor is None or mention.reading != "actor":
        return False
    actor = mention.actor
    return (
        actor.form == "demonym"
        or actor.kind not in ("state", "place", "document")
        or bool(_ACRONYM.match(reading.tokens[index].text))
    )


def _points(reading: Reading, token: Token, first: int, lexicon: ProposalLexicon) -> int | None:
    """The number in "12-point plan", "plan of ten points"."""
    after = next(
        (
            c
            for c in reading.children[token.index]
            if reading.tokens[c].norm in ("of", "with", "in") and c > token.index
        ),
        None,
    )
    last = reading.reach(after)[1] if after is not None else token.index + 1
    return count_points(reading.span(first, last).text, lexicon) or _counted(reading, token, lexicon)


def _counted(reading: Reading, token: Token, lexicon: ProposalLexicon) -> int | None:
    """How many there are of what is itself a point: "five principles", "15 terms"; "a plan" is one."""
    family = _family(reading, token, lexicon)
    if family is None or family.strength != "anaphor":
        return None
    norms = [c.norm for c in reading.dependents[token.index] if c.dep == "nummod"]
    found = next((int(n) if n.isdigit() else lexicon.numbers.get(n, 0) for n in norms), 0)
    return found if found > 1 else None


def count_points(text: str, lexicon: ProposalLexicon) -> int | None:
    """Return the declared number of points in `text`: 12 for "12-point" and "twelve points"."""
    for match in _POINTS.finditer(text):
        word = match[1].lower()
        if word.isdigit() or word in lexicon.numbers:
            return int(word) if word.isdigit() else lexicon.numbers[word]
    return None


def find_pronoun(reading: Reading, token: Token, lexicon: ProposalLexicon) -> PlanMention | None:
    """Return a pronoun that stands for a document; its plan is the one that its actor was named by.

    So does an "it" that somebody accepts, rejects or calls something, and one that takes effect or is signed,
    whatever else it was taken for: these are things that are done to plans and to no state; see `plans`.
    """
    if token.tag in ("WDT", "WP", "PRP$"):
        return None
    mention = reading.mention_at.get(token.index)
    if token.pos != "PRON" or mention is None:
        return None
    document = mention.actor is not None and mention.actor.kind == "document"
    if not document and not any(fits(reading, token, lexicon) for fits in (_is_judged, _is_settled)):
        return None
    return PlanMention(
        first=mention.first, head=token.index, family=_PRONOUN, definite=True, fresh=False, named=False, owners=(),
        words=frozenset(), qualified=False, points=None, layer=reading.sentences[token.sentence].layer, pronoun=True,
    )  # fmt: skip


def _is_judged(reading: Reading, token: Token, lexicon: ProposalLexicon) -> bool:
    """Whether a pronoun is what somebody accepts, rejects, studies or calls something: "called it unacceptable"."""
    verb = reading.tokens[token.head]
    if token.norm != "it" or token.dep != "dobj" or verb.index > token.index:
        return False
    rules = lexicon.stances.get(verb.lemma, ())
    return verb.lemma in lexicon.words["calling"] or any(r.target == "plan" or r.gives == "rejects" for r in rules)


def _is_settled(reading: Reading, token: Token, lexicon: ProposalLexicon) -> bool:
    """Whether a pronoun is what takes effect, expires, or is signed, extended, vetoed: "it was renewed in May"."""
    clause = reading.clause_at.get(token.head)
    if token.norm != "it" or clause is None or clause.pos != "verb":
        return False
    role = {"nsubjpass": "object", "nsubj": "subject"}.get(token.dep)
    rules = (rule for key in predicate_keys(reading, clause) for rule in lexicon.statuses.get(key, ()))
    return role is not None and any(role in rule.roles and rule.gives in _SETTLED for rule in rules)

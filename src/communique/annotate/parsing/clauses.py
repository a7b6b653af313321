"""Turns dependency trees into clauses: predicates with logical roles, polarity, modality, tense, and what governs them.

Grammar is undone as far as roles go: passives are turned round, subjects are shared with infinitives, participles and
coordinated verbs, relative pronouns give way to what they stand for. Labels are those of spaCy's English models
(ClearNLP dependencies).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from communique.annotate.parsing.insertions import has_subject
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading, Tense, Token

_SUBJECTS, _PASSIVE_SUBJECTS = {"nsubj", "csubj", "expl"}, {"nsubjpass", "csubjpass"}
_PASSIVE = {"auxpass", *_PASSIVE_SUBJECTS}
_ACTIVE = {*_SUBJECTS, "dobj"}
_AUXILIARY = {"aux", "auxpass"}
_NOBODY = {"neither", "nobody", "none", "nothing"}
_NEVER = {"never", "neither", "nor", "hardly"}
_DENYING = {"no", *_NOBODY, *_NEVER}
"""Without one of them, or what the parser labels so, nothing in a sentence is negated."""
_ASKED = ("on", "upon", "to", "with")
"""Prepositions before the one asked: "called on Tunis to", "appealed to Tunis to", "pleaded with Tunis to"."""
_TIMES = {"DATE", "TIME"}
_RELATIVE = {"who", "whom", "which", "that"}


def find_clauses(reading: Reading) -> tuple[Clause, ...]:
    """Return the clauses of a reading whose tokens and sentences are filled in, in order of their predicates."""
    heads = [token for token in reading.tokens if _is_predicate(reading, token)]
    place = {token.index: number for number, token in enumerate(heads)}
    denying = {token.sentence for token in reading.tokens if token.dep == "neg" or token.norm in _DENYING}
    drafts = [_draft(reading, token, place, token.sentence in denying) for token in heads]
    return tuple(_shared(reading, drafts, place))


def _is_predicate(reading: Reading, token: Token) -> bool:
    if token.pos in ("VERB", "AUX"):
        return token.dep not in ("aux", "auxpass", "prep")  # "following", "including" before a noun are prepositions
    if token.pos == "ADJ":
        return token.dep in ("acomp", "ROOT", "oprd", "advcl", "ccomp", "xcomp") or (
            token.dep in ("amod", "conj", "acl", "relcl")
            and any(child.dep in ("prep", "xcomp") for child in reading.dependents[token.index])
        )
    if token.pos in ("NOUN", "PROPN"):
        return token.dep != "compound" and token.entity not in ("PERSON", "GPE", "DATE")
    return False


def _first(reading: Reading, token: Token) -> Token:
    """The first of coordinated participles: "charged with or *convicted* of"."""
    above = reading.tokens[token.head]
    return above if token.dep == "conj" and above.tag == "VBN" else token


def _is_passive_alone(reading: Reading, token: Token, labels: set[str]) -> bool:
    """Whether a verb without an auxiliary is passive: by a by-phrase or by where it stands, or as the one before it."""
    alone = "agent" in labels or _first(reading, token).dep in ("acl", "amod", "advcl")
    return (token.tag == "VBN" and alone) or _goes_on_in_passive(reading, token, labels)


def _goes_on_in_passive(reading: Reading, token: Token, labels: set[str]) -> bool:
    """Whether a participle shares the passive before it: "were ambushed and *killed*", "was tried and *jailed* by"."""
    if token.dep != "conj" or not (token.tag == "VBN" or "agent" in labels) or not labels.isdisjoint(_ACTIVE):
        return False
    above = {child.dep for child in reading.dependents[token.head]}
    return not above.isdisjoint(_PASSIVE) or _goes_on_in_passive(reading, reading.tokens[token.head], above)


def _draft(reading: Reading, token: Token, place: dict[int, int], denied: bool) -> Clause:
    """Return the clause of `token` with the arguments that stand directly below it; something in its sentence may be
    `denied`."""
    below = reading.dependents[token.index]
    labels = {t.dep for t in below}
    auxiliaries = [t for t in below if t.dep in _AUXILIARY] if not labels.isdisjoint(_AUXILIARY) else []
    passive = not labels.isdisjoint(_PASSIVE) or (not auxiliaries and _is_passive_alone(reading, token, labels))
    particle = next(t.norm for t in below if t.dep == "prt") if "prt" in labels else None
    helping = {t.lemma for t in auxiliaries}
    pos: Literal["verb", "noun", "adjective"]
    pos = (
        "verb" if token.pos in ("VERB", "AUX") or "auxpass" in labels else "adjective" if token.pos == "ADJ" else "noun"
    )
    under, link, mark = _governor(reading, token, place)
    first, last = reading.reach(token.index)
    return Clause(
        index=place[token.index],
        head=token.index,
        predicate=f"{token.lemma} {particle}" if particle else token.lemma,
        pos=pos,
        first=first,
        last=last,
        sentence=token.sentence,
        arguments=tuple(_arguments(reading, token, below, passive)) if below else (),
        negated=denied and _negated(reading, token, below),
        modal=_modal(auxiliaries) if auxiliaries else None,
        passive=passive,
        tense="none" if token.dep == "oprd" and not auxiliaries else _tense(token, auxiliaries),
        progressive=token.tag == "VBG" and "be" in helping,
        perfect="have" in helping,
        infinitive=bool(auxiliaries) and any(t.tag == "TO" for t in auxiliaries),
        under=under,
        link=link,
        mark=mark,
    )


def reach(reading: Reading, index: int, without: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Return the stretch [first, last) of tokens below `index`, leaving out dependents whose label is in `without`."""
    if not without:
        return reading.reach(index)
    stack, first, last = [index], index, index
    while stack:
        current = stack.pop()
        first, last = min(first, current), max(last, current)
        stack.extend(c for c in reading.children[current] if reading.tokens[c].dep not in without)
    return first, last + 1


def phrase(reading: Reading, role: str, token: Token) -> Argument:
    """Return the phrase headed by `token` as an argument; its coordinated phrases are inside it."""
    return Argument(role, *reading.reach(token.index), token.index)


def _arguments(reading: Reading, token: Token, below: Sequence[Token], passive: bool) -> Iterator[Argument]:
    noun = token.pos in ("NOUN", "PROPN")
    marked = any(t.dep in ("auxpass", "nsubjpass", "csubjpass", "dobj", "aux") for t in below)
    for child in below:
        dep = child.dep
        if dep in _SUBJECTS and passive and not marked and token.tag == "VBN":
            yield phrase(reading, "object", child)  # "with the island now annexed"
        elif dep in _SUBJECTS:
            yield phrase(reading, "subject", child)
        elif dep in _PASSIVE_SUBJECTS or dep in ("dobj", "obj"):
            yield phrase(reading, "object", child)
        elif dep == "dative" and child.pos != "ADP":
            yield phrase(reading, "indirect", child)
        elif dep in ("attr", "acomp", "oprd"):
            yield phrase(reading, "attribute", child)
            if child.pos == "ADV":  # "remained adamant that ...", an adjective that was taken for an adverb
                yield from (
                    phrase(reading, "complement", c) for c in reading.dependents[child.index] if c.dep == "ccomp"
                )
        elif dep in ("ccomp", "xcomp") or _is_complement(reading, token, child):
            yield phrase(reading, "complement", child)
        elif dep == "poss":
            yield phrase(reading, "possessor", child)
        elif noun and dep in ("compound", "amod", "nmod"):
            yield phrase(reading, "compound", child)
        elif dep in ("prep", "agent", "dative"):
            yield from _prepositional(reading, child, "subject" if dep == "agent" and passive else None)
        elif dep == "advmod" and child.norm in load_words("language/en/direction_adverbs"):  # "headed back to Bogota"
            for preposition in reading.dependents[child.index]:
                if preposition.dep == "prep":
                    yield from _prepositional(reading, preposition, None)


def _prepositional(reading: Reading, preposition: Token, role: str | None) -> Iterator[Argument]:
    name = role or preposition.norm
    for inner in reading.dependents[preposition.index]:
        if inner.dep in ("pobj", "pcomp"):  # "freed by Easter": a day is no doer
            yield phrase(reading, preposition.norm if inner.entity in _TIMES else name, inner)
        elif inner.dep == "conj" and inner.pos == "ADP":  # "of shelling two villages and of jamming its radar"
            yield from _prepositional(reading, inner, role)
        elif inner.dep == "prep":  # "out of", "from within"; "according to" names who says so, no party
            yield from _prepositional(reading, inner, "according to" if preposition.norm == "according" else None)


def _is_complement(reading: Reading, token: Token, child: Token) -> bool:
    """Complements labelled adverbial or modifier: "called for both sides to agree", "called on X to agree", "plans to
    meet"."""
    if child.dep not in ("advcl", "acl", "relcl"):
        return False
    marks = {c.norm for c in reading.dependents[child.index] if c.dep in ("mark", "aux")}
    if child.dep == "advcl":
        beside = reading.dependents[token.index]
        asked = any(c.dep == "prep" and c.norm in _ASKED for c in beside)
        calls = token.pos == "VERB" and token.lemma in load_words("language/en/for_to_verbs")
        return calls and "to" in marks and ("for" in marks or asked)
    if child.dep == "relcl":  # "a deal to stop the fighting"
        subject = any(c.dep in ("nsubj", "nsubjpass") for c in reading.dependents[child.index])
        return token.pos == "NOUN" and child.tag == "VB" and "to" in marks and not subject
    content = token.lemma in load_words("language/en/content_nouns") and has_subject(reading, child)
    content = content and not any(c.norm in _RELATIVE for c in reading.dependents[child.index])
    return token.pos == "NOUN" and ("that" in marks or content or (child.tag == "VB" and "to" in marks))


def _negated(reading: Reading, token: Token, below: Sequence[Token]) -> bool:
    phrases = [token]
    for t in below:
        if t.dep == "neg" or (t.norm in _NEVER and t.dep in ("advmod", "preconj", "cc")):
            return True
        if t.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            if t.norm in _NOBODY and t.dep != "attr":
                return True
            phrases += [t, *[c for c in reading.dependents[t.index] if c.dep == "poss"]]
    for t in phrases:
        for c in reading.dependents[t.index]:
            if c.norm in ("no", "neither") and c.dep in ("det", "preconj", "neg"):
                return True
    return token.dep == "conj" and _after_nor(reading, token)


def _after_nor(reading: Reading, token: Token) -> bool:
    """ "Did not resign, nor will she": the second verb is denied as the first is."""
    beside = reading.dependents[token.head]
    return any(t.norm == "nor" and t.dep == "cc" and token.head < t.index < token.index for t in beside)


def _modal(auxiliaries: Sequence[Token]) -> str | None:
    short = ("wo", "ca", "sha")  # "won't", "can't"
    modals = (t for t in auxiliaries if t.tag == "MD")
    return next((t.lemma if t.norm.startswith("'") or t.norm in short else t.norm for t in modals), None)


def _tense(token: Token, auxiliaries: Sequence[Token]) -> Tense:
    for word in (*auxiliaries, token):
        if word.tag == "MD":
            return "future" if word.norm in ("will", "'ll", "shall", "wo") else "none"
        if word.tag == "VBD":
            return "past"
        if word.tag in ("VBZ", "VBP"):
            return "past" if word.lemma == "have" and word is not token else "present"
    return "none"


def _governor(reading: Reading, token: Token, place: dict[int, int]) -> tuple[int | None, str | None, str | None]:
    """Return the clause that governs `token`, how, and by which subordinator."""
    dep, current, mark = token.dep, token, _mark(reading, token)
    while current.dep == "conj":
        current = reading.tokens[current.head]
        if token.pos in ("VERB", "AUX") and current.pos in ("NOUN", "PROPN"):
            break
        dep, mark = current.dep, mark or _mark(reading, current)
    above = reading.tokens[current.head]
    if above.index == current.index:
        return None, None, mark
    while above.index not in place and above.head != above.index:
        if above.dep in ("prep", "agent"):
            mark = mark or above.norm
        above = reading.tokens[above.head]
    if above.index not in place:
        return None, None, mark
    complement = dep in ("ccomp", "xcomp", "csubj") or _is_complement(reading, above, current)
    return place[above.index], "complement" if complement else _LINKS.get(dep, "argument"), mark


_LINKS = {"advcl": "adverbial", "relcl": "relative", "acl": "modifier", "conj": "conjunct"}


def _mark(reading: Reading, token: Token) -> str | None:
    for below in reading.dependents[token.index]:
        if below.dep == "mark" or (below.dep == "advmod" and below.tag == "WRB"):
            return below.norm
    return None


def _shared(reading: Reading, drafts: list[Clause], place: dict[int, int]) -> list[Clause]:
    """Give each clause the arguments that grammar leaves unsaid; governors come first, so that what they got is handed
    on."""
    done: dict[int, Clause] = {}
    for draft in drafts:
        chain: dict[int, Clause] = {}
        current: Clause | None = draft
        while current is not None and current.index not in done and current.index not in chain:
            chain[current.index] = current
            giver = _giver(reading, current, place)
            current = drafts[giver] if giver is not None else None
        for clause in reversed(chain.values()):
            giver = _giver(reading, clause, place)
            done[clause.index] = _completed(
                reading, clause, done.get(giver, drafts[giver]) if giver is not None else None
            )
    return [done[draft.index] for draft in drafts]


def _giver(reading: Reading, clause: Clause, place: dict[int, int]) -> int | None:
    """The clause from which `clause` may take arguments: the first of its coordination, or its governor."""
    token = reading.tokens[clause.head]
    return place[token.head] if token.dep == "conj" and token.head in place else clause.under


def _completed(reading: Reading, clause: Clause, giver: Clause | None) -> Clause:
    token = reading.tokens[clause.head]
    clause = _relative(reading, clause, token)
    if giver is not None and token.dep == "conj" and giver.head == token.head:
        clause = _coordinated(reading, clause, giver)
    elif giver is not None and clause.pos != "noun":
        clause = _controlled(reading, clause, token, giver)
    if clause.pos == "adjective" and token.dep == "amod":
        clause = _with(clause, "subject", phrase(reading, "subject", reading.tokens[token.head]))
    return clause


def _with(clause: Clause, role: str, argument: Argument | None) -> Clause:
    """Return `clause` with `argument` in `role`, unless that is filled already or there is none."""
    if argument is None or clause.one(role) is not None:
        return clause
    given = Argument(role, argument.first, argument.last, argument.head)
    return replace(clause, arguments=(given, *clause.arguments))


def _relative(reading: Reading, clause: Clause, token: Token) -> Clause:
    """Put what a relative clause or participle modifies in place of its pronoun or gap."""
    if token.dep not in ("relcl", "acl") or reading.tokens[token.head].pos not in ("NOUN", "PROPN", "PRON"):
        return clause
    noun = reading.tokens[token.head]
    antecedent = Argument(
        "", *reach(reading, noun.index, frozenset({"relcl", "acl", "conj", "cc", "punct"})), noun.index
    )
    if token.dep == "acl":
        if clause.infinitive or clause.mark == "that":
            return clause
        return _with(clause, "object" if clause.passive else "subject", antecedent)
    for number, argument in enumerate(clause.arguments):
        if reading.tokens[argument.head].norm in _RELATIVE and argument.role != "complement":
            changed = replace(antecedent, role=argument.role)
            return replace(clause, arguments=(*clause.arguments[:number], changed, *clause.arguments[number + 1 :]))
    if clause.mark is not None and clause.one("subject") is not None:
        return clause  # "a year when they met": the noun is the time or place
    return _with(clause, "subject" if clause.one("subject") is None and not clause.passive else "object", antecedent)


def _coordinated(reading: Reading, clause: Clause, first: Clause) -> Clause:
    """ "would visit Minsk and meet the president": the second verb shares subject, modal and polarity of a bare
    form."""
    if clause.pos != first.pos or clause.pos == "noun":
        return clause
    if clause.one("subject") is None and not clause.passive:
        clause = _with(clause, "subject", first.one("object" if first.passive else "subject"))
    elif clause.passive and clause.one("object") is None:
        clause = _with(clause, "object", first.one("object" if first.passive else "subject"))
    if _same_form(reading, clause, first):
        negated = clause.negated or (first.negated and _alternative(reading, clause, first))
        perfect = clause.perfect or (first.perfect and first.modal is not None)
        clause = replace(
            clause,
            modal=first.modal,
            tense=first.tense,
            infinitive=first.infinitive,
            perfect=perfect,
            negated=negated,
        )
    return clause


def _same_form(reading: Reading, clause: Clause, first: Clause) -> bool:
    """Whether a verb without auxiliaries continues the form of the first: "would visit and meet", "would have cut X,
    banned Y", whose second verb the tagger takes for a past."""
    tag, model = reading.tokens[clause.head].tag, reading.tokens[first.head].tag
    if clause.tense == "none":
        return clause.modal is None and tag == model
    below = {c.dep for c in reading.dependents[clause.head]}
    bare = not below & {"aux", "auxpass", "nsubj", "nsubjpass"}
    return bare and tag == "VBD" and model == "VBN" and first.perfect and first.modal is not None


def _alternative(reading: Reading, clause: Clause, first: Clause) -> bool:
    """ "did not say ... or give ...": negation reaches the second verb across "or" and "nor"."""
    between = reading.tokens[max(first.head, clause.head - 3) : clause.head]
    return any(token.norm in ("or", "nor") for token in between)


def _asks_somebody(reading: Reading, clause: Clause, token: Token, above: Clause) -> bool:
    """ "Cairo asked Togo, in Geneva, to free them": an infinitive that a parser takes for a purpose is what somebody
    named is to do."""
    asked = above.one("object")
    bare = token.dep == "advcl" and clause.infinitive and clause.mark is None and token.index > above.head
    named = asked is not None and reading.tokens[asked.head].pos in ("PROPN", "PRON")
    return bare and named and above.predicate in load_words("language/en/infinitive_verbs")


def _controlled(reading: Reading, clause: Clause, token: Token, above: Clause) -> Clause:
    """Give an infinitive, participle or predicative adjective the subject that its governor implies."""
    role = "object" if clause.passive else "subject"
    if clause.one(role) is not None or (clause.tense != "none" and clause.pos == "verb") or clause.modal:
        return clause
    if (clause.pos == "adjective" and clause.link == "argument") or token.dep in ("acomp", "oprd"):
        clause = replace(
            clause,
            negated=clause.negated or above.negated,
            modal=clause.modal or above.modal,
            tense=above.tense if clause.tense == "none" else clause.tense,
        )
        return _with(clause, "subject", above.one("object") if token.dep == "oprd" else above.one("subject"))
    if clause.infinitive and above.predicate in load_words("language/en/for_to_verbs"):
        asked = (a for a in above.all(*_ASKED) if reading.tokens[a.head].entity not in _TIMES)  # no day is asked
        if (person := next(asked, None)) is not None and person.head != token.index:
            return _with(clause, role, person)
    if token.tag == "VB" and not clause.infinitive and clause.mark is None and token.index < above.head:
        return _with(clause, role, above.one("object", "indirect", "to"))  # "Leave, the junta told the troops"
    if clause.infinitive and above.predicate in load_words("language/en/granting_verbs") and above.one("indirect"):
        return _with(clause, role, above.one("indirect"))  # "gave the rebels a week to leave"
    speaks_for_self = above.predicate in load_words("language/en/subject_control_verbs")
    if above.pos == "noun":
        return _with(clause, role, above.one("possessor", "by"))
    if token.tag == "VBG" and token.dep == "advcl" and clause.mark is None and token.index > above.head:
        clause = _with(clause, role, above.one("subject"))  # "was attacked by rebels, killing ten"
    logical = "object" if above.passive else "subject"
    fronted = token.index < above.head  # "instead of freeing them, Libya tried them"
    if token.dep == "pcomp" and (fronted or clause.mark in load_words("language/en/gerund_prepositions")):
        speaks_for_self = True  # "set up a commission after meeting": who set it up met
    bidden = _asks_somebody(reading, clause, token, above)
    if (token.dep in ("xcomp", "ccomp", "pcomp") or bidden) and not speaks_for_self:
        blamed = above.one("at") if clause.mark == "for" else None  # "lashed out at Chad for shelling the camp"
        return _with(clause, role, above.one("object", "indirect") or blamed or above.one(logical))
    return _with(clause, role, above.one(logical) or above.one("subject"))

"""What a pronoun stands for: by gender, number, clause structure and focus."""

from __future__ import annotations

from collections.abc import Callable

from communique.annotate.referring.antecedents import Candidate
from communique.annotate.referring.resolution import SPEAKER_SAYS, Resolution
from communique.lexicon.words import load_words
from communique.reading import Mention, Token
from communique.records.actors import Actor

_BODIES = frozenset(
    {"state", "organ", "organisation", "armed_group", "party", "document", "movement", "media", "collective"}
)
_VERBS = ("VERB", "AUX")
_REACH = 15


def resolve_pronoun(state: Resolution, mention: Mention) -> Actor | None:
    """Return the actor of a pronoun; None, with the reason noted in `state`, if it stands for none or is doubtful."""
    token = state.tokens[mention.first]
    row = state.registry.pronouns.get(token.norm)
    if row is None:
        return None
    if row["person"] != "3":
        state.open(mention, SPEAKER_SAYS if state.quoted(token) else "the outlet or its reader")
        return None
    if row["kind"] == "relative":
        return _relative(state, mention, token)
    if row["kind"] == "reflexive":
        actor = state.subject_actor(state.focus.governor(token.index))
        return state.as_(mention, actor, "pronoun", "reflexive pronoun of the subject") if actor is not None else None
    return _personal(state, mention, token, row["gender"], row["number"] == "plural")


def _relative(state: Resolution, mention: Mention, token: Token) -> Actor | None:
    clause = token
    while clause.dep != "relcl" and clause.head != clause.index:
        clause = state.tokens[clause.head]
    actor = state.actor_at(clause.head) if clause.dep == "relcl" else None
    if actor is None or (token.norm == "which" and actor.kind == "person"):
        state.open(mention, "its antecedent is no actor")
        return None
    return state.as_(mention, actor, "pronoun", "relative pronoun of the noun before it")


def _personal(state: Resolution, mention: Mention, token: Token, gender: str, plural: bool) -> Actor | None:
    if gender == "n" and _expletive(state, token):
        state.open(mention, "stands for a clause or an event")
        return None
    beside = _in_brackets(state, token)
    if beside is not None:
        return state.as_(mention, beside, "pronoun", "named in brackets")
    paper = _paper(state, token) if token.norm == "it" and not plural else None
    if paper is not None:
        return state.as_(mention, paper, "pronoun", "pronoun: a paper that says so")
    accepts, barred, ahead = (
        _acceptance(state, gender, plural),
        _barred(state, mention, token),
        _ahead(state, token, gender),
    )
    found, why = None, ""
    if gender in ("m", "f") and _tells(state, token):
        found, why = state.focus.best(token.index, lambda c: accepts(c) and not _is_quoted(state, c), barred, ahead)
    if found is None:
        found, why = state.focus.best(token.index, accepts, barred, ahead)
    if plural and found is None:
        return _pair(state, mention, token)
    if found is None or found.actor is None:
        state.open(mention, why if found is None else "stands for no actor")
        return None
    if found.actor.kind == "person" and gender in ("m", "f"):
        state.identities.learn_gender(found.actor.id, gender)
    return state.as_(mention, found.actor, "pronoun", f"pronoun: {why}")


def _tells(state: Resolution, token: Token) -> bool:
    """Whether a pronoun outside quotation marks is who says something: "“Ruto must choose,” *he* added"."""
    speaks = state.registry.reference_words.get(state.tokens[token.head].lemma) == "speech"
    return speaks and token.dep == "nsubj" and not state.quoted(token)


def _is_quoted(state: Resolution, candidate: Candidate) -> bool:
    """Whether somebody is only named in what another says: nobody calls himself by his name."""
    return state.quoted(state.tokens[candidate.head])


def _paper(state: Resolution, token: Token) -> Actor | None:
    """The paper named last that "it" is in "it consists of nine points", "it calls for a truce".

    What states do as well ("it demanded talks") is the paper's only in the present, and where the paper is what the
    sentence before is about: put forward in it, or its subject.
    """
    verb = state.tokens[token.head]
    if token.dep != "nsubj" or verb.index < token.index or state.quoted(token):
        return None
    of_papers = verb.lemma in load_words("language/en/paper_verbs")
    if not of_papers and (verb.tag != "VBZ" or verb.lemma not in load_words("language/en/drafting_verbs")):
        return None
    for sentence in (token.sentence, token.sentence - 1):
        named = [s.mention for s in state.in_sentence(sentence) if s.mention.head < token.index]
        papers = [m for m in named if (a := state.done.get(m.index)) is not None and a.kind == "document"]
        papers = papers if of_papers else [m for m in papers if _in_focus(state, m)]
        if papers:
            return state.done[papers[-1].index]
    return None


def _in_focus(state: Resolution, mention: Mention) -> bool:
    head = state.tokens[mention.head]
    issued = state.registry.reference_words.get(state.tokens[head.head].lemma) == "issues"
    return head.dep in ("nsubj", "nsubjpass") or (head.dep == "dobj" and issued)


def _acceptance(state: Resolution, gender: str, plural: bool) -> Callable[[Candidate], bool]:
    """Return the test that a candidate agrees with a pronoun in number, gender and animacy."""

    def accepts(candidate: Candidate) -> bool:
        features = candidate.features
        if plural:
            return bool(features & {"plural", "movement", "several"})
        if "plural" in features:
            return False
        if gender == "n":
            return "thing" in features or bool(features & _BODIES)
        learned = state.identities.gender(candidate.actor.id) if candidate.actor is not None else ""
        agrees = f"gender:{gender}" in features or ("gender:any" in features and learned in ("", gender))
        return "person" in features and agrees

    return accepts


def _pair(state: Resolution, mention: Mention, token: Token) -> Actor | None:
    pair = state.pairs.before(token.index, state.done, state.sketches, same_sentence=True, named=True)
    pair = pair or _in_contact(state, token) or _of_office(state, token)
    if pair is None:
        state.open(mention, "several or nobody in focus")
        return None
    state.why[mention.index] = "the two named together before"
    return state.together(mention, pair, "pronoun")


def _in_contact(state: Resolution, token: Token) -> tuple[Actor, Actor] | None:
    """The two people of the sentence before, where the pronoun stands for people in contact: "X hosted them", "they
    are to meet"."""
    verb = state.focus.governor(token.index)
    below = [t for t in state.tokens[verb.index + 1 : verb.index + _REACH] if t.head == verb.index or t.dep == "xcomp"]
    verbs = {verb.lemma, *(t.lemma for t in below if t.dep == "xcomp")}
    if verbs.isdisjoint(load_words("language/en/contact_verbs")) or token.dep not in ("nsubj", "nsubjpass", "dobj"):
        return None
    named = state.pairs.before(token.index, state.done, state.sketches, people=True, reach=1)
    return named or _last_two(state, token)


def _of_office(state: Resolution, token: Token) -> tuple[Actor, Actor] | None:
    """The two told as a group just before, where the pronoun says whose office-holders: "the two ministers ... their
    leaders"."""
    noun = state.registry.person_nouns.get(state.tokens[token.head].lemma)
    whose = token.dep == "poss" and state.tokens[token.head].tag == "NNS" and noun is not None
    return _last_two(state, token) if whose and noun is not None and noun.use in ("office", "role") else None


def _last_two(state: Resolution, token: Token) -> tuple[Actor, Actor] | None:
    """The members of the last group of two in this sentence and the one before."""
    before = [s for n in (token.sentence - 1, token.sentence) for s in state.in_sentence(n)]
    actors = [
        state.done[s.mention.index] for s in before if s.mention.index in state.done and s.mention.head < token.index
    ]
    groups = [a for a in actors if len(a.members) == 2 and a.kind in ("collective", "unknown")]
    known = {a.id: a for a in state.done.values()}
    people = [(known[a.members[0]], known[a.members[1]]) for a in groups if all(m in known for m in a.members)]
    return people[-1] if people else None


def _in_brackets(state: Resolution, token: Token) -> Actor | None:
    """Who stands in brackets behind a pronoun: "he (Abe) said"."""
    following = state.tokens[token.index + 1 : token.index + 3]
    if len(following) < 2 or following[0].text not in ("(", "["):
        return None
    named = (s for s in state.in_sentence(token.sentence) if s.mention.first == token.index + 2 and s.name is not None)
    found = next(named, None)
    return state.done.get(found.mention.index) if found is not None else None


def _expletive(state: Resolution, token: Token) -> bool:
    """Whether "it" stands for nothing ("it is clear that") or for a happening ("when it might take place")."""
    verb = state.tokens[token.head]
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    if verb.pos == "ADJ":  # "made it difficult"
        return True
    after = state.tokens[verb.index + 1 : verb.index + _REACH]
    below = [t for t in after if t.head == verb.index]
    clausal = any(t.dep in ("ccomp", "xcomp", "csubj", "advcl") for t in below)
    if token.dep == "nsubjpass" and any(t.dep == "ccomp" for t in below):  # "it was deemed that"
        return True
    if verb.lemma in ("be", "seem", "appear", "become", "remain"):
        predicates = {t.index for t in below if t.dep in ("acomp", "attr", "oprd")}
        if any(state.tokens[i].norm in load_words("language/en/attitude_words") for i in predicates):
            return False  # "it was ready to talk", "concerned that": somebody is
        clauses = ("ccomp", "xcomp", "advcl", "acl", "relcl")
        return clausal or any(t.dep in clauses and t.head in predicates for t in after)
    word = state.registry.reference_words.get(verb.lemma)
    if word == "expletive":
        return clausal
    acts = any(t.dep == "xcomp" or (t.dep == "dobj" and t.norm != "place") for t in below)
    return word == "event_verb" and not acts


def _barred(state: Resolution, mention: Mention, token: Token) -> frozenset[str]:
    """Who a pronoun cannot be: the subject of its own verb, its quotation's speaker, who told what it denies, whom its
    own phrase names.
    """
    actors = [_own_subject(state, token), _quoting(state, token), _contradicted(state, token)]
    apposed = state.identities.apposed
    for sketch in state.in_sentence(token.sentence):
        around = sketch.mention
        if around.first <= mention.first and mention.last <= around.last:
            actors.append(state.done.get(around.index))
        if around.first == mention.first and around.index in apposed:
            actors.append(state.done.get(apposed[around.index]))
    return frozenset(actor.id for actor in actors if actor is not None)


def _own_subject(state: Resolution, token: Token) -> Actor | None:
    """The subject of the verb whose object the pronoun is: "Putin met him" is not about one man."""
    above = state.tokens[token.head]
    verb = state.tokens[above.head] if above.pos == "ADP" else above
    if token.dep not in ("dobj", "dative", "pobj") or token.tag == "PRP$" or verb.pos not in _VERBS:
        return None
    return state.subject_actor(verb)


def _quoting(state: Resolution, token: Token) -> Actor | None:
    """Who speaks the quotation in which the pronoun stands, as far as the sentence shows: of himself he says "I"."""
    if not state.quoted(token):
        return None
    verb = state.focus.governor(token.index)
    while verb.head != verb.index and state.quoted(verb):
        verb = state.tokens[verb.head]
    speaks = state.registry.reference_words.get(verb.lemma) == "speech" and not state.quoted(verb)
    actor = state.subject_actor(verb) if speaks else None
    return actor if actor is not None and actor.kind == "person" else None


def _contradicted(state: Resolution, token: Token) -> Actor | None:
    """Who tells what a pronoun denies: "*Congo* accused Rwanda of arming them, a charge it denies"."""
    denial = state.tokens[token.head]
    if denial.dep != "relcl" or denial.lemma not in load_words("language/en/denying_verbs"):
        return None
    verb = state.focus.governor(denial.head)
    while state.registry.reference_words.get(verb.lemma) != "speech":
        if verb.head == verb.index:
            return None
        verb = state.focus.governor(verb.index)
    before = state.tokens[state.maker.sentences[verb.sentence].first : token.index]
    if all(t.dep != "nsubjpass" for t in before if t.head == verb.index):
        return state.subject_actor(verb)
    agents = {t.index for t in before if t.head == verb.index and t.dep == "agent"}
    return next((state.actor_at(t.index) for t in before if t.dep == "pobj" and t.head in agents), None)


def _ahead(state: Resolution, token: Token, gender: str) -> Candidate | None:
    """The subject of the main clause, for "he" or "she" in an adverbial before it."""
    subject = state.focus.fronted(token.index) if gender in ("m", "f") else None
    for sketch in state.in_sentence(token.sentence) if subject is not None else ():
        actor = state.done.get(sketch.mention.index)
        if sketch.mention.head == subject and sketch.name is not None and actor is not None:
            return state.candidate(sketch, actor)
    return None

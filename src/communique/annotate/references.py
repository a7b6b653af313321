"""Resolves what only the rest of the article can tell: short names, titles, pronouns, "his counterpart", "both sides", "the plan".

In text order, each open mention is given the actor that it stands for; what stays doubtful keeps actor None and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.annotate.antecedents import Candidate, Focus
from communique.annotate.identities import Identities
from communique.annotate.documents import Papers
from communique.annotate.mentions import OPEN, Found, Maker, Sketch, find_mentions
from communique.annotate.parties import Pairs
from communique.lexicon.actors import Registry, slug
from communique.reading import Attribution, Mention, Quotation, Reading, Sentence, Token
from communique.records.actors import Actor, Role
from communique.records.texts import Article

_BODIES = frozenset({"state", "organ", "organisation", "armed_group", "party", "document", "movement", "media"})


def resolve(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    registry: Registry,
) -> tuple[Mention, ...]:
    """Return `mentions`, as `find_mentions` made them, with the open ones resolved as far as the article tells."""
    found = mentions if isinstance(mentions, Found) else find_mentions(article, tokens, sentences, quotations, registry)
    assert isinstance(found, Found)
    return _Resolver(found.maker, found.sketches, quotations).run()


def resolve_quoted(reading: Reading, registry: Registry) -> tuple[Mention, ...]:
    """Return the mentions of `reading` with "I", "we", "our country"... inside attributed words given to their speaker."""
    return tuple(_quoted(reading, registry, mention) for mention in reading.mentions)


class _Resolver:
    def __init__(self, maker: Maker, sketches: list[Sketch], quotations: Sequence[Quotation]) -> None:
        self.maker, self.registry, self.tokens = maker, maker.registry, maker.tokens
        self.sketches = sketches
        self.quotations = [q for q in quotations if not q.scare]
        self.focus = Focus(maker.tokens, maker.sentences)
        self.identities = Identities(maker, sketches)
        self.papers = Papers(maker, sketches)
        self.pairs = Pairs(maker)
        self.done: dict[int, Actor] = {}
        self.why: dict[int, str] = {}

    def run(self) -> tuple[Mention, ...]:
        """Resolve in text order: within a mention, what is nested in it comes first ("his" in "his counterpart")."""
        for sketch in self.sketches:
            if sketch.name is not None:
                actor = self.identities.person(sketch)
                if actor is not None:
                    self.done[sketch.mention.index] = actor
        order = sorted(self.sketches, key=lambda s: (s.mention.last, -s.mention.first))
        plain = ("nsubj", "nsubjpass", "dobj")
        things = {
            t.index
            for t in self.tokens
            if t.pos == "NOUN" and (t.dep in plain or t.tag == "NNS" and t.dep in ("pobj", "conj"))
        }
        heads = {s.mention.head for s in self.sketches}
        queue = sorted(
            [(s.mention.last, -s.mention.first, s) for s in order] + [(i + 1, -i, None) for i in things - heads],
            key=lambda x: x[:2],
        )
        for last, _, sketch in queue:
            if sketch is None:
                self.focus.add(
                    Candidate(last - 1, last - 1, last, None, self._thing(last - 1), self.tokens[last - 1].sentence)
                )
            else:
                self._settle(sketch)
        self._papers_named()
        self._states_spread()
        return tuple(self._final(sketch.mention) for sketch in self.sketches)

    def _implied(self, sketch: Sketch, role: Role) -> Role | None:
        """The role of "his Chinese counterpart Xi Jinping" is that of "his" person; any other title stands as it is."""
        name = sketch.name
        if name is None or not name.noun or self.registry.person_nouns[name.noun].office_class != "COUNTERPART":
            return role
        pronoun = next(
            (i for i in range(name.left, name.first) if self.tokens[i].dep == "poss" or self.tokens[i].tag == "PRP$"),
            None,
        )
        possessor = self._actor_at(pronoun) if pronoun is not None else None
        office = self.identities.office_of(possessor) if possessor is not None else None
        return Role(office.title, role.of, "inferred") if office is not None and role.of is not None else None

    def _thing(self, at: int) -> frozenset[str]:
        return frozenset({"thing", "plural" if self.tokens[at].tag == "NNS" else "singular"})

    def _settle(self, sketch: Sketch) -> None:
        mention = sketch.mention
        actor = self.done.get(mention.index) or mention.actor
        if actor is None or actor.kind == "unknown":
            actor = self._resolved(sketch) or actor
        if actor is not None and actor.role is not None and sketch.name is not None:
            actor = replace(actor, role=self._implied(sketch, actor.role))
        if actor is not None:
            self.done[mention.index] = actor
            if mention.reading == "actor":
                self.focus.add(self._candidate(mention, actor, sketch))
                self._add_joined(mention, actor)

    def _add_joined(self, mention: Mention, actor: Actor) -> None:
        """Put "Xi and Putin" in focus as a whole, where the first of them stands."""
        token = self.tokens[mention.head]
        first = self._actor_at(token.head) if token.dep == "conj" and token.head < mention.first else None
        if (
            first is None
            or "and" not in [t.norm for t in self.tokens[token.head : mention.first]]
            or first.id == actor.id
        ):
            return
        whole = self._together(mention, (first, actor), "name")
        features = frozenset({"plural", "joined", "person" if "person" == first.kind == actor.kind else "collective"})
        self.focus.add(Candidate(token.head, token.head, mention.last, whole, features, mention.sentence))

    def _candidate(self, mention: Mention, actor: Actor, sketch: Sketch) -> Candidate:
        if actor.form == "demonym":  # "Iranian" is no antecedent for "it", but one for "the country"
            return Candidate(mention.head, mention.first, mention.last, actor, frozenset({"demonym"}), mention.sentence)
        features = {actor.kind, "plural" if self._plural(actor, sketch) else "singular"}
        if actor.kind == "person":
            gender = self.identities.gender(actor.id)
            features.add(f"gender:{gender}" if gender else "gender:any")
        return Candidate(mention.head, mention.first, mention.last, actor, frozenset(features), mention.sentence)

    def _plural(self, actor: Actor, sketch: Sketch) -> bool:
        if sketch.phrase is not None and sketch.phrase.kind == "document":
            return sketch.phrase.plural
        if sketch.phrase is not None:
            return sketch.phrase.plural or actor.kind in ("movement", "collective")
        return actor.kind == "collective"

    def _resolved(self, sketch: Sketch) -> Actor | None:
        """The actor for an open mention, by what kind of words it is made of; the reason goes to `why`."""
        mention = sketch.mention
        if sketch.name is not None:
            self.why[mention.index] = "a short name that nobody in the article or in office bears alone"
            return None
        if sketch.phrase is None:
            return self._pronoun(mention)
        if sketch.phrase.kind == "document":
            return self.papers.actor(sketch, self.done)
        if sketch.phrase.kind == "collective":
            return self._collective(sketch)
        if sketch.phrase.kind == "country":
            return self._own_state(sketch)
        if sketch.phrase.kind == "person":
            return self._person(sketch)
        return self._body(sketch)

    # pronouns

    def _pronoun(self, mention: Mention) -> Actor | None:
        token = self.tokens[mention.first]
        row = self.registry.pronouns.get(token.norm)
        if row is None:
            return None
        if row["person"] != "3":
            self.why[mention.index] = (
                "its speaker says who it is" if self._quoted(token) else "the outlet or its reader"
            )
            return None
        if row["kind"] == "relative":
            return self._relative(mention, token)
        if row["kind"] == "reflexive":
            return self._by_subject(mention, token)
        return self._personal(mention, token, row["gender"], row["number"] == "plural")

    def _quoted(self, token: Token) -> bool:
        return any(q.start <= token.start < q.end for q in self.quotations)

    def _actor_at(self, head: int) -> Actor | None:
        found = [s.mention for s in self.sketches if s.mention.head == head and s.mention.index in self.done]
        return self.done[max(found, key=lambda m: m.last - m.first).index] if found else None

    def _as(self, mention: Mention, actor: Actor, form: str, why: str) -> Actor:
        self.why[mention.index] = why
        return replace(
            actor, mention=self.maker.span(mention.first, mention.last), form=form, role=None, basis="inferred",
            as_="government" if actor.kind == "state" else None,
        )  # type: ignore[arg-type]  # fmt: skip

    def _relative(self, mention: Mention, token: Token) -> Actor | None:
        clause = token
        while clause.dep != "relcl" and clause.head != clause.index:
            clause = self.tokens[clause.head]
        actor = self._actor_at(clause.head) if clause.dep == "relcl" else None
        if actor is None:
            self.why[mention.index] = "its antecedent is no actor"
            return None
        return self._as(mention, actor, "pronoun", "relative pronoun of the noun before it")

    def _by_subject(self, mention: Mention, token: Token) -> Actor | None:
        subject = self.focus.subject_of(self.focus.governor(token.index).index)
        actor = self._actor_at(subject) if subject is not None else None
        return self._as(mention, actor, "pronoun", "reflexive pronoun of the subject") if actor is not None else None

    def _personal(self, mention: Mention, token: Token, gender: str, plural: bool) -> Actor | None:
        if gender == "n" and self._expletive(token):
            self.why[mention.index] = "stands for a clause or an event"
            return None

        def accepts(candidate: Candidate) -> bool:
            features = candidate.features
            if plural:
                return "plural" in features or "movement" in features
            if "plural" in features:
                return False
            if gender == "n":
                return "thing" in features or bool(features & _BODIES)
            return "person" in features and (f"gender:{gender}" in features or "gender:any" in features)

        beside = self._in_brackets(token)
        if beside is not None:
            return self._as(mention, beside, "pronoun", "named in brackets")
        found, why = self.focus.best(token.index, accepts, self._barred(mention, token), self._ahead(token, gender))
        if plural and found is None:
            return self._plural_pair(mention, token)
        if found is None or found.actor is None:
            self.why[mention.index] = why if found is None else "stands for no actor"
            return None
        return self._as(mention, found.actor, "pronoun", f"pronoun: {why}")

    def _in_brackets(self, token: Token) -> Actor | None:
        """Who stands in brackets behind a pronoun: "he (Abe) said"."""
        following = self.tokens[token.index + 1 : token.index + 3]
        if len(following) < 2 or following[0].text not in ("(", "["):
            return None
        found = [s.mention.index for s in self.sketches if s.mention.first == token.index + 2 and s.name is not None]
        return self.done.get(found[0]) if found else None

    def _expletive(self, token: Token) -> bool:
        """Whether "it" stands for nothing ("it is clear that") or for a happening ("when it might take place")."""
        verb = self.tokens[token.head]
        if token.dep not in ("nsubj", "nsubjpass"):
            return False
        if verb.pos == "ADJ":  # "made it difficult"
            return True
        below = [t for t in self.tokens[verb.index + 1 : verb.index + 15] if t.head == verb.index]
        clausal = any(t.dep in ("ccomp", "xcomp", "csubj", "advcl") for t in below)
        predicative = any(t.dep in ("acomp", "attr", "oprd") for t in below)
        if token.dep == "nsubjpass" and any(t.dep == "ccomp" for t in below):
            return True
        if verb.lemma in ("be", "seem", "appear", "become", "remain"):
            return (
                clausal
                or predicative
                and any(
                    t.dep in ("ccomp", "xcomp", "advcl", "acl", "relcl") and t.head in {b.index for b in below}
                    for t in self.tokens[verb.index + 1 : verb.index + 15]
                )
            )
        word = self.registry.reference_words.get(verb.lemma)
        if word == "expletive":
            return clausal
        return word == "event_verb" and not any(
            t.dep == "xcomp" or (t.dep == "dobj" and t.norm not in ("place", "part")) for t in below
        )

    def _barred(self, mention: Mention, token: Token) -> frozenset[str]:
        """Who a pronoun cannot be: the subject of its own verb, and whom the phrase names in which it stands."""
        barred = set()
        above = self.tokens[token.head]
        verb = self.tokens[above.head] if above.pos == "ADP" else above
        if token.dep in ("dobj", "dative", "pobj") and token.tag != "PRP$" and verb.pos in ("VERB", "AUX"):
            subject = self.focus.subject_of(verb.index)
            actor = self._actor_at(subject) if subject is not None and subject != token.index else None
            if actor is not None:
                barred.add(actor.id)
        if self._quoted(token):  # of himself a speaker says "I"
            verb = self.focus.governor(token.index)
            while verb.head != verb.index and self._quoted(verb):
                verb = self.tokens[verb.head]
            subject = self.focus.subject_of(verb.index) if not self._quoted(verb) else None
            actor = self._actor_at(subject) if subject is not None else None
            barred.update([actor.id] if actor is not None and actor.kind == "person" else [])
        for sketch in self.sketches:
            around = sketch.mention
            if around.first <= mention.first and mention.last <= around.last and around.index in self.done:
                barred.add(self.done[around.index].id)
            elif around.first == mention.first and around.index in self.identities.apposed:
                other = self.done.get(self.identities.apposed[around.index])
                if other is not None:
                    barred.add(other.id)
        return frozenset(barred)

    def _ahead(self, token: Token, gender: str) -> Candidate | None:
        """The subject of the main clause, for a pronoun in an adverbial before it."""
        if gender not in ("m", "f"):
            return None
        subject = self.focus.fronted(token.index)
        if subject is None:
            return None
        for sketch in self.sketches:
            actor = self.done.get(sketch.mention.index)
            if sketch.mention.head == subject and sketch.name is not None and actor is not None:
                return self._candidate(sketch.mention, actor, sketch)
        return None

    def _plural_pair(self, mention: Mention, token: Token) -> Actor | None:
        pair = self.pairs.before(token.index, self.done, self.sketches, same_sentence=True)
        if pair is None:
            self.why.setdefault(mention.index, "several or nobody in focus")
            return None
        self.why[mention.index] = "the two named together before"
        return self._together(mention, pair, "pronoun")

    def _together(self, mention: Mention, pair: Sequence[Actor], form: str) -> Actor:
        name = " and ".join(actor.name for actor in pair)
        return Actor(
            id=f"collective/{slug(name)}", name=name, kind="collective", mention=self.maker.span(mention.first, mention.last),
            form=form, basis="inferred", members=tuple(actor.id for actor in pair),
        )  # type: ignore[arg-type]  # fmt: skip

    # descriptions

    def _collective(self, sketch: Sketch) -> Actor | None:
        """ "Both sides", "the two leaders": the two parties before, if there are just two; else a collective without members."""
        mention, phrase = sketch.mention, sketch.phrase
        assert phrase is not None
        if phrase.owner_pronoun is not None and self._quoted(self.tokens[phrase.owner_pronoun]):
            self.why[mention.index] = "its speaker says who it is"
            return None
        words = [self.registry.collective_words.get(t.norm) for t in self.tokens[phrase.core : phrase.head]]
        head = self.registry.collective_words[phrase.noun]
        text = self.maker.text(phrase.core, phrase.head + 1)
        actor = Actor(
            id=f"collective/{slug(text)}", name=text, kind="collective", mention=self.maker.span(mention.first, mention.last),
            form="description",
        )  # fmt: skip
        if not any(row is not None and row["class"] == "pair" for row in words):
            return actor
        pair = self.pairs.before(
            mention.first, self.done, self.sketches, people=head["as"] == "person", aside=self._agent(mention)
        )
        if pair is None:
            self.why[mention.index] = "members not told"
            return actor
        self.why[mention.index] = "the two parties named together before"
        return replace(actor, members=tuple(a.id for a in pair), basis="inferred")

    def _agent(self, mention: Mention) -> frozenset[str]:
        """Who calls upon "both sides" is not one of them."""
        verb = self.focus.governor(mention.head)
        found = set()
        while True:
            subject = self.focus.subject_of(verb.index)
            actor = self._actor_at(subject) if subject is not None else None
            if actor is not None:
                found.add(actor.id)
            if verb.head == verb.index:
                return frozenset(found)
            verb = self.tokens[verb.head]

    def _own_state(self, sketch: Sketch) -> Actor | None:
        """ "His country": the state for which its possessor acts."""
        mention, phrase = sketch.mention, sketch.phrase
        assert phrase is not None
        if phrase.owner_pronoun is None:
            return self._the_country(mention, phrase.definite)
        owner = self._actor_at(phrase.owner_pronoun)
        if owner is None:
            self.why[mention.index] = (
                "its speaker says who it is" if self._quoted(self.tokens[mention.first]) else "its owner is open"
            )
            return None
        state = self.registry.known.get(f"state/{owner.iso3}") if owner.iso3 else None
        if state is None:
            self.why[mention.index] = f"the country of {owner.name} is not told"
            return None
        return self._as(
            mention,
            self.maker.actor(state, mention.first, mention.last, "description"),
            "description",
            f"country of {owner.id}",
        )

    def _the_country(self, mention: Mention, definite: bool) -> Actor | None:
        found, why = (
            self.focus.best(mention.head, lambda c: bool(c.features & {"state", "demonym"}))
            if definite
            else (None, "any country")
        )
        if found is None or found.actor is None:
            self.why[mention.index] = why
            return None
        return self._as(mention, found.actor, "description", "the state in focus")

    def _person(self, sketch: Sketch) -> Actor | None:
        """ "The president", "his Chinese counterpart", "the veteran leader", "a close ally" beside a name."""
        mention, phrase = sketch.mention, sketch.phrase
        assert phrase is not None
        apposed = self.identities.apposed.get(mention.index)
        role = self.identities.described_role(
            phrase, self._actor_at(phrase.owner_pronoun) if phrase.owner_pronoun is not None else None
        )
        if apposed is not None and apposed in self.done:
            named = self._with_role(self.done[apposed], role, phrase.past, sketch)
            self.done[apposed] = named
            self.why[mention.index] = "stands beside the name"
            return replace(
                named, mention=self.maker.span(mention.first, mention.last), form="role" if role else "description"
            )
        if phrase.plural or mention.actor is not None:
            return None
        actor, why = self.identities.by_description(phrase, role, mention, self.focus, self.done)
        self.why[mention.index] = why
        if actor is None:
            return None
        return replace(
            actor, mention=self.maker.span(mention.first, mention.last), form="role" if role is not None else "description", role=role,
            iso3=actor.iso3,
        )  # fmt: skip

    def _with_role(self, actor: Actor, role: Role | None, past: bool, sketch: Sketch) -> Actor:
        if role is None or actor.role is not None:
            return actor
        phrase = sketch.phrase
        assert phrase is not None
        states = {o.iso3 for o in phrase.owners if o.kind in ("state", "organ") and o.iso3}
        acts_for = None if past else states.pop() if len(states) == 1 else actor.iso3
        return replace(actor, role=role, iso3=acts_for)

    def _body(self, sketch: Sketch) -> Actor | None:
        """ "The ministry", "its government": the organ of its owner, else the last one called so."""
        mention, phrase = sketch.mention, sketch.phrase
        assert phrase is not None
        if len(phrase.owners) > 1:
            each = [self.maker.describe(replace(phrase, owners=(owner,))) for owner in phrase.owners]
            return self._together(mention, [actor for actor in each if actor is not None], "description")
        if phrase.owner_pronoun is not None:
            owner = self._actor_at(phrase.owner_pronoun)
            state = self.registry.known.get(f"state/{owner.iso3}") if owner is not None and owner.iso3 else None
            if state is not None:
                made = self.maker.describe(replace(phrase, owners=(state,), owner_pronoun=None))
                if made is not None:
                    self.why[mention.index] = f"of the country of {owner.id}" if owner else ""
                    return replace(made, form="description", basis="inferred")
            self.why[mention.index] = "whose it is stays open"
            return None
        person = next((self.done[s.mention.index] for s in self.sketches if self._names_inside(s, sketch)), None)
        state = self.registry.known.get(f"state/{person.iso3}") if person is not None and person.iso3 else None
        if state is not None and phrase.kind == "organ":  # "the Trump administration"
            made = self.maker.describe(replace(phrase, owners=(state,)))
            self.why[mention.index] = f"of the country of {person.id}" if person else ""
            return replace(made, form="description", basis="inferred") if made is not None else None
        return self._said_before(sketch) if phrase.definite else None

    def _names_inside(self, inner: Sketch, outer: Sketch) -> bool:
        inside = outer.mention.first <= inner.mention.first and inner.mention.last <= outer.mention.head
        return inner.name is not None and inside and inner.mention.index in self.done

    def _said_before(self, sketch: Sketch) -> Actor | None:
        """ "The ministry", "the delegation", "the group": what was called so before, or the group in focus."""
        mention, phrase = sketch.mention, sketch.phrase
        assert phrase is not None
        noun = self.tokens[mention.head].lemma
        for candidate in self.focus.recent(mention.sentence):
            if (
                candidate.actor is not None
                and self.tokens[candidate.head].lemma == noun
                and candidate.actor.kind != "document"
            ):
                return self._as(mention, candidate.actor, "description", "the one named before")
        row = self.registry.group_nouns.get(phrase.noun) if phrase.kind == "group" else None
        if row is not None and (row["as"] == "back" and not phrase.plural or row["sector"] == "REB"):
            kinds = {"armed_group", "movement"} if row["kind"] == "movement" else {"organisation"}
            found, why = self.focus.best(mention.head, lambda c: bool(c.features & kinds))
            if found is not None and found.actor is not None:
                return self._as(mention, found.actor, "description", f"group {why}")
        self.why[mention.index] = "whose it is is not told"
        return None

    def _states_spread(self) -> None:
        """Let every mention of a person act for the one state for which the article says they act somewhere."""
        past = {s.mention.index for s in self.sketches if s.name is not None and s.name.past}
        told: dict[str, set[str]] = {}
        for index, actor in self.done.items():
            if actor.kind == "person":
                told.setdefault(actor.id, set()).update(
                    ["past"] if index in past else [actor.iso3] if actor.iso3 else []
                )
        for index, actor in self.done.items():
            if (
                actor.kind == "person"
                and actor.iso3 is None
                and len(told[actor.id] - {"past"}) == 1
                and "past" not in told[actor.id]
            ):
                self.done[index] = replace(actor, iso3=next(iter(told[actor.id])))

    def _papers_named(self) -> None:
        """Give every mention of a document the fullest name that the article has for it."""
        for index, actor in self.done.items():
            if actor.kind == "document":
                self.done[index] = self.papers.named(actor)

    def _final(self, mention: Mention) -> Mention:
        actor = self.done.get(mention.index)
        why = self.why.get(mention.index, "" if actor is not None else mention.why)
        if actor is None:
            return replace(mention, why="not resolved" if why in ("", OPEN) else why)
        place = actor.kind == "place" or actor.as_ == "place"
        return replace(mention, actor=actor, iso3=actor.iso3, why=why, reading="place" if place else "actor")


def _speaker(reading: Reading, token: Token) -> Actor | None:
    """The speaker of the innermost attributed words in which `token` stands."""
    around: list[tuple[int, Attribution]] = []
    for attribution in reading.attributions:
        quoted = [reading.quotations[q] for q in attribution.quotations]
        size = [s.end - s.start for s in [*attribution.content, *quoted] if s.start <= token.start < s.end]
        if size and attribution.source_head is not None:
            around.append((min(size), attribution))
    for _, attribution in sorted(around, key=lambda pair: (pair[0], pair[1].index)):
        mention = reading.mention_at.get(attribution.source_head if attribution.source_head is not None else -1)
        if mention is not None and mention.actor is not None:
            return mention.actor
    return None


def _quoted(reading: Reading, registry: Registry, mention: Mention) -> Mention:
    tokens = reading.tokens[mention.first : mention.last]
    first = next(
        (t for t in tokens if registry.pronouns.get(t.norm, {}) and registry.pronouns[t.norm]["person"] == "1"), None
    )
    if mention.actor is not None or first is None:
        return mention
    inside = any(q.start <= first.start < q.end for q in reading.quotations)
    speaker = _speaker(reading, first) if inside else None
    if speaker is None:
        return mention
    span = reading.span(mention.first, mention.last)
    plural = registry.pronouns[first.norm]["number"] == "plural" or len(tokens) > 1
    state = registry.known.get(f"state/{speaker.iso3}") if speaker.iso3 else None
    if len(tokens) > 1 and tokens[-1].tag == "NNS":
        return _our_countries(reading, registry, mention, speaker)
    if plural and state is not None:
        actor = Actor(
            id=state.id,
            name=state.name,
            kind="state",
            mention=span,
            form="pronoun",
            basis="inferred",
            iso3=state.iso3,
            as_="government",
        )
    elif len(tokens) > 1:
        return replace(mention, why=f"the country of {speaker.name} is not told")
    else:
        actor = replace(speaker, mention=span, form="pronoun", basis="inferred", role=None)
    return replace(mention, actor=actor, iso3=actor.iso3, why=f"the speaker is {speaker.id}")


def _our_countries(reading: Reading, registry: Registry, mention: Mention, speaker: Actor) -> Mention:
    """ "Our countries" in a quotation: the speaker's, and the one other that the sentence speaks of."""
    others: dict[str, None] = {}
    for other in reading.mentions:
        if other.sentence == mention.sentence and other.last <= mention.first and other.actor is not None:
            if other.iso3 and other.iso3 != speaker.iso3 and other.actor.kind in ("state", "person", "organ"):
                others[f"state/{other.iso3}"] = None
    members = (f"state/{speaker.iso3}", *others) if speaker.iso3 and len(others) == 1 else ()
    text = reading.span(mention.first, mention.last).text
    name = " and ".join(registry.known[m].name for m in members) if members else text
    actor = Actor(
        id=f"collective/{slug(name)}", name=name, kind="collective", mention=reading.span(mention.first, mention.last),
        form="description", basis="inferred" if members else "stated", members=members,
    )  # fmt: skip
    return replace(mention, actor=actor, why=f"the speaker is {speaker.id}" + ("" if members else "; members not told"))


def mentions_of(mentions: Iterable[Mention], identity: str) -> tuple[Mention, ...]:
    """Return the mentions of the actor `identity`."""
    return tuple(mention for mention in mentions if mention.actor is not None and mention.actor.id == identity)

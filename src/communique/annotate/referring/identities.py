"""Which person is meant: by full or short name, by title, by a description beside the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from communique.annotate.naming.kin import has_kin
from communique.annotate.naming.mentions import Maker, Sketch
from communique.annotate.naming.people import PersonName
from communique.annotate.naming.phrases import Phrase
from communique.annotate.referring.antecedents import SEVERAL, Candidate, Focus
from communique.lexicon.actors import Known
from communique.lexicon.spellings import pieces, slug
from communique.lexicon.words import load_words
from communique.reading import Mention
from communique.records.actors import Actor, Role

Held = Callable[[Actor, str, Known | None], bool]
UNNAMED = "an office-holder whom the article does not name"
"""`why` of a title by itself; `references` looks again for a name when the whole article is read."""
CLASSES = ("HOS", "HOG", "FM", "DM")
"""Classes of office that one person holds at a time."""
_SAME = (*CLASSES, "SPOKES", "OTHER")
"""Classes of titles that nobody of another class bears: a spokesman or an ambassador is no minister of that name."""
_HEADS = ("HOS", "HOG")
_UNKNOWN = frozenset({"ORG", "GPE", "LOC"})


class Identities:
    """The people of one article, collected from their fullest names."""

    def __init__(self, maker: Maker, sketches: Sequence[Sketch]) -> None:
        """Collect names, roles and genders from `sketches`."""
        self._maker, self._registry, self._sketches = maker, maker.registry, sketches
        self._short: dict[str, dict[str, Actor]] = {}
        self._gender: dict[str, str] = {}
        self._likely: dict[str, str] = {}
        self._named_at: dict[str, list[int]] = {}
        self._called: dict[str, str] = {}
        self._named: dict[str, Actor] = {}
        self._with_kin: set[str] = set()
        self.roles: dict[str, list[tuple[str, str | None, Role]]] = {}
        self.apposed: dict[int, int] = {}
        for sketch in sketches:
            if sketch.name is not None and sketch.mention.actor is not None:
                self._register(sketch.name, sketch.mention.actor)
        self._usual = self._variants()
        self._appose()

    def _register(self, name: PersonName, actor: Actor) -> None:
        plain = replace(actor, role=None, form="name")
        if not name.past:
            self._named.setdefault(actor.id, plain)
        self._named_at.setdefault(actor.id, []).append(name.first)
        if has_kin(self._maker.tokens, name):
            self._with_kin.add(actor.id)
        words = [w for w in actor.name.split() if w[:1].isupper()]
        shorts = [*words, " ".join(words[1:]), *(name.known.short if name.known else ())]
        written = self._maker.text(name.first, name.last).split()
        for short in [*shorts, *written, " ".join(written[1:]), " ".join(written[-2:])]:
            if short[:1].isupper() or " " in short:
                self._short.setdefault(" ".join(pieces(short)), {}).setdefault(actor.id, plain)
        if name.known is not None and name.known.gender:
            self._gender[actor.id] = name.known.gender
        elif name.gender:
            self._gender.setdefault(actor.id, name.gender)
        else:
            self._likely[actor.id] = self._registry.likely_gender(actor.name)
        self._has_role(name, actor)

    def _has_role(self, name: PersonName, actor: Actor) -> None:
        if actor.role is not None and name.noun:
            noun = self._registry.person_nouns[name.noun]
            self.roles.setdefault(actor.id, []).append((noun.office_class, actor.role.of, actor.role))

    def _variants(self) -> dict[str, Actor]:
        """Other full names of people -> the one that the article uses most: "Amina Ali Nkeki" is "Amina Ali", unless
        the article tells of relatives of hers."""
        full = {actor.id: actor for bearers in self._short.values() for actor in bearers.values()}
        words = {identity: pieces(actor.name) for identity, actor in full.items()}
        found: dict[str, Actor] = {}
        for one in full:
            alike = [o for o in full if _within(words[one], words[o]) or _within(words[o], words[one])]
            best = max(
                [one, *alike], key=lambda o: (o.startswith("person/"), len(self._named_at[o]), -len(words[o]), o)
            )
            namesake = best in self._with_kin and len(words[one]) > len(words[best])
            if one.startswith("mention/") and best != one and len(alike) == 1 and not namesake:
                found[one] = full[best]
        for bearers in self._short.values():
            for identity in [i for i in bearers if i in found]:
                bearers.setdefault(found[identity].id, found[identity])
                del bearers[identity]
        return found

    def gender(self, identity: str) -> str:
        """Return "m", "f" or "" (unknown) for a person's id: what is known or told, else what the given name says."""
        return self._told_gender(identity) or self._likely.get(identity, "")

    def _told_gender(self, identity: str) -> str:
        known = self._registry.known.get(identity)
        return self._gender.get(identity) or (known.gender if known is not None else "")

    def learn_gender(self, identity: str, gender: str) -> None:
        """Note the gender that the text gives a person by a pronoun, unless it is known."""
        self._gender.setdefault(identity, gender)

    def person(self, sketch: Sketch) -> Actor | None:
        """Return who a person's name means: itself if full; else the bearer in this article, else the one in office by
        that name.
        """
        name, mention = sketch.name, sketch.mention
        assert name is not None
        if mention.actor is not None:
            if mention.actor.id in self._with_kin and not name.title:
                bearer = self._bearer(self._maker.text(name.first, name.last), name)  # or a relative, if named last
                return replace(bearer, mention=mention.actor.mention) if bearer is not None else mention.actor
            usual = self._usual.get(mention.actor.id)
            return replace(mention.actor, id=usual.id, name=usual.name) if usual is not None else mention.actor
        text = self._maker.text(name.first, name.last)
        actor = self._bearer(text, name)
        if actor is None and not self._short.get(" ".join(pieces(text))):
            actor = self._office_holder(text, name)
        if actor is None:
            tokens = self._maker.tokens[name.first : name.last]
            if not (
                name.title
                or (any(t.entity == "PERSON" for t in tokens) and all(t.tag.startswith("NNP") for t in tokens))
            ):
                return None
            actor = Actor(
                id=f"mention/{slug(text)}",
                name=text,
                kind="person",
                mention=self._maker.span(mention.first, mention.last),
            )
            self._short.setdefault(" ".join(pieces(text)), {}).setdefault(actor.id, actor)
        role = self._maker.role(name)
        stated = self._maker.acts_for(name.owners, None, name.past, role) if name.owners else actor.iso3
        made = replace(
            actor,
            mention=self._maker.span(mention.first, mention.last),
            role=role,
            form="name",
            iso3=None if name.past and role is not None else stated or actor.iso3,
        )
        self._has_role(name, made)
        return made

    def _bearer(self, text: str, name: PersonName) -> Actor | None:
        genders = {"m", "f"}  # "Mrs. X" is not the man of her name
        called = self._short.get(" ".join(pieces(text)), {}).values()
        found = [
            a for a in called if not self._of_other_rank(name, a) and {name.gender, self._told_gender(a.id)} != genders
        ]
        if len(found) > 1 and name.owners:
            states = {owner.iso3 for owner in name.owners}
            found = [actor for actor in found if actor.iso3 in states] or found
        if len(found) > 1 and name.noun:
            wanted = self._registry.person_nouns[name.noun].office_class
            found = [actor for actor in found if any(c == wanted for c, _, _ in self.roles.get(actor.id, ()))] or found
        if len(found) > 1:
            found = self._called_so(text, found) or self._last_named(found, name.first)
        if len(found) == 1:
            self._called[text] = found[0].id
        return found[0] if len(found) == 1 else None

    def _of_other_rank(self, name: PersonName, bearer: Actor) -> bool:
        """Whether a royal title is told of somebody whom the article, or else the registry, knows by other ones: "King
        Hussein" is not President Saddam Hussein."""
        royal = load_words("actors/royal_nouns")
        if not royal & set(name.noun.replace("-", " ").split()):
            return False
        known = self._registry.known.get(bearer.id)
        titles = [role.title for _, _, role in self.roles.get(bearer.id, ())]
        titles = titles or [office.title for office in (self._registry.offices(known) if known is not None else ())]
        return bool(titles) and not any(royal & set(title.lower().split()) for title in titles)

    def _called_so(self, text: str, bearers: Sequence[Actor]) -> list[Actor]:
        """Whom the article called by this family name before, where it stands first in every bearer's name: "Kim" stays
        one man, however often "Kim Yong Chol" is named in full."""
        if any(pieces(bearer.name)[:1] != pieces(text)[:1] for bearer in bearers):
            return []
        called = [actor for actor in bearers if actor.id == self._called.get(text)]
        known = [actor for actor in bearers if actor.id in self._registry.known]
        return called or (known if len(known) == 1 else [])

    def _last_named(self, bearers: Sequence[Actor], at: int) -> list[Actor]:
        """Those of `bearers` whom the last sentence before token `at` that names any of them names in full."""
        sentence_of = [token.sentence for token in self._maker.tokens]
        latest: dict[int, list[Actor]] = {}
        for actor in bearers:
            before = [place for place in self._named_at.get(actor.id, ()) if place < at]
            if before:
                latest.setdefault(sentence_of[before[-1]], []).append(actor)
        return latest[max(latest)] if latest else []

    def _office_holder(self, text: str, name: PersonName) -> Actor | None:
        """The one known person called `text` who is in office on the article's day; with a title, in that office."""
        day = self._maker.day
        people = self._registry.called(text)
        if not people or name.past:
            return None
        wanted = self._registry.person_nouns[name.noun].office_class if name.noun else None
        fitting = [p for p in people if self._may_be(p, day, wanted, name.owners)]
        if len(fitting) != 1:
            return None
        actor = self._maker.actor(fitting[0], name.left, name.last, "name")
        return replace(actor, iso3=self._registry.acts_for(fitting[0], day), basis="inferred")

    def _may_be(self, person: Known, day: str | None, wanted: str | None, owners: Sequence[Known]) -> bool:
        offices = self._registry.in_office(person, day) if day else tuple(self._registry.offices(person))
        bodies = {owner.iso3 if owner.kind in ("state", "organ") else owner.id for owner in owners}
        if bodies:
            offices = tuple(o for o in offices if o.body in bodies)
        if wanted in _SAME:
            return any(o.office_class == wanted for o in offices)
        if bodies or wanted is not None:
            return bool(offices)
        if day is None or len(self._registry.called(person.short[0] if person.short else person.name)) > 3:
            return any(o.office_class in CLASSES and o.body in self._states_named for o in offices) and day is not None
        return any(o.office_class in CLASSES or o.body in self._states_named for o in offices)

    @property
    def _states_named(self) -> set[str]:
        return {hit.known.iso3 or hit.known.id for hit in self._maker.hits}

    def _appose(self) -> None:
        """Pair descriptions with the names that they stand beside: "China's foreign minister, Qin Gang," and the
        reverse.
        """
        names = {s.mention.first: s for s in reversed(self._sketches) if s.name is not None}
        ends = {s.mention.last: s for s in self._sketches if s.name is not None}
        for sketch in self._sketches:
            phrase = sketch.phrase
            if phrase is None or phrase.kind != "person" or phrase.plural:
                continue
            after = names.get(self._past_complement(phrase, names) + 1)
            before = ends.get(phrase.first - 1)
            if after is not None and self._comma(after.mention.first - 1) and self._beside(phrase, after):
                self.apposed[sketch.mention.index] = after.mention.index
            elif before is not None and self._comma(before.mention.last) and self._follows(phrase, before):
                self.apposed[sketch.mention.index] = before.mention.index

    def _comma(self, index: int) -> bool:
        return index < len(self._maker.tokens) and self._maker.tokens[index].norm in (",", "—", "–", "-", "(")

    def _past_complement(self, phrase: Phrase, names: Mapping[int, Sketch]) -> int:
        """Where a description ends, "of X" included ("a close ally of President X")."""
        tokens, end = self._maker.tokens, phrase.last
        if end + 1 >= len(tokens) or tokens[end].norm not in ("of", "to", "for", "in", "at"):
            return end
        if tokens[end].norm in ("of", "for", "to") and end + 1 in names:
            return names[end + 1].mention.last
        at = end + 2 if tokens[end + 1].norm == "the" else end + 1
        hit = self._maker.hit_at.get(at)
        if hit is not None and hit.first == at:
            return hit.last
        last = at
        while last < len(tokens) and tokens[last].entity in _UNKNOWN and tokens[last].pos == "PROPN":
            last += 1  # "the leader of the Harbour League, N", "the envoy for the Sahel": what nobody knows
        return last if last > at else end

    def _beside(self, phrase: Phrase, name: Sketch) -> bool:
        """ "D, N": by the parser's word, or because the name is closed off again by a comma or full stop."""
        tokens = self._maker.tokens
        head = tokens[name.mention.head]
        description = tokens[phrase.head]
        begins = phrase.first == self._maker.sentences[description.sentence].first
        if begins and head.dep in ("nsubj", "nsubjpass") and description.head == head.head:
            return True  # not "The envoy, N said, had lied"
        last = name.mention.last
        closed = (
            last >= len(tokens)
            or tokens[last].norm in (",", ".", "—", "–", "'s")
            or tokens[last].sentence != head.sentence
        )
        apposed = head.dep == "appos" and head.head == phrase.head
        owned = (phrase.definite or bool(phrase.owners)) and description.dep != "conj"
        return closed and (apposed or owned or begins)

    def _follows(self, phrase: Phrase, name: Sketch) -> bool:
        """ "N, D": by the parser's word."""
        head = self._maker.tokens[phrase.head]
        return head.dep == "appos" and name.mention.first <= head.head < name.mention.last

    def described_role(self, phrase: Phrase, possessor: Actor | None) -> Role | None:
        """Return the role that a description states ("the Chinese president"), or that "his counterpart" implies."""
        noun = self._registry.person_nouns[phrase.noun]
        owner = phrase.owner
        if noun.office_class == "COUNTERPART":
            office = self.office_of(possessor) if possessor is not None else None
            return Role(office.title, owner.id, "inferred") if office is not None and owner is not None else None
        if not noun.official or self._maker.private(phrase.first, phrase.head):
            return None
        tokens = self._maker.tokens
        if phrase.owner_word is not None and possessor is None and tokens[phrase.owner_word].tag == "PRP$":
            return None  # "its president", of a firm perhaps
        public = any(t.norm in load_words("actors/public_words") for t in tokens[phrase.first : phrase.head])
        if role_free(noun.office_class) and owner is None and not public:
            return None  # "the veteran leader" describes, it gives no office, "the rebel leader" does
        start = phrase.first
        for index in range(phrase.first, phrase.core):
            token = tokens[index]
            if token.pos in ("DET", "PRON") or token.tag in ("POS", "PRP$") or self._in_hit(index):
                start = index + 1
        of = owner.id if owner is not None else None
        if of is None and possessor is not None and possessor.kind in ("state", "organ", "organisation", "armed_group"):
            of = possessor.id  # "its spokesman"
        return Role(self._maker.text(start, phrase.head + 1), of, "stated")

    def office_of(self, person: Actor) -> Role | None:
        """Return the office that the text gives a person, the first if there are several."""
        return next((role for c, _, role in self.roles.get(person.id, []) if c not in ("SPOKES", "COUNTERPART")), None)

    def _in_hit(self, index: int) -> bool:
        return index in self._maker.hit_at

    def by_description(
        self,
        phrase: Phrase,
        role: Role | None,
        mention: Mention,
        focus: Focus,
        done: Mapping[int, Actor],
        barred: frozenset[str] = frozenset(),
    ) -> tuple[Actor | None, str]:
        """Return whom a description without a name means, and why: somebody named before and not `barred`, else who
        held the office that day.
        """
        noun = self._registry.person_nouns[phrase.noun]
        office = self._class_of(role, noun.office_class)
        owner = phrase.owner
        named = None
        if noun.use not in ("source", "private"):  # "the Russian tycoon" is not Russia's president, named before
            named = self._named_before(office, owner, mention, focus, barred, phrase.noun if office == "OTHER" else "")
        if named is None and owner is not None and noun.office_class == "COUNTERPART" and office in _HEADS:
            other = _HEADS[1 - _HEADS.index(office)]  # a president's counterpart may be a prime minister
            named = self._given_in_article(other, owner, mention, focus, barred)
        if named is not None:
            return named, "the one named with this role"
        if owner is not None and role is not None:
            return self._by_office(office, owner, phrase, role, mention)
        if (
            noun.use in ("description", "role")
            and role_free(noun.office_class)
            and phrase.definite
            and phrase.owner_word is None
        ):
            found, why = focus.best(phrase.head, is_person, barred)
            if found is not None and found.actor is not None:
                return replace(found.actor, role=None, basis="inferred"), f"description of somebody {why}"
        abroad = noun.office_class == "COUNTERPART" and owner is not None  # "her Danish counterpart", whosever it is
        if not abroad and (phrase.owner_word is not None or noun.use != "source"):
            return None, "nobody in the article was given this role"
        return self._maker.unnamed(phrase), ""

    def _class_of(self, role: Role | None, office_class: str) -> str:
        if office_class != "COUNTERPART" or role is None:
            return office_class
        given = chain.from_iterable(self.roles.values())
        return next((known for known, _, told in given if told.title == role.title), office_class)

    def _named_before(
        self, office: str, owner: Known | None, mention: Mention, focus: Focus, barred: frozenset[str], noun: str
    ) -> Actor | None:
        """The person in focus who was given this class of office, by the text, else by the registry; None where two
        come equally close."""
        for test in (self._given, self._held):

            def accepts(candidate: Candidate, test: Held = test) -> bool:
                actor = candidate.actor
                before = candidate.first < mention.first
                fits = actor is not None and test(actor, office, owner)
                return actor is not None and actor.kind == "person" and before and fits and self._called_by(actor, noun)

            found, why = focus.best(mention.head, accepts, barred)
            if found is not None and found.actor is not None:
                return replace(found.actor, role=None, basis="inferred")
            if why == SEVERAL:
                return None
        return None

    def _given_in_article(
        self, office: str, owner: Known | None, mention: Mention, focus: Focus, barred: frozenset[str]
    ) -> Actor | None:
        """The one person whom the text before gave this office of this body, however far back."""
        before = [c.actor for c in focus.seen if c.first < mention.first and c.actor is not None]
        found = {a.id: a for a in before if a.kind == "person" and a.id not in barred and self._given(a, office, owner)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _given(self, actor: Actor, office: str, owner: Known | None) -> bool:
        """Whether the text gives a person an office of this class, of this body if one is named."""
        offices = _offices(office, owner)
        body = (owner.iso3 if owner.kind in ("state", "organ") else owner.id) if owner is not None else None
        return any(
            given in offices
            and (body is None or of in (owner.id if owner else None, f"state/{body}") or actor.iso3 == body)
            for given, of, _ in self.roles.get(actor.id, ())
        )

    def _called_by(self, actor: Actor, noun: str) -> bool:
        """Whether a person bears a title like `noun`, where classes say little: "the minister" is no ambassador."""
        nouns = self._registry.person_nouns
        titles = [role.title.lower() for _, _, role in self.roles.get(actor.id, ())]
        alike = (
            [t for t in titles if t.split()[-1] == noun.split()[-1] or nouns.get(t, None) is nouns[noun]]
            if noun
            else []
        )
        return not noun or not titles or bool(alike)

    def _held(self, actor: Actor, office: str, owner: Known | None) -> bool:
        """Whether a person holds an office of this class by the registry."""
        known = self._registry.known.get(actor.id)
        if known is None or office in ("SPOKES", "OTHER"):
            return False
        body = (owner.iso3 if owner.kind in ("state", "organ") else owner.id) if owner is not None else None
        held = self._registry.in_office(known, self._maker.day)
        return any(o.office_class in _offices(office, owner) and (body is None or o.body == body) for o in held)

    def in_office(self, office: str, owner: Known, people: Sequence[Actor]) -> Actor | None:
        """Return the one of `people` who holds an office of this class of `owner`: by the text, else by the
        registry."""
        for test in (self._given, self._held):
            found = [actor for actor in people if test(actor, office, owner)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def gives(self, actor: Actor, role: Role, noun: str) -> None:
        """Note the office that a description beside a name gives a person."""
        given = (self._registry.person_nouns[noun].office_class, role.of, role)
        if given not in self.roles.setdefault(actor.id, []):
            self.roles[actor.id].append(given)

    def _told_by_article(self, office: str, owner: Known) -> Actor | None:
        """The one person whom no table knows and whom the article gives this office of a state: newer than the
        registry."""
        of = f"state/{owner.iso3}"
        found = [
            actor
            for identity, actor in self._named.items()
            if identity.startswith("mention/") and owner.kind == "state"
            if any(given == office and body == of for given, body, _ in self.roles.get(identity, ()))
        ]
        return found[0] if len(found) == 1 else None

    def _by_office(
        self, office: str, owner: Known, phrase: Phrase, role: Role, mention: Mention
    ) -> tuple[Actor | None, str]:
        day = self._maker.day
        plain = role.basis == "inferred" or role.title.lower() == phrase.noun  # no "humanitarian chief" for "chief"
        single = office in (*CLASSES, "HEAD") and plain and not phrase.past and owner.kind != "organ"
        body = (owner.iso3 if owner.kind == "state" else None) or owner.id
        holders = self._registry.holders(body, "", day, role.title) if day and single else ()
        holders = holders or (self._registry.holders(body, office, day) if day and single else ())
        told = self._told_by_article(office, owner) if len(holders) == 1 and holders[0].id not in self.roles else None
        if told is not None:
            at = self._maker.span(mention.first, mention.last)
            return replace(
                told, mention=at, form="role", iso3=owner.iso3, basis="inferred"
            ), "the article names its holder"
        if len(holders) == 1:
            actor = self._maker.actor(holders[0], mention.first, mention.last, "role")
            return replace(actor, iso3=owner.iso3, basis="inferred"), f"held this office on {day}"
        text = self._maker.text(self._maker.after_determiner(phrase), phrase.last)
        return (
            Actor(
                id=f"mention/{slug(text)}", name=text, kind="person", mention=self._maker.span(mention.first,
                mention.last), form="role",
                iso3=owner.iso3 if owner.kind in ("state", "organ") and not phrase.past else None,
            ),
            UNNAMED,
        )  # fmt: skip


def _within(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether `words` stand in `longer` in the same order, with the same first or last word."""
    rest = iter(longer)
    return 1 < len(words) < len(longer) <= len(words) + 2 and all(word in rest for word in words) and (
        words[0] == longer[0] or words[-1] == longer[-1]
    )  # fmt: skip


def _offices(office: str, owner: Known | None) -> tuple[str, ...]:
    """The classes of office that a description of this class may mean: "the Kenyan leader" heads state or
    government."""
    if office in ("", "LEADER"):
        return ("HOS", "HOG", "LEADER") if owner is not None else ()
    return (office,)


def is_person(candidate: Candidate) -> bool:
    """Whether `candidate` is one person."""
    return "person" in candidate.features


def role_free(office_class: str) -> bool:
    """Whether a noun of this class can describe anybody in focus ("the leader"), not only somebody given that role."""
    return office_class in ("", "LEADER")

"""Posts that the article gives people elsewhere, and whose state the nameless people around an office-holder serve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from communique.annotate.naming.mentions import Sketch
from communique.annotate.naming.phrases import Phrase, longest_noun
from communique.annotate.referring.resolution import BESIDE, HOME, Resolution
from communique.lexicon.ranks import level
from communique.lexicon.words import load_words
from communique.reading import Mention
from communique.records.actors import Actor, Role

OF = frozenset({"of", "for", "to"})
"""Prepositions behind which whom somebody serves is named: "an aide to X", "a spokesman for X"."""
AT = OF | {"at", "with", "in"}
TOLD = "an office-holder of the state that tells it"
SOON = 2
"""So many sentences at most lie between "a Pentagon spokesman" and "spokesman N"."""
REACH = 4
"""Within so many words behind an office stands whose it is ("the president of the club")."""
LONGEST_POST = 14
"""A post's body is named within so many words ("of Asian studies at the Institute")."""


def carry_posts(state: Resolution) -> None:
    """Let each mention of a person whom the registry does not know have the post that the article gives them first.

    "Sen. N" is "N" or "he" in the next sentence; the registry's people need no post to be known.
    """
    posts: dict[str, Role] = {}
    private: set[str] = set()
    for sketch in state.sketches:
        actor = state.done.get(sketch.mention.index)
        if actor is None or actor.kind != "person" or actor.role is None or not actor.id.startswith("mention/"):
            continue
        posts.setdefault(actor.id, replace(actor.role, basis="inferred"))
        if actor.role.of is None and _is_private(state, sketch):
            private.add(actor.id)
    posts = {identity: role for identity, role in posts.items() if identity not in private}
    for index, actor in state.done.items():
        if actor.kind == "person" and actor.role is None and actor.id in posts:
            state.done[index] = replace(actor, role=posts[actor.id])


def speak_on(state: Resolution) -> None:
    """Let "spokesman N", of nobody in particular, speak for whom the spokesman told of just before speaks."""
    before: tuple[int, str | None, str | None] | None = None
    for sketch in state.sketches:
        noun = sketch.name.noun if sketch.name is not None else sketch.phrase.noun if sketch.phrase is not None else ""
        entry = state.registry.person_nouns.get(noun)
        actor = state.done.get(sketch.mention.index) or sketch.mention.actor
        if entry is None or entry.office_class != "SPOKES" or actor is None:
            continue
        of = (actor.role.of if actor.role is not None else None) or next(iter(actor.members), None)
        if actor.iso3 or of:
            before = (sketch.mention.sentence, actor.iso3, of)
        elif before is not None and sketch.mention.sentence - before[0] <= SOON and _is_bare(state, sketch):
            role = Role(noun, before[2], "inferred")
            state.done[sketch.mention.index] = replace(actor, iso3=before[1], role=role, basis="inferred")


def _is_bare(state: Resolution, sketch: Sketch) -> bool:
    """Whether a name has a title and nothing that tells whose: "spokesman N", not "club spokesman N of"."""
    name = sketch.name
    bare = name is not None and name.title is not None and name.title[1] - name.left == len(name.noun.split())
    return bare and not _is_private(state, sketch)


def _is_private(state: Resolution, sketch: Sketch) -> bool:
    """Whether the post is one "of", "at" a body that nobody knows: "N, director of studies at an institute"."""
    last = state.maker.sentences[sketch.mention.sentence].last
    behind = state.tokens[sketch.mention.last : min(sketch.mention.last + LONGEST_POST, last)]
    if not behind or behind[0].norm not in AT:
        return False
    rest = takewhile(lambda token: token.pos not in ("PUNCT", "VERB", "AUX"), behind)
    bodies = [state.actor_at(token.index) for token in rest if token.entity == "ORG"]
    return bool(bodies) and not any(actor is not None and actor.diplomatic for actor in bodies)


def serve_states(state: Resolution) -> None:
    """Let the aides and spokesmen of an office-holder act for the state for which that one acts: "N's spokesman"."""
    for sketch in state.sketches:
        phrase, mention = sketch.phrase, sketch.mention
        if phrase is None or phrase.kind != "person" or phrase.owners or phrase.past:
            continue
        noun = state.registry.person_nouns[phrase.noun]
        actor = state.done.get(mention.index) or mention.actor
        if not (noun.use == "role" or noun.serves) or (actor is not None and actor.iso3):
            continue
        served = next((one for one in _served(state, sketch) if one.kind == "person" and one.iso3), None)
        if served is not None and (actor is None or actor.id.startswith("mention/")):
            made = actor or state.maker.unnamed(phrase)
            state.done[mention.index] = replace(made, iso3=served.iso3)
            state.why[mention.index] = f"in the service of {served.id}"


def serve_home(state: Resolution) -> None:
    """Let "a government spokesman", "military officials", "lawmakers" and "the ministers" act for the one state that
    the article is about; lawmakers also for the one told of beside them."""
    for sketch in state.sketches:
        index, phrase = sketch.mention.index, sketch.phrase
        actor = state.done.get(index) or sketch.mention.actor
        if actor is None or actor.iso3 is not None or actor.members or actor.kind not in ("person", "unknown"):
            continue
        legislators = phrase is not None and _are_legislators(state, phrase)
        theirs = legislators or (phrase is not None and _of_organ(state, phrase)) or _in_its_office(state, actor)
        beside = state.told_beside(sketch.mention) if legislators and state.home is None else None
        served = state.home or beside
        if theirs and served is not None:
            state.done[index] = replace(actor, iso3=served.iso3, basis="inferred")
            state.why[index] = HOME if beside is None else BESIDE


def _are_legislators(state: Resolution, phrase: Phrase) -> bool:
    """Whether some members of a parliament are told as such alone: "lawmakers", "opposition MPs"."""
    if phrase.kind != "person" or not phrase.plural or phrase.owners or phrase.owner_word is not None or phrase.past:
        return False
    return phrase.noun in load_words("actors/legislators")


def _in_its_office(state: Resolution, actor: Actor) -> bool:
    """Whether somebody whom nobody knows has an office, of no state in particular, that the article gives nobody else
    there: "Defense Minister N" in news from that state."""
    rank = level(actor.role.title) if actor.role is not None and not actor.role.of else None
    if not rank or actor.kind != "person" or not actor.id.startswith("mention/") or state.home is None:
        return False
    others = (a for a in state.done.values() if a.iso3 == state.home.iso3 and a.id != actor.id and a.role is not None)
    return not any(level(a.role.title) == rank for a in others if a.role is not None)


def serve_tellers(state: Resolution) -> None:
    """Let an office-holder whom nobody knows act for the state that tells of him or her, "Chad said that President N
    would come", or that is told of before; not where the article gives that state another president."""
    for sketch in state.sketches:
        index = sketch.mention.index
        actor = state.done.get(index)
        if actor is None or not actor.id.startswith("mention/") or actor.iso3 or actor.role is None or actor.role.of:
            continue
        rank = level(actor.role.title)
        held = bool(rank) and actor.kind == "person"
        code = _teller(state, sketch.mention.head) or _told_of_before(state, sketch.mention) if held else None
        others = (a for a in state.done.values() if a.iso3 == code and a.id != actor.id and a.role is not None)
        if code is not None and not any(level(a.role.title) == rank for a in others if a.role is not None):
            state.done[index] = replace(actor, iso3=code, basis="inferred")
            state.why[index] = TOLD


def serve_offices(state: Resolution) -> None:
    """Give a post to those who serve an office of no state in particular: "a spokesman for the president", "government
    officials", "the foreign ministers" in news about several states."""
    posts: dict[str, Role] = {}
    for sketch in state.sketches:
        index, phrase = sketch.mention.index, sketch.phrase
        actor = state.done.get(index) or sketch.mention.actor
        if phrase is None or phrase.kind != "person" or phrase.owners or phrase.past:
            continue
        if actor is not None and (actor.iso3 or actor.members or actor.kind not in ("person", "unknown")):
            continue
        post = _post(state, sketch, phrase, actor is not None and actor.kind == "unknown")
        if post is not None:
            made = replace(actor or state.maker.unnamed(phrase), role=post)
            state.done[index] = made
            if made.kind == "person":
                posts[made.id] = post
    for index, actor in state.done.items():
        if actor.id in posts and actor.iso3 is None and (actor.role is None or actor.role.of is None):
            state.done[index] = replace(actor, role=posts[actor.id])


def _post(state: Resolution, sketch: Sketch, phrase: Phrase, nameless: bool) -> Role | None:
    """The post of somebody who serves a person in office; of the nameless also one of an organ, or an office itself."""
    title = state.maker.text(phrase.core, phrase.head + 1)
    noun = state.registry.person_nouns[phrase.noun]
    serves = noun.use == "role" or noun.serves
    if serves:
        served = next(_offices_served(state, sketch), None)
        if served is not None:
            return Role(f"{title} of {served}", None, "stated")
    before = state.tokens[phrase.first : phrase.head]
    public = serves and any(token.norm in load_words("actors/public_words") for token in before)
    joined = any(token.dep == "compound" for token in state.tokens[phrase.first : phrase.core])  # "church ministers"
    office = phrase.noun.split()[-1] in load_words("actors/office_nouns") and not joined
    return Role(title, None, "stated") if nameless and (public or office) else None


def _told_of_before(state: Resolution, mention: Mention) -> str | None:
    """The state that the sentence before is about, if the article is filed there or a place of it named beside: "Peru
    recalled its envoy. Foreign Minister N said in Lima that ..."."""
    before = [s.mention for s in state.in_sentence(mention.sentence - 1)]
    subjects = [m.head for m in before if state.tokens[m.head].dep in ("nsubj", "nsubjpass")]
    main = [head for head in subjects if state.tokens[state.tokens[head].head].dep == "ROOT"]
    main += [m.head for m in before if state.tokens[m.head].dep == "conj" and state.tokens[m.head].head in main]
    acting = [state.actor_at(head) for head in main]
    codes = {actor.iso3 for actor in acting if actor is not None and actor.kind in ("state", "organ")}
    code = codes.pop() if len(codes) == 1 else None
    here = {s.mention.iso3 for s in state.in_sentence(mention.sentence) if s.mention.reading == "place"}
    filed = state.filed is not None and state.filed.iso3 == code
    return code if code is not None and (filed or code in here) else None


def _teller(state: Resolution, head: int) -> str | None:
    """The state whose words tell what a word stands in."""
    token = state.tokens[head]
    while token.head != token.index:
        above = state.tokens[token.head]
        if token.dep == "ccomp" and above.pos == "VERB":
            actor = state.subject_actor(above)
            return actor.iso3 if actor is not None and actor.kind in ("state", "organ") else None
        token = above
    return None


def _of_organ(state: Resolution, phrase: Phrase) -> bool:
    """Whether somebody is told by an organ of a state alone: "a government spokesman", "senior army officers"."""
    if phrase.kind != "person" or phrase.owners or phrase.owner_word is not None or phrase.past:
        return False
    before = state.tokens[phrase.first : phrase.head]
    organs = any(longest_noun(state.tokens, t.index, phrase.first, state.registry.organ_nouns) for t in before)
    return organs and not state.maker.private(phrase.first, phrase.head)


def _offices_served(state: Resolution, sketch: Sketch) -> Iterator[str]:
    """Whose somebody is, where that one is in office: by name, or "the president"."""
    for head in _served_at(state, sketch):
        actor = state.actor_at(head)
        if actor is not None:
            if actor.kind == "person" and actor.diplomatic:
                yield actor.name
            continue
        found = longest_noun(state.tokens, head, 0, state.registry.person_nouns)
        last = state.maker.sentences[sketch.mention.sentence].last
        office = found is not None and state.registry.person_nouns[found[0]].use == "office"
        if found is not None and office and not state.maker.private(head, min(head + REACH, last)):
            yield f"the {state.maker.text(found[1], head + 1)}"


def _served(state: Resolution, sketch: Sketch) -> Iterator[Actor]:
    """The people whose somebody is."""
    yield from (actor for head in _served_at(state, sketch) if (actor := state.actor_at(head)) is not None)


def _served_at(state: Resolution, sketch: Sketch) -> Iterator[int]:
    """The heads of those whose somebody is: the possessor, or the noun behind "of", "for", "to"."""
    head = sketch.mention.head
    for token in state.tokens[state.maker.sentences[sketch.mention.sentence].first : head + 8]:
        above = state.tokens[token.head]
        owned = token.dep == "poss" and token.head == head
        behind = token.dep == "pobj" and above.norm in OF and above.head == head
        if owned or behind:
            yield token.index

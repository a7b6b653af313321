"""Corrects attachments that English news parsers get wrong again and again, by grammar alone.

Each repair is a rule of English that the parser's tree breaks: it moves one dependent to the head that grammar allows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from communique.annotate.parsing.headlines import clipped_passive, paired_subject
from communique.annotate.parsing.hidden_verbs import bring_out
from communique.annotate.parsing.insertions import has_subject, set_apart
from communique.annotate.parsing.that_clauses import (
    content_behind_title,
    gerund_subject,
    name_before_title,
    noun_content,
    source_of_content,
    that_before_gerund,
    that_conjunct,
    verb_behind_title,
)
from communique.lexicon.words import load_words
from communique.reading import Reading, Token

_BACK = frozenset({"it", "them", "this", "that", "both"})
DAY_WORDS = 2
"""A day right behind a verb of saying has at most so many words: "today", "on Monday"."""
Repair = Callable[[Reading, Token], tuple[int, str] | None]


def repair(reading: Reading) -> tuple[Token, ...]:
    """Return the reading's tokens with wrong attachments moved (new `head` and `dep`)."""
    current = bring_out(reading)
    tokens, labelled = list(current.tokens), _by_label(current.tokens)
    for rule, labels in _RULES.items():
        moves = {
            token.index: moved
            for label in labels or labelled
            for token in labelled.get(label, ())
            if (moved := rule(current, token)) is not None
            and (moved[0] == token.index or not _below(current, moved[0], token.index))
        }
        if moves:
            for index, (head, label) in moves.items():
                tokens[index] = replace(tokens[index], head=head, dep=label)
            current = replace(reading, tokens=tuple(tokens))
            labelled = _by_label(current.tokens)
    return set_apart(current)


def _by_label(tokens: Sequence[Token]) -> Mapping[str, Sequence[Token]]:
    """The tokens that have each label: a rule looks only at those that it may move."""
    found: dict[str, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.dep, []).append(token)
    return found


def _below(reading: Reading, index: int, top: int) -> bool:
    """Whether `index` stands in the subtree of `top`: moving `top` there would make a cycle."""
    while index != top and reading.tokens[index].head != index:
        index = reading.tokens[index].head
    return index == top


def _auxiliaries(reading: Reading, token: Token) -> list[Token]:
    return [c for c in reading.dependents[token.index] if c.dep in ("aux", "auxpass")]


def _parataxis(reading: Reading, token: Token) -> tuple[int, str] | None:
    """A clause before a semicolon stands on its own ("A said it had won; B denied cheating" is no denial of A's words),
    and so does one before a comma and a verb that has its own: "A rejects the plan, B accepts it"."""
    if token.index > token.head:
        return None
    between = reading.tokens[token.index : token.head]
    if any(t.norm == '"' for t in between):
        return None
    apart = any(t.norm == ";" for t in between) or _is_another(reading, token, reading.tokens[token.head])
    return (token.index, "ROOT") if apart else None


def _is_another(reading: Reading, first: Token, verb: Token) -> bool:
    """Whether a clause and the verb behind it, each with subject and object, only stand side by side."""
    below = {child.dep: child for child in reading.dependents[verb.index]}
    own = {child.dep for child in reading.dependents[first.index]}
    thing, subject = below.get("dobj"), below.get("nsubj")
    if thing is None or subject is None or thing.norm not in _BACK:
        return False
    return thing.index > verb.index > subject.index > first.index and {"nsubj", "dobj"} <= own and "mark" not in own


def _bare_conjunct(reading: Reading, token: Token) -> tuple[int, str] | None:
    """A bare infinitive is coordinated with a bare infinitive: "called on both sides to agree ..., keep ... and prevent
    ..."."""
    head = reading.tokens[token.head]
    if token.tag != "VB" or head.tag == "VB" or head.pos not in ("VERB", "AUX") or _auxiliaries(reading, token):
        return None
    if any(c.dep in ("nsubj", "mark") for c in reading.dependents[token.index]):
        return None
    sentence = reading.sentences[token.sentence]
    earlier: Sequence[Token] = reading.tokens[sentence.first : token.index]
    partner = next(
        (t for t in reversed(earlier) if t.tag == "VB" and (t.dep == "conj" or _auxiliaries(reading, t))), None
    )
    return (partner.index, "conj") if partner else None


def _speech_participle(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "X said ..., adding that" and "X said ..., alluding to" the participle's subject is X, not the content's."""
    if token.tag != "VBG" or token.lemma not in load_words("language/en/speech_participles"):
        return None
    if token.index == 0 or not any(t.norm == "," for t in reading.tokens[max(0, token.index - 2) : token.index]):
        return None
    above = reading.tokens[token.head]
    while above.dep in ("ccomp", "xcomp", "conj") and above.index != above.head:
        above = reading.tokens[above.head]
        if above.lemma in load_words("language/en/saying_verbs") and above.index < token.index:
            return above.index, "advcl"
    return None


def _accusation_of(reading: Reading, token: Token) -> tuple[int, str] | None:
    """ "accused the leader (on Monday) of rigging": the of-phrase is the verb's, not its object's or the time's.

    An of-phrase in a name stays, and one before "of" and a deed: "accused ships of the Bank of England of hoarding".
    """
    if token.norm != "of" or _in_name(reading, token) or _before_deed(reading, token):
        return None
    noun = reading.tokens[token.head]
    deed = _has_deed(reading, token)
    while noun.dep == "pobj" and (deed or _in_name(reading, reading.tokens[noun.head]) or noun.entity == "DATE"):
        if reading.tokens[noun.head].norm != "of" and noun.entity != "DATE":
            break
        above = reading.tokens[reading.tokens[noun.head].head]
        if above.pos in ("VERB", "AUX"):
            return (above.index, "prep") if _takes_of(above, token) else None
        noun = above
    verb = reading.tokens[noun.head]
    if noun.dep in ("dobj", "nsubjpass", "npadvmod") and _takes_of(verb, token):
        return verb.index, "prep"
    return None


def _second_phrase(reading: Reading, token: Token) -> tuple[int, str] | None:
    """ "Of arming the gang and *of* hiding its leader": a preposition is coordinated with the same one before it."""
    if token.pos not in ("ADP", "SCONJ"):
        return None
    deed = reading.tokens[token.head]
    first = reading.tokens[deed.head]
    same = deed.dep in ("pcomp", "pobj") and first.norm == token.norm and first.dep == "prep"
    return (first.index, "conj") if same else None


def _has_deed(reading: Reading, token: Token) -> bool:
    return any(child.tag == "VBG" for child in reading.dependents[token.index])


def _before_deed(reading: Reading, token: Token) -> bool:
    """Whether an of-phrase without a deed is followed, inside it, by one with a deed."""
    below = (reading.tokens[i] for i in reading.subtree(token.index) if i > token.index)
    return not _has_deed(reading, token) and any(t.norm == "of" and _has_deed(reading, t) for t in below)


def _takes_of(verb: Token, token: Token) -> bool:
    return verb.lemma in load_words("language/en/of_verbs") and verb.index < token.index


def _in_name(reading: Reading, token: Token) -> bool:
    """Whether a preposition stands in a name: "the Bank of England"."""
    inner = [c for c in reading.dependents[token.index] if c.dep == "pobj"]
    return reading.tokens[token.head].pos == "PROPN" and any(t.pos == "PROPN" for t in inner)


def _blamed_on(reading: Reading, token: Token) -> tuple[int, str] | None:
    """ "blamed the strike on Moscow": the on-phrase belongs to the verb, unless the verb has one or a for-phrase."""
    if token.norm != "on":
        return None
    noun = reading.tokens[token.head]
    verb = reading.tokens[noun.head]
    if noun.dep not in ("dobj", "nsubjpass"):
        return None
    if verb.lemma not in load_words("language/en/on_verbs") or verb.index > token.index:
        return None
    taken = any(child.norm in ("on", "for") for child in reading.dependents[verb.index])
    return None if taken else (verb.index, "prep")


def _attendance_at(reading: Reading, token: Token) -> tuple[int, str] | None:
    """ "Cancelled its attendance at the summit": the phrase tells what is not attended, not where it was cancelled."""
    noun = reading.tokens[token.index - 1] if token.index else token
    attends = noun.pos == "NOUN" and noun.lemma in load_words("engagements/en/attendance_nouns")
    return (noun.index, "prep") if attends and noun.head == token.head and token.norm in ("at", "in") else None


def _list_of_names(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "Riyadh, Doha, Cairo and Manama" the second name is no apposition of the first: an "and" follows."""
    if not token.entity:
        return None
    first = reading.tokens[token.head]
    if token.entity != first.entity or token.entity not in ("GPE", "NORP"):
        return None
    below = {child.dep for child in reading.dependents[token.index]}
    return (first.index, "conj") if "conj" in below else None


def _named_pair(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "Saudi-Iranian talks" and "the Russia-Ukraine talks" the names that a hyphen joins stand side by side."""
    if token.index + 2 >= len(reading.tokens):
        return None
    hyphen, other = reading.tokens[token.index + 1 : token.index + 3]
    joined = hyphen.norm in ("-", "--", "–") and token.end == hyphen.start and hyphen.end == other.start
    capitals = token.text[:1].isupper() and other.text[:1].isupper()
    if not joined or not capitals or other.dep not in ("compound", "amod", "nmod"):
        return None
    named = bool({token.entity, other.entity} & {"GPE", "NORP"}) and reading.tokens[other.head].pos == "NOUN"
    return (other.index, "conj") if named and token.head in (other.index, other.head) else None


def _both_with_states(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "A of Chile and B of Peru" B stands beside A, not beside Chile."""
    if token.pos != "PROPN":
        return None
    state = reading.tokens[token.head]
    of = reading.tokens[state.head]
    name = reading.tokens[of.head]
    theirs = any(c.norm == "of" for c in reading.dependents[token.index])
    fits = theirs and of.norm == "of" and state.dep == "pobj" and state.pos == name.pos == "PROPN"
    return (name.index, "conj") if fits else None


def _nearest_relative(reading: Reading, token: Token) -> tuple[int, str] | None:
    """ "An ally of P, L, who ..., is ...": a relative clause after a comma is about the name right before the comma."""
    start = reading.reach(token.index)[0]
    if start < 2 or reading.tokens[start - 1].norm != "," or reading.tokens[start].tag != "WP":
        return None
    name, above = reading.tokens[start - 2], reading.tokens[token.head]
    beside = name.dep in ("appos", "conj") and name.head == above.index and above.dep == "pobj"
    return (name.index, "relcl") if beside and name.pos == above.pos == "PROPN" else None


def _after_cue(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "police said on Tuesday they had arrested ten" the day right behind the verb of saying is when it was said;
    not a day to come ("said next week they would")."""
    verb = reading.tokens[token.head]
    cue = reading.tokens[verb.head]
    said = verb.dep == "ccomp" and cue.lemma in load_words("language/en/saying_verbs") and cue.tag in ("VBD", "VBN")
    inner = [token.index, *reading.children[token.index]]
    past = load_words("language/en/past_days")
    days = [reading.tokens[i] for i in inner if reading.tokens[i].entity in ("DATE", "TIME")]
    dated = any(day.tag == "NNP" or day.norm in past for day in days)
    first, end = reading.reach(token.index)
    short = end - first <= DAY_WORDS
    return (cue.index, token.dep) if said and dated and short and first == cue.index + 1 else None


def _new_subject(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "A freed hostages and B released captives" B does not stand beside the hostages: it is the next verb's
    subject. Nor does it stand beside the day in "A left on Monday and B left on Friday"."""
    above = reading.tokens[token.head]
    day = above.entity in ("DATE", "TIME") and token.entity not in ("DATE", "TIME")
    if token.pos != "PROPN" and not (day and token.pos == "NOUN"):
        return None
    verb = _verb_without_subject(reading, token.index + 1)
    first = reading.reach(token.index)[0]
    if verb is None or first == 0:
        return None
    if reading.tokens[first - 1].norm not in ("and", "but", "while") or (above.pos == "PROPN" and not day):
        return None
    return (verb.index, "nsubj") if above.dep in ("dobj", "pobj", "npadvmod") else None


def _verb_without_subject(reading: Reading, index: int) -> Token | None:
    """The finite verb at `index` that the parser coordinated with another though no "and" stands before it."""
    if index >= len(reading.tokens):
        return None
    token = reading.tokens[index]
    below = {c.dep for c in reading.dependents[index]}
    finite = token.tag in ("VBD", "VBZ") and token.pos == "VERB"
    return token if finite and token.dep == "conj" and not below & {"nsubj", "nsubjpass", "cc", "aux"} else None


def _speech_at_end(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "Both will meet, announced minister X" the last verb is no second act of the first: X says so."""
    return (token.index, "ROOT") if _is_inverted_cue(reading, token) else None


def _speaker_after_cue(reading: Reading, token: Token) -> tuple[int, str] | None:
    """The name behind such a verb is its subject, not its object."""
    verb = reading.tokens[token.head]
    inverted = verb.dep == "ROOT" and _is_inverted_cue(reading, verb)
    return (verb.index, "nsubj") if inverted else None


def _told_before_cue(reading: Reading, token: Token) -> tuple[int, str] | None:
    """The clause before such a verb is what it tells."""
    for verb in reading.tokens[token.index + 1 :]:
        if verb.sentence != token.sentence:
            return None
        speaker = reading.tokens[verb.index + 1] if verb.index + 1 < len(reading.tokens) else verb
        if verb.dep == "ROOT" and verb.head == verb.index and verb.tag in ("VBD", "VBZ"):
            named = any(reading.tokens[c].dep == "nsubj" and c > verb.index for c in reading.children[verb.index])
            return (verb.index, "ccomp") if named and speaker.sentence == verb.sentence else None
    return None


def _is_inverted_cue(reading: Reading, verb: Token) -> bool:
    """Whether a verb of saying follows a comma and a name follows it, with no "and" and no subject of its own."""
    if verb.tag not in ("VBD", "VBZ") or verb.lemma not in load_words("language/en/saying_verbs") or not verb.index:
        return False
    below = reading.dependents[verb.index]
    if reading.tokens[verb.index - 1].norm != "," or any(t.dep in ("nsubj", "cc", "aux", "dative") for t in below):
        return False
    named = next((t for t in below if t.dep == "dobj" and t.index > verb.index), None)
    return named is not None and named.pos == "PROPN" and reading.reach(named.index)[0] == verb.index + 1


def _second_speech(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "X said the dam was illegal and urged Y to stop" X urged: a plain past of speech goes on from "said", where
    what was said stands in another tense or has a form of "be"."""
    if token.tag != "VBD" or token.lemma not in load_words("language/en/second_speech") or has_subject(reading, token):
        return None
    told = reading.tokens[token.head]
    cue = reading.tokens[told.head]
    speaks = told.dep == "ccomp" and cue.tag == "VBD" and cue.lemma in load_words("language/en/saying_verbs")
    if not speaks or not cue.index < told.index < token.index or not has_subject(reading, told):
        return None
    helpers = _auxiliaries(reading, told)
    moved = any(t.tag == "MD" for t in helpers) or told.tag in ("VBZ", "VBP") or (told.lemma == "be" and not helpers)
    does = any(c.dep == "dobj" for c in reading.dependents[token.index])
    moved = moved or (does and any(t.dep == "auxpass" for t in helpers))
    quoted = reading.quotations_around(token.start) != reading.quotations_around(cue.start)
    return (cue.index, "conj") if moved and not quoted else None


def _called_for(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "A called for B, C's ally, to be expelled" it is B that is to be expelled, not A."""
    verb = reading.tokens[token.head]
    if token.index < verb.index or verb.lemma not in load_words("language/en/for_to_verbs"):
        return None
    to = next((t for t in _auxiliaries(reading, token) if t.tag == "TO"), None)
    if to is None or reading.tokens[to.index - 1].norm != ",":
        return None
    below = reading.dependents[verb.index]
    asked = next((t for t in below if t.norm == "for" and t.dep == "prep" and verb.index < t.index < token.index), None)
    whom = next((c for c in reading.children[asked.index] if reading.tokens[c].dep == "pobj"), None) if asked else None
    return (whom, "relcl") if whom is not None else None


def _subject_after_phrase(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "After talks with A, the minister, B, said" a verb without subject has the one that stands right before it,
    which is no apposition to A."""
    first, end = reading.reach(token.index)
    if first == 0 or reading.tokens[first - 1].norm != ",":
        return None
    above = reading.tokens[token.head]
    while above.dep in ("pobj", "dobj", "pcomp", "prep", "conj", "appos") and above.head != above.index:
        above = reading.tokens[above.head]
    last = reading.tokens[reading.sentences[token.sentence].last - 1]
    behind = reading.tokens[end + 1] if end < last.index and reading.tokens[end].norm == "," else last
    if behind.dep == "ROOT" and behind.lemma in load_words("language/en/saying_verbs"):
        above = behind  # "It had nothing to do with the coup, its president, A, said"
    while end < above.index and (reading.tokens[end].pos in ("ADV", "AUX", "PART") or reading.tokens[end].norm == ","):
        end += 1
    inverted = above.pos != "VERB"  # "At its heart, said A, an envoy, was a decision"
    if inverted or above.tag not in ("VBD", "VBZ", "VBP", "VBN") or end != above.index or above.dep == "conj":
        return None
    if has_subject(reading, above) or (above.tag == "VBN" and not _auxiliaries(reading, above)):
        return None
    passive = any(t.dep == "auxpass" for t in _auxiliaries(reading, above))
    return above.index, "nsubjpass" if passive else "nsubj"


def _handed_over(reading: Reading, token: Token) -> tuple[int, str] | None:
    """In "handed over 21 prisoners" the particle is the verb's, and the prisoners are not more than 21."""
    verb = reading.tokens[token.index - 1] if token.index else token
    parted = verb.pos == "VERB" and verb.lemma in ("hand", "turn") and token.norm == "over"
    return (verb.index, "prt") if parted else None


_RULES: Mapping[Repair, Sequence[str]] = {
    _parataxis: ("ccomp", "parataxis"),
    _bare_conjunct: ("conj",),
    noun_content: ("ccomp", "advcl", "acl", "relcl"),
    source_of_content: ("prep",),
    gerund_subject: (),
    that_before_gerund: ("nsubj",),
    that_conjunct: ("conj",),
    verb_behind_title: ("acl",),
    name_before_title: ("ROOT",),
    content_behind_title: ("relcl", "acl"),
    _second_speech: ("conj",),
    _speech_participle: ("advcl", "conj", "acl"),
    _accusation_of: ("prep",),
    _second_phrase: ("conj",),
    _blamed_on: ("prep",),
    _attendance_at: ("prep",),
    _list_of_names: ("appos",),
    paired_subject: ("appos",),
    _subject_after_phrase: ("appos",),
    _named_pair: ("compound", "amod", "nmod"),
    _both_with_states: ("conj",),
    _nearest_relative: ("relcl",),
    _after_cue: ("prep", "npadvmod"),
    _new_subject: ("conj",),
    _speech_at_end: ("conj",),
    _speaker_after_cue: ("dobj",),
    _told_before_cue: ("ROOT",),
    _called_for: ("xcomp", "advcl"),
    clipped_passive: ("nsubj",),
    _handed_over: ("quantmod", "advmod"),
}
"""The repairs in their order, each with the labels of the dependents that it may move: () for any."""

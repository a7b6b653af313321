"""Finds labels: names that people go by which are not theirs ("the Iron Lady", "so-called Islamic State").

A label is about an actor. It has an author only when the text names the one who uses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.matching import contents
from communique.extract.matching.parties import filling, holders
from communique.lexicon.relations import LabelRule, Relations
from communique.reading import Clause, Mention, Quotation, Reading, Sentence, Token
from communique.records.actors import Actor
from communique.records.statements import Label
from communique.records.texts import Span

_ACTORS = frozenset({"state", "person", "organ", "organisation", "armed_group", "party", "movement", "collective"})
"""Whom a label can be about; a proposal that is called "useful" has been judged, not named."""

_MAX_WORDS = 8
"""A longer name is a sentence, and a sentence is somebody's statement."""


def find_labels(reading: Reading, relations: Relations) -> list[Label]:
    """Return the labels of a reading, one for each place, in text order."""
    found: dict[int, Label] = {}
    for label in (*_given(reading, relations), *_in_front(reading, relations)):
        found.setdefault(label.text.start, label)
    return [found[start] for start in sorted(found)]


def _given(reading: Reading, relations: Relations) -> Iterator[Label]:
    """Names given by a verb: "dubbed X ...", "is known as ...", "is often referred to as ..."."""
    rules = {(rule.pos, word): rule for rule in reversed(relations.labels) for word in rule.words if rule.about}
    for clause in reading.clauses:
        rule = rules.get((clause.pos, clause.predicate))
        if rule is None or clause.negated or clause.modal:
            continue
        name = _name(reading, rule, clause)
        about = _about(reading, rule, clause, name) if name is not None else None
        if about is not None and name is not None:
            author = next((actor for actor in _authors(reading, clause) if actor.id != about.id), None)
            yield _label(reading, rule.id, about, name, clause.head, author)


def _authors(reading: Reading, clause: Clause) -> tuple[Actor, ...]:
    """Who uses the name, if the clause says so: the subject of "dubbed X", the owner of "his description of X as"."""
    if clause.pos == "noun":
        return contents.parties_at(reading, clause, ("possessor", "by"))
    return () if clause.link == "modifier" else filling(reading, clause, "subject")


def _about(reading: Reading, rule: LabelRule, clause: Clause, name: Span) -> Actor | None:
    """The one so called: the actor itself, not whose plan or war it is."""
    between = (
        m for m in reading.mentions if m.first == clause.head + 1 and reading.tokens[m.last - 1].end <= name.start
    )
    beside = next(between, None)
    if beside is not None:
        return _actor(beside)
    for role in ("subject", *rule.about) if clause.link == "modifier" else rule.about:
        argument = clause.one(role)
        if argument is not None:
            return _actor(reading.mention_at.get(argument.head))
    return None


def _actor(mention: Mention | None) -> Actor | None:
    """The actor of a mention, if it can bear a label."""
    actor = mention.actor if mention is not None and mention.reading == "actor" else None
    if actor is None or actor.kind not in _ACTORS:
        return None
    return None if actor.form == "pronoun" and actor.kind != "person" else actor  # "it" may be a thing after all


def _name(reading: Reading, rule: LabelRule, clause: Clause) -> Span | None:
    """Return the name: the quotation that stands in one of the rule's roles, or (naming "any") the words there."""
    places = [argument for role in rule.name if (argument := contents.at_role(reading, clause, role)) is not None]
    sentence = reading.sentences[clause.sentence]
    for quotation in reading.quotations:
        if not sentence.start <= quotation.inner_start < sentence.end:
            continue
        words = _words(reading, quotation, sentence)
        if not _is_name(reading, words) or words[0].index < clause.head:
            continue
        between = reading.tokens[clause.head + 1 : words[0].index]
        needs_as = rule.name[0] == "as" and not any(token.norm == "as" for token in between)
        inside = any(argument.first <= words[0].index < argument.last for argument in places)
        if inside or (not needs_as and _is_next(reading, between)):
            return None if _is_owned(reading, words[0]) else _inner(reading, quotation)
    if rule.naming == "any" and places and reading.tokens[places[0].head].pos in ("NOUN", "PROPN"):
        return contents.words_of(reading, places[0].head)
    return None


def _words(reading: Reading, quotation: Quotation, sentence: Sentence) -> list[Token]:
    words = reading.words(sentence)
    inside = (t for t in words if quotation.inner_start <= t.start and t.end <= quotation.inner_end)
    return [token for token in inside if token.pos != "PUNCT"]


def _is_name(reading: Reading, words: Sequence[Token]) -> bool:
    """Whether quoted words can name somebody: a short noun phrase, neither a sentence nor a mere adjective."""
    if not 0 < len(words) <= _MAX_WORDS or any(token.pos in ("VERB", "AUX") for token in words):
        return False
    before = reading.tokens[max(0, words[0].index - 2) : words[0].index]
    return any(token.pos in ("NOUN", "PROPN") for token in words) or any(token.tag == "DT" for token in before)


def _is_next(reading: Reading, between: Sequence[Token]) -> bool:
    """Whether only small words and the name of the one so called stand between the verb and the quotation."""
    return all(t.pos in ("ADP", "DET", "PUNCT", "ADV") or _is_named(reading, t) for t in between)


def _is_named(reading: Reading, token: Token) -> bool:
    return any(mention.first <= token.index < mention.last for mention in reading.mentions if mention.actor)


def _is_owned(reading: Reading, first: Token) -> bool:
    """ "Machado's "tape": a possessor right before the quotation makes it a thing of his, not his name."""
    before = [t for t in reading.tokens[max(0, first.index - 2) : first.index] if t.pos != "PUNCT" and t.norm != '"']
    return bool(before) and (before[-1].tag in ("POS", "PRP$"))


def _inner(reading: Reading, quotation: Quotation) -> Span:
    """Return the quoted words without the comma or full stop that typography puts inside."""
    text = reading.article.text[quotation.inner_start : quotation.inner_end]
    start = quotation.inner_start + len(text) - len(text.lstrip())
    end = quotation.inner_end - (len(text) - len(text.rstrip(" ,.;\u00a0")))
    return reading.article.span(start, max(end, start + 1))


def _in_front(reading: Reading, relations: Relations) -> Iterator[Label]:
    """ "the so-called Islamic State": the word casts doubt on the name that it stands before."""
    rules = {word: rule for rule in relations.labels if not rule.about for word in rule.words}
    beginnings = {word.partition("-")[0] for word in rules} | set(rules)
    for token in reading.tokens:
        if token.norm not in beginnings:
            continue
        for width in (1, 3):  # "so-called" may be one token or three
            words = reading.tokens[token.index : token.index + width + 1]
            rule = rules.get("".join(t.norm for t in words[:width]))
            found = _mention_from(reading, words[-1]) if rule is not None and len(words) > width else None
            if rule is not None and found is not None:
                about, last = found
                yield _label(reading, rule.id, about, reading.span(token.index, last), token.index, None)


def _mention_from(reading: Reading, token: Token) -> tuple[Actor, int] | None:
    """The named actor that begins at or around `token`, and where its mention ends."""
    for mention in reading.mentions:
        if (
            mention.first <= token.index < mention.last
            and _actor(mention)
            and mention.actor
            and mention.actor.form == "name"
        ):
            head = reading.tokens[mention.head]
            return (mention.actor, mention.last) if head.dep not in ("compound", "nmod", "amod", "poss") else None
    return None


def _label(reading: Reading, rule: str, about: Actor, text: Span, token: int, by: Actor | None) -> Label:
    places = [(text, "content"), (about.mention, "actor"), (by.mention if by else None, "speaker")]
    return Label(
        article=reading.article.id,
        evidence=contents.evidence(places),
        rule=rule,
        confidence=0.8,
        holder=contents.without(holders(reading, token), (by,) if by else ()),
        layer=reading.sentences[reading.tokens[token].sentence].layer,
        about=about,
        text=text,
        by=by,
    )

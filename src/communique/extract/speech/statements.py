"""Turns attributions into statements: who said what to whom, in which words, and what was done by saying it.

One quotation with several demands or assertions gives several statements with the same cue; accusations and denials are
left to `allegations` and `denials`, what was expressly not said to `absences`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.matching.parties import holders, is_anothers
from communique.extract.matching.parts import Part, divide
from communique.extract.speech.acts import called_upon, find_act, is_own
from communique.extract.speech.entries import (
    NOT,
    clause_of,
    entry_of,
    frame_of,
    takes_nouns,
    tells_intent,
    tells_thing,
)
from communique.extract.speech.occasions import said_when
from communique.lexicon.cues import CueEntry, CueLexicon
from communique.lexicon.words import load_words
from communique.reading import Attribution, Clause, Quotation, Reading
from communique.records.actors import Actor, Holder
from communique.records.statements import Mode, Statement
from communique.records.texts import Evidence, Span

_FEW_WORDS = 4
_LEAST_WORDS = 2
_SAYING_SOMETHING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ", "X"})
_UNREAL = frozenset({"may", "might", "could", "should", "must", "can"})
_NOT_BY_NOUN = frozenset({"announce", "propose", "assert", "promise", "offer", "warn", "threaten", "ask", "agree"})
"""Acts that need a content in words: a noun phrase after their cue names a thing, not what was said."""

_HEARD_BY_NOBODY = frozenset({"refuse", "criticise", "praise"})
"""Acts about a thing, told to nobody: "rejected objections to Chad's request"."""

_BEFORE_THE_FACT = frozenset({"before", "without", "instead", "than", "from", "for", "of", "about"})
_WEAK_FRAMES = frozenset({"passive_np", "passive_none", "none", "small", "relative"})


def find_statements(reading: Reading, cues: CueLexicon, all_statements: bool = False) -> list[Statement]:
    """Return the statements of a reading in text order.

    Without `all_statements` only those whose speaker is a diplomatic actor. `about` and `venue` are filled by later
    passes.
    """
    spoken = [
        (a, entry)
        for a in reading.attributions
        if (entry := entry_of(reading, cues, a)) is not None and _is_made(reading, cues, a, entry)
    ]
    own = _own_cues(reading, spoken)
    found: list[Statement] = []
    for attribution, entry in spoken:
        if attribution.index not in own:
            found.extend(_statements(reading, cues, attribution, entry, own, all_statements))
    return sorted(found, key=lambda s: (s.content[0].start, s.content[0].end, s.cue.start if s.cue else 0))


def _is_made(reading: Reading, cues: CueLexicon, attribution: Attribution, entry: CueEntry) -> bool:
    """Whether the speech happened: not negated, possible, conditional or yet to come."""
    clause = clause_of(reading, attribution)
    _, frame = frame_of(attribution)
    if frame in _WEAK_FRAMES and entry.family != "speech":
        return False
    if clause is None or clause.pos == "noun":
        return True
    worded = (
        attribution.tells or tells_intent(reading, cues, clause) or tells_thing(reading, attribution, clause, entry)
    )
    if not worded and (entry.act in _NOT_BY_NOUN or _addresses(attribution)):
        return False  # "announced a partnership", "proposed a plan", "warned Serbia": a happening, or nothing said
    if _before_the_fact(reading, clause) or _receives(reading, clause):
        return False
    denied = _is_denied(reading, clause, frame) and not entry.cue.startswith(f"{NOT} ")
    if denied or clause.tense == "future" or clause.mark in ("if", "unless", "whether"):
        return False
    if clause.modal in _UNREAL or (clause.modal == "would" and frame != "quote"):
        return False
    if entry.family == "want" and frame in ("inf", "passive_inf", "np"):
        return False  # what a party plans or seeks to do, told by the narrator, is an event or engagement
    return not clause.infinitive or _goes_on(reading, clause)


def _is_denied(reading: Reading, clause: Clause, frame: str) -> bool:
    """Whether a cue is negated; the "no" in what is quoted ("said: “No comment”") says nothing of it."""
    if frame != "quote" or not clause.negated:
        return clause.negated
    return any(child.dep == "neg" for child in reading.dependents[clause.head])


def _before_the_fact(reading: Reading, clause: Clause) -> bool:
    """ "before agreeing to", "without saying that": told as not yet or never said."""
    token = reading.tokens[clause.head]
    return token.dep == "pcomp" and reading.tokens[token.head].norm in _BEFORE_THE_FACT


def _receives(reading: Reading, clause: Clause) -> bool:
    """ "Welcomed leaders to the palace": a reception, and no word of praise."""
    guest = clause.one("object")
    actor = reading.actor_at(guest.head) if guest is not None else None
    hosts = clause.predicate in load_words("language/en/hosting_verbs") and bool(clause.all("to", "at"))
    return hosts and actor is not None and actor.kind in ("person", "collective", "unknown")


def _addresses(attribution: Attribution) -> bool:
    """Whether the only content is somebody spoken to ("warned Serbia", "told parliament"; not "urged restraint")."""
    words = [span.text.lower().split() for span in attribution.content]
    if frame_of(attribution)[1].startswith("np_") or any(w[-1] in load_words("cues/en/urged_nouns") for w in words):
        return False
    short = all(len(w) < _FEW_WORDS for w in words)
    return short and attribution.cue_lemma in load_words("cues/en/addressing")


def _goes_on(reading: Reading, clause: Clause) -> bool:
    """ "went on to say", "was quick to add", "is said to have questioned": the infinitive happened as its governor
    did."""
    if clause.under is None:
        return False
    above = reading.clauses[clause.under]
    if above.passive and clause.perfect and not above.negated:
        return above.predicate in load_words("cues/en/hearsay_verbs")
    return above.predicate in load_words("cues/en/went_on") and not above.negated


def _own_cues(reading: Reading, spoken: Sequence[tuple[Attribution, CueEntry]]) -> set[int]:
    """Return the attributions inside another's content that only say what the outer speaker wants or thinks ("said he
    hoped")."""
    by_index = {a.index: a for a, _ in spoken}
    absorbed: set[int] = set()
    for attribution, entry in spoken:
        outer = by_index.get(attribution.under) if attribution.under is not None else None
        if outer is None:
            continue
        same = _same_speaker(reading, attribution, outer, entry) and not _tells_another(reading, attribution, outer)
        if (
            same
            and not (
                _is_conjunct(reading, attribution.cue_head)
                and entry.family == "thought"
                and not _in_quotation(reading, attribution)
            )
        ) or _in_quotation(reading, attribution):
            absorbed.add(attribution.index)
    return absorbed


def _tells_another(reading: Reading, inner: Attribution, outer: Attribution) -> bool:
    """Whether the speaker tells what he or his side told somebody else: "said his government had assured Peru that"."""
    addressee = reading.actor_at(inner.addressee_head) if inner.addressee_head is not None else None
    source = reading.actor_at(inner.source_head) if inner.source_head is not None else None
    if addressee is None or source is None or not addressee.diplomatic:
        return False
    return not is_own(addressee, speakers_of(reading, outer))


def _same_speaker(reading: Reading, inner: Attribution, outer: Attribution, entry: CueEntry) -> bool:
    """Whether the outer speaker tells of himself; of his own side too, unless another person of it spoke."""
    if inner.source_head is None:
        return True
    a, b = speakers_of(reading, inner), speakers_of(reading, outer)
    if a and b:
        return is_own(a[0], b) and (
            a[0].kind != "person" or a[0].id in {actor.id for actor in b} or entry.family != "speech"
        )
    token = reading.tokens[inner.source_head]
    return token.norm in ("i", "we", "he", "she", "it", "they") or inner.source_head == outer.source_head


def _is_conjunct(reading: Reading, head: int) -> bool:
    return reading.tokens[head].dep == "conj"


def _in_quotation(reading: Reading, attribution: Attribution) -> bool:
    at = reading.tokens[attribution.cue_head].start
    return any(not quotation.scare for quotation in reading.quotations_around(at))


def speakers_of(reading: Reading, attribution: Attribution) -> tuple[Actor, ...]:
    """Return the actors whom an attribution's source names; () when nobody can be named."""
    if attribution.source_head is None:
        return ()
    heads = _apart(reading, reading.coordinated(attribution.source_head))
    named = (head for head in heads if head in reading.mention_at or not is_anothers(reading, head))
    found = (reading.actor_at(head) or _beside(reading, head) for head in named)
    return tuple(actor for actor in found if actor is not None)


def _apart(reading: Reading, heads: Sequence[int]) -> list[int]:
    """The coordinated phrases without those that stand within another's ("the ministers of Kenya *and Uganda*")."""
    around = [(m.first, m.last, m.head) for head in heads if (m := reading.mention_at.get(head)) is not None]
    return [h for h in heads if not any(first <= h < last and h != head for first, last, head in around)]


def _beside(reading: Reading, head: int) -> Actor | None:
    """The name right behind a noun that tells nobody by itself: "its neighbour *Uganda*"."""
    behind = (child for child in reading.dependents[head] if child.dep == "appos" and child.index > head)
    return next((actor for child in behind if (actor := reading.actor_at(child.index)) is not None), None)


def _statements(
    reading: Reading,
    cues: CueLexicon,
    attribution: Attribution,
    entry: CueEntry,
    own: set[int],
    all_statements: bool,
) -> Iterator[Statement]:
    speakers = speakers_of(reading, attribution)
    if not all_statements and not any(actor.diplomatic for actor in speakers):
        return
    inner = {
        a.cue_head
        for a in reading.attributions_under.get(attribution.index, ())
        if a.index not in own and _is_conjunct(reading, a.cue_head)
    }
    for part in divide(reading, attribution, inner):
        if _is_gapped(reading, attribution, part) or _is_scrap(reading, attribution, part):
            continue
        for speaker in speakers or (None,):
            if all_statements or (speaker is not None and speaker.diplomatic):
                yield _statement(reading, cues, attribution, entry, part, speaker, speakers)


def _is_scrap(reading: Reading, attribution: Attribution, part: Part) -> bool:
    """A single word outside quotation marks is what the parser left over, and "That's it" says nothing."""
    stretches = [(reading.first_token(span.start), reading.first_token(span.end)) for span in part.spans]
    if not any(token.pos in _SAYING_SOMETHING for first, last in stretches for token in reading.tokens[first:last]):
        return True
    short = not attribution.quotations and sum(len(span.text.split()) for span in part.spans) < _LEAST_WORDS
    return short and not takes_nouns(attribution) and not _is_demanded(reading, attribution, part)


def _is_demanded(reading: Reading, attribution: Attribution, part: Part) -> bool:
    """A call for "restraint" or a warning of "war" is one in a word, and so is "urged calm"."""
    token = reading.tokens[part.head] if part.head is not None else None
    if token is None or token.pos != "NOUN":
        return False
    pos, frame = frame_of(attribution)
    warned = frame == "of" and attribution.cue_lemma == "warn"
    return pos == "verb" and (frame == "for" or warned or token.lemma in load_words("cues/en/urged_nouns"))


def _is_gapped(reading: Reading, attribution: Attribution, part: Part) -> bool:
    """ "what it said was a balloon", "whom he called a friend": a label given in passing, its subject before the
    cue."""
    if part.head is None or part.head < attribution.cue_head:
        return False
    gaps = [reading.tokens[c] for c in reading.children[part.head] if c < attribution.cue_head]
    return any(
        t.norm in ("what", "which", "who", "whom", "that") and t.dep in ("nsubj", "nsubjpass", "dobj") for t in gaps
    )


def _statement(
    reading: Reading,
    cues: CueLexicon,
    attribution: Attribution,
    entry: CueEntry,
    part: Part,
    speaker: Actor | None,
    speakers: Sequence[Actor],
) -> Statement:
    quotes = _quotes(reading, attribution, part)
    act, why = find_act(reading, cues, entry, part.head, speakers)
    when = said_when(reading, attribution)
    cue = _cue_span(reading, attribution)
    heard = None if act in _HEARD_BY_NOBODY and frame_of(attribution)[1] == "np" else attribution.addressee_head
    addressed = heard if heard is not None else _asked(reading, attribution)
    addressee = reading.actor_at(addressed) if addressed is not None else None
    addressee = addressee or called_upon(reading, cues, act, part.head, speakers)
    if addressee is not None and addressee.kind == "document":
        addressee = None  # "reacted to the deal"
    quoted = tuple(reading.article.span(q.start, q.end) for q in quotes)
    places: list[tuple[Span | None, str]] = [
        (cue, "cue"),
        *((span, "content") for span in part.spans),
        *((span, "quote") for span in quoted),
        (speaker.mention if speaker else None, "speaker"),
        (addressee.mention if addressee else None, "recipient"),
        (when.text if when else None, "time"),
    ]
    return Statement(
        article=reading.article.id,
        evidence=tuple(Evidence.of(span, role) for span, role in places if span is not None),
        rule=f"{attribution.rule}+{why}",
        confidence=attribution.confidence,
        holder=_holder(reading, attribution, speakers),
        when=when,
        layer=reading.sentences[attribution.sentence].layer,
        speaker=speaker,
        addressee=addressee,
        cue=cue,
        content=part.spans,
        quotes=quoted,
        mode=_mode(part, quotes),
        act=act,
    )


def _asked(reading: Reading, attribution: Attribution) -> int | None:
    """Whom "urged A to leave", "called on A to leave" asks: who is to do it."""
    clause = clause_of(reading, attribution)
    if clause is None or frame_of(attribution)[1] != "np_inf":
        return None
    asked = {a.head for a in clause.all("object", "on", "upon")}
    for argument in clause.all("complement"):
        inner = reading.clause_at.get(argument.head)
        doer = inner.one("subject", "object") if inner is not None and inner.infinitive else None
        if doer is not None and doer.head in asked:
            return doer.head
    return None


def _cue_span(reading: Reading, attribution: Attribution) -> Span:
    """The piece of the cue that holds its head."""
    at = reading.tokens[attribution.cue_head].start
    return next((span for span in attribution.cue if span.start <= at < span.end), attribution.cue[0])


def _quotes(reading: Reading, attribution: Attribution, part: Part) -> list[Quotation]:
    """Return the quotations that share words with the part; a label of a few words counts too."""
    found = {
        q.index: q
        for span in part.spans
        for q in reading.quotations_in(span)
        if q.inner_start < span.end and q.inner_end > span.start and not _holds_cue(reading, attribution, q)
    }
    return [found[index] for index in sorted(found)]


def _holds_cue(reading: Reading, attribution: Attribution, quotation: Quotation) -> bool:
    return quotation.start <= reading.tokens[attribution.cue_head].start < quotation.end


def _mode(part: Part, quotes: Sequence[Quotation]) -> Mode:
    """ "verbatim" when every word of the content is quoted, "mixed" when some are."""
    if not quotes:
        return "paraphrase"
    outside = 0
    for span in part.spans:
        covered = sum(max(0, min(span.end, q.end) - max(span.start, q.start)) for q in quotes)
        outside += span.end - span.start - covered
    return "verbatim" if outside <= 0 else "mixed"


def _holder(reading: Reading, attribution: Attribution, speakers: Sequence[Actor]) -> Holder:
    """Return who reports the speech, outermost first, without the speaker: nobody reports his own words."""
    known = {actor.id for actor in speakers}
    quoting = _quoting(reading, attribution)
    told = holders(reading, attribution.cue_head)
    levels = (
        tuple(actor for actor in level if actor.id not in known) for level in ((*told, quoting) if quoting else told)
    )
    return tuple(level for level in levels if level)


def _quoting(reading: Reading, attribution: Attribution) -> tuple[Actor, ...]:
    """Who quotes the speaker in "A quoted B as saying"."""
    head: int | None = attribution.cue_head
    while head is not None and reading.tokens[head].lemma not in load_words("language/en/quoting_verbs"):
        token = reading.tokens[head]
        above = reading.tokens[token.head]
        head = above.head if token.dep == "pcomp" and above.norm == "as" else None
    clause = reading.clause_at.get(head) if head is not None else None
    subject = clause.one("subject") if clause is not None else None
    actor = reading.actor_at(subject.head) if subject is not None else None
    return (actor,) if actor is not None else ()

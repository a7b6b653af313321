"""What a speaker does by saying something: the act of a statement, from its cue and, where the cue leaves it open, its
content."""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.acts import ActRule, SubjectClass
from communique.lexicon.cues import CueEntry, CueLexicon
from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, same_side
from communique.records.statements import Act

OPEN: frozenset[Act] = frozenset({"assert"})
"""Acts of cues that say nothing about the content ("said", "added"): the content decides."""

_PERFORMED: frozenset[Act] = frozenset({"thank", "apologise", "praise", "criticise", "warn", "appeal"})
"""Acts that are done by saying that one would do them."""

_UPON_SOMEBODY: frozenset[Act] = frozenset({"appeal", "demand", "warn", "thank", "call_for", "ask"})
"""Acts that are done to somebody, whom the object of their verb names."""

_SUPPOSING = frozenset({"would", "'d"})
_FIRST, _THIRD = frozenset({"i", "we"}), frozenset({"he", "she", "it", "they"})


def find_act(
    reading: Reading, cues: CueLexicon, entry: CueEntry | None, head: int | None, speakers: Sequence[Actor]
) -> tuple[Act, str]:
    """Return the act and the id of the rule that decided it; `head` is the token of the content's main predicate."""
    act: Act = entry.act if entry is not None and entry.act is not None else "assert"
    clause = reading.clause_at.get(head) if head is not None else None
    if act in OPEN and head is not None and _is_bare_answer(reading, cues, head):
        return "decline_comment", "act.no_comment"
    if act not in OPEN or clause is None:
        return act, f"cue.{entry.cue.replace(' ', '_')}" if entry is not None else "cue.none"
    subject = subject_class(reading, clause, speakers)
    for rule in cues.acts:
        if rule.cues and (entry is None or entry.cue not in rule.cues):
            continue
        if _fits(reading, rule, clause, subject):
            return _done_by_wishing(reading, cues, clause, rule) or (rule.act, rule.id)
    return act, f"cue.{entry.cue.replace(' ', '_')}" if entry is not None else "cue.none"


def _is_bare_answer(reading: Reading, cues: CueLexicon, head: int) -> bool:
    """ "No comment.": what one would have or make, without the verb."""
    token = reading.tokens[head]
    if not any(child.norm == "no" for child in reading.dependents[head]):
        return False
    above = reading.tokens[token.head].start
    named = any(rule.act == "decline_comment" and token.norm in rule.objects for rule in cues.acts)
    return named and all(not q.start <= above < q.end for q in reading.quotations_around(token.start))


def called_upon(
    reading: Reading, cues: CueLexicon, act: Act, head: int | None, speakers: Sequence[Actor]
) -> Actor | None:
    """Return whom the speaker calls upon in what he says: "we urge *Kenya* to open the border", "I thank *Oman*"."""
    clause = reading.clause_at.get(head) if head is not None else None
    if clause is None or clause.passive or subject_class(reading, clause, speakers) != "self":
        return None
    entry = cues.entry(clause.predicate, "verb", "np_inf") or cues.entry(clause.word, "verb", "np_inf")
    if entry is None or entry.act not in _UPON_SOMEBODY or entry.act != act:
        return None
    for argument in clause.all("object", "on", "upon", "to"):
        actor = reading.actor_at(argument.head) if argument.head in reading.mention_at else None
        if actor is not None and actor.diplomatic and not is_own(actor, speakers):
            return actor
    return None


def _done_by_wishing(reading: Reading, cues: CueLexicon, clause: Clause, rule: ActRule) -> tuple[Act, str] | None:
    """ "I want to thank you", "we would like to apologise": to say that one wishes to is to do it."""
    if rule.act != "desire" or clause.negated:
        return None
    for child in reading.dependents[clause.head]:
        deed = reading.clause_at.get(child.index) if child.dep == "xcomp" else None
        entry = cues.entry(child.lemma, "verb", "quote") if deed is not None and deed.infinitive else None
        if entry is not None and entry.act is not None and entry.act in _PERFORMED:
            return entry.act, f"cue.{entry.cue.replace(' ', '_')}"
    return None


def _fits(reading: Reading, rule: ActRule, clause: Clause, subject: SubjectClass) -> bool:
    if "any" not in rule.subject and subject not in rule.subject:
        return False
    if rule.negated != "any" and clause.negated != (rule.negated == "yes"):
        return False
    if rule.predicates and not rule.predicates & _predicates(reading, clause):
        return False
    if rule.modals and (clause.modal not in rule.modals or _is_unreal(reading, rule, clause)):
        return False
    if rule.infinitive and not _takes_infinitive(reading, clause):
        return False
    if rule.objects and not any(reading.tokens[thing.head].lemma in rule.objects for thing in clause.all("object")):
        return False
    if rule.nouns:
        argument = clause.one("subject")
        return argument is not None and not clause.passive and reading.tokens[argument.head].lemma in rule.nouns
    return True


def _is_unreal(reading: Reading, rule: ActRule, clause: Clause) -> bool:
    """Whether a modal tells what might have been ("he would have vetoed it"), or in the speaker's own words what might
    be ("I would say"): no will, duty or promise."""
    supposed = clause.modal in _SUPPOSING and rule.negated == "no" and not rule.predicates
    doer = clause.one("subject")
    return clause.perfect or (supposed and doer is not None and _is_quoted(reading, doer.head))


def _predicates(reading: Reading, clause: Clause) -> set[str]:
    """The clause's predicate, for "is ready to" and "is open to" the adjective too."""
    found = {clause.predicate, reading.tokens[clause.head].lemma}
    if clause.predicate == "be":
        found |= {
            reading.tokens[c].lemma
            for c in reading.children[clause.head]
            if reading.tokens[c].dep in ("acomp", "attr", "oprd")
        }
    return found


def _takes_infinitive(reading: Reading, clause: Clause) -> bool:
    """Whether it "has to answer", not "has yet to answer"."""
    below = (c for c in reading.children[clause.head] if reading.tokens[c].dep in ("xcomp", "ccomp"))
    to = (k.index for c in below for k in reading.dependents[c] if k.tag == "TO")
    return any(reading.tokens[index - 1].norm != "yet" for index in to)


def subject_class(reading: Reading, clause: Clause, speakers: Sequence[Actor]) -> SubjectClass:
    """Return whose doing the clause is about, as the speakers see it."""
    if _is_imperative(reading, clause):
        return "nobody"
    argument = clause.one("object" if clause.passive else "subject")
    if argument is None:
        return "thing"
    token = reading.tokens[argument.head]
    if token.norm in _FIRST:
        return "self"
    if clause.passive and token.pos != "PRON" and not _is_party(reading, argument):
        return "thing"
    actor = reading.actor_at(argument.head)
    if actor is not None and is_own(actor, speakers):
        return "self"
    if _is_everyone(reading, argument):
        return "everyone"
    if actor is not None:
        return "other"
    if token.norm in _THIRD and _is_quoted(reading, token.index):
        return "thing" if token.norm == "it" else "other"  # in their own words speakers say "I" and "we"
    if token.norm == "it" and speakers and all(speaker.kind == "person" for speaker in speakers):
        return "thing"
    if token.norm in _THIRD:
        alone = len(speakers) == 1 and speakers[0].kind == "person"
        return "other" if token.norm == ("they" if alone else "") else "self"
    return "other" if _is_party(reading, argument) else "thing"


def _is_imperative(reading: Reading, clause: Clause) -> bool:
    """ "Stop the shelling", "Do not cross": a bare verb that begins a quoted sentence and has no subject of its own."""
    token = reading.tokens[clause.head]
    below = reading.dependents[clause.head]
    if token.tag not in ("VB", "VBP") or any(
        t.dep in ("nsubj", "nsubjpass", "expl") and t.index < token.index for t in below
    ):
        return False
    if any(t.dep == "aux" and t.lemma != "do" for t in below):
        return False
    first = min([token.index, *(t.index for t in below if t.dep in ("aux", "neg", "intj", "advmod"))])
    before = reading.tokens[first - 1] if first else None
    begins = before is None or before.sentence != token.sentence or before.norm in ('"', ":", ";", "'")
    around = reading.quotations_around(token.start) if begins else ()
    return any(q.inner_start <= token.start < q.inner_end for q in around)


def _is_quoted(reading: Reading, index: int) -> bool:
    at = reading.tokens[index].start
    return bool(reading.quotations_around(at))


def is_own(actor: Actor, speakers: Sequence[Actor]) -> bool:
    """Whether `actor` is a speaker, or the state or side that a speaker acts for."""
    return any(
        same_side(actor, speaker)
        or actor.id in speaker.based_in
        or (speaker.role is not None and speaker.role.of == actor.id)
        for speaker in speakers
    )


def _is_everyone(reading: Reading, argument: Argument) -> bool:
    words = load_words("cues/en/everyone")
    token = reading.tokens[argument.head]
    return token.norm in words or (
        token.lemma in load_words("cues/en/general_parties")
        and any(c.norm in words for c in reading.dependents[argument.head])
    )


def _is_party(reading: Reading, argument: Argument) -> bool:
    token = reading.tokens[argument.head]
    return token.entity in ("GPE", "NORP", "ORG", "PERSON") or token.norm in ("you", "they", "he", "she")

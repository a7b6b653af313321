"""Plain negation as an answer: who is charged and says in the same words that it is not so denies the charge.

So does who says of something blameworthy that it did not do it ("said it was not arming the rebels"), charged or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.claims.rebuttals import POINTERS, calls_false, is_answerable
from communique.extract.matching import contents
from communique.extract.matching.repeats import likeness
from communique.extract.matching.wrongs import is_disowned
from communique.lexicon.relations import Relations
from communique.reading import Clause, Reading
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Span

ALIKE = 0.5
"""Share of the shorter content's words that the answer and the charge have in common."""
CONFIDENCE = 0.7
_BARE = ("do", "have", "be")
"""Verbs that alone stand for the verb of the charge: "said it had not"."""
_FEW = 4
"""A verdict without a verb has at most so many words: "pure fantasy"."""
UNASKED = 0.6
"""How sure a denial is that answers no charge of the article."""


def find_answers(
    reading: Reading, relations: Relations, allegations: Sequence[Allegation], statements: Sequence[Statement]
) -> Iterator[Denial]:
    """Yield a denial for each statement by which somebody plainly negates what they are charged with, or a misdeed."""
    for statement in statements:
        if statement.act not in ("assert", "deny") or statement.cue is None or statement.speaker is None:
            continue
        mine = [a for a in allegations if any(is_answerable(one, statement.speaker) for one in a.accused)]
        judged = mine and _is_verdict(reading, relations, statement)
        clause = None if judged else _negated(reading, statement)
        if clause is None:
            answered, disowned = (_just_made(reading, mine, statement) if judged else []), False
        else:
            answered = [a for a in mine if _answers(reading, relations, a, statement, clause)]
            disowned = any(is_disowned(reading, relations, c) for c in _joined(reading, clause))
        if disowned and not answered:
            near = _just_made(reading, mine, statement)
            answered = [a for a in mine if _is_alike(reading, relations, a, statement)]
            answered = answered or (near if len(near) == 1 else [])
        if answered or disowned:
            places: list[tuple[Span | None, str]] = [(statement.cue, "cue")]
            places += [(piece, "content") for piece in statement.content]
            places += [(statement.speaker.mention, "speaker")]
            yield Denial(
                article=statement.article, evidence=contents.evidence(places),
                rule="answer.negation" if answered else "answer.disowns",
                confidence=CONFIDENCE if answered else UNASKED, holder=statement.holder, when=statement.when,
                layer=statement.layer, denier=statement.speaker, cue=statement.cue,
                of=tuple(a.id for a in answered), scope="whole",
                content=max(statement.content, key=lambda piece: piece.end - piece.start),
            )  # fmt: skip


def _just_made(reading: Reading, charges: Sequence[Allegation], statement: Statement) -> list[Allegation]:
    """The charges made right before in the same sentence, or in the one before."""
    place = reading.sentence_at(statement.content[0].start)
    found = []
    for charge in charges:
        made = reading.sentence_at(charge.content.start)
        before = charge.content.end <= statement.content[0].start
        if place is not None and made is not None and before and place.index - made.index <= 1:
            found.append(charge)
    return found


def _is_verdict(reading: Reading, relations: Relations, statement: Statement) -> bool:
    """Whether a few words call what was said false: "Pure fantasy", "A pack of lies", "This is false", "Not true"."""
    said = (t for piece in statement.content for t in reading.tokens_in(piece))
    words = [t for t in said if t.pos not in ("PUNCT", "DET", "ADP")]
    if len(words) > 2 and words[0].norm in POINTERS and words[1].lemma == "be":
        words = words[2:]
        if words[0].dep == "neg":
            return len(words) <= _FEW and any(t.lemma in relations.words["truth"] for t in words)
    bare = 0 < len(words) <= _FEW and all(t.pos not in ("VERB", "AUX") and t.dep != "neg" for t in words)
    bare = bare and all(t.lemma not in relations.words["claim_noun"] for t in words)
    return bare and any(calls_false(reading, relations, t) for t in words)


def _joined(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """A verb's clause and those joined to it: "neither ordered nor carried out"."""
    there = (reading.clause_at.get(head) for head in reading.coordinated(clause.head))
    yield from (other for other in there if other is not None and other.negated)


def _negated(reading: Reading, statement: Statement) -> Clause | None:
    """The main verb of what somebody says of their own side, if it is negated, no refusal ("will not") and no condition
    ("as long as we are not violating it")."""
    clause = next((c for c in reading.clauses_in(statement.content) if c.pos == "verb"), None)
    subject = clause.one("subject", *(("object",) if clause.passive else ())) if clause is not None else None
    if clause is None or subject is None or not clause.negated or clause.modal or clause.mark not in (None, "that"):
        return None
    doer = reading.actor_at(subject.head)
    own = doer is not None and statement.speaker is not None and contents.is_own(doer, statement.speaker)
    return clause if own or reading.tokens[subject.head].norm == "we" else None


def _answers(reading: Reading, relations: Relations, charge: Allegation, statement: Statement, clause: Clause) -> bool:
    """Whether the words are those of a charge, or point at one in the same sentence or the one before."""
    made = reading.sentence_at(charge.content.start)
    behind = clause.sentence - made.index if made is not None else -1
    thing = clause.one("object")
    if clause.predicate in _BARE and all(a.role == "subject" for a in clause.arguments):  # "said it did not"
        return 0 <= behind <= 1
    if thing is not None and (reading.tokens[thing.head].norm in POINTERS or _is_such(reading, thing.head)):
        return 0 <= behind <= 1
    return _is_alike(reading, relations, charge, statement)


def _is_such(reading: Reading, head: int) -> bool:
    """ "Had done no such thing"."""
    return any(t.norm == "such" for t in reading.dependents[head])


def _is_alike(reading: Reading, relations: Relations, charge: Allegation, statement: Statement) -> bool:
    return any(likeness(reading, relations, charge.content, piece) >= ALIKE for piece in statement.content)

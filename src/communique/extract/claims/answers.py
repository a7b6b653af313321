"""Plain negation as an answer: who is charged and says in the same words that it is not so denies the charge.

So does who says of something blameworthy that it did not do it ("said it was not arming the rebels"), charged or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.claims.rebuttals import POINTERS
from communique.extract.matching import contents
from communique.extract.matching.repeats import likeness
from communique.extract.matching.wrongs import is_disowned
from communique.lexicon.relations import Relations
from communique.reading import Clause, Reading
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Span

ALIKE = 0.5
"""Share of the shorter content's words that the answer and the charge have in common."""
REACH = 3
"""How many sentences after the charge an answer in its words may stand."""
CONFIDENCE = 0.7
UNASKED = 0.6
"""How sure a denial is that answers no charge of the article."""


def find_answers(
    reading: Reading, relations: Relations, allegations: Sequence[Allegation], statements: Sequence[Statement]
) -> Iterator[Denial]:
    """Yield a denial for each statement by which somebody plainly negates what they are charged with, or a misdeed."""
    for statement in statements:
        clause = _negated(reading, statement) if statement.act == "assert" and statement.cue is not None else None
        if clause is None or statement.cue is None or statement.speaker is None:
            continue
        mine = [a for a in allegations if any(contents.is_own(one, statement.speaker) for one in a.accused)]
        answered = [a for a in mine if _answers(reading, relations, a, statement, clause)]
        disowned = any(is_disowned(reading, relations, c) for c in _joined(reading, clause))
        if disowned and not answered:
            answered = [a for a in mine if _is_alike(reading, relations, a, statement)]
        if answered or disowned:
            places: list[tuple[Span | None, str]] = [(statement.cue, "cue")]
            places += [(piece, "content") for piece in statement.content]
            places += [(statement.speaker.mention, "speaker")]
            yield Denial(
                article=statement.article, evidence=contents.evidence(places),
                rule="answer.negation" if answered else "answer.disowns",
                confidence=CONFIDENCE if answered else UNASKED, holder=statement.holder, when=statement.when,
                layer=statement.layer, denier=statement.speaker, cue=statement.cue,
                of=tuple(a.id for a in answered), scope="whole", content=statement.content[0],
            )  # fmt: skip


def _joined(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """A verb's clause and those joined to it: "neither ordered nor carried out"."""
    there = (reading.clause_at.get(head) for head in reading.coordinated(clause.head))
    yield from (other for other in there if other is not None and other.negated)


def _negated(reading: Reading, statement: Statement) -> Clause | None:
    """The main verb of what somebody says of their own side, if it is negated, no refusal ("will not") and no condition
    ("as long as we are not violating it")."""
    clause = next((c for c in reading.clauses_in(statement.content) if c.pos == "verb"), None)
    subject = clause.one("subject") if clause is not None else None
    if clause is None or subject is None or not clause.negated or clause.modal or clause.mark not in (None, "that"):
        return None
    doer = reading.actor_at(subject.head)
    own = doer is not None and statement.speaker is not None and contents.is_own(doer, statement.speaker)
    return clause if own or reading.tokens[subject.head].norm == "we" else None


def _answers(reading: Reading, relations: Relations, charge: Allegation, statement: Statement, clause: Clause) -> bool:
    """Whether the words are those of a charge made shortly before, or point at one in the sentence before."""
    made = reading.sentence_at(charge.content.start)
    behind = clause.sentence - made.index if made is not None else -1
    if not 0 <= behind <= REACH or charge.content.start >= statement.content[0].start:
        return False
    thing = clause.one("object")
    if thing is not None and reading.tokens[thing.head].norm in POINTERS:
        return behind == 1
    return _is_alike(reading, relations, charge, statement)


def _is_alike(reading: Reading, relations: Relations, charge: Allegation, statement: Statement) -> bool:
    return any(likeness(reading, relations, charge.content, piece) >= ALIKE for piece in statement.content)

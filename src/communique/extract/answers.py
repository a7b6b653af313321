"""Plain negation as an answer: who is charged and says in the same words that it is not so denies the charge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract import contents
from communique.extract.rebuttals import POINTERS
from communique.extract.repeats import likeness
from communique.lexicon.relations import Relations
from communique.reading import Clause, Reading
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Span

ALIKE = 0.5
"""Share of the shorter content's words that the answer and the charge have in common."""
REACH = 3
"""How many sentences after the charge an answer may stand."""
CONFIDENCE = 0.7


def find_answers(
    reading: Reading, relations: Relations, allegations: Sequence[Allegation], statements: Sequence[Statement]
) -> Iterator[Denial]:
    """Yield a denial for each statement by which the accused plainly negates what they were just charged with."""
    for statement in statements:
        clause = _negated(reading, statement) if statement.act == "assert" and statement.cue is not None else None
        if clause is None or statement.cue is None or statement.speaker is None:
            continue
        mine = [a for a in allegations if any(contents.is_own(one, statement.speaker) for one in a.accused)]
        answered = [a for a in mine if _answers(reading, relations, a, statement, clause)]
        if answered:
            places: list[tuple[Span | None, str]] = [(statement.cue, "cue")]
            places += [(piece, "content") for piece in statement.content]
            places += [(statement.speaker.mention, "speaker")]
            yield Denial(
                article=statement.article, evidence=contents.evidence(places),
                rule="answer.negation", confidence=CONFIDENCE, holder=statement.holder, when=statement.when,
                layer=statement.layer, denier=statement.speaker, cue=statement.cue,
                of=tuple(a.id for a in answered), scope="whole", content=statement.content[0],
            )  # fmt: skip


def _negated(reading: Reading, statement: Statement) -> Clause | None:
    """The main verb of what somebody says of their own side, if it is negated and no refusal ("will not")."""
    clause = next((c for c in reading.clauses_in(statement.content) if c.pos == "verb"), None)
    subject = clause.one("subject") if clause is not None else None
    if clause is None or subject is None or not clause.negated or clause.modal:
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
    return any(likeness(reading, relations, charge.content, piece) >= ALIKE for piece in statement.content)

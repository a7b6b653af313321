"""Asks the ten questions of one article alone, and checks each answer.

python tools/ten_questions.py FOLDER

FOLDER holds the article (*.txt) whose answers are known. It is no part of the project: where it is absent, this says
so and checks nothing. The article is added to a fresh store, as `communique add --date 2023-02-25` does.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique import workflow
from communique.lexicon.actors import load_actors
from communique.questions import dossiers, histories, lists, pages, plans, wording
from communique.questions.answers import Matter, Told
from communique.questions.asking import MODES, Wanted, make_filter, make_view, who_in
from communique.records import Article, Statement
from communique.records.views import Filter
from communique.sources import read_articles
from communique.store import Store, open_store

ADDED, AGAIN = "2024-01-01T00:00:00.000000Z", "2024-01-02T00:00:00.000000Z"
NOW = make_view("2023-03-31")
FIRST = "FIRST"
"""Stands for the id of the first statement of that day."""

Check = Callable[[Store], Iterator[tuple[str, bool]]]


def main() -> int:
    """Ask, print each answer, and what of it is missing; return the number of questions not answered in full."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    texts = sorted(folder.glob("*.txt")) if len(sys.argv) > 1 else []
    if not texts:
        print(f"skipped: ten_questions needs a folder with the article; {sys.argv[1:] or 'none given'} has none")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "record.db"
        with open_store(path) as store:
            _add(store, texts[0], ADDED)
            failed = sum(not _asked(number, question, store, path) for number, question in enumerate(QUESTIONS, 1))
    print(f"{len(QUESTIONS) - failed} of {len(QUESTIONS)} answered in full")
    return failed


def _add(store: Store, path: Path, at: str) -> str:
    article = next(iter(read_articles(str(path), date="2023-02-25")))
    assert isinstance(article, Article)
    known = workflow.known(store, article)
    return (known or workflow.enter(store, article, workflow.read(article), workflow.present_run(), at)).outcome


@dataclass(frozen=True)
class Question:
    """A question, the command that asks it, and what must be true of the answer."""

    words: str
    command: Sequence[str]
    check: Check


def _asked(number: int, question: Question, store: Store, path: Path) -> bool:
    command = [_first_said(store).short if word == FIRST else word for word in question.command]
    print(f"\n{number}. {question.words}\n   $ communique {' '.join(command)}")
    done = subprocess.run(
        [sys.executable, "-c", "from communique.cli import main; main()", *command, "--store", str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    print("   " + (done.stdout + done.stderr).strip("\n").replace("\n", "\n   "))
    missing = [what for what, true in question.check(store) if not true]
    for what in missing:
        print(f"   MISSING: {what}")
    return not missing and done.returncode == 0


def _filter(store: Store, question: str, **words: object) -> Filter:
    return make_filter(question, Wanted(limit=99, **words), who_in(store, None, NOW))  # type: ignore[arg-type]


def _sides(matter: Matter) -> set[str | None]:
    return {actor.iso3 for actor in matter.thread.participants}


def _engagements(store: Store) -> Iterator[tuple[str, bool]]:
    filter = _filter(store, "engagements", actor=("china",), with_=("ukraine",), open=True)
    found = lists.engagements(store, filter, NOW).items
    yield "exactly one", len(found) == 1
    yield "sought, since 2023-02-24", [(m.thread.status, m.since) for m in found] == [("sought", "2023-02-24")]
    yield "by Zelenskyy", all("Zelenskyy" in m.by for m in found)
    yield "no date", all(m.thread.when is None and m.thread.window is None for m in found)
    yield "arrangement and date undisclosed", all(len(m.gaps) == 2 for m in found)
    yield "Chinese response: none reported", all(m.unanswered == ("China",) for m in found)


def _weapons(store: Store) -> Iterator[tuple[str, bool]]:
    found = lists.allegations(store, _filter(store, "allegations", actor=("china",)), NOW).items
    charges = [c for ledger in found for c in ledger.charges]
    yield "two allegations, both of the U.S.", [[a.iso3 for a in c.accusers] for c in charges] == [["USA"], ["USA"]]
    weeks = [(c.when.from_, c.when.to) for c in charges if c.when]
    yield "alleged 13-19 February", weeks == [("2023-02-13", "2023-02-19")] * 2
    yield "each with its hedge", all(c.hedge is not None for c in charges)
    answers = [[(d.denier and d.denier.iso3, d.scope, d.when) for d in ledger.answers] for ledger in found]
    yield "China denied, date not stated, scope ambiguous", answers == [[("CHN", "ambiguous", None)]] * 2
    yield "Zelenskyy accuses nobody", not any("zelenskyy" in a.id for c in charges for a in c.accusers)


def _matrix(store: Store) -> Iterator[tuple[str, bool]]:
    found = plans.proposals(store, _filter(store, "proposals"), NOW).items
    yield "one plan", len(found) == 1
    for matrix in found:
        parties = {party.key: party for party in matrix.parties}
        yield "12 points declared", matrix.declared == 12
        yield "at least 4 points reported", len(matrix.lines) >= 4
        expected = {"CHN": "proposes", "UKR": "willing to discuss", "RUS": "not reported", "USA": "not reported",
                    "BLR": "not reported"}  # fmt: skip
        for key, answer in expected.items():
            said = wording.answer(matrix, matrix.whole, parties[key]) if key in parties else "no column"
            yield f"{key} on the whole: {answer} (is: {said})", said == answer
        points = {wording.answer(matrix, x, p) for x in matrix.lines for k, p in parties.items() if k != "CHN"}
        yield "nobody else's answer to a single point is invented", points == {"not reported"}


def _pending(store: Store) -> Iterator[tuple[str, bool]]:
    found = lists.pending(store, _filter(store, "engagements"), make_view("2023-03-01")).items
    told = {(m.thread.type, m.thread.status, m.thread.window.to if m.thread.window else None) for m in found}
    yield "the meeting, sought", ("meeting", "sought", None) in told
    yield "the visit, outcome unreported", ("visit", "outcome_unreported", "2023-02-28") in told
    yield "nothing else", len(found) == 2


def _said(store: Store) -> Iterator[tuple[str, bool]]:
    filter = _filter(store, "statements", actor=("Zelenskyy",), from_="2023-02-24", to="2023-02-24")
    found = lists.statements(store, filter, NOW).items
    modes = [t.record.mode for t in found if isinstance(t.record, Statement)]
    yield "at least five statements", len(found) >= 5
    yield "verbatim, then partly quoted, then paraphrases", modes == sorted(modes, key=MODES.index)
    yield "all three kinds", set(modes) == set(MODES)
    yield "each in Kyiv, known from the caption", all(_place(t) == ("Kyiv", "caption") for t in found)


def _first_said(store: Store) -> Told:
    filter = _filter(store, "statements", actor=("Zelenskyy",), from_="2023-02-24", to="2023-02-24")
    return lists.statements(store, filter, NOW).items[0]


def _place(told: Told) -> tuple[str, str]:
    where = told.venue.record.where if told.venue else None
    return (where.name if where else "", told.venue_from)


def _own_words(store: Store) -> Iterator[tuple[str, bool]]:
    found = lists.statements(store, _filter(store, "statements", actor=("china",)), NOW, quoted=True).items
    speakers = [t.record.speaker for t in found if isinstance(t.record, Statement)]
    yield "at least four quotes", len(found) >= 4
    yield "the speaker is the plan", all(s is not None and s.kind == "document" for s in speakers)
    yield "its issuer is China", all(s is not None and s.iso3 == "CHN" for s in speakers)


def _since(store: Store) -> Iterator[tuple[str, bool]]:
    everything = histories.since(store, "2000-01-01T00:00:00.000000Z", Filter(), NOW).items
    records = [c for c in everything if c.what == "new"]
    yield "first load: everything", len(records) == store.count(Filter()) > 30
    folder = Path(sys.argv[1])
    yield "the same file again: says so", _add(store, sorted(folder.glob("*.txt"))[0], AGAIN) == "again"
    yield "the same file again: nothing", histories.since(store, ADDED, Filter(), NOW).items == ()


def _lukashenko(store: Store) -> Iterator[tuple[str, bool]]:
    who = "person/alexander-lukashenko"
    found = dossiers.dossier(store, who, Filter(limit=50), NOW, load_actors())
    told = {answer.question: answer.items for answer in found.sections}
    roles = [(r.title, r.of, r.basis) for r, _ in found.roles]
    yield "President of Belarus, stated", roles == [("President", "state/BLR", "stated")]
    ties = {(t.record.relation, t.record.b.name, t.record.holder) for t in told["relationships"]}  # type: ignore
    putin = {("ally_of", "Vladimir Putin", ()), ("beholden_to", "Vladimir Putin", ())}
    yield "ally of and beholden to Putin, in the outlet's voice", ties == putin
    yield "an epithet, unattributed", [t.record.by for t in told["labels"]] == [None]  # type: ignore
    yield "a visit", [m.thread.type for m in told["engagements"]] == ["visit"]  # type: ignore
    charges = [c for ledger in told["allegations"] for c in ledger.charges]  # type: ignore
    yield "one allegation", len(charges) == 1
    day = [(c.when.from_, c.when.to) if c.when else None for c in charges]
    yield f"the allegation is of 2020 (is: {day})", day == [("2020-01-01", "2020-12-31")]


def _basis(store: Store) -> Iterator[tuple[str, bool]]:
    found = pages.basis(store, Filter(limit=99), NOW).items
    facts = store.count(Filter(kinds=pages.FACTS), NOW)
    yield "all facts rest on a single source", len(found) == facts and all((g.sources or 1) == 1 for g in found)
    reasons = [i for g in found for i in g.inferences]
    yield "inferred ones with their rule", len(reasons) > 5 and all(i.why for i in reasons)
    yield "the week of the allegation is one", any("2023-02-13..2023-02-19" in i.what for i in reasons)


def _why(store: Store) -> Iterator[tuple[str, bool]]:
    found = pages.show(store, _first_said(store).short, NOW)
    when = found.told.record.when
    yield "the day is 2023-02-24", when is not None and (when.from_, when.to) == ("2023-02-24", "2023-02-24")
    yield "“Friday” is shown", when is not None and when.text is not None and when.text.text == "Friday"
    reasons = [i.why for i in found.inferences if i.part == "when"]
    yield "the rule names the day of publication", any("2023-02-25" in why for why in reasons)


QUESTIONS = (
    Question(
        "Which sought or announced engagements between China and Ukraine have not happened?",
        ("engagements", "--actor", "china", "--with", "ukraine", "--open"), _engagements,
    ),
    Question(
        "Who has denied supplying weapons to Russia, who alleged it, when?",
        ("allegations", "--actor", "china"), _weapons,
    ),
    Question("How did each party respond to each point of the plan?", ("proposals",), _matrix),
    Question("As of 1 March 2023, what was pending?", ("pending", "--as-of", "2023-03-01"), _pending),
    Question(
        "What exactly did Zelenskyy say on 24 February?",
        ("statements", "--actor", "Zelenskyy", "--from", "2023-02-24", "--to", "2023-02-24"), _said,
    ),
    Question(
        "Where does China stand on ending the war, in its own words?",
        ("statements", "--actor", "china", "--quoted"), _own_words,
    ),
    Question("What changed since yesterday?", ("since", "yesterday"), _since),
    Question("Who is Lukashenko in this record, and who says so?", ("actor", "Lukashenko"), _lukashenko),
    Question("Which facts rest on a single source, or on an inference?", ("basis", "--limit", "99"), _basis),
    Question("Why does it say 24 February?", ("why", FIRST), _why),
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(min(main(), 1))

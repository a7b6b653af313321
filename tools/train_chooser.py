"""Train the chooser of recipients on our own annotated texts.

    python tools/train_chooser.py            # writes src/communique/data/models/en/chooser.npz
    python tools/train_chooser.py --folds 5  # writes nothing: judges by cross-validation over the groups of the texts

For each annotated event that a clause tells it learns which of the parties spoken of in its sentence and the two before
it are its recipients, or that nobody is; of what two do together, which is the partner of the first. Parties are
compared by their codes. A clause that no rule fits is read as if the finder had guessed the event's type; where the
rules find no doer, the annotated ones are put in.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from linear import LEAST_SEEN, Numbers, Table, descend, fold_of, save
from training import Lesson, load_lessons, read_lesson

from communique.config import DATA
from communique.evaluate.events import ENTITIES
from communique.evaluate.tasks import overlap
from communique.extract.matching.candidates import Candidate, candidates, sides_of, traits_of
from communique.extract.matching.finding import match_rules
from communique.extract.matching.likely import is_open, surest
from communique.extract.matching.matches import Match
from communique.lexicon.codebook import load_codebook
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.rules import EventRules
from communique.lexicon.weights import NOBODY, Weights
from communique.reading import Guess, Reading

OUT = DATA / "models" / "en" / "chooser.npz"
PENALTY = 8.0
SURE = 0.65
"""By cross-validation three in four of the parties are right that are chosen so surely."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An event with those to whom it may be done: their traits, and of each whether it is; `open` where the rules found
    nobody and the chooser is asked."""

    group: str
    those: tuple[Candidate, ...]
    traits: tuple[tuple[str, ...], ...]
    meant: tuple[bool, ...]
    open: bool


def main() -> None:
    """Train on everything, or judge by cross-validation."""
    parser = argparse.ArgumentParser(description="Train the chooser of recipients.")
    parser.add_argument("--folds", type=int, default=0)
    folds = parser.parse_args().folds
    choices = list(of_lessons())
    if folds:
        tell(choices, folds)
        return
    save(train(choices), OUT)
    print(f"{len(choices)} events, {sum(any(c.meant) for c in choices)} with a recipient, {OUT.stat().st_size} bytes")


def of_lessons() -> Iterator[Choice]:
    """Yield the events of annotated texts that a clause tells and that may be done to somebody."""
    rules = load_lexicon().events
    for lesson in load_lessons():
        reading, places = read_lesson(lesson)
        spans = [places.stored(*event["trigger_span"]) for event in lesson.events]
        reading = reading.filled(guesses=tuple(_guesses(reading, lesson, spans, rules)))
        matches = match_rules(reading, rules)
        for event, span in zip(lesson.events, spans, strict=True):
            match = _match_at(reading, matches, event["type"], span)
            if match is not None:
                yield _choice(reading, match, event, lesson.group, rules)


def _guesses(reading: Reading, lesson: Lesson, spans: Sequence[tuple[int, int]], rules: EventRules) -> Iterator[Guess]:
    """Yield the type of each event as a sure guess about the first clause at its trigger."""
    taken: set[int] = set()
    for event, span in zip(lesson.events, spans, strict=True):
        heads = ((clause.index, reading.tokens[clause.head]) for clause in reading.clauses)
        at = next((i for i, t in heads if i not in taken and overlap([t.start, t.end], span)), None)
        if at is not None and event["type"] in rules.guessed:
            taken.add(at)
            yield Guess(at, event["type"], 1.0, sure=True)


def _match_at(reading: Reading, matches: list[Match], kind: str, span: tuple[int, int]) -> Match | None:
    """Take the first match of a type at a place out of the list."""
    for match in matches:
        trigger = reading.span(match.first, match.last)
        if match.rule.type == kind and overlap([trigger.start, trigger.end], span):
            matches.remove(match)
            return match
    return None


def _choice(reading: Reading, match: Match, event: Mapping[str, Any], group: str, rules: EventRules) -> Choice:
    those = candidates(reading, match)
    actors, recipients = _coded(event["actor"]), _coded(event["recipient"])
    doing = sides_of(match.actors)
    if not doing & {one.side for one in those}:
        doers = [one.side for one in those if _code(one.side) in actors]
        doing = set(doers[:1] if match.rule.reciprocal else doers) or doing
    known = {_code(side) for side in doing}
    if match.rule.reciprocal or (not recipients and known < actors):
        recipients = (actors | recipients) - known if known else set()
    traits = tuple(map(tuple, traits_of(reading, match, those, rules, doing)))
    meant = tuple(_code(one.side) in recipients for one in those)
    return Choice(group, tuple(those), traits, meant, is_open(match) and bool(those))


def _coded(codes: Sequence[str]) -> set[str]:
    return {ENTITIES.get(code, code) for code in codes}


def _code(side: str) -> str:
    """The code of a candidate: the state's, or that of its kind of organisation."""
    kind, _, name = side.partition("/")
    code = name[:3] if kind == "state" else load_codebook().organisations.get(name, "IGO")
    return ENTITIES.get(code, code)


def train(choices: Sequence[Choice]) -> Weights:
    """Return the weights under which those who are meant are likeliest among all that may be and nobody."""
    seen = Counter(trait for choice in choices for traits in choice.traits for trait in set(traits))
    known = sorted({*(trait for trait, count in seen.items() if count >= LEAST_SEEN), *NOBODY})
    traits = {name: row for row, name in enumerate(known, start=1)}
    none, rows = np.zeros((0, 0), np.float32), fit(choices, traits)
    return Weights(("meant",), (), traits, rows[:, None], none, np.zeros(1), SURE, SURE)


def fit(choices: Sequence[Choice], traits: Mapping[str, int]) -> Numbers:
    """Return the weights of the traits: a conditional logit, in which all who are meant share what is sure."""
    table = Table([row for choice in choices for row in (NOBODY, *choice.traits)], traits)
    sizes = np.array([1 + len(choice.traits) for choice in choices])
    starts, owner = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(sizes)), sizes)
    meant = [(not any(choice.meant), *choice.meant) for choice in choices]
    told = np.concatenate([np.array(row) / sum(row) for row in meant])

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        sums = table.times(flat[:, None])[:, 0]
        sums -= np.maximum.reduceat(sums, starts)[owner]
        shares = np.exp(sums)
        norm = np.add.reduceat(shares, starts)
        slope = table.turned_times((shares / norm[owner] - told)[:, None])[:, 0]
        value = float((told * (np.log(norm)[owner] - sums)).sum())
        return value + 0.5 * PENALTY * float((flat**2).sum()), slope + PENALTY * flat

    return descend(loss, np.zeros(len(traits)))


def tell(choices: Sequence[Choice], folds: int) -> None:
    """Print from each sureness upwards how many open events get a recipient, and how many the right one."""
    found: list[tuple[float, bool]] = []
    for fold in range(folds):
        weights = train([choice for choice in choices if fold_of(choice.group, folds) != fold])
        for choice in choices:
            if choice.open and fold_of(choice.group, folds) == fold:
                best, sure = surest(choice.those, weights.choose(choice.traits))
                found.append((sure, choice.meant[choice.those.index(best)]))
    print(f"{len(found)} open events\nfrom   chosen  right")
    for least in (0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.4):
        kept = [right for sure, right in found if sure >= least]
        print(f"{least:.2f}  {len(kept):6}  {sum(kept):5} ({sum(kept) / max(1, len(kept)):.2f})")


if __name__ == "__main__":
    main()

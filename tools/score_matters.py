"""Scores how matters are followed across articles: the mini-stories of evaluation/constructions/matters.

    python tools/score_matters.py [SET|THEME|NAME ...] [--errors] [--mend]

    - name: put-off-and-made               of all files, each name once
      told:
        - 2024-03-04 Harbour Wire: ...     day and outlet, then the text: an article
      threads:                             one matter each, all of them apart from each other
        visit:
          - 1 announced|confirmed: will visit Peru     article, statuses (one of them), words that the record touches
          - 2 rejects by UGA: turned it down         of a plan: a party's position
        allegation arms: [...]             a kind before the name; engagement if there is none (or the entry's `of`)
      stands: {visit: 2024-04-01 outcome_unreported}   how it stands on a day; else as its last step says, on its day
      gap: thread stands                   in what it is known to fail

What can fail: "read" (no record with that status touches the words), "thread" (one does, in another thread than most of
the matter), "stands" (how the matter stands), "merged" (a thread holds steps of two matters: worst of all). `--errors`
prints what fails, `--mend` corrects the marks.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from cases import CONSTRUCTIONS

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from communique import workflow
from communique.sources import article_from_text
from stories.expected import Line, Story, overlay
from stories.followed import Followed

FOLDER = CONSTRUCTIONS / "matters"
FAULTS = ("read", "thread", "stands", "merged")
LEXICON = "kell_strait"
"""The bundled story whose invented states the mini-stories may use."""


@dataclass(frozen=True, eq=False, repr=False)
class Matters(Followed):
    """A mini-story, followed; `steps` and `stands` are what is expected of it, `gap` in what it is known to fail."""

    group: str
    theme: str
    texts: tuple[str, ...]
    steps: tuple[Line, ...]
    stands: tuple[Line, ...]
    gap: str

    @property
    def history(self) -> Sequence[Line]:
        """The steps of all its matters."""
        return self.steps

    @cached_property
    def faults(self) -> Mapping[str, list[str]]:
        """What fails, by kind of fault, in words."""
        found: dict[str, list[str]] = {fault: [] for fault in FAULTS}
        for line in self.steps:
            if fault := self.reads(line):
                found[fault].append(f"{line.thread} {line.fields['a']} {line.fields['is']}: {line.fields['at']}")
        for line in self.stands:
            if not self.met(line):
                found["stands"].append(f"{line.thread} {line.fields['on']}: {self._status(line)} for {line.wanted}")
        names = sorted({line.thread for line in self.steps})
        found["merged"] = [" with ".join(pair) for pair in combinations(names, 2) if self._shared(*pair)]
        return {fault: words for fault, words in found.items() if words}

    @property
    def fails(self) -> str:
        """The kinds of fault, in the form of the marks."""
        return " ".join(self.faults)

    def _status(self, line: Line) -> str:
        matter = self.matter(line.thread, line.fields["on"])
        return matter.status if matter else "unknown"


def load(paths: Iterable[Path] | None = None) -> Iterator[Matters]:
    """Yield the mini-stories of some files (all of the folder), each read when it is asked for."""
    for path in sorted(FOLDER.glob("*.yaml")) if paths is None else paths:
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            for story in entry["stories"]:
                yield _matters(entry, story)


def _matters(entry: Mapping[str, Any], story: Mapping[str, Any]) -> Matters:
    name, told = story["name"], [next(iter(one.items())) for one in story["told"]]
    steps, ends = [], []
    for key, written in story["threads"].items():
        of, _, thread = key.rpartition(" ")
        of = of or entry.get("of", "engagement")
        for step in written:
            ((head, words),) = step.items()
            number, statuses, *party = head.split()
            fields = {"a": number, "at": words, "is": statuses.replace("|", " or ")}
            if party:
                fields["party"] = party[-1]
            steps.append(Line(name, "history", thread, "position" if party else of, fields))
        last = ([step for step in steps if step.thread == thread and step.of == of] or steps)[-1].fields
        day, stands = told[int(last["a"]) - 1][0].split()[0], last["is"]
        asked = story.get("stands", {}).get(thread, "")
        if asked:
            day, stands = asked.split()
        ends.append(Line(name, "as_of", thread, of, {"on": day, "is": stands.replace("|", " or ")}))
    group, theme = entry["set"], entry["theme"]
    texts, gap = tuple(text for _, text in told), story.get("gap", "")
    return Matters(name, _Read(name, told), group, theme, texts, tuple(steps), tuple(ends), gap)


class _Read(Sequence[Any]):
    """A story that is read when first looked at."""

    def __init__(self, name: str, told: Sequence[tuple[str, str]]) -> None:
        self.name, self.told = name, told

    @cached_property
    def _pairs(self) -> Story:
        found = []
        for number, (head, text) in enumerate(self.told, 1):
            day, _, outlet = head.partition(" ")
            url = f"https://{self.name}.example/{number}"
            article = article_from_text(text, date=day, publisher=outlet, url=url, language="en")
            found.append((article, workflow.read(article, lexicon_dir=overlay(LEXICON))))
        return found

    def __getitem__(self, index: Any) -> Any:
        return self._pairs[index]

    def __len__(self) -> int:
        return len(self._pairs)


def figures(stories: Sequence[Matters]) -> str:
    """Return how many stories are met whole, how many steps are read and in their thread, and what is merged."""
    steps = Counter(story.reads(line) for story in stories for line in story.steps)
    stands = [story.met(line) for story in stories for line in story.stands]
    merged = sum(len(story.faults.get("merged", ())) for story in stories)
    return (
        f"stories met {sum(not story.fails for story in stories)} of {len(stories)}; steps {steps['']} of "
        f"{steps.total()} (not read {steps['read']}, in another thread {steps['thread']}); "
        f"stands {sum(stands)} of {len(stands)}; merged {merged}"
    )


def mark(path: Path, fails: Mapping[str, str]) -> None:
    """Write into a file in what its stories fail; stories that `fails` does not name stay as they are."""
    lines: list[str] = []
    known = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    - name: "):
            known = line.removeprefix("    - name: ")
            lines += [line, *([f"      gap: {fails[known]}"] if fails.get(known) else [])]
        elif not (line.startswith("      gap: ") and known in fails):
            lines.append(line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Print what fails, and the figures of each theme and set."""
    asked = {argument for argument in arguments if not argument.startswith("--")}
    chosen = [s for s in load() if not asked or asked & {s.group, s.theme, s.name}]
    for story in chosen:
        if "--errors" in arguments and story.fails:
            print(f"{'gap' if story.gap == story.fails else 'NEW'} {story.theme}: {story.name}")
            print("".join(f"    {fault:7} {one}\n" for fault, words in story.faults.items() for one in words), end="")
        elif "--errors" in arguments and story.gap:
            print(f"closed {story.theme}: {story.name}")
    for by in ("theme", "group"):
        for name in dict.fromkeys(getattr(story, by) for story in chosen):
            print(f"{name}: {figures([story for story in chosen if getattr(story, by) == name])}")
    if "--mend" in arguments:
        for path in FOLDER.glob("*.yaml"):
            mark(path, {story.name: story.fails for story in chosen})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

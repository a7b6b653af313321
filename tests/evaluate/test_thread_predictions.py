"""Stories come out in the scorers' form, known only from texts, days and the days asked."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from builders import actor, article, engagement, statement
from communique.errors import GoldError
from communique.evaluate.histories import judge, measure
from communique.evaluate.stories import Report, Story, load_stories
from communique.evaluate.threads import Told, speech_prediction, story_prediction
from communique.records import Article, Engagement
from communique.records.links import Appearance, Entry

OWN = "Ren\u00e9 says a meeting of Norland and Sudmark is planned.".replace("\u00e9", "e\u0301")
PLAN = article("Ren\u00e9 says a meeting of Norland and Sudmark is planned.", published="2031-03-01")
HELD = article("Norland and Sudmark held their meeting.", published="2031-03-09")
DAYS = ("2031-02-28", "2031-03-01", "2031-03-10")

GOLD = """
storyline: talks
as_of_dates: ["2031-03-10"]
articles:
  - {id: A1, file: talks/plan.txt, date: "2031-03-01"}
  - {id: A2, file: talks/held.txt, date: null}
actors: {norland: {name: Norland, iso3: NLD}}
threads:
  - {id: T1, class: engagement, kind: meeting, title: secret-title, participants: [norland], final: secret-final,
     history: [{a: A1, status: announced, accept: [sought], q: "a meeting"}, {a: A2, status: held, q: "held their"}],
     state_as_of: [{date: "2031-02-28", status: not_yet_known}, {date: "2031-03-10", status: held}]}
  - {id: T2, class: allegation, kind: allegation, title: another, participants: [norland], req: should,
     history: [{a: A2, status: alleged, q: "held their"}]}
"""


def _meeting(art: Article, status: str) -> Entry:
    parties = [actor(art, "Norland", "state/NLD"), actor(art, "Sudmark", "state/SUD")]
    record: Engagement = engagement(art, "meeting", participants=parties, status=status)
    return Entry(
        record=record, appearances=(Appearance(publisher=None, url=None, published=art.published, added_at=""),)
    )


def _prediction() -> dict[str, Any]:
    entries = [_meeting(PLAN, "announced"), _meeting(HELD, "held")]
    told = {
        PLAN.id: Told("talks/plan.txt", _stored(), OWN, DAYS),
        HELD.id: Told("talks/held.txt", HELD, HELD.text, DAYS),
    }
    return story_prediction({entries[0].record.id: entries}, [], told)


def _stored() -> Article:
    """The plan's article as a file with a decomposed letter gives it."""
    from communique.sources import article_from_text

    stored = article_from_text(OWN, date="2031-03-01", language="en")
    assert stored.text == PLAN.text
    return stored


def test_a_thread_has_its_history_and_its_state_on_the_days_asked() -> None:
    (thread,) = _prediction()["threads"]
    assert thread["kind"] == "meeting" and thread["participants"] == ["Norland", "NLD", "Sudmark", "SUD"]
    assert [(s["article"], s["status"]) for s in thread["history"]] == [
        ("talks/plan.txt", "announced"),
        ("talks/held.txt", "held"),
    ]
    assert thread["as_of"] == {"2031-02-28": "not_yet_known", "2031-03-01": "announced", "2031-03-10": "held"}
    assert thread["final"] == "held"


def test_evidence_counts_in_the_files_own_text() -> None:
    first = _prediction()["threads"][0]["history"][0]
    assert OWN[slice(*first["evidence"])] == "meeting"


def test_speech_has_its_speaker_cue_and_content() -> None:
    told = {PLAN.id: Told("talks/plan.txt", _stored(), OWN, ())}
    said = statement(
        PLAN,
        actor(PLAN, "Ren\u00e9", "person/rene", name="Ren\u00e9 Roux"),
        "says",
        "a meeting of Norland and Sudmark is planned",
    )
    doubtful = statement(PLAN, None, "says", "is planned", confidence=0.2)
    (line,) = speech_prediction([said, doubtful], told)
    assert (line["speaker"], line["cue"], line["mode"]) == ("Ren\u00e9 Roux", "says", "paraphrase")
    assert OWN[slice(*line["content"])] == "a meeting of Norland and Sudmark is planned"


def test_sentences_of_one_quotation_are_one_utterance() -> None:
    art = article("“We agree. We will come,” Ann said. “Never,” said Bo.")
    told = {art.id: Told("a.txt", art, art.text, ())}
    ann, bo = actor(art, "Ann", "person/ann"), actor(art, "Bo", "person/bo")
    one = statement(art, ann, "said", "We agree", mode="verbatim")
    two = statement(art, ann, "said", "We will come", mode="verbatim")
    other = statement(art, bo, "said", "Never", cue_nth=1, mode="verbatim")
    lines = speech_prediction([one, two, other], told)
    assert [art.text[slice(*line["content"])] for line in lines] == ["We agree. We will come", "Never"]
    assert [line["mode"] for line in lines] == ["verbatim", "verbatim"]


def _story(folder: Path) -> Path:
    (folder / "articles" / "talks").mkdir(parents=True)
    (folder / "talks.yaml").write_text(GOLD, encoding="utf-8")
    (folder / "articles" / "talks" / "plan.txt").write_text(
        f"title: Plan\nnote: secret-note\n\n{OWN}", encoding="utf-8"
    )
    (folder / "articles" / "talks" / "held.txt").write_text(f"date: x\n\n{HELD.text}", encoding="utf-8")
    return folder


def test_labels_of_a_story_are_left_behind(tmp_path: Path) -> None:
    ((story, _),) = load_stories(_story(tmp_path))
    assert [f.name for f in fields(Story)] == ["name", "reports", "asked"]
    assert story.reports == (
        Report("talks/plan.txt", OWN, "Plan", "2031-03-01"),
        Report("talks/held.txt", HELD.text, None, None),
    )
    assert story.asked == ("2031-02-28", "2031-03-10")
    assert "secret" not in repr(story)


@pytest.mark.parametrize("missing", ["talks.yaml", "articles/talks/plan.txt"])
def test_a_story_that_is_not_whole_is_refused(missing: str, tmp_path: Path) -> None:
    (_story(tmp_path) / missing).unlink()
    with pytest.raises(GoldError, match=r"holds no stories|there is no article"):
        load_stories(tmp_path)


def test_a_story_is_judged_by_threads_steps_and_states(tmp_path: Path) -> None:
    ((_, gold),) = load_stories(_story(tmp_path))
    texts = {"talks/plan.txt": OWN, "talks/held.txt": HELD.text}
    right = {row.name: row for row in measure(judge(gold.fields, texts, _prediction()).counts)}
    assert (right["threads that must be found"].value, right["threads found"].value) == (1.0, 0.5)
    assert right["history given thread"].value == right["as of"].value == 1.0
    assert right["history"].value == 2 / 3

    late = _prediction()
    late["threads"][0]["as_of"]["2031-03-10"] = "announced"
    late["threads"][0]["history"][1]["status"] = "cancelled"
    judged = judge(gold.fields, texts, late)
    wrong = {row.name: row for row in measure(judged.counts)}
    assert wrong["history given thread"].value == wrong["as of"].value == 0.5
    assert [cause for cause, _ in judged.errors] == ["step: held", "state: held", "missed thread"]

    stranger = _prediction()
    stranger["threads"][0]["participants"] = ["Ostland"]
    assert measure(judge(gold.fields, texts, stranger).counts)[0].value == 0.0

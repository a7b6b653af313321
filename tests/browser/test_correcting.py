"""An analyst at the desk: opens a sentence, corrects, takes back, adds what was missed, works the queue by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import TOKEN, served
from builders import actor, article, engagement, interval, participant, span, statement
from communique.records.views import NOW, Filter
from communique.store import Store
from desks import application
from filling import fill

pytestmark = pytest.mark.browser

TEXT = article(
    "Envoys in Muscat\n\n"
    "“Well 😀 done, Jose\u0301,” Oman said. Oman hosted Iran for talks 🤝 in Muscat. They spoke by phone on Monday.\n\n"
    "Iran will visit Oman from March 3 to 5.",
    published="2024-02-07",
    publisher="Gulf Post",
    title="Envoys in Muscat",
)
OMAN = actor(TEXT, "Oman", "state/OMN")
SIDES = [participant(TEXT, "Oman", "state/OMN"), participant(TEXT, "Iran", "state/IRN")]
TALKS = engagement(TEXT, "talks", type="talks", status="held", participants=SIDES)
SAID = statement(TEXT, OMAN, "said", "Well 😀 done, Jose\u0301", quotes=["Well 😀 done, Jose\u0301"])
SLOT = interval("2024-03-03", "2024-03-05", span(TEXT, "from March 3 to 5"))
VISIT = engagement(TEXT, "visit", type="visit", status="announced", participants=SIDES, window=SLOT)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with fill(tmp_path / "one.db", [(TEXT, [TALKS, SAID, VISIT])]) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> Iterator[str]:
    made = application(store)
    made.state.token = TOKEN
    with served(made) as address:
        yield address


@pytest.fixture
def ana(page: Any, desk: str) -> Any:
    page.goto(f"{desk}/login?next=/article/{TEXT.id}")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_label("Your name").fill("ana")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{desk}/article/{TEXT.id}")
    return page


def select(page: Any, words: str) -> None:
    """Select words of the article as a pointer would: from the first to the last letter."""
    page.evaluate(
        """words => {
            const range = document.createRange();
            for (const block of document.querySelectorAll("[data-start]")) {
                const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
                const nodes = [];
                for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
                const at = nodes.map(n => n.data).join("").indexOf(words);
                if (at < 0) continue;
                const point = offset => {
                    for (const node of nodes) {
                        if (offset <= node.data.length) return [node, offset];
                        offset -= node.data.length;
                    }
                };
                range.setStart(...point(at));
                range.setEnd(...point(at + words.length));
                document.getSelection().removeAllRanges();
                document.getSelection().addRange(range);
                return;
            }
            throw new Error("no such words");
        }""",
        words,
    )


def _status(store: Store) -> str:
    entry = store.entry(TALKS.id)
    return str(getattr(entry.record, "status", "")) if entry else "gone"


def test_a_fact_opens_its_sentence(page: Any, desk: str) -> None:
    page.goto(f"{desk}/timeline?as_of=2024-02-08")
    page.locator("a.evidence", has_text="visit").first.click()
    page.wait_for_url(f"{desk}/article/{TEXT.id}*")
    start = TEXT.text.index("Iran will visit")
    assert page.url.endswith(f"#s{start}")
    assert page.locator(f"#s{start}").is_visible()
    assert page.evaluate("document.querySelector(':target').closest('[data-start]').innerText").startswith("Iran will")


def test_a_record_is_corrected_and_taken_back(ana: Any, store: Store) -> None:
    note = ana.locator('[data-note^="eng"]', has_text="talks")
    note.get_by_role("link", name="correct").click()
    ana.get_by_label("Status (needed)").select_option("postponed")
    ana.get_by_label("Reason").first.fill("put off, says the headline")
    ana.get_by_role("button", name="Correct", exact=True).click()
    ana.get_by_role("status").wait_for()
    assert _status(store) == "postponed"
    assert ana.locator(".diff ins", has_text="postponed").count() >= 1
    ana.get_by_role("button", name="undo 1").click()
    ana.get_by_text("Decision 1 is withdrawn").wait_for()
    assert _status(store) == "held"


@pytest.mark.parametrize("words", ["spoke by phone", "🤝 in Muscat", "Jose\u0301"])
def test_a_missed_record_is_added_by_selecting_its_words_behind_an_emoji(ana: Any, store: Store, words: str) -> None:
    select(ana, words)
    ana.get_by_role("button", name="Add a record on these words").wait_for()
    ana.keyboard.press("n")
    ana.wait_for_url("**/add?*")
    start = TEXT.text.index(words)
    assert f"start={start}&end={start + len(words)}" in ana.url
    assert ana.locator("mark.trigger").inner_text() == words
    ana.get_by_label("Type (needed)").select_option("call")
    ana.get_by_label("Status (needed)").select_option("held")
    ana.get_by_label("Participants (needed)").fill("state/OMN, state/IRN")
    ana.get_by_role("button", name="Add the engagement").click()
    ana.wait_for_url(f"**/article/{TEXT.id}#s{start}")
    added = [e.record for e in store.entries(Filter(kinds=("engagement",)), NOW) if e.record.rule == "analyst:ana"]
    assert [(r.evidence[0].start, r.evidence[0].text) for r in added] == [(start, words)]
    assert ana.locator(f"#s{start}").inner_text().startswith(words[0])


def test_white_space_around_a_selection_is_no_part_of_it(ana: Any) -> None:
    select(ana, " spoke by phone ")
    assert ana.locator("[name=start]").input_value() == str(TEXT.text.index("spoke"))
    assert ana.locator("[name=words]").input_value() == "spoke by phone"


def test_words_of_two_paragraphs_are_not_taken(ana: Any) -> None:
    ana.evaluate(
        """() => { const [a, b] = [...document.querySelectorAll(".block-body [data-start]")].slice(-2);
            document.getSelection().setBaseAndExtent(a, 0, b, b.childNodes.length); }"""
    )
    assert ana.locator("[data-selection-bar]").is_hidden()


def test_words_can_be_written_without_scripts(browser: Any, desk: str, store: Store) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk}/login?next=/article/{TEXT.id}")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_label("Your name").fill("ben")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("textbox", name="Words").fill("spoke by phone")
    page.get_by_label("Kind").select_option("event")
    page.get_by_role("button", name="Add a record").click()
    page.get_by_label("Type (needed)").select_option("CONSULT")
    page.get_by_label("Status (needed)").select_option("occurred")
    page.get_by_role("button", name="Add the event").click()
    context.close()
    assert [e.record.evidence[0].text for e in store.entries(Filter(kinds=("event",)), NOW)] == ["spoke by phone"]


def test_the_queue_is_worked_by_keyboard(ana: Any, store: Store, desk: str) -> None:
    ana.goto(f"{desk}/review")
    assert ana.locator("[data-case][aria-current]").get_attribute("id") == "case-1"
    before = ana.locator("[data-case]").count()
    assert before >= 2
    ana.keyboard.press("j")
    assert ana.locator("[data-case][aria-current]").get_attribute("id") == "case-2"
    ana.keyboard.press("k")
    about = ana.locator("#case-1 h3").inner_text()
    ana.keyboard.press("a")
    ana.get_by_role("status").wait_for()
    ana.wait_for_load_state()  # the page's keys are there with its script
    assert [d.verb for d in store.decisions()] == ["accept"]
    assert about not in ana.locator("[data-case] h3").all_inner_texts()
    ana.keyboard.press("u")
    ana.get_by_text("Decision 1 is withdrawn").wait_for()
    assert ana.locator("[data-case]").count() == before
    ana.keyboard.press("r")
    ana.locator("[data-case]").nth(before - 1).wait_for(state="detached")
    assert [(d.verb, d.withdrawn is None) for d in store.decisions()] == [("accept", False), ("reject", True)]


@pytest.mark.parametrize(("key", "address"), [("e", "**/correct*"), ("s", "**/correct*#split")])
def test_keys_open_the_form_of_the_case(ana: Any, desk: str, key: str, address: str) -> None:
    ana.goto(f"{desk}/review")
    ana.keyboard.press(key)
    ana.wait_for_url(address)


def test_the_key_for_merging_asks_with_what(ana: Any, desk: str, store: Store) -> None:
    ana.goto(f"{desk}/review")
    case = ana.locator("[data-case][aria-current]")
    ana.keyboard.press("m")
    assert case.locator("[name=other]").evaluate("field => field === document.activeElement")
    ana.keyboard.type("jkaeru")
    assert store.decisions() == []

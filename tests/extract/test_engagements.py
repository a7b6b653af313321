"""Engagements: every trigger's examples, and which mentions are one engagement."""

from __future__ import annotations

import pytest

from communique.extract.contacts.contacts import find_contacts
from communique.extract.contacts.engagements import find_engagements, with_speeches
from communique.lexicon.engagements import Standing, Trigger, load_engagements, load_standings
from communique.records.events import Engagement
from conftest import ParseText

TRIGGERS = load_engagements()
ENTRIES = {trigger.id: trigger for many in TRIGGERS.values() for trigger in many}

pytestmark = pytest.mark.model


def test_every_trigger_has_five_examples_and_three_counterexamples() -> None:
    for trigger in ENTRIES.values():
        assert len(trigger.examples) >= 5, trigger.id
        assert len(trigger.counterexamples) >= 3, trigger.id


@pytest.mark.parametrize("trigger", ENTRIES.values(), ids=lambda trigger: trigger.id)
def test_a_trigger_finds_its_examples_and_nothing_in_its_counterexamples(
    trigger: Trigger, read_text: ParseText
) -> None:
    for example in trigger.examples:
        at, text = example.index("["), example.replace("[", "").replace("]", "")
        reading = read_text(text, "2023-06-01")
        found = [(c.trigger.type, reading.tokens[c.clause.head].start) for c in find_contacts(reading, TRIGGERS)]
        assert (trigger.type, at) in found, f"{text} gave {found}"
    for text in trigger.counterexamples:
        reading = read_text(text, "2023-06-01")
        assert trigger.id not in {c.trigger.id for c in find_contacts(reading, TRIGGERS) if c.participants}, text


@pytest.mark.parametrize("standing", load_standings(), ids=lambda standing: standing.id)
def test_a_standing_holds_in_its_examples_and_not_in_its_counterexamples(
    standing: Standing, read_text: ParseText
) -> None:
    assert len(standing.examples) >= 5 and len(standing.counterexamples) >= 3
    for example in standing.examples:
        assert standing.gives in statuses_at(example, read_text), example
    for example in standing.counterexamples:
        assert standing.gives not in statuses_at(example, read_text), example


def statuses_at(example: str, read_text: ParseText) -> list[str]:
    at, text = example.index("["), example.replace("[", "").replace("]", "")
    reading = read_text(text, "2023-06-01")
    return [c.status for c in find_contacts(reading, TRIGGERS) if reading.tokens[c.clause.head].start == at]


def engagements(read_text: ParseText, text: str) -> list[Engagement]:
    reading = read_text(text, "2023-06-03")
    return with_speeches(reading, find_engagements(reading, TRIGGERS))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Kenya's President William Ruto wants to meet Paul Kagame.", "meeting", "sought"),
        (
            "Norway's foreign ministry announced that Foreign Minister Espen Barth Eide would visit Ankara next week.",
            "visit",
            "announced",
        ),
        ("The planned meeting between Turkey and Greece was cancelled.", "meeting", "cancelled"),
        ("Turkey and Greece postponed their talks.", "talks", "postponed"),
        ("Turkey and Greece held talks in Athens.", "talks", "held"),
        ("Turkey and Greece are holding talks in Athens.", "talks", "under_way"),
        ("Turkey and Greece may hold talks.", "talks", "hypothetical"),
        ("Turkey proposed talks with Greece.", "talks", "proposed"),
        ("Turkey invited Greece to talks.", "talks", "invited"),
        ("The summit between Turkey and Greece is back on.", "summit", "announced"),
        ("The summit between Turkey and Greece is off.", "summit", "cancelled"),
        ("A letter from Turkey to Greece is on the table.", "letter", "held"),
    ],
)
def test_the_status_follows_the_words(text: str, kind: str, status: str, read_text: ParseText) -> None:
    assert [(e.type, e.status) for e in engagements(read_text, text)] == [(kind, status)]


def test_a_wish_told_three_times_is_one_engagement(read_text: ParseText) -> None:
    text = (
        "Kenya's President William Ruto said he wanted to meet Rwanda's President Paul Kagame.\n"
        "He said that he planned to meet with Kagame.\n"
        "Ruto did not say if a meeting with Paul Kagame had been arranged."
    )
    (found,) = engagements(read_text, text)
    assert found.status == "sought" and len([e for e in found.evidence if e.role == "trigger"]) == 3
    assert {p.iso3 for p in found.participants} == {"KEN", "RWA"}


def test_two_visits_of_different_people_stay_apart(read_text: ParseText) -> None:
    text = (
        "Kenya's President William Ruto visited Ankara on Monday. "
        "Rwanda's President Paul Kagame visited Ankara on Tuesday."
    )
    assert len(engagements(read_text, text)) == 2


def test_a_news_conference_is_counted_once_with_its_speech(read_text: ParseText) -> None:
    text = (
        "Kenya's President William Ruto told a news conference in Nairobi on Friday that talks would go on.\n"
        "His comments came after days of unrest.\n"
        "Ruto spoke at the press conference for an hour."
    )
    found = [e for e in engagements(read_text, text) if e.type == "news_conference"]
    assert len(found) == 1 and found[0].where is not None and found[0].where.name == "Nairobi"
    assert {e.role for e in found[0].evidence} >= {"trigger", "mention"}


def test_a_postponed_meeting_is_the_meeting_that_was_agreed(read_text: ParseText) -> None:
    text = (
        "William Ruto and Paul Kagame have agreed to meet face to face.\n"
        "The meeting, which was to be held in Kampala, was postponed. The talks would be rescheduled for July, "
        "Kenya's government said."
    )
    (found,) = engagements(read_text, text)
    assert found.status == "postponed" and found.window is not None and found.window.value == "2023-07"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Taliban negotiators arrived in Doha on Thursday.", "armed_group/taliban"),
        ("African Union mediators met William Ruto.", "org/au"),
        ("Hamas officials met Qatar's prime minister.", "armed_group/hamas"),
        ("Houthi envoys visited Oman.", "armed_group/houthis"),
    ],
)
def test_envoys_stand_for_who_sent_them(text: str, party: str, read_text: ParseText) -> None:
    assert party in {p.id for e in engagements(read_text, text) for p in e.participants}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("William Ruto and Paul Kagame agreed on Monday to build a railway when they met in Kigali.", "2023-05-29"),
        ("On Tuesday William Ruto and Paul Kagame announced a pact, when they met in Kigali.", "2023-05-30"),
        ("William Ruto and Paul Kagame signed the pact on Monday as they met in Kigali.", "2023-05-29"),
        ("William Ruto and Paul Kagame signed the pact on Monday after they met in Kigali.", None),
        ("William Ruto said on Monday that he had been ill when he met Paul Kagame in Kigali.", None),
    ],
)
def test_a_meeting_has_the_day_of_what_is_told_along_with_it(text: str, day: str | None, read_text: ParseText) -> None:
    found = engagements(read_text, text)
    assert [e.when.from_ if e.when is not None else None for e in found] == [day]


@pytest.mark.parametrize(
    "text", ["The Iran talks were tense.", "The Singapore summit was short.", "She is heading the Polish delegation."]
)
def test_a_matter_or_place_is_no_party(text: str, read_text: ParseText) -> None:
    assert engagements(read_text, text) == []


def test_place_and_slot_stand_in_a_relative_clause(read_text: ParseText) -> None:
    text = "The talks between Kenya and Rwanda, which were to be held in Kampala on June 20, were postponed."
    (found,) = engagements(read_text, text)
    assert found.where is not None and found.where.name == "Kampala" and found.status == "postponed"
    assert found.window is not None and found.window.from_ == "2023-06-20"


def test_the_day_of_a_decision_is_not_the_slot(read_text: ParseText) -> None:
    text = "On Thursday, June 1, William Ruto cancelled a summit planned with Rwanda's President Paul Kagame."
    (found,) = engagements(read_text, text)
    assert found.window is None and found.announced_when is not None and found.announced_when.from_ == "2023-06-01"
    assert {p.iso3 for p in found.participants} == {"KEN", "RWA"}


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Peru and Chile discussed a summit in Lima.", "summit"),
        ("The Kenyan and Somali presidents discussed a meeting in Doha.", "meeting"),
        ("Chad and Libya discussed a visit to Tripoli.", "visit"),
        ("The Indian and Omani foreign ministers discussed a summit on Monday.", "summit"),
        ("Mali and Niger discussed talks in Accra.", "talks"),
    ],
)
def test_what_two_discussed_is_no_part_of_their_discussion(text: str, matter: str, read_text: ParseText) -> None:
    found = engagements(read_text, text)
    assert {(c.type, c.status) for c in found} == {("talks", "held"), (matter, "hypothetical")}


def test_a_call_for_a_meeting_is_sought_by_the_one_who_asks(read_text: ParseText) -> None:
    (found,) = engagements(read_text, "William Ruto has asked Paul Kagame for a meeting.")
    assert found.status == "sought" and {p.iso3 for p in found.participants} == {"KEN", "RWA"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The summit between Turkey and Greece on June 12 is back on. Turkey had cancelled it.", "announced"),
        ("Kenya confirmed that Ruto would meet Rwanda's President Paul Kagame on June 12.", "confirmed"),
        ("William Ruto will meet Paul Kagame, both Kenya and Rwanda said.", "announced"),
        ("Kenya put its talks with Rwanda on hold.", "suspended"),
        ("After a meeting with Paul Kagame in Kigali, William Ruto left.", "held"),
    ],
)
def test_developing_stories_leave_their_mark(text: str, status: str, read_text: ParseText) -> None:
    assert status in {e.status for e in engagements(read_text, text)}


def test_what_was_called_off_before_is_a_step_of_its_own_in_the_background(read_text: ParseText) -> None:
    text = (
        "William Ruto's summit with Paul Kagame is on for June 12.\n"
        "Ruto had abruptly cancelled the summit with Kagame last week."
    )
    found = {e.status: e for e in engagements(read_text, text)}
    assert found["announced"].layer == "main" and found["cancelled"].layer == "background"
    assert found["cancelled"].announced_when is not None and found["cancelled"].announced_when.to == "2023-05-28"


def test_talks_begun_long_ago_are_history(read_text: ParseText) -> None:
    (found,) = engagements(read_text, "In January, Kenya and Rwanda started to discuss the border.")
    assert (found.status, found.layer) == ("held", "background")
    (now,) = engagements(read_text, "On Friday, Kenya and Rwanda started to discuss the border.")
    assert (now.status, now.layer) == ("under_way", "main")


def test_the_two_leaders_are_the_last_two_who_met(read_text: ParseText) -> None:
    text = (
        "William Ruto called off a summit with Paul Kagame. The two heads of state had agreed to meet on June 12.\n"
        "The two ministers left."
    )
    found = {e.status: {p.iso3 for p in e.participants} for e in engagements(read_text, text)}
    assert found == {"cancelled": {"KEN", "RWA"}, "announced": {"KEN", "RWA"}}


def test_who_tells_of_a_call_with_another_was_part_of_it(read_text: ParseText) -> None:
    text = "Rwanda's president said the day had been fixed during a phone call with Kenya's president."
    (found,) = engagements(read_text, text)
    assert {p.iso3 for p in found.participants} == {"KEN", "RWA"}


def test_the_day_of_an_announcement_is_never_the_slot(read_text: ParseText) -> None:
    text = "Talks between Kenya and Rwanda will resume on June 20, Kenya's government said on Friday."
    (found,) = engagements(read_text, text)
    assert found.window is not None and found.window.from_ == "2023-06-20"
    assert found.announced_when is not None and found.announced_when.from_ == "2023-06-02"
    assert found.announced_by is not None and found.announced_by.iso3 == "KEN"


def test_a_visit_keeps_the_days_that_the_text_counts_out(read_text: ParseText) -> None:
    text = (
        "William Ruto will visit Rwanda on June 12, Rwanda said.\n"
        "Ruto will pay a visit to Rwanda from June 12 to June 14, his office said."
    )
    (found,) = engagements(read_text, text)
    assert found.window is not None and (found.window.from_, found.window.to) == ("2023-06-12", "2023-06-14")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Joe Biden released a letter to Kim Jong Un on Friday.", {"USA", "PRK"}),
        ("In a letter sent to Kim Jong Un, Joe Biden said he was sorry.", {"USA", "PRK"}),
        ("The heads of the armies of Nigeria, Chad and Niger met in Niamey.", {"NGA", "TCD", "NER"}),
        ("Joe Biden agreed on the resumption of talks with Xi Jinping.", {"USA", "CHN"}),
        ("After a round of talks with Xi Jinping, Joe Biden left.", {"USA", "CHN"}),
        ("Talks over Iran's nuclear deal with Russia resumed in Vienna.", {"IRN", "RUS"}),
    ],
)
def test_parties_are_found_behind_frames_letters_and_lists(text: str, parties: set[str], read_text: ParseText) -> None:
    assert parties in [{p.iso3 for p in e.participants} for e in engagements(read_text, text)]


def test_who_brings_a_letter_is_not_who_wrote_it(read_text: ParseText) -> None:
    (found,) = engagements(read_text, "Sergei Lavrov delivered a letter to Joe Biden from Xi Jinping.")
    assert {(p.iso3, p.part) for p in found.participants} >= {("RUS", "mediator"), ("CHN", "participant")}


def test_a_short_name_stays_with_whom_it_was_given_to(read_text: ParseText) -> None:
    text = (
        "North Korean leader Kim Jong Un met envoys. Kim's deputy, Kim Yong Chol, went to Washington.\n"
        "Donald Trump cancelled the summit with Kim."
    )
    names = {p.name for e in engagements(read_text, text) if e.type == "summit" for p in e.participants}
    assert "Kim Jong-un" in names and "Kim Yong Chol" not in names


def test_talks_to_which_somebody_travels_are_not_yet_held(read_text: ParseText) -> None:
    found = engagements(read_text, "A Kenyan delegation arrived in Kigali for talks with Rwandan officials.")
    assert [(e.type, e.status) for e in found if e.type == "talks"] == [("talks", "announced")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Leaders of Serbia and Kosovo to meet in Vienna with Macron", "announced"),
        ("Macron to visit Ankara", "announced"),
        ("Greek and Turkish ministers to meet on Samos", "announced"),
        ("Macron and Scholz were to meet in Lisbon with Lula.", "announced"),
        ("Talks between Serbia and Kosovo were to begin in Vienna.", "announced"),
        ("A summit of Chad and Libya was to be held in Tunis.", "announced"),
        ("Macron, the first leader to visit Ankara this year, met Erdogan.", "held"),
        ("Macron and Scholz were in Lisbon to sign a pact after they met Lula.", "held"),
        ("Macron and Scholz were glad that they met in Lisbon.", "held"),
        ("Russia cancelled its attendance at the summit with China in Astana.", "refused"),
        ("Chad scrapped its participation in the meeting with Sudan.", "refused"),
        ("Kenya called off its presence at the summit with Somalia.", "refused"),
        ("Togo cancelled its participation at a summit with Benin.", "refused"),
        ("Peru has scrapped its attendance at the meeting with Chile.", "refused"),
    ],
)
def test_what_was_to_be_is_not_held(text: str, status: str, read_text: ParseText) -> None:
    assert {e.status for e in engagements(read_text, text)} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Macron received Aleksandar Vucic and Albin Kurti. The two leaders met in Paris on Tuesday.",
        "Macron hosted Serbian President Aleksandar Vucic and Kosovo premier Albin Kurti. The two met on Tuesday.",
    ],
)
def test_the_two_are_those_whom_somebody_received(text: str, read_text: ParseText) -> None:
    people = [{p.id for p in e.participants} for e in engagements(read_text, text) if e.type == "meeting"]
    assert people == [{"person/aleksandar-vucic", "person/albin-kurti", "person/emmanuel-macron"}]


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("Turkey's aid arrived in Syria on Monday.", set()),
        ("Egypt's convoy arrived in Gaza on Monday.", set()),
        ("Iran's missiles arrived in Russia on Monday.", set()),
        ("A Turkish delegation arrived in Syria on Monday.", {"state/TUR"}),
        ("Russian and Turkish experts arrived in Syria on Monday.", {"state/RUS", "state/TUR"}),
        ("Chad ordered two Libyan diplomats to leave the country.", set()),
    ],
)
def test_what_is_carried_visits_nobody(text: str, visitors: set[str], read_text: ParseText) -> None:
    assert {p.id for e in engagements(read_text, text) for p in e.participants} == visitors

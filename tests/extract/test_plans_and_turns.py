"""How plans turn in a few words: named beside them, confirmed, forsaken, invited, arranged, said to be the third."""

from __future__ import annotations

import pytest

from communique import workflow
from communique.extract.contacts.engagements import find_engagements
from communique.lexicon.engagements import load_engagements
from communique.records.events import Engagement
from communique.records.referents import check_referents
from communique.sources import article_from_text
from conftest import ParseText

pytestmark = pytest.mark.model
TRIGGERS = load_engagements()
VISIT = "Gustavo Petro will visit Lima on June 25. "
TALKS = "Chile and Peru will hold talks in Lima on June 25. "
MET = "The ministers of Chile and Peru met in Quito on Monday. "


def found(read_text: ParseText, text: str) -> list[Engagement]:
    return find_engagements(read_text(text, "2024-06-05"), TRIGGERS)


def statuses(read_text: ParseText, text: str) -> list[str]:
    return [e.status for e in found(read_text, text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (VISIT + "Peru welcomed the visit.", "announced"),
        (VISIT + "Ecuador condemned the trip.", "announced"),
        (VISIT + "Peru's Foreign Ministry confirmed the visit.", "confirmed"),
        (TALKS + "Brazil praised the talks.", "announced"),
        (TALKS + "Peru's Foreign Ministry confirmed the meeting.", "confirmed"),
        (VISIT + "Peru has not confirmed the visit.", "announced"),
        ("Gustavo Petro visited Lima on Monday. Ecuador condemned the visit.", "held"),
        ("Chile and Peru held talks in Lima on Monday. Brazil praised the talks.", "held"),
    ],
)
def test_what_is_only_named_is_not_said_to_have_been(text: str, status: str, read_text: ParseText) -> None:
    assert statuses(read_text, text)[0] == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile and Peru will hold talks in Lima on June 25.", "announced"),
        ("Chile and Peru plan to meet in Lima.", "announced"),
        ("The presidents of Chile and Peru intend to hold a summit in June.", "announced"),
        ("Lula and Gustavo Petro plan to meet in Bogota.", "announced"),
        ("Serbia and Kosovo intend to meet in Vienna.", "announced"),
        ("Chile plans to meet Peru in Lima.", "sought"),
        ("Lula plans to meet Gustavo Petro in Bogota.", "sought"),
        ("Serbia intends to meet Kosovo in Vienna.", "sought"),
    ],
)
def test_a_plan_of_both_is_more_than_a_wish_of_one(text: str, status: str, read_text: ParseText) -> None:
    assert statuses(read_text, text) == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("William Ruto and Yoweri Museveni had been due to meet in Oman in May, but Uganda pulled out.", "refused"),
        ("William Ruto and Yoweri Museveni were to meet in Oman in May but Uganda withdrew.", "refused"),
        ("Lula was due to meet Gustavo Petro in Lima in May but dropped out.", "refused"),
        ("Chile and Peru were expected to meet in Quito in May, but Chile backed out.", "refused"),
        ("The two ministers of Laos and Thailand were to meet in May, but Laos pulled out.", "refused"),
        ("William Ruto will meet Yoweri Museveni in July, but Uganda may pull out.", "announced"),
        (
            "Chile and Peru are to meet in Quito in July, but Chile pulled out of a pact with Bolivia.",
            "announced",
        ),
        ("Lula was due to meet Gustavo Petro in Lima in May, and Brazil withdrew.", "announced"),
    ],
)
def test_a_plan_is_forsaken_in_the_same_breath(text: str, status: str, read_text: ParseText) -> None:
    assert statuses(read_text, text)[0] == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("William Ruto accepted an invitation to visit Kampala next year.", "announced"),
        ("Gustavo Petro has accepted an invitation to visit Lima.", "announced"),
        ("William Ruto received an invitation to visit Kampala next year.", "invited"),
        ("William Ruto declined an invitation to visit Kampala next year.", "refused"),
        ("Gustavo Petro turned down an invitation to visit Lima.", "refused"),
    ],
)
def test_who_answers_an_invitation_is_the_visitor(text: str, status: str, read_text: ParseText) -> None:
    (visit,) = found(read_text, text)
    assert visit.status == status
    assert [p.part for p in visit.participants if p.kind == "person"] == ["visitor"]


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto rejected the idea of a visit.",
        "Lima sent an invitation to visitors.",
        "Gustavo Petro accepted an offer to visit nobody.",
    ],
)
def test_other_answers_tell_of_no_visit(text: str, read_text: ParseText) -> None:
    assert not any(e.status == "announced" for e in found(read_text, text))


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("William Ruto invited Yoweri Museveni to Nairobi in September.", "2024-09"),
        ("Lula invited Gustavo Petro to Brasilia in November.", "2024-11"),
        ("William Ruto invited Yoweri Museveni to Nairobi in May.", "2024-05"),
        ("Peru postponed a summit with Chile to September.", "2024-09"),
        ("Laos delayed talks with Thailand until October.", "2024-10"),
        ("Peru put off a summit with Chile until November.", "2024-11"),
    ],
)
def test_what_is_invited_or_put_off_is_for_the_month_to_come(text: str, window: str, read_text: ParseText) -> None:
    assert [e.window.value for e in found(read_text, text) if e.window] == [window]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (MET + "The talks, which were brokered by Brazil, ended without a deal.", "mediator"),
        (MET + "Brazil helped to arrange the meeting.", "mediator"),
        (TALKS + "Brazil arranged the talks.", "mediator"),
        (MET + "Brazil helped to prepare the talks.", "mediator"),
        ("Chile and Peru sat down on Monday, as peace talks brokered by Brazil got under way.", "mediator"),
    ],
)
def test_who_brought_it_about_belongs_to_it(text: str, part: str, read_text: ParseText) -> None:
    (only,) = found(read_text, text)
    assert {p.part for p in only.participants if p.iso3 == "BRA"} == {part}
    assert len(only.participants) == 3


@pytest.mark.parametrize(
    "text",
    [
        MET + "Brazil arranged talks on Haiti.",
        MET + "Brazil brokered the talks between Cuba and Haiti.",
        "Chile and Peru sat down on Monday, as talks on Haiti brokered by Brazil got under way.",
    ],
)
def test_who_arranged_other_talks_does_not(text: str, read_text: ParseText) -> None:
    assert not any(p.iso3 == "BRA" for p in found(read_text, text)[0].participants)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lula met Gustavo Petro in Bogota on Monday, their second meeting this year.", 1),
        ("The presidents of Peru and Chile held talks in Lima on Monday, their third encounter in two months.", 1),
        (
            "The presidents of Chile and Peru will meet in July, their first encounter since a row broke out.",
            1,
        ),
        ("William Ruto met Yoweri Museveni on Monday, their fourth meeting since January.", 1),
        ("Chile and Peru held talks on Monday, their first meeting in a year.", 1),
        ("Lula met Gustavo Petro in Bogota on Monday, two weeks after their second meeting in Lima.", 2),
        ("Lula met Gustavo Petro in Bogota on Monday, and their second meeting this year was planned for July.", 2),
    ],
)
def test_the_third_of_its_kind_is_no_further_one(text: str, count: int, read_text: ParseText) -> None:
    assert len(found(read_text, text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Chile and Peru agreed to set up a commission after meeting for an hour in Bogota on Monday.",
        "The leaders of Chile and Peru agreed to send troops after meeting in Quito on Tuesday.",
        "Chile and Peru agreed to open a road after meeting on Monday.",
    ],
)
def test_who_agreed_after_meeting_has_met(text: str, read_text: ParseText) -> None:
    (meeting,) = found(read_text, text)
    assert meeting.status == "held" and {p.iso3 for p in meeting.participants} == {"CHL", "PER"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peru and Chile met on Monday, nine days after Peru withdrew from a planned summit.", {"PER", "CHL"}),
        ("Lula met Gustavo Petro on Monday, a month after Brazil pulled out of a summit.", {"BRA", "COL"}),
        ("Peru and Chile met on Monday. Bolivia withdrew from a planned summit.", {"BOL"}),
        ("Peru and Chile met on Monday, days after Bolivia withdrew from a planned summit.", {"BOL"}),
    ],
)
def test_whose_summit_one_withdrew_from(text: str, sides: set[str], read_text: ParseText) -> None:
    off = [e for e in found(read_text, text) if e.status == "refused"]
    assert [{p.iso3 for p in e.participants} for e in off] == [sides]


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("Yoweri Museveni agreed after a visit to Kampala last week by the Omani foreign minister.", {"OMN"}),
        ("Yoweri Museveni spoke after a visit by William Ruto to Kampala.", {"KEN"}),
        ("Yoweri Museveni spoke after a visit to Nairobi.", {"UGA"}),
    ],
)
def test_who_speaks_after_a_visit_of_another_is_no_visitor(text: str, visitors: set[str], read_text: ParseText) -> None:
    (visit,) = found(read_text, text)
    assert {p.iso3 for p in visit.participants if p.part == "visitor"} == visitors


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Musalia Mudavadi made his postponed visit to Uganda on Monday.", "held"),
        ("Kenya said that Musalia Mudavadi would make his postponed visit to Uganda on June 12.", "announced"),
        ("Chile and Peru held a postponed summit in Lima on Monday.", "held"),
        ("Kenya has postponed a visit of Musalia Mudavadi to Uganda.", "postponed"),
        ("Kenya announced a postponed visit of Musalia Mudavadi to Uganda.", "postponed"),
    ],
)
def test_what_was_put_off_may_be_made_up_for(text: str, status: str, read_text: ParseText) -> None:
    assert statuses(read_text, text) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Musalia Mudavadi informed his Ugandan counterpart, Jeje Odongo, of the decision in a phone call on Thursday.",
        "Lula told Gustavo Petro of the plan in a telephone call.",
        "Lula reminded Gustavo Petro of his promise in a phone call.",
    ],
)
def test_of_what_one_is_told_in_a_call(text: str, read_text: ParseText) -> None:
    (call,) = found(read_text, text)
    assert call.type == "call" and len(call.participants) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("North Korea threatened to pull out of the summit with the United States.", "announced"),
        ("Serbia may withdraw from talks with Kosovo.", "announced"),
        ("Chad is considering pulling out of a meeting with Sudan.", "announced"),
        ("Uganda denied that it had withdrawn from a summit with Kenya.", "announced"),
        ("Peru could walk out of negotiations with Chile.", "announced"),
        ("Serbia withdrew from talks with Kosovo.", "suspended"),
        ("Uganda pulled out of a summit with Kenya.", "refused"),
        ("Lula pulled troops out of the valley after a meeting with Gustavo Petro.", "held"),
    ],
)
def test_what_one_may_leave_is_still_to_be(text: str, status: str, read_text: ParseText) -> None:
    assert statuses(read_text, text) == [status]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chile agreed to a meeting with Peru in Lima.", {"CHL", "PER"}),
        ("Lula agreed in principle to talks with Gustavo Petro.", {"BRA", "COL"}),
        ("Serbia consented to a summit with Kosovo.", {"SRB", "XKX"}),
        ("Oman has agreed to talks with Yemen.", {"OMN", "YEM"}),
        ("William Ruto agreed to a meeting with Yoweri Museveni.", {"KEN", "UGA"}),
        ("Chile objected to a meeting with Peru in Lima.", {"PER"}),
        ("Oman agreed to talks between Yemen and Iran.", {"YEM", "IRN"}),
    ],
)
def test_who_agrees_to_a_meeting_takes_part(text: str, sides: set[str], read_text: ParseText) -> None:
    assert [{p.iso3 for p in e.participants} for e in found(read_text, text)] == [sides]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("William Ruto flew to Oman for a summit with Yoweri Museveni.", "Oman"),
        ("Qatar has invited Kenya and Uganda to Doha for talks beginning on June 17.", "Doha"),
        ("The ministers of Kenya and Uganda went to Muscat for a round of talks.", "Muscat"),
        ("The Tongan king sailed to Suva for talks.", "Suva"),
        ("A summit of the presidents of Kenya and Uganda in Oman was called off.", "Oman"),
        ("The venue of the talks between Ethiopia and Kenya was moved to South Africa.", "South Africa"),
        ("William Ruto flew to Oman after a summit with Yoweri Museveni.", None),
        ("William Ruto flew to Oman. He will hold a summit with Yoweri Museveni.", None),
        ("A summit of the presidents of Kenya and Uganda in June was called off.", None),
    ],
)
def test_where_one_goes_for_it_is_where_it_is(text: str, place: str | None, read_text: ParseText) -> None:
    assert [e.where.name if e.where else None for e in found(read_text, text) if e.type in ("talks", "summit")] == [
        place
    ]


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ("Colombia has received an invitation for Gustavo Petro to visit Lima.", "Gustavo Petro"),
        ("Peru sent an invitation for Lula to visit Lima.", "Luiz Inácio Lula da Silva"),
    ],
)
def test_for_whom_an_invitation_is_goes(text: str, visitor: str, read_text: ParseText) -> None:
    visits = [e for e in found(read_text, text) if e.type == "visit"]
    assert [p.name for e in visits for p in e.participants if p.part == "visitor"] == [visitor]


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto invited Yoweri Museveni to Nairobi in September.",
        "Qatar has invited both parties, Kenya and Uganda, to Doha for talks.",
        "The leaders of Chile and Peru agreed in Quito on Monday to open a road.",
        "Emmanuel Macron joined Nikol Pashinyan and Ilham Aliyev in Prague.",
        "William Ruto accepted an invitation to visit Kampala next year.",
    ],
)
def test_a_meeting_and_what_else_its_words_tell_have_words_of_their_own(text: str) -> None:
    records = workflow.read(article_from_text(text, date="2024-06-05"))
    assert any(isinstance(record, Engagement) for record in records)
    check_referents(records)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya offered to host talks between Kenya and Somalia. It also proposed a summit in Nairobi.", "KEN SOM"),
        ("Lula met Gustavo Petro in Bogota on Monday. He also proposed a summit in Brasilia.", "BRA COL"),
        ("Chad and Niger will meet in Doha in June. Niger also sought a meeting in Paris.", "NER TCD"),
        (
            "Moscow was ready to organise a meeting of the Armenian and Russian foreign ministers. It also proposed a "
            "summit in Moscow.",
            "ARM RUS",
        ),
        ("Serbia invited Kosovo to talks in Vienna. It separately proposed a summit in Brussels.", "SRB XKX"),
        ("Chad and Niger will meet in Doha in June. Mali also proposed a summit in Bamako.", "MLI"),
    ],
)
def test_what_is_also_proposed_is_another_one_of_the_same(text: str, parties: str, read_text: ParseText) -> None:
    engagements = found(read_text, text)
    assert len(engagements) == 2
    assert engagements[1].status in ("proposed", "sought")
    assert " ".join(sorted(p.iso3 or p.id for p in engagements[1].participants)) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger will meet in Doha in June. Qatar also welcomed the meeting.",
        "Chad and Niger will meet in Doha in June. They also proposed to meet in Doha.",
        "Qatar proposed a meeting of Chad and Niger. It proposed a meeting in Doha.",
        "Chad and Niger held a meeting in Doha. It was also a success.",
    ],
)
def test_what_is_told_again_is_no_other(text: str, read_text: ParseText) -> None:
    assert len(found(read_text, text)) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The plan follows three days of talks between Chile and Peru.", "P3D"),
        ("The statement came after five days of negotiations between Iran and Iraq.", "P5D"),
        ("The offer follows a two-day visit by Gustavo Petro to Lima.", "P2D"),
        ("The announcement follows four days of talks between Mongolia and Nepal in Oslo.", "P4D"),
        ("The arrests followed a three-day summit of Chile and Peru.", "P3D"),
    ],
)
def test_what_something_follows_is_told_by_its_length(text: str, days: str, read_text: ParseText) -> None:
    (engagement,) = found(read_text, text)
    assert (engagement.status, engagement.layer) == ("held", "background")
    assert engagement.when is not None
    assert (engagement.when.value, engagement.when.from_, engagement.when.to) == (days, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Four days of talks between Chile and Peru ended on Thursday.",
        "Chile and Peru met for three days.",
        "The plan follows talks between Chile and Peru.",
        "The plan follows three days of talks between Chile and Peru that ended on Tuesday.",
    ],
)
def test_what_is_news_or_dated_is_not(text: str, read_text: ParseText) -> None:
    (engagement,) = found(read_text, text)
    assert engagement.layer == "main" or (engagement.when is not None and engagement.when.to is not None)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The ministers of Chile and Peru met in Quito and agreed to meet again within weeks.", None),
        ("Chile said in March that Peru had agreed to meet in Quito.", "2024-03"),
        ("The ministers of Chile and Peru met in March in Quito and agreed to meet again within weeks.", "2024-03"),
        ("Chile and Peru met in Lima on May 3 and agreed to hold talks in Quito.", "2024-05-03"),
        ("The leaders of Serbia and Kosovo spoke on April 2 and agreed to meet in Vienna.", "2024-04-02"),
        ("Serbia and Kosovo agreed on April 2 to meet in Vienna.", "2024-04-02"),
        ("Serbia and Kosovo met in Vienna and agreed on April 2 to meet in Berlin.", "2024-04-02"),
    ],
)
def test_what_two_agree_when_they_meet_is_agreed_that_day(text: str, made: str | None, read_text: ParseText) -> None:
    plans = [e for e in found(read_text, text) if e.status in ("announced", "confirmed")]
    assert [e.announced_when.value if e.announced_when else None for e in plans] == [made] * len(plans)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Negotiators for Israel and Hamas met in Doha on Monday.", "ISR armed_group/hamas"),
        ("Envoys for Kenya and Somalia met in Cairo on Monday.", "KEN SOM"),
        ("Representatives for Chile and Peru held talks in Quito.", "CHL PER"),
        ("Officials from Serbia and Kosovo met in Vienna.", "SRB XKX"),
        ("Negotiators for Iran and Iraq sat down in Muscat on Monday.", "IRN IRQ"),
    ],
)
def test_negotiators_for_two_stand_for_them(text: str, parties: str, read_text: ParseText) -> None:
    (engagement,) = found(read_text, text)
    assert " ".join(sorted(p.iso3 or p.id for p in engagement.participants)) == parties


OPENED = "Envoys of Chad and Niger sat down on Monday, as talks brokered by Qatar got under way. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (OPENED + "The opening session lasted two hours.", "under_way"),
        (OPENED + "The first meeting took place in a hotel.", "under_way"),
        (OPENED + "The morning session was held in a hotel.", "under_way"),
        (OPENED + "The afternoon meeting lasted an hour.", "under_way"),
        (OPENED + "Qatar hosted the initial meeting.", "under_way"),
        (OPENED, "under_way"),
        ("Envoys of Chad and Niger held talks in Doha on Monday. The opening session lasted two hours.", "held"),
        ("Envoys of Chad and Niger met in Doha on Monday. The meeting lasted two hours.", "held"),
        ("Envoys of Chad and Niger met in Doha on Monday. The first meeting lasted two hours.", "held"),
    ],
)
def test_a_part_of_talks_that_is_over_does_not_end_them(text: str, status: str, read_text: ParseText) -> None:
    assert statuses(read_text, text)[0] == status


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The presidents of Chile and Peru will meet in June. Ecuador's president spoke to both leaders on Monday.",
         "CHL ECU PER"),
        ("The presidents of Kenya and Uganda will meet in June. Oman invited the two presidents to Muscat.",
         "KEN OMN UGA"),
        ("The foreign ministers of Chad and Niger met in Doha. Mali invited the two ministers to further talks.",
         "MLI NER TCD"),
        ("The leaders of Serbia and Kosovo met in Vienna. Emmanuel Macron spoke to both leaders on Monday.",
         "FRA SRB XKX"),
        ("Lula and Gustavo Petro met on Monday. Mexico received the two leaders on Tuesday.", "BRA COL MEX"),
        ("The foreign ministers of Chad and Niger met in Doha. Mali's president spoke to both leaders on Monday.",
         "MLI collective/both-leaders"),
        ("Chile and Peru will hold talks. Ecuador's president spoke to both presidents on Monday.",
         "ECU collective/both-presidents"),
        ("The presidents of Chile and Peru will meet in June. Peru's prime minister spoke to both leaders on Monday.",
         "PER collective/both-leaders"),
    ],
)  # fmt: skip
def test_the_two_leaders_are_those_who_met_also_beside_others(text: str, parties: str, read_text: ParseText) -> None:
    engagements = found(read_text, text)
    assert " ".join(sorted(p.iso3 or p.id for p in engagements[-1].participants)) == parties


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lula has proposed a summit with Gustavo Petro. The last meeting between Lula and Gustavo Petro took place in "
         "Quito in March.", "Quito"),
        ("Lula will meet Gustavo Petro in Bogota in June. Their previous meeting was held in Lima in March.", "Lima"),
        ("Serbia wants talks with Kosovo. The last talks between Serbia and Kosovo took place in Brussels in March.",
         "Brussels"),
        ("Chad and Niger will hold talks in Accra. An earlier round of talks in Doha failed last month.", "Doha"),
        ("Iran seeks talks with Iraq in Muscat. Their last meeting was in Quito in March.", "Quito"),
        ("Chad and Niger will resume talks in Accra. Ghana spoke. It rained. Mali spoke. It snowed. The talks in Doha "
         "broke off in April.", "Doha"),
    ],
)  # fmt: skip
def test_an_earlier_occasion_is_none_of_those_to_come(text: str, place: str, read_text: ParseText) -> None:
    first, second = found(read_text, text)
    assert first.status not in ("held", "under_way")
    assert (second.status in ("held", "suspended"), second.where and second.where.name) == (True, place)
    assert {p.iso3 for p in second.participants} == {p.iso3 for p in first.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Lula will meet Gustavo Petro in Bogota in June. It will be their last meeting.",
        "Lula will meet Gustavo Petro in Bogota in June. The meeting was announced last week.",
        "Lula met Gustavo Petro in Bogota on Monday. The last meeting of the day lasted an hour.",
    ],
)
def test_what_is_last_or_bare_is_no_other_occasion(text: str, read_text: ParseText) -> None:
    assert len(found(read_text, text)) == 1


def test_talks_elsewhere_are_nobodys_where_two_pairs_negotiate(read_text: ParseText) -> None:
    text = (
        "Chad and Niger will hold talks in Accra. Chile and Peru will hold talks in Lima. It rained. It snowed. Mali "
        "spoke. It rained again. The talks in Doha broke off in April."
    )
    assert [e.where and e.where.name for e in found(read_text, text)] == ["Accra", "Lima"]

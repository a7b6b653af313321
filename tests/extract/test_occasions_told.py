"""Occasions as wires tell them: which mentions are one, who was there, where and when, and how things stand."""

from __future__ import annotations

import pytest

from communique.extract.contacts.engagements import find_engagements, with_speeches
from communique.lexicon.engagements import load_engagements
from communique.records.actors import Participant
from communique.records.events import Engagement
from conftest import ParseText

pytestmark = pytest.mark.model
TRIGGERS = load_engagements()


def told(read_text: ParseText, text: str) -> list[str]:
    """The engagements of a text, each as "held talks: PER, CHL, host BRA; Lima; 2024-05-13"."""
    return [_line(engagement) for engagement in find_engagements(read_text(text, "2024-05-16"), TRIGGERS)]


def _line(engagement: Engagement) -> str:
    before = "earlier " if engagement.layer == "background" else ""
    parties = ", ".join(map(_party, engagement.participants))
    place = f"; {engagement.where.name}" if engagement.where is not None else ""
    when = engagement.when or engagement.window
    day = f"; {when.value or when.from_}" if when is not None else ""
    return f"{before}{engagement.status} {engagement.type}: {parties}{place}{day}"


def _party(participant: Participant) -> str:
    """ "host PER (president)": the part if it is not plain, the code of the state or else the name, the office."""
    part = f"{participant.part} " if participant.part != "participant" else ""
    office = f" ({participant.role.title})" if participant.role is not None else ""
    return f"{part}{participant.iso3 or participant.name}{office}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The Nairobi talks ended without a deal. Sudan and South Sudan met in Nairobi on Monday.",
            ["held talks: SDN, SSD; Nairobi; 2024-05-13"],
        ),
        (
            "The Doha talks were suspended on Tuesday. Chad and its rebels held talks in Doha in April.",
            ["suspended talks: TCD, rebels; Doha"],
        ),
        (
            "The Vienna talks will resume. Iran and the United States will meet in Vienna on Monday.",
            ["announced talks: IRN, USA; Vienna; 2024-05-20"],
        ),
        (
            "The Muscat meeting has been called off. Yemen and Oman were to hold talks in Muscat on Monday.",
            ["cancelled meeting: YEM, OMN; Muscat; 2024-05-20"],
        ),
        (
            "The Brussels talks ended on Tuesday. Serbia and Kosovo held talks in Brussels.",
            ["held talks: SRB, XKX; Brussels; 2024-05-14"],
        ),
        (
            "The Geneva talks, which ended on Tuesday, were useful. Armenia and Azerbaijan held talks in Geneva this "
            "week.",
            ["held talks: ARM, AZE; Geneva; 2024-05-14"],
        ),
    ],
)
def test_a_place_named_first_points_to_the_talks_told_after_it(
    text: str, lines: list[str], read_text: ParseText
) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Iran and the United States will resume talks in Vienna on Monday. The talks have been on hold since June.",
            ["announced talks: IRN, USA; Vienna; 2024-05-20", "earlier suspended talks: IRN, USA; Vienna"],
        ),
        (
            "Egypt and Ethiopia said they would resume talks on the dam in July. The talks have been stalled for a "
            "year.",
            ["announced talks: EGY, ETH; 2024-07", "earlier suspended talks: EGY, ETH"],
        ),
        (
            "Peru and Chile will resume talks on fishing next month. The talks have been suspended since March.",
            ["announced talks: PER, CHL; 2024-06", "earlier suspended talks: PER, CHL"],
        ),
        (
            "Serbia and Kosovo will resume talks in Brussels in June. The talks have been frozen since January.",
            ["announced talks: SRB, XKX; Brussels; 2024-06", "earlier suspended talks: SRB, XKX; Brussels"],
        ),
        (
            "Colombia will resume peace talks with the ELN in Caracas next week. The talks have been suspended since "
            "February.",
            [
                "announced talks: National Liberation Army, COL; Caracas; 2024-W21",
                "earlier suspended talks: National Liberation Army, COL; Caracas",
            ],
        ),
    ],
)
def test_what_was_on_hold_before_it_resumes_is_a_step_of_its_own(
    text: str, lines: list[str], read_text: ParseText
) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Sudan and Ethiopia held talks on Monday in Nairobi. The two sides spoke of the border for hours. Farmers"
            " on both banks want peace. Nobody has counted the herds. It rained all day. The harvest was poor. Prices"
            " rose. The talks in Khartoum last year broke off.",
            ["held talks: SDN, ETH; Nairobi; 2024-05-13", "earlier suspended talks: SDN, ETH; Khartoum; 2023"],
        ),
        (
            "Venezuela and Guyana held talks in Kingstown on Monday. Oil was found off the coast a decade ago. The "
            "river is wide. Miners cross it by boat. Few of them have papers. Prices rose. The planned talks in "
            "Georgetown were called off.",
            ["held talks: VEN, GUY; Kingstown; 2024-05-13", "cancelled talks: VEN, GUY; Georgetown"],
        ),
        (
            "Cyprus and Turkey held talks in Geneva on Tuesday. The island has been split for decades. Tourists come "
            "in summer. Shops were full. A ferry sails twice a day. The sea was calm. The planned talks in New York "
            "were cancelled.",
            ["held talks: CYP, TUR; Geneva; 2024-05-14", "cancelled talks: CYP, TUR; New York"],
        ),
        (
            "Armenia and Georgia held talks in Tbilisi on Monday. A road was opened in spring. Trucks wait at the "
            "pass. Snow fell. Hotels were full. Bread is cheap. The drivers slept. The planned talks in Gyumri were "
            "postponed.",
            ["held talks: ARM, GEO; Tbilisi; 2024-05-13", "postponed talks: ARM, GEO; Gyumri"],
        ),
        (
            "Armenia and Georgia held talks in Tbilisi on Monday. Georgia and Turkey met in Batumi. Trucks wait at "
            "the pass. Snow fell. Hotels were full. Bread is cheap. The drivers slept. The planned talks in Gyumri "
            "were postponed.",
            ["held talks: ARM, GEO; Tbilisi; 2024-05-13", "held meeting: GEO, TUR; Batumi"],
        ),
    ],
)
def test_talks_elsewhere_are_those_of_the_only_two_of_whom_the_article_tells(
    text: str, lines: list[str], read_text: ParseText
) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The presidents of Peru and Bolivia met in Lima on Monday. A meeting of the joint commissions is planned "
            "for June.",
            [
                "held meeting: PER (presidents), BOL (presidents); Lima; 2024-05-13",
                "announced meeting: PER (commissions), BOL (commissions); 2024-06",
            ],
        ),
        (
            "The foreign ministers of Chad and Mali met on Monday. A meeting of the technical teams is planned for "
            "next week.",
            [
                "held meeting: TCD (foreign ministers), MLI (foreign ministers); 2024-05-13",
                "announced meeting: TCD (teams), MLI (teams); 2024-W21",
            ],
        ),
        (
            "The presidents of Serbia and Croatia held talks in Zagreb on Monday. A meeting of the delegations is "
            "planned for June.",
            [
                "held talks: SRB (presidents), HRV (presidents); Zagreb; 2024-05-13",
                "announced meeting: SRB (delegations), HRV (delegations); 2024-06",
            ],
        ),
        (
            "The prime ministers of Armenia and Georgia met in Tbilisi. A meeting of the border commissions is "
            "scheduled for May 30.",
            [
                "held meeting: ARM (prime ministers), GEO (prime ministers); Tbilisi",
                "announced meeting: ARM (commissions), GEO (commissions); 2024-05-30",
            ],
        ),
        (
            "The leaders of Kenya and Uganda met in Kampala on Friday. A meeting of the negotiating teams is planned "
            "for June.",
            [
                "held meeting: KEN (leaders), UGA (leaders); Kampala; 2024-05-10",
                "announced meeting: KEN (teams), UGA (teams); 2024-06",
            ],
        ),
    ],
)
def test_teams_that_will_meet_are_those_of_the_two_who_met(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The presidents of Peru and Chile met on Monday. Peru's foreign minister later spoke to both leaders by "
            "phone.",
            [
                "held meeting: PER (presidents), CHL (presidents); 2024-05-13",
                "held call: PER (foreign minister), both leaders",
            ],
        ),
        (
            "The foreign ministers of Chad and Mali met on Monday. The Malian president will meet the two ministers "
            "on Tuesday.",
            [
                "held meeting: TCD (foreign ministers), MLI (foreign ministers); 2024-05-13",
                "announced meeting: MLI (president), two ministers; 2024-05-21",
            ],
        ),
        (
            "The presidents of Serbia and Kosovo met on Monday. The Serbian prime minister met both presidents on "
            "Tuesday.",
            [
                "held meeting: SRB (presidents), XKX (presidents); 2024-05-13",
                "held meeting: SRB (prime minister), both presidents; 2024-05-14",
            ],
        ),
        (
            "The leaders of Kenya and Uganda met on Friday. Kenya's foreign minister met the two leaders on Saturday.",
            [
                "held meeting: KEN (leaders), UGA (leaders); 2024-05-10",
                "held meeting: KEN (foreign minister), two leaders; 2024-05-11",
            ],
        ),
        (
            "The leaders of Kenya and Uganda met on Friday. Tanzania's foreign minister met the two leaders on "
            "Saturday.",
            [
                "held meeting: KEN (leaders), UGA (leaders); 2024-05-10",
                "held meeting: KEN (leaders), UGA (leaders), TZA (foreign minister); 2024-05-11",
            ],
        ),
    ],
)
def test_who_is_one_of_the_two_meets_not_both(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Qatar held meetings with Iran, Iraq and Kuwait on Monday. Qatar met Iran in the morning.",
            ["held meeting: IRN, IRQ, KWT, QAT; 2024-05-13", "held meeting: QAT, IRN"],
        ),
        (
            "Emmanuel Macron held meetings with the leaders of Chad, Niger and Mali on Monday. Macron met the "
            "president of Chad in the morning.",
            [
                "held meeting: FRA, TCD (leaders), NER (leaders), MLI (leaders); 2024-05-13",
                "held meeting: FRA, TCD (president)",
            ],
        ),
        (
            "Kenya held meetings with Uganda, Rwanda and Burundi in Nairobi. Kenya met Rwanda on the border dispute.",
            ["held meeting: UGA, RWA, BDI, KEN; Nairobi", "held meeting: KEN, RWA"],
        ),
    ],
)
def test_one_of_the_meetings_summed_up_stands_beside_them(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Chad and Mali held talks. The two countries held talks this year.",
            ["held talks: TCD, MLI", "held talks: TCD, MLI; 2024"],
        ),
        (
            "Peru and Chile held talks on fishing. They held talks in 2019.",
            ["held talks: PER, CHL", "earlier held talks: PER, CHL; 2019"],
        ),
        (
            "The Peruvian and Chilean presidents met in Lima. They met in January.",
            ["held meeting: PER (presidents), CHL (presidents); Lima", "earlier held meeting: PER, CHL; 2024-01"],
        ),
        (
            "The presidents of Serbia and Kosovo met. The two leaders have met this year.",
            [
                "held meeting: SRB (presidents), XKX (presidents)",
                "held meeting: SRB (presidents), XKX (presidents); 2024",
            ],
        ),
        (
            "Egypt and Ethiopia held talks on the dam. They have held talks this year.",
            ["held talks: EGY, ETH", "held talks: EGY, ETH; 2024"],
        ),
    ],
)
def test_a_meeting_of_another_time_is_not_that_of_the_day(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Peru and Chile held talks on Monday. Brazil, which hosted the talks, said they were useful.",
            ["held talks: PER, CHL, host BRA; 2024-05-13"],
        ),
        (
            "Russia and Ukraine held talks on Monday. Turkey, which brokered the talks, said they would go on.",
            ["held talks: RUS, UKR, mediator TUR; 2024-05-13"],
        ),
        (
            "Armenia and Azerbaijan held talks in May. Germany mediated the talks.",
            ["held talks: ARM, AZE, mediator DEU; 2024-05"],
        ),
        (
            "Israel and Lebanon will hold talks on Friday. France will host the talks.",
            ["announced talks: ISR, LBN, host FRA; 2024-05-17"],
        ),
    ],
)
def test_who_hosted_or_brokered_the_talks_belongs_to_them(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A paper wrote that Peru and Chile had met in Lima on April 2. The meeting did not take place.",
            ["earlier held meeting: PER, CHL; Lima; 2024-04-02", "cancelled meeting: PER, CHL; Lima; 2024-04-02"],
        ),
        (
            "A magazine wrote that the leaders of Chad and Niger had met in Niamey on March 3. The meeting never took"
            " place.",
            [
                "earlier held meeting: TCD (leaders), NER (leaders); Niamey; 2024-03-03",
                "cancelled meeting: TCD (leaders), NER (leaders); Niamey; 2024-03-03",
            ],
        ),
        (
            "Some media wrote that Iran and Bahrain had held talks in Muscat on April 4. The talks did not take place.",
            ["earlier held talks: IRN, BHR; Muscat; 2024-04-04", "cancelled talks: IRN, BHR; Muscat; 2024-04-04"],
        ),
        (
            "A website wrote that Serbia and Kosovo had met in Vienna on March 30. The meeting did not happen.",
            ["earlier held meeting: SRB, XKX; Vienna; 2024-03-30", "cancelled meeting: SRB, XKX; Vienna; 2024-03-30"],
        ),
        (
            "A broadcaster reported that envoys of Sudan and Ethiopia had met in Juba on April 6. The meeting did not"
            " take place.",
            [
                "earlier held meeting: SDN (envoys), ETH (envoys); Juba; 2024-04-06",
                "cancelled meeting: SDN (envoys), ETH (envoys); Juba; 2024-04-06",
            ],
        ),
    ],
)
def test_what_did_not_take_place_keeps_its_far_day(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Talks with Ethiopia have ended without a deal, the Egyptian irrigation minister said.",
            ["held talks: ETH, EGY (irrigation minister)"],
        ),
        (
            "The talks with Colombia will resume in June, the Venezuelan foreign minister said.",
            ["announced talks: COL, VEN (foreign minister); 2024-06"],
        ),
        (
            "The Turkish presidential spokesman said talks with Greece had been postponed.",
            ["postponed talks: GRC, TUR"],
        ),
        (
            "A Chadian government spokeswoman said talks with Sudan would resume on Monday.",
            ["announced talks: SDN, TCD; 2024-05-20"],
        ),
        ("The Iranian foreign ministry spokesman said talks with Iraq had ended.", ["held talks: IRQ, IRN"]),
        ("A spokesman for Hamas said talks with Israel had broken down.", ["held talks: ISR, Hamas"]),
        ("The Somali presidential spokeswoman said talks with Kenya had been put off.", ["postponed talks: KEN, SOM"]),
        ("The Polish government spokesman said that talks with Ukraine would go on.", ["under_way talks: UKR, POL"]),
        ("Analyst Karl Brandt said talks with Iran had failed.", ["held talks: IRN"]),
        ("A professor said that talks with Turkey would go on.", ["under_way talks: TUR"]),
        ("Talks with Iran will resume in June, a resident of Baghdad said.", ["announced talks: IRN; 2024-06"]),
        ("The singer Lena Ortiz said talks with Cuba would resume.", ["announced talks: CUB"]),
        ("Former hostage Paul Renner said that talks with Hamas had stopped.", ["held talks: Hamas"]),
    ],
)
def test_talks_with_another_are_those_of_who_tells_of_them(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The foreign ministers of Peru and Chile met in the Austrian capital on Monday.",
            ["held meeting: PER (foreign ministers), CHL (foreign ministers); Vienna; 2024-05-13"],
        ),
        (
            "Envoys of Chad and Niger held talks in the Kenyan capital on Tuesday.",
            ["held talks: TCD, NER; Nairobi; 2024-05-14"],
        ),
        (
            "The Japanese and Indian prime ministers met in the capital of Thailand on Sunday.",
            ["held meeting: JPN (prime ministers), IND (prime ministers); Bangkok; 2024-05-12"],
        ),
        ("Officials from Yemen and Oman held talks in the Jordanian capital.", ["held talks: YEM, OMN; Amman"]),
        (
            "The Tanzanian and Kenyan foreign ministers met in the commercial capital of Tanzania on Monday.",
            ["held meeting: TZA (foreign ministers), KEN (foreign ministers); Tanzania; 2024-05-13"],
        ),
        (
            "Ghana and Togo held talks in the former capital of Nigeria on Monday.",
            ["held talks: GHA, TGO; Nigeria; 2024-05-13"],
        ),
        (
            "Thailand and Laos met in the old capital of Myanmar on Tuesday.",
            ["held meeting: THA, LAO; Myanmar; 2024-05-14"],
        ),
        (
            "Chad and Mali held talks in the financial capital of India on Monday.",
            ["held talks: TCD, MLI; India; 2024-05-13"],
        ),
    ],
)
def test_a_capital_is_named_by_its_country(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "After the meeting Chad named July 21 as the date of the talks with Mali.",
            ["held meeting: TCD", "held talks: MLI, TCD"],
        ),
        ("After the summit with Japan, Kenya will open the port on June 1.", ["held summit: JPN, KEN"]),
        (
            "After a meeting with the Greek foreign minister, his Turkish counterpart will visit Cairo on Friday.",
            ["held meeting: GRC (foreign minister), TUR", "announced visit: visitor TUR; Cairo; 2024-05-17"],
        ),
        ("Following talks with Egypt, Sudan will hold a vote on May 28.", ["held talks: EGY, SDN"]),
    ],
)
def test_the_day_of_what_comes_after_a_meeting_is_not_its_own(
    text: str, lines: list[str], read_text: ParseText
) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Kenya and Uganda agreed on Monday to share the power plant when their ministers met.",
            ["held meeting: KEN (ministers), UGA (ministers); 2024-05-13"],
        ),
        (
            "On Tuesday the Greek and Turkish foreign ministers agreed to reopen the ferry line as they met in Athens.",
            ["held meeting: GRC, TUR; Athens; 2024-05-14"],
        ),
        (
            "Serbia and Croatia agreed in April to dredge the river when their presidents met.",
            ["held meeting: SRB (presidents), HRV (presidents); 2024-04"],
        ),
    ],
)
def test_a_meeting_told_along_has_the_day_of_the_verb_above_the_infinitive(
    text: str, lines: list[str], read_text: ParseText
) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "On Saturday the Peruvian president attended the parade and met the Chilean president.",
            ["held meeting: PER (president), CHL (president); 2024-05-11"],
        ),
        (
            "On Monday the German chancellor toured the port and met the Greek prime minister.",
            ["held meeting: DEU (chancellor), GRC (prime minister); 2024-05-13"],
        ),
        (
            "In April the Kenyan president opened a factory and met the president of Uganda.",
            ["held meeting: KEN (president), UGA (president); 2024-04"],
        ),
    ],
)
def test_a_meeting_shares_the_day_of_the_verb_before_it(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chad and Niger agreed to share water after meeting on Tuesday.", ["held meeting: TCD, NER; 2024-05-14"]),
        (
            "Kenya and Uganda agreed to build a railway after meeting in Kampala on Friday.",
            ["held meeting: KEN, UGA; Kampala; 2024-05-10"],
        ),
        (
            "Serbia and Kosovo agreed to drop the levy after meeting in Brussels on Monday.",
            ["held meeting: SRB, XKX; Brussels; 2024-05-13"],
        ),
        (
            "Chad decided to call off the visit after meeting Mali on Monday.",
            ["cancelled visit: visitor TCD", "held meeting: TCD, MLI; 2024-05-13"],
        ),
        (
            "Chad and Niger agreed to share water after meeting on Sunday next week.",
            ["confirmed meeting: TCD, NER; 2024-05-26"],
        ),
    ],
)
def test_what_was_agreed_after_meeting_on_a_day_past_was_agreed_when_they_had_met(
    text: str, lines: list[str], read_text: ParseText
) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Chad and Mali will meet on Monday. Chad earlier called off talks with Mali.",
            ["announced meeting: TCD, MLI; 2024-05-20", "earlier cancelled talks: MLI, TCD"],
        ),
        ("Kenya previously postponed a meeting with Somalia.", ["earlier postponed meeting: SOM, KEN"]),
        ("Greece earlier rejected talks with Turkey.", ["earlier refused talks: TUR, GRC"]),
        ("Earlier, Peru put off a summit with Chile.", ["earlier postponed summit: CHL, PER"]),
        ("Iran previously suspended talks with Iraq.", ["earlier suspended talks: IRQ, IRN"]),
        ("Peru called off talks with Chile earlier on Monday.", ["cancelled talks: CHL, PER"]),
    ],
)
def test_what_was_done_earlier_is_background(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kenya told Somalia of its decision in a phone call.", ["held call: KEN, SOM"]),
        (
            "The Turkish foreign minister informed his Greek counterpart of the decision in a phone call on Monday.",
            ["held call: TUR (foreign minister), GRC; 2024-05-13"],
        ),
        ("Peru told Chile about the plan in a call.", ["held call: PER, CHL"]),
    ],
)
def test_a_call_in_which_one_was_told_of_a_thing(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The foreign ministers of Chad and Mali were present at the talks in Niamey.",
            ["held talks: TCD (foreign ministers), MLI (foreign ministers); Niamey"],
        ),
        (
            "The ambassadors of Turkey and Greece were present at the summit in Vienna.",
            ["held summit: TUR (ambassadors), GRC (ambassadors); Vienna"],
        ),
        (
            "The Iraqi and Iranian presidents were present at the meeting in Muscat.",
            ["held meeting: IRQ (presidents), IRN (presidents); Muscat"],
        ),
        (
            "The Serbian and Croatian foreign ministers were present at the talks in Zagreb on Friday.",
            ["held talks: SRB (foreign ministers), HRV (foreign ministers); Zagreb; 2024-05-10"],
        ),
    ],
)
def test_who_was_present_took_part(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Iran's statement issued after the meeting with Iraq was short.", ["held meeting: IRQ, IRN"]),
        (
            "The Indian and Japanese foreign ministers called for calm in their statement issued after the meeting.",
            ["held meeting: IND, JPN"],
        ),
        (
            "The Peruvian and Chilean presidents condemned the raid in their statement issued after the talks.",
            ["held talks: PER, CHL"],
        ),
        ("Turkey's statement issued at the summit with Greece was long.", ["held summit: GRC, TUR"]),
    ],
)
def test_whose_statement_was_issued_after_talks_had_them(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The Indian prime minister invited the emir of Qatar, Said Harith, to visit Delhi.",
            ["invited visit: visitor QAT (emir), host IND (prime minister); New Delhi"],
        ),
        (
            "The Chinese president invited the king of Jordan, Said Harith, to visit Beijing.",
            ["invited visit: visitor JOR (king), host CHN (president); Beijing"],
        ),
        (
            "The Spanish prime minister invited the president of Chad, Idriss Hamat, to visit Madrid.",
            ["invited visit: visitor TCD (president), host ESP (prime minister); Madrid"],
        ),
        (
            "The French president invited the crown prince of Kuwait, Said Harith, to visit Paris in June.",
            ["invited visit: visitor KWT (crown prince), host FRA (president); Paris; 2024-06"],
        ),
    ],
)
def test_who_is_invited_to_visit_is_the_guest(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The prime ministers of Jamaica and Barbados spoke after a Parliament House meeting.",
            [
                "held contact: JAM (prime ministers), BRB (prime ministers)",
                "held meeting: JAM (prime ministers), BRB (prime ministers)",
            ],
        ),
        (
            "The presidents of Kenya and Uganda smiled after a State House meeting.",
            ["held meeting: KEN (presidents), UGA (presidents)"],
        ),
        (
            "The foreign ministers of India and Oman left after a Hyderabad House meeting.",
            ["held meeting: IND (foreign ministers), OMN (foreign ministers)"],
        ),
        (
            "The Brussels visit of the Serbian president will last two days.",
            ["announced visit: visitor SRB (president)"],
        ),
    ],
)
def test_a_building_is_no_party(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The members of the pact - Norway, Iceland and Denmark - met in Oslo on Monday.",
            ["held meeting: NOR, ISL, DNK; Oslo; 2024-05-13"],
        ),
        (
            "The four countries (Peru, Chile, Bolivia and Ecuador) will hold talks in Lima.",
            ["announced talks: PER, CHL, BOL, ECU; Lima"],
        ),
        (
            "Leaders of the three states - Kenya, Uganda and Rwanda - met in Kigali.",
            ["held meeting: KEN, UGA, RWA; Kigali"],
        ),
        (
            "The guarantor powers (Iran, Russia and Turkey) met in Astana on Tuesday.",
            ["held meeting: IRN, RUS, TUR; Astana; 2024-05-14"],
        ),
    ],
)
def test_parties_are_listed_in_brackets_and_between_dashes(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Talks between Chad and Mali have been on hold since March.", ["suspended talks: TCD, MLI"]),
        ("The talks between Serbia and Kosovo have been frozen since January.", ["suspended talks: SRB, XKX"]),
        ("Talks between Egypt and Ethiopia have been stalled since December.", ["suspended talks: EGY, ETH"]),
    ],
)
def test_since_when_talks_are_on_hold_is_no_slot(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The Kenyan president met Ugandan President Ali Okello during his visit to Kenya.",
            ["held meeting: KEN (president), UGA (President)", "held visit: visitor UGA (President); Kenya"],
        ),
        (
            "Peruvian President Elena Quispe thanked Chilean President Luis Soto during his visit to Peru.",
            ["held visit: visitor CHL (President); Peru"],
        ),
        (
            "Thai Prime Minister Anan Chai met Lao President Kham Vong during her visit to Thailand.",
            ["held meeting: THA (Prime Minister), LAO (President)", "held visit: visitor LAO (President); Thailand"],
        ),
    ],
)
def test_who_visits_a_country_is_not_its_own(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The talks in Vienna attended by Iran and Iraq lasted two hours.", ["held talks: IRN, IRQ; Vienna"]),
        (
            "The meeting attended by the presidents of Chad and Mali ended on Monday.",
            ["held meeting: TCD (presidents), MLI (presidents); 2024-05-13"],
        ),
        (
            "A summit attended by Peru, Chile and Bolivia will open in Lima on Monday.",
            ["announced summit: PER, CHL, BOL; Lima; 2024-05-20"],
        ),
        (
            "The talks, attended by envoys of Kenya and Somalia, were held in Nairobi.",
            ["held talks: KEN (envoys), SOM (envoys); Nairobi"],
        ),
        ("Talks involving Iran and Iraq ended on Monday.", ["held talks: IRN, IRQ; 2024-05-13"]),
        ("The summit brought together Chad and Mali.", ["held summit: TCD, MLI"]),
        (
            "The meeting in Lima, which brought together the presidents of Peru and Chile, ended on Monday.",
            ["held meeting: PER (presidents), CHL (presidents); Lima; 2024-05-13"],
        ),
        (
            "Talks involving Kenya, Somalia and Ethiopia will resume in June.",
            ["announced talks: KEN, SOM, ETH; 2024-06"],
        ),
        ("A meeting gathering Serbia and Kosovo was held in Brussels.", ["held meeting: SRB, XKX; Brussels"]),
    ],
)
def test_who_attended_or_was_gathered_took_part(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Serbia's rejection of talks with Kosovo drew criticism.", ["refused talks: XKX, SRB"]),
        ("Kenya's refusal of a meeting with Somalia angered farmers.", ["refused meeting: SOM, KEN"]),
        ("Peru's cancellation of a summit with Chile came as a shock.", ["cancelled summit: CHL, PER"]),
        ("The reason for Iran's rejection of talks with Iraq is not known.", ["refused talks: IRQ, IRN"]),
        ("India's refusal of a summit with Pakistan surprised nobody.", ["refused summit: PAK, IND"]),
    ],
)
def test_whose_rejection_of_talks_it_is_has_part_in_them(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The talks between Chad and Mali, set to end on Friday, are tough.", ["under_way talks: TCD, MLI"]),
        ("The talks between Peru and Chile are set to end on Friday.", ["under_way talks: PER, CHL"]),
        (
            "The visit of the Kenyan president to Somalia is set to end on Friday.",
            ["under_way visit: visitor KEN (president); Somalia"],
        ),
        ("The summit of India and Japan is due to end on Thursday.", ["under_way summit: IND, JPN"]),
        ("The talks between Iran and Iraq are set to end on June 3.", ["announced talks: IRN, IRQ"]),
    ],
)
def test_what_ends_within_a_day_is_under_way(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Peru and Chile opened talks in Lima on Monday. The opening talks lasted two hours.",
            ["under_way talks: PER, CHL; Lima; 2024-05-13"],
        ),
        (
            "Peru and Chile have begun talks in Lima. The opening meeting lasted two hours.",
            ["under_way talks: PER, CHL; Lima"],
        ),
        (
            "Talks between Iran and Iraq are going on in Muscat. The opening talks on Monday were held behind closed "
            "doors.",
            ["under_way talks: IRN, IRQ; Muscat"],
        ),
        (
            "Peru and Chile opened talks in Lima on Monday. The opening session of their talks lasted two hours.",
            ["under_way talks: PER, CHL; Lima; 2024-05-13"],
        ),
        (
            "The talks between Kenya and Somalia are under way in Nairobi. A first session of the talks was held on "
            "Monday.",
            ["under_way talks: KEN, SOM; Nairobi"],
        ),
        (
            "Talks between Chad and Mali are going on in Niamey. The first round of the talks lasted two hours.",
            ["under_way talks: TCD, MLI; Niamey"],
        ),
    ],
)
def test_a_part_of_talks_that_was_held_ends_them_not(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The president of Chad left Paris and flew home to Mali.", []),
        ("The Malian foreign minister arrived home in Algeria on Monday.", []),
        ("The Serbian president flew home to Hungary on Friday.", []),
    ],
)
def test_who_goes_home_visits_nobody(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Peru and Chile met in Lima on Monday. The negotiations in Santiago have been suspended.",
            ["held meeting: PER, CHL; Lima; 2024-05-13", "suspended talks: PER, CHL; Santiago"],
        ),
    ],
)
def test_talks_put_off_elsewhere_are_those_of_who_met(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chad and Mali held talks at which Niger was the host.", ["held talks: TCD, MLI, host NER"]),
        ("Peru and Chile met at a summit at which Brazil was host.", ["held meeting: PER, CHL, host BRA"]),
        (
            "Kenya and Somalia held a meeting in Nairobi at which Uganda was the host.",
            ["held meeting: KEN, SOM, host UGA; Nairobi"],
        ),
        ("India and Japan held talks at which the Thai king was the host.", ["held talks: IND, JPN, host THA (king)"]),
        ("Serbia and Kosovo will hold talks at which Austria is the host.", ["announced talks: SRB, XKX, host AUT"]),
    ],
)
def test_who_is_said_to_be_host_hosts(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Egypt has cancelled its participation in the summit with Ethiopia.", ["refused summit: EGY, ETH"]),
        ("Chad called off its participation in a meeting with Mali.", ["refused meeting: TCD, MLI"]),
        ("Greece called off its participation in talks with Turkey.", ["refused talks: GRC, TUR"]),
        ("Kenya has called off its participation in the summit with Somalia.", ["refused summit: KEN, SOM"]),
        ("Peru cancelled its participation in a meeting with Chile.", ["refused meeting: PER, CHL"]),
        ("Egypt has cancelled the summit with Ethiopia.", ["cancelled summit: ETH, EGY"]),
    ],
)
def test_who_calls_off_its_part_refuses(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Chad and Mali met in Bamako and in Niamey in March and in April.",
            ["earlier held meeting: TCD, MLI; Bamako; 2024-03"],
        ),
        (
            "Peru and Chile met in Lima and in Santiago in May 2023 and in March.",
            ["earlier held meeting: PER, CHL; Lima; 2023-05"],
        ),
        (
            "Kenya and Somalia met in Nairobi and in Kampala in February and in April.",
            ["earlier held meeting: KEN, SOM; Nairobi; 2024-02"],
        ),
        (
            "Serbia and Kosovo met in Vienna and in Brussels in June 2022 and in May 2023.",
            ["earlier held meeting: SRB, XKX; Vienna; 2022-06"],
        ),
        (
            "Jordan and Iraq met in Amman and in Basra in January and in March.",
            ["earlier held meeting: JOR, IRQ; Amman; 2024-01"],
        ),
        (
            "Serbia and Kosovo met in Vienna in June 2022 and in Brussels in May 2023.",
            ["earlier held meeting: SRB, XKX; Vienna; 2022-06", "earlier held meeting: SRB, XKX; Brussels; 2023-05"],
        ),
    ],
)
def test_places_and_days_not_in_turn_are_no_list(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            '"In a call with the Somali president, we agreed to open the border," Kenyan President Ali Okello wrote.',
            ["held call: SOM (president), KEN (President)"],
        ),
        (
            '"In a phone call with the Greek prime minister we agreed on the ferry line," Turkish Foreign Minister '
            "Kemal Aydin said.",
            ["held call: GRC (prime minister), TUR (Foreign Minister)"],
        ),
        (
            '"In our call with the Malian foreign minister we settled the matter," Chadian President Idriss Hamat '
            "wrote.",
            ["held call: MLI (foreign minister), TCD (President)"],
        ),
        (
            '"We spoke by phone with the Croatian president," Serbian Prime Minister Milan Jovic said.',
            ["held call: SRB (Prime Minister), HRV (president)"],
        ),
        (
            '"We called the Danish prime minister on Monday," Norwegian Prime Minister Nils Berg said.',
            ["held call: NOR (Prime Minister), DNK (prime minister); 2024-05-13"],
        ),
    ],
)
def test_we_in_a_call_is_who_speaks(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kenya is losing patience with the pace of talks with Somalia.", ["held talks: SOM, KEN"]),
        ("Turkey is unhappy with the course of talks with Greece.", ["held talks: GRC, TUR"]),
        ("Bolivia lost interest in the outcome of talks with Chile.", ["held talks: CHL, BOL"]),
        ("Thailand set conditions for talks with Laos.", ["announced talks: LAO, THA"]),
        ("Nepal set terms for a summit with India.", ["announced summit: IND, NPL"]),
        ("Egypt is tired of the pace of talks with Ethiopia.", ["held talks: ETH, EGY"]),
    ],
)
def test_whose_mind_is_on_what_is_of_talks_has_them(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Egypt-brokered talks between Israel and Hamas failed.", ["held talks: mediator EGY, ISR, Hamas"]),
        ("Qatar-mediated talks between Chad and Niger will resume.", ["announced talks: mediator QAT, TCD, NER"]),
        (
            "U.S.-brokered talks between Serbia and Kosovo ended on Monday.",
            ["held talks: mediator USA, SRB, XKX; 2024-05-13"],
        ),
        (
            "Oman-hosted talks between Sudan and Ethiopia ended on Friday.",
            ["held talks: host OMN, SDN, ETH; 2024-05-10"],
        ),
        (
            "Saudi-hosted talks between Russia and Ukraine opened in Jeddah.",
            ["under_way talks: host SAU, RUS, UKR; Jeddah"],
        ),
    ],
)
def test_who_stands_before_a_hyphen_brokers_or_hosts(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Serbia decided not to send its prime minister for the meeting with Kosovo.",
        "Peru decided not to send its foreign minister for the talks with Chile.",
        "Kenya decided not to send its president for the summit with Somalia.",
        "Turkey decided not to send its prime minister for the summit with Greece.",
    ],
)
def test_who_decides_to_send_nobody_refuses(text: str, read_text: ParseText) -> None:
    assert [line.split()[0] for line in told(read_text, text)] == ["refused"]


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("The Greek foreign minister came to Ankara on Monday for talks originally planned for April.",
         "originally planned", "moved"),
        ("Peru and Chile met on Monday, a week earlier than planned.", "earlier than planned", "moved"),
        ("Chad and Mali held talks in Niamey on Tuesday after a delay.", "after a delay", "moved"),
        ("India and Japan held talks on Monday, initially planned for March.", "initially planned", "moved"),
        ("A new date for the talks between Kenya and Somalia will be set.", "new date", "moved"),
        ("The French president held a news conference in Paris on Monday. His remarks angered Mali.",
         "His remarks", "mention"),
        ("German Foreign Minister Karl Brandt held a news conference in Berlin. His comments angered Chad.",
         "His comments", "mention"),
        ("Kenyan President Ali Okello gave a news conference on Friday. Okello's remarks were read in Somalia.",
         "Okello's remarks", "mention"),
        ("Turkish Foreign Minister Kemal Aydin held a news conference in Ankara. His speech was short.",
         "His speech", "mention"),
    ],
)  # fmt: skip
def test_what_tells_of_another_day_or_of_a_speech_is_evidence(
    text: str, words: str, role: str, read_text: ParseText
) -> None:
    reading = read_text(text, "2024-05-16")
    found = with_speeches(reading, find_engagements(reading, TRIGGERS))
    assert (words, role) in {(piece.text, piece.role) for engagement in found for piece in engagement.evidence}

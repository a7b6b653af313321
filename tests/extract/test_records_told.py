"""Records as wires tell them: charges, speech, deeds, ties and silences, each rule beside the sentences it is for."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.records import Record
from communique.records.actors import Actor
from communique.records.events import Engagement, Event
from communique.records.statements import Absence, Allegation, Denial, Label, Relationship, Statement
from conftest import ParseText

pytestmark = pytest.mark.model


def told(read_text: ParseText, text: str, *kinds: type[Record]) -> list[str]:
    """The records of these kinds that a text tells, each as a line, such as "SDN accuses TCD: the raid"."""
    records = find_records(read_text(text, "2024-05-16"), load_lexicon())
    return [_line(record) for record in records if isinstance(record, kinds) and record.confidence >= 0.5]


def _line(record: Record) -> str:
    if isinstance(record, Allegation):
        hedge = f" ({record.hedge.text})" if record.hedge is not None else ""
        return f"{_names(record.accusers)} accuses {_names(record.accused)}: {record.content.text}{hedge}{_day(record)}"
    if isinstance(record, Denial):
        return f"{_name(record.denier)} denies: {record.content.text if record.content is not None else 'it'}"
    if isinstance(record, Statement):
        to = f" to {_name(record.addressee)}" if record.addressee is not None else ""
        return f"{_name(record.speaker)} {record.act}{to}: {' ... '.join(span.text for span in record.content)}"
    if isinstance(record, Event):
        deed = f"{record.type}/{record.mode}" if record.mode is not None else record.type
        return f"{_names(record.actors)} {deed} {_names(record.recipients)}: {record.status}{_day(record)}"
    if isinstance(record, Relationship):
        return f"{_name(record.a)} {record.relation} {_name(record.b)}"
    if isinstance(record, Label):
        return f"{_name(record.about)} is called {record.text.text}"
    assert isinstance(record, Absence)
    return record.text.text


def _day(record: Record) -> str:
    when = record.when
    return f", {when.from_} to {when.to}" if when is not None and (when.from_ or when.to) else ""


def _names(actors: Iterable[Actor]) -> str:
    return " and ".join(map(_name, actors)) or "-"


def _name(actor: Actor | None) -> str:
    return (actor.iso3 or actor.name) if actor is not None else "-"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Chad denied that it was sheltering the rebels, as Niger alleges.",
            ["TCD denies: it was sheltering the rebels"],
        ),
        (
            "Kenya denied that it was training the gunmen, as Somalia alleged last week.",
            ["KEN denies: it was training the gunmen"],
        ),
        (
            "Serbia denied that it was arming the militia, as Kosovo has alleged.",
            ["SRB denies: it was arming the militia"],
        ),
        ("Iran denies that it is building a bomb, as Israel alleges.", ["IRN denies: it is building a bomb"]),
    ],
)
def test_what_is_charged_again_is_set_off_from_a_denial(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Denial) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Mali would not risk accusing Chad of arming the rebels.", []),
        ("Peru did not risk accusing Chile of spying.", []),
        ("Serbia has not begun accusing Kosovo of a plot.", []),
        ("Niger did not consider accusing Benin of spying.", []),
        ("Sudan would not risk accusing Egypt of arming the rebels.", []),
        ("Iran did not rule out accusing Iraq of the raid.", []),
        ("Serbia has begun accusing Kosovo of a plot.", ["SRB accuses XKX: a plot"]),
        ("Neither Chad nor Mali accused Niger of the raid.", []),
        ("Kenya neither accused Somalia nor blamed Uganda of arming the rebels.", []),
        ("Nobody accused Chad of arming the rebels.", []),
    ],
)
def test_who_does_not_go_on_to_accuse_accuses_not(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Iran issued a statement denying that it had armed the rebels.", ["IRN denies: it had armed the rebels"]),
        (
            "In a letter accusing Rwanda of arming the rebels, Congo said it would act.",
            ["COD accuses RWA: arming the rebels"],
        ),
        (
            "The Turkish foreign ministry published a statement accusing Greece of violating its airspace.",
            ["TUR accuses GRC: violating its airspace"],
        ),
        (
            "In a note accusing Serbia of arming the gunmen, Kosovo called for sanctions.",
            ["XKX accuses SRB: arming the gunmen"],
        ),
        (
            "In a statement denying that it had shelled the camp, Mali said it had troops nowhere near.",
            ["MLI denies: it had shelled the camp"],
        ),
    ],
)
def test_who_put_out_the_paper_speaks_in_it(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation, Denial) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Congo said Rwanda was involved in the raid.", ["COD accuses RWA: Rwanda was involved in the raid"]),
        ("Sudan said Chad was involved in the massacre.", ["SDN accuses TCD: Chad was involved in the massacre"]),
        (
            "Ukraine claimed that Belarus was involved in the blast.",
            ["UKR accuses BLR: Belarus was involved in the blast"],
        ),
        (
            "The Somali government said Ethiopia was involved in the attack.",
            ["SOM accuses ETH: Ethiopia was involved in the attack"],
        ),
        (
            "Nigeria claimed that Cameroon was involved in the abduction.",
            ["NGA accuses CMR: Cameroon was involved in the abduction"],
        ),
        ("Chad said Niger was involved in the trade talks.", []),
    ],
)
def test_who_was_involved_is_accused(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Sudan accused Chad of planning to arm the rebels.",
            ["SDN accuses TCD: planning to arm the rebels (planning)"],
        ),
        (
            "Poland said Russia considers attacking the base.",
            ["POL accuses RUS: Russia considers attacking the base (considers)"],
        ),
        ("Ukraine accused Belarus of preparing to invade.", ["UKR accuses BLR: preparing to invade (preparing)"]),
        ("Ghana said Togo plans to arm the gunmen.", ["GHA accuses TGO: Togo plans to arm the gunmen (plans)"]),
        ("Kosovo said Serbia plans to arm the militia.", ["XKX accuses SRB: Serbia plans to arm the militia (plans)"]),
    ],
)
def test_what_another_weighs_is_charged_with_a_hedge(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Chad said that Niger will keep sheltering the rebels.",
            ["TCD accuses NER: Niger will keep sheltering the rebels"],
        ),
        (
            "An official in Vienna said that Serbia would continue to arm the militia.",
            ["AUT accuses SRB: Serbia would continue to arm the militia"],
        ),
        (
            "Kosovo said Serbia would keep violating the ceasefire.",
            ["XKX accuses SRB: Serbia would keep violating the ceasefire"],
        ),
        ("Congo said Rwanda would arm the rebels.", []),
    ],
)
def test_what_another_will_go_on_doing_is_charged(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sudan said Chad had a hand in the raid.", ["SDN accuses TCD: Chad had a hand in the raid"]),
        ("Congo said Rwanda had a role in the massacre.", ["COD accuses RWA: Rwanda had a role in the massacre"]),
        ("Ukraine said Belarus played a part in the attack.", ["UKR accuses BLR: Belarus played a part in the attack"]),
        (
            "Colombia said Venezuela had a hand in the kidnapping.",
            ["COL accuses VEN: Venezuela had a hand in the kidnapping"],
        ),
        (
            "The Libyan government said Egypt had a part in the bombing.",
            ["LBY accuses EGY: Egypt had a part in the bombing"],
        ),
        ("Chad said Niger had a role in the peace talks.", []),
    ],
)
def test_who_had_a_hand_in_a_misdeed_is_accused(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Congo said Rwanda was involved in arming the rebels.",
            ["COD accuses RWA: Rwanda was involved in arming the rebels"],
        ),
        (
            "Kosovo said Serbia was involved in planning the ambush.",
            ["XKX accuses SRB: Serbia was involved in planning the ambush"],
        ),
        (
            "Ukraine said Iran was involved in killing civilians.",
            ["UKR accuses IRN: Iran was involved in killing civilians"],
        ),
        (
            "Sudan said Chad was involved in training the rebels.",
            ["SDN accuses TCD: Chad was involved in training the rebels"],
        ),
        (
            "Niger said Benin had a hand in arming the gunmen.",
            ["NER accuses BEN: Benin had a hand in arming the gunmen"],
        ),
        ("Chad said Niger was involved in building the road.", []),
    ],
)
def test_who_was_involved_in_doing_harm_is_accused(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kenya said Somalia was to blame for the attack.", ["KEN accuses SOM: Somalia was to blame for the attack"]),
        ("Iran said Israel was to blame for the killing.", ["IRN accuses ISR: Israel was to blame for the killing"]),
        (
            "Colombia said Venezuela was to blame for the raid.",
            ["COL accuses VEN: Venezuela was to blame for the raid"],
        ),
        ("Sudan said Ethiopia is to blame for the clash.", ["SDN accuses ETH: Ethiopia is to blame for the clash"]),
        (
            "Chad said the rebels were to blame for the massacre.",
            ["TCD accuses rebels: the rebels were to blame for the massacre"],
        ),
        ("Ukraine said Iran was the source of the drones.", ["UKR accuses IRN: Iran was the source of the drones"]),
        (
            "The Yemeni government said Iran was the main supplier of arms to the rebels.",
            ["YEM accuses IRN: Iran was the main supplier of arms to the rebels"],
        ),
        ("Israel said Syria was a sponsor of terrorism.", ["ISR accuses SYR: Syria was a sponsor of terrorism"]),
        (
            "Mali said Libya was the main source of the weapons.",
            ["MLI accuses LBY: Libya was the main source of the weapons"],
        ),
        ("Niger said Algeria was a supplier of ammunition.", ["NER accuses DZA: Algeria was a supplier of ammunition"]),
        ("Kosovo said Serbia was the source of concern.", []),
    ],
)
def test_who_is_to_blame_or_gives_the_arms_is_accused(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Russia said it had done nothing illegal.", ["RUS denies: it had done nothing illegal"]),
        ("Turkey said it had done nothing unlawful at sea.", ["TUR denies: it had done nothing unlawful at sea"]),
        ("Rwanda said it did nothing improper.", ["RWA denies: it did nothing improper"]),
        ("The Kenyan police said they had done nothing wrong.", ["KEN denies: they had done nothing wrong"]),
        ("Iran said it would not arm the rebels.", []),
    ],
)
def test_who_did_nothing_wrong_denies(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Denial) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Chad accused Mali of arming the rebels. Chad also accused Mali of arming rebels on Friday.",
            ["TCD accuses MLI: arming the rebels"],
        ),
        (
            "Chad accused Sudan of arming the rebels. It accused Sudan of arming rebels in the east.",
            ["TCD accuses SDN: arming the rebels"],
        ),
        (
            "Ukraine accused Iran of sending drones to Russia. Kyiv has accused Tehran of sending drones to Russia.",
            ["UKR accuses IRN: sending drones to Russia"],
        ),
        (
            "Rwanda was accused by Congo of backing the M23 rebels. Congo accuses Rwanda of backing the M23 rebels.",
            ["COD accuses RWA: backing the M23 rebels"],
        ),
        (
            "On Monday Chad accused Sudan of arming the rebels. On Tuesday Chad accused Sudan of arming the rebels.",
            [
                "TCD accuses SDN: arming the rebels, 2024-05-13 to 2024-05-13",
                "TCD accuses SDN: arming the rebels, 2024-05-14 to 2024-05-14",
            ],
        ),
        (
            "Congo accused Rwanda on May 3 of backing the rebels. Congo accused Rwanda on May 10 of backing the "
            "rebels.",
            [
                "COD accuses RWA: backing the rebels, 2024-05-03 to 2024-05-03",
                "COD accuses RWA: backing the rebels, 2024-05-10 to 2024-05-10",
            ],
        ),
        (
            "On May 3 Peru accused Chile of spying on its navy. On May 10 Peru accused Chile of spying on its navy.",
            [
                "PER accuses CHL: spying on its navy, 2024-05-03 to 2024-05-03",
                "PER accuses CHL: spying on its navy, 2024-05-10 to 2024-05-10",
            ],
        ),
        (
            "In March Niger accused Benin of harbouring gunmen. In April Niger accused Benin of harbouring gunmen.",
            [
                "NER accuses BEN: harbouring gunmen, 2024-03-01 to 2024-03-31",
                "NER accuses BEN: harbouring gunmen, 2024-04-01 to 2024-04-30",
            ],
        ),
        (
            "On Sunday Kosovo accused Serbia of arming the militia. On Monday Kosovo accused Serbia of arming the "
            "militia.",
            [
                "XKX accuses SRB: arming the militia, 2024-05-12 to 2024-05-12",
                "XKX accuses SRB: arming the militia, 2024-05-13 to 2024-05-13",
            ],
        ),
    ],
)
def test_a_charge_told_twice_is_one(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Allegation) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Haiti is grateful to Cuba for sending doctors.", ["CUB AID HTI: occurred"]),
        ("Nepal is thankful to India for supplying vaccines.", ["IND AID NPL: occurred"]),
        ("The Gambian president was grateful to Senegal for training the police.", ["SEN AID GMB: occurred"]),
        ("Lebanon is grateful to Qatar for paying the soldiers.", ["QAT AID LBN: occurred"]),
        ("Tonga is grateful to Japan for sending rice.", ["JPN AID TON: occurred"]),
    ],
)
def test_whom_one_thanks_is_the_doer(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The rebels captured Goma.", ["rebels ASSAULT COD: occurred"]),
        ("The rebels seized Bukavu on Friday.", ["rebels ASSAULT COD: occurred, 2024-05-10 to 2024-05-10"]),
        ("Insurgents captured Timbuktu on Sunday.", ["Insurgents ASSAULT MLI: occurred, 2024-05-12 to 2024-05-12"]),
        ("The rebels captured Mocha.", ["rebels ASSAULT YEM: occurred"]),
        ("Russian troops captured Avdiivka.", ["RUS ASSAULT UKR: occurred"]),
        ("Storm Greta killed two people in Ireland.", []),
        ("Cyclone Dora hit Mozambique.", []),
        ("Typhoon Lin struck the Philippines.", []),
        ("Cyclone Mara struck Madagascar on Monday.", []),
        ("Ethiopia struck Eritrea on Monday.", ["ETH ASSAULT ERI: occurred, 2024-05-13 to 2024-05-13"]),
    ],
)
def test_a_town_taken_is_ground_and_a_storm_attacks_nobody(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Russia bombed Kharkiv on Monday and Tuesday.",
            ["RUS ASSAULT/explosives UKR: occurred, 2024-05-13 to 2024-05-14"],
        ),
        ("Israel struck Syria on May 1 and May 2.", ["ISR ASSAULT SYR: occurred, 2024-05-01 to 2024-05-02"]),
        (
            "Sudan shelled the camp on Friday and Saturday.",
            ["SDN ASSAULT/heavy-weapons -: occurred, 2024-05-10 to 2024-05-11"],
        ),
        (
            "Ethiopia and Sudan exchanged fire on Monday and Tuesday.",
            ["ETH and SDN ASSAULT -: occurred, 2024-05-13 to 2024-05-14"],
        ),
        (
            "Chadian troops attacked the rebels on May 7 and May 9.",
            ["TCD ASSAULT TCD: occurred, 2024-05-07 to 2024-05-09"],
        ),
    ],
)
def test_two_days_joined_are_the_first_to_the_last(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Russia bombed Kharkiv on Monday. Russia bombed Kharkiv on Tuesday.",
            [
                "RUS ASSAULT/explosives UKR: occurred, 2024-05-13 to 2024-05-13",
                "RUS ASSAULT/explosives UKR: occurred, 2024-05-14 to 2024-05-14",
            ],
        ),
        (
            "Ethiopia shelled the town on Friday. Ethiopia shelled the town again on Sunday.",
            [
                "ETH ASSAULT/heavy-weapons -: occurred, 2024-05-10 to 2024-05-10",
                "ETH ASSAULT/heavy-weapons -: occurred, 2024-05-12 to 2024-05-12",
            ],
        ),
        (
            "Israel struck Syria on Sunday. Israel struck Syria again on Monday.",
            [
                "ISR ASSAULT SYR: occurred, 2024-05-12 to 2024-05-12",
                "ISR ASSAULT SYR: occurred, 2024-05-13 to 2024-05-13",
            ],
        ),
    ],
)
def test_two_of_other_days_are_two(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The candidates met voters before the election, and the campaign was long. Kenya struck back on Monday.", []),
        (
            "The candidates met voters before the election, and the campaign was long. The party attacked again in "
            "Mombasa.",
            [],
        ),
        ("The candidates met voters before the election, and the campaign was long. Uganda hit back on Friday.", []),
        (
            "The candidates met voters before the election, and the campaign was long. Somalia attacked again on "
            "Tuesday.",
            [],
        ),
        ("The candidates met voters before the election, and the campaign was long. Rwanda struck back on Sunday.", []),
        (
            "The candidates met voters before the election, and the campaign was long. Somalia attacked Kenya on "
            "Tuesday.",
            ["SOM ASSAULT KEN: occurred, 2024-05-14 to 2024-05-14"],
        ),
    ],
)
def test_in_a_campaign_who_fights_nobody_fights_with_words(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Two days after the summit in Lima on May 6, Peru recalled its ambassador from Chile.",
            ["PER SANCTION/withdraw CHL: occurred, 2024-05-08 to 2024-05-08"],
        ),
        (
            "Chad expelled the Malian ambassador a week after Mali arrested two soldiers on May 2.",
            [
                "TCD SANCTION/expel MLI: occurred, 2024-05-09 to 2024-05-09",
                "MLI COERCE/arrest TCD: occurred, 2024-05-02 to 2024-05-02",
            ],
        ),
        (
            "Russia bombed Kharkiv less than 24 hours after Ukraine attacked Belgorod on Monday.",
            [
                "RUS ASSAULT/explosives UKR: occurred, 2024-05-13 to 2024-05-14",
                "UKR ASSAULT RUS: occurred, 2024-05-13 to 2024-05-13",
            ],
        ),
        (
            "Iran attacked Israel two weeks after Israel bombed the Iranian consulate on April 1.",
            [
                "IRN ASSAULT ISR: occurred, 2024-04-15 to 2024-04-15",
                "ISR ASSAULT/explosives IRN: historical, 2024-04-01 to 2024-04-01",
            ],
        ),
        (
            "Kenya recalled its envoy three days after Somalia expelled a Kenyan diplomat on May 6.",
            [
                "KEN SANCTION/withdraw SOM: occurred, 2024-05-09 to 2024-05-09",
                "SOM SANCTION/expel KEN: occurred, 2024-05-06 to 2024-05-06",
            ],
        ),
    ],
)
def test_so_long_after_a_day_is_a_day(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Recently Chad recalled its ambassador after Mali expelled a Chadian diplomat on May 6.",
            [
                "TCD SANCTION/withdraw MLI: occurred, 2024-05-06 to None",
                "MLI SANCTION/expel TCD: occurred, 2024-05-06 to 2024-05-06",
            ],
        ),
        (
            "Kenya recently expelled a Somali diplomat after Somalia arrested two officers on May 1.",
            [
                "KEN SANCTION/expel SOM: occurred, 2024-05-01 to None",
                "SOM COERCE/arrest officers: occurred, 2024-05-01 to 2024-05-01",
            ],
        ),
        (
            "Russia recently bombed Kharkiv after Ukraine attacked Belgorod on May 4.",
            [
                "RUS ASSAULT/explosives UKR: occurred, 2024-05-04 to None",
                "UKR ASSAULT RUS: occurred, 2024-05-04 to 2024-05-04",
            ],
        ),
        (
            "Recently Peru imposed tariffs on Chile after Chile seized a boat on May 3.",
            [
                "PER SANCTION/discontinue CHL: occurred, 2024-05-03 to None",
                "CHL COERCE/seize PER: occurred, 2024-05-03 to 2024-05-03",
            ],
        ),
    ],
)
def test_a_vague_time_has_the_bounds_of_what_it_followed(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            '"No comment," the Turkish foreign minister said when asked about the deal.',
            ["TUR decline_comment: No comment"],
        ),
        ('Asked about the raid, the Kremlin spokesman said: "No comment."', ["RUS decline_comment: No comment"]),
        ('The Chadian foreign minister told reporters: "No comment."', ["TCD decline_comment: No comment"]),
        ('"No comment," a spokesman for the Israeli army said on Monday.', ["ISR decline_comment: No comment"]),
        ('The Polish minister answered: "No deal, no troops."', ["POL assert: No deal, no troops"]),
        ('Asked about the levy, the Chilean finance minister replied: "No change."', ["CHL assert: No change"]),
        ('Asked about the ferry, the Greek prime minister replied: "No answer yet."', ["GRC assert: No answer yet"]),
        ('The Serbian president replied: "No talks before June."', ["SRB assert: No talks before June"]),
    ],
)
def test_no_comment_is_none(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Statement) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            '"We want to thank Qatar for its mediation," the French foreign minister said.',
            ["FRA thank: We want to thank Qatar for its mediation"],
        ),
        (
            '"I would like to apologise to the people of Namibia," the German minister said.',
            ["DEU apologise: I would like to apologise to the people of Namibia"],
        ),
        (
            '"We wish to congratulate Senegal on its vote," the Ghanaian president said.',
            ["GHA praise: We wish to congratulate Senegal on its vote"],
        ),
        (
            '"I want to condemn the attack on Mali," the Nigerian foreign minister said.',
            ["NGA criticise: I want to condemn the attack on Mali"],
        ),
        ('"We want to visit Mali," the Nigerian foreign minister said.', ["NGA desire: We want to visit Mali"]),
    ],
)
def test_to_wish_to_thank_is_to_thank(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Statement) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The Polish prime minister is reported to have told Hungary that the veto would stay.",
            ["POL assert to HUN: the veto would stay"],
        ),
        (
            "The Turkish foreign minister is said to have warned Greece that the ferry line would close.",
            ["TUR warn to GRC: the ferry line would close"],
        ),
        (
            "The Kenyan president is believed to have told Somalia that the border would open.",
            ["KEN assert to SOM: the border would open"],
        ),
        (
            "The Omani sultan is understood to have told Iran that the talks were off.",
            ["OMN assert to IRN: the talks were off"],
        ),
        ("The Iraqi prime minister is not said to have warned Turkey that the dam would be closed.", []),
    ],
)
def test_what_one_is_said_to_have_said_was_said(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Statement) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The Ethiopian foreign minister said he had told the Egyptian envoy that the dam was safe.",
            ["ETH assert: he had told the Egyptian envoy that the dam was safe", "ETH assert to EGY: the dam was safe"],
        ),
        (
            "The Kenyan president said his government had assured Somalia that the border would open.",
            [
                "KEN assert: his government had assured Somalia that the border would open",
                "KEN assert to SOM: the border would open",
            ],
        ),
        (
            "The Chilean president said he told Peru that the border would stay open.",
            [
                "CHL assert: he told Peru that the border would stay open",
                "CHL assert to PER: the border would stay open",
            ],
        ),
        (
            "Serbia said it had assured Kosovo that the levy would go.",
            ["SRB assert: it had assured Kosovo that the levy would go", "SRB assert to XKX: the levy would go"],
        ),
        (
            "The Polish prime minister said he would tell Hungary that the veto must go.",
            ["POL promise: he would tell Hungary that the veto must go"],
        ),
    ],
)
def test_what_one_says_he_told_another_was_told(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Statement) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Turkey replied to the note that the strait would stay open.", ["TUR assert: the strait would stay open"]),
        (
            "The Indian foreign minister replied to the letter that the dam would be built.",
            ["IND assert: the dam would be built"],
        ),
        ("Peru replied to the letter that the border was closed.", ["PER assert: the border was closed"]),
        ("Iran replied to the report that the plant was safe.", ["IRN assert: the plant was safe"]),
        ("Sudan replied to the statement that the camp was empty.", ["SDN assert: the camp was empty"]),
        ("Peru replied to Chile that the border was closed.", ["PER assert to CHL: the border was closed"]),
    ],
)
def test_a_paper_is_no_hearer(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Statement) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The Kenyan president suggested a plot.", []),
        ("Iran suggested foreign involvement in the blast.", []),
        ("The Polish prime minister suggested a link between the fires.", []),
        ("The Peruvian president suggested a truce.", ["PER propose: a truce"]),
    ],
)
def test_who_suggests_involvement_supposes(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Statement) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Armenia asked Russia to end its war with Ukraine.", []),
        ("China urged Russia to end its war with Ukraine.", []),
        ("Turkey asked Russia to stop its war with Ukraine.", []),
        ("India urged Sudan to end its war with Ethiopia.", []),
        ("Kenya told Eritrea to end its war with Ethiopia.", []),
        ("Russia said Ukraine would lose its war with Moscow.", ["UKR at_war_with RUS"]),
    ],
)
def test_its_war_may_be_of_the_nearest_party(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Relationship) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Once a rival of Peru, Chile has opened its ports.", ["CHL rival_of PER"]),
        ("Long an ally of Russia, Armenia has turned to France.", ["ARM ally_of RUS"]),
        ("Still an ally of Moscow, Belarus sent no troops.", ["BLR ally_of RUS"]),
        ("Once an enemy of Kenya, Somalia has sent an envoy.", ["SOM rival_of KEN"]),
        ("Long a rival of Ethiopia, Eritrea opened its embassy.", ["ERI rival_of ETH", "ERI organ_of ERI"]),
    ],
)
def test_once_a_rival_is_one_of_the_subject(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Relationship) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Kenya did not say if it would open the border or give any date.",
            ["Kenya did not say if it would open the border", "give any date"],
        ),
        (
            "Peru did not say whether it would sign the deal or offer any timetable.",
            ["Peru did not say whether it would sign the deal", "offer any timetable"],
        ),
        (
            "Niger did not say if it would free the men or give any reason for the arrests.",
            ["Niger did not say if it would free the men", "give any reason for the arrests"],
        ),
    ],
)
def test_a_second_silence_hangs_on_the_question(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Absence) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Iran did not say why it had declined to comment.", ["Iran did not say why it had declined to comment"]),
        (
            "Serbia would not say why it refused to comment on the arrest.",
            ["Serbia would not say why it refused to comment on the arrest"],
        ),
        (
            "The Kenyan foreign ministry declined to say whether it had not commented on the raid.",
            ["The Kenyan foreign ministry declined to say whether it had not commented on the raid"],
        ),
        (
            "Chad declined to comment, without saying whether it would give details.",
            ["Chad declined to comment, without saying whether it would give details"],
        ),
    ],
)
def test_a_silence_inside_another_is_none_of_its_own(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Absence) == lines


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The French president held a news conference in Paris on Monday. “We are ready,” the French president said.",
         [("2024-05-13", True)]),
        ("German Foreign Minister Karl Brandt held a news conference on Monday. Brandt said the deal was dead.",
         [("2024-05-13", True)]),
        ("Peruvian President Elena Quispe spoke at a news conference on Tuesday. Quispe said Chile would pay.",
         [("2024-05-14", True)]),
        ("Kenyan President Ali Okello gave a news conference on Friday. Okello said that the border would stay shut.",
         [("2024-05-10", True)]),
        ("Peruvian President Elena Quispe held a news conference on Monday. “The border is open,” Quispe said on "
         "Monday.", [("2024-05-13", True)]),
        ("German Foreign Minister Karl Brandt held a news conference on Monday. Brandt said on Tuesday the deal was "
         "dead.", [("2024-05-14", False)]),
        ("Peruvian President Elena Quispe held a news conference in Lima on Tuesday. She met the Chilean president. "
         "Quispe said Chile had agreed to talks.", [("", False)]),
        ("Chadian President Idriss Hamat held a news conference in Paris on Monday. Hamat met the president of Mali. "
         "The border will stay open, Hamat said.", [("", False)]),
        ("Turkish Foreign Minister Kemal Aydin held a news conference in Ankara on Monday. Aydin spoke by phone with "
         "his Greek counterpart. Aydin said the ferry would sail again.", [("", False)]),
        ("Kenyan President Ali Okello gave a news conference on Friday. Okello visited Somalia. Okello said the border "
         "would stay shut.", [("", False)]),
        ("Serbian Prime Minister Milan Jovic held a news conference on Sunday. Jovic held talks with the Croatian "
         "prime minister. Jovic said the bridge would be built.", [("", False)]),
    ],
)  # fmt: skip
def test_what_was_said_at_the_only_occasion_has_its_day(
    text: str, places: list[tuple[str, bool]], read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2024-05-16"), load_lexicon())
    said = [record for record in records if isinstance(record, Statement)]
    assert [(s.when.from_ if s.when is not None else "", s.venue is not None) for s in said] == places


@pytest.mark.parametrize(
    ("text", "status", "decided", "day"),
    [
        ("Peru postponed the visit to Chile after Chile arrested two sailors on May 3.",
         "postponed", "2024-05-03", None),
        ("Chad called off talks with Mali after Mali expelled its envoy on May 6.", "cancelled", "2024-05-06", None),
        ("Kenya cancelled a summit with Somalia after Somali troops shelled a Kenyan village on Monday.",
         "cancelled", "2024-05-13", None),
        ("The Turkish president put off his visit to Greece after Greece closed the border on May 2.",
         "postponed", "2024-05-02", None),
        ("Iran announced talks with Iraq after Iraq freed two officers on Monday.", "announced", "2024-05-13", None),
        ("Peru and Chile will meet after Chile expelled a diplomat on May 3.", "announced", None, None),
        ("Chad and Niger will meet after Chad expelled a diplomat on Friday.", "announced", None, None),
        ("The Serbian and Croatian presidents will meet after Croatia arrested two Serbian officers on May 6.",
         "announced", None, None),
        ("The Greek prime minister will visit Turkey after Greece reopened the border on May 3.",
         "announced", None, None),
        ("Peru and Chile met after Chile expelled a diplomat on May 3.", "held", None, "2024-05-03"),
    ],
)  # fmt: skip
def test_what_came_after_a_day_is_the_decision_and_not_the_meeting(
    text: str, status: str, decided: str | None, day: str | None, read_text: ParseText
) -> None:
    records = find_records(read_text(text, "2024-05-16"), load_lexicon())
    (found,) = [record for record in records if isinstance(record, Engagement)]
    told_on = found.announced_when.from_ if found.announced_when is not None else None
    assert (found.status, told_on, found.when.from_ if found.when is not None else None) == (status, decided, day)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kenya closed the border to Somalia, according to a draft.", ["KEN COERCE/restrict SOM: proposed"]),
        ("Israel freed 40 prisoners, according to the draft.", ["ISR RETREAT/release prisoners: proposed"]),
        ("Greece gave aid to Turkey, a draft resolution said.", ["GRC AID TUR: proposed"]),
        ("Kenya closed the border to Somalia, according to a minister.", ["KEN COERCE/restrict SOM: occurred"]),
    ],
)
def test_what_a_draft_says_is_done_is_proposed(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Israel killed a Syrian officer. Israel killed another officer.",
            ["ISR ASSAULT/firearms SYR: occurred", "ISR ASSAULT/firearms officer: occurred"],
        ),
        (
            "Chad arrested a Malian trader. It arrested another trader.",
            ["TCD COERCE/arrest Malian trader: occurred", "TCD COERCE/arrest trader: occurred"],
        ),
        (
            "Kenya deported a Somali pilot. It deported another pilot.",
            ["KEN COERCE/deport SOM: occurred", "KEN COERCE/deport pilot: occurred"],
        ),
        (
            "Russia freed a Ukrainian soldier. It freed another soldier.",
            ["RUS RETREAT/release UKR: occurred", "RUS RETREAT/release soldier: occurred"],
        ),
        (
            "Turkey wounded a Greek fisherman. It wounded another fisherman.",
            ["TUR ASSAULT/firearms Greek fisherman: occurred", "TUR ASSAULT/firearms fisherman: occurred"],
        ),
        (
            "Chad arrested a Malian trader. It arrested the trader on Monday.",
            ["TCD COERCE/arrest Malian trader and trader: occurred, 2024-05-13 to 2024-05-13"],
        ),
    ],
)
def test_another_of_a_kind_is_told_apart(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Russia struck Ukraine on Monday. Russia attacked Ukraine with drones.",
            ["RUS ASSAULT UKR: occurred, 2024-05-13 to 2024-05-13"],
        ),
        (
            "Iran attacked Iraq on Monday. Iran struck Iraq with missiles.",
            ["IRN ASSAULT IRQ: occurred, 2024-05-13 to 2024-05-13"],
        ),
        (
            "Sudan detained two Chadian officers. Sudan arrested the two Chadian officers on Monday.",
            ["SDN COERCE/arrest TCD: occurred, 2024-05-13 to 2024-05-13"],
        ),
        (
            "Belarus arrested a Polish officer. Belarus detained the Polish officer on Friday.",
            ["BLR COERCE/arrest POL: occurred, 2024-05-10 to 2024-05-10"],
        ),
        (
            "Israel killed two Syrians. Israel shot two Syrians dead on Monday.",
            ["ISR ASSAULT/firearms two Syrians: occurred, 2024-05-13 to 2024-05-13"],
        ),
        (
            "Ethiopia expelled seven Eritreans. Ethiopia deported seven Eritreans on Monday.",
            ["ETH COERCE/deport seven Eritreans: occurred, 2024-05-13 to 2024-05-13"],
        ),
        (
            "Chad bombed Mali. Chad shelled Mali on Monday.",
            [
                "TCD ASSAULT/explosives MLI: occurred",
                "TCD ASSAULT/heavy-weapons MLI: occurred, 2024-05-13 to 2024-05-13",
            ],
        ),
    ],
)
def test_a_like_word_tells_the_same_deed(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Kenya plans to expel the Somali envoy. It plans to expel the Somali envoy on Monday.",
            ["KEN SANCTION/expel SOM: planned, 2024-05-20 to 2024-05-20"],
        ),
        ("Iran will attack Iraq. Iran will attack Iraq with missiles.", ["IRN ASSAULT IRQ: planned"]),
        (
            "Peru may impose tariffs on Chile. Peru may impose tariffs on Chile in June.",
            ["PER SANCTION/discontinue CHL: possible, 2024-06-01 to 2024-06-30"],
        ),
        (
            "The EU will impose sanctions on Belarus. The EU will impose sanctions on Belarus in June.",
            ["European Union SANCTION/discontinue BLR: planned, 2024-06-01 to 2024-06-30"],
        ),
        ("Norway will send aid to Chad. Norway will send food aid to Chad.", ["NOR AID TCD: planned"]),
    ],
)
def test_one_word_tells_the_same_plan(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Event) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Critics have dubbed the Russian president a butcher.", ["RUS is called a butcher"]),
        ("The Ethiopian army was dubbed the Lion Guard.", ["ETH is called the Lion Guard"]),
        ("Rivals dubbed Hamas a cartel.", ["Hamas is called a cartel"]),
        ("Voters have dubbed the Kenyan president a thief.", ["KEN is called a thief"]),
        ("The Nigerian army was nicknamed the Tortoise.", ["NGA is called the Tortoise"]),
    ],
)
def test_a_name_given_needs_no_quotation_marks(text: str, lines: list[str], read_text: ParseText) -> None:
    assert told(read_text, text, Label) == lines


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Belarus is an ally of Russia. Belarus, a close ally of Russia, sent troops.", 2),
        ("Kenya, a rival of Somalia, shut the border. Kenya is a rival of Somalia.", 2),
        ("Ethiopia is at war with Eritrea. Ethiopia's war with Eritrea goes on.", 2),
        ("Serbia, an ally of Russia, sold shells. Serbia is a close ally of Russia.", 2),
        ("Iran is an ally of Syria. Iran, an ally of Syria, sent oil.", 2),
        ("Iran is an ally of Syria. Iran sent oil to Syria.", 1),
    ],
)
def test_a_tie_told_twice_has_both_places_as_evidence(text: str, places: int, read_text: ParseText) -> None:
    records = find_records(read_text(text, "2024-05-16"), load_lexicon())
    (tie,) = [record for record in records if isinstance(record, Relationship)]
    assert len([piece for piece in tie.evidence if piece.role == "trigger"]) == places

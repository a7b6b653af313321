"""For whom a spokesman speaks whom the text names only then, whose posts are carried on, and who bears a rank."""

from __future__ import annotations

import pytest

from conftest import ParseText, mention_at

pytestmark = pytest.mark.model

DAY = "2023-03-01"


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("A Pentagon spokesman denied it. Spokesman Carl Berg said the ship had left.", "Spokesman Carl Berg",
         "organ/USA-defence-ministry"),
        ("The Kremlin spokesman refused to comment. Spokeswoman Ana Berg said later that talks would go on.",
         "Spokeswoman Ana Berg", "organ/RUS-kremlin"),
        ("A NATO spokeswoman spoke in Brussels. Spokeswoman Karin Berg added that ships were ready.",
         "Spokeswoman Karin Berg", "org/nato"),
        ("A Peruvian government spokesman denied the report. Spokesman Luis Perez said Chile had lied.",
         "Spokesman Luis Perez", "state/PER"),
        ("An Israeli army spokesman confirmed the raid. Spokesman Omar Haddad said four men had died.",
         "Spokesman Omar Haddad", "organ/ISR-israel-defense-forces"),
        # too far, or somebody else's
        ("The U.N. spokesman in Juba was silent. It rained. It rained more. It rained again. Spokesman Carl Berg left.",
         "Spokesman Carl Berg", None),
        ("A Pentagon spokesman denied it. Club spokesman Carl Berg said the match would go on.",
         "Club spokesman Carl Berg", None),
        ("A Pentagon spokesman denied it. Spokesman Carl Berg of the Muster Institute said the ship had left.",
         "Spokesman Carl Berg", None),
        ("Spokesman Carl Berg said the ship had left.", "Spokesman Carl Berg", None),
    ],
)  # fmt: skip
def test_a_spokesman_speaks_for_whom_the_one_before_does(
    text: str, words: str, of: str | None, read_text: ParseText
) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert actor is not None
    assert (actor.role.of if actor.role is not None else None) == of


@pytest.mark.parametrize(
    ("text", "words", "title"),
    [
        ("Luis Perez, director of the museum, warned Peru. Perez said China would react.", "Perez", "director"),
        ("Ana Berg, ambassador of Peru, visited Chad. Berg asked for aid.", "Berg", "ambassador"),
        # of a body that nobody knows
        ("Luis Perez, director of Asian studies at the Harbour Institute, warned Peru. Perez said China would react.",
         "Perez", None),
        ("Karin Berg, an adviser at Nordic Trust, praised Oslo. Berg expects a treaty.", "Berg", None),
        ("Omar Haddad, spokesman for the Falcon Trading Company, denied it. Haddad said Iran had paid.", "Haddad",
         None),
        ("Ivo Novak, president of the Adriatic Shipping Corporation, met reporters. Novak said Croatia had approved.",
         "Novak", None),
        ("Ana Berg, ambassador for the Rainbow Foundation, visited Chad. Berg asked for aid.", "Berg", None),
    ],
)  # fmt: skip
def test_only_a_public_post_is_carried_on(text: str, words: str, title: str | None, read_text: ParseText) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert actor is not None
    assert (actor.role.title if actor.role is not None else None) == title


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("Adm. Luis Perez commands the fleet of Peru. The admiral said Chile had fired first.", "The admiral",
         "mention/luis-perez"),
        ("Gen. Omar Haddad arrived in Tripoli. The general promised a truce.", "The general", "mention/omar-haddad"),
        ("Col. Idris Muster seized power in Chad. The colonel closed the border.", "The colonel",
         "mention/idris-muster"),
        ("Admiral Karin Berg met NATO envoys. The admiral was pleased.", "The admiral", "mention/karin-berg"),
        ("Maj. Gen. Ivo Novak spoke. The general denied the charge.", "The general", "mention/ivo-novak"),
        # another rank, or two of it
        ("Col. Idris Muster seized power in Chad. The general closed the border.", "The general", "mention/general"),
        ("Gen. Omar Haddad met Gen. Ivo Novak. The general promised a truce.", "The general", "mention/general"),
    ],
)  # fmt: skip
def test_a_rank_is_who_was_named_with_it(text: str, words: str, identity: str, read_text: ParseText) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert actor is not None and actor.id == identity


@pytest.mark.parametrize(
    ("text", "words", "identity", "iso3"),
    [
        # an office told first, its bearer named then
        ("Chad summoned the Danish ambassador. Ambassador Ilse Kappel came at noon.", "Ambassador Ilse Kappel",
         "mention/ilse-kappel", "DNK"),
        ("Peru expelled the Chilean envoy. Envoy Luis Muster left on Monday.", "the Chilean envoy",
         "mention/luis-muster", "CHL"),
        ("Mali criticised the Togolese foreign minister. Foreign Minister Ali Beispiel did not answer.",
         "the Togolese foreign minister", "mention/ali-beispiel", "TGO"),
        ("Kenya recalled the Ugandan ambassador. Ambassador Peter Okello flew home.", "the Ugandan ambassador",
         "mention/peter-okello", "UGA"),
        ("Oslo received the Peruvian negotiator. Negotiator Rosa Perez was hopeful.", "the Peruvian negotiator",
         "mention/rosa-perez", "PER"),
        ("The Omani mediator arrived in Sanaa. Mediator Idris Haddad met the rebels.", "The Omani mediator",
         "mention/idris-haddad", "OMN"),
        ("Peru expelled the Chilean envoy. Ambassador Luis Muster left on Monday.", "the Chilean envoy",
         "mention/chilean-envoy", "CHL"),
        # of the state that an article is about
        ("Chad is calm. Chad's army left. Chad's president spoke. Foreign Minister Ali Beispiel denied the report.",
         "Foreign Minister Ali Beispiel", "mention/ali-beispiel", "TCD"),
        ("Peru is calm. Peru's army left. Peru's president spoke. Defence Minister Ana Berg denied the report.",
         "Defence Minister Ana Berg", "mention/ana-berg", "PER"),
        # which has another president, minister already
        ("Kenya is calm. Kenya's army left. Kenyan President Ana Okello spoke. President Peter Berg denied the report.",
         "President Peter Berg", "mention/peter-berg", None),
        ("Peru is calm. Peru's army left. Peruvian Defence Minister Ana Berg spoke. Defence Minister Luis Muster "
         "denied it.", "Defence Minister Luis Muster", "mention/luis-muster", None),
        ("Mali is calm. Mali's army left. Malian Foreign Minister Ali Muster spoke. Foreign Minister Idris Haddad "
         "denied it.", "Foreign Minister Idris Haddad", "mention/idris-haddad", None),
    ],
)  # fmt: skip
def test_who_bears_an_office_of_which_state(
    text: str, words: str, identity: str, iso3: str | None, read_text: ParseText
) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert actor is not None and (actor.id, actor.iso3) == (identity, iso3)


@pytest.mark.parametrize(
    ("text", "words", "title"),
    [
        ("A spokesman for Foreign Minister Omar Haddad denied it.", "A spokesman", "spokesman of Omar Haddad"),
        ("An aide to President Ana Berg said so.", "An aide", "aide of Ana Berg"),
        ("An adviser to Prime Minister Kari Muster left for Oslo.", "An adviser", "adviser of Kari Muster"),
        ("President Ana Berg's adviser resigned.", "President Ana Berg's adviser", "adviser of Ana Berg"),
        ("An envoy of President Omar Haddad arrived in Lome.", "An envoy", "envoy of Omar Haddad"),
        ("A spokesman for singer Omar Haddad denied it.", "A spokesman", None),
        # and whose name stands beside that
        ("A spokesman for President Ana Berg, Carl Muster, said so. Muster added nothing.", "Muster",
         "spokesman of Ana Berg"),
        ("Carl Muster, an aide to President Ana Berg, said so. Muster added nothing.", "Muster", "aide of Ana Berg"),
        ("The president's spokesman, Carl Muster, said so. Muster added nothing.", "Muster",
         "spokesman of the president"),
        ("Rosa Perez, an adviser to Foreign Minister Omar Haddad, wept. Perez had warned Peru.", "Perez",
         "adviser of Omar Haddad"),
    ],
)  # fmt: skip
def test_whom_the_nameless_serve(text: str, words: str, title: str | None, read_text: ParseText) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert (actor.role.title if actor is not None and actor.role is not None else None) == title


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("Ethiopian troops crossed the border. The country's foreign minister said they would leave.",
         "The country's foreign minister", ("ETH", ())),
        ("Sudan closed its ports. The country's interior minister said they would reopen.",
         "The country's interior minister", ("SDN", ())),
        ("ASEAN ministers met in Jakarta. The bloc's secretary general said the plan was ready.",
         "The bloc's secretary general", (None, ("org/asean",))),
        ("The M23 rebels seized Goma. The group's spokesman said they would leave.", "The group's spokesman",
         (None, ("armed_group/march-23-movement",))),
        ("Hamas rejected the plan. The movement's spokesman said it was a trap.", "The movement's spokesman",
         (None, ("armed_group/hamas",))),
        ("Hamas rejected the plan. Its spokesman said it was a trap.", "Its spokesman",
         (None, ("armed_group/hamas",))),
        ("The Russian foreign ministry rejected the note. The ministry's spokeswoman said it was a trap.",
         "The ministry's spokeswoman", ("RUS", ())),
        ("Sudan's army retook the palace. The army's spokesman said the war would go on.", "The army's spokesman",
         ("SDN", ())),
        ("Hamas rejected the plan. A spokesman for the group said it was a trap.", "A spokesman for the group",
         (None, ("armed_group/hamas",))),
        ("Hamas rejected the plan. An official of the movement said it was a trap.", "An official of the movement",
         (None, ("armed_group/hamas",))),
        ("ASEAN ministers met. A spokesman for the bloc said the plan was ready.", "A spokesman for the bloc",
         (None, ("org/asean",))),
        ("The Russian foreign ministry rejected it. A spokeswoman for the ministry called it a trap.",
         "A spokeswoman for the ministry", ("RUS", ())),
        ("Ethiopian troops left. The president of the country thanked them.", "The president of the country",
         ("ETH", ())),
        # of nobody, of a firm or of one of two
        ("The firm lost money in Chad. A spokesman for the company said it would leave.", "A spokesman for the company",
         None),
        ("The team lost in Chile. The club's president said it would leave.", "The club's president", None),
        ("The firm lost money in Chad. The company's president said it would leave.", "The company's president", None),
        ("Chile won the match. The country's coach said he was happy.", "The country's coach", None),
    ],
)  # fmt: skip
def test_somebody_of_a_body_named_before_serves_it(
    text: str, words: str, of: tuple[str | None, tuple[str, ...]] | None, read_text: ParseText
) -> None:
    actor = mention_at(read_text(text, DAY), words).actor
    assert (None if actor is None or not actor.diplomatic else (actor.iso3, actor.members)) == of

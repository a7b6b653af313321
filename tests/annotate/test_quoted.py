"""Who "our countries", "our country" and a pronoun with a name in brackets are."""

from __future__ import annotations

import pytest

from conftest import ParseText, mention_at

pytestmark = pytest.mark.model

DAY = "2023-03-01"


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("After talks with Niger, Chad's foreign minister said: “Our countries need peace.”", "Our countries",
         ("state/TCD", "state/NER")),
        ("After meeting the Peruvian envoy, Chile's president said “our two countries will reopen the border.”",
         "our two countries", ("state/CHL", "state/PER")),
        ("Of the deal with Japan, Indian Trade Minister Asha Beispiel said, “Our governments have worked on it for "
         "years.”", "Our governments", ("state/IND", "state/JPN")),
        ("Speaking beside Angola's envoy, Zambia's foreign minister said “our countries want a truce.”",
         "our countries", ("state/ZMB", "state/AGO")),
        ("“Niger must know that our countries need each other,” Chadian Foreign Minister Ali Beispiel said.",
         "our countries", ("state/TCD", "state/NER")),
        ("“With Oman we agreed that our governments will meet,” Yemeni Foreign Minister Ali Beispiel said.",
         "our governments", ("state/YEM", "state/OMN")),
        # of none or of two others is told
        ("“Our countries need peace,” Chadian Foreign Minister Ali Beispiel said.", "Our countries", ()),
        ("After talks with Niger and Mali, Chad's foreign minister said: “Our countries need peace.”", "Our countries",
         ()),
    ],
)  # fmt: skip
def test_our_countries_are_the_speakers_and_the_other_one(
    text: str, words: str, members: tuple[str, ...], read_text: ParseText
) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert actor is not None and (actor.kind, actor.members) == ("collective", members)


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("“Our country needs peace,” Chadian Foreign Minister Ali Beispiel said on Monday.", "Our country",
         "state/TCD"),
        # the speaker acts for none
        ("“Our country needs peace,” singer Ali Beispiel said on Monday.", "Our country", None),
        ("“The war has ruined our country,” poet Ana Berg told the rally.", "our country", None),
        ("“Our army is weak,” said Luis Muster, a retired farmer.", "Our army", None),
        ("“My country was invaded,” student Omar Haddad said.", "My country", None),
        ("“Our government sold us,” shopkeeper Ivo Novak said.", "Our government", None),
        # named in brackets
        ("“We told him (Muster) so,” President Ali Beispiel said. Luis Muster, the envoy, was silent.", "him",
         "mention/luis-muster"),
        ("“She (Ana Berg) lied,” the Russian minister said.", "She", "mention/ana-berg"),
        ("“I warned her [Ana Berg] in May,” the Chadian envoy said.", "her", "mention/ana-berg"),
        ("The Chadian envoy said he (Ali Muster) would not return to Mali.", "he", "mention/ali-muster"),
        ("“He [Omar Haddad] never answered our letter,” Kenya's foreign minister said of the negotiator.", "He",
         "mention/omar-haddad"),
        ("“We trust her (Karin Berg),” the Swedish minister said.", "her", "mention/karin-berg"),
        ("The Libyan minister said she (Ana Berg) would resign.", "she", "mention/ana-berg"),
        ("The Chadian envoy said he would (Ali Muster agreed) not return to Mali.", "he", "mention/chadian-envoy"),
    ],
)  # fmt: skip
def test_who_is_meant_within_what_somebody_says(
    text: str, words: str, identity: str | None, read_text: ParseText
) -> None:
    reading = read_text(text, DAY)
    actor = mention_at(reading, words).actor
    assert (actor.id if actor is not None else None) == identity

"""Which office the words around a name give, and of whom: before it, in front of a list, where the sentence opens."""

from __future__ import annotations

import pytest

from conftest import ParseText

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "title", "of"),
    [
        # of several people
        ("Presidents Omar Haddad and Ivo Novak met in Vienna.", "Ivo Novak", "President", None),
        ("Foreign Ministers Ana Berg, Luis Muster and Rosa Perez signed the treaty in Quito.", "Rosa Perez",
         "Foreign minister", None),
        ("Prime Ministers Kari Muster and Lena Beispiel will fly to Kyiv.", "Lena Beispiel", "Prime minister", None),
        ("Reps. Carl Berg (R-Texas) and Ana Muster (D-Ohio) wrote to Iran.", "Ana Muster", "Rep.", None),
        ("Envoys Luis Perez and Marta Vargas left for Caracas.", "Marta Vargas", "Envoy", None),
        ("Envoys Luis Perez and Marta Vargas left for Caracas.", "Luis Perez", "Envoy", None),
        ("Presidents Omar Haddad and Ivo Novak met Carl Berg in Vienna.", "Carl Berg", None, None),
        ("Presidents like Omar Haddad met Ivo Novak in Vienna.", "Omar Haddad", None, None),
        ("The envoys Luis Perez and Marta Vargas left.", "Marta Vargas", None, None),
        ("The visiting ministers Ana Berg and Luis Muster left.", "Luis Muster", None, None),
        ("Envoys of Luis Perez left for Caracas.", "Luis Perez", None, None),
        # with whose it is between title and name
        ("President of Belarus Ivan Beispiel met envoys.", "Ivan Beispiel", "President", "state/BLR"),
        ("Chairman of the African Union Idris Haddad arrived.", "Idris Haddad", "Chairman", "org/au"),
        ("President of the European Commission Ana Berg spoke.", "Ana Berg", "President", "org/ec"),
        ("Spokesman for the Pentagon Carl Berg spoke.", "Carl Berg", "Spokesman", "organ/USA-defence-ministry"),
        ("Foreign Minister of the Netherlands Lena Muster arrived.", "Lena Muster", "Foreign Minister", "state/NLD"),
        ("Secretary-General of the Arab League Omar Haddad warned Iran.", "Omar Haddad", "Secretary-General",
         "org/arableague"),
        # and its abbreviation
        ("Secretary-General of the African Union (AU) Idris Haddad arrived.", "Idris Haddad", "Secretary-General",
         "org/au"),
        ("Secretary General of the Organization of American States (OAS) Luis Perez arrived in Lima.", "Luis Perez",
         "Secretary General", "org/oas"),
        ("Secretary-General of the United Nations (UN) Ana Berg spoke.", "Ana Berg", "Secretary-General", "org/un"),
        ("Chairman of the European Union (EU) Carl Muster met envoys.", "Carl Muster", "Chairman", "org/eu"),
        ("Chairman of the African Union (AU) Rosa Beispiel flew to Juba.", "Rosa Beispiel", "Chairman", "org/au"),
        # with an honorific between
        ("President Dr. Ana Okello spoke in Nairobi.", "Ana Okello", "President", None),
        ("President of Kenya Dr. Ana Okello spoke.", "Ana Okello", "President", "state/KEN"),
        ("Secretary General of the Arab League Gen. Idris Haddad spoke.", "Idris Haddad", "Secretary General",
         "org/arableague"),
        ("Chadian Defence Minister Gen. Ali Beispiel inspected the border.", "Ali Beispiel", "Defence Minister",
         "state/TCD"),
        ("Omani Ambassador Dr. Hamad Beispiel received the envoy.", "Hamad Beispiel", "Ambassador", "state/OMN"),
        ("Ugandan Ambassador Mrs. Rosa Beispiel signed the note.", "Rosa Beispiel", "Ambassador", "state/UGA"),
        # that of whose counterpart it is
        ("Egyptian Foreign Minister Omar Haddad met his Greek counterpart Nikos Muster.", "Nikos Muster",
         "Foreign Minister", "state/GRC"),
        ("Peruvian President Ana Berg called her Chilean counterpart Luis Muster.", "Luis Muster", "President",
         "state/CHL"),
        ("Danish Defence Minister Ole Beispiel thanked his Polish counterpart Adam Muster.", "Adam Muster",
         "Defence Minister", "state/POL"),
        ("Kenyan Trade Minister Ana Okello received her Ugandan counterpart Peter Okello.", "Peter Okello",
         "Trade Minister", "state/UGA"),
        ("Norwegian Prime Minister Kari Muster wrote to her Swedish counterpart Lena Beispiel.", "Lena Beispiel",
         "Prime Minister", "state/SWE"),
        ("Singer Ana Berg called her Chilean counterpart Luis Muster.", "Luis Muster", None, None),
        # where the sentence opens
        ("At the White House, spokeswoman Ana Berg said talks would go on.", "Ana Berg", "spokeswoman",
         "organ/USA-white-house"),
        ("At the United Nations, spokesman Carl Berg said aid had arrived.", "Carl Berg", "spokesman", "org/un"),
        ("At NATO, spokeswoman Karin Berg said ships were ready.", "Karin Berg", "spokeswoman", "org/nato"),
        ("At the State Department, spokesman Luis Muster denied the report.", "Luis Muster", "spokesman",
         "organ/USA-foreign-ministry"),
        ("At the Kremlin, spokesman Ivan Beispiel declined to comment.", "Ivan Beispiel", "spokesman",
         "organ/RUS-kremlin"),
        ("At the stadium, spokesman Carl Berg said the match was off.", "Carl Berg", "spokesman", None),
        ("At the Kremlin, President Omar Haddad met envoys.", "Omar Haddad", "President", None),
    ],
)  # fmt: skip
def test_an_office_is_what_stands_around_the_name(
    text: str, name: str, title: str | None, of: str | None, read_text: ParseText
) -> None:
    reading = read_text(text, "2023-03-01")
    actor = next(m.actor for m in reading.mentions if m.actor is not None and m.actor.name == name)
    assert (actor.role.title if actor.role else None, actor.role.of if actor.role else None) == (title, of)

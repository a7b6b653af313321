"""The registry: who may be meant by a name, and what its tables must not hold."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from communique.config import DATA
from communique.errors import LexiconError
from communique.lexicon.actors import load_actors
from communique.lexicon.files import read_csv
from communique.lexicon.spellings import fits, pieces, slug

REGISTRY = load_actors()


@pytest.mark.parametrize(
    ("name", "identities"),
    [
        ("US", {"state/USA"}),
        ("us", set()),
        ("U.S.", {"state/USA"}),
        ("it", set()),
        ("IT", set()),
        ("Turkey", {"state/TUR"}),
        ("turkey", set()),
        ("Türkiye", {"state/TUR"}),
        ("Turkiye", {"state/TUR"}),
        ("chad", set()),
        ("Pole", {"state/POL"}),
        ("pole", set()),
        ("Kiev", {"state/UKR", "place/kyiv"}),
        ("Kyiv", {"state/UKR", "place/kyiv"}),
        ("Côte d’Ivoire", {"state/CIV"}),
        ("Ivory Coast", {"state/CIV"}),
        ("Volodymyr Zelenskiy", {"person/volodymyr-zelenskyy"}),
        ("Volodymyr Zelensky", {"person/volodymyr-zelenskyy"}),
        ("Mateusz Morawiecki", {"person/mateusz-morawiecki"}),
        ("al-Shabaab", {"armed_group/al-shabaab"}),
        ("Al Shabaab", {"armed_group/al-shabaab"}),
        ("WHO", {"org/who"}),
        ("who", set()),
        ("Brussels", {"org/eu", "place/brussels"}),
        ("White House", {"state/USA", "organ/USA-white-house"}),
        ("Western governments", {"collective/western-states"}),
        ("TURKEY", {"state/TUR"}),
        ("ANKARA", {"state/TUR", "place/ankara"}),
        ("Atlantis", set()),
    ],
)
def test_a_name_means_just_these(name: str, identities: set[str]) -> None:
    assert {sense.known.id for sense in REGISTRY.find(name)} == identities


@pytest.mark.parametrize(
    ("spelling", "text", "fitting"),
    [
        ("US", "US", True),
        ("US", "us", False),
        ("US", "Us", False),
        ("Peru", "Peru", True),
        ("Peru", "PERU", True),
        ("Peru", "peru", False),
        ("the West", "the West", True),
        ("the West", "the west", False),
        ("world powers", "World powers", True),
        ("Gulf states", "gulf states", False),
    ],
)
def test_capitals_tell_names_from_words(spelling: str, text: str, fitting: bool) -> None:
    assert fits(spelling, text) is fitting


def test_accents_dots_and_apostrophes_do_not_matter_to_pieces_and_slugs() -> None:
    assert pieces("Côte d’Ivoire") == pieces("Cote d'Ivoire") == ("cote", "d", "ivoire")
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"
    assert slug("China's plan") == slug("China’s plan") == "chinas-plan"


@pytest.mark.parametrize(
    ("body", "office", "day", "name"),
    [
        ("USA", "FM", "2009-03-01", "Hillary Clinton"),
        ("USA", "FM", "2015-03-01", "John Kerry"),
        ("USA", "HOS", "2016-12-31", "Barack Obama"),
        ("USA", "HOS", "2017-01-21", "Donald Trump"),
        ("CHN", "FM", "2023-02-01", "Qin Gang"),
        ("UKR", "HOS", "2023-02-24", "Volodymyr Zelenskyy"),
        ("DEU", "HOG", "2010-01-01", "Angela Merkel"),
        ("org/un", "HEAD", "2010-01-01", "Ban Ki-moon"),
        ("org/nato", "HEAD", "2023-01-01", "Jens Stoltenberg"),
    ],
)
def test_an_office_is_held_by_one_person_at_a_time(body: str, office: str, day: str, name: str) -> None:
    assert [person.name for person in REGISTRY.holders(body, office, day)] == [name]


def test_an_end_that_no_source_gives_is_unknown_and_no_holding() -> None:
    person = REGISTRY.known["person/xi-jinping"]
    office = next(o for o in REGISTRY.offices(person) if o.title == "President")
    assert office.open
    assert (office.held("2012-01-01"), office.held("2020-01-01"), office.held("2031-01-01")) == (False, True, None)
    assert REGISTRY.holders("CHN", "HOS", "2031-01-01") == ()


def test_a_person_acts_for_a_state_only_while_in_office() -> None:
    clinton = REGISTRY.known["person/hillary-clinton"]
    assert REGISTRY.acts_for(clinton, "2010-05-05") == "USA"
    assert REGISTRY.acts_for(clinton, "2019-05-05") is None
    assert REGISTRY.acts_for(clinton, None) is None


def test_many_are_called_li_and_one_zelensky() -> None:
    assert len(REGISTRY.called("Li")) > 3
    assert [person.id for person in REGISTRY.called("Zelenskyy")] == ["person/volodymyr-zelenskyy"]


def test_another_transliteration_of_an_office_holder_is_found_in_his_state_only() -> None:
    found = REGISTRY.resembling("Sergej Lavrov", "RUS", "2020-01-01")
    assert found is not None and found.id == "person/sergey-lavrov"
    assert REGISTRY.resembling("Sergej Lavrov", "FRA", "2020-01-01") is None
    assert REGISTRY.resembling("Sergei Lebedev", "RUS", "2020-01-01") is None


def test_an_armed_group_acts_for_no_state() -> None:
    groups = [known for known in REGISTRY.known.values() if known.kind in ("armed_group", "movement", "organisation")]
    assert len(groups) > 250
    assert all(known.iso3 is None for known in groups)
    assert REGISTRY.known["armed_group/hamas"].based_in == ("PSE",)


def test_every_code_in_the_tables_is_a_state_of_the_registry() -> None:
    states = {known.iso3 for known in REGISTRY.known.values() if known.kind == "state"}
    used = {known.iso3 for known in REGISTRY.known.values() if known.iso3}
    used |= {code for known in REGISTRY.known.values() for code in known.based_in}
    used |= {
        office.body for known in REGISTRY.known.values() for office in REGISTRY.offices(known) if "/" not in office.body
    }
    assert used - states <= {"ESH"}


def test_the_registry_is_as_large_as_promised_and_files_stay_small() -> None:
    kinds = Counter(known.kind for known in REGISTRY.known.values())
    assert kinds["state"] >= 190
    assert kinds["person"] >= 5000
    assert kinds["organisation"] >= 150
    assert kinds["armed_group"] >= 120
    assert kinds["organ"] >= 250
    assert kinds["place"] >= 300
    assert sum(path.stat().st_size for path in (DATA / "actors").iterdir()) < 2_000_000


def test_an_overlay_adds_and_replaces_actors(tmp_path: Path) -> None:
    folder = tmp_path / "actors"
    folder.mkdir()
    (folder / "organisations.csv").write_text(
        "id,name,aliases,sector,members\nlake,Lake Council,LKC,IGO,\nun,New Name,,IGO,\n"
    )
    registry = load_actors(tmp_path)
    assert [sense.known.id for sense in registry.find("LKC")] == ["org/lake"]
    assert registry.known["org/un"].name == "New Name"
    assert "org/lake" not in REGISTRY.known


def test_a_malformed_overlay_is_refused_with_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "actors"
    folder.mkdir()
    (folder / "armed_groups.csv").write_text("id,name,aliases,kind,based_in,sector\nx,X Front,,gang,MLI,REB\n")
    with pytest.raises(LexiconError, match=r"armed_groups\.csv:2: kind is 'gang'"):
        load_actors(tmp_path)


def test_the_tables_of_words_load_and_are_in_lower_case() -> None:
    for table in (REGISTRY.person_nouns, REGISTRY.organ_nouns, REGISTRY.group_nouns, REGISTRY.document_nouns):
        assert table
        assert all(phrase == phrase.lower().strip() for phrase in table)
    assert set(REGISTRY.pronouns) >= {"he", "she", "it", "they", "we", "who"}


def test_the_source_of_the_data_is_told_beside_it() -> None:
    text = (DATA / "actors" / "README.md").read_text(encoding="utf-8")
    assert "Wikidata" in text and "CC0" in text and "Factbook" in text


def test_every_table_of_actors_is_strict_csv() -> None:
    for path in sorted((DATA / "actors").glob("*.csv")):
        columns = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
        rows = read_csv(path, columns)
        assert rows, path
        assert all(cell == cell.strip() for row in rows for cell in row.cells.values()), path


def test_loading_is_quick() -> None:
    code = (
        "import time; start = time.process_time(); from communique.lexicon.actors import load_actors; load_actors(); "
        "print(time.process_time() - start)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(2)
    ]
    assert min(times) < 1.0, "about 0.3 s including imports on the machine where this was written"

"""Who is meant by a name that a person types."""

from __future__ import annotations

import pytest

from communique.errors import QuestionError
from communique.lexicon.actors import load_actors
from communique.questions.names import display_name, find_actor

STORE = {"person/kim-jong-un", "mention/ana-quispe", "person/joram-tesk"}


def find(name: str) -> str:
    return find_actor(name, load_actors(), STORE.__contains__)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("china", "CHN"),
        ("China", "CHN"),
        ("Chinese", "CHN"),
        ("Beijing", "CHN"),
        ("the United States", "USA"),
        ("us", "USA"),
        ("ukr", "UKR"),
        ("UKR", "UKR"),
        ("state/UKR", "UKR"),
        ("Kremlin", "RUS"),
        ("Zelenskyy", "person/volodymyr-zelenskyy"),
        ("Xi", "person/xi-jinping"),
        ("putin", "person/vladimir-putin"),
        ("person/xi-jinping", "person/xi-jinping"),
        ("un", "org/un"),
        ("Hamas", "armed_group/hamas"),
        ("Kim", "person/kim-jong-un"),
        ("Ana  Quispe", "mention/ana-quispe"),
        ("joram tesk", "person/joram-tesk"),  # of an overlay that is not at hand
    ],
)
def test_a_name_means_one_actor_whatever_its_capitals(name: str, actor: str) -> None:
    assert find(name) == actor


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Li", "person/li-qiang"),
        ("Luis Nobody", "nobody is called"),
        ("person/nobody", "no actor has the id"),
        ("Korea", "nobody is called"),
    ],
)
def test_what_is_unknown_or_ambiguous_is_one_line_with_the_candidates(name: str, said: str) -> None:
    with pytest.raises(QuestionError) as refused:
        find(name)
    assert said in str(refused.value) and name.split()[0].split("/")[0] in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        ("CHN", "China"),
        ("state/CHN", "China"),
        ("mention/ana-quispe", "ana quispe"),
        ("person/joram-tesk", "Joram Tesk"),
    ],
)
def test_an_actor_has_a_name_for_people(actor: str, name: str) -> None:
    assert display_name(actor, load_actors()) == name

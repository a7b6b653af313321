"""To whom something was likely done, where no rule finds it: what the trained chooser is sure of, and where it is not
asked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from communique.extract.matching.candidates import Candidate, candidates, side_of
from communique.extract.matching.finding import find_matches, match_rules
from communique.extract.matching.likely import is_open, surest
from communique.extract.matching.matches import Match
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.weights import load_weights
from communique.records.actors import Actor, Role
from communique.records.texts import Span
from conftest import ParseText

CHOOSER = load_weights("chooser")
RULES = load_lexicon().events
HERE = Span(0, 1, "x")


def match_of(matches: Sequence[Match], text: str, words: str, read_text: ParseText) -> Match:
    """The match whose trigger begins with `words`."""
    reading = read_text(text, "2023-06-01")
    return next(m for m in matches if reading.span(m.first, m.last).text.startswith(words))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "recipients"),
    [
        ("Georgia's envoy was called in by Turkey, which protested against the raid.", "protested", ["GEO"]),
        ("Relations between Kenya and Somalia worsened after Nairobi expelled the ambassador.", "expelled", ["SOM"]),
        ("Police in Malawi arrested a senator.", "arrested", ["MWI"]),
        ("Sudanese rebels kidnapped six doctors.", "kidnapped", ["SDN"]),
        ("Chile hailed the vote.", "hailed", []),
        ("Peru and Chile refused at once.", "refused", []),
        ("Two Chadian villages were burned, and Sudan denied it.", "denied", []),
        ("Latvia sent soldiers to the fair.", "sent", []),
    ],
)  # fmt: skip
def test_to_whom_it_was_done_is_inferred_where_the_chooser_is_sure(
    text: str, words: str, recipients: list[str], read_text: ParseText
) -> None:
    match = match_of(find_matches(read_text(text, "2023-06-01"), RULES), text, words, read_text)
    assert [side_of(actor) for actor in match.recipients] == [f"state/{code}" for code in recipients]
    assert all(actor.basis == "inferred" for actor in match.recipients)


@pytest.mark.model
def test_nameless_victims_stay_and_get_a_state(read_text: ParseText) -> None:
    text = "Sudanese rebels killed ten villagers."
    match = match_of(find_matches(read_text(text), RULES), text, "killed", read_text)
    assert [(a.name, a.iso3, a.based_in) for a in match.recipients] == [("villagers", None, ("SDN",))]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "opened"),
    [
        ("Kenya expelled the ambassador.", "expelled", True),
        ("Kenya expelled the Somali ambassador.", "expelled", False),  # the rules know
        ("The ambassador was expelled, Kenya said.", "expelled", False),  # by whom?
        ("Kenya met on Monday for talks.", "met", True),
        ("Kenya met Somalia on Monday.", "met", False),
    ],
)
def test_it_is_asked_only_where_one_side_alone_is_known(
    text: str, words: str, opened: bool, read_text: ParseText
) -> None:
    assert is_open(match_of(match_rules(read_text(text), RULES), text, words, read_text)) == opened


@pytest.mark.model
def test_candidates_are_the_parties_of_the_sentence_and_of_two_before_it(read_text: ParseText) -> None:
    text = "Togo won. Mali spoke. Chad's ministers listened. Boko Haram fighters left Nigeria, and Niger attacked them."
    reading = read_text(text)
    match = match_of(find_matches(reading, RULES), text, "attacked", read_text)
    found = {one.party: (one.side, bool(one.here)) for one in candidates(reading, match)}
    assert found == {
        "state/MLI": ("state/MLI", False),
        "state/TCD": ("state/TCD", False),
        "armed_group/boko-haram": ("state/NGA", True),
        "state/NGA": ("state/NGA", True),
        "state/NER": ("state/NER", True),
    }


def test_a_state_and_its_rebels_are_of_one_side_and_the_likelier_of_them_is_told() -> None:
    rebels, state, other = Candidate("group/a", "state/MLI"), Candidate("state/MLI", "state/MLI"), Candidate("b", "b")
    best, sureness = surest([rebels, state, other], [0.3, 0.25, 0.4])
    assert best is rebels and sureness == pytest.approx(0.55)


@pytest.mark.parametrize(
    ("actor", "side"),
    [
        (Actor(id="state/PER", name="Peru", kind="state", mention=HERE), "state/PER"),
        (Actor(id="mention/police", name="police", kind="organ", mention=HERE, based_in=("PER",)), "state/PER"),
        (Actor(id="org/nato", name="NATO", kind="organisation", mention=HERE), "org/nato"),
        (Actor(id="person/a", name="A", kind="person", mention=HERE, role=Role("envoy", "org/un", "stated")), "org/un"),
        (Actor(id="mention/girls", name="girls", kind="unknown", mention=HERE), None),
    ],
)  # fmt: skip
def test_a_side_is_the_state_or_body_for_which_somebody_acts(actor: Actor, side: str | None) -> None:
    assert side_of(actor) == side


def test_the_weights_that_ship_weigh_candidates_against_nobody() -> None:
    assert "nobody" in CHOOSER.traits and list(CHOOSER.traits) == sorted(CHOOSER.traits)
    assert CHOOSER.rows.shape == (len(CHOOSER.traits), 1)
    one, both = CHOOSER.choose([["here AID"]]), CHOOSER.choose([["here AID"], ["before AID"]])
    assert 0 < both[0] < one[0] < 1 and sum(both) < 1

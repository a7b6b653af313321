"""Which point of a plan a response answers, by the words of both; and when two articles word one point."""

from __future__ import annotations

import pytest

from builders import actor, article, position, proposal, provision
from communique.link.points import Points
from communique.records import Article, Position

PLAN = article(
    "Chad put forward a lake plan. It calls on Niger and Mali to withdraw their gunboats from the lake, to lift the "
    "fish levy, to free the boatmen they hold, and to submit the shoreline to arbitration.",
    published="2024-03-01",
)
RECAP = article(
    "The lake plan would have both withdraw gunboats, free detained boatmen and end a levy on fish.",
    published="2024-03-09",
)
WORDS = (
    "withdraw their gunboats from the lake",
    "lift the fish levy",
    "free the boatmen they hold",
    "submit the shoreline to arbitration",
)
PROPOSED = proposal(PLAN, "a lake plan", proposer=[actor(PLAN, "Chad", "state/TCD")])
POINTS = [provision(PLAN, PROPOSED, words) for words in WORDS]
ALL = list(range(len(WORDS)))


def stand(text: Article, topic: str, stance: str, on: str | None = None) -> Position:
    return position(text, actor(text, "Mali", "state/MLI"), stance, topic, on=on)


@pytest.mark.parametrize(
    ("stance", "topic", "answered"),
    [
        ("rejects", "withdraw gunboats from what it calls its bay", [0]),
        ("accepts", "the release of the boatmen", [2]),
        ("opposes", "arbitration, which its parliament ruled out", [3]),
        ("rejects", "the shoreline", [3]),
        ("accepts", "lift the levy", [1]),
        # an end of a thing is not the thing
        ("opposes", "the levy", []),
        # words of two points, of no point, of the plan's name alone; too few in common
        ("rejects", "boatmen and gunboats", []),
        ("rejects", "an inquiry", []),
        ("welcomes", "peace on the lake", []),
        ("rejects", "an old French idea of port dues for boatmen", []),
        # no response
        ("demands", "that Niger free the boatmen", []),
    ],
)
def test_a_response_answers_the_point_whose_words_it_has(stance: str, topic: str, answered: list[int | None]) -> None:
    text = article(f"Mali told reporters where it stood: {topic}.")
    assert Points([PROPOSED], POINTS).answered(stand(text, topic, stance)) == answered


def test_a_response_to_the_plan_answers_every_point_only_where_it_says_so() -> None:
    points = Points([PROPOSED], POINTS)
    text = article("Mali rejected all four points of the plan. Mali welcomed the plan.")
    assert points.answered(stand(text, "all four points of the plan", "rejects", PROPOSED.id)) == [None, *ALL]
    assert points.answered(stand(text, "the plan", "welcomes", PROPOSED.id)) == [None]
    assert points.answered(stand(text, "the plan", "welcomes", POINTS[1].id)) == [1]


def test_points_that_two_articles_word_stand_together() -> None:
    plan = proposal(RECAP, "The lake plan")
    again = [provision(RECAP, plan, w) for w in ("withdraw gunboats", "free detained boatmen", "end a levy on fish")]
    groups = Points([PROPOSED, plan], [*POINTS, *again]).groups
    assert [[point.text.text for point in group] for group in groups] == [
        [WORDS[0], "withdraw gunboats"],
        [WORDS[1], "end a levy on fish"],
        [WORDS[2], "free detained boatmen"],
        [WORDS[3]],
    ]


def test_points_of_one_article_stay_apart() -> None:
    text = article("The plan has Chad free ten boatmen in May and free ten boatmen in June.")
    plan = proposal(text, "The plan")
    each = [provision(text, plan, words) for words in ("free ten boatmen in May", "free ten boatmen in June")]
    assert len(Points([plan], each).groups) == 2

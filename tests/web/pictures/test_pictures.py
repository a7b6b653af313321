"""Every picture: well-formed, told to screen readers, the same each time, and inert whatever names it is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from communique.web.pictures import Bar, Mark, Tie, curve, network, timeline

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "\"><script>alert('x')</script>&\x00\ud800\ufffe"
Draw = Callable[[str, float], str]


def _timeline(name: str, width: float) -> str:
    bars = [
        Bar(label=name, first="2024-02-01", last=None, lane=name, tone="pending", note=name, href="/records/eng-1"),
        Bar(label="visit", first="2024-01-01", last="2024-01-31", lane="other"),
    ]
    return timeline("t", name, bars, width=width, today="2024-03-01")


def _curve(name: str, width: float) -> str:
    marks = [Mark(day="2024-02-01", score=-4.5, label=name, side="a", href="/records/eve-1"),
             Mark(day="2024-02-01", score=2.5, label="talks", reports=3, done=False)]  # fmt: skip
    return curve("c", name, marks, names=(name, "Iran"), width=width)


def _network(name: str, width: float) -> str:
    ties = [Tie(a=name, b="Iran", count=3, held=1, href="/dyad"), Tie(a="Oman", b="Iran", count=1)]
    return network("n", name, ties, width=width, links={"Iran": "/actors/IRN"})


PICTURES: list[Draw] = [_timeline, _curve, _network]


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_has_a_role_a_name_and_a_description(draw: Draw) -> None:
    svg = ElementTree.fromstring(draw("Oman", 800))
    ids = {e.get("id"): e for e in svg.iter() if e.get("id")}
    assert svg.get("role") == "group"  # its shapes are links
    assert "".join(ids[svg.get("aria-labelledby")].itertext()) == "Oman"
    assert "table" in "".join(ids[svg.get("aria-describedby")].itertext())


def test_without_links_it_is_an_image() -> None:
    assert 'role="img"' in network("n", "Ties", [Tie(a="Oman", b="Iran", count=1)])


@pytest.mark.parametrize("draw", PICTURES)
@pytest.mark.parametrize("width", [350, 1080])
def test_names_are_inert_and_leave_it_well_formed(draw: Draw, width: float) -> None:
    drawn = draw(HOSTILE, width)
    svg = ElementTree.fromstring(drawn)
    assert {e.tag.removeprefix(SVG) for e in svg.iter()} <= {
        "svg", "title", "desc", "defs", "linearGradient", "stop", "mask", "rect", "line", "circle", "polygon",
        "polyline", "text", "g", "a",
    }  # fmt: skip
    assert "alert('x')" in "".join(svg.itertext())
    drawn.encode()


@pytest.mark.parametrize("draw", PICTURES)
def test_there_is_no_inline_style_or_script(draw: Draw) -> None:
    attributes = {name for e in ElementTree.fromstring(draw("Oman", 800)).iter() for name in e.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}


@pytest.mark.parametrize("draw", PICTURES)
def test_the_same_data_give_the_same_picture(draw: Draw) -> None:
    assert draw("Oman", 800) == draw("Oman", 800)


@pytest.mark.parametrize("draw", PICTURES)
@pytest.mark.parametrize("width", [320, 1080])
def test_nothing_stands_outside(draw: Draw, width: float) -> None:
    svg = ElementTree.fromstring(draw("The Federated Republic of the Northern Isles", width))
    high = float(svg.attrib["height"])
    places = [
        (name, float(e.attrib[name]))
        for e in svg.iter()
        if e.tag.removeprefix(SVG) in ("rect", "line", "circle", "text")
        for name in ("x", "x1", "x2", "cx", "y", "y1", "y2", "cy")
        if name in e.attrib
    ]
    assert places
    for name, place in places:
        assert 0 <= place <= (width if "x" in name else high), (name, place)


@pytest.mark.parametrize("draw", PICTURES)
def test_ids_begin_with_the_key(draw: Draw) -> None:
    drawn = draw("Oman", 800)
    key = drawn.partition('id="')[2][0]
    assert all(id.startswith(f"{key}-") for id in re.findall(r' id="([^"]+)"', drawn))


def test_nothing_to_draw_is_no_picture() -> None:
    assert timeline("t", "T", []) == curve("c", "C", [], names=("a", "b")) == network("n", "N", []) == ""

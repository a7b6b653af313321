"""Who engages whom: parties on a ring, a line for each pair, thick for many engagements, dashed if none was held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from communique.web.pictures.drawing import SIZE, breadth, lettering, linked, picture, shortened, tag, tooltip

MOST = 14
"""More parties than these are not drawn: no label could be read. The table has them all."""

LINE = SIZE + 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two parties and how many engagements they share; `held` of them took place or go on."""

    a: str
    b: str
    count: int
    held: int = 0
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A party where it is drawn, with its lettering: `start` or `end` of the words stands at (`at`, `level`)."""

    name: str
    x: float
    y: float
    words: str
    at: float
    level: float
    anchor: str


def network(
    key: str,
    title: str,
    ties: Sequence[Tie],
    *,
    width: float = 720,
    centre: str | None = None,
    links: Mapping[str, str] | None = None,
) -> str:
    """Return the picture of `ties`; `links` gives the page of a party. `centre` always stands among those drawn.

    The same ties in any order and direction give the same picture. Without a tie, the empty string.
    """
    drawn = strongest(ties, centre)
    if not drawn:
        return ""
    names = ring(drawn)
    nodes = placed(names, width)
    at = {node.name: node for node in nodes}
    heaviest = max(tie.count for tie in drawn)
    height = max(node.level for node in nodes) + SIZE
    content = [_tie(tie, at, heaviest) for tie in sorted(drawn, key=lambda t: (t.count, t.a, t.b))]
    content += [_node(node, (links or {}).get(node.name), node.name == centre) for node in nodes]
    left = len({n for tie in ties for n in (tie.a, tie.b)}) - len(names)
    rest = f" {left} more parties are in the table only." if left else " The table has the numbers."
    described = f"{len(names)} parties and {len(drawn)} pairs; dashed: no engagement of the pair was held.{rest}"
    any_link = bool(links) or any(tie.href for tie in drawn)
    return picture(key, title, described, (width, height), content, links=any_link)


def strongest(ties: Iterable[Tie], centre: str | None = None) -> list[Tie]:
    """Return the ties among the parties with the most engagements, each pair once; a tie to oneself is none."""
    pairs: dict[tuple[str, str], Tie] = {}
    for tie in ties:
        a, b = sorted((tie.a, tie.b))
        old = pairs.get((a, b))
        if a != b:
            pairs[a, b] = Tie(
                a=a,
                b=b,
                count=tie.count + (old.count if old else 0),
                held=tie.held + (old.held if old else 0),
                href=min(filter(None, (tie.href, old.href if old else None)), default=None),
            )
    weight: dict[str, int] = {}
    for tie in pairs.values():
        for name in (tie.a, tie.b):
            weight[name] = weight.get(name, 0) + tie.count
    kept = set(sorted(weight, key=lambda n: (n != centre, -weight[n], n))[:MOST])
    return sorted((t for t in pairs.values() if {t.a, t.b} <= kept), key=lambda t: (t.a, t.b))


def ring(ties: Sequence[Tie]) -> list[str]:
    """Return the parties in an order in which those who engage one another stand close: fewer lines cross.

    From the busiest one on, next comes whoever is tied most to those that stand already; ties are broken by name.
    """
    shared: dict[str, dict[str, int]] = {}
    for tie in ties:
        shared.setdefault(tie.a, {})[tie.b] = tie.count
        shared.setdefault(tie.b, {})[tie.a] = tie.count
    left = sorted(shared, key=lambda n: (-sum(shared[n].values()), n))
    order = left[:1]
    while len(order) < len(left):
        last = order[-1]
        others = [name for name in left if name not in order]
        order.append(min(others, key=lambda n: (-shared[n].get(last, 0), -sum(shared[n].get(o, 0) for o in order), n)))
    return order


def placed(names: Sequence[str], width: float) -> list[Node]:
    """Return the nodes on an ellipse, labels outside of it, never two on the same stretch of a line."""
    half = (len(names) + 1) // 2
    room = min(width * 0.3, max(map(breadth, names)) + 12)
    tall = max(90.0, half * LINE * 0.8)
    across = max(40.0, min(width / 2 - room - 10, tall * 1.7))
    middle = tall + LINE * 1.5
    nodes = []
    for number, name in enumerate(names):
        turn = 2 * pi * (number + 0.5) / len(names) - pi / 2
        x, y = width / 2 + across * cos(turn), middle + tall * sin(turn)
        right = cos(turn) >= 0
        nodes.append((name, x, y, right))
    levels: dict[str, float] = {}
    for side in (True, False):
        levels |= _spread([(name, y) for name, _, y, right in nodes if right is side])
    return [
        Node(
            name=name,
            x=x,
            y=y,
            words=shortened(name, width / 2 - across - 12),
            at=width / 2 + (across + 12 if right else -across - 12),
            level=levels[name] + SIZE / 3,
            anchor="start" if right else "end",
        )
        for name, x, y, right in nodes
    ]


def _spread(wanted: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Return the levels of one column of labels: as near as may be to those wanted, at least a line apart."""
    ordered = sorted(wanted, key=lambda one: (one[1], one[0]))
    found: list[float] = []
    for _, level in ordered:
        found.append(max(level, found[-1] + LINE) if found else max(level, SIZE))
    return {name: level for (name, _), level in zip(ordered, found, strict=True)}


def _tie(tie: Tie, at: Mapping[str, Node], heaviest: int) -> str:
    a, b = at[tie.a], at[tie.b]
    thick = 1 + 5 * (tie.count - 1) / max(1, heaviest - 1)
    said = f"{tie.a} and {tie.b}: {tie.count} engagement{'s' if tie.count != 1 else ''}, {tie.held} held or under way"
    line = tag("line", x1=a.x, y1=a.y, x2=b.x, y2=b.y, stroke="currentColor", stroke_width=thick,
               class_="tie-held" if tie.held else "tie-open", stroke_dasharray=None if tie.held else "6 4")  # fmt: skip
    reach = tag("line", x1=a.x, y1=a.y, x2=b.x, y2=b.y, class_="tie-reach", stroke="transparent", stroke_width=12)
    return linked(tie.href, tooltip(said), line, reach, name=said)


def _node(node: Node, href: str | None, central: bool) -> str:
    dot = tag("circle", cx=node.x, cy=node.y, r=7 if central else 5, class_="node")
    edge = node.at - 4 if node.anchor == "start" else node.at + 4
    leader = tag("line", x1=node.x, y1=node.y, x2=edge, y2=node.level - SIZE / 3, class_="picture-grid",
                 stroke="currentColor")  # fmt: skip
    weight = "600" if central else None
    words = lettering(node.words, node.at, node.level, text_anchor=node.anchor, font_weight=weight)
    return linked(href, tooltip(node.name), leader, dot, words, name=node.name)

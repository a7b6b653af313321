"""PICTURES: data in, SVG out. Pure functions without scripts or inline styles; a table of the same data stands beside.

Each picture is drawn at the width that is asked for: a page draws it once for a desk and once for a narrow screen.
"""

from communique.web.pictures.curves import Mark, curve
from communique.web.pictures.networks import Tie, network
from communique.web.pictures.timelines import Bar, timeline

__all__ = ["Bar", "Mark", "Tie", "curve", "network", "timeline"]

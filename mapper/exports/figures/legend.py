"""What the signs of the map mean, beside it, and the figures of areas."""

import textwrap
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from mapper.exports.figures import paper
from mapper.exports.figures.words import Words

__all__ = ["write_legend"]

_LETTER = 7.0  # points of a letter
# Areas whose figures are listed.
_LISTED = 14


def write_legend(
    figure: Figure,
    axes: Any,
    sizes: list[tuple[int, float]],
    areas: Any,
    words: Words,
    *,
    flows: bool,
) -> None:
    """Write the legend beside the map: to its right, in Arabic to its left.

    Parameters
    ----------
    figure, axes : Figure, Axes
        The sheet, and the map on it.
    sizes : list of (int, float)
        Numbers of dead and the radius of their circles in degrees of longitude.
    areas : GeoDataFrame
        Incidents that stand for an area.
    words : Words
        The language.
    flows : bool
        Whether there are arrows.
    """
    signs: list[tuple[Any, str]] = []
    (x0, _), (x1, _) = axes.transData.transform([(0, 0), (1, 0)])
    points_per_degree = (x1 - x0) * 72 / figure.dpi
    largest = 0.0
    for number, radius in sizes:
        size = 2 * radius * points_per_degree
        largest = max(largest, size * 0.75)
        disc = Line2D([], [], ls="", marker="o", ms=size, color=paper.DEATHS, mec="white")
        signs.append((disc, words("{number} killed, at least", number=f"{number:,}")))
    if sizes:
        ring = Line2D([], [], ls="", marker="o", ms=9, mfc="none", color=paper.DEATHS)
        signs.append((ring, words("ring: killed, at most (none if open)")))
    if len(areas):
        hatched = Patch(fc="none", ec=paper.REGION, ls="--", hatch="////", alpha=0.6)
        signs.append((hatched, words("somewhere in this area")))
    if flows:
        people = Line2D([], [], color=paper.FLIGHT, lw=2)
        households = Line2D([], [], color=paper.FLIGHT, lw=2, ls=(0, (3, 1.5)))
        signs += [
            (people, words("people fled; no head: nobody said where")),
            (households, words("households fled")),
        ]
    place = axes.get_position()
    beside = place.x0 - 0.015 if words.mirrored else place.x1 + 0.015
    if signs:
        figure.legend(
            *zip(*signs, strict=True),
            loc="upper right" if words.mirrored else "upper left",
            bbox_to_anchor=(beside, 0.885),
            markerfirst=not words.mirrored,
            fontsize=_LETTER,
            frameon=False,
            # No disc reaches into the next one.
            labelspacing=max(1.7, largest / _LETTER - 1.6),
            handlelength=4,
            handleheight=1.6,
        )
    _list_areas(figure, areas, beside + (-0.01 if words.mirrored else 0.01), words)


def _list_areas(figure: Figure, areas: Any, x: float, words: Words) -> None:
    told = areas.sort_values("deaths_best", ascending=False, kind="stable", na_position="last")
    rows = told.drop_duplicates("place_id").to_dict("records")
    if not rows:
        return
    lines = [
        f"{words.place(row['place_name'], row['place_id'])}: {words.figure(row, 'deaths')}"
        for row in rows[:_LISTED]
    ]
    if len(rows) > _LISTED:
        lines.append(words("… and {number} more areas", number=len(rows) - _LISTED))
    text = "\n".join(textwrap.shorten(paper.lines(line), 50, placeholder=" …") for line in lines)
    heading = words("Killed, in areas (the largest figure of each)")
    side = "right" if words.mirrored else "left"
    paper.write(figure, x, 0.52, heading, fontsize=7, fontweight="bold", ha=side)
    paper.write(figure, x, 0.495, text, fontsize=6.8, linespacing=1.5, ha=side)

"""What the signs of the map mean, beside it, and the figures of areas."""

import textwrap
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from mapper.exports.figures import paper
from mapper.exports.wording import figure_said

__all__ = ["write_legend"]

# Areas whose figures are listed.
_LISTED = 14


def write_legend(
    figure: Figure, axes: Any, sizes: list[tuple[int, float]], areas: Any, *, flows: bool
) -> None:
    """Write the legend to the right of the map.

    Parameters
    ----------
    figure, axes : Figure, Axes
        The sheet, and the map on it.
    sizes : list of (int, float)
        Numbers of dead and the radius of their circles in degrees of longitude.
    areas : GeoDataFrame
        Incidents that stand for an area.
    flows : bool
        Whether there are arrows.
    """
    signs: list[tuple[Any, str]] = []
    (x0, _), (x1, _) = axes.transData.transform([(0, 0), (1, 0)])
    points_per_degree = (x1 - x0) * 72 / figure.dpi
    for number, radius in sizes:
        size = 2 * radius * points_per_degree
        disc = Line2D([], [], ls="", marker="o", ms=size, color=paper.DEATHS, mec="white")
        signs.append((disc, f"{number:,} killed, at least"))
    if sizes:
        ring = Line2D([], [], ls="", marker="o", ms=9, mfc="none", color=paper.DEATHS)
        signs.append((ring, "ring: killed, at most (none if open)"))
    if len(areas):
        hatched = Patch(fc="none", ec=paper.REGION, ls="--", hatch="////", alpha=0.6)
        signs.append((hatched, "somewhere in this area"))
    if flows:
        people = Line2D([], [], color=paper.FLIGHT, lw=2)
        households = Line2D([], [], color=paper.FLIGHT, lw=2, ls=(0, (3, 1.5)))
        signs += [
            (people, "people fled; no head: nobody said where"),
            (households, "households fled"),
        ]
    right = axes.get_position().x1 + 0.015
    if signs:
        figure.legend(
            *zip(*signs, strict=True),
            loc="upper left",
            bbox_to_anchor=(right, 0.885),
            fontsize=7,
            frameon=False,
            labelspacing=1.7,
            handlelength=4,
            handleheight=1.6,
        )
    _list_areas(figure, areas, right + 0.01)


def _list_areas(figure: Figure, areas: Any, x: float) -> None:
    told = areas.sort_values("deaths_best", ascending=False, kind="stable", na_position="last")
    rows = told.drop_duplicates("place_id").to_dict("records")
    if not rows:
        return
    lines = [f"{row['place_name']}: {figure_said(row, 'deaths')}" for row in rows[:_LISTED]]
    if len(rows) > _LISTED:
        lines.append(f"… and {len(rows) - _LISTED} more areas")
    text = "\n".join(textwrap.shorten(paper.lines(line), 50, placeholder=" …") for line in lines)
    heading = "Killed, in areas (the largest figure of each)"
    paper.write(figure, x, 0.52, heading, fontsize=7, fontweight="bold")
    paper.write(figure, x, 0.495, text, fontsize=6.8, linespacing=1.5)

"""When: incidents as bars over the days they may have happened in."""

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num, num2date
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from mapper.exports.figures import paper
from mapper.exports.figures.words import Words
from mapper.exports.wording import known

__all__ = ["draw_timeline"]

_MOST = 24


def draw_timeline(figure: Figure, tables: Mapping[str, Any], title: str, words: Words) -> None:
    """Draw incidents by the day they began; the last day is included.

    A bar is the time within which it happened, not how long it took. Where there is no room for all,
    those with the most dead are drawn, and the others counted.
    """
    incidents = pd.DataFrame(tables["incidents"].drop(columns="geometry"))
    dated = incidents[incidents[["period_start", "period_end"]].notna().any(axis=1)]
    shown = dated.nlargest(_MOST, "deaths_best", keep="first") if len(dated) > _MOST else dated
    shown = shown.sort_values(["period_start", "period_end", "incident_id"], na_position="first")
    axes = figure.add_axes((0.04 if words.mirrored else 0.36, 0.17, 0.6, 0.7))
    for row, record in enumerate(shown.to_dict("records")):
        _bar(axes, row, record, words)
    if words.mirrored:
        axes.invert_xaxis()
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_yticks([])
    locator = AutoDateLocator(minticks=2, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(
        # The library knows no month in Arabic.
        FuncFormatter(lambda number, _: words.tick(pd.Timestamp(num2date(number))))
        if words.mirrored
        else ConciseDateFormatter(locator)
    )
    axes.tick_params(labelsize=7)
    axes.grid(axis="x", color=paper.ADMIN, linewidth=0.4)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    notes = [words("A bar spans the days within which it happened, both ends included.")]
    if left := len(incidents) - len(dated):
        notes.append(words("{number} incidents have no date and are not shown.", number=left))
    if left := len(dated) - len(shown):
        notes.append(words("{number} more incidents, with fewer dead, are not shown.", number=left))
    if parts := int(shown["contained_in"].notna().sum()):
        notes.append(
            words(
                "{number} of them (in grey) are parts of others: they must not be added.",
                number=parts,
            )
        )
    span = words.days(shown["period_start"].min(), shown["period_end"].max())
    paper.head_and_foot(
        figure, tables, title or words("Deaths by day, as reported"), f"{span}.", words, notes=notes
    )


def _bar(axes: Any, row: int, record: Mapping[Any, Any], words: Words) -> None:
    start, end = record["period_start"], record["period_end"]
    first = date2num(start if known(start) else end)
    last = date2num(end if known(end) else start) + 1
    part = known(record["contained_in"])
    axes.barh(
        row,
        last - first,
        left=first,
        height=0.55,
        color=paper.COAST if part else paper.DEATHS,
        # An end that nobody named stays open.
        hatch=None if known(start) and known(end) else "////",
        edgecolor="white",
        linewidth=0.4,
    )
    place = words.place(record["place_name"], record["place_id"])
    told = f"{textwrap.shorten(paper.lines(place), 36, placeholder=' …')}: {words.figure(record, 'deaths')}"
    paper.write(
        axes,
        1.015 if words.mirrored else -0.015,
        row,
        told,
        transform=axes.get_yaxis_transform(),
        ha="left" if words.mirrored else "right",
        va="center",
        fontsize=7,
    )

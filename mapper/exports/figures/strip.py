"""How far voices are apart: one row a voice, from the least to the most it says."""

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from mapper.exports.figures import paper
from mapper.exports.wording import figure_said, known
from mapper.reconciliation.disagreement import Disagreement, disagreement
from mapper.schema import split

__all__ = ["draw_disagreement"]

_MOST = 22


def draw_disagreement(figure: Figure, tables: Mapping[str, Any], title: str) -> None:
    """Draw what the voices say of the killed at the place that most of them speak of.

    Figures that may stand on one axis are dark, others grey with the reason; a figure that is open at
    its upper end has an arrow.
    """
    claims = tables["claims"]
    place = _most_spoken_of(claims)
    if place is None:
        paper.head_and_foot(
            figure,
            tables,
            title or "What the voices say",
            "Nobody gives a number of dead.",
            notes=[],
        )
        return
    found = disagreement(claims, place)
    rows = found.voices.head(_MOST).to_dict("records")
    axes = figure.add_axes((0.4, 0.2, 0.5, 0.66))
    for row, record in enumerate(rows):
        _draw(axes, row, record)
    if found.low is not None:
        axes.axvspan(
            found.low,
            found.high if found.high is not None else axes.get_xlim()[1],
            color=paper.SEA,
            zorder=0,
            lw=0,
        )
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(left=0)
    axes.set_yticks([])
    axes.tick_params(labelsize=7)
    axes.xaxis.set_major_formatter(lambda number, _: f"{number:,.0f}")
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    names = dict(zip(claims["place_id"], claims["place_name"], strict=True))
    name = names.get(place)
    notes = list(found.notes)
    if left := len(found.voices) - len(rows):
        notes.append(f"{left} more figures are not shown.")
    paper.head_and_foot(
        figure,
        tables,
        title or f"Killed, {name if known(name) else place}: what each voice says",
        _envelope(found),
        notes=notes,
    )


def _most_spoken_of(claims: Any) -> str | None:
    """Return the place of which most voices give a number of dead; ties to the first by id."""
    counted = claims[
        (claims["measure"] == "killed") & claims[["count_low", "count_best"]].notna().any(axis=1)
    ]
    pairs = pd.DataFrame(counted[["place_id", "voice"]].dropna())
    if pairs.empty:
        return None
    voices = pairs.groupby("place_id")["voice"].nunique().sort_index()
    return str(voices.idxmax())


def _draw(axes: Any, row: int, record: Mapping[Any, Any]) -> None:
    colour = paper.DEATHS if record["comparable"] else paper.COAST
    low, best, high = record["low"], record["best"], record["high"]
    ends = [float(end) for end in (low, best, high) if known(end)]
    if not ends:
        return
    axes.plot([min(ends), max(ends)], [row, row], color=colour, lw=2.2, solid_capstyle="butt")
    if not known(high) and known(low):
        axes.annotate(
            "",
            (min(ends), row),
            (18, 0),
            textcoords="offset points",
            arrowprops={"arrowstyle": "<-", "color": colour, "lw": 1.2},
        )
    if known(best):
        axes.plot(float(best), row, marker="o", ms=5, color=colour, mec="white", mew=0.6)
    said = figure_said({f"n_{end}": record[end] for end in ("low", "best", "high")}, "n")
    group = f", {record['group']}" if known(record["group"]) else ""
    as_of = ""
    for column, word in (("as_of", "said"), ("counts_to", "as of")):
        if known(record.get(column)):
            as_of = f", {word} {record[column]:%Y-%m-%d}"
    voice = ", ".join(split(record["voice"])) or "voice unknown"
    words = (
        f"{voice}: {said}\n{textwrap.shorten(paper.lines(group[2:] + as_of), 58, placeholder=' …')}"
    )
    paper.write(
        axes, -0.02, row, words, transform=axes.get_yaxis_transform(), ha="right", va="center",
        fontsize=6.8, color=paper.INK if record["comparable"] else paper.SOFT,
    )  # fmt: skip


def _envelope(found: Disagreement) -> str:
    if found.low is None:
        return "No two figures may stand on one axis."
    upper = "open" if found.high is None else f"{found.high:,}"
    return (
        f"Shaded: from the least to the most that comparable figures say, {found.low:,} to {upper}."
    )

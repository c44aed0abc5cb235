"""How far voices are apart: one row a voice, from the least to the most it says."""

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from mapper.exports.figures import paper
from mapper.exports.figures.words import Words
from mapper.exports.wording import known
from mapper.reconciliation.disagreement import Disagreement, disagreement

__all__ = ["draw_disagreement"]

_MOST = 22


def draw_disagreement(figure: Figure, tables: Mapping[str, Any], title: str, words: Words) -> None:
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
            title or words("What the voices say"),
            words("Nobody gives a number of dead."),
            words,
            notes=[],
        )
        return
    found = disagreement(claims, place)
    rows = found.voices.head(_MOST).to_dict("records")
    axes = figure.add_axes((0.1 if words.mirrored else 0.4, 0.2, 0.5, 0.66))
    for row, record in enumerate(rows):
        _draw(axes, row, record, words)
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
    if words.mirrored:
        axes.invert_xaxis()
    axes.set_yticks([])
    axes.tick_params(labelsize=7)
    axes.xaxis.set_major_formatter(lambda number, _: f"{number:,.0f}")
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    names = dict(zip(claims["place_id"], claims["place_name"], strict=True))
    name = names.get(place)
    notes = list(found.notes)
    if left := len(found.voices) - len(rows):
        notes.append(words("{number} more figures are not shown.", number=left))
    paper.head_and_foot(
        figure,
        tables,
        title
        or words(
            "Killed, {place}: what each voice says",
            place=words.place(name if known(name) else place, place),
        ),
        _envelope(found, words),
        words,
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


def _draw(axes: Any, row: int, record: Mapping[Any, Any], words: Words) -> None:
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
            (-18 if words.mirrored else 18, 0),
            textcoords="offset points",
            arrowprops={"arrowstyle": "<-", "color": colour, "lw": 1.2},
        )
    if known(best):
        axes.plot(float(best), row, marker="o", ms=5, color=colour, mec="white", mew=0.6)
    said = words.figure({f"n_{end}": record[end] for end in ("low", "best", "high")}, "n")
    group = str(record["group"]) if known(record["group"]) else ""
    as_of = ""
    for column, phrase in (("as_of", "said {day}"), ("counts_to", "as of {day}")):
        if known(record.get(column)):
            as_of = words(phrase, day=words.day(record[column]))
    more = words.comma.join(part for part in (group, as_of) if part)
    told = f"{words.voices(record['voice'])}: {said}\n"
    told += textwrap.shorten(paper.lines(more), 58, placeholder=" …")
    x, side = (1.02, "left") if words.mirrored else (-0.02, "right")
    paper.write(
        axes, x, row, told, transform=axes.get_yaxis_transform(), ha=side, va="center",
        fontsize=6.8, color=paper.INK if record["comparable"] else paper.SOFT,
    )  # fmt: skip


def _envelope(found: Disagreement, words: Words) -> str:
    if found.low is None:
        return words("No two figures may stand on one axis.")
    return words(
        "Shaded: from the least to the most that comparable figures say, {low} to {high}.",
        low=f"{found.low:,}",
        high=words("open") if found.high is None else f"{found.high:,}",
    )

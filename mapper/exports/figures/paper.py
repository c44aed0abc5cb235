"""The sheet a figure stands on: fonts, words as they are, sources, disclaimer, the same bytes."""

import textwrap
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from mapper.exports.figures.words import Words
from mapper.exports.wording import one_line
from mapper.schema import split

__all__ = [
    "ADMIN",
    "BORDER",
    "COAST",
    "DEATHS",
    "FLIGHT",
    "INK",
    "LAND",
    "REGION",
    "SEA",
    "SOFT",
    "head_and_foot",
    "lines",
    "save",
    "sheet",
    "write",
]

# Quiet, legible in grey, and the same as on the page.
INK, SOFT = "#22262b", "#5a636e"
SEA, LAND, COAST, BORDER, ADMIN = "#dfe7ec", "#f7f6f2", "#8fa1ad", "#76797d", "#c3c6c9"
DEATHS, REGION, FLIGHT = "#2b2e38", "#4b5163", "#1f6f78"

_DISCLAIMER = "The boundaries and names shown do not imply endorsement or acceptance by anyone."

_STYLE: Mapping[Any, Any] = {
    # DejaVu comes with matplotlib, and has Arabic; matplotlib shapes it.
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "text.color": INK,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": SOFT,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "hatch.linewidth": 0.6,
    "svg.hashsalt": "incident-mapper",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}

# What a format stamps with the clock or the version of a library.
_METADATA: Mapping[str, dict[str, Any]] = {
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None},
}


@contextmanager
def sheet(width: float, height: float) -> Iterator[Figure]:
    """Give a figure of this size in inches, in our style, bound to no screen."""
    with mpl.rc_context(dict(_STYLE)):
        yield Figure(figsize=(width, height), facecolor="white")


def save(figure: Figure, path: Path) -> None:
    """Write a figure as its suffix says, the same bytes each time."""
    with warnings.catch_warnings():
        # A character that no font has is drawn as a box, and the words stand in the tables.
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")
        figure.savefig(path, dpi=200, metadata=_METADATA[path.suffix.lower()])


def write(target: Any, x: float, y: float, text: str, **options: Any) -> Any:
    """Write words as they are: no formula, no direction mark, no control character."""
    options.setdefault("va", "top")
    return target.text(x, y, lines(text), parse_math=False, **options)


def lines(text: object, width: int = 0) -> str:
    """Return a text that can be drawn; broken into lines of ``width`` characters, if given."""
    parts = [one_line(part) for part in str(text).splitlines()]
    if width:
        parts = [line for part in parts for line in textwrap.wrap(part, width) or [""]]
    return "\n".join(parts)


def head_and_foot(
    figure: Figure,
    tables: Mapping[str, Any],
    title: str,
    subtitle: str,
    words: Words,
    *,
    notes: list[str],
    credit: str = "",
) -> None:
    """Write title, subtitle, notes, sources, credit and the disclaimer around what is drawn."""
    per_line = int(figure.get_figwidth() * 17)
    x, side = (0.96, "right") if words.mirrored else (0.04, "left")
    write(figure, x, 0.975, lines(title, per_line // 2), fontsize=14, fontweight="bold", ha=side)
    write(figure, x, 0.925, lines(subtitle, per_line), fontsize=8.5, color=SOFT, ha=side)
    told = [*notes, _sources(tables, words), credit, words(_DISCLAIMER)]
    text = "\n".join(lines(line, per_line) for line in told if line)
    write(figure, x, 0.025, text, fontsize=6.5, color=SOFT, va="bottom", ha=side, linespacing=1.35)


def _sources(tables: Mapping[str, Any], words: Words) -> str:
    voices = sorted({voice for cell in tables["claims"]["voice"].dropna() for voice in split(cell)})
    relays = sorted(set(tables["reports"]["publisher"].dropna()))
    parts = [("Said by {names}", voices), ("published by {names}", relays)]
    told = [
        words(what, names=words.listed(dict.fromkeys(words.voices(name) for name in names)))
        for what, names in parts
        if names
    ]
    return ("؛ " if words.mirrored else "; ").join(told) + "." if told else ""

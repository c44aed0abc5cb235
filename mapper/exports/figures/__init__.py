"""Figures for print: a map, a timeline, the disagreement of voices, as PNG, SVG or PDF."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mapper.errors import MissingExtraError

__all__ = ["FIGURES", "LANGUAGES", "write_figure"]

LANGUAGES = ("en", "ar")
FIGURES = ("timeline", "disagreement", "map")

# A4 on its side, in inches.
_WIDTH, _HEIGHT = 11.69, 8.27


def write_figure(
    tables: Mapping[str, Any], path: Path, title: str = "", *, language: str = "en"
) -> list[str]:
    """Draw a case on one sheet.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables of a case with all their columns.
    path : Path
        ``.png``, ``.svg`` or ``.pdf``. The figure is the one of `FIGURES` that the file is named
        after (``timeline.svg``, ``coast-disagreement.pdf``), else the map.
    title : str
        Heads the sheet; by default the figure says what it is.
    language : str
        ``en``, or ``ar``: then the sheet runs from right to left. Words of reports stay theirs.

    Returns
    -------
    list of str
        Nothing: what is not drawn is said on the sheet.

    Raises
    ------
    MissingExtraError
        If matplotlib is not installed.
    """
    kind = next((one for one in FIGURES if one in path.stem.lower()), "map")
    try:
        from mapper.exports.figures import mapping, paper, strip, timeline  # noqa: PLC0415 (an extra)
        from mapper.exports.figures.words import Words  # noqa: PLC0415
    except ImportError as error:
        if (error.name or "").split(".")[0] != "matplotlib":
            raise
        raise MissingExtraError("matplotlib", "figures", f"Writing {path.suffix}") from None
    draw: dict[str, Callable[[Any, Mapping[str, Any], str, Words], None]] = {
        "map": mapping.draw_map,
        "timeline": timeline.draw_timeline,
        "disagreement": strip.draw_disagreement,
    }
    with paper.sheet(_WIDTH, _HEIGHT) as figure:
        draw[kind](figure, tables, title, Words(language))
        paper.save(figure, path)
    return []

"""Delimited text -> a sheet: the delimiter, the header, and every row accounted for.

The rows are split by the standard library's reader, which tells how many cells each has; a quicker
parser fills up short rows without a word, and a cut-off file would pass as a whole one.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

import pandas as pd

from mapper.adapters.opening.limits import Limits, blocks, megabytes
from mapper.adapters.opening.sheet import Sheet, under
from mapper.adapters.refusing import refusals
from mapper.errors import TableError
from mapper.storage import decode

__all__ = ["read_delimited"]

_DELIMITERS = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}
_CHUNK = 20_000
# A database writes these for a cell in which nothing is.
_NULLS = frozenset(("", "NULL", "\\N"))


class _Lines(Protocol):
    """What the standard library's reader is, which has no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


def read_delimited(path: Path, limits: Limits) -> Sheet:
    """Return a CSV or TSV as a sheet.

    Rows with more or fewer cells than the header are refused with their line; in a file where more
    than one row in ten is short, they are rows whose last cells are empty.

    Raises
    ------
    TableError
        If there is no text, no header, or only one column.
    """
    text, encoding = decode(_read_bytes(path, limits), path.name)
    if not text.strip():
        raise TableError(f"{path.name} is empty; name a table with a header and rows")
    csv.field_size_limit(max(limits.line_bytes, 1 << 20))
    delimiter, width = _delimiter(text, path.name)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header, above = _header(lines, width)
    frame, wrong = _rows(lines, len(header), unclosed=text.count('"') % 2 == 1)
    sheet = Sheet.of(path.name, header, frame)
    tags = len(frame) - len(sheet.frame)
    wrong = [odd._replace(row=odd.row - tags) for odd in wrong]
    sheet.refused.append(_refused(wrong, path.name, len(header)))
    sheet.frame = sheet.frame.drop(index=[odd.row for odd in wrong], errors="ignore")
    if encoding not in ("utf-8", "utf-8-sig"):
        sheet.notes.append(f"{path.name} is read as {encoding}")
    expected = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
    if delimiter != expected:
        sheet.notes.append(f"{path.name} is delimited by {_DELIMITERS[delimiter]}s")
    if above:
        sheet.notes.append(f"{path.name} has {above} lines above its header")
    return sheet


def _read_bytes(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a text file, or refuse it when a line passes the limit.

    The lines are measured while reading, so that a line without an end is never held in memory.
    """
    parts: list[bytes] = []
    running = line = 0
    for block in blocks(path):
        first = block.find(b"\n")
        if first < 0:
            running += len(block)
        else:
            running += first
        if running > limits.line_bytes:
            raise TableError(
                f"{path.name}, line {line + 1}: longer than {megabytes(limits.line_bytes)} without a "
                "line end; this is no delimited table: name another format by its suffix, or mend the file"
            )
        if first >= 0:
            line += block.count(b"\n")
            running = len(block) - block.rfind(b"\n") - 1
        parts.append(block)
    return b"".join(parts)


def _delimiter(text: str, name: str) -> tuple[str, int]:
    """Return the delimiter that gives the most cells in most of the first rows, and their number."""
    start = text[: 1 << 18]
    best = (0, ",", 1)
    for delimiter in _DELIMITERS:
        widths = [
            len(row)
            for row in islice(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter), 50)
            if row
        ]
        if not widths:
            continue
        width = max(set(widths), key=lambda value: (widths.count(value) * (value > 1), value))
        score = widths.count(width) * width if width > 1 else 0
        if score > best[0]:
            best = (score, delimiter, width)
    if best[2] < 2:
        raise TableError(
            f"{name} has one column with every delimiter ({', '.join(_DELIMITERS.values())}); "
            "is it a table? A report is read with: mapper extract"
        )
    return best[1], best[2]


def _header(lines: _Lines, width: int) -> tuple[list[str], int]:
    """Return the first row as wide as most, and how many rows stand above it."""
    above, before = 0, list[str]()
    for row in islice(lines, 100):
        full = sum(bool(cell.strip()) for cell in row)
        if len(row) >= width and full * 2 > width:
            return under(before, row), above
        above += any(cell.strip() for cell in row)
        before = row
    raise TableError(f"none of the first 100 rows is a header of {width} columns")


class _Odd(NamedTuple):
    """A row with more or fewer cells than the header."""

    row: int
    line: int
    cells: int
    start: str


def _rows(lines: _Lines, width: int, *, unclosed: bool) -> tuple[pd.DataFrame, list[_Odd]]:
    """Return all rows, filled up or cut to the width, and those of them that must be refused."""
    chunks: list[pd.DataFrame] = []
    kept: list[list[str]] = []
    odd: list[_Odd] = []
    row, ended = 0, lines.line_num
    try:
        for cells in lines:
            line, ended = ended + 1, lines.line_num
            if not cells or (len(cells) == 1 and not cells[0].strip()):
                continue
            row += 1
            if len(cells) != width:
                if any(cell.strip() for cell in cells[width:]) or len(cells) < width:
                    odd.append(_Odd(row, line, len(cells), _start(cells)))
                cells = (cells + [""] * width)[:width]  # noqa: PLW2901  # the row, mended
            kept.append(cells)
            if len(kept) == _CHUNK:
                chunks.append(_frame(kept, width))
                kept = []
    except csv.Error as error:
        raise TableError(
            f"line {lines.line_num}: {error}; is the delimiter or a quote wrong?"
        ) from error
    chunks.append(_frame(kept, width))
    # Some writers leave out empty cells at the end of a row. The last row alone is short when a
    # file was cut off; and when no row fits the header, it is the header that does not fit.
    short = [entry for entry in odd if entry.cells < width and entry.row < row]
    if len(short) * 10 > row > len(odd):
        odd = [entry for entry in odd if entry not in set(short)]
    if unclosed and odd:
        odd[-1] = odd[-1]._replace(start=f"{odd[-1].start} (a quote is opened and never closed)")
    return pd.concat(chunks, ignore_index=True), odd


def _start(cells: list[str], most: int = 200) -> str:
    text = " | ".join(cells)
    return text if len(text) <= most else f"{text[:most]}…"


def _frame(rows: list[list[str]], width: int) -> pd.DataFrame:
    columns = zip(*rows, strict=True) if rows else [()] * width
    return pd.DataFrame({number: _cells(cells) for number, cells in enumerate(columns)})


def _cells(cells: Sequence[str]) -> "pd.Series[str]":
    """Return cells without the spaces around them, null where nothing is."""
    writings = set(cells)
    if len(writings) * 2 > len(cells):
        texts = [cell.strip() for cell in cells]
        return pd.Series([None if text in _NULLS else text for text in texts], dtype="str")
    stripped = {cell: cell.strip() for cell in writings}
    plain = {cell: None if text in _NULLS else text for cell, text in stripped.items()}
    return pd.Series([plain[cell] for cell in cells], dtype="str")


def _refused(wrong: list[_Odd], name: str, width: int) -> pd.DataFrame:
    return refusals(
        [
            {
                "report": name,
                "row": entry.row,
                "value": entry.start,
                "reason": f"line {entry.line}: {entry.cells} cells where the header has {width}",
                "way_out": "the file is cut off, or a quote or delimiter is wrong there: "
                "fetch it again or mend the line",
            }
            for entry in wrong
        ]
    )

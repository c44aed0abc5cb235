"""A table as bytes a page can draw from: numbers first, words when somebody asks for them.

A payload is one *block* of number arrays and any number of *chunks* of words. A block is
``header length (4 bytes), header (JSON), planes``; each array stands in it as byte planes, lowest
byte first, after its smallest value was taken off and, where that helps, as differences. A chunk
holds the words of `CHUNK` rows, column by column, as JSON. Blocks and chunks are deflated and in
base64, so that they can stand in a page. ``frontend/src/payload.js`` is the other half.
"""

import base64
import json
import os
import zlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapper.rendering.shapes import Shapes

__all__ = ["CHUNK", "NONE", "Lists", "Payload", "Table", "day_number"]

CHUNK = 1024
"""Rows whose words are packed together: what one click has to unpack."""

NONE = -(2**31)
"""What stands for null in an array of whole numbers."""

_LEVEL = 6

_PART = 16_384  # rows by which it is judged whether words repeat


@dataclass(frozen=True, slots=True)
class Payload:
    """What goes into the page: base64 texts, to be decoded by ``payload.js``."""

    block: str
    chunks: Sequence[str] = ()


class Lists(NamedTuple):
    """A list of whole numbers for each row: how long each is, and all of them one after the other."""

    sizes: npt.NDArray[np.int64]
    items: npt.NDArray[np.int64]


@dataclass
class Table:
    """Columns on their way into a page.

    Parameters
    ----------
    rows : int
        Number of rows.

    Examples
    --------
    >>> table = Table(2)
    >>> table.numbers("deaths_low", pd.array([3, None], dtype="Int64"))
    >>> table.codes("grade", ["weak", None])
    >>> len(table.packed().chunks)
    0
    """

    rows: int
    meta: dict[str, Any] = field(default_factory=dict)
    _arrays: list[dict[str, Any]] = field(default_factory=list)
    _planes: list[bytes] = field(default_factory=list)
    _dictionaries: dict[str, list[str]] = field(default_factory=dict)
    _words: dict[str, list[str | None]] = field(default_factory=dict)

    def array(
        self,
        name: str,
        values: npt.ArrayLike,
        *,
        delta: bool = False,
        nulls: bool = False,
        plus: str = "",
    ) -> None:
        """Add whole numbers within ±2³¹, shape (n,).

        ``delta`` is for those that change little from row to row, ``plus`` names an array to which
        these are to be added where it is known.
        """
        numbers = np.asarray(values, dtype=np.int64)
        if nulls:
            # The smallest code is null, so that a column of nulls is a column of zeros.
            known = numbers != NONE
            least = int(numbers[known].min()) if known.any() else 0
            codes = np.where(known, numbers - least + 1, 0)
        elif delta:
            least = 0
            steps = np.diff(numbers, prepend=np.int64(0))
            codes = (steps << 1) ^ (steps >> 63)
        else:
            least = int(numbers.min()) if len(numbers) else 0
            codes = numbers - least
        most = int(codes.max()) if len(codes) else 0
        width = max(1, (most.bit_length() + 7) // 8)
        planes = codes.astype("<u8").view(np.uint8).reshape(len(codes), 8).T[:width]
        self._planes.append(np.ascontiguousarray(planes).tobytes())
        self._arrays.append(
            {
                "name": name,
                "size": len(codes),
                "width": width,
                "least": least,
                "delta": delta,
                "nulls": nulls,
                "plus": plus,
            }
        )

    def numbers(self, name: str, values: Any) -> None:
        """Add whole numbers that may be null."""
        column = pd.array(values, dtype="Int64")
        self.array(name, column.to_numpy(dtype=np.int64, na_value=NONE), nulls=True)

    def days(self, name: str, values: Any) -> None:
        """Add days that may be null, as days since 1970-01-01."""
        days = np.asarray(values, dtype="datetime64[D]")
        numbers = days.astype(np.int64)
        self.array(name, np.where(np.isnat(days), NONE, numbers), nulls=True)

    def period(self, start: Any, end: Any) -> None:
        """Add ``period_start`` and ``period_end``, the end as days after the start: mostly none."""
        first, last = (np.asarray(days, dtype="datetime64[D]") for days in (start, end))
        self.days("period_start", first)
        base = np.where(np.isnat(first), 0, first.astype(np.int64))
        length = np.where(np.isnat(last), NONE, last.astype(np.int64) - base)
        self.array("period_end", length, nulls=True, plus="period_start")

    def codes(self, name: str, values: Any) -> None:
        """Add words of which there are few, as numbers into a list of them; 0 is null."""
        codes, words = pd.factorize(pd.Series(values), sort=False)
        self._coded(name, codes, words)

    def _coded(self, name: str, codes: npt.NDArray[np.int64], words: Any) -> None:
        self.array(name, codes + 1)
        self._dictionaries[name] = ["", *(str(word) for word in words)]

    def lists(self, name: str, lists: Lists) -> None:
        """Add a list of whole numbers for each row."""
        self.array(f"{name}.size", lists.sizes)
        self.array(f"{name}.items", lists.items, delta=True)

    def shapes(self, shapes: Shapes) -> None:
        """Add lines and areas, and for each row which of them is its own; 0 is none."""
        self.array("shape", shapes.codes)
        self.array("shapes.kind", shapes.kinds)
        self.array("shapes.rings", shapes.rings)
        self.array("shapes.sizes", shapes.sizes)
        self.array("shapes.x", shapes.x, delta=True)
        self.array("shapes.y", shapes.y, delta=True)

    def words(self, name: str, values: Any) -> None:
        """Add words that are looked up one row at a time, or as codes if there are few."""
        column = pd.Series(values).astype("str")
        # Of very many words a part tells as much: to count them all takes longer than to pack them.
        part = column.iloc[:: 1 + len(column) // _PART]
        if part.nunique() * 4 <= len(part) * 3:
            codes, words = pd.factorize(column, sort=False)
            if len(words) * 4 <= len(column):
                self._coded(name, codes, words)
                return
        self._words[name] = column.astype("object").where(column.notna(), None).tolist()

    def packed(self) -> Payload:
        """Return the table as base64, deflated on all cores; the order never depends on them."""
        header = {
            "rows": self.rows,
            "meta": self.meta,
            "arrays": self._arrays,
            "dictionaries": self._dictionaries,
            "words": list(self._words),
            "chunk": CHUNK,
        }
        head = _json(header)
        block = b"".join([len(head).to_bytes(4, "little"), head, *self._planes])
        starts = range(0, self.rows, CHUNK) if self._words else range(0)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            first = pool.submit(_deflated, block)
            chunks = list(pool.map(_packed_words, (_slice(self._words, at) for at in starts)))
            return Payload(first.result(), chunks)


def day_number(day: Any) -> int | None:
    """Return a day as a page has it, days since 1970-01-01; null if it is unknown.

    >>> day_number(pd.Timestamp("1970-02-01")), day_number(pd.NaT)
    (31, None)
    """
    return None if pd.isna(day) else (pd.Timestamp(day) - pd.Timestamp("1970-01-01")).days


def _slice(words: Mapping[str, list[str | None]], at: int) -> dict[str, list[str | None]]:
    return {name: values[at : at + CHUNK] for name, values in words.items()}


def _packed_words(words: Mapping[str, list[str | None]]) -> str:
    return _deflated(_json(words))


def _json(value: object) -> bytes:
    # A lone surrogate cannot be written as UTF-8, and no page can show it.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _deflated(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, _LEVEL)).decode("ascii")

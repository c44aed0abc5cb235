"""One table as it stands in its file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

__all__ = ["Sheet", "header_names", "under"]


@dataclass(slots=True)
class Sheet:
    """A table of text, before anybody asks what it means.

    Parameters
    ----------
    name : str
        The file's name; with the sheet's behind a colon where a file has several.
    frame : DataFrame
        Every column ``str``, null where the cell is empty; columns by their names in lower case,
        index the row of the table, from 1 (header and HXL tags do not count).
    sha256 : str
        Of the bytes handed in.
    number : int
        Its place among the sheets of its file, from 1.
    headers : dict of str to str
        Column -> its name as written.
    tags : dict of str to str
        Column -> its HXL tag, where the file has a row of them.
    geometry : Any
        GeoSeries in EPSG:4326 on the same index, where the format has one.
    refused : list of DataFrame
        Rows and cells that could not be read, as rows of the refused table.
    notes : list of str
        What was done to read it, for whoever asks.
    """

    name: str
    frame: pd.DataFrame
    sha256: str = ""
    number: int = 1
    headers: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    geometry: Any = None
    refused: list[pd.DataFrame] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def columns(self) -> frozenset[str]:
        """Names of the columns, lower case."""
        return frozenset(self.frame.columns)

    @property
    def report_id(self) -> str:
        """The id of the table as a report: by the bytes of its file, and which sheet of it."""
        return f"report:{self.sha256[:12]}" + (f"-{self.number}" if self.number > 1 else "")

    @property
    def written(self) -> dict[str, str]:
        """Column -> its name as written; as folded, where two are written alike."""
        names = {name: self.headers.get(name, name) for name in self.frame.columns}
        if len(set(names.values())) < len(names):
            return {name: name for name in names}
        return names

    @classmethod
    def of(cls, name: str, header: Sequence[str], frame: pd.DataFrame) -> "Sheet":
        """Return a frame of text with its header as a sheet: names folded, HXL tags taken out."""
        names = header_names(header)
        frame = frame.set_axis(names, axis="columns")
        sheet = cls(name, frame, headers=dict(zip(names, header, strict=True)))
        sheet._take_tags()  # its own
        sheet.frame.index = pd.RangeIndex(1, len(sheet.frame) + 1, name="row")
        return sheet

    def _take_tags(self) -> None:
        """Take a row of HXL tags, if there is one among the first, out of the frame."""
        if any(_is_tag(name) for name in self.headers.values()):
            self.tags = {name: tag for name, tag in self.headers.items() if _is_tag(tag)}
            return
        for position in range(min(3, len(self.frame))):
            cells = self.frame.iloc[position].dropna()
            tagged = sum(_is_tag(cell) for cell in cells)
            # Some publishers forget a # here and there; a row of data has no tag at all.
            if tagged >= 2 and tagged * 2 > len(cells):
                self.tags = {
                    str(name): f"#{str(tag).strip().lstrip('#')}" for name, tag in cells.items()
                }
                self.frame = self.frame.drop(index=self.frame.index[position])
                return


def under(above: Sequence[str | None], header: Sequence[str | None]) -> list[str]:
    """Return names with those of a wider row above, where they are told apart by it alone.

    A cell that is merged over several columns stands in the first of them.

    >>> under(["Date", "From", None, "To", None], [None, "Town", "Code", "Town", "Code"])
    ['Date', 'From Town', 'From Code', 'To Town', 'To Code']
    >>> under(["Table 1", None], ["Town", "Town"])
    ['Town', 'Town']
    """
    names = [str(name or "").strip() for name in header]
    over = [str(name or "").strip() for name in above][: len(names)]
    over += [""] * (len(names) - len(over))
    if sum(map(bool, over)) < 2:
        return names
    whole, group = [], ""
    for name, wider in zip(names, over, strict=True):
        group = wider or group
        if not name:
            group = ""
        both = f"{group} {name}" if name and names.count(name) > 1 else name
        whole.append((both or wider).strip())
    return whole


def header_names(header: Iterable[str]) -> list[str]:
    r"""Return names folded to lower case without marks around them, each only once.

    >>> header_names(["\ufeffID ", "Name", "name", ""])
    ['id', 'name', 'name.2', 'column 4']
    """
    names: list[str] = []
    for position, written in enumerate(header, start=1):
        plain = re.sub(r"[\ufeff\u200e\u200f\u202a-\u202e]", "", str(written or ""))
        base = re.sub(r"\s+", " ", plain).strip().strip("\"'").lower() or f"column {position}"
        name, number = base, 1
        while name in names:
            number += 1
            name = f"{base}.{number}"
        names.append(name)
    return names


def _is_tag(cell: object) -> bool:
    return (
        isinstance(cell, str)
        and re.fullmatch(r"\s*#[A-Za-z][A-Za-z0-9_]*(\s*\+\s*[A-Za-z][A-Za-z0-9_]*)*\s*", cell)
        is not None
    )

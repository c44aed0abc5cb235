"""The published schemas, and how a table is recognised as one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from mapper.adapters.opening import Sheet
from mapper.adapters.rows import Rows

__all__ = ["Schema", "Sniff", "columns", "recognise"]

# A header that a stray quote has run together with its rows is not shown whole.
_SHOWN = 40
_FIGURES = ("#affected", "#population", "#event", "#events", "#indicator")


def columns(names: str) -> tuple[str, ...]:
    """Return names of columns from a list with spaces between, as a codebook prints it.

    >>> columns("id best")
    ('id', 'best')
    """
    return tuple(names.split())


def _no_claims(rows: Rows) -> Sequence[pd.DataFrame]:
    """Return the claims of a table that only explains others: none."""
    del rows
    return []


@dataclass(frozen=True, slots=True)
class Schema:
    """A published schema and how its rows become claims.

    Parameters
    ----------
    name : str
        The word for ``--as``.
    title, publisher, url : str
        As its publisher calls itself and the table, and where it stands.
    licence : str
        Under which it may be used, and what its terms ask; carried along with every report.
    needs : tuple of tuple of str
        Columns without which it cannot be read; of each inner tuple, one is enough.
    known : frozenset of str
        All columns it is known to have, lower case.
    read : callable
        ``Rows -> frames of claims``, made by `mapper.adapters.drafting.draft`; left out for a table
        that only explains others.
    identified : bool
        Whether its rows have ids of their own.
    lasting : bool
        Whether an id means the same thing in every file of this schema, not in one file alone.
    mend : callable or None
        ``Sheet -> Sheet``, for releases that lack a header or wear another one.
    sensitivity : str
        The widest circle that its terms allow its rows to reach.
    tagged : bool
        Whether its columns are told by HXL tags, not by names.
    explains : str
        For a table that only explains others: what its rows are for.
    """

    name: str
    title: str
    publisher: str
    url: str
    licence: str
    needs: tuple[tuple[str, ...], ...]
    known: frozenset[str]
    read: Callable[[Rows], Sequence[pd.DataFrame]] = _no_claims
    identified: bool = True
    lasting: bool = True
    mend: Callable[[Sheet], Sheet] | None = None
    sensitivity: str = "public"
    tagged: bool = False
    explains: str = ""

    def mended(self, sheet: Sheet) -> Sheet:
        """Return the sheet with the header that this schema would have given it."""
        if sheet.name.endswith(".shp"):
            sheet = self._full_names(sheet)
        return self.mend(sheet) if self.mend else sheet

    def _full_names(self, sheet: Sheet) -> Sheet:
        """Give columns their whole names again, which a shapefile cuts at ten letters."""
        names: dict[str, str] = {}
        for known in sorted(self.known):
            cut = known[:10]
            if len(known) > 10 and cut in sheet.columns and known not in sheet.columns:
                # Of several names that were cut alike, none is sure.
                names[cut] = "" if cut in names else known
        names = {cut: known for cut, known in names.items() if known}
        headers = {names.get(name, name): header for name, header in sheet.headers.items()}
        return replace(sheet, frame=sheet.frame.rename(columns=names), headers=headers)

    def missing(self, sheet: Sheet) -> list[str]:
        """Return the needed columns that are not there."""
        if self.tagged and not any(tag.startswith(_FIGURES) for tag in sheet.tags.values()):
            return ["a row of HXL tags with a figure"]
        return [" or ".join(names) for names in self.needs if not sheet.columns.intersection(names)]


@dataclass(frozen=True, slots=True)
class Sniff:
    """Which schema a sheet has, and why.

    Parameters
    ----------
    sheet : str
        The file, and the sheet where it has several.
    schema : str
        The schema's name; empty if none fits.
    reason : str
        One sentence for a reader.
    """

    sheet: str
    schema: str
    reason: str


def recognise(sheet: Sheet, schemas: Sequence[Schema]) -> tuple[Schema | None, Sheet, str]:
    """Return the schema of a sheet, the sheet with its header mended, and why.

    Of those whose needed columns are all there, the one with the most needed columns wins, then the
    one that knows most of the sheet's columns.
    """
    best: tuple[int, int, int] = (0, 0, 0)
    found: tuple[Schema, Sheet] | None = None
    for place, schema in enumerate(schemas):
        mended = schema.mended(sheet)
        if schema.missing(mended):
            continue
        score = (len(schema.needs), len(mended.columns & schema.known), -place)
        if found is None or score > best:
            best, found = score, (schema, mended)
    if found is None:
        return None, sheet, _nearest(sheet, schemas)
    schema, mended = found
    if schema.tagged:
        some = ", ".join(list(mended.tags.values())[:6])
        return (
            schema,
            mended,
            f"{schema.title}: {len(mended.tags)} of its columns are tagged ({some})",
        )
    needed = ", ".join(
        next(name for name in names if name in mended.columns) for names in schema.needs
    )
    known = len(mended.columns & schema.known)
    return (
        schema,
        mended,
        (
            f"{schema.title}: it has {needed}; {known} of its {len(mended.columns)} columns are known"
            + (
                "; the file has no header"
                if mended is not sheet and "no header" in mended.notes
                else ""
            )
        ),
    )


def _nearest(sheet: Sheet, schemas: Sequence[Schema]) -> str:
    columns = sheet.columns
    near = max(schemas, key=lambda schema: len(columns & schema.known) / max(len(schema.known), 1))
    shown = ", ".join(name[:_SHOWN] for name in list(sheet.headers.values())[:8])
    if len(columns & near.known) < 2:
        return f"no schema has its columns ({shown})"
    return f"{near.title} is nearest, but it lacks the column {'; the column '.join(near.missing(sheet))}"

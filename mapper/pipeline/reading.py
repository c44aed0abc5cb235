"""Reports and tables in, their claims out."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from mapper import adapters, extraction
from mapper.pipeline.inputs import passed_over, sorted_out
from mapper.pipeline.progress import Progress, silent
from mapper.schema import CLAIMS, REFUSED, REPORTS, TEXTS, conform, texts_of

__all__ = ["Tables", "gather", "read"]

Tables = dict[str, Any]

# Reports read at once: a table takes as long to make for one as for some.
_LOT = 32


def read(*inputs: str | Path, **metadata: Any) -> gpd.GeoDataFrame:
    """Read reports and published tables into claims, one row a claim.

    Parameters
    ----------
    *inputs : str or Path
        Reports (``.txt``, ``.md``, ``.html``, ``.pdf``), published tables, folders of them, or ``-``
        for a report on standard input.
    **metadata
        ``publisher``, ``published``, ``language``, ``url``, ``licence``, ``title`` of reports that do
        not say it themselves, and ``schema`` of tables that are not recognised.

    Returns
    -------
    GeoDataFrame
        The claims table, not yet geocoded. What was refused, with the reasons, is in the tables that
        `gather` returns.

    Raises
    ------
    InputError
        If an input is missing or cannot be read.

    Examples
    --------
    >>> import mapper
    >>> from mapper.example import REPORT
    >>> claims = mapper.read(REPORT)
    >>> (claims["voice"] == "Amnesty International").sum() > 0
    np.True_
    """
    return gather(inputs, **metadata)["claims"]


def gather(
    inputs: Iterable[str | Path],
    *,
    schema: str | None = None,
    progress: Progress = silent,
    **metadata: Any,
) -> Tables:
    """Read reports and tables into claims, reports, texts and refusals.

    Parameters
    ----------
    inputs : iterable of str or Path
        As in `read`.
    schema : str, optional
        The published schema of the tables, where they are not to be recognised.
    progress : callable, optional
        Called with the step, how much is done and how much there is.
    **metadata
        What the reports do not say themselves.

    Returns
    -------
    dict of str to DataFrame
        ``reports``, ``texts``, ``claims`` and ``refused``, in the order of the inputs: claims in are
        ``claims`` and ``refused``.
    """
    texts, tables, others = sorted_out(inputs)
    readings: list[Tables] = [{REFUSED.name: passed_over(others)}] if others else []
    for done in range(0, len(texts), _LOT):
        progress("reading reports", done, len(texts))
        lot = texts[done : done + _LOT]
        reports = [extraction.read_report(path, otherwise=metadata) for path in lot]
        readings.append({**extraction.extract(reports)._asdict(), TEXTS.name: texts_of(reports)})
    if tables:
        progress("reading tables", 0, len(tables))
        readings.append(adapters.read(tables, schema=schema)._asdict())
    return _together(readings)


def _together(readings: Sequence[Tables]) -> Tables:
    """Return several readings as one; the same bytes handed in twice tell their claims once."""
    together = {}
    for table in (REPORTS, TEXTS, CLAIMS, REFUSED):
        frames = [reading[table.name] for reading in readings if table.name in reading]
        rows = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
        if table.key and frames:
            rows = rows.drop_duplicates(table.key, ignore_index=True)
        together[table.name] = conform(rows, table)
    return together

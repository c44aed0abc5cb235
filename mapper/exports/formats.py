"""The formats, by the ending of a file's name, and the one door to them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mapper.errors import InputError, OutputError
from mapper.exports.acled import write_acled
from mapper.exports.figures import LANGUAGES, write_figure
from mapper.exports.flowmap import write_flowmap
from mapper.exports.hxl import write_hxl
from mapper.exports.qgis import write_for_qgis
from mapper.exports.spatial import write_flatgeobuf, write_kml
from mapper.exports.summary import write_summary
from mapper.exports.ucdp import write_ucdp
from mapper.exports.workbook import write_workbook
from mapper.schema import TABLES, Table, conform_all
from mapper.storage import write_table, written_aside

__all__ = ["FORMATS", "Format", "export"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for ``--as``, the ending that stands for it, what it holds."""

    name: str
    ending: str
    holds: str
    write_case: Callable[[Mapping[str, Any], Path], list[str]] | None = None
    write_rows: Callable[[Any, Path, Table], list[str]] | None = None


def _table(frame: Any, path: Path, table: Table) -> list[str]:
    write_table(frame, path, table)
    return []


_FORMATS = (
    # The longer ending is looked for first.
    Format("hxl", ".hxl.csv", "incidents and flows under HXL hashtags", write_case=write_hxl),
    Format("acled", ".acled.csv", "incidents in ACLED's columns", write_case=write_acled),
    Format("ucdp", ".ucdp.csv", "incidents in UCDP GED's columns", write_case=write_ucdp),
    Format("csv", ".csv", "one table, geometry as WKT", write_rows=_table),
    Format("geojson", ".geojson", "one table, RFC 7946", write_rows=_table),
    Format("parquet", ".parquet", "one table, GeoParquet", write_rows=_table),
    Format("flatgeobuf", ".fgb", "one table, FlatGeobuf", write_rows=write_flatgeobuf),
    Format("kml", ".kml", "one table, for Earth browsers", write_rows=write_kml),
    Format("gpkg", ".gpkg", "the whole case, with styles for QGIS", write_case=write_for_qgis),
    Format("xlsx", ".xlsx", "the whole case, a sheet a table", write_case=write_workbook),
    Format("txt", ".txt", "a summary to read", write_case=write_summary),
    *(
        Format(
            ending[1:], ending, "a figure: map, timeline or disagreement", write_case=write_figure
        )
        for ending in (".png", ".svg", ".pdf")
    ),
    Format("flowmap", "", "a folder with flowmap.blue's two tables", write_case=write_flowmap),
)
FORMATS: Mapping[str, Format] = {one.name: one for one in _FORMATS}


def export(
    tables: Mapping[str, Any],
    path: str | Path,
    *,
    table: str | None = None,
    form: str | None = None,
    language: str = "en",
) -> list[str]:
    """Write a case, or one table of it, in the format its name asks for.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        A case, or the part of it that may leave the machine (`mapper.publishing.publish`).
    path : str or Path
        Where to. Replaced only when all is written.
    table : str, optional
        For formats that hold one table: which. Defaults to the table that the file is named after
        (``flows.csv``), else to the claims.
    form : str, optional
        The format by its name in `FORMATS`, where the ending does not say it.
    language : str
        Of the words on a figure: ``en`` or ``ar``. Tables have none of ours.

    Returns
    -------
    list of str
        What the format had no room for, one line a fact.

    Raises
    ------
    InputError
        If no format has that name, or there is no such table.
    OutputError
        If no format has the ending of the file, or it cannot be written. What stood there is
        untouched.

    Examples
    --------
    >>> import tempfile
    >>> from mapper.schema import FLOWS, conform
    >>> path = Path(tempfile.mkdtemp()) / "flows.geojson"
    >>> export({"flows": conform([{"flow_id": "f1"}], FLOWS)}, path)
    []
    >>> path.exists()
    True
    """
    path = Path(path)
    chosen = _format(path, form)
    if chosen.write_rows is not None:
        name = table or _named_after(path)
        if name not in tables:
            raise InputError(f"there is no table {name!r}; choose one of {', '.join(tables)}")
        if len(tables[name].columns) == 0:
            raise InputError(f"the table {name} is withheld from this edition; choose another")
        if chosen.name in {"flatgeobuf", "kml"} and not TABLES[name].spatial:
            raise InputError(
                f"the table {name} has no places for a {chosen.name}; write it as .csv"
            )
        with _aside(path, chosen) as aside:
            return chosen.write_rows(tables[name], aside, TABLES[name])
    assert chosen.write_case is not None  # noqa: S101 (a format writes rows or a case)
    if table is not None:
        raise InputError(f"{chosen.name} holds {chosen.holds}: leave out --table {table}")
    if chosen.name == "flowmap":
        return chosen.write_case(conform_all(tables), path)
    if chosen.write_case is write_figure:
        if language not in LANGUAGES:
            raise InputError(
                f"there is no figure in {language!r}; choose one of {', '.join(LANGUAGES)}"
            )
        with _aside(path, chosen) as aside:
            return write_figure(conform_all(tables), aside, language=language)
    # What a profile took away stays away where tables are written as they are.
    given = tables if chosen.name in {"gpkg", "xlsx"} else conform_all(tables)
    with _aside(path, chosen) as aside:
        return chosen.write_case(given, aside)


def _format(path: Path, form: str | None) -> Format:
    if form is not None:
        if form not in FORMATS:
            raise InputError(f"there is no format {form!r}; choose one of {', '.join(FORMATS)}")
        return FORMATS[form]
    for one in _FORMATS:
        if one.ending and path.name.lower().endswith(one.ending):
            return one
    endings = ", ".join(one.ending for one in _FORMATS if one.ending)
    raise OutputError(f"no format has the ending of {path.name}; use one of {endings}")


def _named_after(path: Path) -> str:
    stem = path.name.split(".")[0].lower()
    return stem if stem in TABLES else "claims"


@contextmanager
def _aside(path: Path, chosen: Format) -> Iterator[Path]:
    """Give a path to write to that has the ending of the format, whatever the file is called."""
    with written_aside(path) as aside:
        named = aside
        if not aside.name.lower().endswith(chosen.ending):
            named = aside.with_name(f"{aside.name}{chosen.ending}")
        yield named
        named.replace(aside)

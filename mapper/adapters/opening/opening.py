"""A path, or standard input -> the sheets in it."""

import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from mapper.adapters.opening.delimited import read_delimited
from mapper.adapters.opening.limits import (
    LIMITS,
    Limits,
    copy_limited,
    digest,
    gunzip,
    members,
    unpack,
)
from mapper.adapters.opening.objects import read_json
from mapper.adapters.opening.sheet import Sheet
from mapper.adapters.opening.typed import read_layers, read_parquet
from mapper.adapters.opening.workbooks import read_old_workbook, read_workbook
from mapper.errors import TableError

__all__ = ["SUFFIXES", "open_sheets"]

_TABLES = frozenset(
    {
        ".csv",
        ".tsv",
        ".tab",
        ".txt",
        ".xlsx",
        ".xlsm",
        ".xls",
        ".xlsb",
        ".ods",
        ".gz",
        ".json",
        ".jsonl",
        ".ndjson",
        ".geojson",
        ".gpkg",
        ".shp",
        ".parquet",
        ".geoparquet",
    }
)
# By which a file in a folder is known for a table.
SUFFIXES = _TABLES - {".txt"} | {".zip"}
_UNKNOWN = {
    b"%PDF": "a PDF, no table: a report is read with: mapper extract",
    b"7z\xbc\xaf": "packed with 7-Zip: unpack it first",
    b"Rar!": "packed with RAR: unpack it first",
    b"<!do": "a web page, no table: the download was refused, or the address is that of a page",
    b"<htm": "a web page, no table: the download was refused, or the address is that of a page",
}


def open_sheets(path: str | Path, limits: Limits = LIMITS) -> list[Sheet]:
    r"""Return the tables of a file.

    Parameters
    ----------
    path : str or Path
        CSV, TSV, XLSX, XLS, ODS, JSON, GeoJSON, GeoPackage, shapefile, Parquet, GeoParquet, a gzip
        or zip of some of these, or ``-`` for standard input.
    limits : Limits
        What is too large.

    Returns
    -------
    list of Sheet
        One for a plain table; several for a workbook, a GeoPackage or a zip that has several.

    Raises
    ------
    TableError
        If there is no such file, or it is no table, is damaged, or is too large. One line.

    Examples
    --------
    >>> file = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("id,best\n1,30\n")
    >>> open_sheets(file)[0].frame.to_dict("list")
    {'id': ['1'], 'best': ['30']}
    """
    with tempfile.TemporaryDirectory(prefix="mapper-") as folder:
        if str(path) == "-":
            path = Path(folder) / "standard input"
            copy_limited(sys.stdin.buffer, path, limits, path.name)
        path = Path(path)
        if path.exists() and not path.is_dir() and not path.is_file():
            # A pipe, as a shell makes of <(command), can be read once.
            pipe, path = path, Path(folder) / path.name
            with pipe.open("rb") as stream:
                copy_limited(stream, path, limits, path.name)
        if path.is_dir():
            raise TableError(f"{path} is a folder; name the tables in it")
        if not path.is_file():
            raise TableError(f"there is no file {path}; name a table, or - for standard input")
        sha256 = digest(path, limits)
        return [
            replace(sheet, sha256=sha256, number=number)
            for number, sheet in enumerate(_open(path, limits, Path(folder)), start=1)
        ]


def _open(path: Path, limits: Limits, folder: Path) -> list[Sheet]:
    with path.open("rb") as file:
        start = file.read(4096)
    suffix = path.suffix.lower()
    for mark, what in _UNKNOWN.items():
        if start[: len(mark)].lower() == mark.lower():
            raise TableError(f"{path.name} is {what}")
    if start.startswith(b"PK\x03\x04"):
        return _open_zip(path, limits, folder)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return read_old_workbook(path, limits)
    if start.startswith(b"\x1f\x8b"):
        return _open_gzip(path, limits, folder)
    if start.startswith(b"SQLite format 3"):
        return _open_geopackage(path, folder)
    if suffix == ".shp":
        return read_layers(path)
    if start.startswith(b"PAR1"):
        return [read_parquet(path)]
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if (
        suffix in (".json", ".jsonl", ".ndjson", ".geojson")
        or text[:2] in (b"[{", b'{"')
        or text[:1] == b"{"
    ):
        return [read_json(path)]
    return [read_delimited(path, limits)]


def _open_geopackage(path: Path, folder: Path) -> list[Sheet]:
    if path.suffix.lower() == ".gpkg":
        return read_layers(path)
    # GDAL goes by the suffix; the bytes say what it is.
    named = folder / f"{path.name}.gpkg"
    named.symlink_to(path.resolve())
    return [
        replace(sheet, name=sheet.name.replace(named.name, path.name))
        for sheet in read_layers(named)
    ]


def _open_zip(path: Path, limits: Limits, folder: Path) -> list[Sheet]:
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise TableError(f"{path.name} is a damaged zip ({error}); fetch it again") from error
    with archive:
        infos = members(archive, path.name, limits)
        if any(info.filename == "[Content_Types].xml" for info in infos):
            binary = any(info.filename.endswith("workbook.bin") for info in infos)
            return read_old_workbook(path, limits) if binary else read_workbook(path, limits)
        if any(info.filename == "content.xml" for info in infos):
            return read_old_workbook(path, limits)
        kept = [info for info in infos if _is_wanted(info.filename)]
        tables = [info for info in kept if Path(info.filename).suffix.lower() in _TABLES]
        if any(Path(info.filename).suffix.lower() != ".txt" for info in tables):
            # Beside a table, a text file tells about it.
            tables = [info for info in tables if Path(info.filename).suffix.lower() != ".txt"]
        if not tables:
            raise TableError(
                f"{path.name} holds no table ({_listed(infos)}); unpack it and name one"
            )
        # Beside a shapefile stand the files that belong to it.
        inside = folder / "zip"
        inside.mkdir()
        files = {info.filename: unpack(archive, info, inside, limits, path.name) for info in kept}
    return [
        replace(sheet, name=f"{path.name}:{sheet.name}")
        for info in tables
        for sheet in _open_plain(files[info.filename], limits, path.name)
    ]


def _open_gzip(path: Path, limits: Limits, folder: Path) -> list[Sheet]:
    inside = folder / "gzip"
    try:
        inside.mkdir()
    except FileExistsError:
        raise TableError(f"{path.name} is packed twice; unpack it and name the table") from None
    plain = inside / (path.stem if path.suffix.lower() == ".gz" else path.name)
    gunzip(path, plain, limits)
    return [
        replace(sheet, name=sheet.name.replace(plain.name, path.name, 1))
        for sheet in _open(plain, limits, folder)
    ]


def _open_plain(path: Path, limits: Limits, zip_name: str) -> list[Sheet]:
    with path.open("rb") as file:
        nested = file.read(4) == b"PK\x03\x04" and path.suffix.lower() not in (
            ".xlsx",
            ".xlsm",
            ".xlsb",
            ".ods",
        )
    if nested:
        raise TableError(f"{zip_name} holds another zip, {path.name}; unpack it and name the table")
    return _open(path, limits, path.parent)


def _is_wanted(name: str) -> bool:
    return not (name.startswith("__MACOSX/") or Path(name).name.startswith("."))


def _listed(infos: list[zipfile.ZipInfo]) -> str:
    return ", ".join(info.filename for info in infos[:5]) or "it is empty"

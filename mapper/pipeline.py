"""The steps in order: read, geocode, reconcile, publish. This only hands tables on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from mapper import adapters, extraction, geocoding, reconciliation
from mapper.errors import InputError
from mapper.gazetteer import load
from mapper.publishing import Profile, publish, withhold
from mapper.schema import CLAIMS, PLACES, REFUSED, REPORTS, TEXTS, conform, split, texts_of
from mapper.storage import Case, change_case, join_manifests, make_manifest, put_in, take_out

__all__ = [
    "Progress",
    "Tables",
    "build",
    "edition",
    "gather",
    "keep",
    "placed",
    "places_of",
    "read",
    "reconciled",
    "remove",
]

Tables = dict[str, Any]

# Called with the name of a step, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]

_REPORTS = {".txt", ".md", ".markdown", ".html", ".htm", ".pdf"}

# What stands beside a report or a shapefile and is read with it.
_BESIDE = {".yaml", ".dbf", ".shx", ".prj", ".cpg"}

# Reports read at once: a table takes as long to make for one as for some.
_LOT = 32


def _silent(step: str, done: int, total: int) -> None:
    del step, done, total


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
    progress: Progress = _silent,
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
    texts, tables, others = _sorted_out(inputs)
    readings: list[Tables] = [{REFUSED.name: _passed_over(others)}] if others else []
    for done in range(0, len(texts), _LOT):
        progress("reading reports", done, len(texts))
        lot = texts[done : done + _LOT]
        reports = [extraction.read_report(path, otherwise=metadata) for path in lot]
        readings.append({**extraction.extract(reports)._asdict(), TEXTS.name: texts_of(reports)})
    if tables:
        progress("reading tables", 0, len(tables))
        readings.append(adapters.read(tables, schema=schema)._asdict())
    return _together(readings)


def _sorted_out(
    inputs: Iterable[str | Path],
) -> tuple[list[str | Path], list[str | Path], list[Path]]:
    """Return reports and tables apart; folders are searched, hidden files are not ours.

    And what stands in folders beside them. What somebody names is taken for what it must be.
    """
    texts: list[str | Path] = []
    tables: list[str | Path] = []
    others: list[Path] = []
    for given in inputs:
        path = Path(given)
        if str(given) == "-" or not path.is_dir():
            is_report = str(given) == "-" or path.suffix.lower() in _REPORTS
            (texts if is_report else tables).append(given)
            continue
        found = sorted(
            file for file in path.rglob("*") if file.is_file() and not _hidden(file, path)
        )
        for file in found:
            suffix = file.suffix.lower()
            if _of_a_page(file) or suffix not in _REPORTS | adapters.SUFFIXES:
                others.append(file)
            else:
                (texts if suffix in _REPORTS else tables).append(file)
        if len(others) == len(found) and not (texts or tables):
            raise InputError(f"the folder {given} holds no report and no table; name one with some")
    return texts, tables, others


def _of_a_page(file: Path) -> bool:
    """Whether a browser saved a file beside a page, in the folder of its parts."""
    return any(
        folder.name.endswith("_files")
        and any(folder.with_name(folder.name[:-6] + end).is_file() for end in (".html", ".htm"))
        for folder in file.parents
    )


def _passed_over(others: Sequence[Path]) -> Any:
    """Say what was not read, but for what is said of reports in files beside them."""
    rows = [
        {
            "report": file.name,
            "reason": "a part of a page, saved beside it"
            if _of_a_page(file)
            else "neither a report nor a table by its name",
            "way_out": "nothing; if it is one, name it itself, or save it as .txt or .csv",
        }
        for file in others
        if file.suffix.lower() not in _BESIDE
    ]
    return conform(rows, REFUSED)


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


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


def build(
    *inputs: str | Path,
    decisions: pd.DataFrame | None = None,
    schema: str | None = None,
    progress: Progress = _silent,
    **metadata: Any,
) -> Case:
    """Do the whole way from reports and tables to incidents, flows, series and totals.

    Parameters
    ----------
    *inputs : str or Path
        As in `read`.
    decisions : DataFrame, optional
        A claims table that a person has edited; its decisions go before what is read.
    schema : str, optional
        The published schema of the tables, where they are not to be recognised.
    progress : callable, optional
        Called with the step, how much is done and how much there is.
    **metadata
        What the reports do not say themselves.

    Returns
    -------
    Case
        All tables by their names in `mapper.schema.TABLES`, and the manifest of what they were made
        of. Nothing is withheld: see `edition`.

    Examples
    --------
    >>> from mapper.example import REPORT
    >>> case = build(REPORT)
    >>> sorted(name for name in case if len(case[name]))[:4]
    ['claims', 'flows', 'incidents', 'places']
    """
    known = placed(inputs, decisions=decisions, schema=schema, progress=progress, **metadata)
    made = reconciled(known["claims"], progress=progress)
    return Case({**known, "places": places_of(known["claims"]), **made}, known.manifest)


def placed(
    inputs: Iterable[str | Path],
    *,
    decisions: pd.DataFrame | None = None,
    schema: str | None = None,
    progress: Progress = _silent,
    **metadata: Any,
) -> Case:
    """Read reports and tables and place their claims; nothing is reconciled yet.

    Parameters are those of `build`.

    Returns
    -------
    Case
        Reports, texts, claims and refusals, and the manifest of what they were made of.
    """
    given = [str(one) for one in inputs]
    known = gather(given, schema=schema, progress=progress, **metadata)
    progress("placing", 0, 1)
    claims = known["claims"]
    if decisions is not None:
        claims = extraction.apply_decisions(claims, decisions)
    known["claims"] = geocoding.geocode(claims)
    options = {**metadata, "schema": schema} if schema else metadata
    manifest = make_manifest([one for one in given if Path(one).is_file()], options=options)
    return Case(known, manifest)


def keep(path: str | Path, known: Case, *, progress: Progress = _silent) -> tuple[Case, list[str]]:
    """Put what was read and placed into a case, and reconcile all that it then holds.

    Parameters
    ----------
    path : str or Path
        The case: a ``.gpkg`` file or ``postgresql://…``; made where there is none.
    known : Case
        What `placed` or `build` returned.
    progress : callable, optional
        Called with the step, how much is done and how much there is.

    Returns
    -------
    Case
        All that the case holds now.
    list of str
        What was done, one line a report. Reports that the case has already change nothing.
    """

    def put(case: Case) -> tuple[Tables, list[str], Mapping[str, Any]]:
        return *put_in(case, known, lasting=adapters.LASTING), join_manifests(
            case.manifest, known.manifest
        )

    return _revise(path, put, progress)


def remove(path: str | Path, names: Iterable[str], **decision: Any) -> tuple[Case, list[str]]:
    """Take reports out of a case, and reconcile what is left.

    Parameters
    ----------
    path : str or Path
        The case.
    names : iterable of str
        Ids or file names of reports.
    **decision
        ``reason``, ``person`` and ``day``, as in `mapper.storage.take_out`.

    Returns
    -------
    Case
        All that the case holds now.
    list of str
        What was done, one line a report.
    """

    def take(case: Case) -> tuple[Tables, list[str], Mapping[str, Any]]:
        return *take_out(case, names, **decision), case.manifest

    return _revise(path, take, _silent)


def _revise(
    path: str | Path,
    revise: Callable[[Case], tuple[Tables, list[str], Mapping[str, Any]]],
    progress: Progress,
) -> tuple[Case, list[str]]:
    kept: list[tuple[Case, list[str]]] = []

    def change(case: Case) -> Case | None:
        tables, done, manifest = revise(case)
        if not done:
            kept.append((case, done))
            return None
        made = reconciled(tables["claims"], log=tables.get("revisions"), progress=progress)
        made["places"] = places_of(tables["claims"])
        revised = Case({**tables, **made}, manifest)
        kept.append((revised, done))
        return revised

    change_case(path, change)
    return kept[0]


def places_of(claims: Any) -> Any:
    """Return the places that claims speak of, as the gazetteer has them.

    Parameters
    ----------
    claims : GeoDataFrame
        The claims table, geocoded.

    Returns
    -------
    GeoDataFrame
        The places table, by id. A place that this machine's gazetteers do not have is left out.
    """
    gazetteer = load()
    columns = ("place_id", "origin_id", "destination_id", "via_id")
    cells = {cell for column in columns for cell in claims[column].dropna().unique()}
    ids = sorted({one for cell in cells for one in split(cell)})
    rows = [
        {**asdict(gazetteer[one]), "geometry": gazetteer.geometry(one)}
        for one in ids
        if one in gazetteer
    ]
    return conform([{name: row[name] for name in PLACES.names} for row in rows], PLACES)


def reconciled(
    claims: Any, *, log: pd.DataFrame | None = None, progress: Progress = _silent
) -> Tables:
    """Return what geocoded claims come to: incidents, flows, series and totals.

    Parameters
    ----------
    claims : GeoDataFrame
        The claims table, geocoded.
    log : DataFrame, optional
        People's decisions, replayed first: the revisions of a case.
    progress : callable, optional
        Called with the step, how much is done and how much there is.

    Returns
    -------
    dict of str to DataFrame
        The four tables.
    """
    progress("opening the claims", 0, 1)
    books = reconciliation.opened(claims, log=log)
    steps = (
        ("incidents", reconciliation.reconcile),
        ("flows", reconciliation.flows),
        ("series", reconciliation.series),
        ("totals", reconciliation.totals),
    )
    results = {}
    for done, (name, step) in enumerate(steps):
        progress("reconciling", done, len(steps))
        results[name] = step(books)
    return results


def edition(tables: Mapping[str, Any], profile: Profile) -> Tables:
    """Return what a circle may see of a case.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Tables by their names in `mapper.schema.TABLES`; some may be absent.
    profile : Profile
        The circle.

    Returns
    -------
    dict of str to DataFrame
        Where claims are withheld, incidents, flows and totals are made anew without them, so that no
        total tells what a withheld claim said. Tables and columns the circle may not see are gone.
    """
    seen = withhold(tables, profile)
    claims = seen.get("claims")
    fewer = claims is not None and len(claims) < len(tables["claims"])
    if fewer or (claims is not None and "incidents" not in tables):
        seen.update(reconciled(claims, log=tables.get("revisions")))
    published = publish(seen, profile)
    return {name: frame for name, frame in published.items() if len(frame.columns)}

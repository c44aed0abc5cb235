"""From inputs to incidents, flows, series and totals, and to what a circle may see of them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

from mapper import extraction, geocoding, reconciliation
from mapper.gazetteer import load
from mapper.gazetteer.store import added_gazetteers
from mapper.pipeline.inputs import sorted_out
from mapper.pipeline.progress import Progress, silent
from mapper.pipeline.reading import Tables, gather
from mapper.publishing import Profile, publish, withhold
from mapper.schema import PLACES, conform, split
from mapper.storage import Case, make_manifest

__all__ = ["build", "edition", "placed", "places_of", "reconciled"]


def build(
    *inputs: str | Path,
    decisions: pd.DataFrame | None = None,
    schema: str | None = None,
    progress: Progress = silent,
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
    progress: Progress = silent,
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
    manifest = make_manifest(
        [one for one in chain(*sorted_out(given)[:2]) if Path(one).is_file()],
        options=options,
        data={f"gazetteer {one.name}": one.sha256 for one in added_gazetteers()},
    )
    return Case(known, manifest)


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
    claims: Any, *, log: pd.DataFrame | None = None, progress: Progress = silent
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

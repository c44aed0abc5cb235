"""All tables of a case on one map."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.rendering.layers import Deaths, Displacement, Refuge, Statements, Sums
from mapper.rendering.map import Map
from mapper.schema import TABLES, conform

__all__ = ["map_of"]


def map_of(tables: Mapping[str, pd.DataFrame], **options: Any) -> Map:
    """Return a map with a layer for each table that has something to draw.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Tables by their names: incidents, flows, claims, totals, reports; any may be absent, empty, or
        lack columns that a profile took away.
    **options
        As for `Map`: title, language, …

    Examples
    --------
    >>> from mapper.schema import INCIDENTS
    >>> chart = map_of({"incidents": conform([{"incident_id": "i1", "deaths_low": 3}], INCIDENTS)})
    >>> [type(layer).__name__ for layer in chart.layers]
    ['Deaths']
    """
    given = {name: conform(table, TABLES[name]) for name, table in tables.items() if len(table)}
    claims = given.get("claims")
    layers: list[Any] = []
    if "incidents" in given:
        layers.append(Deaths(given["incidents"], claims))
    if "flows" in given:
        layers.append(Displacement(given["flows"], claims))
    if claims is not None:
        # Sums count again what incidents tell: where there are incidents, these are shown.
        sums = Sums(claims, language=options.get("language", "en"), show=not layers)
        layers += [sums] if len(sums.rows) else []
        layers += [layer for layer in (Refuge(claims), Statements(claims)) if len(layer.rows)]
    return Map(
        layers, claims=claims, totals=given.get("totals"), reports=given.get("reports"), **options
    )

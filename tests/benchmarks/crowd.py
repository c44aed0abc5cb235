"""Many incidents of the fictional country Examplia, the same ones on every machine."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapper.schema import FLOWS, INCIDENTS, conform

_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ta",
    "ren",
    "so",
    "vu",
    "bel",
    "dan",
    "por",
    "tis",
    "gal",
    "hem",
    "nor",
    "wes",
    "lin",
    "jur",
    "fas",
    "ode",
    "pim",
    "qua",
    "rix",
    "sul",
    "tov",
]


def incidents(count: int) -> gpd.GeoDataFrame:
    """Return `count` incidents: 70 % round 60 towns, deaths by a power law, 160 letters of quote each."""
    dice = np.random.default_rng(count)
    towns = dice.uniform([20.6, 30.4], [22.0, 32.0], (60, 2))
    near = dice.random(count) < 0.7
    where = dice.uniform([20.6, 30.4], [22.0, 32.0], (count, 2))
    where[near] = towns[dice.integers(0, 60, near.sum())] + dice.normal(0, 0.04, (near.sum(), 2))
    best = np.minimum(dice.zipf(1.9, count), 400)
    start = np.datetime64("2031-03-01") + dice.integers(0, 90, count)
    known = np.array(
        [
            a + b + c
            for a, b, c in zip(_SYLLABLES * 2, _SYLLABLES[5:] * 3, _SYLLABLES[9:] * 4, strict=False)
        ]
    )
    words = known[dice.integers(0, 41, (count, 24))]
    quotes = pd.Series([" ".join(row)[:160] for row in words], dtype="str")
    rows = pd.DataFrame(
        {
            "incident_id": pd.Series(np.arange(count)).astype("str").radd("i"),
            "place_name": pd.Series(dice.integers(0, 480, count)).astype("str").radd("Place "),
            "precision": "settlement",
            "deaths_low": (best * dice.uniform(0.5, 1, count)).astype(int),
            "deaths_best": best,
            "deaths_high": (best * dice.uniform(1, 1.6, count)).astype(int),
            "grade": np.array(["confirmed", "fair", "weak"])[dice.integers(0, 3, count)],
            "voices": pd.Series(dice.integers(0, 10, count)).astype("str").radd("Voice "),
            "period_start": start,
            "period_end": start,
            "quote": quotes,
        }
    )
    return conform(
        gpd.GeoDataFrame(rows, geometry=shapely.points(where), crs="EPSG:4326"), INCIDENTS
    )


def flows(count: int) -> gpd.GeoDataFrame:
    """Return `count` flows between some places, people by a power law."""
    dice = np.random.default_rng(count)
    size = int(np.sqrt(1.3 * count)) + 2
    places = dice.uniform([20.6, 30.4], [22.0, 32.0], (size, 2))
    pairs = np.array([(a, b) for a in range(size) for b in range(size) if a != b])
    pairs = pairs[dice.choice(len(pairs), min(count, len(pairs)), replace=False)]
    low = (dice.pareto(1.2, len(pairs)) * 20).astype(int) + 1
    names = np.array([f"Place {number}" for number in range(size)])
    rows = pd.DataFrame(
        {
            "flow_id": pd.Series(np.arange(len(pairs))).astype("str").radd("f"),
            "origin_id": names[pairs[:, 0]], "origin_name": names[pairs[:, 0]],
            "destination_id": names[pairs[:, 1]], "destination_name": names[pairs[:, 1]],
            "unit": "person", "count_low": low, "count_best": low, "count_high": (low * 1.3).astype(int),
            "voices": "Voice 1", "kind": "flow",
        }
    )  # fmt: skip
    lines = shapely.linestrings(places[pairs])
    return conform(gpd.GeoDataFrame(rows, geometry=lines, crs="EPSG:4326"), FLOWS)

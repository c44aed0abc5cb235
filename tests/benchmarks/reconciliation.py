"""How the time a claim takes grows with the table: ``python tests/benchmarks/reconciliation.py 1000 10000``.

Made-up claims in the fictional country XXA. Printed are ratios to a floor measured in the same run:
the time pandas takes to sort the same claims and to group them by place and day. Growing tables
spread over more places, as real ones do.
"""

import sys
import time

import numpy as np
import pandas as pd
import shapely

from mapper.reconciliation import flows, opened, reconcile, series, totals
from mapper.schema import CLAIMS, conform


def made_claims(number, seed=0):
    rng = np.random.default_rng(seed)
    towns = max(number // 20, 50)
    town = rng.integers(0, towns, number)
    day = rng.integers(18_000, 20_000, number)
    area = rng.random(number) < 0.15
    count = np.maximum(1, rng.lognormal(1, 1, number).round()).astype("int64")
    lat, lon = rng.uniform(10, 16, towns), rng.uniform(20, 26, towns)
    points = shapely.points(lon[town], lat[town])
    places = np.where(area, np.char.add("adm1:", (town % 40).astype("str")), town.astype("str"))
    return conform(
        pd.DataFrame(
            {
                "claim_id": [f"c{n:08}" for n in range(number)],
                "report_id": [f"r{n // 5}" for n in range(number)],
                "measure": rng.choice(
                    ["killed", "injured", "displaced"], number, p=[0.6, 0.3, 0.1]
                ),
                "voice": [f"Voice {n}" for n in rng.integers(0, 60, number)],
                "relay": [f"Paper {n}" for n in rng.integers(0, 200, number)],
                "kind": np.where(area, "cumulative", "flow"),
                "unit": "person",
                "count_low": count,
                "count_best": count,
                "count_high": count,
                "qualifier": "exact",
                "group": rng.choice(["civilians", "all", "soldiers"], number),
                "period_start": pd.to_datetime(day, unit="D"),
                "period_end": pd.to_datetime(
                    day + np.where(area, rng.integers(1, 20, number), 0), unit="D"
                ),
                "published": pd.to_datetime(day + 20, unit="D"),
                "place_id": places,
                "place_name": places,
                "adm1_pcode": np.char.add("XXA", (town % 40).astype("str")),
                "country": "XXA",
                "precision": np.where(area, "adm1", "settlement"),
                "geometry": np.where(area, None, points),
            }
        ),
        CLAIMS,
    )


def seconds(task, *arguments):
    """Return the processor's seconds: what else the machine does is none of ours."""
    begin = time.process_time()
    result = task(*arguments)
    return time.process_time() - begin, result


def floor(claims):
    frame = pd.DataFrame(claims).drop(columns="geometry")
    frame.sort_values(["claim_id"]).groupby(["place_id", "period_start"], sort=False)[
        "count_best"
    ].sum()


def main(sizes):
    before = {}
    for size in sizes:
        claims = made_claims(size)
        base, _ = seconds(floor, claims)
        opening, books = seconds(opened, claims)
        took_by = {"opened": opening}
        for task in (reconcile, flows, series, totals):
            took_by[task.__name__], _ = seconds(task, books)
        took_by["all of it"] = sum(took_by.values())
        for name, took in took_by.items():
            each = took / size
            grown = each / before.get(name, each)
            before.setdefault(name, each)
            print(
                f"{size:>9,} claims  {name:<10} {took / base:8.1f} x floor"
                f"  {1e6 * each:8.1f} µs a claim  {grown:5.2f} x the first size"
            )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000])

"""How many links between two event tables are found, and how many of those found are right.

``python tests/benchmarks/linking.py 0.3 mixed dense`` tries made-up tables of 0.3 times the size of
the real ones, in these regimes (all, if none is named), without citations and with one row in six
that names the other's code. ``--windows`` tries other windows too; ``--seed=1`` other made-up tables
than those (of seed 0) on which the weights were looked at.

Printed for each: *near* links are those of two single events at points that lie within the windows and
whose figures overlap; *point* links all of single events at points; *all* links include areas, sums
and summaries, which are never merged into a point; *named* are those of rows that name the other table
among their sources, and no row of it. Precision is that of what was found about rows that
have a link of the kind, as where only some links are known; *of all found* counts every pair.
"""

import itertools
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from two_tables import REGIMES, two_tables

from mapper.adapters import read
from mapper.reconciliation import reconcile


def claims_of(left, right):
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "ucdp.csv", Path(folder) / "airwars.csv"
        for table, path in zip((left, right), paths, strict=True):
            table.to_csv(path, index=False)
        return read(paths).claims


def found_in(incidents):
    pairs = set()
    for cell in incidents["claims"]:
        rows = {tuple(claim.split(":")[:2]) for claim in cell.split("|")}
        tables = [[row for name, row in sorted(rows) if name == table] for table in _TABLES]
        pairs.update(itertools.product(*tables))
    return pairs


_TABLES = ("ucdp", "airwars")


def kinds_of_links(left, right, links):
    ucdp, airwars = left.set_index("id"), right.set_index("code")
    single = set(
        ucdp.index[
            (ucdp["where_prec"] <= 2) & (ucdp["event_clarity"] == 1) & (ucdp["date_prec"] <= 2)
        ]
    )
    points = set(airwars.index[airwars["geolocation_accuracy_slug"] != "subdistrict"])
    times = pd.Series([end for pair in links for end in pair]).value_counts()
    point = sorted(
        (row, code)
        for row, code in links
        if row in single and code in points and times[row] == times[code] == 1
    )
    one, other = ucdp.loc[[row for row, _ in point]], airwars.loc[[code for _, code in point]]
    across = np.cos(np.radians(one["latitude"].to_numpy()))
    km = 111.195 * np.hypot(
        one["latitude"].to_numpy() - other["latitude"].to_numpy(),
        across * (one["longitude"].to_numpy() - other["longitude"].to_numpy()),
    )
    start, end, day = (
        pd.to_datetime(days).to_numpy("datetime64[D]").astype("int64")
        for days in (one["date_start"], one["date_end"], other["date"])
    )
    least, most = (
        other[f"civilians_killed_{end}"].astype("float64").to_numpy() for end in ("min", "max")
    )
    near = (km <= 5) & (day >= start - 1) & (day <= end + 1)
    near &= (one["low"].to_numpy() <= most) & (one["high"].to_numpy() >= least)
    return {
        "near": {pair for pair, is_near in zip(point, near, strict=True) if is_near},
        "point": set(point),
        "all": links,
        "named": {pair for pair in links if "Monthly" in ucdp["source_article"][pair[0]]},
    }


def scored(found, links):
    rows, codes = ({pair[side] for pair in links} for side in (0, 1))
    about = {pair for pair in found if pair[0] in rows or pair[1] in codes}
    hits = len(found & links)
    return hits / max(len(links), 1), hits / max(len(about), 1)


def main(scale, names, *, seed=0, windows=False):
    tried = [(5.0, 1)] + ([(2.5, 1), (10.0, 1), (5.0, 0), (5.0, 2)] if windows else [])
    for name, cited in itertools.product(names, (0.0, 1 / 6)):
        left, right, links = two_tables(REGIMES[name], scale=scale, cited=cited, seed=seed)
        claims, kinds = claims_of(left, right), kinds_of_links(left, right, links)
        for distance_km, days in tried:
            begin = time.perf_counter()
            found = found_in(reconcile(claims, distance_km=distance_km, days=days))
            took = time.perf_counter() - begin
            parts = [f"{name:13} {cited:4.0%} cited, {distance_km:4.1f} km {days} d"]
            for kind, some in kinds.items():
                recall, precision = scored(found, some)
                parts.append(f"{kind} {len(some):5,}: {recall:.3f} / {precision:.3f}")
            right_of_all = len(found & links) / max(len(found), 1)
            print(" | ".join([*parts, f"of all found {right_of_all:.3f}", f"{took:.1f} s"]))


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if not word.startswith("--")]
    seed = next((int(word[7:]) for word in sys.argv if word.startswith("--seed=")), 0)
    scale = float(given[0]) if given else 0.2
    print("recall / precision of links, by kind")
    main(scale, given[1:] or list(REGIMES), seed=seed, windows="--windows" in sys.argv)

"""A case of many claims, written and asked, beside plain pyogrio on the same rows.

``python tests/benchmarks/case_size.py [CLAIMS]`` (100,000 unless told; a million takes minutes).
Nothing is asserted; the figures are ratios to the floor: pyogrio as it is called without thought, and
pyogrio over Arrow, its fastest way. The question asked is a box of 3 % of the area and one month.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from mapper.schema import CLAIMS, conform
from mapper.storage import read_case, write_case

BOX = (20.5, 10.5, 20.85, 10.85)
FIRST, LAST = date(2031, 3, 1), date(2031, 3, 31)


def claims(count: int) -> gpd.GeoDataFrame:
    """Return claims of the fictional Examplia, the same ones on every machine."""
    dice = np.random.default_rng(count)
    number = pd.Series(np.arange(count)).astype("str")
    start = pd.to_datetime("2031-01-01") + pd.to_timedelta(dice.integers(0, 365, count), "D")
    rows = {
        "claim_id": "report:" + number + ":0:killed",
        "report_id": "report:" + (number.astype("int64") // 20).astype("str"),
        "report": "report-" + (number.astype("int64") // 20).astype("str") + ".txt",
        "quote": "The Example Monitor said "
        + number
        + " people were killed in Sampletown on Friday.",
        "char_start": dice.integers(0, 5000, count),
        "voice": dice.choice(["Example Monitor", "Sample Agency", "Local media"], count),
        "measure": "killed",
        "unit": "person",
        "count_low": dice.integers(0, 90, count),
        "count_best": dice.integers(90, 99, count),
        "qualifier": "at_least",
        "period_start": start,
        "period_end": start + pd.Timedelta(1, "D"),
        "place_id": "x:" + pd.Series(dice.integers(0, 900, count)).astype("str"),
        "place_name": "Sampletown",
        "precision": "settlement",
        "match_score": dice.random(count),
        "imputed": False,
        "geometry": shapely.points(dice.uniform(20, 22, count), dice.uniform(10, 12, count)),
    }
    return conform(pd.DataFrame(rows), CLAIMS)


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds a call took, and its result."""
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


def main(count: int) -> None:
    """Print the figures."""
    rows = claims(count)
    days = f"period_end >= '{FIRST}' AND period_start < '{LAST}T24'"
    with tempfile.TemporaryDirectory() as folder:
        plain, arrow, case = (Path(folder, f"{name}.gpkg") for name in ("plain", "arrow", "case"))
        floor = {"layer": "claims", "driver": "GPKG"}
        seconds = {
            "write": (
                timed(lambda: pyogrio.write_dataframe(rows, plain, **floor))[0],
                timed(lambda: pyogrio.write_dataframe(rows, arrow, use_arrow=True, **floor))[0],
                timed(lambda: write_case(case, {"claims": rows}))[0],
            )
        }
        asked = {"layer": "claims", "bbox": BOX, "where": days}
        answers = (
            timed(lambda: pyogrio.read_dataframe(plain, **asked)),
            timed(lambda: pyogrio.read_dataframe(plain, use_arrow=True, **asked)),
            timed(lambda: read_case(case, bbox=BOX, period=(FIRST, LAST), only=["claims"])),
        )
        found = [len(answers[0][1]), len(answers[1][1]), len(answers[2][1]["claims"])]
        seconds["box and month"] = tuple(second for second, _ in answers)
        seconds["read all"] = (
            timed(lambda: pyogrio.read_dataframe(plain, layer="claims"))[0],
            timed(lambda: pyogrio.read_dataframe(plain, layer="claims", use_arrow=True))[0],
            timed(lambda: read_case(case, only=["claims"]))[0],
        )
        print(f"{count:,} claims; found {found}; {case.stat().st_size / 1e6:.0f} MB")
        print(f"{'':<14}{'pyogrio':>10}{'+ Arrow':>10}{'case':>10}{'ratio':>8}{'to Arrow':>10}")
        for name, (slow, fast, ours) in seconds.items():
            line = f"{name:<14}{slow:>9.2f}s{fast:>9.2f}s{ours:>9.2f}s"
            print(f"{line}{ours / slow:>8.2f}{ours / fast:>10.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)

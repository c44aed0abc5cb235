"""How long reading published tables takes, beside pandas alone on the same file.

Run: ``python tests/benchmarks/tables_speed.py [rows]``. The tables repeat the fixtures of this
project with ids of their own, so they are as wide as the real ones, and as long as you ask.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from mapper import adapters

RIGHT = Path(__file__).parents[1] / "data" / "right"
# Schema -> the columns that must differ from row to row.
TABLES = {
    "ucdp_ged": ["id"],
    "airwars": ["code"],
    "acled": ["event_id_cnty"],
    "unhcr_stocks": ["coo", "coo_iso", "coo_name"],
    "unhcr_flows": ["coo", "coo_iso", "coo_name"],
    "dtm": ["id", "admin2Pcode"],
    "hapi_conflict": ["admin2_code", "provider_admin2_name"],
}


def main(rows: int) -> None:
    """Print one line a schema: seconds of pandas and of the adapter, their ratio, rows kept."""
    print(
        f"{'schema':16}{'rows':>9}{'claims':>9}{'refused':>9}{'pandas s':>10}{'mapper s':>10}{'ratio':>7}{'peak MB':>9}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, keys in TABLES.items():
            path = Path(folder) / f"{name}.csv"
            _long(name, keys, rows).to_csv(path, index=False)
            floor, _ = _timed(
                lambda path=path: pd.read_csv(path, dtype="str", keep_default_na=False)
            )
            took, reading = _timed(lambda path=path: adapters.read(path))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{name:16}{rows:9,}{len(reading.claims):9,}{len(reading.refused):9,}"
                f"{floor:10.2f}{took:10.2f}{took / floor:7.1f}{peak:9,}"
            )
            seen = set(reading.claims["source_row"]) | set(reading.refused["row"].dropna())
            assert len(seen) == rows, f"{name}: {rows - len(seen)} rows are silent"


def _long(name: str, keys: list[str], rows: int) -> pd.DataFrame:
    table = pd.read_csv(RIGHT / f"{name}.csv", dtype="str", keep_default_na=False)
    table = table[~table.iloc[:, 0].str.startswith("#")]
    long = table.loc[table.index.repeat(1)].iloc[[row % len(table) for row in range(rows)]]
    number = pd.Series(range(rows), index=long.index, dtype="str")
    return long.assign(**{key: "XA" + number.to_numpy() for key in keys})


def _timed(work):
    # Time on the processor: other work on the machine is no part of it.
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)

"""How long reading published tables takes, beside pandas alone on the same file, and what is kept.

Run from the root: ``python -m tests.benchmarks.tables_speed [rows]``. The tables have the columns and
quirks of the real ones (`tests.published`); without a number of rows they have their size too.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from mapper import adapters
from tests.published import PUBLISHED


def main(rows: int | None) -> None:
    """Print one line a schema: rows kept, figures lost, seconds of pandas and of the adapter."""
    print(
        f"{'schema':16}{'rows':>9}{'claims':>9}{'refused':>9}{'lost':>6}{'pandas s':>10}{'mapper s':>10}{'ratio':>7}{'peak MB':>9}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, make in PUBLISHED.items():
            path = Path(folder) / f"{name}.csv"
            table = make(rows) if rows else make()
            table.to_csv(path, index=False)
            data = len(table) - table.iloc[0].str.startswith("#").all()
            floor, _ = _timed(
                lambda path=path: pd.read_csv(path, dtype="str", keep_default_na=False)
            )
            took, reading = _timed(lambda path=path: adapters.read(path))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            _, balance = adapters.balanced(path)
            lost = int((balance["rows"] != "").sum())
            print(
                f"{name:16}{data:9,}{len(reading.claims):9,}{len(reading.refused):9,}{lost:6}"
                f"{floor:10.2f}{took:10.2f}{took / floor:7.1f}{peak:9,}"
            )
            seen = set(reading.claims["source_row"]) | set(reading.refused["row"].dropna())
            assert len(seen) == data, f"{name}: {data - len(seen)} rows are silent"


def _timed(work):
    # Time on the processor: other work on the machine is no part of it.
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else None)

"""How fast reports are read, and whether twice the text takes twice the time.

Run from the root of the project; the floor is one pass of a word pattern over the same text::

    python tests/benchmarks/extraction_speed.py --megabytes 1
"""

import argparse
import re
import time
from datetime import date

from mapper.example import REPORT
from mapper.extraction import read_report
from mapper.extraction.extracting import claims_of
from mapper.gazetteer import load
from mapper.model import Report

# Between claims, news tells much that counts nobody.
_FILL = (
    "The two sides have blamed each other for the collapse of the talks, which began in the autumn. "
    "Analysts said the outcome would depend on the position of the neighbouring states.\n"
)


def main() -> None:
    """Print megabytes a second, and the ratio of one pass over half and over the whole text."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--megabytes", type=float, default=0.5)
    arguments.add_argument(
        "--fill", type=int, default=6, help="sentences without claims per report"
    )
    options = arguments.parse_args()
    gazetteer = load()
    unit = read_report(REPORT).body + _FILL * options.fill
    times = int(options.megabytes * 1e6 / len(unit))
    claims_of(_report(unit), gazetteer)
    half, whole = (_seconds(_report(unit * n), gazetteer) for n in (times // 2, times))
    alone = _seconds(_report(unit * times), None)
    started = time.process_time()
    words = len(re.findall(r"\w+", unit * times))
    floor = time.process_time() - started
    size = len(unit) * times / 1e6
    print(
        f"{size:.2f} MB, {words:,} words: {size / whole:.2f} MB/s with gazetteer, {size / alone:.2f} MB/s without"
    )
    print(
        f"{whole / floor:.0f} x a pass over the words; whole / half = {whole / half:.2f} (linear: 2)"
    )


def _report(body: str) -> Report:
    return Report("r", "a", "", "P", language="en", published=date(2025, 4, 1), body=body)


def _seconds(report: Report, gazetteer: object) -> float:
    started = time.process_time()
    claims_of(report, gazetteer)  # type: ignore[arg-type]
    return time.process_time() - started


if __name__ == "__main__":
    main()

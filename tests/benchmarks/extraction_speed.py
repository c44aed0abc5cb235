"""How fast reports are read, in each language, as one long report and as many of usual length.

Run from the root of the project; the whole table takes a minute or two::

    python tests/benchmarks/extraction_speed.py --megabytes 0.5 1 2 5

News tells much that counts nobody: half of the text is that of the gold and held-out sets, where
every hundred letters hold a claim, half is ordinary sentences; ``--share 1`` leaves those out. The
order is random, the numbers are others each time and one word in twenty is misspelt, so that
nothing gains from meeting a sentence again. Sizes are of UTF-8. The floor, measured in the same run, is what splitting the same text into sentences takes.
"""

import argparse
import random
import re
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from gold_set import DATA, gold_gazetteer

from mapper.extraction import extract, read_report
from mapper.extraction.sentences import paragraphs, sentences
from mapper.gazetteer import Gazetteer
from mapper.model import Report

_USUAL = 5_000


def main() -> None:
    """Print megabytes a second, the ratio to the floor, and what twice the text takes."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--megabytes", type=float, nargs="+", default=[0.25, 0.5])
    arguments.add_argument("--share", type=float, default=0.5, help="of text with claims, 0 to 1")
    options = arguments.parse_args()
    gazetteer = gold_gazetteer()
    print(f"{'':10}{'MB':>6}  {'as':26}{'MB/s':>6}{'no gazetteer':>14}{'x floor':>9}{'claims':>9}")
    for language in ("en", "ar"):
        _read([_report("r", language, prose(language, 50_000, options.share))], gazetteer)
        for megabytes in options.megabytes:
            body = prose(language, round(megabytes * 1e6), options.share)
            whole = [_report("r", language, body)]
            usual = [
                _report(f"r{number}", language, part) for number, part in enumerate(_parts(body))
            ]
            for name, reports in (("one report", whole), (f"{len(usual):,} reports", usual)):
                _print_row(language, name, reports, gazetteer)


def _print_row(language: str, name: str, reports: Sequence[Report], gazetteer: Gazetteer) -> None:
    size = sum(len(report.body.encode()) for report in reports) / 1e6
    floor = _seconds(lambda: [sentences(paragraphs(report.body), language) for report in reports])
    claims: list[int] = []
    known = _seconds(lambda: claims.append(_read(reports, gazetteer)))
    alone = _seconds(lambda: _read(reports, Gazetteer([])))
    print(
        f"{language:10}{size:6.2f}  {name:26}{size / known:6.2f}{size / alone:14.2f}"
        f"{known / floor:9.1f}{claims[0]:9,}"
    )


def _read(reports: Sequence[Report], gazetteer: Gazetteer) -> int:
    return len(extract(reports, gazetteer).claims)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def prose(language: str, size: int, share: float = 0.5) -> str:
    """Return some bytes of news, never twice the same, of which a share is like the gold set's."""
    texts = [
        read_report(path).body
        for folder in ("gold", "held_out")
        for path in sorted((DATA / folder / "texts").glob(f"{language}-*.md"))
    ]
    ordinary = (Path(__file__).parent / "texts" / f"ordinary-{language}.txt").read_text("utf-8")
    chance = random.Random(size)  # noqa: S311 - a benchmark
    parts: list[str] = []
    told = others = 0
    while told + others < size:
        if told < share * (told + others + 1):
            part = chance.choice(texts)
            told += len(part.encode()) + 2
        else:
            part = " ".join(chance.sample(ordinary.splitlines(), 3))
            others += len(part.encode()) + 2
        parts.append(_varied(part, chance))
    return "\n\n".join(parts)


def _varied(text: str, chance: random.Random) -> str:
    text = re.sub(r"[1-9]", lambda _: str(chance.randint(1, 9)), text)
    return re.sub(
        r"[^\W\d_]{4,}",
        lambda match: (
            _misspelt(match.group(), chance) if not chance.randrange(20) else match.group()
        ),
        text,
    )


def _misspelt(word: str, chance: random.Random) -> str:
    middle = list(word[1:])
    chance.shuffle(middle)
    return word[0] + "".join(middle)


def _parts(body: str) -> list[str]:
    """Return a text as reports of usual length, whole paragraphs each."""
    parts, rest = [], body.split("\n\n")
    while rest:
        size, count = 0, 0
        while count < len(rest) and size < _USUAL:
            size += len(rest[count].encode()) + 2
            count += 1
        parts.append("\n\n".join(rest[:count]))
        rest = rest[count:]
    return parts


def _report(name: str, language: str, body: str) -> Report:
    published = date(2025, 4, 1)
    return Report(name, name, "", "P", language=language, published=published, body=body)


if __name__ == "__main__":
    main()

"""How fast reports are read, in each language, as one long report and as many of usual length.

Run from the root of the project; the whole table takes some minutes::

    python tests/benchmarks/extraction_speed.py --megabytes 0.5 1 --growth 1 5
    python tests/benchmarks/extraction_speed.py --texts DIR

What it costs goes by the claims, so each row tells how many the text holds: news of an attack has
about five thousand to the megabyte, other prose few. Texts are made of two kinds: that of the gold and held-out sets, where every hundred
letters hold a claim, and ordinary sentences; ``--share`` says how much is of the first. The order is
random, the numbers are others each time and one word in twenty is misspelt, so that nothing gains
from meeting a sentence again. With ``--texts``, files of one's own are read as they are.

Sizes are of UTF-8, seconds those of the processor, the best of some times. The floor, measured in the
same run, is what nobody can do without: the words of the text by one regular expression, and the places
that the gazetteer finds in it. The last rows tell how the time grows with the text, half of it news,
and one sentence over and over in a single line: it should grow as the text does.
"""

import argparse
import random
import re
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from gold_set import DATA, gold_gazetteer

from mapper.extraction import extract, read_report, report_files
from mapper.gazetteer import Gazetteer
from mapper.model import Report

_USUAL = 5_000
_WORD = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    """Print megabytes and claims a second, and how many times the floor that takes."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--megabytes", type=float, nargs="+", default=[0.25, 0.5])
    arguments.add_argument(
        "--share", type=float, nargs="+", default=[0.1, 0.5, 1], help="of text with claims, 0 to 1"
    )
    arguments.add_argument("--texts", type=Path, help="a folder of one's own texts")
    arguments.add_argument(
        "--growth",
        type=float,
        nargs=2,
        default=[1, 5],
        help="a size and a larger one, in megabytes",
    )
    arguments.add_argument("--times", type=int, default=3, help="the best of how many")
    options = arguments.parse_args()
    gazetteer = gold_gazetteer()
    print(f"{'':26}{'MB':>6}{'claims/MB':>11}{'MB/s':>7}{'claims/s':>10}{'x floor':>9}")
    if options.texts is not None:
        own = [read_report(path) for path in report_files([options.texts])]
        for language in sorted({report.language for report in own}):
            some = [report for report in own if report.language == language]
            _read(some, gazetteer)
            _print_row(f"{language}, {len(some):,} reports", some, gazetteer, options.times)
        return
    for language in ("en", "ar"):
        _read([_report("r", language, prose(language, 50_000))], gazetteer)
        for share in options.share:
            for megabytes in options.megabytes:
                body = prose(language, round(megabytes * 1e6), share)
                parts = [_report(f"r{at}", language, part) for at, part in enumerate(_parts(body))]
                kind = f"{language}, {share:.0%} news, "
                _print_row(kind + "one", [_report("r", language, body)], gazetteer, options.times)
                _print_row(f"{kind}{len(parts):,}", parts, gazetteer, options.times)
    for language in ("en", "ar"):
        for kind, written in (("half news", prose), ("one sentence", _repeated)):
            few, many = (
                _print_row(
                    f"{language}, {kind}, one",
                    [_report("r", language, written(language, round(megabytes * 1e6)))],
                    gazetteer,
                )
                for megabytes in options.growth
            )
            more = options.growth[1] / options.growth[0]
            print(f"{more:.3g} times the text takes {many / few:.2f} times as long", flush=True)


def _print_row(name: str, reports: Sequence[Report], gazetteer: Gazetteer, times: int = 1) -> float:
    """Print what reading some reports takes, and return it in seconds."""
    size = sum(len(report.body.encode()) for report in reports) / 1e6
    claims: list[int] = []
    taken = _seconds(lambda: claims.append(_read(reports, gazetteer)), times)
    floor = _seconds(lambda: [_least(report, gazetteer) for report in reports], times)
    print(
        f"{name:26}{size:6.2f}{claims[0] / size:11,.0f}{size / taken:7.2f}"
        f"{claims[0] / taken:10,.0f}{taken / floor:9.1f}",
        flush=True,
    )
    return taken


def _least(report: Report, gazetteer: Gazetteer) -> None:
    _WORD.findall(report.body)
    gazetteer.find(report.body, report.language)


def _read(reports: Sequence[Report], gazetteer: Gazetteer) -> int:
    return len(extract(reports, gazetteer).claims)


def _seconds(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def _repeated(language: str, size: int) -> str:
    """Return a sentence over and over in a single line."""
    sentence = {
        "en": "At least 12 people were killed in Redford on Friday, officials said. ",
        "ar": "قتل 12 شخصا في ريدفورد يوم الجمعة، وفق مرصد حقوقي. ",
    }[language]
    return sentence * (size // len(sentence.encode()))


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

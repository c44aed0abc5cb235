"""Which of the files that are named, or stand in folders, are reports, which are tables, and which neither."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mapper import adapters
from mapper.errors import InputError
from mapper.schema import REFUSED, conform

__all__ = ["passed_over", "sorted_out"]

_REPORTS = {".txt", ".md", ".markdown", ".html", ".htm", ".pdf"}

# What stands beside a report or a shapefile and is read with it.
_BESIDE = {".yaml", ".dbf", ".shx", ".prj", ".cpg"}


def sorted_out(
    inputs: Iterable[str | Path],
) -> tuple[list[str | Path], list[str | Path], list[Path]]:
    """Return reports and tables apart; folders are searched, hidden files are not ours.

    And what stands in folders beside them. What somebody names is taken for what it must be.
    """
    texts: list[str | Path] = []
    tables: list[str | Path] = []
    others: list[Path] = []
    for given in inputs:
        path = Path(given)
        if str(given) == "-" or not path.is_dir():
            is_report = str(given) == "-" or path.suffix.lower() in _REPORTS
            (texts if is_report else tables).append(given)
            continue
        found = sorted(
            file for file in path.rglob("*") if file.is_file() and not _hidden(file, path)
        )
        for file in found:
            suffix = file.suffix.lower()
            if _of_a_page(file) or suffix not in _REPORTS | adapters.SUFFIXES:
                others.append(file)
            else:
                (texts if suffix in _REPORTS else tables).append(file)
        if len(others) == len(found) and not (texts or tables):
            raise InputError(f"the folder {given} holds no report and no table; name one with some")
    return texts, tables, others


def passed_over(others: Sequence[Path]) -> Any:
    """Say what was not read, but for what is said of reports in files beside them."""
    rows = [
        {
            "report": file.name,
            "reason": "a part of a page, saved beside it"
            if _of_a_page(file)
            else "neither a report nor a table by its name",
            "way_out": "nothing; if it is one, name it itself, or save it as .txt or .csv",
        }
        for file in others
        if file.suffix.lower() not in _BESIDE
    ]
    return conform(rows, REFUSED)


def _of_a_page(file: Path) -> bool:
    """Whether a browser saved a file beside a page, in the folder of its parts."""
    return any(
        folder.name.endswith("_files")
        and any(folder.with_name(folder.name[:-6] + end).is_file() for end in (".html", ".htm"))
        for folder in file.parents
    )


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)

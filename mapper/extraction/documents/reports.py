"""A file, an address's file or standard input to a report: its text, and what is known of it."""

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from mapper.errors import ReportError
from mapper.extraction.documents.formats import html_text, pdf_text
from mapper.model import Report
from mapper.schema import Sensitivity

__all__ = ["SUFFIXES", "read_report", "report_files"]

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf")
_FIELDS = (
    "publisher",
    "published",
    "language",
    "url",
    "licence",
    "title",
    "retrieved",
    "sensitivity",
)
_MOST_BYTES = 64 * 2**20
# Days long before and after which a report's dates are still days.
_YEARS = range(1800, 2200)
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z]")


def read_report(
    path: str | Path,
    *,
    publisher: str | None = None,
    published: str | date | None = None,
    language: str | None = None,
    url: str | None = None,
    licence: str | None = None,
    title: str | None = None,
    otherwise: Mapping[str, Any] | None = None,
) -> Report:
    r"""Read one report.

    What is known of it comes, first found first taken, from the options, from a file beside it of
    the same name and the suffix ``.yaml``, from its front matter, (HTML only) from its markup, and
    from ``otherwise``.

    Parameters
    ----------
    path : str or Path
        A text, Markdown, HTML or PDF file; ``-`` is standard input.
    publisher, url, licence, title : str, optional
        Who published it, where, under which licence, with which title.
    published : str or date, optional
        ISO 8601. Without it relative dates ("on Friday") stay words.
    language : str, optional
        ISO 639-1; without it, by the script of the text.
    otherwise : mapping, optional
        The same of a report that does not say it itself.

    Returns
    -------
    Report
        ``body`` is the text in which the offsets of claims count.

    Raises
    ------
    ReportError
        If the file is missing, empty, binary, not UTF-8, or its front matter cannot be read.
    MissingExtraError
        If a PDF or HTML file needs a library that is not installed.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.txt"
    >>> _ = path.write_text("---\npublisher: The Gazette\npublished: 2025-03-09\n---\n3 were killed.")
    >>> report = read_report(path)
    >>> report.publisher, str(report.published), report.language, report.body
    ('The Gazette', '2025-03-09', 'en', '3 were killed.')
    """
    name = str(path)
    data = _bytes(path)
    known: dict[str, Any] = {}
    suffix = Path(name).suffix.lower()
    if data[:5] == b"%PDF-":
        body = pdf_text(data, name)
    elif suffix in (".html", ".htm", ".xhtml") or data[:200].lstrip().lower().startswith(
        (b"<!doctype html", b"<html")
    ):
        body, known = html_text(data, name)
    else:
        body, known = _parted(_decoded(data, name), name)
    body = body.replace("\r\n", "\n").strip("\ufeff")
    if not body.strip():
        raise ReportError(
            f"report {name} is empty: there is nothing to read in it; give a file with text"
        )
    known |= _beside(path)
    given = {
        "publisher": publisher,
        "published": published,
        "language": language,
        "url": url,
        "licence": licence,
        "title": title,
    }
    known |= {field: value for field, value in given.items() if value is not None}
    for field, value in (otherwise or {}).items():
        # A day that is none is said, though this report has one of its own.
        _day(value if field == "published" else None, field, name)
        known[field] = known.get(field) or value
    digest = hashlib.sha256(data).hexdigest()
    return Report(
        f"report:{digest[:12]}",
        "-" if name == "-" else Path(name).name,
        digest,
        publisher=_word(known, "publisher"),
        title=_word(known, "title"),
        url=_word(known, "url"),
        language=_word(known, "language").lower() or _language(body),
        licence=_word(known, "licence"),
        published=_day(known.get("published"), "published", name),
        retrieved=_day(known.get("retrieved"), "retrieved", name),
        body=body,
        sensitivity=_circle(_word(known, "sensitivity") or "public", name),
    )


def _circle(word: str, name: str) -> str:
    """Return who may see a report; a word that nobody knows must not let everybody."""
    circle = word.strip().lower()
    if circle not in {known.value for known in Sensitivity}:
        raise ReportError(
            f"report {name}: sensitivity {word!r} is none of {', '.join(Sensitivity)}; use one of them"
        )
    return circle


def report_files(given: Iterable[str | Path]) -> list[str | Path]:
    """Return the files that are reports, folders searched in order; hidden files are not ours.

    Raises
    ------
    ReportError
        If a folder holds no report.
    """
    files: list[str | Path] = []
    for one in given:
        folder = Path(one)
        if str(one) == "-" or not folder.is_dir():
            files.append(one)
            continue
        found = sorted(
            file
            for file in folder.rglob("*")
            if file.is_file()
            and file.suffix.lower() in SUFFIXES
            and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        )
        if not found:
            raise ReportError(
                f"the folder {one} holds no report; there should be one of {', '.join(SUFFIXES)}"
            )
        files.extend(found)
    return files


def _bytes(path: str | Path) -> bytes:
    if str(path) == "-":
        data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    else:
        file = Path(path)
        if not file.exists():
            raise ReportError(f"there is no report {path}; name a text, Markdown, HTML or PDF file")
        if file.is_dir():
            raise ReportError(f"report {path} is a folder; name the files in it")
        try:
            with file.open("rb") as handle:
                data = handle.read(_MOST_BYTES + 1)
        except OSError as error:
            raise ReportError(
                f"cannot read report {path}: {(error.strerror or str(error)).lower()}; check its permissions"
            ) from error
    if not data.strip():
        raise ReportError(f"report {path} is empty (0 letters); give a file with text")
    if len(data) > _MOST_BYTES:
        raise ReportError(f"report {path} has more than {_MOST_BYTES // 2**20} MiB; split it")
    return data


def _decoded(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
        if b"\x00" in data:
            raise ReportError(
                f"report {name} is binary (a zero byte at {data.index(0)}); give text, Markdown, HTML or PDF"
            )
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"report {name} is not UTF-8: byte {data[error.start]:#04x} at {error.start}; save it as UTF-8 and try again"
        ) from error


def _parted(text: str, name: str) -> tuple[str, dict[str, Any]]:
    """Part the front matter from the body."""
    match = _FRONT.match(text)
    if match is None:
        return text, {}
    try:
        front = yaml.safe_load(match.group(1))
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise ReportError(
            f"report {name}: its front matter is not YAML (line {line}); put values with a colon in quotes"
        ) from error
    if front is None:
        front = {}
    if not isinstance(front, Mapping):
        raise ReportError(
            f"report {name}: its front matter is no list of names and values; write 'published: 2025-03-09'"
        )
    known = {key: front[key] for key in _FIELDS if key in front}
    # Aliases make a few lines of YAML a list without end, so that none is ever written out.
    several = next((key for key, value in known.items() if isinstance(value, list | dict)), None)
    if several:
        raise ReportError(f"report {name}: {several} is more than one value; write one")
    return text[match.end() :], known


def _beside(path: str | Path) -> dict[str, Any]:
    """Read the file of the same name that says what is known of a report, if there is one."""
    if str(path) == "-":
        return {}
    for suffix in (".yaml", ".yml"):
        sidecar = Path(path).with_suffix(suffix)
        if sidecar.is_file() and sidecar != Path(path):
            text = (
                "---\n"
                + sidecar.read_text(encoding="utf-8").removeprefix("---\n").strip()
                + "\n---\n"
            )
            return _parted(text, str(sidecar))[1]
    return {}


def _word(known: Mapping[str, Any], field: str) -> str:
    value = known.get(field)
    return "" if value is None else " ".join(str(value).split())


def _day(value: object, field: str, name: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        day = value if isinstance(value, date) else datetime.fromisoformat(str(value).strip())
    except ValueError as error:
        raise ReportError(
            f"report {name}: {field} is {str(value)!r}, which is no ISO 8601 day; write it as 2025-03-09"
        ) from error
    day = day.date() if isinstance(day, datetime) else day
    if day.year not in _YEARS:
        raise ReportError(
            f"report {name}: {field} is {day}, and reports are of the years {_YEARS[0]} to {_YEARS[-1]}; "
            "write the day as 2025-03-09"
        )
    return day


def _language(body: str) -> str:
    """Return the language by the script of most letters."""
    sample = body[:20_000]
    return "ar" if len(_ARABIC.findall(sample)) > len(_LATIN.findall(sample)) else "en"

"""One document or table that was handed in."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Report"]


@dataclass(frozen=True, slots=True)
class Report:
    """A document, who published it and when, and the text that was read from it.

    Parameters
    ----------
    report_id : str
        ``report:`` and the first twelve hex digits of the file's SHA-256.
    path : str
        File name as given (never an absolute path of the machine).
    sha256 : str
        Of the bytes that were handed in.
    publisher, title, url, language, licence : str
        As stated; empty where nobody said.
    published, retrieved : datetime.date or None
        ``None`` where unknown: relative dates then stay words.
    body : str
        The text the offsets of its claims count in, in code points.
    sensitivity : str
        ``public``, ``partner`` or ``internal``.
    """

    report_id: str
    path: str
    sha256: str
    publisher: str = ""
    title: str = ""
    url: str = ""
    language: str = ""
    licence: str = ""
    published: date | None = None
    retrieved: date | None = None
    body: str = ""
    sensitivity: str = "public"

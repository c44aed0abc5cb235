"""HTML and PDF to running text; each library is needed only where its format is read."""

import io
import logging
from typing import Any

from mapper.errors import MissingExtraError, ReportError

__all__ = ["html_text", "pdf_text"]


def html_text(data: bytes, name: str) -> tuple[str, dict[str, Any]]:
    """Return the article in a page, and its title, publisher and day of publication.

    Raises
    ------
    MissingExtraError
        If trafilatura or htmldate is not installed.
    """
    try:
        import htmldate  # noqa: PLC0415 - an extra
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(error.name or "trafilatura", "reports", "Reading HTML") from error
    text = trafilatura.extract(data, include_comments=False, favor_recall=True) or ""
    if not text.strip():
        raise ReportError(f"report {name}: no article was found in the page; save its text as .txt")
    known: dict[str, Any] = {}
    metadata = trafilatura.extract_metadata(data)
    if metadata is not None:
        pairs = (
            ("title", metadata.title),
            ("publisher", metadata.sitename),
            ("url", metadata.url),
            ("licence", metadata.license),
        )
        known = {field: value for field, value in pairs if value}
    published = htmldate.find_date(data.decode("utf-8", "replace"), original_date=True)
    if published:
        known["published"] = published
    return text, known


def pdf_text(data: bytes, name: str) -> str:
    """Return the text of a PDF, page after page.

    Raises
    ------
    MissingExtraError
        If pypdf is not installed.
    ReportError
        If the file is broken, encrypted, or holds pictures of text.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("pypdf", "reports", "Reading PDF") from error
    # What it has to say is said in one line below.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = [page.extract_text() or "" for page in PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, OSError) as error:
        raise ReportError(
            f"report {name} is a PDF that cannot be read: {error}; save its text as .txt"
        ) from error
    text = "\n".join(pages)
    if not text.strip():
        raise ReportError(
            f"report {name} is a PDF without text (pictures of pages); run it through OCR first"
        )
    return text

"""Bytes of a table -> text, with the encoding told by what the bytes can be."""

import codecs
import re

from mapper.errors import TableError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")


def decode(data: bytes, name: str) -> tuple[str, str]:
    r"""Return the text of a table and how it was encoded.

    UTF-8 and UTF-16 are certain. A file of another encoding is read as Arabic (cp1256) when its
    letters stand in runs, as they do in Arabic words, else as Western (cp1252), whose accents stand
    alone. A file that is UTF-8 but for a few lines keeps its UTF-8, and only those lines are read so.

    Raises
    ------
    TableError
        If the bytes are not text.

    Examples
    --------
    >>> decode("place\nبلدة".encode("cp1256"), "a.csv")
    ('place\nبلدة', 'cp1256')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name), encoding
    if b"\0" in data[:4096]:
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        binary = f"{name} is no text but binary; name its format by its suffix"
        if max(even, odd) < 4 * min(even, odd) + 8:
            raise TableError(binary)
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            raise TableError(binary) from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    legacy = _legacy(data)
    lines = data.split(b"\n")
    # Lines of letters outside ASCII: does UTF-8 hold for most of them?
    beyond = [line for line in lines if not line.isascii()]
    sound = sum(_is_utf8(line) for line in beyond)
    if sound * 2 > len(beyond):
        text = "\n".join(
            line.decode("utf-8") if _is_utf8(line) else line.decode(_legacy(line), "replace")
            for line in lines
        )
        return text, f"utf-8, but for {len(beyond) - sound} lines in {legacy}"
    return data.decode(legacy, "replace"), legacy


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableError(
            f"{name} says it is {encoding}, but byte {error.start:,} is not; "
            "the file is damaged: fetch it again, or save it as UTF-8"
        ) from error


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _legacy(data: bytes) -> str:
    runs = [len(run) for run in _HIGH_RUNS.findall(data[: 1 << 20])]
    in_words = sum(length for length in runs if length >= 3)
    return "cp1256" if in_words * 2 > sum(runs) else "cp1252"

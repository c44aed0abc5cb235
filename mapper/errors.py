"""What can go wrong, as one tree.

::

    MapperError
    ├── InputError              a file, a table or a call that cannot be used
    │   ├── ReportError         a report that cannot be read
    │   └── TableError          a table that cannot be read, or lacks a column
    ├── GazetteerError          a gazetteer that is missing or broken
    ├── UnlikeFiguresError      figures that must not be added
    ├── CaseError               a case that is locked, newer than this program, or not a case
    ├── OutputError             a file that cannot be written
    └── MissingExtraError       a library that an extra brings

Every message states the fact, the value and the way out, in one line.
"""

__all__ = [
    "CaseError",
    "GazetteerError",
    "InputError",
    "MapperError",
    "MissingExtraError",
    "OutputError",
    "ReportError",
    "TableError",
    "UnlikeFiguresError",
]


class MapperError(Exception):
    """Base of everything this package raises on purpose."""


class InputError(MapperError):
    """Something handed in cannot be used."""


class ReportError(InputError):
    """A report cannot be read."""


class TableError(InputError):
    """A table cannot be read, or lacks a column that is needed."""


class GazetteerError(MapperError):
    """A gazetteer is missing or broken. Never raised for a name that is merely unknown."""


class UnlikeFiguresError(MapperError):
    """Two figures must not be added: their kinds, units, voices or groups differ."""


class CaseError(MapperError):
    """A case is locked by another process, newer than this program, or not a case."""


class OutputError(MapperError):
    """A file cannot be written. What stood there before is untouched."""


class MissingExtraError(MapperError):
    """A library is needed that only an extra installs.

    Parameters
    ----------
    library : str
        The library that is missing, by its import name.
    extra : str
        The extra of ``incident-mapper`` that brings it.
    purpose : str
        What it is needed for, as the start of a sentence.

    Examples
    --------
    >>> str(MissingExtraError("pypdf", "reports", "Reading PDF"))
    "Reading PDF needs pypdf, which is not installed. Install it with: pip install 'incident-mapper[reports]'"
    """

    def __init__(self, library: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs {library}, which is not installed. "
            f"Install it with: pip install 'incident-mapper[{extra}]'"
        )

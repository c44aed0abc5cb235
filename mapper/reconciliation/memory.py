"""What a table remembers of the claims it was made from."""

from typing import Any, TypeVar

import pandas as pd

from mapper.reconciliation.books import Books

__all__ = ["recall", "remember"]

Frame = TypeVar("Frame", bound=pd.DataFrame)
_NOTE = "made_from"


class _Note(str):  # noqa: SLOT000 - it carries the books
    """The books a table was made from, as a note that is cheap to copy and to write.

    pandas copies ``attrs`` deeply with every slice and writes them into files as JSON; a text that
    remembers its books passes both without carrying them along.
    """

    books: Books

    def __deepcopy__(self, memo: object) -> "_Note":
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (str, (str(self),))


def remember(table: Frame, books: Books) -> Frame:
    """Return the table with a note of the books it was made from."""
    note = _Note(f"{len(books.table)} claims")
    note.books = books
    table.attrs[_NOTE] = note
    return table


def recall(table: Any) -> Books | None:
    """Return the books a table, or a row of it, was made from; ``None`` if it does not know."""
    note = getattr(table, "attrs", {}).get(_NOTE)
    return note.books if isinstance(note, _Note) else None

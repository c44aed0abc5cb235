"""What a command is given to work on: a case, a folder of tables, or a claims table."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["tables_of"]


def tables_of(given: str, only: Collection[str] | None = None) -> "dict[str, pd.DataFrame]":
    """Return the tables that are there, by their names.

    Parameters
    ----------
    given : str
        A case (``.gpkg`` or ``postgresql://…``), a folder with tables as CSV, or a claims table.
    only : collection of str, optional
        The tables wanted.

    Raises
    ------
    InputError
        If it is a folder without such a table, or cannot be read.
    """
    from mapper.errors import InputError
    from mapper.reconciliation import read_claims
    from mapper.schema import TABLES
    from mapper.storage import read_case, read_table

    source = Path(given)
    if "://" in given or source.suffix.lower() == ".gpkg":
        return dict(read_case(given, only=only))
    if not source.is_dir():
        return {"claims": read_claims(source)}
    paths = {name: source / f"{name}.csv" for name in (TABLES if only is None else only)}
    found = {name: path for name, path in paths.items() if path.is_file()}
    if not found:
        raise InputError(f"{source} holds no table: name a folder with claims.csv or incidents.csv")
    return {
        name: read_claims(path) if name == "claims" else read_table(path, TABLES[name])
        for name, path in found.items()
    }

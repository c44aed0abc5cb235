"""A file of names or of claims in, a file with their places out."""

from pathlib import Path

import pandas as pd

from mapper.errors import TableError
from mapper.geocoding.claims import geocode_claims
from mapper.geocoding.names import geocode_names
from mapper.geocoding.online import Online
from mapper.schema import CLAIMS
from mapper.storage import read_table, write_table, written_aside
from mapper.storage.spreadsheets import read_cells

__all__ = ["geocode_file"]

# What a spreadsheet would run; an apostrophe before it makes it text.
_FORMULA = r"^(?=[=+\-@\t\r])"


def geocode_file(
    table: str | Path, output: str | Path, online: Online | None = None
) -> dict[str, int]:
    """Geocode a table of names (columns ``id``, ``name``) or of claims.

    Parameters
    ----------
    table : str or Path
        A CSV with a column ``name``, or a claims table in any format of `mapper.storage`.
    output : str or Path
        A CSV for names; for claims any format of `mapper.storage`.
    online : Online, optional
        A server to ask for names that are unknown; by default none is asked.

    Returns
    -------
    dict of str to int
        How many rows are resolved, ambiguous and unknown (for claims: placed and unplaced).

    Raises
    ------
    TableError
        If the file is missing, is no table, or has neither a column ``name`` nor ``claim_id``.
    """
    table = Path(table)
    if not table.is_file():
        raise TableError(
            f"there is no file {table}; name a CSV with columns id and name, or claims"
        )
    if table.suffix.lower() != ".csv":
        return _claims(table, output, online)
    try:
        names = read_cells(table)
    except ValueError as error:
        raise TableError(f"cannot read {table}: {error}; save it as CSV in UTF-8") from error
    if "claim_id" in names:
        return _claims(table, output, online)
    names.columns = [str(column).strip().lower() for column in names.columns]
    if "name" not in names:
        raise TableError(
            f"{table} has the columns {', '.join(names.columns)} and no column name; "
            f"rename the column with the place names to name"
        )
    answers = geocode_names(names, online=online)
    # What the table already says under these names is kept beside the answers.
    kept = names.rename(
        columns={column: f"given_{column}" for column in names if column in answers}
    )
    out = pd.concat([kept, answers], axis=1)
    for column in out.columns:
        if isinstance(out[column].dtype, pd.StringDtype):
            out[column] = out[column].str.replace(_FORMULA, "'", regex=True)
    with written_aside(output) as aside:
        out.to_csv(aside, index=False, encoding="utf-8", lineterminator="\n")
    return _counts(answers["status"])


def _claims(table: Path, output: str | Path, online: Online | None) -> dict[str, int]:
    claims = geocode_claims(read_table(table, CLAIMS), online=online)
    write_table(claims, output, CLAIMS)
    return _counts(claims["precision"].ne("unplaced").map({True: "placed", False: "unplaced"}))


def _counts(values: "pd.Series[str]") -> dict[str, int]:
    return {str(value): int(count) for value, count in values.value_counts().items()}

"""Accounts that name one another: a row of one table that cites the id of a row of another."""

import re

import pandas as pd

from mapper.reconciliation.columns import Ints, text_of

__all__ = ["citations"]

# Codes such as CS1852, CI463b or USSOM123-C: letters, at least two digits, perhaps a last letter.
_CODE = r"(?<![A-Za-z0-9])([A-Za-z]{1,10}\d{2,6}(?:-?[A-Za-z])?)(?![A-Za-z0-9])"


def citations(told: pd.DataFrame, table: pd.DataFrame) -> tuple[Ints, Ints]:
    """Return pairs of accounts of which one cites the code of the other.

    Parameters
    ----------
    told : DataFrame
        The claims of accounts: ``account``, ``row`` (of the claims table), ``row_key``,
        ``table_key``.
    table : DataFrame
        The claims table, with ``quote`` and ``source_codes``.

    Returns
    -------
    tuple of arrays
        Accounts; the one that cites first.
    """
    rows = told[told["row_key"].notna()]
    named = rows.drop_duplicates("account")
    code = named["row_key"].str.split(":", n=1).str[1]
    code = code[code.str.fullmatch(_CODE).fillna(value=False)]
    coded = code.str.upper().str.replace("-", "", regex=False)
    owner = pd.DataFrame(
        {"code": coded, "owner": named.loc[coded.index, "account"], "table": named["table_key"]}
    ).dropna()
    if owner.empty:
        return owner["owner"].to_numpy("int64"), owner["owner"].to_numpy("int64")
    cells = table.iloc[rows["row"]]
    text = text_of(cells["quote"]) + " " + text_of(cells["source_codes"])
    # Only other tables can cite a table's codes; its own rows are full of them.
    seen = []
    for name in sorted(owner["table"].unique()):
        theirs = owner[owner["table"] == name]
        others = text[(rows["table_key"] != name).to_numpy()]
        letters = sorted({re.sub(r"\d.*", "", code) for code in theirs["code"]}, key=len)
        some = re.compile(
            "|".join(re.escape(letter) + r"\d" for letter in reversed(letters)), re.IGNORECASE
        )
        likely = others[others.str.contains(some)]
        marks = likely.str.extractall(_CODE)[0].str.upper().str.replace("-", "", regex=False)
        hit = marks[marks.isin(set(theirs["code"]))]
        at = hit.index.get_level_values(0)
        account = pd.Series(rows["account"].to_numpy(), index=cells.index)[at].to_numpy()
        seen.append(
            pd.DataFrame(
                {
                    "citing": account,
                    "owner": hit.map(theirs.set_index("code")["owner"]).to_numpy(),
                }
            )
        )
    pairs = pd.concat(seen).drop_duplicates()
    return pairs["citing"].to_numpy("int64"), pairs["owner"].to_numpy("int64")

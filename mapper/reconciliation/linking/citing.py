"""Accounts that name one another: a row of one table that cites the id, or the table, of another."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Ints, text_of

__all__ = ["Citing"]

# Codes such as CS1852, CI463b or USSOM123-C: letters, at least two digits, perhaps a last letter. Who
# cites one may set its letters apart: "CS 1852", "cs-1852".
_CODE = r"(?<![A-Za-z0-9])([A-Za-z]{1,10}\d{2,6}(?:-?[A-Za-z])?)(?![A-Za-z0-9])"
_CODE_CITED = _CODE.replace(r"}\d", r"}[ -]?\d")
_URL = r"(?:https?://|www\.)([^\s\"'<>|;,\\]+)"
# A page that many rows link to is a table of its own, and tells none of them from another.
_MOST_ROWS = 2
_SHORTEST_PATH = 8


@dataclass(frozen=True)
class Citing:
    """The rows of event tables, and all that their sources say of where it is from."""

    rows: pd.DataFrame
    text: "pd.Series[str]"
    earlier: "pd.Series[str]"

    @classmethod
    def of(cls, told: pd.DataFrame, table: pd.DataFrame) -> "Citing":
        """Return what rows say of their sources.

        Parameters
        ----------
        told : DataFrame
            The claims of accounts: ``account``, ``row`` (of the claims table), ``row_key``,
            ``table_key``, ``voice_name``.
        table : DataFrame
            The claims table, with ``quote``, ``source_codes`` and perhaps ``earlier_ids``.
        """
        rows = told[told["row_key"].notna()]
        cells = table.iloc[rows["row"]]
        text = text_of(cells["quote"]) + " " + text_of(cells["source_codes"])
        none = pd.Series("", index=cells.index)
        earlier = text_of(cells["earlier_ids"]) if "earlier_ids" in cells else none
        return cls(rows, text.set_axis(rows.index), earlier.set_axis(rows.index))

    def codes(self) -> tuple[Ints, Ints]:
        """Return pairs of accounts of which one cites the other's code, or the same page; citing first."""
        owner = self._owners()
        # Only other tables can cite a table's codes; its own rows are full of them.
        seen = [self._pages()]
        for name in sorted(owner["table"].unique()):
            theirs = owner[owner["table"] == name]
            others = self.text[self.rows["table_key"] != name]
            letters = sorted({re.sub(r"\d.*", "", code) for code in theirs["code"]}, key=len)
            some = re.compile(
                "|".join(re.escape(letter) + r"[ -]?\d" for letter in reversed(letters)),
                re.IGNORECASE,
            )
            likely = others[others.str.contains(some)]
            marks = (
                likely.str.extractall(_CODE_CITED)[0]
                .str.upper()
                .str.replace(r"[ -]", "", regex=True)
            )
            hit = marks[marks.isin(set(theirs["code"]))]
            by = self.rows["account"][hit.index.get_level_values(0)].to_numpy()
            of = hit.map(theirs.set_index("code")["owner"]).to_numpy()
            seen.append(pd.DataFrame({"citing": by, "owner": of}))
        pairs = pd.concat(seen).drop_duplicates()
        return pairs["citing"].to_numpy("int64"), pairs["owner"].to_numpy("int64")

    def _owners(self) -> pd.DataFrame:
        """Return ``code``, ``owner`` and ``table`` of the codes that rows bear, or once bore."""
        named = self.rows.drop_duplicates("account")
        own = named["row_key"].str.split(":", n=1).str[1]
        own = own[own.str.fullmatch(_CODE).fillna(value=False)]
        once = self.earlier[named.index].str.extractall(_CODE)[0].droplevel(1)
        code = pd.concat([own, once[~once.isin(own)]])
        return pd.DataFrame(
            {
                "code": code.str.upper().str.replace("-", "", regex=False),
                "owner": named.loc[code.index, "account"],
                "table": named.loc[code.index, "table_key"],
            }
        ).drop_duplicates(["table", "code"])

    def _pages(self) -> pd.DataFrame:
        """Return pairs of accounts of two tables that link to a page to which hardly any other does."""
        none = pd.DataFrame({"citing": [], "owner": []}, dtype="int64")
        linking = self.text[self.text.str.contains("http|www", regex=True)]
        if linking.empty:
            return none
        found = linking.str.extractall(_URL)[0].str.casefold()
        page = found.str.replace(r"^www\.|[#?].*$|[/.)\]]+$", "", regex=True)
        page = page[page.str.partition("/")[2].str.len() >= _SHORTEST_PATH]
        at = page.index.get_level_values(0)
        links = self.rows.loc[at, ["account", "table_key"]].assign(page=page.to_numpy())
        links = links.drop_duplicates()
        rows = links.groupby(["page", "table_key"])["account"].transform("size")
        links = links[rows <= _MOST_ROWS]
        links = links[links.groupby("page")["table_key"].transform("nunique") > 1]
        both = links.merge(links, on="page", suffixes=("", "_of"))
        both = both[both["table_key"] < both["table_key_of"]]
        both = both.rename(columns={"account": "citing", "account_of": "owner"})
        return pd.concat([none, both[["citing", "owner"]]])

    def tables(self) -> dict[str, Ints]:
        """Return, for each table, the accounts of others that have its voice among their sources.

        Such a row has an event of that table; which one it does not say.
        """
        tables = self.rows["table_key"]
        found = {}
        for name, some in self.rows.groupby("table_key"):
            words = "|".join(
                re.escape(voice) for voice in sorted(some["voice_name"].unique()) if voice
            )
            others = self.text[tables != name]
            if words and len(others):
                hit = others.index[others.str.contains(rf"\b(?:{words})\b")]
                found[str(name)] = np.unique(self.rows.loc[hit, "account"].to_numpy("int64"))
        return found

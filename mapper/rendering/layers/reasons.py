"""Why figures are one, as they go into the page: codes that it words in its own language."""

import pandas as pd

from mapper.reconciliation import rule_code
from mapper.rendering.payload import Table

__all__ = ["add_reasons"]


def add_reasons(table: Table, rows: pd.DataFrame) -> None:
    """Add the rule and the reasons of incidents, or flows, to a table.

    Sentences go in only where a row has no codes: then they are somebody's own words.

    Parameters
    ----------
    table : Table
        On its way into a page.
    rows : DataFrame
        With ``rule``, ``reasons`` and ``reason_codes``, where it has them.
    """
    if "rule" in rows:
        codes = {rule: rule_code(rule) for rule in rows["rule"].dropna().unique()}
        table.words("rule", rows["rule"].map(codes))
    coded = "reason_codes" in rows
    if coded:
        table.words("reason_codes", rows["reason_codes"])
    if "reasons" in rows:
        own = rows["reasons"]
        table.words("reasons", own.mask(rows["reason_codes"].notna()) if coded else own)

"""What an earlier file had and a later one has no more: withdrawn by its publisher."""

import pandas as pd

from mapper.adapters.refusing import refusals

__all__ = ["withdrawn"]


def withdrawn(claims: pd.DataFrame, previous: pd.DataFrame) -> pd.DataFrame:
    """Return the earlier claims whose ids are gone, as rows of the refused table.

    Only ids of the schemas that were read again are looked for: an earlier table may hold more. A
    claim that is gone was withdrawn or merged into another (Airwars names it in ``previous_codes``),
    and must leave every total.

    Parameters
    ----------
    claims, previous : DataFrame
        Claims tables, read from the later and from the earlier file.

    Examples
    --------
    >>> earlier = pd.DataFrame({"claim_id": ["a", "b"], "source_schema": "acled", "report": "may.csv"})
    >>> withdrawn(earlier.iloc[:1], earlier)[["column", "value"]].values.tolist()
    [['claim_id', 'b']]
    """
    again = previous["source_schema"].isin(claims["source_schema"].dropna().unique())
    gone = previous[again & ~previous["claim_id"].isin(claims["claim_id"])]
    return refusals(
        pd.DataFrame(
            {
                "report": gone["report"],
                "column": "claim_id",
                "value": gone["claim_id"],
                "reason": "stands in the earlier table and in the later one no more: withdrawn or merged",
                "way_out": "leave it out of every total, and say so in the next edition",
            }
        )
    )

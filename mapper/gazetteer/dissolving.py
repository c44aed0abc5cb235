"""Units drawn one by one, as the one area they are together."""

from typing import Any

import shapely

__all__ = ["dissolved"]

# Degrees: cracks between units that were rounded apart, and (square degrees) holes they leave.
_CRACK = 0.0006
_HOLE = 0.0005


def dissolved(parts: list[Any]) -> Any:
    """Return the union of units, without the cracks and holes that are left where they meet."""
    whole = shapely.union_all(parts)
    if len(parts) < 2 or not whole.area:
        return whole
    closed = whole.buffer(_CRACK, join_style="mitre").buffer(-_CRACK, join_style="mitre")
    kept = [
        shapely.Polygon(
            part.exterior, [r for r in part.interiors if shapely.Polygon(r).area > _HOLE]
        )
        for part in shapely.get_parts(closed)
    ]
    return shapely.union_all(kept)

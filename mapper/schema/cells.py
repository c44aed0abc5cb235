"""Several values in one cell, ``a|b``."""

import re
from collections.abc import Iterable

__all__ = ["joined", "split"]


def joined(values: Iterable[str]) -> str | None:
    r"""Return several values as one cell, ``a|b``; null if there are none.

    >>> joined(["a", "b|c"])
    'a|b\\|c'
    >>> joined([]) is None
    True
    """
    cell = "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)
    return cell or None


def split(cell: object) -> list[str]:
    r"""Return the values of a cell; an empty list for null. The inverse of `joined`.

    >>> split(joined(["a", "b|c"]))
    ['a', 'b|c']
    >>> split(None), split(float("nan"))
    ([], [])
    """
    if not isinstance(cell, str) or not cell:
        return []
    if "\\" not in cell:
        return cell.split("|")
    parts = re.findall(r"(?:\\.|[^|\\])*(?:\||$)", cell)
    values = [re.sub(r"\\(.)", r"\1", part.removesuffix("|")) for part in parts]
    return values if cell.endswith("|") and not cell.endswith("\\|") else values[:-1]

"""Files of any usual format -> sheets of text, with limits.

A `Sheet` is what stands in a table before anybody asks what it means: every cell text, or null. The
formats are told by the bytes first and by the suffix second, so that a CSV called ``.xls`` still reads.
"""

from mapper.adapters.opening.limits import LIMITS, Limits
from mapper.adapters.opening.opening import SUFFIXES, open_sheets
from mapper.adapters.opening.sheet import Sheet

__all__ = ["LIMITS", "SUFFIXES", "Limits", "Sheet", "open_sheets"]

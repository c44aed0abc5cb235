"""Published tables -> claims: one file a schema, behind one registry.

>>> from mapper.adapters import SCHEMAS
>>> [schema.name for schema in SCHEMAS][:3]
['ucdp', 'airwars', 'acled']
"""

from mapper.adapters.opening import SUFFIXES
from mapper.adapters.reading import LASTING, SCHEMAS, balanced, read, sniff
from mapper.adapters.registry import Schema, Sniff
from mapper.adapters.withdrawing import withdrawn

__all__ = [
    "LASTING",
    "SCHEMAS",
    "SUFFIXES",
    "Schema",
    "Sniff",
    "balanced",
    "read",
    "sniff",
    "withdrawn",
]

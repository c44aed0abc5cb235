"""The tables, column by column: a contract between every step, and with whoever opens the files.

A table is a plain ``DataFrame``, or a ``GeoDataFrame`` in EPSG:4326 when it has a geometry. Text is
``str``, counts are ``Int64``, days are ``datetime64[s]``; what is unknown is null. A column that
holds several values holds them as one text, ``a|b`` (see `joined` and `split`). More columns than
these may be added by anyone; they are kept.
"""

from mapper.schema.cells import joined, split
from mapper.schema.checking import check
from mapper.schema.columns import CRS, Column, Dtype, Sensitivity, Table
from mapper.schema.conforming import (
    Reading,
    conform,
    conform_all,
    from_claims,
    from_reports,
    texts_of,
)
from mapper.schema.sums import EVENT_TABLES, are_sums
from mapper.schema.tables import (
    CLAIMS,
    FLOWS,
    INCIDENTS,
    LINKS,
    MANIFEST,
    PLACES,
    REFUSED,
    REPORTS,
    REVISIONS,
    SERIES,
    TABLES,
    TEXTS,
    TOTALS,
)
from mapper.schema.voices import (
    Voice,
    described_kind,
    fold_voice,
    known_voice,
    known_voices,
    voice_kind_of,
)

__all__ = [
    "CLAIMS",
    "CRS",
    "EVENT_TABLES",
    "FLOWS",
    "INCIDENTS",
    "LINKS",
    "MANIFEST",
    "PLACES",
    "REFUSED",
    "REPORTS",
    "REVISIONS",
    "SERIES",
    "TABLES",
    "TEXTS",
    "TOTALS",
    "Column",
    "Dtype",
    "Reading",
    "Sensitivity",
    "Table",
    "Voice",
    "are_sums",
    "check",
    "conform",
    "conform_all",
    "described_kind",
    "fold_voice",
    "from_claims",
    "from_reports",
    "joined",
    "known_voice",
    "known_voices",
    "split",
    "texts_of",
    "voice_kind_of",
]

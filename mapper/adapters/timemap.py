"""TimeMap's three sheets: events, sources, associations.

Source: Forensic Architecture's datasheet-server and timemap. An event has a text, a day (month first),
a time, a place and the ids of its sources and associations; it carries no count, so it is a statement.
An event without a day or a place is an event all the same.
"""

from collections.abc import Sequence

import pandas as pd

from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.markup import plain
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, translated
from mapper.schema import joined

__all__ = ["ASSOCIATIONS", "EVENTS", "SOURCES"]


def _events(rows: Rows) -> Sequence[pd.DataFrame]:
    numbers = pd.Series(rows.index.astype("str"), index=rows.index)
    ids = "timemap:" + rows.text("id").fillna("row-" + numbers) + ":statement"
    day = rows.days("date", formats=("%m/%d/%Y", "%d %B %Y"))
    described = rows.text("description", "location", "date")
    return [
        draft(
            described.notna(),
            claim_id=ids,
            measure="statement",
            unit="event",
            qualifier="unspecified",
            quote=plain(rows.text("description")),
            place_words=rows.text("location"),
            place_role="scene",
            period_words=rows.text("time"),
            event_type=_listed(rows, "association"),
            voice=_sources(rows),
            **spanned(rows, day, day, "day", column="date"),
            **placed(
                rows,
                rows.constant("settlement").where(rows.text("latitude").notna()),
                rows.constant("unknown"),
            ),
        )
    ]


def _listed(rows: Rows, stem: str) -> "pd.Series[str]":
    names = [name for name in rows.frame.columns if name.rstrip("0123456789").rstrip("s") == stem]
    cells = rows.frame[names]
    return pd.Series(
        [joined([cell for cell in row if isinstance(cell, str)]) for row in cells.to_numpy()],
        index=rows.index,
        dtype="str",
    )


def _sources(rows: Rows) -> "pd.Series[str]":
    """Return the title of the first source of each event, from the sheet of sources, or its id."""
    first = rows.text("source1", "sources", "source")
    titles: dict[str, str] = {}
    for sheet in rows.companions.get(SOURCES.name, ()):
        known = sheet.frame.dropna(subset=["id", "title"])
        titles |= dict(zip(known["id"], known["title"], strict=True))
    return translated(first, titles).fillna(first)


_URL = "https://github.com/forensic-architecture/timemap"
EVENTS = Schema(
    name="timemap",
    title="TimeMap events",
    publisher="",
    url=_URL,
    licence="",
    needs=(
        ("description",),
        ("date",),
        ("location",),
        ("latitude",),
        ("association1", "associations", "source1"),
    ),
    known=frozenset(
        columns("""id description date time time_precision location latitude longitude x y z type category
            category_full comments association1 association2 association3 association4 association5
            associations source1 source2 source3 source4 source5 sources colour shape""")
    ),
    read=_events,
    identified=False,
    lasting=False,
)
SOURCES = Schema(
    name="timemap_sources",
    title="TimeMap sources",
    publisher="",
    url=_URL,
    licence="",
    needs=(("id",), ("title",), ("path1", "paths")),
    known=frozenset(columns("id title thumbnail description path1 path2 path3 paths type")),
    explains="a source: the events that name it carry its title",
)
ASSOCIATIONS = Schema(
    name="timemap_associations",
    title="TimeMap associations",
    publisher="",
    url=_URL,
    licence="",
    needs=(("id",), ("mode",), ("filter_path0", "filter_paths")),
    known=frozenset(columns("id title desc mode filter_path0 filter_path1 filter_path2")),
    explains="a filter of the map: the events carry its id",
)

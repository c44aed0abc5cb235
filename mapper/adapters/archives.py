"""Sheets of posts and incidents without counts: auto-archiver, Atlos, Bellingcat's Ukraine TimeMap.

Source: bellingcat/auto-archiver (column names, matched in any case), Atlos bulk import and export, the
CSV that ukraine.bellingcat.com offers. Each row is a statement; who reads it adds the figures. The
coordinates of the Ukraine TimeMap are slightly obscured to protect those who filmed.
"""

from collections.abc import Sequence

import pandas as pd

from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.markup import plain
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds

__all__ = ["ATLOS", "AUTO_ARCHIVER", "UKRAINE_TIMEMAP"]


def _auto_archiver(rows: Rows) -> Sequence[pd.DataFrame]:
    link = rows.text("link", "url")
    posted = rows.days("upload timestamp")
    numbers = rows.sheet.sha256[:8] + "-" + pd.Series(rows.index.astype("str"), index=rows.index)
    status = rows.text("archive status")
    lost = status.isna() | holds(status.str.contains("nothing|fail|error|no archiver", case=False))
    return [
        draft(
            link.notna(),
            claim_id="archive:" + link.fillna("row-" + numbers) + ":statement",
            measure="statement",
            unit="event",
            qualifier="unspecified",
            quote=plain(rows.text("textual content", "upload title")),
            published=posted,
            url=link,
            archive_url=rows.text("archive location"),
            archive_hash=rows.text("hash"),
            apart=rows.constant(None).mask(lost, "not archived: " + status.fillna("no status")),
        )
    ]


def _atlos(rows: Rows) -> Sequence[pd.DataFrame]:
    numbers = pd.Series(rows.index.astype("str"), index=rows.index)
    ids = "atlos:" + rows.text("slug", "id", "attr_id").fillna("row-" + numbers)
    day = rows.days("date", "attr_date")
    sensitive = rows.text("sensitive", "attr_sensitive")
    return [
        draft(
            rows.text("description", "attr_description").notna(),
            claim_id=ids + ":statement",
            measure="statement",
            unit="event",
            qualifier="unspecified",
            quote=plain(rows.text("description", "attr_description")),
            review=rows.text("status", "attr_status"),
            sensitive=sensitive,
            place_words=rows.text("location", "place", "attr_location"),
            place_role="scene",
            **spanned(rows, day, day, "day", column="date"),
            **placed(
                rows,
                rows.constant("settlement").where(rows.text("latitude").notna()),
                rows.constant("unknown"),
            ),
        )
    ]


def _ukraine(rows: Rows) -> Sequence[pd.DataFrame]:
    day = rows.days("date", formats=("%m/%d/%Y",))
    return [
        draft(
            rows.text("id", "description").notna(),
            claim_id="ukraine-timemap:" + rows.text("id") + ":statement",
            measure="statement",
            unit="event",
            qualifier="unspecified",
            voice="Bellingcat",
            quote=plain(rows.text("description")),
            place_words=rows.text("location"),
            place_role="scene",
            event_type=rows.text("associations"),
            sources=rows.text("sources"),
            **spanned(rows, day, day, "day", column="date"),
            **placed(rows, rows.constant("settlement"), rows.constant("obscured")),
        )
    ]


AUTO_ARCHIVER = Schema(
    name="auto_archiver",
    title="auto-archiver's sheet",
    publisher="",
    url="https://github.com/bellingcat/auto-archiver",
    licence="",
    needs=(("link", "url"), ("archive status",), ("archive location",)),
    known=frozenset(
        (
            "link",
            "url",
            "destination folder",
            "archive status",
            "archive location",
            "archive date",
            "thumbnail",
            "upload timestamp",
            "upload title",
            "textual content",
            "screenshot",
            "hash",
            "perceptual hashes",
            "wacz",
            "replaywebpage",
        )
    ),
    read=_auto_archiver,
    sensitivity="internal",
)
ATLOS = Schema(
    name="atlos",
    title="Atlos incidents",
    publisher="",
    url="https://www.atlos.org/",
    licence="",
    needs=(
        ("status", "attr_status"),
        ("description", "attr_description"),
        ("sensitive", "attr_sensitive"),
    ),
    known=frozenset(
        columns("status description sensitive slug id date location latitude longitude")
    ),
    read=_atlos,
    identified=False,
    lasting=False,
    sensitivity="internal",
)
UKRAINE_TIMEMAP = Schema(
    name="ukraine_timemap",
    title="Bellingcat's Ukraine TimeMap",
    publisher="Bellingcat",
    url="https://ukraine.bellingcat.com/",
    licence="credit Bellingcat; coordinates are obscured on purpose",
    needs=(("id",), ("date",), ("latitude",), ("description",), ("sources",), ("associations",)),
    known=frozenset(
        columns("id date latitude longitude location description sources associations")
    ),
    read=_ukraine,
)

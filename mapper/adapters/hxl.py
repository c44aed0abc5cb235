"""Any table with a row of HXL tags: the tags say what each column is, whatever it is called.

Source: HXL 1.1 standard and hashtag dictionary. ``#affected`` with killed, injured, missing, detained,
displaced, idps, refugees or returned is a figure; ``+min`` and ``+max`` are its bounds; ``+f``,
``+m``, ``+children`` and the like name a part of the same people; ``+hh`` counts households.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mapper.adapters.counting import counted, given
from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.figures import written
from mapper.adapters.markup import plain
from mapper.adapters.months import month_days
from mapper.adapters.registry import Schema
from mapper.adapters.rows import Rows, translated

__all__ = ["SCHEMA"]

# Attributes -> measure and kind, the first that fits.
_MEASURES: tuple[tuple[frozenset[str], str, str], ...] = (
    (frozenset({"killed", "dead", "deaths", "fatalities"}), "killed", "flow"),
    (frozenset({"injured", "wounded"}), "injured", "flow"),
    (frozenset({"missing"}), "missing", "flow"),
    (frozenset({"detained", "abducted"}), "detained", "flow"),
    (frozenset({"returned", "returnees"}), "returned", "flow"),
    (frozenset({"displaced"}), "displaced", "flow"),
    (frozenset({"idps"}), "displaced", "stock"),
    (frozenset({"refugees", "asylum"}), "displaced", "stock"),
)
_ENDS = ("low", "best", "high")
_BOUNDS = {"min": "low", "low": "low", "max": "high", "high": "high"}
_ASIDE = frozenset(
    {"pct", "percent", "rate", "per100000", "rounded", "type", "text", "code", "name", "avg"}
)
_COUNTS = ("#affected", "#population", "#indicator", "#inneed", "#targeted", "#reached")
_PEOPLE = {
    "f": ("women", "women"),
    "female": ("women", "women"),
    "women": ("women", "women"),
    "m": ("men", "men"),
    "male": ("men", "men"),
    "men": ("men", "men"),
    "children": ("children", "children"),
    "civilians": ("civilians", "civilian"),
    "civilian": ("civilians", "civilian"),
}
_PRECISIONS = frozenset(
    ("site", "settlement", "near", "adm3", "adm2", "adm1", "zone", "country", "sea_air", "unplaced")
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A tagged column: its hashtag and its attributes."""

    name: str
    tag: str
    attributes: frozenset[str]


def _tagged(tags: dict[str, str]) -> list[_Column]:
    found = []
    for name, tag in tags.items():
        words = re.split(r"[\s+]+", tag.strip().lower())
        found.append(_Column(name, words[0], frozenset(words[1:])))
    return found


class _Tags:
    """The columns of a sheet by their tags."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.columns = _tagged(rows.sheet.tags)

    def names(self, tag: str, *having: str, without: Iterable[str] = ()) -> list[str]:
        """Return columns of a tag that have all of some attributes and none of others."""
        return [
            column.name
            for column in self.columns
            if column.tag == tag
            and column.attributes.issuperset(having)
            and column.attributes.isdisjoint(without)
        ]

    def text(self, tag: str, *having: str, without: Iterable[str] = ()) -> "pd.Series[str]":
        """Return what these columns say, without the words that say nothing."""
        return self.rows.said(*self.names(tag, *having, without=without))


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    tags = _Tags(rows)
    common = _common(rows, tags)
    event = tags.text("#event", "id").fillna(tags.text("#event", "code"))
    base = "hxl:" + event.fillna(
        rows.sheet.sha256[:8] + ":" + pd.Series(rows.index.astype("str"), index=rows.index)
    )
    drafts, wholes = [], {}
    for (measure, kind, unit, people), ends in sorted(
        _figures(tags).items(), key=lambda item: item[0][3] != ""
    ):
        figure = _bounded(rows, ends)
        ids = (
            base
            + f":{measure}"
            + (f":{people}" if people else "")
            + (":households" if unit == "household" else "")
        )
        words, known = _people(people)
        some = figure["count_words"].notna()
        for end in _ENDS:
            some |= figure[f"count_{end}"].notna()
        if not people:
            wholes[measure, unit] = ids.where(some)
        drafts.append(
            draft(
                some,
                claim_id=ids,
                measure=measure,
                kind=kind,
                unit=unit,
                group=words or common["group_words"],
                group_class=known or None,
                contained_in=wholes.get((measure, unit)) if people else None,
                **figure,
                **{name: value for name, value in common.items() if name != "group_words"},
            )
        )
    events = tags.names("#event", without=("id", "code", "type", "name")) + tags.names("#events")
    if events:
        figure = written(rows, *events)
        drafts.append(
            draft(
                figure["count_best"].notna(),
                claim_id=base + ":incidents",
                measure="incidents",
                kind="flow",
                unit="event",
                count_rule="hxl",
                **figure,
                **{name: value for name, value in common.items() if name != "group_words"},
            )
        )
    for column in _beside(tags):
        rows.set_aside(
            column.name,
            reason=f"{column.tag}+{'+'.join(sorted(column.attributes))}: a figure, but of no harm or "
            "displacement that the tags name".replace("+:", ":"),
        )
    return drafts


def _beside(tags: _Tags) -> list[_Column]:
    """Return columns of figures whose tags name nothing that is a claim of ours."""
    return [
        column
        for column in tags.columns
        if column.tag in _COUNTS and not column.attributes & _ASIDE and _measure(column) is None
    ]


def _measure(column: _Column) -> tuple[str, str] | None:
    return next(
        ((name, kind) for words, name, kind in _MEASURES if words & column.attributes), None
    )


def _figures(tags: _Tags) -> dict[tuple[str, str, str, str], dict[str, str]]:
    """Return the figures: (measure, kind, unit, people) -> low, best, high -> column."""
    found: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for column in tags.columns:
        if column.tag not in _COUNTS or column.attributes & _ASIDE:
            continue
        measure = _measure(column)
        if measure is None:
            continue
        if "new" in column.attributes:
            measure = (measure[0], "flow")
        unit = "household" if column.attributes & {"hh", "households", "families"} else "person"
        end = next((end for word, end in _BOUNDS.items() if word in column.attributes), "best")
        used = {word for words, _, _ in _MEASURES for word in words} | set(_BOUNDS)
        used |= {
            "ind",
            "individuals",
            "hh",
            "households",
            "families",
            "total",
            "num",
            "value",
            "conflict",
            "est",
            "new",
        }
        people = "+".join(
            sorted(word for word in column.attributes - used if not word.startswith("v_"))
        )
        found.setdefault((*measure, unit, people), {}).setdefault(end, column.name)
    return found


def _people(words: str) -> tuple[str, str]:
    known = [_PEOPLE[word] for word in words.split("+") if word in _PEOPLE]
    if not known:
        return words, ""
    return ", ".join(name for name, _ in known), "|".join(group for _, group in known)


def _bounded(rows: Rows, ends: dict[str, str]) -> "dict[str, pd.Series[Any]]":
    """Return one figure of its columns; a best alone brings its own bounds."""
    if set(ends) == {"best"}:
        return {**written(rows, ends["best"]), "count_rule": rows.constant("hxl")}
    parts = {end: written(rows, name) for end, name in ends.items()}
    nothing = rows.constant(None).astype("Int64")
    low = parts["low"]["count_low"] if "low" in parts else nothing
    high = parts["high"]["count_high"] if "high" in parts else nothing
    best = parts["best"]["count_best"] if "best" in parts else nothing
    return {
        **counted(low, best, high, rule="hxl"),
        "count_words": next(iter(parts.values()))["count_words"],
        **given(*(parts[end]["given_best"] if end in parts else None for end in _ENDS)),
    }


def _common(rows: Rows, tags: _Tags) -> dict[str, Any]:
    ends = ("origin", "dest")
    start = rows.days(
        *tags.names("#date", "start"), *tags.names("#date", "occurred"), formats=("%d/%m/%Y",)
    )
    reported = rows.days(*tags.names("#date", "reported"), formats=("%d/%m/%Y",))
    bare = rows.days(
        *tags.names("#date", without=("start", "end", "occurred", "reported", "year", "month")),
        formats=("%d/%m/%Y",),
    )
    start = start.fillna(bare)
    end = rows.days(*tags.names("#date", "end"), formats=("%d/%m/%Y",))
    precision_of_days = rows.constant("day")
    for name, (first, last) in _months_and_years(rows, tags).items():
        undated = start.isna() & end.isna() & first.notna()
        start, end = start.mask(undated, first), end.mask(undated, last)
        precision_of_days = precision_of_days.mask(undated, name)
    levels = [tags.text(f"#adm{depth}", "name", without=ends) for depth in (1, 2, 3)]
    codes = [tags.text(f"#adm{depth}", "code", without=ends) for depth in (1, 2, 3)]
    country = tags.text("#country", "name", without=ends).fillna(
        tags.text("#country", "code", without=ends)
    )
    place = tags.text("#loc", "name", "i_en", without=ends).fillna(
        tags.text("#loc", "name", without=ends)
    )
    place = place.fillna(tags.text("#loc", without=(*ends, "code")))
    precision = rows.constant(None).mask(country.notna(), "country")
    words = country
    for depth, (level, code) in enumerate(zip(levels, codes, strict=True), start=1):
        precision = precision.mask(level.notna() | code.notna(), f"adm{depth}")
        words = level.fillna(code).fillna(words)
    precision, words = precision.mask(place.notna(), "settlement"), place.fillna(words)
    said = tags.text("#geo", "precision").str.lower()
    precision = said.where(said.isin(_PRECISIONS)).fillna(precision)
    lat, lon = tags.names("#geo", "lat"), tags.names("#geo", "lon")
    coordinates = translated(
        precision, {"site": "measured", "settlement": "settlement_centroid"}
    ).fillna("unknown")
    origin, target = (_end(tags, end) for end in ends)
    source = tags.text("#meta", "source")
    return {
        "voice": source,
        "quote": plain(rows.text(*tags.names("#description"))),
        "published": reported,
        "group_words": tags.text("#affected", "type"),
        "actor": tags.text("#group", "name").fillna(tags.text("#org", "name")),
        "url": tags.text("#meta", "url"),
        "place_words": words.fillna(target),
        "place_role": rows.constant("scene")
        .mask(words.isna() & target.notna(), "destination")
        .where(words.notna() | target.notna()),
        "country_words": country,
        "adm1_words": levels[0],
        "adm2_words": levels[1],
        "adm1_pcode": codes[0],
        "adm2_pcode": codes[1],
        "origin_words": origin,
        "destination_words": target,
        **spanned(rows, start, end, precision_of_days, column="end"),
        **placed(
            rows, precision, coordinates, lat=lat[0] if lat else "", lon=lon[0] if lon else ""
        ),
    }


def _months_and_years(
    rows: Rows, tags: _Tags
) -> "dict[str, tuple[pd.Series[pd.Timestamp], pd.Series[pd.Timestamp]]]":
    """Return the first and last days of the months, and of the years, that rows are dated by."""
    years = tuple(tags.names("#date", "year", without=("reported",)))
    months = tuple(tags.names("#date", "month", without=("reported",)))
    year = rows.code(*years).astype("str")
    first = pd.to_datetime(year + "-01-01", format="%Y-%m-%d", errors="coerce")
    first = first.astype("datetime64[s]")
    last = (first + pd.offsets.YearEnd(0)).astype("datetime64[s]")
    return {"month": month_days(rows, months, years), "year": (first, last)}


def _end(tags: _Tags, end: str) -> "pd.Series[str]":
    """Return where people left, or went, by the finest column that says so."""
    words = tags.rows.constant(None)
    for tag in ("#loc", "#adm3", "#adm2", "#adm1", "#country"):
        words = words.fillna(tags.text(tag, "name", end)).fillna(tags.text(tag, end))
    return words


SCHEMA = Schema(
    name="hxl",
    title="a table with HXL tags",
    publisher="",
    url="",
    licence="",
    needs=(),
    known=frozenset(),
    read=_read,
    identified=False,
    lasting=False,
    tagged=True,
)

"""The tables, column by column: a contract between every step, and with whoever opens the files."""

from collections.abc import Mapping
from enum import StrEnum

from mapper.model import (
    CoordinatesAre,
    Grade,
    Kind,
    MatchTier,
    Measure,
    PlaceRole,
    Precision,
    Qualifier,
    TimePrecision,
    Unit,
    Verification,
)
from mapper.schema.columns import CRS, Column, Dtype, Sensitivity, Table

__all__ = [
    "CLAIMS",
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
]


def _text(name: str, meaning: str, allowed: type[StrEnum] | None = None) -> Column:
    return Column(name, Dtype.TEXT, meaning, allowed=allowed)


def _list(name: str, meaning: str) -> Column:
    return Column(name, Dtype.LIST, meaning)


def _day(name: str, meaning: str) -> Column:
    return Column(name, Dtype.DAY, meaning, unit="day, ISO 8601")


def _bounds(prefix: str, meaning: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{prefix}_{end}", Dtype.COUNT, f"{meaning}, {words}")
        for end, words in (
            ("low", "least"),
            ("best", "most credible"),
            ("high", "largest; null when open"),
        )
    )


def _period() -> tuple[Column, ...]:
    return (
        _day("period_start", "first day"),
        _day("period_end", "last day, included"),
        _text("period_precision", "finest unit known", TimePrecision),
    )


_GEOMETRY = Column(
    "geometry", Dtype.GEOMETRY, "point, line or area it is tied to; null if unplaced", unit=CRS
)

_REASONS = (
    _list("reasons", "why its claims are one, and what was kept apart, in sentences"),
    _text("reason_codes", "the same as a JSON list: code, claims a and b, why, km, days, share"),
)

REPORTS = Table(
    "reports",
    "report_id",
    (
        _text("report_id", "the report, by the hash of its bytes"),
        _text("publisher", "who published it"),
        _text("title", "its title"),
        _text("url", "where it stands"),
        _text("language", "ISO 639-1"),
        _day("published", "day of publication; null if nobody said"),
        _day("retrieved", "day it was fetched; null if nobody said"),
        _text("sha256", "of the bytes handed in"),
        Column("path", Dtype.TEXT, "file name as given", Sensitivity.INTERNAL),
        _text("licence", "under which it may be used"),
        _text("sensitivity", "the widest circle it may reach", Sensitivity),
    ),
)

CLAIMS = Table(
    "claims",
    "claim_id",
    (
        _text("claim_id", "the claim"),
        _text("report_id", "the report it stands in"),
        _text("report", "file name of the report"),
        _text("quote", "verbatim words of the report"),
        Column("char_start", Dtype.COUNT, "where the quote starts", unit="code points of the body"),
        Column("char_end", Dtype.COUNT, "where it ends, exclusive", unit="code points of the body"),
        _text("voice", "who originally says it"),
        _text("relay", "the publisher that passes it on"),
        _text("measure", "what is counted or said", Measure),
        _text("kind", "how the figure behaves in time", Kind),
        _text("unit", "what one of it is", Unit),
        *_bounds("count", "the figure"),
        _text("qualifier", "how it was hedged", Qualifier),
        _text("count_words", "the words of the figure"),
        _text("count_rule", "the rule that read them"),
        Column("imputed", Dtype.FLAG, "a project or rule put a number where the source had a word"),
        _text("group", "the people counted, as written"),
        _list("group_class", "the same as classes"),
        _text("actor", "who is alleged to have done it, as written"),
        *_period(),
        _text("period_words", "the words of the period"),
        _text("period_inherited", "total, list, paragraph or report the period was taken from"),
        _day("as_of", "the day up to which the figure counts"),
        _day("published", "day the report was published"),
        _list("place_words", "names of the place, as written"),
        _text("place_role", "what the place is to the claim", PlaceRole),
        _text("place_inherited", "sentence, paragraph or report the place was taken from"),
        _list("place_id", "the place or places in the gazetteer"),
        _text("place_name", "the name it is shown by"),
        _text("country", "ISO 3166-1 alpha-2"),
        _list("adm1_pcode", "OCHA P-code of the governorate"),
        _list("adm2_pcode", "OCHA P-code of the district"),
        _text("precision", "how finely it is placed", Precision),
        _text("coordinates_are", "what the coordinate stands for", CoordinatesAre),
        Column(
            "radius_km",
            Dtype.NUMBER,
            "about the point shown, meant to hold the truth nine times in ten",
            unit="kilometres",
        ),
        _text("match_tier", "how the name led to the place", MatchTier),
        Column("match_score", Dtype.NUMBER, "how well, 0 to 1"),
        _text("match_reason", "why, in one sentence"),
        _list("alternatives", "other places the name may mean"),
        _text("origin_words", "where people left, as written"),
        _list("origin_id", "the same in the gazetteer"),
        _text("destination_words", "where people went, as written"),
        _list("destination_id", "the same in the gazetteer"),
        _list("via_id", "what they passed, in the gazetteer"),
        _list("contained_in", "claims of which this figure is a part"),
        _list("same_as", "claims that tell the same figure again"),
        _list("supersedes", "earlier claims that this one replaces"),
        _text("verification", "what was said of its truth", Verification),
        _text("verification_reason", "the sentence that said so"),
        Column("review", Dtype.TEXT, "a person's decision", Sensitivity.PARTNER),
        _text("extractor", "what read it, with its version"),
        _text("source_schema", "the published schema it came from"),
        Column("source_codes", Dtype.TEXT, "original codes, a JSON object", Sensitivity.PARTNER),
        _GEOMETRY,
    ),
)

INCIDENTS = Table(
    "incidents",
    "incident_id",
    (
        _text("incident_id", "the incident"),
        _text("title", "one line for a reader"),
        *_period(),
        _list("place_id", "the place in the gazetteer"),
        _text("place_name", "the name it is shown by"),
        _text("precision", "how finely it is placed", Precision),
        *_bounds("deaths", "people killed"),
        *_bounds("injured", "people injured"),
        _text("grade", "how well it is supported", Grade),
        _list("voices", "independent voices"),
        _list("claims", "claims it rests on"),
        _list("contained_in", "incidents of which this is a part"),
        _text("rule", "the rule its figures follow"),
        *_REASONS,
        _GEOMETRY,
    ),
)

FLOWS = Table(
    "flows",
    "flow_id",
    (
        _text("flow_id", "the flow"),
        _list("origin_id", "where people left; null if unknown"),
        _text("origin_name", "its name"),
        _list("destination_id", "where they went; null if unknown"),
        _text("destination_name", "its name"),
        _list("via_id", "what they passed"),
        _text("unit", "person or household", Unit),
        *_bounds("count", "the figure"),
        _text("kind", "how the figure behaves in time", Kind),
        *_period(),
        _list("voices", "independent voices"),
        _list("claims", "claims it rests on"),
        *_REASONS,
        _GEOMETRY,
    ),
)

_FIGURES = (
    _text("voice", "who says it"),
    _text("measure", "what is counted", Measure),
    _text("group", "the people counted"),
    _list("place_id", "the area"),
    _day("as_of", "the day by which it was known: the first on which it was published"),
    _day("counts_to", "the day up to which it counts, as its source says"),
    *_bounds("count", "the voice's own figure"),
    *_bounds("located", "the part located more finely")[::2],
    *_bounds("rest", "the part not located more finely")[::2],
    _list("claims", "claims it rests on"),
)

SERIES = Table("series", "", _FIGURES)
TOTALS = Table(
    "totals",
    "",
    (*_FIGURES, _text("within", "the claim of the same voice that this total is a part of")),
)

LINKS = Table(
    "links",
    "",
    (
        _text("a", "a claim of one table or voice"),
        _text("b", "a claim of another; the area, where one holds the other"),
        _text("a_voice", "who says the first"),
        _text("b_voice", "who says the second"),
        _text("kind", "same, inside, review or apart"),
        Column("share", Dtype.NUMBER, "how likely the two are one, against all rivals, 0 to 1"),
        Column("km", Dtype.NUMBER, "between the two; null if one has no point", unit="kilometres"),
        Column("days", Dtype.NUMBER, "between the two; 0 if they overlap", unit="days"),
        Column("cited", Dtype.FLAG, "one names the other as its source"),
        _text("reason", "why, in one sentence"),
    ),
)

REFUSED = Table(
    "refused",
    "",
    (
        _text("report", "file name"),
        Column("row", Dtype.COUNT, "row of the table, from 1; null for a text"),
        Column("char_start", Dtype.COUNT, "where the words start", unit="code points of the body"),
        Column(
            "char_end", Dtype.COUNT, "where they end, exclusive", unit="code points of the body"
        ),
        _text("column", "column of the table, or field of the claim"),
        _text("value", "what stood there"),
        _text("reason", "why it was refused"),
        _text("way_out", "what to do about it"),
    ),
)

TEXTS = Table(
    "texts",
    "report_id",
    (
        Column("report_id", Dtype.TEXT, "the report", Sensitivity.INTERNAL),
        Column("body", Dtype.TEXT, "its text, in which offsets count", Sensitivity.INTERNAL),
    ),
)


def _internal(name: str, meaning: str) -> Column:
    return Column(name, Dtype.TEXT, meaning, Sensitivity.INTERNAL)


# A gazetteer's rows would show where a coarsened figure was said to be, so none is published.
PLACES = Table(
    "places",
    "place_id",
    (
        _internal("place_id", "the place, with the prefix of its gazetteer"),
        _internal("name", "the name it is shown by"),
        _internal("kind", "what it is: town, village, air_base, adm1, zone"),
        Column(
            "precision",
            Dtype.TEXT,
            "how finely a statement tied to it is placed",
            Sensitivity.INTERNAL,
            Precision,
        ),
        *(
            Column(name, Dtype.NUMBER, meaning, Sensitivity.INTERNAL, unit=unit)
            for name, meaning, unit in (
                ("lat", "a point to look at", "degrees north"),
                ("lon", "a point to look at", "degrees east"),
                ("radius_km", "radius that holds the place", "km"),
            )
        ),
        _internal("country", "ISO 3166-1 alpha-2"),
        _internal("adm1_pcode", "OCHA P-code of the governorate"),
        _internal("adm2_pcode", "OCHA P-code of the district"),
        _internal("source", "the gazetteer it came from"),
        Column("geometry", Dtype.GEOMETRY, "its shape", Sensitivity.INTERNAL, unit=CRS),
    ),
)

REVISIONS = Table(
    "revisions",
    "revision",
    (
        Column("revision", Dtype.COUNT, "its number, from 1; never reused", Sensitivity.INTERNAL),
        _internal("action", "added, changed, removed, accepted, rejected, corrected, retracted …"),
        _internal("subject", "the table it speaks of: reports, claims, incidents, flows"),
        _internal("subject_id", "the row it speaks of, by its key"),
        _internal("column", "the column that was changed; null for the whole row"),
        _internal("before", "what stood there"),
        _internal("after", "what stands there since"),
        _internal("reason", "why"),
        _internal("person", "who decided; null for the program"),
        Column("day", Dtype.DAY, "when, as the person said", Sensitivity.INTERNAL),
    ),
)

MANIFEST = Table(
    "manifest",
    "name",
    (
        _internal("name", "what is told"),
        _internal("value", "the telling, as JSON"),
    ),
)

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        REPORTS,
        TEXTS,
        CLAIMS,
        PLACES,
        INCIDENTS,
        FLOWS,
        SERIES,
        TOTALS,
        REFUSED,
        REVISIONS,
        MANIFEST,
    )
}

"""ACLED events, as its API and its files give them.

Source: ACLED codebook and FAQ (2024); 31 columns, with four of population on request. A row is an
event. ``fatalities`` is the most conservative figure reported, so others may be higher: its high is
open. Where reports had only a word, ACLED writes 10 ("several", "tens"), 12 ("dozens") or 100
("hundreds"). 0 is that none was reported. ``geo_precision`` 3 sits on a provincial capital.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.counting import given
from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.markup import plain
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds, translated

__all__ = ["SCHEMA"]

_PRECISION = {"1": "settlement", "2": "near", "3": "adm1"}
_COORDINATES = {"1": "settlement_centroid", "2": "settlement_centroid", "3": "capital_standin"}
_DAYS = {"1": "day", "2": "week", "3": "month"}
# The numbers ACLED writes for words, and the words.
_IMPUTED = {
    10: r"\b(several|tens|many|numerous|unknown|unspecified|unreported|multiple|scores)\b",
    12: r"\b(dozens?)\b",
    100: r"\b(hundreds?)\b",
}
_FORMATS = ("%d %B %Y", "%d-%B-%Y", "%d-%b-%Y", "%d/%m/%Y")


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    event = rows.text("event_id_cnty", "event_id", "data_id")
    rows.refuse(event.isna(), "event_id_cnty", "an event without an id", "give it one")
    return [
        draft(
            event.notna(),
            claim_id="acled:" + event + ":killed",
            measure="killed",
            kind="flow",
            unit="person",
            voice="ACLED",
            **_count(rows),
            **_place(rows),
            **spanned(
                rows,
                day := rows.days("event_date", formats=_FORMATS),
                day,
                translated(rows.text("time_precision"), _DAYS),
                column="event_date",
            ),
            actor=rows.text("actor1"),
            quote=plain(rows.text("notes")),
            published=_published(rows),
            event_type=rows.text("event_type"),
            sub_event_type=rows.text("sub_event_type"),
        )
    ]


def _published(rows: Rows) -> "pd.Series[Any]":
    """Return the day of a row's last change, from the seconds since 1970 that ACLED gives."""
    seconds = pd.to_numeric(rows.text("timestamp"), errors="coerce")
    seconds = seconds.where((seconds > 0) & (seconds < 1e10))
    return pd.to_datetime(seconds, unit="s", errors="coerce").astype("datetime64[s]").dt.normalize()


def _count(rows: Rows) -> dict[str, Any]:
    number = rows.whole("fatalities")
    notes = rows.text("notes")
    words, imputed = rows.constant(None), pd.Series(data=False, index=rows.index, dtype="boolean")
    for value, pattern in _IMPUTED.items():
        at = holds(number == value)
        found = notes[at].str.lower().str.extract(pattern, expand=False)
        words[at] = found
        imputed[at] = found.notna()
    round_number = number.isin(_IMPUTED)
    rule = rows.constant("acled:conservative").mask(holds(round_number), "acled:perhaps-imputed")
    return {
        "count_low": number,
        "count_best": number,
        # What is most conservative has no upper end, but an event without deaths has one.
        "count_high": number.where(holds(number == 0)),
        "qualifier": rows.constant("at_least")
        .mask(holds(number == 0), "exact")
        .mask(holds(imputed), "vague"),
        "count_words": words,
        "count_rule": rule.mask(holds(imputed), "acled:imputed-" + number.astype("str")).where(
            number.notna()
        ),
        "imputed": imputed.where(number.notna()),
        **given(best=number),
    }


def _place(rows: Rows) -> dict[str, Any]:
    where = rows.text("geo_precision")
    rows.refuse(
        where.notna() & ~where.isin(_PRECISION),
        "geo_precision",
        "no precision of the codebook",
        "use 1 to 3",
    )
    adm1, adm2, country = rows.text("admin1"), rows.text("admin2"), rows.text("country")
    region = holds(where == "3")
    # Without a province, what a region lies in is only the country (or the sea).
    precision = translated(where, _PRECISION).mask(region & adm1.isna(), "country")
    return {
        **placed(rows, precision, translated(where, _COORDINATES)),
        "place_words": rows.text("location").mask(region, adm1).fillna(adm1).fillna(country),
        "place_role": "scene",
        "country_words": country,
        "adm1_words": adm1,
        "adm2_words": adm2,
        "radius_km": where.map({"2": 25.0}).astype("Float64"),
    }


SCHEMA = Schema(
    name="acled",
    title="ACLED events",
    publisher="ACLED",
    url="https://acleddata.com/",
    licence="ACLED terms: no passing on of rows, only sums; cite ACLED with the day of access",
    needs=(
        ("event_id_cnty", "event_id", "data_id"),
        ("event_date",),
        ("fatalities",),
        ("geo_precision",),
        ("time_precision",),
    ),
    known=frozenset(
        columns("""event_id_cnty event_id data_id event_id_no_cnty event_date year time_precision disorder_type
        event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction
        civilian_targeting iso iso3 region country admin1 admin2 admin3 location latitude longitude
        geo_precision source source_scale notes fatalities tags timestamp population_1km population_2km
        population_5km population_best""")
    ),
    read=_read,
    sensitivity="partner",
)

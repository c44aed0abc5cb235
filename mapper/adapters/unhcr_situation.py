"""UNHCR situation portals: arrivals counted up, by country, as on HDX and as the portal's JSON.

Source: data.unhcr.org and HDX. Each row counts all who have come until its day (`cumulative`); two of
them are subtracted, never added. The portal's ``individuals`` is a number in quotes, and beside it
may stand households: another unit of the same people, never a further number.
"""

from collections.abc import Sequence

import pandas as pd

from mapper.adapters.counting import exact
from mapper.adapters.drafting import draft, joined_id, placed, succeeded
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds, translated

__all__ = ["SCHEMA"]

_PLACE = ("country", "geomaster_name", "country_name")
_LEVELS = {"0": "country", "1": "adm1", "2": "adm2", "3": "adm3", "country": "country"}


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    day = rows.days("date", "reported_date")
    place = rows.said(*_PLACE)
    kind_words = rows.said("pop_type_name", "population_group_name")
    scope = joined_id("unhcr-situation", rows.text("iso3", "geomaster_id", *_PLACE), kind_words)
    base = scope + ":" + day.dt.strftime("%Y-%m-%d").fillna("undated")
    home = holds(kind_words.str.contains("return", case=False))
    level = translated(rows.text("admin_level").fillna("0"), _LEVELS).fillna("country")
    individuals, households = rows.whole("individuals"), rows.whole("households")
    common = {
        "measure": rows.constant("arrived").mask(home, "returned"),
        "kind": "cumulative",
        "voice": "UNHCR",
        "group": kind_words,
        "period_end": day,
        "period_precision": rows.constant("open").where(day.notna()),
        "as_of": day,
        "place_words": place,
        "place_role": "destination",
        "destination_words": place,
        "origin_words": rows.said("pop_origin_name"),
        "country_words": rows.said("country", "country_name"),
        "country_iso3": rows.said("iso3"),
        "destination_iso3": rows.said("iso3"),
        **placed(
            rows, level, rows.constant("admin_centroid"), lat="centroid_lat", lon="centroid_lon"
        ),
    }
    people, homes = base + ":individuals", base + ":households"
    return [
        draft(
            individuals.notna(),
            claim_id=people,
            unit="person",
            supersedes=succeeded(people, day, scope),
            **exact(individuals, rule="unhcr"),
            **common,
        ),
        draft(
            households.notna(),
            claim_id=homes,
            unit="household",
            supersedes=succeeded(homes, day, scope),
            same_as=people.where(individuals.notna()),
            **exact(households, rule="unhcr"),
            **common,
        ),
    ]


SCHEMA = Schema(
    name="unhcr_situation",
    title="UNHCR situation, cumulative arrivals",
    publisher="UNHCR",
    url="https://data.unhcr.org/",
    licence="CC BY 4.0; cite UNHCR and the sources in its column",
    needs=(_PLACE, ("individuals",), ("date", "reported_date")),
    known=frozenset(
        columns("""country iso3 source date individuals households geomaster_name geomaster_id
            admin_level centroid_lon centroid_lat pop_type_name pop_frequency_cumulative pop_origin_name""")
    ),
    read=_read,
)

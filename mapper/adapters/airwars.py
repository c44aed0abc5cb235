"""Airwars civilian-harm incidents.

Source: the columns of Airwars' incident export; methodology at airwars.org. A row is an incident, with
a least and a largest number of people killed and injured by group. There is no best figure, and a
blank figure is unknown, not zero. Groups of civilians (women, men, children) lie inside the civilians;
fighters stand beside them; what a belligerent conceded is another voice on the same deaths.
"""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.counting import counted
from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.markup import plain
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds, translated

__all__ = ["SCHEMA"]

_PRECISION = {
    "exact_location_via_airwars": "site",
    "exact_location_via_coalition": "site",
    "exact_location_other": "site",
    "exact_location": "site",
    "within_1m_via_coalition": "site",
    "within_100m_via_coalition": "site",
    "nearby_landmark": "site",
    "street": "site",
    "neighbourhood_area": "settlement",
    "village": "settlement",
    "town": "settlement",
    "city": "settlement",
    "subdistrict": "adm3",
    "district": "adm2",
    "province_governorate": "adm1",
}
_VERIFICATION = {
    "confirmed": "verified",
    "weak": "unverified",
    "contested": "disputed",
    "discounted": "retracted",
}
# Group of a figure's column -> (is it inside the civilians, its words, its class).
_GROUPS: dict[str, tuple[bool, str, str]] = {
    "women": (True, "women", "civilian|women"),
    "men": (True, "men", "civilian|men"),
    "children": (True, "children", "civilian|children"),
    "militants": (False, "militants", "fighter"),
    "belligerents": (False, "belligerents", "fighter"),
    "persons_directly_participating_in_hostilities": (
        False,
        "persons directly participating in hostilities",
        "fighter",
    ),
}
_CIVILIANS = ("civilians", "civilian_non_combatants", "civilian")
_FIGURE = re.compile(
    r"(?:(?P<group>\w+)_(?P<what>killed|injured)|(?P<what2>killed|injured)_(?P<group2>\w+))_(?P<end>min|max)"
)
_BELLIGERENT = re.compile(r"belligerent_(\d+)_")


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    code = rows.text("code", "unique_reference_code").fillna(rows.text("post_id"))
    event = "airwars:" + code.str.split().str[0]
    event = event.mask(
        holds(code.str.contains(r"\s")), "airwars:" + code.str.replace(r"\s+", "+", regex=True)
    )
    common = _common(rows)
    figures = _figures(rows)
    drafts = []
    for measure in ("killed", "injured"):
        civil = next((group for group in _CIVILIANS if (measure, group) in figures), "")
        nothing = rows.constant(None).astype("Int64")
        least, most = figures.get((measure, civil), (nothing, nothing))
        for group in _CIVILIANS:
            # An export may have both its older and its newer columns, each filled in part.
            other = figures.get((measure, group), (nothing, nothing))
            least, most = least.fillna(other[0]), most.fillna(other[1])
        # Every incident tells of deaths, be their number unknown; injuries only where somebody gave one.
        some = least.notna() | most.notna() | (measure == "killed")
        where = event.notna() & some
        total = event + f":{measure}"
        drafts.append(
            draft(
                where,
                claim_id=total,
                measure=measure,
                group="civilians",
                group_class="civilian",
                **counted(least, None, most, rule="airwars"),
                **common,
            )
        )
        for (what, group), (part_least, part_most) in figures.items():
            if what != measure or group in _CIVILIANS:
                continue
            inside, words, known = _GROUPS.get(group, (True, group.replace("_", " "), "civilian"))
            some = holds(part_least > 0) | holds(part_most > 0)
            drafts.append(
                draft(
                    event.notna() & some,
                    claim_id=event + f":{measure}:{group}",
                    measure=measure,
                    group=words,
                    group_class=known,
                    contained_in=total.where(where) if inside else None,
                    **counted(part_least, None, part_most, rule="airwars"),
                    **common,
                )
            )
        drafts += _conceded(rows, event, measure, total.where(where), common)
    rows.refuse(event.isna(), ("code", "post_id"), "an incident without a code", "give it one")
    return drafts


def _figures(rows: Rows) -> "dict[tuple[str, str], tuple[pd.Series[int], pd.Series[int]]]":
    """Return least and largest numbers by measure and group, in the order of the columns."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for name in rows.frame.columns:
        match = _FIGURE.fullmatch(name)
        if match and not name.startswith("belligerent_"):
            key = (match["what"] or match["what2"], match["group"] or match["group2"])
            found.setdefault(key, {})[match["end"]] = name
    return {
        key: tuple(  # type: ignore[misc]  # two of them
            rows.whole(ends[end]) if end in ends else rows.constant(None).astype("Int64")
            for end in ("min", "max")
        )
        for key, ends in found.items()
    }


def _conceded(
    rows: Rows,
    event: "pd.Series[str]",
    measure: str,
    total: "pd.Series[str]",
    common: dict[str, Any],
) -> list[pd.DataFrame]:
    """Return what belligerents conceded: their own voice, on a part of the same people."""
    word = "deaths" if measure == "killed" else "injuries"
    drafts = []
    for number in sorted(
        {int(m[1]) for name in rows.frame.columns if (m := _BELLIGERENT.match(name))}
    ):
        prefix = f"belligerent_{number}_"
        ends = [f"{prefix}{word}_conceded_{end}" for end in ("min", "max")]
        if not rows.has(*ends):
            continue
        least, most = (rows.whole(end) for end in ends)
        name = rows.text(f"{prefix}belligerent_name", f"{prefix}name", f"{prefix}belligerent_slug")
        drafts.append(
            draft(
                event.notna() & (holds(least > 0) | holds(most > 0)),
                **{
                    **common,
                    "claim_id": event + f":{measure}:conceded:{number}",
                    "measure": measure,
                    "group": "civilians",
                    "group_class": "civilian",
                    "voice": name.fillna("a belligerent"),
                    "relay": "Airwars",
                    "actor": name,
                    "contained_in": total,
                    **counted(least, None, most, rule="airwars:conceded"),
                },
            )
        )
    return drafts


def _common(rows: Rows) -> dict[str, Any]:
    accuracy = rows.text("geolocation_accuracy_slug").str.replace("-", "_")
    precision = translated(accuracy, _PRECISION)
    rows.refuse(
        accuracy.notna() & precision.isna(),
        "geolocation_accuracy_slug",
        "no accuracy that Airwars' schema knows",
        "the incident is kept without its coordinates on the map",
    )
    coordinates = translated(
        precision, {"site": "measured", "settlement": "settlement_centroid"}
    ).fillna("admin_centroid")
    grade = (
        rows.text("civilian_harm_status_slug", "grading")
        .str.lower()
        .str.replace(r"[ -]", "_", regex=True)
    )
    grade_words = rows.text("civilian_harm_status_name", "civilian_harm_status_slug")
    actors = [
        name
        for name in rows.frame.columns
        if re.fullmatch(r"belligerent_\d+_(belligerent_)?name", name)
    ]
    actor = rows.text(*actors[:1])
    for name in actors[1:]:
        actor = actor.str.cat(rows.text(name), sep="; ").fillna(actor)
    day_end = rows.days("date_end").mask(holds(rows.text("date_type") == "exact"))
    draft_post = holds(rows.text("post_status") == "draft")
    notes = plain(rows.text("summary", "description", "geolocation_notes", "geojson_caption"))
    return {
        "kind": "flow",
        "unit": "person",
        "voice": "Airwars",
        "actor": actor,
        "quote": notes,
        "published": rows.days("post_published"),
        "place_words": rows.text("location_name", "location_name_arabic", "region", "country_name"),
        "place_details": plain(rows.text("geojson_caption")),
        "place_role": "scene",
        "country_words": rows.text("country_name"),
        "adm1_words": rows.text("region"),
        "place_words_ar": rows.text("location_name_arabic"),
        "grade": grade,
        "verification": translated(grade, _VERIFICATION),
        "verification_reason": ("Airwars grades the incident " + grade_words).where(
            grade.isin(_VERIFICATION)
        ),
        "apart": rows.constant(None)
        .mask(
            holds(grade == "discounted"),
            "discounted: those killed were fighters, or by another party",
        )
        .mask(draft_post, "draft: not published by Airwars"),
        "url": rows.text("permalink"),
        "earlier_ids": rows.text("previous_codes"),
        **spanned(rows, rows.days("date"), day_end, "day", column="date_end"),
        **placed(rows, precision, coordinates),
    }


SCHEMA = Schema(
    name="airwars",
    title="Airwars incidents",
    publisher="Airwars",
    url="https://airwars.org/",
    licence="no licence stated; ask Airwars before publishing rows, and credit it",
    needs=(
        ("code", "unique_reference_code", "post_id"),
        ("civilians_killed_min", "civilian_non_combatants_killed_min", "killed_civilians_min"),
        ("date",),
        ("civilian_harm_status_slug", "civilian_harm_status_name", "grading"),
    ),
    known=frozenset(
        columns("""post_id post_status post_published post_modified permalink code previous_codes date_type date
        date_end local_time_type local_time local_time_start local_time_end local_time_of_day country_name
        country_slug location_name location_name_arabic location_name_hebrew location_name_ukrainian region
        strike_status_name strike_status_slug infrastructure_name infrastructure_slug strike_type_name
        strike_type_slug targeted_belligerent_name targeted_belligerent_slug observation_name
        observation_slug impact_name impact_slug total_strikes civilian_harm_reported
        civilian_harm_status_name civilian_harm_status_slug cause_of_death_injury_name
        cause_of_death_injury_slug geolocated latitude longitude geolocation_status_name
        geolocation_status_slug geolocation_accuracy_name geolocation_accuracy_slug geojson_caption
        geolocation_notes geolocation_notes_internal geolocation_sign_off_assessor
        geolocation_sign_off_date_time num_media num_victims num_victims_named num_reconciled num_families
        num_individuals victim_average_age civilians_killed_min civilians_killed_max civilians_injured_min
        civilians_injured_max militants_killed_min militants_killed_max""")
    ),
    read=_read,
    sensitivity="partner",
)

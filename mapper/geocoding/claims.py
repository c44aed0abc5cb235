"""A claims table with its place words looked up: scene, origin, destination, and the border between."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from mapper.gazetteer import Gazetteer, load
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.ends import drawn_ends
from mapper.geocoding.given import check_given
from mapper.geocoding.online import Online
from mapper.geocoding.phrases import phrase_of
from mapper.geocoding.ranking import QUARTERS
from mapper.geocoding.resolving import Resolver
from mapper.geocoding.stated import Stated
from mapper.model import CoordinatesAre, MatchTier, Precision
from mapper.schema import CLAIMS, CRS, conform, joined, split

__all__ = ["geocode_claims"]

_TIERS = list(MatchTier)


def geocode_claims(
    claims: pd.DataFrame, gazetteer: Gazetteer | None = None, online: Online | None = None
) -> gpd.GeoDataFrame:
    """Return the same claims with their places.

    A claim that already has a point keeps it, checked against what else its source says; a point
    that stands for a unit gives way to the unit's area. A name that is unknown or ambiguous leaves
    its claim unplaced, with the reason. A claim that says its country (``country_words`` or
    ``country_iso3``, as published tables do) is looked for there alone, by its P-code where it has
    one, and no finer than its precision.

    Parameters
    ----------
    claims : DataFrame or GeoDataFrame
        The claims table.
    gazetteer : Gazetteer, optional
        By default the package's and the user's.
    online : Online, optional
        A server to ask for scenes that are unknown; by default none is asked.

    Returns
    -------
    GeoDataFrame
        As many claims, EPSG:4326.
    """
    lookup = _Lookup(Resolver(gazetteer or load(), online))
    known = lookup.resolver.gazetteer
    stated = Stated(lookup.resolver)
    table = conform(claims, CLAIMS)
    # What is unknown is None in a row, and not a NaN, which is true.
    rows: Any = table.astype("object").where(table.notna(), None).to_dict("records")
    countries = _countries(lookup, rows)
    for row in rows:
        home = _text(row["country"]) or countries.get(_text(row["report_id"]), "")
        told = stated.country(row) is not None
        if not _keep_given(known, row):
            coded = stated.coded(row)
            said = _said(row["place_words"])
            if coded is not None:
                answers = [coded]
            elif told:
                answers = [stated.wider(row, words) for words in said]
            else:
                answers = lookup.all(said, home)
            _place(known, row, answers)
        for end in ("origin", "destination"):
            if told or _text(row.get(f"{end}_iso3")):
                ids = stated.end(row, end)
            else:
                found = lookup.all(_ends(row[f"{end}_words"]), home)
                ids = [place_id for answer in found for place_id in answer.place_ids]
            row[f"{end}_id"] = joined(dict.fromkeys(ids)) or row[f"{end}_id"]
        if "origin_lat" in row:
            drawn_ends(known, row)
        row["via_id"] = _border(known, row, home) or row["via_id"]
    frame = pd.DataFrame(rows, columns=table.columns)
    return conform(
        gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(frame["geometry"], crs=CRS)), CLAIMS
    )


def _ends(cell: object) -> list[str]:
    """Return the names of an end of a movement: "Latakia; Tartus" are two."""
    return [name.strip() for said in _said(cell) for name in said.split(";") if name.strip()]


class _Lookup:
    """Answers to words, each combination asked once."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._known: dict[tuple[str, ...], Answer] = {}

    def one(self, words: str, *hints: str) -> Answer:
        key = (words, *hints)
        if key not in self._known:
            answer = self.resolver.resolve(words, hints, areas=True)
            # What only an online geocoder knows has a place, and no id that others could look up.
            ids = tuple(i for i in answer.place_ids if i in self.resolver.gazetteer)
            self._known[key] = replace(answer, place_ids=ids)
        return self._known[key]

    def all(self, said: list[str], home: str) -> list[Answer]:
        """Return an answer for each of the names of one claim; what one says of the others counts."""
        return [self._together(words, [w for w in said if w != words], home) for words in said]

    def _together(self, words: str, others: list[str], home: str) -> Answer:
        hints = [home] if home else []
        answer = self.one(words, *hints)
        if answer.status is Status.RESOLVED and phrase_of(words).kind not in QUARTERS:
            return answer
        # "Amara neighbourhood; Jableh": what is named beside it may hold it.
        for other in others:
            beside = self.one(words, other, *hints)
            if beside.status is Status.RESOLVED:
                return beside
        # The country may be a guess from the rest of the report.
        return self.one(words) if answer.status is Status.UNKNOWN and home else answer


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _said(cell: object) -> list[str]:
    return [words for words in split(cell) if words.strip()]


def _countries(lookup: _Lookup, rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the country that most scenes and origins of each report lie in."""
    votes: dict[str, Counter[str]] = {}
    for row in rows:
        for words in (*_said(row["place_words"]), *_ends(row["origin_words"])):
            for place_id in lookup.one(words).place_ids:
                country = lookup.resolver.gazetteer[place_id].country
                if country:
                    votes.setdefault(_text(row["report_id"]), Counter())[country] += 1
    return {report: min(found, key=lambda c: (-found[c], c)) for report, found in votes.items()}


def _keep_given(gazetteer: Gazetteer, row: dict[str, Any]) -> bool:
    """Keep or refuse a coordinate of the source; return whether the claim is placed by it."""
    shape = row["geometry"]
    if shape is None or shape.is_empty:
        return False
    stated = Precision(row["precision"]) if row["precision"] else None
    if shape.geom_type == "Point":
        found = check_given(
            gazetteer,
            shape,
            country=_text(row["country"]),
            adm1=(split(row["adm1_pcode"]) or [""])[0],
            stated=stated,
        )
        row["match_reason"] = found.reason or row["match_reason"]
        if found.point is None:
            row["geometry"], row["precision"], row["coordinates_are"] = None, None, None
            return False
        if found.place_id:
            row["place_id"] = found.place_id
            row["place_name"] = row["place_name"] or gazetteer[found.place_id].name
            row["geometry"] = gazetteer.geometry(found.place_id)
        elif stated is not None and not stated.pointlike:
            area = f"the point {shape.y:.4f}, {shape.x:.4f} stands for an area ({stated})"
            row["match_reason"] = "; ".join(filter(None, (found.reason, area)))
            row["geometry"], row["coordinates_are"], row["match_tier"] = None, None, None
            return False
        if found.coordinates_are:
            row["coordinates_are"] = found.coordinates_are.value
    row["precision"] = row["precision"] or Precision.NEAR.value
    row["match_tier"] = MatchTier.GIVEN.value
    row["match_reason"] = row["match_reason"] or "the source gives the coordinates"
    return True


def _place(gazetteer: Gazetteer, row: dict[str, Any], answers: list[Answer]) -> None:
    if not answers:
        row["precision"] = row["precision"] or Precision.UNPLACED.value
        return
    placed = [found for found in answers if found.status is Status.RESOLVED]
    reasons = [row["match_reason"], *(found.reason for found in answers)]
    row["match_reason"] = "; ".join(dict.fromkeys(reason for reason in reasons if reason))
    row["alternatives"] = joined(dict.fromkeys(i for found in answers for i in found.alternatives))
    if not placed:
        row["precision"] = Precision.UNPLACED.value
        return
    ids = list(dict.fromkeys(place_id for found in placed for place_id in found.place_ids))
    places = [gazetteer[place_id] for place_id in ids]
    precision = max((found.precision for found in placed), key=Precision.rank)
    row["place_id"] = joined(ids)
    row["place_name"] = ", ".join(dict.fromkeys(found.place_name for found in placed))
    countries = sorted({place.country for place in places if place.country})
    row["country"] = countries[0] if len(countries) == 1 else row["country"]
    for column in ("adm1_pcode", "adm2_pcode"):
        codes = dict.fromkeys(getattr(place, column) for place in places)
        row[column] = joined(code for code in codes if code)
    row["precision"] = precision.value
    row["coordinates_are"] = _coordinates(precision).value
    # About several places there is no one point.
    row["radius_km"] = placed[0].radius_km if len(placed) == 1 else None
    row["match_tier"] = max((found.tier for found in placed if found.tier), key=_TIERS.index).value
    row["match_score"] = min(found.score for found in placed if found.score is not None)
    shapes = [found.shape for found in placed if found.shape is not None]
    row["geometry"] = shapely.union_all(shapes) if shapes else None


def _coordinates(precision: Precision) -> CoordinatesAre:
    if precision is Precision.SITE:
        return CoordinatesAre.MEASURED
    if precision in (Precision.SETTLEMENT, Precision.NEAR):
        return CoordinatesAre.SETTLEMENT_CENTROID
    return CoordinatesAre.ADMIN_CENTROID


def _border(gazetteer: Gazetteer, row: dict[str, Any], home: str) -> str | None:
    """Return the border that people crossed, if they went from one country into another."""
    ends = []
    for end in ("origin", "destination"):
        countries = {gazetteer[i].country for i in split(row[f"{end}_id"])} - {""}
        ends.append(countries.pop() if len(countries) == 1 else "")
    origin, destination = ends[0] or home, ends[1]
    if not origin or not destination or origin == destination:
        return None
    for place_id in (f"border:{origin}-{destination}", f"border:{destination}-{origin}"):
        if place_id in gazetteer:
            return place_id
    return None

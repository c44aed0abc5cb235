"""A claims table with its place words looked up: scene, origin, destination, and the border between."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from mapper.gazetteer import Gazetteer, load
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.resolving import Resolver
from mapper.geocoding.stated import Stated
from mapper.model import CoordinatesAre, MatchTier, Precision
from mapper.schema import CLAIMS, CRS, conform, joined, split

__all__ = ["geocode_claims"]

_TIERS = list(MatchTier)


def geocode_claims(claims: pd.DataFrame, gazetteer: Gazetteer | None = None) -> gpd.GeoDataFrame:
    """Return the same claims with their places.

    A claim that already has a geometry keeps it. A name that is unknown or ambiguous leaves its
    claim unplaced, with the reason. A claim that says its country (``country_words`` or
    ``country_iso3``, as published tables do) is looked for there alone, by its P-code where it has
    one, and no finer than its precision.
    """
    resolver = Resolver(gazetteer or load())
    rows: Any = conform(claims, CLAIMS).to_dict("records")
    countries = _countries(resolver, rows)
    known: dict[tuple[str, str], Answer] = {}

    def answer(words: str, country: str) -> Answer:
        key = (words, country)
        if key not in known:
            known[key] = resolver.resolve(words, [country] if country else [], areas=True)
            if known[key].status is Status.UNKNOWN and country:
                known[key] = resolver.resolve(words, areas=True)
        return known[key]

    stated = Stated(resolver)
    for row in rows:
        home = _text(row["country"]) or countries.get(_text(row["report_id"]), "")
        told = stated.country(row) is not None
        coded = stated.coded(row)
        if coded is not None:
            answers = [coded]
        elif told:
            answers = [stated.wider(row, words) for words in _said(row["place_words"])]
        else:
            answers = [answer(words, home) for words in _said(row["place_words"])]
        _place(resolver, row, answers)
        for end in ("origin", "destination"):
            if told or _text(row.get(f"{end}_iso3")):
                ids = stated.end(row, end)
            else:
                answers = [answer(words, home) for words in _said(row[f"{end}_words"])]
                ids = [place_id for found in answers for place_id in found.place_ids]
            row[f"{end}_id"] = joined(dict.fromkeys(ids)) or row[f"{end}_id"]
        row["via_id"] = _border(resolver.gazetteer, row, home) or row["via_id"]
    frame = pd.DataFrame(rows, columns=list(dict.fromkeys((*CLAIMS.names, *claims.columns))))
    return conform(
        gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(frame["geometry"], crs=CRS)), CLAIMS
    )


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _said(cell: object) -> list[str]:
    return [words for words in split(cell) if words.strip()]


def _countries(resolver: Resolver, rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the country that most scenes and origins of each report lie in."""
    votes: dict[str, Counter[str]] = {}
    seen: dict[str, Answer] = {}
    for row in rows:
        for words in (*_said(row["place_words"]), *_said(row["origin_words"])):
            if words not in seen:
                seen[words] = resolver.resolve(words, areas=True)
            for place_id in seen[words].place_ids:
                country = resolver.gazetteer[place_id].country
                if country:
                    votes.setdefault(_text(row["report_id"]), Counter())[country] += 1
    return {report: min(found, key=lambda c: (-found[c], c)) for report, found in votes.items()}


def _place(resolver: Resolver, row: dict[str, Any], answers: list[Answer]) -> None:
    if row["geometry"] is not None and not row["geometry"].is_empty:
        row["match_tier"] = MatchTier.GIVEN.value
        row["match_reason"] = _text(row["match_reason"]) or "the source gives the coordinates"
        return
    if not answers:
        row["precision"] = row["precision"] or Precision.UNPLACED.value
        return
    placed = [found for found in answers if found.status is Status.RESOLVED]
    row["match_reason"] = "; ".join(dict.fromkeys(found.reason for found in answers))
    row["alternatives"] = joined(dict.fromkeys(i for found in answers for i in found.alternatives))
    if not placed:
        row["precision"] = Precision.UNPLACED.value
        return
    ids = list(dict.fromkeys(place_id for found in placed for place_id in found.place_ids))
    places = [resolver.gazetteer[place_id] for place_id in ids]
    precision = max((found.precision for found in placed), key=Precision.rank)
    row["place_id"] = joined(ids)
    row["place_name"] = ", ".join(dict.fromkeys(found.place_name for found in placed))
    countries = sorted({place.country for place in places if place.country})
    row["country"] = countries[0] if len(countries) == 1 else row["country"]
    row["adm1_pcode"] = joined(
        dict.fromkeys(place.adm1_pcode for place in places if place.adm1_pcode)
    )
    row["adm2_pcode"] = joined(
        dict.fromkeys(place.adm2_pcode for place in places if place.adm2_pcode)
    )
    row["precision"] = precision.value
    row["coordinates_are"] = _coordinates(precision).value
    row["match_tier"] = max((found.tier for found in placed if found.tier), key=_TIERS.index).value
    row["match_score"] = min(found.score for found in placed if found.score is not None)
    row["geometry"] = shapely.union_all([found.geometry for found in placed])


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

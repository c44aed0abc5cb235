"""A claim as a row of an event table gives it, with as little as a test needs to say."""

import shapely

__all__ = ["row"]

_VOICES = {"ucdp": "UCDP", "airwars": "Airwars", "acled": "ACLED"}


def row(table, name, *, day=7, end=None, lat=10.5, lon=20.25, low=5, high=None, **more):
    """Return a claim of so many killed in Sampletown, Examplia, on a day of March 2031."""
    return {
        "claim_id": f"{table}:{name}:killed",
        "source_schema": table,
        "voice": _VOICES[table],
        "measure": "killed",
        "kind": "flow",
        "unit": "person",
        "count_low": low,
        "count_best": low,
        "count_high": low if high is None else high,
        "qualifier": "exact" if high is None else "range",
        "period_start": f"2031-03-{day:02}",
        "period_end": f"2031-03-{end or day:02}",
        "place_words": "Sampletown",
        "precision": "settlement",
        "geometry": shapely.Point(lon, lat),
        **more,
    }

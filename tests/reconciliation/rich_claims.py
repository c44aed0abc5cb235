"""Tables of claims as reports would yield them, for property tests; all of fictional Examplia (XXA)."""

import pandas as pd
import shapely
from hypothesis import strategies as st

from mapper.reconciliation import decide
from mapper.schema import CLAIMS, conform

__all__ = ["NAMED", "decisions", "relayed", "tables"]

# Places: precision, governorate, district, geometry. The coast is two governorates by name and shape.
_NORTH, _SOUTH = shapely.box(20.0, 10.0, 20.5, 11.0), shapely.box(20.5, 10.0, 21.0, 11.0)
_PLACES = {
    "xx:land": ("Examplia", "country", None, None, shapely.box(19, 9, 23, 12)),
    "xx:coast": ("the coast", "zone", "XXA1|XXA2", None, shapely.union(_NORTH, _SOUTH)),
    "xx:north": ("North Example", "adm1", "XXA1", None, _NORTH),
    "xx:south": ("South Example", "adm1", "XXA2", None, _SOUTH),
    "xx:north|xx:south": ("North and South Example", "adm1", "XXA1|XXA2", None, None),
    "xx:town": ("Sampletown", "settlement", "XXA1", "XXA11", shapely.Point(20.25, 10.5)),
    "xx:harbour": ("Harbour", "near", "XXA1", "XXA11", shapely.Point(20.27, 10.52)),
    "xx:ville": ("Otherville", "settlement", "XXA2", "XXA21", shapely.Point(20.8, 10.4)),
}
NAMED = ("Example Monitor", "Examplian Network", "Relief Agency", "Ministry of Defence of Examplia")
_NAMELESS = ("local sources", "residents", "")
_GROUPS = (
    "civilians",
    "civilians",
    "",
    "women",
    "children",
    "fighters",
    "security forces",
    "soldiers",
)
_MEASURES = ("killed",) * 5 + ("injured", "displaced", "arrived", "returned", "sheltering", "missing",
                               "incidents", "casualties", "statement")  # fmt: skip
_VAGUE = {"dozens": 12, "hundreds": 100, "several": 3}


def _day(number):
    return f"2031-03-{number:02}"


@st.composite
def _figures(draw):
    """Draw low, best, high, qualifier and words: none, exact, a range, open, vague."""
    kind = draw(
        st.sampled_from(["exact"] * 4 + ["range", "at_least", "about", "up_to", "vague", "none"])
    )
    number = draw(st.integers(0, 60))
    if kind == "none":
        return {"qualifier": "unspecified", "count_words": "a large crowd"}
    if kind == "vague":
        words = draw(st.sampled_from(sorted(_VAGUE)))
        low = _VAGUE[words]
        return {"qualifier": kind, "count_words": words, "count_low": low, "count_best": low}
    low, high = {
        "exact": (number, number),
        "range": (number, number + draw(st.integers(1, 20))),
        "at_least": (number, None),
        "about": (None, None),
        "up_to": (None, number),
    }[kind]
    best = (
        draw(st.sampled_from([None, low]))
        if kind == "range"
        else None
        if kind == "up_to"
        else number
    )
    return {"qualifier": kind, "count_low": low, "count_best": best, "count_high": high}


@st.composite
def _claims(draw, report):
    place = draw(st.sampled_from([*_PLACES, ""]))
    measure = draw(st.sampled_from(_MEASURES))
    start = draw(st.sampled_from([None, 1, 3, 3, 3, 4, 5, 9]))
    length = draw(st.sampled_from([0, 0, 1, 5, 12]))
    end = None if start is None else draw(st.sampled_from([start + length] * 5 + [None]))
    row = {
        **report,
        "voice": draw(st.sampled_from([*NAMED, *NAMED, *_NAMELESS])),
        "measure": measure,
        "kind": draw(
            st.sampled_from(["cumulative", "cumulative", "flow", "flow", "delta", "stock"])
        ),
        "unit": "event" if measure == "incidents" else "person",
        "group": draw(st.sampled_from(_GROUPS)),
        "period_start": None if start is None else _day(start),
        "period_end": None if end is None else _day(end),
        "as_of": None if end is None else draw(st.sampled_from([None, None, None, _day(end)])),
        "total": draw(st.sampled_from(["", "", "", "yes"])),
        "verification": draw(
            st.sampled_from([None] * 9 + ["unverified", "verified", "disputed", "retracted"])
        ),
        "place_role": draw(
            st.sampled_from(["scene"] * 8 + ["background", "origin", "destination"])
        ),
        **draw(_figures()),
    }
    if measure == "statement":
        row |= dict.fromkeys(("count_low", "count_best", "count_high"))
    if measure in {"displaced", "arrived", "returned", "sheltering"}:
        row["unit"] = draw(st.sampled_from(["person", "person", "household"]))
        for end_of in ("origin", "destination"):
            other = draw(st.sampled_from([None, None, *_PLACES]))
            row |= {f"{end_of}_id": other, f"{end_of}_words": other and _PLACES[other][0]}
    if place:
        name, precision, adm1, adm2, shape = _PLACES[place]
        row |= {"place_id": place, "place_name": name, "place_words": name, "precision": precision}
        row |= {"country": "XXA", "adm1_pcode": adm1, "adm2_pcode": adm2, "geometry": shape}
    else:
        row["place_words"] = draw(st.sampled_from([None, "Nowhereham"]))
    return row


@st.composite
def _split(draw, report):
    """Draw a total with its parts by governorate that sum to it, and one of its days' news."""
    north, south = draw(st.integers(1, 40)), draw(st.integers(1, 40))
    said = {**report, "voice": draw(st.sampled_from(NAMED)), "measure": "killed", "kind": "cumulative",
            "unit": "person", "qualifier": "exact", "group": "civilians", "country": "XXA",
            "period_start": _day(3), "period_end": _day(draw(st.integers(5, 9)))}  # fmt: skip
    rows = []
    for place, number in (("xx:coast", north + south), ("xx:north", north), ("xx:south", south)):
        name, precision, adm1, _, shape = _PLACES[place]
        rows.append(
            {**said, "place_id": place, "place_name": name, "precision": precision, "adm1_pcode": adm1,
             "geometry": shape, "total": "yes" if place == "xx:coast" else ""}
            | dict.fromkeys(("count_low", "count_best", "count_high"), number)
        )  # fmt: skip
    return rows


@st.composite
def _series(draw, report):
    """Draw a running total of a voice as it rose, or fell, from report to report."""
    first = draw(_claims(report)) | {"kind": "cumulative", "measure": "killed", "unit": "person"}
    rows, number = [], draw(st.integers(1, 40))
    for day in range(5, 5 + draw(st.integers(2, 4))):
        number = max(0, number + draw(st.integers(-5, 20)))
        rows.append(
            {**first, "qualifier": "exact", "period_start": _day(3), "period_end": _day(day)}
            | dict.fromkeys(("count_low", "count_best", "count_high"), number)
            | {
                "published": _day(day + 1),
                "report_id": f"{first['report_id']}-{day}",
                "verification": None,
            }
        )
    return rows


@st.composite
def tables(draw, size=20):
    """Draw a claims table of several reports, with series, splits, and what reports say of claims."""
    rows = []
    for number in range(draw(st.integers(1, 4))):
        day = draw(st.sampled_from([None, 6, 10, 12, 20, 20]))
        report = {
            "report_id": f"r{number}",
            "relay": draw(st.sampled_from(["Paper A", "Paper B"])),
            "published": None if day is None else _day(day),
        }
        rows += draw(st.lists(_claims(report), min_size=2, max_size=size // 2))
        rows += draw(st.one_of(st.just([]), _split(report), _series(report)))
    rows = [{**row, "claim_id": f"c{n:02}", "quote": f"words {n}"} for n, row in enumerate(rows)]
    for link in draw(
        st.lists(st.sampled_from(["supersedes", "same_as", "contained_in"]), max_size=3)
    ):
        one, other = (draw(st.integers(0, len(rows) - 1)) for _ in range(2))
        rows[one][link] = f"c{other:02}"
    return conform(rows, CLAIMS)


@st.composite
def decisions(draw, claims):
    """Draw a log of people's decisions on some claims."""
    log = None
    ids = st.sampled_from(claims["claim_id"].tolist())
    for _ in range(draw(st.integers(1, 4))):
        action = draw(st.sampled_from(["retracted", "rejected", "accepted", "corrected"]))
        more = {}
        if action == "corrected":
            column, after = draw(
                st.sampled_from([("count_best", None), ("voice", "Relief Agency"), ("group", "women"),
                                 ("place_id", "xx:ville"), ("period_end", "2031-03-12")])
            )  # fmt: skip
            more = {"column": column, "after": after}
        log = decide(
            log, draw(ids), action, reason="a slip", person="A. Editor", day="2031-04-01", **more
        )
    return log


def relayed(claims, days=0):
    """Return what every named voice said, as another paper passes it on some days later."""
    named = claims[claims["voice"].isin(NAMED)]
    return named.assign(
        claim_id="z-" + named["claim_id"],
        relay="Paper C",
        report_id="r-relay",
        published=named["published"] + pd.Timedelta(days=days),
    )

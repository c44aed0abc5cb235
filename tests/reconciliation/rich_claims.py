"""Tables of claims as reports and event tables would yield them; all of fictional countries.

Each table holds several worlds: countries, voices and papers of their own, so that one look at a table
tries many small stories at once. Everything is drawn from one ``Random``.
"""

import pandas as pd
import shapely
from event_rows import row as event_row
from shapely.affinity import translate

from mapper.reconciliation import decide
from mapper.schema import CLAIMS, conform

__all__ = ["decisions", "relayed", "tables"]

_WORLDS = ("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot")
_NORTH, _SOUTH = shapely.box(20.0, 10.0, 20.5, 11.0), shapely.box(20.5, 10.0, 21.0, 11.0)
# Places: precision, governorate, district, geometry. The coast is two governorates by name and shape.
_PLACES = {
    "land": ("country", None, None, shapely.box(19, 9, 23, 12)),
    "coast": ("zone", "1|2", None, shapely.union(_NORTH, _SOUTH)),
    "north": ("adm1", "1", None, _NORTH),
    "south": ("adm1", "2", None, _SOUTH),
    "north|south": ("adm1", "1|2", None, None),
    "district": ("adm2", "1", "11", shapely.box(20.2, 10.4, 20.3, 10.6)),
    "town": ("settlement", "1", "11", shapely.Point(20.25, 10.5)),
    "harbour": ("near", "1", "11", shapely.Point(20.27, 10.52)),
    "ville": ("settlement", "2", "21", shapely.Point(20.8, 10.4)),
    "town|ville": ("settlement", "1|2", None, shapely.MultiPoint([(20.25, 10.5), (20.8, 10.4)])),
}
_NAMED = ("Monitor", "Network", "Relief Agency", "Ministry of Defence")
_NAMELESS = ("local sources", "residents", "")
_GROUPS = ("civilians", "civilians", "", "", "women", "children", "fighters", "security forces",
           "soldiers", "Alpine civilians", "combatants of both sides")  # fmt: skip
_MOVED = ("displaced", "arrived", "returned", "sheltering")
_MEASURES = ("killed",) * 6 + (
    *_MOVED,
    "injured",
    "missing",
    "incidents",
    "casualties",
    "statement",
)
_KINDS = ("cumulative", "cumulative", "flow", "flow", "delta", "stock")
_VAGUE = {"dozens": 12, "hundreds": 100, "several": 3}
_LINKS = ("supersedes", "same_as", "contained_in")
_BOUNDS = ("count_low", "count_best", "count_high")
_NO_WAY = dict.fromkeys(("origin_id", "origin_words", "destination_id", "destination_words"))


def _day(number):
    return f"2031-03-{number:02}"


def _figure(random):
    """Return low, best, high, qualifier and words: exact, a range, open, vague, or none."""
    qualifier = random.choice(
        ("exact", "exact", "exact", "range", "at_least", "more_than", "about", "up_to", "vague", "")
    )
    number = random.choice((0, 1, 5, 12, 15, 30, 60, random.randint(0, 150)))
    low, best, high = {
        "range": (number, random.choice((None, number)), number + random.randint(1, 20)),
        "at_least": (number, number, None),
        "more_than": (number, number, None),
        "about": (None, number, None),
        "up_to": (None, None, number),
        "": (None, None, None),
    }.get(qualifier, (number, number, number))
    words = {"": "a large crowd"}.get(qualifier)
    if qualifier == "vague":
        words = random.choice(sorted(_VAGUE))
        low, best, high = _VAGUE[words], _VAGUE[words], None
    return {"qualifier": qualifier or "unspecified", "count_words": words,
            "count_low": low, "count_best": best, "count_high": high}  # fmt: skip


def _exact(number):
    return {"qualifier": "exact", "count_words": None} | dict.fromkeys(_BOUNDS, number)


def _at(place):
    """Return the cells of a place; ``Nowhereham`` is words alone."""
    if place not in _PLACES:
        return {"place_words": place}
    precision, adm1, adm2, shape = _PLACES[place]
    return {"place_id": place, "place_name": place, "place_words": place, "precision": precision,
            "country": "X", "adm1_pcode": adm1, "adm2_pcode": adm2, "geometry": shape}  # fmt: skip


def _claim(random, report):
    """Return one claim, whatever it says."""
    measure = random.choice(_MEASURES)
    start = random.choice((None, 1, 3, 3, 3, 4, 5, 9))
    end = None if start is None else start + random.choice((0, 0, 1, 5, 12))
    end = end if random.random() < 0.8 else None
    row = {
        **report,
        "voice": random.choice((*_NAMED, *_NAMED, *_NAMELESS)),
        "measure": measure,
        "kind": random.choice(_KINDS),
        "unit": "event" if measure == "incidents" else "person",
        "group": random.choice(_GROUPS),
        "period_start": start and _day(start),
        "period_end": end and _day(end),
        "as_of": random.choice((None, None, None, _day(end))) if end else None,
        "total": random.choice(("", "", "", "yes")),
        "verification": random.choice(
            (None,) * 9 + ("unverified", "verified", "disputed", "retracted")
        ),
        "place_role": random.choice(("scene",) * 8 + ("background", "origin", "destination")),
        "apart": random.choice((None,) * 20 + ("draft: not checked",)),
        "source_schema": random.choice((None,) * 20 + ("hdx_acled",)),
        **_figure(random),
        **_at(random.choice((*_PLACES, None, "Nowhereham"))),
    }
    if measure == "statement":
        row |= dict.fromkeys(_BOUNDS)
    if measure in _MOVED:
        row["unit"] = random.choice(("person", "person", "household"))
        for side in ("origin", "destination"):
            other = random.choice((None, None, *_PLACES))
            row |= {f"{side}_id": other, f"{side}_words": other}
    return row


def _split(random, report):
    """Return a total with its parts by governorate that sum to it, and some by group."""
    said = {**_claim(random, report), "voice": random.choice(_NAMED), "measure": "killed",
            "kind": "cumulative", "unit": "person", "group": "civilians", "verification": None,
            "place_role": "scene", "period_start": _day(3), "period_end": _day(random.randint(5, 9)),
            "as_of": None, "apart": None, "source_schema": None} | _NO_WAY  # fmt: skip
    north, south = random.randint(1, 40), random.randint(1, 40)
    parts = {"coast": north + south, "north": north, "south": south}
    rows = [
        {**said, **_at(place), **_exact(number), "total": "yes" if place == "coast" else ""}
        for place, number in parts.items()
    ]
    for group in random.sample(("women", "children", "fighters"), random.randint(0, 2)):
        rows.append({**rows[0], **_exact(random.randint(0, 30)), "group": group, "total": ""})
    return rows


def _series(random, report):
    """Return a running total, a round or a lengthening spell of a voice, from report to report."""
    first = _claim(random, report) | {
        "kind": random.choice(("cumulative", "cumulative", "stock", "flow")),
        "measure": random.choice(("killed", "killed", "sheltering")),
        "unit": "person", "period_start": _day(3), "verification": None, "as_of": None,
    } | _NO_WAY  # fmt: skip
    rows, number = [], random.randint(1, 60)
    for day in range(5, 5 + random.randint(2, 4)):
        news = random.randint(-5, 20)
        number = max(0, number + news)
        own = {"published": _day(day + 1), "report_id": f"{first['report_id']}-{day}"}
        until = random.choice((_day(day), _day(day), None))
        rows.append({**first, **own, **_exact(number), "period_end": until})
        if news > 0 and random.random() < 0.4:
            today = {"kind": "delta", "period_start": _day(day), "period_end": _day(day)}
            rows.append({**first, **own, **_exact(news), **today})
    return rows


def _events(random, report):
    """Return rows of two event tables: some of one event, some with a summary and the injured."""
    rows = []
    for number in range(random.randint(2, 5)):
        table = random.choice(("ucdp", "airwars"))
        low = random.randint(0, 12)
        told = event_row(
            table, f"{number}", day=random.randint(3, 7), low=low,
            high=low + random.choice((0, 0, 3)), lat=10.5 + random.choice((0, 0.01, 0.3)),
            apart=random.choice((None, None, None, "summary event: may tell again")),
            published=report["published"], report_id=table,
        )  # fmt: skip
        hurt = {"claim_id": told["claim_id"].replace("killed", "injured"), "measure": "injured"}
        rows += [told, told | hurt] if random.random() < 0.4 else [told]
    return rows


def _world(random, size):
    """Return the rows of one world: reports with claims, series, splits, events, and their links."""
    rows = []
    for number in range(random.randint(1, 4)):
        day = random.choice((None, 6, 10, 12, 20, 20))
        report = {
            "report_id": f"r{number}",
            "relay": random.choice(("Paper A", "Paper B")),
            "published": day and _day(day),
        }
        rows += [_claim(random, report) for _ in range(random.randint(2, size))]
        more = random.choice((None, _split, _series, _events))
        rows += more(random, report) if more else []
    rows = [{**row, "claim_id": row.get("claim_id", f"c{n:02}")} for n, row in enumerate(rows)]
    # One row of a table has one id, whichever report it stands in.
    rows = list({row["claim_id"]: row for row in rows}.values())
    for _ in range(random.randint(0, 3)):
        one, other = random.choice(rows), random.choice(rows)
        one[random.choice(_LINKS)] = other["claim_id"]
    return rows


def _named(name, cell):
    """Return the ids in a cell as those of a world: ``Alpha-c01``, ``ucdp:Alpha1:killed``."""
    if not cell:
        return None
    return cell.replace(":", f":{name}", 1) if ":" in cell else f"{name}-{cell}"


def _moved(row, at):
    """Return a row of a world as one of its own country, with its own voices and papers."""
    name = _WORLDS[at]
    out = {"quote": f"words of {row['claim_id']}"} | row
    for cell in ("place_id", "origin_id", "destination_id", "adm1_pcode", "adm2_pcode"):
        if out.get(cell):
            out[cell] = "|".join(f"{name}-{one}" for one in out[cell].split("|"))
    for cell in ("claim_id", "report_id", "country", *_LINKS):
        out[cell] = _named(name, out.get(cell))
    out["relay"] = f"{name} {out['relay']}" if out.get("relay") else None
    if out["voice"] in _NAMED:
        out["voice"] = f"{name} {out['voice']}"
    if out.get("geometry") is not None:
        out["geometry"] = translate(out["geometry"], 10 * at)
    return out


def tables(random, worlds=3, size=6):
    """Return a claims table of some worlds, each of several reports."""
    rows = [_moved(row, at) for at in range(worlds) for row in _world(random, size)]
    return conform(rows, CLAIMS)


def decisions(random, claims):
    """Return a log of people's decisions on some claims."""
    log = None
    for _ in range(random.randint(1, 8)):
        action = random.choice(("retracted", "rejected", "accepted", "corrected"))
        more = {}
        if action == "corrected":
            column, after = random.choice(
                (("count_best", None), ("voice", "Relief Agency"), ("group", "women"),
                 ("place_id", "Alpha-ville"), ("period_end", "2031-03-12"))
            )  # fmt: skip
            more = {"column": column, "after": after}
        subject = random.choice(claims["claim_id"].tolist() + claims["report_id"].tolist())
        log = decide(
            log, subject, action, reason="a slip", person="A. Editor", day="2031-04-01", **more
        )
    return log


def relayed(claims, days=0):
    """Return what every named voice said, as another paper passes it on some days later.

    How many are there now, told without a day, is another count each time that it is told.
    """
    timeless = (claims["kind"] == "stock") & claims["period_end"].isna() & claims["as_of"].isna()
    named = claims[claims["voice"].str.endswith(_NAMED).fillna(value=False) & ~timeless]
    return named.assign(
        claim_id="z-" + named["claim_id"],
        relay="Paper C",
        report_id="r-relay",
        published=named["published"] + pd.Timedelta(days=days),
    )

"""Made-up events as UCDP GED tells of them: towns and districts, everybody killed, sums of a day."""

import numpy as np
import pandas as pd

__all__ = ["like_ucdp"]

KM = 1 / 111.195
_SIDES = [
    "Government of Otherland - Black Banner",
    "Government of Examplia - Examplian insurgents",
    "Government of Examplia - Examplian insurgents",
    "Government of Southia - Northern Front",
    "Black Banner - Civilians",
]


def like_ucdp(rng, places, events, number):
    """Return rows, and of each event that a row tells of the id of the row."""
    events = events.copy()
    events["gov"] = events["doer"].replace({2: 1})
    # Several strikes of a side in a town on a day: half of the time one row has them all.
    keys = ["place", "day", "gov"]
    summed = events.groupby(keys)["civil"].transform("size").gt(1) & (
        pd.util.hash_pandas_object(events[keys], index=False).to_numpy() % 2 == 0
    )
    events["row"] = np.arange(len(events))
    events.loc[summed, "row"] = events[summed].groupby(keys)["row"].transform("min")
    rows = events.drop_duplicates("row").set_index("row", drop=False)
    sums = events.groupby("row")[["civil", "fighters", "least", "most"]].sum()
    rows[["civil", "fighters", "least", "most"]] = sums
    rows = rows.iloc[:number]
    number = len(rows)
    prec = rng.choice([1, 2, 3, 4, 5, 6], number, p=[0.70, 0.14, 0.08, 0.05, 0.01, 0.02])
    at, town = _stands(rng, places, rows, prec)
    when = rng.choice([1, 2, 3, 4], number, p=[0.87, 0.09, 0.03, 0.01])
    length = np.select([when == 2, when == 3, when == 4], [rng.integers(1, 5, number), 6, 29], 0)
    off = rng.random(number)
    shift = np.select([off < 0.05, off < 0.1], [-1, 1], 0)
    start = rows["day"].to_numpy() + np.where(length > 0, -rng.integers(0, length + 1), shift)
    # Two in three times the press that Airwars read, else somebody else's count.
    unlike = rng.random(number) < 0.35
    noise = np.where(unlike, rng.lognormal(0, 0.4, number), 1)
    kept = rng.random(number)
    low = np.maximum(np.round(rows["least"] * noise), 0).astype("int64").to_numpy()
    high = np.maximum(np.round(rows["most"] * noise), low).astype("int64").to_numpy()
    best = np.select([kept < 0.55, kept < 0.85], [low, np.round((low + high) / 2)], high).astype(
        "int64"
    )
    fighters = np.where(rng.random(number) < 0.5, rows["fighters"], 0)
    unknown = np.where(rng.random(number) < 0.15, best, 0)
    civil = best - unknown
    sides, one_sided = _sides(rng, rows["doer"].to_numpy())
    where = places.loc[rows["place"]]
    days = pd.to_datetime(start + 16_000, unit="D")
    ids = [str(500_000 + n) for n in rng.permutation(number)]
    left = pd.DataFrame(
        {
            "id": ids,
            "type_of_violence": np.where(one_sided, 3, 1),
            "dyad_name": sides.to_numpy(),
            "side_a": sides.str.split(" - ").str[0].to_numpy(),
            "side_b": sides.str.split(" - ").str[1].to_numpy(),
            "source_article": '"Example Agency,2031-01-01,News of the day"',
            "source_headline": np.where(rng.random(number) < 0.6, "News of the day", ""),
            "where_prec": prec,
            "where_coordinates": [f"{n} {k}" for n, k in zip(town, where["kind"], strict=True)],
            "where_description": _described(rng, where, rows["quarter"].to_numpy(), town),
            "adm_1": [f"North {chr(65 + n)}" for n in where["adm1"]],
            "adm_2": [f"District {n}" for n in where["adm2"]],
            "latitude": np.round(at[:, 0], 6),
            "longitude": np.round(at[:, 1], 6),
            "country": "Examplia",
            "event_clarity": np.where(rng.random(number) < 0.03, 2, 1),
            "date_prec": when,
            "date_start": days.strftime("%Y-%m-%d 00:00:00.000"),
            "date_end": (days + pd.to_timedelta(length, unit="D")).strftime(
                "%Y-%m-%d 00:00:00.000"
            ),
            "deaths_a": 0,
            "deaths_b": fighters,
            "deaths_civilians": civil,
            "deaths_unknown": unknown,
            "best": best + fighters,
            "high": high + fighters,
            "low": low + fighters,
        },
        index=rows.index,
    )
    told = events[events["row"].isin(left.index)]
    return left, told["row"].map(left["id"])


def _stands(rng, places, rows, prec):
    """Return coordinates and names: the town's, another's near it, or the middle of the district."""
    where = places.loc[rows["place"]]
    at = where[["ucdp_lat", "ucdp_lon"]].to_numpy().copy()
    town = where["name"].to_numpy(dtype="object").copy()
    # "Near": the coordinates of another place, up to some 15 km away; or its own.
    near = np.flatnonzero((prec == 2) & (rng.random(len(rows)) < 0.6))
    everywhere = places[["ucdp_lat", "ucdp_lon"]].to_numpy()
    for row in near:
        km = np.hypot(*(everywhere - at[row]).T) / KM
        choice = np.flatnonzero((km > 0.1) & (km < 15))
        if len(choice):
            other = rng.choice(choice)
            at[row], town[row] = everywhere[other], places["name"].iloc[other]
    middle = places.groupby("adm2")[["ucdp_lat", "ucdp_lon"]].transform("mean").to_numpy()
    return np.where((prec >= 3)[:, None], middle[rows["place"]], at), town


def _sides(rng, doer):
    """Name the sides; a coalition's strikes stand under its own conflict, or the government's."""
    sides = np.array(_SIDES)[doer]
    under_another = (doer == 0) & (rng.random(len(doer)) < 0.4)
    sides = np.where(under_another, "Government of Examplia - Black Banner", sides)
    against_civilians = (doer != 4) & (rng.random(len(doer)) < 0.2)
    first = pd.Series(sides).str.split(" - ").str[0].to_numpy()
    sides = np.where(against_civilians, first + " - Civilians", sides)
    return pd.Series(sides), (doer == 4) | against_civilians


def _described(rng, where, quarter, town):
    """Describe the place in words, nearly half of the time: its neighbourhood, another, or no such."""
    lots = rng.random(len(where))
    out = []
    for here, which, name, lot in zip(where.itertuples(), quarter, town, lots, strict=True):
        part = here.quarters[which if lot < 0.3 else rng.integers(len(here.quarters))]
        if here.kind == "village" or lot > 0.36:
            said = f"the countryside of {name}" if lot < 0.5 else ""
        else:
            other = lot < 0.15
            said = f"{name} ({part} district)" if other else f"{part} neighborhood in {name} city"
        out.append(said)
    return out

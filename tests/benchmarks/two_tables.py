"""Two made-up tables of one made-up conflict, with the links between them known.

A fictional country, XXA, in which things happen; one table tells of them as UCDP GED does, the other
as Airwars does. The two differ where the real ones do: one knows towns and districts by the
coordinates of its own gazetteer, the other neighbourhoods; one counts everybody killed with a best
estimate, the other civilians from a least to a largest number; one sums up what happened in a town on
a day, or in some days, or in a province; the other has each strike; one names the two sides of a
conflict, under which an ally's strike is put too, the other who is said to have struck. Either may
have a day, or a town, wrong.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

__all__ = ["REGIMES", "Regime", "two_tables"]

KM = 1 / 111.195
UCDP_ROWS, AIRWARS_ROWS = 16_566, 8_114
_DAYS = 2_600
_SYLLABLES = [
    "ba",
    "da",
    "fa",
    "ga",
    "ha",
    "ja",
    "ka",
    "la",
    "ma",
    "na",
    "qa",
    "ra",
    "sa",
    "ta",
    "wa",
    "za",
    "bi",
    "di",
    "fi",
    "hi",
    "ji",
    "ki",
    "li",
    "mi",
    "ni",
    "ri",
    "si",
    "ti",
    "zi",
    "bu",
    "du",
    "fu",
    "hu",
    "ju",
    "ku",
    "lu",
    "mu",
    "nu",
    "ru",
    "su",
    "tu",
    "shar",
    "khan",
    "mal",
    "nas",
    "tar",
    "zur",
    "dar",
    "kaf",
    "hal",
    "min",
    "bab",
    "tel",
    "rum",
    "sal",
]


@dataclass(frozen=True)
class Regime:
    """How thick things happen: the share of events in campaigns, and how many campaigns there are."""

    in_campaigns: float
    campaigns: int
    weeks: tuple[int, int] = (6, 20)
    # How much of what Airwars has UCDP has too.
    shared: float = 0.5


REGIMES = {
    "sparse": Regime(0.0, 1),
    "mixed": Regime(0.4, 40),
    "dense": Regime(0.8, 25),
    "siege": Regime(0.9, 8, weeks=(12, 20)),
    "little shared": Regime(0.5, 30, shared=0.15),
}


def two_tables(regime, *, scale=1.0, cited=0.0, seed=0):
    """Return a table like UCDP's, one like Airwars', and the set of (UCDP id, Airwars code) of one event.

    Parameters
    ----------
    regime : Regime
        How thick things happen.
    scale : float
        Share of the rows of the two real tables.
    cited : float
        Share of the shared events in which one row names the code of the other.
    seed : int
        Of the random numbers.
    """
    rng = np.random.default_rng(seed)
    places = _places(rng)
    airwars, ucdp = int(AIRWARS_ROWS * scale), int(UCDP_ROWS * scale)
    both = int(airwars * regime.shared)
    # One table's row in twenty sums up several: some events are there for the sums.
    number = airwars + int(1.25 * (ucdp - both))
    events = _events(rng, places, regime, number)
    order = rng.permutation(number)
    in_airwars = order[:airwars]
    in_ucdp = np.concatenate([order[:both], order[airwars:]])
    right = _airwars(rng, places, events.loc[in_airwars])
    left, of_row = _ucdp(rng, places, events.loc[in_ucdp], ucdp)
    code = pd.Series(right["code"].to_numpy(), index=in_airwars)
    links = of_row[of_row.index.isin(code.index)]
    links = pd.DataFrame({"id": links, "code": code.reindex(links.index)})
    _cite(rng, left, links, cited)
    return left, right, set(zip(links["id"], links["code"], strict=True))


def _name(rng):
    return "".join(rng.choice(_SYLLABLES, rng.integers(2, 4))).capitalize()


def _respelt(rng, name):
    """One name as another table spells it: vowels, doubled letters and the article come and go."""
    for old, new in (("u", "o"), ("i", "e"), ("q", "k"), ("aa", "a")):
        if rng.random() < 0.25:
            name = name.replace(old, new)
    at = rng.integers(1, len(name))
    if rng.random() < 0.2 and name[at] not in "aeiou":
        name = name[:at] + name[at] + name[at:]
    return f"Al {name}" if rng.random() < 0.15 else name


def _places(rng):
    """Return 8 cities, 150 towns and 1,200 villages that lie about the towns, a few km apart."""
    adm1 = np.column_stack([rng.uniform(10, 13, 8), rng.uniform(20, 24, 8)])
    towns_of = rng.integers(0, 8, 150)
    towns = adm1[towns_of] + rng.normal(0, 45 * KM, (150, 2))
    villages_of = rng.integers(0, 150, 1200)
    villages = towns[villages_of] + rng.normal(0, 8 * KM, (1200, 2))
    at = np.concatenate([adm1, towns, villages])
    kind = np.repeat(["city", "town", "village"], [8, 150, 1200])
    size = pd.Series(kind).map({"city": 3.0, "town": 0.8, "village": 0.4}).to_numpy()
    names = [_name(rng) for _ in kind]
    of_adm1 = np.concatenate([np.arange(8), towns_of, towns_of[villages_of]])
    own = rng.normal(0, 0.5 * KM, at.shape) * size[:, None]
    return pd.DataFrame(
        {
            "lat": at[:, 0],
            "lon": at[:, 1],
            "ucdp_lat": at[:, 0] + own[:, 0],
            "ucdp_lon": at[:, 1] + own[:, 1],
            "kind": kind,
            "size": size,
            "name": names,
            "airwars_name": [_respelt(rng, name) for name in names],
            "adm1": of_adm1,
            "adm2": np.concatenate([np.arange(8), 8 + np.arange(150) // 4, 8 + villages_of // 4]),
            "weight": pd.Series(kind).map({"city": 60.0, "town": 6.0, "village": 1.0})
            * rng.lognormal(0, 0.8, len(kind)),
        }
    )


def _events(rng, places, regime, number):
    weight = places["weight"].to_numpy()
    place = rng.choice(len(places), number, p=weight / weight.sum())
    day = rng.integers(0, _DAYS, number)
    # 0: a coalition against a group; 1: the government; 2: its ally; 3: a neighbour; 4: the group.
    doer = rng.choice(5, number, p=[0.25, 0.35, 0.22, 0.06, 0.12])
    campaign = rng.random(number) < regime.in_campaigns
    of = rng.integers(0, regime.campaigns, number)
    centre = rng.choice(158, regime.campaigns)
    first = rng.integers(0, _DAYS - 150, regime.campaigns)
    weeks = rng.integers(*regime.weeks, regime.campaigns)
    mainly = rng.choice([0, 1, 2], regime.campaigns, p=[0.4, 0.3, 0.3])
    km = (
        np.hypot(
            places["lat"].to_numpy()[:, None] - places["lat"].to_numpy()[centre],
            places["lon"].to_numpy()[:, None] - places["lon"].to_numpy()[centre],
        )
        / KM
    )
    for which in range(regime.campaigns):
        mine = np.flatnonzero(campaign & (of == which))
        near = np.where(km[:, which] < 25, weight, 0) * np.exp(-km[:, which] / 8)
        place[mine] = rng.choice(len(places), len(mine), p=near / near.sum())
        # Some days are far worse than others.
        days = first[which] + np.arange(weeks[which] * 7)
        heat = rng.gamma(0.7, 1, len(days))
        day[mine] = rng.choice(days, len(mine), p=heat / heat.sum())
        doer[mine] = np.where(rng.random(len(mine)) < 0.75, mainly[which], doer[mine])
    civil = np.maximum(1, np.round(rng.lognormal(0.9, 1.0, number))).astype("int64")
    fighters = np.where(rng.random(number) < 0.2, rng.poisson(5, number) + 1, 0)
    spread = rng.normal(0, 1, (number, 2)) * (places["size"].to_numpy()[place] * KM)[:, None]
    return pd.DataFrame(
        {
            "place": place,
            "quarter": rng.integers(0, 10, number),
            "day": day,
            "doer": doer,
            "civil": civil,
            "fighters": fighters,
            "hurt": np.where(rng.random(number) < 0.6, rng.poisson(1.5 * civil), 0),
            "lat": places["lat"].to_numpy()[place] + spread[:, 0],
            "lon": places["lon"].to_numpy()[place] + spread[:, 1],
            # What the press said first: the two tables read much the same press.
            "least": np.maximum(1, np.round(civil * rng.uniform(0.7, 1, number))).astype("int64"),
            "most": np.round(civil * rng.uniform(1, 1.4, number)).astype("int64"),
        }
    )


def _airwars(rng, places, events):
    number = len(events)
    where = places.loc[events["place"]]
    size = where["size"].to_numpy()
    fine = rng.choice(3, number, p=[0.25, 0.35, 0.4])  # exact, neighbourhood, the town's centre
    fine = np.where((where["kind"] == "village") & (fine == 1), 2, fine)
    error = np.select([fine == 0, fine == 1], [0.1, 0.6], 0.0)[:, None] * rng.normal(
        0, KM, (number, 2)
    )
    town = where[["lat", "lon"]].to_numpy() + rng.normal(0, 0.3 * KM, (number, 2)) * size[:, None]
    at = np.where((fine < 2)[:, None], events[["lat", "lon"]].to_numpy() + error, town)
    off = rng.random(number)
    day = events["day"].to_numpy() + np.select([off < 0.03, off < 0.06], [-1, 1], 0)
    long = np.where(rng.random(number) < 0.03, rng.integers(1, 4, number), 0)
    name = where["airwars_name"].to_numpy(dtype="object")
    quarter = [f"Quarter {chr(65 + q)}" for q in events["quarter"]]
    name = np.where(
        (fine == 1) & (rng.random(number) < 0.7),
        [f"{q}, {n}" for q, n in zip(quarter, name, strict=True)],
        name,
    )
    own, other = events["least"].to_numpy(), events["most"].to_numpy()
    unlike = rng.random(number) < 0.25
    noise = np.where(unlike, rng.lognormal(0, 0.35, number), 1)
    least = np.maximum(np.round(own * noise), 0).astype("int64")
    most = np.maximum(np.round(other * noise), least).astype("int64")
    blank = rng.random(number) < 0.03
    words = np.array(
        [
            "Otherland-led Coalition",
            "Examplian Regime",
            "Northian Military",
            "Southese Military",
            "Black Banner",
        ]
    )
    doer = events["doer"].to_numpy()
    said = words[doer].astype("object")
    both = np.isin(doer, [1, 2]) & (rng.random(number) < 0.4)
    second = np.where(both, words[np.where(doer == 1, 2, 1)], "")
    said[rng.random(number) < 0.08] = "Unknown"
    hurt = events["hurt"].to_numpy()
    start = pd.to_datetime(day + 16_000, unit="D")
    return pd.DataFrame(
        {
            "post_id": np.arange(number) + 1,
            "post_status": "publish",
            "code": [f"XC{n}" for n in 100 + rng.permutation(number)],
            "date_type": np.where(long > 0, "date_range", "exact"),
            "date": start.strftime("%Y-%m-%d"),
            "date_end": np.where(
                long > 0, (start + pd.to_timedelta(long, unit="D")).strftime("%Y-%m-%d"), ""
            ),
            "country_name": "Examplia",
            "location_name": name,
            "region": [f"North {chr(65 + n)}" for n in where["adm1"]],
            "civilian_harm_status_name": "Fair",
            "civilian_harm_status_slug": "fair",
            "latitude": np.round(at[:, 0], 5),
            "longitude": np.round(at[:, 1], 5),
            "geolocation_accuracy_slug": np.select(
                [fine == 0, fine == 1],
                ["exact_location_other", "neighbourhood_area"],
                where["kind"],
            ),
            "belligerent_1_name": said,
            "belligerent_2_name": second,
            "civilians_killed_min": pd.array(np.where(blank, -1, least), "Int64"),
            "civilians_killed_max": pd.array(np.where(blank, -1, most), "Int64"),
            "civilians_injured_min": np.where(hurt > 0, hurt, 0),
            "civilians_injured_max": np.where(hurt > 0, np.round(hurt * 1.2), 0).astype("int64"),
        }
    ).replace({"civilians_killed_min": {-1: pd.NA}, "civilians_killed_max": {-1: pd.NA}})


def _ucdp(rng, places, events, number):
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
    where = places.loc[rows["place"]]
    prec = rng.choice([1, 2, 3, 4, 5, 6], number, p=[0.70, 0.14, 0.08, 0.05, 0.01, 0.02])
    at = where[["ucdp_lat", "ucdp_lon"]].to_numpy().copy()
    town = where["name"].to_numpy(dtype="object").copy()
    # "Near": the coordinates of another place, up to some 15 km away; or its own.
    near = np.flatnonzero((prec == 2) & (rng.random(number) < 0.6))
    everywhere = places[["ucdp_lat", "ucdp_lon"]].to_numpy()
    for row in near:
        km = np.hypot(*(everywhere - at[row]).T) / KM
        choice = np.flatnonzero((km > 0.1) & (km < 15))
        if len(choice):
            other = rng.choice(choice)
            at[row], town[row] = everywhere[other], places["name"].iloc[other]
    middle = places.groupby("adm2")[["ucdp_lat", "ucdp_lon"]].transform("mean").to_numpy()
    at = np.where((prec >= 3)[:, None], middle[rows["place"]], at)
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
    doer = rows["doer"].to_numpy()
    sides = np.array(
        [
            "Government of Otherland - Black Banner",
            "Government of Examplia - Examplian insurgents",
            "Government of Examplia - Examplian insurgents",
            "Government of Southia - Northern Front",
            "Black Banner - Civilians",
        ]
    )[doer]
    against_civilians = (doer != 4) & (rng.random(number) < 0.2)
    first = pd.Series(sides).str.split(" - ").str[0].to_numpy()
    sides = np.where(against_civilians, first + " - Civilians", sides)
    quarter = [f"Quarter {chr(65 + q)}" for q in rows["quarter"]]
    spoken = rng.random(number) < 0.25
    days = pd.to_datetime(start + 16_000, unit="D")
    ids = [str(500_000 + n) for n in rng.permutation(number)]
    left = pd.DataFrame(
        {
            "id": ids,
            "type_of_violence": np.where((doer == 4) | against_civilians, 3, 1),
            "dyad_name": sides,
            "side_a": first,
            "side_b": pd.Series(sides).str.split(" - ").str[1].to_numpy(),
            "source_article": '"Example Agency,2031-01-01,News of the day"',
            "source_headline": "News of the day",
            "where_prec": prec,
            "where_coordinates": [f"{n} {k}" for n, k in zip(town, where["kind"], strict=True)],
            "where_description": np.where(
                spoken,
                [f"{q} neighbourhood of {n} city" for q, n in zip(quarter, town, strict=True)],
                "",
            ),
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


def _cite(rng, left, links, share):
    """Let some rows name the code of the other table's, and more the other table alone."""
    by_id = left.reset_index(drop=True).reset_index().set_index("id")["index"]
    rows = by_id[links["id"]].to_numpy()
    chosen = rng.random(len(rows))
    texts = left["source_article"].tolist()
    for row, code, lot in zip(rows, links["code"], chosen, strict=True):
        if lot < share:
            texts[row] += f';"Airwars,2031-02-01,Incident {code}"'
        elif lot < 2 * share:
            texts[row] += ';"Airwars,2031-02-01,Monthly assessment"'
    left["source_article"] = texts

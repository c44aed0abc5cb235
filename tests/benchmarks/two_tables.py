"""Two made-up tables of one made-up conflict, with the links between them known.

A fictional country, XXA, in which things happen; one table tells of them as UCDP GED does
(`like_ucdp`), the other as Airwars does (`like_airwars`). The two differ where the real ones do: one
knows towns and districts by the coordinates of its own gazetteer, the other neighbourhoods; one counts
everybody killed with a best estimate, the other civilians from a least to a largest number; one sums up
what happened in a town on a day, or in some days, or in a province; the other has each strike; now and
then one has two rows, of two dyads, for one of the other's; one names the two sides of a conflict, under
which an ally's strike is put too, the other who is said to have struck. Either may have a day, or a town,
wrong; either may name the neighbourhood, in its own spelling, or another one. A row that names the other
table as its source mostly has its figures too.
"""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from like_airwars import like_airwars
from like_ucdp import like_ucdp

__all__ = ["REGIMES", "Regime", "two_tables"]

KM = 1 / 111.195
UCDP_ROWS, AIRWARS_ROWS = 16_566, 8_114
_DAYS = 2_600
# Of what both have UCDP tells so much in two rows; of rows that name Airwars so many have its figures.
_IN_TWO, _SAME_FIGURES = 0.03, 0.7
_BOUNDS = ["civilians_killed_min", "civilians_killed_max"]
_QUARTERS = {"city": 12, "town": 5, "village": 1}
_SYLLABLES = re.findall(
    r"\w+",
    "ba da fa ga ha ja ka la ma na qa ra sa ta wa za bi di fi hi ji ki li mi ni ri si ti zi "
    "bu du fu hu ju ku lu mu nu ru su tu shar khan mal nas tar zur dar kaf hal min bab tel rum sal",
)


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
        Share of the rows about shared events that name the codes of the other table.
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
    right = like_airwars(rng, places, events.loc[in_airwars])
    left, of_row = like_ucdp(rng, places, _in_two(rng, events.loc[in_ucdp]), ucdp)
    codes = right.set_axis(in_airwars)[["code", "previous_codes", *_BOUNDS]]
    links = of_row[of_row.index.isin(codes.index)]
    links = codes.reindex(links.index).assign(id=links)
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
    # Towns of a province that lie side by side, four at a time, are a district.
    beside = np.argsort(np.lexsort((towns[:, 0], towns_of)))
    of_adm1 = np.concatenate([np.arange(8), towns_of, towns_of[villages_of]])
    own = rng.normal(0, 0.5 * KM, at.shape) * size[:, None]
    quarters = [[_name(rng) for _ in range(_QUARTERS[one])] for one in kind]
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
            "quarters": quarters,
            "airwars_quarters": [[_respelt(rng, name) for name in some] for some in quarters],
            "quarters_at": [
                rng.normal(0, one * KM, (len(some), 2))
                for one, some in zip(size, quarters, strict=True)
            ],
            "adm1": of_adm1,
            "adm2": np.concatenate([np.arange(8), 8 + beside // 4, 8 + beside[villages_of] // 4]),
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
    quarters = places["quarters"].str.len().to_numpy()[place]
    quarter = (rng.random(number) * quarters).astype("int64")
    offsets = places["quarters_at"].tolist()
    at = np.array([offsets[here][which] for here, which in zip(place, quarter, strict=True)])
    at += rng.normal(0, 0.25 * KM, at.shape)
    return pd.DataFrame(
        {
            "place": place,
            "quarter": quarter,
            "day": day,
            "doer": doer,
            "civil": civil,
            "fighters": fighters,
            "hurt": np.where(rng.random(number) < 0.6, rng.poisson(1.5 * civil), 0),
            "lat": places["lat"].to_numpy()[place] + at[:, 0],
            "lon": places["lon"].to_numpy()[place] + at[:, 1],
            # What the press said first: the two tables read much the same press.
            "least": np.maximum(1, np.round(civil * rng.uniform(0.7, 1, number))).astype("int64"),
            "most": np.round(civil * rng.uniform(1, 1.4, number)).astype("int64"),
        }
    )


def _in_two(rng, events):
    """Let some events be two: a part of the dead each, the second part put under another dyad."""
    parts = events[(rng.random(len(events)) < _IN_TWO) & (events["civil"] > 3)]
    share = rng.uniform(0.2, 0.5, len(parts))
    figures = ["civil", "least", "most"]
    second = parts.assign(
        **{name: np.maximum(1, parts[name] * share).astype("int64") for name in figures},
        fighters=0,
        doer=np.where(parts["doer"] == 4, 1, 4),
    )
    first = events.copy()
    first.loc[parts.index, figures] -= second[figures]
    return pd.concat([first, second])


def _cite(rng, left, links, share):
    """Let some rows name the codes of the other's, old or new, and as many the other table alone."""
    by_id = left.reset_index(drop=True).reset_index().set_index("id")["index"]
    texts = left["source_article"].tolist()
    figures = left[["low", "best", "high", "deaths_civilians", "deaths_unknown"]].to_numpy(
        copy=True
    )
    fighters = left["deaths_b"].to_numpy()
    for name, some in links.groupby("id", sort=False):
        lot = rng.random()
        codes = some["code"].where(
            (some["previous_codes"] == "") | (rng.random(len(some)) < 0.5), some["previous_codes"]
        )
        if lot < share:
            texts[by_id[name]] += f';"Airwars,2031-02-01,Incident {", ".join(codes)}"'
        elif lot < 2 * share:
            texts[by_id[name]] += ';"Airwars,2031-02-01,Monthly assessment"'
        least, most = some[_BOUNDS].sum(min_count=len(some))
        if lot < 2 * share and pd.notna(least) and rng.random() < _SAME_FIGURES:
            beside = fighters[by_id[name]]
            figures[by_id[name]] = [least + beside, least + beside, most + beside, least, 0]
    left["source_article"] = texts
    left[["low", "best", "high", "deaths_civilians", "deaths_unknown"]] = figures

"""Made-up events as Airwars tells of them: one strike a row, fine places, civilians from least to most."""

import numpy as np
import pandas as pd

__all__ = ["like_airwars"]

KM = 1 / 111.195
_DOERS = [
    "Otherland-led Coalition",
    "Examplian Regime",
    "Northian Military",
    "Southese Military",
    "Black Banner",
]


def like_airwars(rng, places, events):
    """Return one row an event, in the columns of Airwars' incident export."""
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
    own, other = events["least"].to_numpy(), events["most"].to_numpy()
    unlike = rng.random(number) < 0.25
    noise = np.where(unlike, rng.lognormal(0, 0.35, number), 1)
    least = np.maximum(np.round(own * noise), 0).astype("int64")
    most = np.maximum(np.round(other * noise), least).astype("int64")
    blank = rng.random(number) < 0.03
    # Now and then nobody could say more than the subdistrict, or how fine the coordinates are.
    rough = rng.choice(["", "subdistrict", "unsaid"], number, p=[0.92, 0.03, 0.05])
    words, doer = np.array(_DOERS), events["doer"].to_numpy()
    said = words[doer].astype("object")
    both = np.isin(doer, [1, 2]) & (rng.random(number) < 0.4)
    second = np.where(both, words[np.where(doer == 1, 2, 1)], "")
    said[rng.random(number) < 0.08] = "Unknown"
    hurt = events["hurt"].to_numpy()
    start = pd.to_datetime(day + 16_000, unit="D")
    codes = 100 + rng.permutation(number)
    moved = rng.random(number) < 0.1
    return pd.DataFrame(
        {
            "post_id": np.arange(number) + 1,
            "post_status": "publish",
            "code": [f"XC{n}" for n in codes],
            "previous_codes": [
                f"XC{n}b" if old else "" for n, old in zip(codes, moved, strict=True)
            ],
            "date_type": np.where(long > 0, "date_range", "exact"),
            "date": start.strftime("%Y-%m-%d"),
            "date_end": np.where(
                long > 0, (start + pd.to_timedelta(long, unit="D")).strftime("%Y-%m-%d"), ""
            ),
            "country_name": "Examplia",
            "location_name": _names(rng, places, where, events["quarter"].to_numpy(), fine),
            "region": [f"North {chr(65 + n)}" for n in where["adm1"]],
            "civilian_harm_status_name": "Fair",
            "civilian_harm_status_slug": "fair",
            "latitude": np.round(at[:, 0], 5),
            "longitude": np.round(at[:, 1], 5),
            "geolocation_accuracy_slug": np.select(
                [rough == "subdistrict", rough == "unsaid", fine == 0, fine == 1],
                ["subdistrict", "", "exact_location_other", "neighbourhood_area"],
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


def _names(rng, places, where, quarter, fine):
    """Name the place: alone, with its neighbourhood, or with the city of its province behind it."""
    lots, forms = rng.random(len(where)), rng.integers(0, 3, len(where))
    cities, out = places["airwars_name"].tolist(), []
    for here, which, how, lot, form in zip(
        where.itertuples(), quarter, fine, lots, forms, strict=True
    ):
        name = here.airwars_name
        if here.kind != "village" and (lot < 0.75 if how == 1 else lot < 0.3 * (how == 0)):
            part = here.airwars_quarters[which]
            name = (f"{part} neighbourhood, {name}", f"{part}, {name}", f"{name}: {part}")[form]
        elif here.kind != "city" and lot > 0.7:
            name = f"{name}, {cities[here.adm1]}"
        out.append(name)
    return out

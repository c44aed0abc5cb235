"""Which place holds which: by the gazetteer's codes, by members and by shape.

Never by distance: a village three kilometres from a district is not in it.
"""

from collections import defaultdict
from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapper.model import Precision
from mapper.reconciliation.columns import text_of
from mapper.schema import split

__all__ = ["holders", "one_key_a_place"]

# Outlines of one place differ between sources, and coasts are simplified.
_INSIDE = 0.9


def holders(rows: pd.DataFrame, table: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return every pair of places of which one holds the other.

    Parameters
    ----------
    rows : DataFrame
        The `ledger`.
    table : GeoDataFrame
        The claims in the ledger's order.

    Returns
    -------
    DataFrame
        ``place_key`` and ``holder_key``, each pair once, no place with itself.
    """
    places = pd.DataFrame(
        {
            "place_key": rows["place_key"],
            "rank": rows["rank"],
            "members": text_of(table["place_id"]),
            "country": text_of(table["country"]),
            "adm1": text_of(table["adm1_pcode"]),
            "adm2": text_of(table["adm2_pcode"]),
            "geometry": table.geometry.array,
        }
    )
    places = places[places["place_key"] != ""].drop_duplicates("place_key", ignore_index=True)
    pairs = pd.concat([_by_code(places), _by_member(places), _by_shape(places)], ignore_index=True)
    pairs = pairs[pairs["place_key"] != pairs["holder_key"]]
    return pairs.drop_duplicates(ignore_index=True)


def one_key_a_place(
    rows: pd.DataFrame, table: gpd.GeoDataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the ledger with one key for places that hold each other, and the `holders` left.

    "The coast" as a zone and "Latakia and Tartus" as two governorates are one area.
    """
    pairs = holders(rows, table)
    back = pairs.rename(columns={"place_key": "holder_key", "holder_key": "place_key"})
    mutual = pairs.merge(back, on=["place_key", "holder_key"])
    if mutual.empty:
        return rows, pairs
    least = mutual.groupby("place_key")["holder_key"].min()
    key = {place: min(place, other) for place, other in least.items()}
    rows = rows.assign(place_key=rows["place_key"].map(key).fillna(rows["place_key"]))
    for name in pairs.columns:
        pairs[name] = pairs[name].map(key).fillna(pairs[name])
    pairs = pairs[pairs["place_key"] != pairs["holder_key"]]
    return rows, pairs.drop_duplicates(ignore_index=True)


def _pairs(rows: Iterable[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["place_key", "holder_key"], dtype="str")


def _by_code(places: pd.DataFrame) -> pd.DataFrame:
    found = []
    levels = (
        (Precision.COUNTRY, "country"),
        (Precision.ADM1, "adm1"),
        (Precision.ADM2, "adm2"),
    )
    for level, code in levels:
        coded = places[places[code] != ""]
        wide = coded[coded["rank"] == level.rank()]
        held = coded[coded["rank"] <= level.rank()]
        single = wide[~wide[code].str.contains("|", regex=False)]
        found.append(
            held.merge(single, on=code, suffixes=("", "_of"))[["place_key", "place_key_of"]].rename(
                columns={"place_key_of": "holder_key"}
            )
        )
        several = wide[wide[code].str.contains("|", regex=False)]
        sets = [
            (key, set(split(codes)))
            for key, codes in zip(several["place_key"], several[code], strict=True)
        ]
        codes_held = held.drop_duplicates(code)[code]
        for key, mine in sets:
            inside = {codes for codes in codes_held if set(split(codes)) <= mine}
            found.append(held.loc[held[code].isin(inside), ["place_key"]].assign(holder_key=key))
    return pd.concat(found, ignore_index=True)


def _by_member(places: pd.DataFrame) -> pd.DataFrame:
    several = places[places["members"].str.contains("|", regex=False)]
    sets = {
        key: set(split(cell))
        for key, cell in zip(several["place_key"], several["members"], strict=True)
    }
    of_member: dict[str, list[str]] = defaultdict(list)
    for key, members in sets.items():
        for member in members:
            of_member[member].append(key)
    known = places.loc[places["members"] != "", ["place_key", "members"]]
    found = []
    for key, cell in zip(known["place_key"], known["members"], strict=True):
        if "|" not in cell:
            found += [(key, holder) for holder in of_member.get(cell, ())]
        else:
            mine = sets[key]
            found += [
                (key, holder)
                for holder in {h for m in mine for h in of_member.get(m, ())}
                if mine < sets[holder]
            ]
    return _pairs(found)


def _by_shape(places: pd.DataFrame) -> pd.DataFrame:
    geometry = np.asarray(places["geometry"], dtype="object")
    areal = np.isin(shapely.get_type_id(geometry), (3, 6))
    wide = np.flatnonzero(areal & (places["rank"] > Precision.NEAR.rank()).to_numpy())
    if len(wide) == 0:
        return _pairs(())
    tree = shapely.STRtree(geometry)
    holder, place = tree.query(geometry[wide], predicate="intersects")
    holder = wide[holder]
    other = holder != place
    holder, place = holder[other], place[other]
    kind = shapely.get_type_id(geometry[place])
    inside = np.isin(kind, (0, 4)) & shapely.covers(geometry[holder], geometry[place])
    areas = np.flatnonzero(np.isin(kind, (3, 6)))
    shared = shapely.area(
        shapely.intersection(geometry[holder[areas]], geometry[place[areas]])
    ) / shapely.area(geometry[place[areas]])
    inside[areas] = shared >= _INSIDE
    keys = places["place_key"].to_numpy(dtype="object")
    return pd.DataFrame(
        {"place_key": keys[place[inside]], "holder_key": keys[holder[inside]]}, dtype="str"
    )

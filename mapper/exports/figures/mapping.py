"""A map on paper: incidents by place, areas hatched, flight as arrows, with legend and scale."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, FancyArrowPatch
from matplotlib.patheffects import withStroke

import geodata
from mapper.exports.figures import paper
from mapper.exports.figures.legend import write_legend
from mapper.exports.figures.words import Words
from mapper.exports.wording import known
from mapper.model import Precision

__all__ = ["draw_map"]

_AREAS = [str(one) for one in (Precision.ADM3, Precision.ADM2, Precision.ADM1, Precision.ZONE)]
_POINTS = [str(one) for one in Precision if one.pointlike]
_KM_PER_DEGREE = 111.32
# The largest circle takes this much of the map's width.
_LARGEST = 0.045


def draw_map(figure: Figure, tables: Mapping[str, Any], title: str, words: Words) -> None:
    """Draw incidents and flows; what cannot be placed is counted below the map.

    A filled circle is the least number of dead, a ring around it the most; the area is in proportion.
    An area is hatched, named and numbered, and holds no circle.
    """
    incidents, flows = tables["incidents"], tables["flows"]
    points = incidents[incidents["precision"].isin(_POINTS) & incidents.geometry.notna()]
    areas = incidents[incidents["precision"].isin(_AREAS) & incidents.geometry.notna()]
    lines = flows[flows.geometry.notna()]
    within = _extent([frame.geometry for frame in (points, areas, lines) if len(frame)])
    west, south, east, north = within
    left, corner = (0.3, "NE") if words.mirrored else (0.04, "NW")
    axes = figure.add_axes((left, 0.19, 0.66, 0.69), anchor=corner)
    axes.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[], facecolor=paper.SEA)
    axes.set_aspect(1 / math.cos(math.radians((south + north) / 2)), adjustable="box")
    figure.draw_without_rendering()
    taken: list[Any] = []
    _base(axes, within)
    _draw_areas(axes, areas, within, taken, words)
    _draw_flows(axes, lines)
    sizes = _draw_points(axes, points, (east - west) * _LARGEST)
    _towns(axes, within, taken, words)
    _scale(axes, within, words)
    write_legend(figure, axes, sizes, areas, words, flows=len(lines) > 0)
    span = words.days(incidents["period_start"].min(), incidents["period_end"].max())
    paper.head_and_foot(
        figure,
        tables,
        title or words("Deaths and displacement as reported"),
        words("{span}. Figures are those of the voices named below.", span=span),
        words,
        notes=_notes(incidents, len(points) + len(areas), flows, len(lines), words),
        credit=_credit(words),
    )


def _extent(shown: list[Any]) -> tuple[float, float, float, float]:
    if not shown:
        return -30.0, -40.0, 60.0, 60.0
    bounds = np.array([geometry.total_bounds for geometry in shown])
    west, south = bounds[:, :2].min(axis=0)
    east, north = bounds[:, 2:].max(axis=0)
    room = max(0.25, 0.12 * max(east - west, north - south))
    # No sliver: at least half as wide as high, and the other way round.
    width, height = east - west + 2 * room, north - south + 2 * room
    wider, higher = max(0.0, height * 0.9 - width) / 2, max(0.0, width * 0.55 - height) / 2
    return (
        float(west - room - wider),
        float(south - room - higher),
        float(east + room + wider),
        float(north + room + higher),
    )


@cache
def _layer(name: str) -> gpd.GeoDataFrame:
    return gpd.read_file(geodata.path(name))


def _rings(shapes: Any, within: tuple[float, float, float, float], kind: str) -> list[Any]:
    parts = shapely.get_parts(shapely.clip_by_rect(np.asarray(shapes), *within))
    kept = [part for part in parts if part.geom_type == kind and not part.is_empty]
    return [shapely.get_coordinates(part.exterior if kind == "Polygon" else part) for part in kept]


def _base(axes: Any, within: tuple[float, float, float, float]) -> None:
    coarse, fine = _layer("country_shapes"), _layer("adm1")
    elsewhere = ~coarse["place_id"].str.removeprefix("country:").isin(fine["country"])
    for shapes, edge, width in (
        (coarse[elsewhere], paper.COAST, 0.6),
        (fine, paper.ADMIN, 0.5),
    ):
        rings = _rings(shapes.geometry.array, within, "Polygon")
        axes.add_collection(
            PolyCollection(rings, facecolor=paper.LAND, edgecolor=edge, linewidth=width)
        )
    borders = _rings(_layer("borders").geometry.array, within, "LineString")
    axes.add_collection(LineCollection(borders, colors=paper.BORDER, linewidths=0.9))


def _draw_areas(
    axes: Any,
    areas: Any,
    within: tuple[float, float, float, float],
    taken: list[Any],
    words: Words,
) -> None:
    places = areas.drop_duplicates("place_id")
    if places.empty:
        return
    line: dict[str, Any] = {"facecolor": "none", "edgecolor": paper.REGION}
    # Hatched once, however many figures stand for it.
    whole = _rings([places.geometry.union_all()], within, "Polygon")
    axes.add_collection(PolyCollection(whole, hatch="////", linewidth=0, alpha=0.3, **line))
    outlines = _rings(places.geometry.array, within, "Polygon")
    axes.add_collection(PolyCollection(outlines, linestyle="--", linewidth=0.7, alpha=0.8, **line))
    # A place of several names stands in the list beside the map.
    single = places[~places["place_id"].fillna("").str.contains("|", regex=False)]
    for row in single.itertuples():
        point = row.geometry.representative_point()
        if known(row.place_name):
            name = words.place(row.place_name, row.place_id)
            _label(axes, (point.x, point.y), name, paper.REGION, taken)


def _draw_points(axes: Any, points: Any, largest: float) -> list[tuple[int, float]]:
    numbers = points[["deaths_low", "deaths_best", "deaths_high"]].astype("Float64").max(axis=1)
    most = float(numbers.max()) if numbers.notna().any() else 0.0
    ratio = 1 / axes.get_aspect()
    order = numbers.sort_values(ascending=False, kind="stable", na_position="last").index
    for index in order:
        row = points.loc[index]
        at = row.geometry.representative_point()
        for column, fill in (("deaths_high", False), ("deaths_low", True)):
            if not known(row[column]) or not most:
                continue
            radius = largest * math.sqrt(float(row[column]) / most)
            axes.add_patch(_disc(at, radius, ratio, fill=fill))
        if not known(numbers[index]):
            axes.plot(at.x, at.y, marker="o", ms=3, mfc="white", mec=paper.DEATHS, mew=0.7)
    if not most:
        return []
    steps = [most, most / 4, most / 20]
    rounded = dict.fromkeys(int(_round(step)) for step in steps if step >= 1)
    return [(number, largest * math.sqrt(number / most)) for number in rounded]


def _disc(at: Any, radius: float, ratio: float, *, fill: bool) -> Any:
    # Degrees of longitude are shorter: an ellipse in degrees is a circle on the sheet.
    return Ellipse(
        (at.x, at.y),
        2 * radius,
        2 * radius * ratio,
        facecolor=paper.DEATHS if fill else "none",
        edgecolor="white" if fill else paper.DEATHS,
        alpha=0.85 if fill else 1,
        linewidth=0.7,
        zorder=4,
    )


def _draw_flows(axes: Any, flows: Any) -> None:
    numbers = flows["count_best"].astype("Float64")
    most = float(numbers.max()) if numbers.notna().any() else 0.0
    for row, number in zip(flows.itertuples(), numbers, strict=True):
        ends = shapely.get_coordinates(row.geometry)
        width = 0.8 + 3.2 * math.sqrt(float(number) / most) if known(number) and most else 0.8
        people = row.unit != "household"
        style: dict[str, Any] = {
            "color": paper.FLIGHT,
            "linewidth": width,
            "alpha": 0.8,
            "zorder": 3,
            "linestyle": "-" if people else (0, (3, 1.5)),
        }
        if len(ends) < 2 or not known(row.destination_id):
            # Where to, nobody said: a short stub without a head.
            x, y = ends[0]
            axes.add_patch(FancyArrowPatch((x, y), (x + 0.12, y + 0.1), arrowstyle="-", **style))
            continue
        axes.add_patch(
            FancyArrowPatch(
                tuple(ends[0]),
                tuple(ends[-1]),
                arrowstyle="-|>",
                mutation_scale=7 + width,
                connectionstyle="arc3,rad=0.18",
                shrinkA=2,
                shrinkB=0,
                **style,
            )
        )


def _towns(
    axes: Any, within: tuple[float, float, float, float], taken: list[Any], words: Words
) -> None:
    west, south, east, north = within
    towns = pd.read_csv(geodata.path("places"))
    inside = towns[towns["lon"].between(west, east) & towns["lat"].between(south, north)]
    seats = inside[inside["kind"].isin(["capital", "adm1_seat"])].sort_values(
        "kind", ascending=False
    )
    for place_id, english, lon, lat in (
        seats[["place_id", "name", "lon", "lat"]].to_numpy().tolist()
    ):
        name = words.place(english, place_id)
        if _label(axes, (lon, lat), name, paper.SOFT, taken, ha="left", offset=(3, 0)):
            axes.plot(lon, lat, marker="s", ms=1.6, color=paper.SOFT, zorder=6)


def _label(
    axes: Any,
    at: tuple[float, float],
    text: str,
    color: str,
    taken: list[Any],
    *,
    ha: str = "center",
    offset: tuple[float, float] = (0, 0),
) -> bool:
    """Write a name where no other stands and the map has room; return whether it was written."""
    label = axes.annotate(
        paper.lines(text),
        at,
        offset,
        textcoords="offset points",
        fontsize=6.5,
        color=color,
        ha=ha,
        va="center",
        zorder=7,
        parse_math=False,
        path_effects=[withStroke(linewidth=1.8, foreground="white")],
    )
    box, frame = label.get_window_extent(), axes.get_window_extent()
    inside = frame.contains(box.x0, box.y0) and frame.contains(box.x1, box.y1)
    if not inside or any(box.overlaps(other) for other in taken):
        label.remove()
        return False
    taken.append(box)
    return True


def _scale(axes: Any, within: tuple[float, float, float, float], words: Words) -> None:
    west, south, east, north = within
    middle = (south + north) / 2
    km_per_degree = _KM_PER_DEGREE * math.cos(math.radians(middle))
    length = _round((east - west) * km_per_degree / 5)
    x1 = east - 0.03 * (east - west)
    x0 = x1 - length / km_per_degree
    y = south + 0.035 * (north - south)
    axes.plot([x0, x1], [y, y], color=paper.INK, lw=1.4, solid_capstyle="butt", zorder=7)
    phrase = "{length} km, at {degrees}° N" if middle >= 0 else "{length} km, at {degrees}° S"
    told = words(phrase, length=f"{length:,.0f}", degrees=f"{abs(middle):.0f}")
    paper.write(axes, (x0 + x1) / 2, y, told, fontsize=6.5, ha="center", va="bottom", zorder=7)


def _round(number: float) -> float:
    """Return 1, 2 or 5 times a power of ten, at most ``number``."""
    power = 10 ** math.floor(math.log10(number))
    return float(next(step for step in (5, 2, 1) if step * power <= number) * power)


def _credit(words: Words) -> str:
    owed = [
        geodata.table(name).attribution for name in ("country_shapes", "adm1", "borders", "places")
    ]
    told = "; ".join(dict.fromkeys(one.rstrip(".") for one in owed if one))
    return words("Base map: {told}.", told=told) if told else ""


def _notes(incidents: Any, placed: int, flows: Any, drawn: int, words: Words) -> list[str]:
    notes = []
    if left := len(incidents) - placed:
        notes.append(
            words(
                "Not on the map: {number} incidents placed in no more than a country, or nowhere.",
                number=left,
            )
        )
    if left := len(flows) - drawn:
        notes.append(
            words("Not on the map: {number} movements whose start nobody named.", number=left)
        )
    parts = int(incidents["contained_in"].notna().sum())
    if parts:
        notes.append(
            words(
                "{number} of the figures are parts of others on this map: they must not be added.",
                number=parts,
            )
        )
    return notes

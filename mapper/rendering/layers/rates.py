"""Rates: areas in classes of so many per so many people, and never a count."""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapper.errors import InputError, TableError
from mapper.rendering.claims import PageClaims
from mapper.rendering.layers.base import MapperLayer, total_bounds
from mapper.rendering.layers.given import in_degrees
from mapper.rendering.payload import Payload, Table
from mapper.rendering.shapes import POINT_UNIT, SHAPE_UNIT, shapes

__all__ = ["Rates"]

_CLASSES = 5  # shades that can be told apart, in print and by the colour-blind

Floats = npt.NDArray[np.float64]


class Rates(MapperLayer):
    """Areas shaded by a rate: how many of each so many people, in classes.

    Shading areas by a count shows where many people live; therefore a rate needs the people it is a
    share of, and the legend names them, their source and their year. Areas without either number are
    hatched grey; areas with none counted have a class of their own.

    Parameters
    ----------
    areas : GeoDataFrame
        One row an area, in any CRS, with the columns below; ``place_name``, ``precision`` (``adm1``, …),
        ``period_start``, ``period_end`` and ``voices`` show in the details where there are any.
    count : str
        The column with the number counted, people; null is unknown.
    denominator : str
        The column with the number of people it is a share of; null or 0 is unknown.
    of : str
        Who they are, as the legend says it: ``"residents"``.
    source : str
        Who counted or estimated them.
    year : int
        The year of that number.
    measure : str
        What is counted: ``killed``, ``displaced``, …
    per : int
        So many people: the rate is per 10,000 of them.
    breaks : sequence of float or None
        Upper ends of the classes, in the rate's unit, rising, at most five; by default round numbers
        near the quantiles, so that each class has about as many areas.
    name, show, control
        As in `MapperLayer`.

    Raises
    ------
    InputError
        Without a denominator, or without what it is, its source or its year.
    TableError
        If a column is missing, or a row is no area.

    Examples
    --------
    >>> areas = gpd.GeoDataFrame({"place_name": ["Aton", "Beton"], "killed": [3, 0], "people": [20000, 9000]},
    ...     geometry=[shapely.box(10, 20, 11, 21), shapely.box(11, 20, 12, 21)], crs="EPSG:4326")
    >>> layer = Rates(areas, "killed", denominator="people", of="residents", source="Census", year=2029)
    >>> layer.rates.tolist(), layer.breaks
    ([1.5, 0.0], [1.5])
    >>> Rates(areas, "killed")
    Traceback (most recent call last):
        ...
    mapper.errors.InputError: a map shaded by killed alone would show where many people live; ...
    """

    kind = "rates"
    title = "Rates"

    def __init__(
        self,
        areas: gpd.GeoDataFrame,
        count: str,
        *,
        denominator: str = "",
        of: str = "",
        source: str = "",
        year: int | None = None,
        measure: str = "killed",
        per: int = 10_000,
        breaks: Sequence[float] | None = None,
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        super().__init__(name=name, show=show, control=control)
        if not denominator:
            raise InputError(
                f"a map shaded by {count} alone would show where many people live; give denominator=, the "
                "column with how many people there are, or draw the counts as symbols with Deaths"
            )
        missing = [key for key, value in (("of", of), ("source", source), ("year", year)) if not value]  # fmt: skip
        if missing:
            raise InputError(
                f"the denominator {denominator} has no {', no '.join(missing)}; the legend must name all three: "
                'of="residents", source="…", year=2024'
            )
        absent = [column for column in (count, denominator) if column not in areas]
        if absent:
            raise TableError(
                f"the areas have no column {', '.join(absent)}; they have {', '.join(map(str, areas.columns))}"
            )
        dimensions = shapely.get_dimensions(areas.geometry.to_numpy())
        if (wrong := np.flatnonzero((dimensions >= 0) & (dimensions < 2))).size:
            raise TableError(
                f"row {wrong[0] + 1} of the areas is a point or a line; give each row its area"
            )
        self.areas = in_degrees(areas).reset_index(drop=True)
        self.count = _whole(self.areas[count])
        self.people = _whole(self.areas[denominator]).replace(0, pd.NA)
        if (self.people.dropna() == 1).all() and len(self.people.dropna()):
            raise InputError(
                f"the denominator {denominator} is 1 everywhere, which leaves a count; give a number of people"
            )
        self.rates: Floats = (self.count * per / self.people).to_numpy(np.float64, na_value=np.nan)
        self.breaks = _breaks(self.rates) if breaks is None else _checked(breaks, self.rates)
        self.measure = measure
        self.about = {"of": of, "source": source, "year": year, "per": per}

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of the areas, degrees; null if there are none."""
        return total_bounds(self.areas.geometry)

    def payload(self, claims: PageClaims) -> Payload:
        """Return the areas as they go into the page: those with a shape first."""
        del claims
        values = self.areas.geometry.to_numpy()
        there = ~shapely.is_missing(values) & ~shapely.is_empty(values)
        order = np.argsort(~there, kind="stable")
        rows = self.areas.iloc[order].reset_index(drop=True)
        table = Table(len(rows))
        table.array("x", [])
        table.array("y", [])
        table.shapes(shapes(rows.geometry.iloc[: int(there.sum())]))
        count = self.count.iloc[order].reset_index(drop=True)
        for name in ("count_low", "count_best", "count_high"):
            table.numbers(name, count)
        table.numbers("people", self.people.iloc[order])
        table.codes("measure", [self.measure] * len(rows))
        for name in ("qualifier", "count_words", "precision", "voices"):
            table.codes(name, rows[name] if name in rows else [None] * len(rows))
        if {"period_start", "period_end"} <= set(rows):
            table.period(rows["period_start"], rows["period_end"])
        if "place_name" in rows:
            table.words("place_name", rows["place_name"])
        table.meta = {
            "points": 0,
            "pointUnit": POINT_UNIT,
            "unplaced": int((~there).sum()),
            "shapeUnit": SHAPE_UNIT,
            "breaks": self.breaks,
            "rate": self.about,
        }
        return table.packed()


def _whole(values: "pd.Series[Any]") -> "pd.Series[Any]":
    return pd.to_numeric(values).round().astype("Int64")


def _breaks(rates: Floats) -> list[float]:
    """Return round upper ends of classes with about as many areas each.

    >>> _breaks(np.array([0.0, 1.234, 2.0, 3.3, 40.1, np.nan]))
    [1.9, 2.7, 13.0, 41.0]
    """
    known = rates[np.isfinite(rates) & (rates > 0)]
    if not known.size:
        return []
    count = min(_CLASSES, len(np.unique(known)))
    ends = np.quantile(known, np.arange(1, count + 1) / count)
    return sorted({_above(end) for end in ends})


def _above(value: float) -> float:
    """Return the number of two digits that is not below another."""
    unit = 10.0 ** (int(np.floor(np.log10(value))) - 1)
    return float(f"{np.ceil(round(value / unit, 9)) * unit:.12g}")


def _checked(breaks: Sequence[float], rates: Floats) -> list[float]:
    given = [float(end) for end in breaks]
    if not given or given != sorted(set(given)) or len(given) > _CLASSES or given[0] <= 0:
        raise InputError(f"the breaks {given} are not one to {_CLASSES} rising numbers above 0")
    most = np.nanmax(rates, initial=0)
    if most > given[-1]:
        raise InputError(f"the last break, {given[-1]:g}, is below the greatest rate, {most:g}")
    return given

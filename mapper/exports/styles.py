"""How QGIS draws a case: styles for its views, as QML."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

__all__ = ["VIEWS", "View", "qml"]

# Deaths in one red, flight in one blue, neither darker the worse: size tells how many.
_DEATHS, _CLAIMS, _FLIGHT = "178,24,43", "77,77,77", "33,102,172"
_GEOMETRY = {"marker": 0, "line": 1, "fill": 2}


@dataclass(frozen=True, slots=True)
class View:
    """One kind of shape of one table, and how it is drawn.

    ``symbol`` is marker, line or fill, ``geometry`` the type a GeoPackage knows, ``size`` a QGIS
    expression in millimetres.
    """

    name: str
    table: str
    shape: str
    geometry: str
    symbol: str
    colour: str
    size: str

    @property
    def number(self) -> int:
        """QGIS' number of the geometry type."""
        return _GEOMETRY[self.symbol]


# The area of a circle is the number of the dead; where nobody knows it, a small one says so.
_BY_DEATHS = 'if("deaths_best" is null, 2, 2 + 0.45 * sqrt("deaths_best"))'
_BY_COUNT = 'if("count_best" is null, 2, 2 + 0.25 * sqrt("count_best"))'
_BY_FLOW = 'if("count_best" is null, 0.4, 0.4 + min(4, 0.02 * sqrt("count_best")))'

VIEWS = (
    View("incidents_areas", "incidents", "area", "MULTIPOLYGON", "fill", _DEATHS, "0.4"),
    View("incidents_lines", "incidents", "line", "MULTILINESTRING", "line", _DEATHS, "0.8"),
    View("incidents_points", "incidents", "point", "MULTIPOINT", "marker", _DEATHS, _BY_DEATHS),
    View("flows_lines", "flows", "line", "MULTILINESTRING", "line", _FLIGHT, _BY_FLOW),
    View("flows_open", "flows", "point", "MULTIPOINT", "marker", _FLIGHT, "2.5"),
    View("claims_areas", "claims", "area", "MULTIPOLYGON", "fill", _CLAIMS, "0.3"),
    View("claims_lines", "claims", "line", "MULTILINESTRING", "line", _CLAIMS, "0.6"),
    View("claims_points", "claims", "point", "MULTIPOINT", "marker", _CLAIMS, _BY_COUNT),
)


def qml(view: View) -> str:
    """Return the style of a view as QML, QGIS' own XML.

    >>> '<layerGeometryType>0</layerGeometryType>' in qml(VIEWS[2])
    True
    """
    draw = {"marker": _marker, "line": _line, "fill": _fill}[view.symbol]
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.22.0" styleCategories="Symbology">'
        '<renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0">'
        f'<symbols><symbol name="0" type="{view.symbol}" alpha="1" clip_to_extent="1" '
        f'force_rhr="0">{draw(view)}</symbol></symbols></renderer-v2>'
        f"<layerGeometryType>{view.number}</layerGeometryType></qgis>"
    )


def _marker(view: View) -> str:
    return _layer(
        "SimpleMarker",
        {
            "name": "circle",
            "color": f"{view.colour},170",
            "outline_color": "255,255,255,255",
            "outline_width": "0.25",
            "size": "3",
            "size_unit": "MM",
        },
        {"size": view.size},
    )


def _line(view: View) -> str:
    options = {"line_color": f"{view.colour},200", "line_width": "0.6", "line_width_unit": "MM"}
    return _layer("SimpleLine", options, {"outlineWidth": view.size}) + (
        _layer(
            "MarkerLine",
            {"placement": "lastvertex", "placements": "LastVertex", "rotate": "1"},
            {},
            _arrowhead(view.colour),
        )
        if view.table == "flows"
        else ""
    )


def _arrowhead(colour: str) -> str:
    head = {
        "name": "filled_arrowhead",
        "color": f"{colour},255",
        "outline_color": f"{colour},255",
        "size": "3",
    }
    return (
        '<symbol name="@0@1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">'
        f"{_layer('SimpleMarker', head, {})}</symbol>"
    )


def _fill(view: View) -> str:
    # Hatched: an area in which something happened, not an area that is full of it.
    hatch = {
        "style": "b_diagonal",
        "color": f"{view.colour},110",
        "outline_color": f"{view.colour},200",
        "outline_width": view.size,
        "outline_style": "dash",
    }
    return _layer("SimpleFill", hatch, {})


def _layer(kind: str, options: dict[str, str], by: dict[str, str], inner: str = "") -> str:
    given = "".join(
        f'<Option name="{name}" type="QString" value={quoteattr(value)}/>'
        for name, value in options.items()
    )
    defined = "".join(
        f'<Option name="{name}" type="Map"><Option name="active" type="bool" value="true"/>'
        f'<Option name="expression" type="QString" value={quoteattr(expression)}/>'
        '<Option name="type" type="int" value="3"/></Option>'
        for name, expression in by.items()
    )
    properties = (
        '<data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>'
        f'<Option name="properties" type="Map">{defined}</Option>'
        '<Option name="type" type="QString" value="collection"/></Option></data_defined_properties>'
        if by
        else ""
    )
    return (
        f'<layer class="{kind}" enabled="1" locked="0" pass="0">'
        f'<Option type="Map">{given}</Option>{properties}{inner}</layer>'
    )

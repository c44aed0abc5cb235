"""What all layers share: a table becomes a payload, a payload a Leaflet layer."""

from typing import Any, ClassVar

import geopandas as gpd
import pandas as pd
from branca.element import Figure
from folium.map import Layer
from folium.template import Template

from mapper.errors import InputError
from mapper.rendering.assets import asset
from mapper.rendering.claims import PageClaims, claims_payload
from mapper.rendering.layers.given import given
from mapper.rendering.page import Page, Text, data_elements, in_template
from mapper.rendering.payload import Payload
from mapper.schema import CLAIMS, conform

__all__ = ["MapperLayer", "total_bounds"]


class MapperLayer(Layer):
    """A Folium layer that the front end draws from a table.

    Alone in a ``folium.Map`` it brings the front end and its claims along; in a `Map` it shares them.

    Parameters
    ----------
    claims : GeoDataFrame or None
        The claims its rows rest on, shown when one is chosen.
    name : str or None
        What the layer is called; by default what its kind is called in the language of the page.
    show : bool
        Whether it is drawn when the map opens.
    control : bool
        Whether Folium's ``LayerControl`` lists it.
    """

    kind: ClassVar[str]
    title: ClassVar[str]
    scripts: tuple[str, ...] = ()
    """What it needs in the page besides what every page has."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = mapper.layer(
                {{ this.kind|tojson }}, {{ this.data|tojson }}, {{ this.settings }});
        {% endmacro %}
        """
    )

    def __init__(
        self,
        claims: pd.DataFrame | None = None,
        *,
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        super().__init__(name=name or self.title, overlay=True, control=control, show=show)
        self._name = type(self).__name__
        self.claims = None if claims is None else given(claims, CLAIMS, type(self).__name__)
        self.label = name
        self.data = ""
        self.options: dict[str, Any] = {}
        self.settings = ""

    def payload(self, claims: PageClaims) -> Payload:
        """Return the table as it goes into the page.

        Parameters
        ----------
        claims : PageClaims
            The claims of the page.
        """
        raise NotImplementedError

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of what is drawn, degrees; null if nothing is."""
        return None

    @property
    def focus(self) -> tuple[float, float, float, float] | None:
        """What the map opens on: the bounds without what is placed only in a governorate or country."""
        return self.bounds

    @property
    def told(self) -> Any:
        """The rows that name places and voices; none where the claims of the page are all there is."""
        return pd.DataFrame()

    def _get_self_bounds(self) -> list[list[float | None]]:
        if self.bounds is None:
            return [[None, None], [None, None]]
        west, south, east, north = self.bounds
        return [[south, west], [north, east]]

    def render(self, **kwargs: Any) -> str:
        """Put the payload into the page, then render as any Folium layer."""
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise InputError(f"{self._name} is on no map yet; add it with add_to")
        settings = {"label": self.label, **self.options}
        if isinstance(figure, Page):
            self.data = figure.name_for(self.kind)
            figure.payloads[self.data] = self.payload(figure.claims)
        else:
            settings |= self._render_alone(figure)
        for name in self.scripts:
            figure.header.add_child(Text(f"<script>{asset(name)}</script>"), name=name)
        self.settings = in_template(settings)
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        return ""

    def _render_alone(self, figure: Figure) -> dict[str, str]:
        """Bring the front end and the claims; return what the layer must know of them."""
        for name, text in (
            ("mapper_css", f"<style>{asset('mapper.css')}</style>"),
            ("mapper_js", f"<script>{asset('mapper.js')}</script>"),
        ):
            figure.header.add_child(Text(text), name=name)
        self.data = self.get_name()
        claims = PageClaims(conform([], CLAIMS) if self.claims is None else self.claims)
        payloads = {self.data: self.payload(claims)}
        if len(claims):
            payloads[f"{self.data}_claims"] = claims_payload(claims.frame)
        for name, payload in payloads.items():
            figure.html.add_child(Text("".join(data_elements(name, payload))), name=name)
        return {"claims": f"{self.data}_claims"} if len(claims) else {}


def total_bounds(*geometries: gpd.GeoSeries) -> tuple[float, float, float, float] | None:
    """Return what holds all geometries, or null if there are none."""
    known = pd.concat([geometry.dropna() for geometry in geometries])
    known = known[~known.is_empty]
    if known.empty:
        return None
    west, south, east, north = gpd.GeoSeries(known).total_bounds
    return float(west), float(south), float(east), float(north)

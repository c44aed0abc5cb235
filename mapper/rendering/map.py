"""The map: a Folium map whose file carries everything it needs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import folium
import pandas as pd
from branca.element import Element
from folium.template import Template

from mapper.errors import InputError
from mapper.rendering.basemap import basemap, extent
from mapper.rendering.claims import PageClaims, claims_payload
from mapper.rendering.headline import headline
from mapper.rendering.layers import Boundaries, Tiles
from mapper.rendering.layers.base import MapperLayer
from mapper.rendering.layers.given import given
from mapper.rendering.limits import limits
from mapper.rendering.names import place_names, voice_names
from mapper.rendering.page import Page
from mapper.rendering.payload import day_number
from mapper.schema import CLAIMS, REPORTS, Column, Dtype, Table, conform
from mapper.storage.files import written_aside

__all__ = ["STORY", "Map"]

STORY = Table(
    "story",
    "title",
    (
        Column("title", Dtype.TEXT, "what a step is called"),
        Column("text", Dtype.TEXT, "what there is to see"),
        Column("state", Dtype.TEXT, "the view, as a link has it behind its #"),
    ),
)
"""The steps that a reader is led by."""

_TITLES = {"en": "Reported violence and displacement", "ar": "العنف والنزوح كما وردت في التقارير"}


class Map(folium.Map):
    """A Folium map in one file: no network, a strict policy, the same bytes each time.

    Parameters
    ----------
    layers : sequence of Folium layers
        `Deaths`, `Displacement`, `Refuge`, `Statements`, `Boundaries`, or any of Folium's own. More
        can be added later with ``add_to``. Without a `Boundaries` among them, the base map inside
        the package is put below.
    title : str
        Heads the page; by default a plain one in the page's language.
    language : str
        ``en`` or ``ar``: what the page opens in; readers can switch.
    claims : GeoDataFrame or None
        The claims table; by default the claims of the layers.
    totals : DataFrame or None
        The totals table of the reconciliation: how much of each total lies nowhere finer.
    reports : DataFrame or None
        The reports table: sources, licences and links.
    story : DataFrame or None
        Steps to read the map by, in order: ``title``, ``text``, and ``state``, the fragment of a link
        to the view (``from=2031-03-06&to=2031-03-08&item=i1``), as the page's own links carry it. The
        page opens with the first; one that names neither an item nor a view shows all there is.
    **options
        As for ``folium.Map``. ``tiles`` is none, unless you ask for some by name: readers' computers
        then ask that host for them, and it learns where they look.

    Raises
    ------
    InputError
        If there is no page in that language.
    OutputError
        When saved where nothing can be written.

    Examples
    --------
    >>> import shapely
    >>> from mapper.rendering import Deaths
    >>> from mapper.schema import INCIDENTS
    >>> incidents = conform([{"incident_id": "i1", "deaths_low": 3, "precision": "settlement",
    ...     "geometry": shapely.Point(10.5, 20.5)}], INCIDENTS)
    >>> chart = Map([Deaths(incidents)], title="Examplia")
    >>> isinstance(chart, folium.Map), "http" in chart.get_root().render().split("<body>")[1][:400]
    (True, False)
    """

    # What Folium loads from other hosts; ours is inside the file.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012  Folium's own declaration
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = Template(
        """
        {% macro html(this, kwargs) %}
            <div class="folium-map" id={{ this.get_name()|tojson }} role="application"></div>
        {% endmacro %}

        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
                center: {{ this.location|tojson }},
                crs: L.CRS.{{ this.crs }},
                ...{{ this.options|tojavascript }}
            });
            {{ this.get_name() }}.attributionControl.setPrefix(false);
            {%- if this.control_scale %}
            mapper.scale({{ this.get_name() }});
            {%- endif %}
            {%- if this.claims_id %}
            mapper.claims({{ this.get_name() }}, {{ this.claims_id|tojson }});
            {%- endif %}
            mapper.page({{ this.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(
        self,
        layers: Sequence[Element] = (),
        *,
        title: str = "",
        language: str = "en",
        claims: pd.DataFrame | None = None,
        totals: pd.DataFrame | None = None,
        reports: pd.DataFrame | None = None,
        story: pd.DataFrame | None = None,
        **options: Any,
    ) -> None:
        if language not in _TITLES:
            raise InputError(f"there is no page in {language!r}; use one of {', '.join(_TITLES)}")
        options = {"tiles": None, "control_scale": True, "zoom_start": 7, **options}
        options.setdefault("zoom_snap", 0.25)
        super().__init__(**options)
        self._titled = bool(title)
        self.title = title or _TITLES[language]
        self.language = language
        self.claims: pd.DataFrame | None = None if claims is None else given(claims, CLAIMS, "Map")
        self.totals = totals
        self.reports = reports
        self.story = story
        self._placed = "location" in options
        Page(self.title, language).add_child(self)
        for layer in layers:
            if not isinstance(layer, Element):
                raise InputError(
                    f"a map is made of layers, not of a {type(layer).__name__}; write Map([Deaths(incidents)])"
                )
            layer.add_to(self)

    @property
    def layers(self) -> list[MapperLayer]:
        """Our layers on the map, lowest first; Folium's own are not among them."""
        return [child for child in self._children.values() if isinstance(child, MapperLayer)]

    def render(self, **kwargs: Any) -> str:
        """Render into the page: base map first, then claims, layers, and what the panels say."""
        self._children.pop("basemap", None)  # of an earlier rendering, with fewer layers
        layers = self.layers
        around, empty = None, not self._children
        bounds = _padded(self.get_bounds())
        if layers and bounds and not any(isinstance(layer, Boundaries) for layer in layers):
            around = extent((bounds[0][1], bounds[0][0], bounds[1][1], bounds[1][0]))
            self.add_child(Boundaries(basemap(around), frame=around), name="basemap", index=0)
            for layer in layers:
                if isinstance(layer, Tiles):
                    layer.around = around
        claims = self._all_claims(layers)
        reports = conform([] if self.reports is None else self.reports, REPORTS)
        page = self.get_root()
        if not isinstance(page, Page):
            raise InputError("this map was taken out of its page; make it anew")
        page.claims = PageClaims(claims)
        self.claims_id = "claims" if len(claims) else ""
        if len(claims):
            page.payloads["claims"] = claims_payload(claims, reports)
        page.facts = {
            "title": self.title,
            "titled": self._titled,
            "language": self.language,
            "headline": headline(claims, self.totals) if len(claims) else [],
            "limits": limits(claims, told=any(len(layer.told) for layer in layers)),
            "reports": _report_rows(reports),
            "names": {
                "region": _region(claims),
                "places": place_names([claims, *(layer.told for layer in layers)]),
                "voices": voice_names(_voices(claims, reports, layers)),
            },
            "story": _steps(self.story),
            "bounds": None if self._placed else _padded(_joined(layers)) or bounds,
            "extent": around,
            "empty": empty,
        }
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        return ""

    def save(self, outfile: Any, close_file: bool = True, **kwargs: Any) -> None:  # noqa: FBT001, FBT002  Folium's own signature
        """Write the page. A file that stood there before is replaced only when all is written."""
        if not isinstance(outfile, str | Path):
            super().save(outfile, close_file=close_file, **kwargs)
            return
        html = self.get_root().render(**kwargs)
        with written_aside(outfile) as aside:
            aside.write_text(html, encoding="utf-8", newline="\n")

    def _all_claims(self, layers: list[MapperLayer]) -> Any:
        """Return each claim once: ours first, then those that only a layer brought."""
        tables = [self.claims, *(layer.claims for layer in layers)]
        distinct = list(
            {id(table): table for table in tables if table is not None and len(table)}.values()
        )
        if not distinct:
            return conform([], CLAIMS)
        if len(distinct) == 1:
            return distinct[0].reset_index(drop=True)
        return pd.concat(distinct).drop_duplicates("claim_id").reset_index(drop=True)


def _joined(layers: list[MapperLayer]) -> list[list[float | None]]:
    """Return the corners of what layers are about."""
    focus = [layer.focus for layer in layers if layer.focus is not None]
    if not focus:
        return [[None, None], [None, None]]
    west, south, east, north = zip(*focus, strict=True)
    return [[min(south), min(west)], [max(north), max(east)]]


def _region(claims: pd.DataFrame) -> str:
    """Return the country most claims are about: months and digits are written as they are there."""
    countries = claims["country"].dropna().value_counts().sort_index(kind="stable")
    return str(countries.idxmax()) if len(countries) else ""


def _voices(claims: pd.DataFrame, reports: pd.DataFrame, layers: list[MapperLayer]) -> list[str]:
    """Return the distinct cells that name who speaks, and who passes it on."""
    columns = [claims["voice"], claims["relay"], reports["publisher"]]
    columns += [layer.told["voices"] for layer in layers if "voices" in layer.told]
    return [str(cell) for column in columns for cell in column.dropna().unique()]


def _padded(bounds: Any) -> list[list[float]] | None:
    """Return bounds with room around them: a tenth on each side, and at least some kilometres."""
    if bounds[0][0] is None:
        return None
    (south, west), (north, east) = bounds
    room = max(0.1 * (north - south), 0.1 * (east - west), 0.05)
    return [
        [max(south - room, -85.0), max(west - room, -180.0)],
        [min(north + room, 85.0), min(east + room, 180.0)],
    ]


def _report_rows(reports: pd.DataFrame) -> list[dict[str, Any]]:
    texts = reports[["publisher", "title", "url", "licence"]].astype("object").fillna("")
    rows: list[dict[Any, Any]] = texts.to_dict("records")
    days = map(day_number, reports["published"])
    return [{**row, "published": day} for row, day in zip(rows, days, strict=True)]


def _steps(story: pd.DataFrame | None) -> list[dict[str, str]]:
    """Return the steps of a story, its states without the ``#`` of a copied link."""
    if story is None:
        return []
    missing = [name for name in STORY.names if name not in story]
    if missing:
        raise InputError(
            f"the story has no column {', '.join(missing)}; its columns are {', '.join(STORY.names)}"
        )
    cells = story[list(STORY.names)].astype("object").fillna("")
    return [
        {"title": str(title), "text": str(text), "state": str(state).rpartition("#")[2]}
        for title, text, state in cells.itertuples(index=False)
    ]

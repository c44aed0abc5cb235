import base64
import hashlib
import json
import re
import zlib

import folium
import folium.plugins
import pytest
import shapely

from mapper.errors import InputError, OutputError
from mapper.rendering import Deaths, Displacement, Map, map_of
from mapper.schema import CLAIMS, INCIDENTS, conform

HOSTILE = "</script><script>alert(1)</script> <img src=x onerror=alert(2)> ${alert(3)} `{{7*7}}` <!-- =1+1 \u202e"


def page_of(chart):
    return chart.get_root().render()


def block(html, name):
    """The header of a payload in a page."""
    text = re.search(f'<script type="application/x-mapper" id="{name}">([^<]*)</script>', html)[1]
    data = zlib.decompress(base64.b64decode(text))
    length = int.from_bytes(data[:4], "little")
    return json.loads(data[4 : 4 + length])


def test_a_map_is_a_folium_map_with_folium_layers(incidents, flows, claims):
    chart = Map([Deaths(incidents, claims), Displacement(flows, claims)])

    assert isinstance(chart, folium.Map)
    assert all(isinstance(layer, folium.map.Layer) for layer in chart.layers)


def test_the_same_tables_give_the_same_bytes(incidents, flows, claims, tmp_path):
    for name in ("a.html", "b.html"):
        map_of({"incidents": incidents, "flows": flows, "claims": claims}).save(tmp_path / name)

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_rendering_twice_gives_the_same_page(incidents, claims):
    chart = Map(
        [Deaths(incidents, claims), folium.GeoJson({"type": "Point", "coordinates": [1, 2]})]
    )
    folium.LayerControl().add_to(chart)

    assert page_of(chart) == page_of(chart)


def test_the_page_names_no_host_and_allows_none(incidents, flows, claims):
    html = page_of(map_of({"incidents": incidents, "flows": flows, "claims": claims}))
    policy = re.search('Content-Security-Policy" content="([^"]*)"', html)[1]

    assert "default-src &#x27;none&#x27;" in policy
    assert "http" not in policy
    assert "unsafe" not in policy
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=", html)


def test_the_policy_allows_just_the_scripts_of_the_page(incidents):
    html = page_of(Map([Deaths(incidents)]))
    policy = html.split('Content-Security-Policy" content="')[1].split('"')[0]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = {
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts
    }

    assert set(re.findall("sha256-([^&]*)", policy.split("style-src")[0])) == hashes


@pytest.mark.parametrize(
    "column", ["title", "place_name", "voices", "reasons", "rule", "incident_id"]
)
def test_hostile_words_of_an_incident_stay_data(incidents, column):
    incidents.loc[0, column] = HOSTILE
    html = page_of(Map([Deaths(incidents)], title=HOSTILE))

    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert "49" not in re.search("<title>(.*?)</title>", html)[1]


@pytest.mark.parametrize("column", ["quote", "voice", "group", "place_name", "count_words"])
def test_hostile_words_of_a_claim_stay_data(incidents, claims, column):
    claims.loc[0, column] = HOSTILE
    html = page_of(Map([Deaths(incidents)], claims=claims))

    assert "alert(1)</script>" not in html
    assert "<img" not in html


def test_every_incident_is_in_the_page_and_coarse_ones_are_no_points(incidents):
    header = block(page_of(Map([Deaths(incidents)])), "deaths")

    assert header["rows"] == 3
    assert header["meta"]["points"] == 1
    assert header["meta"]["unplaced"] == 1
    coarse = incidents[incidents.geometry.geom_type.eq("Polygon")]
    assert header["meta"]["areas"] == coarse["place_name"].fillna("").drop_duplicates().tolist()


def test_what_is_near_is_drawn_as_far_as_its_claims_say():
    near = [
        {"incident_id": name, "deaths_low": 3, "precision": "near", "claims": cell,
         "geometry": shapely.Point(20.5, 10.5)}
        for name, cell in (("i1", "c1|c2"), ("i2", "c3"), ("i3", "c4"))
    ]  # fmt: skip
    told = [
        {"claim_id": "c1", "precision": "near", "radius_km": 4.0},
        {"claim_id": "c2", "precision": "near", "radius_km": 9.0},
        {"claim_id": "c3", "precision": "near"},
        {"claim_id": "c4", "precision": "settlement", "radius_km": 1.0},
    ]
    chart = Map([Deaths(conform(near, INCIDENTS))], claims=conform(told, CLAIMS))

    assert block(page_of(chart), "deaths")["meta"]["near"] == [[0, 9.0], [1, 25.0], [2, 25.0]]


def test_claims_stand_in_a_page_once(incidents, flows, claims):
    html = page_of(map_of({"incidents": incidents, "flows": flows, "claims": claims}))

    assert len(re.findall('id="claims[^"]*"', html)) == len({*re.findall('id="claims[^"]*"', html)})
    assert block(html, "claims")["rows"] == len(claims)


def test_a_layer_alone_on_a_folium_map_brings_the_front_end_and_its_claims(incidents, claims):
    chart = folium.Map(tiles=None)
    layer = Deaths(incidents, claims).add_to(chart)
    html = chart.get_root().render()

    assert "mapper.layer(" in html
    assert block(html, layer.get_name())["rows"] == 3
    assert block(html, f"{layer.get_name()}_claims")["rows"] == len(claims)


def test_tiles_asked_for_by_name_are_the_only_host_allowed(incidents):
    html = page_of(Map([Deaths(incidents)], tiles="OpenStreetMap"))
    policy = html.split('Content-Security-Policy" content="')[1].split('"')[0]

    assert re.findall("https://[^ ;]*", policy) == ["https://tile.openstreetmap.org"]


def test_a_plugin_that_needs_a_host_warns(incidents):
    chart = Map([Deaths(incidents)])
    folium.plugins.Fullscreen().add_to(chart)

    with pytest.warns(UserWarning, match="asks the network"):
        page_of(chart)


def test_the_notebook_shows_the_map_in_a_frame(incidents):
    shown = Map([Deaths(incidents)])._repr_html_()

    assert "srcdoc=" in shown
    assert "Content-Security-Policy" in shown


def test_a_map_is_written_whole_or_not_at_all(incidents, tmp_path):
    with pytest.raises(OutputError, match="cannot write"):
        Map([Deaths(incidents)]).save(tmp_path / "nowhere" / "map.html")


def test_an_empty_map_is_a_page():
    assert "<h1" in page_of(Map([]))


def test_words_in_foliums_own_layers_cannot_end_a_script_or_hide_its_end(incidents):
    def scripts(words):
        chart = Map([Deaths(incidents)])
        folium.Marker([20.5, 10.5], tooltip=words).add_to(chart)
        page = chart.get_root().render()
        found = re.findall(r"<script[^>]*>(.*?)</script", page, re.DOTALL | re.IGNORECASE)
        return len(found), next(
            script for script in found if "bindTooltip" in script and "L.map(" in script
        )

    count, _ = scripts("a harbour")
    hostile, script = scripts("</ScRiPt><script>alert(1)</script><!--<script>")

    assert hostile == count
    assert "alert(1)" in script
    assert "<!--" not in script


def test_the_label_of_a_layer_is_no_template(incidents):
    label = "{{ 7 * 7 }} {% nothing %}"
    page = Map([Deaths(incidents, name=label)]).get_root().render()
    written = re.search(r'"deaths", "deaths", (\{.*\})\);', page)

    assert json.loads(written[1])["label"] == label


def test_a_page_is_worded_in_a_language_it_has():
    with pytest.raises(InputError, match="no page in 'fr'; use one of en, ar"):
        Map(language="fr")

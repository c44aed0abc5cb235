"""Online geocoders, against a server of this test: asked when named, once, and never believed blindly."""

import http.server
import json
import threading
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from typer.testing import CliRunner

from mapper.cli.app import app
from mapper.errors import GazetteerError, MissingExtraError
from mapper.gazetteer import load
from mapper.geocoding import Online, PrivacyWarning, Resolver, geocode
from mapper.geocoding.served import found_of
from mapper.model import Claim, Measure
from mapper.schema import from_claims

_VILLAGE = {
    "lat": "36.30", "lon": "37.40", "class": "place", "type": "village", "osm_type": "node", "osm_id": 7,
    "display_name": "Qwertyville, Al-Bab District, Aleppo Governorate, Syria",
    "boundingbox": ["36.28", "36.32", "37.38", "37.42"],
}  # fmt: skip
_PHOTON = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [37.40, 36.30]},
    "properties": {"osm_key": "place", "osm_value": "village", "osm_type": "N", "osm_id": 7, "name": "Qwertyville",
                   "state": "Aleppo", "country": "Syria", "type": "city"},
}  # fmt: skip


class _Server(http.server.ThreadingHTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked = []
        self.agents = []
        self.answer = [_VILLAGE]
        self.status = 200
        self.address = f"http://127.0.0.1:{self.server_port}"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append({k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()})
        self.server.agents.append(self.headers["User-Agent"])
        body = json.dumps(self.server.answer).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        pass


@pytest.fixture
def server():
    with _Server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.fixture
def online(server, tmp_path):
    return Online("nominatim", server=server.address, pause=0, folder=tmp_path)


def _asked(online, words, *hints):
    with pytest.warns(PrivacyWarning, match="whoever runs it"):
        return Resolver(load(), online).resolve(words, hints)


def test_a_name_that_no_gazetteer_has_is_asked_for_with_what_holds_it(server, online):
    answer = _asked(online, "Qwertyville village", "Aleppo governorate")
    assert (answer.lat, answer.lon) == (36.30, 37.40)
    assert (answer.precision, answer.radius_km, answer.tier) == ("settlement", 4.0, "context")
    assert answer.place_ids == ("osm:node/7",)
    assert server.address in answer.reason
    assert server.asked[0]["q"] == "Qwertyville, Aleppo governorate"
    assert server.asked[0]["countrycodes"] == "sy"
    assert server.agents[0].startswith("incident-mapper/")


def test_nothing_is_asked_unless_it_must_be(server, online):
    resolver = Resolver(load(), online)
    for words in ("Aleppo", "", "village", "between Qwertyville and Aleppo", "12345 " * 100):
        resolver.resolve(words)
    assert server.asked == []
    assert Resolver(load()).resolve("Qwertyville").status == "unknown"


def test_a_name_is_asked_once_and_kept_on_disk(server, online, tmp_path):
    names = pd.Series(["Qwertyville"] * 3 + ["Aleppo"])
    with pytest.warns(PrivacyWarning):
        first = geocode(names, online=online)
    again = geocode(names, online=Online("nominatim", server=server.address, folder=tmp_path))
    assert len(server.asked) == 1
    assert first.equals(again)
    assert first["status"].tolist() == ["resolved"] * 4


def test_nothing_found_is_kept_too(server, online):
    server.answer = []
    assert _asked(online, "Qwertyville").status == "unknown"
    assert Resolver(load(), online).resolve("Qwertyville").status == "unknown"
    assert len(server.asked) == 1


def test_an_answer_outside_of_what_is_stated_is_not_taken(online):
    answer = _asked(online, "Qwertyville", "Homs governorate")
    assert answer.status == "ambiguous"
    assert "does not lie in Homs governorate" in answer.reason
    assert answer.lat is None


def test_two_places_of_one_name_are_ambiguous(server, online):
    server.answer = [_VILLAGE, {**_VILLAGE, "lat": "35.90", "osm_id": 8}]
    answer = _asked(online, "Qwertyville", "Aleppo governorate")
    assert answer.status == "ambiguous"
    assert answer.alternatives == ("osm:node/7", "osm:node/8")


def test_near_an_asked_place_is_near_it(online):
    answer = _asked(online, "near Qwertyville")
    assert (answer.precision, answer.radius_km) == ("near", 8.0)


@pytest.mark.parametrize(
    ("said", "precision", "area"),
    [
        ({"class": "place", "type": "town"}, "settlement", False),
        ({"class": "boundary", "type": "administrative", "addresstype": "county"}, "adm2", True),
        ({"class": "boundary", "type": "administrative", "place_rank": 8}, "adm1", True),
        ({"class": "boundary", "type": "administrative", "addresstype": "town"}, "settlement", False),
        ({"class": "aeroway", "type": "aerodrome"}, "site", False),
        ({"class": "highway", "type": "residential"}, "near", False),
        ({"class": "waterway", "type": "river", "boundingbox": ["36.1", "36.9", "37.0", "38.0"]}, "zone", True),
        ({"class": "boundary", "type": "administrative", "addresstype": "state", "boundingbox": None}, "near", False),
    ],
)  # fmt: skip
def test_an_answer_is_as_precise_as_its_class_and_its_box(server, online, said, precision, area):
    server.answer = [{**_VILLAGE, **said}]
    answer = _asked(online, "Qwertyville")
    assert answer.precision == precision
    assert (answer.shape.geom_type == "Polygon") is area
    assert answer.radius_km > 0


def test_photon_is_asked_in_its_own_way(server, tmp_path):
    server.answer = {"type": "FeatureCollection", "features": [_PHOTON]}
    answer = _asked(
        Online("photon", server=server.address, pause=0, folder=tmp_path), "Qwertyville"
    )
    assert (answer.lat, answer.lon, answer.precision) == (36.30, 37.40, "settlement")
    assert answer.place_ids == ("osm:node/7",)


def test_a_claim_is_placed_by_what_only_the_server_knows(online):
    claim = Claim(
        "r:0:killed", "r", "r.csv", "q", 0, 1, Measure.KILLED, place_words=("Qwertyville",)
    )
    with pytest.warns(PrivacyWarning):
        row = geocode(from_claims([claim]), online=online).iloc[0]
    assert (row["geometry"].y, row["geometry"].x) == (36.30, 37.40)
    assert pd.isna(row["place_id"])
    assert (row["precision"], row["place_name"]) == ("settlement", "Qwertyville")


@pytest.mark.parametrize("answer", [{}, [{}], [[]], "words", [{"lat": "x", "lon": "y"}]])
def test_what_is_no_answer_of_such_a_server_places_nothing(server, online, answer):
    server.answer = answer
    try:
        found = _asked(online, "Qwertyville")
    except GazetteerError as error:
        assert "\n" not in str(error)  # noqa: PT017 - nothing, or one line
    else:
        assert found.lat is None


def test_a_point_off_the_earth_is_none():
    assert found_of({**_VILLAGE, "lat": "95", "lon": "300"}) is None


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_server_that_refuses_is_one_line(server, online, status):
    server.status = status
    with pytest.warns(PrivacyWarning), pytest.raises(GazetteerError, match="cannot ask") as caught:
        Resolver(load(), online).resolve("Qwertyville")
    assert "\n" not in str(caught.value)


def test_no_network_is_one_line_and_no_table(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPPER_HOME", str(tmp_path))
    names = tmp_path / "names.csv"
    names.write_text("name\nQwertyville\n", encoding="utf-8")
    result = CliRunner().invoke(
        app, ["geocode", str(names), "-o", str(tmp_path / "out.csv"), "--online", "nominatim",
              "--server", "http://127.0.0.1:9"],
    )  # fmt: skip
    assert isinstance(result.exception, GazetteerError)
    assert "cannot ask http://127.0.0.1:9" in str(result.exception)
    assert "names of places that no gazetteer has are sent to" in result.output
    assert not (tmp_path / "out.csv").exists()


def test_the_command_asks_the_server_that_is_named(server, tmp_path, monkeypatch):
    monkeypatch.setenv("MAPPER_HOME", str(tmp_path))
    names = tmp_path / "names.csv"
    names.write_text("name\nQwertyville\n", encoding="utf-8")
    out = tmp_path / "out.csv"
    result = CliRunner().invoke(
        app, ["geocode", str(names), "-o", str(out), "--online", "nominatim", "--server", server.address,
              "--contact", "me@example.org"],
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert pd.read_csv(out)["place_id"].tolist() == ["osm:node/7"]
    assert "me@example.org" in server.agents[0]


@pytest.mark.parametrize(
    ("service", "server"), [("google", ""), ("nominatim", "ftp://x"), ("photon", "nominatim.org")]
)
def test_what_is_no_server_is_refused(service, server):
    with pytest.raises(GazetteerError):
        Online(service, server=server)


def test_the_public_servers_are_never_asked_faster_than_they_allow():
    assert Online("nominatim", pause=0)._pause == 1.0


def test_without_the_extra_the_way_out_is_named(online, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "geopy.geocoders", None)
    with (
        pytest.warns(PrivacyWarning),
        pytest.raises(MissingExtraError, match=r"incident-mapper\[online\]"),
    ):
        online.ask("Qwertyville")

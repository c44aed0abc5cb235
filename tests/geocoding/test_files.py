import pandas as pd
import pytest

from mapper.errors import OutputError, TableError
from mapper.geocoding.files import geocode_file
from mapper.model import Claim, Measure
from mapper.schema import CLAIMS, from_claims
from mapper.storage import read_table, write_table


def test_one_row_out_for_each_row_in(tmp_path):
    names = tmp_path / "names.csv"
    names.write_text(
        "id,name,lang,hint\n"
        "1,Aleppo city,en,Aleppo governorate\n"
        "2,Qwertyville,en,\n"
        "3,,en,\n"
        "1,Aleppo city,en,Aleppo governorate\n",
        encoding="utf-8",
    )

    counts = geocode_file(names, tmp_path / "places.csv")

    places = pd.read_csv(tmp_path / "places.csv", dtype="str")
    assert counts == {"resolved": 2, "unknown": 2}
    assert places["id"].tolist() == ["1", "2", "3", "1"]
    assert places["name"].fillna("").tolist() == ["Aleppo city", "Qwertyville", "", "Aleppo city"]
    assert places["place_id"].iloc[0] == "geonames:170063"
    assert (tmp_path / "places.csv").read_bytes()[:2] == b"id"


def test_names_that_a_spreadsheet_saved_with_semicolons_are_read(tmp_path):
    names = tmp_path / "names.csv"
    names.write_bytes("sep=;\r\nid;name\r\n1;Jableh\r\n2;جبلة\r\n".encode("utf-16"))

    geocode_file(names, tmp_path / "places.csv")

    places = pd.read_csv(tmp_path / "places.csv", dtype="str")
    assert places["place_id"].tolist() == ["geonames:169304"] * 2


def test_nothing_in_the_answers_runs_in_a_spreadsheet(tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("id,name\n=1+1,=cmd()\n", encoding="utf-8")
    geocode_file(names, tmp_path / "places.csv")
    row = (tmp_path / "places.csv").read_text(encoding="utf-8").splitlines()[1]
    assert row.startswith("'=1+1,'=cmd()")


def test_a_columns_own_coordinates_are_kept_beside_the_answers(tmp_path):
    (tmp_path / "names.csv").write_text("id,name,lat\n1,Jableh,35.3\n", encoding="utf-8")
    geocode_file(tmp_path / "names.csv", tmp_path / "places.csv")
    places = pd.read_csv(tmp_path / "places.csv")
    assert places["given_lat"].tolist() == [35.3]
    assert places["lat"].iloc[0] == pytest.approx(35.36, abs=0.01)


def test_claims_are_told_by_their_column(tmp_path):
    claim = Claim("r:0:killed", "r", "r.txt", "q", 0, 1, Measure.KILLED, place_words=("Jableh",))
    write_table(from_claims([claim]), tmp_path / "claims.csv", CLAIMS)
    assert geocode_file(tmp_path / "claims.csv", tmp_path / "placed.geojson") == {"placed": 1}
    assert read_table(tmp_path / "placed.geojson", CLAIMS)["place_id"].tolist() == [
        "geonames:169304"
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "cannot read"),
        (b"\xff\xfe\x00", "says it is utf-16"),
        (b"id,place\n1,Homs\n", "no column name"),
    ],
)
def test_what_is_no_table_of_names_is_one_clear_line(tmp_path, content, words):
    names = tmp_path / "names.csv"
    names.write_bytes(content)
    with pytest.raises(TableError, match=words):
        geocode_file(names, tmp_path / "places.csv")
    assert not (tmp_path / "places.csv").exists()


def test_a_missing_file_and_an_unwritable_output(tmp_path):
    with pytest.raises(TableError, match="there is no file"):
        geocode_file(tmp_path / "none.csv", tmp_path / "places.csv")
    (tmp_path / "names.csv").write_text("id,name\n1,Homs\n", encoding="utf-8")
    with pytest.raises(OutputError):
        geocode_file(tmp_path / "names.csv", tmp_path / "no" / "places.csv")

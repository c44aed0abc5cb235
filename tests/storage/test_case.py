import gzip
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, box

from mapper.errors import CaseError, OutputError
from mapper.publishing import Profile, publish
from mapper.schema import CLAIMS, FLOWS, REPORTS, REVISIONS, TABLES, TEXTS, check, conform
from mapper.storage import case as case_module
from mapper.storage import change_case, locked, read_case, write_case

RIGHT = Path(__file__).parents[1] / "data" / "right"

ROWS = [
    {
        "claim_id": "c1",
        "quote": "12 <b>killed</b>\n'; DROP TABLE claims; --",
        "count_low": 12,
        "imputed": True,
        "period_start": "2025-03-06",
        "period_end": "2025-03-07",
        "geometry": Point(20.25, 10.5),
        "precision": "settlement",
    },
    {
        "claim_id": "c2",
        "voice": "مرصد \u202e",
        "period_start": "2025-03-09",
        "geometry": box(20, 10, 21, 11),
        "precision": "adm1",
        "fid": "theirs",
        "CLAIM_ID": "shouted",
        "their list": ["a", 1],
    },
    {"claim_id": "c3", "period_end": "2025-02-01", "imputed": False},
    {"claim_id": "c4"},
]


@pytest.fixture
def tables():
    flows = [{"flow_id": "f1", "geometry": LineString([(20, 10), (21, 11)])}]
    return {
        "claims": conform(ROWS, CLAIMS),
        "flows": conform(flows, FLOWS),
        "reports": conform([{"report_id": "r1", "path": "a.txt"}], REPORTS),
        "texts": conform([{"report_id": "r1", "body": "12 killed 😀"}], TEXTS),
    }


@pytest.fixture
def coast(tmp_path, tables):
    path = tmp_path / "coast.gpkg"
    write_case(path, tables, {"inputs": [{"name": "a.txt"}]})
    return path


def test_every_table_comes_back_as_it_was(coast, tables):
    case = read_case(coast)

    assert list(case) == list(TABLES)
    assert case.manifest == {"inputs": [{"name": "a.txt"}]}
    for name, table in TABLES.items():
        if name == "manifest":
            continue
        ours = list(table.names)
        expected = tables.get(name, conform([], table))[ours]
        assert pd.DataFrame(case[name][ours].drop(columns="geometry", errors="ignore")).equals(
            pd.DataFrame(expected.drop(columns="geometry", errors="ignore"))
        ), name
    assert case["claims"].geometry.isna().tolist() == [False, False, True, True]
    assert case["flows"].geometry.geom_equals(tables["flows"].geometry).all()


def test_columns_of_others_are_kept_whatever_their_names(coast):
    claims = read_case(coast)["claims"]

    assert claims["fid"].tolist()[1] == "theirs"
    assert claims["CLAIM_ID_2"].tolist()[1] == "shouted"
    assert claims["their list"].tolist()[1] == '["a", 1]'


def test_the_same_tables_are_the_same_bytes(coast, tables, tmp_path):
    second = tmp_path / "second.gpkg"
    time.sleep(1.1)  # a clock that is written has seconds

    write_case(second, tables, {"inputs": [{"name": "a.txt"}]})

    assert second.read_bytes() == coast.read_bytes()


def test_reading_and_writing_again_changes_no_byte(coast, tmp_path):
    write_case(tmp_path / "b.gpkg", read_case(coast))
    write_case(tmp_path / "c.gpkg", read_case(tmp_path / "b.gpkg"))

    assert (tmp_path / "c.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()


def test_a_box_keeps_what_lies_in_it(coast):
    assert read_case(coast, bbox=(20.2, 10.4, 20.3, 10.6))["claims"]["claim_id"].tolist() == [
        "c1",
        "c2",
    ]
    assert read_case(coast, bbox=(20.5, 10.7, 20.6, 10.8))["claims"]["claim_id"].tolist() == ["c2"]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2025, 3, 7), date(2025, 3, 9), ["c1", "c2", "c4"]),
        (date(2025, 3, 8), None, ["c2", "c4"]),
        (None, date(2025, 3, 5), ["c3", "c4"]),
        (date(2025, 3, 6), date(2025, 3, 6), ["c1", "c4"]),
        (date(2025, 2, 1), date(2025, 2, 1), ["c3", "c4"]),
        (None, None, ["c1", "c2", "c3", "c4"]),
    ],
)
def test_a_period_keeps_what_may_touch_it(coast, first, last, found):
    assert read_case(coast, period=(first, last))["claims"]["claim_id"].tolist() == found


def test_only_the_wanted_tables_have_rows(coast):
    case = read_case(coast, only=["claims"])

    assert (len(case["claims"]), len(case["reports"]), len(case["flows"])) == (4, 0, 0)


def test_what_a_profile_took_away_is_not_in_the_file(tmp_path, tables):
    path = tmp_path / "public.gpkg"

    write_case(path, publish(tables, Profile.PUBLIC))

    with sqlite3.connect(path) as database:
        names = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
        columns = {row[1] for row in database.execute("PRAGMA table_info(reports)")}
    assert "texts" not in names
    assert "publisher" in columns
    assert "path" not in columns
    assert b"a.txt" not in path.read_bytes()
    assert len(read_case(path)["texts"]) == 0


def test_a_newer_case_is_refused_and_left_alone(coast, tables, monkeypatch):
    monkeypatch.setattr(case_module, "SCHEMA_VERSION", 7)
    newer = coast.with_name("newer.gpkg")
    write_case(newer, tables)
    monkeypatch.undo()
    before = newer.read_bytes()

    for act in (lambda: read_case(newer), lambda: write_case(newer, tables)):
        with pytest.raises(CaseError, match=r"schema version 7.*newer incident-mapper"):
            act()

    assert newer.read_bytes() == before


def test_an_older_case_is_migrated_and_its_copy_kept(coast, monkeypatch):
    before = coast.read_bytes()

    def named(found):
        return {**found, "claims": found["claims"].assign(voice="migrated")}

    monkeypatch.setattr(case_module, "SCHEMA_VERSION", case_module.SCHEMA_VERSION + 1)
    monkeypatch.setattr(case_module, "MIGRATIONS", {case_module.SCHEMA_VERSION - 1: named})
    case = read_case(coast)
    assert coast.read_bytes() == before
    write_case(coast, case)

    assert read_case(coast)["claims"]["voice"].unique().tolist() == ["migrated"]
    old = case_module.SCHEMA_VERSION - 1
    assert coast.with_name(f"coast.schema-{old}.gpkg").read_bytes() == before


@pytest.fixture
def first_case(tmp_path):
    """Unpack a case that the first version of the schema wrote."""
    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((RIGHT / "case-of-schema-1.gpkg.gz").read_bytes()))
    return path


def test_a_case_of_the_first_schema_is_read_as_one_of_today(first_case):
    case = read_case(first_case)
    totals = case["totals"]

    for name, table in TABLES.items():
        assert check(case[name], table) == [], name
    assert case["claims"]["review"].fillna("").tolist() == ["accepted", ""]
    assert case["claims"]["radius_km"].fillna(0).tolist() == [0, 25]
    # Then, "as of" was the day that a figure counts to; now it is when it was known.
    assert totals["counts_to"].dt.day.tolist() == [10, 8]
    assert totals["as_of"].dt.day.fillna(0).tolist() == [9, 0]
    assert totals["within"].isna().all()


def test_the_first_change_of_an_old_case_keeps_a_copy_of_it(first_case):
    before = first_case.read_bytes()
    change_case(first_case, dict)

    copy = first_case.with_name("old.schema-1.gpkg")
    assert copy.read_bytes() == before
    assert read_case(first_case)["totals"]["counts_to"].dt.day.tolist() == [10, 8]
    # Read twice, migrated once.
    change_case(first_case, dict)
    assert read_case(first_case)["totals"]["counts_to"].dt.day.tolist() == [10, 8]
    assert copy.read_bytes() == before


def test_a_failed_change_of_an_old_case_leaves_it_old(first_case):
    before = first_case.read_bytes()
    with pytest.raises(ZeroDivisionError):
        change_case(first_case, lambda _: 1 / 0)

    assert first_case.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 84])
def test_what_is_no_case_is_neither_read_nor_replaced(tmp_path, tables, content):
    path = tmp_path / "other.gpkg"
    path.write_bytes(content)

    for act in (lambda: read_case(path), lambda: write_case(path, tables)):
        with pytest.raises(CaseError, match="not a case"):
            act()

    assert path.read_bytes() == content


def test_a_geopackage_of_others_is_not_replaced(tmp_path, tables):
    path = tmp_path / "roads.gpkg"
    conform(ROWS, CLAIMS)[["claim_id", "geometry"]].to_file(path, layer="roads")

    with pytest.raises(CaseError, match="not a case"):
        write_case(path, tables)


def test_a_missing_case_and_a_wrong_suffix_are_named(tmp_path, tables):
    with pytest.raises(CaseError, match=r"no case .*none\.gpkg"):
        read_case(tmp_path / "none.gpkg")
    with pytest.raises(CaseError, match=r"coast\.csv\.gpkg"):
        write_case(tmp_path / "coast.csv", tables)
    with pytest.raises(OutputError, match="no folder none"):
        write_case(tmp_path / "none" / "coast.gpkg", tables)
    assert not (tmp_path / "none").exists()
    with pytest.raises(CaseError, match="no table 'deaths'"):
        write_case(tmp_path / "coast.gpkg", {"deaths": pd.DataFrame()})


def test_a_zero_byte_is_refused_with_its_row(coast, tables):
    before = coast.read_bytes()
    tables["claims"].loc[1, "quote"] = "a\x00b"

    with pytest.raises(OutputError, match="claims, column quote, row 2"):
        write_case(coast, tables)

    assert coast.read_bytes() == before


@settings(max_examples=15)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))))
def test_any_text_survives(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("text") / "any.gpkg"
    rows = [{"revision": number, "reason": text} for number, text in enumerate(texts)]

    write_case(path, {"revisions": conform(rows, REVISIONS)})

    assert read_case(path)["revisions"]["reason"].fillna("").tolist() == texts


@contextmanager
def started(program, path):
    """Run a program until it says a line; kill it when the block ends."""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout.readline()
            yield process
        finally:
            process.kill()


HOLD = """
import sys, time
from mapper.storage import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_process_is_refused_with_the_name_of_the_first(coast, tables):
    with started(HOLD, coast) as other:
        with pytest.raises(CaseError, match=rf"process {other.pid}\)"), locked(coast, timeout=0.1):
            pass
        assert len(read_case(coast)["claims"]) == 4
    with locked(coast, timeout=5):
        write_case(coast, tables)


WRITE = """
import sys
from mapper.schema import CLAIMS, conform
from mapper.storage import write_case
tables = [{"claims": conform([{"claim_id": f"{n}-{row}"} for row in range(300)], CLAIMS)} for n in (0, 1)]
print("ready", flush=True)
while True:
    for claims in tables:
        write_case(sys.argv[1], claims)
"""


def test_a_kill_at_any_moment_leaves_one_whole_case(tmp_path):
    path = tmp_path / "coast.gpkg"
    write_case(path, {"claims": conform([{"claim_id": f"0-{n}"} for n in range(300)], CLAIMS)})
    for moment in range(4):
        with started(WRITE, path):
            time.sleep(0.05 + 0.037 * moment)
        ids = read_case(path)["claims"]["claim_id"]
        assert len(ids) == 300
        assert len(set(ids.str[0])) == 1

    write_case(path, {})
    assert not [left for left in tmp_path.iterdir() if left.is_dir()]

"""A case on a real server; `.ci/postgis` starts one and prints the URL for MAPPER_TEST_POSTGIS."""

import os
import subprocess
import sys
import time
from datetime import date
from uuid import NAMESPACE_URL, uuid5

import pandas as pd
import pytest
from shapely import LineString, Point, box

from mapper.errors import CaseError, OutputError
from mapper.schema import CLAIMS, FLOWS, INCIDENTS, REFUSED, TABLES, TEXTS, conform
from mapper.storage import case as case_module
from mapper.storage import change_case, read_case, write_case

SERVER = os.environ.get("MAPPER_TEST_POSTGIS", "")

pytestmark = [
    pytest.mark.postgis,
    pytest.mark.skipif(not SERVER, reason="MAPPER_TEST_POSTGIS names no server"),
]


@pytest.fixture
def url(request):
    sa = pytest.importorskip("sqlalchemy")
    schema = "t" + uuid5(NAMESPACE_URL, request.node.nodeid).hex[:16]
    engine = sa.create_engine(SERVER.replace("postgresql:", "postgresql+psycopg:"))

    def clear():
        with engine.begin() as connection:
            for name in sa.inspect(connection).get_schema_names():
                if name.startswith(schema):
                    connection.execute(sa.text(f'DROP SCHEMA "{name}" CASCADE'))

    clear()
    yield f"{SERVER}{'&' if '?' in SERVER else '?'}schema={schema}"
    clear()
    engine.dispose()


@pytest.fixture
def tables():
    claims = [
        {
            "claim_id": "c1",
            "quote": "12 <b>killed</b>\n\\N '; DROP TABLE claims; --\tx",
            "count_low": 12,
            "imputed": True,
            "match_score": 0.1 + 0.2,
            "period_start": "2025-03-06",
            "period_end": "2025-03-07",
            "geometry": Point(20.25, 10.5),
        },
        {"claim_id": "c2", "voice": "مرصد \u202e", "geometry": box(20, 10, 21, 11), "theirs": "x"},
        {"claim_id": "c3", "period_end": "2025-02-01", "imputed": False, "theirs": None},
    ]
    return {
        "claims": conform(claims, CLAIMS),
        "flows": conform([{"flow_id": "f1", "geometry": LineString([(20, 10), (21, 11)])}], FLOWS),
        "refused": conform([{"report": "a.csv"}, {"report": "a.csv"}], REFUSED),
        "texts": conform([{"report_id": "r1", "body": "12 killed 😀"}], TEXTS),
    }


def test_every_table_comes_back_as_it_was(url, tables):
    write_case(url, tables, {"inputs": ["a.txt"]})
    case = read_case(url)

    assert list(case) == list(TABLES)
    assert case.manifest == {"inputs": ["a.txt"]}
    for name, frame in tables.items():
        assert pd.DataFrame(case[name].drop(columns="geometry", errors="ignore")).equals(
            pd.DataFrame(frame.drop(columns="geometry", errors="ignore"))
        ), name
    assert case["claims"].geometry.isna().tolist() == [False, False, True]
    assert case["claims"].crs == tables["claims"].crs
    assert case["claims"].geometry[:2].geom_equals(tables["claims"].geometry[:2]).all()


def test_a_box_and_a_period_keep_what_touches_them(url, tables):
    write_case(url, tables)

    near = read_case(url, bbox=(20.2, 10.4, 20.3, 10.6))["claims"]["claim_id"].tolist()
    away = read_case(url, bbox=(20.5, 10.7, 20.6, 10.8))["claims"]["claim_id"].tolist()
    march = read_case(url, period=(date(2025, 3, 7), date(2025, 3, 9)), only=["claims"])
    winter = read_case(url, period=(None, date(2025, 3, 5)))

    assert (near, away) == (["c1", "c2"], ["c2"])
    assert march["claims"]["claim_id"].tolist() == ["c1", "c2"]
    assert winter["claims"]["claim_id"].tolist() == ["c2", "c3"]


def test_a_change_moves_only_the_rows_that_differ(url, tables):
    import sqlalchemy as sa

    write_case(url, tables)
    engine = sa.create_engine(SERVER.replace("postgresql:", "postgresql+psycopg:"))
    schema = url.rpartition("schema=")[2]

    def rows():
        with engine.begin() as connection:
            found = connection.execute(
                sa.text(
                    f'SELECT claim_id, ctid::text FROM "{schema}".claims '  # noqa: S608 (our names)
                    "ORDER BY position"
                )
            )
            return dict(found.all())

    before = rows()
    tables["claims"].loc[1, "voice"] = "another"
    change_case(url, lambda case: {**case, "claims": tables["claims"]})
    after = rows()
    engine.dispose()

    assert list(after) == ["c1", "c2", "c3"]
    assert [name for name in after if after[name] != before[name]] == ["c2"]
    assert read_case(url)["claims"]["voice"].tolist()[1] == "another"


def test_rows_can_leave_and_repeat(url, tables):
    write_case(url, tables)
    twice = conform([{"incident_id": "i1"}, {"incident_id": "i1"}], INCIDENTS)

    change_case(url, lambda case: {**case, "claims": case["claims"][:1], "incidents": twice})
    change_case(url, lambda case: {**case, "refused": case["refused"][:1]})

    case = read_case(url)
    assert (len(case["claims"]), len(case["incidents"]), len(case["refused"])) == (1, 2, 1)


def test_a_failed_change_leaves_the_case(url, tables):
    write_case(url, tables)
    tables["claims"].loc[2, "quote"] = "a\x00b"

    with pytest.raises(OutputError, match="claims, column quote, row 3"):
        write_case(url, {"claims": tables["claims"]})
    with pytest.raises(ZeroDivisionError):
        change_case(url, lambda _: 1 / 0)

    assert len(read_case(url)["claims"]) == 3


def test_a_newer_case_is_refused_and_an_older_one_kept_aside(url, tables, monkeypatch):
    write_case(url, tables)

    def named(found):
        return {**found, "claims": found["claims"].assign(voice="migrated")}

    monkeypatch.setattr(case_module, "SCHEMA_VERSION", case_module.SCHEMA_VERSION + 1)
    monkeypatch.setattr(case_module, "MIGRATIONS", {case_module.SCHEMA_VERSION - 1: named})
    change_case(url, dict)
    assert read_case(url)["claims"]["voice"].unique().tolist() == ["migrated"]
    monkeypatch.undo()

    old = case_module.SCHEMA_VERSION
    with pytest.raises(CaseError, match=rf"schema version {old + 1}.*newer incident-mapper"):
        read_case(url)
    assert len(read_case(f"{url}_schema_{old}")["claims"]) == 3


def test_what_cannot_be_reached_is_told():
    with pytest.raises(CaseError, match=r"cannot use the case at postgresql\+psycopg://me:\*\*\*@"):
        read_case("postgresql://me:secret@127.0.0.1:1/none")
    with pytest.raises(CaseError, match="cannot name a schema"):
        read_case(f"{SERVER}{'&' if '?' in SERVER else '?'}schema=a;b")


def test_a_case_that_is_not_there_is_told(url):
    with pytest.raises(CaseError, match="the database has no case"):
        read_case(url)


HOLD = """
import sys, time
from mapper.storage import change_case
def hold(case):
    print("held", flush=True)
    time.sleep(60)
change_case(sys.argv[1], hold)
"""


def test_a_second_writer_is_refused_with_the_name_of_the_first(url, tables):
    write_case(url, tables)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, url], stdout=subprocess.PIPE, text=True
    ) as other:
        try:
            assert other.stdout.readline() == "held\n"
            with pytest.raises(CaseError, match=rf"written by .*process {other.pid}\)"):
                change_case(url, dict, timeout=0.2)
            assert len(read_case(url)["claims"]) == 3
        finally:
            other.kill()


ADD = """
import sys
from mapper.schema import CLAIMS, REPORTS, conform
from mapper.storage import change_case, put_in
url, name = sys.argv[1:]
print("ready", flush=True)
for batch in range(4):
    report = f"{name}-{batch}"
    claims = [{"claim_id": f"{report}-{n}", "report_id": report} for n in range(250)]
    reading = {"claims": conform(claims, CLAIMS), "reports": conform([{"report_id": report}], REPORTS)}
    change_case(url, lambda case: put_in(case, reading).tables, timeout=120)
    print("put in", flush=True)
"""


def test_eight_writers_lose_nothing_and_a_killed_one_leaves_nothing_half(url):
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, url, f"w{number}"], stdout=subprocess.PIPE, text=True
        )
        for number in range(8)
    ]
    victim = writers[3]
    assert victim.stdout.readline() == "ready\n"
    assert victim.stdout.readline() == "put in\n"
    time.sleep(0.05)
    victim.kill()
    said = [writer.communicate(timeout=200)[0] for writer in writers]

    claims = read_case(url)["claims"]
    per_report = claims.groupby("report_id").size()
    assert all(
        text.count("put in") == 4
        for text, one in zip(said, writers, strict=True)
        if one is not victim
    )
    assert set(per_report) == {250}
    assert claims["claim_id"].is_unique
    by_writer = claims.groupby(claims["report_id"].str[:2]).size().to_dict()
    kept = by_writer.pop("w3")
    assert by_writer == {f"w{number}": 1000 for number in range(8) if number != 3}
    assert 250 <= kept < 1000


def test_a_case_on_a_server_is_drawn_and_exported(url, tables, tmp_path):
    from typer.testing import CliRunner

    from mapper.cli.app import app

    write_case(url, tables)
    for arguments in (
        ["map", url, "-o", str(tmp_path / "map.html"), "--profile", "internal"],
        ["export", url, "-o", str(tmp_path / "claims.geojson"), "--profile", "internal"],
    ):
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.output
    assert (
        "3 claims"
        in CliRunner()
        .invoke(app, ["map", url, "-o", str(tmp_path / "b.html"), "--profile", "internal"])
        .output
    )
    assert (tmp_path / "map.html").stat().st_size > 100_000

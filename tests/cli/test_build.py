"""``mapper build``, as typed by hand, also wrongly."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import mapper

# The program under test, wherever the test itself runs.
HERE = {**os.environ, "PYTHONPATH": str(Path(mapper.__file__).parent.parent)}
RIGHT = Path(__file__).parent.parent / "data" / "right" / "coast-in-our-words.md"


def run(*arguments, cwd, stdin=None):
    """Run it as a program of its own, with a hash seed of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mapper", *map(str, arguments)],
        cwd=cwd,
        env=HERE,
        capture_output=True,
        input=stdin,
        text=True,
        encoding="utf-8",
        check=False,
    )


def refused(done, *words):
    """A call that cannot be done: one line, exit code 2, no traceback."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    message = done.stderr.strip()
    assert message.count("\n") == 0, message
    for word in words:
        assert word in message
    return True


def test_a_report_becomes_a_map(call, tmp_path):
    done = call("build", RIGHT, "-o", "map.html", "--case", "coast.gpkg", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "SOHR" in done.stdout
    assert "Placed:" in done.stdout
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "http-equiv" in page
    assert (tmp_path / "coast.gpkg").stat().st_size > 0
    seen = sorted(file.name for file in tmp_path.iterdir() if not file.name.startswith("."))
    assert seen == ["coast.gpkg", "map.html"]


def test_with_no_argument_the_example_is_drawn(call, tmp_path):
    done = call("build", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "map.html").exists()


def test_two_builds_are_the_same_bytes(call, tmp_path):
    for name, build in (("a", run), ("b", call)):
        done = build("build", RIGHT, "-o", f"{name}.html", "--case", f"{name}.gpkg", cwd=tmp_path)
        assert done.returncode == 0, done.stderr

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert (tmp_path / "a.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()


def test_a_report_can_come_from_standard_input(call, tmp_path):
    done = call("build", "-", "-o", "map.html", cwd=tmp_path, stdin=RIGHT.read_text("utf-8"))

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, ["missing.txt"]),
        ("empty.txt", b"", ["empty.txt", "empty"]),
        ("binary.txt", bytes(range(256)) * 20, ["binary.txt"]),
        ("encoded.txt", "قتل ثلاثة مدنيين".encode("utf-16-le") + b"\xff\xfe\xd8", ["encoded.txt"]),
    ],
)
def test_a_report_that_cannot_be_read_is_named_and_the_old_map_stays(
    call, tmp_path, name, content, words
):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "map.html").write_text("old", encoding="utf-8")

    done = call("build", name, "-o", "map.html", cwd=tmp_path)

    assert refused(done, *words)
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == "old"


def test_an_output_that_cannot_be_written_is_named(call, tmp_path):
    assert refused(call("build", RIGHT, "-o", "none/map.html", cwd=tmp_path), "none/map.html")


def test_without_a_date_relative_dates_stay_words(call, tmp_path):
    undated = RIGHT.read_text("utf-8").replace("published: 2025-03-09\n", "")
    (tmp_path / "undated.md").write_text(undated, encoding="utf-8")

    done = call("build", "undated.md", "-o", "map.html", cwd=tmp_path)

    assert done.returncode == 0, done.stderr


def test_a_day_that_is_none_is_named(call, tmp_path):
    done = call("build", RIGHT, "--published", "9 March", cwd=tmp_path)

    assert refused(done, "9 March")


def test_a_persons_decisions_go_before_what_is_read(call, tmp_path):
    assert call("extract", RIGHT, "-o", "claims.csv", cwd=tmp_path).returncode == 0
    table = pd.read_csv(tmp_path / "claims.csv", dtype="str", encoding="utf-8-sig")
    wrong = table["measure"].eq("incidents")
    assert wrong.any()
    table.loc[wrong, "review"] = "rejected"
    table.to_csv(tmp_path / "claims.csv", index=False)

    for inputs in ([RIGHT], []):
        done = call("build", *inputs, "--claims", "claims.csv", "-o", "map.html", cwd=tmp_path)

        assert done.returncode == 0, done.stderr
        assert "SOHR" in done.stdout
        assert "incidents " not in done.stdout


def test_what_an_edition_leaves_out_is_said_with_the_way_to_have_it(call, tmp_path):
    report = tmp_path / "report.csv"
    report.write_text(
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,iso,country,admin1,location,"
        "latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"
        "XXA1,2031-03-07,1,Battles,Armed clash,999,Examplia,North,Aton,10.5,20.25,1,Monitor,Invented.,3,1741651200\n",
        encoding="utf-8",
    )
    result = call("build", str(report), "-o", str(tmp_path / "map.html"))

    assert "1 of 1 claims is left out" in result.stdout
    assert "--profile internal" in result.stdout
    result = call("build", str(report), "-o", "again.html", "--profile", "internal")
    assert "left out" not in result.stdout


def test_a_story_is_a_table_of_links(call, tmp_path):
    call("build", "-o", "map.html", "--case", "case.gpkg", cwd=tmp_path)
    (tmp_path / "steps.csv").write_text(
        "title,text,state\nThe coast,All of it.,\nOne day,Two days.,#from=2025-03-08&to=2025-03-09\n",
        encoding="utf-8",
    )
    done = call("map", "case.gpkg", "-o", "map.html", "--story", "steps.csv")

    assert done.returncode == 0, done.stderr
    assert '"state": "from=2025-03-08\\u0026to=2025-03-09"' in (tmp_path / "map.html").read_text()
    (tmp_path / "steps.csv").write_text("title,words\na,b\n", encoding="utf-8")
    done = call("map", "case.gpkg", "-o", "map.html", "--story", "steps.csv")
    assert done.returncode == 2
    assert "the story has no column text, state" in done.stderr

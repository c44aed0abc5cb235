"""Calls that are wrong, and files that are: one clear line, and exit code 2."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = Path(__file__).parents[1] / "data" / "right"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--nope"], "no such option: --nope; see: mapper --help"),
        (["nothing"], "no such command 'nothing'; see: mapper --help"),
        (["read"], "missing argument 'tables'; see: mapper read --help"),
        (["case", "list", "a.gpkg", "--nope"], "no such option: --nope; see: mapper case list"),
        (
            ["build", "--profile", "secret"],
            "'secret' is not one of 'public', 'partner', 'internal'",
        ),
        (["map", "a.gpkg", "-o", "m.html", "--profile", "secret"], "'secret' is not one of"),
        (["export", "a.gpkg", "-o", "a.csv", "--profile", "secret"], "'secret' is not one of"),
        (["map", "a.gpkg", "-o", "m.html", "--lang", "fr"], "'fr' is not one of 'en', 'ar'"),
        (["explain", "c1", "--case", "."], ". holds no table: name a folder with claims.csv"),
        (["explain", "c1", "--case", "missing.gpkg"], "there is no case missing.gpkg"),
        (
            ["explain", "c1", "--case", "postgresql://nobody@localhost:1/none"],
            "cannot use the case",
        ),
        (["reconcile", "a.csv", "-o", "out", "--days", "many"], "invalid value for '--days'"),
        (["read", "-", "-"], "standard input (-) is named twice"),
        (["read", "missing.csv"], "there is no file missing.csv"),
        (["read", "mis\nsing.csv"], "there is no file mis sing.csv"),
        (["read", "/dev/null"], "null is empty"),
        (["read", "."], ". is a folder; name the tables in it"),
        (["read", RIGHT / "acled.csv", "-o", "no/where.csv"], "cannot write no/where.csv"),
        (["read", RIGHT / "acled.csv", "-o", "."], "it is a folder"),
        (["build", RIGHT / "acled.csv", "-o", "no/map.html"], "cannot write no/map.html"),
        (["map", RIGHT / "acled.csv", "-o", "no/map.html"], "cannot write no/map.html"),
        (["map", "postgresql://nobody@localhost:1/none", "-o", "map.html"], "cannot use the case"),
        (["case", "list", "missing.gpkg"], "there is no case missing.gpkg"),
    ],
)
def test_a_wrong_call_is_one_line(call, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    code, out, err = call(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("mapper: ")
    assert err.count("\n") == 1
    assert words in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "{0}", "-o", "{0}"],
        ["build", "{0}", "-o", "./{0}"],
        ["map", "{0}", "-o", "{0}"],
        ["export", "{0}", "-o", "{0}"],
        ["read", "other.csv", "-o", "claims.csv", "--refused", "other.csv"],
    ],
)
def test_no_command_writes_over_its_input(call, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    text = (RIGHT / "acled.csv").read_bytes()
    for name in ("a b.csv", "other.csv"):
        (tmp_path / name).write_bytes(text)
    code, _, err = call(*(one.format("a b.csv") for one in arguments))

    assert code == 2
    assert "is an input and would be written over" in err
    assert (tmp_path / "a b.csv").read_bytes() == text
    assert (tmp_path / "other.csv").read_bytes() == text


def test_a_name_with_a_line_end_stays_on_its_line(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a\nb\x1b[2J.csv").write_bytes((RIGHT / "acled.csv").read_bytes())
    code, out, err = call("read", "a\nb\x1b[2J.csv", "--check")

    assert code == 0
    assert out.splitlines()[0].startswith("a b [2J.csv: 4 rows")
    assert "\x1b" not in out + err


def test_a_claims_table_that_a_spreadsheet_saved_in_the_letters_of_its_country(call, tmp_path):
    table = "claim_id,voice,measure,count_best\nc1,قرية الطاحونة,killed,3\n"
    (tmp_path / "claims.csv").write_bytes(table.encode("cp1256"))
    code, _, err = call("reconcile", tmp_path / "claims.csv", "-o", tmp_path / "out")

    assert (code, err) == (0, "")
    assert "قرية الطاحونة" in (tmp_path / "out" / "totals.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"claim_id,voice\na,b\nc,d,e\n", "line 3 has 3 cells where the header has 2"),
    ],
)
def test_what_is_no_claims_table_is_told_in_plain_words(call, tmp_path, content, words):
    (tmp_path / "claims.csv").write_bytes(content)
    code, _, err = call("reconcile", tmp_path / "claims.csv", "-o", tmp_path / "out")

    assert code == 2
    assert words in err


def test_an_interruption_leaves_nothing_and_says_so(call, tmp_path, monkeypatch):
    def interrupted(*_, **__):
        (tmp_path / ".begun").write_text("half")
        raise KeyboardInterrupt

    monkeypatch.setattr("mapper.adapters.balanced", interrupted)
    code, _, err = call("read", RIGHT / "acled.csv", "-o", tmp_path / "claims.csv")

    assert (code, err) == (130, "mapper: interrupted; nothing was left half written\n")
    assert not (tmp_path / "claims.csv").exists()


def test_a_full_disk_and_a_closed_file_are_one_line(call, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "claims.csv")

    monkeypatch.setattr("mapper.adapters.balanced", full)
    code, _, err = call("read", RIGHT / "acled.csv", "--check")

    assert (code, err) == (2, "mapper: claims.csv: no space left on device\n")


def test_a_reader_that_has_gone_is_no_error():
    command = [sys.executable, "-m", "mapper", "read", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.close()
        said = program.stderr.read()

    assert said == b""
    assert program.returncode == -signal.SIGPIPE


def test_a_pipe_can_be_read_as_a_file(call, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["/bin/sh", "-c", f"cat '{RIGHT / 'acled.csv'}' > '{pipe}'"]):
        code, out, _ = call("read", pipe, "--check")

    assert code == 0
    assert out.startswith("pipe: 4 rows")


@pytest.mark.parametrize("option", ["-o", "--output", "--out"])
def test_every_command_says_where_to_in_the_same_words(call, tmp_path, monkeypatch, option):
    monkeypatch.chdir(tmp_path)
    done = call("read", RIGHT / "acled.csv", option, "claims.csv")

    assert done.returncode == 0
    assert (tmp_path / "claims.csv").is_file()


def test_hand_kept_claims_are_understood_in_a_folder_as_in_a_file(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims.csv").write_text(
        "claim_id,voice,publisher,measure,count_best,published\n"
        "c1,Monitor,The Daily Example,killed,3,2031-03\n",
        encoding="utf-8",
    )
    file, folder = (call("explain", "c1", "--case", one).stdout for one in ("claims.csv", "."))

    assert "The Daily Example" in folder
    assert file == folder

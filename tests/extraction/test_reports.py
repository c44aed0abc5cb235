import io
from datetime import date

import pytest

from mapper.errors import ReportError
from mapper.extraction import read_report, report_files


def _file(tmp_path, data, name="a.txt"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_front_matter_is_known_and_no_part_of_the_body(tmp_path):
    path = _file(
        tmp_path, "---\npublisher: P\npublished: 2025-03-09\nurl: https://x.org\n---\nBody.\n"
    )
    report = read_report(path)
    assert (report.publisher, report.published, report.url) == (
        "P",
        date(2025, 3, 9),
        "https://x.org",
    )
    assert report.body == "Body.\n"
    assert (report.path, len(report.sha256)) == ("a.txt", 64)


def test_options_win_over_a_sidecar_and_that_over_front_matter(tmp_path):
    path = _file(tmp_path, "---\npublisher: A\ntitle: A\nlicence: A\n---\nBody.")
    _file(tmp_path, "publisher: B\ntitle: B\n", "a.yaml")
    report = read_report(path, publisher="C")
    assert (report.publisher, report.title, report.licence) == ("C", "B", "A")


def test_a_missing_day_is_legal(tmp_path):
    assert read_report(_file(tmp_path, "Body.")).published is None


def test_the_script_says_the_language(tmp_path):
    assert read_report(_file(tmp_path, "قتل 12 شخصاً.")).language == "ar"


def test_standard_input(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(b"Three people were killed."))
    monkeypatch.setattr("sys.stdin", stream)
    assert read_report("-").path == "-"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"---\npublisher: P\n---\n", "is empty"),
        (b"abc\x00def", "is binary"),
        ("Größe".encode("latin-1"), "is not UTF-8: byte 0xf6 at 2"),
        (b"---\na: [\n---\nBody.", "front matter is not YAML"),
        (b"---\n- a\n---\nBody.", "no list of names and values"),
        (b"---\npublished: Friday\n---\nBody.", "'Friday', which is no ISO 8601 day"),
        (
            b"---\npublished: 0001-01-01\n---\nBody.",
            "0001-01-01, and reports are of the years 1800",
        ),
        (
            b"---\npublished: 9999-12-31\n---\nBody.",
            "9999-12-31, and reports are of the years 1800",
        ),
        (b"---\nurl: &a [x]\ntitle: [*a, *a]\n---\nBody.", "is more than one value; write one"),
        (b"%PDF-1.4 broken", "is a PDF"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, data, message):
    with pytest.raises(ReportError, match=message) as error:
        read_report(_file(tmp_path, data))
    assert "\n" not in str(error.value)


def test_a_missing_file_and_a_folder_are_said(tmp_path):
    with pytest.raises(ReportError, match="there is no report"):
        read_report(tmp_path / "none.txt")
    with pytest.raises(ReportError, match="is a folder"):
        read_report(tmp_path)


def test_html_gives_its_article_title_and_day(tmp_path):
    pytest.importorskip("trafilatura")
    article = "<p>" + "Officials said 12 people were killed in Redford on Friday. " * 6 + "</p>"
    page = (
        "<html><head><title>Strike</title><meta property='article:published_time' content='2025-03-09'>"
        f"</head><body><nav>Menu 99 killed</nav><article><h1>Strike</h1>{article}</article></body></html>"
    )
    report = read_report(_file(tmp_path, page, "a.html"))
    assert report.published == date(2025, 3, 9)
    assert "12 people were killed" in report.body
    assert "<p>" not in report.body


def test_a_folder_gives_its_reports_in_order(tmp_path):
    for name in ("b.txt", "a.md", ".hidden.txt", "c.csv"):
        _file(tmp_path, "x", name)
    assert [str(file.name) for file in report_files([tmp_path])] == ["a.md", "b.txt"]


def test_what_is_given_otherwise_is_of_reports_that_do_not_say_it(tmp_path):
    otherwise = {"publisher": "C", "published": "2025-01-01", "licence": "C"}
    said = _file(tmp_path, "---\npublisher: A\npublished: 2025-03-09\n---\nBody.")
    report = read_report(said, otherwise=otherwise)
    assert (report.publisher, report.published, report.licence) == ("A", date(2025, 3, 9), "C")
    report = read_report(_file(tmp_path, "Body.", "b.txt"), otherwise=otherwise)
    assert (report.publisher, report.published) == ("C", date(2025, 1, 1))


def test_a_circle_that_nobody_knows_is_no_public_report(tmp_path):
    path = _file(tmp_path, "---\nsensitivity: Confidential\n---\nBody.")
    with pytest.raises(ReportError, match="'Confidential' is none of public, partner, internal"):
        read_report(path)
    path = _file(tmp_path, "---\nsensitivity: Internal\n---\nBody.")
    assert read_report(path).sensitivity == "internal"

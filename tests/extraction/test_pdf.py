"""A well-formed PDF is read page after page, its wrapped lines put together again."""

import io

import pytest

from mapper.extraction import extract, read_report

pypdf = pytest.importorskip("pypdf")
generic = pytest.importorskip("pypdf.generic")

PAGES = (
    (
        "Flash update no. 3, 10 June 2025",
        "Shelling killed at least 12 people, including",
        "three children, in Redford on 8 June 2025, the",
        "health directorate said.",
    ),
    ("About 4,000 people fled from Redford to", "Greenhill, local officials said."),
)


def pdf(pages):
    """Return a PDF with these lines of text, a page each."""
    writer = pypdf.PdfWriter()
    name = generic.NameObject
    font = generic.DictionaryObject(
        {
            name("/Type"): name("/Font"),
            name("/Subtype"): name("/Type1"),
            name("/BaseFont"): name("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=595, height=842)
        shown = " ".join(f"({line}) Tj 0 -16 Td" for line in lines)
        stream = generic.StreamObject()
        stream.set_data(f"BT /F1 12 Tf 72 770 Td {shown} ET".encode())
        page[name("/Contents")] = writer._add_object(stream)
        fonts = generic.DictionaryObject({name("/F1"): font})
        page[name("/Resources")] = generic.DictionaryObject({name("/Font"): fonts})
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def test_its_claims_are_those_of_its_text(tmp_path):
    path = tmp_path / "update.pdf"
    path.write_bytes(pdf(PAGES))
    report = read_report(path, publisher="OCHA", published="2025-06-10")
    assert "three children" in report.body
    claims = extract(report).claims
    figures = claims[["measure", "count_low", "place_words", "voice"]].dropna().to_numpy().tolist()
    assert figures == [
        ["killed", 12, "Redford", "health directorate"],
        ["killed", 3, "Redford", "health directorate"],
        ["displaced", 4000, "Redford", "local officials"],
    ]
    for claim in claims.itertuples():
        assert report.body[claim.char_start : claim.char_end] == claim.quote

import re
import warnings
from pathlib import Path

import pytest

from mapper.errors import InputError, MissingExtraError
from mapper.exports import export, figures
from mapper.exports.figures import FIGURES
from mapper.schema import TABLES, conform

pytest.importorskip("matplotlib")


def words_of(monkeypatch, tables, path, **options):
    """Draw, and return every text that was put on the sheet."""
    from matplotlib.figure import Figure

    found = []
    kept = Figure.savefig

    def spy(figure, *args, **kwargs):
        from matplotlib.text import Text

        found.extend(text for text in figure.findobj(Text) if text.get_text())
        kept(figure, *args, **kwargs)

    monkeypatch.setattr(Figure, "savefig", spy)
    export(tables, path, **options)
    return found


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_figure_is_drawn_the_same_each_time_and_without_a_warning(tables, tmp_path, kind, ending):
    first, second = tmp_path / f"{kind}.{ending}", tmp_path / f"{kind}-again.{ending}"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert export(tables, first) == []
        export(tables, second)

    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 5_000
    assert not re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T|CreationDate", first.read_bytes())


@pytest.mark.parametrize("kind", FIGURES)
def test_an_empty_case_gives_an_empty_sheet(tmp_path, kind):
    export({name: conform([], table) for name, table in TABLES.items()}, tmp_path / f"{kind}.png")

    assert (tmp_path / f"{kind}.png").exists()


def test_the_map_says_what_it_shows_and_what_it_cannot(tables, tmp_path, monkeypatch):
    texts = words_of(monkeypatch, tables, tmp_path / "map.png")
    said = "\n".join(text.get_text() for text in texts)

    assert "killed, at least" in said
    assert "somewhere in this area" in said
    assert "North Example: 100–150 (most credible 120)" in said
    assert "Not on the map: 1 incidents placed in no more than a country, or nowhere." in said
    assert "1 of the figures are parts of others on this map: they must not be added." in said
    assert "Said by Example Monitor; published by Example Monitor." in said
    assert "do not imply endorsement" in said
    assert re.search(r"\d+ km, at 1\d° N", said)
    assert "OpenStreetMap" in said


def test_words_of_reports_are_neither_formulas_nor_commands(tables, tmp_path, monkeypatch):
    tables["incidents"].loc[0, "place_name"] = "$x^2$ \\frac \u202e %s \x07"
    texts = words_of(monkeypatch, tables, tmp_path / "timeline.svg")

    mine = [text for text in texts if "x^2" in text.get_text()]
    assert [text.get_text() for text in mine] == ["$x^2$ \\frac %s: at least 40"]
    assert not mine[0].get_parse_math()


def test_arabic_is_shaped(tmp_path):
    """Joined letters have other outlines than letters that stand alone."""
    from mapper.exports.figures import paper

    drawn = []
    for number, text in enumerate(("مثال", "م ث ا ل")):
        with paper.sheet(2, 1) as figure:
            paper.write(figure, 0.1, 0.5, text)
            paper.save(figure, tmp_path / f"{number}.svg")
        drawn.append(set(re.findall(r' d="([^"]+)"', (tmp_path / f"{number}.svg").read_text())))
    joined, alone = drawn
    assert len(joined - alone) >= 3


def test_the_strip_shades_what_may_stand_on_one_axis(tables, tmp_path, monkeypatch):
    said = {"measure": "killed", "kind": "cumulative", "unit": "person", "group": "civilians"}
    said |= {"place_id": "x:1", "place_name": "بلدة مثال", "period_start": "2025-03-06"}
    tables["claims"] = conform(
        [
            {
                **said,
                "claim_id": "a",
                "voice": "Example Monitor",
                "count_low": 683,
                "count_best": 683,
            },
            {
                **said,
                "claim_id": "b",
                "voice": "Sample Agency",
                "count_best": 732,
                "count_high": 732,
            },
        ],
        TABLES["claims"],
    )
    texts = words_of(monkeypatch, tables, tmp_path / "disagreement.pdf")
    words = "\n".join(text.get_text() for text in texts)

    assert "Killed, بلدة مثال: what each voice says" in words
    assert "Example Monitor: at least 683" in words
    assert "Shaded: from the least to the most" in words


def test_a_missing_library_is_named_with_its_extra(tables, tmp_path, monkeypatch):
    import sys

    for name in [
        name for name in sys.modules if name.startswith(("matplotlib", "mapper.exports.figures."))
    ]:
        monkeypatch.delitem(sys.modules, name)
    import mapper.exports.figures as package

    for name in ("mapping", "paper", "strip", "timeline", "legend"):
        monkeypatch.delattr(package, name, raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    with pytest.raises(MissingExtraError, match=r"incident-mapper\[figures\]"):
        export(tables, tmp_path / "map.png")


def test_every_phrase_is_said_in_arabic_with_the_same_names_and_numbers():
    from mapper.exports.figures.words import ARABIC

    package = Path(figures.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    for phrase, arabic in ARABIC.items():
        assert set(re.findall(r"{\w+}", phrase)) == set(re.findall(r"{\w+}", arabic)), phrase
        assert re.search("[\u0621-\u064a]", arabic), phrase
        # In the table, and where it is said.
        assert source.count(f'"{phrase}"') >= 2, phrase


@pytest.mark.parametrize("kind", FIGURES)
def test_an_arabic_sheet_has_no_english_of_ours_and_runs_from_the_right(
    tables, tmp_path, monkeypatch, kind
):
    texts = words_of(monkeypatch, tables, tmp_path / f"{kind}.png", language="ar")
    said = "\n".join(text.get_text() for text in texts)

    for word in (
        "killed",
        "Killed",
        "at least",
        "March",
        "Said by",
        "area",
        "boundaries",
        "Shaded",
    ):
        assert word not in said
    title = next(text for text in texts if text.get_fontsize() == 14)
    assert title.get_horizontalalignment() == "right"
    assert title.get_position()[0] > 0.9


def test_a_language_without_words_is_refused(tables, tmp_path):
    with pytest.raises(InputError, match="no figure in 'fr'; choose one of en, ar"):
        export(tables, tmp_path / "map.png", language="fr")
    assert list(tmp_path.iterdir()) == []

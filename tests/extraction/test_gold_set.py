"""The gold sets must themselves be right before anything is measured by them."""

import csv
from datetime import date
from pathlib import Path

import pytest
import yaml

from mapper.model import Count, GroupClass, Measure, Qualifier, Unit

DATA = Path(__file__).resolve().parents[1] / "data"
SETS = ("gold", "held_out")


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parts(path):
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


TEXTS = {
    path.name: parts(path) for name in SETS for path in sorted((DATA / name).glob("texts/*.md"))
}
CLAIMS = [claim for name in SETS for claim in rows(f"{name}/claims.csv")]


def test_there_are_many_texts_a_fifth_of_them_arabic():
    languages = [front["language"] for front, _ in TEXTS.values()]
    assert languages.count("en") >= 35
    assert languages.count("ar") >= 10
    assert len(CLAIMS) >= 400
    assert all(isinstance(front["published"], date) for front, _ in TEXTS.values())
    assert {claim["file"] for claim in CLAIMS} == set(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_quotes_stand_once_in_their_text_with_the_words_of_the_figure(name):
    _, body = TEXTS[name]
    for claim in CLAIMS:
        if claim["file"] == name:
            assert body.count(claim["quote"]) == 1, claim["quote"]
            assert claim["count_words"], claim["quote"]
            assert claim["count_words"] in body


def test_figures_rise_and_hold_known_words():
    for claim in CLAIMS:
        bounds = [
            int(claim[f"count_{e}"]) if claim[f"count_{e}"] else None
            for e in ("low", "best", "high")
        ]
        Count(*bounds, qualifier=Qualifier(claim["qualifier"]))
        Measure(claim["measure"])
        Unit(claim["unit"])
        assert all(GroupClass(group) for group in claim["group_class"].split("|") if group)
        assert claim["total_or_part"] in ("total", "part")
        assert claim["voice"]


def test_periods_end_after_they_start_and_not_after_publication():
    for claim in CLAIMS:
        assert bool(claim["period_start"]) == bool(claim["period_end"])
        if claim["period_start"]:
            published = TEXTS[claim["file"]][0]["published"]
            assert claim["period_start"] <= claim["period_end"] <= published.isoformat()


def test_movements_have_ends_and_all_else_a_scene():
    for claim in CLAIMS:
        if claim["measure"] in ("displaced", "arrived", "returned"):
            assert not claim["place_words"]
        else:
            assert not claim["origin_words"]
            assert not claim["destination_words"]


def test_every_place_of_the_claims_is_in_the_fictional_gazetteer():
    names = {
        name.casefold()
        for row in rows("gold/gazetteer.csv")
        for name in (row["name"], *row["names"].split("|"))
    }
    words = {
        part.casefold()
        for claim in CLAIMS
        for column in ("place_words", "origin_words", "destination_words")
        for part in claim[column].split("|")
        if part
    }
    assert all(row["country"] in ("XXA", "XXB") for row in rows("gold/gazetteer.csv"))
    unknown = {word for word in words if not any(name in word for name in names)}
    assert not unknown

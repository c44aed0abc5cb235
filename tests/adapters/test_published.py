"""Tables with the quirks of published ones: every row and every figure, to the last death."""

import gzip

import pandas as pd
import pytest

from mapper import adapters
from mapper.schema import CLAIMS, check
from tests.published import PUBLISHED, hapi_refugees, ucdp

ROWS = 600
# What a cell may say that is no number of people.
NOBODY = ["-", "*", "NA", "NULL", "", "Not available"]


def written(table, path, **options):
    table.to_csv(path, index=False, **options)
    return path


def summed(table, column):
    """Sum a column as a person with a spreadsheet would."""
    cells = table[column][~table[column].isin(NOBODY)]
    numbers = pd.to_numeric(cells.str.replace("[,\u00a0 ]", "", regex=True), errors="coerce")
    return numbers[numbers >= 0].sum()


@pytest.mark.parametrize("schema", PUBLISHED)
def test_every_row_and_every_figure_is_kept(tmp_path, schema):
    table = PUBLISHED[schema](ROWS)
    path = written(table, tmp_path / "a.csv")
    reading, balance = adapters.balanced(path)
    claims, refused = reading.claims, reading.refused

    assert adapters.sniff(path)[0].schema == schema
    assert check(claims, CLAIMS) == []
    assert claims["claim_id"].is_unique
    assert set(claims["source_row"]) | set(refused["row"].dropna()) == set(range(1, ROWS + 1))
    assert len(balance)
    assert balance["rows"].tolist() == [""] * len(balance)
    assert balance["difference"].eq(0).all()
    for line in balance.to_dict("records"):
        assert line["in_file"] == summed(table, line["column"]), line
        assert line["in_claims"] + line["in_refused"] == line["in_file"], line


def test_ucdp_sums_are_those_of_the_file_although_its_bounds_do_not_rise(tmp_path):
    table = ucdp(3000)
    claims = adapters.read(written(table, tmp_path / "a.csv")).claims
    whole = claims[claims["contained_in"].isna()]
    widened = whole["count_rule"] == "ucdp:ordered"

    assert widened.any()
    for end in ("low", "best", "high"):
        assert whole[f"given_{end}"].sum() == table[end].astype("int64").sum()
    assert whole["count_best"].sum() == whole["given_best"].sum()
    assert (whole["count_low"] <= whole["count_best"]).all()
    assert (whole.loc[~widened, "count_low"] == whole.loc[~widened, "given_low"]).all()


WRITERS = {
    "bom": {"encoding": "utf-8-sig"},
    "utf-16": {"encoding": "utf-16"},
    "semicolons": {"sep": ";"},
    "crlf": {"lineterminator": "\r\n"},
    "tabs": {"sep": "\t"},
}


@pytest.mark.parametrize("how", WRITERS)
def test_however_it_is_written(tmp_path, how):
    plain = adapters.read(written(ucdp(60), tmp_path / "plain.csv")).claims
    other = adapters.read(written(ucdp(60), tmp_path / "other.csv", **WRITERS[how])).claims

    assert other["claim_id"].tolist() == plain["claim_id"].tolist()
    assert other["quote"].str.replace("\r\n", "\n").tolist() == plain["quote"].tolist()
    assert other["count_best"].sum() == plain["count_best"].sum()


@pytest.mark.parametrize("space", [",", "\u00a0", "\u202f", "'"])
def test_thousands_however_they_are_set_apart(tmp_path, space):
    table = PUBLISHED["hapi_conflict"](9).assign(fatalities=f"1{space}234")
    claims = adapters.read(written(table, tmp_path / "a.csv")).claims

    assert claims.loc[claims["measure"] == "killed", "count_best"].tolist() == [1234] * 9


OLDER = [
    "id",
    "relid",
    "year",
    "active_year",
    "type_of_violence",
    "conflict_new_id",
    "conflict_name",
    "dyad_new_id",
    "dyad_name",
    "side_a_new_id",
    "gwnoa",
    "side_a",
    "side_b_new_id",
    "gwnob",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "low",
    "best",
    "high",
]
SHORT = [name for name in OLDER if name not in ("gwnoa", "gwnob")]


@pytest.mark.parametrize("columns", [list(ucdp(1).columns), OLDER, SHORT], ids=["49", "43", "41"])
def test_a_release_without_a_header_is_named_by_its_cells(tmp_path, columns):
    table = ucdp(200)
    headed = adapters.read(written(table[columns], tmp_path / "a.csv")).claims
    bare = adapters.read(written(table[columns], tmp_path / "b.csv", header=False))

    assert len(bare.refused) == 0
    for name in ("claim_id", "count_low", "count_best", "count_high", "group", "actor", "quote",
                 "place_words", "period_start", "period_end", "precision", "given_lat"):  # fmt: skip
        assert bare.claims[name].astype("str").tolist() == headed[name].astype("str").tolist(), name


def test_rows_that_only_look_like_events_are_given_no_header(tmp_path):
    table = ucdp(200).drop(columns="deaths_a")
    path = written(table, tmp_path / "a.csv", header=False)

    assert adapters.sniff(path)[0].schema == ""


def test_sexes_and_ages_lie_in_everybody(tmp_path):
    claims = adapters.read(written(hapi_refugees(21), tmp_path / "a.csv")).claims
    claims = claims.set_index("claim_id")
    girls = claims.loc["hapi:XXA:XXB:REF:1900:f:0-4"]

    assert girls["contained_in"] == "hapi:XXA:XXB:REF:1900:f"
    assert girls["group_class"] == "children"
    assert claims.loc["hapi:XXA:XXB:REF:1900:f", "contained_in"] == "hapi:XXA:XXB:REF:1900"
    assert claims["contained_in"].isna().sum() == 1


def test_a_later_release_goes_before_the_earlier_one_and_what_it_repeats_is_told_once(tmp_path):
    first = ucdp(10)
    later = first.drop(index=3).copy()
    later.loc[5, ["deaths_civilians", "best", "high"]] = ["900", "900", "1000"]
    written(first, tmp_path / "january.csv")
    written(later, tmp_path / "february.csv")
    both = adapters.read([tmp_path / "january.csv", tmp_path / "february.csv"]).claims
    again = both[both["report"] == "february.csv"]

    assert check(both, CLAIMS) == []
    assert both["claim_id"].is_unique
    changed = again[again["source_row"] == 5]
    assert changed["supersedes"].iloc[0] == "ucdp:500005:killed"
    others = again[again["source_row"] != 5]
    assert others["same_as"].tolist() == others["claim_id"].str.split("@").str[0].tolist()
    links = set(again["contained_in"].dropna())
    assert links <= set(again["claim_id"])


def test_the_same_file_under_two_names_is_read_once(tmp_path):
    written(ucdp(10), tmp_path / "a.csv")
    (tmp_path / "b.csv").write_bytes((tmp_path / "a.csv").read_bytes())
    reading = adapters.read([tmp_path / "a.csv", tmp_path / "b.csv"])

    assert set(reading.claims["report"]) == {"a.csv"}
    assert reading.refused["reason"].tolist() == ["the bytes of a.csv, which is read already"]


def test_ids_that_people_gave_themselves_are_not_one_thing(tmp_path):
    for name, count in (("a", 3), ("b", 4)):
        (tmp_path / f"{name}.csv").write_text(
            f"claim_id,voice,measure,count_best\nc1,{name},killed,{count}\n"
        )
    claims = adapters.read([tmp_path / "a.csv", tmp_path / "b.csv"]).claims

    assert claims["claim_id"].is_unique
    assert claims[["same_as", "supersedes"]].isna().all(axis=None)


def test_sheets_of_one_workbook_are_documents_of_their_own(tmp_path):
    pytest.importorskip("openpyxl")
    with pd.ExcelWriter(tmp_path / "a.xlsx") as book:
        ucdp(4).to_excel(book, sheet_name="first", index=False)
        ucdp(4).assign(best="x").to_excel(book, sheet_name="second", index=False)
    reading = adapters.read(tmp_path / "a.xlsx")

    assert reading.reports["path"].tolist() == ["a.xlsx:first", "a.xlsx:second"]
    assert reading.reports["report_id"].is_unique
    assert set(reading.refused["report"]) == {"a.xlsx:second"}


def test_a_packed_release(tmp_path):
    text = ucdp(20).to_csv(index=False)
    with gzip.open(tmp_path / "a.csv.gz", "wt", encoding="utf-8", newline="") as file:
        file.write(text)

    assert adapters.read(tmp_path / "a.csv.gz").claims["source_row"].nunique() == 20

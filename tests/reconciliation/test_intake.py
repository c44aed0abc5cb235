import pytest

from mapper.errors import InputError, TableError
from mapper.reconciliation.intake import read_claims, read_decisions


def test_a_measure_that_is_none_is_named(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("claim_id,measure\nc1,killed\nc2,murdered\n", encoding="utf-8")

    with pytest.raises(TableError, match=r"measure 'murdered' in row 2 is none of killed"):
        read_claims(path)


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_may_have_semicolons_between_its_cells(tmp_path, between):
    path = tmp_path / "claims.csv"
    rows = [["claim_id", "measure", "count_best", "published"], ["c1", "killed", "3", "2031-03"]]
    path.write_text("\n".join(between.join(row) for row in rows) + "\n", encoding="utf-8")

    claims = read_claims(path)

    assert claims["count_best"].tolist() == [3]
    assert str(claims.loc[0, "published"].date()) == "2031-03-31"


def test_a_number_that_is_none_is_named(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("claim_id,measure,count_best\nc1,killed,five\n", encoding="utf-8")

    with pytest.raises(TableError, match=r"count_best.*five"):
        read_claims(path)


@pytest.mark.parametrize(
    ("column", "word", "known"),
    [
        ("kind", "movement", "stock, flow"),
        ("unit", "persons", "person, household"),
        ("verification", "withdrawn", "unverified, verified"),
        ("precision", "village", "site, settlement"),
        ("qualifier", "sure", "exact, about"),
    ],
)
def test_a_word_that_its_column_does_not_know_is_named(tmp_path, column, word, known):
    path = tmp_path / "claims.csv"
    path.write_text(f"claim_id,measure,{column}\nc1,killed,\nc2,killed,{word}\n", encoding="utf-8")

    with pytest.raises(TableError, match=rf"{column} '{word}' in row 2 is none of {known}"):
        read_claims(path)


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("period_start", "soon", "'soon' in row 2 is no day; write it as 2025-03-09"),
        ("count_best", "7.5", "'7.5' in row 2 is no whole number"),
        ("count_low", "about 7", "'about 7' in row 2 is no whole number"),
        ("match_score", "high", "'high' in row 2 is no number"),
    ],
)
def test_a_cell_that_is_none_of_its_kind_is_named_with_its_row(tmp_path, column, cell, words):
    path = tmp_path / "claims.csv"
    good = "2031-07-13" if column == "period_start" else "3"
    path.write_text(f"claim_id,{column}\nc1,{good}\nc2,{cell}\n", encoding="utf-8")

    with pytest.raises(TableError, match=words):
        read_claims(path)


def test_a_column_that_stands_there_twice_is_named(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("claim_id,voice,voice\nc1,SOHR,SNHR\n", encoding="utf-8")

    with pytest.raises(TableError, match="its header names 'voice' twice"):
        read_claims(path)


DECIDED = "revision,action,subject,subject_id,column,after,reason,person,day\n"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("1,retract,claims,c1,,,a copy,A,2031-04-01", "action 'retract' in row 1 is none of"),
        ("1,,claims,c1,,,a copy,A,2031-04-01", "action 'nothing' in row 1 is none of"),
        ("1,retracted,claims,c1,,,a copy,,2031-04-01", "no decision names a person"),
        ("1,retracted,claims,c1,,,,A,2031-04-01", "a decision on c1 needs a reason"),
        ("1,retracted,claims,c1,,,a copy,A,", "a decision on c1 needs a day"),
        ("1,corrected,claims,c1,colour,red,a slip,A,2031-04-01", "cannot correct 'colour'"),
        ("1,graded,incidents,i1,,superb,so,A,2031-04-01", "there is no grade 'superb'"),
    ],
)
def test_what_would_not_be_replayed_is_refused(tmp_path, row, words):
    path = tmp_path / "decisions.csv"
    path.write_text(f"{DECIDED}{row}\n", encoding="utf-8")

    with pytest.raises((TableError, InputError), match=words):
        read_decisions(path)


def test_decisions_are_read_with_what_the_program_noted_itself(tmp_path):
    path = tmp_path / "decisions.csv"
    rows = "1,added,reports,r1,,,,,\n2,retracted,claims,c1,,,a copy,A,2031-04-01\n"
    path.write_text(DECIDED + rows, encoding="utf-8")

    log = read_decisions(path)

    assert log["action"].tolist() == ["added", "retracted"]

import pytest

from mapper.publishing import Profile, publish, withhold
from mapper.schema import CLAIMS, REPORTS, Sensitivity, conform


@pytest.fixture
def tables():
    reports = conform(
        [
            {"report_id": "r1", "sensitivity": "public", "path": "a.txt"},
            {"report_id": "r2", "sensitivity": "internal", "path": "b.txt"},
        ],
        REPORTS,
    )
    claims = conform(
        [
            {"claim_id": "c1", "report_id": "r1", "review": "accepted by N.N.", "notes": "phone"},
            {"claim_id": "c2", "report_id": "r2"},
        ],
        CLAIMS,
    )
    return {"reports": reports, "claims": claims}


def test_public_edition_holds_no_column_of_a_narrower_circle(tables):
    published = publish(tables, Profile.PUBLIC)

    for name, table in (("reports", REPORTS), ("claims", CLAIMS)):
        narrower = [c.name for c in table.columns if c.sensitivity is not Sensitivity.PUBLIC]
        assert narrower
        assert not set(narrower) & set(published[name].columns)


def test_columns_nobody_described_stay_inside(tables):
    assert "notes" not in publish(tables, Profile.PUBLIC)["claims"]
    assert "notes" not in publish(tables, Profile.PARTNER)["claims"]
    assert "notes" in publish(tables, Profile.INTERNAL)["claims"]


def test_a_withheld_report_goes_with_its_claims(tables):
    published = withhold(tables, Profile.PUBLIC)

    assert published["reports"]["report_id"].tolist() == ["r1"]
    assert published["claims"]["claim_id"].tolist() == ["c1"]


def test_partners_see_decisions_but_no_paths(tables):
    published = publish(tables, Profile.PARTNER)

    assert "review" in published["claims"]
    assert "path" not in published["reports"]


def test_internal_edition_is_everything(tables):
    published = publish(tables, Profile.INTERNAL)

    assert published["claims"].equals(tables["claims"])


def test_given_tables_are_untouched(tables):
    before = {name: frame.copy() for name, frame in tables.items()}

    publish(withhold(tables, Profile.PUBLIC), Profile.PUBLIC)

    assert all(tables[name].equals(before[name]) for name in tables)


def test_a_word_that_nobody_knows_is_for_the_innermost_circle(tables):
    tables["reports"].loc[0, "sensitivity"] = "Confidential"
    assert len(withhold(tables, Profile.PARTNER)["claims"]) == 0
    assert len(withhold(tables, Profile.INTERNAL)["claims"]) == 2

"""What may be done to claims without changing anything that is counted, and what always holds."""

import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.reconciliation import (
    accounted,
    balance,
    explain,
    flows,
    links,
    opened,
    reconcile,
    replayed,
    series,
    totals,
)
from mapper.schema import CLAIMS, conform, split
from tests.reconciliation.rich_claims import decisions, relayed, tables

# Names of claims, and words that hold them: these a relay may change.
NAMES = ["claims", "reasons", "reason_codes", "geometry", "standing", "parts", "within", "weaker",
         "contained_in"]  # fmt: skip
VERBS = (reconcile, flows, series, totals)
# Each example is a table of several worlds: few examples try many small stories.
RANDOM = st.randoms(use_true_random=True)


def counted(claims, verbs=VERBS):
    """All that is counted, without the names of the claims it rests on, in an order of its own."""
    books = opened(claims)
    found = [pd.DataFrame(verb(books)).drop(columns=NAMES, errors="ignore") for verb in verbs]
    return [
        table.astype("str").sort_values(list(table.columns), ignore_index=True) for table in found
    ]


@settings(max_examples=4)
@given(RANDOM)
def test_what_changes_nothing(random):
    """Other papers pass it all on some days later, reports are cut in two, rows come in any order."""
    claims = tables(random)
    more = relayed(claims, days=random.randint(0, 5))
    changed = conform(pd.concat([claims, more], ignore_index=True), CLAIMS)
    # The halves of a report that has a day are still of that day.
    half = pd.Series([f"-{n % 2}" for n in changed.index]).where(changed["published"].notna(), "")
    changed["report_id"] += half
    for was, now in zip(counted(claims), counted(shuffled(changed, random)), strict=True):
        pd.testing.assert_frame_equal(was, now)


def shuffled(claims, random):
    order = list(claims.index)
    random.shuffle(order)
    return claims.iloc[order]


@settings(max_examples=2)
@given(RANDOM)
def test_the_order_of_the_claims_decides_not_a_byte(random):
    claims = tables(random)
    straight, mixed = opened(claims), opened(shuffled(claims, random))
    for verb in (*VERBS, links):
        assert verb(mixed).to_csv() == verb(straight).to_csv()


@settings(max_examples=3)
@given(RANDOM)
def test_what_was_taken_back_or_came_later_counts_as_if_it_were_not_there(random):
    claims, verbs = tables(random), (flows, series, totals)
    live = claims["verification"].ne("retracted").fillna(value=True)
    for was, now in zip(counted(claims, verbs), counted(claims[live], verbs), strict=True):
        pd.testing.assert_frame_equal(was, now)
    as_of = pd.Timestamp(f"2031-03-{random.randint(5, 20):02}")
    then = opened(claims[claims["published"].fillna(claims["as_of"]) <= as_of])
    now = opened(claims, as_of)
    for verb in (series, totals):
        assert verb(now).to_csv() == verb(then).to_csv()


@settings(max_examples=4)
@given(RANDOM, st.booleans())
def test_what_always_holds(random, people_decide):
    claims = tables(random)
    log = decisions(random, claims) if people_decide else None
    books = opened(claims, log=log)
    incidents, moved, said, held = (verb(books) for verb in VERBS)
    assert_bounds_rise(incidents, moved, said, held)
    assert_all_is_accounted_for(books, incidents, moved)
    assert_all_names_lead_somewhere(books, incidents, moved, held)
    assert_nothing_is_summed(books, incidents, moved)
    assert_no_total_exceeds_its_voices_own(
        claims if log is None else replayed(claims, log), said, held
    )
    assert_what_left_went_somewhere_or_nobody_knows_where(moved)
    for row in (*incidents.iterrows(), *moved.iterrows()):
        assert explain(row[1]).startswith(str(row[1].iloc[0]))
    for _, claim in books.table[::5].iterrows():
        assert claim["claim_id"] in explain(claim, books)


def assert_bounds_rise(*made):
    for table in made:
        for prefix in ("deaths", "injured", "count", "located", "rest"):
            ends = [f"{prefix}_{end}" for end in ("low", "best", "high")]
            ends = [end for end in ends if end in table]
            for before, after in itertools.pairwise(ends):
                assert not (table[before] > table[after]).any()
            assert not (table[ends] < 0).any(axis=None)


def assert_all_is_accounted_for(books, incidents, moved):
    where = accounted(books, incidents, moved)
    assert where["claim_id"].tolist() == books.table["claim_id"].tolist()
    used = where["incidents"].notna() | where["flows"].notna() | where["series"]
    assert (used | where["not_used_because"].notna()).all()


def listed(cells):
    return [name for cell in cells for name in split(cell)]


def assert_all_names_lead_somewhere(books, incidents, moved, held):
    names = set(books.table["claim_id"])
    assert set(listed(held["within"])) | set(listed(held["claims"])) <= names
    for table, key in ((incidents, "incident_id"), (moved, "flow_id")):
        assert table[key].is_unique
        assert len(listed(table["claims"])) == len(set(listed(table["claims"])))
        assert set(listed(table["claims"])) <= names
        wholes = {
            name: set(split(cell))
            for name, cell in zip(table[key], table["contained_in"], strict=True)
        }
        above = set().union(*wholes.values())
        while above:
            # What holds something is held in turn, but never in a ring.
            assert above < set(wholes)
            wholes = {name: wholes[name] for name in above}
            above = set().union(*wholes.values())
    pairs = links(books)
    of = {name: row.incident_id for row in incidents.itertuples() for name in split(row.claims)}
    assert (pairs["a"].map(of).eq(pairs["b"].map(of)) == (pairs["kind"] == "same")).all()


def assert_nothing_is_summed(books, incidents, moved):
    rows = books.rows.set_index("claim_id")
    for incident in incidents.itertuples():
        of = rows.loc[split(incident.claims)]
        for measure, high in (("killed", incident.deaths_high), ("injured", incident.injured_high)):
            # Only groups that exclude each other, civilians and fighters, may be added.
            most = of[of["measure"] == measure].groupby("group_key")["high"].max()
            assert pd.isna(high) or high <= most.sum()
    for flow in moved.itertuples():
        of = rows.loc[split(flow.claims)]
        for end in ("low", "best", "high"):
            value = getattr(flow, f"count_{end}")
            assert pd.isna(value) or value in set(of[end])
        assert len(of[["unit", "kind", "measure"]].drop_duplicates()) == 1


def assert_no_total_exceeds_its_voices_own(claims, said, held):
    # The sum of an event table is ours, and said to be.
    held = held[~held["note"].fillna("").str.startswith("sum of")]
    numbers = set(claims["count_best"].dropna()) | set(claims["count_low"].dropna())
    for table in (said, held):
        assert set(table["count_best"].dropna()) <= numbers
        assert set(table["count_high"].dropna()) <= set(claims["count_high"].dropna())
    beyond = (held["located_low"] > held["count_high"]).fillna(value=False)
    assert (beyond == held["note"].fillna("").str.contains("parts exceed the whole")).all()
    closed = held.dropna(subset=["located_low", "rest_high", "count_high"])
    assert (closed["located_low"] + closed["rest_high"] == closed["count_high"]).all()


def assert_what_left_went_somewhere_or_nobody_knows_where(moved):
    table = balance(moved)
    for end in ("low", "best", "high"):
        known = table[table[f"out_{end}"].notna()]
        parts = [known[f"out_{part}_{end}"].fillna(0) for part in ("known", "unknown")]
        assert (known[f"out_{end}"] == parts[0] + parts[1]).all()


@pytest.mark.parametrize("columns", [["claim_id"], ["claim_id", "measure"]])
def test_a_table_with_next_to_nothing_in_it_is_no_error(columns):
    claims, nothing = (
        opened(conform(rows, CLAIMS)) for rows in ([dict.fromkeys(columns, "killed")], [])
    )
    for verb in (reconcile, flows, series, totals):
        assert len(verb(claims)) <= 1
        assert verb(nothing).empty

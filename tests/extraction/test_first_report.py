"""The first kind of report, in our own words and a fictional country: every row it must give."""

from datetime import date

import pytest

from mapper.extraction import extract
from mapper.model import Report
from mapper.schema import split

BODY = """\
A war monitor has accused Examplian security forces of killing hundreds of villagers of a minority in fighting in the country's coastal region.
The UK-based Syrian Observatory for Human Rights (SOHR) said roughly 745 civilians had been killed in some 30 "massacres" on Friday and Saturday. The Gazette could not independently verify the figures.
Reportedly, hundreds of people have fled their homes in the region, the hometown of the former president. SOHR said more than 1,000 people had been killed over the past two days.
The group said that the death toll included dozens of government soldiers and loyalist militants caught in fighting in the coastal Redford and Greenhill provinces since Thursday. A spokesperson for the Defence Ministry told the SANA news agency that control had been restored after an attack on its forces.
According to Reuters, a large crowd sought refuge at the Northfield air base. Local media reported that dozens of families had fled to neighbouring Otherland.
"""


@pytest.fixture(scope="module")
def reading():
    report = Report(
        "report:1", "a.txt", "", "The Gazette", language="en", published=date(2025, 3, 9), body=BODY
    )
    return extract(report)


def _one(reading, **wanted):
    claims = reading.claims
    for column, value in wanted.items():
        claims = claims[claims[column] == value]
    assert len(claims) == 1, claims[["measure", "count_words", "quote"]]
    return claims.iloc[0]


def test_a_hedged_figure_has_its_voice_relay_days_and_place(reading):
    claim = _one(reading, measure="killed", count_best=745)
    assert (claim.qualifier, claim.voice, claim.relay) == ("about", "SOHR", "The Gazette")
    assert (claim.group, claim.group_class) == ("civilians", "civilian")
    assert (str(claim.period_start.date()), str(claim.period_end.date())) == (
        "2025-03-07",
        "2025-03-08",
    )
    assert claim.place_words.endswith("coastal region")


def test_massacres_are_events(reading):
    claim = _one(reading, measure="incidents")
    assert (claim.count_best, claim.qualifier, claim.unit) == (30, "about", "event")


def test_more_than_is_open_and_holds_its_parts(reading):
    whole = _one(reading, measure="killed", count_low=1000)
    assert whole.qualifier == "more_than"
    assert whole.isna()["count_high"]
    for part in (745, 12):
        claim = _one(reading, measure="killed", count_low=part)
        assert whole.claim_id in split(claim.contained_in)


def test_two_groups_named_together_share_one_vague_number(reading):
    claim = _one(reading, measure="killed", count_low=12)
    assert claim.qualifier == "vague"
    assert claim.group == "government soldiers and loyalist militants"
    assert split(claim.group_class) == ["security_force", "fighter"]
    assert claim.place_words == "Redford|Greenhill"
    assert (str(claim.period_start.date()), str(claim.period_end.date())) == (
        "2025-03-06",
        "2025-03-09",
    )


def test_a_mere_monitor_is_the_only_monitor_named(reading):
    claim = _one(reading, measure="killed", count_low=100)
    assert claim.voice == "SOHR"
    assert claim.actor == "Examplian security forces"


def test_people_fled_is_hearsay_without_a_destination(reading):
    claim = _one(reading, measure="displaced", unit="person")
    assert claim.origin_words.endswith("coastal region")
    assert (claim.qualifier, claim.voice) == (
        "vague",
        "reportedly",
    )
    assert claim.isna()["destination_words"]


def test_a_large_crowd_has_no_number(reading):
    claim = _one(reading, measure="sheltering")
    assert claim[["count_low", "count_best", "count_high"]].isna().all()
    assert (claim.count_words, claim.place_words, claim.voice) == (
        "a large crowd",
        "Northfield air base",
        "Reuters",
    )


def test_families_are_households_on_their_way(reading):
    claim = _one(reading, measure="displaced", unit="household")
    assert (claim.destination_words, claim.voice) == ("Otherland", "Local media".lower())


def test_non_verification_speaks_of_the_claims_before(reading):
    claim = _one(reading, measure="killed", count_best=745)
    assert claim.verification == "unverified"
    assert claim.verification_reason.startswith("The Gazette could not")


def test_a_statement_has_voice_and_relay_and_no_number(reading):
    claim = _one(reading, measure="statement")
    assert claim.relay == "SANA"
    assert "Ministry" in claim.voice


def test_every_quote_is_exact(reading):
    for claim in reading.claims.itertuples():
        assert BODY[claim.char_start : claim.char_end] == claim.quote


def test_no_claim_stands_in_the_background(reading):
    assert not reading.claims["place_words"].fillna("").str.contains("UK").any()

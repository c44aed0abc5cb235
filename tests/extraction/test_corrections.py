"""What a report puts right: which figure replaces which, and what was taken back."""

from datetime import date

import pytest

from mapper.extraction.extracting import claims_of
from mapper.model import Report, Verification

PUBLISHED = date(2031, 2, 6)
STORY = "Shelling killed 27 people and wounded four in Redford on Tuesday, medics said."


def told(body, language="en"):
    report = Report(
        "r",
        "r.txt",
        "",
        language=language,
        publisher="The Daily Example",
        published=PUBLISHED,
        body=body,
    )
    return claims_of(report)[0]


def replaced(body, language="en"):
    """Return the figures as {number: those it replaces}; what nothing replaces stands."""
    claims = told(body, language)
    number = {claim.claim_id: claim.count.low for claim in claims}
    standing = {old for claim in claims for old in claim.supersedes}
    return {
        claim.count.low: sorted({number[old] for old in claim.supersedes})
        for claim in claims
        if claim.claim_id not in standing
    }


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("The Monitor revised its toll in Redford from 30 to 42 killed.", 42, 30),
        ("The ministry lowered the death toll from the attack to 9 from 14.", 9, 14),
        ("The death toll was revised down to 12 from 15.", 12, 15),
        ("The death toll has been revised upwards to 42, up from 30.", 42, 30),
        ("The Monitor said 12 people were killed, correcting an earlier toll of 15.", 12, 15),
        ("The Monitor said 12 people were killed, down from an earlier toll of 15.", 12, 15),
        ("The Monitor had put the initial toll at 15 dead, but revised it to 12.", 12, 15),
        ("Medics earlier said 15 people had died but later lowered the toll to 12.", 12, 15),
        ("The Monitor, which earlier reported 15 deaths, said that 12 people were killed.", 12, 15),
        ("The army initially said three soldiers were killed, later raising the toll to five.", 5, 3),
        ("Officials reported 15 dead. That number was later revised down to 12.", 12, 15),
        ("The earlier figure of 15 dead was wrong, the hospital said; 12 people had been killed.", 12, 15),
        ("The hospital said 12 people were killed, not 15 as previously reported.", 12, 15),
        ("12 people, not 15, were killed in Redford on Tuesday, the police clarified.", 12, 15),
        ("The strike killed 14, rather than 12, people.", 14, 12),
        ("Nine people were wounded instead of 11, the clinic said.", 9, 11),
        ("UN agencies put the number of displaced at 40,000, revising an earlier estimate of 55,000.", 40_000, 55_000),
        ("The Monitor retracted an earlier report that 15 civilians were executed, saying that only three had died.", 3, 15),
    ],
)  # fmt: skip
def test_a_figure_replaces_the_one_it_corrects(body, right, wrong):
    assert replaced(body) == {right: [wrong]}


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("رفع المرصد حصيلة القتلى في ريدفورد من 30 إلى 42.", 42, 30),
        ("خفضت السلطات حصيلة القتلى من 15 إلى 12.", 12, 15),
        ("عدّلت الوزارة حصيلة القتلى إلى 9 بدلا من 14.", 9, 14),
        ("ارتفعت حصيلة القتلى إلى 42 بعد أن كانت 30.", 42, 30),
        ("قتل 26 شخصا وليس 27 كما ورد سابقا.", 26, 27),
        ("قتل 9 أشخاص لا 14.", 9, 14),
        ("كان المرصد قد أعلن مقتل 15 شخصا، قبل أن يخفض الحصيلة إلى 12.", 12, 15),
        ("صححت الوزارة عدد النازحين إلى 40 ألفا بعد أن أعلنت سابقا 55 ألفا.", 40_000, 55_000),
    ],
)
def test_a_figure_replaces_the_one_it_corrects_in_arabic(body, right, wrong):
    assert replaced(body, "ar") == {right: [wrong]}


@pytest.mark.parametrize(
    "note",
    [
        (
            "Correction (6 February): An earlier version of this article said 27 people were killed. "
            "The correct number is 26."
        ),
        "An earlier version of this article said 27 people were killed; the correct figure is 26.",
        (
            "Correction: An earlier version of this story misstated the number of people killed in "
            "Redford. It is 26, not 27."
        ),
        "An earlier version of this article misstated the death toll. It was 26, not 27.",
        "This article was amended on 5 February to correct the number of dead from 27 to 26.",
        "Clarification: 26 people were killed in Redford, not 27.",
    ],
)
def test_a_note_puts_the_report_itself_right(note):
    body = f"{STORY}\n\n{note}"
    claims = told(body)

    assert replaced(body) == {4: [], 26: [27]}
    # What the note does not say of the figure is as the report said it.
    right = next(claim for claim in claims if claim.count.low == 26)
    assert (right.voice, right.place_words) == (claims[0].voice, claims[0].place_words)
    assert right.period == claims[0].period


@pytest.mark.parametrize("note", ["(Corrects number of dead to 26, not 27)", "(Corrects death toll to 26 from 27)"])  # fmt: skip
def test_a_note_above_a_report_that_is_right_by_now_adds_nothing(note):
    body = f"{note}\n\n{STORY.replace('27', '26')}"
    right = [claim for claim in told(body) if claim.count.low == 26]

    assert len(right) == 2
    assert right[0].same_as == (right[1].claim_id,)
    assert right[0].voice == right[1].voice


@pytest.mark.parametrize(
    "body",
    [
        "The attack killed 12 people, up from nine in the previous attack.",
        "The bombing killed 12 people, not including 3 attackers.",
        "Shelling killed 12 people, and 3 were injured, not all of them civilians.",
        "The group documented 12 deaths in March, up from nine in February.",
        "The Monitor said 12 people were killed in Redford and nine in Sardeh.",
    ],
)
def test_what_only_stands_beside_a_figure_is_not_replaced(body):
    assert not any(claim.supersedes for claim in told(body))


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("The Monitor withdrew its report that 15 people were killed in Redford.", "en"),
        ("The Monitor retracted its earlier claim that 15 civilians were executed.", "en"),
        ("The ministry said 15 people were killed in Redford. It later withdrew the statement.", "en"),
        ("تراجع المرصد عن إعلانه مقتل 15 مدنيا في ريدفورد.", "ar"),
        ("سحبت الوكالة خبرا عن مقتل 15 شخصا في ريدفورد.", "ar"),
    ],
)  # fmt: skip
def test_what_a_voice_takes_back_is_marked(body, language):
    (claim,) = told(body, language)

    assert claim.verification is Verification.RETRACTED
    assert claim.verification_reason in body


def test_troops_that_withdraw_take_nothing_back():
    (claim,) = told(
        "The army withdrew from Redford after 15 soldiers were killed, the report said."
    )

    assert claim.verification is None

"""What holds for any text: no crash, exact quotes, ordered counts, the same answer twice, linear time."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.extraction.extracting import claims_of
from mapper.extraction.languages import LANGUAGES
from mapper.extraction.words.lexicon import lexicon
from mapper.model import Report

_WORDS = {
    code: st.sampled_from(
        [
            *sorted(lexicon(code).words),
            "12",
            "1,383",
            "٤٠",
            "20-30",
            "2025",
            "Redford",
            "الساحل",
            "SOHR",
            "said",
            "Friday",
            "6 March",
            ",",
            ".",
            ";",
            ":",
            "(",
            ")",
            "—",
            "“",
            "”",
            "\n",
            "\n- ",
            "|",
            "%",
            "$",
            "’s",
            "\u200f",
            "\u064b",
        ]
    )
    for code in LANGUAGES
}


def _check(body, language):
    report = Report("r", "a", "", "P", language=language, published=date(2025, 3, 9), body=body)
    claims, refused = claims_of(report)
    known = {claim.claim_id for claim in claims}
    assert len(known) == len(claims)
    for claim in claims:
        assert 0 <= claim.char_start < claim.char_end <= len(body)
        assert body[claim.char_start : claim.char_end] == claim.quote
        bounds = [n for n in (claim.count.low, claim.count.best, claim.count.high) if n is not None]
        assert bounds == sorted(bounds)
        assert {*claim.contained_in, *claim.same_as, *claim.supersedes} <= known - {claim.claim_id}
    for refusal in refused:
        assert 0 <= refusal.start < refusal.end <= len(body)
    assert claims_of(report) == (claims, refused)


@settings(max_examples=150)
@given(st.text(max_size=300), st.sampled_from(sorted(LANGUAGES)))
def test_any_text(body, language):
    _check(body, language)


@settings(max_examples=250)
@given(st.data(), st.sampled_from(sorted(LANGUAGES)))
def test_any_words_of_the_tables_in_any_order(data, language):
    words = data.draw(st.lists(_WORDS[language], max_size=60))
    _check(" ".join(words), language)


_SPEECH = {
    "en": ["said", "according to", "told", "the Observatory", "the mayor", "AFP", "which", "that", "12 people were killed", "on Friday"],
    "ar": ["قال", "حسب", "أفاد", "نقلا عن", "المرصد", "شبكة", "الدفاع المدني", "إن", "مقتل 12 شخصا", "أمس"],
}  # fmt: skip


@settings(max_examples=250)
@given(st.data(), st.sampled_from(sorted(LANGUAGES)))
def test_any_speech(data, language):
    words = st.sampled_from([*_SPEECH[language], "“", "”", '"', "«", "»", ",", "،", ".", ":", "\n"])
    _check(" ".join(data.draw(st.lists(words, max_size=30))).replace(" ”", "”"), language)


@settings(max_examples=60)
@given(st.integers(0, 400), st.integers(0, 400), st.text(max_size=8))
def test_a_text_cut_and_mended_anywhere(start, end, more):
    text = (
        "SOHR said at least 12 people, including 3 children, were killed in Redford on Friday, "
        "and 30 others wounded. The toll rose from 9 to 12, it added. Some 200-300 families fled to "
        "Otherland:\n- Redford: 120\n- Greenhill – 90 families (450 people)\n"
    )
    _check(text[:start] + more + text[end:], "en")

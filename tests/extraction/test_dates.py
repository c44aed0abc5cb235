"""Dates against Sunday 9 March 2025."""

from datetime import date

import pytest

from mapper.extraction.dating.dates import dates
from mapper.extraction.languages import LANGUAGES

_PUBLISHED = date(2025, 3, 9)


def _told(text, language, published=_PUBLISHED):
    found = dates(text, 0, len(text), LANGUAGES[language], published)
    return [str(one.period) for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("on Friday and Saturday", "2025-03-07 to 2025-03-08"),
        ("on Sunday", "2025-03-09"),
        ("this morning", "2025-03-09"),
        ("last Sunday", "2025-03-02"),
        ("since Thursday", "2025-03-06 to 2025-03-09"),
        ("over the past two days", "2025-03-08 to 2025-03-09"),
        ("in the past 24 hours", "2025-03-08 to 2025-03-09"),
        ("over the past week", "2025-03-03 to 2025-03-09"),
        ("between 6 and 10 March", "2025-03-06 to 2025-03-10"),
        ("from March 6 to March 8", "2025-03-06 to 2025-03-08"),
        ("6-9 March 2025", "2025-03-06 to 2025-03-09"),
        ("on 7 March", "2025-03-07"),
        ("on March 7, 2024", "2024-03-07"),
        ("on 12 December", "2024-12-12"),
        ("in the first week of March", "2025-03-01 to 2025-03-07"),
        ("in January", "2025-01-01 to 2025-01-31"),
        ("last December", "2024-12-01 to 2024-12-31"),
        ("early February", "2025-02-01 to 2025-02-10"),
        ("overnight", "2025-03-08 to 2025-03-09"),
        ("yesterday", "2025-03-08"),
        ("three days ago", "2025-03-06"),
        ("last week", "2025-02-24 to 2025-03-02"),
        ("this week", "2025-03-03 to 2025-03-09"),
        ("in 2013", "2013-01-01 to 2013-12-31"),
        ("since 2011", "2011-01-01 to 2025-03-09"),
        ("since the fighting began on 6 March", "2025-03-06 to 2025-03-09"),
        ("in the three days to Saturday", "2025-03-06 to 2025-03-08"),
        ("in just three days", "2025-03-07 to 2025-03-09"),
        ("in less than two weeks", "undated"),
        ("since last January", "2025-01-01 to 2025-03-09"),
        ("since last February", "2024-02-01 to 2025-03-09"),
        ("since late January", "2025-01-21 to 2025-03-09"),
        ("since last Sunday", "2025-03-02 to 2025-03-09"),
        ("last weekend", "2025-03-08 to 2025-03-09"),
        ("Thursday last week", "2025-02-27"),
        ("since Thursday of last week", "2025-02-27 to 2025-03-09"),
        ("during the first two months of this year", "2025-01-01 to 2025-02-28"),
        ("in the first quarter of 2024", "2024-01-01 to 2024-03-31"),
        ("in the first half of last year", "2024-01-01 to 2024-06-30"),
        ("in the period between 20/Jan until 20/Feb", "2025-01-20 to 2025-02-20"),
        ("since the fall of the government three months ago", "undated"),
        ("since the war began", "undated"),
    ],
)
def test_english(text, wanted):
    assert _told(text, "en") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("يوم الجمعة", "2025-03-07"),
        ("يومي الجمعة والسبت", "2025-03-07 to 2025-03-08"),
        ("منذ الخميس", "2025-03-06 to 2025-03-09"),
        ("منذ 6 آذار", "2025-03-06 to 2025-03-09"),
        ("في 8 آذار/مارس", "2025-03-08"),
        ("٨ مارس ٢٠٢٥", "2025-03-08"),
        ("بين 6 و10 آذار", "2025-03-06 to 2025-03-10"),
        ("خلال اليومين الماضيين", "2025-03-08 to 2025-03-09"),
        ("خلال الـ 24 ساعة الماضية", "2025-03-08 to 2025-03-09"),
        ("أمس", "2025-03-08"),
        ("في كانون الثاني", "2025-01-01 to 2025-01-31"),
        ("في عام 2013", "2013-01-01 to 2013-12-31"),
        ("خلال الربع الأول من العام الماضي", "2024-01-01 to 2024-03-31"),
        ("في الربع الثاني من عام 2024", "2024-04-01 to 2024-06-30"),
        ("خلال النصف الأول من 2024", "2024-01-01 to 2024-06-30"),
        ("خلال الأشهر الثلاثة الأولى من عام 2024", "2024-01-01 to 2024-03-31"),
        ("خلال أول شهرين من العام الحالي", "2025-01-01 to 2025-02-28"),
        ("خلال ال 24 الساعة الماضية", "2025-03-08 to 2025-03-09"),
        ("في أقل من 48 ساعة", "2025-03-08 to 2025-03-09"),
        ("خلال ثلاثة أيام", "2025-03-07 to 2025-03-09"),
        ("منذ مطلع كانون أول/ديسمبر الماضي", "2024-12-01 to 2025-03-09"),
        ("منذ صباح أمس", "2025-03-08 to 2025-03-09"),
        ("منذ صباح الخميس 6 آذار", "2025-03-06 to 2025-03-09"),
        ("منذ إسقاط الحكومة، في 8 كانون الأول 2024", "2024-12-08 to 2025-03-09"),
        ("بين 26 شباط الماضي والثامن من آذار الجاري", "2025-02-26 to 2025-03-08"),
        ("ليل الخميس - الجمعة", "2025-03-06 to 2025-03-07"),
        ("مساء أمس الأول", "2025-03-07"),
        ("ليلة البارحة", "2025-03-08"),
        ("منذ اندلاع الحرب", "undated"),
        ("خلال الأيام الماضية", "undated"),
        ("الأسبوع الماضي", "2025-02-24 to 2025-03-02"),
    ],
)
def test_arabic(text, wanted):
    assert _told(text, "ar") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("في اليوم نفسه", ["undated"]),
        ("في ذات اليوم", ["undated"]),
        ("بعد يومين من الهدنة", ["undated"]),
        ("في اليوم ال 400 للحرب", []),
    ],
)
def test_another_day_is_not_today(text, wanted):
    assert _told(text, "ar") == wanted


def test_without_a_day_of_publication_relative_dates_stay_words():
    found = dates("since Thursday", 0, 14, LANGUAGES["en"], None)
    assert [(str(one.period), one.period.words) for one in found] == [("undated", "since Thursday")]


def test_no_such_day_is_no_date():
    assert _told("on 31 February", "en") == []

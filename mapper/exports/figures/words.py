"""What stands on a figure, in the language of its readers."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from mapper.exports.wording import days_said, figure_said, known
from mapper.gazetteer import load
from mapper.gazetteer.arabic import arabic_name
from mapper.schema import known_voice, split

__all__ = ["ARABIC", "Words"]

# Each phrase in English, and what it is in Arabic; the braces hold names and numbers.
ARABIC = {
    "Deaths and displacement as reported": "القتلى والنزوح كما وردت في التقارير",
    "{span}. Figures are those of the voices named below.": "{span}. الأرقام هي أرقام الجهات المذكورة أدناه.",
    "{number} killed, at least": "{number} قتيل على الأقل",
    "ring: killed, at most (none if open)": "الحلقة: القتلى على الأكثر (لا حلقة إن لم يُعرف)",
    "somewhere in this area": "في مكان ما من هذه المنطقة",
    "people fled; no head: nobody said where": "نزوح أشخاص؛ بلا رأس: لم يُذكر إلى أين",
    "households fled": "نزوح أسر",
    "Killed, in areas (the largest figure of each)": "القتلى بحسب المناطق (أكبر رقم لكل منها)",
    "… and {number} more areas": "… و{number} مناطق أخرى",
    "{length} km, at {degrees}° N": "{length} كم، عند خط العرض {degrees}° شمالاً",
    "{length} km, at {degrees}° S": "{length} كم، عند خط العرض {degrees}° جنوباً",
    "Base map: {told}.": "خريطة الأساس: {told}.",
    "Not on the map: {number} incidents placed in no more than a country, or nowhere.": (
        "ليست على الخريطة: {number} حوادث لا يُعرف مكانها بأدق من البلد، أو لا يُعرف أصلاً."
    ),
    "Not on the map: {number} movements whose start nobody named.": (
        "ليست على الخريطة: {number} حركات نزوح لم يُذكر من أين بدأت."
    ),
    "{number} of the figures are parts of others on this map: they must not be added.": (
        "{number} من الأرقام أجزاء من أرقام أخرى على هذه الخريطة: لا يجوز جمعها."
    ),
    "A bar spans the days within which it happened, both ends included.": (
        "يمتد الشريط على الأيام التي وقع الحادث خلالها، ويشمل اليومين الأول والأخير."
    ),
    "{number} incidents have no date and are not shown.": "{number} حوادث بلا تاريخ، وهي غير معروضة.",
    "{number} more incidents, with fewer dead, are not shown.": (
        "{number} حوادث أخرى أقل قتلى غير معروضة."
    ),
    "{number} of them (in grey) are parts of others: they must not be added.": (
        "{number} منها (بالرمادي) أجزاء من غيرها: لا يجوز جمعها."
    ),
    "Deaths by day, as reported": "القتلى بحسب الأيام كما وردت في التقارير",
    "place unknown": "المكان غير معروف",
    "What the voices say": "ما تقوله الجهات",
    "Nobody gives a number of dead.": "لا تذكر أي جهة عدداً للقتلى.",
    "Killed, {place}: what each voice says": "القتلى، {place}: ما تقوله كل جهة",
    "{number} more figures are not shown.": "{number} أرقام أخرى غير معروضة.",
    "No two figures may stand on one axis.": "لا يصح وضع رقمين على محور واحد.",
    "Shaded: from the least to the most that comparable figures say, {low} to {high}.": (
        "المظلل: من أقل ما تقوله الأرقام القابلة للمقارنة إلى أكثره، من {low} إلى {high}."
    ),
    "open": "ما لا حد له",
    "as of {day}": "حتى {day}",
    "said {day}": "قيل في {day}",
    "voice unknown": "الجهة غير معروفة",
    "Said by {names}": "بحسب {names}",
    "published by {names}": "نشرته {names}",
    "{names} and {number} more": "{names} و{number} غيرها",
    "The boundaries and names shown do not imply endorsement or acceptance by anyone.": (
        "لا تعني الحدود والأسماء الظاهرة إقراراً أو قبولاً من أحد."
    ),
}


class Words:
    """The words of one language.

    Parameters
    ----------
    language : str
        ``en`` or ``ar``.

    Examples
    --------
    >>> Words("ar")("{number} killed, at least", number="40")
    '40 قتيل على الأقل'
    >>> Words("ar").figure({"deaths_low": 40, "deaths_best": 40, "deaths_high": None}, "deaths")
    '40 على الأقل'
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language

    @property
    def mirrored(self) -> bool:
        """Whether lines run from right to left, and the sheet with them."""
        return self.language == "ar"

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "، " if self.mirrored else ", "

    def __call__(self, phrase: str, **values: object) -> str:
        """Return a phrase with its names and numbers."""
        return (ARABIC[phrase] if self.mirrored else phrase).format(**values)

    def figure(self, row: Any, prefix: str) -> str:
        """Return low, best and high of a row in words."""
        return figure_said(row, prefix, self.language)

    def days(self, start: Any, end: Any) -> str:
        """Return a period in words."""
        return days_said(start, end, self.language)

    def place(self, name: Any, place_id: Any) -> str:
        """Return the name of a place, in the letters of the language where the gazetteer has it."""
        if self.mirrored and known(place_id):
            found = [self._place(one) for one in split(place_id)]
            if all(found):
                return " و".join(str(one) for one in found)
        return str(name) if known(name) else self("place unknown")

    @staticmethod
    def _place(place_id: str) -> str | None:
        gazetteer = load()
        if place_id not in gazetteer:
            return None
        place = gazetteer[place_id]
        return arabic_name(place.names, place.kind)

    def voices(self, cell: Any) -> str:
        """Return the voices of a cell; a known one by what it is called in the language."""
        names = split(cell)
        return self.comma.join(self._voice(name) for name in names) or self("voice unknown")

    def _voice(self, name: str) -> str:
        voice = known_voice(name) if self.mirrored else None
        arabic = [one for one in voice.aliases if "\u0621" <= one[:1] <= "\u064a"] if voice else []
        return max(arabic, key=len) if arabic else name

    def listed(self, names: Iterable[str], most: int = 12) -> str:
        """Return names one behind the other, no more than fit."""
        names = list(names)
        shown = self.comma.join(names[:most])
        if len(names) <= most:
            return shown
        return self("{names} and {number} more", names=shown, number=len(names) - most)

    def day(self, day: pd.Timestamp) -> str:
        """Return a day in words."""
        return self.days(day, day)

    def tick(self, day: pd.Timestamp) -> str:
        """Return a day as an axis has it, without its year."""
        return self.day(day).rsplit(" ", 1)[0]

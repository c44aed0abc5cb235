"""Ways to say one thing, brought to the one way that is read: what stands about a name, never the name.

"On the main road from A to B", "the A–B highway" and "halfway between A and B" all lie between A
and B; the southern edge of a town is its outskirts.
"""

import re

from mapper.gazetteer.folding import article, is_arabic

__all__ = ["rewritten"]

_ROAD = r"(?:(?:main |old |international )?(?:road|highway|motorway|route|axis)s?|m\d+|autostrad)"
_STRETCH = r"(?:area|areas|zone|region|point|somewhere|villages?|farms?|fields?|desert)"
_SIDE = r"(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern)?"
_HYPHEN = re.compile(r"\s*[-–—]\s*")
_SPACED = re.compile(r"\s+[-–—]\s+")
_RULES = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        # "in", "on the"; but "At Tayyibah" begins with its article.
        (r"^(?:(?:located|situated|somewhere)\s+)?(?:in|inside|within|on|along|at(?!\s+t))\s+(?:the\s+)?", ""),
        (rf"^(?:the |an? )?{_STRETCH}?\s*(?:in|midway|halfway|located|situated|{_ROAD}(?: located)?)?\s*(?=between\s)", ""),
        (rf"^(?:the )?{_ROAD} (?:to|towards|into|leading to|out of) (?!.* (?:and|to) )", "near "),
        (rf"^(?:the )?(?:{_SIDE} )?(?:outskirts?|edges?|suburbs|surroundings|entrances?|approaches) (?:of|to) ", "outskirts of "),
        (r"^(?:the )?(?:front ?-?lines?|fronts?) (?:near|of|in|at|around) ", "near "),
        (rf"^({_SIDE}) (.+) (?:governorate|province)$", r"\1 \2 countryside"),
        (r"^(?:across|throughout) ", ""),
        (r"^(?:في|داخل|ضمن|عند|على(?!\s+بعد))\s+", ""),
        (r"^(?:ال)?(?:منطقة|مناطق|طريق|طرق)?\s*(?:الواقعة?|الواصلة?|الممتدة?|الرابطة?)?\s*(?:ما )?بين ", "بين "),
        (r"^(?:ال)?[أا]طراف(?: ال\w+ة)? ل(?!ل)", "أطراف "),
        (r" (?:ال)?تابع(?:ة|ين|تين)? (?:[إا]داري[اً]* )?ل(?!ل)", " في "),
    )
)  # fmt: skip
# Words without which nothing is to be brought anywhere.
_TOLD = frozenset((
    "in", "inside", "within", "on", "along", "at", "located", "situated", "somewhere", "between",
    "road", "roads", "highway", "highways", "motorway", "motorways", "route", "routes", "axis",
    "autostrad", "outskirt", "outskirts", "edge", "edges", "suburbs", "surroundings", "entrance",
    "entrances", "approaches", "front", "fronts", "line", "lines", "front-line", "front-lines",
    "frontline", "frontlines", "governorate", "province", "across", "throughout", "في", "داخل",
    "ضمن", "عند", "على", "بين", "أطراف", "اطراف", "الأطراف", "الاطراف", "تابع", "تابعة",
    "تابعين", "التابع", "التابعة", "التابعين", "طريق", "أوتوستراد", "اوتستراد", "محور",
))  # fmt: skip
_MOTORWAY = re.compile(r"\bm\d+\b", re.IGNORECASE)
# Where one script ends and the other begins: "الباب Al Bab".
_SCRIPTS = re.compile(
    r"(?<=[a-z])\s+(?=[\u0621-\u064a])|(?<=[\u0621-\u064a])\s+(?=[a-z])", re.IGNORECASE
)
_ENDS = (
    re.compile(rf"^(?:the )?(?P<ends>.+?) {_ROAD}$", re.IGNORECASE),
    re.compile(r"^(?:طريق|أوتوستراد|اوتستراد|محور) (?P<ends>.+)$"),
)


def rewritten(text: str) -> str:
    """Return words in the way that is read.

    >>> rewritten("on the southern outskirts of Jableh"), rewritten("the Homs-Palmyra highway")
    ('outskirts of Jableh', 'between Homs and Palmyra')
    >>> rewritten("Aton-Beton M7")
    'between Aton and Beton'
    >>> rewritten("At Tayyibah"), rewritten("Ma'arrat an-Nu'man road")
    ('At Tayyibah', "Ma'arrat an-Nu'man road")
    """
    if not text.isascii():
        text = _SCRIPTS.sub(", ", text)
    if _TOLD.isdisjoint(text.lower().split()) and not _MOTORWAY.search(text):
        return text
    for pattern, put in _RULES:
        text = pattern.sub(put, text)
    for pattern in _ENDS:
        road = pattern.match(text)
        ends = _two(road["ends"]) if road else []
        if ends:
            between, both = ("بين", "و") if is_arabic(text) else ("between", "and")
            return f"{between} {ends[0]} {both} {ends[1]}"
    return text


def _two(words: str) -> list[str]:
    """Return the two names that a dash parts; none if it is the hyphen of an article."""
    spaced = _SPACED.split(words)
    parts: list[str] = spaced if len(spaced) == 2 else []
    for part in [] if parts else _HYPHEN.split(words):
        if parts and article(parts[-1].split()[-1].lower()) is not None:
            parts[-1] += f"-{part}"
        elif part.strip():
            parts.append(part)
    return parts if len(parts) == 2 and all(len(part) > 2 for part in parts) else []

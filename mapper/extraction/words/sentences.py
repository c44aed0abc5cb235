"""Sentences and paragraphs of a report, with offsets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sentencex import get_sentence_boundaries

from mapper.extraction.languages import Language
from mapper.extraction.words.signs import signs
from mapper.extraction.words.text import Text

__all__ = ["Sentence", "apart", "is_item", "line_start", "paragraphs", "sentences"]

# A line that ends in the middle of a sentence is carried on by the next (text wrapped by hand).
_UNFINISHED = "to in of the and from at by for with near that on a an في من على إلى عن وفق بحسب أن إن التي الذي ،"
_WRAPPED = re.compile(
    r"(?<=[\w,;–-])[ \t]*\n(?=[ \t]*(?:[a-z]|\d[\d,.]* [a-z]))|(?:"
    + "|".join(f"(?<=\\s{word})" for word in _UNFINISHED.split()).replace("\\s،", "،")
    + r")[ \t]*\n(?=[ \t]*\w)"
)
_PARAGRAPH = re.compile(r"[^\n]+")
# Scraped pages lose the blank between sentences, and the line's end between items of a list.
_GLUED = re.compile(
    r"[.!?•▪●](?:(?<=[a-z]{2}[.!?])[\"”]?(?=[\"“]?[A-Z][a-z])|(?<=\s[•▪●])(?P<item>)(?= ))"
)
_BULLET = re.compile(r"\s*(?:[-•*–·▪●|]|\d{1,2}[.)])")
_NUMBER = re.compile(r"\(\d+\)")
_ENDED = re.compile(r"(?:^|[.!?؟:؛]) *$")
_TAIL = 4
_LONGEST = 4_000
_PAGE = 20_000
# Letters of a line that is broken because it is full.
_FULL = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: half-open offsets in code points, the number of its paragraph, and its signs.

    The signs say which patterns of its language can match it: see `mapper.extraction.words.signs`.
    """

    start: int
    end: int
    paragraph: int
    signs: int = 0


def paragraphs(body: str) -> list[tuple[int, str]]:
    r"""Return the paragraphs of a text with their offsets.

    A line is a paragraph, unless it is broken off in the middle of a sentence.

    >>> paragraphs("Fighting went on in\nRedford.\n\nNobody was hurt.")
    [(0, 'Fighting went on in Redford.'), (30, 'Nobody was hurt.')]
    """
    return [(match.start(), match.group()) for match in _PARAGRAPH.finditer(_flat(body))]


def sentences(
    paragraphs: Iterable[tuple[int, str]], language: Language, text: Text
) -> list[Sentence]:
    r"""Return the sentences of a text's paragraphs in order; blanks around them belong to none.

    Examples
    --------
    >>> from mapper.extraction.languages import LANGUAGES
    >>> body = "Gen. Ali spoke. At least 3.5 km.\n- Latakia: 683"
    >>> found = sentences(paragraphs(body), LANGUAGES["en"], Text(body, "en"))
    >>> [body[s.start : s.end] for s in found]
    ['Gen. Ali spoke.', 'At least 3.5 km.', '- Latakia: 683']
    """
    found = []
    for number, (offset, line) in enumerate(paragraphs):
        glued = [m.end() if m["item"] is None else m.start() for m in _GLUED.finditer(line)]
        for first, last in _boundaries(language.code, line):
            for at, end in _parts(first, last, glued):
                part = line[at:end].rstrip()
                stop = offset + at + len(part)
                part = part.lstrip()
                if part:
                    start = stop - len(part)
                    found.append(Sentence(start, stop, number, text.signs(start, stop)))
    return found


def _boundaries(code: str, line: str) -> Iterator[tuple[int, int]]:
    """Return where sentences start and end; a number in brackets within one opens no list."""
    pieces = [(p["start_index"], p["end_index"]) for p in get_sentence_boundaries(code, line)]
    starts = [
        start
        for start, _ in pieces
        if not _NUMBER.match(line, start) or _ENDED.search(line, max(0, start - _TAIL), start)
    ]
    return zip(starts, [*starts[1:], len(line)], strict=True)


def _parts(start: int, end: int, glued: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a sentence where another is glued to it, where a list goes on, and where it never ends."""
    cuts = glued[bisect_right(glued, start) : bisect_left(glued, end)]
    for first, last in pairwise([start, *cuts, end]):
        for at in range(first, last, _LONGEST):
            yield at, min(at + _LONGEST, last)


def is_item(body: str, at: int) -> bool:
    r"""Whether some words stand on a line with a bullet or a number, an item of a list.

    >>> is_item("Killed on Friday:\n- Redford: 12", 20)
    True
    """
    return _BULLET.match(body, line_start(body, at)) is not None


def line_start(body: str, at: int) -> int:
    r"""Return where the line of an offset starts; of one as long as a book, not farther back than a page.

    >>> line_start("Killed on Friday:\n- Redford: 12", 20)
    18
    """
    page = max(0, at - _PAGE)
    return max(page, body.rfind("\n", page, at) + 1)


def apart(
    paragraphs: Sequence[tuple[int, str]], sentences: Iterable[Sentence], language: Language
) -> frozenset[int]:
    r"""Return the numbers of the paragraphs that stand apart from the story: captions, credits.

    Examples
    --------
    >>> from mapper.extraction.languages import LANGUAGES
    >>> body, english = "Updated 9 March\nA bomb killed 12.", LANGUAGES["en"]
    >>> lines = paragraphs(body)
    >>> sorted(apart(lines, sentences(lines, english, Text(body, "en")), english))
    [0]
    """
    cue, known = language.syntax.apart, signs(language.code)
    borne: dict[int, int] = {}
    for sentence in sentences:
        borne[sentence.paragraph] = borne.get(sentence.paragraph, 0) | sentence.signs
    return frozenset(
        number
        for number, bits in borne.items()
        if known.able(cue, bits) and cue.search(paragraphs[number][1])
    )


def _flat(body: str) -> str:
    # Same length, so that offsets hold. Only line ends are looked at, not every letter.
    body = body.replace("\r", "\n")
    kept: list[str] = []
    done = 0
    at = body.find("\n")
    while at >= 0:
        start = at
        while start and body[start - 1] in " \t":
            start -= 1
        # A short line with a number below it is a headline, or one of a list.
        full = start - body.rfind("\n", 0, start) > _FULL or not body[at + 1 : at + 2].isdecimal()
        if full and _WRAPPED.match(body, start):
            kept += (body[done:start], " " * (at + 1 - start))
            done = at + 1
        at = body.find("\n", at + 1)
    kept.append(body[done:])
    return "".join(kept)

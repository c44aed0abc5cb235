"""Sentences and paragraphs of a report, with offsets."""

import re
from dataclasses import dataclass

from sentencex import get_sentence_boundaries

__all__ = ["Sentence", "sentences"]

# A line that ends in the middle of a sentence is carried on by the next (text wrapped by hand).
_WRAPPED = re.compile(r"(?<=[\w,;–-])[ \t]*\n(?=[ \t]*(?:[a-z]|\d[\d,.]* [a-z]))")
_PARAGRAPH = re.compile(r"[^\n]+")
# A list item ends where the next begins, whatever a sentence splitter thinks.
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: half-open offsets in code points, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def sentences(body: str, language: str) -> list[Sentence]:
    r"""Return the sentences of a text in order; blanks around them belong to none.

    A line is a paragraph, unless it is broken off in the middle of a sentence.

    Examples
    --------
    >>> text = "Gen. Ali spoke. At least 3.5 km.\n- Latakia: 683"
    >>> [text[s.start : s.end] for s in sentences(text, "en")]
    ['Gen. Ali spoke.', 'At least 3.5 km.', '- Latakia: 683']
    """
    # Same length, so that offsets hold.
    flat = _WRAPPED.sub(lambda match: " " * len(match.group()), body.replace("\r", "\n"))
    found = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(flat)):
        text = paragraph.group()
        offset = paragraph.start()
        for piece in get_sentence_boundaries(language, text):
            for at in range(piece["start_index"], piece["end_index"], _LONGEST):
                part = text[at : min(at + _LONGEST, piece["end_index"])]
                stripped = part.strip()
                if stripped:
                    start = offset + at + len(part) - len(part.lstrip())
                    found.append(Sentence(start, start + len(stripped), number))
    return found

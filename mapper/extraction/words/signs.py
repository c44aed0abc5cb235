"""What can stand in a part of a report at all, told by its words.

A report is read by some hundred patterns and one lexicon, and most sentences hold nothing of what
they look for. What a word can be part of is worked out once a word, however often it is written, as
bits: the signs without which a pattern matches nothing (`Cue.needs`), and the hints of the lexicon
(`mapper.extraction.words.lexicon`). A part of a report bears those of its words (`Text.signs`); whoever
looks for something there asks them first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, reduce
from itertools import chain
from operator import or_

from mapper.extraction.languages import LANGUAGES, Language
from mapper.extraction.languages.cue import COLON, DIGIT, Cue, Way
from mapper.extraction.words.lexicon import OPENING, lexicon
from mapper.extraction.words.tokens import fold, tokenize

__all__ = ["Signs", "cues", "signs"]

# Words kept; a text of random letters would fill the memory.
_MOST = 200_000
_APART = re.compile(r"\W+")


class Signs:
    """The signs that the patterns of a language need.

    Parameters
    ----------
    language : Language
        The table.

    Examples
    --------
    >>> known, unverified = signs("en"), LANGUAGES["en"].truth.unverified
    >>> [known.able(unverified, known.of(text)) for text in ("Not confirmed.", "Six died.")]
    [True, False]
    """

    def __init__(self, language: Language) -> None:
        bits: dict[frozenset[str], int] = {}
        first = OPENING.bit_length()

        def all_of(way: Way) -> int:
            return reduce(or_, (bits.setdefault(need, 1 << first + len(bits)) for need in way), 0)

        self._able = {
            cue: _Able(
                all_of(cue.needs),
                [list(map(all_of, choice)) for choice in cue.choices],
                all_of((cue.rarest,)) if cue.needs else 0,
            )
            for cue in cues(language)
        }
        self._words = _Words(bits, lexicon(language.code).hints)

    def each(self, words: Iterable[str]) -> list[int]:
        """Return the signs that each of some words bears, as bits."""
        return list(map(self._words.__getitem__, words))

    def of(self, text: str) -> int:
        """Return the signs that the words of a text bear, as bits."""
        return reduce(or_, self.each(tokenize(text).texts), 0)

    def able(self, cue: Cue, bits: int) -> bool:
        """Whether a pattern can match a text that bears these signs."""
        able = self._able[cue]
        needs = able.needs
        return bits & needs == needs and (not able.choices or able[bits & able.asked])

    def rarest(self, cue: Cue) -> int:
        """Return the sign that says most of those without which a pattern matches nothing, as a bit."""
        return self._able[cue].rarest


class _Able(dict[int, bool]):
    """What a pattern asks for, and whether it can match what bears some of it; filled as it is asked."""

    __slots__ = ("asked", "choices", "needs", "rarest")

    def __init__(self, needs: int, choices: Sequence[Sequence[int]], rarest: int) -> None:
        super().__init__()
        self.needs, self.choices, self.rarest = needs, choices, rarest
        self.asked = reduce(or_, chain(*choices), needs)

    def __missing__(self, bits: int) -> bool:
        if len(self) >= _MOST:
            self.clear()
        able = self[bits] = all(any(bits & way == way for way in choice) for choice in self.choices)
        return able


class _Words(dict[str, int]):
    """Words as written to the bits of their signs; filled as it is asked."""

    def __init__(self, bits: Mapping[frozenset[str], int], hints: Mapping[str, int]) -> None:
        super().__init__()
        self._hints = hints
        signs: dict[str, int] = defaultdict(int)
        for need, bit in bits.items():
            for sign in need:
                signs[sign] |= bit
        self._digit, self._colon = signs.pop(DIGIT, 0) | OPENING, signs.pop(COLON, 0)
        self._signs = dict(signs)
        # By their first two letters, how long signs are: a word has few places where one may begin.
        lengths: dict[str, set[int]] = defaultdict(set)
        for sign in signs:
            lengths[sign[:2]].add(len(sign))
        self._lengths = dict(lengths)

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        bare = f" {word.lower()} "
        bits = self._hints.get(fold(word), 0)
        if not bare[1:-1].isalpha():
            bare = _APART.sub(" ", bare)
            if any(map(str.isdecimal, word)):
                bits |= self._digit
            if COLON in word:
                bits |= self._colon
        for at in range(len(bare) - 1):
            for length in self._lengths.get(bare[at : at + 2], ()):
                bits |= self._signs.get(bare[at : at + length], 0)
        self[word] = bits
        return bits


def cues(language: Language) -> Iterator[Cue]:
    """Return all patterns of a language's table."""
    parts = (getattr(language, part.name) for part in fields(language) if part.name != "code")
    for part in parts:
        for field in fields(part):
            value = getattr(part, field.name)
            if isinstance(value, Mapping):
                value = tuple(value.values())
            several = value if isinstance(value, tuple) else (value,)
            flat = chain.from_iterable(one if isinstance(one, tuple) else (one,) for one in several)
            yield from (one for one in flat if isinstance(one, Cue))


@cache
def signs(code: str) -> Signs:
    """Return the signs of a language, read off its table once."""
    return Signs(LANGUAGES[code])

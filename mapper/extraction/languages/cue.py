"""Patterns, and the letters without which they match nothing.

Few sentences match any one pattern, and it is quick to see that a word is missing. What a pattern
cannot do without is read off the pattern itself, as the prefilter of RE2 does, so that whoever
changes a table of words need not think of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain, product
from math import prod
from typing import Any

from mapper.extraction.languages.opening import BEGINNING, opening

__all__ = ["COLON", "DIGIT", "Cue", "Way"]

# The signs of a pattern that asks for a digit, or a colon.
DIGIT, COLON = "0-9", ":"
# Texts that part of a pattern may stand for, before the rest is looked at apart.
_MOST = 64
# Ways to match.
_FEW = 8
_LETTERS = 3
# Of nearly every text: that one of them is there says nothing.
_COMMON_WORDS = """
    the of in to and on at as is are was were be by for from with that this it its has had have said
    people killed في من على عن أن إن إلى ما كان التي الذي
"""
_COMMON = frozenset([DIGIT, COLON, *_COMMON_WORDS.split()])
# What means something else in small letters.
_CAPITAL = re.compile(r"\\[A-Z]|\(\?P<\w*[A-Z]|\[\^|\\[ux]")
_BLANKS = re.compile(" +")
# Words and numbers apart, as `mapper.extraction.words.tokens` cuts them.
_PIECE = re.compile(r" ?(?:[^\W\d_]+|\d+) ?")
# Python's own reading of patterns: not public, so what it should no longer tell is just not known.
_parser: Any = import_module("re._parser")


# What one way of matching cannot do without: of each set, one sign.
Way = tuple[frozenset[str], ...]


class Cue:
    r"""A pattern, with the signs it cannot do without.

    Parameters
    ----------
    words : str
        A regular expression.
    flags : re.RegexFlag
        As for `re.compile`.

    Attributes
    ----------
    needs : tuple of frozenset of str
        Of each set, one sign stands in every text that the pattern matches: letters in lower case,
        with a blank where a word begins or ends, or `DIGIT` or `COLON`.
    choices : tuple of tuple of tuple of frozenset of str
        Where a pattern is one of several, what each of them cannot do without.
    rarest : frozenset of str
        Of the needs, the one that says most; empty if there are none.

    Examples
    --------
    >>> cue = Cue(r"\bpending (?:confirmation|verification) by \d+")
    >>> [sorted(signs) for signs in cue.needs]
    [[' pending '], [' confirmation ', ' verification '], [' by '], ['0-9']]
    >>> cue.search("It is pending verification by 12 monitors.").group()
    'pending verification by 12'
    >>> several = Cue(r"since (?:the \w+ war|last \w+ began)")
    >>> [[sorted(chain(*way)) for way in choice] for choice in several.choices]
    [[[' war'], [' began', 'last ']]]
    """

    __slots__ = (
        "choices",
        "finditer",
        "flags",
        "match",
        "needs",
        "rarest",
        "search",
        "split",
        "sub",
        "within",
        "words",
    )

    needs: tuple[frozenset[str], ...]
    choices: tuple[tuple[Way, ...], ...]
    rarest: frozenset[str]
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]
    within: Callable[[str], bool]

    def __init__(self, words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.words = words
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        # Most reports use few patterns of one language: each is made ready when first asked for.
        if name in ("needs", "choices", "rarest"):
            read = _read(_parser.parse(self.words, self.flags))
            self.needs = _all_signs(read.needs)
            self.rarest = max(self.needs, key=_weight, default=frozenset())
            ways = (tuple(map(_telling, choice)) for choice in read.choices)
            # Ways of one need each are among the needs of all.
            self.choices = tuple(w for w in ways if all(w) and max(map(len, w)) > 1)
        elif name == "within":
            self.within = self._within()
        elif name in Cue.__slots__:
            found, self.search = _compiled(self.words, self.flags)
            self.match, self.finditer = found.match, found.finditer
            self.split, self.sub = found.split, found.sub
        return object.__getattribute__(self, name)

    def _within(self) -> Callable[[str], bool]:
        """Return what tells whether the pattern matches somewhere in a text.

        Where case is ignored, small letters are compared: a third of the time of ignoring it.
        """
        plain = self.flags & ~re.IGNORECASE
        if plain == self.flags or _CAPITAL.search(self.words) is not None:
            search = self.search
            return lambda text: search(text) is not None
        small = _compiled(self.words.lower(), plain)[1]
        return lambda text: small(text.lower()) is not None


def _compiled(
    words: str, flags: re.RegexFlag
) -> tuple[re.Pattern[str], Callable[..., re.Match[str] | None]]:
    """Return a pattern made ready, and the quickest way to search with it."""
    begins = opening(_parser.parse(words, flags))
    letters = "".join(sorted(begins - {BEGINNING}))
    if letters:
        first = f"(?=[{letters}])"
        words = f"(?:^|{first})(?:{words})" if BEGINNING in begins else f"{first}(?:{words})"
    found = re.compile(words, flags)
    # Python looks for the beginning of a text all through it.
    once = begins == {BEGINNING} and not flags & re.MULTILINE
    return found, found.match if once else found.search


class _Read:
    """What is known of the texts that a pattern matches.

    ``exact`` are all of them, if they are few; else each text holds one of each set of ``needs``,
    and of each of the ``choices`` all that one of its ways needs.
    """

    def __init__(self) -> None:
        self.exact: frozenset[str] | None = frozenset([""])
        self.needs: list[frozenset[str]] = []
        self.choices: list[list[Sequence[frozenset[str]]]] = []
        self._run = frozenset([""])

    @property
    def spells(self) -> bool:
        """Whether there are letters before what comes next."""
        return all(map(str.strip, self._run))

    def add(self, texts: Iterable[str]) -> None:
        """Go on with one of some texts."""
        texts = frozenset(texts)
        if len(self._run) * len(texts) > _MOST:
            self.part()
        self._run = frozenset(before + text for before in self._run for text in texts)

    def part(self, *needs: frozenset[str]) -> None:
        """Go on with any text that holds one of each set."""
        self.exact = None
        self.needs += (self._run, *needs)
        self._run = frozenset([""])

    def ways(self) -> Iterator[Sequence[frozenset[str]]]:
        """Return what each way of matching needs, if they are few; else what all of them need."""
        few = prod(map(len, self.choices)) <= _FEW
        for ways in product(*self.choices) if few else [()]:
            yield list(chain(self.needs, *ways))

    def end(self) -> "_Read":
        """Finish reading."""
        if self.exact is not None:
            self.exact = self._run
        self.needs.append(self._run)
        return self


def _read(pattern: Sequence[tuple[Any, Any]]) -> _Read:
    read = _Read()
    for operation, value in pattern:
        match str(operation):
            case "LITERAL":
                read.add([chr(value).lower()])
                if chr(value) == " " and read.spells:
                    # Each word is a sign of its own, and begins where the one before ends.
                    read.part()
                    read.add(" ")
            case "IN":
                _any_of(read, value)
            case "AT" if str(value) == "AT_BOUNDARY":
                # Beside a letter it is the edge of a word, as a blank is.
                read.add(" ")
            case "AT" | "ASSERT" | "ASSERT_NOT":
                # They take up no room.
                pass
            case "BRANCH":
                _one_of(read, [_read(branch) for branch in value[1]])
            case "SUBPATTERN":
                _one_of(read, [_read(value[-1])])
            case "ATOMIC_GROUP":
                _one_of(read, [_read(value)])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                _repeated(read, *value)
            case _:
                read.part()
    return read.end()


def _any_of(read: _Read, letters: Sequence[tuple[Any, Any]]) -> None:
    kinds = {str(kind) for kind, _ in letters}
    if kinds == {"LITERAL"} and len(letters) <= _LETTERS:
        read.add(chr(letter).lower() for _, letter in letters)
    elif [str(value) for _, value in letters] == ["CATEGORY_DIGIT"]:
        read.part(frozenset([DIGIT]))
    else:
        read.part()


def _one_of(read: _Read, branches: Sequence[_Read]) -> None:
    if len(branches) == 1 and branches[0].exact is None:
        read.part(*branches[0].needs)
        read.choices += branches[0].choices
        return
    exact = [branch.exact for branch in branches]
    if None not in exact:
        read.add(text for texts in exact for text in texts or ())
        return
    # Of each branch the set that says most.
    best = [max(filter(_signs, branch.needs), key=_weight, default=None) for branch in branches]
    if None in best:
        read.part()
    else:
        read.part(frozenset(text for texts in best for text in texts or ()))
        read.choices.append([way for branch in branches for way in branch.ways()])


def _repeated(read: _Read, least: int, most: int, inner: Sequence[tuple[Any, Any]]) -> None:
    once = _read(inner)
    if least:
        read.part(*once.needs)
        read.choices += once.choices
    elif most == 1 and once.exact is not None:
        read.add({"", *once.exact})
    else:
        read.part()


def _weight(texts: frozenset[str]) -> tuple[int, int]:
    """Return how seldom a text holds one of some signs, as far as they themselves tell."""
    signs = [_sign(text).strip() for text in texts]
    return min(0 if sign in _COMMON else len(sign) for sign in signs), -len(texts)


def _sign(text: str) -> str:
    """Return the longest word of a text, with the blanks around it; empty if there is none."""
    if text == DIGIT:
        return text
    sign = max(_PIECE.findall(_BLANKS.sub(" ", text)), key=len, default="")
    return sign if len(sign) > 1 else COLON if COLON in text else ""


def _signs(texts: frozenset[str]) -> frozenset[str]:
    """Return the signs of some texts; none if one of the texts has no sign."""
    signs = frozenset(map(_sign, texts))
    return frozenset() if "" in signs else signs


def _all_signs(needs: Iterable[frozenset[str]]) -> Way:
    return tuple(dict.fromkeys(signs for signs in map(_signs, needs) if signs))


def _telling(needs: Iterable[frozenset[str]]) -> Way:
    """Return what a way needs, without what every text has, unless that is all."""
    signs = _all_signs(needs)
    return tuple(one for one in signs if _weight(one)[0]) or signs[:1]

"""What a pattern must begin with: elsewhere it need not be tried.

Python tries a pattern at every letter of a text, and one of a hundred words asks for each of them
every time. That none of them begins with this letter is one look.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["BEGINNING", "opening"]

# Where a text begins, whatever the letter.
BEGINNING = "^"
_Parsed = Sequence[tuple[Any, Any]]


def opening(pattern: _Parsed) -> frozenset[str]:
    r"""Return the letters with which what a parsed pattern matches begins, as they stand in a class.

    `BEGINNING` is one of them for a match at the beginning of a text. There are none where a match
    may begin with any letter, or have no letters at all.

    Examples
    --------
    >>> from re import _parser
    >>> several = r"\b(?:[Tt]he )?dead", r"\d+ died", r"\w+ died", r"^\w+ died|\d+ died"
    >>> [sorted(opening(_parser.parse(words))) for words in several]
    [['T', 'd', 't'], ['\\d'], [], ['\\d', '^']]
    """
    letters, empty = _first(pattern)
    return frozenset() if empty or letters is None else letters


def _first(pattern: _Parsed) -> tuple[frozenset[str] | None, bool]:
    """Return with what a match begins, None for anything; and whether it may be of no letters."""
    found: frozenset[str] = frozenset()
    for operation, value in pattern:
        letters, empty = _begin(str(operation), value)
        if letters is None:
            return None, False
        found |= letters
        if not empty:
            return found, False
    return found, True


def _begin(operation: str, value: Any) -> tuple[frozenset[str] | None, bool]:
    match operation:
        case "LITERAL":
            return frozenset([_written(value)]), False
        case "IN":
            return _class(value), False
        case "AT" if str(value) == "AT_BEGINNING":
            return frozenset([BEGINNING]), False
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset(), True
        case "SUBPATTERN":
            letters, empty = _first(value[-1])
            # "(?i:…)": what of it is written small may stand there in capitals.
            return _either_case(letters) if value[1] & re.IGNORECASE else letters, empty
        case "ATOMIC_GROUP":
            return _first(value)
        case "BRANCH":
            return _any_of(map(_first, value[1]))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            letters, empty = _first(value[2])
            return letters, empty or not value[0]
        case _:
            return None, False


def _any_of(
    branches: Iterable[tuple[frozenset[str] | None, bool]],
) -> tuple[frozenset[str] | None, bool]:
    found: set[str] = set()
    nothing = False
    for letters, empty in branches:
        if letters is None:
            return None, False
        found |= letters
        nothing |= empty
    return frozenset(found), nothing


def _class(members: _Parsed) -> frozenset[str] | None:
    found = set()
    for kind, value in members:
        match str(kind), str(value):
            case "LITERAL", _:
                found.add(_written(value))
            case "RANGE", _:
                found.add("-".join(map(_written, value)))
            case "CATEGORY", "CATEGORY_DIGIT":
                found.add(r"\d")
            case _:
                # A class of nearly all letters says nothing.
                return None
    return frozenset(found)


def _either_case(letters: frozenset[str] | None) -> frozenset[str] | None:
    if letters is None:
        return None
    signs = frozenset(letter for letter in letters if letter.startswith("\\"))
    return signs.union(*((one.lower(), one.upper()) for one in letters - signs))


def _written(letter: int) -> str:
    return re.escape(chr(letter)) if chr(letter) != "^" else r"\^"

"""What a pattern must begin with: elsewhere it need not be tried.

Python tries a pattern at every letter of a text, and one of a hundred words asks for each of them
every time. That none of them begins with this letter is one look.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["bound", "opening"]

_Parsed = Sequence[tuple[Any, Any]]


def opening(pattern: _Parsed) -> str:
    r"""Return the letters with which what a parsed pattern matches begins, as those of a class.

    Empty where it may begin with any, or match nothing at all.

    Examples
    --------
    >>> from re import _parser
    >>> [opening(_parser.parse(words)) for words in (r"\b(?:[Tt]he )?dead", r"\d+ died", r"\w+ died")]
    ['Tdt', '\\d', '']
    """
    letters, empty = _first(pattern)
    return "" if empty or letters is None else "".join(sorted(letters))


def bound(pattern: _Parsed) -> bool:
    """Whether a parsed pattern matches at the beginning only.

    >>> from re import _parser
    >>> [bound(_parser.parse(words)) for words in ("^(?:about|some) ", "^the|nobody")]
    [True, False]
    """
    for operation, value in pattern:
        match str(operation):
            case "AT":
                return str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING")
            case "BRANCH":
                return all(map(bound, value[1]))
            case "SUBPATTERN":
                return bound(value[-1])
            case _:
                return False
    return False


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
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset(), True
        case "SUBPATTERN":
            return _first(value[-1])
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


def _written(letter: int) -> str:
    return re.escape(chr(letter)) if chr(letter) != "^" else r"\^"

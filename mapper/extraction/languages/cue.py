"""Patterns that few sentences match, and the letters without which none does."""

import re
import sys
from collections.abc import Iterator

__all__ = ["Cue"]


class Cue:
    r"""A pattern that is tried only where one of its signs stands, which is quick to see.

    Parameters
    ----------
    pattern : str
        A regular expression.
    *signs : str
        One of them stands in everything the pattern matches; in small letters if case is ignored.
    ignore_case : bool
        Whether the pattern matches capitals as small letters.

    Examples
    --------
    >>> cue = Cue(r"\bpending (?:confirmation|verification)", "confirm", "verif")
    >>> cue.search("It is pending verification.").group()
    'pending verification'
    >>> cue.search("It is pending.") is None
    True
    """

    __slots__ = ("_ignore_case", "pattern", "signs")

    def __init__(self, pattern: str, *signs: str, ignore_case: bool = False) -> None:
        self.pattern = re.compile(pattern, re.IGNORECASE if ignore_case else re.NOFLAG)
        self.signs = signs
        self._ignore_case = ignore_case

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``, as a compiled pattern does."""
        return self.pattern.search(text, start, end) if self._there(text, start, end) else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches in ``text[start:end]``, as a compiled pattern does."""
        return (
            self.pattern.finditer(text, start, end) if self._there(text, start, end) else iter(())
        )

    def _there(self, text: str, start: int, end: int) -> bool:
        part = text[start:end]
        if self._ignore_case:
            part = part.lower()
        for sign in self.signs:  # noqa: SIM110 - a generator takes three times as long here
            if sign in part:
                return True
        return False

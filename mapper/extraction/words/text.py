"""A report cut into words once, with the signs that each bears."""

from bisect import bisect_left, bisect_right
from functools import reduce
from operator import or_

from mapper.extraction.words.signs import signs
from mapper.extraction.words.tokens import Tokens, tokenize

__all__ = ["Text"]


class Text:
    """The words of a report, for asking what can stand in any part of it.

    Parameters
    ----------
    body : str
        The report.
    code : str
        Its language.

    Examples
    --------
    >>> from mapper.extraction.words.lexicon import OPENING
    >>> text = Text("It rained again. At least 12 died.", "en")
    >>> text.tokens(17, 34).texts
    ['At', 'least', '12', 'died', '.']
    >>> [bool(text.signs(*part) & OPENING) for part in ((0, 16), (17, 34))]
    [False, True]
    """

    def __init__(self, body: str, code: str) -> None:
        self.body = body
        self._known = signs(code)
        self._tokens = tokenize(body)
        self._starts, self._ends = self._tokens.starts, self._tokens.ends
        self._signs = self._known.each(self._tokens.texts)

    def tokens(self, start: int, end: int) -> Tokens:
        """Return the words between two offsets."""
        span = slice(bisect_right(self._ends, start), bisect_left(self._starts, end))
        return self._tokens.part(span)

    def signs(self, start: int, end: int) -> int:
        """Return the signs that the words between two offsets bear, as bits."""
        first = bisect_right(self._ends, start)
        return reduce(or_, self._signs[first : bisect_left(self._starts, end, first)], 0)

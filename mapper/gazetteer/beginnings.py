"""Which words of a text may begin a name: worked out once a word, however often it is written.

Most words begin no name, so a text is passed over with one look at a table a word.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from mapper.gazetteer.evidence import capital
from mapper.gazetteer.folding import article, bare_words, folded, is_arabic

__all__ = ["LONGEST", "Beginning", "Beginnings", "Word"]

# Words that a name has at most.
LONGEST = 8
# Words kept; a text of random letters would fill the memory.
_MOST = 200_000
_POSSESSIVE = re.compile(r"['’]s?$")
# Arabic writes "and", "in", "to", "like" joined to the word that follows. With each, where the name
# starts: "باللاذقية" keeps its article, "للاذقية" and "للرقة" have lost letters of it.
_PREFIXES = (
    ("وبال", 2), ("ولل", 2), ("ولل", 3), ("وال", 1), ("بال", 1), ("فال", 1), ("كال", 1), ("لل", 1), ("لل", 2),
    ("وب", 2), ("ول", 2), ("و", 1), ("ب", 1), ("ل", 1), ("ف", 1), ("ك", 1),
)  # fmt: skip


class Beginning(NamedTuple):
    """A reading of a word as the first of a name.

    Parameters
    ----------
    kept : int
        Where the name starts in the word: behind "and" or "in", but not behind its article.
    prefix : str
        What was taken off, with the article.
    folded : tuple of str
        What is left, folded.
    reach : int
        Words without articles that a name beginning so has at most.
    article : str or None
        If the whole may be an article: how the word after must sound.
    """

    kept: int
    prefix: str
    folded: tuple[str, ...]
    reach: int
    article: str | None


class Word(NamedTuple):
    """What is known of a word.

    Parameters
    ----------
    folded : tuple of str
        Its parts, folded: "ash-Shaykh" has two.
    bare : int
        How many of them are surely no articles.
    owner : tuple of str or None
        The parts without a possessive; None if it has none.
    possessive : int
        Length of the possessive.
    beginnings : tuple of Beginning
        Readings of it as the first word of a name; empty for most words.
    """

    folded: tuple[str, ...]
    bare: int
    owner: tuple[str, ...] | None
    possessive: int
    beginnings: tuple[Beginning, ...]


class Beginnings(dict[str, Word]):
    """Words as written to what is known of them, for one gazetteer; filled as it is asked.

    Parameters
    ----------
    names : iterable of str
        All its names, folded, with and without articles.
    areas : iterable of str
        Those that may stand in lower case.

    Examples
    --------
    >>> known = Beginnings(["deir zor", "zahle"])
    >>> [len(known[word].beginnings) for word in ("Deir", "fell", "Zahle’s")]
    [1, 0, 1]
    """

    def __init__(self, names: Iterable[str], areas: Iterable[str] = ()) -> None:
        super().__init__()
        self._reach: dict[str, int] = {}
        self._lower = {name.partition(" ")[0] for name in areas}
        for name in names:
            first, count = name.partition(" ")[0], name.count(" ") + 1
            if count > self._reach.get(first, 0):
                self._reach[first] = count
            if is_arabic(name) and not is_arabic(first):
                self._lower.add(first)

    def __missing__(self, word: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        known = self[word] = self._word(word)
        return known

    def _word(self, word: str) -> Word:
        parts = tuple(folded(word).split())
        if not parts:
            return Word((), 0, None, 0, ())
        match = _POSSESSIVE.search(word)
        owner = tuple(folded(word[: match.start()]).split()) if match else None
        readings = []
        if (
            is_arabic(word)
            or capital(word) is not False
            or self._lower.intersection((*parts[:1], *(owner or ())[:1]))
        ):
            readings.append(self._beginning(0, "", parts, owner))
        if is_arabic(word[:1]):
            for prefix, kept in _PREFIXES:
                if word.startswith(prefix):
                    rest = tuple(folded(word[kept:]).split())
                    readings.append(self._beginning(kept, prefix, rest))
        return Word(
            parts,
            sum(article(part) is None for part in parts),
            owner,
            len(word) - match.start() if match else 0,
            tuple(reading for reading in readings if reading.reach or reading.article is not None),
        )

    def _beginning(
        self,
        kept: int,
        prefix: str,
        parts: tuple[str, ...],
        owner: tuple[str, ...] | None = None,
    ) -> Beginning:
        if not parts:
            return Beginning(kept, prefix, parts, LONGEST, "")
        firsts = {
            first
            for words in (parts, owner)
            if words
            for first in (words[0], bare_words(words).partition(" ")[0])
        }
        reach = max(self._reach.get(first, 0) for first in firsts)
        return Beginning(
            kept, prefix, parts, reach, article(parts[-1]) if len(parts) == 1 else None
        )

    def reach(self, beginning: Beginning, following: str) -> int:
        """Return how many words, without articles, a name has at most; 0 if none begins so.

        Parameters
        ----------
        beginning : Beginning
            Of the first word.
        following : str
            The word after it; empty if none may belong to it.
        """
        reach = beginning.reach
        if beginning.article is not None and following:
            word = self[following]
            if not word.folded:
                return LONGEST
            if word.folded[0].startswith(beginning.article):
                return max(
                    reach,
                    *(LONGEST if b.article is not None else b.reach for b in word.beginnings),
                    0,
                )
        return reach

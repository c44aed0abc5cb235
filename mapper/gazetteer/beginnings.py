"""Which words of a text may begin a name: worked out once a word, however often it is written.

Most words begin no name, so a text is passed over with one look at a table a word.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mapper.gazetteer.evidence import capital, no_places
from mapper.gazetteer.folding import article, bare_words, folded, is_arabic

__all__ = ["Beginning", "Beginnings", "Word"]

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
    named : bool
        Whether that is a name by itself.
    goes_on : bool
        Whether a name may go on behind it.
    """

    kept: int
    prefix: str
    folded: tuple[str, ...]
    named: bool
    goes_on: bool


class Word(NamedTuple):
    """What is known of a word.

    Parameters
    ----------
    folded : tuple of str
        Its parts, folded: "ash-Shaykh" has two.
    owner : tuple of str
        The parts without a possessive; empty if it has none.
    possessive : int
        Length of the possessive.
    beginnings : tuple of Beginning
        Readings of it as the first word of a name; empty for most words.
    """

    folded: tuple[str, ...]
    owner: tuple[str, ...]
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

    Attributes
    ----------
    able : mapping of str to bool
        Words as written to whether a name may begin with them.

    Examples
    --------
    >>> known = Beginnings(["deir zor", "zahle"])
    >>> [known.able[word] for word in ("Deir", "fell", "Zahle’s")]
    [True, False, True]
    >>> known.opens("Deir", "Zor"), known.opens("Deir", "fell")
    (True, False)
    """

    def __init__(self, names: Iterable[str], areas: Iterable[str] = ()) -> None:
        super().__init__()
        self.able = _Able(self)
        self.names = frozenset(names)
        self._pairs: dict[tuple[str, str], bool] = {}
        self._openings = {
            name[:at] for name in self.names for at, sign in enumerate(name) if sign == " "
        }
        self._lower = {name.partition(" ")[0] for name in areas}
        for name in self.names:
            if not name.isascii() and not is_arabic(name.partition(" ")[0]) and is_arabic(name):
                self._lower.add(name.partition(" ")[0])

    def __missing__(self, word: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        known = self[word] = self._word(word)
        return known

    def _word(self, word: str) -> Word:
        if word.isascii() and word.isalpha() and capital(word) is False:
            plain = word.lower()
            if plain not in self._lower:
                # Most words of a text in Latin letters.
                return Word((plain,), (), 0, ())
        parts = tuple(folded(word).split())
        if not parts:
            return Word((), (), 0, ())
        match = _POSSESSIVE.search(word)
        owner = tuple(folded(word[: match.start()]).split()) if match else ()
        readings = []
        if (
            is_arabic(word)
            or capital(word) is not False
            or not self._lower.isdisjoint((*parts[:1], *owner[:1]))
        ):
            readings.append((0, "", parts))
        if is_arabic(word[:1]):
            readings += [
                (kept, prefix, tuple(folded(word[kept:]).split()))
                for prefix, kept in _PREFIXES
                if word.startswith(prefix)
            ]
        return Word(
            parts,
            owner,
            len(word) - match.start() if match else 0,
            tuple(
                Beginning(kept, prefix, opening, self.named(opening), self.goes_on(opening))
                for kept, prefix, opening in readings
                if self._begins(opening) or (owner and self._begins(owner))
            ),
        )

    def opens(self, word: str, following: str) -> bool:
        """Whether a name can begin with a word, or with it and the one that follows."""
        pair = (word, following)
        known = self._pairs.get(pair)
        if known is None:
            if len(self._pairs) >= _MOST:
                self._pairs.clear()
            known = self._pairs[pair] = self._pair(self[word], self[following])
        return known

    def _pair(self, word: Word, following: Word) -> bool:
        if word.owner or any(beginning.named for beginning in word.beginnings):
            return True
        longer = [(*b.folded, *following.folded) for b in word.beginnings if b.goes_on]
        return bool(following.folded) and any(
            following.owner or self.named(parts) or self.goes_on(parts) for parts in longer
        )

    def named(self, parts: Sequence[str]) -> bool:
        """Whether folded words are a name, with or without their articles."""
        return " ".join(parts) in self.names or bare_words(parts) in self.names

    def _begins(self, parts: tuple[str, ...]) -> bool:
        """Whether a name begins with a word, or is it: not one that is never a place."""
        key, plain = " ".join(parts), bare_words(parts)
        alone = not self.names.isdisjoint((key, plain)) and no_places().isdisjoint((key, plain))
        return alone or self.goes_on(parts)

    def goes_on(self, parts: Sequence[str]) -> bool:
        """Whether a name may go on behind some folded words, with or without their articles."""
        plain = bare_words(parts)
        if plain in self._openings or " ".join(parts) in self._openings:
            return True
        # The last may turn out to be an article, which stands in no name without articles.
        before = plain.rpartition(" ")[0]
        return not parts or (
            article(parts[-1]) is not None and (not before or before in self._openings)
        )


class _Able(dict[str, bool]):
    """Words as written to whether a name may begin with them; filled as it is asked."""

    def __init__(self, known: Beginnings) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST:
            self.clear()
        able = self[word] = bool(self._known[word].beginnings)
        return able

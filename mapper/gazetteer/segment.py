"""The names of one gazetteer, compiled once and kept on disk.

Columns, not objects: a hundred thousand small lists take longer to read than all else, and every
later walk of the garbage collector passes over them again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

from mapper.gazetteer.folding import bare, folded, is_arabic, marked
from mapper.gazetteer.records import Record
from mapper.gazetteer.skeleton import skeletons

__all__ = ["Keys", "Segment", "is_code"]

_FLAT = ("names", "owners", "plain", "marked", "scripts")


class Keys:
    """Keys to some numbers each.

    Parameters
    ----------
    keys : list of str
        Each once.
    ends : list of int
        Where the numbers of each key end among all.
    numbers : list of int
        The numbers of the first key, of the second, and so on.

    Examples
    --------
    >>> keys = Keys.of({"bab": [0, 2], "dar": [1]})
    >>> keys["bab"], keys["sur"]
    ([0, 2], [])
    """

    def __init__(self, keys: list[str], ends: list[int], numbers: list[int]) -> None:
        self._at = dict(zip(keys, range(len(keys)), strict=True))
        self._ends = [0, *ends]
        self._numbers = numbers

    @classmethod
    def of(cls, lists: Mapping[str, Sequence[int]]) -> "Keys":
        """Return keys to the numbers of each list."""
        return cls(
            list(lists),
            list(accumulate(map(len, lists.values()))),
            list(chain.from_iterable(lists.values())),
        )

    def __getitem__(self, key: str) -> list[int]:
        at = self._at.get(key)
        return [] if at is None else self._numbers[self._ends[at] : self._ends[at + 1]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def columns(self) -> list[list[Any]]:
        """Return what `Keys` takes."""
        return [list(self._at), self._ends[1:], self._numbers]


@dataclass(frozen=True, slots=True)
class Segment:
    """The compiled names of one gazetteer.

    Parameters
    ----------
    names : list of str
        Every spelling.
    owners : list of int
        The place of each, by its position.
    plain : list of str
        Each without articles, as `bare` gives it.
    marked : list of str
        Each as `marked` gives it for its own or a like spelling; empty where that is as plain.
    scripts : str
        Of each a letter: ``l`` Latin, ``a`` Arabic, ``-`` another.
    exact, skeletons : Keys
        Keys to positions in ``names``.
    """

    names: list[str]
    owners: list[int]
    plain: list[str]
    marked: list[str]
    scripts: str
    exact: Keys
    skeletons: Keys

    @classmethod
    def of(cls, records: Sequence[Record]) -> "Segment":
        """Compile the names of some places.

        >>> list(Segment.of([Record("a:1", "al-Bab", "settlement")]).exact)
        ['al bab', 'bab']
        """
        names: list[str] = []
        owners: list[int] = []
        plain: list[str] = []
        signs: list[str] = []
        exact: dict[str, list[int]] = {}
        sounding: dict[str, list[int]] = {}
        for row, record in enumerate(records):
            known: dict[str, int] = {}
            for name in (record.name, *record.names):
                whole = folded(name)
                if not whole:
                    continue
                if whole in known:
                    signs[known[whole]] = signs[known[whole]] or _signs(name)
                    continue
                number, short = len(names), bare(name)
                known[whole] = number
                names.append(name)
                owners.append(row)
                plain.append(short)
                signs.append(_signs(name))
                for key in dict.fromkeys((whole, short, short.replace(" ", ""))):
                    if key:
                        exact.setdefault(key, []).append(number)
                for key in () if is_code(name) else skeletons(name):
                    sounding.setdefault(key, []).append(number)
        scripts = "".join(map(_script, plain))
        return cls(names, owners, plain, signs, scripts, Keys.of(exact), Keys.of(sounding))

    def columns(self) -> dict[str, Any]:
        """Return plain columns, for keeping on disk."""
        flat = {name: getattr(self, name) for name in _FLAT}
        return {**flat, "exact": self.exact.columns(), "skeletons": self.skeletons.columns()}

    @classmethod
    def from_columns(cls, columns: Mapping[str, Any]) -> "Segment":
        """Return the segment that has these columns; any but its own raise an error."""
        keys = {name: Keys(*columns[name]) for name in ("exact", "skeletons")}
        return cls(**{**columns, **keys})


def _signs(name: str) -> str:
    if name.isascii() and "`" not in name:
        return ""
    signs = marked(name)
    return "" if signs == bare(name) or is_arabic(signs) else signs


def is_code(name: str) -> bool:
    """Whether a name is a code, which is a name only as it stands.

    >>> is_code("SUR"), is_code("Sur")
    (True, False)
    """
    return len(name) <= 3 and name.isupper()


def _script(plain: str) -> str:
    return "a" if is_arabic(plain) else "l" if plain[:1].isascii() else "-"

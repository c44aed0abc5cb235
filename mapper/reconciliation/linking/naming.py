"""What the names of two places say: one town in two spellings, one neighbourhood, or two.

"Sampletown", "al-Sample Town: Market quarter" and "Market neighbourhood in Sampletown city" name one
town, and the last two one neighbourhood of it. Which part of "Oldham, Sampletown" is the town, only the
other places tell: a part that stands alone elsewhere is a place of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from mapper.gazetteer.skeleton import skeletons
from mapper.reconciliation.columns import Bools, Floats
from mapper.schema import fold_voice

__all__ = ["Naming", "named"]

_PART = re.compile(r"\s*[,(/|:;)]+\s*|\s+[-–—]\s+")
_KIND_OF = re.compile(
    r"\b(?:town|city|village|district|governorate|province|camp|area|neighbou?rhood|quarter|suburb|"
    r"countryside|al|el|ad|as|ash|an|ar|at|az|hay|the|of|in|near|مدينة|بلدة|قرية|حي|مخيم)\b"
)
_QUARTER = re.compile(
    r"\b(?:neighbou?rhood|quarter|district|suburb|street|hay)\b|حي", re.IGNORECASE
)
# A word that stands in more of the places than this tells none of them from another.
_COMMON = 0.02
_FEWEST = 3
_SAME_QUARTER, _OTHER_QUARTER = 1.8, -0.8

_Keys = frozenset[str]


@dataclass(frozen=True)
class Naming:
    """What names say of pairs.

    Parameters
    ----------
    one_name : array of bool
        Whether the two name one settlement.
    quarter : array of float
        What neighbourhoods and other words of the place say for one event, in natural logarithms.
    """

    one_name: Bools
    quarter: Floats


@dataclass(frozen=True, slots=True)
class _Place:
    """A place as keys: its settlement's name, the words beside that, and whether they name a part."""

    town: _Keys
    words: _Keys
    part: bool


def named(
    spots: pd.DataFrame, a: "np.typing.NDArray[np.int64]", b: "np.typing.NDArray[np.int64]"
) -> Naming:
    """Return what the names of places say of pairs.

    Parameters
    ----------
    spots : DataFrame
        ``place_name``, ``place_said`` (as written, parts divided by commas) and ``place_details``.
    a, b : array of int
        Positions of the first and the second of each pair.
    """
    shown = spots["place_said"].where(spots["place_said"] != "", spots["place_name"])
    number, distinct = pd.factorize(pd.MultiIndex.from_arrays([shown, spots["place_details"]]))
    places = _places(list(distinct), np.bincount(number, minlength=len(distinct)))
    pairs, which = np.unique(number[a] * max(len(distinct), 1) + number[b], return_inverse=True)
    both = [(places[pair // len(places)], places[pair % len(places)]) for pair in pairs]
    one_name = np.array([bool(x.town & y.town) for x, y in both], dtype="bool")
    quarter = np.array([_quarter(x, y) for x, y in both], dtype="float64")
    return Naming(one_name[which], quarter[which])


def _quarter(x: _Place, y: _Place) -> float:
    if x.words & y.words:
        return _SAME_QUARTER
    return _OTHER_QUARTER if x.part and y.part else 0.0


def _places(said: list[tuple[str, str]], times: "np.typing.NDArray[np.int64]") -> list[_Place]:
    parts = [[part for part in map(_bare, _PART.split(name)) if part] for name, _ in said]
    alone = frozenset(key for some in parts if len(some) == 1 for key in skeletons(some[0]))
    out, words_of = [], []
    for some, (_, details) in zip(parts, said, strict=True):
        keys = [frozenset(skeletons(part)) for part in some]
        town = next((key for key in keys if key & alone), keys[0] if keys else frozenset())
        beside = [
            part
            for part, key in zip(some, keys, strict=True)
            if key.isdisjoint(town) and key.isdisjoint(alone)
        ]
        words = _keys_of([*beside, _bare(details)]) - town
        out.append((town, bool(beside) or bool(_QUARTER.search(details))))
        words_of.append(words)
    common = _common(words_of, times)
    return [
        _Place(town, words - common, part)
        for (town, part), words in zip(out, words_of, strict=True)
    ]


def _bare(words: str) -> str:
    return " ".join(_KIND_OF.sub(" ", fold_voice(words)).split())


def _keys_of(texts: Iterable[str]) -> _Keys:
    words = {word for text in texts for word in text.split() if len(word) > 2}
    return frozenset(key for word in words for key in skeletons(word) if len(key) > 1)


def _common(words_of: list[_Keys], times: "np.typing.NDArray[np.int64]") -> _Keys:
    number: dict[str, int] = {}
    for words, many in zip(words_of, times, strict=True):
        for word in words:
            number[word] = number.get(word, 0) + int(many)
    most = max(_COMMON * float(times.sum()), _FEWEST)
    return frozenset(word for word, many in number.items() if many > most)

"""Counted people: a number with its noun phrase."""

from collections.abc import Callable, Sequence

from mapper.extraction.counting.figure import QUOTES, Figure
from mapper.extraction.counting.kin import possessed, with_family, with_kin, with_owned
from mapper.extraction.counting.noun_phrase import (
    classes_of,
    counted_noun,
    group_end,
    is_plain,
    phrase_end,
)
from mapper.extraction.counting.other_numbers import is_rate, labelled, of_something_else
from mapper.extraction.counting.quantities import Quantity, quantities
from mapper.extraction.counting.single import unnumbered
from mapper.extraction.languages import Language, Noun, Number
from mapper.extraction.words.lexicon import Item
from mapper.model import Count, Measure, Qualifier

__all__ = ["figures"]

# Above this Arabic counts in the singular.
_FEW = 10
_PAIR = 2
_WRITTEN_INTO = ("ب", "و")


def figures(
    items: Sequence[Item],
    text: Callable[[int, int], str],
    language: Language,
    dated: Callable[[int, int], bool],
    placed: Callable[[int], bool],
) -> list[Figure]:
    """Return what is counted in a sentence, in order.

    Parameters
    ----------
    items : sequence of Item
        The phrases of the sentence.
    text : callable
        From offsets to the body's words.
    language : Language
        The table.
    dated : callable
        Whether offsets lie within a date.
    placed : callable
        Whether an offset lies in the name of a place, or at its end.
    """
    found = []
    for quantity in quantities(items, text, dated):
        core = items[quantity.core]
        # A year just told is no label: "since the start of the year 170 …".
        before = items[quantity.first - 1] if quantity.first else core
        if labelled(items, quantity) and not dated(before.start, before.end):
            continue
        if of_something_else(items, quantity, dated, placed):
            continue
        figure = _figure(items, quantity, text, language, placed)
        if figure is not None:
            found.append(figure)
    implied = (
        possessed(items, found) if language.syntax.capitals else unnumbered(items, found, language)
    )
    if not found and not implied:
        return []
    in_order = sorted([*found, *implied], key=lambda figure: figure.first)
    families = with_family(in_order, items, text)
    return with_kin(with_owned(families, items, text), items, text)


def _figure(
    items: Sequence[Item],
    quantity: Quantity,
    text: Callable[[int, int], str],
    language: Language,
    placed: Callable[[int], bool],
) -> Figure | None:
    first, last = quantity.first, quantity.last
    if quantity.count.high == 1 and first > 1 and _did_it(items, first):
        return None
    figure = Figure(
        first,
        last,
        items[first].start,
        items[last].end,
        quantity.count,
        delta=quantity.delta,
    )
    noun = counted_noun(items, last + 1, language)
    if noun is None and (before := _noun_before(items, quantity, text)) is not None:
        return before
    following = items[last + 1] if last + 1 < len(items) else None
    if quantity.indefinite and noun is None and items[quantity.core].key == "another":
        # "Another was abducted."
        verb = following is not None and ("passive" in following or "trigger" in following)
        return _bare(items, figure, quantity, language, placed) if verb else None
    if quantity.indefinite and noun is None:
        return _one_stranger(items, figure)
    if quantity.indefinite:
        singular = noun is not None and items[noun[0]].roles["noun"].number == Number.SINGULAR
        if not singular or "possessive" in items[quantity.core]:
            return None
        figure.singular = True
    if quantity.count.rule == "none" and items[first].key not in _NOBODY:
        # Arabic "no" denies the verb that follows, unless it stands right before its noun.
        apart = noun is not None and noun[0] > last + 1 and language.syntax.verb_first
        if noun is None or apart:
            return None
    part = next((item for item in items[last + 1 : last + 2] if "of_them" in item), None)
    if part is not None:
        figure.of_them = True
        figure.adjective = part.roles["of_them"]
    if noun is None and items[quantity.core].key in language.people.pairs and not figure.of_them:
        figure.count = Count(2, 2, 2, Qualifier.EXACT, quantity.count.words, "words")
        figure.generic = figure.singular = True
        return figure
    if noun is None:
        return _bare(items, figure, quantity, language, placed)
    at, adjective = noun
    end = phrase_end(items, at)
    # The head of several nouns is the last in English, the first in Arabic.
    entry: Noun = items[at if language.syntax.verb_first else end].roles["noun"]
    shared = language.syntax.verb_first and (figure.count.low or 0) > _FEW
    end = group_end(items, end, singular=shared and entry.number == Number.SINGULAR)
    figure.last, figure.end = end, items[end].end
    figure.unit = entry.unit
    figure.classes = classes_of(items, last + 1, end)
    figure.noun_measure = entry.measure
    figure.adjective = adjective or figure.adjective or entry.implied
    figure.group = _group(items[last + 1 : end + 1], text)
    figure.generic = not figure.classes
    _behind(items, figure, text)
    if is_rate(items, figure.last + 1):
        return None
    alone = figure.singular or figure.count.high == 1
    return None if alone and entry.measure is Measure.INCIDENTS else figure


def _behind(items: Sequence[Item], figure: Figure, text: Callable[[int, int], str]) -> None:
    """Read what stands behind the noun: "12 people at least", "five people missing"."""
    following = items[figure.last + 1] if figure.last + 1 < len(items) else None
    if following is None:
        return
    hedge = following.roles.get("behind")
    if hedge is Qualifier.AT_LEAST and figure.count.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        words = text(figure.start, following.end)
        figure.count = Count(
            figure.count.low, figure.count.low, None, hedge, words, figure.count.rule
        )
        figure.last, figure.end = figure.last + 1, following.end
    elif "noun" in following and following.roles["noun"].measure in _STATES:
        figure.adjective = figure.adjective or following.roles["noun"].measure


def _did_it(items: Sequence[Item], at: int) -> bool:
    """Whether one person stands where the doer does: "killed by a sniper"."""
    return items[at - 1].key == "by" and "trigger" in items[at - 2]


_STATES = (Measure.MISSING, Measure.DETAINED, Measure.DISPLACED)


def _group(items: Sequence[Item], text: Callable[[int, int], str]) -> str:
    """Return the words of a group, without the "of" before it and quotation marks."""
    first = 1 if len(items) > 1 and "of" in items[0] else 0
    while first < len(items) - 1 and items[first].key in QUOTES:
        first += 1
    return text(items[first].start, items[-1].end) if items else ""


_NOBODY = frozenset({"no one", "nobody", "none"})


def _bare(
    items: Sequence[Item],
    figure: Figure,
    quantity: Quantity,
    language: Language,
    placed: Callable[[int], bool],
) -> Figure | None:
    """Return a figure without a noun if nothing else is counted by it."""
    figure.bare = figure.generic = True
    figure.noun_measure = _risen(items[max(0, figure.first - 2) : figure.first])
    following = items[figure.last + 1] if figure.last + 1 < len(items) else None
    ahead = items[figure.last + 1 : figure.last + 4]
    if quantity.count.rule == "uncounted" and not any("trigger" in item for item in ahead):
        return None
    if following is not None and "trigger" in following and len(ahead) > 1:
        # "Forty stranded dolphins": the participle describes somebody no table knows.
        other = ahead[1]
        if is_plain(other) and other.text.islower() and language.people.plural.search(other.key):
            return None
    if following is not None and following.text[:1].isalpha():
        people = (
            language.syntax.capitals
            and following.text[:1].isupper()
            and following.text.endswith(("s", "ese", "sh", "i", "ish"))
            and not following.roles
        )
        if people:
            figure.bare = False
            figure.last += 1
            figure.end = following.end
            figure.group = following.text
            figure.classes = ()
            return figure
        if not (
            "function" in following
            or "trigger" in following
            or "and" in following
            or "break" in following
            or "including" in following
            or "of_them" in following
            or "instead" in following
            or following.clung
            # "16 in Redford and in Greenhill …", where "in" and "and" are written into the name.
            or (following.text[:1] in _WRITTEN_INTO and placed(following.start + 1))
            # "7 village of Redford", as Arabic lists may have it.
            or ("not_people" in following and len(ahead) > 1 and placed(ahead[1].end))
            # Arabic counts nothing behind an article: "the fate of the dozens unknown".
            or items[quantity.core].text.startswith("ال")
        ):
            return _stranger(items, figure, language)
    return figure


def _risen(before: Sequence[Item]) -> Measure | None:
    """Return what has risen to a figure: "the dead to 12 and the wounded to 30", as Arabic tells it."""
    if len(before) < _PAIR or "range" not in before[1] or not before[0].text.startswith("ال"):
        return None
    noun: Noun | None = before[0].roles.get("noun")
    return noun.measure if noun is not None else None


def _noun_before(
    items: Sequence[Item], quantity: Quantity, text: Callable[[int, int], str]
) -> Figure | None:
    """Return a figure whose noun stands before its number, as in Arabic: "one massacre", "her six children"."""
    at = quantity.first - 1
    words = text(items[quantity.core].start, items[quantity.last].end)
    if at < 0 or "noun" not in items[at] or words.isascii():
        return None
    noun: Noun = items[at].roles["noun"]
    own = noun.kin and noun.number == Number.PLURAL and words.startswith("ال")
    one = noun.number == Number.SINGULAR and quantity.count.high == 1
    two = noun.number != Number.SINGULAR and quantity.count.high == _PAIR
    if not (own or one or two):
        return None
    figure = Figure(
        at,
        quantity.last,
        items[at].start,
        items[quantity.last].end,
        quantity.count,
        unit=noun.unit,
        group=text(items[at].start, items[quantity.last].end),
        classes=noun.classes,
        noun_measure=noun.measure,
    )
    figure.generic = not figure.classes
    return figure


def _stranger(items: Sequence[Item], figure: Figure, language: Language) -> Figure | None:
    """Return a figure of somebody no table knows, where the word looks like several people."""
    head = figure.last + 1
    while not language.people.plural.search(items[head].key):
        if head == figure.last + 3 or head + 1 == len(items) or not is_plain(items[head]):
            return None
        head += 1
    if not is_plain(items[head]):
        return None
    figure.group = " ".join(item.text for item in items[figure.last + 1 : head + 1])
    figure.last, figure.end = head, items[head].end
    figure.bare, figure.stranger = False, True
    return figure


def _one_stranger(items: Sequence[Item], figure: Figure) -> Figure | None:
    """Return somebody no table knows, to whom something was done: "a motorcyclist was shot dead"."""
    head = figure.last + 1
    while head + 1 < len(items) and head < figure.last + 3 and is_plain(items[head + 1]):
        head += 1
    ahead = items[head + 1 : head + 3]
    done = len(ahead) == 2 and ahead[0].key in ("was", "is") and "trigger" in ahead[1]
    if (
        not done
        or head >= len(items)
        or not is_plain(items[head])
        or items[figure.first].key == "the"
    ):
        return None
    figure.group = " ".join(item.text for item in items[figure.last + 1 : head + 1])
    figure.last, figure.end = head, items[head].end
    figure.singular = figure.stranger = figure.generic = True
    return figure

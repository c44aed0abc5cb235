"""Numbers with their hedges: digits, words, ranges, vague words, none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mapper.extraction.languages import Number
from mapper.extraction.words.lexicon import Item
from mapper.extraction.words.tokens import number_of
from mapper.model import Count, Qualifier

__all__ = ["Quantity", "quantities"]

_MOST = 10**12
_TOO_MANY = 10_000
_HUNDRED = 100
_THOUSAND = 1_000
# How far behind "a" or "the" a noun or "was" stands that makes it a number; what else it may be.
_ARTICLE_REACH = 9
_VERB_REACH = 4
_ARTICLE = frozenset({"one", "function", "possessive", "counts"})
_CLINGING = frozenset({"scale", "behind", "of_them"})
_STRONG = (Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.MORE_THAN)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was said: items ``first`` to ``last``, core from ``core``, and the count."""

    first: int
    core: int
    last: int
    count: Count
    digits: bool = False
    indefinite: bool = False
    delta: bool = False


def quantities(
    items: Sequence[Item],
    text: Callable[[int, int], str],
    dated: Callable[[int, int], bool],
) -> list[Quantity]:
    """Return the numbers of a sentence in order.

    Parameters
    ----------
    items : sequence of Item
        The phrases of the sentence.
    text : callable
        From offsets to the body's words.
    dated : callable
        Whether offsets lie within a date.
    """
    found: list[Quantity] = []
    free, before = 0, -1
    for at, item in enumerate(items):
        if at < free or not ("counts" in item.roles or item.text[0].isdecimal()):
            continue
        if dated(item.start, item.end):
            # "Since 7 October 2023 to 67,967": no range.
            before = at
            continue
        if _is_article(items, at) and not _may_count(items, at):
            # Most articles count nobody.
            before = at
            continue
        quantity = _quantity(items, at, text, before)
        if quantity is not None:
            found.append(quantity)
            before = quantity.last
            free = before + 1
    return found


def _may_count(items: Sequence[Item], at: int) -> bool:
    """Whether an article may count somebody: one noun, or a verb behind one no table knows."""
    for far, item in enumerate(items[at + 1 : at + 1 + _ARTICLE_REACH], 1):
        noun = item.roles.get("noun")
        if noun is not None and (noun.number == Number.SINGULAR or not item.text.isascii()):
            return True
        if far <= _VERB_REACH and (
            "passive" in item.roles or (far == 1 and "trigger" in item.roles)
        ):
            return True
    return False


def _is_article(items: Sequence[Item], at: int) -> bool:
    """Whether a word can be no more than "a" or "the", with nothing behind it that belongs to it."""
    roles = items[at].roles
    if "one" not in roles or not _ARTICLE.issuperset(roles):
        return False
    return at + 1 == len(items) or _CLINGING.isdisjoint(items[at + 1].roles)


def _quantity(
    items: Sequence[Item], at: int, text: Callable[[int, int], str], before: int
) -> Quantity | None:
    core = _core(items, at)
    if core is None:
        return None
    low, high, last, rule = core
    first, qualifier, delta = _hedged(items, at, before)
    between = first > before + 1 and "between" in items[first - 1]
    # "The toll rose from 30 to 42" tells two figures, not a range.
    from_one = first > before + 1 and items[first - 1].key in ("from", "من")
    changed = from_one and any("change" in item for item in items[:first])
    between = between and not changed
    upper = (
        None
        if changed
        else _upper(items, last, between=between)
        if rule in ("digits", "words")
        else None
    )
    if (
        upper is not None
        and low < _THOUSAND <= upper[0]
        and upper[0] / 10 < low * _THOUSAND < upper[0]
    ):
        # "62 – 66,000": both in thousands.
        low *= _THOUSAND
    if upper is not None and upper[0] > low:
        start = first - 1 if between else first
        words = text(items[start].start, items[upper[1]].end)
        count = Count(low, None, upper[0], Qualifier.RANGE, words, "range")
        return Quantity(start, at, upper[1], count, digits=rule == "digits", delta=delta)
    if last + 1 < len(items) and (behind := items[last + 1].roles.get("behind")) is not None:
        glued = items[last + 1].start == items[last].end or items[last + 1].text not in ("-", "+")
        if glued and (qualifier is None or behind in _STRONG):
            qualifier, last = behind, last + 1
    words = text(items[first].start, items[last].end).removesuffix(" of")
    return Quantity(
        first,
        at,
        last,
        _count(low, high, rule, qualifier, words),
        digits=rule == "digits",
        indefinite=rule == "one",
        delta=delta or "others" in items[at],
    )


def _count(low: int, high: int | None, rule: str, qualifier: Qualifier | None, words: str) -> Count:
    if rule == "uncounted":
        return Count(words=words, rule="uncounted")
    if rule == "vague":
        if qualifier is Qualifier.UP_TO:
            return Count(None, None, None, Qualifier.VAGUE, words, "vague")
        return Count(low, low, None, Qualifier.VAGUE, words, "vague", imputed=True)
    match qualifier:
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return Count(low, low, None, qualifier, words, rule)
        case Qualifier.UP_TO:
            # That something happened is said; how little, is not.
            return Count(min(1, low), None, low, qualifier, words, rule)
        case Qualifier.ABOUT:
            return Count(low, low, low, qualifier, words, rule)
    return Count(low, low, high, Qualifier.EXACT, words, rule)


def _core(items: Sequence[Item], at: int) -> tuple[int, int | None, int, str] | None:
    """Return low, high, the last item and the rule of the number that starts at an item."""
    item = items[at]
    if "none" in item:
        return 0, 0, at, "none"
    if "uncounted" in item:
        return 0, None, at, "uncounted"
    if "vague" in item:
        return item.roles["vague"], None, at, "vague"
    numeral = item.text[:1].isdecimal() or "number" in item or "scale" in item
    spelled = _spelled(items, at) if numeral else None
    if spelled is not None:
        value, last, digits = spelled
        return value, value, last, "digits" if digits else "words"
    if "one" in item:
        if at + 1 < len(items) and "scale" in items[at + 1]:
            value = items[at + 1].roles["scale"]
            return value, value, at + 1, "words"
        return 1, 1, at, "one"
    return None


def _spelled(items: Sequence[Item], at: int) -> tuple[int, int, bool] | None:
    """Read digits or number words: value, last item, and whether it was written in digits."""
    total = current = 0
    last = -1
    digits = False
    here = at
    while here < len(items):
        item = items[here]
        value = _value(item)
        added = last == here - 2 and _adds(items, here - 1)
        if value is not None and ("scale" not in item or last < 0 or added):
            if last >= 0 and not added and not _joins(items, last, here, current + total, value):
                break
            # "5 12" are two numbers.
            is_digits = item.text[:1].isdecimal()
            if last >= 0 and (digits or is_digits) and not _adds(items, here - 1):
                break
            digits = digits or is_digits
            if value != int(value):
                scaled = here + 1 < len(items) and "scale" in items[here + 1]
                if not scaled:
                    return None
                total = round(value * items[here + 1].roles["scale"])
                return min(total, _MOST), here + 1, True
            if value >= _THOUSAND and not is_digits:
                # "Two thousand" in one word.
                total += int(value)
            else:
                current += int(value)
            last = here
        elif (
            "scale" in item
            and (last >= 0 or item.roles["scale"] >= 100)
            and _scales(items, last, here)
        ):
            scale = item.roles["scale"]
            if digits and scale == _THOUSAND and current >= _TOO_MANY:
                # "124617 thousand": a slip for 124,617.
                last = here
            elif scale >= 1000:
                total = (
                    (total + max(current, 1)) * scale
                    if not total
                    else total + max(current, 1) * scale
                )
                current = 0
            else:
                current = max(current, 1) * scale
            last = here
        elif (
            last >= 0
            and "and" in item
            and (_adds(items, here) or (not digits and _continues(items, here, current + total)))
        ):
            pass
        else:
            break
        here += 1
    return (min(total + current, _MOST), last, digits) if last >= 0 else None


def _value(item: Item) -> float | None:
    if item.text[:1].isdecimal():
        return number_of(item.text)
    if "number" in item:
        return int(item.roles["number"])
    return _HUNDRED if item.roles.get("scale") == _HUNDRED else None


def _joins(items: Sequence[Item], last: int, here: int, so_far: int, value: float) -> bool:
    """Whether a number word carries the number on: "twenty five", "two hundred [and] fifty"."""
    if here == last + 1:
        tens = "scale" in items[last] or (so_far >= 20 and so_far % 10 == 0 and value < 10)
        return tens and so_far % 100 + value < 1000
    return _continues(items, last + 1, so_far)


def _adds(items: Sequence[Item], conjunction: int) -> bool:
    """Whether a number goes on behind a thousand: "3 thousand and 240", as Arabic writes them."""
    if not 0 < conjunction < len(items) - 1 or "and" not in items[conjunction]:
        return False
    before, value = items[conjunction - 1].roles, _value(items[conjunction + 1])
    # The Arabic "and" is a letter, and "two thousand" is one word.
    clings = len(items[conjunction].text) == 1
    thousands = max(before.get("scale", 0), before.get("number", 0)) >= _THOUSAND
    return clings and thousands and value is not None and value < _THOUSAND


def _continues(items: Sequence[Item], conjunction: int, so_far: int) -> bool:
    following = conjunction + 1
    if following >= len(items):
        return False
    value = _value(items[following])
    if value is None or items[following].text[:1].isdecimal():
        return False
    # Arabic says its units before its tens: three and twenty.
    turned = 0 < so_far < 10 and value in range(20, 100, 10)
    return turned or (so_far >= 100 and value < 100 and (so_far % 100 == 0 or so_far % 100 < 10))


def _scales(items: Sequence[Item], last: int, here: int) -> bool:
    # A single letter is a scale only when it clings to its digits: 5k, 1.2m.
    if len(items[here].key) == 1:
        return last == here - 1 and items[last].end == items[here].start
    return last < 0 or last == here - 1


def _hedged(items: Sequence[Item], at: int, before: int) -> tuple[int, Qualifier | None, bool]:
    """Return where the hedges before a number start, the strongest of them, and "another"."""
    first, qualifier, delta = at, None, False
    here = at - 1
    while here > before and here >= at - 5:
        item = items[here]
        if "hedge" in item:
            hedge = item.roles["hedge"]
            if qualifier not in _STRONG:
                qualifier = hedge
            first = here
        elif "others" in item:
            first, delta = here, True
        elif not ("one" in item and here + 1 < len(items) and "hedge" in items[here + 1]):
            break
        here -= 1
    return first, qualifier, delta


def _upper(items: Sequence[Item], last: int, *, between: bool) -> tuple[int, int] | None:
    """Return the upper end of a range and its item."""
    here = last + 1
    if here >= len(items) or "range" not in items[here]:
        return None
    if "and" in items[here] and not between:
        return None
    here += 1
    if (
        here < len(items)
        and "hedge" in items[here]
        and items[here].roles["hedge"] is Qualifier.UP_TO
    ):
        here += 1
    if here >= len(items):
        return None
    spelled = _spelled(items, here)
    if spelled is None:
        return None
    return spelled[0], spelled[1]

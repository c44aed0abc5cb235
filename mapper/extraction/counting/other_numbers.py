"""Numbers that count nobody: ages, dates, money, distances, shares, names of roads and brigades."""

from collections.abc import Callable, Sequence

from mapper.extraction.counting.figure import QUOTES
from mapper.extraction.counting.quantities import Quantity
from mapper.extraction.languages import Number, Side
from mapper.extraction.words.lexicon import Item

__all__ = ["is_rate", "labelled", "of_something_else"]

_PER = 2
_PHRASE = frozenset({"noun", "function", "one"})
_OLDEST = 120
_YEAR = 4
_RATES = frozenset({"يوميا", "شهريا", "سنويا", "اسبوعيا"})
_RANKS = frozenset({"most", "worst", "first", "few", "last", "main", "biggest"})
_AGES = frozenset({"aged", "ages", "age", "age of", "the age of", "اعمارهم"})
_SIGNS_BEFORE_MONEY = frozenset("$€£¥₺")


def labelled(items: Sequence[Item], quantity: Quantity) -> bool:
    """Whether the number names a thing: Resolution 2254, Highway 5, the 47th, aged 34."""
    core = items[quantity.core]
    before = items[quantity.first - 1] if quantity.first else None
    following = items[quantity.last + 1] if quantity.last + 1 < len(items) else core
    if "noun" not in following and _in_ages(items, quantity.first):
        return True
    if not quantity.digits:
        return False
    if quantity.core == quantity.first and quantity.core > 0:
        before = items[quantity.core - 1]
        near = before.text[:1].isupper() or before.end + 1 >= core.start
        if "label" in before and near and (before.text[:1].isupper() or len(before.key) > 2):
            return True
        if before.key[-1:] in _SIGNS_BEFORE_MONEY or before.key in ("#", "№", "±"):
            return True
        if before.key == "-" and before.end == core.start and quantity.core > 1:
            word = items[quantity.core - 2]
            if word.end == before.start and word.text[:1].isalpha():
                return True
    return core.text[:1] == "0" and len(core.text) > 1


def _in_ages(items: Sequence[Item], first: int) -> bool:
    """Whether a number is an age, or one of several: "aged one, three and eight"."""
    for item in reversed(items[max(0, first - 8) : first]):
        if item.key in _AGES:
            return True
        counts = {"number", "and", "between", "of"} & item.roles.keys()
        if not counts and item.key not in (",", "،") and not item.text[:1].isdecimal():
            return False
    return False


def of_something_else(
    items: Sequence[Item],
    quantity: Quantity,
    dated: Callable[[int, int], bool],
    placed: Callable[[int], bool],
) -> bool:
    """Whether what follows is no person: 10 %, 34-year-old, 5 km, 3 days, 10:30."""
    here = quantity.last + 1
    if (
        here < len(items)
        and items[here].key in ("-", "‑")
        and items[here].start == items[here - 1].end
    ):
        following = items[here + 1].key if here + 1 < len(items) else ""
        if (
            following
            and not following[0].isdecimal()
            and ("noun" not in items[here + 1] or "not_people" in items[here + 1])
        ):
            return True
    if is_rate(items, here) or _is_rank(items, quantity, here):
        return True
    listed = quantity.digits and here < len(items) and items[here].key in (".", ")")
    if listed and not any(item.text[:1].isalnum() for item in items[: quantity.core]):
        # "1. Redford": the number of a list's item.
        return True
    if here < len(items) and items[here].key in (":", ".") and here + 1 < len(items):
        clock = items[here + 1]
        if clock.text[:1].isdecimal() and items[here].end == clock.start:
            return True
    if _is_minute(items, quantity.first):
        return True
    if (
        here < len(items)
        and items[here].key == "/"
        and here + 1 < len(items)
        and items[here + 1].text[:1].isdecimal()
    ):
        return True
    if quantity.digits and _ends_date(items, quantity, dated):
        return True
    for ahead in range(here, min(here + 2, len(items))):
        if "not_people" in items[ahead] and dated(items[ahead].start, items[ahead].end):
            # "12 on Tuesday", where the word for day opens a date.
            break
        if "not_people" in items[ahead] and ahead + 1 < len(items) and placed(items[ahead + 1].end):
            # "2 in Redford, 7 village of Greenhill"
            break
        if "not_people" in items[ahead]:
            return not QUOTES & {items[ahead].key}
        if items[ahead].key == "of" and quantity.count.rule == "vague":
            continue
        if not _PHRASE.isdisjoint(items[ahead].roles) or _finite(items[ahead]):
            break
        if not items[ahead].text[:1].isalpha():
            break
    core = items[quantity.core]
    if (
        quantity.count.high == 1
        and here + 1 < len(items)
        and items[here].key == "in"
        and (items[here + 1].text[:1].isdecimal() or "number" in items[here + 1])
    ):
        # "One in 52."
        return True
    share = quantity.core > 1 and items[quantity.core - 1].key in ("in", "من", "out of")
    if share and {"number", "one"} & items[quantity.core - 2].roles.keys():
        # "One in 52 people."
        return True
    year = quantity.digits and len(core.text) == 4 and core.text.isdecimal()
    if year and 1900 <= int(core.text) <= 2100:
        nearby = items[here : here + 3]
        # 2023 people, but the 2023 attack; Arabic counts in the singular.
        return not any(
            "noun" in item
            and (item.roles["noun"].number != Number.SINGULAR or not item.text.isascii())
            for item in nearby
        )
    before = items[quantity.core - 1] if quantity.core else None
    if before is not None and before.text[:1].isdecimal() and quantity.first == quantity.core:
        return items[quantity.core].start == before.end
    # ", 34," behind a name is an age.
    return (
        quantity.digits
        and quantity.core == quantity.first
        and here < len(items)
        and quantity.core > 1
        and items[quantity.core - 1].key in (",", "،", "(")
        and items[here].key in (",", "،", ")", ".")
        and _is_one(items[quantity.core - 2])
        # "Redford (34)" behind the name of a place are people there, and nobody is 234.
        and not placed(items[quantity.core - 2].end)
        and (quantity.count.low or 0) <= _OLDEST
    )


def _is_minute(items: Sequence[Item], at: int) -> bool:
    """Whether a number is the end of a time of day: "11:20"."""
    if at < _PER or items[at - 1].key != ":":
        return False
    hour, colon = items[at - 2], items[at - 1]
    joined = hour.end == colon.start and colon.end == items[at].start
    return joined and hour.text[-1:].isdecimal()


def _ends_date(
    items: Sequence[Item], quantity: Quantity, dated: Callable[[int, int], bool]
) -> bool:
    """Whether digits are a year that no calendar here has: "5/5/99999", "On 5 May 9999, 4 people"."""
    at = quantity.core
    if quantity.first < at or not any(
        item.text[:1].isdecimal() for item in items[max(0, at - 2) : at]
    ):
        return False
    last, following = items[at - 1], items[at + 1].key if at + 1 < len(items) else "."
    day = dated(last.start, last.end) and len(items[at].text) >= _YEAR and following in ",،."
    return day or (last.key == "/" and last.end == items[at].start)


def is_rate(items: Sequence[Item], at: int) -> bool:
    """Whether a number says how often: "(7 a day)"."""
    ahead = items[at : at + 2]
    if ahead and ahead[0].key in _RATES:
        return True
    per = len(ahead) == _PER and ahead[0].key in ("a", "an", "per", "each", "every")
    then = items[at + 2].key if at + 2 < len(items) else ""
    return (
        per
        and ahead[1].key in ("day", "week", "month", "year", "hour", "minute")
        and then not in ("earlier", "later", "before", "after", "ago")
    )


def _is_rank(items: Sequence[Item], quantity: Quantity, at: int) -> bool:
    """Whether "one" only ranks what happened: "one of the deadliest attacks"."""
    if quantity.count.high != 1 or at >= len(items) or not items[at].key.startswith("of"):
        return False
    ahead = [item.key for item in items[at : at + 3]]
    return any(key.endswith("est") or key in _RANKS for key in ahead)


def _finite(item: Item) -> bool:
    """Whether a word is what those counted did: "4,000 live in mosques"."""
    return "trigger" in item and item.roles["trigger"].side == Side.SUBJECT


def _is_one(item: Item) -> bool:
    """Whether a word is a name, or a single person: "Ali, 34," "a girl, 9,"."""
    if "noun" in item:
        return bool(item.roles["noun"].number == Number.SINGULAR)
    return item.text[:1].isupper() and not item.roles

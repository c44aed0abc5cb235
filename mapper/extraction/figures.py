"""Counted people: a number with its noun phrase, and what is a number but counts nobody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from mapper.extraction.languages import Language, Noun, Number
from mapper.extraction.lexicon import Item
from mapper.extraction.quantities import Quantity, quantities
from mapper.model import Count, GroupClass, Measure, Qualifier, Unit

__all__ = ["QUOTES", "Figure", "figures"]

_SIGNS_BEFORE_MONEY = frozenset("$€£¥₺")
QUOTES = frozenset("\"“”'‘’«»„")
_REACH = 6


@dataclass(slots=True)
class Figure:
    """A number that may count somebody: its items, its count, and who is counted.

    ``bare`` is a figure without a noun of its own ("12 were killed", "30 others"); ``adjective`` a
    measure within the noun phrase ("12 displaced families").
    """

    first: int
    last: int
    start: int
    end: int
    count: Count
    unit: Unit = Unit.PERSON
    group: str = ""
    classes: tuple[GroupClass, ...] = ()
    bare: bool = False
    singular: bool = False
    delta: bool = False
    generic: bool = False
    noun_measure: Measure | None = None
    adjective: Measure | None = None
    measure: Measure | None = None
    trigger: int | None = None
    parent: int | None = None
    inherited: bool = False
    of_them: bool = False
    notes: list[str] = field(default_factory=list)


def figures(
    items: Sequence[Item],
    text: Callable[[int, int], str],
    language: Language,
    dated: Callable[[int, int], bool],
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
    """
    found = []
    for quantity in quantities(items, text):
        core = items[quantity.core]
        if dated(core.start, items[quantity.last].end):
            continue
        figure = _figure(items, quantity, text, language, dated)
        if figure is not None:
            found.append(figure)
    implied = _pronouns(items, found) if language.capitals else _unnumbered(items, found)
    in_order = sorted([*found, *implied], key=lambda figure: figure.first)
    return _with_kin(_with_owned(in_order, items, text), items, text)


def _figure(
    items: Sequence[Item],
    quantity: Quantity,
    text: Callable[[int, int], str],
    language: Language,
    dated: Callable[[int, int], bool],
) -> Figure | None:
    first, last = quantity.first, quantity.last
    if _labelled(items, quantity) or _of_something_else(items, quantity, dated):
        return None
    figure = Figure(
        first,
        last,
        items[first].start,
        items[last].end,
        quantity.count,
        delta=quantity.delta,
    )
    noun = _noun(items, last + 1, language)
    following = items[last + 1] if last + 1 < len(items) else None
    if quantity.indefinite and noun is None and items[quantity.core].key == "another":
        # "Another was abducted."
        verb = following is not None and ("passive" in following or "trigger" in following)
        return _bare(items, figure, quantity, language) if verb else None
    if quantity.indefinite:
        singular = noun is not None and items[noun[0]].roles["noun"].number == Number.SINGULAR
        if not singular or "possessive" in items[quantity.core]:
            return None
        figure.singular = True
    if quantity.count.rule == "none" and noun is None and items[first].key not in _NOBODY:
        return None
    part = next((item for item in items[last + 1 : last + 2] if "of_them" in item), None)
    if part is not None:
        figure.of_them = True
        figure.adjective = part.roles["of_them"]
    if noun is None:
        return _bare(items, figure, quantity, language)
    at, adjective = noun
    entry: Noun = items[at].roles["noun"]
    end = _group_end(items, at)
    figure.last, figure.end = end, items[end].end
    figure.unit = entry.unit
    figure.classes = _classes(items, last + 1, end)
    figure.noun_measure = entry.measure
    figure.adjective = adjective or figure.adjective
    figure.group = _group(items[last + 1 : end + 1], text)
    figure.generic = not figure.classes
    _behind(items, figure, text)
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


_STATES = (Measure.MISSING, Measure.DETAINED, Measure.DISPLACED)


def _group(items: Sequence[Item], text: Callable[[int, int], str]) -> str:
    """Return the words of a group, without the "of" before it and quotation marks."""
    first = 1 if len(items) > 1 and "of" in items[0] else 0
    while first < len(items) - 1 and items[first].key in QUOTES:
        first += 1
    return text(items[first].start, items[-1].end) if items else ""


_NOBODY = frozenset({"no one", "nobody", "none"})


def _labelled(items: Sequence[Item], quantity: Quantity) -> bool:
    """Whether the number names a thing: Resolution 2254, Highway 5, the 47th, aged 34."""
    core = items[quantity.core]
    before = items[quantity.first - 1] if quantity.first else None
    if before is not None and before.key in ("aged", "ages", "age", "اعمارهم"):
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


def _of_something_else(
    items: Sequence[Item], quantity: Quantity, dated: Callable[[int, int], bool]
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
    opening = all(not items[back].text[:1].isalnum() for back in range(quantity.core))
    if opening and here < len(items) and items[here].key in (".", ")") and quantity.digits:
        # "1. Redford": the number of a list's item.
        return True
    if here < len(items) and items[here].key in (":", ".") and here + 1 < len(items):
        clock = items[here + 1]
        if clock.text[:1].isdecimal() and items[here].end == clock.start:
            return True
    if (
        here < len(items)
        and items[here].key == "/"
        and here + 1 < len(items)
        and items[here + 1].text[:1].isdecimal()
    ):
        return True
    for ahead in range(here, min(here + 2, len(items))):
        if "not_people" in items[ahead] and dated(items[ahead].start, items[ahead].end):
            # "12 on Tuesday", where the word for day opens a date.
            break
        if "not_people" in items[ahead]:
            return not QUOTES & {items[ahead].key}
        if {"noun", "function", "one"} & items[ahead].roles.keys():
            break
        if not items[ahead].text[:1].isalpha():
            break
    core = items[quantity.core]
    if (
        quantity.count.high == 1
        and here + 1 < len(items)
        and items[here].key == "in"
        and items[here + 1].text[:1].isdecimal()
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
        return not any("noun" in item for item in nearby)
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
        and items[quantity.core - 2].text[:1].isupper()
        and not items[quantity.core - 2].roles
    )


def _noun(items: Sequence[Item], at: int, language: Language) -> tuple[int, Measure | None] | None:
    """Return the noun a number counts, and a measure that stands before it as an adjective."""
    adjective = None
    age = _age_end(items, at)
    for here in range(age, min(age + _REACH, len(items))):
        item = items[here]
        if "noun" in item:
            # "Syrian army soldiers", "police officers": the last of several nouns is the head.
            head = here
            while head + 1 < len(items) and "noun" in items[head + 1] and _same_phrase(items, head):
                head += 1
            return head, adjective
        if "trigger" in item:
            trigger = item.roles["trigger"]
            following = items[here + 1] if here + 1 < len(items) else None
            if following is None or not (
                "noun" in following
                or (
                    "trigger" not in following
                    and following.text[:1].isalpha()
                    and "function" not in following
                )
            ):
                return None
            if trigger.measure is None:
                return None
            adjective = trigger.measure
            continue
        if item.key in QUOTES or item.key in ("-", "/"):
            continue
        if "of" in item and all(items[back].key in QUOTES for back in range(at, here)):
            continue
        if "possessive" in item and here == at + 1 and "of" in items[at]:
            continue
        if "others" in item:
            continue
        if item.key == "," and here + 1 < len(items) and not language.capitals:
            return None
        if "function" in item or not item.text[:1].isalpha() or "not_people" in item:
            return None
    return None


def _age_end(items: Sequence[Item], at: int) -> int:
    """Step over an age before a noun: "a 34-year-old man"."""
    digits = at + 2 < len(items) and items[at].text[:1].isdecimal()
    if digits and items[at + 1].key == "-" and items[at + 2].key in ("year-old", "month-old"):
        named = at + 3 < len(items) and items[at + 3].text[:1].isalpha()
        return at + 3 if named and "function" not in items[at + 3] else at + 2
    return at


def _same_phrase(items: Sequence[Item], at: int) -> bool:
    follower = items[at + 1].roles["noun"]
    return follower.measure is None and items[at].end + 1 >= items[at + 1].start


def _group_end(items: Sequence[Item], at: int) -> int:
    """Carry a group over "and" where a second one shares its number: soldiers and militants."""
    end = at
    here = at + 1
    while here < len(items) and "and" in items[here]:
        ahead = here + 1
        while ahead < len(items) and ahead <= here + 3 and "noun" not in items[ahead]:
            item = items[ahead]
            if "function" in item or "trigger" in item or not item.text[:1].isalpha():
                return end
            if "number" in item or "vague" in item or "one" in item or "possessive" in item:
                return end
            ahead += 1
        if ahead >= len(items) or ahead > here + 3 or "noun" not in items[ahead]:
            return end
        if "trigger" in items[ahead]:
            return end
        while ahead + 1 < len(items) and "noun" in items[ahead + 1]:
            ahead += 1
        noun = items[ahead].roles["noun"]
        if noun.measure is not None or noun.kin or noun.number != Number.PLURAL:
            return end
        end = ahead
        here = ahead + 1
    return end


def _classes(items: Sequence[Item], first: int, last: int) -> tuple[GroupClass, ...]:
    classes: dict[GroupClass, None] = {}
    for item in items[first : last + 1]:
        if "noun" in item:
            classes.update(dict.fromkeys(item.roles["noun"].classes))
    return tuple(classes)


def _bare(
    items: Sequence[Item], figure: Figure, quantity: Quantity, language: Language
) -> Figure | None:
    """Return a figure without a noun if nothing else is counted by it."""
    figure.bare = figure.generic = True
    following = items[figure.last + 1] if figure.last + 1 < len(items) else None
    ahead = items[figure.last + 1 : figure.last + 4]
    if quantity.count.rule == "uncounted" and not any("trigger" in item for item in ahead):
        return None
    if following is not None and following.text[:1].isalpha():
        people = (
            language.capitals
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
        ):
            return None
    return figure


def _pronouns(items: Sequence[Item], taken: Sequence[Figure]) -> list[Figure]:
    """Return the one whom a pronoun or a possessive names: "killing her", "their mother was"."""
    busy = {at for figure in taken for at in range(figure.first, figure.last + 1)}
    found = []
    for at, item in enumerate(items):
        if at in busy:
            continue
        before = items[at - 1] if at else None
        after_verb = before is not None and "trigger" in before
        if (
            "pronoun" in item
            and item.key in ("her", "him")
            and after_verb
            and _ends_phrase(items, at)
        ):
            classes = (GroupClass.WOMEN,) if item.key == "her" else (GroupClass.MEN,)
            found.append(_one(items, at, at, classes))
        elif "possessive" in item and item.key not in ("the", "its"):
            head = at + 1
            while head < min(at + 4, len(items)) and not items[head].roles:
                head += 1
            if head >= len(items) or head in busy or "noun" not in items[head]:
                continue
            noun: Noun = items[head].roles["noun"]
            verb = head + 1 < len(items) and (
                "passive" in items[head + 1] or "trigger" in items[head + 1]
            )
            if noun.number == Number.SINGULAR and noun.kin and (after_verb or verb):
                found.append(_one(items, at, head, noun.classes))
    return found


def _ends_phrase(items: Sequence[Item], at: int) -> bool:
    """Whether nothing that "her" could own follows."""
    if at + 1 >= len(items):
        return True
    following = items[at + 1]
    plain = not following.roles and following.text[:1].isalpha()
    return "noun" not in following and not plain


def _one(items: Sequence[Item], first: int, last: int, classes: tuple[GroupClass, ...]) -> Figure:
    words = " ".join(item.text for item in items[first : last + 1])
    return Figure(
        first,
        last,
        items[first].start,
        items[last].end,
        Count(1, 1, 1, Qualifier.EXACT, words, "pronoun"),
        classes=classes,
        group=words,
        singular=True,
    )


def _unnumbered(items: Sequence[Item], taken: Sequence[Figure]) -> list[Figure]:
    """Return those whom the form of a noun counts: a dual (two), a singular behind its verb (one)."""
    busy = {at for figure in taken for at in range(figure.first, figure.last + 1)}
    found: list[Figure] = []
    for at, item in enumerate(items):
        if at in busy or "noun" not in item:
            continue
        noun: Noun = item.roles["noun"]
        before = items[at - 1] if at else None
        dual = noun.number == Number.DUAL
        after_verb = before is not None and "trigger" in before
        listed = (
            bool(found or taken)
            and before is not None
            and ("and" in before or "including" in before)
        )
        singular = noun.number == Number.SINGULAR and (
            (after_verb or listed)
            and item.text[:2] not in ("ال", "لل")
            and noun.unit is not Unit.EVENT
        )
        if not (dual or singular):
            continue
        number = 2 if dual else 1
        rule = "dual" if dual else "singular"
        found.append(
            Figure(
                at,
                at,
                item.start,
                item.end,
                Count(number, number, number, Qualifier.EXACT, item.text, rule),
                unit=noun.unit,
                group=item.text,
                classes=noun.classes,
                noun_measure=noun.measure,
                singular=singular,
                generic=not noun.classes,
            )
        )
    return found


def _with_kin(
    found: list[Figure], items: Sequence[Item], text: Callable[[int, int], str]
) -> list[Figure]:
    """Add up a person with his or her own people: "a man, his wife and their two sons" is four."""
    summed: list[Figure] = []
    for figure in found:
        head = summed[-1] if summed else None
        if (
            head is not None
            and head.of_them
            and head.count.high == 1
            and figure.singular
            and figure.first <= head.last + 2
        ):
            # "One of them an infant" is one.
            summed[-1] = replace(head, classes=figure.classes, group=figure.group)
            continue
        if head is not None and _is_kin(items, head, figure):
            total = (
                head.count.low + figure.count.low if head.count.low and figure.count.low else None
            )
            exact = head.count.qualifier is figure.count.qualifier is Qualifier.EXACT
            if total is not None and exact:
                words = text(head.start, figure.end)
                summed[-1] = replace(
                    head,
                    last=figure.last,
                    end=figure.end,
                    count=Count(total, total, total, Qualifier.EXACT, words, "kin"),
                    group=words,
                    singular=False,
                    classes=tuple(dict.fromkeys((*head.classes, *figure.classes))),
                )
                continue
        summed.append(figure)
    return summed


def _is_kin(items: Sequence[Item], head: Figure, figure: Figure) -> bool:
    """Whether a figure is the family of the one before: joined, and owned by a possessive."""
    if not (head.singular or head.count.rule == "kin"):
        return False
    between = items[head.last + 1 : figure.first]
    if not between or len(between) > 6:
        return False
    joined = all(
        "and" in item or item.key == "," or "possessive" in item or _names_kin(item)
        for item in between
    )
    if not joined:
        return False
    only_and = len(between) == 1 and "and" in between[0]
    if head.count.rule == "kin" or figure.singular:
        return only_and or any("possessive" in item for item in between)
    # Arabic writes the owner into the noun.
    owned = head.count.rule == "pronoun" or any(
        "possessive" in item or (_names_kin(item) and not item.text.isascii())
        for item in items[head.last + 1 : figure.last + 1]
    )
    kin = any(_names_kin(item) for item in items[figure.first : figure.last + 1])
    return owned and (kin or GroupClass.CHILDREN in figure.classes)


def _names_kin(item: Item) -> bool:
    return "noun" in item and bool(item.roles["noun"].kin)


def _with_owned(
    found: list[Figure], items: Sequence[Item], text: Callable[[int, int], str]
) -> list[Figure]:
    """Add the single relatives that no number announces: "a man and his wife"."""
    for index, figure in enumerate(found):
        if not figure.singular and figure.count.rule != "kin":
            continue
        limit = found[index + 1].first if index + 1 < len(found) else len(items)
        here = figure.last + 1
        more, last = 0, figure.last
        while here + 1 < limit and ("and" in items[here] or items[here].key == ","):
            step = here + 1
            while step < limit and ("and" in items[step] or items[step].key == ","):
                step += 1
            if step + 1 >= limit or "possessive" not in items[step]:
                break
            ahead = step + 1
            while ahead < limit and ahead <= step + 3 and not items[ahead].roles:
                ahead += 1
            if ahead >= limit or "noun" not in items[ahead]:
                break
            noun = items[ahead].roles["noun"]
            if noun.number != Number.SINGULAR:
                break
            more, last, here = more + 1, ahead, ahead + 1
        if more:
            number = (figure.count.low or 0) + more
            words = text(figure.start, items[last].end)
            found[index] = replace(
                figure,
                last=last,
                end=items[last].end,
                count=Count(number, number, number, Qualifier.EXACT, words, "kin"),
                group=words,
                singular=False,
            )
    return found

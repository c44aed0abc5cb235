"""People whom no number counts: "her", "their mother", a man and his two sons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mapper.extraction.counting.figure import Figure
from mapper.extraction.languages import Noun, Number
from mapper.extraction.words.lexicon import Item
from mapper.model import Count, GroupClass, Measure, Qualifier, Unit

__all__ = ["possessed", "with_family", "with_kin", "with_owned"]


_HARMS = (Measure.KILLED, Measure.INJURED, Measure.DETAINED)
_THINGS = ("the", "its")
_SOMEBODY = {"her": (GroupClass.WOMEN,), "him": (GroupClass.MEN,)}
_REMAINS = frozenset({"body of", "corpse of", "death of", "killing of", "murder of"})


def possessed(items: Sequence[Item], taken: Sequence[Figure]) -> list[Figure]:
    """Return the one whom a pronoun or a possessive names: "killing her", "their mother was"."""
    busy = {at for figure in taken for at in range(figure.first, figure.last + 1)}
    found = []
    for at, item in enumerate(items):
        roles = item.roles
        if at in busy or not ("possessive" in roles or "pronoun" in roles or item.key in _REMAINS):
            continue
        before = items[at - 1].roles if at else {}
        if item.key in _REMAINS and at + 1 < len(items) and at + 1 not in busy:
            name = items[at + 1]
            if name.text[:1].isupper() and not name.roles:
                # "The body of Ali was found": one.
                found.append(_one(items, at + 1, at + 1, ()))
        elif item.key in _SOMEBODY and "trigger" in before and _ends_phrase(items, at):
            found.append(_one(items, at, at, _SOMEBODY[item.key]))
        elif "possessive" in roles and ((harmed := _harmed(before)) or item.key not in _THINGS):
            head = at + 1
            while head < min(at + 4, len(items)) and not items[head].roles:
                head += 1
            if head >= len(items) or head in busy or "noun" not in items[head]:
                continue
            noun: Noun = items[head].roles["noun"]
            end = _chain_end(items, head)
            verb = end < len(items) and ("passive" in items[end] or "trigger" in items[end])
            known = harmed and noun.unit is Unit.PERSON and noun.measure is None
            told = ("trigger" in before or verb) and item.key not in _THINGS
            if noun.number == Number.SINGULAR and (known or (noun.kin and told)):
                found.append(_one(items, at, head, noun.classes))
    return found


def _harmed(verb: Mapping[str, Any]) -> bool:
    """Whether a verb harms people and nothing else: "killing the driver"."""
    trigger = verb.get("trigger")
    return trigger is not None and trigger.measure in _HARMS and not trigger.things


def _chain_end(items: Sequence[Item], head: int) -> int:
    """Step over relatives joined to one: "her husband and his father were"."""
    end = _age_end(items, head + 1)
    while (
        end + 2 < len(items)
        and "and" in items[end]
        and "possessive" in items[end + 1]
        and _names_kin(items[end + 2])
    ):
        end = _age_end(items, end + 3)
    return end


def _age_end(items: Sequence[Item], at: int) -> int:
    """Step over an age between commas: "her brother, 6, was"."""
    aside = at + 2 < len(items) and items[at].key == "," and items[at + 2].key == ","
    return at + 3 if aside and items[at + 1].key.isdecimal() else at


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


def with_family(
    found: list[Figure], items: Sequence[Item], text: Callable[[int, int], str]
) -> list[Figure]:
    """Count the people of "a family of five", and nobody twice in "four members of one family"."""
    counted: list[Figure] = []
    for figure in found:
        head = counted[-1] if counted else None
        joint = items[head.last + 1 : figure.first] if head is not None else []
        if head is None or len(joint) != 1 or "of" not in joint[0]:
            counted.append(figure)
        elif head.unit is Unit.HOUSEHOLD and head.count.high == 1 and figure.generic:
            words = text(head.start, figure.end)
            counted[-1] = replace(
                figure,
                first=head.first,
                start=head.start,
                count=replace(figure.count, words=words),
                group=words,
            )
        elif not (figure.unit is Unit.HOUSEHOLD and figure.count.high == 1):
            counted.append(figure)
    return counted


def with_kin(
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
    own = any("possessive" in item for item in items[head.first : head.last + 1])
    if not (head.singular or head.count.rule == "kin" or (own and figure.count.rule == "pronoun")):
        return False
    between = items[head.last + 1 : figure.first]
    if not between or len(between) > 6:
        return False
    joined = all(
        "and" in item
        or item.key == ","
        or item.key.isdecimal()
        or "possessive" in item
        or _names_kin(item)
        for item in between
    )
    if not joined:
        return False
    only_and = "and" in between[-1] and all(item.key == "," for item in between[:-1])
    if head.count.rule == "kin" or figure.singular:
        owned = figure.count.rule == "pronoun" or any("possessive" in item for item in between)
        return only_and or owned
    # Arabic writes the owner into the noun.
    owned = head.count.rule == "pronoun" or any(
        "possessive" in item or (_names_kin(item) and not item.text.isascii())
        for item in items[head.last + 1 : figure.last + 1]
    )
    kin = any(_names_kin(item) for item in items[figure.first : figure.last + 1])
    return owned and (kin or GroupClass.CHILDREN in figure.classes)


def _names_kin(item: Item) -> bool:
    return "noun" in item and bool(item.roles["noun"].kin)


def with_owned(
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
            while ahead + 1 < limit and "noun" in items[ahead + 1]:
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

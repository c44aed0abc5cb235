"""The noun phrase behind a number: whom it counts, and where its words end."""

from collections.abc import Sequence

from mapper.extraction.counting.figure import QUOTES
from mapper.extraction.languages import Language, Noun, Number
from mapper.extraction.words.lexicon import Item
from mapper.model import GroupClass, Measure, Unit

__all__ = ["classes_of", "counted_noun", "group_end", "is_plain", "phrase_end"]

_REACH = 6
_CLAUSE = frozenset({"noun", "function", "passive", "trigger", "of", "behind", "number"})


def counted_noun(
    items: Sequence[Item], at: int, language: Language
) -> tuple[int, Measure | None] | None:
    """Return the noun a number counts, and a measure that stands before it as an adjective."""
    adjective = None
    age = _age_end(items, at)
    for here in range(age, min(age + _REACH, len(items))):
        item = items[here]
        if "noun" in item and _qualifies(items, here):
            continue
        if item.clung and "noun" in item:
            # "30 by raids", "3 camps for the displaced": Arabic writes its preposition into the noun.
            return None
        if "noun" in item and not _is_deed(item, apart=here > age):
            return here, adjective
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
        if "and" in item and here > age and _describes(items, here):
            # "136 young and adult men".
            continue
        if item.key == "," and here + 1 < len(items) and not language.syntax.capitals:
            return None
        if "function" in item or not item.text[:1].isalpha() or "not_people" in item:
            return None
    return None


def _is_deed(item: Item, *, apart: bool) -> bool:
    """Whether a word behind others is what somebody did: "two lions killing a deer"."""
    return apart and "trigger" in item and bool(item.roles["noun"].number == Number.SINGULAR)


def _qualifies(items: Sequence[Item], at: int) -> bool:
    """Whether a deed only says of what kind a thing is: "displacement camps", "an arrest warrant"."""
    noun: Noun = items[at].roles["noun"]
    following = items[at + 1 : at + 2]
    return (
        items[at].text.isascii()
        and noun.measure is not None
        and noun.number == Number.SINGULAR
        and any(item.text.isalpha() and item.text.islower() for item in following)
        and all(_CLAUSE.isdisjoint(item.roles) for item in following)
    )


def _describes(items: Sequence[Item], at: int) -> bool:
    """Whether "and" joins two adjectives before one noun."""
    ahead = items[at + 1 : at + 3]
    return len(ahead) == 2 and is_plain(items[at - 1]) and is_plain(ahead[0]) and "noun" in ahead[1]


def phrase_end(items: Sequence[Item], at: int) -> int:
    """Return the last of several nouns: "Syrian army soldiers", "police officers"."""
    while at + 1 < len(items) and "noun" in items[at + 1] and _same_phrase(items, at):
        at += 1
    return at


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


def group_end(items: Sequence[Item], at: int, *, singular: bool = False) -> int:
    """Carry a group over "and" where a second one shares its number: soldiers and militants."""
    numbers = (Number.PLURAL, Number.SINGULAR) if singular else (Number.PLURAL,)
    end = _members_end(items, at)
    here = end + 1
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
        if "trigger" in items[ahead] or (singular and _described(items, ahead + 1)):
            return end
        while ahead + 1 < len(items) and "noun" in items[ahead + 1]:
            ahead += 1
        noun = items[ahead].roles["noun"]
        if noun.measure is not None or noun.kin or noun.number not in numbers:
            return end
        end = ahead
        here = ahead + 1
    return end


def _described(items: Sequence[Item], at: int) -> bool:
    """Whether an adjective describes the noun before: "19 women and an old man"."""
    return (
        at < len(items) and items[at].text[:1].isalpha() and not items[at].roles.keys() - {"noun"}
    )


def _members_end(items: Sequence[Item], at: int) -> int:
    """Carry a group over whom it is of: "members of the government's security forces"."""
    if at + 1 >= len(items) or items[at + 1].key != "of":
        return at
    for here in range(at + 2, min(at + 7, len(items))):
        item = items[here]
        if "noun" in item:
            plural = (
                item.roles["noun"].number == Number.PLURAL
                and item.roles["noun"].unit is Unit.PERSON
            )
            return here if plural else at
        if "trigger" in item or ("counts" in item.roles and item.key != "the"):
            return at
        if not item.text[:1].isalpha() or (
            "function" in item and item.key not in ("the", "his", "their", "its")
        ):
            return at
    return at


def classes_of(items: Sequence[Item], first: int, last: int) -> tuple[GroupClass, ...]:
    """Return the classes of people that the words of a phrase name, each once."""
    classes: dict[GroupClass, None] = {}
    for item in items[first : last + 1]:
        if "noun" in item:
            classes.update(dict.fromkeys(item.roles["noun"].classes))
    return tuple(classes)


def is_plain(item: Item) -> bool:
    """Whether a word has no meaning in any table of the language."""
    return not item.roles and item.text[:1].isalpha()

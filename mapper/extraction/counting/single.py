"""People whom no number counts, as Arabic tells of them: a dual, a singular behind its verb, a name."""

from collections.abc import Iterator, Sequence

from mapper.extraction.counting.figure import Figure
from mapper.extraction.counting.other_numbers import is_rate
from mapper.extraction.languages import Language, Noun, Number, Side
from mapper.extraction.words.lexicon import Item
from mapper.model import Count, Measure, Qualifier, Unit

__all__ = ["unnumbered"]

_HARMS = (Measure.KILLED, Measure.INJURED, Measure.DETAINED, Measure.MISSING)
_ARTICLE = ("ال", "لل")
_NAME = 3
_GRAMMAR = {1: Number.SINGULAR, 2: Number.DUAL}
_OBJECT = 5


def unnumbered(items: Sequence[Item], taken: Sequence[Figure], language: Language) -> list[Figure]:
    """Return those whom the form of a word counts: a dual (two), a singular behind its verb (one)."""
    busy = {at for figure in taken for at in range(figure.first, figure.last + 1)}
    found: list[Figure] = []
    for at, item in enumerate(items):
        if at in busy:
            continue
        if is_rate(items, at + 1):
            continue
        if "fate" in item:
            found += _fated(items, at)
        elif _is_body(items, at):
            found.append(_of(items, at, at, 1, "singular"))
        elif "noun" in item and "trigger" not in item:
            noun: Noun = item.roles["noun"]
            definite = item.text.startswith(_ARTICLE)
            if noun.number == Number.DUAL and definite and noun.unit is Unit.EVENT:
                # "The two raids" are those just told of.
                continue
            if noun.number == Number.DUAL:
                found.append(_of(items, at, at, 2, "dual"))
            elif noun.number == Number.SINGULAR and noun.unit is not Unit.EVENT:
                listed = (
                    bool(found or taken) and at > 0 and _joined(items[at - 1])
                ) and not _described(items, at, {*busy, *(figure.last for figure in found)})
                if definite:
                    named = at + 1 < len(items) and _is_name(items[at + 1])
                    one = _harmed(items, at, busy) or (listed and named)
                else:
                    one = listed or ("trigger" in items[at - 1] and not _did_it(items, at, busy))
                if at and one:
                    found.append(_of(items, at, at, 1, "singular"))
        elif (last := _one_of(items, at)) is not None or (
            last := _named(items, at, busy, language)
        ) is not None:
            found.append(_of(items, at, last, 1, "singular"))
            busy.update(range(at, last + 1))
    return found


def _did_it(items: Sequence[Item], at: int, busy: set[int]) -> bool:
    """Whether those to whom somebody did it stand right behind him: "an attacker killed two soldiers"."""
    following = items[at + 1].roles.get("noun") if at + 1 < len(items) else None
    return at + 1 in busy or (following is not None and following.number == Number.DUAL)


def _described(items: Sequence[Item], at: int, told: set[int]) -> bool:
    """Whether a word and that before "and" only describe those counted: "40 children detained and disappeared"."""
    return at > 1 and "and" in items[at - 1] and "noun" in items[at - 2] and at - 2 not in told


def _fated(items: Sequence[Item], at: int) -> list[Figure]:
    """Return whom a pronoun means in what befell him: "… at a farmer, which led to his death"."""
    measure, number = items[at].roles["fate"]
    before = [
        item
        for item in items[:at]
        if "noun" in item and item.roles["noun"].number == _GRAMMAR[number]
    ]
    person = next((item for item in reversed(before) if not item.text.startswith(_ARTICLE)), None)
    if person is None and measure is not Measure.KILLED:
        # A house, too, is hit.
        return []
    figure = _of(items, at, at, number, "pronoun")
    if person is not None:
        figure.start, figure.group, figure.classes = (
            person.start,
            person.text,
            person.roles["noun"].classes,
        )
    figure.noun_measure = measure
    return [figure]


def _is_body(items: Sequence[Item], at: int) -> bool:
    """Whether a body was found of whom no table knows: "جثة حلاق"."""
    item, following = items[at], items[at + 1 : at + 2]
    noun = item.roles.get("noun")
    if noun is None or noun.measure is not Measure.KILLED or "trigger" not in item or not following:
        return False
    person = "noun" in following[0] and following[0].roles["noun"].number != Number.PLURAL
    known = person or "counts" in following[0].roles or following[0].text[:1].isdecimal()
    return noun.number == Number.SINGULAR and not item.text.startswith(_ARTICLE) and not known


def _joined(item: Item) -> bool:
    return "and" in item or "including" in item


def _harmed(items: Sequence[Item], at: int, busy: set[int]) -> bool:
    """Whether what befell somebody stands before him, and nobody behind to whom he did it."""
    trigger = items[at - 1].roles.get("trigger") if at else None
    if trigger is None or trigger.measure not in _HARMS or trigger.side == Side.TOLL:
        return False
    return busy.isdisjoint(_same_clause(items, at + 1))


def _same_clause(items: Sequence[Item], at: int) -> Iterator[int]:
    for here in range(at, min(at + _OBJECT, len(items))):
        item = items[here]
        if not item.text[:1].isalnum() or "and" in item or "break" in item or "function" in item:
            return
        yield here


def _one_of(items: Sequence[Item], at: int) -> int | None:
    """Return the word behind "one of the": "مقتل أحد حراس القافلة"."""
    item = items[at]
    if "one_of" not in item or item.text.startswith(_ARTICLE) or not 0 < at < len(items) - 1:
        return None
    before, following = items[at - 1], items[at + 1]
    trigger = before.roles.get("trigger")
    told = _joined(before) or (trigger is not None and trigger.measure in _HARMS)
    people = "function" not in following and following.text[:1].isalpha()
    return at + 1 if told and people else None


def _named(items: Sequence[Item], at: int, busy: set[int], language: Language) -> int | None:
    """Return the last word of the name of one who was killed: "مقتل عامر الحملاوي".

    Behind a verb a name has three words, lest who did it is taken for one to whom it was done.
    """
    before = items[at - 1] if at else None
    if before is None or "one_named" not in before or items[at].text.startswith(_ARTICLE):
        return None
    least = 2 if before.roles["trigger"].side == Side.OBJECT else _NAME
    last = at - 1
    while last + 1 < len(items) and last < at + _NAME - 1 and _is_name(items[last + 1]):
        last += 1
    words = " ".join(item.text for item in items[at : last + 1])
    if last - at + 1 < least or language.voices.voiceish.search(words):
        return None
    several = language.people.plural.search(items[at].key) is not None
    return last if not several and busy.isdisjoint(_same_clause(items, last + 1)) else None


def _is_name(item: Item) -> bool:
    return not item.roles and item.text[:1].isalpha()


def _of(items: Sequence[Item], first: int, last: int, number: int, rule: str) -> Figure:
    noun: Noun | None = items[last].roles.get("noun")
    text = " ".join(item.text for item in items[first : last + 1])
    classes = noun.classes if noun is not None else ()
    return Figure(
        first,
        last,
        items[first].start,
        items[last].end,
        Count(number, number, number, Qualifier.EXACT, text, rule),
        unit=noun.unit if noun is not None else Unit.PERSON,
        group=text,
        classes=classes,
        noun_measure=noun.measure if noun is not None else None,
        singular=number == 1,
        generic=not classes,
    )

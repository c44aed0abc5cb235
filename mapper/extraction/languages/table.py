"""What a language must say of itself: one table of words and patterns, and nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mapper.model import GroupClass, Measure, Qualifier, Unit

__all__ = ["Language", "Noun", "Number", "Side", "Trigger", "nouns", "phrases"]


class Side:
    """On which side of a trigger its figure stands."""

    OBJECT = "object"  # behind it: "killing 12"
    SUBJECT = "subject"  # before it: "12 died"
    EITHER = "either"  # the sentence decides: "killed 12", "12 were killed"
    TOLL = "toll"  # behind it, however far in its clause: "the death toll … rose to 12"
    ADJECTIVE = (
        "adjective"  # within the noun phrase, unless a verb says more: "12 displaced people"
    )


class Number:
    """The grammatical number of a counted noun."""

    SINGULAR = 1
    DUAL = 2
    PLURAL = 3


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says what is counted; without a measure it draws a figure away from others."""

    measure: Measure | None
    side: str = Side.EITHER


@dataclass(frozen=True, slots=True)
class Noun:
    """Somebody or something that is counted."""

    number: int
    classes: tuple[GroupClass, ...] = ()
    unit: Unit = Unit.PERSON
    measure: Measure | None = None
    kin: bool = False
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """The words and patterns of one language; keys are folded as `mapper.extraction.tokens` folds.

    Every mapping goes from words as they are written (several words make a phrase) to their meaning.
    Patterns are regular expressions over running text.
    """

    code: str
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    uncounted: frozenset[str]
    hedges: Mapping[str, Qualifier]
    hedges_behind: Mapping[str, Qualifier]
    between: frozenset[str]
    range_words: frozenset[str]
    changes: frozenset[str]
    none: frozenset[str]
    one: frozenset[str]
    triggers: Mapping[str, Trigger]
    nouns: Mapping[str, Noun]
    including: frozenset[str]
    of_them: Mapping[str, Measure | None]
    total_includes: re.Pattern[str]
    list_heading: re.Pattern[str]
    topics: tuple[tuple[re.Pattern[str], Measure], ...]
    perfect: re.Pattern[str]
    statements: re.Pattern[str]
    conjunctions: frozenset[str]
    breaks: frozenset[str]
    function_words: frozenset[str]
    passive: frozenset[str]
    others: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    of: frozenset[str]
    not_people: frozenset[str]
    labels: frozenset[str]
    hypothetical: re.Pattern[str]
    cumulative: re.Pattern[str]
    delta: re.Pattern[str]
    stock: re.Pattern[str]
    history: re.Pattern[str]
    definition: re.Pattern[str]
    unverified: re.Pattern[str]
    disputed: re.Pattern[str]
    verified: re.Pattern[str]
    correction: re.Pattern[str]
    accusation: re.Pattern[str]
    same_figure: re.Pattern[str]
    # dates
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    dates: Mapping[str, str]
    date_gate: str
    until: re.Pattern[str]
    until_before: re.Pattern[str]
    spoke_before: re.Pattern[str]
    date_numbers: Mapping[str, int]
    date_units: Mapping[str, str]
    date_parts: Mapping[str, str]
    # voices
    attributed: re.Pattern[str]
    saying: re.Pattern[str]
    told: re.Pattern[str]
    inverted: re.Pattern[str]
    voice_ends: re.Pattern[str]
    clause_ends: re.Pattern[str]
    voiceish: re.Pattern[str]
    office: re.Pattern[str]
    not_voice: re.Pattern[str]
    not_voices: frozenset[str]
    hearsay: re.Pattern[str]
    anaphora: Mapping[str, str]
    # places
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    not_place_words: re.Pattern[str]
    site: re.Pattern[str]
    event_verb: re.Pattern[str]
    directed: re.Pattern[str]
    place_grammar: re.Pattern[str]
    no_clitic: frozenset[str]
    landmark: re.Pattern[str]
    dateline: re.Pattern[str]
    regions: re.Pattern[str]
    place_label: re.Pattern[str]
    place_article: re.Pattern[str]
    background_before: re.Pattern[str]
    background_after: re.Pattern[str]
    origin_before: re.Pattern[str]
    destination_before: re.Pattern[str]
    via_before: re.Pattern[str]
    between_places: re.Pattern[str]
    within: re.Pattern[str]
    listing: re.Pattern[str]
    preposition: re.Pattern[str]
    aside: re.Pattern[str]
    same_place: re.Pattern[str]
    not_places: frozenset[str]
    actor: re.Pattern[str]
    prefixes: tuple[str, ...] = ()
    conjunction_prefix: str = ""
    capitals: bool = True
    verb_first: bool = False


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a block of text, separated by semicolons or line ends.

    >>> sorted(phrases("at least; no fewer than"))
    ['at least', 'no fewer than']
    """
    return frozenset(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def nouns(
    text: str,
    *classes: GroupClass,
    unit: Unit = Unit.PERSON,
    measure: Measure | None = None,
    kin: bool = False,
    generic: bool = False,
) -> dict[str, Noun]:
    """Return nouns from lines of ``singulars | plurals | duals``, each list separated by semicolons.

    >>> table = nouns("child | children")
    >>> table["child"].number, table["children"].number
    (1, 3)
    """
    numbers = (Number.SINGULAR, Number.PLURAL, Number.DUAL)
    return {
        word.strip(): Noun(number, classes, unit, measure, kin, generic)
        for line in text.strip().splitlines()
        for number, words in zip(numbers, line.split("|"), strict=False)
        for word in words.split(";")
        if word.strip()
    }

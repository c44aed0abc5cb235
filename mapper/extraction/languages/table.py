"""What a language must say of itself: one table of words and patterns, and nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mapper.extraction.languages.cue import Cue
from mapper.model import GroupClass, Measure, Qualifier, Unit

__all__ = [
    "Counts",
    "Language",
    "Measures",
    "Noun",
    "Number",
    "People",
    "Periods",
    "Places",
    "Roles",
    "Side",
    "Syntax",
    "Trigger",
    "Truth",
    "Voices",
    "nouns",
    "phrases",
    "triggers",
]


# What a language says in no way of its own.
_NEVER = Cue(r"(?!)")


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
    unit: Unit | None = None  # of a figure without a noun of its own
    things: bool = False  # whether it also takes things: "seized 20 rifles", "lost 3 villages"


@dataclass(frozen=True, slots=True)
class Noun:
    """Somebody or something that is counted."""

    number: int
    classes: tuple[GroupClass, ...] = ()
    unit: Unit = Unit.PERSON
    measure: Measure | None = None
    kin: bool = False
    generic: bool = False
    implied: Measure | None = None  # where no verb says more: "11 victims"


@dataclass(frozen=True, slots=True)
class Counts:
    """How a language says numbers, and what a number may count."""

    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    uncounted: frozenset[str]
    hedges: Mapping[str, Qualifier]
    hedges_behind: Mapping[str, Qualifier]
    between: frozenset[str]
    ranges: frozenset[str]
    changes: frozenset[str]
    none: frozenset[str]
    one: frozenset[str]
    others: frozenset[str]
    of: frozenset[str]
    not_people: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measures:
    """The words that say what is counted, and how a figure stands in time."""

    triggers: Mapping[str, Trigger]
    topics: tuple[tuple[Cue, Measure], ...]
    perfect: Cue
    cumulative: Cue
    delta: Cue
    stock: Cue
    same_figure: Cue
    toll_heads: frozenset[str] = frozenset()
    reached: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class People:
    """Who is counted, and who is said to have done it."""

    nouns: Mapping[str, Noun]
    plural: Cue
    pairs: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    actor: Cue
    blows: Cue
    one_of: frozenset[str] = frozenset()
    one_named: frozenset[str] = frozenset()
    fates: Mapping[str, tuple[Measure, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Syntax:
    """How sentences and lists are joined: wholes and their parts, clauses, verbs and their order."""

    including: frozenset[str]
    of_them: Mapping[str, Measure | None]
    total_includes: Cue
    list_heading: Cue
    spread: Cue
    conjunctions: frozenset[str]
    breaks: frozenset[str]
    clause_ends: Cue
    function_words: frozenset[str]
    passive: frozenset[str]
    leaving: frozenset[str]
    saying: frozenset[str]
    instead: frozenset[str]
    apart: Cue
    prefixes: tuple[str, ...] = ()
    conjunction_prefix: str = ""
    capitals: bool = True
    verb_first: bool = False


@dataclass(frozen=True, slots=True)
class Truth:
    """What a sentence says of its own truth: what could be, what was long ago, what is doubted or corrected."""

    hypothetical: Cue
    history: Cue
    definition: Cue
    unverified: Cue
    disputed: Cue
    verified: Cue
    # A figure told beside the one it replaces; both alone ("It was 26, not 27"); the new one alone, a
    # sentence later; what stands behind the old one, or behind that of another time; a voice that
    # takes a claim back; a report that puts itself right.
    correction: Cue
    restated: Cue
    corrected: Cue
    mistaken_behind: Cue
    compared_behind: Cue
    withdrawn: Cue
    erratum: Cue
    accusation: Cue
    statements: Cue


@dataclass(frozen=True, slots=True)
class Periods:
    """Days, weeks, months and years in running text."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    dates: Mapping[str, Cue]
    until: Cue
    until_before: Cue
    spoke_before: Cue
    outbreak_before: Cue
    elsewhen_before: Cue
    compared_before: Cue
    event_verb: Cue
    since: Cue
    then: Cue
    clock: Cue
    apart: Cue
    night: Cue
    turns: Cue
    goes_on: Cue
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    elsewhen_after: Cue = _NEVER
    ended_before: Cue = _NEVER
    deadline: Cue = _NEVER
    joint: Cue = _NEVER
    lasting: Cue = _NEVER
    when: Cue = _NEVER
    going_on: Cue = _NEVER
    outbreak_after: Cue = _NEVER
    truce_after: Cue = _NEVER
    truce_before: Cue = _NEVER
    took_place: Cue = _NEVER
    beside: Cue = _NEVER
    meanwhile: Cue = _NEVER
    brought_to: Cue = _NEVER
    counted_after: Cue = _NEVER
    happened: Cue = _NEVER
    mourned_before: Cue = _NEVER
    told_after: Cue = _NEVER
    mourned_after: Cue = _NEVER


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks, and who passes it on."""

    attributed: Cue
    saying: Cue
    told: Cue
    inverted: Cue
    ends: Cue
    voiceish: Cue
    office: Cue
    not_voice: Cue
    noun_before: Cue
    not_names: frozenset[str]
    headline: Cue
    tagged: Cue
    documents: Cue
    statement: Cue
    goes_on: Cue
    owned: Cue
    passing: Cue
    hearsay: Cue
    anaphora: Mapping[str, str]
    anaphoric: tuple[tuple[Cue, str], ...]


@dataclass(frozen=True, slots=True)
class Places:
    """How place names look and stand in running text."""

    sure: Cue
    before: Cue
    after: Cue
    kind_after: Cue
    kinds_after: Cue
    kind_before: Cue
    stormed: Cue
    titled: Cue
    adjective: Cue
    people_after: Cue
    organisations: Cue
    not_words: Cue
    site: Cue
    beside: Cue
    directed: Cue
    grammar: Cue
    no_clitic: frozenset[str]
    landmark: Cue
    seats: frozenset[str]
    dateline: Cue
    dateline_of: Cue
    regions: Cue
    label: Cue
    article: Cue
    kinds: frozenset[str]
    capitals: frozenset[str]
    happening: Cue
    turns_away: Cue
    countries: frozenset[str]
    countrywide: Cue
    same: Cue
    not_names: frozenset[str]
    aside: Cue
    heads: frozenset[str] = frozenset()
    again: str = ""
    several: Cue | None = None
    counted: Cue | None = None
    headed: Cue | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """What a place is to a figure: scene, origin, destination, way, background; and how places stand together."""

    background_before: Cue
    background_after: Cue
    doer_after: Cue
    origin_before: Cue
    destination_before: Cue
    via_before: Cue
    way_before: Cue
    elsewhere: Cue
    counted_in: Cue
    numbered: Cue
    between_places: Cue
    within: Cue
    listing: Cue
    wider_after: Cue
    preposition: Cue
    belonging: Cue | None = None
    office_before: Cue | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """The words and patterns of one language; keys are folded as `mapper.extraction.words.tokens` folds.

    Every mapping goes from words as they are written (several words make a phrase) to their meaning.
    Patterns are regular expressions over running text.
    """

    code: str
    counts: Counts
    measures: Measures
    people: People
    syntax: Syntax
    truth: Truth
    periods: Periods
    voices: Voices
    places: Places
    roles: Roles


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a block of text, separated by semicolons or line ends.

    >>> sorted(phrases("at least; no fewer than"))
    ['at least', 'no fewer than']
    """
    return frozenset(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def triggers(
    measure: Measure | None,
    side: str,
    words: str,
    *,
    things: bool = False,
    unit: Unit | None = None,
) -> dict[str, Trigger]:
    """Return phrases as triggers of one measure, their figure on one side.

    >>> triggers(Measure.KILLED, Side.OBJECT, "killing; slaying")["slaying"].measure
    <Measure.KILLED: 'killed'>
    """
    return dict.fromkeys(phrases(words), Trigger(measure, side, unit, things))


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

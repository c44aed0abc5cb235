"""Who is counted, as something that can hold, or exclude, another group.

A group has three sides: its *status* (civilian, fighter, security force), its *people* (women, men,
children) and its *words*: what is left of the words of the source ("Alawite", "by Assad loyalists").
A side that is empty holds everybody; several classes on one side are their union.
"""

import re
from dataclasses import dataclass
from functools import cache

from mapper.model import GroupClass
from mapper.schema import split

__all__ = ["EVERYBODY", "Group", "group_of"]

_STATUS = {
    str(GroupClass.CIVILIAN): r"civilians?|non combatants?|villagers|مدني\w*|المدني\w*|civils?",
    str(GroupClass.FIGHTER): (
        r"fighters?|militants?|combatants?|gunm[ae]n|insurgents?|rebels?|militia\w*|"
        r"مقاتل\w*|مسلح\w*|المسلح\w*"
    ),
    str(GroupClass.SECURITY_FORCE): (
        r"(?:security|government|army|military)(?: and (?:security|army|military))? "
        r"(?:forces?|personnel|members?|soldiers?|troops)|soldiers?|troops|police(?:men)?|officers?|"
        r"(?:قوات|قوى|عناصر) (?:ال)?(?:امن|أمن|الأمن)\w*|جنود|جندي\w*"
    ),
}
_PEOPLE = {
    str(GroupClass.WOMEN): r"wom[ae]n|girls?|females?|نساء|النساء|سيدات|امرأة|femmes?",
    str(
        GroupClass.CHILDREN
    ): r"child(?:ren)?|minors?|girls?|boys?|infants?|أطفال|الأطفال|طفل\w*|enfants?",
    str(GroupClass.MEN): r"men|man|boys?|males?|رجال|الرجال|hommes?",
}
# "civilians, mostly Alawites": what most of them are does not narrow who is counted.
_ASIDE = re.compile(
    r"[,;(]?\s*\b(?:mostly|mainly|largely|majority|including|among them|most of them|"
    r"معظمهم|غالبيتهم|بينهم|dont)\b.*$"
)
# Who did it says nothing of who was killed; it narrows the group all the same.
_BY = re.compile(r"\b(?:killed )?(?:by|at the hands of|par|على يد)\b|\(since .*")
_BOTH_SIDES = re.compile(r"\b(?:combatants|fighters) (?:of|from|on) both sides\b")
_FILLING = frozenset(
    [
        "a",
        "all",
        "an",
        "and",
        "are",
        "at",
        "both",
        "deaths",
        "dead",
        "everybody",
        "everyone",
        "families",
        "family",
        "figure",
        "from",
        "household",
        "households",
        "human",
        "in",
        "individuals",
        "killed",
        "lives",
        "new",
        "arrivals",
        "of",
        "on",
        "others",
        "people",
        "person",
        "persons",
        "said",
        "the",
        "their",
        "them",
        "total",
        "unspecified",
        "victims",
        "were",
        "who",
        "شخص",
        "شخصا",
        "قتيل",
        "قتيلا",
        "قتلى",
        "ضحايا",
        "أشخاص",
        "personnes",
        "gens",
        "arrival",
        "refugee",
        "refugees",
        "displaced",
    ]
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people, by three sides.

    Examples
    --------
    >>> civilians, women = group_of("civilians"), group_of("civilians, women")
    >>> civilians.holds(women), women.holds(civilians), EVERYBODY.holds(women)
    (True, False, True)
    >>> civilians.excludes(group_of("security forces"))
    True
    """

    status: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def holds(self, other: "Group") -> bool:
        """Whether everyone of ``other`` is surely in this group."""
        return (
            _side_holds(self.status, other.status)
            and _side_holds(self.people, other.people)
            and self.words <= other.words
        )

    def may_hold(self, other: "Group") -> bool:
        """Whether ``other`` may be a part of this group: nothing said of it speaks against it.

        "10 women" beside "60 civilians" in one statement of one voice.
        """
        return (
            (not other.status or _side_holds(self.status, other.status))
            and _side_holds(self.people, other.people)
            and self.words <= other.words
            and bool(other.people or other.words)
            and other != self
        )

    def excludes(self, other: "Group") -> bool:
        """Whether nobody can be in both."""
        return bool(
            (self.status and other.status and not self.status & other.status)
            or (self.people and other.people and not self.people & other.people)
        )

    @property
    def key(self) -> str:
        """The group as one text, for columns; empty for everybody.

        >>> group_of("Alawite civilians").key
        'civilian: alawite'
        """
        classes = "+".join(sorted(self.status) + sorted(self.people))
        words = " ".join(sorted(self.words))
        return f"{classes}: {words}" if words else classes


EVERYBODY = Group()


def _side_holds(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not mine or (bool(theirs) and theirs <= mine)


@cache
def group_of(words: str, classes: str = "") -> Group:
    """Return the group that some words, and classes where they were read already, mean.

    Parameters
    ----------
    words : str
        The people counted, as written.
    classes : str
        A cell of ``group_class``; where given, it decides status and people.

    Examples
    --------
    >>> group_of("civilians, mostly Alawites") == group_of("civilians")
    True
    >>> sorted(group_of("combatants of both sides").status)
    ['fighter', 'security_force']
    >>> group_of("all") == EVERYBODY
    True
    """
    rest, _, doer = _BY.sub("\0", _ASIDE.sub("", words.casefold())).partition("\0")
    status: set[str] = set()
    people: set[str] = set()
    if _BOTH_SIDES.search(rest):
        status |= {str(GroupClass.FIGHTER), str(GroupClass.SECURITY_FORCE)}
        rest = _BOTH_SIDES.sub(" ", rest)
    rest = " ".join(re.sub(r"[^\w\s]", " ", rest).split())
    # Security forces first: "armed forces personnel" must not leave words behind.
    for found, table in ((status, dict(reversed(_STATUS.items()))), (people, _PEOPLE)):
        left = rest
        for name, pattern in table.items():
            if re.search(rf"\b(?:{pattern})\b", rest):
                found.add(name)
                left = re.sub(rf"\b(?:{pattern})\b", " ", left)
        rest = left
    given = set(split(classes)) - {str(GroupClass.UNKNOWN)}
    if given:
        status, people = given & set(_STATUS), given & set(_PEOPLE)
    doers = re.sub(r"[^\w\s]", " ", doer).split()
    tokens = (t for t in (*rest.split(), *doers) if t not in _FILLING and not t.isdigit())
    left_over = frozenset(token.removesuffix("s") if len(token) > 3 else token for token in tokens)
    return Group(frozenset(status), frozenset(people), left_over)

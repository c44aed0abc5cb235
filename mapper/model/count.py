"""How many: low, best and high, each of which may be unknown, and the words they were said in."""

from dataclasses import dataclass, replace
from enum import StrEnum

__all__ = ["Count", "Qualifier"]


class Qualifier(StrEnum):
    """How a figure was hedged by the one who said it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    RANGE = "range"
    VAGUE = "vague"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that never travels alone.

    Parameters
    ----------
    low, best, high : int or None
        The least, the most credible and the largest number. ``None`` is *unknown*; an unknown high
        is open ("at least 12"), never 99 or 999.
    qualifier : Qualifier
        How it was hedged.
    words : str
        The words of the source, verbatim: "dozens", "more than 1,000".
    rule : str
        The id of the rule that turned the words into numbers.
    imputed : bool
        True when a project (ACLED's 10, 12, 100) or a rule put a number where the source gave a word.

    Raises
    ------
    ValueError
        If the numbers that are known are negative or not in the order low ≤ best ≤ high.

    Examples
    --------
    >>> Count.exact(745)
    Count(745)
    >>> str(Count(1000, 1000, None, Qualifier.MORE_THAN))
    'more than 1,000'
    >>> str(Count(12, 12, None, Qualifier.VAGUE, words="dozens"))
    'dozens'
    >>> str(Count())
    'unknown'
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    qualifier: Qualifier = Qualifier.UNSPECIFIED
    words: str = ""
    rule: str = ""
    imputed: bool = False

    def __post_init__(self) -> None:
        known = [number for number in (self.low, self.best, self.high) if number is not None]
        if known and min(known) < 0:
            raise ValueError(f"a count cannot be negative: {self.low}, {self.best}, {self.high}")
        if known != sorted(known):
            raise ValueError(
                f"low, best, high must rise: {self.low}, {self.best}, {self.high}; "
                "keep the source's own figures beside and order them first"
            )

    @classmethod
    def exact(cls, number: int, words: str = "", rule: str = "") -> "Count":
        """Return a figure said without a hedge."""
        return cls(number, number, number, Qualifier.EXACT, words, rule)

    @property
    def known(self) -> bool:
        """Whether there is any number at all.

        >>> Count(words="a large crowd").known
        False
        """
        return not (self.low is None and self.best is None and self.high is None)

    @property
    def open(self) -> bool:
        """Whether there is a number with no upper end: "at least", "more than", "dozens"."""
        return self.known and self.high is None

    def __add__(self, other: "Count") -> "Count":
        """Add two figures bound by bound; what is unknown in one is unknown in the sum.

        Whether the two *may* be added (kind, unit, voice, overlap) is for the reconciliation to say.

        >>> Count.exact(3) + Count(12, 12, None, Qualifier.VAGUE)
        Count(low=15, best=15, high=None)
        """

        def plus(a: int | None, b: int | None) -> int | None:
            return None if a is None or b is None else a + b

        low, best, high = (
            plus(self.low, other.low),
            plus(self.best, other.best),
            plus(self.high, other.high),
        )
        exact = low is not None and low == best == high
        return Count(low, best, high, Qualifier.EXACT if exact else Qualifier.RANGE, rule="sum")

    def within(self, other: "Count") -> bool:
        """Whether this figure can be a part of ``other``: its low does not pass the other's high.

        >>> Count.exact(745).within(Count(1000, 1000, None, Qualifier.MORE_THAN))
        True
        >>> Count.exact(12).within(Count.exact(3))
        False
        """
        if self.low is None:
            return True
        return other.high is None or self.low <= other.high

    def said(self, words: str) -> "Count":
        """Return the same figure with the words it was said in."""
        return replace(self, words=words)

    def __str__(self) -> str:
        """Return the figure in words, hedge kept."""
        match self.qualifier:
            case Qualifier.VAGUE | Qualifier.UNSPECIFIED if self.words:
                return self.words
            case Qualifier.ABOUT if self.best is not None:
                return f"about {self.best:,}"
            case Qualifier.AT_LEAST if self.low is not None:
                return f"at least {self.low:,}"
            case Qualifier.MORE_THAN if self.low is not None:
                return f"more than {self.low:,}"
            case Qualifier.UP_TO if self.high is not None:
                return f"up to {self.high:,}"
        if self.low is not None and self.high is not None:
            return f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"
        if self.low is not None:
            return f"at least {self.low:,}"
        if self.high is not None:
            return f"up to {self.high:,}"
        return f"about {self.best:,}" if self.best is not None else "unknown"

    def __repr__(self) -> str:
        if self.qualifier is Qualifier.EXACT and self.low == self.best == self.high:
            return f"Count({self.best})"
        return f"Count(low={self.low}, best={self.best}, high={self.high})"

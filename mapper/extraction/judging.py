"""What a sentence says of its own truth: figures that are no claims, and claims that are doubted."""

from collections.abc import Sequence

from mapper.extraction.counting.figure import Figure
from mapper.extraction.dating.timing import Timing
from mapper.extraction.drafts import Draft
from mapper.extraction.languages import Language
from mapper.extraction.words.matcher import Matcher
from mapper.extraction.words.sentences import Sentence
from mapper.model import Measure, Period, Verification

__all__ = ["Judging"]

# More than all people alive.
_ALIVE = 10**10
# So few blows are told one by one; more are counted.
_A_FEW = 3
# Between what could be and what was.
_CLAUSES = (",", ";", ":", "،", " that ", " and ", " but ", " while ")
# How far back in its sentence a clause is looked at, and in the report what a sentence may speak of.
_CLAUSE = 70
_BACK = 6


class Judging:
    """Tells what is no claim of what a report is about, and marks what its sentences say of its claims.

    Parameters
    ----------
    body : str
        The report.
    language : Language
        The table of its language.
    match : Matcher
        Where patterns match its sentences.
    timing : Timing
        Its days: what was long ago is no claim.
    """

    def __init__(self, body: str, language: Language, match: Matcher, timing: Timing) -> None:
        self._body = body
        self._language = language
        self._match = match
        self._timing = timing

    def why_not(
        self, figure: Figure, sentence: Sentence, start: int, end: int, period: Period | None
    ) -> str:
        """Return why a figure is no claim; empty if it is one.

        Parameters
        ----------
        figure : Figure
            The figure.
        sentence : Sentence
            Its sentence.
        start, end : int
            Its quote in the report.
        period : Period or None
            The days that its sentence gives it.
        """
        if (figure.count.high or figure.count.low or 0) > _ALIVE:
            return "misprint: the figure is greater than the number of people alive"
        if figure.measure is Measure.INCIDENTS and self._told_one_by_one(figure):
            return "narrative: the report tells of these attacks, and does not count any"
        return self._background(sentence, start, end, period)

    def _told_one_by_one(self, figure: Figure) -> bool:
        """Whether a report tells of a few blows, and counts none: "two air strikes hit Redford"."""
        few = (figure.count.high or figure.count.low or 0) <= _A_FEW
        return few and self._language.people.blows.search(figure.group) is not None

    def _background(self, sentence: Sentence, start: int, end: int, period: Period | None) -> str:
        """Return why a figure is no claim of what this report is about; empty if it is one."""
        language = self._language
        if self._match(language.truth.hypothetical, sentence):
            clause = self._body[max(sentence.start, start - _CLAUSE) : end]
            before = max(0, len(clause) - (end - start))
            cut = max(clause.rfind(sign, 0, before) for sign in _CLAUSES)
            if language.truth.hypothetical.search(clause[cut + 1 :]):
                return "hypothetical: the sentence says what could be, not what was"
        if why := self._timing.why_background(period):
            return why
        if period is not None and language.truth.history.search(period.words):
            return "history: the figure is of a time long before what the report is about"
        if self._match(language.truth.definition, sentence):
            return "definition: the sentence says what a word means, not what happened"
        own = period is not None and period.start is not None
        if not own and self._match(language.truth.history, sentence):
            return "history: the sentence speaks of an earlier time"
        return ""

    def judge(self, sentence: Sentence, found: Sequence[Draft], drafts: Sequence[Draft]) -> None:
        """Mark the claims that a sentence speaks of, its own or those told before, with what it says of their truth."""
        words = self._language.truth
        if self._match(words.unverified, sentence):
            truth = Verification.UNVERIFIED
        elif self._match(words.disputed, sentence):
            truth = Verification.DISPUTED
        elif self._match(words.verified, sentence):
            truth = Verification.VERIFIED
        elif not found and self._match(words.withdrawn, sentence):
            truth = Verification.RETRACTED
        else:
            return
        concerned = list(found) or [
            d for d in drafts[-_BACK:] if d.sentence.paragraph == sentence.paragraph
        ]
        if not concerned and drafts and drafts[-1].sentence.paragraph == sentence.paragraph - 1:
            last = drafts[-1].sentence.paragraph
            concerned = [d for d in drafts[-_BACK:] if d.sentence.paragraph == last]
        for draft in concerned:
            # Who takes something back speaks of what was just told.
            if truth is Verification.RETRACTED and draft.sentence is not concerned[-1].sentence:
                continue
            if draft.verification is None:
                draft.verification = truth
                draft.verification_reason = self._body[sentence.start : sentence.end]

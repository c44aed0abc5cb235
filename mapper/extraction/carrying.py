"""What one sentence leaves to the next: the list it opens, the total it tells, what it counts."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from mapper.extraction.counting.figure import Figure
from mapper.extraction.drafts import Draft, Scan
from mapper.extraction.headings import Heading
from mapper.extraction.languages import Language
from mapper.extraction.placing.whereabouts import Whereabouts
from mapper.extraction.speaking.speakers import Speakers
from mapper.extraction.words.sentences import Sentence, is_item, line_start
from mapper.extraction.words.signs import signs
from mapper.model import Count, Measure, Unit

__all__ = ["Carrying"]

_BACK = 8
_NOBODY = (Measure.STATEMENT, Measure.INCIDENTS)
# A short line without a full stop, and an item of a list behind it.
_TITLE = re.compile(r"[^\n.,;:|]{6,80}(?=\n)")
_ITEM = re.compile(r"\s*\n\s*(?:[-•*–·▪]|\d{1,2}[.)])\s")


class Carrying:
    """Remembers the lists and totals of a report, and gives them to the figures that follow.

    Parameters
    ----------
    body : str
        The report.
    language : Language
        The table of its language.
    drafts : list of Draft
        The claims of the sentences read so far, which grows as reading goes on.
    speakers : Speakers
        The voices of the report.
    whereabouts : Whereabouts
        Its places: a list goes by them.
    """

    def __init__(
        self,
        body: str,
        language: Language,
        drafts: list[Draft],
        speakers: Speakers,
        whereabouts: Whereabouts,
    ) -> None:
        self._body = body
        self._language = language
        self._drafts = drafts
        self._speakers = speakers
        self._whereabouts = whereabouts
        self._heading = Heading()
        # The sentence that tells what became of those told before: "Of the arrivals, …".
        self._of: Sentence | None = None

    def listed(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a list that a heading opened."""
        heading = self._heading
        if heading.measure is None or sentence.paragraph > heading.paragraph + 1:
            return False
        # A sentence of its own behind the items of a list is none of them.
        line = line_start(self._body, sentence.start) - 1
        ended = self._body[max(0, line - 1) : line] in (".", "؛", ")")
        return not (heading.bulleted and ended and not is_item(self._body, sentence.start))

    def head(self, scan: Scan, found: Sequence[Draft], *, listed: bool) -> bool:
        """Remember a line that opens a list: what the figures under it count, and of what total.

        Returns whether the line opens one.
        """
        sentence, heading = scan.sentence, self._heading
        row = self._body.startswith("|", sentence.start)
        opens = self._opens(sentence, found)
        if not opens and not (row and not found and not listed):
            if listed and (found or row):
                self._heading = replace(
                    heading,
                    paragraph=sentence.paragraph,
                    bulleted=heading.bulleted or is_item(self._body, sentence.start),
                )
            elif not listed:
                self._whereabouts.scenes.header = ()
            return False
        last = self._last()
        measure = found[0].measure if found else self._topic(sentence)
        people = next((d for d in reversed(self._drafts) if d.measure not in _NOBODY), None)
        if measure is None and people is not None and self._distributes(sentence, people):
            last = next(self._beside(people), people)
            measure = last.measure
        if measure is None and (listed or row):
            # A name alone ("Redford:") opens a part of the list it stands in.
            measure = heading.measure or (last.measure if last is not None and row else None)
            self._heading = replace(heading, paragraph=sentence.paragraph, measure=measure)
            self._whereabouts.scenes.head(sentence)
            return False
        self._whereabouts.scenes.header = ()
        whole = last if last is not None and last.measure is measure else None
        outer = heading.whole if listed else None
        self._heading = Heading(sentence.paragraph, measure, found[0] if found else whole, outer)
        return not listed

    def _distributes(self, sentence: Sentence, last: Draft) -> bool:
        """Whether a line without figures parts those told right before: "distributed as follows:"."""
        near = sentence.paragraph - last.sentence.paragraph <= 1
        spread = self._language.syntax.spread
        return near and spread.search(self._body, sentence.start, sentence.end) is not None

    def _opens(self, sentence: Sentence, found: Sequence[Draft]) -> bool:
        """Whether a line ends in a colon, or is a title that items follow."""
        cue = self._language.syntax.list_heading
        if self._body.endswith(":", sentence.start, sentence.end) or (
            signs(self._language.code).able(cue, sentence.signs)
            and cue.search(self._body, sentence.start, sentence.end)
        ):
            return True
        title = not found and _TITLE.match(self._body, sentence.start) is not None
        return title and _ITEM.match(self._body, sentence.end) is not None

    def _topic(self, sentence: Sentence) -> Measure | None:
        """Return what a line without figures speaks of: "New arrivals by district:"."""
        text = self._body[sentence.start : sentence.end]
        return next(
            (m for pattern, m in self._language.measures.topics if pattern.search(text)), None
        )

    def _last(self) -> Draft | None:
        return next((d for d in reversed(self._drafts) if d.measure is not Measure.STATEMENT), None)

    def measures(
        self, scan: Scan, counted: Sequence[Figure], whole: Draft | None, *, listed: bool
    ) -> None:
        """Give figures that count nothing of their own what is counted around them."""
        row = self._body.startswith("|", scan.sentence.start)
        for index, figure in enumerate(counted):
            if figure.measure is not None or figure.trigger is not None or (row and index):
                continue
            if listed:
                figure.measure = self._heading.measure
            elif whole is not None:
                before = counted[index - 1].measure if index else None
                figure.measure = before if before and self._of is scan.sentence else whole.measure
            elif figure.bare:
                last = next((f for f in reversed(counted[:index]) if f.measure), self._last())
                self._continued(scan, figure, self._mistaken(figure) or last)

    def _continued(self, scan: Scan, figure: Figure, last: Figure | Draft | None) -> None:
        """Give a bare figure the measure told before: "the figure stood at 240", "Three are women"."""
        if last is None or last.unit is not Unit.PERSON:
            return
        before = self._body[max(scan.sentence.start, figure.start - 50) : figure.start]
        following = scan.items[figure.last + 1 : figure.last + 3]
        of_them = len(following) == 2 and "passive" in following[0] and "noun" in following[1]
        if (
            figure.instead is not None
            or self._language.measures.same_figure.search(before)
            or (of_them and figure.start - scan.sentence.start < 3)
        ):
            figure.measure = last.measure

    def _mistaken(self, figure: Figure) -> Draft | None:
        """Return the claim told before whose number a figure puts right: "it was 26, not 27"."""
        if figure.instead is None:
            return None
        wrong = figure.instead.count
        told = (d for d in self._drafts if d.unit is Unit.PERSON and d.count.low == wrong.low)
        return next(told, None)

    def whole_of_list(self, figure: Figure) -> Draft | None:
        """Return the total that a figure of a list is a part of."""
        return self._heading.whole_of(figure)

    def antecedent(self, draft: Draft) -> list[Draft]:
        """Return the claim before whose people a figure is of: "eight of the dead"."""
        for other in reversed(self._drafts[-_BACK:]):
            if other.measure is draft.measure and other.unit is draft.unit and not other.parents:
                return [other] if _may_hold(other.count, draft.count) else []
        return []

    def included(self, sentence: Sentence, *, told: bool) -> Draft | None:
        """Return the total that a sentence opens ("Of these …"; "the toll includes …").

        Where nothing else tells of people, the sentence must speak of the sum itself.
        """
        cue = self._language.syntax.total_includes
        if not (self._drafts and signs(self._language.code).able(cue, sentence.signs)):
            return None
        found = cue.search(self._body[sentence.start : sentence.end])
        if found is None or not (told or found.groupdict().get("sum")):
            return None
        self._of = sentence if found.groupdict().get("of") else None
        able = [
            draft
            for draft in self._drafts[-_BACK:]
            if draft.unit is Unit.PERSON
            and draft.count.known
            and not draft.parents
            and draft.measure is not Measure.INCIDENTS
        ]
        # Of several in one sentence, the most: "204 cases, 150 of them disappearances".
        last = [draft for draft in able if draft.sentence is able[-1].sentence]
        return max(last, key=lambda draft: draft.count.low or 0, default=None)

    def totals(
        self, counted: Sequence[Figure], drafts: dict[int, Draft], whole: Draft | None
    ) -> None:
        """Put the figures of a sentence into the total that it opens or stands under."""
        for index, draft in drafts.items():
            fate = whole if self._of is draft.sentence or _of_casualties(whole, draft) else None
            held = self._of_measure(whole, draft.measure) or fate
            inside = (
                held is not None
                and not draft.parents
                and draft is not held
                and (draft.unit is held.unit or draft.unit is Unit.HOUSEHOLD)
                and _may_hold(held.count, draft.count)
                and not counted[index].delta
            )
            if inside and held is not None:
                draft.parents.append(held)
                if self._speakers.owns(draft):
                    draft.voice, draft.relay = held.voice, held.relay
        for draft in drafts.values():
            if draft.parents and self._speakers.owns(draft):
                draft.voice, draft.relay = draft.parents[0].voice, draft.parents[0].relay

    def _beside(self, draft: Draft) -> Iterator[Draft]:
        """Return the totals of a claim's sentence, in order."""
        at = bisect_left(self._drafts, draft.sentence.start, key=lambda d: d.sentence.start)
        told = takewhile(lambda d: d.sentence is draft.sentence, islice(self._drafts, at, None))
        return (d for d in told if d.measure not in _NOBODY and not d.parents)

    def _of_measure(self, whole: Draft | None, measure: Measure) -> Draft | None:
        """Return the total of a measure told with another: "12 killed and 30 injured, as follows:"."""
        if whole is None or whole.measure is measure:
            return whole
        return next((d for d in self._beside(whole) if d.measure is measure), None)


def _of_casualties(whole: Draft | None, part: Draft) -> bool:
    """Whether casualties hold killed or injured: "1,026 casualties. This included 71 killed"."""
    harm = part.measure in (Measure.KILLED, Measure.INJURED)
    return whole is not None and whole.measure is Measure.CASUALTIES and harm


def _may_hold(whole: Count, part: Count) -> bool:
    if part.low is None:
        return False
    return whole.high is None or part.low <= whole.high

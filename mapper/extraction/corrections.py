"""What a report puts right: figures that others replace, and claims that were taken back.

A figure told to be wrong stays a claim, for it was said; the right one ``supersedes`` it. It may stand
beside it ("revised from 30 to 42", "26, not 27"), a sentence later ("that was later lowered to 12"),
or in a note under the report, which then corrects the report's own sentences too.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from math import inf

from mapper.extraction.counting.figure import Figure
from mapper.extraction.drafts import Draft
from mapper.extraction.languages import Language
from mapper.extraction.languages.cue import Cue
from mapper.extraction.words.sentences import Sentence, line_start
from mapper.extraction.words.signs import signs
from mapper.model import Measure, Verification

__all__ = ["correct", "mistaken"]

# How far behind the words of a correction the wrong figure may stand.
_REACH = 40


def mistaken(draft: Draft, wrong: Figure) -> Draft:
    """Return the claim of a wrong number told beside the right one, which replaces it."""
    old = replace(
        draft,
        start=wrong.start,
        end=wrong.end,
        count=wrong.count,
        parents=[],
        same_as=[],
        supersedes=[],
    )
    draft.supersedes.append(old)
    return old


def correct(body: str, drafts: Sequence[Draft], language: Language) -> None:
    """Fill in ``supersedes``, and ``verification`` of what was taken back, in place.

    Parameters
    ----------
    body : str
        The report.
    drafts : sequence of Draft
        Its claims, in order.
    language : Language
        The table of its language.
    """
    told = [draft for draft in drafts if draft.measure is not Measure.STATEMENT]
    before: list[Draft] = []
    notes: dict[int, float] = {}
    for _, sentence in groupby(told, lambda draft: draft.sentence.start):
        found = list(sentence)
        where = found[0].sentence
        if where.paragraph not in notes:
            notes[where.paragraph] = _note(body, where, language)
        note = notes[where.paragraph] <= where.end
        if _asks(language.truth.corrected, language, found[0]):
            _replace(_spoken_of(body, before, found, language), found)
        _replace(_wrong(body, found, language), found)
        _take_back(body, found, language)
        if note:
            _put_right(found, [draft for draft in told if draft not in found])
        before = found


def _asks(cue: Cue, language: Language, draft: Draft) -> bool:
    return signs(language.code).able(cue, draft.sentence.signs)


def _number(body: str, draft: Draft) -> tuple[int, int]:
    """Return where the number itself stands in a quote."""
    at = body.rfind(draft.count.words, draft.start, draft.end)
    return (draft.start, draft.end) if at < 0 else (at, at + len(draft.count.words))


def _wrong(body: str, found: Sequence[Draft], language: Language) -> list[Draft]:
    """Return the figure of a sentence that it tells to be that of before, if any."""
    sentence, truth = found[0].sentence, language.truth
    before = behind = None
    if _asks(truth.correction, language, found[0]):
        before = truth.correction.search(body, sentence.start, sentence.end)
    able_behind = _asks(truth.mistaken_behind, language, found[0])
    for draft in found if able_behind or before is not None else ():
        start, end = _number(body, draft)
        if able_behind:
            behind = truth.mistaken_behind.match(body[end : sentence.end])
        beside = before is not None and 0 <= start - before.end() <= _REACH
        if behind or (beside and not truth.compared_behind.match(body[end : sentence.end])):
            return [draft]
    return []


def _spoken_of(
    body: str, before: Sequence[Draft], found: Sequence[Draft], language: Language
) -> list[Draft]:
    """Return the figure of the sentence before that a sentence corrects: "that was later lowered to 12"."""
    first = found[0]
    sentence = first.sentence
    if not before or len(found) > 1 or before[0].sentence.paragraph != sentence.paragraph:
        return []
    said = language.truth.corrected.search(body, sentence.start, sentence.end)
    near = said is not None and 0 <= _number(body, first)[0] - said.end() <= _REACH
    return [draft for draft in before if draft.measure is first.measure][-1:] if near else []


def _replace(old: Sequence[Draft], found: Sequence[Draft]) -> None:
    """Let the figure of a sentence that counts the same people replace a wrong one."""
    for wrong in old:
        right = next(
            (
                draft
                for draft in found
                if draft is not wrong
                and draft.measure is wrong.measure
                and not (draft.parents or wrong.parents or draft.supersedes or wrong.supersedes)
                and (draft.classes == wrong.classes or not (draft.classes and wrong.classes))
                and draft.period.overlaps(wrong.period)
            ),
            None,
        )
        if right is not None:
            right.supersedes.append(wrong)


def _take_back(body: str, found: Sequence[Draft], language: Language) -> None:
    """Mark the claim that a sentence tells to be withdrawn; not what it says in its place."""
    sentence, cue = found[0].sentence, language.truth.withdrawn
    if not _asks(cue, language, found[0]):
        return
    said = cue.search(body, sentence.start, sentence.end)
    if said is None:
        return
    behind = next((draft for draft in found if draft.start >= said.start()), None)
    if behind is not None and not any(behind in other.supersedes for other in found):
        behind.verification = Verification.RETRACTED
        behind.verification_reason = body[sentence.start : sentence.end]


def _note(body: str, sentence: Sentence, language: Language) -> float:
    """Return from where on the paragraph of a sentence is a note in which the report puts itself right."""
    line = line_start(body, sentence.start)
    end = body.find("\n", sentence.end)
    said = language.truth.erratum.search(body[line : end if end >= 0 else len(body)])
    return inf if said is None else line + said.end()


def _put_right(found: Sequence[Draft], others: Sequence[Draft]) -> None:
    """Let what a note corrects replace what the report told; what it repeats is told twice."""
    for right in found:
        for wrong in right.supersedes[:]:
            right.supersedes += [
                other for other in others if _same(other, wrong) and other not in right.supersedes
            ]
        first = next((o for o in others if _same(o, right) or o in right.supersedes), None)
        if first is None or not right.supersedes:
            continue
        if _same(first, right):
            right.same_as.append(first)
        right.voice, right.relay = first.voice, first.relay
        right.period, right.dated_by = first.period, first.dated_by
        right.places, right.role, right.inherited = first.places, first.role, "report"
        right.group, right.classes = right.group or first.group, right.classes or first.classes
        for wrong in right.supersedes:
            if wrong in found:
                wrong.voice, wrong.relay = first.voice, first.relay
                wrong.period, wrong.places = first.period, first.places


def _same(one: Draft, other: Draft) -> bool:
    return (one.measure, one.unit, one.count.low, one.count.high) == (
        other.measure,
        other.unit,
        other.count.low,
        other.count.high,
    )

"""How the claims of one report hang together: which holds which, which is told twice or replaced."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from mapper.extraction.corrections import correct
from mapper.extraction.drafts import Draft
from mapper.extraction.languages import Language
from mapper.extraction.words.sentences import is_item
from mapper.model import Kind, Measure, Period, Qualifier

_TOTAL = 8
_NEAR = 6
_SHARE = 0.3
_MOST = 0.9
_PAIR = 2
_DAY, _MONTH = timedelta(days=1), timedelta(days=31)
# How far behind a total its parts may be told: in figures, and in paragraphs.
_ADDENDS = 40
_FAR = 12
# How far behind, in figures, casualties are told apart, and how far their sum is rounded.
_BESIDE = 9
_ROUND = 0.04

__all__ = ["link"]


def link(body: str, drafts: Sequence[Draft], language: Language) -> None:
    """Fill in ``parents``, ``same_as`` and ``supersedes`` of the claims of one report, in place."""
    correct(body, drafts, language)
    _told_twice(drafts)
    # No item of a list holds another.
    items = {d.sentence.start for d in drafts if is_item(body, d.sentence.start)}
    _added_up(drafts, items)
    _killed_and_injured(drafts)
    _held(drafts)
    _broken_down(drafts, items)
    _like_their_wholes(drafts)


def _told_twice(drafts: Sequence[Draft]) -> None:
    """Link a figure that its voice gives again for the same people."""
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        if draft.measure is Measure.STATEMENT or not draft.count.known:
            continue
        if (draft.count.low or 0) < 4:
            # One man killed here and one man killed there are two.
            continue
        key = (
            draft.voice,
            draft.measure,
            draft.unit,
            draft.count.low,
            draft.count.high,
            draft.count.best,
        )
        first = seen.setdefault(key, draft)
        if first is draft or first.sentence is draft.sentence:
            continue
        alike = not (draft.classes and first.classes) or set(draft.classes) & set(first.classes)
        when = first.period.overlaps(draft.period)
        where = bool(
            draft.inherited
            or first.inherited
            or set(draft.places) & set(first.places)
            or not draft.places
        )
        if alike and when and where:
            draft.same_as.append(first)


def _added_up(drafts: Sequence[Draft], items: set[int]) -> None:
    """Link figures that together are just the total told before or behind them, one by one."""
    by_kind: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.count.low is not None and draft.measure is not Measure.STATEMENT:
            by_kind[draft.measure, draft.unit].append(draft)
    for found in by_kind.values():
        for at, whole in enumerate(found):
            if whole.parents or (whole.count.low or 0) < _TOTAL or whole.sentence.start in items:
                continue
            ahead = found[at + 1 : at + 1 + _ADDENDS]
            parts = _addends(whole, ahead) or _summed(whole, found[max(0, at - _ADDENDS) : at])
            for part in parts:
                if not part.parents:
                    _part_of(whole, part, found[at + 1 : at + 1 + 2 * _ADDENDS])


def _killed_and_injured(drafts: Sequence[Draft]) -> None:
    """Link "589 casualties: 138 killed and 451 injured": the two that add up to what is one figure."""
    for at, whole in enumerate(drafts):
        most = whole.count.best or whole.count.low
        if whole.measure is not Measure.CASUALTIES or most is None:
            continue
        # "Almost 15,000" are 14,844.
        slack = 0 if whole.count.qualifier is Qualifier.EXACT else most * _ROUND
        for one, other in pairwise(drafts[max(0, at - _PAIR) : at + _BESIDE]):
            if {one.measure, other.measure} != {Measure.KILLED, Measure.INJURED}:
                continue
            if abs(most - (one.count.low or 0) - (other.count.low or 0)) <= slack:
                for part in (one, other):
                    part.parents = part.parents or [whole]
                break


def _able(whole: Draft, part: Draft) -> bool:
    """Whether a figure may be one of those that make up a total."""
    return (
        (not part.parents or whole in part.parents)
        and not part.same_as
        and part.count.high in (part.count.low, None)
        and (part.count.low or 0) < (whole.count.low or 0)
        and part.period.overlaps(whole.period)
        and abs(part.sentence.paragraph - whole.sentence.paragraph) <= _FAR
    )


def _summed(whole: Draft, before: Sequence[Draft]) -> Sequence[Draft]:
    """Return the figures right before a total that add up to it, three at least; else none."""
    parts: list[Draft] = []
    told = 0
    for part in reversed(before):
        if not _able(whole, part) or part.sentence is whole.sentence:
            break
        parts.append(part)
        told += part.count.low or 0
        if told >= (whole.count.low or 0):
            return parts if told == whole.count.low and len(parts) > _PAIR else []
    return []


def _addends(whole: Draft, following: Sequence[Draft]) -> Sequence[Draft]:
    """Return the figures behind a total that add up to it, without any between them; else none."""
    able = [part for part in following if _able(whole, part)]
    for first in range(len(able) - 1):
        told = 0
        for last in range(first, len(able)):
            told += able[last].count.low or 0
            if told > (whole.count.low or 0):
                break
            if told == whole.count.low:
                parts = able[first : last + 1]
                return parts if _meant(whole, parts, next_told=not first) else []
    return []


def _meant(whole: Draft, parts: Sequence[Draft], *, next_told: bool) -> bool:
    """Whether figures add up to a total not by chance: by their voice, by how many, or as told next."""
    if len(parts) > _PAIR:
        return True
    others = {part.voice for part in parts if not _of_voice(whole, [part])}
    exact = all(part.count.high is not None for part in parts)
    # "The ministry put the toll at 9": what another makes of the whole.
    rival = any(part.kind is Kind.CUMULATIVE and part.voice in others for part in parts)
    return (exact and not others) or (next_told and len(others) <= 1 and not rival)


def _of_voice(whole: Draft, parts: Sequence[Draft]) -> bool:
    """Whether parts are told by the voice of a total, or one of both by a mere messenger."""
    return all(
        part.voice == whole.voice or whole.voice in ("", part.relay) or not part.relay
        for part in parts
    )


def _part_of(whole: Draft, part: Draft, found: Sequence[Draft]) -> None:
    """Put a figure into its total, and give it what was only told of the total."""
    part.parents.append(whole)
    for draft in (part, *(other for other in found if part in other.parents)):
        if draft.dated_by == "report" and whole.period.start is not None:
            draft.period, draft.dated_by = whole.period, "total"
        if draft.inherited == "report" and whole.places:
            draft.places, draft.role = whole.places, whole.role


def _held(drafts: Sequence[Draft]) -> None:
    """Link a figure of some to the same voice's figure of all, within its time."""
    by_voice: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if (
            draft.voice
            and draft.count.low is not None
            and draft.measure is not Measure.STATEMENT
            and not draft.same_as
        ):
            by_voice[draft.voice, draft.measure, draft.unit].append(draft)
    for found in by_voice.values():
        wholes = sorted(
            (d for d in found if d.generic and (d.count.low or 0) >= 20),
            key=lambda d: d.count.low or 0,
        )
        lows = [d.count.low or 0 for d in wholes]
        for part in found:
            if part.parents or part.supersedes or part.generic:
                continue
            larger = range(bisect_right(lows, part.count.low or 0), len(wholes))
            able = (wholes[at] for at in larger)
            whole = next((w for w in able if w is not part and _holds(w, part)), None)
            if whole is not None:
                part.parents.append(whole)


def _broken_down(drafts: Sequence[Draft], items: set[int]) -> None:
    """Link figures told place by place to their total: "47 killed: … 16 in Redford"; "…, 47 in all"."""
    for at, whole in enumerate(drafts):
        most = whole.count.best or whole.count.low
        if not whole.generic or whole.parents or most is None or most < _TOTAL:
            continue
        if whole.sentence.start in items:
            continue
        before = drafts[max(0, at - _ADDENDS) : at]
        listed = [draft for draft in before if draft.sentence.start in items]
        for told in (drafts[at + 1 : at + 1 + _ADDENDS], listed):
            parts = _shares(whole, told, most)
            for part in parts:
                part.parents.append(whole)
            if parts:
                break


def _shares(whole: Draft, told: Sequence[Draft], most: int) -> Sequence[Draft]:
    """Return the figures of a total's places, if they make up a good part of it."""
    parts = [
        part
        for part in told
        if part.measure is whole.measure
        and part.unit is whole.unit
        and part.sentence is not whole.sentence
        and _of_voice(whole, [part])
        and not (part.parents or part.same_as or part.supersedes or part.inherited)
        and part.places
        and (part.places != whole.places or whole.inherited)
        and 0 < (part.count.low or 0) < most
        and abs(part.sentence.paragraph - whole.sentence.paragraph) <= _NEAR
        and part.period.overlaps(whole.period)
    ]
    known = sum(part.count.low or 0 for part in parts)
    least = _MOST if whole.spot else _SHARE
    return parts if len(parts) > 1 and most * least <= known <= most else []


def _holds(whole: Draft, part: Draft) -> bool:
    if part in whole.parents or any(part in parent.parents for parent in whole.parents):
        return False
    if whole.supersedes and part in whole.supersedes:
        return False
    if part.generic:
        return False
    if whole.spot and part.spot and not set(whole.places) & set(part.places):
        return False
    if (whole.count.low or 0) <= (part.count.low or 0):
        return False
    ours, theirs = whole.period, part.period
    if ours.start is None or theirs.start is None:
        return True
    # "The past two days" are exact to a day.
    wider = replace(ours, start=ours.start - _DAY) if ours.start != ours.end else ours
    return theirs in wider


def _short(period: Period) -> bool:
    """Whether some days are few enough to date each of a total's deaths: not "since January"."""
    start, end = period.start, period.end
    return start is not None and end is not None and end - start <= _MONTH


def _like_their_wholes(drafts: Sequence[Draft]) -> None:
    """Give a part what was only told of its whole: whose deaths, in whose words, when."""
    for draft in drafts:
        whole = draft
        while whole.parents and whole.parents[0].measure is draft.measure:
            whole = whole.parents[0]
            if not draft.group and whole.unit is draft.unit:
                draft.group, draft.classes = whole.group, draft.classes or whole.classes
            if not (draft.period.start or draft.period.words) and _short(whole.period):
                draft.period, draft.dated_by = whole.period, "total"
            if not draft.relay and draft.voice == whole.relay:
                # Who tells the sum tells its parts, where nobody else is named.
                draft.voice, draft.relay = whole.voice, whole.relay
        if whole is not draft and Kind.DELTA not in (whole.kind, draft.kind):
            draft.kind = whole.kind

"""Reports to claims: each report read on its own, the claims put into the table of the contract."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mapper.extraction.documents.plain import plain
from mapper.extraction.drafts import Draft, Refusal
from mapper.extraction.languages import LANGUAGES
from mapper.extraction.links import link
from mapper.extraction.placing.names import Finder
from mapper.extraction.plugins import read_with
from mapper.extraction.reading import Reader
from mapper.gazetteer import load
from mapper.model import Claim, Report
from mapper.schema import REFUSED, Reading, conform, from_claims, from_reports

__all__ = ["EXTRACTOR", "claims_of", "extract"]

EXTRACTOR = "mapper.rules/1"
_WAY_OUT = "add a row for it to the claims table if it is a claim after all"


def extract(
    reports: Report | Iterable[Report],
    gazetteer: Finder | None = None,
    *,
    extractor: str | None = None,
) -> Reading:
    """Read the claims of reports.

    Parameters
    ----------
    reports : Report or iterable of Report
        As `read_report` gives them.
    gazetteer : Gazetteer, optional
        Finds place names in running text (``find(text, language)``); by default the package's own.
        Names that no gazetteer knows are found by grammar ("in …", "the town of …").
    extractor : str, optional
        The name of another extractor, from an installed package's entry point ``mapper.extractors``.

    Returns
    -------
    Reading
        ``claims`` (one row a claim; no place looked up yet), ``reports``, and ``refused``: figures
        that are no claims of what the reports are about, each with its reason.

    Examples
    --------
    >>> body = "At least 12 people were killed in Redford on Friday, officials said."
    >>> report = Report("report:1", "a.txt", "", language="en", body=body)
    >>> extract(report).claims[["measure", "count_best", "qualifier", "place_words", "voice"]]
      measure  count_best qualifier place_words      voice
    0  killed          12  at_least     Redford  officials
    """
    several = [reports] if isinstance(reports, Report) else list(reports)
    if extractor is not None:
        return read_with(extractor, several)
    finder = load() if gazetteer is None else gazetteer
    claims: list[Claim] = []
    refused: list[dict[str, object]] = []
    for report in several:
        found, refusals = claims_of(report, finder)
        claims.extend(found)
        refused.extend(_refused(report, refusal) for refusal in refusals)
    return Reading(from_claims(claims, several), from_reports(several), conform(refused, REFUSED))


def claims_of(report: Report, gazetteer: Finder | None = None) -> tuple[list[Claim], list[Refusal]]:
    """Return the claims of one report and its refused figures, in the order of the text."""
    language = LANGUAGES.get(report.language[:2].lower() or "en")
    if language is None:
        whole = Refusal(
            0,
            min(len(report.body), 80),
            f"language {report.language!r} has no table of words; there are: {', '.join(LANGUAGES)}",
        )
        return [], [whole]
    bare = plain(report.body)
    drafts, refusals = Reader(replace(report, body=bare.text), language, gazetteer).read()
    drafts.sort(key=lambda draft: (draft.start, draft.end, draft.measure))
    link(bare.text, drafts, language)
    for draft in drafts:
        draft.start, draft.end = bare.written(draft.start, draft.end)
    _name(report, drafts)
    told = [_claim(report, draft) for draft in drafts]
    return told, [Refusal(*bare.written(r.start, r.end), r.reason) for r in refusals]


def _name(report: Report, drafts: Sequence[Draft]) -> None:
    seen: Counter[str] = Counter()
    for draft in drafts:
        name = f"{report.report_id}:{draft.start}:{draft.measure}"
        seen[name] += 1
        draft.claim_id = name if seen[name] == 1 else f"{name}:{seen[name]}"


def _claim(report: Report, draft: Draft) -> Claim:
    return Claim(
        draft.claim_id,
        report.report_id,
        report.path,
        report.body[draft.start : draft.end],
        draft.start,
        draft.end,
        draft.measure,
        voice=draft.voice,
        relay=draft.relay,
        kind=draft.kind,
        unit=draft.unit,
        count=draft.count,
        group=draft.group,
        group_class=draft.classes,
        actor=draft.actor,
        period=draft.period,
        as_of=draft.as_of,
        place_words=draft.places,
        place_role=draft.role,
        place_inherited=draft.inherited,
        period_inherited=draft.dated_by if draft.period.words or draft.period.start else "",
        origin_words=draft.origin,
        destination_words=draft.destination,
        via_words=draft.via,
        contained_in=tuple(parent.claim_id for parent in draft.parents),
        same_as=tuple(other.claim_id for other in draft.same_as),
        supersedes=tuple(other.claim_id for other in draft.supersedes),
        verification=draft.verification,
        verification_reason=draft.verification_reason,
        extractor=EXTRACTOR,
    )


def _refused(report: Report, refusal: Refusal) -> dict[str, object]:
    return {
        "report": report.path,
        "row": None,
        "char_start": refusal.start,
        "char_end": refusal.end,
        "column": "quote",
        "value": report.body[refusal.start : refusal.end],
        "reason": refusal.reason,
        "way_out": _WAY_OUT,
    }

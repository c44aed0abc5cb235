"""Reports to claims: every figure in the words of its source, with its quote and offsets.

`documents` makes a report of a file; `words` cuts it into sentences and words; `counting`, `dating`,
`placing` and `speaking` say of each figure whom it counts, when, where and who says so; `reading` goes
through the sentences and asks them; `judging` says what is no claim and what is doubted,
`corrections` which figure replaces which, `links` which hang together. All that is particular to a
language is in `languages`.
"""

from mapper.extraction.decisions import apply_decisions, keep_decisions, to_review
from mapper.extraction.documents.reports import read_report, report_files
from mapper.extraction.extracting import extract

__all__ = [
    "apply_decisions",
    "extract",
    "keep_decisions",
    "read_report",
    "report_files",
    "to_review",
]

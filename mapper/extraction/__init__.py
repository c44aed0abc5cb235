"""Reports to claims: every figure in the words of its source, with its quote and offsets."""

from mapper.extraction.decisions import apply_decisions, keep_decisions, to_review
from mapper.extraction.extracting import extract
from mapper.extraction.reports import read_report, report_files

__all__ = [
    "apply_decisions",
    "extract",
    "keep_decisions",
    "read_report",
    "report_files",
    "to_review",
]

"""Reports to claims: every figure in the words of its source, with its quote and offsets."""

from mapper.extraction.extracting import extract
from mapper.extraction.reports import read_report

__all__ = ["extract", "read_report"]

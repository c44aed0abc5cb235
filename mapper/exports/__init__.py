"""Tables -> files that other programs read, each with a word on what it had no room for."""

from mapper.exports.formats import FORMATS, export
from mapper.exports.summary import summarise

__all__ = ["FORMATS", "export", "summarise"]

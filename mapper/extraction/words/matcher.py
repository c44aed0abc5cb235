"""Patterns looked for in the sentences of a report, each once a sentence."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.words.sentences import Sentence
from mapper.extraction.words.signs import signs

__all__ = ["Matcher"]


class Matcher:
    """Says where a pattern matches a sentence; asked again for each figure, it looks only once.

    Parameters
    ----------
    body : str
        The report.
    code : str
        Its language.
    """

    def __init__(self, body: str, code: str) -> None:
        self._body = body
        self._signs = signs(code)
        self._sentence: Sentence | None = None
        self._matches: dict[Cue, re.Match[str] | None] = {}

    def __call__(self, cue: Cue, sentence: Sentence) -> re.Match[str] | None:
        """Return where a pattern matches a sentence, if anywhere."""
        if not self._signs.able(cue, sentence.signs):
            return None
        if self._sentence is not sentence:
            self._sentence, self._matches = sentence, {}
        if cue not in self._matches:
            self._matches[cue] = cue.search(self._body, sentence.start, sentence.end)
        return self._matches[cue]

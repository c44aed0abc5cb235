"""Marked-up text of outside -> plain text."""

import html
import re

import pandas as pd

from mapper.adapters.rows import holds

__all__ = ["plain"]

_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<\s*(script|style)\b.*?<\s*/\s*\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<\s*/?\s*[a-zA-Z!][^<>]*>")
_SPACE = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\s*\n\s*")


def plain(texts: "pd.Series[str]") -> "pd.Series[str]":
    r"""Return texts without tags, entities read, spaces and lines folded.

    Only texts with a ``<`` or ``&`` are touched, and what is left is text: a ``<`` that was an
    entity stays a ``<``, to be shown as text like everything from outside.

    >>> plain(pd.Series(["<p>5 killed,<br>3 &lt; 4</p>", "a < b"])).tolist()
    ['5 killed,\n3 < 4', 'a < b']
    """
    marked = holds(texts.str.contains("[<&]", regex=True))
    if not marked.any():
        return texts
    mended = texts.copy()
    mended[marked] = pd.Series(
        [_plain(text) for text in texts[marked]], index=texts.index[marked], dtype="str"
    )
    return mended.mask(mended == "")


def _plain(text: str) -> str:
    text = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", text)))
    return _LINES.sub("\n", _SPACE.sub(" ", html.unescape(text))).strip()

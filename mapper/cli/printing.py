"""Text of outside on a terminal: one line, and nothing that could steer it."""

__all__ = ["printable"]


def printable(text: object) -> str:
    r"""Return a text as one line without what could break it or steer the terminal.

    >>> printable("12 killed\n\x1b[2J")
    '12 killed  [2J'
    """
    return "".join(one if one.isprintable() else " " for one in str(text))

"""Numbers as words of a sentence."""

__all__ = ["many"]


def many(number: int, noun: str) -> str:
    """Return a number of things, in English.

    >>> many(1, "claim"), many(2_000, "claim")
    ('1 claim', '2,000 claims')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")

"""How far a step has come, told to whoever asks."""

from collections.abc import Callable

__all__ = ["Progress", "silent"]

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done, and how much there is."""


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""
    del step, done, total

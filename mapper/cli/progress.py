"""A progress bar that appears only when something takes more than a second."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

__all__ = ["progress_bar"]


@contextmanager
def progress_bar(patience: float = 1.0) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function to call with a step, how much of it is done, and how much there is.

    Parameters
    ----------
    patience : float
        Seconds before anything is shown.

    Yields
    ------
    callable
        The function.
    """
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        # In a file or a pipe, a bar is only noise.
        disable=not console.is_terminal,
    )
    started = time.monotonic()
    task = bar.add_task("starting", total=None)
    shown = False

    def report(step: str, done: int, total: int) -> None:
        nonlocal shown
        bar.update(task, description=step, completed=done, total=total)
        if not shown and time.monotonic() - started > patience:
            shown = True
            bar.start()

    try:
        yield report
    finally:
        if shown:
            bar.stop()

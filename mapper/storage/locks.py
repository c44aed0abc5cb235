"""One process at a time at one case."""

import getpass
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from mapper.errors import CaseError, OutputError

__all__ = ["locked", "process_name"]


@contextmanager
def locked(path: str | Path, *, timeout: float = 10.0) -> Iterator[None]:
    """Keep every other process from writing a case while the block runs.

    The lock is the operating system's: it ends with the process, however that ends. It is kept in a
    hidden file beside the case, ``.NAME.lock``, and who holds it is told in ``.NAME.holder``.
    Readers need no lock: a case is replaced whole, so they see the one before or the one after.

    Parameters
    ----------
    path : str or Path
        The case.
    timeout : float
        Seconds to wait for the other process.

    Raises
    ------
    CaseError
        If another process holds it; the message names that process.
    OutputError
        If no lock can be kept in that folder.

    Examples
    --------
    >>> import tempfile
    >>> with locked(Path(tempfile.mkdtemp()) / "coast.gpkg"):
    ...     pass
    """
    path = Path(path).absolute()
    if not path.parent.is_dir():
        raise OutputError(f"there is no folder {path.parent.name} for {path.name}; make it first")
    holder = path.with_name(f".{path.name}.holder")
    # The same object in the whole process: a step that writes may run inside one that holds the lock.
    lock = FileLock(path.with_name(f".{path.name}.lock"), is_singleton=True)
    try:
        lock.acquire(timeout=timeout)
    except Timeout:
        raise CaseError(
            f"{path.name} is being written by {_told(holder)}; wait until it has ended, or end it"
        ) from None
    except OSError as error:
        raise OutputError(
            f"cannot lock {path.name}: {(error.strerror or str(error)).lower()}; "
            "keep the case in a folder that is there and writable"
        ) from error
    outermost = lock.lock_counter == 1
    try:
        if outermost:
            holder.write_text(process_name(), encoding="utf-8")
        yield
    finally:
        if outermost:
            with suppress(OSError):
                holder.unlink()
        lock.release()


def process_name() -> str:
    """Return who this process is to others: ``user@host (process 123)``."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "somebody"
    return f"{user}@{platform.node()} (process {os.getpid()})"


def _told(holder: Path) -> str:
    with suppress(OSError, UnicodeError):
        if told := holder.read_text(encoding="utf-8").strip():
            return told
    return "another process"

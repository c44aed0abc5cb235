"""Files that are there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape as glob_escape
from pathlib import Path

from mapper.errors import OutputError

__all__ = ["swept", "written_aside"]


@contextmanager
def written_aside(path: str | Path) -> Iterator[Path]:
    """Give a path to write to; put it in the place of ``path`` only if all went well.

    Parameters
    ----------
    path : str or Path
        The file that is to be. Untouched until the block has ended without an error.

    Yields
    ------
    Path
        A file of the same suffix beside it.

    Raises
    ------
    OutputError
        If nothing can be written there.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with written_aside(folder / "a.txt") as aside:
    ...     _ = aside.write_text("whole")
    >>> [file.name for file in folder.iterdir()]
    ['a.txt']
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {_why(error)}; name a file in a folder that is there and writable"
        ) from error
    aside = folder / path.name
    try:
        yield aside
        _flush(aside)
        aside.replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {_why(error)}; what stood there before is untouched"
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swept(path: str | Path) -> None:
    """Remove what a killed process left beside ``path``. Only for one who holds its lock."""
    path = Path(path)
    for left in path.parent.glob(f".{glob_escape(path.name)}.*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)


def _flush(path: Path) -> None:
    """Bring the bytes to the disk before the name: after a power cut a file is whole too."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

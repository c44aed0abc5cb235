"""How large a table may be before it is no table but an attack, or a mistake."""

import gzip
import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from mapper.errors import TableError

__all__ = [
    "LIMITS",
    "Limits",
    "blocks",
    "copy_limited",
    "digest",
    "gunzip",
    "megabytes",
    "members",
    "unpack",
]

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest a table may be.

    Parameters
    ----------
    file_bytes : int
        Of a file, unpacked.
    line_bytes : int
        From one line end to the next, in delimited text.
    ratio : int
        Unpacked to packed, of one file in a zip that is larger than `small_bytes`.
    small_bytes : int
        Below it a high ratio is only a repetitive file.
    files : int
        In one zip.
    """

    file_bytes: int = 2 << 30
    line_bytes: int = 16 << 20
    ratio: int = 200
    small_bytes: int = 32 << 20
    files: int = 1000


LIMITS = Limits()


def megabytes(size: int) -> str:
    """Return a size for a reader."""
    return f"{size / (1 << 20):,.0f} MB"


def digest(path: Path, limits: Limits) -> str:
    """Return the SHA-256 of a file, read in blocks, or refuse it for its size."""
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise TableError(
            f"{path.name} has {megabytes(size)}, more than the {megabytes(limits.file_bytes)} "
            "a table may have; split it, or take out the rows you need"
        )
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_limited(source: IO[bytes], target: Path, limits: Limits, name: str) -> None:
    """Copy a stream to a file, and stop at the limit whatever the stream says of its size."""
    left = limits.file_bytes
    with target.open("wb") as file:
        while block := source.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise TableError(
                    f"{name} is larger than the {megabytes(limits.file_bytes)} a table may have; "
                    "split it, or take out the rows you need"
                )
            file.write(block)


def blocks(path: Path) -> Iterator[bytes]:
    """Give a file in blocks."""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def gunzip(path: Path, target: Path, limits: Limits) -> None:
    """Unpack a gzip into a file, never past the limit, and never by more than a table may shrink."""
    most = max(limits.small_bytes, limits.ratio * path.stat().st_size)
    steep = replace(limits, file_bytes=min(limits.file_bytes, most))
    try:
        with gzip.open(path) as source:
            copy_limited(source, target, steep, f"{path.name}, unpacked,")  # type: ignore[arg-type]
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise TableError(
            f"{path.name} cannot be unpacked ({error}); the file is damaged, fetch it again"
        ) from error


def members(archive: zipfile.ZipFile, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """Return the files of a zip, or refuse it if it unpacks to more than a table may have."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > limits.files:
        raise TableError(
            f"{name} holds {len(infos):,} files; a zip of a table holds a few: unpack it and name the table"
        )
    total = sum(info.file_size for info in infos)
    steep = [
        info
        for info in infos
        if info.file_size > limits.small_bytes
        and info.file_size > limits.ratio * max(info.compress_size, 1)
    ]
    if total > limits.file_bytes or steep:
        raise TableError(
            f"{name} would unpack from {megabytes(sum(i.compress_size for i in infos))} to "
            f"{megabytes(total)}, like a zip bomb; if you trust it, unpack it yourself and name the table"
        )
    if any(info.flag_bits & 1 for info in infos):
        raise TableError(f"{name} is locked with a password; unpack it yourself and name the table")
    return infos


def unpack(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: Path, limits: Limits, name: str
) -> Path:
    """Unpack one file of a zip into a folder, under its bare name, never past the limit."""
    target = folder / Path(info.filename.replace("\\", "/")).name
    try:
        with archive.open(info) as source:
            copy_limited(source, target, limits, f"{name}: {target.name}")
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise TableError(
            f"{name}: {target.name} cannot be unpacked ({error}); the file is damaged, fetch it again"
        ) from error
    return target

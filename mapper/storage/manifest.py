"""What a run was made of: inputs by their hashes, versions, options. No clock and no path."""

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePath
from typing import Any

from mapper import __version__
from mapper.errors import InputError
from mapper.model import Report

__all__ = ["join_manifests", "make_manifest", "manifest_json", "sha256_of"]

# What can change a figure, a place or a byte of the output.
_LIBRARIES = ("geopandas", "pandas", "shapely", "pyogrio", "rapidfuzz", "folium")


def make_manifest(
    inputs: Iterable[str | Path | Report],
    *,
    options: Mapping[str, Any] | None = None,
    data: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return what a run was made of.

    Parameters
    ----------
    inputs : iterable of str, Path or Report
        Files, or reports that were read from them.
    options : mapping, optional
        The options of the run, by their names. A path among them is kept as its file name.
    data : mapping of str to str, optional
        SHA-256 by name of the data that were used, such as gazetteers.

    Returns
    -------
    dict
        ``program``, ``version``, ``libraries``, ``inputs`` (name and SHA-256, sorted), ``data``,
        ``options``; the same for the same inputs on the same installation.

    Raises
    ------
    InputError
        If an input cannot be read.

    Examples
    --------
    >>> report = Report("report:1", "coast.txt", "ab" * 32)
    >>> manifest = make_manifest([report], options={"profile": "public"})
    >>> manifest["inputs"][0]["name"], manifest["options"]
    ('coast.txt', {'profile': 'public'})
    """
    told = sorted((_input(one) for one in inputs), key=lambda one: (one["name"], one["sha256"]))
    return {
        "program": "incident-mapper",
        "version": __version__,
        "libraries": {"python": platform.python_version(), **_versions()},
        "inputs": told,
        "data": dict(sorted((data or {}).items())),
        "options": {name: _plain(value) for name, value in sorted((options or {}).items())},
    }


def join_manifests(older: Mapping[str, Any], newer: Mapping[str, Any]) -> dict[str, Any]:
    """Return the manifest of a case that was made in two runs: the newer one with all inputs.

    >>> first = {"inputs": [{"name": "b.txt", "sha256": "1"}], "version": "0.1"}
    >>> second = {"inputs": [{"name": "a.txt", "sha256": "2"}], "version": "0.2"}
    >>> joined = join_manifests(first, second)
    >>> joined["version"], [one["name"] for one in joined["inputs"]]
    ('0.2', ['a.txt', 'b.txt'])
    """
    told = {
        (one["name"], one["sha256"]): one
        for manifest in (older, newer)
        for one in manifest.get("inputs", [])
    }
    return {**older, **newer, "inputs": [told[key] for key in sorted(told)]}


def manifest_json(manifest: Mapping[str, Any]) -> str:
    """Return a manifest as JSON: sorted keys, two spaces, one line end behind.

    >>> print(manifest_json({"b": 1, "a": "é"}), end="")
    {
      "a": "é",
      "b": 1
    }
    """
    return json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def sha256_of(path: str | Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"cannot read {path}: {why}; name a file that is there") from error


def _input(one: str | Path | Report) -> dict[str, str]:
    if isinstance(one, Report):
        return {"name": PurePath(one.path).name, "sha256": one.sha256}
    return {"name": PurePath(one).name, "sha256": sha256_of(one)}


def _versions() -> dict[str, str]:
    versions = {}
    for library in _LIBRARIES:
        try:
            versions[library] = version(library)
        except PackageNotFoundError:
            continue
    return versions


def _plain(value: Any) -> Any:
    """Return a value as JSON has it; of a path only the name, which tells nothing of the machine."""
    if isinstance(value, PurePath) or (isinstance(value, str) and PurePath(value).is_absolute()):
        return PurePath(value).name
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(item) for item in value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return str(value)

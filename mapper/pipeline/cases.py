"""What was read put into a case, or taken out of it, and all that it then holds reconciled anew."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mapper import adapters
from mapper.pipeline.progress import Progress, silent
from mapper.pipeline.reading import Tables
from mapper.pipeline.steps import places_of, reconciled
from mapper.storage import Case, change_case, join_manifests, put_in, take_out

__all__ = ["keep", "remove"]


def keep(path: str | Path, known: Case, *, progress: Progress = silent) -> tuple[Case, list[str]]:
    """Put what was read and placed into a case, and reconcile all that it then holds.

    Parameters
    ----------
    path : str or Path
        The case: a ``.gpkg`` file or ``postgresql://…``; made where there is none.
    known : Case
        What `placed` or `build` returned.
    progress : callable, optional
        Called with the step, how much is done and how much there is.

    Returns
    -------
    Case
        All that the case holds now.
    list of str
        What was done, one line a report. Reports that the case has already change nothing.
    """

    def put(case: Case) -> tuple[Tables, list[str], Mapping[str, Any]]:
        return *put_in(case, known, lasting=adapters.LASTING), join_manifests(
            case.manifest, known.manifest
        )

    return _revise(path, put, progress)


def remove(path: str | Path, names: Iterable[str], **decision: Any) -> tuple[Case, list[str]]:
    """Take reports out of a case, and reconcile what is left.

    Parameters
    ----------
    path : str or Path
        The case.
    names : iterable of str
        Ids or file names of reports.
    **decision
        ``reason``, ``person`` and ``day``, as in `mapper.storage.take_out`.

    Returns
    -------
    Case
        All that the case holds now.
    list of str
        What was done, one line a report.
    """

    def take(case: Case) -> tuple[Tables, list[str], Mapping[str, Any]]:
        return *take_out(case, names, **decision), case.manifest

    return _revise(path, take, silent)


def _revise(
    path: str | Path,
    revise: Callable[[Case], tuple[Tables, list[str], Mapping[str, Any]]],
    progress: Progress,
) -> tuple[Case, list[str]]:
    kept: list[tuple[Case, list[str]]] = []

    def change(case: Case) -> Case | None:
        tables, done, manifest = revise(case)
        if not done:
            kept.append((case, done))
            return None
        made = reconciled(tables["claims"], log=tables.get("revisions"), progress=progress)
        made["places"] = places_of(tables["claims"])
        revised = Case({**tables, **made}, manifest)
        kept.append((revised, done))
        return revised

    change_case(path, change)
    return kept[0]

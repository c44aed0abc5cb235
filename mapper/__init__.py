"""From reports of violence to a map that can be trusted.

Every step is a pure function from tables to tables; the names below are loaded when first used, so
that ``import mapper`` costs nothing.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# Where each public name lives; nothing is imported before it is asked for.
_HOME = {
    "Boundaries": "mapper.rendering",
    "Deaths": "mapper.rendering",
    "Displacement": "mapper.rendering",
    "Gazetteer": "mapper.gazetteer",
    "Map": "mapper.rendering",
    "MapperError": "mapper.errors",
    "Refuge": "mapper.rendering",
    "Statements": "mapper.rendering",
    "build": "mapper.pipeline",
    "explain": "mapper.reconciliation",
    "flows": "mapper.reconciliation",
    "geocode": "mapper.geocoding",
    "read": "mapper.pipeline",
    "reconcile": "mapper.reconciliation",
    "series": "mapper.reconciliation",
    "totals": "mapper.reconciliation",
}

__all__ = [
    "Boundaries",
    "Deaths",
    "Displacement",
    "Gazetteer",
    "Map",
    "MapperError",
    "Refuge",
    "Statements",
    "__version__",
    "build",
    "explain",
    "flows",
    "geocode",
    "read",
    "reconcile",
    "series",
    "totals",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'mapper' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

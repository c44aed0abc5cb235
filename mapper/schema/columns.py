"""What a table of the contract is made of: columns, their types, and whom they may reach."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

__all__ = ["CRS", "Column", "Dtype", "Sensitivity", "Table"]

CRS = "EPSG:4326"


class Dtype(StrEnum):
    """The few types a column has, by their pandas names."""

    TEXT = "str"
    LIST = "list"
    COUNT = "Int64"
    NUMBER = "Float64"
    DAY = "datetime64[s]"
    FLAG = "boolean"
    GEOMETRY = "geometry"

    @property
    def pandas(self) -> Any:
        """The dtype pandas knows; a list is kept as text, ``a|b``."""
        return "str" if self is Dtype.LIST else str(self)


class Sensitivity(StrEnum):
    """The widest circle a column may reach."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, what it means, whom it may reach, and the words it may hold."""

    name: str
    dtype: Dtype
    meaning: str
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    allowed: type[StrEnum] | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its key and its columns in order."""

    name: str
    key: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(column.name for column in self.columns)

    @property
    def spatial(self) -> bool:
        """Whether rows have a geometry."""
        return "geometry" in self.names

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

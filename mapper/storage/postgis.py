"""The case in PostGIS: the same tables in one schema of a database, for a team.

A change is one transaction under a lock of that schema: it reads the case, changes it, and writes the
rows that differ. Whoever is killed leaves nothing behind; whoever reads sees the case before or the
case after.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapper.errors import CaseError, MissingExtraError
from mapper.schema import CRS, TABLES, Dtype, Table, conform
from mapper.storage.locks import process_name
from mapper.storage.texts import check_text

try:
    import sqlalchemy as sa
    from sqlalchemy.exc import OperationalError, ProgrammingError
except ImportError as error:
    raise MissingExtraError(error.name or "sqlalchemy", "postgis", "A case in PostGIS") from None

__all__ = ["begin", "read", "set_aside", "write"]

_DEFAULT_SCHEMA = "incident_mapper"
_TYPES = {
    Dtype.TEXT: "text",
    Dtype.LIST: "text",
    Dtype.COUNT: "bigint",
    Dtype.NUMBER: "double precision",
    Dtype.DAY: "date",
    Dtype.FLAG: "boolean",
    Dtype.GEOMETRY: "geometry(Geometry, 4326)",
}
# Where a row stands in its table, and what it has beyond the columns of ours.
_POSITION, _MORE = "position", "more"
# The first half of our advisory locks' keys; the other is the schema.
_LOCKS = 19640723


@contextmanager
def begin(url: str, *, writing: bool = False, timeout: float = 10.0) -> Iterator[tuple[Any, str]]:
    """Give a transaction on the schema of a case, and the schema's name.

    Parameters
    ----------
    url : str
        ``postgresql://user@host/database``; with ``?schema=NAME`` for a case beside others.
    writing : bool
        Keep other writers out until the end.
    timeout : float
        Seconds to wait for another writer.

    Raises
    ------
    CaseError
        If the server cannot be reached, has no PostGIS, or another process is writing.
    """
    target, schema = _target(url)
    engine = sa.create_engine(
        target, poolclass=sa.NullPool, connect_args={"application_name": process_name()[:63]}
    )
    try:
        with engine.begin() as connection:
            if writing:
                _lock(connection, schema, timeout)
            yield connection, schema
    except OperationalError as error:
        where = target.render_as_string(hide_password=True)
        raise CaseError(f"cannot use the case at {where}: {_first_line(error)}") from error
    finally:
        engine.dispose()


def read(
    connection: Any,
    schema: str,
    only: Collection[str] = tuple(TABLES),
    *,
    bbox: tuple[float, float, float, float] | None = None,
    period: tuple[date | None, date | None] | None = None,
) -> dict[str, Any]:
    """Return the tables that are there, all of them or what lies in a box and a period."""
    there = set(sa.inspect(connection).get_table_names(schema=schema))
    return {
        name: _read_table(connection, schema, table, bbox, period)
        for name, table in TABLES.items()
        if name in there and name in only
    }


def write(
    connection: Any, schema: str, tables: Mapping[str, Any], before: Mapping[str, Any]
) -> None:
    """Turn the tables of the schema from what they were into these: only rows that differ move."""
    _make_tables(connection, schema)
    for name, table in TABLES.items():
        rows = _rows(conform(tables.get(name, []), table), table)
        old = _rows(conform(before.get(name, []), table), table)
        _replace(connection, schema, table, old, rows)


def set_aside(connection: Any, schema: str, version: int) -> None:
    """Keep the tables of an older version under a name of their own."""
    try:
        connection.execute(
            sa.text(f'ALTER SCHEMA "{schema}" RENAME TO "{schema}_schema_{version}"')
        )
    except ProgrammingError as error:
        raise CaseError(f"cannot keep a copy of the older case: {_first_line(error)}") from error


def _target(url: str) -> tuple[sa.URL, str]:
    try:
        target = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise CaseError(
            f"{url.rsplit('@', maxsplit=1)[-1]} is no URL of a database; write postgresql://…"
        ) from error
    schema = str(target.query.get("schema", _DEFAULT_SCHEMA))
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,40}", schema):
        raise CaseError(f"{schema!r} cannot name a schema; use letters, digits and _")
    return target.set(drivername="postgresql+psycopg").difference_update_query(["schema"]), schema


def _lock(connection: Any, schema: str, timeout: float) -> None:
    key = {"ours": _LOCKS, "schema": schema}
    try:
        with connection.begin_nested():
            connection.execute(sa.text(f"SET LOCAL lock_timeout = {max(1, int(timeout * 1000))}"))
            connection.execute(
                sa.text("SELECT pg_advisory_xact_lock(:ours, hashtext(:schema))"), key
            )
    except OperationalError:
        holder = connection.execute(
            sa.text(
                "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE "
                "locktype = 'advisory' AND granted AND classid = :ours "
                "AND objid::bigint = (hashtext(:schema)::bigint & 4294967295) LIMIT 1"
            ),
            key,
        ).scalar()
        raise CaseError(
            f"the case {schema} is being written by {holder or 'another process'}; "
            "wait until it has ended, or end it"
        ) from None
    connection.execute(sa.text("SET LOCAL lock_timeout = 0"))


def _make_tables(connection: Any, schema: str) -> None:
    if not connection.execute(sa.text("SELECT to_regtype('geometry')")).scalar():
        raise CaseError("the database has no PostGIS; let its owner run: CREATE EXTENSION postgis")
    there = set(sa.inspect(connection).get_table_names(schema=schema))
    statements = [f'CREATE SCHEMA IF NOT EXISTS "{schema}"']
    for name, table in TABLES.items():
        if name in there:
            continue
        columns = "".join(f', "{one.name}" {_TYPES[one.dtype]}' for one in table.columns)
        made = f'"{schema}"."{name}"'
        statements.append(f'CREATE TABLE {made} ("{_POSITION}" bigint, "{_MORE}" jsonb{columns})')
        if table.key:
            statements.append(f'CREATE INDEX ON {made} ("{table.key}")')
        if table.spatial:
            statements.append(f'CREATE INDEX ON {made} USING gist ("geometry")')
        if "period_start" in table.names:
            statements.append(f'CREATE INDEX ON {made} ("period_start", "period_end")')
    for statement in statements:
        connection.execute(sa.text(statement))


def _read_table(
    connection: Any,
    schema: str,
    table: Table,
    bbox: tuple[float, float, float, float] | None,
    period: tuple[date | None, date | None] | None,
) -> Any:
    columns = ", ".join(
        f'"{one.name}"::text' if one.dtype is Dtype.DAY else f'"{one.name}"'
        for one in table.columns
    )
    conditions, values = _conditions(table, bbox, period)
    query = sa.text(
        f'SELECT {columns}, "{_MORE}" FROM "{schema}"."{table.name}" '  # noqa: S608 (our names)
        f'WHERE {" AND ".join(conditions)} ORDER BY "{_POSITION}"'
    ).bindparams(**values)
    if table.spatial:
        rows = gpd.read_postgis(query, connection, geom_col="geometry", crs=CRS)
    else:
        rows = pd.read_sql(query, connection)
    more = rows.pop(_MORE)
    if more.notna().any():
        theirs = pd.DataFrame([cell or {} for cell in more], index=rows.index)
        rows = rows.join(theirs)
    return conform(rows, table)


def _conditions(
    table: Table,
    bbox: tuple[float, float, float, float] | None,
    period: tuple[date | None, date | None] | None,
) -> tuple[list[str], dict[str, Any]]:
    conditions = ["true"]
    values: dict[str, Any] = {}
    if bbox is not None and table.spatial:
        box = "ST_MakeEnvelope(:west, :south, :east, :north, 4326)"
        conditions.append(f"geometry && {box} AND ST_Intersects(geometry, {box})")
        values.update(zip(("west", "south", "east", "north"), bbox, strict=True))
    if period is not None and "period_start" in table.names:
        first, last = period
        if first is not None:
            conditions.append("(period_end IS NULL OR period_end >= :first)")
            values["first"] = first
        if last is not None:
            conditions.append("(period_start IS NULL OR period_start <= :last)")
            values["last"] = last
    return conditions, values


def _rows(frame: Any, table: Table) -> pd.DataFrame:
    """Return a table as the cells that PostgreSQL copies: text, or null."""
    cells = pd.DataFrame({_POSITION: np.arange(len(frame)).astype("str")})
    theirs = pd.DataFrame(frame[[name for name in frame.columns if name not in table.names]])
    cells[_MORE] = (
        [_json(row) for row in theirs.to_dict("records")] if len(theirs.columns) else None
    )
    for column in table.columns:
        values = frame[column.name]
        if column.dtype is Dtype.GEOMETRY:
            array = shapely.set_srid(values.to_numpy(), 4326)
            cells[column.name] = shapely.to_wkb(array, hex=True, include_srid=True)
        elif column.dtype is Dtype.DAY:
            cells[column.name] = values.dt.strftime("%Y-%m-%d")
        else:
            cells[column.name] = values.astype("str")
            check_text(cells[column.name], table=table.name, column=column.name)
    return cells.astype("object").where(cells.notna(), None)


def _json(row: Mapping[Any, Any]) -> str | None:
    known = {str(name): value for name, value in row.items() if not _missing(value)}
    return json.dumps(known, ensure_ascii=False, sort_keys=True, default=str) if known else None


def _missing(value: Any) -> bool:
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _replace(
    connection: Any, schema: str, table: Table, old: pd.DataFrame, new: pd.DataFrame
) -> None:
    was, now = (pd.util.hash_pandas_object(rows, index=False) for rows in (old, new))
    where = f'"{schema}"."{table.name}"'
    with connection.connection.cursor() as cursor:
        if table.key and all(rows[table.key].is_unique for rows in (old, new)):
            same = set(zip(old[table.key], was, strict=True))
            same &= set(zip(new[table.key], now, strict=True))
            stays = [pair in same for pair in zip(new[table.key], now, strict=True)]
            gone = old[table.key][
                [pair not in same for pair in zip(old[table.key], was, strict=True)]
            ]
            cursor.execute(f'DELETE FROM {where} WHERE "{table.key}" = ANY(%s)', [list(gone)])  # noqa: S608
            new = new[~np.array(stays, dtype=bool)]
        elif was.tolist() == now.tolist():
            return
        else:
            cursor.execute(f"DELETE FROM {where}")  # noqa: S608 (our names)
        columns = ", ".join(f'"{name}"' for name in new.columns)
        with cursor.copy(f"COPY {where} ({columns}) FROM STDIN") as copy:
            for row in new.itertuples(index=False, name=None):
                copy.write_row(row)


def _first_line(error: Any) -> str:
    return str(error.orig).strip().splitlines()[0]

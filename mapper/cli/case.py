"""``mapper case``: what an investigation holds, and what comes and goes."""

from typing import Annotated, Any

import typer

from mapper.cli.export import export
from mapper.cli.options import (
    LanguageOption,
    LicenceOption,
    PublishedOption,
    PublisherOption,
    SchemaOption,
    UrlOption,
    said,
)
from mapper.cli.printing import printable
from mapper.cli.progress import progress_bar

__all__ = ["case_app"]

case_app = typer.Typer(
    help="Keep an investigation in one file, or in PostGIS: add, list, show, remove, export.",
    no_args_is_help=True,
)

_CASE = Annotated[
    str, typer.Argument(metavar="CASE", help="The case: a .gpkg file or postgresql://…")
]


@case_app.command()
def add(
    case: _CASE,
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT…", help="Reports, tables, folders of them, or -.")
    ],
    published: PublishedOption = "",
    publisher: PublisherOption = "",
    language: LanguageOption = "",
    url: UrlOption = "",
    licence: LicenceOption = "",
    schema: SchemaOption = "",
) -> None:
    """Read reports and tables into a case; what it has already changes nothing."""
    from mapper import pipeline
    from mapper.cli.outputs import undated

    given: dict[str, Any] = said(
        published=published, publisher=publisher, language=language, url=url, licence=licence
    )
    with progress_bar() as progress:
        known = pipeline.placed(inputs, schema=schema or None, progress=progress, **given)
        whole, done = pipeline.keep(case, known, progress=progress)
    _tell(done or ["nothing new: the case has all of it already"], whole)
    if line := undated(known):
        typer.echo(line)


@case_app.command("list")
def list_reports(case: _CASE) -> None:
    """List the reports of a case, with how many claims each makes."""
    from mapper.storage import read_case

    tables = read_case(case, only=["reports", "claims"])
    claims = tables["claims"].groupby("report_id").size()
    for row in tables["reports"].to_dict("records"):
        number = int(claims.get(row["report_id"], 0))
        words = [
            row["report_id"],
            f"{number:>6,} claim{'' if number == 1 else 's'}",
            _day(row["published"]),
        ]
        words += [row["publisher"], row["path"], row["title"]]
        typer.echo("  ".join(printable(word) for word in words if _known(word)))


@case_app.command()
def show(
    case: _CASE,
    name: Annotated[
        str, typer.Argument(metavar="[ID]", help="A report, claim, incident or flow.")
    ] = "",
) -> None:
    """Show a case as a whole, or one report, claim, incident or flow of it."""
    from mapper.errors import CaseError
    from mapper.exports import summarise
    from mapper.schema import TABLES
    from mapper.storage import read_case

    tables = read_case(case)
    if not name:
        typer.echo(summarise(tables), nl=False)
        return
    for table in TABLES.values():
        if not table.key or table.name in {"texts", "manifest", "revisions"}:
            continue
        frame = tables[table.name]
        mask = frame[table.key] == name
        if table.name == "reports":
            mask |= frame["path"] == name
        if mask.any():
            _show_rows(frame[mask], table.name)
            if table.name == "reports":
                own = tables["claims"]["report_id"].isin(frame.loc[mask, "report_id"])
                _show_rows(tables["claims"][own], "claims")
            return
    raise CaseError(f"{case} has no {name!r}; list its reports with: mapper case list {case}")


@case_app.command()
def remove(
    case: _CASE,
    reports: Annotated[list[str], typer.Argument(metavar="REPORT…", help="Ids or file names.")],
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    by: Annotated[str, typer.Option(help="Who decided.")] = "",
    on: Annotated[str, typer.Option(help="When: 2025-04-01.")] = "",
) -> None:
    """Take reports out of a case with their claims; its revisions keep them whole."""
    from datetime import date

    from mapper import pipeline
    from mapper.errors import InputError

    try:
        day = date.fromisoformat(on) if on else None
    except ValueError:
        raise InputError(f"--on {on!r} is no day; write it as 2025-04-01") from None
    whole, done = pipeline.remove(case, reports, reason=reason, person=by, day=day)
    _tell(done, whole)


case_app.command("export")(export)


def _tell(done: list[str], whole: Any) -> None:
    from mapper.model import many

    for line in done:
        typer.echo(printable(line))
    counts = (
        many(len(whole[f"{name}s"]), name) for name in ("report", "claim", "incident", "flow")
    )
    typer.echo(f"The case has {', '.join(counts)}.")


def _show_rows(frame: Any, name: str) -> None:
    from mapper.storage.spreadsheets import plain

    for row in plain(frame).to_dict("records"):
        typer.echo(name)
        for column, value in row.items():
            if _known(value):
                text = printable(value)
                typer.echo(f"  {column:<20} {text if len(text) <= 400 else text[:400] + ' …'}")


def _day(value: Any) -> str:
    return f"{value:%Y-%m-%d}" if _known(value) else ""


def _known(value: Any) -> bool:
    import pandas as pd

    return not pd.isna(value) and value != ""

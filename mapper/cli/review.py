"""``mapper review``: step through claims in the terminal and decide on each."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = ["review"]

_KEYS = {"a": "accepted", "r": "rejected", "c": "corrected"}
_SHOWN = (
    "measure",
    "count_words",
    "count_low",
    "count_best",
    "count_high",
    "qualifier",
    "unit",
    "group",
    "voice",
    "relay",
    "period_start",
    "period_end",
    "place_words",
    "origin_words",
    "destination_words",
    "verification",
    "actor",
    "contained_in",
)
# What says which claim it is, and what is looked up or decided elsewhere.
_FIXED = ("claim_id", "report_id", "report", "geometry", "review")


def review(
    claims: Annotated[
        Path, typer.Argument(help="The claims table; decisions are written into it.")
    ],
    reports: Annotated[
        list[str] | None,
        typer.Argument(help="The reports, so that each quote is shown in its sentence."),
    ] = None,
    *,
    reviewer: Annotated[str, typer.Option(help="Who decides; kept beside each decision.")],
    again: Annotated[bool, typer.Option("--again", help="Show decided claims too.")] = False,
) -> None:
    """Decide on claims one by one; stop whenever you like, and go on where you stopped."""
    from rich.console import Console

    from mapper.extraction import read_report, report_files, to_review
    from mapper.schema import CLAIMS
    from mapper.storage import read_table, write_table

    console = Console()
    bodies = {}
    for path in report_files(reports or []):
        report = read_report(path)
        bodies[report.report_id] = report.body
    given = read_table(claims, CLAIMS, whole=False)
    table = to_review(given)
    waiting = [row for row in table.index if again or not isinstance(table.at[row, "review"], str)]
    for done, row in enumerate(waiting):
        _show(console, table.loc[row], bodies, f"{done + 1} of {len(waiting)}")
        answer = _answer()
        if answer == "q":
            break
        if answer == "s":
            continue
        if answer == "c" and not _correct(table, row):
            continue
        table.loc[row, ["review", "reviewer", "reviewed_at"]] = [
            _KEYS[answer],
            reviewer,
            datetime.now(UTC).date().isoformat(),
        ]
        # A column that somebody took out stays out, unless something stands in it now.
        lost = [
            name for name in table.columns.difference(given.columns) if table[name].isna().all()
        ]
        write_table(table.drop(columns=lost), claims, CLAIMS)
    left = int(table["review"].isna().sum())
    console.print(f"{claims}: {len(table) - left:,} decided, {left:,} left", highlight=False)


def _answer() -> str:
    while True:
        given: str = typer.prompt("[a]ccept [r]eject [c]orrect [s]kip [q]uit", prompt_suffix=" ")
        if given[:1].lower() in {*_KEYS, "s", "q"}:
            return given[:1].lower()


def _show(console: Any, claim: Any, bodies: dict[str, str], where: str) -> None:
    """Print a claim: its quote lit up in its sentence, and what was read from it."""
    from rich.text import Text

    console.rule(Text(f"{where} · {claim['report']}"))
    quote = claim["quote"] if isinstance(claim["quote"], str) else ""
    body = bodies.get(claim["report_id"], "")
    start, end = claim["char_start"], claim["char_end"]
    if body and quote and body[int(start) : int(end)] == quote:
        opening = max(body.rfind(sign, 0, int(start)) for sign in (". ", "\n")) + 1
        stops = [at for sign in (". ", "\n") if (at := body.find(sign, int(end))) >= 0]
        closing = min(stops, default=len(body)) + 1
        # Text, not markup: what stands in brackets in a report is no command to us.
        line = Text(body[opening : int(start)].lstrip())
        line.append(quote, style="bold reverse")
        line.append(body[int(end) : closing].rstrip())
    else:
        line = Text(quote, style="bold reverse")
    console.print(line)
    for name in _SHOWN:
        if claim.notna()[name]:
            value = claim[name].date() if isinstance(claim[name], date) else claim[name]
            console.print(Text(f"  {name:18} {value}"))


def _correct(table: Any, row: Any) -> bool:
    """Ask for columns and values until an empty line after a claim that can be; return if any changed."""
    from mapper.errors import TableError
    from mapper.schema import CLAIMS, check, conform

    changed = False
    while True:
        column = typer.prompt("column (empty: done)", default="", show_default=False).strip()
        wrong = check(table.loc[[row]], CLAIMS)[:1] if changed and not column else []
        if not column and not wrong:
            return changed
        if wrong:
            typer.echo(f"{wrong[0]}; correct that too")
            continue
        if column not in CLAIMS.names or column in _FIXED:
            typer.echo(f"{column!r} is no column to correct; one of {', '.join(_SHOWN)}")
            continue
        value = typer.prompt(column, default="", show_default=False).strip()
        try:
            table.loc[row, column] = conform([{column: value or None}], CLAIMS)[column].iloc[0]
        except TableError as error:
            typer.echo(str(error))
            continue
        changed = True

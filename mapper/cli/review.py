"""``mapper review``: step through claims in the terminal and decide on each."""

from datetime import UTC, datetime
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
    table = to_review(read_table(claims, CLAIMS))
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
        write_table(table, claims, CLAIMS)
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
        value = claim[name]
        if isinstance(value, str) or value == value:  # noqa: PLR0124 - null is unlike itself
            console.print(Text(f"  {name:18} {value}"))


def _correct(table: Any, row: Any) -> bool:
    """Ask for columns and values until an empty line; return whether anything changed."""
    from mapper.errors import TableError
    from mapper.schema import CLAIMS, conform

    changed = False
    while column := typer.prompt("column (empty: done)", default="", show_default=False).strip():
        if column not in CLAIMS.names:
            typer.echo(f"there is no column {column!r}; one of {', '.join(_SHOWN)}")
            continue
        value = typer.prompt(column, default="", show_default=False).strip()
        try:
            cell = conform([{column: value or None}], CLAIMS)[column].iloc[0]
        except TableError as error:
            typer.echo(str(error))
            continue
        table.loc[row, column] = cell
        changed = True
    return changed

"""`mapper map`: a case, a folder of tables or a claims table in, one HTML file out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["draw"]


def draw(
    source: Annotated[
        str,
        typer.Argument(
            help="A case (.gpkg or postgresql://…), a folder of tables, or a claims table.",
            metavar="SOURCE",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file.")],
    title: Annotated[str, typer.Option(help="Heads the page.")] = "",
    lang: Annotated[str, typer.Option(help="What the page opens in: en or ar.")] = "en",
    profile: Annotated[str, typer.Option(help="For whom: public, partner or internal.")] = "public",
    story: Annotated[
        Path | None,
        typer.Option(
            help="Steps to read the map by: a table with the columns title, text and state, which is "
            "what a link copied from the map has behind its #."
        ),
    ] = None,
) -> None:
    """Draw a case as one HTML file that needs no network."""
    from mapper.cli.outputs import apart_from, can_be_written, withheld
    from mapper.errors import InputError
    from mapper.pipeline import edition
    from mapper.publishing import Profile
    from mapper.rendering import STORY, map_of
    from mapper.storage import read_table

    if lang not in ("en", "ar"):
        raise InputError(f"--lang {lang!r} is no language of the page; use en or ar")
    if profile not in list(Profile):
        raise InputError(f"--profile {profile!r} is none; use {', '.join(Profile)}")
    can_be_written(output)
    apart_from(output, [source, *([story] if story else [])])
    steps = None if story is None else read_table(story, STORY, whole=False)
    whole = _tables(source)
    tables = edition(whole, Profile(profile))
    heading = {"title": title} if title else {}
    map_of(tables, language=lang, story=steps, **heading).save(output)
    counts = ", ".join(f"{len(table):,} {name}" for name, table in tables.items() if len(table))
    typer.echo(f"{output}: {counts or 'nothing to draw'}; {output.stat().st_size / 1e6:.1f} MB")
    if line := withheld(whole, tables, profile):
        typer.echo(line)


def _tables(given: str) -> "dict[str, pd.DataFrame]":
    from mapper.errors import InputError
    from mapper.reconciliation.intake import read_claims
    from mapper.schema import TABLES
    from mapper.storage import read_case, read_table

    source = Path(given)
    if "://" in given or source.suffix.lower() == ".gpkg":
        return dict(read_case(given))
    if source.is_dir():
        found = {name: source / f"{name}.csv" for name in TABLES}
        found = {name: path for name, path in found.items() if path.is_file()}
        if not found:
            raise InputError(
                f"{source} holds no table: name a folder with claims.csv or incidents.csv"
            )
        return {name: read_table(path, TABLES[name]) for name, path in found.items()}
    return {"claims": read_claims(source)}

"""`mapper map`: a case, a folder of tables or a claims table in, one HTML file out."""

from pathlib import Path
from typing import Annotated

import typer

from mapper.cli.options import Circle, CircleOption, PageLanguage

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
    lang: Annotated[PageLanguage, typer.Option(help="What the page opens in.")] = PageLanguage.EN,
    profile: CircleOption = Circle.PUBLIC,
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
    from mapper.cli.sources import tables_of
    from mapper.pipeline import edition
    from mapper.publishing import Profile
    from mapper.rendering import STORY, map_of
    from mapper.storage import read_table

    can_be_written(output)
    apart_from(output, [source, *([story] if story else [])])
    steps = None if story is None else read_table(story, STORY, whole=False)
    whole = tables_of(source)
    tables = edition(whole, Profile(profile.value))
    heading = {"title": title} if title else {}
    map_of(tables, language=lang.value, story=steps, **heading).save(output)
    counts = ", ".join(f"{len(table):,} {name}" for name, table in tables.items() if len(table))
    typer.echo(f"{output}: {counts or 'nothing to draw'}; {output.stat().st_size / 1e6:.1f} MB")
    if line := withheld(whole, tables, profile.value):
        typer.echo(line)

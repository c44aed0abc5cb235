"""``mapper build``: the whole way from reports and tables to a map."""

from pathlib import Path
from typing import Annotated, Any

import typer

from mapper.cli.options import (
    Circle,
    CircleOption,
    LanguageOption,
    LicenceOption,
    PageLanguage,
    PublishedOption,
    PublisherOption,
    SchemaOption,
    UrlOption,
    said,
)
from mapper.cli.progress import progress_bar

__all__ = ["build"]


def build(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUT]…",
            help="Reports (.txt, .md, .html, .pdf), published tables (.csv, .xlsx, …), folders of "
            "them, or - for a report on standard input. With none, the example report.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The map: one HTML file that needs no network.")
    ] = Path("map.html"),
    case: Annotated[
        str | None,
        typer.Option(
            help="Also put everything into this case (a .gpkg file or postgresql://…), and draw all "
            "that it holds."
        ),
    ] = None,
    profile: CircleOption = Circle.PUBLIC,
    lang: Annotated[PageLanguage, typer.Option(help="The language of the page.")] = PageLanguage.EN,
    claims: Annotated[
        Path | None,
        typer.Option(
            help="A claims table that a person has edited: its decisions go before what is read. "
            "With no input beside it, the map is of this table."
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="The title of the map.")] = "",
    published: PublishedOption = "",
    publisher: PublisherOption = "",
    language: LanguageOption = "",
    url: UrlOption = "",
    licence: LicenceOption = "",
    schema: SchemaOption = "",
) -> None:
    """Turn reports and tables into a map that opens with no network."""
    from mapper import pipeline
    from mapper.cli.outputs import apart_from, can_be_written, undated, withheld
    from mapper.cli.summary import print_summary
    from mapper.example import REPORT
    from mapper.publishing import Profile
    from mapper.rendering import map_of
    from mapper.schema import CLAIMS
    from mapper.storage import read_table

    can_be_written(output)
    apart_from(output, [*(inputs or []), *([claims] if claims else [])])
    decisions = None if claims is None else read_table(claims, CLAIMS, whole=False)
    if decisions is not None and not inputs:
        # Rows that a person added have no id: they are read with the table, and once.
        decisions = decisions.dropna(subset="claim_id") if "claim_id" in decisions else None
    metadata: dict[str, Any] = said(
        published=published, publisher=publisher, language=language, url=url, licence=licence
    )
    with progress_bar() as progress:
        whole = pipeline.build(
            *(inputs or [str(claims or REPORT)]),
            decisions=decisions,
            schema=schema or None,
            progress=progress,
            **metadata,
        )
        unsaid = undated(whole)
        if case is not None:
            progress("keeping the case", 0, 1)
            whole, _ = pipeline.keep(case, whole, progress=progress)
        progress("drawing", 0, 1)
        seen = pipeline.edition(whole, Profile(profile.value))
        map_of(seen, language=lang.value, **({"title": title} if title else {})).save(output)
    print_summary(whole)
    typer.echo(f"\nThe map is {output}" + (f", the case is {case}" if case else "") + ".")
    for line in filter(None, (unsaid, withheld(whole, seen, profile.value))):
        typer.echo(line)

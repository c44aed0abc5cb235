"""`mapper export`: a case in, a file for another program out."""

from pathlib import Path
from typing import Annotated

import typer

from mapper.cli.options import Circle, CircleOption, PageLanguage

__all__ = ["export"]


def export(
    case: Annotated[str, typer.Argument(help="The case: a .gpkg file or postgresql://…")],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="Where to; the ending says the format: .csv .geojson .gpkg .parquet .fgb .kml .xlsx "
            ".txt .hxl.csv .acled.csv .ucdp.csv, and .png .svg .pdf for a figure: name it "
            "map.png, timeline.svg or disagreement.pdf",
        ),
    ],
    table: Annotated[
        str | None,
        typer.Option(
            help="Which table, where a file holds one [default: by its name, else claims]."
        ),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--as", help="The format by its name, such as flowmap.")
    ] = None,
    lang: Annotated[PageLanguage, typer.Option(help="The language of a figure.")] = PageLanguage.EN,
    profile: CircleOption = Circle.PUBLIC,
) -> None:
    """Write a case, or one table of it, for another program; says what had no room there."""
    from mapper.cli.outputs import apart_from
    from mapper.exports import export as write
    from mapper.pipeline import edition
    from mapper.publishing import Profile
    from mapper.storage import read_case

    apart_from(output, [case])
    tables = edition(read_case(case), Profile(profile.value))
    for note in write(tables, output, table=table, form=form, language=lang.value):
        typer.echo(f"note: {note}")
    typer.echo(f"wrote {output} ({profile} edition)")

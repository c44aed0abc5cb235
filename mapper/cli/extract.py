"""``mapper extract``: reports -> a claims table that a person can edit."""

from pathlib import Path
from typing import Annotated

import typer

from mapper.cli.options import LicenceOption, PublishedOption, PublisherOption, UrlOption, said

__all__ = ["extract"]


def extract(
    reports: Annotated[
        list[str],
        typer.Argument(
            help="Text, Markdown, HTML or PDF files, folders of them; - is standard input.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option("-o", "--output", "--out", help="Claims: .csv, .gpkg, .geojson or .parquet."),
    ] = Path("claims.csv"),
    published: PublishedOption = "",
    publisher: PublisherOption = "",
    language: Annotated[
        str, typer.Option("--language", "--lang", help="en or ar; otherwise by the script.")
    ] = "",
    url: UrlOption = "",
    licence: LicenceOption = "",
    refused: Annotated[
        Path | None,
        typer.Option(help="Write figures that are no claims to this CSV, with reasons."),
    ] = None,
    extractor: Annotated[
        str | None, typer.Option(help="An extractor that a plug-in brings, by its name.")
    ] = None,
) -> None:
    """Read reports into claims; decisions in a table that is already there are kept."""
    from mapper.cli.outputs import apart_from, can_be_written, undated
    from mapper.cli.progress import progress_bar
    from mapper.extraction import extract as read_claims
    from mapper.extraction import keep_decisions, read_report, report_files, to_review
    from mapper.model import many
    from mapper.schema import CLAIMS, REFUSED, texts_of
    from mapper.storage import read_table, write_table

    paths = report_files(reports)
    can_be_written(out)
    apart_from(out, paths)
    known = said(
        published=published, publisher=publisher, language=language, url=url, licence=licence
    )
    with progress_bar() as progress:
        read = []
        for done, path in enumerate(paths):
            progress("reading reports", done, len(paths))
            read.append(read_report(path, otherwise=known))
        progress("finding claims", 0, 1)
        reading = read_claims(read, extractor=extractor)
    claims = to_review(reading.claims)
    kept = 0
    if out.exists():
        claims = keep_decisions(reading.claims, read_table(out, CLAIMS, whole=False))
        kept = int(claims["review"].notna().sum())
    write_table(claims, out, CLAIMS)
    if refused is not None:
        write_table(reading.refused, refused, REFUSED)
    for reason, count in reading.refused["reason"].value_counts().items():
        typer.echo(f"refused {count:,}: {reason}")
    if line := undated({"reports": reading.reports, "texts": texts_of(read)}):
        typer.echo(line)
    typer.echo(
        f"{out}: {many(len(claims), 'claim')}"
        + (f", {many(kept, 'decision')} kept" if kept else "")
    )

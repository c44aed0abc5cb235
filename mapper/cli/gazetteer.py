"""``mapper gazetteer``: add, fetch, search, info, remove."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(name="gazetteer", help="Where place names are looked up.", no_args_is_help=True)


@app.command()
def add(
    file: Annotated[
        Path, typer.Argument(help="GeoNames dump, CSV, GeoJSON, shapefile, GeoPackage.")
    ],
    name: Annotated[str, typer.Option(help="Short name; by default the file's.")] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(help="KEY=COLUMN for tables with names of their own, such as name=TOPONYM."),
    ] = None,
    country: Annotated[str, typer.Option(help="ISO code of rows that state no country.")] = "",
    licence: Annotated[str, typer.Option(help="Under which it may be used; kept beside it.")] = "",
) -> None:
    """Read a gazetteer once and keep it for every later run."""
    from mapper.errors import GazetteerError
    from mapper.gazetteer.store import add_gazetteer

    pairs = [pair.partition("=") for pair in column or []]
    wrong = [key for key, sign, value in pairs if not (key and sign and value)]
    if wrong:
        raise GazetteerError(f"--column {wrong[0]} is not KEY=COLUMN, such as name=TOPONYM")
    added = add_gazetteer(
        file,
        name=name,
        columns_of={key: value for key, _, value in pairs},
        country=country,
        licence=licence,
    )
    typer.echo(f"added {added.name}: {added.places:,} places ({added.countries or 'no country'})")


@app.command()
def fetch(
    countries: Annotated[list[str], typer.Argument(help="ISO codes, such as SY LB; or world.")],
    base: Annotated[str, typer.Option(help="Address of the folder of dumps.")] = "",
) -> None:
    """Fetch GeoNames dumps by country (CC BY 4.0) and keep them; world needs an extra and no network."""
    from mapper.gazetteer.fetching import GEONAMES, fetch_gazetteer
    from mapper.gazetteer.world import add_world

    for country in countries:
        world = country.lower() == "world"
        added = add_world() if world else fetch_gazetteer(country, base=base or GEONAMES)
        typer.echo(f"added {added.name}: {added.places:,} places, SHA-256 {added.sha256}")


@app.command()
def search(
    name: Annotated[str, typer.Argument(help="Any spelling, Latin or Arabic.")],
    country: Annotated[str, typer.Option(help="ISO code to stay inside.")] = "",
    within: Annotated[
        str, typer.Option(help="Id of a unit to stay inside, such as adm1:SY06.")
    ] = "",
    limit: Annotated[int, typer.Option(help="How many at most.")] = 10,
) -> None:
    """Show what a name may mean, the likeliest first, with reasons."""
    from mapper.gazetteer import load

    found = load().search(name, country=country.upper(), within=within, limit=limit)
    if not found:
        typer.echo(
            f"no gazetteer loaded has {name}; add a finer one with: mapper gazetteer add FILE"
        )
    for candidate in found:
        place = candidate.place
        at = f"{place.lat:.4f}, {place.lon:.4f}" if place.lat is not None else "no point"
        typer.echo(
            f"{place.place_id}\t{candidate.tier} {candidate.score:.2f}\t{at}\t{candidate.reason}"
        )


@app.command()
def info() -> None:
    """Say what is loaded, from where, and how many places."""
    import geodata
    from mapper.gazetteer.home import gazetteers_folder
    from mapper.gazetteer.packaged import packaged_records
    from mapper.gazetteer.store import added_gazetteers

    typer.echo(f"the package: {len(packaged_records()):,} places")
    for table in geodata.tables().values():
        typer.echo(f"  {table.name}\t{table.date}\t{table.licence}")
    added = added_gazetteers()
    typer.echo(f"added, in {gazetteers_folder()}: {len(added) or 'none'}")
    for one in added:
        said = one.licence or "licence unsaid"
        typer.echo(
            f"  {one.name}\t{one.places:,} places\t{one.countries}\t{said}\t{one.source}\t{one.sha256[:16]}"
        )


@app.command()
def remove(name: Annotated[str, typer.Argument(help="As info shows it.")]) -> None:
    """Forget an added gazetteer."""
    from mapper.gazetteer.store import remove_gazetteer

    remove_gazetteer(name)
    typer.echo(f"removed {name}")

"""The options that several commands share, with one help and one set of words each."""

from enum import StrEnum
from typing import Annotated

import typer

__all__ = [
    "Circle",
    "CircleOption",
    "LanguageOption",
    "LicenceOption",
    "PageLanguage",
    "PublishedOption",
    "PublisherOption",
    "SchemaOption",
    "UrlOption",
    "said",
]


# `mapper.publishing.Profile`, whose home loads pandas.
class Circle(StrEnum):
    """For whom an edition is made."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


class PageLanguage(StrEnum):
    """What a page or a figure is worded in."""

    EN = "en"
    AR = "ar"


CircleOption = Annotated[Circle, typer.Option("--profile", help="For whom it is made.")]
PublishedOption = Annotated[
    str, typer.Option(help="Day of publication of reports that do not say it: 2025-03-09.")
]
PublisherOption = Annotated[str, typer.Option(help="Publisher of reports that do not say it.")]
LanguageOption = Annotated[
    str, typer.Option(help="Language of reports that do not say it: en, ar.")
]
UrlOption = Annotated[str, typer.Option(help="Address of reports that do not say it.")]
LicenceOption = Annotated[str, typer.Option(help="Licence of reports that do not say it.")]
SchemaOption = Annotated[
    str, typer.Option("--as", help="Schema of tables that are not recognised: ucdp, acled, …")
]


def said(**options: str) -> dict[str, str]:
    """Return the options that somebody gave.

    >>> said(publisher="Example Monitor", url="")
    {'publisher': 'Example Monitor'}
    """
    return {name: value for name, value in options.items() if value}

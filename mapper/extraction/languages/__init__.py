"""One table of words and patterns for each language; a further language is a further table."""

from collections.abc import Mapping

from mapper.extraction.languages.ar import ARABIC
from mapper.extraction.languages.en import ENGLISH
from mapper.extraction.languages.table import Language, Noun, Number, Periods, Side, Trigger

__all__ = ["LANGUAGES", "Language", "Noun", "Number", "Periods", "Side", "Trigger"]

LANGUAGES: Mapping[str, Language] = {language.code: language for language in (ENGLISH, ARABIC)}

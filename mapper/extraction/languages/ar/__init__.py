"""Arabic: its words and patterns, a file a topic. Alif forms and vowel signs are evened out by folding."""

from mapper.extraction.languages.ar.counts import COUNTS
from mapper.extraction.languages.ar.measures import MEASURES
from mapper.extraction.languages.ar.people import PEOPLE
from mapper.extraction.languages.ar.periods import PERIODS
from mapper.extraction.languages.ar.places import PLACES
from mapper.extraction.languages.ar.roles import ROLES
from mapper.extraction.languages.ar.syntax import SYNTAX
from mapper.extraction.languages.ar.truth import TRUTH
from mapper.extraction.languages.ar.voices import VOICES
from mapper.extraction.languages.table import Language

__all__ = ["ARABIC"]

ARABIC = Language(
    code="ar",
    counts=COUNTS,
    measures=MEASURES,
    people=PEOPLE,
    syntax=SYNTAX,
    truth=TRUTH,
    periods=PERIODS,
    voices=VOICES,
    places=PLACES,
    roles=ROLES,
)

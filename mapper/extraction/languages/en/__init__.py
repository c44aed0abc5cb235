"""English: its words and patterns, a file a topic."""

from mapper.extraction.languages.en.counts import COUNTS
from mapper.extraction.languages.en.measures import MEASURES
from mapper.extraction.languages.en.people import PEOPLE
from mapper.extraction.languages.en.periods import PERIODS
from mapper.extraction.languages.en.places import PLACES
from mapper.extraction.languages.en.roles import ROLES
from mapper.extraction.languages.en.syntax import SYNTAX
from mapper.extraction.languages.en.truth import TRUTH
from mapper.extraction.languages.en.voices import VOICES
from mapper.extraction.languages.table import Language

__all__ = ["ENGLISH"]

ENGLISH = Language(
    code="en",
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

"""Whatever a pattern matches holds one of the signs without which the pattern is not tried."""

import re
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.extraction.languages import LANGUAGES
from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import Language

_CUES = {
    f"{code}.{part.name}.{field.name}": cue
    for code, language in LANGUAGES.items()
    for part in fields(Language)
    if part.name != "code"
    for field in fields(getattr(language, part.name))
    if isinstance(cue := getattr(getattr(language, part.name), field.name), Cue)
}
_DATES = {
    f"{code}.{name}": (language.periods.dates[name], need)
    for code, language in LANGUAGES.items()
    for name, need in language.periods.needs.items()
}


def _letters(name):
    return st.characters(codec="ascii") if name.startswith("en") else st.characters()


@pytest.mark.parametrize("name", sorted(_CUES))
@settings(max_examples=40)
@given(data=st.data())
def test_a_sign_stands_in_every_match(name, data):
    cue = _CUES[name]
    text = data.draw(st.from_regex(cue.pattern, alphabet=_letters(name)))
    assert cue.search(text) is not None


@pytest.mark.parametrize("name", sorted(_DATES))
@settings(max_examples=15)
@given(data=st.data())
def test_what_a_date_needs_stands_in_every_match(name, data):
    pattern, need = _DATES[name]
    text = data.draw(st.from_regex(re.compile(pattern), alphabet=_letters(name)))
    assert re.search(need, text)

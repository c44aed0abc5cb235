"""Whatever a pattern matches bears the signs without which the pattern is not tried."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.extraction.languages import LANGUAGES
from mapper.extraction.languages.cue import Cue
from mapper.extraction.words.signs import cues, signs

_CUES = {
    f"{code}: {number}: {cue.words[:40]}": (code, cue)
    for code, language in LANGUAGES.items()
    for number, cue in enumerate(cues(language))
    if cue.needs
}


@pytest.mark.parametrize("name", sorted(_CUES))
@settings(max_examples=10)
@given(data=st.data())
def test_every_match_bears_the_signs_of_its_pattern(name, data):
    code, cue = _CUES[name]
    letters = st.characters(codec="ascii") if code == "en" else st.characters()
    text = data.draw(st.from_regex(re.compile(cue.words, cue.flags), alphabet=letters))
    assert signs(code).able(cue, signs(code).of(text))


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_match_in_a_text_bears_the_signs_of_its_pattern(code):
    texts = [
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parents[1].glob(f"*/**/*{code}*.*")
        if path.suffix in (".md", ".txt")
    ]
    assert len(texts) > 5
    known = signs(code)
    for cue in cues(LANGUAGES[code]):
        for text in texts:
            for match in cue.finditer(text):
                # Whole words, as a sentence has them.
                start = text.rfind(" ", 0, match.start()) + 1
                assert known.able(cue, known.of(text[start : match.end()])), match.group()


def test_a_pattern_is_not_tried_where_its_words_are_missing():
    known, unverified = signs("en"), LANGUAGES["en"].truth.unverified
    assert known.able(unverified, known.of("It could NOT be (independently) verified"))
    assert not known.able(unverified, known.of("Six people died in Redford."))


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bfled (?:to|from)\b", [{" fled "}, {" to ", " from "}]),
        (r"[Ss]ince \d+ (?:March|May)", [{"since "}, {"0-9"}, {" march", " may"}]),
        (r"(?:fled )?home", [{"home"}]),
        (r"(?:a|\w+) dead", [{" dead"}]),
        (r"(?:left|\w+)", []),
        (r"(?:homes? ){1,3}lost", [{"home ", "homes "}, {"lost"}]),
        (r"(?<=[a-z]): [A-Z]", [{":"}]),
        (r"(?!)", []),
    ],
)
def test_signs_are_read_off_a_pattern(pattern, needs):
    assert [set(signs) for signs in Cue(pattern).needs] == needs


@pytest.mark.parametrize("name", sorted(_CUES))
def test_small_letters_find_what_ignoring_case_finds(name):
    code, cue = _CUES[name]
    texts = [
        line
        for path in (Path(__file__).parents[1] / "data").glob(f"*/texts/{code}-*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert [cue.within(text) for text in texts] == [bool(cue.search(text)) for text in texts]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_patterns_are_searched_for_faster_and_found_alike(code):
    lines = [
        line
        for path in (Path(__file__).parents[1] / "data").glob(f"*/texts/{code}-*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) > 50
    for cue in cues(LANGUAGES[code]):
        plain = re.compile(cue.words, cue.flags)
        for line in lines:
            found, sought = cue.search(line), plain.search(line)
            assert (found and found.span()) == (sought and sought.span()), cue.words


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (r"(?i:tolls?|\d+ dead)", "The Toll rose"),
        (r"(?:in )?(?i:[a-f]ire)", "FIRE"),
        (r"^[a-z]+ died|fled", "Ten fled"),
        (r"(?=[A-Z])\w+ died", "Ten died"),
        (r"[^a-z]ead", "Dead"),
        (r"(?:a|)dead", "dead"),
        (r"(?s:.)ead", "dead"),
        (r"[\]^-]dead", "^dead"),
    ],
)
def test_a_pattern_is_tried_wherever_it_can_begin(words, text):
    assert Cue(words).search(text).span() == re.search(words, text).span()


def test_each_way_of_matching_has_needs_of_its_own():
    cue = Cue(r"(?:[Ss]ince the (?:\w+ )?(?:war|coup)|last (?:week|year)) (?:began|\w+ed)")
    assert [[set().union(*way) for way in choice] for choice in cue.choices] == [
        [{"since ", "war", "coup"}, {"last ", " week", " year"}]
    ]

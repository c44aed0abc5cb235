"""The page in Arabic is Arabic: what is left in Latin letters is a quote, a code, or a name that has no other."""

import json
import re

import pytest

from mapper import pipeline
from mapper.example import REPORT
from mapper.rendering import map_of
from mapper.schema import CLAIMS, INCIDENTS, conform

# Everything a reader sees but what somebody else wrote: quotes, titles of reports, the other language's button.
SEEN = """() => {
    document.querySelectorAll('details').forEach(box => { box.open = true; });
    const skipped = 'blockquote, script, style, .mapper-languages, .mapper-body-sources, noscript, abbr, bdi[lang], .mapper-said';
    const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (!node.parentElement.closest(skipped) && node.parentElement.checkVisibility()) texts.push(node.data);
    for (const element of document.querySelectorAll('[aria-label], [title], [aria-valuetext], [data-label]'))
        if (!element.closest(skipped)) for (const name of ['aria-label', 'title', 'aria-valuetext', 'data-label'])
            texts.push(element.getAttribute(name) ?? '');
    return [document.title, ...texts];
}"""

CODES = {"CSV", "GeoJSON"}

# One record of each code, and of each reason to be a part or to stand apart.
RECORDS = (
    *({"code": "part", "a": "c1", "b": "c2", "why": why} for why in ("says", "split", "within", "here")),
    *({"code": "apart", "a": "c1", "b": "c3", "why": why, "km": 2.0, "days": 1, "share": 0.71}
      for why in ("figures", "groups", "episode", "summary", "area", "far", "weak", "better", "tie")),
    {"code": "supersedes", "a": "c2", "b": "c1"},
    {"code": "again", "a": "c1", "b": "c2"},
    {"code": "vague", "a": "c4", "b": "c2"},
    {"code": "one", "a": "c1", "b": "c3", "km": 2.2, "days": 0, "share": 0.67},
    {"code": "added", "a": "c1", "b": ["c2", "c3"], "table": "Monitor"},
    {"code": "likely", "a": "c1", "b": "c3"},
    {"code": "passed", "a": "c1", "b": "c3"},
    {"code": "party", "a": "c1"},
    {"code": "twice", "a": ["c1", "c2"]},
    {"code": "graded", "grade": "fair", "note": "«seen»", "day": "2031-03-09"},
    {"code": "corrected", "a": "c1", "column": "count_best", "before": "2", "after": "1", "note": "«slip»"},
)  # fmt: skip


def latin(texts, names):
    """Return the words in Latin letters that are neither quoted nor known names."""
    left = []
    for text in texts:
        bare = re.sub(r"«[^»]*»", " ", text)
        for name in sorted(names, key=len, reverse=True):
            bare = bare.replace(name, " ")
        left += [word for word in re.findall(r"[A-Za-z]{2,}", bare) if word not in CODES]
    return left


def claim(name, voice, low, **values):
    return {
        "claim_id": name, "report_id": "r1", "voice": voice, "measure": "killed", "unit": "person", "kind": "cumulative",
        "count_low": low, "count_best": low, "count_high": low, "qualifier": "exact", "group": "civilians",
        "place_name": "Aton", "place_words": "Atoun", "match_tier": "fuzzy", "precision": "settlement",
        "period_start": "2031-03-07", "period_end": "2031-03-08", "published": "2031-03-09", **values,
    }  # fmt: skip


@pytest.fixture
def reasoned(tmp_path):
    """Save one incident of the fictional country with a note of every kind."""
    claims = [
        claim("c1", "Monitor", 1),
        claim("c2", "Monitor", 12, group="women"),
        claim("c3", "residents", 14, group="soldiers and gunmen", verification="unverified"),
        claim("c4", "local media", None, qualifier="vague", count_words="dozens", count_low=12,
              count_high=None, count_best=None, imputed=True),
    ]  # fmt: skip
    row = {
        "incident_id": "i1", "place_name": "Aton", "deaths_low": 12, "deaths_high": 14, "claims": "c1|c2|c3|c4",
        "voices": "Monitor|residents", "grade": "weak", "precision": "settlement", "reason_codes": json.dumps(RECORDS), "reasons": "English",
        "rule": "low and high: envelope of independent voices; best: the lowest of them",
        "period_start": "2031-03-07", "period_end": "2031-03-08",
        "title": "12–14 civilians reported killed, Aton, 7–8 March 2031 (Monitor, residents)",
    }  # fmt: skip
    path = tmp_path / "reasoned.html"
    map_of({"incidents": conform([row], INCIDENTS), "claims": conform(claims, CLAIMS)}).save(path)
    return path


def test_nothing_is_left_in_english_on_the_page_of_the_example(opened, tmp_path):
    path = tmp_path / "example.html"
    case = pipeline.build(REPORT)
    map_of(case).save(path)
    page = opened(f"{path}#lang=ar").page
    page.click(".mapper-opener")
    page.wait_for_selector(".mapper-table tbody tr")
    report = case["reports"].iloc[0]
    # A document that has but a Latin title, and a publisher that has but a Latin name.
    names = {report["title"], report["publisher"]}
    assert latin(page.evaluate(SEEN), names) == []
    for at in range(page.locator(".mapper-table tbody button").count()):
        page.locator(".mapper-table tbody button").nth(at).click()
        page.wait_for_selector(".mapper-claim")
        page.wait_for_timeout(60)
        # The place in the other script is the one English name that is meant to be there.
        places = [
            case["claims"]["place_name"],
            case["flows"]["origin_name"],
            case["flows"]["destination_name"],
        ]
        other = {name for column in places for name in column.dropna()}
        assert latin(page.evaluate(SEEN), names | other) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_note_of_the_reconciliation_is_a_plain_sentence(opened, reasoned, language):
    page = opened(f"{reasoned}#lang={language}&item=i1").page
    page.wait_for_selector(".mapper-reasons", state="attached")
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    sentences = page.locator(".mapper-reasons li").all_inner_texts()

    assert len(sentences) == len(RECORDS)
    for sentence in sentences:
        assert not re.search(r"\bc\d\b|likeness|\d\.\d|km apart", sentence), sentence
    details = page.inner_text(".mapper-item")
    assert "likeness" not in details
    assert "envelope" not in details
    if language == "ar":
        assert latin(page.evaluate(SEEN), {"Aton", "Monitor"}) == []
        assert "قتيل واحد" in details  # one
        assert "١٢–١٤ قتيلًا" in details  # from eleven on
    else:
        assert "Monitor: 1 civilian reported killed" in details
        assert not re.search(r"\b1 civilians", details)


def test_a_title_that_nobody_gave_changes_with_the_language_and_a_given_one_stays(opened, incidents, tmp_path):  # fmt: skip
    own, given = tmp_path / "own.html", tmp_path / "given.html"
    map_of({"incidents": incidents}).save(own)
    map_of({"incidents": incidents}, title="March").save(given)
    page = opened(own).page
    assert page.title() == "Reported violence and displacement"
    page.click(".mapper-languages button")
    assert page.title() == page.inner_text("h1") == "العنف والنزوح كما وردت في التقارير"
    page = opened(f"{given}#lang=ar").page
    assert page.title() == page.inner_text("h1") == "March"


def test_what_the_details_say_comes_in_the_order_of_a_readers_questions(opened, reasoned):
    page = opened(f"{reasoned}#item=i1").page
    page.wait_for_selector(".mapper-claim")
    text = page.inner_text(".mapper-item")
    order = ["12–14 people reported killed", "Aton", "Who says it", "Monitor", "When it was said", "9 March 2031", "When it happened",
             "7–8 March 2031", "Where", "Why it is here", "“Atoun”", "Support", "weak", "In the words of the sources",
             "What each source says of this", "How one figure was made of them"]  # fmt: skip
    at = 0
    for words in order:
        assert words in text[at:], words
        at += text[at:].index(words)

"""From a report to the page: hostile words in every field of it are words, and stay words."""

import csv

from mapper import pipeline
from mapper.publishing import Profile
from mapper.rendering import map_of
from mapper.schema import CLAIMS
from mapper.storage import write_table

HOSTILE = "</script><script>window.hit=1</script><img src=x onerror='window.hit=2'>`${window.hit=3}`\u202e=CMD()"

REPORT = f"""---
title: >-
  {HOSTILE}
publisher: >-
  {HOSTILE}
url: "javascript:window.hit=4"
licence: >-
  {HOSTILE}
published: 2031-03-09
language: en
---
The Example Monitor {HOSTILE} said 12 civilians {HOSTILE} were killed in Sampletown {HOSTILE} on Friday.

At least 30 families {HOSTILE} fled Sampletown to Otherville, residents said. {HOSTILE}
"""


def test_hostile_words_of_a_report_run_nowhere(opened, tmp_path):
    report = tmp_path / "report.md"
    report.write_text(REPORT, encoding="utf-8")
    case = pipeline.build(report)
    path = tmp_path / "map.html"
    map_of(pipeline.edition(case, Profile.PUBLIC), title=HOSTILE).save(path)

    page = opened(path)

    assert len(case["claims"]) >= 2
    assert page.page.evaluate("window.hit") is None
    assert "<img src=x" in page.page.inner_text("body")
    assert page.page.locator("a[href^='javascript']").count() == 0
    assert page.page.locator("body img[src=x]").count() == 0


def test_no_cell_of_its_tables_runs_in_a_spreadsheet(tmp_path):
    report = tmp_path / "report.md"
    report.write_text(REPORT.replace("The Example Monitor", "=CMD() said"), encoding="utf-8")
    write_table(pipeline.gather([report])["claims"], tmp_path / "claims.csv", CLAIMS)

    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]

    assert cells
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]

"""The page for everyone: axe finds nothing, and all can be reached, read and left by keyboard."""

import os
from pathlib import Path

import pytest

AXE = Path(__file__).parents[2] / "mapper/rendering/frontend/node_modules/axe-core/axe.min.js"
SIZES = {"wide": (1400, 900), "phone": (390, 844), "narrow": (320, 640)}


def violations(page):
    if not AXE.is_file():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "axe-core is not installed: npm ci in mapper/rendering/frontend"
        )
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(rule["id"], node["html"][:120]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing(opened, whole, language, size, scheme):
    width, height = SIZES[size]
    page = opened(whole, width=width, height=height, color_scheme=scheme).page
    if language == "ar":
        page.click(".mapper-languages button")
    page.click(".mapper-opener")
    page.wait_for_selector(".mapper-table tbody tr")
    page.evaluate(
        "document.querySelectorAll('.mapper-side details').forEach(box => box.open = true)"
    )
    page.click(".mapper-table tbody button")
    page.wait_for_selector(".mapper-claim")

    assert violations(page) == []

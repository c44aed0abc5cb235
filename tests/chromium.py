"""A real browser with the network off; skipped where there is none, except in CI."""

import os
import shutil
from pathlib import Path

import pytest

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent / "browser"
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    if BROWSER is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium is installed: apt-get install chromium")
        pytest.skip("no Chromium is installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


class Opened:
    """A page, with all it asked for and all it complained of."""

    def __init__(self, page):
        self.page = page
        self.requests, self.complaints = [], []
        page.on("request", self._ask)
        page.on("console", self._say)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _ask(self, request):
        if not request.url.startswith(("file:", "data:", "blob:", "about:")):
            self.requests.append(request.url)

    def _say(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def goto(self, path):
        self.page.goto(f"file://{path}")
        self.settled()
        return self

    def settled(self):
        """Wait until all layers of all maps are there and drawn, and the panels filled."""
        self.page.wait_for_selector(".folium-map", state="attached")
        self.page.wait_for_selector("[aria-busy]", state="detached")
        self.page.wait_for_timeout(250)

    def layer(self, expression, key="deaths"):
        """Evaluate `expression` with the layer `key` as `layer` and its stage as `stage`."""
        return self.page.evaluate(
            "key => { const map = Object.values(window).find(value => value instanceof L.Map);"
            " const stage = mapper.stageOf(map), layer = stage.layers.get(key);"
            f" return ({expression}); }}",
            key,
        )


@pytest.fixture
def opened(browser):
    """Open pages; at the end none may have asked for anything or complained."""
    contexts, pages = [], []

    def open_page(path, *, width=1400, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, **options
        )
        contexts.append(context)
        pages.append(Opened(context.new_page()))
        return pages[-1].goto(path)

    yield open_page
    asked = [url for page in pages for url in page.requests]
    said = [line for page in pages for line in page.complaints]
    for context in contexts:
        context.close()
    assert asked == []
    assert said == []

"""Before any test: the front end as its sources are now, and the fixtures that packages share."""

from pathlib import Path

import hatch_build

pytest_plugins = ["tests.chromium", "tests.examplia", "tests.firefox"]


def pytest_sessionstart() -> None:
    """Bundle the front end if its sources have changed."""
    hatch_build.bundle(Path(__file__).parent)

"""Before any test: the front end as its sources are now."""

from pathlib import Path

import hatch_build


def pytest_sessionstart() -> None:
    hatch_build.bundle(Path(__file__).parent)

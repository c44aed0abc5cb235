"""The page of Examplia that the browser tests share."""

import pytest

from mapper.rendering import map_of


@pytest.fixture
def whole(tmp_path, incidents, flows, claims, reports):
    path = tmp_path / "map.html"
    tables = {"incidents": incidents, "flows": flows, "claims": claims, "reports": reports}
    map_of(tables, title="Example").save(path)
    return path

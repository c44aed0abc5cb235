from pathlib import Path

import pytest

from mapper.errors import InputError
from mapper.storage import make_manifest, manifest_json


def test_a_manifest_tells_inputs_and_options_and_no_path(tmp_path):
    report = tmp_path / "b.txt"
    report.write_text("x", encoding="utf-8")

    manifest = make_manifest(
        [report, str(report)], options={"case": Path("/somewhere/coast.gpkg"), "to": str(report)}
    )

    assert manifest["inputs"][0] == {
        "name": "b.txt",
        "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
    }
    assert manifest["options"] == {"case": "coast.gpkg", "to": "b.txt"}
    assert str(tmp_path) not in manifest_json(manifest)


def test_the_order_of_inputs_and_options_changes_nothing(tmp_path):
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text("1", encoding="utf-8")
    two.write_text("2", encoding="utf-8")

    assert manifest_json(make_manifest([one, two], options={"a": 1, "b": {2}})) == manifest_json(
        make_manifest([two, one], options={"b": {2}, "a": 1})
    )


def test_an_input_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.txt"):
        make_manifest([tmp_path / "none.txt"])

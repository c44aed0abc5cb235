"""Tables in files: CSV, GeoPackage, GeoJSON and GeoParquet by the suffix, and the case."""

from mapper.storage.case import SCHEMA_VERSION, Case
from mapper.storage.decoding import decode
from mapper.storage.files import written_aside
from mapper.storage.keeping import change_case, read_case, write_case
from mapper.storage.locks import locked
from mapper.storage.manifest import join_manifests, make_manifest, manifest_json, sha256_of
from mapper.storage.stacking import stacked
from mapper.storage.tables import read_table, write_table
from mapper.storage.versions import Revision, put_in, take_out

__all__ = [
    "SCHEMA_VERSION",
    "Case",
    "Revision",
    "change_case",
    "decode",
    "join_manifests",
    "locked",
    "make_manifest",
    "manifest_json",
    "put_in",
    "read_case",
    "read_table",
    "sha256_of",
    "stacked",
    "take_out",
    "write_case",
    "write_table",
    "written_aside",
]

"""Tables in files: CSV, GeoPackage, GeoJSON and GeoParquet by the suffix, and the case."""

from mapper.storage.tables import read_table, write_table

__all__ = ["read_table", "write_table"]

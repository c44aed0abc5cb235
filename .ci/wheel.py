"""Check that a wheel holds what users need and nothing that only developers do."""

import sys
import zipfile
from pathlib import Path

MUST = (
    "mapper/__init__.py",
    "mapper/py.typed",
    "mapper/example/syrian-coast-march-2025.md",
    "mapper/rendering/static/",
    "geodata/__init__.py",
    "geodata/LICENSES.md",
)
MUST_NOT = ("node_modules", "mapper/rendering/frontend/", "tests/", ".pyc", "geodata/make/")

wheel = Path(sys.argv[1])
names = zipfile.ZipFile(wheel).namelist()
missing = [part for part in MUST if not any(name.startswith(part) for name in names)]
strays = [name for name in names if any(part in name for part in MUST_NOT)]
size = wheel.stat().st_size / 1e6
print(f"{wheel.name}: {len(names)} files, {size:.1f} MB")
if missing or strays:
    sys.exit(f"missing: {missing}; should not be there: {strays[:5]}")

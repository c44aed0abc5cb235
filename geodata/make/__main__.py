"""Make every derived table: ``python geodata/make FOLDER``, where FOLDER keeps the packages."""

import sys
from pathlib import Path

import admin
import airbases
import countries
import hand
import land
import places

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python geodata/make FOLDER (packages are fetched into it)")
    store = Path(sys.argv[1])
    store.mkdir(parents=True, exist_ok=True)
    for part in (land, countries, admin, places, airbases, hand):
        print(f"making {part.__name__}")
        part.make(store)

"""Fill a folder with links to every program of PATH but Node, and print a PATH that ends in it."""

import os
import sys
from pathlib import Path

HIDDEN = {"node", "nodejs", "npm", "npx", "corepack"}

shelter = Path(sys.argv[1])
shelter.mkdir(parents=True)
for folder in map(Path, os.environ["PATH"].split(os.pathsep)):
    if not folder.is_dir() or ".venv" in folder.parts:
        continue
    for program in folder.iterdir():
        link = shelter / program.name
        if program.name not in HIDDEN and not link.exists():
            link.symlink_to(program.resolve())
print(os.pathsep.join([str(Path(sys.base_prefix) / "bin"), str(shelter)]))

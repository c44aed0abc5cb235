"""One report, sentence by sentence, to claims in the making."""

from collections.abc import Sequence
from datetime import timedelta

from mapper.extraction.dates import Dated, dates
from mapper.extraction.drafts import Draft, Refusal, Scan
from mapper.extraction.figures import Figure, figures
from mapper.extraction.languages import Language, Side
from mapper.extraction.lexicon import Item, lexicon
from mapper.extraction.measures import measure
from mapper.extraction.places import Finder, Named, Places, mentions
from mapper.extraction.sentences import Sentence, sentences
from mapper.extraction.tokens import Token, tokenize
from mapper.extraction.voices import Attribution, attributions, named_monitors, shown
from mapper.model import (
    Count,
    Kind,
    Measure,
    Period,
    PlaceRole,
    Qualifier,
    Report,
    Unit,
    Verification,
)
from mapper.schema.voices import known_voice, voice_kind_of

__all__ = ["Reader"]

_MOVING = frozenset({Measure.DISPLACED, Measure.ARRIVED, Measure.RETURNED})
_QUOTE = 240
_YEAR = timedelta(days=366)


class Reader:
    """Reads one report.

    Parameters
    ----------
    report : Report
        With its body.
    language : Language
        The table of its language.
    gazetteer : Finder or None
        Finds place names in running text.
    """

    def __init__(self, report: Report, language: Language, gazetteer: Finder | None) -> None:
        self._report = report
        self._body = report.body
        self._language = language
        self._lexicon = lexicon(language.code)
        self._places = Places(self._body, language, mentions(self._body, language, gazetteer))
        self._gazetteer = gazetteer
        self.drafts: list[Draft] = []
        self.refusals: list[Refusal] = []
        self._voice = ""
        self._voice_paragraph = -1
        self._attributed: list[str] = []
        self._period: tuple[int, Period] | None = None
        self._lead: Period | None = None
        self._scene: tuple[int, tuple[str, ...]] | None = None
        self._focus: tuple[str, ...] = ()
        self._heading: Draft | None = None
        self._heading_paragraph = -9
        publisher = known_voice(report.publisher) if report.publisher else None
        self._publisher = shown(publisher) if publisher else report.publisher
        self._speaks = publisher is not None and publisher.kind not in ("agency", "media")

    def read(self) -> tuple[list[Draft], list[Refusal]]:
        """Return the claims and the refused figures of the report, in order."""
        for sentence in sentences(self._body, self._language.code):
            self._sentence(sentence)
        self._name_monitors()
        return self.drafts, self.refusals

    def _text(self, start: int, end: int) -> str:
        return self._body[start:end]

    def _sentence(self, sentence: Sentence) -> None:
        body, language = self._body, self._language
        tokens = tokenize(body, sentence.start, sentence.end)
        keys = {token.key for token in tokens}
        listed = self._heading is not None and sentence.paragraph <= self._heading_paragraph + 1
        told = not keys.isdisjoint(self._lexicon.gate) or listed
        said = attributions(body, sentence.start, sentence.end, language)
        self._remember_voice(sentence, said)
        found: list[Draft] = []
        if told:
            found = self._figures(sentence, tokens, said, listed=listed)
        self._judge(sentence, found)
        if not found and said:
            self._statement(sentence, said)
        self.drafts.extend(found)
        if found and (language.list_heading.search(body, sentence.start, sentence.end)):
            self._heading, self._heading_paragraph = found[0], sentence.paragraph
        elif listed and found:
            self._heading_paragraph = sentence.paragraph
        elif self._heading is not None and sentence.paragraph > self._heading_paragraph + 1:
            self._heading = None

    # ---- voices

    def _remember_voice(self, sentence: Sentence, said: Sequence[Attribution]) -> None:
        for attribution in said:
            if attribution.voice and not attribution.hearsay:
                self._voice, self._voice_paragraph = attribution.voice, sentence.paragraph
                self._attributed.append(attribution.voice)
            elif attribution.carried is not None and self._voice:
                self._voice_paragraph = sentence.paragraph

    def _who(self, sentence: Sentence, said: Sequence[Attribution], at: int) -> tuple[str, str]:
        """Return the voice and the relay of what stands at an offset of a sentence."""
        named = [a for a in said if not a.hearsay]
        if named:
            nearest = min(
                named,
                key=lambda a: (
                    (at - a.end if a.end <= at else a.start - at + 5)
                    if not (a.start <= at < a.end)
                    else 0
                ),
            )
            voice = nearest.voice
            if nearest.carried is not None:
                voice = self._carried(nearest.carried)
            if voice:
                return voice, nearest.relay or self._relay(voice)
        if said and said[0].hearsay:
            return said[0].voice, self._relay("")
        if self._voice and sentence.paragraph == self._voice_paragraph:
            return self._voice, self._relay(self._voice)
        if (
            self._voice
            and self._heading is not None
            and sentence.paragraph <= self._heading_paragraph + 1
        ):
            return self._voice, self._relay(self._voice)
        return self._publisher, ""

    def _carried(self, kind: str) -> str:
        """Return the last voice that a pronoun or "the group" can mean."""
        if not kind or kind in ("person", "org"):
            return self._voice or (self._publisher if self._speaks else "")
        for voice in reversed(self._attributed):
            known = known_voice(voice)
            if (known is not None and known.kind == kind) or voice_kind_of(voice) == kind:
                return voice
        return self._voice or (self._publisher if self._speaks else "")

    def _relay(self, voice: str) -> str:
        return "" if voice == self._publisher else self._publisher

    def _name_monitors(self) -> None:
        """Give a mere description ("a war monitor") the name of the only such voice of the report."""
        named = named_monitors(self._attributed)
        for draft in self.drafts:
            if draft.voice and known_voice(draft.voice) is None:
                draft.voice = named.get(voice_kind_of(draft.voice), draft.voice)

    # ---- figures

    def _figures(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        said: Sequence[Attribution],
        *,
        listed: bool,
    ) -> list[Draft]:
        body, language = self._body, self._language
        when = dates(body, sentence.start, sentence.end, language, self._report.published)
        items = self._lexicon.read(tokens)

        def dated(start: int, end: int) -> bool:
            return any(d.start <= start and end <= d.end for d in when)

        counted = figures(items, self._text, language, dated)
        if not counted:
            self._scene_of(sentence)
            return []
        measure(items, counted)
        included = self._included(sentence)
        if included is not None or listed:
            whole = included or self._heading
            for figure in counted:
                if (
                    figure.measure is None
                    and whole is not None
                    and figure.trigger is None
                    and (figure.bare or listed or included)
                ):
                    figure.measure = whole.measure
        scan = Scan(sentence, items, counted, said, when)
        drafts: dict[int, Draft] = {}
        for index, figure in enumerate(counted):
            draft = self._draft(scan, figure)
            if draft is None:
                continue
            drafts[index] = draft
            if figure.parent is not None and figure.parent in drafts:
                draft.parents.append(drafts[figure.parent])
        self._totals(counted, drafts, included or (self._heading if listed else None))
        self._share(scan, drafts)
        return list(drafts.values())

    def _included(self, sentence: Sentence) -> Draft | None:
        """Return the total that a sentence opens ("Of these …"; "the toll includes …")."""
        if not self._language.total_includes.search(self._text(sentence.start, sentence.end)):
            return None
        for draft in reversed(self.drafts[-8:]):
            if (
                draft.unit is Unit.PERSON
                and draft.count.known
                and not draft.parents
                and draft.measure is not Measure.INCIDENTS
            ):
                return draft
        return None

    def _totals(
        self, counted: Sequence[Figure], drafts: dict[int, Draft], whole: Draft | None
    ) -> None:
        """Put the figures of a sentence into the total that it opens or stands under."""
        for index, draft in drafts.items():
            inside = (
                whole is not None
                and not draft.parents
                and draft is not whole
                and draft.measure is whole.measure
                and draft.unit is whole.unit
                and _may_hold(whole.count, draft.count)
                and not counted[index].delta
            )
            if inside and whole is not None:
                draft.parents.append(whole)
                if not draft.voice or draft.voice == self._publisher:
                    draft.voice, draft.relay = whole.voice, whole.relay

    def _draft(self, scan: Scan, figure: Figure) -> Draft | None:
        sentence, items = scan.sentence, scan.items
        if figure.measure is None:
            return None
        start, end = figure.start, figure.end
        trigger = items[figure.trigger] if figure.trigger is not None else None
        if trigger is not None and not figure.inherited:
            low, high = min(start, trigger.start), max(end, trigger.end)
            if high - low <= _QUOTE:
                start, end = low, high
        if figure.unit is Unit.EVENT and figure.measure is not Measure.INCIDENTS:
            return None
        period = self._when(scan, figure)
        why = self._background(sentence, start, end, period)
        if why:
            self.refusals.append(Refusal(start, end, why))
            return None
        voice, relay = self._who(sentence, scan.said, figure.start)
        kind = self._kind(sentence, figure, trigger)
        return Draft(
            sentence,
            start,
            end,
            figure.measure,
            figure.count,
            kind=kind,
            unit=Unit.EVENT if figure.measure is Measure.INCIDENTS else figure.unit,
            group=figure.group,
            classes=figure.classes,
            generic=figure.generic,
            voice=voice,
            relay=relay,
            actor=self._actor(sentence),
            period=period or Period(),
            total=trigger is not None
            and "trigger" in trigger
            and trigger.roles["trigger"].side == Side.TOLL,
        )

    def _kind(self, sentence: Sentence, figure: Figure, trigger: Item | None) -> Kind:
        language, body = self._language, self._body
        if trigger is not None and trigger.roles["trigger"].side == Side.TOLL:
            return Kind.CUMULATIVE
        window = (max(sentence.start, figure.start - 60), min(sentence.end, figure.end + 40))
        if figure.delta:
            return Kind.DELTA
        if figure.measure is Measure.SHELTERING or (
            figure.measure in (Measure.DISPLACED, Measure.DETAINED, Measure.MISSING)
            and language.stock.search(body, *window)
        ):
            return Kind.STOCK
        if language.cumulative.search(body, sentence.start, sentence.end):
            return Kind.CUMULATIVE
        return Kind.FLOW

    def _background(self, sentence: Sentence, start: int, end: int, period: Period | None) -> str:
        """Return why a figure is no claim of what this report is about; empty if it is one."""
        language, body = self._language, self._body
        clause = body[max(sentence.start, start - 70) : end]
        cut = max(
            clause.rfind(sign, 0, max(0, len(clause) - (end - start)))
            for sign in (",", ";", ":", "،")
        )
        if language.hypothetical.search(clause[cut + 1 :]):
            return "hypothetical: the sentence says what could be, not what was"
        published = self._report.published
        if period is not None and period.end is not None and published is not None:
            if period.end < published - _YEAR:
                return "history: the figure is of a time long before the report"
            if (
                period.start is not None
                and period.start < published - 3 * _YEAR
                and period.words[:1] in "Ssمن"
            ):
                return "history: the figure counts from long before what the report is about"
        if (
            period is not None
            and period.end is None
            and period.start is not None
            and published
            and period.start < published - 3 * _YEAR
        ):
            return "history: the figure counts from long before what the report is about"
        own = period is not None and period.start is not None
        if not own and language.history.search(body, sentence.start, sentence.end):
            return "history: the sentence speaks of an earlier time"
        return ""

    def _actor(self, sentence: Sentence) -> str:
        match = self._language.actor.search(self._body, sentence.start, sentence.end)
        if match is None:
            return ""
        words = next((words for words in match.groups() if words), "")
        return self._language.clause_ends.split(words)[-1].strip()

    # ---- when

    def _reported(self, dated: Dated, said: Sequence[Attribution]) -> bool:
        return any(0 <= dated.start - a.end <= 3 or a.start <= dated.start < a.end for a in said)

    def _when(self, scan: Scan, figure: Figure) -> Period | None:
        sentence, counted, when, said = scan.sentence, scan.counted, scan.when, scan.said
        own = [d for d in when if not self._reported(d, said)]
        if not own:
            return None

        def cost(dated: Dated) -> int:
            gap = max(dated.start - figure.end, figure.start - dated.end, 0)
            low, high = min(dated.end, figure.end), max(dated.start, figure.start)
            others = sum(
                low <= other.start < high and other is not figure
                for other in counted
                if other.measure and other.parent is None
            )
            between = self._body[low:high]
            opening = dated.start - sentence.start < 6
            return (
                min(gap, 30 if opening else gap)
                + 25 * others * (not opening)
                + 80 * between.count(";")
                + 40 * (dated.end <= figure.start and not opening)
            )

        return min(own, key=cost).period

    def _share(self, scan: Scan, drafts: dict[int, Draft]) -> None:
        """Fill in places, and the days that a claim takes from its neighbours."""
        sentence = scan.sentence
        reported = next((d.period for d in scan.when if self._reported(d, scan.said)), None)
        for index, draft in drafts.items():
            self._when_inherited(sentence, draft, reported)
            self._where(sentence, scan.counted, index, draft)
        first = next(iter(drafts.values()), None)
        if first is None:
            return
        if first.period.start is not None:
            self._period = (sentence.paragraph, first.period)
            if not self.drafts and first.period.days in (1, 2):
                self._lead = first.period

    def _when_inherited(self, sentence: Sentence, draft: Draft, reported: Period | None) -> None:
        published = self._report.published
        running = draft.kind in (Kind.CUMULATIVE, Kind.STOCK)
        if running:
            draft.as_of = (reported.end if reported else None) or draft.period.end or published
        if draft.period.start is not None or draft.period.words:
            return
        if draft.parents:
            draft.period = draft.parents[0].period
        elif self._period is not None and self._period[0] == sentence.paragraph:
            draft.period = self._period[1]
        elif not running and reported is not None:
            draft.period = reported
        elif not running and self._lead is not None:
            draft.period = self._lead

    # ---- where

    def _scene_of(self, sentence: Sentence) -> None:
        here = self._places.within(sentence.start, sentence.end)
        scene = next((n for n in here if n.role is PlaceRole.SCENE and not n.container), None)
        if scene is not None:
            names = self._places.chain(scene, here)
            self._scene = (sentence.paragraph, names)

    def _where(
        self, sentence: Sentence, counted: Sequence[Figure], index: int, draft: Draft
    ) -> None:
        here = self._places.within(sentence.start, sentence.end)
        figure = counted[index]
        if draft.measure in _MOVING:
            self._ends(here, figure, counted, draft)
        roles: tuple[PlaceRole, ...] = (PlaceRole.SCENE,)
        if draft.measure is Measure.SHELTERING:
            roles = (PlaceRole.SCENE, PlaceRole.DESTINATION)
        if not draft.places:
            chosen = self._choose(here, figure, counted, roles)
            if chosen is not None:
                draft.places, draft.role = self._places.chain(chosen, here), PlaceRole.SCENE
                if draft.measure in (Measure.ARRIVED, Measure.RETURNED):
                    draft.role = PlaceRole.DESTINATION
                    draft.destination = draft.destination or draft.places[0]
                elif draft.measure is Measure.DISPLACED:
                    draft.role, draft.origin = (
                        PlaceRole.ORIGIN,
                        draft.origin or "|".join(draft.places),
                    )
        if draft.places and draft.role in (PlaceRole.SCENE, PlaceRole.ORIGIN):
            self._scene = (sentence.paragraph, draft.places)
            self._focus = self._focus or draft.places
        elif not draft.places:
            self._take_place(sentence, draft)

    def _take_place(self, sentence: Sentence, draft: Draft) -> None:
        if draft.parents and draft.parents[0].places:
            whole = draft.parents[0]
            draft.places, draft.role = whole.places, whole.role
            draft.inherited = "sentence" if whole.sentence is sentence else "paragraph"
        elif self._scene is not None and self._scene[0] == sentence.paragraph:
            draft.places, draft.role, draft.inherited = self._scene[1], PlaceRole.SCENE, "paragraph"
        elif self._focus or self._scene is not None:
            names = self._focus or (self._scene[1] if self._scene else ())
            draft.places, draft.role, draft.inherited = names, PlaceRole.SCENE, "report"
        if draft.inherited and draft.measure is Measure.DISPLACED:
            draft.role = PlaceRole.ORIGIN
            draft.origin = draft.origin or "|".join(draft.places)

    def _choose(
        self,
        here: Sequence[Named],
        figure: Figure,
        counted: Sequence[Figure],
        roles: Sequence[PlaceRole],
    ) -> Named | None:
        able = [n for n in here if n.role in roles and not n.container]
        if not able:
            return None
        index = counted.index(figure)
        following = next(
            (f for f in counted[index + 1 :] if f.measure is not None and f.parent != index), None
        )
        limit = following.start if following is not None else self._body_end
        aside = self._language.aside
        behind = [
            n
            for n in able
            if figure.end <= n.start < limit and not aside.search(self._body, figure.end, n.start)
        ]
        if behind:
            return behind[0]
        before = [n for n in able if n.end <= figure.start]
        if before and not any(
            before[-1].end <= f.start < figure.start
            for f in counted
            if f.measure is not None and not f.inherited
        ):
            return before[-1]
        if figure.parent is not None:
            return None
        later = [
            n
            for n in able
            if n.start >= figure.end and not aside.search(self._body, figure.end, n.start)
        ]
        return later[0] if later else (before[-1] if before else None)

    @property
    def _body_end(self) -> int:
        return len(self._body) + 1

    def _ends(
        self, here: Sequence[Named], figure: Figure, counted: Sequence[Figure], draft: Draft
    ) -> None:
        """Fill in where people left, went and passed."""
        index = counted.index(figure)
        before = counted[index - 1].end if index and not figure.inherited else 0
        following = next(
            (f for f in counted[index + 1 :] if f.measure is not None and f.parent != index), None
        )
        limit = following.start if following is not None else self._body_end
        near = [n for n in here if before <= n.start < limit] or list(here)
        for role in (PlaceRole.ORIGIN, PlaceRole.DESTINATION, PlaceRole.VIA):
            first = next((n for n in near if n.role is role and not n.container), None)
            if first is None:
                continue
            words = self._places.chain(first, here)
            if role is PlaceRole.ORIGIN:
                draft.origin = "|".join(words)
            elif role is PlaceRole.VIA:
                draft.via = "|".join(words)
            else:
                draft.destination = "|".join(words)
                draft.places, draft.role = words, role
        if draft.origin and not draft.places:
            draft.places, draft.role = tuple(draft.origin.split("|")), PlaceRole.ORIGIN

    # ---- truth

    def _judge(self, sentence: Sentence, found: Sequence[Draft]) -> None:
        """Give the claims a sentence speaks of what it says of their truth."""
        body, language = self._body, self._language
        span = (sentence.start, sentence.end)
        if language.unverified.search(body, *span):
            truth = Verification.UNVERIFIED
        elif language.disputed.search(body, *span):
            truth = Verification.DISPUTED
        elif language.verified.search(body, *span):
            truth = Verification.VERIFIED
        else:
            return
        concerned = list(found) or [
            d for d in self.drafts[-6:] if d.sentence.paragraph == sentence.paragraph
        ]
        if (
            not concerned
            and self.drafts
            and self.drafts[-1].sentence.paragraph == sentence.paragraph - 1
        ):
            last = self.drafts[-1].sentence.paragraph
            concerned = [d for d in self.drafts[-6:] if d.sentence.paragraph == last]
        for draft in concerned:
            if draft.verification is None:
                draft.verification = truth
                draft.verification_reason = self._text(*span)

    # ---- statements

    def _statement(self, sentence: Sentence, said: Sequence[Attribution]) -> None:
        """Keep what an official or a person said where it bears on events, without a number."""
        body, language = self._body, self._language
        named = next((a for a in said if a.voice and not a.hearsay), None)
        if named is None or not language.statements.search(body, sentence.start, sentence.end):
            return
        if language.unverified.search(body, sentence.start, sentence.end):
            return
        draft = Draft(
            sentence,
            sentence.start,
            sentence.end,
            Measure.STATEMENT,
            Count(qualifier=Qualifier.UNSPECIFIED),
            voice=named.voice,
            relay=named.relay or self._relay(named.voice),
        )
        here = self._places.within(sentence.start, sentence.end)
        scene = next((n for n in here if n.role is PlaceRole.SCENE and not n.container), None)
        if scene is not None:
            draft.places, draft.role = self._places.chain(scene, here), PlaceRole.SCENE
        elif self._focus:
            draft.places, draft.role, draft.inherited = self._focus, PlaceRole.SCENE, "report"
        when = dates(body, sentence.start, sentence.end, language, self._report.published)
        if when:
            draft.period = when[0].period
        self.drafts.append(draft)


def _may_hold(whole: Count, part: Count) -> bool:
    if part.low is None:
        return False
    return whole.high is None or part.low <= whole.high

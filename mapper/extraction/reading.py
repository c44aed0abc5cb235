"""One report, sentence by sentence, to claims in the making."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mapper.extraction.carrying import Carrying
from mapper.extraction.corrections import mistaken
from mapper.extraction.counting.contrasts import contrasted
from mapper.extraction.counting.figure import MOVING, Figure
from mapper.extraction.counting.figures import figures
from mapper.extraction.counting.measures import measure
from mapper.extraction.counting.tolls import with_tolls
from mapper.extraction.dating.days import Day
from mapper.extraction.dating.timing import Timing
from mapper.extraction.drafts import Draft, Refusal, Scan
from mapper.extraction.judging import Judging
from mapper.extraction.languages import Language, Side
from mapper.extraction.placing.names import Finder, mentions
from mapper.extraction.placing.places import Places
from mapper.extraction.placing.whereabouts import Whereabouts
from mapper.extraction.speaking.speakers import Speakers
from mapper.extraction.speaking.voices import Attribution, attributions
from mapper.extraction.words.lexicon import HEADED, MEASURED, OPENING, TOLD, Item, lexicon
from mapper.extraction.words.matcher import Matcher
from mapper.extraction.words.sentences import Sentence, apart, paragraphs, sentences
from mapper.extraction.words.signs import signs
from mapper.extraction.words.text import Text
from mapper.extraction.words.tokens import fold
from mapper.model import (
    Count,
    Kind,
    Measure,
    Period,
    PlaceRole,
    Qualifier,
    Report,
    Unit,
)

__all__ = ["Reader"]

_QUOTE = 240
_NUMBER = re.compile(r"\d")
# Where the figure of a sentence begins that goes on with what was told: "Three were women".
_BEGINNING = 3
# Behind it who speaks is told more of.
_ASIDE = ", "


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
        self._body = report.body
        self._language = language
        self._lexicon = lexicon(language.code)
        self._signs = signs(language.code)
        text = self._words = Text(report.body, language.code)
        named = mentions(text, language, gazetteer)
        # A paper may bear the name of a village.
        publisher = fold(report.publisher)
        self._places = Places(
            text, language, [name for name in named if fold(name.words) != publisher]
        )
        self._timing = Timing(report, language, text, self._places)
        self._whereabouts = Whereabouts(self._body, language, self._places)
        lines = paragraphs(self._body)
        self._sentences = sentences(lines, language, text)
        self._apart = apart(lines, self._sentences, language)
        self.drafts: list[Draft] = []
        self.refusals: list[Refusal] = []
        self._match = Matcher(report.body, language.code)
        self._judging = Judging(report.body, language, self._match, self._timing)
        self._speakers = Speakers(report, language)
        self._carrying = Carrying(
            self._body, language, self.drafts, self._speakers, self._whereabouts
        )

    def read(self) -> tuple[list[Draft], list[Refusal]]:
        """Return the claims and the refused figures of the report, in order."""
        for sentence in self._sentences:
            self._sentence(sentence)
        self._timing.settle(self.drafts)
        self._whereabouts.settle(self.drafts)
        self._speakers.name(self.drafts)
        return self.drafts, self.refusals

    def _text(self, start: int, end: int) -> str:
        return self._body[start:end]

    def _sentence(self, sentence: Sentence) -> None:
        body = self._body
        listed = self._carrying.listed(sentence)
        told = listed or sentence.signs & TOLD != 0 or self._restated(sentence)
        included = self._carrying.included(sentence, told=told)
        told = told or included is not None
        said = self._said(sentence)
        self._speakers.remember(sentence, said)
        when = self._timing.read(sentence, said)
        if dateline := self._places.dateline(sentence.start, sentence.end):
            self._timing.begin()
            self._whereabouts.begin(dateline)
        if sentence.paragraph not in self._apart:
            self._timing.note(sentence, when, claims=told)
            self._whereabouts.scenes.note(sentence, claims=told)
        items: Sequence[Item] = ()
        counted: Sequence[Figure] = ()
        carried = told and (listed or included is not None or self._goes_on(sentence))
        if carried or (told and sentence.signs & MEASURED):
            items, signs = self._lexicon.read(self._words.tokens(sentence.start, sentence.end))
            if carried or signs & MEASURED:
                items = with_tolls(items) if signs & HEADED else items
                counted = self._figures(items, sentence, when)
        scan = Scan(sentence, items, counted, said, when)
        found = self._claims(scan, included, listed=listed) if counted else []
        self._judging.judge(sentence, found, self.drafts)
        if not found:
            self._speakers.credit(sentence, said, self.drafts)
        if not found and said:
            self._statement(scan)
        self.drafts.extend(found)
        opens = self._carrying.head(scan, found, listed=listed)
        if opens or body.endswith(":", sentence.start, sentence.end):
            self._timing.head(sentence, opens=opens)

    def _said(self, sentence: Sentence) -> list[Attribution]:
        """Return who speaks in a sentence: not the town of "Redford recorded 40 dead"."""
        numbered = self._language.roles.numbered
        here = self._places.within(sentence.start, sentence.end)
        counted = {
            named.start
            for named in here
            if not named.country
            and numbered.match(_NUMBER.split(self._body[named.end : sentence.end], maxsplit=1)[0])
        }
        said = attributions(self._body, sentence, self._language)
        return [a for a in said if a.start not in counted]

    # ---- figures

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence can go on with what was counted before, without saying what."""
        if self._signs.able(self._language.measures.same_figure, sentence.signs):
            return True
        if self._restated(sentence):
            return True
        first = sentence.start, sentence.start + _BEGINNING
        return sentence.signs & OPENING != 0 and self._words.signs(*first) & OPENING != 0

    def _restated(self, sentence: Sentence) -> bool:
        """Whether a sentence only puts a number right: "It was 26, not 27"."""
        cue = self._language.truth.restated
        return (
            self._signs.able(cue, sentence.signs)
            and cue.search(self._body[sentence.start : sentence.end]) is not None
        )

    def _figures(
        self, items: Sequence[Item], sentence: Sentence, when: Sequence[Day]
    ) -> list[Figure]:
        """Return the figures of a sentence, each with what it counts, if the sentence says it."""

        def dated(start: int, end: int) -> bool:
            return any(d.start <= start and end <= d.end for d in when)

        def placed(at: int) -> bool:
            here = self._places.within(sentence.start, sentence.end)
            return any(name.start <= at <= name.end for name in here)

        several = figures(items, self._text, self._language, dated, placed)
        counted = [
            figure
            for figure in contrasted(items, several)
            if not (figure.count.high == 1 and self._places.names(figure.start, figure.end))
        ]
        if counted:
            measure(items, counted)
        return counted

    def _claims(self, scan: Scan, included: Draft | None, *, listed: bool) -> list[Draft]:
        counted = scan.counted
        whole = included or (self._carrying.whole_of_list(counted[0]) if listed else None)
        self._carrying.measures(scan, counted, included, listed=listed)
        drafts: dict[int, Draft] = {}
        for index, figure in enumerate(counted):
            draft = self._draft(scan, figure)
            if draft is None:
                continue
            drafts[index] = draft
        for index, draft in drafts.items():
            whole_at = counted[index].parent
            if whole_at is not None and whole_at in drafts:
                draft.parents.append(drafts[whole_at])
        self._carrying.totals(counted, drafts, whole)
        for index, draft in drafts.items():
            figure = counted[index]
            if figure.of_them and not draft.parents:
                draft.parents.extend(self._carrying.antecedent(draft))
            beside = (
                i for i in reversed(drafts) if i < index and counted[i].parent == figure.parent
            )
            if (
                figure.bare
                and figure.inherited
                and not figure.of_them
                and (last := next(beside, None)) is not None
            ):
                # "683 civilians in A, 433 in B": they are civilians too.
                before = drafts[last]
                draft.group, draft.classes = (
                    draft.group or before.group,
                    draft.classes or before.classes,
                )
                draft.generic = before.generic
        for index, draft in drafts.items():
            self._timing.inherit(scan, draft, listed=listed)
            self._whereabouts.give(scan, index, draft)
            self._whereabouts.inherit(draft)
        self._whereabouts.compare(scan, list(drafts.values()))
        told = [*drafts.values()]
        for index, draft in drafts.items():
            if (wrong := counted[index].instead) is not None:
                told.append(mistaken(draft, wrong))
        return sorted(told, key=lambda draft: draft.start)

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
        # An accusation is quoted as one.
        accusation = self._language.truth.accusation
        if self._signs.able(accusation, sentence.signs):
            before = self._body[max(sentence.start, start - 60) : start]
            accused = accusation.search(before)
            start -= len(before) - accused.start() if accused else 0
        if _nobody_counted(figure, trigger) or any(
            figure.count.high == 1 and _speaks(self._body, a, figure) for a in scan.said
        ):
            return None
        if figure.unit is Unit.EVENT and figure.measure is not Measure.INCIDENTS:
            return None
        period = self._timing.own(scan, figure)
        if why := self._judging.why_not(figure, sentence, start, end, period):
            self.refusals.append(Refusal(start, end, why))
            return None
        count = _exceeded(items, figure)
        listed = self._carrying.listed(sentence)
        voice, relay = self._speakers.who(sentence, scan.said, figure.start, listed=listed)
        kind = self._kind(sentence, figure, trigger)
        return Draft(
            sentence,
            start,
            end,
            figure.measure,
            count,
            kind=kind,
            unit=Unit.EVENT if figure.measure is Measure.INCIDENTS else figure.unit,
            group=figure.group,
            classes=figure.classes,
            generic=figure.generic,
            voice=voice,
            relay=relay,
            actor=self._actor(sentence),
            period=period or Period(),
            running=kind in (Kind.CUMULATIVE, Kind.STOCK)
            or bool(self._match(self._language.measures.perfect, sentence)),
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
            and self._signs.able(language.measures.stock, sentence.signs)
            and language.measures.stock.search(body, *window)
        ):
            return Kind.STOCK
        running = self._match(language.measures.cumulative, sentence)
        # "… killed one, raising to 15 the number of those killed since May": one is no total.
        if running and not language.periods.turns.search(body, figure.end, running.end()):
            return Kind.CUMULATIVE
        return Kind.FLOW

    def _actor(self, sentence: Sentence) -> str:
        match = self._match(self._language.people.actor, sentence)
        if match is None:
            return ""
        words = next((words for words in match.groups() if words), "")
        return self._language.syntax.clause_ends.split(words)[-1].strip()

    # ---- statements

    def _statement(self, scan: Scan) -> None:
        """Keep what an official or a person said where it bears on events, without a number."""
        words, sentence = self._language.truth, scan.sentence
        named = next((a for a in scan.said if a.voice and not a.hearsay), None)
        if named is None or not self._match(words.statements, sentence):
            return
        if self._match(words.unverified, sentence):
            return
        draft = Draft(
            sentence,
            sentence.start,
            sentence.end,
            Measure.STATEMENT,
            Count(qualifier=Qualifier.UNSPECIFIED),
            voice=named.voice,
            relay=named.relay or self._speakers.relay(named.voice),
        )
        here = self._places.within(sentence.start, sentence.end)
        scene = next((n for n in here if n.role is PlaceRole.SCENE and not n.container), None)
        if scene is not None:
            draft.places, draft.role = self._places.chain(scene, here), PlaceRole.SCENE
        elif self._whereabouts.scenes.focus:
            draft.places, draft.role = self._whereabouts.scenes.focus, PlaceRole.SCENE
            draft.inherited = "report"
        if scan.when:
            draft.period = scan.when[0].period
        self.drafts.append(draft)


def _nobody_counted(figure: Figure, trigger: Item | None) -> bool:
    """Whether a figure of one or none is a way of speaking: "none came back", "one family"."""
    if figure.count.high == 0:
        return figure.measure in MOVING
    if figure.count.high != 1:
        return False
    leaving = trigger is not None and trigger.key == "left"
    return leaving or (figure.unit is Unit.HOUSEHOLD and figure.measure not in MOVING)


def _speaks(body: str, attribution: Attribution, figure: Figure) -> bool:
    """Whether who speaks is told more of: "said Karim Haddad, a resident"."""
    aside = len(_ASIDE) + 1 if body.startswith(_ASIDE, attribution.end) else 0
    return attribution.start <= figure.start < attribution.end + aside


def _exceeded(items: Sequence[Item], figure: Figure) -> Count:
    """Return the count with a hedge that stands before its toll: "exceeded a toll of 90"."""
    count, at = figure.count, figure.trigger
    hedge = items[at - 1].roles.get("hedge") if at else None
    if (
        hedge is not Qualifier.MORE_THAN
        or count.qualifier is not Qualifier.EXACT
        or count.low is None
    ):
        return count
    return replace(count, qualifier=hedge, high=None)

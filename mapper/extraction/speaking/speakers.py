"""Who speaks: a voice is named once, and carried over the sentences that follow."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from mapper.extraction.drafts import Draft
from mapper.extraction.languages import Language
from mapper.extraction.speaking.naming import (
    generic,
    named_monitors,
    resolve,
    shown,
    voice_words,
)
from mapper.extraction.speaking.voices import Attribution
from mapper.extraction.words.sentences import Sentence
from mapper.model import Report
from mapper.schema.voices import described_kind, fold_voice, known_voice, voice_kind_of

__all__ = ["Speakers"]


_AHEAD = 150
_OPEN = '“«"'
_SIGNS = re.compile('[“”«»"]')


class Speakers:
    """Remembers the voices of a report, and gives them to its claims.

    Parameters
    ----------
    report : Report
        Its publisher speaks where nobody else is named.
    language : Language
        The table of its language.
    """

    def __init__(self, report: Report, language: Language) -> None:
        self._words = language.voices
        self._statement = ""
        self._voice = ""
        self._before = ""
        self._paragraph = -1
        self._body = report.body
        self._heard = -1
        self._quoting = False
        # By when they were named first; and last, the latest behind.
        self._named: dict[str, None] = {}
        self._latest: dict[str, None] = {}
        publisher = known_voice(report.publisher) if report.publisher else None
        self._publisher = shown(publisher) if publisher else report.publisher
        self._speaks = publisher is not None and publisher.kind not in ("agency", "media")

    def remember(self, sentence: Sentence, said: Sequence[Attribution]) -> None:
        """Remember who is named in a sentence, and where a voice is taken up again."""
        self._listen(sentence)
        if sentence.paragraph == self._paragraph + 1 and self._words.goes_on.match(
            self._body, sentence.start, sentence.end
        ):
            self._paragraph = sentence.paragraph
        self._before = self._voice if sentence.paragraph == self._paragraph else ""
        for attribution in said:
            if attribution.passing and len(said) > 1:
                continue
            if attribution.voice and not attribution.hearsay:
                self._voice, self._paragraph = attribution.voice, sentence.paragraph
                self._name(attribution.voice)
                self._state(attribution)
            elif attribution.carried is not None:
                voice = self._carried(attribution.carried, attribution.words)
                if voice and voice not in self._named and voice != self._publisher:
                    self._name(voice)
                self._voice = voice or self._voice
                self._paragraph = sentence.paragraph

    def _name(self, voice: str) -> None:
        self._named[voice] = None
        self._latest.pop(voice, None)
        self._latest[voice] = None

    def _state(self, attribution: Attribution) -> None:
        """Remember who speaks in a statement: it goes on in further paragraphs, until another speaks."""
        if self._words.statement.match(self._body, attribution.end):
            self._statement = attribution.voice
        elif attribution.voice != self._statement:
            self._statement = ""

    def credit(
        self, sentence: Sentence, said: Sequence[Attribution], drafts: Sequence[Draft]
    ) -> None:
        """Give what was just told to whom a sentence of nothing else names: "… . According to police."."""
        if not said or not said[0].voice or said[-1].end + 3 < sentence.end:
            return
        if said[0].start > sentence.start + 3 or said[0].hearsay:
            return
        for draft in reversed(drafts):
            if draft.sentence.paragraph != sentence.paragraph:
                break
            if self.owns(draft):
                draft.voice, draft.relay = said[0].voice, self.relay(said[0].voice)

    def _listen(self, sentence: Sentence) -> None:
        """Follow a speech over its paragraphs, each of which opens with a quotation mark."""
        words = self._body[sentence.start : sentence.end]
        if sentence.paragraph == self._heard + 1 and self._quoting:
            self._quoting = words[:1] in _OPEN
            if self._quoting:
                self._paragraph, words = sentence.paragraph, words[1:]
        for sign in _SIGNS.findall(words):
            self._quoting = sign in _OPEN and (sign != '"' or not self._quoting)
        self._heard = sentence.paragraph

    def who(
        self, sentence: Sentence, said: Sequence[Attribution], at: int, *, listed: bool
    ) -> tuple[str, str]:
        """Return the voice and the relay of what stands at an offset of a sentence.

        A list goes on in the voice that opened it.
        """
        named = [a for a in said if not (a.hearsay or self._goes_on_with(a, at))]
        if named:
            nearest = min(named, key=lambda a: _distance(a, at))
            if self._before and not _told_by(nearest, at):
                # What is told before somebody else begins to speak goes on in the voice before.
                return self._before, self.relay(self._before)
            voice = nearest.voice
            if nearest.carried is not None:
                voice = self._carried(nearest.carried, nearest.words)
            if voice:
                return voice, nearest.relay or self.relay(voice)
        if self._speaks:
            return self._publisher, ""
        if said and said[0].hearsay:
            return said[0].voice, self.relay("")
        # Who speaks up later in the sentence has said nothing yet.
        voice = self._before if any(self._goes_on_with(a, at) for a in said) else self._voice
        if voice and (listed or sentence.paragraph == self._paragraph):
            return voice, self.relay(voice)
        if self._statement:
            return self._statement, self.relay(self._statement)
        return self._publisher, ""

    def _goes_on_with(self, attribution: Attribution, at: int) -> bool:
        """Whether somebody speaks up only behind what was told: Arabic "…, and residents said that …"."""
        joined = self._body[attribution.start] == "و"
        return joined and attribution.opens and at < attribution.start

    def _carried(self, kind: str, words: str) -> str:
        """Return the last voice that a pronoun or "the group" can mean, else its own words."""
        mine = self._publisher if self._speaks else ""
        if kind == "head":
            head = words.rsplit(maxsplit=1)[-1].rstrip("s").lower()
            named = (
                v for v in chain(reversed(self._latest), (self._publisher,)) if head in v.lower()
            )
            return next(named, voice_words(words))
        if kind == "org" and (named_so := self._so_called(words)):
            return named_so
        if not kind or kind in ("person", "org"):
            return self._voice or mine or (voice_words(words) if kind == "org" else "")
        for voice in reversed(self._latest):
            known = known_voice(voice)
            if (
                (known is not None and known.kind == kind)
                or voice_kind_of(voice) == kind
                or generic(voice)
            ):
                return voice
        return self._voice or mine or (voice_words(words) if kind == "monitor" else "")

    def _so_called(self, words: str) -> str:
        """Return the voice named last that bears a word of "the agency", "the ministry"."""
        heads = [word.removeprefix("لل").removeprefix("ال") for word in fold_voice(words).split()]
        for voice in reversed(self._latest):
            known = known_voice(voice)
            names = (voice, known.name, *known.aliases) if known is not None else (voice,)
            borne = " ".join(map(fold_voice, names)).split()
            if any(word.removeprefix("ال") in heads for word in borne):
                return voice
        return ""

    def relay(self, voice: str) -> str:
        """Return who passes a voice on: the publisher, unless it speaks for itself."""
        return "" if voice == self._publisher else self._publisher

    def owns(self, draft: Draft) -> bool:
        """Whether a claim of a mere messenger has no voice but the messenger's."""
        return not self._speaks and draft.voice in ("", self._publisher)

    def name(self, drafts: Iterable[Draft]) -> None:
        """Give a mere description ("a war monitor") the name of the only such voice of the report."""
        named = named_monitors(self._named)
        meant: dict[str, str] = {}
        for draft in drafts:
            if draft.voice not in meant:
                voice = resolve(draft.voice, self._named)
                if voice and known_voice(voice) is None:
                    voice = named.get(described_kind(voice), voice)
                meant[draft.voice] = voice
            draft.voice = meant[draft.voice]


def _told_by(attribution: Attribution, at: int) -> bool:
    """Whether somebody has begun to speak where something stands, or goes back on it at once."""
    begun = attribution.start <= at and not attribution.passing
    return begun or _distance(attribution, at) < _AHEAD


def _distance(attribution: Attribution, at: int) -> int:
    """Return how far what stands at an offset is from words that say who speaks."""
    if attribution.start <= at < attribution.end:
        return 0
    if attribution.end <= at:
        return at - attribution.end + _AHEAD * attribution.passing
    late = _AHEAD * (attribution.opens or attribution.passing)
    return attribution.start - at + 5 + late

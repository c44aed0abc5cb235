"""Who says it: attributions in a sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mapper.extraction.languages import LANGUAGES, Language
from mapper.extraction.languages.cue import Cue
from mapper.extraction.speaking.naming import known_names, owner, shown, voice_words
from mapper.extraction.words.sentences import Sentence
from mapper.extraction.words.signs import signs
from mapper.extraction.words.tokens import fold
from mapper.schema.voices import known_voice

__all__ = ["Attribution", "attributions"]

_LONGEST = 120
# What a speech ends with: behind it stands the verb, and then who spoke.
_QUOTE_ENDS = ('"', "”", '",', "”,")
# Verbs that take no object: "…, said the army".
_PLAIN = ("said", "says", "added")
_DASHES = ("-", "–", "—")
# What stands right before a verb.
_TAIL = 24
# Where a headline ends that names its source.
_TAGGED = 80
_QUOTED = re.compile(r"[«“\"]((?:[^\s«»“”\"]+ ?){1,5})[»”\"]")
# A verb of saying that ends its sentence, or all but the day.
_CLOSES = re.compile(
    r"[\"”’]?\s*(?:[.,;:!?]|$|\n|(?:on|late|early|this|last|in an?|via|through|to) |\w+day\b|yesterday|today)"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Some words that say who speaks: where they stand, the voice, and who passes it on.

    ``carried`` is the kind of voice a pronoun or "the group" goes back to, ``words`` what it was
    called this time; ``hearsay`` a voice that
    nobody owns ("reportedly"); ``opens`` one whose verb stands before what is said; ``passing`` one
    told on the way ("since the army announced …").
    """

    start: int
    end: int
    voice: str
    relay: str = ""
    carried: str | None = None
    words: str = ""
    hearsay: bool = False
    opens: bool = False
    passing: bool = False


def attributions(body: str, sentence: Sentence, language: Language) -> list[Attribution]:
    """Return who is named as speaking in a sentence, in order.

    Parameters
    ----------
    body : str
        The report.
    sentence : Sentence
        Where, and with which signs.
    language : Language
        The table.
    """
    found: list[Attribution] = []
    start, end, words_of = sentence.start, sentence.end, language.voices
    known = signs(language.code)

    def matches(cue: Cue) -> Iterator[re.Match[str]]:
        able = known.able(cue, sentence.signs)
        return cue.finditer(body, start, end) if able else iter(())

    for match in matches(words_of.attributed):
        name = next(k for k in ("voice", "voice2", "voice3") if match.groupdict().get(k))
        words = language.voices.ends.split(_unquoted(match[name]), maxsplit=1)[0]
        if not words.strip() or _no_voice(words, language.code):
            continue
        at = match.start(name)
        passing = match.groupdict().get("relay") or ""
        if carried := _carried(words, language.code):
            found.append(
                Attribution(match.start(), at + len(words), "", carried=carried[0], words=words)
            )
            continue
        found.append(
            Attribution(
                match.start(), at + len(words), voice_words(words), passing and voice_words(passing)
            )
        )
    for match in matches(words_of.saying):
        attribution = _subject(body, sentence, match, language)
        if attribution is not None and not any(_same(attribution, other) for other in found):
            found.append(attribution)
    if not found and (headed := _headed(body, sentence, language, matches(words_of.headline))):
        found.append(headed)
    if not found and (said := next(matches(words_of.hearsay), None)):
        found.append(Attribution(said.start(), said.end(), said.group().lower(), hearsay=True))
    found.sort(key=lambda attribution: attribution.start)
    return found


def _headed(
    body: str, sentence: Sentence, language: Language, opening: Iterable[re.Match[str]]
) -> Attribution | None:
    """Read who speaks in a headline without a verb: "Police: 12 killed", "12 killed: ministry"."""
    voiceish, end = language.voices.voiceish, sentence.end
    opens = next(iter(opening), None)
    tagged = language.voices.tagged.search(body, max(sentence.start, end - _TAGGED), end)
    for match in (opens, tagged):
        if match is None:
            continue
        where = str(match.lastgroup)
        words = match[where]
        if _no_voice(words, language.code) or not voiceish.search(words):
            continue
        known = known_voice(words)
        if language.syntax.capitals and (match is opens or where == "tag"):
            # A capital alone may be a place; "… - The Gazette" is where it stands, and further down
            # "Police: 12" are those killed.
            named = known.kind != "media" if known else voiceish.search(words.lower())
            if (
                not named
                or (match is opens and sentence.paragraph)
                or _carried(words, language.code)
            ):
                continue
        return Attribution(*match.span(where), voice_words(_lowered(words, language)))
    return None


def _unquoted(words: str) -> str:
    """Return words with the quotation marks around a short name blanked out, same length."""
    return _QUOTED.sub(lambda match: f" {match[1]} ", words)


def _same(one: Attribution, other: Attribution) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=50_000)
def _no_voice(words: str, code: str) -> bool:
    language = LANGUAGES[code]
    return fold(words).strip() in language.voices.not_names or bool(
        language.voices.not_voice.search(words)
    )


@lru_cache(maxsize=50_000)
def _carried(words: str, code: str) -> tuple[str] | None:
    language = LANGUAGES[code]
    key = " ".join(fold(owner(words.strip())).split()).strip(" ,\"'“”")
    if key in language.voices.anaphora:
        return (language.voices.anaphora[key],)
    for pattern, kind in language.voices.anaphoric:
        if pattern.search(key):
            return (kind,)
    # "The first update estimates …": whoever wrote it.
    return ("",) if language.voices.documents.search(words.strip(" ,")) else None


def _subject(
    body: str, sentence: Sentence, match: re.Match[str], language: Language
) -> Attribution | None:
    """Read the subject of a verb of saying, before it, or behind it when the verb comes first."""
    verb, stop = match.start(), match.end()
    start, end = sentence.start, sentence.end
    relay = ""
    able = signs(language.code).able(language.voices.told, sentence.signs)
    if able and (told := language.voices.told.match(body, verb, end)):
        relay_words = language.voices.ends.split(told["relay"], maxsplit=1)[0]
        named = known_voice(relay_words)
        if named is None and (within := known_names().search(relay_words)):
            named = known_voice(within.group())
        relay = shown(named) if named else ""
        stop = told.start("relay") + len(relay_words)
    if language.syntax.verb_first:
        return _behind(body, (verb, stop, end), language, relay)
    before = _without_aside(body, start, verb)
    if language.voices.noun_before.search(before[-_TAIL:]):
        return None
    quoted = before.endswith((",", '"', "”", "’")) and not before.endswith("s’")
    if before.endswith(",") and (closing := _closing(body, match, end, language)) is not None:
        return closing
    words = None if before.endswith(_QUOTE_ENDS) else _noun_phrase(before, language)
    fits = words is not None and not _no_voice(words, language.code)
    opens = _CLOSES.match(body, stop) is None
    if words is not None and (carried := _carried(words, language.code)):
        at = verb - len(words) - 1
        return Attribution(at, stop, "", relay, carried[0], words, opens=opens)
    if words is None or not fits or not language.voices.voiceish.search(words):
        return _inverted(body, match, end, language) if quoted or not before else None
    at = max(start, body.rfind(words, start, verb))
    passing = language.voices.passing.search(body[max(start, at - 20) : at]) is not None
    name = voice_words(_lowered(words, language))
    return Attribution(at, stop, name, relay, opens=opens, passing=passing)


# "The monitor - which relies on activists and medics - said": the verb's subject stands before it.
_DASHED = re.compile(r"(?: [-–]{1,2} | ?— ?)[^-–—\n]{3,160}(?: [-–]{1,2}| ?—)$")


def _without_aside(body: str, start: int, verb: int) -> str:
    """Return the words before a verb, without what stands between dashes right before it."""
    before = body[max(start, verb - _LONGEST) : verb].rstrip()
    if not before.endswith(_DASHES):
        return before
    before = body[max(start, verb - 2 * _LONGEST) : verb].rstrip()
    return _DASHED.sub("", before)


_ASIDE = re.compile(r"، (?P<office>[^،.؛:\n]{3,80})،")
# "Observatory chief Karim Haddad" is meant as the observatory's chief is.
_NAME = re.compile(r"(?: [A-Z][\w’'-]+)+\s*$")


def _inverted(body: str, match: re.Match[str], end: int, language: Language) -> Attribution | None:
    """Read the subject behind its verb: ", said a doctor"."""
    found = language.voices.inverted.match(body, match.start(), end)
    if found is None:
        return None
    words = language.voices.ends.split(found["voice"], maxsplit=1)[0]
    stop = found.start("voice") + len(words)
    if carried := _carried(words, language.code) or _carried(_NAME.sub("", words), language.code):
        return Attribution(match.start(), stop, "", "", carried[0], words.strip())
    if not words.strip() or _no_voice(words, language.code):
        return None
    return Attribution(match.start(), stop, voice_words(words))


def _closing(body: str, match: re.Match[str], end: int, language: Language) -> Attribution | None:
    """Read a subject behind its verb that ends the sentence: "…, and raids in May, said the army."."""
    if match.group().lower() not in _PLAIN:
        return None
    inverted = _inverted(body, match, end, language)
    return inverted if inverted and _CLOSES.match(body, inverted.end, end) else None


def _lowered(words: str, language: Language) -> str:
    """Take the capital of the sentence off a voice without a name: "Local media"."""
    first = words.split(maxsplit=1)[0]
    small = words[:1].lower() + words[1:]
    if "'" in first or "’" in first or language.places.adjective.search(first):
        return words
    return small if small.islower() and language.voices.voiceish.search(small) else words


def _behind(
    body: str, where: tuple[int, int, int], language: Language, relay: str
) -> Attribution | None:
    """Read the subject behind the verb, as Arabic has it."""
    verb, stop, end = where
    if body[stop:end].lstrip().startswith(":"):
        # "And he went on: “…”"
        return Attribution(verb, stop, "", relay, "", opens=True)
    match = language.voices.inverted.match(body, verb, end)
    if match is None:
        return None
    words = language.voices.ends.split(_unquoted(match["voice"]), maxsplit=1)[0]
    if carried := _carried(words, language.code):
        return Attribution(verb, stop, "", relay, carried[0], words.strip(), opens=True)
    if not words.strip() or _no_voice(words, language.code):
        return None
    name, stop = voice_words(words), match.start("voice") + len(words)
    if not known_voice(name) and not language.voices.voiceish.search(f"{words} {name}"):
        aside = _ASIDE.match(body, stop, end)
        if aside is None or not language.voices.voiceish.search(aside["office"]):
            return None
        # "Layan Said, a spokeswoman of the Red Cross, said" is meant as the Red Cross is.
        office = voice_words(aside["office"])
        name, stop = office if known_voice(office) else name, aside.end()
    return Attribution(verb, stop, name, relay, opens=True)


def _noun_phrase(before: str, language: Language) -> str | None:
    """Return the noun phrase that ends some text: the subject of the verb behind it."""
    text = before.rstrip()
    ends = language.syntax.clause_ends
    parts = [part for part in ends.split(text.rstrip(",")) if part and part.strip()]
    if not parts:
        return None
    phrase = parts[-1].strip()
    head = parts[-2].strip() if len(parts) > 1 else ""
    joint = text[text.rfind(head) + len(head) : text.rfind(phrase)]
    apposition = text.endswith(",") and ("," in joint or head.endswith(","))
    if not apposition and language.roles.preposition.match(phrase):
        # "… in Redford on Friday, said the army": no subject stands before the verb.
        return None
    if apposition and len(parts) > 1:
        numbered = len(parts) > 2 and parts[-2].strip().isdecimal()
        head = parts[-3 if numbered else -2].strip()
        if (
            not known_voice(head)
            and language.voices.office.search(phrase)
            and (voice_words(phrase) != phrase)
        ):
            return phrase
        if language.voices.voiceish.search(head):
            return head
    if not phrase or len(phrase) > 100:
        return None
    return phrase

"""A language's table made ready for looking up: the longest phrase at each token, and its roles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from mapper.extraction.languages import LANGUAGES, Language
from mapper.extraction.words.tokens import Tokens, fold

__all__ = ["HEADED", "MEASURED", "OPENING", "TOLD", "Item", "Lexicon", "lexicon"]

# Roles of words that can open a number; most words have none, and are passed over at once.
_COUNTING = frozenset({"number", "scale", "vague", "uncounted", "one", "none"})
# Roles of words with which a figure may begin.
_OPENING = _COUNTING - {"one"} | {"hedge", "others", "between"}
# What a word may be part of: what befell somebody; what is counted; what heads a toll; a figure, if
# it stands first.
TOLD, MEASURED, HEADED, OPENING = 1, 2, 4, 8
_NOTHING: Mapping[str, Any] = {}
_ARTICLES = frozenset({"ال"})
# What a word that counts nothing becomes with a preposition written into it.
_CLUNG: Mapping[str, Any] = {"function": True}


@dataclass(slots=True)
class Item:
    """A phrase of a sentence: its tokens, where it stands in the body, and the roles it can play."""

    key: str
    start: int
    end: int
    text: str
    roles: Mapping[str, Any]
    clung: bool = False

    def __contains__(self, role: str) -> bool:
        return role in self.roles


class Lexicon:
    """The phrases of a language by their first word.

    Parameters
    ----------
    language : Language
        The table.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        entries: dict[tuple[str, ...], dict[str, Any]] = defaultdict(dict)
        for role, phrases in _roles(language).items():
            pairs = (
                phrases.items() if isinstance(phrases, Mapping) else ((p, True) for p in phrases)
            )
            for phrase, value in pairs:
                keys = tuple(_bare(word, language) for word in phrase.split())
                entries[keys][role] = value
        for roles in entries.values():
            if not _COUNTING.isdisjoint(roles):
                roles["counts"] = True
        self._phrases = _Phrases()
        for keys, roles in entries.items():
            self._phrases.add(keys, roles)
        # Worked out once a word, however often it is written.
        self.key = lru_cache(maxsize=100_000)(self._key)
        self.parts = lru_cache(maxsize=100_000)(self._parts)
        self.words = frozenset(word for keys in entries for word in keys)
        self.hints = _hints(entries, language)

    def _key(self, word: str) -> str:
        """Return the form under which a folded word stands in the table, else the word itself."""
        if word in self.words:
            return word
        for prefix in self.language.syntax.prefixes:
            rest = word[len(prefix) :]
            if len(rest) > 1 and word.startswith(prefix) and rest in self.words:
                return rest
        return word

    def roles(self, word: str) -> Mapping[str, Any]:
        """Return the roles that a word plays by itself."""
        phrase = self._phrases.following.get(self.key(fold(word)))
        return _NOTHING if phrase is None else phrase.roles

    def read(self, tokens: Tokens) -> tuple[list[Item], int]:
        """Return the tokens as phrases, longest first, each with its roles; and all their hints."""
        tokens = self._unbracketed(self._parted(tokens))
        texts, starts, ends, keys = tokens.texts, tokens.starts, tokens.ends, tokens.keys
        if self.language.syntax.prefixes:
            keys = [self.key(key) for key in keys]
        opening = self._phrases.following
        items: list[Item] = []
        hints = after = 0
        for at, begun in enumerate(map(opening.get, keys)):
            if at < after:
                continue
            after, key = at + 1, keys[at]
            roles = _NOTHING
            if begun is not None:
                phrase = begun
                if begun.following and after < len(keys) and keys[after] in begun.following:
                    after, phrase = begun.longest(keys, at)
                roles = phrase.roles
                hints |= phrase.hints
            if after == at + 1:
                clung = key is not tokens.keys[at] and self._clung(tokens.keys[at], key)
                if clung and "not_people" in roles:
                    roles = _CLUNG
                items.append(Item(key, starts[at], ends[at], texts[at], roles, clung))
            else:
                key, text = " ".join(keys[at:after]), " ".join(texts[at:after])
                items.append(Item(key, starts[at], ends[after - 1], text, roles))
        return items, hints

    def _clung(self, word: str, key: str) -> bool:
        """Whether a preposition is written into a word: Arabic "in a town", "for the displaced"."""
        if key == word:
            return False
        clinging = word.removesuffix(key)
        return clinging in self.language.syntax.prefixes and clinging not in _ARTICLES

    def _unbracketed(self, tokens: Tokens) -> Tokens:
        """Take brackets around a mere number as part of it: "(14) people were killed"."""
        texts = tokens.texts
        found = [
            at
            for at in range(1, len(texts) - 1)
            if texts[at - 1] == "("
            and texts[at + 1] == ")"
            and texts[at][0].isdecimal()
            and self._counts(texts, at)
        ]
        # From behind, so that the places of those before hold.
        for at in reversed(found):
            first = at - 1
            tokens.starts[at], tokens.ends[at] = tokens.starts[first], tokens.ends[at + 1]
            # "Five (5) people": told twice.
            twice = first > 0 and not _COUNTING.isdisjoint(self.roles(texts[first - 1]))
            gone = slice(first, at + 2) if twice else slice(at + 1, at + 2)
            for part in (texts, tokens.starts, tokens.ends, tokens.keys):
                del part[gone]
                if not twice:
                    del part[first]
        return tokens

    def _counts(self, texts: Sequence[str], at: int) -> bool:
        """Whether a number in brackets counts what is told around it; not "Redford (12), …"."""
        ahead = self.roles(texts[at + 2]) if at + 2 < len(texts) else _NOTHING
        before = self.roles(texts[at - 2]) if at > 1 else _NOTHING
        return not {"noun", "scale"}.isdisjoint(ahead) or (
            not {"trigger", "hedge", "function", "and"}.isdisjoint(before)
            and ("noun" not in before or "function" in ahead)
        )

    def _parted(self, tokens: Tokens) -> Tokens:
        """Part a conjunction that is written into its word (Arabic "and")."""
        prefix = self.language.syntax.conjunction_prefix
        if not prefix:
            return tokens
        joint = [at for at, key in enumerate(tokens.keys) if key[:1] == prefix and self.parts(key)]
        # From behind, so that the places of those before hold.
        for at in reversed(joint):
            text, start, key = tokens.texts[at], tokens.starts[at], tokens.keys[at]
            tokens.texts[at : at + 1] = text[:1], text[1:]
            tokens.starts[at : at + 1] = start, start + 1
            tokens.ends[at : at + 1] = start + 1, tokens.ends[at]
            tokens.keys[at : at + 1] = prefix, key[1:]
        return tokens

    def _parts(self, word: str) -> bool:
        """Whether a word is known only without the conjunction written into it."""
        rest = word[1:]
        return len(rest) > 1 and self.key(word) not in self.words and self.key(rest) in self.words


class _Phrases:
    """Phrases that begin alike, word by word; with the roles of the one that ends here."""

    def __init__(self) -> None:
        self.following: dict[str, _Phrases] = {}
        self.roles: Mapping[str, Any] = _NOTHING
        self.hints = 0

    def add(self, keys: Sequence[str], roles: Mapping[str, Any]) -> None:
        """Add a phrase."""
        here = self
        for key in keys:
            here = here.following.setdefault(key, _Phrases())
        here.roles, here.hints = roles, _tells(roles) | _measures(roles) | _heads(roles)

    def longest(self, keys: Sequence[str], at: int) -> tuple[int, "_Phrases"]:
        """Return where the longest phrase ends that begins with these at a word, and the phrase."""
        end, longest = at + 1, self
        here, ahead = self, at + 1
        while here.following and ahead < len(keys):
            following = here.following.get(keys[ahead])
            if following is None:
                break
            here, ahead = following, ahead + 1
            if here.roles is not _NOTHING:
                end, longest = ahead, here
        return end, longest


def _hints(
    entries: Mapping[tuple[str, ...], Mapping[str, Any]], language: Language
) -> Mapping[str, int]:
    """Return for each word, with what clings to it, what the phrases that it is part of can be."""
    joints = {"", language.syntax.conjunction_prefix}
    clinging = [joint + prefix for joint in joints for prefix in ("", *language.syntax.prefixes)]
    hints: dict[str, int] = defaultdict(int)
    for keys, roles in entries.items():
        # "The deaths of" is looked for by "deaths", "have fled" by "fled".
        longest = max(keys, key=len)
        rarest = max(keys, key=lambda key: (key not in language.syntax.function_words, len(key)))
        hinted = ((longest, _tells(roles)), (rarest, _measures(roles)), (keys[0], _opens(roles)))
        for word, hint in hinted:
            for prefix in clinging if hint else ():
                hints[prefix + word] |= hint
    return hints


def _tells(roles: Mapping[str, Any]) -> int:
    noun = roles.get("noun")
    told = "trigger" in roles or "fate" in roles or (noun is not None and noun.measure)
    return TOLD if told else 0


def _measures(roles: Mapping[str, Any]) -> int:
    trigger, noun = roles.get("trigger"), roles.get("noun")
    measured = (
        (trigger is not None and trigger.measure)
        or (noun is not None and (noun.measure or noun.implied))
        or roles.get("of_them")
        or "fate" in roles
    )
    return MEASURED if measured else 0


def _heads(roles: Mapping[str, Any]) -> int:
    return HEADED if "toll_head" in roles else 0


def _opens(roles: Mapping[str, Any]) -> int:
    return 0 if _OPENING.isdisjoint(roles) else OPENING


def _bare(word: str, language: Language) -> str:
    """Return a word of the table, folded, without the article, as words of the text are looked up."""
    article = language.syntax.prefixes[0] if language.syntax.prefixes else ""
    # "ألفان" (two thousand) only looks like an article once it is folded.
    own = not article or not word.startswith(article) or len(word) <= 4
    return fold(word) if own else fold(word[len(article) :])


def _roles(language: Language) -> dict[str, Mapping[str, Any] | Iterable[str]]:
    return {
        "number": language.counts.numbers,
        "scale": language.counts.scales,
        "vague": language.counts.vague,
        "uncounted": language.counts.uncounted,
        "hedge": language.counts.hedges,
        "behind": language.counts.hedges_behind,
        "between": language.counts.between,
        "range": language.counts.ranges,
        "change": language.counts.changes,
        "none": language.counts.none,
        "one": language.counts.one,
        "trigger": language.measures.triggers,
        "toll_head": language.measures.toll_heads,
        "reached": language.measures.reached,
        "noun": language.people.nouns,
        "including": language.syntax.including,
        "of_them": language.syntax.of_them,
        "and": language.syntax.conjunctions,
        "break": language.syntax.breaks,
        "function": language.syntax.function_words,
        "passive": language.syntax.passive,
        "leaving": language.syntax.leaving,
        "saying": language.syntax.saying,
        "instead": language.syntax.instead,
        "others": language.counts.others,
        "possessive": language.people.possessives,
        "pronoun": language.people.pronouns,
        "one_of": language.people.one_of,
        "one_named": language.people.one_named,
        "fate": language.people.fates,
        "of": language.counts.of,
        "not_people": language.counts.not_people,
        "label": language.counts.labels,
    }


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language, built once.

    >>> from mapper.extraction.words.tokens import tokenize
    >>> [item.key for item in lexicon("en").read(tokenize("At least 3 died"))[0]]
    ['at least', '3', 'died']
    """
    return Lexicon(LANGUAGES[code])
